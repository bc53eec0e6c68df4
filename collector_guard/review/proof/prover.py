"""Can a condition hold? The questions it depends on are swept in the flow's order, equal situations merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass
from graphlib import TopologicalSorter

from collector_guard.flow.model import Flow, Outcome
from collector_guard.flow.when import Aged, AllOf, AnyOf, Condition, Is, Within
from collector_guard.review.proof.answer_classes import KNOWN, Mark, Taken, marks_of
from collector_guard.review.proof.diagrams import FALSE, LAST, TRUE, Diagrams

MOST_STATES = 100_000

State = tuple[int, ...]
Reached = dict[State, Mapping[str, Taken]]


@dataclass(frozen=True)
class Proof:
    """Whether something can be: answers that lead there, None where nothing does; how many merged states were seen.

    `decided` is False where there were more states than the budget allows: then nothing is proved.
    """

    answers: Mapping[str, Taken] | None
    states: int
    decided: bool = True


class Reading:
    """The conditions of one flow as nodes; `places` are the variables of its questions' marks."""

    def __init__(self, flow: Flow, diagrams: Diagrams, places: Mapping[str, Mapping[Mark, int]]) -> None:
        self.flow = flow
        self.places = places
        self._diagrams = diagrams
        self._facts: dict[str, dict[str, int]] = {}
        for fact in flow.facts:
            self._facts[fact.id] = self.first_of((row.value, self.truth(row.when)) for row in fact.rows)
        self.when = {question.id: self.truth(question.when) for question in flow.questions}
        at_once = (self.truth(outcome.when) for outcome in flow.outcomes if outcome.at_once)
        self.ended = diagrams.either(*at_once)
        self._outcomes = self.first_of((outcome.id, self.truth(outcome.when)) for outcome in flow.outcomes)

    def truth(self, condition: Condition) -> int:
        """The node of a condition, its facts expanded."""
        match condition:
            case AllOf(parts):
                return self._diagrams.both(*map(self.truth, parts))
            case AnyOf(parts):
                return self._diagrams.either(*map(self.truth, parts))
            case Is(name, values) if name in self._facts:
                return self._diagrams.either(*(self._facts[name].get(value, FALSE) for value in values))
            case Is(name, values):
                return self._diagrams.either(*(self._mark(name, value) for value in values))
            case Within():
                return self._within(condition)
        return self._aged(condition)

    def outcome(self, outcome: Outcome) -> int:
        """That an outcome is the first to hold."""
        return self._outcomes[outcome.id]

    def asked(self, question_id: str) -> int:
        """That a question is asked, once every question before it has been."""
        return self._diagrams.but_not(self.when[question_id], self.ended)

    def first_of(self, rows: Iterable[tuple[str, int]]) -> dict[str, int]:
        """For each name, that one of its truths is the first to hold."""
        firsts: dict[str, int] = {}
        left = TRUE
        for name, truth in rows:
            here = self._diagrams.both(left, truth)
            firsts[name] = self._diagrams.either(firsts.get(name, FALSE), here)
            left = self._diagrams.but_not(left, truth)
        return firsts

    def _mark(self, question: str, mark: Mark) -> int:
        return self._diagrams.variable(self.places[question][mark])

    def _within(self, test: Within) -> int:
        both, either, negated = self._diagrams.both, self._diagrams.either, self._diagrams.negated
        from_start = self._mark(test.name, test.start) if test.start else TRUE
        before_end = negated(self._mark(test.name, test.before)) if test.before else TRUE
        over_midnight = test.start and test.before and ":" in test.start and test.start > test.before
        measured = either(from_start, before_end) if over_midnight else both(from_start, before_end)
        return both(self._mark(test.name, KNOWN), measured)

    def _aged(self, test: Aged) -> int:
        both, negated = self._diagrams.both, self._diagrams.negated
        older = self._mark(test.name, test.older) if test.older else TRUE
        newer = negated(self._mark(test.name, test.newer)) if test.newer else TRUE
        return both(self._mark(test.name, KNOWN), older, newer)


