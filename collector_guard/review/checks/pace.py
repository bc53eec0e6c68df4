"""How soon a flow tells its readers what, and whether what they were told stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from collector_guard.files.errors import Kind, Problem
from collector_guard.flow.model import Limit, Outcome
from collector_guard.flow.when import Condition
from collector_guard.review.case import Case
from collector_guard.review.located import problem_at
from collector_guard.review.proof.encoding import FALSE, Encoding
from collector_guard.review.proof.prover import Proof, Prover, Verdict
from collector_guard.review.proof.verdicts import (
    always,
    every_word_matters,
    in_short,
    not_proved,
    reached,
    unbroken,
)
from collector_guard.review.proof.words import first_name

NEVER_AT_THE_DOOR = Kind(
    "never-at-the-door",
    "at-the-door 说的情况（'{name}'）不可能发生。",
    "The situations of at-the-door ('{name}') cannot happen.",
)
WALK_TOO_LONG = Kind(
    "walk-too-long",
    "最多只能问 {most} 个问题，这样回答要问 {count} 个：{answers}",
    "At most {most} questions may be asked, and {count} are with these answers: {answers}",
)
ADVICE_TOO_LATE = Kind(
    "advice-too-late",
    "有人在门口时，最多问 {most} 个问题就要有建议，这样回答要问 {count} 个：{answers}",
    "At the door advice is due after {most} questions, and comes after {count} with these answers: {answers}",
)
ADVICE_NEVER = Kind(
    "advice-never",
    "有人在门口时，最多问 {most} 个问题就要有建议，这样回答一直没有：{answers}",
    "At the door advice is due after {most} questions, and never comes with these answers: {answers}",
)
NEVER_IN_DANGER = Kind(
    "never-in-danger", "danger 说的情况（'{name}'）不可能发生。", "The situations of danger ('{name}') cannot happen."
)
PAUSE_TOO_LATE = Kind(
    "pause-too-late",
    "有人在门口时，最多问 {most} 个问题就要停一停（{pauses}）或者问完，这样回答要问 {count} 个：{answers}",
    (
        "At the door a pause ({pauses}) or the end is due after {most} questions, and comes after "
        "{count} with these: {answers}"
    ),
)
PAUSE_TOO_LATE_AFTER_DANGER = Kind(
    "pause-too-late-after-danger",
    "说了危险以后，最多再问 {most} 个问题就要停一停（{pauses}）或者问完，这样回答要问 {count} 个：{answers}",
    (
        "After a danger a pause ({pauses}) or the end is due after {most} questions, and comes "
        "after {count} with these: {answers}"
    ),
)
STEP_NOT_SETTLED = Kind(
    "step-not-settled",
    "问了 '{pause}' 以后，回答还会让现在做的步骤 '{name}' 出现或消失：{answers}",
    "Once '{pause}' is asked, answers still add or remove '{name}', a step for now: {answers}",
)
OUTCOME_NOT_SETTLED = Kind(
    "outcome-not-settled",
    "问了 '{pause}' 以后，回答还会让结论 '{name}' 出现或消失：{answers}",
    "Once '{pause}' is asked, answers still bring or remove the outcome '{name}': {answers}",
)


def problems(case: Case) -> Iterator[Problem]:
    """Find what is slower than the pace of the flow allows, and what does not stand; nothing where it has no pace."""
    prover, found = case.prover, case.pace
    pace = prover.flow.pace
    if pace is None:
        return
    yield from _condition(prover, pace.at_the_door, "at-the-door", NEVER_AT_THE_DOOR)
    if pace.danger:
        yield from _condition(prover, pace.danger, "danger", NEVER_IN_DANGER)
    yield from _limited(pace.walk, found.walk, WALK_TOO_LONG)
    yield from _limited(pace.advice, found.advice, ADVICE_TOO_LATE)
    yield from _limited(pace.plan, found.plan, PAUSE_TOO_LATE, pauses=pace.pauses)
    if pace.after_danger:
        yield from _limited(pace.after_danger, found.after_danger, PAUSE_TOO_LATE_AFTER_DANGER, pauses=pace.pauses)
    pause = str(pace.pauses[-1])
    place = [question.id for question in prover.flow.questions].index(pause)
    for step in (one for one in prover.flow.steps if one.urgency == "now"):
        changes = prover.show(lambda encoding, step=step: _changed(encoding.in_plan(step), place, prover))
        yield from unbroken(changes, step.id, STEP_NOT_SETTLED, pause=pause)
    for outcome in prover.flow.outcomes:
        changes = prover.show(partial(_changes, outcome, place, prover))
        yield from unbroken(changes, outcome.id, OUTCOME_NOT_SETTLED, pause=pause)


def _condition(prover: Prover, condition: Condition, key: str, kind: Kind) -> Iterator[Problem]:
    """What of a condition of the pace cannot happen or does not matter."""
    yield from reached(prover.decide(lambda encoding: encoding.holds(condition)), first_name(condition), kind)
    yield from every_word_matters(prover, key, condition, always)


def _limited(limit: Limit, wait: Proof | None, kind: Kind, **values: object) -> Iterator[Problem]:
    """The problem that a wait is longer than its limit; one that nobody waits has none."""
    if wait is None or wait.verdict is Verdict.NOWHERE:
        return
    if wait.verdict is Verdict.UNDECIDED:
        yield not_proved(limit.key, limit.key)
    elif wait.count is None:
        yield problem_at(limit.key, ADVICE_NEVER, most=limit.most, answers=in_short(wait.answers))
    elif wait.count > limit.most:
        told = {**values, "count": wait.count, "most": limit.most}
        yield problem_at(limit.key, kind, **told, answers=in_short(wait.answers))


def _changes(outcome: Outcome, place: int, prover: Prover, encoding: Encoding) -> int:
    """That an outcome comes or goes after a pause is asked."""
    asking = prover.bdd.or_(*prover.situations.places[place].askers)
    return _changed(encoding.outcome(outcome, asking), place, prover)


def _changed(node: int, place: int, prover: Prover) -> int:
    """That a node comes to something else after the question at a place is asked."""
    before = prover.situations.after(node, place - 1)
    if node == before:
        return FALSE
    asked = prover.situations.places[place].reached(prover.bdd)
    return prover.bdd.xor(prover.bdd.and_(asked, node), prover.bdd.and_(asked, before))
