"""What is checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from collector_guard.flow.model import Flow
from collector_guard.review.proof.prover import Prover
from collector_guard.review.proof.waits import Paced, paced


@dataclass(frozen=True)
class Case:
    """A flow in every language, what proves something of it, and the day on which it is the law."""

    prover: Prover
    flows: tuple[Flow, ...]
    on: date

    @cached_property
    def pace(self) -> Paced:
        """The longest walk and the longest waits of the flow."""
        return paced(self.prover)
