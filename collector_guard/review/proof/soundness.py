"""What in a flow can never happen or never matters, and which promises are broken: proved over every situation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from collector_guard.files.errors import Problem
from collector_guard.flow.model import Fact, Finding, Outcome, Promise, Question, Row, Step, Taken
from collector_guard.flow.when import ALWAYS, Aged, AllOf, AnyOf, Condition, Is, Within
from collector_guard.review.located import problem_at
from collector_guard.review.proof.encoding import FALSE, Encoding
from collector_guard.review.proof.promises import breaches
from collector_guard.review.proof.prover import Proof, Prover, Truth, Verdict
from collector_guard.review.proof.situations import Among


def soundness_problems(prover: Prover) -> Iterator[Problem]:
    """Everything without sense in the prover's flow, in its order; what is undecided is said to be not proved."""
    flow = prover.flow
    for question in flow.questions:
        yield from _question(question, prover)
    for fact in flow.facts:
        yield from _fact(fact, prover)
    for finding in flow.findings:
        yield from _entry(finding, "never-found", prover)
    for step in flow.steps:
        yield from _entry(step, "step-never-shown", prover)
    for outcome in flow.outcomes:
        yield from _outcome(outcome, prover)
    for promise, proof in breaches(prover):
        yield from _promise(promise, prover)
        yield from unbroken(proof, promise.id, "promise-broken")


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
    for word, less in less_a_word(condition):
        verdict = prover.decide(partial(_differs, condition, less, context), among)
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


def less_a_word(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """Each word of a condition, a line, a member of a list or a bound, with what is left of it without this word."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for place, part in enumerate(parts):
                before, after = parts[:place], parts[place + 1 :]
                if isinstance(condition, AllOf) or len(parts) > 1:  # of an only alternative nothing would be left
                    yield first_name(part), condition._replace(parts=before + after)
                for word, less in less_a_word(part):
                    yield word, condition._replace(parts=(*before, less, *after))
        case _:
            yield from _line_less_a_word(condition)


def _line_less_a_word(line: Is | Within | Aged) -> Iterator[tuple[str, Condition]]:
    match line:
        case Is(name, values) if len(values) > 1:
            for value in values:
                yield value, Is(name, tuple(one for one in values if one != value))
        case Within(name, start, before) if start and before:
            yield from ((name, Within(name, start, None)), (name, Within(name, None, before)))
        case Aged(name, older, newer) if older and newer:
            yield from ((name, Aged(name, older, None)), (name, Aged(name, None, newer)))


def always(encoding: Encoding) -> int:
    """That nothing need hold."""
    return encoding.holds(ALWAYS)


def leaves_room(encoding: Encoding) -> int:
    """That an outcome does not stand alone."""
    return encoding.logic.not_(encoding.alone)


def _question(question: Question, prover: Prover) -> Iterator[Problem]:
    verdict = prover.decide(lambda encoding: encoding.asked(question), Among.COMPLETE)
    yield from reached(verdict, question.id, "never-asked")
    yield from every_word_matters(prover, question.id, question.when, partial(_turn_comes, question), Among.COMPLETE)


def _fact(fact: Fact, prover: Prover) -> Iterator[Problem]:
    for place, row in enumerate(fact.rows):
        verdict = prover.decide(partial(_row_is_first, fact, place))
        yield from reached(verdict, row.value, "row-never-holds", number=place + 1, fact=str(fact.id))
    for place, row in enumerate(fact.rows):
        yield from every_word_matters(prover, fact.id, row.when, partial(_row_decides, fact, place))


def _entry(entry: Step | Finding, kind: str, prover: Prover) -> Iterator[Problem]:
    """A step or finding, with the kind of problem that it has if it is in no plan."""
    yield from reached(prover.decide(lambda encoding: encoding.in_plan(entry)), entry.id, kind)
    yield from every_word_matters(prover, entry.id, entry.when, leaves_room)


def _outcome(outcome: Outcome, prover: Prover) -> Iterator[Problem]:
    verdict = prover.decide(lambda encoding: encoding.outcome(outcome))
    yield from reached(verdict, outcome.id, "outcome-never-holds")
    yield from every_word_matters(prover, outcome.id, outcome.when, partial(_outcome_decides, outcome))
    steps = {step.id: step for step in prover.flow.steps}
    for lead in outcome.leads:
        verdict = prover.decide(partial(_leads, steps[lead], outcome))
        yield from reached(verdict, lead, "lead-never-in-plan", outcome=str(outcome.id))


def _promise(promise: Promise, prover: Prover) -> Iterator[Problem]:
    among = Among.ALL if promise.demand == "never" else Among.COMPLETE
    verdict = prover.decide(lambda encoding: encoding.holds(promise.when), among)
    yield from reached(verdict, promise.id, "promise-never-applies")
    yield from every_word_matters(prover, promise.id, promise.when, always, among)


def _differs(condition: Condition, other: Condition, context: Truth, encoding: Encoding) -> int:
    """That one of two conditions holds and the other does not, in a context."""
    logic = encoding.logic
    return logic.and_(context(encoding), logic.xor(encoding.holds(condition), encoding.holds(other)))


def _turn_comes(question: Question, encoding: Encoding) -> int:
    return encoding.logic.not_(encoding.ended(question))


def _row_is_first(fact: Fact, place: int, encoding: Encoding) -> int:
    return encoding.logic.and_(_none_of(fact.rows[:place], encoding), encoding.holds(fact.rows[place].when))


def _row_decides(fact: Fact, place: int, encoding: Encoding) -> int:
    """That the value of a fact depends on a row: none before it holds, and those after it give another value."""
    later = fact._replace(rows=fact.rows[place + 1 :])
    same = encoding.values(later).get(fact.rows[place].value, FALSE)
    return encoding.logic.diff(_none_of(fact.rows[:place], encoding), same)


def _outcome_decides(outcome: Outcome, encoding: Encoding) -> int:
    outcomes = encoding.flow.outcomes
    return _none_of(outcomes[: outcomes.index(outcome)], encoding)


def _none_of(entries: Iterable[Row | Outcome], encoding: Encoding) -> int:
    """That none of some conditions holds; joined in their order, as for finding the first that does."""
    left = always(encoding)
    for entry in entries:
        left = encoding.logic.diff(left, encoding.holds(entry.when))
    return left


def _leads(step: Step, outcome: Outcome, encoding: Encoding) -> int:
    return encoding.logic.and_(encoding.outcome(outcome), encoding.in_plan(step))
