"""The command line: options to core to renderer, and the one place where errors become sentences."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collector_guard import __version__
from collector_guard.errors import DataError, Left, StatedError, UsageError
from collector_guard.help_screen import Command, Group, our_refusals
from collector_guard.wording import problem_sentence, sentence
from collector_guard.world import World, real_world, stop_writing

if TYPE_CHECKING:
    from collector_guard.flow import Flow, Plan
    from collector_guard.graphing import Graph
    from collector_guard.law import Laws
    from collector_guard.render.lines import Lines
    from collector_guard.search import LawsAnswer

FORMATS = ("terminal", "plain", "markdown", "json")
GRAPH_FORMATS = ("text", "mermaid", "json")
CHECK_FORMATS = ("terminal", "plain", "json")
FLOW = "doorstep"

app = typer.Typer(
    cls=Group,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Lang = Annotated[str, typer.Option("--lang", help="help-lang", metavar="zh|en")]
On = Annotated[str, typer.Option("--on", help="help-on", metavar="YYYY-MM-DD")]
Format = Annotated[str, typer.Option("--format", help="help-format", metavar="|".join(FORMATS))]
Plain = Annotated[bool, typer.Option("--plain", help="help-plain")]


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
        print(sentence("emergency-lines", world.language), end="\n\n", file=world.stdout)
        print(context.get_help(), file=world.stdout)


@app.command(cls=Command, help="help-triage", short_help="help-triage-short")
def triage(
    context: typer.Context,
    flow_id: Annotated[str, typer.Argument(metavar="FLOW", help="help-flow")] = FLOW,
    now: Annotated[bool, typer.Option("--now", help="help-now")] = False,
    on: On = "",
    answers: Annotated[str, typer.Option("--answers", help="help-answers", metavar="FILE")] = "",
    answer: Annotated[list[str] | None, typer.Option("--answer", help="help-answer", metavar="Q=C")] = None,
    output: Format = "",
    plain: Plain = False,
    lang: Lang = "",
) -> None:
    from collector_guard.library import folder, load_flow

    world: World = context.obj
    form = _form(output, world, plain=plain)
    today = _day(on)
    flow = load_flow(flow_id, world.language, folder())
    if now:
        from collector_guard.render.layout import card_lines

        columns = world.columns(world.stdout)
        world.show(card_lines(flow.card, columns, world.language), world.stdout, plain=form == "plain")
        return
    from collector_guard.asking import AnswersMissingError, asking
    from collector_guard.saving import given_answers
    from collector_guard.triage import walk

    given = given_answers(flow, Path(answers) if answers else None, answer or ())
    try:
        plan = walk(flow, asking(flow, world, plain=plain), on=today, given=given)
    except AnswersMissingError as missing:
        raise typer.Exit(missing.status) from None
    asked = [one.question.id for one in plan.situation.answers]
    if unused := [name for name in given if name not in asked]:
        world.say("not-asked", names=unused)
    _show_plan(plan, form, world)


@app.command(cls=Command, help="help-laws", short_help="help-laws-short")
def laws(
    context: typer.Context,
    query: Annotated[list[str] | None, typer.Argument(metavar="[QUERY]", help="help-query")] = None,
    topic: Annotated[str | None, typer.Option("--topic", help="help-topic", metavar="TOPIC")] = None,
    on: On = "",
    output: Format = "",
    plain: Plain = False,
    lang: Lang = "",
) -> None:
    from collector_guard.library import folder, load_laws
    from collector_guard.search import Cited, answer

    world: World = context.obj
    form = _form(output, world, plain=plain)
    day = _day(on)
    library = load_laws(world.language, folder())
    found = answer(library, query or (), day, topic)
    for error in found.refused if isinstance(found, Cited) else ():
        world.say(error.kind, **error.values)
    _show_laws(found, library, form, world)


@app.command(cls=Command, help="help-check", short_help="help-check-short")
def check(
    context: typer.Context,
    flow_name: Annotated[str, typer.Argument(metavar="FLOW", help="help-checked-flow")] = FLOW,
    explain: Annotated[str, typer.Option("--explain", help="help-explain", metavar="CODE")] = "",
    age: Annotated[bool, typer.Option("--age", help="help-age")] = False,
    cover: Annotated[str, typer.Option("--cover", help="help-cover", metavar="FOLDER")] = "",
    on: On = "",
    output: Annotated[str, typer.Option("--format", help="help-format", metavar="|".join(CHECK_FORMATS))] = "",
    plain: Plain = False,
    lang: Lang = "",
) -> None:
    from collector_guard import checks
    from collector_guard.library import load_flow_from_yaml, place_of
    from collector_guard.render import check_json, check_layout

    world: World = context.obj
    language = world.language
    form = _form(output, world, CHECK_FORMATS, plain=plain)
    if explain:
        code = checks.code(explain)
        lines = check_layout.explanation_lines(code, world.columns(world.stdout), language)
        _show(lines, check_json.explanation_tree(code, language), form, world)
        return
    name, flows = place_of(flow_name)
    if age:
        ageing = checks.aged(name, flows, language, _day(on))
        _show(check_layout.ageing_lines(ageing, language), check_json.ageing_tree(ageing, language), form, world)
        return
    if cover:
        _show_coverage(load_flow_from_yaml(name, language, flows), Path(cover), _day(on), form, world)
        return
    report = checks.checked(name, flows, language, _day(on))
    _show(check_layout.report_lines(report, language), check_json.report_tree(report, language), form, world)
    if report.problems:
        raise typer.Exit(StatedError.status)


@app.command(cls=Command, help="help-graph", short_help="help-graph-short")
def graph(
    context: typer.Context,
    flow_name: Annotated[str, typer.Argument(metavar="FLOW", help="help-flow")] = FLOW,
    output: Annotated[str, typer.Option("--format", help="help-graph-format", metavar="text|mermaid|json")] = "text",
    lang: Lang = "",
) -> None:
    from collector_guard.graphing import graph_of
    from collector_guard.library import load_flow_from_yaml, place_of

    world: World = context.obj
    form = _one_of(output, GRAPH_FORMATS)
    name, flows = place_of(flow_name)
    _show_graph(graph_of(load_flow_from_yaml(name, world.language, flows)), form, world)


@app.command(cls=Command, help="help-book", short_help="help-book-short")
def book(
    context: typer.Context,
    flow_name: Annotated[str, typer.Argument(metavar="FLOW", help="help-flow")] = FLOW,
    lang: Lang = "",
) -> None:
    from collector_guard.booking import book_of
    from collector_guard.library import load_flow_from_yaml, place_of
    from collector_guard.render.book import book_document

    world: World = context.obj
    name, flows = place_of(flow_name)
    _print_document(book_document(book_of(load_flow_from_yaml(name, world.language, flows))), world)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status; every error ends here, as a sentence."""
    world = real_world()
    try:
        arguments = list(sys.argv[1:] if argv is None else argv)
        world = world.in_language_of(arguments)
        status = _run(arguments, world)
        world.stdout.flush()
    except (Left, KeyboardInterrupt) as left:
        wipe = isinstance(left, Left) and left.wipe
        if wipe:
            world.wipe()
        world.say("left-wiped" if wipe else "left")
        return Left.status
    except StatedError as error:
        for problem in error.problems if isinstance(error, DataError) else ():
            print(problem_sentence(problem, world.language), file=world.stderr)
        world.say(error.kind, **error.values)
        return error.status
    except BrokenPipeError:
        stop_writing()
        return 0
    except OSError as error:
        world.say("cannot-write", reason=error.strerror or "")
        stop_writing()
        return StatedError.status
    return status


