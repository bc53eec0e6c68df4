"""What is defined while a flow is built, and what may be named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from collector_guard.files.entries import Entry
from collector_guard.flow.card import Card
from collector_guard.flow.condition_parser import Readable, parse
from collector_guard.flow.when import ALWAYS, Condition
from collector_guard.law.model import Contact, Laws


@dataclass
class Definitions:
    """What is known while a flow is built: its entries by section, and what they may name."""

    laws: Laws
    contacts: Mapping[str, Contact]
    words: Mapping[str, str]
    acts: tuple[str, ...]
    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    names: dict[str, Readable] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)

    def when(self, entry: Entry, before: int | None = None) -> Condition:
        if "when" not in entry:
            return ALWAYS
        return parse(entry.tree["when"], entry.key("when"), self.names, entry.notes, before)

    def cites(self, entry: Entry, names: tuple[str, ...]) -> tuple[str, ...]:
        """Citations, each by the newest number of a provision that the library has."""
        for cite in names:
            provision = self.laws.newest(cite)
            if provision is None:
                entry.notes.unknown_name(cite, "provision", (one.cite for one in self.laws))
            elif successors := self.laws.successors(provision):
                entry.notes.note(cite, "cites-old-number", name=str(cite), newer=successors[0].cite)
        return names

    def calls(self, entry: Entry) -> tuple[Contact, ...]:
        names = known(entry, "contact", entry.names("calls"), self.contacts)
        return tuple(self.contacts[name] for name in names)

    def acts_of(self, entry: Entry) -> tuple[str, ...]:
        return known(entry, "act", entry.some_names("acts"), self.acts)

    def card(self, entry: Entry) -> Card | None:
        """The card that an entry names."""
        name = known(entry, "card", (entry.text("card"),), self.cards)
        return self.cards[name[0]] if name else None

    def date_question(self, entry: Entry, key: str) -> str:
        """The name of a question for a date, under a key."""
        name = entry.text(key)
        known(entry, "date-question", (name,), (one for one, names in self.names.items() if names.kind == "date"))
        return name


def known(entry: Entry, what: str, names: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    """The names that are there; each of the others is noted."""
    there = tuple(there)
    for name in (name for name in names if name not in there):
        entry.notes.unknown_name(name, what, there)
    return tuple(name for name in names if name in there)
