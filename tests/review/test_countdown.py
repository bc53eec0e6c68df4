"""How many questions are left: never too few, never growing, and no more than can really come."""

from dataclasses import replace
from functools import partial
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collector_guard.flow.model import Choice, Fact, Outcome, Question, Row
from collector_guard.flow.walk import next_question, replay
from collector_guard.flow.when import ALWAYS, AllOf, AnyOf, Is, Within
from collector_guard.review.proof.countdown import Countdown

CHOICES = (Choice("yes", "是"), Choice("no", "否"))
UNKNOWN = Choice("unknown", "不清楚")
KINDS = {"one": (*CHOICES, UNKNOWN), "many": (*CHOICES, Choice("none", "都没有"), UNKNOWN), "time": (UNKNOWN,)}
NIGHT = ("22:00", "08:00")


def ways(question):
    """An answer of every class of answers to a question."""
    alone = [(choice.id,) for choice in question.choices]
    if question.kind == "time":
        return [*alone, ("23:00",), ("07:00",), ("12:00",)]
    both = [pair for pair in combinations(("yes", "no"), 2) if question.kind == "many"]
    return alone + both


def most(flow, taken, settled, today):
    """The most questions that are really asked from here on, found by giving every answer to each."""
    question = next_question(flow, replay(flow, taken, on=today))
    if question is None:
        return 0
    if question.id in settled:
        return most(flow, taken | {question.id: settled[question.id]}, settled, today)
    return 1 + max(most(flow, taken | {question.id: way}, settled, today) for way in ways(question))


@st.composite
def conditions(draw, readable):
    """A condition over what can be read: names with their kinds."""
    if not readable:
        return ALWAYS
    name, kind = draw(st.sampled_from(readable))
    test = Within(name, *NIGHT) if kind == "time" else Is(name, (draw(st.sampled_from(["yes", "no"])),))
    if draw(st.booleans()):
        return AllOf((test,))
    join = draw(st.sampled_from([AllOf, AnyOf]))
    return join((test, draw(conditions(readable))))


@st.composite
def flows(draw, like):
    """A small flow of at most five questions, each followed by a fact, that may end at once."""
    readable, questions, facts = [], [], []
    for place in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from(["one", "one", "many", "time"]))
        when = draw(conditions(readable)) if draw(st.booleans()) else ALWAYS
        questions.append(
            Question(
                id=f"q{place}",
                kind=kind,
                ask="问？",
                why="因为。",
                choices=KINDS[kind],
                when=when,
                advise=False,
                known=None,
            ),
        )
        readable.append((f"q{place}", kind))
        facts.append(Fact(f"f{place}", (Row("yes", draw(conditions(readable))), Row("no", ALWAYS))))
        readable.append((f"f{place}", "fact"))
    ending = draw(conditions(readable))
    outcomes = (
        Outcome(id="end", severity="calm", title="完", when=ending, at_once=draw(st.booleans())),
        Outcome(id="else", severity="calm", title="完", when=ALWAYS),
    )
    empty = {"findings": (), "steps": (), "promises": ()}
    return replace(like, questions=tuple(questions), facts=tuple(facts), outcomes=outcomes, **empty)


def walk_of(data, flow, today):
    """The situations of a random walk, each with one question more answered, up to the last at which one is asked."""
    taken = {}
    while question := next_question(flow, situation := replay(flow, taken, on=today)):
        yield situation
        taken[question.id] = data.draw(st.sampled_from(ways(question)))


@settings(max_examples=60)
@given(data=st.data())
def test_as_many_questions_are_announced_as_can_really_come(small_flow, today, data):
    flow = data.draw(flows(small_flow))
    countdown = Countdown(flow)

    for situation in walk_of(data, flow, today):
        taken = {answer.question.id: answer.taken for answer in situation.answers}
        assert countdown.left(situation, {}) == most(flow, taken, {}, today) - 1


@settings(max_examples=40)
@given(data=st.data())
def test_answers_that_are_settled_are_not_announced(small_flow, today, data):
    flow = data.draw(flows(small_flow))
    chosen = data.draw(st.sets(st.sampled_from(flow.questions)))
    settled = {question.id: data.draw(st.sampled_from(ways(question))) for question in chosen}
    situation = replay(flow, settled, on=today)
    taken = {answer.question.id: answer.taken for answer in situation.answers}

    assert Countdown(flow).left(situation, settled) == max(most(flow, taken, settled, today) - 1, 0)


@given(data=st.data())
def test_a_count_without_the_time_to_be_sharp_is_never_too_low_and_never_grows(small_flow, today, data):
    flow = data.draw(flows(small_flow))
    coarse = Countdown(flow, most_states=0)

    before = len(flow.questions)
    for situation in walk_of(data, flow, today):
        left = coarse.left(situation, {})
        assert Countdown(flow).left(situation, {}) <= left < before
        before = left


@settings(max_examples=20)
@given(data=st.data())
def test_the_shipped_flow_counts_down(doorstep, today, data):
    countdown = Countdown(doorstep)
    answers = {"one": None, "many": None, "time": ["23:00", "12:00"], "date": ["2026-11-20", "2010-01-01"]}
    taken, before = {}, len(doorstep.questions)

    while question := next_question(doorstep, situation := replay(doorstep, taken, on=today)):
        left = countdown.left(situation, {})
        assert 0 <= left < before
        before = left
        choices = answers[question.kind] or [choice.id for choice in question.choices]
        taken[question.id] = (data.draw(st.sampled_from(choices)),)


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        pytest.param({}, 5, id="by way of the court"),
        pytest.param({"danger": ("none",)}, 4, id="the same"),
        pytest.param({"danger": ("none",), "who": ("lender",)}, 1, id="no court"),
        pytest.param({"danger": ("none",), "who": ("lender",), "arrived": ("19:30",)}, 0, id="the last"),
    ],
)
def test_the_questions_left_in_the_small_flow(small_flow, today, taken, left):
    count = partial(Countdown(small_flow).left, replay(small_flow, taken, on=today))

    assert count({}) == left
    assert count({"visited-on": ("unknown",)}) == max(left - ("arrived" not in taken), 0)


def test_the_first_question_of_the_shipped_flow_announces_no_more_than_it_may_ask(doorstep, today):
    left = Countdown(doorstep).left(replay(doorstep, {}, on=today), {})

    assert left < doorstep.pace.walk.most
