"""All situations that the questions of a flow can lead to, as a diagram."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from graphlib import TopologicalSorter

from collector_guard.flow.model import Flow, Taken
from collector_guard.flow.when import Condition
from collector_guard.review.proof.answer_classes import predicates_of
from collector_guard.review.proof.bdd import BDD
from collector_guard.review.proof.conjunction import conjoined
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.places import Place, place_of


class Among(Enum):
    """The situations that are meant: all of them, or those in which asking has ended."""

    ALL = "all"
    COMPLETE = "complete"


class Situations:
    """The situations of one flow, or of several at once: then questions of one name are answered the same in each.

    Raises CycleError where the flows ask in orders that cannot be joined.
    """

    def __init__(self, flows: Sequence[Flow], extra: Iterable[Condition], bdd: BDD) -> None:
        """Take flows, and the conditions beside their own that will be asked about."""
        self.encodings = tuple(Encoding(flow, bdd) for flow in flows)
        self.places: list[Place] = []
        self._bdd = bdd
        self._predicates = predicates_of(flows, extra)
        for name in joined_order(flows):
            self._add(name)

    @property
    def end(self) -> int:
        """How many variables there are."""
        return self.places[-1].end if self.places else 0

    def diagrams(self, places: Sequence[Place]) -> dict[Among, int]:
        """The situations as far as these places go, which hold all that decides whether each of them is asked."""
        complete = conjoined((place.answered(self._bdd) for place in places), self._bdd)
        flags = (variable for place in places for variable in {place.start, *place.flags})
        stopped = self._bdd.or_silent(complete, {place.start for place in places}, flags)
        return {Among.COMPLETE: complete, Among.ALL: stopped}

    def count(self, complete: int) -> int:
        """How many situations the diagram of all complete ones of one flow has."""
        return self._bdd.count(complete, [after for place in self.places for after in place.next_read()])

    def after(self, node: int, place: int) -> int:
        """What a node comes to after the question at a place, when nothing later is answered; -1 is the beginning."""
        return self._bdd.restrict(node, self.places[place].end if place >= 0 else 0)

    def cone(self, *nodes: int) -> list[Place]:
        """The places on which nodes depend, with those that decide whether these are asked."""
        wanted = self._bdd.support(*nodes)
        found = []
        for place in reversed(self.places):
            if not wanted.isdisjoint(range(place.start, place.end)):
                found.append(place)
                wanted |= self._bdd.support(*place.askers)
        return found[::-1]

    def answers(self, true: frozenset[int], places: Iterable[Place]) -> dict[str, Taken]:
        """The answers to the questions of places in the situation where these variables are true."""
        return {
            place.name: self._predicates[place.name].witness(place.told(true))
            for place in places
            if place.start in true
        }

    def _add(self, name: str) -> None:
        """Give the next question its place."""
        askers: dict[int, list[Encoding]] = {}
        for encoding in self.encodings:
            question = encoding.flow.question(name)
            if question:
                askers.setdefault(encoding.take_turn(question), []).append(encoding)
        place = place_of(name, self.end, tuple(askers), self._predicates[name])
        for flag, encodings in zip(place.flags, askers.values(), strict=True):
            told = place.predicates(flag, self._predicates[name], self._bdd)
            for encoding in encodings:
                encoding.give(name, told)
        self.places.append(place)


def joined_order(flows: Iterable[Flow]) -> tuple[str, ...]:
    """The questions of all flows in an order that is the order of each."""
    before: dict[str, list[str]] = {}
    for flow in flows:
        names = [question.id for question in flow.questions]
        for place, name in enumerate(names):
            before.setdefault(name, []).extend(names[max(place - 1, 0) : place])
    return tuple(TopologicalSorter(before).static_order())
