"""What in a flow can never happen or never matters, and which promises are broken: proved over every situation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from collector_guard.files.document import Written
from collector_guard.files.errors import Problem
from collector_guard.flow.model import Fact, Finding, Flow, Outcome, Promise, Question, Step
from collector_guard.flow.when import Aged, AllOf, AnyOf, Condition, Is, Within
from collector_guard.review.proof.answer_classes import Taken
from collector_guard.review.proof.diagrams import FALSE, BudgetError
from collector_guard.review.proof.promises import names
from collector_guard.review.proof.prover import Proof
from collector_guard.review.proof.walks import Walks

Variant = tuple[str, Condition]
Named = TypeVar("Named", Question, Fact, Finding, Step, Outcome, Promise)


@dataclass
class Sense:
    """The prover's look at one flow; `proofs` and `states` count what it took."""

    flow: Flow
    proofs: int = 0
    states: int = 0

    def __post_init__(self) -> None:
        self.prover = Walks(self.flow)
        self.reading = self.prover.readings[0]
        self.diagrams = self.prover.diagrams
        self.alone = self.diagrams.either(*(self.reading.outcome(one) for one in self.flow.outcomes if one.alone))

    def problems(self) -> Iterator[Problem]:
        """Everything without sense, in the order of the flow; what exceeds the budget is said to be not proved."""
        flow = self.flow
        yield from self._each(self._question, flow.questions)
        yield from self._each(self._fact, flow.facts)
        yield from self._each(partial(self._shown, "never-found"), flow.findings)
        yield from self._each(partial(self._shown, "step-never-shown"), flow.steps)
        yield from self._each(self._outcome, flow.outcomes)
        yield from self._each(self._promise, flow.promises)

    def within_budget(self, name: str, look: Callable[[], Iterator[Problem]]) -> Iterator[Problem]:
        """What a look finds; where it exceeds the budget, that what it looks at is not proved."""
        self.diagrams.renew_budget()
        try:
            yield from look()
        except BudgetError:
            yield self.problem(name, "not-proved", name=str(name))

    def broken(self, promise: Promise) -> Proof:
        """A situation that breaks a promise, if there is one."""
        when = self.reading.truth(promise.when)
        if promise.demand == "never":
            return self._never(when, promise.named)
        if promise.demand == "first":
            return self._at_the_end(self._another_first(when, promise.named))
        return self._at_the_end(self.diagrams.but_not(when, self.diagrams.either(*self._told(promise.named))))

    def _never(self, when: int, named: Mapping[str, tuple[str, ...]]) -> Proof:
        """A situation in which a plan has one of these; each is looked at alone, since together they grow too large."""
        proof = Proof(None, 0)
        for told in self._told(named):
            proof = self.somewhere(self.diagrams.both(when, told))
            if proof.answers is not None or not proof.decided:
                break
        return proof

    def in_plan(self, entry: Step | Finding) -> int:
        """That a step or finding is in the plan: an outcome that stands alone leaves no room for it."""
        return self.diagrams.but_not(self.reading.truth(entry.when), self.alone)

    def somewhere(self, truth: int) -> Proof:
        """Whether a truth holds in any situation."""
        return self.counted(self.prover.somewhere(truth))

    def impossible(self, proof: Proof, name: str, kind: str, **values: object) -> Iterator[Problem]:
        """The problem that something can never be, unless it is proved to be somewhere."""
        if not proof.decided:
            yield self.problem(name, "not-proved", name=str(name))
        elif proof.answers is None:
            yield self.problem(name, kind, name=name, **values)

    def idle(self, proof: Proof, word: str, name: str) -> Iterator[Problem]:
        """The problem that a word makes no difference, unless it is proved to make one somewhere."""
        if not proof.decided:
            yield self.problem(word, "not-proved", name=str(name))
        elif proof.answers is None:
            yield self.problem(word, "changes-nothing", word=str(word), name=str(name))

    def counted(self, proof: Proof) -> Proof:
        """A proof, added to what all of them took."""
        self.proofs += 1
        self.states += proof.states
        return proof

    def problem(self, written: str, kind: str, /, **values: object) -> Problem:
        """A problem at the line of a name as it is written."""
        file, line = (written.file, written.line) if isinstance(written, Written) else (self.flow.id, 1)
        return Problem(file, line, kind, tuple(values.items()))

    def _each(self, look: Callable[[Named], Iterator[Problem]], entries: Iterable[Named]) -> Iterator[Problem]:
        for entry in entries:
            yield from self.within_budget(entry.id, partial(look, entry))

    def _question(self, question: Question) -> Iterator[Problem]:
        asked = self.reading.asked(question.id)
        yield from self.impossible(self._before(question, asked), question.id, "never-asked")
        for word, variant in variants(question.when):
            other = self.diagrams.but_not(self.reading.truth(variant), self.reading.ended)
            yield from self.idle(self._before(question, self.diagrams.differing(asked, other)), word, question.id)

    def _fact(self, fact: Fact) -> Iterator[Problem]:
        rows = self.reading.first_of(
            (str(place), self.reading.truth(row.when)) for place, row in enumerate(fact.rows, 1)
        )
        for number, row in zip(rows, fact.rows, strict=True):
            proof = self.somewhere(rows[number])
            yield from self.impossible(proof, row.value, "row-never-holds", number=number, fact=str(fact.id))
        values = self._values(fact)
        for place, row in enumerate(fact.rows):
            for word, variant in variants(row.when):
                changed = (*fact.rows[:place], replace(row, when=variant), *fact.rows[place + 1 :])
                others = self._values(replace(fact, rows=changed))
                yield from self.idle(self.somewhere(self._any_differs(values, others)), word, fact.id)

    def _values(self, fact: Fact) -> dict[str, int]:
        return self.reading.first_of((row.value, self.reading.truth(row.when)) for row in fact.rows)

    def _shown(self, kind: str, entry: Step | Finding) -> Iterator[Problem]:
        shown = self.in_plan(entry)
        yield from self.impossible(self.somewhere(shown), entry.id, kind)
        for word, variant in variants(entry.when):
            other = self.in_plan(replace(entry, when=variant))
            yield from self.idle(self.somewhere(self.diagrams.differing(shown, other)), word, entry.id)

    def _outcome(self, outcome: Outcome) -> Iterator[Problem]:
        yield from self.impossible(self.somewhere(self.reading.outcome(outcome)), outcome.id, "outcome-never-holds")
        firsts = self._firsts(self.flow.outcomes)
        for word, variant in variants(outcome.when):
            changed = tuple(replace(one, when=variant) if one is outcome else one for one in self.flow.outcomes)
            yield from self.idle(self.somewhere(self._any_differs(firsts, self._firsts(changed))), word, outcome.id)

    def _firsts(self, outcomes: tuple[Outcome, ...]) -> dict[str, int]:
        return self.reading.first_of((one.id, self.reading.truth(one.when)) for one in outcomes)

    def _any_differs(self, values: Mapping[str, int], others: Mapping[str, int]) -> int:
        return self.diagrams.either(
            *(self.diagrams.differing(values.get(one, FALSE), others.get(one, FALSE)) for one in {**values, **others})
        )

    def _promise(self, promise: Promise) -> Iterator[Problem]:
        when = self.reading.truth(promise.when)
        prove = self.somewhere if promise.demand == "never" else self._at_the_end
        yield from self.impossible(prove(when), promise.id, "promise-never-applies")
        for word, variant in variants(promise.when):
            other = self.reading.truth(variant)
            yield from self.idle(prove(self.diagrams.differing(when, other)), word, promise.id)
        proof = self.broken(promise)
        if not proof.decided:
            yield self.problem(promise.id, "not-proved", name=str(promise.id))
        elif proof.answers is not None:
            yield self.problem(promise.id, "promise-broken", name=promise.id, answers=in_short(proof.answers))

    def _told(self, named: Mapping[str, tuple[str, ...]]) -> Iterator[int]:
        """Of each thing that a promise names, that a plan has it."""
        yield from (self.in_plan(step) for step in self.flow.steps if step_is_named(step, named))
        yield from (self.in_plan(finding) for finding in self.flow.findings if finding_is_named(finding, named))
        yield from (self.reading.outcome(one) for one in self.flow.outcomes if outcome_is_named(one, named))

    def _another_first(self, when: int, named: Mapping[str, tuple[str, ...]]) -> int:
        """That in one of these situations the card, or without one the first step for now, is nothing promised."""
        acts = {"acts": named.get("acts", ())}
        others, left = FALSE, when
        for outcome in (one for one in self.flow.outcomes if one.card):
            here = self.diagrams.both(when, self.reading.outcome(outcome))
            left = self.diagrams.but_not(left, here)
            others = others if outcome_is_named(outcome, acts) else self.diagrams.either(others, here)
        for step in (one for one in self.flow.steps if one.urgency == "now"):
            here = self.diagrams.both(left, self.in_plan(step))
            left = self.diagrams.but_not(left, here)
            others = others if step_is_named(step, named) else self.diagrams.either(others, here)
        return self.diagrams.either(others, left)

    def _before(self, question: Question, truth: int) -> Proof:
        return self.counted(self.prover.before(question.id, truth))

    def _at_the_end(self, truth: int) -> Proof:
        return self.counted(self.prover.at_the_end(truth))


