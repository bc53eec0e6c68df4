"""The commands as typer has them: full parsing, and what is wrong with the words typed."""

from collections.abc import Callable
from inspect import Parameter as InSignature
from inspect import Signature
from typing import Annotated

import typer
from typer._click import Command as AnyCommand
from typer._click import Context, HelpFormatter
from typer._click import Parameter as AnyParameter
from typer._click.exceptions import BadOptionUsage, NoSuchOption
from typer.core import TyperCommand, TyperGroup, TyperOption

from collector_guard.commands.declaration import Command, Parameter
from collector_guard.commands.help import help_text
from collector_guard.commands.table import COMMANDS, PROGRAM
from collector_guard.desk.environment import Environment
from collector_guard.files.entries import nearest_name
from collector_guard.files.errors import Typed, UsageError


def run(arguments: list[str], environment: Environment) -> int:
    """Parse a command line, run its command and return the exit status."""
    program = typer.main.get_command(application())
    # Don't call its main(): it exits on a broken pipe and prints its own message on Ctrl-C.
    try:
        with program.make_context(PROGRAM.name, list(arguments), obj=environment) as context:
            program.invoke(context)
    except typer.Exit as ended:
        return ended.exit_code
    return 0


def application() -> typer.Typer:
    """Declare every command to typer."""
    app = typer.Typer(
        cls=_Group,
        add_completion=False,  # `cg --install-completion` is ours, in the reader's language
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_callback(PROGRAM))
    for command in COMMANDS.values():
        app.command(command.name, cls=_Command)(_callback(command))
    return app


def _callback(command: Command) -> Callable[..., None]:
    """Make the function that typer reads the parameters from, and calls; what was not given is left to the command."""

    def call(context: typer.Context, **_: object) -> None:
        if command is PROGRAM and context.invoked_subcommand is not None:
            return
        given = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in context.params.items()
            if name != "lang" and _was_given(name, context)
        }
        raise typer.Exit(command.run(context.obj, **given))

    declared = {"context": typer.Context} | {one.name: _annotation(one) for one in command.parameters}
    keyword = InSignature.KEYWORD_ONLY
    defaults = {"context": InSignature.empty}
    call.__annotations__ = declared
    call.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            InSignature(name, keyword, default=defaults.get(name), annotation=annotation)
            for name, annotation in declared.items()
        ]
    )
    return call


def _annotation(parameter: Parameter) -> object:
    """Say in typer's words what a parameter takes."""
    completing = _completing(parameter)
    info = typer.Option(*parameter.flags, autocompletion=completing)
    if not parameter.flags:
        info = typer.Argument(autocompletion=completing)
    if parameter.flags and not parameter.takes_value:
        return Annotated[bool, info]
    return Annotated[list[str] | None, info] if parameter.many else Annotated[str | None, info]


def _completing(parameter: Parameter) -> Callable[..., list[tuple[str, str]]]:
    def completing(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        if parameter.complete:
            return list(parameter.complete(context.obj, incomplete))
        return [(choice, "") for choice in parameter.choices()]

    return completing


def _was_given(name: str, context: Context) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


class _InOurWords(AnyCommand):
    """A command with our help and our refusals, in the reader's language and never cut."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(help_text(COMMANDS.get(self.name or "", PROGRAM), ctx.obj))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Give the option for help our text, and its names one order."""
        option = super().get_help_option(ctx)
        if option:
            option.opts.sort(key=len)
            option.callback = _show_help
        return option

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except (BadOptionUsage, NoSuchOption) as refused:
            raise _usage_error(refused, ctx) from None


class _Command(_InOurWords, TyperCommand):
    """One of the commands."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse what follows the command; refuse what is left over or empty by its name."""
        ctx.allow_extra_args = True
        left_over = super().parse_args(ctx, args)
        if left_over and not ctx.resilient_parsing:
            raise UsageError("usage-argument", name=Typed(left_over[0]), command=ctx.command_path)
        for option in self.get_params(ctx):
            name = option.name or ""
            if option.param_type_name == "option" and ctx.params.get(name) == "" and _was_given(name, ctx):
                raise UsageError("usage-value", name=option.opts[0], command=ctx.command_path)
        return left_over


class _Group(_InOurWords, TyperGroup):
    """The program itself."""

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise _unknown_command(args[0], ctx.command_path)
        return super().resolve_command(ctx, args)


def _unknown_command(name: str, path: str) -> UsageError:
    """Refuse a command by name, and say which is meant where that can be told."""
    meant = {word: known.name for known in COMMANDS.values() for word in (known.name, *known.also)}
    nearest = nearest_name(name.casefold(), meant)
    if nearest is None:
        return UsageError("usage-command", name=Typed(name), command=path)
    return UsageError("usage-command-near", name=Typed(name), nearest=meant[nearest])


def _show_help(ctx: Context, _: AnyParameter, wanted: object) -> None:
    if wanted and not ctx.resilient_parsing:
        ctx.obj.write(ctx.get_help() + "\n")
        ctx.exit()


def _usage_error(refused: BadOptionUsage | NoSuchOption, context: Context) -> UsageError:
    name, path = Typed(refused.option_name), context.command_path
    if isinstance(refused, BadOptionUsage):
        return UsageError(
            "usage-no-value" if "does not take" in refused.message else "usage-value", name=name, command=path
        )
    flags = [flag for option in context.command.get_params(context) for flag in option.opts if flag.startswith("--")]
    nearest = nearest_name(name, flags)
    if nearest is None:
        return UsageError("usage-option", name=name, command=path)
    return UsageError("usage-option-near", name=name, nearest=nearest, command=path)
