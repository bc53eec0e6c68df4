"""The forms of output, and what shows a plan, a card or the law in each of them.

A new form is a module of this room and its lines in the tables below; what needs a writer imports it when it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from collector_guard.drafts.written import WrittenDraft
    from collector_guard.flow.card import Card
    from collector_guard.flow.model import Flow
    from collector_guard.flow.plan import Plan, PlanDraft
    from collector_guard.law.model import Laws
    from collector_guard.law.query import Answer
    from collector_guard.render.lines import Lines

# Lines are painted on a terminal and printed anywhere else; a text is written as it is.
Shown: TypeAlias = "Lines | str"


class Document(str):
    """A text that is UTF-8 wherever it goes but to a terminal, and the same on every machine."""

    __slots__ = ()


def json_text(tree: Mapping[str, object]) -> str:
    """Write a tree as JSON to be read by programs and people."""
    import json

    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _plan_lines(plan: Plan, columns: int) -> Shown:
    from collector_guard.render.plan.whole import plan_lines

    return plan_lines(plan, columns)


def _plan_markdown(plan: Plan, _columns: int) -> Shown:
    from collector_guard.render.plan.markdown import plan_document

    return plan_document(plan)


def _plan_json(plan: Plan, _columns: int) -> Shown:
    from collector_guard.render.plan.tree import plan_tree

    return json_text(plan_tree(plan))


def _card_lines(card: Card, columns: int) -> Lines:
    from collector_guard.render.card import card_lines

    return card_lines(card, columns)


def _card_markdown(card: Card, _columns: int) -> str:
    from collector_guard.render.card import card_document

    return card_document(card)


def _card_json(card: Card, _columns: int) -> Shown:
    from collector_guard.render.as_json import with_card

    return json_text(with_card({}, card))


def _law_lines(answer: Answer, card: Card | None, laws: Laws, columns: int, language: str, rows: int | None) -> Shown:
    from collector_guard.render.law.answer import answer_lines
    from collector_guard.render.lines import BLANK

    above = (*_card_lines(card, columns), BLANK) if card else ()
    left = None if rows is None else max(1, rows - len(above))
    return (*above, *answer_lines(answer, laws, columns, language, left))


def _law_markdown(
    answer: Answer, card: Card | None, laws: Laws, columns: int, language: str, _rows: int | None
) -> Shown:
    from collector_guard.render.markdown import laws_document

    above = _card_markdown(card, columns) + "\n" if card else ""
    return above + laws_document(answer, laws, language)


def _law_json(answer: Answer, card: Card | None, laws: Laws, _columns: int, _language: str, _rows: int | None) -> Shown:
    from collector_guard.render.as_json import laws_tree, with_card

    tree = laws_tree(answer, laws)
    return json_text(with_card(tree, card) if card else tree)


def _draft_lines(draft: WrittenDraft, _plan: Plan | None, columns: int) -> Shown:
    from collector_guard.render.draft.lines import draft_lines

    return draft_lines(draft, columns)


def _draft_markdown(draft: WrittenDraft, _plan: Plan | None, _columns: int) -> Shown:
    from collector_guard.render.draft.markdown import draft_document

    return draft_document(draft)


def _draft_html(draft: WrittenDraft, _plan: Plan | None, _columns: int) -> Shown:
    from collector_guard.render.draft.html import draft_page

    return Document(draft_page(draft))


def _draft_ics(_draft: WrittenDraft, plan: Plan | None, _columns: int) -> Shown:
    from collector_guard.render.draft.ics import calendar

    return Document(calendar(plan) if plan else "")


def _list_lines(flow: Flow, offers: tuple[PlanDraft, ...] | None, columns: int) -> Shown:
    from collector_guard.render.draft.lines import form_lines, offer_lines

    if offers is None:
        return form_lines(flow, columns)
    return offer_lines(offers, columns, flow.language)


def _list_markdown(flow: Flow, offers: tuple[PlanDraft, ...] | None, _columns: int) -> Shown:
    from collector_guard.render.draft.markdown import forms_document, offers_document

    return forms_document(flow) if offers is None else offers_document(offers, flow.language)


PLAN: dict[str, Callable[[Plan, int], Shown]] = {
    "terminal": _plan_lines,
    "plain": _plan_lines,
    "markdown": _plan_markdown,
    "json": _plan_json,
}
CARD: dict[str, Callable[[Card, int], Shown]] = {
    "terminal": _card_lines,
    "plain": _card_lines,
    "markdown": _card_markdown,
    "json": _card_json,
}
LAW: dict[str, Callable[[Answer, Card | None, Laws, int, str, int | None], Shown]] = {
    "terminal": _law_lines,
    "plain": _law_lines,
    "markdown": _law_markdown,
    "json": _law_json,
}
DRAFT: dict[str, Callable[[WrittenDraft, Plan | None, int], Shown]] = {
    "terminal": _draft_lines,
    "plain": _draft_lines,
    "markdown": _draft_markdown,
    "html": _draft_html,
    "ics": _draft_ics,
}
# Drafts that fit, or with None for offers all there are.
DRAFT_LIST: dict[str, Callable[[Flow, tuple[PlanDraft, ...] | None, int], Shown]] = {
    "terminal": _list_lines,
    "plain": _list_lines,
    "markdown": _list_markdown,
}
FORMATS = tuple(PLAN)
DRAFT_FORMATS = tuple(DRAFT)
