"""What promises name, asked of a plan and of every situation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from collector_guard.flow.card import Card
from collector_guard.flow.conditions import holds
from collector_guard.flow.draft import Draft
from collector_guard.flow.model import ANY, Finding, Flow, Outcome, Promise, Step, Urgency
from collector_guard.flow.plan import Plan
from collector_guard.flow.situation import known_in
from collector_guard.review.proof.encoding import FALSE, Encoding
from collector_guard.review.proof.prover import NOWHERE, Proof, Prover, Verdict
from collector_guard.review.proof.situations import Among

Entry = Step | Finding | Outcome | Draft | Card
Names = Mapping[str, tuple[str, ...]]
TOGETHER = 8  # entries, before what is left is looked at


def names_of(entry: Entry) -> Names:
    """The names by which a promise may call an entry of a plan, by what they are."""
    match entry:
        case Step():
            return {"steps": (entry.id,), "acts": entry.acts, "provisions": cites_of(entry)}
        case Finding():
            return {"findings": (entry.id,), "provisions": entry.cites}
        case Outcome():
            return {"outcomes": (entry.id,)}
        case Draft():
            return {"drafts": (entry.id,), "provisions": entry.cites}
    return {"acts": entry.acts}


def cites_of(step: Step) -> tuple[str, ...]:
    """What a step cites, and by which provision its deadline runs."""
    return (*step.cites, step.due.by) if step.due else step.cites


def is_named(entry: Entry, named: Names) -> bool:
    """Whether a promise names an entry; naming an article names its paragraphs and items too."""
    return not _called(entry).isdisjoint(_pairs(named))


def in_turn(flow: Flow, outcome: Outcome, urgency: Urgency) -> Iterator[tuple[Step, ...]]:
    """The steps under the first urgency of an outcome's plans, in order; those of no fixed order come together."""
    steps = {step.id: step for step in flow.steps}
    yield from ((steps.pop(lead),) for lead in outcome.leads if lead in steps)
    others = [step for step in steps.values() if step.urgency == urgency]
    yield tuple(step for step in others if step.due)
    yield from ((step,) for step in others if not step.due)


