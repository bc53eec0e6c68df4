"""Read a plain command line from the signatures alone, without loading typer.

`cg laws 隐私` takes 5.6 times an empty Python so, and 8.4 times with typer (benchmark_start.py, Python 3.11).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from collector_guard.commands.declaration import HELP, LANG, Command, Parameter
from collector_guard.commands.table import COMMANDS, PROGRAM


def read(arguments: Sequence[str]) -> tuple[Command, dict[str, Any]] | None:
    """Read the command and what is given to it, as typer would; None where the line is not plain.

    Typer is left to parse or refuse what is unknown, given twice, one too many or without its value, is empty, or
    begins with a hyphen and is no option.
    """
    command, words = PROGRAM, arguments
    if arguments and arguments[0] in COMMANDS:
        command, words = COMMANDS[arguments[0]], arguments[1:]
    given: dict[str, Any] = {}
    for parameter, value in _pairs(words, command.parameters):
        if parameter is None or not value or (parameter.name in given and not parameter.many):
            return None
        given[parameter.name] = (*given.get(parameter.name, ()), value) if parameter.many else value
    given.pop(LANG.name, None)
    return command, given


def _pairs(words: Sequence[str], parameters: Sequence[Parameter]) -> Iterator[tuple[Parameter | None, str | bool]]:
    """Pair each parameter with its value: True for a switch, "" where a value is missing or unwanted."""
    options = {flag: one for one in (*parameters, HELP) for flag in one.flags}
    arguments = iter([one for one in parameters if not one.flags])
    argument = next(arguments, None)
    rest = iter(words)
    for word in rest:
        flag, equals, value = word.partition("=")
        if not word.startswith("-"):
            yield argument, word
            argument = argument if argument and argument.many else next(arguments, None)
        elif flag in options and not options[flag].takes_value:
            yield options[flag], not equals
        else:
            value = value if equals else next(rest, "")
            yield options.get(flag), "" if value.startswith("-") else value
