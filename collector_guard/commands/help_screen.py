"""Commands whose help and usage errors are ours, in the reader's language and never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer._click.exceptions import BadOptionUsage, NoSuchOption
from typer.core import TyperCommand, TyperGroup

from collector_guard.commands.help_text import help_text
from collector_guard.files.errors import UsageError

if TYPE_CHECKING:
    from typer._click import Command as AnyCommand
    from typer._click import Context, HelpFormatter, Parameter
    from typer.core import TyperOption


class Command(TyperCommand):
    """A command with our help and our refusals."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(help_text(self.name or "", ctx.obj))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        return _ours(super().get_help_option(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse what stands behind the command; what is left over and what is empty is refused by its name."""
        ctx.allow_extra_args = True
        try:
            left_over = super().parse_args(ctx, args)
        except (BadOptionUsage, NoSuchOption) as refused:
            raise _usage_error(refused, ctx) from None
        if left_over:
            raise UsageError("usage-argument", name=left_over[0], command=ctx.command_path)
        for option in filter(_is_option, self.get_params(ctx)):
            source = ctx.get_parameter_source(option.name or "")
            if source and source.name == "COMMANDLINE" and ctx.params.get(option.name or "") == "":
                raise UsageError("usage-value", name=option.opts[0], command=ctx.command_path)
        return left_over


class Group(TyperGroup):
    """The program itself, with our help and our refusals."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(help_text("", ctx.obj))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        return _ours(super().get_help_option(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except (BadOptionUsage, NoSuchOption) as refused:
            raise _usage_error(refused, ctx) from None

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            raise UsageError("usage-command", name=args[0], command=ctx.command_path)
        return super().resolve_command(ctx, args)


def _ours(option: TyperOption | None) -> TyperOption | None:
    """The option for help, with its names always in one order and its text where everything else is written."""
    if option:
        option.opts.sort(key=len)
        option.callback = _show_help
    return option


def _show_help(ctx: Context, _: Parameter, wanted: object) -> None:
    if wanted:
        print(ctx.get_help(), file=ctx.obj.stdout)
        ctx.exit()


def _usage_error(refused: BadOptionUsage | NoSuchOption, context: Context) -> UsageError:
    kind = "usage-option"
    if isinstance(refused, BadOptionUsage):
        kind = "usage-no-value" if "does not take" in refused.message else "usage-value"
    return UsageError(kind, name=refused.option_name, command=context.command_path)


def _is_option(parameter: Parameter) -> bool:
    return parameter.param_type_name == "option"
