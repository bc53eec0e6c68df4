"""The plan of a situation."""

from datetime import date

from collector_guard.flow.conditions import Held, Known, because, later
from collector_guard.flow.model import (
    UNKNOWN,
    Answer,
    Deadline,
    Flow,
    Found,
    Plan,
    Situation,
    Step,
    Told,
)
from collector_guard.flow.when import Condition
from collector_guard.law.model import Provision


def plan_of(flow: Flow, situation: Situation) -> Plan:
    """The plan of a situation, complete or not."""
    known = known_in(flow, situation)
    outcome = next(outcome for outcome in flow.outcomes if _holds(outcome.when, known, situation))
    visit_day = _visit_day(flow, known, situation)
    if outcome.alone:
        return Plan(flow, situation, visit_day, outcome, (), ())
    return Plan(
        flow,
        situation,
        visit_day,
        outcome,
        _findings(flow, known, situation, visit_day),
        _steps(flow, known, situation, visit_day),
    )


def known_in(flow: Flow, situation: Situation) -> Known:
    """The answers and facts of a situation, by name, each with the questions it rests on."""
    known = {answer.question.id: Held(answer.taken, (answer.question.id,)) for answer in situation.answers}
    for fact in flow.facts:
        for row in fact.rows:
            rests_on = because(row.when, known, situation.today)
            if rests_on is not None:
                known[fact.id] = Held((row.value,), rests_on)
                break
    return known


def _holds(condition: Condition, known: Known, situation: Situation) -> bool:
    return because(condition, known, situation.today) is not None


def _visit_day(flow: Flow, known: Known, situation: Situation) -> date:
    answered = known.get(flow.visit_day)
    if answered is None or answered.values == (UNKNOWN,):
        return situation.today
    return date.fromisoformat(answered.values[0])


def _findings(flow: Flow, known: Known, situation: Situation, day: date) -> tuple[Found, ...]:
    found = []
    for finding in flow.findings:
        rests_on = because(finding.when, known, situation.today)
        provisions = _provisions(flow, finding.cites, day) if rests_on is not None else ()
        if rests_on is not None and provisions:
            found.append(Found(finding, _answers(situation, rests_on), provisions))
    return tuple(found)


def _steps(flow: Flow, known: Known, situation: Situation, day: date) -> tuple[Told, ...]:
    told = []
    for step in flow.steps:
        rests_on = because(step.when, known, situation.today)
        if rests_on is not None:
            deadline = _deadline(flow, step, known, day, situation.today)
            provisions = _provisions(flow, step.cites, day)
            told.append(Told(step, _answers(situation, rests_on), deadline, provisions))
    return tuple(told)


def _answers(situation: Situation, rests_on: tuple[str, ...]) -> tuple[Answer, ...]:
    return tuple(answer for answer in situation.answers if answer.question.id in rests_on)


def _provisions(flow: Flow, cites: tuple[str, ...], day: date) -> tuple[Provision, ...]:
    return tuple(provision for cite in cites for provision in flow.laws.on(cite, day))


def _deadline(flow: Flow, step: Step, known: Known, day: date, today: date) -> Deadline | None:
    if step.due is None:
        return None
    provision = next(iter(flow.laws.on(step.due.by, day)), None)
    answered = known.get(step.due.after)
    if answered is None or answered.values == (UNKNOWN,):
        return Deadline(step.due, None, provision, today)
    # The first day is not counted (民法典 201, 民诉法 85), so the span is simply added.
    last = later(date.fromisoformat(answered.values[0]), step.due.span)
    return Deadline(step.due, last, provision, today)
