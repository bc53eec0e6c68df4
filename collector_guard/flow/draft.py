"""The nouns of drafts: texts to copy, complete by hand and use."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from collector_guard.flow.when import ALWAYS, Condition
from collector_guard.law.model import Contact

Role = Literal["heading", "text", "point", "note", "list", "table", "lines"]
ROLES: tuple[Role, ...] = get_args(Role)
# What stands in a text for what is known: `{day}`.
INSERTION = re.compile(r"\{([^{}]*)\}")
# Insertions and lists that every flow has; the phrases and lists of a drafts file are its own.
TODAY, DAY = "today", "day"
FINDINGS, LAST_DAYS = "findings", "last-days"


class Wording(NamedTuple):
    """One way to say a phrase, for the situations in which it fits."""

    when: Condition
    says: str


class Phrase(NamedTuple):
    """Words for an insertion: the first wording that fits; the last fits always and is a blank for a pen."""

    id: str
    wordings: tuple[Wording, ...]


class Ticked(NamedTuple):
    """A list of the choices that were ticked in some questions, each in its own words."""

    id: str
    questions: tuple[str, ...]


class Block(NamedTuple):
    """A piece of a draft, there where `when` holds.

    `text` is a sentence, or the name of a list; of findings only those that rest on `laws`, where any are named.
    `columns` and `rows` are those of a table to be filled in, and `rows` of empty lines. Without `blank` it is left
    out of the form that is written without answers.
    """

    role: Role
    text: str
    when: Condition
    columns: tuple[str, ...] = ()
    rows: int = 0
    laws: tuple[str, ...] = ()
    blank: bool = True


class Addressee(NamedTuple):
    """Whom a draft is for: an office in words, with the numbers that reach it."""

    when: Condition
    to: str
    calls: tuple[Contact, ...]


class Draft(NamedTuple):
    """A text to copy, complete by hand and use; `large` ones are read from a distance and fill one sheet.

    `cites` are the provisions that its sentences rest on.
    """

    id: str
    title: str
    does: str
    when: Condition
    addressees: tuple[Addressee, ...]
    large: bool
    cites: tuple[str, ...]
    blocks: tuple[Block, ...]

    def conditions(self) -> Iterator[Condition]:
        """The conditions of its parts, as far as they have any."""
        whens = (*(one.when for one in self.addressees), *(one.when for one in self.blocks))
        yield from (when for when in whens if when != ALWAYS)

    @property
    def has_last_days(self) -> bool:
        """Tell whether it lists the last days, which a calendar can hold."""
        return any(block.role == "list" and block.text == LAST_DAYS for block in self.blocks)


class Drafts(NamedTuple):
    """The drafts of a flow, with the phrases and lists that their texts name."""

    drafts: tuple[Draft, ...]
    phrases: tuple[Phrase, ...]
    lists: tuple[Ticked, ...]

    def conditions(self) -> Iterator[Condition]:
        """Every condition that stands in them."""
        for draft in self.drafts:
            yield draft.when
            yield from draft.conditions()
        yield from (wording.when for phrase in self.phrases for wording in phrase.wordings)

    def outline(self) -> "Drafts":
        """Keep what a plan says of each draft, without what it takes to write one."""
        return Drafts(tuple(draft._replace(addressees=(), blocks=()) for draft in self.drafts), (), ())

    def draft(self, name: str) -> Draft | None:
        return next((draft for draft in self.drafts if draft.id == name), None)


NO_DRAFTS = Drafts((), (), ())
