"""Commands whose help and usage errors are ours, in the reader's language and never cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from typer._click.exceptions import BadOptionUsage, NoSuchOption
from typer._click.exceptions import UsageError as Refused
from typer.core import TyperCommand, TyperGroup

from collector_guard.errors import UsageError
from collector_guard.help_text import help_text

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter

QUOTED = re.compile(r"'([^']*)'|\(([^()]*)\)$")


class Command(TyperCommand):
    """A command with our help."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(help_text(self.name or "", ctx.obj))


class Group(TyperGroup):
    """The program itself, with our help."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(help_text("", ctx.obj))


@contextmanager
def our_refusals() -> Iterator[None]:
    """Turn what the parser of the command line refuses into errors with sentences of ours."""
    try:
        yield
    except Refused as refused:
        raise _usage_error(refused) from None


def _usage_error(refused: Refused) -> UsageError:
    found = QUOTED.search(refused.message)
    name = (found[1] or found[2]) if found else refused.message
    command = refused.ctx.command_path if refused.ctx else "cg"
    if isinstance(refused, NoSuchOption):
        return UsageError("usage-option", name=refused.option_name, command=command)
    if isinstance(refused, BadOptionUsage):
        kind = "usage-no-value" if "does not take" in refused.message else "usage-value"
        return UsageError(kind, name=refused.option_name, command=command)
    group = refused.ctx is not None and isinstance(refused.ctx.command, TyperGroup)
    return UsageError("usage-command" if group else "usage-argument", name=name, command=command)
