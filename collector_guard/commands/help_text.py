"""The help of a command, in the reader's language and never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_guard.commands.syntax import COMMANDS, HELP, PROGRAM, Command, Parameter
from collector_guard.wording.sentences import SENTENCES, sentence
from collector_guard.wording.wrapping import width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from collector_guard.desk.environment import Environment

WIDEST = 78
INDENT = "  "
# Of the right column: in less, words are broken.
NARROWEST = 20


def help_text(name: str, environment: Environment) -> str:
    """The help of a command, or of the program itself, which is called ""."""
    command = COMMANDS[name] if name else PROGRAM
    language, columns = environment.language, _columns(environment)
    blocks = [wrap(_usage(name, command, language), columns), wrap(sentence(command.help, language), columns)]
    if not name:
        commands = ((one, sentence(known.short_help, language)) for one, known in COMMANDS.items())
        blocks.append([*wrap(sentence("help-commands", language), columns), *_table(commands, columns)])
    parameters = ((_flags(one, language), _explained(one, language)) for one in (*command.parameters, HELP))
    blocks.append([*wrap(sentence("help-options", language), columns), *_table(parameters, columns)])
    if not name:
        blocks.append([paragraphs(sentence("help-end", language), environment)])
    return "\n\n".join("\n".join(block) for block in blocks)


def paragraphs(text: str, environment: Environment) -> str:
    """The text, broken for the width of stdout."""
    columns = _columns(environment)
    return "\n".join(line for part in text.split("\n") for line in wrap(part, columns))


def _columns(environment: Environment) -> int:
    return min(environment.columns(environment.stdout), WIDEST)


def _usage(name: str, command: Command, language: str) -> str:
    words = ["cg", name] if name else ["cg"]
    words.append(sentence("named-OPTIONS", language))
    words += [_named(one, language) for one in command.parameters if not one.flags]
    words += [] if name else [sentence("named-COMMAND", language)]
    return sentence("help-usage", language) + " ".join(words)


def _explained(parameter: Parameter, language: str) -> str:
    """What a parameter is for, and its values where they are few."""
    text = sentence(parameter.help, language)
    values = _values(parameter)
    return sentence("help-values", language, text=(text,), values=values) if values else text


def _flags(parameter: Parameter, language: str) -> str:
    names = [", ".join(parameter.flags)] if parameter.flags else []
    return " ".join([*names, _named(parameter, language)]).strip()


def _named(parameter: Parameter, language: str) -> str:
    """What stands in the place of a value, in the language of the reader."""
    kind = f"named-{parameter.name if _values(parameter) else parameter.metavar}"
    return sentence(kind, language) if kind in SENTENCES else parameter.metavar


def _values(parameter: Parameter) -> tuple[str, ...]:
    """The values that a parameter takes, where its metavar lists them."""
    return tuple(parameter.metavar.split("|")) if "|" in parameter.metavar else ()


def _table(rows: Iterable[tuple[str, str]], columns: int) -> Iterator[str]:
    """Two columns where they fit; where they do not, the text stands below its name."""
    rows = tuple(rows)
    left = max(width(name) for name, _ in rows) + 4
    for name, text in rows:
        if left <= columns // 2 and columns - left >= NARROWEST:
            yield from wrap(text, columns, first=INDENT + name + " " * (left - width(INDENT + name)), rest=" " * left)
        else:
            yield from wrap(name, columns, first=INDENT, rest=INDENT * 2)
            yield from wrap(text, columns, first=INDENT * 3, rest=INDENT * 3)
