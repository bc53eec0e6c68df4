"""A plain command line is read from the signatures alone, and just as typer reads it."""

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from collector_guard.commands import plain_line
from collector_guard.commands.application import application
from collector_guard.commands.table import COMMANDS, PROGRAM

PARSED = typer.main.get_command(application())
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


@pytest.mark.parametrize("name", EVERYTHING)
def test_a_switch_takes_no_value_and_everything_else_has_a_name_for_its_own(name):
    run = EVERYTHING[name].run

    for one in EVERYTHING[name].parameters:
        is_switch = run.__annotations__[one.name].__origin__ is bool if one.name in run.__annotations__ else False
        assert is_switch != one.takes_value, one.name


@given(st.sampled_from(sorted(EVERYTHING)), LINES)
def test_what_is_read_without_typer_is_what_typer_reads(name, words):
    line = plain_line.read([name, *words] if name else words)

    if line and line[0] == EVERYTHING[name]:
        context = parsed(name).make_context("cg", list(words))
        assert dict(given_in(context)) == line[1]


def given_in(context):
    """What was given on a command line, by parameter; the language is read before it."""
    for name, value in context.params.items():
        # Typer 0.26 takes an argument that may stand any number of times for given, and empty.
        if context.get_parameter_source(name).name == "COMMANDLINE" and name != "lang" and value != ():
            yield name, tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("arguments", "command", "told"),
    [
        ([], PROGRAM, {}),
        (["-V"], PROGRAM, {"version": True}),
        (["laws", "泼", "油漆", "--all"], COMMANDS["laws"], {"query": ("泼", "油漆"), "everywhere": True}),
        (["triage", "--answer", "a=b", "--answer=c=d"], COMMANDS["triage"], {"answer": ("a=b", "c=d")}),
        (["diff", "./old", "./new", "--lang", "en"], COMMANDS["diff"], {"old": "./old", "new": "./new"}),
        (["check", "--help"], COMMANDS["check"], {"help": True}),
    ],
)
def test_a_plain_line_is_read_without_typer(arguments, command, told):
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
def test_what_is_not_plain_is_for_typer(arguments):
    assert plain_line.read(arguments) is None


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", EVERYTHING)
def test_the_help_is_the_same_with_or_without_typer(cg, name, lang):
    command = [name] if name else []

    run = cg(*command, "--help", lang=lang)

    assert run == cg(*command, "--lang", lang, "--lang", lang, "-h")
    assert run.status == 0


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("help",), ("--help",)),
        (("帮助",), ("--help",)),
        (("help", "laws"), ("laws", "--help")),
        (("version",), ("--version",)),
    ],
)
def test_words_that_people_try_are_understood(cg, words, meant):
    assert cg(*words) == cg(*meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("law", "laws"),
        ("triag", "triage"),
        ("法律", "laws"),
        ("开始", "triage"),
        ("Checks", "check"),
        ("tree", "graph"),
    ],
)
def test_a_command_that_was_nearly_named_is_suggested(cg, typed, meant):
    run = cg(typed, lang="en")

    assert (run.status, run.out) == (2, "")
    assert run.err == f"There is no command {typed}. Did you mean cg {meant}?\n"
