"""The nouns of a draft that was written for a situation, or as a form without answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from collector_guard.flow.draft import Addressee, Draft
from collector_guard.flow.model import Flow
from collector_guard.flow.plan import PlanFinding, PlanStep

WordsRole = Literal["heading", "text", "point", "note"]


@dataclass(frozen=True)
class Words:
    """Words with their role; with a `box` they are for the pen to tick where they are true."""

    role: WordsRole
    text: str
    box: bool = False


@dataclass(frozen=True)
class Found:
    """A finding, with those of its provisions that are wanted here."""

    found: PlanFinding


@dataclass(frozen=True)
class LastDay:
    """A step with a last day."""

    planned: PlanStep


@dataclass(frozen=True)
class Table:
    """Columns with so many empty rows."""

    columns: tuple[str, ...]
    rows: int


@dataclass(frozen=True)
class Line:
    """An empty line for a pen."""


Piece = Words | Found | LastDay | Table | Line


@dataclass(frozen=True)
class Recipient:
    """Whom a draft is for; with a `box` the pen chooses."""

    addressee: Addressee
    box: bool


@dataclass(frozen=True)
class WrittenDraft:
    """A draft as written on a day; `is_form` where it was written without answers."""

    draft: Draft
    flow: Flow
    on: date
    recipients: tuple[Recipient, ...]
    pieces: tuple[Piece, ...]
    is_form: bool
