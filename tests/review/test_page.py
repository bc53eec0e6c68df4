"""The first page of every plan: what is said to be too long for a phone is, and nothing else, on random flows."""

import pytest
from cases import case_of
from hypothesis import given
from hypothesis import strategies as st
from random_flows import ends, flows, flows_with_last_days, moments

from collector_guard.flow.first_page import COLUMNS, first_page
from collector_guard.flow.plan import plan_of
from collector_guard.review.checks import page

ROWS = 9


@pytest.fixture(autouse=True)
def few_rows(monkeypatch):
    monkeypatch.setattr(page, "ROWS", ROWS)


@st.composite
def flows_with_words(draw, like):
    """A flow whose steps are of every urgency and have words of different lengths."""
    flow = draw(flows(like) | flows_with_last_days(like))
    words = st.sampled_from([None, "Who are you?", "Say who you are and who sent you. I will ask them myself. " * 2])
    urgencies = st.sampled_from(["now", "today", "later"])
    steps = [one._replace(say=draw(words), urgency=draw(urgencies)) for one in flow.steps]
    return flow._replace(steps=tuple(steps))


@given(data=st.data())
def test_every_page_that_is_too_long_is_told(small_flow, data):
    flow = data.draw(flows_with_words(small_flow))
    plans = [plan_of(flow, situation) for end in ends(flow) for situation in moments(end)]
    too_long = {plan.outcome.id for plan in plans if first_page(plan).rows(COLUMNS) > ROWS}

    found = list(page.problems(case_of(flow)))

    told = {problem.kind: {dict(one.values)["name"] for one in found if one.kind == problem.kind} for problem in found}
    assert told.get("first-page-too-long", set()) <= too_long
    assert too_long <= set().union(*told.values())


def test_the_answers_shown_lead_to_a_page_that_is_too_long(small_flow):
    long = small_flow.steps[0]._replace(say="Say who you are and who sent you. I will ask the lender myself. " * 3)
    flow = small_flow._replace(steps=(long, *small_flow.steps[1:]))

    found = [(problem.kind, *dict(problem.values).values()) for problem in page.problems(case_of(flow))]

    assert found == [
        ("first-page-too-long", "force", ROWS, "en", ("danger=force",)),
        ("first-page-too-long", "door", ROWS, "en", ("-",)),
    ]


def test_pages_with_room_are_not_told(small_flow):
    assert list(page.problems(case_of(small_flow))) == []
