"""The nouns of a `when`: what must hold of the answers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """A length of time: so many days, months or years."""

    count: int
    unit: str


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
