"""The answers to a question that conditions can tell apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from collector_guard.flow.conditions import conditions_of, tests_in
from collector_guard.flow.model import NONE, UNKNOWN, Flow, Kind, Question, Taken, written
from collector_guard.flow.when import FIRST_YEAR, Aged, Condition, Measure, Span, Test, Within

Predicate = str | Measure | Span
Value = tuple[Predicate, ...]
# That a time or date is known; with a space, so that no choice has this name.
KNOWN = "is known"
EARLIEST: dict[Kind, Measure] = {"time": time.min, "date": date(FIRST_YEAR, 1, 1)}
DAYS = {"day": 1.0, "month": 30.44, "year": 365.25}


@dataclass(frozen=True)
class Predicates:
    """What conditions ask of the answer to one question: its choices, or the bounds and ages by which it is measured.

    Each is true or false of an answer: a choice was taken; a time or date is known, is at or after a bound, is older
    than a span. Bounds and ages are independent, so that a proof does not depend on the day it is made. `ticks` are
    the choices of which several can be taken.
    """

    kind: Kind
    choices: tuple[str, ...]
    bounds: tuple[Measure, ...]
    ages: tuple[Span, ...]

    @property
    def names(self) -> tuple[Predicate, ...]:
        return (*self.choices, *self.measures)

    @property
    def measures(self) -> tuple[Predicate, ...]:
        """What is asked of a known time or date."""
        return (KNOWN, *self.bounds, *self.ages) if self.kind in EARLIEST else ()

    @property
    def ticks(self) -> tuple[str, ...]:
        return tuple(one for one in self.choices if one not in (NONE, UNKNOWN)) if self.kind == "many" else ()

    @property
    def values(self) -> tuple[Value, ...]:
        """The answers that exclude every other, each as what is true of it; the plainest stands last."""
        choices = [(choice,) for choice in self.choices if choice not in self.ticks]
        values = [*choices, *self._measured_values()]
        plainest = [(NONE,)] if (NONE,) in values else values[:1]
        return (*(value for value in values if value not in plainest), *plainest)

    def _measured_values(self) -> Iterator[Value]:
        """What is true together of a known time or date; nothing comes before the earliest."""
        if self.kind in EARLIEST:
            first = int(self.bounds[:1] == (EARLIEST[self.kind],))
            for reached in range(first, len(self.bounds) + 1):
                for aged in range(len(self.ages) + 1):
                    yield (KNOWN, *self.bounds[:reached], *self.ages[:aged])

    def witness(self, true: Collection[Predicate]) -> Taken:
        """An answer of which these are true, and no others."""
        if self.kind not in EARLIEST or KNOWN not in true:
            return tuple(choice for choice in self.choices if choice in true)
        return (self._measured(sum(one in true for one in self.bounds), sum(one in true for one in self.ages)),)

    def _measured(self, reached: int, aged: int) -> Measure:
        """A time or date of a class; where both bounds and ages are read, one that suits the bounds."""
        if reached:
            return self.bounds[reached - 1]
        if self.bounds:
            # The day before, when what was in force up to it still is; of times the earliest will do.
            first = self.bounds[0]
            return first - timedelta(days=1) if isinstance(first, date) else time.min
        if not self.ages:
            return EARLIEST[self.kind]
        days = _days(self.ages[aged - 1]) + 2 if aged else 0
        return date.today() - timedelta(days=int(days))


def predicates_of(flows: Iterable[Flow], extra: Iterable[Condition] = ()) -> dict[str, Predicates]:
    """The predicates of every question of the flows, by what their conditions and the extra ones read."""
    flows = tuple(flows)
    tests: dict[str, list[Test]] = {}
    for condition in (*(one for flow in flows for one in _conditions(flow)), *extra):
        for test in tests_in(condition):
            tests.setdefault(test.name, []).append(test)
    named: dict[str, list[Question]] = {}
    for question in (question for flow in flows for question in flow.questions):
        named.setdefault(question.id, []).append(question)
    return {name: _predicates(questions, tests.get(name, ())) for name, questions in named.items()}


def _conditions(flow: Flow) -> Iterator[Condition]:
    yield from conditions_of(flow)
    yield from (promise.when for promise in flow.promises)


def _predicates(questions: list[Question], tests: Iterable[Test]) -> Predicates:
    bounds: set[Measure] = set()
    ages: set[Span] = set()
    for test in tests:
        if isinstance(test, Within):
            bounds.update(bound for bound in (test.start, test.before) if bound)
        elif isinstance(test, Aged):
            ages.update(span for span in (test.older, test.newer) if span)
    choices = dict.fromkeys(str(choice.id) for question in questions for choice in question.choices)
    return Predicates(
        kind=questions[-1].kind,
        choices=tuple(choices),
        bounds=tuple(sorted(bounds, key=written)),
        ages=tuple(sorted(ages, key=_days)),
    )


def _days(span: Span) -> float:
    return span.length * DAYS[span.unit]
