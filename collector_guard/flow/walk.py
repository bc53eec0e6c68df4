"""Walk a flow: which question comes next, and the situation that answers lead to."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from collector_guard.flow.conditions import Known, conditions_of, holds, reads, tests_in
from collector_guard.flow.model import Fact, Flow, Question, Taken
from collector_guard.flow.plan import Plan, plan_of
from collector_guard.flow.situation import NO_ANSWERS, Answer, Answers, Situation, known_in
from collector_guard.flow.when import AllOf, AnyOf, Condition, Measure, Within

Ask: TypeAlias = Callable[[Question, Situation, Taken | None], Taken]


def walk(flow: Flow, ask: Ask, *, on: date, given: Answers = NO_ANSWERS) -> Plan:
    """Ask every question that comes up and is not in `given`; return the plan of the complete situation.

    `ask` gets the question, the situation so far, and what was said last when the question was asked before.
    """
    walked = Walk(flow, on=on, given=given)
    while question := walked.question:
        walked.answer(ask(question, walked.situation, walked.suggestion))
    return walked.plan


class Walk:
    """One walk through a flow.

    `answers` are those that count; `situation` is what they lead to, and `question` what comes next there, None when
    asking has ended.
    """

    def __init__(self, flow: Flow, *, on: date, given: Answers = NO_ANSWERS, said: Answers = NO_ANSWERS) -> None:
        """Begin with answers given in advance, and those once `said` that are to be asked for again."""
        self.flow = flow
        self.on = on
        self.answers = {question.id: given[question.id] for question in flow.questions if question.id in given}
        self._said = dict(said)
        # The question being changed, and the answers before.
        self._undo: tuple[str, dict[str, Taken]] | None = None
        self._reach(replay(flow, self.answers, on=on))

    def _reach(self, situation: Situation) -> None:
        """Be in the situation that the answers lead to, before the question that comes next there."""
        self.situation = situation
        self.question = next_question(self.flow, situation)
        self._plan: Plan | None = None

    @property
    def plan(self) -> Plan:
        """The plan of the situation, complete or not."""
        if self._plan is None:
            self._plan = plan_of(self.flow, self.situation)
        return self._plan

    @property
    def suggestion(self) -> Taken | None:
        """The last answer to the question that comes next."""
        return self._said.get(self.question.id) if self.question else None

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is an answer to take back, or a change to give up."""
        return bool(self.situation.answers) or self._is_changing

    @property
    def most_left(self) -> int:
        """How many questions can come up at most, the next one included; never too few."""
        return sum(question.id not in self.answers for question in may_follow(self.flow, self.situation))

    @property
    def waiting(self) -> dict[str, Taken]:
        """Answers to questions that may yet come up and that count without being asked for again."""
        return {name: taken for name, taken in self.answers.items() if name in self._ahead()}

    @property
    def withdrawn(self) -> dict[str, Taken]:
        """Answers that were said once, do not count, and may yet be asked for again."""
        ahead = self._ahead()
        return {name: taken for name, taken in self._said.items() if name in ahead and name not in self.answers}

    def answer(self, taken: Taken) -> None:
        """Take an answer to the question that comes next."""
        question = self.question
        if question is None:
            raise ValueError(taken)  # asking has ended
        self.answers[question.id] = self._said[question.id] = taken
        self._reach(replay(self.flow, self.answers, on=self.on, begun=self.situation.answers))

    def back(self) -> None:
        """Take back the last answer; at the question being changed, give up the change."""
        if self._undo and self._is_changing:
            self.answers = self._undo[1]
        else:
            self._forget_what_was_not_asked()
            if asked := self._asked():
                last = [name for name in self.answers if name in asked][-1]
                self._said[last] = self.answers.pop(last)
        self._reach(replay(self.flow, self.answers, on=self.on))

    def change(self, question: Question) -> None:
        """Ask for one answer again; the others stay, but those that were not asked for here no longer count."""
        self._forget_what_was_not_asked()
        self._said |= self.answers
        self._undo = (question.id, dict(self.answers))
        del self.answers[question.id]
        self._reach(replay(self.flow, self.answers, on=self.on))

    def _forget_what_was_not_asked(self) -> None:
        """Once asking has ended, turn answers that were not asked for into suggestions."""
        if self.situation.complete:
            self._said |= self.answers
            self._undo = None
            asked = self._asked()
            self.answers = {name: taken for name, taken in self.answers.items() if name in asked}

    @property
    def _is_changing(self) -> bool:
        """Tell whether the question that comes next is the one that is being changed."""
        return self._undo is not None and self.question is not None and self.question.id == self._undo[0]

    def _asked(self) -> set[str]:
        return {answer.question.id for answer in self.situation.answers}

    def _ahead(self) -> set[str]:
        """The questions that may yet come up."""
        if self.situation.complete:
            return set()
        return {question.id for question in may_follow(self.flow, self.situation)}


def replay(flow: Flow, taken: Answers, *, on: date, begun: tuple[Answer, ...] = ()) -> Situation:
    """The situation to which these answers lead: skip questions that are not asked, stop at the first unanswered one.

    `begun` are answers that are known to come first.
    """
    situation = Situation(begun, complete=False, today=on)
    while question := next_question(flow, situation):
        if question.id not in taken:
            return situation
        situation = Situation((*situation.answers, Answer(question, taken[question.id])), complete=False, today=on)
    return Situation(situation.answers, complete=True, today=on)


def next_question(flow: Flow, situation: Situation) -> Question | None:
    """The question that comes next; None when asking has ended."""
    known = known_in(flow, situation)
    if any(holds(outcome.when, known, situation.today) for outcome in flow.outcomes if outcome.at_once):
        return None
    return next(
        (question for question in _later(flow, situation) if holds(question.when, known, situation.today)), None
    )


def may_follow(flow: Flow, situation: Situation) -> tuple[Question, ...]:
    """The questions that can still come up, in order; never too few, since facts that may change count as open."""
    known = known_in(flow, situation)
    following: list[Question] = []
    undecided: set[str] = set()
    for question in _later(flow, situation):
        if _may_hold(question.when, known, undecided, situation):
            following.append(question)
            undecided.add(question.id)
            for fact in flow.facts:
                if fact.id not in undecided and _may_change(fact, undecided):
                    undecided.add(fact.id)
    return tuple(following)


def bounds_of(question: Question, flow: Flow) -> frozenset[Measure]:
    """The times or dates at which something changes in what follows from the answer to a question."""
    tests = (test for condition in conditions_of(flow) for test in tests_in(condition) if test.name == question.id)
    bounds = (bound for test in tests if isinstance(test, Within) for bound in (test.start, test.before))
    return frozenset(filter(None, bounds))


def _later(flow: Flow, situation: Situation) -> tuple[Question, ...]:
    """The questions that stand behind the last one answered."""
    return flow.questions[flow.questions.index(situation.answers[-1].question) + 1 if situation.answers else 0 :]


def _may_change(fact: Fact, undecided: set[str]) -> bool:
    return any(name in undecided for row in fact.rows for name in reads(row.when))


def _may_hold(condition: Condition, known: Known, undecided: set[str], situation: Situation) -> bool:
    match condition:
        case AllOf(parts):
            return all(_may_hold(part, known, undecided, situation) for part in parts)
        case AnyOf(parts):
            return any(_may_hold(part, known, undecided, situation) for part in parts)
    return condition.name in undecided or holds(condition, known, situation.today)
