"""The nouns of a draft that was written for a situation, or as a form without answers."""

from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from collector_guard.flow.draft import Addressee, Draft
from collector_guard.flow.model import Flow
from collector_guard.flow.plan import PlanFinding, PlanStep

PassageRole = Literal["for", "heading", "text", "point", "box", "note", "line"]


class Passage(NamedTuple):
    """A piece of text with its role: a `box` is for the pen to tick where it is true, a `line` to write on."""

    role: PassageRole
    text: str


class Table(NamedTuple):
    """Columns with so many empty rows."""

    columns: tuple[str, ...]
    rows: int
    role: Literal["table"] = "table"


# A finding has those of its provisions that are wanted here; a step is told by its last day.
Piece: TypeAlias = Passage | Table | PlanFinding | PlanStep


class Recipient(NamedTuple):
    """Whom a draft is for; with a `box` the pen chooses."""

    addressee: Addressee
    box: bool


class WrittenDraft(NamedTuple):
    """A draft as written on a day; `is_form` where it was written without answers."""

    draft: Draft
    flow: Flow
    on: date
    recipients: tuple[Recipient, ...]
    pieces: tuple[Piece, ...]
    is_form: bool
