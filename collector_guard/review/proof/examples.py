"""Walks taken at random: what holds at the end of one, or where one was left, can be, and needs no further proof."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from itertools import islice
from random import Random
from typing import NamedTuple

from collector_guard.flow.model import Flow
from collector_guard.flow.when import Condition
from collector_guard.review.proof.answer_classes import Predicate, Predicates, predicates_of
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.situations import Among, joined_order

WALKS = 16_384
PATIENCE = 256  # truths that the first walks do not show, before others are taken
SEEDS, PAIRS, LOT = 4, 3, 32  # walks after which others are taken: to an outcome, with such to a lead; how many others
KEPT = 0.6  # of the answers that these others take over
SEED = 1  # the same walks every time
EXACT = 6  # binary digits of a chance

Told = Mapping[Predicate, int]
Seeds = dict[int, list[int]]  # for walks that others are taken after, the numbers of the lots of these


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
    """Situations at the ends of random walks through one flow or several at once.

    Of the first walks half are left on the way. Where they do not show much, others are taken after those of them that
    lead to each outcome: few come by chance to what stands last, or to what needs much at once.
    """

    def __init__(self, flows: Sequence[Flow], extra: Iterable[Condition]) -> None:
        """Take flows, and the conditions beside their own that will be asked about; CycleError as Situations has it."""
        self._flows = flows
        self._predicates = predicates_of(flows, extra)
        self._order = joined_order(flows)
        self._chance = Random(SEED)  # noqa: S311 nothing is kept secret by it
        self.first = self._sample(WALKS, WALKS // 2)
        self._missed = 0

    def show(self, truth: Callable[..., int], among: Among) -> bool:
        """Whether a walk leads to one of these situations, and a truth holds there."""
        return any(sample.among[among] & truth(*sample.encodings) for sample in self._samples())

    def show_each(self, truths: Callable[..., Iterable[int]], count: int, among: Among) -> list[bool]:
        """For each of so many truths, which are made in one pass, whether a walk leads to where it holds."""
        shown = [False] * count
        for sample in self._samples():
            if not all(shown):
                told = zip(shown, truths(*sample.encodings), strict=True)
                shown = [known or sample.among[among] & truth != 0 for known, truth in told]
        return shown

    def _samples(self) -> Iterator[Sample]:
        yield self.first
        self._missed += 1
        if self._missed > PATIENCE:
            yield self._second

    @cached_property
    def _second(self) -> Sample:
        """Walks with some answers of a first walk to an outcome, and else with those of another, or by chance."""
        seeds = [pair for encoding in self.first.encodings for pair in self._seeds(encoding)]
        after: Seeds = {}
        beside: Seeds = {}
        for lot, (seed, other) in enumerate(seeds):
            after.setdefault(seed, []).append(lot)
            if other is not None:
                beside.setdefault(other, []).append(lot)
        return self._sample(LOT * len(seeds), LOT * len(seeds), ((beside, 1), (after, KEPT)))

    def _seeds(self, encoding: Encoding) -> Iterator[tuple[int, int | None]]:
        """Some of the first walks to each outcome, and one beside one to a step that leads it where none has both."""
        complete = self.first.among[Among.COMPLETE]
        steps = {step.id: complete & encoding.in_plan(step) for step in encoding.flow.steps}
        for outcome in encoding.flow.outcomes:
            walks = encoding.outcome(outcome) & complete
            yield from ((seed, None) for seed in islice(_bits(walks), SEEDS))
            for lead in outcome.leads:
                if walks and not walks & steps[lead]:
                    yield from zip(islice(_bits(walks), PAIRS), _bits(steps[lead]), strict=False)

    def _sample(self, walks: int, complete: int, seeds: Iterable[tuple[Seeds, float]] = ()) -> Sample:
        """So many walks of which so many are not left on the way; those that are taken after a first one, as bits."""
        sample = Sample(
            among={Among.ALL: (1 << walks) - 1, Among.COMPLETE: (1 << complete) - 1},
            encodings=tuple(Encoding(flow, Walks()) for flow in self._flows),
            answers={},
        )
        going = sample.among[Among.ALL]
        for place, name in enumerate(self._order):
            if complete < walks:
                going &= sample.among[Among.COMPLETE] | ~self._some(walks, 1 / (len(self._order) - place))
            told = self._answered(walks, self._predicates[name])
            for after, kept in seeds:
                told = _taken_over(told, self.first.answers[name], after, self._some(walks, kept))
            sample.take(name, told, going)
        return sample

    def _answered(self, walks: int, predicates: Predicates) -> Told:
        """For each predicate, the walks in which it is true of their answer."""
        told: dict[Predicate, int] = dict.fromkeys(predicates.names, 0)
        left = (1 << walks) - 1
        values = predicates.values
        for place, value in enumerate(values):
            taken = left & self._some(walks, 1 / (len(values) - place + 2 * bool(predicates.ticks)))
            left &= ~taken
            for predicate in value:
                told[predicate] |= taken
        for tick in predicates.ticks:
            told[tick] = left & self._some(walks, min(0.5, 2 / len(predicates.ticks)))
        if predicates.ticks:  # what nothing was ticked in has the last tick
            told[predicates.ticks[-1]] |= left & ~Walks().or_(*(told[tick] for tick in predicates.ticks))
        return told

    def _some(self, walks: int, chance: float) -> int:
        """Some of so many walks, each by chance."""
        some = 0
        for digit in range(EXACT):
            drawn = self._chance.getrandbits(walks)
            some = some | drawn if round(chance * 2**EXACT) >> digit & 1 else some & drawn
        return (1 << walks) - 1 if chance >= 1 else some


class Sample(NamedTuple):
    """Walks that were taken together, with what holds in them and what they answered."""

    among: Mapping[Among, int]
    encodings: tuple[Encoding, ...]
    answers: dict[str, Told]

    def take(self, name: str, told: Told, going: int) -> None:
        """Answer a question in every walk that has come to it and in which it is asked."""
        self.answers[name] = told
        for encoding in self.encodings:
            question = encoding.flow.question(name)
            if question:
                asked = encoding.take_turn(question) & going
                encoding.give(name, {predicate: asked & walks for predicate, walks in told.items()})


def _taken_over(told: Told, first: Told, seeds: Seeds, some: int) -> Told:
    """An answer as it was given in the walks that lots of others are taken after, in some of these."""
    over = some & _lots(seeds.values())
    all_seeds = sum(1 << seed for seed in seeds)
    taken = {}
    for predicate, walks in told.items():
        as_then = _lots(seeds[seed] for seed in _bits(first[predicate] & all_seeds))
        taken[predicate] = walks & ~over | as_then & over
    return taken


def _lots(numbers: Iterable[Sequence[int]]) -> int:
    """All walks of some lots."""
    taken = {lot for lots in numbers for lot in lots}
    digits = ["0" * (LOT // 4)] * (max(taken, default=-1) + 1)
    for lot in taken:
        digits[-1 - lot] = "f" * (LOT // 4)
    return int("".join(digits) or "0", 16)


def _bits(number: int) -> Iterator[int]:
    """The bits of a number that are set, from the lowest on."""
    digits = f"{number:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)
