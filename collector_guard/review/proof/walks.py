"""What happens in the course of a walk: how many questions come before something, and what changes after one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from collector_guard.review.proof.answer_classes import Mark, Taken
from collector_guard.review.proof.diagrams import FALSE, TRUE
from collector_guard.review.proof.prover import Proof, Prover, Reached, State


@dataclass(frozen=True)
class Until:
    """What the questions of a walk are counted up to.

    The turn of question `before`, or the first answer to one of `after` with which `truth` holds; a walk without
    either is counted to its end, where `truth` must hold too.
    """

    truth: int = TRUE
    before: str | None = None
    after: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Most(Proof):
    """The most questions that are answered before something, with the answers of such a walk.

    `answers` is None where no walk is counted; `count` is None where what is waited for never comes in the walk shown.
    """

    count: int | None = None


class _Walked(NamedTuple):
    """How many questions were counted on the longest way to a state, and its answers."""

    length: int
    answers: Mapping[str, Taken]


class Walks(Prover):
    """A prover of one flow that looks along its walks.

    A state of a count is: whether counting has stopped, then what is left of `wanted`, of what is waited for, of the
    end of asking, and of the `when` of each question still to come.
    """

    def most(self, wanted: int, until: Until) -> Most:
        """The most questions up to something, in the walks in which `wanted` holds at any moment.

        Every question counts, so every one is swept; of equal states the one after the most questions is kept.
        """
        reading = self.readings[0]
        start = (FALSE, self._at_last(wanted), until.truth, reading.ended, *reading.when.values())
        needed = self.diagrams.variables(*start)
        states = {start: _Walked(0, {})}
        longest = Most(None, 0)
        seen = 1
        for name in reading.when:
            reached: dict[State, _Walked] = {}
            for state, walked in self._counted(name, states, until, self._telling(name, needed)):
                if self._is_over(state):
                    longest = _longer(longest, self._at_its_end(state, walked))
                elif state not in reached or walked.length > reached[state].length:
                    reached[state] = walked
            states = reached
            seen += len(states)
            if self._too_many(states):
                return Most(None, seen, decided=False)
        for state, walked in states.items():
            longest = _longer(longest, self._at_its_end(state, walked))
        return Most(longest.answers, seen, count=longest.count)

    def most_asked(self, known: Mapping[str, Sequence[Mark]], most_states: int) -> int | None:
        """How many questions a walk asks at most beside those in `known`, whose answers have these marks.

        None where there are more states than that.
        """
        reading = self.readings[0]
        needed = self.diagrams.variables(reading.ended, *reading.when.values())
        states: dict[State, int] = {(reading.ended, *reading.when.values()): 0}
        seen = 1
        for name in reading.when:
            reached: dict[State, int] = {}
            ticks = self._telling(name, needed)
            for (ended, when, *later), count in states.items():
                asking = self.readings if self._is_asked(when, ended) else ()
                here = (ended, *later)
                if asking and name in known:
                    after = self._left(name, here, asking, known[name])
                    reached[after] = max(count, reached.get(after, 0))
                    continue
                for after, taken in self._answered(name, here, asking, ticks):
                    reached[after] = max(count + bool(taken), reached.get(after, 0))
            states = reached
            seen += len(states)
            if seen > most_states:
                return None
        return max(states.values())

    def changed_after(self, name: str, truth: int) -> Proof:
        """Whether a truth is ever, after a question was answered, not what it was when that was about to be asked."""
        reading = self.readings[0]
        cone, needed = self._cone(truth, reading.when[name])
        order = tuple(one for one in reading.when if one in cone or one == name)
        states: Reached = {(truth, reading.ended, *(reading.when[one] for one in order)): {}}
        seen = 1
        for place, one in enumerate(order):
            states = self._after(one, self._about_to_ask(states) if one == name else states, needed)
            seen += len(states)
            changed = [answers for state, answers in states.items() if self._now(state[0]) == TRUE]
            if changed and place >= order.index(name):
                return Proof(min(changed, key=len), seen)
            if self._too_many(states):
                return Proof(None, seen, decided=False)
        return Proof(None, seen)

    def _counted(
        self, name: str, states: Mapping[State, _Walked], until: Until, ticks: tuple[str, ...]
    ) -> Iterator[tuple[State, _Walked]]:
        """The states after a question was asked or passed over, each with a way to it."""
        for (stopped, wanted, truth, ended, when, *later), walked in states.items():
            asking = self.readings if self._is_asked(when, ended) else ()
            stops = TRUE if asking and name == until.before else stopped
            before = (stops, wanted, truth, ended, *later)
            if self._is_over(before):
                yield before, walked
                continue
            length = walked.length + (1 if asking and stops == FALSE else 0)
            for state, taken in self._answered(name, before, asking, ticks):
                if taken:
                    yield self._noted(name, state, until), _Walked(length, {**walked.answers, name: taken})
                else:
                    yield state, walked

    def _noted(self, name: str, state: State, until: Until) -> State:
        """The state after an answer, with what has come by it."""
        stopped, wanted, truth, *rest = state
        if name in until.after and self._now(truth) == TRUE:
            stopped = TRUE
        return (stopped, self._at_last(wanted), FALSE if stopped else truth, *rest)

    def _at_last(self, wanted: int) -> int:
        """What is left of something that is to hold at any moment: nothing once it has."""
        return TRUE if self._now(wanted) == TRUE else wanted

    def _is_over(self, state: State) -> bool:
        """Whether nothing that is still asked makes a difference."""
        stopped, wanted, _, ended, *_ = state
        return wanted == FALSE or self._now(ended) == TRUE or (stopped == TRUE and wanted == TRUE)

    def _at_its_end(self, state: State, walked: _Walked) -> Most:
        stopped, wanted, truth, *_ = state
        if wanted != TRUE:
            return Most(None, 0)
        comes = stopped == TRUE or self._now(truth) == TRUE
        return Most(walked.answers, 0, count=walked.length if comes else None)

    def _about_to_ask(self, states: Reached) -> Reached:
        """The states that ask the question whose turn it is, their truth turned into that it is otherwise than now."""
        asking: Reached = {}
        for (truth, ended, when, *later), answers in states.items():
            changed = truth if self._now(truth) == FALSE else self.diagrams.negated(truth)
            state = (changed, ended, when, *later)
            if self._is_asked(when, ended) and (state not in asking or len(answers) < len(asking[state])):
                asking[state] = answers
        return asking

    def _is_asked(self, when: int, ended: int) -> bool:
        return when == TRUE and self._now(ended) == FALSE


def _longer(one: Most, other: Most) -> Most:
    """The longer of two; longest is one in which what is waited for never comes."""
    if one.answers is None or other.answers is None:
        return one if other.answers is None else other
    if one.count is None or other.count is None:
        return one if one.count is None else other
    return other if other.count > one.count else one