class Prover:
    """Asks whether truths can hold in a situation that the questions of a flow can lead to.

    With several flows, a question of the same name is answered the same in each that asks it. Raises CycleError where
    they ask in orders that cannot be joined.
    """

    def __init__(self, *flows: Flow, extra: Iterable[Condition] = ()) -> None:
        """Take flows, and the conditions beside their own that will be asked about."""
        self.diagrams = Diagrams()
        self._marks = marks_of(flows, tuple(extra))
        self._ends: dict[str, int] = {}
        places: list[dict[str, dict[Mark, int]]] = [{} for _ in flows]
        end = 0
        for name in joined_order(flows):
            for of_flow in places:
                of_flow[name] = {mark: end + within for within, mark in enumerate(self._marks[name].names)}
                end += len(of_flow[name])
            self._ends[name] = end
        self.readings = tuple(
            Reading(flow, self.diagrams, of_flow) for flow, of_flow in zip(flows, places, strict=True)
        )

    def somewhere(self, truth: int) -> Proof:
        """Whether a truth holds in any situation, complete or not."""
        return self._swept(truth, lambda state: self._now(state[0]) == TRUE)

    def at_the_end(self, truth: int) -> Proof:
        """Whether a truth holds in a complete situation."""
        return self._swept(truth, None)

    def before(self, name: str, truth: int) -> Proof:
        """Whether a truth holds when the turn of a question has come."""
        return self._swept(truth, None, tuple(self._ends).index(name))

    def _swept(self, truth: int, found: Callable[[State], bool] | None, stop: int | None = None) -> Proof:
        """Go through the questions; a state is what is left of each truth that still matters."""
        if truth == FALSE:
            return Proof(None, 0)
        earlier = tuple(self._ends)[:stop]
        cone, needed = self._cone(truth)
        cone = tuple(name for name in cone if name in earlier)
        whens = (reading.when.get(name, FALSE) for name in cone for reading in self.readings)
        states: Reached = {(truth, *(reading.ended for reading in self.readings), *whens): {}}
        seen = 1
        for name in (None, *cone):
            states = self._after(name, states, needed) if name else states
            seen += len(states)
            there = [answers for state, answers in states.items() if found and found(state)]
            if there:
                return Proof(min(there, key=len), seen)
            if self._too_many(states):
                return Proof(None, seen, decided=False)
        ends = [answers for state, answers in states.items() if self._now(state[0]) == TRUE]
        return Proof(min(ends, key=len) if ends else None, seen)

    def _too_many(self, states: Sized) -> bool:
        return len(states) > MOST_STATES

    def _cone(self, *truths: int) -> tuple[tuple[str, ...], set[int]]:
        """The questions that truths depend on, with those that decide whether they are asked, and their variables."""
        needed = self.diagrams.variables(*truths, *(reading.ended for reading in self.readings))
        while True:
            cone = tuple(
                name for name in self._ends if any(not needed.isdisjoint(one) for one in self._variables(name))
            )
            whens = (reading.when.get(name, FALSE) for name in cone for reading in self.readings)
            wider = needed.union(self.diagrams.variables(*whens))
            if wider == needed:
                return cone, needed
            needed = wider

    def _variables(self, name: str) -> Iterator[Iterable[int]]:
        yield from (reading.places[name].values() for reading in self.readings)

    def _after(self, name: str, states: Reached, needed: set[int]) -> Reached:
        """The states after a question was asked or passed over; of equal ones that with the fewest answers."""
        reached: Reached = {}
        count = len(self.readings)
        ticks = self._telling(name, needed)
        for (truth, *rest), answers in states.items():
            ended, whens, later = rest[:count], rest[count : 2 * count], rest[2 * count :]
            asks = [when == TRUE and self._now(end) == FALSE for end, when in zip(ended, whens, strict=True)]
            asking = tuple(one for one, asked in zip(self.readings, asks, strict=True) if asked)
            for state, taken in self._answered(name, (truth, *ended, *later), asking, ticks):
                longer = {**answers, name: taken} if taken else answers
                if state[0] != FALSE and (state not in reached or len(longer) < len(reached[state])):
                    reached[state] = longer
        return reached

    def _telling(self, name: str, needed: set[int]) -> tuple[str, ...]:
        """The choices of `many` that tell anything, and one that tells nothing, to stand for all such."""
        ticks = self._marks[name].ticks
        idle = [one for one in ticks if needed.isdisjoint(reading.places[name][one] for reading in self.readings)]
        return tuple(one for one in ticks if one not in idle[1:])

    def _answered(
        self, name: str, state: State, asking: tuple[Reading, ...], ticks: tuple[str, ...]
    ) -> Iterator[tuple[State, Taken]]:
        """The states that the answers to a question lead to where it is asked, each with such an answer."""
        if not asking:
            yield self._left(name, state, asking, ()), ()
            return
        for marks, taken in self._marks[name].classes():
            yield self._left(name, state, asking, marks), taken
        for after, taken in self._ticked(name, state, asking, ticks).items():
            if taken:
                yield self._left(name, after, (), ()), taken

    def _ticked(
        self, name: str, state: State, asking: tuple[Reading, ...], ticks: tuple[str, ...]
    ) -> dict[State, Taken]:
        """The states after ticking or leaving each choice of `many`, one by one, equal states merged.

        () stands for what is reached by ticking nothing, which is no answer.
        """
        ticked: dict[State, Taken] = {state: ()}
        for choice in ticks:
            reached: dict[State, Taken] = {}
            places = [reading.places[name][choice] for reading in asking]
            for before, taken in ticked.items():
                for chosen in (taken, (*taken, choice)):
                    truths = dict.fromkeys(places, len(chosen) > len(taken))
                    after = tuple(self._with(node, truths) for node in before)
                    if not reached.get(after):
                        reached[after] = chosen
            ticked = reached
        return ticked

    def _with(self, node: int, truths: Mapping[int, bool]) -> int:
        for place, truth in truths.items():
            node = self.diagrams.given(node, place, truth)
        return node

    def _left(self, name: str, state: State, asking: tuple[Reading, ...], marks: Iterable[Mark]) -> State:
        truths = dict.fromkeys((reading.places[name][mark] for reading in asking for mark in marks), True)
        return tuple(self.diagrams.after(node, truths, self._ends[name]) for node in state)

    def _now(self, node: int) -> int:
        """The truth in a situation in which nothing further was answered."""
        return self.diagrams.after(node, {}, LAST)


def joined_order(flows: Iterable[Flow]) -> tuple[str, ...]:
    """The questions of all flows in an order that is the order of each."""
    before: dict[str, set[str]] = {}
    for flow in flows:
        names = [question.id for question in flow.questions]
        for place, name in enumerate(names):
            before.setdefault(name, set()).update(names[max(place - 1, 0) : place])
    return tuple(TopologicalSorter(before).static_order())
