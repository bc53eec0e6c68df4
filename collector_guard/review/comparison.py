"""What two flows say differently, each difference with a situation that shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from graphlib import CycleError
from itertools import combinations
from typing import Literal

from collector_guard.flow.model import Finding, Flow, Outcome, Promise, Question, Step, Taken
from collector_guard.flow.when import ALWAYS
from collector_guard.review.proof.budget import Budget
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.promises import cites_of
from collector_guard.review.proof.prover import Proof, Prover, Verdict
from collector_guard.review.proof.situations import Among

OLD, NEW = 0, 1
Entry = Question | Finding | Step | Outcome | Promise
What = Literal["question", "finding", "step", "outcome", "promise", "flow"]
# It holds elsewhere (when), it or the law it cites says else (words), or comparing takes too much (undecided).
How = Literal["added", "removed", "when", "words", "order", "undecided"]
# What the reader of a flow meets, in the order in which it is compared, with where a flow has it.
WHAT: dict[What, Callable[[Flow], tuple[Entry, ...]]] = {
    "question": lambda flow: flow.questions,
    "finding": lambda flow: flow.findings,
    "step": lambda flow: flow.steps,
    "outcome": lambda flow: flow.outcomes,
    "promise": lambda flow: flow.promises,
}


@dataclass(frozen=True)
class Difference:
    """One thing that differs; `answers` lead to a situation that shows it, where there is one."""

    what: What
    name: str
    how: How
    answers: Mapping[str, Taken]


def differences(
    old: Mapping[str, Flow], new: Mapping[str, Flow], watch: Callable[[], None] | None = None
) -> Iterator[Difference]:
    """What differs between two flows, each given in every language, in the order of the new one.

    Where they ask in orders that cannot be joined, that alone is told: the rest depends on it. `watch` is called now
    and then meanwhile.
    """
    try:
        comparison = _Comparison(old, new, watch)
    except CycleError:
        yield from _asked_elsewhere(next(iter(old.values())), next(iter(new.values())))
        return
    for what in WHAT:
        yield from comparison.of(what)
    if [_frame(flow) for flow in old.values()] != [_frame(flow) for flow in new.values()]:
        yield Difference(what="flow", name=next(iter(new.values())).id, how="words", answers={})


class _Comparison:
    def __init__(self, old: Mapping[str, Flow], new: Mapping[str, Flow], watch: Callable[[], None] | None) -> None:
        self._old, self._new = old, new
        self._flows = (next(iter(old.values())), next(iter(new.values())))
        self._prover = Prover(*self._flows, budget=Budget(watch))

    def of(self, what: What) -> Iterator[Difference]:
        """The differences among the entries of one kind."""
        before, after = ({entry.id: entry for entry in WHAT[what](flow)} for flow in self._flows)
        words_before, words_after = (self._words(what, flows) for flows in (self._old, self._new))
        for name in dict.fromkeys((*after, *before)):
            if name not in after:
                yield Difference(what=what, name=name, how="removed", answers=self._show(OLD, before[name]).answers)
            elif name not in before:
                yield Difference(what=what, name=name, how="added", answers=self._show(NEW, after[name]).answers)
            else:
                yield from self._holding(what, before[name], after[name])
                if words_before[name] != words_after[name]:
                    yield Difference(what=what, name=name, how="words", answers=self._show(NEW, after[name]).answers)
        if what not in ("outcome", "promise"):  # order decides which outcome holds, and means nothing for promises
            yield from self._moved(what, before, after)

    def _holding(self, what: What, before: Entry, after: Entry) -> Iterator[Difference]:
        """Whether an entry holds in other situations."""
        proof = self._prover.show(partial(_differs, before, after), _among(after))
        if proof.verdict is not Verdict.NOWHERE:
            how: How = "when" if proof.verdict is Verdict.SOMEWHERE else "undecided"
            yield Difference(what=what, name=after.id, how=how, answers=proof.answers)

    def _show(self, flow: int, entry: Entry) -> Proof:
        return self._prover.show(lambda *encodings: holding(entry, encodings[flow]), _among(entry))

    def _words(self, what: What, flows: Mapping[str, Flow]) -> dict[str, list[object]]:
        """For each entry, everything but its condition, in every language, with the law that it cites."""
        said: dict[str, list[object]] = {}
        for flow in flows.values():
            for entry in WHAT[what](flow):
                cited = tuple(flow.laws.newest(cite) for cite in _cites(entry))
                said.setdefault(entry.id, []).append((entry._replace(when=ALWAYS), cited))
        return said

    def _moved(self, what: What, before: Mapping[str, Entry], after: Mapping[str, Entry]) -> Iterator[Difference]:
        """The entries that changed sides with others in one plan, the fewest that explain it."""
        pairs = []
        for first, second in turned(tuple(before), tuple(after)):
            verdict = self._prover.decide(partial(_both, after[first], after[second]), _among(after[first]))
            if verdict is Verdict.UNDECIDED:
                yield Difference(what=what, name=first, how="undecided", answers={})
            elif verdict is Verdict.SOMEWHERE:
                pairs.append((first, second))
        while pairs:
            counted = Counter(name for pair in pairs for name in pair)
            moved = max(counted, key=lambda name: counted[name])
            first, second = next(pair for pair in pairs if moved in pair)
            proof = self._prover.show(partial(_both, after[first], after[second]), _among(after[first]))
            yield Difference(what=what, name=moved, how="order", answers=proof.answers)
            pairs = [pair for pair in pairs if moved not in pair]


def holding(entry: Entry, encoding: Encoding) -> int:
    """That an entry is asked, in the plan, first, or applies."""
    match entry:
        case Question():
            return encoding.asked(entry)
        case Outcome():
            return encoding.outcome(entry)
        case Promise():
            return encoding.holds(entry.when)
    return encoding.in_plan(entry)


def _differs(before: Entry, after: Entry, old: Encoding, new: Encoding) -> int:
    return new.logic.xor(holding(before, old), holding(after, new))


def _both(entry: Entry, other: Entry, _: Encoding, new: Encoding) -> int:
    return new.logic.and_(holding(entry, new), holding(other, new))


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
        yield Difference(what="question", name=name, how="order", answers={})


def _among(entry: Entry) -> Among:
    """The situations in which an entry is looked for: the turn of a question has come in every complete one."""
    return Among.COMPLETE if isinstance(entry, Question) else Among.ALL


def _cites(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Finding):
        return entry.cites
    return cites_of(entry) if isinstance(entry, Step) else ()


def _frame(flow: Flow) -> tuple[object, ...]:
    """What a flow says outside its entries."""
    of_reading = (flow.title, flow.card, flow.acts, flow.danger_words, flow.visit_day)
    return (*of_reading, flow.pace, flow.reviewed, flow.next_review)
