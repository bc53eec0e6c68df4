"""The last days of a plan."""

from datetime import date

from collector_guard.flow.plan import Plan, PlanStep


def last_days(plan: Plan) -> tuple[PlanStep, ...]:
    """Find the steps with a last day, the nearest first; those whose day is not known yet come last."""
    with_days = (planned for planned in plan.steps if planned.deadline)
    return tuple(sorted(with_days, key=lambda planned: day_of(planned) or date.max))


def day_of(planned: PlanStep) -> date | None:
    """The last day of a step, where it has one and it is known."""
    return planned.deadline.day if planned.deadline else None


def days_to_come(plan: Plan) -> tuple[tuple[PlanStep, date], ...]:
    """Find the steps whose last day is known and has not passed, each with that day."""
    days = ((planned, day_of(planned)) for planned in last_days(plan))
    return tuple((planned, day) for planned, day in days if day and day >= plan.situation.today)
