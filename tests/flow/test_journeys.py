"""Stories walked to their plans: the route, the steps and the law, by id."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journeys import journeys, told

from collector_guard.flow import gate, walk
from collector_guard.flow.first_page import first_page
from collector_guard.flow.model import written
from collector_guard.flow.plan import plan_of
from collector_guard.review.proof.promises import broken_by

JOURNEYS = journeys()
DAYS = ("2025-11-10", "2026-03-01", "2026-11-22", "unknown")
TIMES = ("00:30", "07:59", "08:00", "12:00", "19:30", "22:00", "unknown")


def checked_plan_of(flow, situation):
    """The plan of a situation, complete or not, none of whose promises may be broken."""
    plan = plan_of(flow, situation)
    answers = {answer.question.id: answer.taken for answer in situation.answers}
    assert [promise.id for promise in broken_by(plan, flow.promises)] == [], answers
    return plan


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_journey_leads_where_it_should(doorstep, name):
    journey = JOURNEYS[name]

    def ask(question, _situation, _suggestion):
        return gate.accept(question, tuple(map(written, journey.answers[question.id])), on=journey.on)

    plan = walk.walk(doorstep, ask, on=journey.on)
    shown = told(plan)

    assert plan == checked_plan_of(doorstep, plan.situation)
    assert plan.outcome.id == journey.outcome
    assert tuple(planned.step.id for planned in first_page(plan).steps)[: len(journey.first)] == journey.first
    assert {answer.question.id for answer in plan.situation.answers} == set(journey.answers)
    assert [name for what, ids in journey.shows.items() for name in ids if name not in shown[what]] == []
    assert [name for what, ids in journey.never.items() for name in ids if name in shown[what]] == []


def test_what_journeys_say_is_never_shown_is_something_that_there_is(doorstep):
    cards = [outcome.card for outcome in doorstep.outcomes if outcome.card]
    there = {
        "acts": set(doorstep.acts),
        "steps": {step.id for step in doorstep.steps},
        "findings": {finding.id for finding in doorstep.findings},
        "provisions": {provision.cite for provision in doorstep.laws},
        "contacts": {contact.id for entry in (*doorstep.steps, *cards) for contact in entry.calls},
    }

    named = {(one.name, what, name) for one in JOURNEYS.values() for what, ids in one.never.items() for name in ids}
    assert {(journey, name) for journey, what, name in named if name not in there[what]} == set()


def few_that_ask_everything():
    """Few stories that ask every question between them."""
    left = {question for journey in JOURNEYS.values() for question in journey.answers}
    while left:
        journey = max(JOURNEYS.values(), key=lambda one: len(left & one.answers.keys()))
        left -= journey.answers.keys()
        yield journey.name


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [*few_that_ask_everything()])
def test_a_journey_by_options_gives_the_same_plan(cg, doorstep, name, lang):
    journey = JOURNEYS[name]
    plan = plan_of(doorstep, walk.replay(doorstep, journey.answers, on=journey.on))

    run = cg("triage", *journey.options, "--on", journey.on.isoformat(), "--format", "json", lang=lang)

    shown = json.loads(run.out)
    assert (run.status, run.err, shown["complete"]) == (0, "", True)
    assert shown["outcome"]["id"] == plan.outcome.id
    assert {one["question"]: set(one["taken"]) for one in shown["answers"]} == {
        question: set(map(written, taken)) for question, taken in journey.answers.items()
    }
    assert [one["id"] for one in shown["steps"]] == [one.step.id for one in plan.steps]
    assert sorted(one["id"] for one in shown["findings"]) == sorted(one.finding.id for one in plan.findings)
    assert [one["id"] for one in shown["provisions"]] == [one.cite for one in plan.provisions]


# A third of the examples: each is a whole walk, with a plan at every question.
@settings(max_examples=settings.default.max_examples // 3)
@given(data=st.data())
def test_random_walks_keep_every_promise_at_every_question(doorstep, today, data):
    def ask(question, situation, _):
        checked_plan_of(doorstep, situation)
        return gate.accept(question, data.draw(_answers(question)), on=today)

    plan = walk.walk(doorstep, ask, on=today)

    assert plan.situation.complete
    assert plan == checked_plan_of(doorstep, plan.situation)


def _answers(question):
    if question.kind in ("time", "date"):
        return st.sampled_from(TIMES if question.kind == "time" else DAYS).map(lambda one: (one,))
    ids = [choice.id for choice in question.choices]
    if question.kind == "one":
        return st.sampled_from(ids).map(lambda one: (one,))
    alone = [one for one in ids if one in ("none", "unknown")]
    others = [one for one in ids if one not in alone]
    several = st.lists(st.sampled_from(others), min_size=1, max_size=3, unique=True).map(tuple)
    return several | st.sampled_from(alone).map(lambda one: (one,))
