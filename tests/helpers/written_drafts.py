"""A situation for every draft of the shipped flow, and the drafts written from them."""

from datetime import date

from folders import table
from values import taken

from collector_guard.drafts.writer import write
from collector_guard.flow.plan import plan_of
from collector_guard.flow.walk import replay

ON = date(2026, 11, 23)

SAID = table("drafts/situations.yaml")


def _answers(told):
    return {name: taken(*([one] if isinstance(one, str) else one)) for name, one in told.items()}


VISIT, NOBODY = _answers(SAID["visit"]), _answers(SAID["nobody"])


def court(paper):
    """A court paper that came by post three days ago."""
    return NOBODY | {"papers": ("court",), "court-paper": (paper,), "paper-received": (date(2026, 11, 20),)}


SITUATIONS = {
    draft: _answers({name: taken for name, taken in (SAID[told["like"]] | told).items() if name != "like"})
    for draft, told in SAID["drafts"].items()
}


def plan_for(flow, answers, on=ON):
    """The plan of answers, complete or not."""
    return plan_of(flow, replay(flow, answers, on=on))


def written(flow, name, answers=None):
    """A draft of a flow, written from answers or from the situation that stands for it here."""
    return write(flow.drafts.draft(name), plan_for(flow, SITUATIONS[name] if answers is None else answers))
