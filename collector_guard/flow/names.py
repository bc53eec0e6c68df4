"""Hold the names in an entry against what there is."""

from __future__ import annotations

from collections.abc import Iterable

from collector_guard.files.entries import Entry
from collector_guard.files.errors import Kind
from collector_guard.law.model import Laws

CITES_OLD_NUMBER = Kind(
    "cites-old-number", "'{name}' 是旧条号，现在是 '{newer}'。", "'{name}' is an old number. Today it is '{newer}'."
)


def known(entry: Entry, what: str, names: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    """Keep the names that are there; each of the others is noted."""
    names, there = tuple(names), tuple(there)
    for name in (name for name in names if name not in there):
        entry.notes.unknown_name(name, what, there)
    return tuple(name for name in names if name in there)


def cited(entry: Entry, names: tuple[str, ...], laws: Laws) -> tuple[str, ...]:
    """Check citations: each is the newest number of a provision that the library has."""
    for cite in names:
        provision = laws.newest(cite)
        if provision is None:
            entry.notes.unknown_name(cite, "provision", (one.cite for one in laws))
        elif successors := laws.successors(provision):
            entry.notes.note(cite, CITES_OLD_NUMBER, name=str(cite), newer=successors[0].cite)
    return names
