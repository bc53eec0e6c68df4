"""The whole plans of the journeys, by id: tests/recorded_plans.json."""

import json
from pathlib import Path

from collector_guard.files.errors import StatedError
from collector_guard.flow.gate import accept
from collector_guard.flow.plan import plan_of
from collector_guard.flow.walk import replay

FILE = Path(__file__).parent / "recorded_plans.json"


def record(plan):
    """What a plan is, without its words."""
    return {
        "asked": [answer.question.id for answer in plan.situation.answers],
        "outcome": [plan.outcome.id, plan.outcome.severity],
        "card": [plan.card.id, *plan.card.acts] if plan.card else [],
        "findings": [[found.finding.id, found.finding.certainty] for found in plan.findings],
        "steps": [[told.step.id, told.step.urgency, *told.step.acts] for told in plan.steps],
        "provisions": [
            [entry.id, *(f"{one.version.id} {one.cite}" for one in provisions)]
            for entry, provisions in _cited(plan)
            if provisions
        ],
        "contacts": [[name, *(contact.id for contact in calls)] for name, calls in _called(plan) if calls],
        "deadlines": [_deadline(told) for told in plan.steps if told.deadline],
    }


def record_of(flow, journey):
    """The record of the plan that a journey leads to, or the question at which its answers fail."""
    plan = plan_for(flow, journey)
    return record(plan) if plan else {"outcome": "its answers do not fit"}


def plan_for(flow, journey):
    """The plan of a journey; None where it lacks an answer or has one that is not on offer."""
    situation = replay(flow, journey.answers, on=journey.on)
    try:
        for answer in situation.answers:
            accept(answer.question, answer.taken)
    except StatedError:
        return None
    return plan_of(flow, situation) if situation.complete else None


def recorded_plans():
    """The records as they were kept, by journey."""
    return json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def keep(records):
    """Write the records anew, one entry on a line."""
    entries = []
    for name, kept in sorted(records.items()):
        lines = ",\n".join(f"  {json.dumps(key)}: {_listed(value)}" for key, value in kept.items())
        entries.append(f"{json.dumps(name)}: {{\n{lines}\n}}")
    FILE.write_text("{\n" + ",\n".join(entries) + "\n}\n", encoding="utf-8")


def _listed(value):
    if any(isinstance(one, list) for one in value):
        return "[\n    " + ",\n    ".join(json.dumps(one) for one in value) + "\n  ]"
    return json.dumps(value)


def _called(plan):
    yield from [(plan.card.id, plan.card.calls)] if plan.card else []
    yield from ((told.step.id, told.step.calls) for told in plan.steps)


def _cited(plan):
    yield from ((found.finding, found.provisions) for found in plan.findings)
    yield from ((told.step, told.provisions) for told in plan.steps)


def _deadline(told):
    """A last day, or the length of time where it is not known from when."""
    due = told.deadline.due
    day = told.deadline.day
    provision = told.deadline.provision
    return [
        told.step.id,
        due.after,
        f"{due.span.count} {due.span.unit}",
        day.isoformat() if day else "-",
        provision.cite if provision else "-",
    ]
