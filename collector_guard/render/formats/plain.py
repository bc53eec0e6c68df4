"""Lines without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from collector_guard.drafts.written import WrittenDraft
    from collector_guard.flow.card import Card
    from collector_guard.flow.model import Flow
    from collector_guard.flow.plan import Plan, PlanDraft
    from collector_guard.law.model import Laws
    from collector_guard.law.query import Answer
    from collector_guard.render.lines import Lines
    from collector_guard.review.comparison import Difference
    from collector_guard.review.coverage import Coverage
    from collector_guard.review.graph import Graph
    from collector_guard.review.report import Ageing, Report


def show(lines: Lines, stream: TextIO) -> None:
    """Write each line as it is."""
    stream.writelines(f"{line.text}\n" for line in lines)


def plan(plan: Plan, columns: int) -> Lines:
    from collector_guard.render.plan.pages import plan_lines

    return plan_lines(plan, columns)


def card(card: Card, columns: int) -> Lines:
    from collector_guard.render.card import card_lines

    return card_lines(card, columns)


def law(answer: Answer, above: Card | None, laws: Laws, columns: int, language: str, rows: int | None) -> Lines:
    """Lay out what was found of the law, below a card."""
    from collector_guard.render.law.answer import answer_lines
    from collector_guard.render.lines import BLANK

    first = (*card(above, columns), BLANK) if above else ()
    left = None if rows is None else max(1, rows - len(first))
    return (*first, *answer_lines(answer, laws, columns, language, left))


def draft(draft: WrittenDraft, _plan: Plan | None, columns: int) -> Lines:
    from collector_guard.render.draft.lines import draft_lines

    return draft_lines(draft, columns)


def drafts(flow: Flow, offers: tuple[PlanDraft, ...] | None, columns: int) -> Lines:
    """List the drafts that fit, or with None for offers all there are."""
    from collector_guard.render.draft.lines import form_lines, offer_lines

    return form_lines(flow, columns) if offers is None else offer_lines(offers, columns, flow.language)


def report(report: Report, language: str) -> Lines:
    from collector_guard.render.review.check_layout import report_lines

    return report_lines(report, language)


def ageing(ageing: Ageing, language: str) -> Lines:
    from collector_guard.render.review.check_layout import ageing_lines

    return ageing_lines(ageing, language)


def coverage(coverage: Coverage, flow: Flow, columns: int) -> Lines:
    from collector_guard.render.review.coverage_layout import coverage_lines

    return coverage_lines(coverage, flow, columns)


def graph(graph: Graph, columns: int) -> Lines:
    from collector_guard.render.review.graph_layout import graph_lines

    return graph_lines(graph, columns)


def differences(differences: tuple[Difference, ...], language: str, columns: int) -> Lines:
    from collector_guard.render.review.diff_layout import diff_lines

    return diff_lines(differences, columns, language)
