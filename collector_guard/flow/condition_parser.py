"""Parse `when`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from collector_guard.files.entries import NOT_A_LIST, Entry, Notes, day_in
from collector_guard.files.errors import Kind
from collector_guard.files.tree import Tree
from collector_guard.flow.model import Kind as QuestionKind
from collector_guard.flow.when import (
    ALWAYS,
    FIRST_YEAR,
    LAST_YEAR,
    TIME,
    UNITS,
    Aged,
    AllOf,
    AnyOf,
    Condition,
    Is,
    Measure,
    Span,
    Within,
)

EMPTY_CONDITION = Kind("empty-condition", "条件是空的。", "The condition is empty.")
READS_LATER = Kind(
    "reads-later", "'{name}' 要到后面才问，这里还不知道。", "'{name}' is asked later and not known here."
)
NOT_MEASURED = Kind(
    "not-measured",
    "'{name}' 不能这样量：from 和 before 只用于时间和日期，older 和 newer 只用于日期。",
    "'{name}' cannot be measured so: from and before are for times and dates, older and newer for dates.",
)
BAD_BOUND = Kind(
    "bad-bound",
    "'{name}' 不是界限。时间写 22:00，日期写 2026-01-01，年份从 1900 到 2199。",
    "'{name}' is no bound. Write times as 22:00 and dates as 2026-01-01, of the years 1900 to 2199.",
)
BAD_SPAN = Kind(
    "bad-span",
    "'{name}' 的长度要写成 3 years、6 months 或 15 days，最长 300 年。",
    "The span of '{name}' must be like 3 years, 6 months or 15 days, and at most 300 years.",
)

LONGEST_SPAN = {"day": 9_999, "month": 3_600, "year": 300}
SPAN = re.compile(r"(\d{1,4}) (day|month|year)s?")


@dataclass(frozen=True)
class Readable:
    """A question or fact that a condition may read: its values, and the place of the last question it rests on."""

    kind: QuestionKind | Literal["fact"]
    values: tuple[str, ...]
    place: int


def parse(
    tree: Tree | None, owner: str, names: Mapping[str, Readable], notes: Notes, before: int | None = None
) -> Condition:
    """The condition under a `when`; it may read only questions whose place is lower than `before`."""
    if tree is None:
        return ALWAYS
    return _Parser(names, notes, before).every(tree, owner)


def span(text: str) -> Span | None:
    """A span as written: `3 years`, `6 months`, `15 days`; none is longer than 300 years."""
    found = SPAN.fullmatch(text)
    unit = next((unit for unit in UNITS if found and unit == found[2]), None)
    return Span(int(found[1]), unit) if found and unit and int(found[1]) <= LONGEST_SPAN[unit] else None


def time_of(text: str) -> time | None:
    """A time of the day as written: `22:00`."""
    return time.fromisoformat(text) if TIME.fullmatch(text) else None


def day_of(text: str) -> date | None:
    """A day of the calendar as written, of the years that can be answered: `2026-01-01`."""
    day = day_in(text)
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


class _Parser:
    def __init__(self, names: Mapping[str, Readable], notes: Notes, before: int | None) -> None:
        self.names = names
        self.notes = notes
        self.before = before

    def every(self, tree: Tree, owner: str) -> Condition:
        entry = Entry(tree, owner, self.notes)
        if not entry.tree:
            self.notes.note(owner, EMPTY_CONDITION)
        return AllOf(tuple(self.line(name, below) for name, below in entry.tree.items()))

    def line(self, name: str, below: Tree) -> Condition:
        if name in ("any", "all"):
            if not isinstance(below, list):
                self.notes.note(name, NOT_A_LIST, key=str(name))
                return ALWAYS
            if not below:
                self.notes.note(name, EMPTY_CONDITION)
            parts = tuple(self.every(part, name) for part in below)
            return AnyOf(parts) if name == "any" else AllOf(parts)
        readable = self.names.get(name)
        if readable is None:
            self.notes.unknown_name(name, "question-or-fact", self.names)
            return ALWAYS
        if self.before is not None and readable.place >= self.before:
            self.notes.note(name, READS_LATER, name=str(name))
        if isinstance(below, dict):
            return self.measure(name, readable, Entry(below, name, self.notes, ("from", "before", "older", "newer")))
        return self.values(name, readable, below)

    def values(self, name: str, readable: Readable, below: Tree) -> Condition:
        wanted = Entry({name: below}, name, self.notes).some_names(name)
        for value in wanted:
            if value not in readable.values:
                self.notes.unknown_name(value, "choice", readable.values)
        return Is(name, wanted)

    def measure(self, name: str, readable: Readable, entry: Entry) -> Condition:
        ages = ("older", "newer")
        if readable.kind not in ("time", "date") or (readable.kind == "time" and any(age in entry for age in ages)):
            self.notes.note(name, NOT_MEASURED, name=str(name))
            return ALWAYS
        if not entry.tree:
            self.notes.note(name, EMPTY_CONDITION)
        read = time_of if readable.kind == "time" else day_of
        start, before = (self.bound(entry, key, read) for key in ("from", "before"))
        older, newer = (self.age(entry, key) for key in ages)
        parts: list[Condition] = []
        if start or before:
            parts.append(Within(name, start, before))
        if older or newer:
            parts.append(Aged(name, older, newer))
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def bound(self, entry: Entry, key: str, read: Callable[[str], Measure | None]) -> Measure | None:
        text = entry.optional_text(key)
        found = read(text) if text is not None else None
        if text is not None and found is None:
            self.notes.note(text, BAD_BOUND, name=str(text))
        return found

    def age(self, entry: Entry, key: str) -> Span | None:
        text = entry.optional_text(key)
        if text is None:
            return None
        found = span(text)
        if found is None:
            self.notes.note(text, BAD_SPAN, name=str(text))
        return found
