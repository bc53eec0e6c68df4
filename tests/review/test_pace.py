"""The pace of a flow: what is proved of it against every walk there is, on random flows small enough to walk."""

import pytest
from cases import case_of
from hypothesis import given
from hypothesis import strategies as st
from random_flows import DAY, ends, flows, moments, shown_in

from collector_guard.flow.conditions import holds, reads
from collector_guard.flow.model import Limit, Pace
from collector_guard.flow.plan import plan_of
from collector_guard.flow.situation import known_in
from collector_guard.flow.walk import replay
from collector_guard.flow.when import Is
from collector_guard.review.checks import pace as pace_check
from collector_guard.review.proof import budget
from collector_guard.review.proof.prover import UNDECIDED, Prover, Verdict
from collector_guard.review.proof.waits import paced


def pace_with(pause):
    return Pace(
        at_the_door=Is("who", ("court",)),
        advice=Limit("advice", 3),
        plan=Limit("plan", 3),
        pauses=(pause,),
        walk=Limit("walk", 9),
    )


class Walk:
    """One walk through a flow from its beginning to its end, with the plan of every moment of it."""

    def __init__(self, flow, end):
        self.asked = [answer.question.id for answer in end.answers]
        self.plans = [plan_of(flow, moment) for moment in moments(end)]
        known = [known_in(flow, moment) for moment in moments(end)]
        self.at_the_door = any(holds(flow.pace.at_the_door, one, DAY) for one in known)
        self.in_danger = any(holds(flow.pace.danger, one, DAY) for one in known)

    def to_advice(self):
        """How many questions are answered when something is shown that helps now: after some answers, and at the end."""
        for count, plan in enumerate(self.plans):
            last = plan.situation.answers[-1:]
            shown = count == len(self.asked) or any(answer.question.advise for answer in last)
            if shown and (plan.card or plan.urgent("now")):
                return count
        return None

    def to_pause(self, pauses):
        return next((place for place, name in enumerate(self.asked) if name in pauses), len(self.asked))

    def after_danger(self, pauses, first):
        """How many questions come between one and the next pause or the end; None where there is no danger."""
        after = [name for name in self.asked if name > first]
        return (
            next((place for place, name in enumerate(after) if name in pauses), len(after)) if self.in_danger else None
        )

    def unsettled(self, pause):
        """What comes or goes once the pause is asked."""
        if pause not in self.asked:
            return set()
        before, *after = [now_of(plan) for plan in self.plans[self.asked.index(pause) :]]
        return set().union(*(before ^ one for one in after))


def now_of(plan):
    """The outcome of a plan and its steps for now; what only leads them stands among them, and is for later."""
    return {plan.outcome.id, *(told.step.id for told in plan.steps if told.step.urgency == "now")}


def walks(flow):
    """Every walk there is."""
    return [Walk(flow, end) for end in ends(flow)]


def walk_of(flow, answers):
    """The walk of these answers, with others for the questions on which nothing depends."""
    taken = {question.id: ("unknown",) for question in flow.questions} | dict(answers)
    return Walk(flow, replay(flow, taken, on=DAY))


def longest(counts):
    """The greatest of these, where nothing at all is more than any number."""
    counts = list(counts)
    return None if not counts or None in counts else max(counts)


def first_read(condition):
    """The first question that a condition reads; their names are in the order of asking."""
    return min(reads(condition))


@given(data=st.data())
def test_what_is_counted_is_the_longest_of_all_walks(small_flow, data):
    flow = data.draw(flows(small_flow))
    pauses, first = flow.pace.pauses, first_read(flow.pace.danger)
    every = walks(flow)
    at_the_door = [walk for walk in every if walk.at_the_door]
    in_danger = [walk for walk in every if walk.in_danger]

    found = paced(Prover(flow))

    assert found.walk.count == len(found.walk.answers) == max(len(walk.asked) for walk in every)
    assert [wait.verdict is Verdict.SOMEWHERE for wait in (found.advice, found.plan)] == [bool(at_the_door)] * 2
    assert found.advice.count == longest(walk.to_advice() for walk in at_the_door)
    assert found.plan.count == longest(walk.to_pause(pauses) for walk in at_the_door)
    assert found.after_danger.count == longest(walk.after_danger(pauses, first) for walk in in_danger)


