"""Show a plan or what was found of the law, in the form asked for."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import TYPE_CHECKING

from collector_guard.desk.world import FLOW
from collector_guard.files.errors import StatedError

if TYPE_CHECKING:
    from collector_guard.desk.world import World
    from collector_guard.flow.card import Card
    from collector_guard.flow.plan import Plan
    from collector_guard.law.model import Laws
    from collector_guard.law.query import Answer, Wanted
    from collector_guard.render.lines import Lines


def show_plan(plan: Plan, form: str, world: World) -> None:
    """Write a plan to stdout."""
    if form == "json":
        from collector_guard.render.as_json import plan_tree

        _print_tree(plan_tree(plan), world)
    elif form == "markdown":
        from collector_guard.render.markdown import plan_document

        print(plan_document(plan, world.language), end="", file=world.stdout)
    else:
        from collector_guard.render.layout import plan_lines

        lines = plan_lines(plan, world.columns(world.stdout), world.language)
        _show(lines, form, world)


def show_card(flow_id: str, form: str, world: World) -> None:
    """Write the emergency card of a flow to stdout."""
    from collector_guard.library.load import folder, load_card
    from collector_guard.render.layout import card_lines

    card = load_card(flow_id, world.language, folder())
    lines = card_lines(card, world.columns(world.stdout), world.language)
    _show(lines, form, world)


def show_law(wanted: Wanted, form: str, world: World) -> None:
    """Write what is asked of the law to stdout; a danger word in it brings its card first, whatever is found."""
    from collector_guard.law.query import reply
    from collector_guard.library.load import folder, load_laws

    card = _card_of_danger(" ".join(wanted.query), world)
    if card and form != "json":
        _show_above(card, form, world)
    library = load_laws(world.language, folder())
    try:
        found = reply(library, wanted, sys.path, world.stdin)
    except StatedError:
        if card and form == "json":
            _print_laws_tree(None, card, world)
        raise
    _show_reply(found, card, library, form, world)


def _card_of_danger(query: str, world: World) -> Card | None:
    """The card of the first danger word in a query."""
    if not query:
        return None
    from collector_guard.flow.danger_words import danger_in
    from collector_guard.library.load import folder, load_danger_words

    cards = dict(load_danger_words(FLOW, world.language, folder()))
    word = danger_in(query, cards)
    return cards[word] if word else None


def _show_above(card: Card, form: str, world: World) -> None:
    if form == "markdown":
        from collector_guard.render.markdown import card_document

        print(card_document(card, world.language), file=world.stdout)
        return
    from collector_guard.render.layout import card_lines
    from collector_guard.render.lines import BLANK

    _show((*card_lines(card, world.columns(world.stdout), world.language), BLANK), form, world)


def _show_reply(found: Answer, card: Card | None, library: Laws, form: str, world: World) -> None:
    """Write what was found of the law to stdout, and to stderr why a part of the query is nothing."""
    from collector_guard.law.search import Cited

    for error in found.refused if isinstance(found, Cited) else ():
        world.say(error.kind, **error.values)
    if form == "json":
        _print_laws_tree(found, card, world)
    elif form == "markdown":
        from collector_guard.render.markdown import laws_document

        print(laws_document(found, library, world.language), end="", file=world.stdout)
    else:
        from collector_guard.render.law.answer import answer_lines

        lines = answer_lines(found, library, world.columns(world.stdout), world.language)
        _show(lines, form, world)


def _print_laws_tree(found: Answer | None, card: Card | None, world: World) -> None:
    from collector_guard.render.as_json import laws_tree, with_card

    tree = laws_tree(found) if found is not None else {}
    _print_tree(with_card(tree, card) if card else tree, world)


def show_lines(lines: Lines, tree: Mapping[str, object], form: str, world: World) -> None:
    """Write what is laid out as lines and, for a program, as a tree."""
    if form == "json":
        _print_tree(tree, world)
    else:
        _show(lines, form, world)


def print_document(text: str, world: World) -> None:
    """Write a document, which is UTF-8 wherever it goes but to a terminal, and the same on every machine."""
    if isinstance(world.stdout, TextIOWrapper) and not world.stdout.isatty():
        world.stdout.reconfigure(encoding="utf-8", newline="\n")
    print(text, end="", file=world.stdout)


def _show(lines: Lines, form: str, world: World) -> None:
    world.show(lines, world.stdout, plain=form == "plain")


def _print_tree(tree: Mapping[str, object], world: World) -> None:
    import json

    print(json.dumps(tree, ensure_ascii=False, indent=2), file=world.stdout)
