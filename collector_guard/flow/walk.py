"""Walk a flow: which question comes next, and the situation that answers lead to."""

from collections.abc import Callable, Mapping
from datetime import date

from collector_guard.flow.conditions import Known, reads, reason_for
from collector_guard.flow.model import Flow, Question
from collector_guard.flow.plan import Plan, plan_of
from collector_guard.flow.situation import Answer, Situation, Taken, known_in
from collector_guard.flow.when import AllOf, AnyOf, Condition


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


def _holds(condition: Condition, known: Known, situation: Situation) -> bool:
    return reason_for(condition, known, situation.today) is not None


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
