"""The conditions of a flow in a logic: as nodes of a diagram, or as the walks in which they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from typing import Protocol

from collector_guard.flow.conditions import reads
from collector_guard.flow.draft import Draft
from collector_guard.flow.model import Fact, Finding, Flow, Outcome, Question, Step
from collector_guard.flow.when import Aged, AllOf, AnyOf, Condition, Is, Within
from collector_guard.review.proof.answer_classes import KNOWN, Predicate

FALSE = 0  # in every logic
Told = Mapping[Predicate, int]


class Logic(Protocol):
    """How truths are connected; each is a number, and zero is false."""

    def and_(self, *truths: int) -> int: ...

    def or_(self, *truths: int) -> int: ...

    def not_(self, truth: int) -> int: ...

    def xor(self, truth: int, other: int) -> int: ...

    def diff(self, truth: int, other: int) -> int:
        """That one holds and the other does not."""

    def apart(self) -> AbstractContextManager[None]:
        """Make what serves many queries, without taking from the budget of the one at hand."""


class Encoding:
    """The conditions of one flow as truths of a logic.

    What is true of the answers to its questions is given one question after another, in the order of asking; until
    then, no answer to them is known. Facts are expanded in the order of the flow, so that none has to be looked up
    below another.
    """

    def __init__(self, flow: Flow, logic: Logic) -> None:
        self.flow = flow
        self.logic = logic
        self._told: dict[str, Told] = {}
        # By identity, to look at the parts that conditions share only once; kept with them, so that none is reused.
        self._held: dict[int, tuple[Condition, int]] = {}
        self._ended: dict[str, int] = {}
        # What is left of a truth where none of the first outcomes holds, of one after another.
        self._left: dict[int, dict[int, int]] = {}
        self._before = {outcome.id: number for number, outcome in enumerate(flow.outcomes)}
        self._facts: dict[str, dict[str, int]] = {fact.id: {} for fact in flow.facts}
        self._ready = _facts_by_last_question(flow)
        self._ending = _facts_below(flow, (one.when for one in flow.outcomes if one.at_once))
        self._expand(self._ready.get(None, ()))

    def take_turn(self, question: Question) -> int:
        """That a question is asked when its turn comes: what is true of the answers before it was given."""
        self._expand(self._ending)
        self._ended[question.id] = self.logic.or_(*(self.holds(one.when) for one in self.flow.outcomes if one.at_once))
        return self.asked(question)

    def asked(self, question: Question) -> int:
        """That a question is asked."""
        return self.logic.diff(self.holds(question.when), self.ended(question))

    def ended(self, question: Question) -> int:
        """That asking has ended before the turn of a question."""
        return self._ended[question.id]

    def give(self, question: str, told: Told) -> None:
        """Give what is true of the answer to a question."""
        self._told[question] = told
        self._expand(self._ready.get(question, ()))

    def holds(self, condition: Condition) -> int:
        """That a condition holds."""
        known = self._held.get(id(condition))
        if known:
            return known[1]
        held = self._holds(condition)
        self._held[id(condition)] = condition, held
        return held

    def is_(self, name: str, value: str) -> int:
        """That a question has an answer, or a fact a value."""
        fact = self._facts.get(name)
        return self._is(name, value) if fact is None else fact.get(value, FALSE)

    def _holds(self, condition: Condition) -> int:
        match condition:
            case AllOf(parts):
                return self.logic.and_(*map(self.holds, parts))
            case AnyOf(parts):
                return self.logic.or_(*map(self.holds, parts))
            case Is(name, values):
                return self.logic.or_(*(self.is_(name, one) for one in values))
            case Within():
                return self._within(condition)
        return self._aged(condition)

    def firsts(self, rows: Iterable[tuple[str, Condition]]) -> dict[str, int]:
        """For each name, that one of its conditions is the first to hold."""
        firsts: dict[str, int] = {}
        left = self.logic.and_()
        for name, condition in rows:
            held = self.holds(condition)
            firsts[name] = self.logic.or_(firsts.get(name, FALSE), self.logic.and_(left, held))
            left = self.logic.diff(left, held)
        return firsts

    def values(self, fact: Fact) -> dict[str, int]:
        """For each value of a fact, that it has it."""
        return self.firsts((row.value, row.when) for row in fact.rows)

    def outcome(self, outcome: Outcome, context: int | None = None) -> int:
        """That a truth holds and an outcome is the first that does."""
        left = self.none_before(outcome, context)
        with self.logic.apart():
            return self.logic.and_(left, self.holds(outcome.when))

    def none_before(self, outcome: Outcome, context: int | None = None) -> int:
        """That a truth holds and none of the outcomes before one."""
        context = self.logic.and_() if context is None else context
        known = self._left.setdefault(context, {0: context})
        before = self._before[outcome.id]
        if before not in known:
            nearest = max(number for number in known if number < before)
            with self.logic.apart():
                # Joined first, so that nothing is made for the outcomes in between.
                passed = self._joined([self.holds(one.when) for one in self.flow.outcomes[nearest:before]])
                known[before] = self.logic.diff(known[nearest], passed)
        return known[before]

    def in_plan(self, entry: Step | Finding | Draft) -> int:
        """That a step, finding or draft is in the plan: an outcome that stands alone leaves no room for it."""
        return self.logic.diff(self.holds(entry.when), self.alone)

    def may_press(self, step: Step) -> int:
        """That the last day of a step can come before what leads; which day it is, is not known here."""
        if step.due is None:
            return FALSE
        waits = self.holds(self.flow.last_days_wait) if self.flow.last_days_wait else FALSE
        return self.logic.diff(self.in_plan(step), waits)

    @cached_property
    def alone(self) -> int:
        """That the outcome stands alone."""
        return self.logic.or_(*(self.outcome(one) for one in self.flow.outcomes if one.alone))

    def _expand(self, facts: Iterable[Fact]) -> None:
        self._held.clear()
        for fact in facts:
            self._facts[fact.id] = self.values(fact)

    def _joined(self, truths: Sequence[int]) -> int:
        """That any of some truths holds, joined by halves: of many large ones the parts stay small."""
        half = len(truths) // 2
        return truths[0] if not half else self.logic.or_(self._joined(truths[:half]), self._joined(truths[half:]))

    def _is(self, question: str, predicate: Predicate) -> int:
        told = self._told.get(question)
        return FALSE if told is None else told[predicate]

    def _within(self, test: Within) -> int:
        logic = self.logic
        after_start = self._is(test.name, test.start) if test.start else logic.and_()
        before_end = logic.not_(self._is(test.name, test.before)) if test.before else logic.and_()
        both = logic.or_ if test.passes_midnight else logic.and_
        return logic.and_(self._is(test.name, KNOWN), both(after_start, before_end))

    def _aged(self, test: Aged) -> int:
        logic = self.logic
        older = self._is(test.name, test.older) if test.older else logic.and_()
        newer = logic.not_(self._is(test.name, test.newer)) if test.newer else logic.and_()
        return logic.and_(self._is(test.name, KNOWN), older, newer)


def _facts_by_last_question(flow: Flow) -> dict[str | None, list[Fact]]:
    """The facts that can be expanded once a question was given; under None those that read no question."""
    place = {question.id: number for number, question in enumerate(flow.questions)}
    for fact in flow.facts:
        place[fact.id] = max((place[name] for row in fact.rows for name in reads(row.when)), default=-1)
    found: dict[str | None, list[Fact]] = {}
    for fact in flow.facts:
        last = None if place[fact.id] < 0 else flow.questions[place[fact.id]].id
        found.setdefault(last, []).append(fact)
    return found


def _facts_below(flow: Flow, conditions: Iterable[Condition]) -> tuple[Fact, ...]:
    """The facts that conditions read, themselves or through others, in the order of the flow."""
    wanted = {name for condition in conditions for name in reads(condition)}
    for fact in reversed(flow.facts):
        if fact.id in wanted:
            wanted.update(name for row in fact.rows for name in reads(row.when))
    return tuple(fact for fact in flow.facts if fact.id in wanted)
