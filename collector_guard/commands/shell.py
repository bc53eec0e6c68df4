"""Completion in the shell: answer a shell that asks how a word may go on."""

import os

import typer
from typer._click.shell_completion import CompletionItem, add_completion_class, split_arg_string
from typer._completion_classes import BashComplete, completion_init
from typer.completion import shell_complete

from collector_guard.commands.application import application
from collector_guard.commands.completion import VARIABLE
from collector_guard.commands.table import PROGRAM
from collector_guard.desk.environment import Environment
from collector_guard.files.errors import StatedError


def complete(environment: Environment) -> int:
    """Answer a shell that asks how the word being typed may go on."""
    completion_init()
    add_completion_class(_Bash, _Bash.name)
    program = typer.main.get_command(application())
    try:
        return shell_complete(program, {"obj": environment}, PROGRAM.name, VARIABLE, environment.variables[VARIABLE])
    except (StatedError, LookupError, ValueError):  # in the middle of a line nobody can be told; the last two: no shell
        return StatedError.status


class _Bash(BashComplete):
    """Completion for bash, which ends a word at = and replaces no more than what follows it."""

    def get_completion_args(self) -> tuple[list[str], str]:
        words = split_arg_string(os.environ["COMP_WORDS"])[: int(os.environ["COMP_CWORD"]) + 1]
        words += [""] * (int(os.environ["COMP_CWORD"]) + 1 - len(words))
        whole: list[str] = []
        for word in words[1:]:
            if whole and word and (word[0] == "=" or whole[-1].endswith("=")):
                whole[-1] += word
            else:
                whole.append(word)
        typed = whole[-1].partition("=")[2] if whole[-1].startswith("-") else whole[-1]
        self._kept = typed.rfind("=") + 1
        return whole[:-1], whole[-1]

    def format_completion(self, item: CompletionItem) -> str:
        return str(item.value)[self._kept :]
