"""The answers to a question that conditions can tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from collector_guard.flow.model import NONE, UNKNOWN, Flow, Question
from collector_guard.flow.when import Aged, AllOf, AnyOf, Condition, Is, Span, Within

Taken = tuple[str, ...]
Mark = str | Span
KNOWN = "known"
EARLIEST = {"time": "00:00", "date": "1900-01-01"}
DAYS = {"day": 1.0, "month": 30.44, "year": 365.25}


@dataclass(frozen=True)
class Marks:
    """What conditions ask about one question: its choices, or the bounds and ages at which its answer is measured.

    Each mark is true or false of an answer: that a choice was taken, that a time or date is known, lies at or after a
    bound, or is older than a span. `ticks` are the choices of which several can be taken.
    """

    kind: str
    choices: tuple[str, ...]
    bounds: tuple[str, ...]
    ages: tuple[Span, ...]

    @property
    def names(self) -> tuple[Mark, ...]:
        return self.choices if self.kind in ("one", "many") else (*self.choices, KNOWN, *self.bounds, *self.ages)

    @property
    def ticks(self) -> tuple[str, ...]:
        return tuple(one for one in self.choices if one not in (NONE, UNKNOWN)) if self.kind == "many" else ()

    def classes(self) -> Iterator[tuple[Sequence[Mark], Taken]]:
        """The marks of each class of answers that are given alone, with one answer of the class."""
        for choice in self.choices:
            if choice not in self.ticks:
                yield (choice,), (choice,)
        if self.kind in ("time", "date"):
            for reached in range(len(self.bounds) + 1):
                for aged in range(len(self.ages) + 1):
                    marks: Sequence[Mark] = (KNOWN, *self.bounds[:reached], *self.ages[:aged])
                    yield marks, (self._witness(reached, aged),)

    def _witness(self, reached: int, aged: int) -> str:
        """A time or date of a class; where both bounds and ages are read, one that suits the bounds."""
        if reached:
            return self.bounds[reached - 1]
        if self.bounds:
            return self._just_before(self.bounds[0])
        if not self.ages:
            return EARLIEST[self.kind]
        days = _days(self.ages[aged - 1]) + 2 if aged else 0
        return (date.today() - timedelta(days=int(days))).isoformat()

    def _just_before(self, bound: str) -> str:
        """The day before a bound, when what was in force up to it still is; of times the earliest will do."""
        if self.kind == "time":
            return EARLIEST[self.kind]
        return (date.fromisoformat(bound) - timedelta(days=1)).isoformat()


def marks_of(flows: Iterable[Flow], extra: Iterable[Condition] = ()) -> dict[str, Marks]:
    """The marks of every question of the flows, by what their conditions and the extra ones read."""
    flows = tuple(flows)
    tests = [test for flow in flows for condition in conditions_of(flow) for test in tests_in(condition)]
    tests += [test for condition in extra for test in tests_in(condition)]
    named: dict[str, list[Question]] = {}
    for question in (question for flow in flows for question in flow.questions):
        named.setdefault(question.id, []).append(question)
    return {name: _marks(questions, [test for test in tests if test.name == name]) for name, questions in named.items()}


def conditions_of(flow: Flow) -> Iterator[Condition]:
    """Every condition that stands in a flow."""
    yield from (question.when for question in flow.questions)
    yield from (finding.when for finding in flow.findings)
    yield from (step.when for step in flow.steps)
    yield from (outcome.when for outcome in flow.outcomes)
    yield from (promise.when for promise in flow.promises)
    for fact in flow.facts:
        yield from (row.when for row in fact.rows)
    if flow.pace:
        yield flow.pace.at_the_door


def tests_in(condition: Condition) -> Iterator[Is | Within | Aged]:
    """The lines of a condition, however nested."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from tests_in(part)
    else:
        yield condition


def _marks(questions: list[Question], tests: Iterable[Is | Within | Aged]) -> Marks:
    bounds: set[str] = set()
    ages: set[Span] = set()
    for test in tests:
        if isinstance(test, Within):
            bounds.update(bound for bound in (test.start, test.before) if bound)
        elif isinstance(test, Aged):
            ages.update(span for span in (test.older, test.newer) if span)
    choices = dict.fromkeys(str(choice.id) for question in questions for choice in question.choices)
    return Marks(questions[-1].kind, tuple(choices), tuple(sorted(bounds)), tuple(sorted(ages, key=_days)))


def _days(span: Span) -> float:
    return span.count * DAYS[span.unit]
