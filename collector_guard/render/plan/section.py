"""Sections of a plan in words: entries under a heading, each with its parts, for every format."""

from __future__ import annotations

from typing import Literal, NamedTuple

from collector_guard.wording.sentences import colon

PartRole = Literal["detail", "say", "avoid", "due", "reason", "law", "call", "draft"]


class Part(NamedTuple):
    """One paragraph below the title of an entry, with a few strong words at its beginning."""

    role: PartRole
    text: str
    lead: str = ""


class Entry(NamedTuple):
    """A step, finding, contact or answer in words; `lead` is its number, or how certain it is."""

    lead: str
    title: str
    parts: tuple[Part, ...] = ()


class Section(NamedTuple):
    """Entries under a heading, if it has one; where they are long each is a heading of its own in a document."""

    heading: str
    entries: tuple[Entry, ...]
    long: bool = False

    def in_one_line(self, language: str) -> tuple[Entry, ...]:
        """Its entries side by side behind its heading, as one; none where it has none."""
        line = " · ".join(entry.lead + entry.title for entry in self.entries)
        return (Entry(colon(self.heading, language), line),) if line else ()
