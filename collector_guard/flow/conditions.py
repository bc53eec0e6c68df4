"""Parse and evaluate `when`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from collector_guard.files.document import Tree
from collector_guard.files.entries import DATE, Entry, Notes
from collector_guard.flow.model import UNKNOWN
from collector_guard.flow.when import ALWAYS, Aged, AllOf, AnyOf, Condition, Is, Span, Within

TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
SPAN = re.compile(r"(\d{1,4}) (day|month|year)s?")


@dataclass(frozen=True)
class Readable:
    """What a condition may read: a question or a fact, its values, and the place of the last question it rests on."""

    kind: str
    values: tuple[str, ...]
    place: int


@dataclass(frozen=True)
class Held:
    """What an answer or a fact is in a situation, and the questions it rests on."""

    values: tuple[str, ...]
    rests_on: tuple[str, ...]


Known = Mapping[str, Held]


def parse(
    tree: Tree | None, owner: str, names: Mapping[str, Readable], notes: Notes, before: int | None = None
) -> Condition:
    """The condition under a `when`; it may read only questions whose place is lower than `before`."""
    if tree is None:
        return ALWAYS
    return _Parser(names, notes, before).every(tree, owner)


def because(condition: Condition, known: Known, today: date) -> tuple[str, ...] | None:
    """The questions by whose answers the condition holds, through the first branch that does; None if it does not."""
    match condition:
        case AllOf(parts):
            reasons = [because(part, known, today) for part in parts]
            if any(reason is None for reason in reasons):
                return None
            return tuple(dict.fromkeys(name for reason in reasons if reason for name in reason))
        case AnyOf(parts):
            found = (because(part, known, today) for part in parts)
            return next((reason for reason in found if reason is not None), None)
    held = known.get(condition.name)
    if held is None or not _test(condition, held.values, today):
        return None
    return held.rests_on


def reads(condition: Condition) -> Iterator[str]:
    """The names of the questions and facts that a condition reads."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from reads(part)
    else:
        yield condition.name


def later(day: date, span: Span) -> date:
    """The day a span later: the corresponding day of the month, or the month's last (民法典 202)."""
    if span.unit == "day":
        return day + timedelta(days=span.count)
    from calendar import monthrange

    months = day.year * 12 + day.month - 1 + span.count * (12 if span.unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def span(text: str) -> Span | None:
    """A span as written: `3 years`, `6 months`, `15 days`."""
    found = SPAN.fullmatch(text)
    return Span(int(found[1]), found[2]) if found else None


def _test(condition: Is | Within | Aged, values: tuple[str, ...], today: date) -> bool:
    if isinstance(condition, Is):
        return any(value in condition.values for value in values)
    value = values[0]
    if value == UNKNOWN:
        return False
    if isinstance(condition, Aged):
        day = date.fromisoformat(value)
        older = condition.older is None or later(day, condition.older) < today
        return older and (condition.newer is None or later(day, condition.newer) >= today)
    after_start = condition.start is None or value >= condition.start
    before_end = condition.before is None or value < condition.before
    if ":" in value and condition.start and condition.before and condition.start > condition.before:
        return after_start or before_end
    return after_start and before_end


class _Parser:
    def __init__(self, names: Mapping[str, Readable], notes: Notes, before: int | None) -> None:
        self.names = names
        self.notes = notes
        self.before = before

    def every(self, tree: Tree, owner: str) -> Condition:
        entry = Entry(tree, owner, self.notes)
        if not entry.tree:
            self.notes.note(owner, "empty-condition")
        return AllOf(tuple(self.line(name, below) for name, below in entry.tree.items()))

    def line(self, name: str, below: Tree) -> Condition:
        if name in ("any", "all"):
            if not isinstance(below, list):
                self.notes.note(name, "not-a-list", key=str(name))
                return ALWAYS
            if not below:
                self.notes.note(name, "empty-condition")
            parts = tuple(self.every(part, name) for part in below)
            return AnyOf(parts) if name == "any" else AllOf(parts)
        readable = self.names.get(name)
        if readable is None:
            self.notes.unknown_name(name, "question-or-fact", self.names)
            return ALWAYS
        if self.before is not None and readable.place >= self.before:
            self.notes.note(name, "reads-later", name=str(name))
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
            self.notes.note(name, "not-measured", name=str(name))
            return ALWAYS
        if not entry.tree:
            self.notes.note(name, "empty-condition")
        form = TIME if readable.kind == "time" else DATE
        start, before = (self.bound(entry, key, form) for key in ("from", "before"))
        older, newer = (self.age(entry, key) for key in ages)
        parts: list[Condition] = [Within(name, start, before)] if start or before else []
        parts += [Aged(name, older, newer)] if older or newer else []
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def bound(self, entry: Entry, key: str, form: re.Pattern[str]) -> str | None:
        text = entry.optional_text(key)
        if text is not None and form.fullmatch(text) is None:
            self.notes.note(text, "bad-bound", name=str(text))
            return None
        return text

    def age(self, entry: Entry, key: str) -> Span | None:
        text = entry.optional_text(key)
        if text is None:
            return None
        found = span(text)
        if found is None:
            self.notes.note(text, "bad-span", name=str(text))
        return found
