"""Can a condition hold? The questions it depends on are swept in the flow's order, equal situations merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from collector_guard.answer_classes import KNOWN, Taken, marks_of
from collector_guard.diagrams import FALSE, LAST, TRUE, Diagrams
from collector_guard.flow import NONE, UNKNOWN, Aged, AllOf, AnyOf, Condition, Flow, Is, Outcome, Question, Span, Within

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


class Prover:
    """Asks of one flow whether truths can hold in a situation that its questions can lead to."""

    def __init__(self, flow: Flow, extra: Iterable[Condition] = ()) -> None:
        """Take a flow, and the conditions beside its own that will be asked about."""
        self.flow = flow
        self.diagrams = Diagrams()
        self._marks = marks_of(flow, extra)
        self._places: dict[str, dict[str | Span, int]] = {}
        place = 0
        for question in flow.questions:
            names = self._marks[question.id].names
            self._places[question.id] = {name: place + within for within, name in enumerate(names)}
            place += len(names)
        self._facts: dict[str, dict[str, int]] = {}
        for fact in flow.facts:
            self._facts[fact.id] = self.first_of((row.value, self.truth(row.when)) for row in fact.rows)
        self._when = {question.id: self.truth(question.when) for question in flow.questions}
        at_once = (self.truth(outcome.when) for outcome in flow.outcomes if outcome.at_once)
        self.ended = self.diagrams.either(*at_once)
        self._outcomes = self.first_of((outcome.id, self.truth(outcome.when)) for outcome in flow.outcomes)

    def truth(self, condition: Condition) -> int:
        """The node of a condition, its facts expanded."""
        match condition:
            case AllOf(parts):
                return self.diagrams.both(*map(self.truth, parts))
            case AnyOf(parts):
                return self.diagrams.either(*map(self.truth, parts))
            case Is(name, values) if name in self._facts:
                return self.diagrams.either(*(self._facts[name].get(value, FALSE) for value in values))
            case Is(name, values):
                return self.diagrams.either(*(self._mark(name, value) for value in values))
            case Within():
                return self._within(condition)
        return self._aged(condition)

    def outcome(self, outcome: Outcome) -> int:
        """That an outcome is the first to hold."""
        return self._outcomes[outcome.id]

    def first_of(self, rows: Iterable[tuple[str, int]]) -> dict[str, int]:
        """For each name, that one of its truths is the first to hold."""
        firsts: dict[str, int] = {}
        left = TRUE
        for name, truth in rows:
            here = self.diagrams.both(left, truth)
            firsts[name] = self.diagrams.either(firsts.get(name, FALSE), here)
            left = self.diagrams.but_not(left, truth)
        return firsts

    def somewhere(self, truth: int) -> Proof:
        """Whether a truth holds in any situation, complete or not."""
        return self._swept(truth, lambda state: self._now(state[0]) == TRUE)

    def at_the_end(self, truth: int) -> Proof:
        """Whether a truth holds in a complete situation."""
        return self._swept(truth, None)

    def _swept(self, truth: int, found: Callable[[State], bool] | None) -> Proof:
        """Go through the questions; a state is what is left of each truth that still matters."""
        cone = self._cone(truth)
        start = (truth, self.ended, *(self._when[question.id] for question in cone))
        states: Reached = {start: {}}
        seen = 1
        for question in (None, *cone):
            states = self._after(question, states) if question else states
            seen += len(states)
            there = [answers for state, answers in states.items() if found and found(state)]
            if there:
                return Proof(min(there, key=len), seen)
            if len(states) > MOST_STATES:
                return Proof(None, seen, decided=False)
        ends = [answers for state, answers in states.items() if self._now(state[0]) == TRUE]
        return Proof(min(ends, key=len) if ends else None, seen)

    def _cone(self, truth: int) -> tuple[Question, ...]:
        """The questions that a truth depends on, with those that decide whether they are asked."""
        needed = self.diagrams.variables(truth, self.ended)
        while True:
            cone = [one for one in self.flow.questions if not needed.isdisjoint(self._places[one.id].values())]
            wider = needed.union(self.diagrams.variables(*(self._when[question.id] for question in cone)))
            if wider == needed:
                return tuple(cone)
            needed = wider

    def _after(self, question: Question, states: Reached) -> Reached:
        """The states after a question was asked or passed over; of equal ones that with the fewest answers."""
        reached: Reached = {}
        for (truth, ended, when, *later), answers in states.items():
            left = (truth, ended, *later)
            asked = when == TRUE and self._now(ended) == FALSE
            for state, taken in self._answered(question, left) if asked else [(self._left(question, left, ()), None)]:
                longer = answers if taken is None else {**answers, question.id: taken}
                if state[0] != FALSE and (state not in reached or len(longer) < len(reached[state])):
                    reached[state] = longer
        return reached

    def _answered(self, question: Question, state: State) -> Iterator[tuple[State, Taken]]:
        """The states that the answers to a question lead to, each with such an answer."""
        if question.kind != "many":
            for marks, taken in self._marks[question.id].classes():
                yield self._left(question, state, marks), taken
            return
        for choice in (choice for choice in question.choices if choice.id in (NONE, UNKNOWN)):
            yield self._left(question, state, (choice.id,)), (choice.id,)
        for after, taken in self._ticked(question, state).items():
            if taken:
                yield self._left(question, after, ()), taken

    def _ticked(self, question: Question, state: State) -> dict[State, Taken]:
        """The states after ticking or leaving each choice, one by one, equal states merged; () where none is ticked."""
        ticked: dict[State, Taken] = {state: ()}
        for choice in (choice for choice in question.choices if choice.id not in (NONE, UNKNOWN)):
            place = self._places[question.id][choice.id]
            reached: dict[State, Taken] = {}
            for before, taken in ticked.items():
                for chosen in (taken, (*taken, choice.id)):
                    truths = {place: len(chosen) > len(taken)}
                    after = tuple(self.diagrams.after(node, truths, place + 1) for node in before)
                    if not reached.get(after):
                        reached[after] = chosen
            ticked = reached
        return ticked

    def _left(self, question: Question, state: State, marks: Iterable[str | Span]) -> State:
        places = self._places[question.id]
        truths = dict.fromkeys((places[mark] for mark in marks), True)
        return tuple(self.diagrams.after(node, truths, max(places.values()) + 1) for node in state)

    def _now(self, node: int) -> int:
        """The truth in a situation in which nothing further was answered."""
        return self.diagrams.after(node, {}, LAST)

    def _mark(self, question: str, name: str | Span) -> int:
        return self.diagrams.variable(self._places[question][name])

    def _within(self, test: Within) -> int:
        both, either, negated = self.diagrams.both, self.diagrams.either, self.diagrams.negated
        from_start = self._mark(test.name, test.start) if test.start else TRUE
        before_end = negated(self._mark(test.name, test.before)) if test.before else TRUE
        over_midnight = test.start and test.before and ":" in test.start and test.start > test.before
        measured = either(from_start, before_end) if over_midnight else both(from_start, before_end)
        return both(self._mark(test.name, KNOWN), measured)

    def _aged(self, test: Aged) -> int:
        both, negated = self.diagrams.both, self.diagrams.negated
        older = self._mark(test.name, test.older) if test.older else TRUE
        newer = negated(self._mark(test.name, test.newer)) if test.newer else TRUE
        return both(self._mark(test.name, KNOWN), older, newer)
