"""The longest walk of a flow, and the longest waits for its advice: proved over every situation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from collector_guard.flow.conditions import reads
from collector_guard.flow.model import Pace
from collector_guard.flow.when import Condition
from collector_guard.review.proof.bdd import TRUE
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.prover import NOWHERE, UNDECIDED, Proof, Prover, Truth, Verdict
from collector_guard.review.proof.situations import Among
from collector_guard.review.proof.verdicts import always


@dataclass(frozen=True)
class Paced:
    """The longest walk of a flow, and the longest waits where it has a pace.

    With somebody at the door until the first advice and until a pause; after a danger until a pause. A wait for what
    never comes has no count.
    """

    walk: Proof
    advice: Proof | None = None
    plan: Proof | None = None
    after_danger: Proof | None = None


def paced(prover: Prover) -> Paced:
    """The longest walk and the longest waits of the prover's flow."""
    walk = prover.longest(always, [question.id for question in prover.flow.questions])
    pace = prover.flow.pace
    if pace is None:
        return Paced(walk)
    waits = _Waits(prover, pace)
    after_danger = waits.after_danger(pace.danger) if pace.danger else None
    return Paced(walk, waits.to_advice(), waits.to_pause(), after_danger)


class _Waits:
    """The most questions that are answered while a reader waits; a place is the number of a question."""

    def __init__(self, prover: Prover, pace: Pace) -> None:
        self._prover = prover
        self._bdd = prover.bdd
        self._pace = pace
        self._door: int | None = None
        self._names = [question.id for question in prover.flow.questions]

    def to_advice(self) -> Proof:
        """At the door, until a card or a step for now: these are shown after an answer that advises, and at the end."""
        waits = []
        before: list[int] = []
        for place in (place for place, question in enumerate(self._prover.flow.questions) if question.advise):
            waits.append(self._prover.longest(partial(self._advised_at, place, before), self._names[: place + 1]))
            before.append(place)
            left = self._prover.show(partial(self._unadvised, before), Among.COMPLETE)
            if left.verdict is Verdict.NOWHERE:
                return _longest(waits)
        waits.append(self._prover.longest(partial(self._advised_at, None, before), self._names))
        never = self._prover.show(partial(self._never_advised, before), Among.COMPLETE)
        return _longest(waits) if never.verdict is Verdict.NOWHERE else never

    def to_pause(self) -> Proof:
        """At the door, until the first pause or the end."""
        return _longest(self._paused(self._at_the_door, 0))

    def after_danger(self, danger: Condition) -> Proof:
        """In a walk with a danger, from the answer to the first question that tells it until a pause or the end."""
        return _longest(self._paused(partial(self._ever, danger), self._first_read(danger) + 1))

    def _paused(self, truth: Truth, first: int) -> Iterator[Proof]:
        """From a place on, until each pause where it comes first, and until the end."""
        pauses = [place for place in range(first, len(self._names)) if self._names[place] in self._pace.pauses]
        for number, place in enumerate(pauses):
            stopped = partial(self._stopped_at, place, pauses[:number], truth)
            yield self._prover.longest(stopped, self._names[first:place])
        yield self._prover.longest(partial(self._stopped_at, None, pauses, truth), self._names[first:])

    def _stopped_at(self, place: int | None, before: Iterable[int], truth: Truth, encoding: Encoding) -> int:
        """That a truth holds and a question is asked, none meaning the end, but none of those before it."""
        here = TRUE if place is None else self._asked(place)
        return self._bdd.and_(truth(encoding), self._bdd.diff(here, self._bdd.or_(*map(self._asked, before))))

    def _unadvised(self, before: Iterable[int], encoding: Encoding) -> int:
        """That a reader at the door is not advised after any of these questions."""
        left = self._at_the_door(encoding)
        for place in before:
            asked = self._asked(place)
            for node in self._advice:
                left = self._bdd.diff(left, self._bdd.and_(asked, self._prover.situations.after(node, place)))
        return left

    def _advised_at(self, place: int | None, before: Iterable[int], encoding: Encoding) -> int:
        """That a reader at the door is first advised after a question, none meaning the end."""
        left = self._unadvised(before, encoding)
        if place is None:
            return self._bdd.or_(*(self._bdd.and_(left, node) for node in self._advice))
        left = self._bdd.and_(self._asked(place), left)
        after = self._prover.situations.after
        return self._bdd.or_(*(self._bdd.and_(left, after(node, place)) for node in self._advice))

    def _never_advised(self, before: Iterable[int], encoding: Encoding) -> int:
        left = self._unadvised(before, encoding)
        for node in self._advice:
            left = self._bdd.diff(left, node)
        return left

    def _at_the_door(self, encoding: Encoding) -> int:
        if self._door is None:
            self._door = self._ever(self._pace.at_the_door, encoding)
        return self._door

    def _ever(self, condition: Condition, encoding: Encoding) -> int:
        """That a condition holds at any moment of a walk."""
        node, after = encoding.holds(condition), self._prover.situations.after
        return self._bdd.or_(*(after(node, place) for place in range(-1, len(self._names))))

    def _first_read(self, condition: Condition) -> int:
        """The place of the first question that a condition reads, itself or through facts."""
        facts = {fact.id: fact for fact in self._prover.flow.facts}
        waiting, places = list(reads(condition)), set[int]()
        while waiting:
            name = waiting.pop()
            if name in facts:
                waiting += [read for row in facts.pop(name).rows for read in reads(row.when)]
            elif name in self._names:
                places.add(self._names.index(name))
        return min(places, default=-1)

    @cached_property
    def _advice(self) -> tuple[int, ...]:
        """What helps now: each card and each step for now, that it is in the plan."""
        flow, encoding = self._prover.flow, self._prover.encoding
        cards = (encoding.outcome(one) for one in flow.outcomes if one.card)
        return (*cards, *(encoding.in_plan(step) for step in flow.steps if step.urgency == "now"))

    def _asked(self, place: int) -> int:
        return self._bdd.variable(self._prover.situations.places[place].start)


def _longest(waits: Iterable[Proof]) -> Proof:
    """The longest of some waits; undecided where one of them is."""
    longest = NOWHERE
    for wait in waits:
        if wait.verdict is Verdict.UNDECIDED:
            return UNDECIDED
        if wait.verdict is Verdict.SOMEWHERE and (wait.count or 0) >= (longest.count or 0):
            longest = wait
    return longest
