"""The pace of a flow: what is proved of it against every walk there is, on random flows small enough to walk."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector_guard.flow.card import Card
from collector_guard.flow.conditions import reason_for
from collector_guard.flow.model import Choice, Fact, Limit, Outcome, Pace, Question, Row, Step
from collector_guard.flow.plan import plan_of
from collector_guard.flow.situation import Situation, known_in
from collector_guard.flow.walk import next_question, replay
from collector_guard.flow.when import ALWAYS, AllOf, AnyOf, Is
from collector_guard.review.proof.pace import Pacing
from collector_guard.review.proof.soundness import Sense

DAY = date(2026, 11, 23)
CARD = Card("call", "Call", ("call-110",), (), ("Call.",))
ONE = ("a", "b", "unknown")
MANY = ("a", "b", "none", "unknown")
TAKEN = {"one": [("a",), ("b",), ("unknown",)], "many": [("a",), ("b",), ("a", "b"), ("none",), ("unknown",)]}


def conditions(names):
    """Conditions that read these questions, and the fact where it is among the names."""
    values = st.sampled_from([("a",), ("b",), ("unknown",), ("a", "unknown")])
    lines = st.builds(
        lambda name, value: Is(name, ("yes",) if name == "fact" else value), st.sampled_from(names), values
    )

    def joined(inner):
        parts = st.lists(inner, min_size=1, max_size=2).map(tuple)
        return parts.map(AllOf) | parts.map(AnyOf)

    return st.recursive(lines, joined, max_leaves=3)


@st.composite
def flows(draw, like):
    """A flow of up to four questions, one of them of kind many, with a fact of the first two, and a pace."""
    names = [f"q{place}" for place in range(draw(st.integers(2, 4)))]
    many = draw(st.integers(0, len(names)))
    read = [*names, "fact"]
    questions = []
    for place, name in enumerate(names):
        kind = "many" if place == many else "one"
        choices = tuple(Choice(one, one) for one in (MANY if kind == "many" else ONE))
        earlier = [*names[:place], *(["fact"] if place > 1 else [])]
        when = draw(conditions(earlier)) if earlier and draw(st.booleans()) else ALWAYS
        questions.append(
            Question(
                id=name,
                kind=kind,
                ask=name,
                why=name,
                choices=choices,
                when=when,
                advise=draw(st.booleans()),
                known=None,
            )
        )
    rows = (Row("no", draw(conditions(names[:2]))), Row("yes", ALWAYS))
    steps = [
        Step(
            id=f"s{place}",
            when=draw(conditions(read)),
            urgency=draw(st.sampled_from(["now", "today"])),
            acts=("open",),
            title="Do",
            do=None,
            say=None,
            avoid=None,
            due=None,
            calls=(),
            cites=(),
        )
        for place in range(draw(st.integers(0, 3)))
    ]
    outcomes = [
        Outcome(
            id=f"o{place}",
            severity="calm",
            title="End",
            when=draw(conditions(read)),
            card=draw(st.sampled_from([None, CARD])),
            at_once=draw(st.sampled_from([False, False, True])),
            alone=draw(st.booleans()),
        )
        for place in range(draw(st.integers(0, 2)))
    ]
    last = Outcome(id="end", severity="calm", title="End", when=ALWAYS)
    limits = [Limit(key, draw(st.integers(1, 4))) for key in ("advice", "plan", "walk")]
    pause = draw(st.sampled_from([question.id for question in questions if question.kind == "one"]))
    return replace(
        like,
        questions=tuple(questions),
        facts=(Fact("fact", rows),),
        findings=(),
        steps=tuple(steps),
        outcomes=(*outcomes, last),
        promises=(),
        pace=Pace(
            at_the_door=draw(conditions(read).filter(lambda condition: condition != ALWAYS)),
            advice=limits[0],
            plan=limits[1],
            pause=pause,
            walk=limits[2],
        ),
    )


def pace_with(pause):
    return Pace(
        at_the_door=Is("who", ("court",)),
        advice=Limit("advice", 3),
        plan=Limit("plan", 3),
        pause=pause,
        walk=Limit("walk", 9),
    )


class Walk:
    """One walk through a flow from its beginning to its end, with the plan of every moment of it."""

    def __init__(self, flow, end):
        self.asked = [answer.question.id for answer in end.answers]
        self.moments = [Situation(end.answers[:length], False, DAY) for length in range(len(end.answers) + 1)]  # noqa: FBT003
        self.plans = [plan_of(flow, moment) for moment in self.moments]
        known = [known_in(flow, moment) for moment in self.moments]
        self.at_the_door = any(reason_for(flow.pace.at_the_door, one, DAY) is not None for one in known)

    def to_advice(self):
        """How many questions are answered when something is shown that helps now: after some answers, and at the end."""
        for count, plan in enumerate(self.plans):
            last = plan.situation.answers[-1:]
            shown = count == len(self.asked) or any(answer.question.advise for answer in last)
            if shown and (plan.card or plan.urgent("now")):
                return count
        return None

    def to_pause(self, pause):
        return self.asked.index(pause) if pause in self.asked else len(self.asked)

    def unsettled(self, pause):
        """What comes or goes once the pause is asked."""
        if pause not in self.asked:
            return set()
        before, *after = [now_of(plan) for plan in self.plans[self.asked.index(pause) :]]
        return set().union(*(before ^ one for one in after))


def now_of(plan):
    return {plan.outcome.id, *(told.step.id for told in plan.urgent("now"))}


def walks(flow):
    """Every walk there is."""
    waiting = [{}]
    while waiting:
        taken = waiting.pop()
        situation = replay(flow, taken, on=DAY)
        question = next_question(flow, situation)
        if question is None:
            yield Walk(flow, situation)
        else:
            waiting += [taken | {question.id: one} for one in TAKEN[question.kind]]


def walk_of(flow, answers):
    """The walk of these answers, with others for the questions on which nothing depends."""
    taken = {question.id: ("unknown",) for question in flow.questions} | dict(answers)
    return Walk(flow, replay(flow, taken, on=DAY))


def longest(counts):
    """The greatest of these, where nothing at all is more than any number."""
    counts = list(counts)
    return None if not counts or None in counts else max(counts)


@given(data=st.data())
def test_what_is_counted_is_the_longest_of_all_walks(small_flow, data):
    flow = data.draw(flows(small_flow))
    every = list(walks(flow))
    at_the_door = [walk for walk in every if walk.at_the_door]

    paced = Pacing(Sense(flow)).paced

    assert paced.walk.count == len(paced.walk.answers) == max(len(walk.asked) for walk in every)
    assert (paced.advice.answers is None, paced.plan.answers is None) == (not at_the_door, not at_the_door)
    assert paced.advice.count == longest(walk.to_advice() for walk in at_the_door)
    assert paced.plan.count == longest(walk.to_pause(flow.pace.pause) for walk in at_the_door)


@given(data=st.data())
def test_the_answers_shown_lead_to_what_was_counted(small_flow, data):
    flow = data.draw(flows(small_flow))
    counters = {"advice": Walk.to_advice, "plan": lambda walk: walk.to_pause(flow.pace.pause)}

    paced = Pacing(Sense(flow)).paced

    for most, counted in ((getattr(paced, key), counters[key]) for key in counters):
        if most.answers is not None:
            walk = walk_of(flow, most.answers)
            assert (walk.at_the_door, counted(walk)) == (True, most.count)


@given(data=st.data())
def test_the_problems_of_a_pace_are_those_that_some_walk_shows(small_flow, data):
    flow = data.draw(flows(small_flow))
    every = list(walks(flow))
    pace = flow.pace
    counts = {"advice": [walk.to_advice() for walk in every if walk.at_the_door]}
    counts["plan"] = [walk.to_pause(pace.pause) for walk in every if walk.at_the_door]
    counts["walk"] = [len(walk.asked) for walk in every]
    unsettled = set().union(*(walk.unsettled(pace.pause) for walk in every))

    found = [problem for problem in Pacing(Sense(flow)).problems() if problem.kind != "changes-nothing"]

    exceeded = {key: any(one is None or one > getattr(pace, key).most for one in counts[key]) for key in counts}
    kinds = {problem.kind for problem in found}
    assert {dict(problem.values)["name"] for problem in found if problem.kind.endswith("settled")} == unsettled
    assert ("walk-too-long" in kinds, "pause-too-late" in kinds) == (exceeded["walk"], exceeded["plan"])
    assert bool(kinds & {"advice-too-late", "advice-never"}) == exceeded["advice"]
    assert ("advice-never" in kinds) == (None in counts["advice"])
    assert ("never-at-the-door" in kinds) == (not any(walk.at_the_door for walk in every))


@given(data=st.data())
def test_the_answers_shown_unsettle_what_they_are_said_to(small_flow, data):
    flow = data.draw(flows(small_flow))

    problems = [problem for problem in Pacing(Sense(flow)).problems() if problem.kind.endswith("settled")]

    for values in (dict(problem.values) for problem in problems):
        given_as = (one.partition("=") for one in values["answers"])
        walk = walk_of(flow, {name: tuple(taken.split(",")) for name, _, taken in given_as})
        assert values["name"] in walk.unsettled(flow.pace.pause)


def test_what_exceeds_the_budget_is_not_proved(small_flow, monkeypatch):
    pace = pace_with("court-checked")
    monkeypatch.setattr("collector_guard.review.proof.prover.MOST_STATES", 0)

    pacing = Pacing(Sense(replace(small_flow, pace=pace)))

    assert [pacing.paced.walk.decided, pacing.paced.advice.decided, pacing.paced.plan.decided] == [False] * 3
    assert {"walk", "advice", "plan", "keep-shut", "court"} <= {
        dict(problem.values)["name"] for problem in pacing.problems() if problem.kind == "not-proved"
    }


def test_too_many_nodes_are_not_proved_either(small_flow, monkeypatch):
    pace = pace_with("who")
    sense = Sense(replace(small_flow, pace=pace))
    monkeypatch.setattr("collector_guard.review.proof.diagrams.MOST_NEW_NODES", 0)

    pacing = Pacing(sense)

    assert not pacing.paced.advice.decided
    assert "not-proved" in {problem.kind for problem in pacing.problems()}


@pytest.mark.parametrize("budget", [0, 100_000])
def test_a_flow_without_a_pace_is_not_measured_against_one(small_flow, monkeypatch, budget):
    monkeypatch.setattr("collector_guard.review.proof.prover.MOST_STATES", budget)

    pacing = Pacing(Sense(small_flow))

    assert list(pacing.problems()) == []
    assert (pacing.paced.advice, pacing.paced.plan) == (None, None)
    assert pacing.paced.walk.count == (None if budget == 0 else 6)
