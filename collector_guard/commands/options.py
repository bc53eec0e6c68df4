"""What is made of the options that several commands take."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from collector_guard.commands.syntax import FORMATS
from collector_guard.files.errors import UsageError

if TYPE_CHECKING:
    from collector_guard.desk.environment import Environment


def form_of(name: str, environment: Environment, known: tuple[str, ...] = FORMATS, *, plain: bool = False) -> str:
    """The form of the output: as asked, else painted for a terminal and plain for anything else."""
    if name and name not in known:
        raise UsageError("unknown-format", name=name, known=known)
    return name or ("plain" if plain else environment.usual_form)


def day_of(text: str) -> date:
    """The day that stands for today."""
    if not text:
        return datetime.now().date()
    from collector_guard.files.entries import DATE

    try:
        return date.fromisoformat(text if DATE.fullmatch(text) else "")
    except ValueError:
        raise UsageError("on-form") from None
