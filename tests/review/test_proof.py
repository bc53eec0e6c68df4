"""The prover against every walk there is, on a flow small enough to list them all."""

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector_guard.flow import walk
from collector_guard.flow.conditions import reason_for
from collector_guard.flow.situation import Situation, known_in
from collector_guard.flow.when import AllOf, AnyOf, Is, Within
from collector_guard.review.proof.prover import Prover

TIMES = ("00:00", "07:59", "08:00", "12:00", "22:00", "23:59")
DATES = ("1990-01-01", "2026-11-23")


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
            Within("arrived", "22:00", "08:00"),
            Within("arrived", "08:00", None),
            Within("visited-on", "2026-01-01", None),
        ]
    )


def conditions():
    def joined(inner):
        parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return parts.map(AllOf) | parts.map(AnyOf)

    return st.recursive(lines(), joined, max_leaves=5)


@given(condition=conditions(), other=conditions())
def test_the_prover_finds_what_some_walk_reaches(small_flow, situations, today, condition, other):
    prover = Prover(small_flow, extra=(condition, other))
    truth = prover.diagrams.but_not(prover.readings[0].truth(condition), prover.readings[0].truth(other))

    def holds(known):
        return reason_for(condition, known, today) is not None and reason_for(other, known, today) is None

    somewhere = any(holds(known) for _, known in situations)
    at_the_end = any(holds(known) for situation, known in situations if situation.complete)
    assert (prover.somewhere(truth).answers is not None) == somewhere
    assert (prover.at_the_end(truth).answers is not None) == at_the_end


@given(condition=conditions())
def test_the_answers_found_lead_there(small_flow, today, condition):
    prover = Prover(small_flow, extra=(condition,))
    answers = prover.somewhere(prover.readings[0].truth(condition)).answers
    if answers is None:
        return

    situation = walk.replay(small_flow, _filled(small_flow, answers), on=today)
    for length in range(len(situation.answers) + 1):
        early = Situation(situation.answers[:length], complete=False, today=today)
        known = known_in(small_flow, early)
        if reason_for(condition, known, today) is not None:
            return
    raise AssertionError(answers)


def _filled(flow, answers):
    """The answers, with others for the questions on which nothing depends."""
    others = {question.id: answers_to(question)[-1] for question in flow.questions}
    return others | dict(answers)


def test_an_age_and_a_calendar_date_are_independent(small_flow):
    when = AllOf((Within("visited-on", "2026-01-01", None),))
    prover = Prover(small_flow, extra=(when,))
    old = next(step for step in small_flow.steps if step.id == "old-visit")

    assert (
        prover.somewhere(
            prover.diagrams.both(prover.readings[0].truth(when), prover.readings[0].truth(old.when))
        ).answers
        is not None
    )


def test_what_exceeds_the_budget_is_not_proved(small_flow, monkeypatch):
    monkeypatch.setattr("collector_guard.review.proof.prover.MOST_STATES", 1)
    prover = Prover(small_flow)
    door = small_flow.outcomes[-1]

    proof = prover.at_the_end(prover.readings[0].outcome(door))

    assert (proof.answers, proof.decided) == (None, False)
