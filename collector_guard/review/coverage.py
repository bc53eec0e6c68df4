"""What of a flow no journey reaches."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal, get_args

from collector_guard.flow.conditions import holds
from collector_guard.flow.model import Flow
from collector_guard.flow.plan import Plan, plan_of
from collector_guard.flow.situation import Situation, known_in
from collector_guard.flow.walk import replay
from collector_guard.flow.when import Is
from collector_guard.review.comparison import Entry, holding
from collector_guard.review.journeys import Journey
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.prover import Prover, Verdict
from collector_guard.review.proof.situations import Among

Kind = Literal["choices", "rows", "findings", "steps", "outcomes", "promises"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Item:
    """One thing that a journey can reach; `number` is the row of a fact, `of` its fact or the question of a choice."""

    kind: Kind
    name: str
    of: str = ""
    number: int = 0


@dataclass(frozen=True)
class Coverage:
    """What the journeys leave out: `missing` can be reached or may be, `impossible` in no situation."""

    journeys: int
    items: tuple[Item, ...]
    missing: tuple[Item, ...]
    impossible: tuple[Item, ...]

    @property
    def reached(self) -> int:
        return len(self.items) - len(self.missing) - len(self.impossible)


def cover(flow: Flow, journeys: Collection[Journey]) -> Coverage:
    """Hold everything that complete plans can show against the journeys.

    What only an incomplete situation can reach, because later answers take it away, counts where a journey passes it.
    """
    prover = Prover(flow)
    at_the_end, on_the_way = set[Item](), set[Item]()
    for journey in journeys:
        situation = replay(flow, journey.answers, on=journey.on)
        at_the_end.update(reached_in(plan_of(flow, situation)))
        on_the_way.update(_passed(flow, situation))
    missing, impossible = [], []
    items = tuple(items_of(flow))
    for item in (item for item in items if item not in at_the_end):
        truth = partial(reached, item)
        if prover.decide(truth, Among.COMPLETE) is not Verdict.NOWHERE:
            missing.append(item)
        elif prover.decide(truth) is Verdict.NOWHERE:
            impossible.append(item)
        elif item not in on_the_way:
            missing.append(item)
    return Coverage(journeys=len(journeys), items=items, missing=tuple(missing), impossible=tuple(impossible))


def items_of(flow: Flow) -> Iterator[Item]:
    """Everything that a journey can reach, in the order of the flow."""
    for question in flow.questions:
        yield from (Item("choices", choice.id, question.id) for choice in question.choices)
    for fact in flow.facts:
        yield from (
            Item(kind="rows", name=row.value, of=fact.id, number=number) for number, row in enumerate(fact.rows, 1)
        )
    yield from (Item(kind, entry.id) for kind, those in _entries(flow).items() for entry in those)


def _entries(flow: Flow) -> Mapping[Kind, tuple[Entry, ...]]:
    return {
        "findings": flow.findings,
        "steps": flow.steps,
        "outcomes": flow.outcomes,
        "promises": flow.promises,
    }


def reached_in(plan: Plan) -> Iterator[Item]:
    """What one plan reaches: a promise by its situation, the rest by being there."""
    flow, situation = plan.flow, plan.situation
    known = known_in(flow, situation)
    for answer in situation.answers:
        choices = (choice.id for choice in answer.question.choices if choice.id in answer.taken)
        yield from (Item("choices", choice, answer.question.id) for choice in choices)
    for fact in flow.facts:
        held = (n for n, row in enumerate(fact.rows) if holds(row.when, known, situation.today))
        yield from (
            Item(kind="rows", name=fact.rows[place].value, of=fact.id, number=place + 1) for place in list(held)[:1]
        )
    yield from (Item("findings", found.finding.id) for found in plan.findings)
    yield from (Item("steps", told.step.id) for told in plan.steps)
    yield Item("outcomes", plan.outcome.id)
    holding = (one for one in flow.promises if holds(one.when, known, situation.today))
    yield from (Item("promises", promise.id) for promise in holding)


def _passed(flow: Flow, situation: Situation) -> Iterator[Item]:
    """What the plans on the way to a situation reach."""
    for length in range(len(situation.answers)):
        early = Situation(situation.answers[:length], complete=False, today=situation.today)
        yield from reached_in(plan_of(flow, early))


def reached(item: Item, encoding: Encoding) -> int:
    """That an item is reached."""
    if item.kind == "choices":
        return encoding.holds(Is(item.of, (item.name,)))
    if item.kind == "rows":
        rows = next(fact.rows for fact in encoding.flow.facts if fact.id == item.of)
        return encoding.firsts((str(number), row.when) for number, row in enumerate(rows, 1))[str(item.number)]
    return holding(next(one for one in _entries(encoding.flow)[item.kind] if one.id == item.name), encoding)
