"""The nouns of a `when`: what must hold of the answers."""

import re
from datetime import date, time
from typing import Literal, NamedTuple, get_args

# The years of the days that can be answered.
FIRST_YEAR, LAST_YEAR = 1900, 2199
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")

Measure = time | date
Unit = Literal["day", "month", "year"]
UNITS: tuple[Unit, ...] = get_args(Unit)


class Span(NamedTuple):
    """A length of time: so many days, months or years."""

    length: int
    unit: Unit


class Is(NamedTuple):
    """Holds when the answer or fact `name` is, or contains, one of `values`."""

    name: str
    values: tuple[str, ...]


class Within(NamedTuple):
    """Holds when a time or date is at or after `start` and before `before`; a range of times may pass midnight."""

    name: str
    start: Measure | None
    before: Measure | None

    @property
    def passes_midnight(self) -> bool:
        """Tell whether it is a range of times that begins late and ends early."""
        return isinstance(self.start, time) and isinstance(self.before, time) and self.start > self.before


class Aged(NamedTuple):
    """Holds when a date lies more than `older` back, or not more than `newer`, reckoned from today."""

    name: str
    older: Span | None
    newer: Span | None


class _Parts(NamedTuple):
    """Several conditions; unlike other tuples, they are equal only to the same kind."""

    parts: tuple["Condition", ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and tuple.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.parts)


class AllOf(_Parts):
    """Holds when every part holds."""

    __slots__ = ()


class AnyOf(_Parts):
    """Holds when a part holds; the first that does gives the reason."""

    __slots__ = ()


def reaches(value: Measure, bound: Measure) -> bool:
    """Tell whether a time or date is at or after a bound, which is of the same kind."""
    if isinstance(value, time):
        return isinstance(bound, time) and value >= bound
    return isinstance(bound, date) and value >= bound


Test = Is | Within | Aged
Condition = Test | AllOf | AnyOf
ALWAYS = AllOf(())
