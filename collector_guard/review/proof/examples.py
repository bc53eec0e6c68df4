"""Walks taken at random: what holds at the end of one, or where one was left, can be, and needs no further proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from random import Random

from collector_guard.flow.model import Flow
from collector_guard.flow.when import Condition
from collector_guard.review.proof.answer_classes import Predicate, Predicates, predicates_of
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.situations import Among, joined_order

WALKS = 16_384
SEED = 1  # the same walks every time
EXACT = 6  # binary digits of a chance


class Walks:
    """A logic whose truths are walks, each a bit of a number: those in which something holds."""

    def and_(self, *truths: int) -> int:
        result = -1
        for truth in truths:
            result &= truth
        return result

    def or_(self, *truths: int) -> int:
        result = 0
        for truth in truths:
            result |= truth
        return result

    def not_(self, truth: int) -> int:
        return ~truth

    def xor(self, truth: int, other: int) -> int:
        return truth ^ other

    def diff(self, truth: int, other: int) -> int:
        """That one holds and the other does not."""
        return truth & ~other

    def apart(self) -> AbstractContextManager[None]:
        """Nothing: walks take no budget."""
        return nullcontext()


class Examples:
    """Situations at the ends of random walks through one flow or several at once, half of them left on the way."""

    def __init__(self, flows: Sequence[Flow], extra: Iterable[Condition]) -> None:
        """Take flows, and the conditions beside their own that will be asked about; CycleError as Situations has it."""
        self.encodings = tuple(Encoding(flow, Walks()) for flow in flows)
        self._chance = Random(SEED)  # noqa: S311 nothing is kept secret by it
        self._among = {Among.ALL: (1 << WALKS) - 1, Among.COMPLETE: (1 << WALKS // 2) - 1}
        predicates = predicates_of(flows, extra)
        order = joined_order(flows)
        going = self._among[Among.ALL]
        for place, name in enumerate(order):
            going &= self._among[Among.COMPLETE] | ~self._some(1 / (len(order) - place))
            self._take(name, predicates[name], going)

    def where(self, truth: int, among: Among) -> int:
        """The walks that lead to one of these situations and in which a truth holds; none is zero."""
        return truth & self._among[among]

    def _take(self, name: str, predicates: Predicates, going: int) -> None:
        """Answer a question in every walk that has come to it and in which it is asked."""
        told = self._answered(predicates)
        for encoding in self.encodings:
            question = encoding.flow.question(name)
            if question:
                asked = encoding.take_turn(question) & going
                encoding.give(name, {predicate: asked & walks for predicate, walks in told.items()})

    def _answered(self, predicates: Predicates) -> dict[Predicate, int]:
        """For each predicate, the walks in which it is true of their answer."""
        told: dict[Predicate, int] = dict.fromkeys(predicates.names, 0)
        left = self._among[Among.ALL]
        values = predicates.values
        for place, value in enumerate(values):
            taken = left & self._some(1 / (len(values) - place + 2 * bool(predicates.ticks)))
            left &= ~taken
            for predicate in value:
                told[predicate] |= taken
        for tick in predicates.ticks:
            told[tick] = left & self._some(min(0.5, 2 / len(predicates.ticks)))
        if predicates.ticks:  # what nothing was ticked in has the last tick
            told[predicates.ticks[-1]] |= left & ~Walks().or_(*(told[tick] for tick in predicates.ticks))
        return told

    def _some(self, chance: float) -> int:
        """Some of the walks, each by chance."""
        walks = 0
        for digit in range(EXACT):
            drawn = self._chance.getrandbits(WALKS)
            walks = walks | drawn if round(chance * 2**EXACT) >> digit & 1 else walks & drawn
        return self._among[Among.ALL] if chance >= 1 else walks
