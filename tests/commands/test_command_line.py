"""A plain command line is understood without the parser, and just as the parser would."""

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from collector_guard.commands import app as cli
from collector_guard.commands import plain_line
from collector_guard.commands.syntax import COMMANDS, HELP, PROGRAM, REVIEWING

PARSED = typer.main.get_command(cli.app)
CONTEXT = typer.Context(PARSED, **PARSED.context_settings)
EVERYTHING = {"": PROGRAM, **COMMANDS}
FLAGS = {flag for command in EVERYTHING.values() for one in command.parameters for flag in one.flags}
# Values, and what is no value or no option; help ends a line wherever it stands, and has a test of its own.
WORDS = ["", "-", "--", "-x", "--no", "--o", "隐私", "danger=none", "zh", "2026-11-23", "=", *sorted(FLAGS)]
LINES = st.lists(
    st.one_of(st.sampled_from(WORDS), st.builds("{}={}".format, *[st.sampled_from(WORDS)] * 2)), max_size=6
)


def parsed(name):
    """The command of a name as typer has it."""
    return PARSED.get_command(CONTEXT, name) if name else PARSED


def test_typer_knows_the_same_commands_in_the_same_order():
    assert PARSED.list_commands(CONTEXT) == list(COMMANDS)


@pytest.mark.parametrize("name", EVERYTHING)
def test_typer_knows_the_same_parameters_in_the_same_order(name):
    known = [(one.name, one.flags, bool(one.metavar and one.flags), one.many) for one in EVERYTHING[name].parameters]

    declared = [
        (one.name, tuple(one.opts) if one.param_type_name == "option" else (), takes_value(one), takes_many(one))
        for one in parsed(name).params
    ]

    assert declared == known
    assert set(parsed(name).get_help_option_names(CONTEXT)) == set(HELP.flags)


def takes_value(parameter):
    return parameter.param_type_name == "option" and not parameter.is_flag


def takes_many(parameter):
    return parameter.nargs == -1 or getattr(parameter, "multiple", False)


@given(st.sampled_from([name for name in EVERYTHING if name not in REVIEWING]), LINES)
def test_what_is_read_without_the_parser_is_what_the_parser_reads(name, words):
    line = plain_line.read([name, *words] if name else words)

    if line and line.command == name:
        context = parsed(name).make_context("cg", list(words))
        assert {
            key: tuple(value) if isinstance(value, list) else value for key, value in given_in(context)
        } == line.given


def given_in(context):
    """What was given on a command line, by parameter."""
    for name, value in context.params.items():
        if context.get_parameter_source(name).name == "COMMANDLINE":
            yield name, value


@pytest.mark.parametrize(
    ("arguments", "command", "told"),
    [
        ([], "", {}),
        (["-V"], "", {"version": True}),
        (["laws", "泼", "油漆", "--all"], "laws", {"query": ("泼", "油漆"), "everywhere": True}),
        (["triage", "--answer", "a=b", "--answer=c=d"], "triage", {"answer": ("a=b", "c=d")}),
        (["check", "--help"], "check", {"help": True}),
    ],
)
def test_a_plain_line_is_read_without_the_parser(arguments, command, told):
    assert plain_line.read(arguments) == (command, told)


@pytest.mark.parametrize(
    "arguments",
    [
        ["triagee"],
        ["--lang", "en", "laws"],
        ["triage", "doorstep", "twice"],
        ["triage", "--on"],
        ["triage", "--on", ""],
        ["triage", "--on", "--plain"],
        ["triage", "--on", "2026-11-23", "--on", "2026-11-24"],
        ["triage", "--now=yes"],
        ["laws", "--", "--all"],
        ["laws", "--check", "-"],
        ["laws", "隐私", ""],
    ],
)
def test_what_is_not_plain_is_for_the_parser(arguments):
    assert plain_line.read(arguments) is None


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", EVERYTHING)
def test_the_help_names_every_parameter_with_or_without_the_parser(cg, name, lang):
    command = [name] if name else []

    run = cg(*command, "--help", lang=lang)

    assert run == cg(*command, "--lang", lang, "--lang", lang, "-h")
    assert run.status == 0
    assert all(flag in run.out for one in parsed(name).params for flag in one.opts if flag.startswith("-"))