def broken_by(plan: Plan, promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """The promises that a plan breaks; one made for other situations is kept."""
    situation = plan.situation
    known = known_in(plan.flow, situation)
    made = (promise for promise in promises if holds(promise.when, known, situation.today))
    return tuple(promise for promise in made if not _is_kept(promise, plan))


def breaches(prover: Prover) -> Iterator[tuple[Promise, Proof]]:
    """For each promise, a situation that breaks it, if there is one."""
    called = [(entry, _called(entry)) for entry in _entries(prover.flow)]
    for promise in prover.flow.promises:
        wanted = _pairs(promise.named)
        named = [entry for entry, names in called if not names.isdisjoint(wanted)]
        yield promise, _breach(promise, named, prover)


def _breach(promise: Promise, named: Sequence[Entry], prover: Prover) -> Proof:
    """A situation that breaks a promise which names these."""
    if promise.demand == "never":
        # Each is looked at alone: together they may be too large.
        return first_found(prover.show(partial(_has, promise, entry)) for entry in named)
    if promise.demand == "shows":
        return prover.show(partial(_lacks, promise, _groups(promise, named, prover), prover), Among.COMPLETE)
    begins = (partial(_begins_otherwise, promise, outcome) for outcome in prover.flow.outcomes)
    return first_found(prover.show(truth, Among.COMPLETE) for truth in begins)


def _groups(promise: Promise, named: Sequence[Entry], prover: Prover) -> list[Sequence[Entry]]:
    """The entries in groups: first those of which every random walk has one, after which little is left as a rule."""
    walks = prover.examples.first.encodings[0]
    left = prover.examples.first.among[Among.COMPLETE] & walks.holds(promise.when)
    found = {number: left & _in_plan(entry, left, walks) for number, entry in enumerate(named)}
    telling = []
    for number in sorted(found, key=lambda number: -found[number].bit_count()):
        if found[number] & left:
            telling.append(number)
            left &= ~found[number]
    others = [entry for number, entry in enumerate(named) if number not in telling]
    return [
        [named[number] for number in telling],
        *(others[at : at + TOGETHER] for at in range(0, len(others), TOGETHER)),
    ]


def without(node: int, entries: Iterable[Entry], encoding: Encoding) -> int:
    """What is left of a node where none of these is in the plan."""
    for entry in entries:
        if node == FALSE:
            break
        node = encoding.logic.diff(node, _in_plan(entry, node, encoding))
    return node


def first_found(proofs: Iterable[Proof]) -> Proof:
    """The first proof that finds something or is undecided."""
    return next((proof for proof in proofs if proof.verdict is not Verdict.NOWHERE), NOWHERE)


def _called(entry: Entry) -> frozenset[tuple[str, str]]:
    """Everything by which a promise may call an entry: its names, the articles that these are part of, or any."""
    pairs = set()
    for what, names in names_of(entry).items():
        for name in names:
            parts = name.split(".")
            pairs |= {(what, ANY), *((what, ".".join(parts[:count])) for count in range(1, len(parts) + 1))}
    return frozenset(pairs)


def _pairs(named: Names) -> frozenset[tuple[str, str]]:
    return frozenset((what, name) for what, names in named.items() for name in names)


def _is_kept(promise: Promise, plan: Plan) -> bool:
    steps = tuple(planned.step for planned in plan.steps)
    card = (plan.card,) if plan.card else ()
    drafts = (planned.draft for planned in plan.drafts)
    entries = (plan.outcome, *card, *(found.finding for found in plan.findings), *steps, *drafts)
    if promise.demand == "never":
        return not any(is_named(entry, promise.named) for entry in entries)
    if promise.demand == "first":
        entries = card or tuple(planned.step for planned in plan.urgent("now"))[:1]
    return not plan.situation.complete or any(is_named(entry, promise.named) for entry in entries)


def _entries(flow: Flow) -> Iterator[Entry]:
    """Everything that a plan of a flow can have, a card as often as there are outcomes with it."""
    yield from flow.steps
    yield from flow.findings
    yield from flow.outcomes
    yield from flow.drafts.drafts
    yield from (outcome.card for outcome in flow.outcomes if outcome.card)


def _in_plan(entry: Entry, context: int, encoding: Encoding) -> int:
    """That an entry is in the plan; nothing is said of where the context does not hold."""
    match entry:
        case Step() | Finding() | Draft():
            return encoding.in_plan(entry)
        case Outcome():
            return encoding.outcome(entry, context)
    return encoding.logic.or_(*(encoding.outcome(one, context) for one in encoding.flow.outcomes if one.card == entry))


def _has(promise: Promise, entry: Entry, encoding: Encoding) -> int:
    when = encoding.holds(promise.when)
    return encoding.logic.and_(when, _in_plan(entry, when, encoding))


def _lacks(promise: Promise, groups: Iterable[Sequence[Entry]], prover: Prover, encoding: Encoding) -> int:
    """That a plan has none of what is named; looked at now and then, since soon there is no such situation left."""
    left = encoding.holds(promise.when)
    for group in groups:
        left = without(left, group, encoding)
        if not prover.meets(left, Among.COMPLETE):
            return FALSE
    return left


def _begins_otherwise(promise: Promise, outcome: Outcome, encoding: Encoding) -> int:
    """That the plans of an outcome begin with nothing that is named, its card or else the first step for now.

    Which of several last days is the nearest hangs on dates that are not compared: any of them may come first, and
    where it may press, before what leads.
    """
    logic = encoding.logic
    left = encoding.outcome(outcome, encoding.holds(promise.when))
    if left == FALSE or outcome.card:
        return FALSE if outcome.card and is_named(outcome.card, promise.named) else left
    others = without(left, (step for step in encoding.flow.steps if step.urgency == "now"), encoding)
    left = logic.diff(left, others)
    unnamed = (step for step in encoding.flow.steps if step.due and not is_named(step, promise.named))
    others = logic.or_(others, *(logic.and_(left, encoding.may_press(step)) for step in unnamed))
    for together in in_turn(encoding.flow, outcome, "now"):
        shown = [(step, logic.and_(left, encoding.in_plan(step))) for step in together]
        others = logic.or_(others, *(node for step, node in shown if not is_named(step, promise.named)))
        left = logic.diff(left, logic.or_(*(node for _, node in shown)))
        if left == FALSE:
            break
    return others
