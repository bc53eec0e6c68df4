"""Walk a flow: answers in, Plan out."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from collector_guard.conditions import TIME, Held, Known, because, later, reads
from collector_guard.errors import StatedError
from collector_guard.flow import (
    ANY,
    NONE,
    UNKNOWN,
    Answer,
    Deadline,
    Flow,
    Found,
    Plan,
    Promise,
    Question,
    Situation,
    Step,
    Told,
)
from collector_guard.law import Provision
from collector_guard.when import AllOf, AnyOf, Condition

LONGEST_ANSWER = 200
FIRST_YEAR, LAST_YEAR = 1900, 2199
FULL_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)} | {ord("："): ":", ord("－"): "-", ord("／"): "/"}
CLOCK = re.compile(r"(\d{1,2})[:点时.](?:(\d{1,2})分?|(半))?")
CALENDAR = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")

Taken = tuple[str, ...]


class Back:
    """What `ask` returns to go back to the question before."""


BACK = Back()
Ask = Callable[[Question, Situation, Taken | None], Taken | Back]


def walk(flow: Flow, ask: Ask, *, on: date, given: Mapping[str, Taken] | None = None) -> Plan:
    """Ask every question that comes up and is not in `given`; the plan of the complete situation.

    `ask` gets the question, the situation so far, and what was answered before it was gone back to.
    """
    taken = dict(given or {})
    suggestions: dict[str, Taken] = {}
    while True:
        situation = replay(flow, taken, on=on)
        question = next_question(flow, situation)
        if question is None:
            return plan_of(flow, situation)
        reply = ask(question, situation, suggestions.get(question.id))
        if isinstance(reply, Back):
            if situation.answers:
                last = situation.answers[-1]
                suggestions[last.question.id] = taken.pop(last.question.id)
        else:
            taken[question.id] = reply


def replay(flow: Flow, taken: Mapping[str, Taken], *, on: date) -> Situation:
    """The situation to which these answers lead: what is not asked does not count, the first unanswered stops it."""
    situation = Situation((), complete=False, today=on)
    while question := next_question(flow, situation):
        if question.id not in taken:
            return situation
        situation = Situation((*situation.answers, Answer(question, taken[question.id])), complete=False, today=on)
    return Situation(situation.answers, complete=True, today=on)


def next_question(flow: Flow, situation: Situation) -> Question | None:
    """The question that comes next; None when asking has ended."""
    known = known_in(flow, situation)
    if any(_holds(outcome.when, known, situation) for outcome in flow.outcomes if outcome.at_once):
        return None
    place = flow.questions.index(situation.answers[-1].question) + 1 if situation.answers else 0
    later_ones = flow.questions[place:]
    return next((question for question in later_ones if _holds(question.when, known, situation)), None)


def may_follow(flow: Flow, situation: Situation) -> tuple[Question, ...]:
    """The questions that can still come up, in order; never too few, since facts that may change count as open."""
    known = known_in(flow, situation)
    place = flow.questions.index(situation.answers[-1].question) + 1 if situation.answers else 0
    following: list[Question] = []
    for question in flow.questions[place:]:
        undecided = _undecided(flow, {question.id for question in following})
        if _may_hold(question.when, known, undecided, situation):
            following.append(question)
    return tuple(following)


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


def accept(question: Question, texts: tuple[str, ...]) -> Taken:
    """The one gate for every answer: choice ids, a time or a date as typed; StatedError where it does not fit."""
    if any(len(text) > LONGEST_ANSWER or _unclean(text) for text in texts):
        raise StatedError("unclean-answer", question=question.id, longest=LONGEST_ANSWER)
    texts = tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))
    if not texts:
        raise StatedError("no-answer", question=question.id)
    if question.kind != "many" and len(texts) > 1:
        raise StatedError("one-answer-only", question=question.id)
    known = tuple(choice.id for choice in question.choices)
    if question.kind in ("time", "date") and texts[0] not in known:
        return (_clock(texts[0]) if question.kind == "time" else _calendar(texts[0]),)
    for text in texts:
        if text not in known:
            raise StatedError("unknown-choice", question=question.id, name=text, known=known)
    if len(texts) > 1 and (alone := next((text for text in texts if text in (NONE, UNKNOWN)), None)):
        raise StatedError("excludes-others", question=question.id, name=alone)
    return tuple(choice for choice in known if choice in texts)


def is_kept(promise: Promise, plan: Plan) -> bool:
    """Whether a plan keeps a promise; one whose situations are others is kept."""
    situation = plan.situation
    if not _holds(promise.when, known_in(plan.flow, situation), situation):
        return True
    if promise.demand == "never":
        return not _has(promise, _told(plan))
    if not situation.complete:
        return True
    return _has(promise, _told(plan) if promise.demand == "shows" else _first(plan))


def names(named: tuple[str, ...], there: set[str]) -> bool:
    """Whether what a promise names is among what is there."""
    if named == (ANY,):
        return bool(there)
    # Naming an article names its paragraphs and items too.
    return any(name == wanted or name.startswith(wanted + ".") for wanted in named for name in there)


def _holds(condition: Condition, known: Known, situation: Situation) -> bool:
    return because(condition, known, situation.today) is not None


def _undecided(flow: Flow, questions: set[str]) -> set[str]:
    """These questions, and the facts that may change with them."""
    undecided = set(questions)
    for fact in flow.facts:
        if any(name in undecided for row in fact.rows for name in reads(row.when)):
            undecided.add(fact.id)
    return undecided


def _may_hold(condition: Condition, known: Known, undecided: set[str], situation: Situation) -> bool:
    match condition:
        case AllOf(parts):
            return all(_may_hold(part, known, undecided, situation) for part in parts)
        case AnyOf(parts):
            return any(_may_hold(part, known, undecided, situation) for part in parts)
    return condition.name in undecided or _holds(condition, known, situation)


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


def _told(plan: Plan) -> dict[str, set[str]]:
    """Every id in a plan, by what a promise may name."""
    cites = {cite for entry in plan.findings for cite in entry.finding.cites}
    cites |= {cite for told in plan.steps for cite in told.step.cites}
    cites |= {told.step.due.by for told in plan.steps if told.step.due}
    return {
        "acts": set(plan.acts),
        "steps": {told.step.id for told in plan.steps},
        "findings": {found.finding.id for found in plan.findings},
        "outcomes": {plan.outcome.id},
        "provisions": cites,
    }


def _first(plan: Plan) -> dict[str, set[str]]:
    """The card, or without one the first step to take now, by what a promise may name."""
    if plan.card:
        return {"acts": set(plan.card.acts)}
    now = plan.urgent("now")[:1]
    return {"acts": {act for told in now for act in told.step.acts}, "steps": {told.step.id for told in now}}


def _has(promise: Promise, told: Mapping[str, set[str]]) -> bool:
    return any(names(named, told.get(what, set())) for what, named in promise.named.items())


def _unclean(text: str) -> bool:
    return any(unicodedata.category(character)[0] == "C" for character in text)


def _clock(text: str) -> str:
    found = CLOCK.fullmatch(text.translate(FULL_WIDTH).replace(" ", ""))
    written = f"{int(found[1]):02}:{30 if found[3] else int(found[2] or 0):02}" if found else ""
    if not TIME.fullmatch(written):
        raise StatedError("not-a-time", name=text)
    return written


def _calendar(text: str) -> str:
    found = CALENDAR.fullmatch(text.translate(FULL_WIDTH).replace(" ", ""))
    try:
        day = date(int(found[1]), int(found[2]), int(found[3])) if found else date.min
    except ValueError:
        day = date.min
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise StatedError("not-a-day", name=text)
    return day.isoformat()
