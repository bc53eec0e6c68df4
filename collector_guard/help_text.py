"""The help of a command, in the reader's language and never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_guard.syntax import COMMANDS, HELP, PROGRAM, Command, Parameter
from collector_guard.wording import sentence
from collector_guard.wrapping import width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from collector_guard.world import World

WIDEST = 78
INDENT = "  "


def help_text(name: str, world: World) -> str:
    """The help of a command, or of the program itself, which is called ""."""
    command = COMMANDS[name] if name else PROGRAM
    language = world.language
    columns = min(world.columns(world.stdout), WIDEST)
    blocks = [[_usage(name, command, language)], wrap(sentence(command.help, language), columns)]
    if not name:
        commands = ((one, sentence(known.short_help, language)) for one, known in COMMANDS.items())
        blocks.append([sentence("help-commands", language), *_table(commands, columns)])
    parameters = ((_names(one), sentence(one.help, language)) for one in (*command.parameters, HELP))
    blocks.append([sentence("help-options", language), *_table(parameters, columns)])
    if not name:
        blocks.append([line for part in sentence("help-end", language).split("\n") for line in wrap(part, columns)])
    return "\n\n".join("\n".join(block) for block in blocks)


def _usage(name: str, command: Command, language: str) -> str:
    arguments = [one.metavar for one in command.parameters if not one.flags] if name else ["COMMAND"]
    return sentence("help-usage", language) + " ".join(["cg", *([name] if name else []), "[…]", *arguments])


def _names(parameter: Parameter) -> str:
    return " ".join([", ".join(parameter.flags), parameter.metavar]).strip()


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
