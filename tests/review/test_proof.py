"""The prover against every walk there is, on a flow small enough to list them all."""

from datetime import date, time
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from values import taken

from collector_guard.flow import walk
from collector_guard.flow.conditions import holds
from collector_guard.flow.situation import Situation, known_in
from collector_guard.flow.when import AllOf, AnyOf, Is, Within
from collector_guard.review.proof import budget, examples
from collector_guard.review.proof import prover as prover_module
from collector_guard.review.proof.prover import UNDECIDED, Prover, Verdict
from collector_guard.review.proof.situations import Among
from collector_guard.review.proof.verdicts import always

TIMES = taken("00:00", "07:59", "08:00", "12:00", "22:00", "23:59")
VERDICTS = {True: Verdict.SOMEWHERE, False: Verdict.NOWHERE}
DATES = taken("1990-01-01", "2026-11-23")


def answers_to(question):
    """One answer for everything that a condition of the small flow can tell apart."""
    ids = [choice.id for choice in question.choices]
    if question.kind == "many":
        several = [one for one in ids if one not in ("none", "unknown")]
        subsets = chain.from_iterable(combinations(several, size) for size in range(1, len(several) + 1))
        return [*subsets, ("none",), ("unknown",)]
    return [(one,) for one in (*ids, *{"time": TIMES, "date": DATES}.get(question.kind, ()))]


@pytest.fixture(scope="session")
def situations(small_flow, today):
    """Every situation of the small flow, with what is known in it."""
    found, waiting = [], [{}]
    while waiting:
        taken = waiting.pop()
        situation = walk.replay(small_flow, taken, on=today)
        found.append((situation, known_in(small_flow, situation)))
        question = walk.next_question(small_flow, situation)
        waiting += [taken | {question.id: one} for one in answers_to(question)] if question else []
    return found


def lines():
    return st.sampled_from(
        [
            Is("danger", ("force",)),
            Is("danger", ("despair", "none")),
            Is("danger", ("unknown",)),
            Is("who", ("lender",)),
            Is("who", ("court", "unknown")),
            Is("court-checked", ("real",)),
            Is("power", ("court",)),
            Is("power", ("none", "claimed")),
            Is("hours", ("quiet",)),
            Is("hours", ("day", "not-known")),
            Is("arrived", ("unknown",)),
            Within("arrived", time(22), time(8)),
            Within("arrived", time(8), None),
            Within("visited-on", date(2026, 1, 1), None),
        ]
    )


def conditions():
    def joined(inner):
        parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return parts.map(AllOf) | parts.map(AnyOf)

    return st.recursive(lines(), joined, max_leaves=5)


@pytest.fixture
def no_examples(monkeypatch):
    monkeypatch.setattr(examples, "WALKS", 0)


@pytest.fixture(params=["by walks", "by walks after walks", "together", "by parts"])
def how(request, monkeypatch):
    """By walks first, also those after others, by diagrams alone, and as where all questions together are too many."""
    if request.param == "by walks after walks":
        monkeypatch.setattr(examples, "PATIENCE", 0)
        monkeypatch.setattr(examples, "WALKS", 64)
    elif request.param != "by walks":
        request.getfixturevalue("no_examples")
    if request.param == "by parts":
        monkeypatch.setattr(prover_module, "STEPS_TOGETHER", 0)


@pytest.mark.usefixtures("how")
@given(condition=conditions(), other=conditions())
def test_the_prover_finds_what_some_walk_reaches(small_flow, situations, today, condition, other):
    prover = Prover(small_flow, extra=(condition, other))

    def differs(encoding):
        return encoding.logic.diff(encoding.holds(condition), encoding.holds(other))

    def found(among):
        return prover.decide(differs, among)

    def reached(situations):
        known = [known for _, known in situations]
        return any(holds(condition, one, today) and not holds(other, one, today) for one in known)

    complete = [(situation, known) for situation, known in situations if situation.complete]
    assert found(Among.ALL) is VERDICTS[reached(situations)]
    assert found(Among.COMPLETE) is VERDICTS[reached(complete)]


