"""What in a flow can never happen or never matters: proved over every situation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from collector_guard.files.errors import Kind, Problem
from collector_guard.flow.model import Fact, Finding, Outcome, Question, Row, Step
from collector_guard.review.case import Case
from collector_guard.review.proof.encoding import FALSE, Encoding
from collector_guard.review.proof.prover import Prover
from collector_guard.review.proof.situations import Among
from collector_guard.review.proof.verdicts import always, every_word_matters, leaves_room, reached

NEVER_ASKED = Kind(
    "never-asked", "问题 '{name}' 在任何情况下都不会问到。", "No situation leads to the question '{name}'."
)
ROW_NEVER_HOLDS = Kind(
    "row-never-holds",
    "'{fact}' 的第 {number} 行（{name}）在任何情况下都轮不到。",
    "Row {number} of '{fact}' ({name}) is the first to hold in no situation.",
)
NEVER_FOUND = Kind(
    "never-found", "认定 '{name}' 在任何情况下都不会出现。", "No situation leads to the finding '{name}'."
)
STEP_NEVER_SHOWN = Kind(
    "step-never-shown", "步骤 '{name}' 在任何情况下都不会出现。", "No situation leads to the step '{name}'."
)
OUTCOME_NEVER_HOLDS = Kind(
    "outcome-never-holds",
    "结论 '{name}' 在任何情况下都轮不到。",
    "The outcome '{name}' is the first to hold in no situation.",
)
LEAD_NEVER_IN_PLAN = Kind(
    "lead-never-in-plan",
    "'{name}' 排在结论 '{outcome}' 的前面，但这个结论的计划里从来没有它。",
    "'{name}' leads the outcome '{outcome}', but no plan of that outcome has it.",
)


def problems(case: Case) -> Iterator[Problem]:
    """Find everything without sense in a flow, in its order; what is undecided is said to be not proved."""
    prover, flow = case.prover, case.prover.flow
    for question in flow.questions:
        yield from _question(question, prover)
    for fact in flow.facts:
        yield from _fact(fact, prover)
    for finding in flow.findings:
        yield from _entry(finding, NEVER_FOUND, prover)
    for step in flow.steps:
        yield from _entry(step, STEP_NEVER_SHOWN, prover)
    for outcome in flow.outcomes:
        yield from _outcome(outcome, prover)


def _question(question: Question, prover: Prover) -> Iterator[Problem]:
    verdict = prover.decide(lambda encoding: encoding.asked(question), Among.COMPLETE)
    yield from reached(verdict, question.id, NEVER_ASKED)
    yield from every_word_matters(prover, question.id, question.when, partial(_turn_comes, question), Among.COMPLETE)


def _fact(fact: Fact, prover: Prover) -> Iterator[Problem]:
    for place, row in enumerate(fact.rows):
        verdict = prover.decide(partial(_row_is_first, fact, place))
        yield from reached(verdict, row.value, ROW_NEVER_HOLDS, number=place + 1, fact=str(fact.id))
    for place, row in enumerate(fact.rows):
        yield from every_word_matters(prover, fact.id, row.when, partial(_row_decides, fact, place))


def _entry(entry: Step | Finding, kind: Kind, prover: Prover) -> Iterator[Problem]:
    """A step or finding, with the kind of problem that it has if it is in no plan."""
    yield from reached(prover.decide(lambda encoding: encoding.in_plan(entry)), entry.id, kind)
    yield from every_word_matters(prover, entry.id, entry.when, leaves_room)


def _outcome(outcome: Outcome, prover: Prover) -> Iterator[Problem]:
    verdict = prover.decide(lambda encoding: encoding.outcome(outcome))
    yield from reached(verdict, outcome.id, OUTCOME_NEVER_HOLDS)
    yield from every_word_matters(prover, outcome.id, outcome.when, lambda encoding: encoding.none_before(outcome))
    steps = {step.id: step for step in prover.flow.steps}
    for lead in outcome.leads:
        verdict = prover.decide(partial(_leads, steps[lead], outcome))
        yield from reached(verdict, lead, LEAD_NEVER_IN_PLAN, outcome=str(outcome.id))


def _turn_comes(question: Question, encoding: Encoding) -> int:
    return encoding.logic.not_(encoding.ended(question))


def _row_is_first(fact: Fact, place: int, encoding: Encoding) -> int:
    return encoding.logic.and_(_none_of(fact.rows[:place], encoding), encoding.holds(fact.rows[place].when))


def _row_decides(fact: Fact, place: int, encoding: Encoding) -> int:
    """That the value of a fact depends on a row: none before it holds, and those after it give another value."""
    later = fact._replace(rows=fact.rows[place + 1 :])
    same = encoding.values(later).get(fact.rows[place].value, FALSE)
    return encoding.logic.diff(_none_of(fact.rows[:place], encoding), same)


def _none_of(rows: Iterable[Row], encoding: Encoding) -> int:
    """That none of some rows holds; joined in their order, as for finding the first that does."""
    left = always(encoding)
    for row in rows:
        left = encoding.logic.diff(left, encoding.holds(row.when))
    return left


def _leads(step: Step, outcome: Outcome, encoding: Encoding) -> int:
    return encoding.logic.and_(encoding.outcome(outcome), encoding.in_plan(step))
