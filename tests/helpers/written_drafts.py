"""A situation for every draft of the shipped flow, and the drafts written from them."""

from datetime import date

from collector_guard.drafts.writer import write
from collector_guard.flow.plan import plan_of
from collector_guard.flow.walk import replay

ON = date(2026, 11, 23)

# A borrower whose visitors pounded the door, would not go, and told others; the police registered nothing.
VISIT = {
    "danger": ("none",),
    "where": ("gone",),
    "claims": ("collector",),
    "whose-debt": ("mine",),
    "lender-checked": ("not-yet",),
    "site": ("home",),
    "did": ("kicked", "stays"),
    "said": ("threatens", "insults"),
    "wants": ("money",),
    "given": ("none",),
    "visited-on": ("2026-11-22",),
    "spread": ("told", "often"),
    "papers": ("none",),
    "lender": ("small-loan",),
    "overdue": ("unknown",),
    "stage": ("unknown",),
    "secured": ("none",),
    "able": ("part",),
    "reported": ("refused",),
}
NOBODY = {
    "danger": ("none",),
    "where": ("nobody",),
    "claims": ("collector",),
    "whose-debt": ("mine",),
    "lender-checked": ("not-yet",),
    "said": ("none",),
    "wants": ("none",),
    "given": ("none",),
    "spread": ("none",),
}


def court(paper):
    """A court paper that came by post nine days ago."""
    return NOBODY | {"papers": ("court",), "court-paper": (paper,), "paper-received": ("2026-11-20",)}


SITUATIONS = {
    "door-card": VISIT,
    "officials-card": VISIT,
    "record": VISIT,
    "statement": VISIT,
    "lender-letter": VISIT,
    "not-me": VISIT | {"whose-debt": ("stranger",)},
    "complaint": VISIT,
    "hardship-plan": VISIT,
    "answer-to-court": court("summons"),
    "appeal": court("judgment"),
    "object-to-payment-order": court("payment-order"),
    "preservation-review": court("preservation"),
    "security-sale-objection": court("security-sale"),
    "arbitration-answer": NOBODY | {"papers": ("arbitration",)},
    "enforcement-objection": court("enforcement"),
    "non-enforcement": court("on-notarised-debt"),
    "stolen-name": NOBODY | {"whose-debt": ("name",), "papers": ("none",), "name-used": ("stolen",)},
    "credit-objection": VISIT,
    "honest-words": VISIT,
    "settlement-list": VISIT,
    "calendar": court("summons"),
}


def plan_for(flow, answers, on=ON):
    """The plan of answers, complete or not."""
    return plan_of(flow, replay(flow, answers, on=on))


def written(flow, name, answers=None):
    """A draft of a flow, written from answers or from the situation that stands for it here."""
    return write(flow.drafts.draft(name), plan_for(flow, SITUATIONS[name] if answers is None else answers))
