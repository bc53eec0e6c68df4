"""The commands for who writes or reviews a flow: check, graph, book and diff."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from collector_guard.commands.declared import Format, Lang, On, Plain
from collector_guard.commands.help_screen import Command
from collector_guard.commands.options import day_of, form_of
from collector_guard.commands.syntax import CHECK_FORMATS, GRAPH_FORMATS
from collector_guard.desk.environment import FLOW
from collector_guard.desk.showing import print_document, show_lines
from collector_guard.files.errors import StatedError
from collector_guard.wording.sentences import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from typer._click import Command as AnyCommand

    from collector_guard.desk.environment import Environment
    from collector_guard.flow.model import Flow

app = typer.Typer(rich_markup_mode=None)


def made() -> Mapping[str, AnyCommand]:
    """The commands by name."""
    group = typer.main.get_command(app)
    return group.commands if isinstance(group, TyperGroup) else {}


@app.command(cls=Command)
def check(
    context: typer.Context,
    flow_name: Annotated[str, typer.Argument()] = FLOW,
    explain: Annotated[str, typer.Option("--explain")] = "",
    age: Annotated[bool, typer.Option("--age")] = False,
    cover: Annotated[str, typer.Option("--cover")] = "",
    on: On = "",
    output: Format = "",
    plain: Plain = False,
    lang: Lang = "",
) -> None:
    """Find every mistake of a flow, or tell what a code means, what grows old, or what no journey reaches."""
    from collector_guard.library.load import load_flow_from_yaml, place_of
    from collector_guard.render.review import check_json, check_layout
    from collector_guard.review import checks

    environment: Environment = context.obj
    language = environment.language
    form = form_of(output, environment, CHECK_FORMATS, plain=plain)
    if explain:
        code = checks.code(explain)
        lines = check_layout.explanation_lines(code, environment.columns(environment.stdout), language)
        show_lines(lines, check_json.explanation_tree(code, language), form, environment)
        return
    name, flows = place_of(flow_name)
    if age:
        ageing = checks.aged(name, flows, language, day_of(on))
        show_lines(
            check_layout.ageing_lines(ageing, language), check_json.ageing_tree(ageing, language), form, environment
        )
        return
    if cover:
        _show_coverage(load_flow_from_yaml(name, language, flows), Path(cover), day_of(on), form, environment)
        return
    report = checks.checked(name, flows, language, day_of(on))
    show_lines(check_layout.report_lines(report, language), check_json.report_tree(report, language), form, environment)
    if report.problems:
        raise typer.Exit(StatedError.status)


@app.command(cls=Command)
def graph(
    context: typer.Context,
    flow_name: Annotated[str, typer.Argument()] = FLOW,
    output: Format = "",
    plain: Plain = False,
    lang: Lang = "",
) -> None:
    """Draw the decision tree of a flow."""
    from collector_guard.library.load import load_flow_from_yaml, place_of
    from collector_guard.render.review.graph_layout import graph_lines, graph_tree
    from collector_guard.render.review.mermaid import mermaid_chart
    from collector_guard.review.graph import graph_of

    environment: Environment = context.obj
    form = form_of(output, environment, GRAPH_FORMATS, plain=plain)
    name, flows = place_of(flow_name)
    found = graph_of(load_flow_from_yaml(name, environment.language, flows))
    if form == "mermaid":
        print_document(mermaid_chart(found), environment)
    else:
        show_lines(graph_lines(found, environment.columns(environment.stdout)), graph_tree(found), form, environment)


@app.command(cls=Command)
def book(
    context: typer.Context,
    flow_name: Annotated[str, typer.Argument()] = FLOW,
    lang: Lang = "",
) -> None:
    """Print everything that a flow says, with its sources, as one document."""
    from collector_guard.library.load import load_flow_from_yaml, place_of
    from collector_guard.render.review.book import book_document
    from collector_guard.review.book import book_of

    environment: Environment = context.obj
    name, flows = place_of(flow_name)
    print_document(book_document(book_of(load_flow_from_yaml(name, environment.language, flows))), environment)


@app.command(cls=Command)
def diff(
    context: typer.Context,
    old: Annotated[str, typer.Argument()] = "",
    new: Annotated[str, typer.Argument()] = FLOW,
    output: Format = "",
    plain: Plain = False,
    lang: Lang = "",
) -> None:
    """Tell what two flows say differently, each time with answers that show it."""
    from collector_guard.library.load import load_flow_from_yaml, place_of
    from collector_guard.render.review.diff_layout import diff_lines, diff_tree
    from collector_guard.review.comparison import differences

    environment: Environment = context.obj
    form = form_of(output, environment, CHECK_FORMATS, plain=plain)
    if not old:
        raise StatedError("two-flows")
    places = [place_of(one) for one in (old, new)]
    flows = [{one: load_flow_from_yaml(name, one, folder) for one in LANGUAGES} for name, folder in places]
    found = tuple(differences(*flows))
    show_lines(
        diff_lines(found, environment.columns(environment.stdout), environment.language),
        diff_tree(found),
        form,
        environment,
    )


def _show_coverage(flow: Flow, folder: Path, day: date, form: str, environment: Environment) -> None:
    from collector_guard.render.review.coverage_layout import coverage_lines, coverage_tree
    from collector_guard.review.coverage import cover
    from collector_guard.review.journeys import read_journeys

    coverage = cover(flow, read_journeys(folder, flow), on=day)
    lines = coverage_lines(coverage, flow, environment.columns(environment.stdout))
    show_lines(lines, coverage_tree(coverage, flow), form, environment)
    if coverage.missing:
        raise typer.Exit(StatedError.status)
