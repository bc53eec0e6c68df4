"""Which promises a plan keeps."""

from collections.abc import Iterable, Mapping

from collector_guard.flow.conditions import reason_for
from collector_guard.flow.model import ANY, Promise
from collector_guard.flow.plan import Plan
from collector_guard.flow.situation import known_in


def broken_by(plan: Plan, promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """Those promises that a plan breaks; one whose situations are others is kept."""
    situation = plan.situation
    known, told, first = known_in(plan.flow, situation), _told(plan), _first(plan)

    def is_kept(promise: Promise) -> bool:
        if reason_for(promise.when, known, situation.today) is None:
            return True
        if promise.demand == "never":
            return not _has(promise, told)
        return not situation.complete or _has(promise, told if promise.demand == "shows" else first)

    return tuple(promise for promise in promises if not is_kept(promise))


def names(named: tuple[str, ...], there: set[str]) -> bool:
    """Whether what a promise names is among what is there."""
    if named == (ANY,):
        return bool(there)
    # Naming an article names its paragraphs and items too.
    return any(name == wanted or name.startswith(wanted + ".") for wanted in named for name in there)


def _told(plan: Plan) -> dict[str, set[str]]:
    """Every id in a plan, by what a promise may name."""
    cites = {cite for entry in plan.findings for cite in entry.finding.cites}
    cites |= {cite for told in plan.steps for cite in told.step.cites}
    cites |= {told.step.due.by for told in plan.steps if told.step.due}
    return {
        "acts": set(plan.acts),
        "steps": {told.step.id for told in plan.steps},
        "findings": {found.finding.id for found in plan.findings},
        "outcomes": {plan.outcome.id},
        "provisions": cites,
    }


def _first(plan: Plan) -> dict[str, set[str]]:
    """The card, or without one the first step to take now, by what a promise may name."""
    if plan.card:
        return {"acts": set(plan.card.acts)}
    now = plan.urgent("now")[:1]
    return {"acts": {act for told in now for act in told.step.acts}, "steps": {told.step.id for told in now}}


def _has(promise: Promise, told: Mapping[str, set[str]]) -> bool:
    return any(names(named, told.get(what, set())) for what, named in promise.named.items())
