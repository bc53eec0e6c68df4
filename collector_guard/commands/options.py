"""The options that several commands take, and what is made of their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from collector_guard.commands import completion
from collector_guard.commands.declaration import argument, option
from collector_guard.files.errors import Typed, UsageError
from collector_guard.render.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from collector_guard.desk.environment import Environment

# A flow that may be anywhere, and one of ours.
AnyFlow = Annotated[str, argument("named-flow", "help-checked-flow", completion.flows)]
On = Annotated[str, option("help-on", "--on", value="named-day")]
Format = Annotated[str, option("help-format", "--format", value="named-format", choices=FORMATS)]
Plain = Annotated[bool, option("help-plain", "--plain")]


def form_of(name: str, known: Collection[str], environment: Environment, *, plain: bool) -> str:
    """Choose the form of output: as asked, else painted for a terminal and plain for anything else."""
    if name and name not in known:
        raise UsageError("unknown-format", name=Typed(name), known=tuple(known))
    return name or ("plain" if plain else environment.usual_form)


def day_of(text: str) -> date:
    """Read the day that stands for today."""
    from datetime import date, datetime

    if not text:
        return datetime.now().date()
    from collector_guard.files.entries import DATE

    try:
        return date.fromisoformat(text if DATE.fullmatch(text) else "")
    except ValueError:
        raise UsageError("on-form") from None
