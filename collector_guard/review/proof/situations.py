"""All situations that the questions of a flow can lead to, as a diagram."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from graphlib import TopologicalSorter
from itertools import product

from collector_guard.flow.model import Flow
from collector_guard.flow.when import Condition
from collector_guard.review.proof.answer_classes import Predicate, Predicates, Taken, predicates_of
from collector_guard.review.proof.bdd import BDD, FALSE, TRUE
from collector_guard.review.proof.encoding import Encoding


class Among(Enum):
    """The situations that are meant: all of them, or those in which asking has ended."""

    ALL = "all"
    COMPLETE = "complete"


@dataclass(frozen=True)
class Place:
    """A question as variables, from `start` up to `end`: `start` is true where it is asked, then what its answer is.

    Flows that ask it in the same situations share these variables; where they do not, each has its own.
    `askers` are their conditions for asking it, `answer` says that there is one, `answered` that there is where it is
    asked, and none where it is not.
    """

    name: str
    start: int
    end: int
    predicates: Mapping[int, Predicate]
    askers: tuple[int, ...]
    answer: int
    answered: int


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
            self.places.append(self._place(name))

    @property
    def end(self) -> int:
        """How many variables there are."""
        return self.places[-1].end

    def diagrams(self, places: Sequence[Place]) -> dict[Among, int]:
        """The situations as far as these places go, which hold all that decides whether each of them is asked."""
        complete = self._bdd.conjoin(place.answered for place in places)
        variables = (variable for place in places for variable in range(place.start, place.end))
        stopped = self._bdd.or_silent(complete, {place.start for place in places}, variables)
        return {Among.COMPLETE: complete, Among.ALL: stopped}

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
        found = {}
        for place in places:
            if place.start in true:
                told = {one for variable, one in place.predicates.items() if variable in true}
                found[place.name] = self._predicates[place.name].witness(told)
        return found

    def _place(self, name: str) -> Place:
        """The place of the next question."""
        askers: dict[int, list[Encoding]] = {}
        for encoding in self.encodings:
            question = encoding.flow.question(name)
            if question:
                askers.setdefault(encoding.take_turn(question), []).append(encoding)
        start = self.end if self.places else 0
        block = _Block(start, tuple(askers), self._predicates[name])
        self._bdd.add_block(block.end)
        for encodings, variables in zip(askers.values(), block.of_groups, strict=True):
            for encoding in encodings:
                encoding.give(name, variables)
        return Place(
            name=name,
            start=start,
            end=block.end,
            predicates={number: one for variables in block.of_groups for one, number in variables.items()},
            askers=tuple(askers),
            answer=block.answer((True,) * len(askers), self._bdd),
            answered=block.answered(self._bdd),
        )


class _Block:
    """The variables of one question: whether any flow asks it, whether each group of flows does, what is true then."""

    def __init__(self, start: int, askers: tuple[int, ...], predicates: Predicates) -> None:
        """Take the first variable, for each group of flows the condition for asking, and the question's predicates."""
        self._askers = askers
        self._predicates = predicates
        groups = len(askers)
        self._asked = start
        self._flags = range(start + 1, start + 1 + groups) if groups > 1 else range(start, start + 1)
        after = self._flags.stop
        # Groups take turns: then a diagram need not remember all of one answer until the other is read.
        self.of_groups = [
            {one: after + groups * number + group for number, one in enumerate(predicates.names)}
            for group in range(groups)
        ]
        self.end = after + groups * len(predicates.names)

    def answered(self, bdd: BDD) -> int:
        """That every group that asks has its answer, the same in each, and nothing is true of any other."""
        found = FALSE
        for asking in product((False, True), repeat=len(self._askers)):
            here = [asker if asks else bdd.not_(asker) for asker, asks in zip(self._askers, asking, strict=True)]
            found = bdd.or_(found, bdd.and_(*here, self.answer(asking, bdd)))
        return found

    def answer(self, asking: tuple[bool, ...], bdd: BDD) -> int:
        """That the groups that ask have one and the same answer, and the others none."""
        if not any(asking):
            return bdd.cube(dict.fromkeys(range(self._asked, self.end), False))
        told = {self._asked: True, **dict(zip(self._flags, asking, strict=True))}
        # From the last predicate up: what may follow where nothing is true yet, where something is ticked, and where
        # an answer that excludes all others is given.
        nothing, ticked, answered = self._measured(asking, bdd), TRUE, self._silent(self._predicates.measures, bdd)
        ticks = self._predicates.ticks
        for choice in reversed(self._predicates.choices):
            fork = partial(self._fork, choice, asking, bdd)
            nothing, ticked, answered = (
                fork(nothing, ticked if choice in ticks else answered),
                fork(ticked, ticked if choice in ticks else FALSE),
                fork(answered, FALSE),
            )
        return bdd.and_(bdd.cube(told), nothing)

    def _fork(self, predicate: Predicate, asking: tuple[bool, ...], bdd: BDD, low: int, high: int) -> int:
        """What follows where a predicate is false, and where it is true, of the answer of every group that asks."""
        variables = [variables[predicate] for variables in self.of_groups]
        first = asking.index(True)
        for variable, asks in reversed(list(zip(variables, asking, strict=True))[first + 1 :]):
            low, high = bdd.node(variable, low, FALSE), bdd.node(variable, *((FALSE, high) if asks else (high, FALSE)))
        fork = bdd.node(variables[first], low, high)
        for variable in reversed(variables[:first]):
            fork = bdd.node(variable, fork, FALSE)
        return fork

    def _measured(self, asking: tuple[bool, ...], bdd: BDD) -> int:
        """That a time or date is known, and lies in one of the classes that its bounds and ages make."""
        found = FALSE
        for true in self._predicates.classes():
            here = TRUE
            for predicate in reversed(self._predicates.measures):
                here = self._fork(predicate, asking, bdd, *((FALSE, here) if predicate in true else (here, FALSE)))
            found = bdd.or_(found, here)
        return found

    def _silent(self, predicates: Iterable[Predicate], bdd: BDD) -> int:
        return bdd.cube({variables[one]: False for variables in self.of_groups for one in predicates})


def joined_order(flows: Iterable[Flow]) -> tuple[str, ...]:
    """The questions of all flows in an order that is the order of each."""
    before: dict[str, list[str]] = {}
    for flow in flows:
        names = [question.id for question in flow.questions]
        for place, name in enumerate(names):
            before.setdefault(name, []).extend(names[max(place - 1, 0) : place])
    return tuple(TopologicalSorter(before).static_order())
