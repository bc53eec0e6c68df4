"""The conditions of a flow as nodes of a diagram."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from collector_guard.flow.conditions import reads
from collector_guard.flow.draft import Draft
from collector_guard.flow.model import Fact, Finding, Flow, Outcome, Question, Step
from collector_guard.flow.when import Aged, AllOf, AnyOf, Condition, Is, Within
from collector_guard.review.proof.answer_classes import KNOWN, Predicate
from collector_guard.review.proof.bdd import BDD, FALSE, TRUE

Variables = Mapping[Predicate, int]


class Encoding:
    """The conditions of one flow as nodes of a diagram.

    Its questions get their variables one after another, in the order of asking; until then, no answer to them is
    known. Facts are expanded in the order of the flow, so that none has to be looked up below another.
    """

    def __init__(self, flow: Flow, bdd: BDD) -> None:
        self.flow = flow
        self._bdd = bdd
        self._variables: dict[str, Variables] = {}
        self._ended: dict[str, int] = {}
        self._facts: dict[str, dict[str, int]] = {fact.id: {} for fact in flow.facts}
        self._ready = _facts_by_last_question(flow)
        self._ending = _facts_below(flow, (one.when for one in flow.outcomes if one.at_once))
        self._expand(self._ready.get(None, ()))

    def take_turn(self, question: Question) -> int:
        """That a question is asked when its turn comes: the questions before it have their variables."""
        self._expand(self._ending)
        self._ended[question.id] = self._bdd.or_(*(self.holds(one.when) for one in self.flow.outcomes if one.at_once))
        return self.asked(question)

    def asked(self, question: Question) -> int:
        """That a question is asked."""
        return self._bdd.diff(self.holds(question.when), self.ended(question))

    def ended(self, question: Question) -> int:
        """That asking has ended before the turn of a question."""
        return self._ended[question.id]

    def give(self, question: str, variables: Variables) -> None:
        """Give a question its variables."""
        self._variables[question] = variables
        self._expand(self._ready.get(question, ()))

    def holds(self, condition: Condition) -> int:
        """That a condition holds."""
        match condition:
            case AllOf(parts):
                return self._bdd.and_(*map(self.holds, parts))
            case AnyOf(parts):
                return self._bdd.or_(*map(self.holds, parts))
            case Is(name, values):
                fact = self._facts.get(name)
                return self._bdd.or_(*(self._is(name, one) if fact is None else fact.get(one, FALSE) for one in values))
            case Within():
                return self._within(condition)
        return self._aged(condition)

    def firsts(self, rows: Iterable[tuple[str, Condition]]) -> dict[str, int]:
        """For each name, that one of its conditions is the first to hold."""
        firsts: dict[str, int] = {}
        left = TRUE
        for name, condition in rows:
            held = self.holds(condition)
            firsts[name] = self._bdd.or_(firsts.get(name, FALSE), self._bdd.and_(left, held))
            left = self._bdd.diff(left, held)
        return firsts

    def values(self, fact: Fact) -> dict[str, int]:
        """For each value of a fact, that it has it."""
        return self.firsts((row.value, row.when) for row in fact.rows)

    def outcome(self, outcome: Outcome) -> int:
        """That an outcome is the first to hold."""
        return self._outcomes[outcome.id]

    def in_plan(self, entry: Step | Finding | Draft) -> int:
        """That a step, finding or draft is in the plan: an outcome that stands alone leaves no room for it."""
        return self._bdd.diff(self.holds(entry.when), self.alone)

    @cached_property
    def _outcomes(self) -> dict[str, int]:
        return self.firsts((one.id, one.when) for one in self.flow.outcomes)

    @cached_property
    def alone(self) -> int:
        """That the outcome stands alone."""
        return self._bdd.or_(*(self._outcomes[one.id] for one in self.flow.outcomes if one.alone))

    def _expand(self, facts: Iterable[Fact]) -> None:
        for fact in facts:
            self._facts[fact.id] = self.values(fact)

    def _is(self, question: str, predicate: Predicate) -> int:
        variables = self._variables.get(question)
        return FALSE if variables is None else self._bdd.variable(variables[predicate])

    def _within(self, test: Within) -> int:
        bdd = self._bdd
        after_start = self._is(test.name, test.start) if test.start else TRUE
        before_end = bdd.not_(self._is(test.name, test.before)) if test.before else TRUE
        over_midnight = test.start and test.before and ":" in test.start and test.start > test.before
        measured = bdd.or_(after_start, before_end) if over_midnight else bdd.and_(after_start, before_end)
        return bdd.and_(self._is(test.name, KNOWN), measured)

    def _aged(self, test: Aged) -> int:
        bdd = self._bdd
        older = self._is(test.name, test.older) if test.older else TRUE
        newer = bdd.not_(self._is(test.name, test.newer)) if test.newer else TRUE
        return bdd.and_(self._is(test.name, KNOWN), older, newer)


def _facts_by_last_question(flow: Flow) -> dict[str | None, list[Fact]]:
    """The facts that can be expanded once a question has its variables; under None those that read no question."""
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
