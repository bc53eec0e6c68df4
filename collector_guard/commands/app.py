"""The whole command line: what each command takes, which `syntax` lists for who does not wait for typer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from collector_guard.commands import running
from collector_guard.commands.declared import Format, Lang, On, Plain
from collector_guard.commands.help_screen import Command, Group
from collector_guard.commands.syntax import REVIEWING
from collector_guard.desk.environment import FLOW

if TYPE_CHECKING:
    from typer._click import Command as AnyCommand
    from typer._click import Context

    from collector_guard.desk.environment import Environment


class Program(Group):
    """The program, in which the commands for who reviews a flow are made when one is asked for: that takes time."""

    def list_commands(self, ctx: Context) -> list[str]:
        return [*super().list_commands(ctx), *REVIEWING]

    def get_command(self, ctx: Context, cmd_name: str) -> AnyCommand | None:
        if cmd_name not in REVIEWING:
            return super().get_command(ctx, cmd_name)
        from collector_guard.commands import reviewing

        return reviewing.made()[cmd_name]


app = typer.Typer(
    cls=Program,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V")] = False,
    lang: Lang = "",
) -> None:
    if version or context.invoked_subcommand is None:
        _run("", context)


@app.command(cls=Command)
def triage(
    context: typer.Context,
    flow_id: Annotated[str, typer.Argument()] = FLOW,
    now: Annotated[bool, typer.Option("--now")] = False,
    on: On = "",
    answers: Annotated[str, typer.Option("--answers")] = "",
    answer: Annotated[list[str] | None, typer.Option("--answer")] = None,
    save: Annotated[str | None, typer.Option("--save")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
    output: Format = "",
    plain: Plain = False,
    lang: Lang = "",
) -> None:
    _run("triage", context)


@app.command(cls=Command)
def laws(
    context: typer.Context,
    query: Annotated[list[str] | None, typer.Argument()] = None,
    topic: Annotated[str | None, typer.Option("--topic")] = None,
    everywhere: Annotated[bool, typer.Option("--all")] = False,
    old: Annotated[bool, typer.Option("--old")] = False,
    check: Annotated[str, typer.Option("--check")] = "",
    on: On = "",
    output: Format = "",
    plain: Plain = False,
    lang: Lang = "",
) -> None:
    _run("laws", context)


def run(arguments: list[str], environment: Environment) -> int:
    """Understand a command line, run its command and return the exit status."""
    command = typer.main.get_command(app)
    # Not by its main(), which would end the process at a broken pipe and turn an interrupt into words of its own.
    try:
        with command.make_context("cg", list(arguments), obj=environment) as context:
            command.invoke(context)
    except typer.Exit as ended:
        return ended.exit_code
    return 0


def _run(command: str, context: typer.Context) -> None:
    raise typer.Exit(running.run(command, context.params, context.obj))
