"""What in a flow can never happen or never matters, and which promises are broken: proved over every situation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from collector_guard.files.errors import Problem
from collector_guard.flow.model import Fact, Finding, Outcome, Promise, Question, Row, Step, Taken
from collector_guard.flow.when import Aged, AllOf, AnyOf, Condition, Is, Within
from collector_guard.review.located import problem_at
from collector_guard.review.proof.bdd import FALSE, TRUE
from collector_guard.review.proof.promises import breach
from collector_guard.review.proof.prover import Proof, Prover, Truth, Verdict
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
    prover: Prover, name: str, condition: Condition, context: Truth, among: Among = Among.ALL
) -> Iterator[Problem]:
    """The words of a condition that could be left out, since nowhere in the context, where it decides, they matter."""
    for word, differs in words_of(condition, context, prover):
        verdict = prover.decide(differs, among)
        if verdict is Verdict.UNDECIDED:
            yield not_proved(word, name)
        elif verdict is Verdict.NOWHERE:
            yield problem_at(word, "changes-nothing", word=str(word), name=str(name))


def not_proved(written: str, name: str) -> Problem:
    """The problem that something takes too much to prove."""
    return problem_at(written, "not-proved", name=str(name))


def in_short(answers: Mapping[str, Taken]) -> tuple[str, ...]:
    """Answers as they are given on a command line, a dash for none."""
    return tuple(f"{name}={','.join(taken)}" for name, taken in answers.items()) or ("-",)


def first_name(condition: Condition) -> str:
    """The word that stands for a condition or a part of one: the name it reads first."""
    while isinstance(condition, AllOf | AnyOf):
        condition = condition.parts[0]
    return condition.name


def words_of(condition: Condition, context: Truth, prover: Prover) -> Iterator[tuple[str, Truth]]:
    """The words of a condition: its lines, the members of its lists, its bounds; each with where it makes a difference.

    A part decides where the condition around it does, and every other line holds, or no other alternative.
    """
    if not isinstance(condition, AllOf | AnyOf):
        for word, other in _less_a_word(condition):
            yield word, partial(_changed, condition, other, context, prover)
        return
    for place, part in enumerate(condition.parts):
        decides = cache(partial(_part_decides, condition, place, context, prover))
        if isinstance(condition, AllOf) or len(condition.parts) > 1:  # of an only alternative nothing would be left
            yield first_name(part), partial(_without_part, condition, place, decides, prover)
        yield from words_of(part, decides, prover)


def _less_a_word(test: Is | Within | Aged) -> Iterator[tuple[str, Condition]]:
    """A test less a member of its list, or a bound."""
    match test:
        case Is(name, values) if len(values) > 1:
            for value in values:
                yield value, Is(name, tuple(one for one in values if one != value))
        case Within(name, start, before) if start and before:
            yield from ((name, Within(name, start, None)), (name, Within(name, None, before)))
        case Aged(name, older, newer) if older and newer:
            yield from ((name, Aged(name, older, None)), (name, Aged(name, None, newer)))


def _part_decides(condition: AllOf | AnyOf, place: int, context: Truth, prover: Prover) -> int:
    others = map(prover.encoding.holds, (*condition.parts[:place], *condition.parts[place + 1 :]))
    if isinstance(condition, AllOf):
        return prover.bdd.and_(context(), *others)
    return prover.bdd.diff(context(), prover.bdd.or_(*others))


def _without_part(condition: AllOf | AnyOf, place: int, decides: Truth, prover: Prover) -> int:
    """That a condition differs from itself less a part."""
    part = prover.encoding.holds(condition.parts[place])
    if isinstance(condition, AllOf):
        return prover.bdd.diff(decides(), part)
    return prover.bdd.and_(decides(), part)


def _changed(test: Condition, other: Condition, context: Truth, prover: Prover) -> int:
    """That a test differs from another where it decides."""
    holds = prover.encoding.holds
    return prover.bdd.and_(context(), prover.bdd.xor(holds(test), holds(other)))


class _Soundness:
    """The queries about each kind of entry."""

    def __init__(self, prover: Prover) -> None:
        self._prover = prover
        self._bdd = prover.bdd

    def question(self, question: Question) -> Iterator[Problem]:
        prover = self._prover
        verdict = prover.decide(lambda: prover.encoding.asked(question), Among.COMPLETE)
        yield from reached(verdict, question.id, "never-asked")
        context = partial(self._turn_comes, question)
        yield from every_word_matters(prover, question.id, question.when, context, Among.COMPLETE)

    def fact(self, fact: Fact) -> Iterator[Problem]:
        prover = self._prover
        for place, row in enumerate(fact.rows):
            verdict = prover.decide(partial(self._row, fact, place))
            yield from reached(verdict, row.value, "row-never-holds", number=place + 1, fact=str(fact.id))
        for place, row in enumerate(fact.rows):
            yield from every_word_matters(prover, fact.id, row.when, partial(self._row_decides, fact, place))

    def entry(self, entry: Step | Finding, kind: str) -> Iterator[Problem]:
        """A step or finding, with the kind of problem that it has if it is in no plan."""
        prover = self._prover
        yield from reached(prover.decide(lambda: prover.encoding.in_plan(entry)), entry.id, kind)
        yield from every_word_matters(prover, entry.id, entry.when, self._has_room)

    def outcome(self, outcome: Outcome) -> Iterator[Problem]:
        prover = self._prover
        verdict = prover.decide(lambda: prover.encoding.outcome(outcome))
        yield from reached(verdict, outcome.id, "outcome-never-holds")
        yield from every_word_matters(prover, outcome.id, outcome.when, partial(self._outcome_decides, outcome))
        steps = {step.id: step for step in prover.flow.steps}
        for lead in outcome.leads:
            verdict = prover.decide(partial(self._leads, steps[lead], outcome))
            yield from reached(verdict, lead, "lead-never-in-plan", outcome=str(outcome.id))

    def promise(self, promise: Promise) -> Iterator[Problem]:
        prover = self._prover
        among = Among.ALL if promise.demand == "never" else Among.COMPLETE
        verdict = prover.decide(lambda: prover.encoding.holds(promise.when), among)
        yield from reached(verdict, promise.id, "promise-never-applies")
        yield from every_word_matters(prover, promise.id, promise.when, lambda: TRUE, among)
        yield from unbroken(breach(promise, prover), promise.id, "promise-broken")

    def _turn_comes(self, question: Question) -> int:
        return self._bdd.not_(self._prover.encoding.ended(question))

    def _has_room(self) -> int:
        """That an outcome leaves room for steps and findings."""
        return self._bdd.not_(self._prover.encoding.alone)

    def _row(self, fact: Fact, place: int) -> int:
        """That a row is the first to hold."""
        holds = self._prover.encoding.holds
        return self._bdd.diff(holds(fact.rows[place].when), self._any_of(fact.rows[:place]))

    def _row_decides(self, fact: Fact, place: int) -> int:
        """That the value of a fact depends on a row: none before it holds, and those after it give another value."""
        row, later = fact.rows[place], replace(fact, rows=fact.rows[place + 1 :])
        same = self._prover.encoding.values(later).get(row.value, FALSE)
        return self._bdd.not_(self._bdd.or_(self._any_of(fact.rows[:place]), same))

    def _outcome_decides(self, outcome: Outcome) -> int:
        outcomes = self._prover.flow.outcomes
        return self._bdd.not_(self._any_of(outcomes[: outcomes.index(outcome)]))

    def _any_of(self, entries: Sequence[Row | Outcome]) -> int:
        return self._bdd.or_(*(self._prover.encoding.holds(entry.when) for entry in entries))

    def _leads(self, step: Step, outcome: Outcome) -> int:
        return self._bdd.and_(self._prover.encoding.outcome(outcome), self._prover.encoding.in_plan(step))
