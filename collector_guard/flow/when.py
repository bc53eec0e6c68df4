"""The nouns of a `when`: what must hold of the answers."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

# The years of the days that can be answered.
FIRST_YEAR, LAST_YEAR = 1900, 2199
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")

Unit = Literal["day", "month", "year"]
UNITS: tuple[Unit, ...] = get_args(Unit)


@dataclass(frozen=True)
class Span:
    """A length of time: so many days, months or years."""

    count: int
    unit: Unit


@dataclass(frozen=True)
class Is:
    """Holds when the answer or fact `name` is, or contains, one of `values`."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Within:
    """Holds when a time (HH:MM) or date (ISO) is at or after `start` and before `before`.

    A range of times may pass midnight.
    """

    name: str
    start: str | None
    before: str | None

    @property
    def passes_midnight(self) -> bool:
        """Whether it is a range of times that begins late and ends early."""
        return bool(self.start and self.before and TIME.fullmatch(self.start) and self.start > self.before)


@dataclass(frozen=True)
class Aged:
    """Holds when a date lies more than `older` back, or not more than `newer`, reckoned from today."""

    name: str
    older: Span | None
    newer: Span | None


@dataclass(frozen=True)
class AllOf:
    """Holds when every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf:
    """Holds when a part holds; the first that does gives the reason."""

    parts: tuple["Condition", ...]


Condition = Is | Within | Aged | AllOf | AnyOf
ALWAYS = AllOf(())
