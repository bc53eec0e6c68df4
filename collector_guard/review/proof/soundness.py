"""What in a flow can never happen or never matters, and which promises are broken: proved over every situation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from collector_guard.files.errors import Problem
from collector_guard.flow.model import Fact, Finding, Outcome, Promise, Question, Step, Taken
from collector_guard.flow.when import Aged, AllOf, AnyOf, Condition, Is, Within
from collector_guard.review.located import problem_at
from collector_guard.review.proof.bdd import FALSE
from collector_guard.review.proof.promises import breach
from collector_guard.review.proof.prover import Proof, Prover, Verdict
from collector_guard.review.proof.situations import Among


def soundness_problems(prover: Prover) -> Iterator[Problem]:
    """Everything without sense in the prover's flow, in its order; what is undecided is said to be not proved."""
    sound = _Soundness(prover)
    flow = prover.flow
    for question in flow.questions:
        yield from sound.question(question)
    for fact in flow.facts:
        yield from sound.fact(fact)
    for finding in flow.findings:
        yield from sound.entry(finding, "never-found")
    for step in flow.steps:
        yield from sound.entry(step, "step-never-shown")
    for outcome in flow.outcomes:
        yield from sound.outcome(outcome)
    for promise in flow.promises:
        yield from sound.promise(promise)


def reached(verdict: Verdict, written: str, kind: str, **values: object) -> Iterator[Problem]:
    """The problem that something can never be, unless it is proved to be somewhere."""
    if verdict is Verdict.UNDECIDED:
        yield not_proved(written, written)
    elif verdict is Verdict.NOWHERE:
        yield problem_at(written, kind, name=str(written), **values)


def unbroken(proof: Proof, written: str, kind: str, **values: object) -> Iterator[Problem]:
    """The problem that a situation shows, unless it is proved that none does."""
    if proof.verdict is Verdict.UNDECIDED:
        yield not_proved(written, written)
    elif proof.verdict is Verdict.SOMEWHERE:
        yield problem_at(written, kind, name=str(written), **values, answers=in_short(proof.answers))


def every_word_matters(
    prover: Prover, name: str, condition: Condition, differs: Callable[[Condition], int], among: Among = Among.ALL
) -> Iterator[Problem]:
    """The words of a condition that could be left out: nowhere does what it decides differ by them."""
    for word, variant in variants(condition):
        verdict = prover.decide(partial(differs, variant), among)
        if verdict is Verdict.UNDECIDED:
            yield not_proved(word, name)
        elif verdict is Verdict.NOWHERE:
            yield problem_at(word, "changes-nothing", word=str(word), name=str(name))


def not_proved(written: str, name: str) -> Problem:
    """The problem that something takes too much to prove."""
    return problem_at(written, "not-proved", name=str(name))


def in_short(answers: Mapping[str, Taken]) -> tuple[str, ...]:
    """Answers as they are given on a command line."""
    return tuple(f"{name}={','.join(taken)}" for name, taken in answers.items())


def first_name(condition: Condition) -> str:
    """The word that stands for a condition or a part of one: the name it reads first."""
    while isinstance(condition, AllOf | AnyOf):
        condition = condition.parts[0]
    return condition.name


def variants(condition: Condition) -> Iterator[tuple[str, Condition]]:
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
        case Within(name, start, before) if start and before:
            yield name, replace(condition, start=None)
            yield name, replace(condition, before=None)
        case Aged(name, older, newer) if older and newer:
            yield name, replace(condition, older=None)
            yield name, replace(condition, newer=None)


