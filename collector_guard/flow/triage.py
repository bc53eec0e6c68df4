"""Walk a flow: answers in, Plan out."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from collector_guard.files.errors import StatedError
from collector_guard.flow.conditions import TIME, Held, Known, because, later, reads
from collector_guard.flow.model import (
    NONE,
    UNKNOWN,
    Answer,
    Deadline,
    Flow,
    Found,
    Plan,
    Question,
    Situation,
    Step,
    Told,
)
from collector_guard.flow.when import AllOf, AnyOf, Condition
from collector_guard.law.model import Provision

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
Review = Callable[[Plan], Question | Back | None]


def walk(
    flow: Flow, ask: Ask, *, on: date, given: Mapping[str, Taken] | None = None, review: Review | None = None
) -> Plan:
    """Ask every question that comes up and is not in `given`; the plan of the complete situation.

    `ask` gets the question, the situation so far, and what was answered last when it was asked before. Once nothing
    is left to ask, and if anything was, `review` gets the plan and tells which answer to change, BACK for the one
    given last, or None to end: then the question is asked again, and whatever comes up by its new answer.
    """
    given = given or {}
    book = _Book({question.id: given[question.id] for question in flow.questions if question.id in given})
    asked = False
    while True:
        situation = replay(flow, book.counts, on=on)
        question = next_question(flow, situation)
        if question is None:
            plan = plan_of(flow, situation)
            change = review(plan) if review and asked else None
            if change is None:
                return plan
            book.reopen(situation, change)
            continue
        asked = True
        reply = ask(question, situation, book.said.get(question.id))
        if isinstance(reply, Back):
            book.go_back(question, situation)
        else:
            book.take(question, reply)


class _Book:
    """The answers of a walk: those that count, in the order of answering, and what was last said to each question."""

    def __init__(self, given: Mapping[str, Taken]) -> None:
        self.counts = dict(given)
        self.said: dict[str, Taken] = {}
        self._change: tuple[str, dict[str, Taken]] | None = None

    def take(self, question: Question, reply: Taken) -> None:
        self.counts[question.id] = self.said[question.id] = reply

    def go_back(self, question: Question, situation: Situation) -> None:
        """Take back the answer given last; at the question that is being changed, give up the change."""
        if self._change and question.id == self._change[0]:
            self.counts = self._change[1]
        elif situation.answers:
            self._take_back_last(situation)

    def reopen(self, situation: Situation, change: Question | Back) -> None:
        """Ask again for one answer of a complete situation; what is not asked there no longer counts."""
        self.said |= self.counts
        asked = {answer.question.id for answer in situation.answers}
        self.counts = {name: taken for name, taken in self.counts.items() if name in asked}
        self._change = None
        if isinstance(change, Back):
            self._take_back_last(situation)
        else:
            self._change = (change.id, dict(self.counts))
            del self.counts[change.id]

    def _take_back_last(self, situation: Situation) -> None:
        asked = {answer.question.id for answer in situation.answers}
        last = [name for name in self.counts if name in asked][-1]
        self.said[last] = self.counts.pop(last)


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
