"""The options that several commands take, and what is made of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from collector_guard.errors import UsageError

if TYPE_CHECKING:
    from collector_guard.world import World

FORMATS = ("terminal", "plain", "markdown", "json")

Lang = Annotated[str, typer.Option("--lang", help="help-lang", metavar="zh|en")]
On = Annotated[str, typer.Option("--on", help="help-on", metavar="YYYY-MM-DD")]
Format = Annotated[str, typer.Option("--format", help="help-format", metavar="|".join(FORMATS))]
Plain = Annotated[bool, typer.Option("--plain", help="help-plain")]


def form_of(name: str, world: World, known: tuple[str, ...] = FORMATS, *, plain: bool = False) -> str:
    """The form of the output: as asked, else painted for a terminal and plain for anything else."""
    if name and name not in known:
        raise UsageError("unknown-format", name=name, known=known)
    return name or ("plain" if plain else world.usual_form)


def day_of(text: str) -> date:
    """The day that stands for today."""
    if not text:
        return datetime.now().date()
    from collector_guard.entries import DATE

    try:
        return date.fromisoformat(text if DATE.fullmatch(text) else "")
    except ValueError:
        raise UsageError("on-form") from None
