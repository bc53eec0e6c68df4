"""The help of a command, in the reader's language and never cut."""

from collections.abc import Iterable, Iterator

from collector_guard.commands.declaration import HELP, Command, Parameter, Words
from collector_guard.commands.table import FOR_READERS, FOR_REVIEWERS, PROGRAM
from collector_guard.desk.environment import Environment
from collector_guard.wording.sentences import LANGUAGES, sentence
from collector_guard.wording.wrapping import WIDEST, width, wrap

INDENT = "  "
# Minimum width of the right column; narrower than this, words would be split.
NARROWEST = 20


def help_text(command: Command, environment: Environment) -> str:
    """Write the help of a command, or of the program itself with its commands in two groups."""
    language, columns = environment.language, min(environment.columns(environment.stdout), WIDEST)
    blocks = [wrap(_usage(command, language), columns), wrap(_in(language, command.says), columns)]
    groups = (("help-commands", FOR_READERS), ("help-reviewing", FOR_REVIEWERS)) if command is PROGRAM else ()
    for heading, commands in groups:
        listed = ((one.name, _in(language, one.short)) for one in commands)
        blocks.append([*wrap(sentence(heading, language), columns), *_table(listed, columns)])
    parameters = ((_flags(one, language), _explained(one, language)) for one in (*command.parameters, HELP))
    blocks.append([*wrap(sentence("help-options", language), columns), *_table(parameters, columns)])
    if command is PROGRAM:
        blocks.append([environment.broken(sentence("help-end", language), environment.stdout)])
    blocks.append(wrap(sentence("help-other-language", language, command=_typed(command)), columns))
    return "\n\n".join("\n".join(block) for block in blocks)


def _typed(command: Command) -> str:
    return PROGRAM.name if command is PROGRAM else f"{PROGRAM.name} {command.name}"


def _usage(command: Command, language: str) -> str:
    words = [_typed(command), sentence("named-options", language)]
    words += [_in(language, one.value) for one in command.parameters if not one.flags]
    if command is PROGRAM:
        words.append(sentence("named-command", language))
    return sentence("help-usage", language) + " ".join(words)


def _explained(parameter: Parameter, language: str) -> str:
    """Say what a parameter is for, and its values where they are few."""
    text = _in(language, parameter.says)
    values = parameter.choices()
    return sentence("help-values", language, text=text, values=values) if values else text


def _flags(parameter: Parameter, language: str) -> str:
    return " ".join(filter(None, (", ".join(parameter.flags), _in(language, parameter.value))))


def _in(language: str, words: Words) -> str:
    return words[LANGUAGES.index(language)]


def _table(rows: Iterable[tuple[str, str]], columns: int) -> Iterator[str]:
    """Lay out two columns where they fit; where they do not, each text below its name."""
    rows = tuple(rows)
    left = max(width(name) for name, _ in rows) + 4
    for name, text in rows:
        if left <= columns // 2 and columns - left >= NARROWEST:
            yield from wrap(text, columns, first=INDENT + name + " " * (left - width(INDENT + name)), rest=" " * left)
        else:
            yield from wrap(name, columns, first=INDENT, rest=INDENT * 2)
            yield from wrap(text, columns, first=INDENT * 3, rest=INDENT * 3)
