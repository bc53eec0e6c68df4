"""What is defined while a flow is built, and what may be named."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from collector_guard.files.entries import Entry
from collector_guard.files.errors import Kind
from collector_guard.flow.card import Card
from collector_guard.flow.condition_parser import Readable, parse
from collector_guard.flow.names import cited, known
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


@dataclass
class Definitions:
    """What is known while a flow is built: its entries by section, and what they may name."""

    laws: Laws
    contacts: Mapping[str, Contact]
    words: Mapping[str, str]
    acts: tuple[str, ...]
    drafts: tuple[str, ...] = ()
    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    names: dict[str, Readable] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)

    def when(self, entry: Entry, before: int | None = None) -> Condition:
        if "when" not in entry:
            return ALWAYS
        return parse(entry.tree["when"], entry.key("when"), self.names, entry.notes, before)

    def cites(self, entry: Entry, names: tuple[str, ...]) -> tuple[str, ...]:
        return cited(entry, names, self.laws)

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

    def draft(self, step: Entry) -> str | None:
        """The draft that a step names."""
        name = step.optional_text("draft")
        return next(iter(known(step, "draft", (name,), self.drafts)), None) if name else None
