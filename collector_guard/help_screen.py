"""Commands whose help and usage errors are ours, in the reader's language and never cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from typer._click.exceptions import BadOptionUsage, NoSuchOption
from typer.core import TyperCommand, TyperGroup

from collector_guard.errors import UsageError
from collector_guard.wording import SENTENCES, sentence
from collector_guard.wrapping import width, wrap

if TYPE_CHECKING:
    from typer._click import Command as AnyCommand
    from typer._click import Context, HelpFormatter, Parameter
    from typer.core import TyperOption

    from collector_guard.world import World

WIDEST = 78
INDENT = "  "


class Command(TyperCommand):
    """A command with our help and our refusals."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(_help(self, ctx))

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
        formatter.write(_help(self, ctx))

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


def paragraphs(text: str, world: World) -> str:
    """The text, broken for the width of stdout."""
    columns = _columns(world)
    return "\n".join(line for part in text.split("\n") for line in wrap(part, columns))


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


def _columns(world: World) -> int:
    return min(world.columns(world.stdout), WIDEST)


def _help(command: AnyCommand, context: Context) -> str:
    world: World = context.obj
    language, columns = world.language, _columns(world)
    blocks = [wrap(_usage(command, context, language), columns), wrap(sentence(command.help or "", language), columns)]
    if isinstance(command, TyperGroup):
        known = ((name, command.get_command(context, name)) for name in command.list_commands(context))
        rows = ((name, sentence(one.short_help or "", language)) for name, one in known if one)
        blocks.append([*wrap(sentence("help-commands", language), columns), *_table(rows, columns)])
    options = ((_flags(one, language), _explained(one, language)) for one in command.get_params(context))
    blocks.append([*wrap(sentence("help-options", language), columns), *_table(options, columns)])
    if isinstance(command, TyperGroup):
        blocks.append([paragraphs(sentence("help-end", language), world)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _usage(command: AnyCommand, context: Context, language: str) -> str:
    arguments = [_named(one, language) for one in command.get_params(context) if not _is_option(one)]
    arguments += [sentence("named-COMMAND", language)] if isinstance(command, TyperGroup) else []
    words = [context.command_path, sentence("named-OPTIONS", language), *arguments]
    return sentence("help-usage", language) + " ".join(words)


def _explained(parameter: Parameter, language: str) -> str:
    """What a parameter is for, and its values where they are few; `--help` itself has a help that is not ours."""
    kind = getattr(parameter, "help", None) or ""
    text = sentence(kind if kind.startswith("help-") else "help-help", language)
    values = _values(parameter)
    return sentence("help-values", language, text=(text,), values=values) if values else text


def _flags(parameter: Parameter, language: str) -> str:
    names = [", ".join(parameter.opts)] if _is_option(parameter) else []
    return " ".join([*names, _named(parameter, language)]).strip()


def _named(parameter: Parameter, language: str) -> str:
    """What stands in the place of a value, in the language of the reader."""
    name = parameter.name if _values(parameter) else parameter.metavar
    kind = f"named-{name}"
    return sentence(kind, language) if kind in SENTENCES else parameter.metavar or ""


def _values(parameter: Parameter) -> tuple[str, ...]:
    """The values that a parameter takes, where its metavar lists them."""
    metavar = parameter.metavar or ""
    return tuple(metavar.split("|")) if "|" in metavar else ()


def _table(rows: Iterable[tuple[str, str]], columns: int) -> Iterator[str]:
    """Two columns where they fit; where they do not, the text stands below its name."""
    rows = tuple(rows)
    left = max(width(name) for name, _ in rows) + 4
    for name, text in rows:
        if left <= columns // 2:
            yield from wrap(text, columns, first=INDENT + name + " " * (left - width(INDENT + name)), rest=" " * left)
        else:
            yield from wrap(name, columns, first=INDENT, rest=INDENT * 2)
            yield from wrap(text, columns, first=INDENT * 3, rest=INDENT * 3)
