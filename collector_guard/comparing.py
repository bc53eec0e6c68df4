"""What two flows say differently, each difference with a situation that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from collector_guard.diagrams import FALSE
from collector_guard.flow import ALWAYS, Finding, Flow, Outcome, Promise, Question, Step
from collector_guard.proof import Proof, Prover, Reading
from collector_guard.triage import Taken

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
    """One thing that differs: `how` is added, removed, when (it holds elsewhere), words (it says else) or order.

    `answers` lead to a situation that shows it; None where no situation does, as for a promise's words.
    """

    what: str
    name: str
    how: str
    answers: Mapping[str, Taken] | None


def differences(old: Mapping[str, Flow], new: Mapping[str, Flow]) -> Iterator[Difference]:
    """What differs between two flows, each given in every language, in the order of the new one."""
    comparison = _Comparison(old, new)
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
        before, after = (self._truths(what, reading) for reading in self.prover.readings)
        words_before, words_after = (self._words(what, flows) for flows in (self.old, self.new))
        for name in dict.fromkeys((*after, *before)):
            here, there = before.get(name, FALSE), after.get(name, FALSE)
            if name not in before or name not in after:
                how = "removed" if name in before else "added"
                yield Difference(what, name, how, self._shown(what, name, self.diagrams.either(here, there)).answers)
                continue
            proof = self._shown(what, name, self.diagrams.differing(here, there))
            if proof.answers is not None or not proof.decided:
                yield Difference(what, name, "when", proof.answers)
            if words_before[name] != words_after[name]:
                yield Difference(
                    what, name, "words", self._shown(what, name, self.diagrams.either(here, there)).answers
                )
        yield from self._moved(what, before, after)

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

    def _words(self, what: str, flows: Mapping[str, Flow]) -> dict[str, list[Entry]]:
        """For each entry, everything but its condition, in every language."""
        said: dict[str, list[Entry]] = {}
        for flow in flows.values():
            for entry in WHAT[what](flow):
                said.setdefault(entry.id, []).append(replace(entry, when=ALWAYS))
        return said

    def _shown(self, what: str, name: str, truth: int) -> Proof:
        return self.prover.before(name, truth) if what == "question" else self.prover.somewhere(truth)

    def _moved(self, what: str, before: Mapping[str, int], after: Mapping[str, int]) -> Iterator[Difference]:
        """The entries that stand behind one that stood behind them, where both are shown."""
        if what in ("outcome", "promise"):  # the order of outcomes is in their truths, that of promises means nothing
            return
        order = list(before)
        common = [name for name in after if name in before]
        for first, second in pairwise(common):
            if order.index(first) > order.index(second):
                both = self._shown(what, first, self.diagrams.both(after[first], after[second]))
                if both.answers is not None:
                    yield Difference(what, second, "order", both.answers)


def _frame(flow: Flow) -> tuple[object, ...]:
    """What a flow says outside its entries."""
    return flow.title, flow.card, flow.acts, flow.danger_words, flow.visit_day, flow.reviewed, flow.next_review
