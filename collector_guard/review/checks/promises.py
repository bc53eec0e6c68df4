"""Which promises are broken, or say nothing: proved over every situation."""

from __future__ import annotations

from collections.abc import Iterator

from collector_guard.files.errors import Kind, Problem
from collector_guard.flow.model import Promise
from collector_guard.review.case import Case
from collector_guard.review.proof.promises import breaches
from collector_guard.review.proof.prover import Prover
from collector_guard.review.proof.situations import Among
from collector_guard.review.proof.verdicts import always, every_word_matters, reached, unbroken

PROMISE_NEVER_APPLIES = Kind(
    "promise-never-applies",
    "承诺 '{name}' 说的情况不可能发生。",
    "The situations of the promise '{name}' cannot happen.",
)
PROMISE_BROKEN = Kind(
    "promise-broken",
    "承诺 '{name}' 不成立。最短的例子：{answers}",
    "The promise '{name}' is broken. The shortest answers that show it: {answers}",
)


def problems(case: Case) -> Iterator[Problem]:
    """Find every promise that a situation breaks, or whose words do not matter."""
    for promise, proof in breaches(case.prover):
        yield from _promise(promise, case.prover)
        yield from unbroken(proof, promise.id, PROMISE_BROKEN)


def _promise(promise: Promise, prover: Prover) -> Iterator[Problem]:
    among = Among.ALL if promise.demand == "never" else Among.COMPLETE
    verdict = prover.decide(lambda encoding: encoding.holds(promise.when), among)
    yield from reached(verdict, promise.id, PROMISE_NEVER_APPLIES)
    yield from every_word_matters(prover, promise.id, promise.when, always, among)
