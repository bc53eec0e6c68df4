"""What is checked, of one flow alone."""

from datetime import date

from collector_guard.flow.model import Flow
from collector_guard.review.case import Case
from collector_guard.review.proof.prover import Prover

DAY = date(2026, 11, 23)


def case_of(flow: Flow, prover: Prover | None = None) -> Case:
    """Make a case of a flow in one language, on a day of the tests."""
    return Case(prover or Prover(flow), flows=(flow,), on=DAY)
