"""What the help says of each command and option, which stands in the signatures of the commands."""

from collector_guard.commands.declaration import HELP
from collector_guard.commands.table import COMMANDS, PROGRAM


def help_words():
    """All of it, in pairs of Chinese and English."""
    for command in (PROGRAM, *COMMANDS.values()):
        yield from (command.says, command.short)
        for parameter in (*command.parameters, HELP):
            yield from (parameter.says, parameter.value)
