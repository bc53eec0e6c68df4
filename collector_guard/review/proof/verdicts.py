"""Turn what was proved into problems: what is undecided is said to be not proved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice

from collector_guard.files.errors import Kind, Problem
from collector_guard.flow.model import Taken, as_option
from collector_guard.flow.when import ALWAYS, Condition
from collector_guard.review.located import problem_at
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.prover import Proof, Prover, Truth, Verdict
from collector_guard.review.proof.situations import Among
from collector_guard.review.proof.words import where_words_matter, words_of

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
    words = words_of(condition)
    shown = prover.shown(partial(_each_matters, condition, context), len(words), among)
    for number in (number for number, is_shown in enumerate(shown) if not is_shown):
        word = words[number]
        verdict = prover.decide(partial(_matters, number, condition, context), among)
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


def always(encoding: Encoding) -> int:
    """That nothing need hold."""
    return encoding.holds(ALWAYS)


def leaves_room(encoding: Encoding) -> int:
    """That an outcome does not stand alone."""
    return encoding.logic.not_(encoding.alone)


def _each_matters(condition: Condition, context: Truth, encoding: Encoding) -> Iterator[int]:
    """For each word of a condition, that it matters in a context."""
    here = context(encoding)
    return (encoding.logic.and_(here, matters()) for matters in where_words_matter(condition, encoding))


def _matters(number: int, condition: Condition, context: Truth, encoding: Encoding) -> int:
    """That one word of a condition matters in a context."""
    matters = next(islice(where_words_matter(condition, encoding), number, None))
    return encoding.logic.and_(context(encoding), matters())
