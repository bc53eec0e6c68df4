"""Commands whose help and usage errors are ours, in the reader's language and never cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from typer._click.exceptions import BadOptionUsage, NoSuchOption
from typer._click.exceptions import UsageError as Refused
from typer.core import TyperCommand, TyperGroup

from collector_guard.errors import UsageError
from collector_guard.wording import sentence
from collector_guard.wrapping import width, wrap

if TYPE_CHECKING:
    from typer._click import Command as AnyCommand
    from typer._click import Context, HelpFormatter, Parameter

WIDEST = 78
INDENT = "  "
QUOTED = re.compile(r"'([^']*)'|\(([^()]*)\)$")


class Command(TyperCommand):
    """A command with our help."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(_help(self, ctx))


class Group(TyperGroup):
    """The program itself, with our help."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(_help(self, ctx))


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


def _help(command: AnyCommand, context: Context) -> str:
    language = context.obj.language
    columns = min(get_terminal_size().columns, WIDEST)
    blocks = [[_usage(command, context, language)], wrap(sentence(command.help or "", language), columns)]
    if isinstance(command, TyperGroup):
        known = ((name, command.get_command(context, name)) for name in command.list_commands(context))
        rows = ((name, sentence(one.short_help or "", language)) for name, one in known if one)
        blocks.append([sentence("help-commands", language), *_table(rows, columns)])
    options = ((_flags(one), _explained(one, language)) for one in command.get_params(context))
    blocks.append([sentence("help-options", language), *_table(options, columns)])
    if isinstance(command, TyperGroup):
        blocks.append([line for part in sentence("help-end", language).split("\n") for line in wrap(part, columns)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _usage(command: AnyCommand, context: Context, language: str) -> str:
    arguments = [one.metavar or "" for one in command.get_params(context) if one.param_type_name == "argument"]
    arguments += ["COMMAND"] if isinstance(command, TyperGroup) else []
    return sentence("help-usage", language) + " ".join([context.command_path, "[…]", *arguments])


def _explained(parameter: Parameter, language: str) -> str:
    """What a parameter is for; its help holds the name of a sentence, except for `--help` itself."""
    kind = getattr(parameter, "help", None) or ""
    return sentence(kind if kind.startswith("help-") else "help-help", language)


def _flags(parameter: Parameter) -> str:
    if parameter.param_type_name == "argument":
        return parameter.metavar or ""
    return " ".join([", ".join(parameter.opts), parameter.metavar or ""]).strip()


def _table(rows: Iterable[tuple[str, str]], columns: int) -> Iterator[str]:
    """Two columns where they fit; where they do not, the text stands below its name."""
    rows = tuple(rows)
    left = max(width(name) for name, _ in rows) + 4
    for name, text in rows:
        if left <= columns // 2:
            yield from wrap(text, columns, first=INDENT + name + " " * (left - width(INDENT + name)), rest=" " * left)
        else:
            yield INDENT + name
            yield from wrap(text, columns, first=INDENT * 3, rest=INDENT * 3)
