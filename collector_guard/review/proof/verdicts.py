"""Turn what was proved into problems: what is undecided is said to be not proved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from collector_guard.files.errors import Kind, Problem
from collector_guard.flow.model import Taken, as_option
from collector_guard.flow.when import ALWAYS, Aged, AllOf, AnyOf, Condition, Is, Test, Within
from collector_guard.review.located import problem_at
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.prover import Proof, Prover, Truth, Verdict
from collector_guard.review.proof.situations import Among

NOT_PROVED = Kind(
    "not-proved",
    "'{name}' 没有证明：要看的太多，超过了上限。",
    "'{name}' is not proved: it takes more work than the budget allows.",
)
CHANGES_NOTHING = Kind(
    "changes-nothing",
    "'{name}' 的条件里去掉 '{word}'，在任何情况下都没有区别。",
    "Without '{word}' the condition of '{name}' would be the same in every situation.",
)


def reached(verdict: Verdict, written: str, kind: Kind, **values: object) -> Iterator[Problem]:
    """The problem that something can never be, unless it is proved to be somewhere."""
    if verdict is Verdict.UNDECIDED:
        yield not_proved(written, written)
    elif verdict is Verdict.NOWHERE:
        yield problem_at(written, kind, name=str(written), **values)


def unbroken(proof: Proof, written: str, kind: Kind, **values: object) -> Iterator[Problem]:
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
            yield problem_at(word, CHANGES_NOTHING, word=str(word), name=str(name))


def not_proved(written: str, name: str) -> Problem:
    """The problem that something takes too much to prove."""
    return problem_at(written, NOT_PROVED, name=str(name))


def in_short(answers: Mapping[str, Taken]) -> tuple[str, ...]:
    """Answers as they are given on a command line, a dash for none."""
    return tuple(as_option(name, taken) for name, taken in answers.items()) or ("-",)


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


def _line_less_a_word(line: Test) -> Iterator[tuple[str, Condition]]:
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


def _differs(condition: Condition, other: Condition, context: Truth, encoding: Encoding) -> int:
    """That one of two conditions holds and the other does not, in a context."""
    logic = encoding.logic
    return logic.and_(context(encoding), logic.xor(encoding.holds(condition), encoding.holds(other)))