class _Soundness:
    """The queries about each kind of entry."""

    def __init__(self, prover: Prover) -> None:
        self._prover = prover
        self._bdd = prover.bdd

    def question(self, question: Question) -> Iterator[Problem]:
        prover = self._prover
        verdict = prover.decide(lambda: prover.encoding.asked(question), Among.COMPLETE)
        yield from reached(verdict, question.id, "never-asked")
        matters = partial(self._asked_otherwise, question)
        yield from every_word_matters(prover, question.id, question.when, matters, Among.COMPLETE)

    def fact(self, fact: Fact) -> Iterator[Problem]:
        prover = self._prover
        for place, row in enumerate(fact.rows):
            verdict = prover.decide(partial(self._row, fact, place))
            yield from reached(verdict, row.value, "row-never-holds", number=place + 1, fact=str(fact.id))
        for place, row in enumerate(fact.rows):
            matters = partial(self._other_value, fact, place)
            yield from every_word_matters(prover, fact.id, row.when, matters)

    def entry(self, entry: Step | Finding, kind: str) -> Iterator[Problem]:
        """A step or finding, with the kind of problem that it has if it is in no plan."""
        prover = self._prover
        yield from reached(prover.decide(lambda: prover.encoding.in_plan(entry)), entry.id, kind)
        yield from every_word_matters(prover, entry.id, entry.when, partial(self._planned_otherwise, entry))

    def outcome(self, outcome: Outcome) -> Iterator[Problem]:
        prover = self._prover
        verdict = prover.decide(lambda: prover.encoding.outcome(outcome))
        yield from reached(verdict, outcome.id, "outcome-never-holds")
        yield from every_word_matters(prover, outcome.id, outcome.when, partial(self._other_outcome, outcome))
        steps = {step.id: step for step in prover.flow.steps}
        for lead in outcome.leads:
            yield from reached(
                prover.decide(partial(self._leads, steps[lead], outcome)),
                lead,
                "lead-never-in-plan",
                outcome=str(outcome.id),
            )

    def promise(self, promise: Promise) -> Iterator[Problem]:
        prover = self._prover
        among = Among.ALL if promise.demand == "never" else Among.COMPLETE
        verdict = prover.decide(lambda: prover.encoding.holds(promise.when), among)
        yield from reached(verdict, promise.id, "promise-never-applies")
        differs = partial(self._differs, promise.when)
        yield from every_word_matters(prover, promise.id, promise.when, differs, among)
        yield from unbroken(breach(promise, prover), promise.id, "promise-broken")

    def _differs(self, condition: Condition, variant: Condition) -> int:
        """That only one of two conditions holds."""
        return self._bdd.xor(self._prover.encoding.holds(condition), self._prover.encoding.holds(variant))

    def _asked_otherwise(self, question: Question, variant: Condition) -> int:
        return self._bdd.diff(self._differs(question.when, variant), self._prover.encoding.ended(question))

    def _planned_otherwise(self, entry: Step | Finding, variant: Condition) -> int:
        return self._bdd.diff(self._differs(entry.when, variant), self._prover.encoding.alone)

    def _row(self, fact: Fact, place: int) -> int:
        """That a row is the first to hold."""
        holds = self._prover.encoding.holds
        return self._bdd.diff(holds(fact.rows[place].when), self._before(fact, place))

    def _before(self, fact: Fact, place: int) -> int:
        """That a row before this one holds."""
        return self._bdd.or_(*(self._prover.encoding.holds(row.when) for row in fact.rows[:place]))

    def _other_value(self, fact: Fact, place: int, variant: Condition) -> int:
        """That a fact has another value if a row has this condition: the rows after it may say the same."""
        row, later = fact.rows[place], replace(fact, rows=fact.rows[place + 1 :])
        same = self._prover.encoding.values(later).get(row.value, FALSE)
        differs = self._bdd.diff(self._differs(row.when, variant), same)
        return self._bdd.diff(differs, self._before(fact, place))

    def _other_outcome(self, outcome: Outcome, variant: Condition) -> int:
        outcomes = self._prover.flow.outcomes
        before = (self._prover.encoding.holds(one.when) for one in outcomes[: outcomes.index(outcome)])
        return self._bdd.diff(self._differs(outcome.when, variant), self._bdd.or_(*before))

    def _leads(self, step: Step, outcome: Outcome) -> int:
        return self._bdd.and_(self._prover.encoding.outcome(outcome), self._prover.encoding.in_plan(step))
