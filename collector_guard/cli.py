"""The command line: options to core to renderer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from collector_guard import __version__
from collector_guard.help_screen import Command, Group, paragraphs
from collector_guard.options import Format, Lang, On, Plain, day_of, form_of
from collector_guard.wording import sentence
from collector_guard.world import FLOW, World

if TYPE_CHECKING:
    from typer._click import Command as AnyCommand
    from typer._click import Context

# The commands for who reviews a flow; making them takes time that a frightened reader does not have.
REVIEWING = ("check", "graph", "book", "diff")


class Program(Group):
    """The program, in which the commands for who reviews a flow are made when one is asked for."""

    def list_commands(self, ctx: Context) -> list[str]:
        return [*super().list_commands(ctx), *REVIEWING]

    def get_command(self, ctx: Context, cmd_name: str) -> AnyCommand | None:
        if cmd_name not in REVIEWING:
            return super().get_command(ctx, cmd_name)
        from collector_guard import reviewing

        return reviewing.made()[cmd_name]


app = typer.Typer(
    cls=Program,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True, help="help-cg")
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="help-version")] = False,
    lang: Lang = "",
) -> None:
    world: World = context.obj
    if version:
        print(f"cg {__version__}", file=world.stdout)
    elif context.invoked_subcommand is None:
        print(paragraphs(sentence("emergency-lines", world.language), world), end="\n\n", file=world.stdout)
        print(context.get_help(), file=world.stdout)


@app.command(cls=Command, help="help-triage", short_help="help-triage-short")
def triage(
    context: typer.Context,
    flow_id: Annotated[str, typer.Argument(metavar="FLOW", help="help-flow")] = FLOW,
    now: Annotated[bool, typer.Option("--now", help="help-now")] = False,
    on: On = "",
    answers: Annotated[str, typer.Option("--answers", help="help-answers", metavar="FILE")] = "",
    answer: Annotated[list[str] | None, typer.Option("--answer", help="help-answer", metavar="Q=C")] = None,
    save: Annotated[str | None, typer.Option("--save", help="help-save", metavar="FILE")] = None,
    force: Annotated[bool, typer.Option("--force", help="help-force")] = False,
    output: Format = "",
    plain: Plain = False,
    lang: Lang = "",
) -> None:
    from collector_guard.library import folder, load_flow
    from collector_guard.showing import show_card

    world: World = context.obj
    form = form_of(output, world, plain=plain)
    today = day_of(on)
    if now:
        show_card(flow_id, form, world)
        return
    from collector_guard.walking import Asked, walk_and_show

    flow = load_flow(flow_id, world.language, folder())
    asked = Asked(today, answers, tuple(answer or ()), save, form, force=force, plain=plain)
    raise typer.Exit(walk_and_show(flow, asked, world))


@app.command(cls=Command, help="help-laws", short_help="help-laws-short")
def laws(
    context: typer.Context,
    query: Annotated[list[str] | None, typer.Argument(metavar="[QUERY]", help="help-query")] = None,
    topic: Annotated[str | None, typer.Option("--topic", help="help-topic", metavar="TOPIC")] = None,
    everywhere: Annotated[bool, typer.Option("--all", help="help-all")] = False,
    old: Annotated[bool, typer.Option("--old", help="help-old")] = False,
    check: Annotated[str, typer.Option("--check", help="help-check-text", metavar="FILE")] = "",
    on: On = "",
    output: Format = "",
    plain: Plain = False,
    lang: Lang = "",
) -> None:
    from collector_guard.answering import Wanted
    from collector_guard.showing import show_law

    world: World = context.obj
    form = form_of(output, world, plain=plain)
    wanted = Wanted(tuple(query or ()), day_of(on), topic, everywhere, old, check)
    show_law(wanted, form, world)


def run(arguments: list[str], world: World) -> int:
    """Understand a command line, run its command and return the exit status."""
    command = typer.main.get_command(app)
    # Not by its main(), which would end the process at a broken pipe and turn an interrupt into words of its own.
    try:
        with command.make_context("cg", list(arguments), obj=world) as context:
            command.invoke(context)
    except typer.Exit as ended:
        return ended.exit_code
    return 0