@given(data=st.data())
def test_the_answers_shown_lead_to_what_was_counted(small_flow, data):
    flow = data.draw(flows(small_flow))
    pauses, first = flow.pace.pauses, first_read(flow.pace.danger)

    found = paced(Prover(flow))

    for wait, counted in (
        (found.advice, lambda walk: walk.to_advice() if walk.at_the_door else 0),
        (found.plan, lambda walk: walk.to_pause(pauses) if walk.at_the_door else 0),
        (found.after_danger, lambda walk: walk.after_danger(pauses, first)),
    ):
        if wait.verdict is Verdict.SOMEWHERE:
            assert counted(walk_of(flow, wait.answers)) == wait.count


@given(data=st.data())
def test_the_problems_of_a_pace_are_those_that_some_walk_shows(small_flow, data):
    flow = data.draw(flows(small_flow))
    every = walks(flow)
    pace = flow.pace
    counts = {"advice": [walk.to_advice() for walk in every if walk.at_the_door]}
    counts["plan"] = [walk.to_pause(pace.pauses) for walk in every if walk.at_the_door]
    counts["walk"] = [len(walk.asked) for walk in every]
    first = first_read(pace.danger)
    counts["after_danger"] = [walk.after_danger(pace.pauses, first) for walk in every if walk.in_danger]
    unsettled = set().union(*(walk.unsettled(pace.pauses[-1]) for walk in every))

    found = [problem for problem in problems_of(flow) if problem.kind != "changes-nothing"]

    exceeded = {key: any(one is None or one > getattr(pace, key).most for one in counts[key]) for key in counts}
    kinds = {problem.kind for problem in found}
    assert {dict(problem.values)["name"] for problem in found if problem.kind.endswith("settled")} == unsettled
    assert ("walk-too-long" in kinds, "pause-too-late" in kinds) == (exceeded["walk"], exceeded["plan"])
    assert ("pause-too-late-after-danger" in kinds) == exceeded["after_danger"]
    assert bool(kinds & {"advice-too-late", "advice-never"}) == exceeded["advice"]
    assert ("advice-never" in kinds) == (None in counts["advice"])
    assert ("never-at-the-door" in kinds) == (not any(walk.at_the_door for walk in every))
    assert ("never-in-danger" in kinds) == (not any(walk.in_danger for walk in every))


@given(data=st.data())
def test_the_answers_shown_unsettle_what_they_are_said_to(small_flow, data):
    flow = data.draw(flows(small_flow))

    problems = [problem for problem in problems_of(flow) if problem.kind.endswith("settled")]

    for problem in problems:
        walk = walk_of(flow, shown_in(problem))
        assert dict(problem.values)["name"] in walk.unsettled(flow.pace.pauses[-1])


def problems_of(flow):
    return list(pace_check.problems(case_of(flow)))


@pytest.mark.parametrize("steps", [0, 1, 20])
def test_what_exceeds_the_budget_is_not_proved(small_flow, monkeypatch, steps):
    monkeypatch.setattr(budget, "STEPS_EACH", steps)
    case = case_of(small_flow._replace(pace=pace_with("court-checked")))

    found = case.pace

    assert [found.walk, found.advice, found.plan] == [UNDECIDED] * 3
    assert {"walk", "advice", "plan", "keep-shut", "court"} <= {
        dict(problem.values)["name"] for problem in pace_check.problems(case) if problem.kind == "not-proved"
    }


@pytest.mark.parametrize(("steps", "count"), [(0, None), (100_000, 6)])
def test_a_flow_without_a_pace_is_not_measured_against_one(small_flow, monkeypatch, steps, count):
    monkeypatch.setattr(budget, "STEPS_EACH", steps)
    case = case_of(small_flow)

    found = case.pace

    assert list(pace_check.problems(case)) == []
    assert (found.advice, found.plan, found.after_danger) == (None, None, None)
    assert found.walk.count == count