@given(condition=conditions())
def test_the_answers_found_lead_there_and_none_fewer_do(small_flow, situations, today, condition):
    prover = Prover(small_flow, extra=(condition,))

    proof = prover.show(lambda encoding: encoding.holds(condition))

    fewest = [len(situation.answers) for situation, known in situations if holds(condition, known, today)]
    assert proof.verdict is VERDICTS[bool(fewest)]
    if fewest:
        walked = walk.replay(small_flow, _filled(small_flow, proof.answers), on=today)
        early = [Situation(walked.answers[:length], False, today) for length in range(len(walked.answers) + 1)]  # noqa: FBT003
        assert min(fewest) in [len(one.answers) for one in early if holds(condition, known_in(small_flow, one), today)]


def _filled(flow, answers):
    """The answers, with others for the questions on which nothing depends."""
    others = {question.id: answers_to(question)[-1] for question in flow.questions}
    return others | dict(answers)


@given(condition=conditions())
def test_the_longest_walk_with_something_is_found(small_flow, situations, today, condition):
    prover = Prover(small_flow, extra=(condition,))
    counted = ["who", "arrived", "visited-on"]

    proof = prover.longest(lambda encoding: encoding.holds(condition), counted)

    complete = [situation for situation, known in situations if situation.complete and holds(condition, known, today)]
    lengths = [sum(answer.question.id in counted for answer in one.answers) for one in complete]
    assert (proof.count, proof.verdict) == (max(lengths, default=None), VERDICTS[bool(lengths)])


def test_every_complete_situation_is_counted_once(small_flow):
    """Two answers to danger end asking; the others are told apart so often as there is another factor."""
    before_ended, danger, who, arrived, visited_on, paper_on = 2, 3, 2, 4, 3, 2
    without_court = danger * who * arrived * visited_on
    not_checked = danger * arrived * visited_on
    real = danger * arrived * visited_on * paper_on

    assert Prover(small_flow).count() == before_ended + without_court + not_checked + real


def test_an_age_and_a_calendar_date_are_independent(small_flow):
    when = Within("visited-on", date(2026, 1, 1), None)
    prover = Prover(small_flow, extra=(when,))
    old = next(step for step in small_flow.steps if step.id == "old-visit")

    both = AllOf((when, old.when))
    assert prover.decide(lambda encoding: encoding.holds(both)) is Verdict.SOMEWHERE


@pytest.mark.usefixtures("no_examples")
def test_where_all_situations_are_too_many_those_of_the_questions_that_matter_are_looked_at(small_flow, monkeypatch):
    monkeypatch.setattr(prover_module, "STEPS_TOGETHER", 0)
    prover = Prover(small_flow)

    found = [prover.decide(lambda encoding, step=step: encoding.in_plan(step)) for step in small_flow.steps]

    assert found == [Verdict.SOMEWHERE] * 3
    assert prover.longest(always, ["who"]) == UNDECIDED
    assert prover.count() is None


@pytest.mark.usefixtures("no_examples")
@pytest.mark.parametrize("steps", [0, 1, 50])
def test_what_exceeds_the_budget_is_undecided(small_flow, monkeypatch, steps):
    monkeypatch.setattr(budget, "STEPS_EACH", steps)
    prover = Prover(small_flow)
    door = small_flow.outcomes[-1]

    assert prover.decide(lambda encoding: encoding.outcome(door), Among.COMPLETE) is Verdict.UNDECIDED
    assert prover.show(lambda encoding: encoding.outcome(door)) == UNDECIDED
    assert prover.longest(always, ["who"]) == UNDECIDED
    assert prover.count() is None


def test_once_all_work_is_done_every_query_is_undecided(small_flow, monkeypatch):
    prover = Prover(small_flow)
    door = small_flow.outcomes[-1]
    found = [prover.decide(lambda encoding: encoding.outcome(door))]

    monkeypatch.setattr(budget, "STEPS_IN_ALL", prover.budget.taken)

    found.append(prover.decide(lambda encoding: encoding.logic.not_(encoding.outcome(door))))
    assert found == [Verdict.SOMEWHERE, Verdict.UNDECIDED]
    assert prover.is_exhausted