def step_is_named(step: Step, named: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a promise names a step: by its id, an act of it, or what it cites."""
    cites = {*step.cites, step.due.by} if step.due else {*step.cites}
    there = {"steps": {step.id}, "acts": {*step.acts}, "provisions": cites}
    return any(names(named[what], there[what]) for what in named if what in there)


def finding_is_named(finding: Finding, named: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a promise names a finding: by its id or what it cites."""
    there = {"findings": {finding.id}, "provisions": {*finding.cites}}
    return any(names(named[what], there[what]) for what in named if what in there)


def outcome_is_named(outcome: Outcome, named: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a promise names an outcome: by its id or an act of its card."""
    there = {"outcomes": {outcome.id}, "acts": {*outcome.card.acts} if outcome.card else set()}
    return any(names(named[what], there[what]) for what in named if what in there)


def in_short(answers: Mapping[str, Taken]) -> tuple[str, ...]:
    """Answers as they are given on a command line."""
    return tuple(f"{name}={','.join(taken)}" for name, taken in answers.items())


def first_name(condition: Condition) -> str:
    """The word that stands for a condition or a part of one: the name it reads first."""
    while isinstance(condition, AllOf | AnyOf):
        condition = condition.parts[0]
    return condition.name


def variants(condition: Condition) -> Iterator[Variant]:
    """A condition less one of its words, each with that word: a line, a member of a list, a bound."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for place, part in enumerate(parts):
                before, after = parts[:place], parts[place + 1 :]
                if isinstance(condition, AllOf) or before or after:
                    yield first_name(part), replace(condition, parts=(*before, *after))
                for word, variant in variants(part):
                    yield word, replace(condition, parts=(*before, variant, *after))
        case Is(_, values) if values[1:]:
            for value in values:
                yield value, replace(condition, values=tuple(one for one in values if one != value))
        case Within() | Aged():
            yield from _less_a_bound(condition)


def _less_a_bound(condition: Within | Aged) -> Iterator[Variant]:
    match condition:
        case Within(name, start, before) if start and before:
            yield name, replace(condition, start=None)
            yield name, replace(condition, before=None)
        case Aged(name, older, newer) if older and newer:
            yield name, replace(condition, older=None)
            yield name, replace(condition, newer=None)
