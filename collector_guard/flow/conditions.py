"""Evaluate `when`."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from typing import NamedTuple

from collector_guard.flow.model import Flow, Taken
from collector_guard.flow.when import AllOf, AnyOf, Condition, Is, Span, Test, Within, reaches

# The answers by which a condition holds: what was read of each, by question.
Reason = Mapping[str, Taken]


class Held(NamedTuple):
    """The values of an answer or a fact in a situation; a fact also has the reason for which its row held."""

    values: Taken
    reason: Reason | None


Known = Mapping[str, Held]


def holds(condition: Condition, known: Known, today: date) -> bool:
    """Tell whether a condition holds of what is known."""
    return reason_for(condition, known, today) is not None


def reason_for(condition: Condition, known: Known, today: date) -> Reason | None:
    """The answers by which the condition holds, through the first branch that does; None if it does not.

    Of an answer with several choices only those that the branch reads.
    """
    match condition:
        case AllOf(parts):
            reasons = []
            for part in parts:
                reason = reason_for(part, known, today)
                if reason is None:
                    return None
                reasons.append(reason)
            return _together(reasons)
        case AnyOf(parts):
            found = (reason_for(part, known, today) for part in parts)
            return next((reason for reason in found if reason is not None), None)
    held = known.get(condition.name)
    if held is None or not _test(condition, held.values, today):
        return None
    if held.reason is not None:
        return held.reason
    read = condition.values if isinstance(condition, Is) else held.values
    return {condition.name: tuple(value for value in held.values if value in read)}


def conditions_of(flow: Flow) -> Iterator[Condition]:
    """Every condition by which a flow asks, finds and tells; what it promises is no part of that."""
    yield from (question.when for question in flow.questions)
    yield from (row.when for fact in flow.facts for row in fact.rows)
    yield from (finding.when for finding in flow.findings)
    yield from (step.when for step in flow.steps)
    yield from (outcome.when for outcome in flow.outcomes)
    yield from flow.drafts.conditions()
    if flow.pace:
        yield flow.pace.at_the_door
        yield from (flow.pace.danger,) if flow.pace.danger else ()
    if flow.alarm:
        yield flow.alarm.when
    if flow.last_days_wait:
        yield flow.last_days_wait


def tests_in(condition: Condition) -> Iterator[Test]:
    """The lines of a condition, however nested."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from tests_in(part)
    else:
        yield condition


def reads(condition: Condition) -> Iterator[str]:
    """The names of the questions and facts that a condition reads."""
    return (test.name for test in tests_in(condition))


def later(day: date, span: Span) -> date:
    """The day a span later: the corresponding day of the month, or the month's last (民法典 202)."""
    if span.unit == "day":
        return day + timedelta(days=span.length)
    from calendar import monthrange

    months = day.year * 12 + day.month - 1 + span.length * (12 if span.unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _together(reasons: Iterable[Reason]) -> Reason:
    """Several reasons as one, each value once."""
    together: dict[str, Taken] = {}
    for reason in reasons:
        for name, values in reason.items():
            together[name] = tuple(dict.fromkeys((*together.get(name, ()), *values)))
    return together


def _test(condition: Test, values: Taken, today: date) -> bool:
    if isinstance(condition, Is):
        return any(value in condition.values for value in values)
    value = values[0]
    if isinstance(value, str):  # it is not known
        return False
    if isinstance(condition, Within):
        after_start = condition.start is None or reaches(value, condition.start)
        before_end = condition.before is None or not reaches(value, condition.before)
        return (after_start or before_end) if condition.passes_midnight else (after_start and before_end)
    if isinstance(value, time):  # of no age
        return False
    older = condition.older is None or later(value, condition.older) < today
    return older and (condition.newer is None or later(value, condition.newer) >= today)
