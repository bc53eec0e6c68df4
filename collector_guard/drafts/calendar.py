"""The last days of a plan, and the reminders before them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from collector_guard.flow.plan import Plan, PlanStep

# How many days before the last one a reader is reminded.
REMINDERS = (7, 1)


@dataclass(frozen=True)
class Event:
    """A last day in a calendar, with the days before it on which to be reminded."""

    planned: PlanStep
    day: date
    reminders: tuple[timedelta, ...]


def last_days(plan: Plan) -> tuple[PlanStep, ...]:
    """Find the steps with a last day, the nearest first; those whose day is not known yet come last."""
    with_days = (planned for planned in plan.steps if planned.deadline)
    return tuple(sorted(with_days, key=_day))


def events(plan: Plan) -> tuple[Event, ...]:
    """Make the events of the last days that are known and have not passed, without reminders that are past."""
    found = []
    for planned in last_days(plan):
        deadline = planned.deadline
        if deadline and deadline.day and not deadline.passed:
            ahead = (timedelta(days) for days in REMINDERS if days <= (deadline.days_left or 0))
            found.append(Event(planned, deadline.day, tuple(ahead)))
    return tuple(found)


def _day(planned: PlanStep) -> date:
    return planned.deadline.day if planned.deadline and planned.deadline.day else date.max