def _run(arguments: list[str], world: World) -> int:
    command = typer.main.get_command(app)
    with our_refusals():
        status = command.main(args=arguments, prog_name="cg", standalone_mode=False, obj=world)
    return status if isinstance(status, int) else 0


def _show_plan(plan: Plan, form: str, world: World) -> None:
    if form == "json":
        from collector_guard.render.as_json import plan_tree

        _print_tree(plan_tree(plan), world)
    elif form == "markdown":
        from collector_guard.render.markdown import plan_document

        print(plan_document(plan, world.language), end="", file=world.stdout)
    else:
        from collector_guard.render.layout import plan_lines

        lines = plan_lines(plan, world.columns(world.stdout), world.language)
        world.show(lines, world.stdout, plain=form == "plain")


def _show_laws(found: LawsAnswer, library: Laws, form: str, world: World) -> None:
    if form == "json":
        from collector_guard.render.as_json import laws_tree

        _print_tree(laws_tree(found), world)
    elif form == "markdown":
        from collector_guard.render.markdown import laws_document

        print(laws_document(found, library, world.language), end="", file=world.stdout)
    else:
        from collector_guard.render.law_answer import answer_lines

        lines = answer_lines(found, library, world.columns(world.stdout), world.language)
        world.show(lines, world.stdout, plain=form == "plain")


def _show(lines: Lines, tree: Mapping[str, object], form: str, world: World) -> None:
    if form == "json":
        _print_tree(tree, world)
    else:
        world.show(lines, world.stdout, plain=form == "plain")


def _show_graph(found: Graph, form: str, world: World) -> None:
    if form == "mermaid":
        from collector_guard.render.mermaid import mermaid_chart

        _print_document(mermaid_chart(found), world)
    else:
        from collector_guard.render.graph_layout import graph_lines, graph_tree

        _show(graph_lines(found, world.columns(world.stdout)), graph_tree(found), form, world)


def _show_coverage(flow: Flow, journeys: Path, day: date, form: str, world: World) -> None:
    from collector_guard.covering import cover
    from collector_guard.journeys import read_journeys
    from collector_guard.render.coverage_layout import coverage_lines, coverage_tree

    coverage = cover(flow, read_journeys(journeys, flow), on=day)
    lines = coverage_lines(coverage, flow, world.columns(world.stdout))
    _show(lines, coverage_tree(coverage, flow), form, world)
    if coverage.missing:
        raise typer.Exit(StatedError.status)


def _print_tree(tree: Mapping[str, object], world: World) -> None:
    import json

    print(json.dumps(tree, ensure_ascii=False, indent=2), file=world.stdout)


def _print_document(text: str, world: World) -> None:
    """Write a document, which is UTF-8 wherever it goes but to a terminal, and the same on every machine."""
    if isinstance(world.stdout, TextIOWrapper) and not world.stdout.isatty():
        world.stdout.reconfigure(encoding="utf-8", newline="\n")
    print(text, end="", file=world.stdout)


def _form(name: str, world: World, known: tuple[str, ...] = FORMATS, *, plain: bool) -> str:
    """The form of the output: as asked, else painted for a terminal and plain for anything else."""
    if name and name not in known:
        raise UsageError("unknown-format", name=name, known=known)
    return name or ("plain" if plain or not world.stdout.isatty() else "terminal")


def _one_of(name: str, known: tuple[str, ...]) -> str:
    if name not in known:
        raise UsageError("unknown-format", name=name, known=known)
    return name


def _day(text: str) -> date:
    """The day that stands for today."""
    from collector_guard.entries import DATE

    if not text:
        return datetime.now().date()
    try:
        return date.fromisoformat(text if DATE.fullmatch(text) else "")
    except ValueError:
        raise UsageError("on-form") from None
