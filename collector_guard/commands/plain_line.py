"""Read a plain command line without the parser of all the others, which takes longer to load than most commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from collector_guard.commands.syntax import COMMANDS, HELP, PROGRAM, Parameter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Line(NamedTuple):
    """A command by name, "" for the program itself, and what is given to it by the name of the parameter."""

    command: str
    given: Mapping[str, Any]


def read(arguments: Sequence[str]) -> Line | None:
    """What a command line says, where the parser would say the same; None where it is not plain.

    It is for the parser to understand or to refuse what is not known, given twice, one too many or without its value,
    is empty, or begins with a hyphen and is no option.
    """
    name = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    parameters = (COMMANDS[name] if name else PROGRAM).parameters
    given: dict[str, Any] = {}
    for parameter, value in _pairs(arguments[1:] if name else arguments, parameters):
        if parameter is None or not value or (parameter.name in given and not parameter.many):
            return None
        given[parameter.name] = (*given.get(parameter.name, ()), value) if parameter.many else value
    return Line(name, given)


def _pairs(
    arguments: Sequence[str], parameters: tuple[Parameter, ...]
) -> Iterator[tuple[Parameter | None, str | bool]]:
    """Each parameter with its value: True for an option that takes none, "" where a value is missing or unwanted."""
    options = {flag: one for one in (*parameters, HELP) for flag in one.flags}
    argument = next((one for one in parameters if not one.flags), None)
    words = iter(arguments)
    for word in words:
        flag, equals, value = word.partition("=")
        if not word.startswith("-"):
            yield argument, word
        elif flag in options and not options[flag].metavar:
            yield options[flag], not equals
        else:
            value = value if equals else next(words, "")
            yield options.get(flag), "" if value.startswith("-") else value
