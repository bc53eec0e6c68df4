"""What of a flow no journey reaches, and answers that would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from collector_guard.flow.conditions import reason_for
from collector_guard.flow.gate import accept
from collector_guard.flow.model import NONE, UNKNOWN, Flow, Question
from collector_guard.flow.plan import Plan, plan_of
from collector_guard.flow.situation import Situation, Taken, known_in
from collector_guard.flow.walk import Ask, replay, walk
from collector_guard.flow.when import Is
from collector_guard.review.journeys import Journey
from collector_guard.review.proof.diagrams import FALSE, BudgetError
from collector_guard.review.proof.prover import Proof
from collector_guard.review.proof.soundness import Sense

KINDS = ("choices", "rows", "findings", "steps", "outcomes", "promises")
MOST_TICKED = 2
NOON = "12:00"


@dataclass(frozen=True)
class Item:
    """One thing that a journey can reach; `number` is the row of a fact, `of` its fact or the question of a choice."""

    kind: str
    name: str
    of: str = ""
    number: int = 0


@dataclass(frozen=True)
class Suggestion:
    """Answers to every question of one more journey, and what it would reach that no other does."""

    answers: Mapping[str, Taken]
    reaches: tuple[Item, ...]


@dataclass(frozen=True)
class Coverage:
    """What the journeys leave out: `missing` can be reached, `impossible` in no situation.

    The suggestions together reach everything missing, less `left`.
    """

    journeys: int
    items: tuple[Item, ...]
    missing: tuple[Item, ...]
    impossible: tuple[Item, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def left(self) -> tuple[Item, ...]:
        """What is missing and no suggestion reaches."""
        found = {item for suggestion in self.suggestions for item in suggestion.reaches}
        return tuple(item for item in self.missing if item not in found)

    @property
    def reached(self) -> int:
        return len(self.items) - len(self.missing) - len(self.impossible)


def cover(flow: Flow, journeys: Collection[Journey], *, on: date) -> Coverage:
    """Hold everything that complete plans can show against the journeys; suggestions stand for walks on a day.

    What only an incomplete situation can reach, because later answers take it away, counts where a journey passes it.
    """
    return _Cover(flow, on).coverage(journeys)


def items_of(flow: Flow) -> Iterator[Item]:
    """Everything that a journey can reach, in the order of the flow."""
    for question in flow.questions:
        yield from (Item("choices", choice.id, question.id) for choice in question.choices)
    for fact in flow.facts:
        yield from (Item("rows", row.value, fact.id, number) for number, row in enumerate(fact.rows, 1))
    yield from (Item("findings", finding.id) for finding in flow.findings)
    yield from (Item("steps", step.id) for step in flow.steps)
    yield from (Item("outcomes", outcome.id) for outcome in flow.outcomes)
    yield from (Item("promises", promise.id) for promise in flow.promises)


def reached_in(plan: Plan) -> Iterator[Item]:
    """What one plan reaches: a promise by its situation, the rest by being there."""
    flow, situation = plan.flow, plan.situation
    known = known_in(flow, situation)
    for answer in situation.answers:
        choices = {choice.id for choice in answer.question.choices}
        yield from (Item("choices", one, answer.question.id) for one in answer.taken if one in choices)
    for fact in flow.facts:
        held = (n for n, row in enumerate(fact.rows) if reason_for(row.when, known, situation.today) is not None)
        yield from (Item("rows", fact.rows[place].value, fact.id, place + 1) for place in list(held)[:1])
    yield from (Item("findings", found.finding.id) for found in plan.findings)
    yield from (Item("steps", told.step.id) for told in plan.steps)
    yield Item("outcomes", plan.outcome.id)
    holding = (one for one in flow.promises if reason_for(one.when, known, situation.today) is not None)
    yield from (Item("promises", promise.id) for promise in holding)


class _Cover:
    def __init__(self, flow: Flow, on: date) -> None:
        self.flow = flow
        self.on = on
        self.sense = Sense(flow)
        self.truths = dict(self._truths())

    def coverage(self, journeys: Collection[Journey]) -> Coverage:
        items = tuple(self.truths)
        at_the_end: set[Item] = set()
        on_the_way: set[Item] = set()
        for journey in journeys:
            situation = replay(self.flow, journey.answers, on=journey.on)
            at_the_end.update(reached_in(plan_of(self.flow, situation)))
            on_the_way.update(self._on_the_way(situation))
        proofs = {item: self._at_the_end(self.truths[item]) for item in items if item not in at_the_end}
        early = [item for item, proof in proofs.items() if proof.decided and proof.answers is None]
        proofs |= {item: self._proved(self.sense.prover.somewhere, self.truths[item]) for item in early}
        impossible = tuple(item for item in early if proofs[item].decided and proofs[item].answers is None)
        passed = {item for item in early if item in on_the_way}
        missing = tuple(item for item in proofs if item not in impossible and item not in passed)
        witnesses = {item: answers for item in missing if (answers := proofs[item].answers) is not None}
        return Coverage(len(journeys), items, missing, impossible, self._suggestions(witnesses, frozenset(early)))

    def _truths(self) -> Iterator[tuple[Item, int]]:
        """What must hold for each item."""
        flow, reading = self.flow, self.sense.reading
        shown = {("findings", one.id): self.sense.in_plan(one) for one in flow.findings}
        shown |= {("steps", one.id): self.sense.in_plan(one) for one in flow.steps}
        shown |= {("outcomes", one.id): reading.outcome(one) for one in flow.outcomes}
        shown |= {("promises", one.id): reading.truth(one.when) for one in flow.promises}
        for fact in flow.facts:
            rows = reading.first_of((str(n), reading.truth(row.when)) for n, row in enumerate(fact.rows, 1))
            shown |= {("rows", f"{fact.id}/{number}"): truth for number, truth in rows.items()}
        for item in items_of(flow):
            if item.kind == "choices":
                yield item, reading.truth(Is(item.of, (item.name,)))
            else:
                yield item, shown[item.kind, f"{item.of}/{item.number}" if item.number else item.name]

    def _on_the_way(self, situation: Situation) -> Iterator[Item]:
        for length in range(len(situation.answers)):
            early = Situation(situation.answers[:length], complete=False, today=situation.today)
            yield from reached_in(plan_of(self.flow, early))

    def _suggestions(
        self, witnesses: Mapping[Item, Mapping[str, Taken]], early: frozenset[Item]
    ) -> tuple[Suggestion, ...]:
        """Greedily: walk where the longest witness leads, with all else that can hold there, again and again."""
        left = dict(sorted(witnesses.items(), key=lambda one: -len(one[1])))
        plans = []
        while left:
            first = next(iter(left))
            answers = left[first] if first in early else self._together(first, left)
            plan = self._walked(answers, left)
            plans.append(plan)
            # What even its own witness does not reach on this day, as a law not in force, is left.
            for item in {first} | (self._reached(plan, early) & left.keys()):
                del left[item]
        return tuple(self._least(plans, witnesses, early))

    def _together(self, first: Item, others: Iterable[Item]) -> Mapping[str, Taken]:
        """Answers that lead to one item and to as many others as a story can hold."""
        truth = self.truths[first]
        answers = self._at_the_end(truth).answers or {}
        ticked = Counter([first.of])
        for item in others:
            joined = self._both(truth, self.truths[item])
            if joined in (truth, FALSE) or (item.kind == "choices" and ticked[item.of] == MOST_TICKED):
                continue
            proof = self._at_the_end(joined)
            if proof.answers is not None:
                truth, answers = joined, proof.answers
                ticked[item.of] += item.kind == "choices"
        return answers

    def _both(self, truth: int, other: int) -> int:
        """That two hold at once; what grows too large together is left to a story of its own."""
        self.sense.diagrams.renew_budget()
        try:
            return self.sense.diagrams.both(truth, other)
        except BudgetError:
            return FALSE

    def _at_the_end(self, truth: int) -> Proof:
        return self._proved(self.sense.prover.at_the_end, truth)

    def _proved(self, prove: Callable[[int], Proof], truth: int) -> Proof:
        """A proof with a budget of its own; what exceeds it is not decided."""
        self.sense.diagrams.renew_budget()
        try:
            return prove(truth)
        except BudgetError:
            return Proof(None, 0, decided=False)

    def _least(self, plans: Sequence[Plan], wanted: Collection[Item], early: frozenset[Item]) -> Iterator[Suggestion]:
        """The plans less those of which others together reach everything, each with what it adds."""
        reached = {place: self._reached(plan, early) & set(wanted) for place, plan in enumerate(plans)}
        for place in tuple(reached):
            others = set().union(*(items for other, items in reached.items() if other != place))
            if reached[place] <= others:
                del reached[place]
        told: set[Item] = set()
        for place, items in reached.items():
            situation = plans[place].situation
            answers = {answer.question.id: answer.taken for answer in situation.answers}
            yield Suggestion(answers, tuple(item for item in self.truths if item in items - told))
            told |= items

    def _reached(self, plan: Plan, early: frozenset[Item]) -> set[Item]:
        return {*reached_in(plan), *(early.intersection(self._on_the_way(plan.situation)) if early else ())}

    def _walked(self, witness: Mapping[str, Taken], left: Iterable[Item]) -> Plan:
        wanted = {(item.of, item.name) for item in left if item.kind == "choices"}
        return walk(self.flow, _answering(wanted, self.on), on=self.on, given=witness)


def _answering(wanted: set[tuple[str, str]], on: date) -> Ask:
    """What answers by choices that are still wanted, else by none or the first; at noon, on the day."""

    def ask(question: Question, _: Situation, __: Taken | None) -> Taken:
        if question.kind in ("time", "date"):
            return accept(question, (NOON if question.kind == "time" else on.isoformat(),))
        ids = [choice.id for choice in question.choices]
        new = [one for one in ids if (question.id, one) in wanted] or ([NONE] if NONE in ids else ids)
        told = [one for one in new if one not in (NONE, UNKNOWN)]
        several = told[: MOST_TICKED if question.kind == "many" else 1]
        return accept(question, tuple(several or new[:1]))

    return ask
