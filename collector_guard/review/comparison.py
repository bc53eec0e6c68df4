"""What two flows say differently, each difference with a situation that shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from graphlib import CycleError
from itertools import combinations

from collector_guard.flow.model import Finding, Flow, Outcome, Promise, Question, Step
from collector_guard.flow.situation import Taken
from collector_guard.flow.when import ALWAYS
from collector_guard.review.proof.diagrams import FALSE, BudgetError
from collector_guard.review.proof.prover import Proof, Prover, Reading

Entry = Question | Finding | Step | Outcome | Promise
# What the reader of a flow meets, in the order in which it is compared, with where a flow has it.
WHAT = {
    "question": lambda flow: flow.questions,
    "finding": lambda flow: flow.findings,
    "step": lambda flow: flow.steps,
    "outcome": lambda flow: flow.outcomes,
    "promise": lambda flow: flow.promises,
}


@dataclass(frozen=True)
class Difference:
    """One thing that differs.

    `how` is added, removed, when (it holds elsewhere), words (it or the law it cites says else), order, or undecided
    (comparing takes too much). `answers` lead to a situation that shows it; None where no situation does, as for a
    promise's words, or where none was sought.
    """

    what: str
    name: str
    how: str
    answers: Mapping[str, Taken] | None


def differences(old: Mapping[str, Flow], new: Mapping[str, Flow]) -> Iterator[Difference]:
    """What differs between two flows, each given in every language, in the order of the new one.

    Where they ask in orders that cannot be joined, that alone is told: the rest hangs on it.
    """
    try:
        comparison = _Comparison(old, new)
    except CycleError:
        yield from _asked_elsewhere(next(iter(old.values())), next(iter(new.values())))
        return
    for what in WHAT:
        yield from comparison.of(what)
    if [_frame(flow) for flow in old.values()] != [_frame(flow) for flow in new.values()]:
        yield Difference("flow", next(iter(new.values())).id, "words", None)


class _Comparison:
    def __init__(self, old: Mapping[str, Flow], new: Mapping[str, Flow]) -> None:
        self.old, self.new = old, new
        self.prover = Prover(next(iter(old.values())), next(iter(new.values())))
        self.diagrams = self.prover.diagrams

    def of(self, what: str) -> Iterator[Difference]:
        """The differences among the entries of one kind."""
        self.diagrams.renew_budget()
        before, after = (self._truths(what, reading) for reading in self.prover.readings)
        words_before, words_after = (self._words(what, flows) for flows in (self.old, self.new))
        for name in dict.fromkeys((*after, *before)):
            self.diagrams.renew_budget()
            try:
                yield from self._holding(what, name, before.get(name), after.get(name))
            except BudgetError:
                yield Difference(what, name, "undecided", None)
            if name in before and name in after and words_before[name] != words_after[name]:
                yield Difference(what, name, "words", self._shown(what, name, after[name]).answers)
        yield from self._moved(what, before, after)

    def _holding(self, what: str, name: str, before: int | None, after: int | None) -> Iterator[Difference]:
        """Whether an entry holds in other situations, or in none of one flow because it is not there."""
        if before is None or after is None:
            how, truth = ("added", after) if before is None else ("removed", before)
            yield Difference(what, name, how, self._shown(what, name, truth or FALSE).answers)
            return
        proof = self._shown(what, name, self.diagrams.differing(before, after))
        if proof.answers is not None or not proof.decided:
            yield Difference(what, name, "when" if proof.decided else "undecided", proof.answers)

    def _truths(self, what: str, reading: Reading) -> dict[str, int]:
        """For each entry, that it is asked, in the plan, first, or applies."""
        flow = reading.flow
        if what == "question":
            return {question.id: reading.asked(question.id) for question in flow.questions}
        if what == "outcome":
            return {outcome.id: reading.outcome(outcome) for outcome in flow.outcomes}
        if what == "promise":
            return {promise.id: reading.truth(promise.when) for promise in flow.promises}
        alone = self.diagrams.either(*(reading.outcome(one) for one in flow.outcomes if one.alone))
        entries: Iterable[Step | Finding] = flow.steps if what == "step" else flow.findings
        return {entry.id: self.diagrams.but_not(reading.truth(entry.when), alone) for entry in entries}

    def _words(self, what: str, flows: Mapping[str, Flow]) -> dict[str, list[object]]:
        """For each entry, everything but its condition, in every language, with the law that it cites."""
        said: dict[str, list[object]] = {}
        for flow in flows.values():
            for entry in WHAT[what](flow):
                cited = tuple(flow.laws.newest(cite) for cite in _cites(entry))
                said.setdefault(entry.id, []).append((replace(entry, when=ALWAYS), cited))
        return said

    def _shown(self, what: str, name: str, truth: int) -> Proof:
        return self.prover.before(name, truth) if what == "question" else self.prover.somewhere(truth)

    def _moved(self, what: str, before: Mapping[str, int], after: Mapping[str, int]) -> Iterator[Difference]:
        """The entries that stand on another side of ones with which they are shown, the fewest that explain it."""
        if what in ("outcome", "promise"):  # the order of outcomes is in their truths, that of promises means nothing
            return
        together: dict[tuple[str, str], Mapping[str, Taken]] = {}
        for first, second in turned(tuple(before), tuple(after)):
            answers = self._shown(what, first, self.diagrams.both(after[first], after[second])).answers
            if answers is not None:
                together[first, second] = answers
        while together:
            counted = Counter(name for pair in together for name in pair)
            moved = max(counted, key=lambda name: counted[name])
            yield Difference(what, moved, "order", next(one for pair, one in together.items() if moved in pair))
            together = {pair: one for pair, one in together.items() if moved not in pair}


def turned(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of names that stand the other way round, as they stand after."""
    place = {name: number for number, name in enumerate(before)}
    common = [name for name in after if name in place]
    for first, second in combinations(common, 2):
        if place[first] > place[second]:
            yield first, second


def _asked_elsewhere(old: Flow, new: Flow) -> Iterator[Difference]:
    orders = [tuple(question.id for question in flow.questions) for flow in (old, new)]
    for name in dict.fromkeys(first for first, _ in turned(*orders)):
        yield Difference("question", name, "order", None)


def _cites(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Finding):
        return entry.cites
    if isinstance(entry, Step):
        return (*entry.cites, entry.due.by) if entry.due else entry.cites
    return ()


def _frame(flow: Flow) -> tuple[object, ...]:
    """What a flow says outside its entries."""
    of_reading = (flow.title, flow.card, flow.acts, flow.danger_words, flow.visit_day)
    return (*of_reading, flow.pace, flow.reviewed, flow.next_review)
