"""How long the plan of a polite visit is in lines, on a phone: whatever else is answered, one question at a time."""

from datetime import date

import pytest

from collector_guard.flow.walk import Walk
from collector_guard.render.plan.pages import plan_lines

TODAY = date(2026, 11, 30)
COLUMNS = 40
MOST = 130
# What opens a matter of its own, with law and days of its own, takes a few more.
OF_ITS_OWN = {
    ("claims", "buyer"),
    ("claims", "mediator"),
    ("whose-debt", "name"),
    ("lender-checked", "bad-papers"),
    ("stage", "arbitration"),
    ("stage", "award"),
    ("stage", "notarised"),
    ("stage", "enforced"),
    ("secured", "car"),
    ("secured", "house"),
}
MOST_OF_ITS_OWN = 138
# They behave: nothing was done, said, asked for, given, shown to others or handed over.
POLITE = ("danger", "did", "said", "wants", "given", "spread", "papers")
USUAL = {
    "claims": "collector",
    "whose-debt": "mine",
    "there": "one-adult",
    "site": "work",
    "go-on": "yes",
    "lender": "consumer-finance",
    "overdue": "from-90",
    "stage": "not-sued",
    "secured": "none",
    "able": "part",
}
PLACES = ("outside", "elsewhere")
CHECKED = ("confirmed", "denied", "not-yet")


def walked(flow, answers):
    """A walk by these answers; where they say nothing the first choice is taken, or today."""
    walk = Walk(flow, on=TODAY)
    while question := walk.question:
        usual = question.choices[0].id if question.kind in ("one", "many") else "unknown"
        walk.answer((answers.get(question.id, usual),))
    return walk


@pytest.mark.parametrize("checked", CHECKED)
@pytest.mark.parametrize("where", PLACES)
def test_a_polite_visit_is_told_in_few_lines_whatever_else_is_answered(doorstep, where, checked):
    visit = {"where": where, "lender-checked": checked} | USUAL | dict.fromkeys(POLITE, "none")
    asked = [answer.question for answer in walked(doorstep, visit).situation.answers]

    too_long = []
    for question in (one for one in asked if one.id not in (*POLITE, "where")):
        for choice in question.choices:
            plan = walked(doorstep, visit | {question.id: choice.id}).plan
            lines = len(plan_lines(plan, COLUMNS))
            if lines > (MOST_OF_ITS_OWN if (question.id, choice.id) in OF_ITS_OWN else MOST):
                too_long.append((question.id, choice.id, lines))

    assert too_long == []
