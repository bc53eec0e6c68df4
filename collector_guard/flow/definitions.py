"""The definitions of a flow while it is built, and the names that it may use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from collector_guard.files.entries import MISSING_KEY, Entry
from collector_guard.files.errors import Kind
from collector_guard.flow.card import Card
from collector_guard.flow.condition_parser import Readable, parse
from collector_guard.flow.when import ALWAYS, Condition
from collector_guard.law.model import Contact, Laws

DEFINED_TWICE = Kind(
    "defined-twice", "'{name}' 在这个流程里已经有了。", "'{name}' is defined elsewhere in this flow already."
)
LAST_ROW = Kind(
    "last-row",
    "'{name}'：只有最后一行没有 when，而且最后一行必须没有。",
    "'{name}': the last row has no when, and every other has one.",
)


CITES_OLD_NUMBER = Kind(
    "cites-old-number", "'{name}' 是旧条号，现在是 '{newer}'。", "'{name}' is an old number. Today it is '{newer}'."
)


@dataclass
class Definitions:
    """The knowledge of a flow while it is built: its entries by section, and what they may name."""

    laws: Laws
    contacts: Mapping[str, Contact]
    words: Mapping[str, str]
    acts: tuple[str, ...]
    drafts: tuple[str, ...] = ()
    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    names: dict[str, Readable] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)

    def when(self, entry: Entry, before: int | None = None) -> Condition:
        return self.condition(entry, "when", before) if "when" in entry else ALWAYS

    def condition(self, entry: Entry, key: str, before: int | None = None) -> Condition:
        """The condition that must stand under a key; it may read only questions whose place is lower than `before`."""
        if key not in entry:
            entry.missing(key)
        return parse(entry.tree.get(key), entry.key(key), self.names, entry.notes, before)

    def cites(self, entry: Entry, names: tuple[str, ...]) -> tuple[str, ...]:
        """Check citations: each is the newest number of a provision that the library has."""
        for cite in names:
            provision = self.laws.newest(cite)
            if provision is None:
                entry.notes.unknown_name(cite, "provision", (one.cite for one in self.laws))
            elif successors := self.laws.successors(provision):
                entry.notes.note(cite, CITES_OLD_NUMBER, name=str(cite), newer=successors[0].cite)
        return names

    def calls(self, entry: Entry) -> tuple[Contact, ...]:
        names = entry.known("contact", entry.names("calls"), self.contacts)
        return tuple(self.contacts[name] for name in names)

    def acts_of(self, entry: Entry) -> tuple[str, ...]:
        return entry.known("act", entry.some_names("acts"), self.acts)

    def card(self, entry: Entry) -> Card | None:
        """The card that an entry names."""
        name = entry.known("card", (entry.text("card"),), self.cards)
        return self.cards[name[0]] if name else None

    def date_question(self, entry: Entry, key: str) -> str:
        """The name of a question for a date, under a key."""
        name = entry.text(key)
        entry.known("date-question", (name,), (one for one, names in self.names.items() if names.kind == "date"))
        return name

    def draft(self, step: Entry) -> str | None:
        """The draft that a step names."""
        name = step.optional_text("draft")
        return next(iter(step.known("draft", (name,), self.drafts)), None) if name else None


def rows(section: Entry, name: str, key: str) -> Iterator[Entry]:
    """The rows of a table, each with a value under a key; the last has no condition, and every other has one."""
    trees = section.list(name)
    if not trees:
        section.notes.note(section.key(name), MISSING_KEY, key=key, name=str(name))
    for place, tree in enumerate(trees):
        entry = Entry(tree, section.key(name), section.notes, (key, "when"))
        if ("when" in entry) == (place == len(trees) - 1):
            section.notes.note(entry.key(key), LAST_ROW, name=str(name))
        yield entry
