"""A question as variables of a diagram."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from collector_guard.flow.model import NONE
from collector_guard.review.proof.answer_classes import Predicate, Predicates, Value
from collector_guard.review.proof.bdd import BDD, FALSE, TRUE


@dataclass(frozen=True)
class Place:
    """A question as variables from `start` up to `end`: whether any flow asks it, whether each does, then its answer.

    Flows that ask it in the same situations share a flag; the answer is one for all. The first of the `values` whose
    variable is true is the answer, and nothing reads the variables after it; where none is, the answer is all `ticks`
    that are true, or the `plainest` value where there are none to tick. Where it is not asked, only the flags are read.
    """

    name: str
    start: int
    flags: Sequence[int]
    values: Mapping[int, Value]
    ticks: Mapping[int, str]
    plainest: Value
    askers: tuple[int, ...]

    @property
    def end(self) -> int:
        return self.flags[-1] + 1 + len(self.values) + len(self.ticks)

    def told(self, true: Collection[int]) -> Value:
        """What is true of the answer where these variables are."""
        for variable, value in self.values.items():
            if variable in true:
                return value
        return tuple(tick for variable, tick in self.ticks.items() if variable in true) or self.plainest

    def next_read(self) -> Iterator[tuple[int, int]]:
        """For each variable, which is read next where it is false, and which where it is true."""
        for variable in range(self.start, self.end):
            yield (
                self.end if variable == self.start else variable + 1,
                self.end if variable in self.values else variable + 1,
            )

    def weights(self) -> Iterator[int]:
        """What each variable weighs: the fewer answers, and the less each says, the more; the plainest says least."""
        yield -2
        yield from (0 for flag in self.flags if flag != self.start)
        for value in self.values.values():
            yield -1 if NONE in value else 2 * (len(self.plainest) - len(value)) - 1
        yield from (-2 for _ in self.ticks)

    def reached(self, bdd: BDD) -> int:
        """That it is asked, and by what was answered before: so less is left to tell apart that is no situation."""
        return bdd.and_(bdd.or_(*self.askers), bdd.variable(self.start))

    def asked(self, asking: Sequence[bool], bdd: BDD) -> int:
        """That these flows ask it and no others."""
        return bdd.cube({self.start: any(asking), **dict(zip(self.flags, asking, strict=True))})

    def answer(self, bdd: BDD) -> int:
        """That an answer is given by whoever asks: something is ticked where nothing else is told."""
        given = FALSE if self.ticks else TRUE
        for variable in reversed((*self.values, *self.ticks)):
            given = bdd.node(variable, given, TRUE)
        return given

    def answered(self, bdd: BDD) -> int:
        """That every flow that asks has its answer, and no other asks."""
        found = FALSE
        for asking in product((False, True), repeat=len(self.askers)):
            here = (asker if asks else bdd.not_(asker) for asker, asks in zip(self.askers, asking, strict=True))
            given = self.answer(bdd) if any(asking) else TRUE
            found = bdd.or_(found, bdd.and_(*here, self.asked(asking, bdd), given))
        return found

    def predicates(self, flag: int, predicates: Predicates, bdd: BDD) -> dict[Predicate, int]:
        """For each predicate, that it is true of the answer, where the question is asked."""
        ticks: dict[Predicate, int] = {tick: variable for variable, tick in self.ticks.items()}
        found = {}
        for name in predicates.names:
            node = bdd.variable(ticks[name]) if name in ticks else int(name in self.plainest)
            for variable, value in reversed(tuple(self.values.items())):
                node = bdd.node(variable, node, TRUE if name in value else FALSE)
            found[name] = bdd.node(flag, FALSE, node)
        return found


def place_of(name: str, start: int, askers: tuple[int, ...], predicates: Predicates) -> Place:
    """A question with the variables from one on, given the conditions for asking it and what is asked of its answer."""
    flags = range(start + 1, start + 1 + len(askers)) if len(askers) > 1 else range(start, start + 1)
    values = predicates.values
    # What is ticked stands for none of the values; else one of them need not have a variable.
    told, plainest = (values, ()) if predicates.ticks else (values[:-1], values[-1])
    return Place(
        name=name,
        start=start,
        flags=flags,
        values=dict(enumerate(told, flags.stop)),
        ticks=dict(enumerate(predicates.ticks, flags.stop + len(told))),
        plainest=plainest,
        askers=askers,
    )
