"""The answers to a question that conditions can tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from collector_guard.flow import Aged, AllOf, AnyOf, Condition, Flow, Is, Question, Span, Within

Taken = tuple[str, ...]
KNOWN = "known"
EARLIEST = {"time": "00:00", "date": "1900-01-01"}
DAYS = {"day": 1.0, "month": 30.44, "year": 365.25}


@dataclass(frozen=True)
class Marks:
    """What conditions ask about one question: its choices, or the bounds and ages at which its answer is measured.

    Each mark is true or false of an answer: that a choice was taken, that a time or date is known, lies at or after a
    bound, or is older than a span.
    """

    question: Question
    bounds: tuple[str, ...]
    ages: tuple[Span, ...]

    @property
    def names(self) -> tuple[str | Span, ...]:
        choices = tuple(choice.id for choice in self.question.choices)
        return choices if self.question.kind in ("one", "many") else (*choices, KNOWN, *self.bounds, *self.ages)

    def classes(self) -> Iterator[tuple[Sequence[str | Span], Taken]]:
        """The marks of each class of answers that can be given, with one answer of the class; not for `many`."""
        for choice in self.question.choices:
            yield (choice.id,), (choice.id,)
        if self.question.kind in ("time", "date"):
            for reached in range(len(self.bounds) + 1):
                for aged in range(len(self.ages) + 1):
                    marks: Sequence[str | Span] = (KNOWN, *self.bounds[:reached], *self.ages[:aged])
                    yield marks, (self._witness(reached, aged),)

    def _witness(self, reached: int, aged: int) -> str:
        """A time or date of a class; where both bounds and ages are read, one that suits the bounds."""
        if reached:
            return self.bounds[reached - 1]
        if self.bounds or not self.ages:
            return EARLIEST[self.question.kind]
        days = _days(self.ages[aged - 1]) + 2 if aged else 0
        return (date.today() - timedelta(days=int(days))).isoformat()


def marks_of(flow: Flow, extra: Iterable[Condition] = ()) -> dict[str, Marks]:
    """The marks of every question of a flow, by what its own conditions and the extra ones read."""
    tests = [test for condition in (*conditions_of(flow), *extra) for test in tests_in(condition)]
    return {
        question.id: _marks(question, [test for test in tests if test.name == question.id])
        for question in flow.questions
    }


def conditions_of(flow: Flow) -> Iterator[Condition]:
    """Every condition that stands in a flow."""
    yield from (question.when for question in flow.questions)
    yield from (finding.when for finding in flow.findings)
    yield from (step.when for step in flow.steps)
    yield from (outcome.when for outcome in flow.outcomes)
    yield from (promise.when for promise in flow.promises)
    for fact in flow.facts:
        yield from (row.when for row in fact.rows)


def tests_in(condition: Condition) -> Iterator[Is | Within | Aged]:
    """The lines of a condition, however nested."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from tests_in(part)
    else:
        yield condition


def _marks(question: Question, tests: Iterable[Is | Within | Aged]) -> Marks:
    bounds: set[str] = set()
    ages: set[Span] = set()
    for test in tests:
        if isinstance(test, Within):
            bounds.update(bound for bound in (test.start, test.before) if bound)
        elif isinstance(test, Aged):
            ages.update(span for span in (test.older, test.newer) if span)
    return Marks(question, tuple(sorted(bounds)), tuple(sorted(ages, key=_days)))


def _days(span: Span) -> float:
    return span.count * DAYS[span.unit]
