"""Show a plan or what was found of the law, in the form asked for."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import TYPE_CHECKING

from collector_guard.desk.environment import FLOW
from collector_guard.files.errors import StatedError

if TYPE_CHECKING:
    from collector_guard.desk.environment import Environment
    from collector_guard.flow.card import Card
    from collector_guard.flow.plan import Plan
    from collector_guard.law.model import Laws
    from collector_guard.law.query import Answer, Wanted
    from collector_guard.render.lines import Lines


def show_plan(plan: Plan, form: str, environment: Environment) -> None:
    """Write a plan to stdout."""
    if form == "json":
        from collector_guard.render.as_json import plan_tree

        _print_tree(plan_tree(plan), environment)
    elif form == "markdown":
        from collector_guard.render.markdown import plan_document

        print(plan_document(plan, environment.language), end="", file=environment.stdout)
    else:
        from collector_guard.render.layout import plan_lines

        lines = plan_lines(plan, environment.columns(environment.stdout), environment.language)
        _show(lines, form, environment)


def show_card(flow_id: str, form: str, environment: Environment) -> None:
    """Write the emergency card of a flow to stdout."""
    from collector_guard.library.load import folder, load_card
    from collector_guard.render.layout import card_lines

    card = load_card(flow_id, environment.language, folder())
    lines = card_lines(card, environment.columns(environment.stdout), environment.language)
    _show(lines, form, environment)


def show_law(wanted: Wanted, form: str, environment: Environment) -> None:
    """Write what is asked of the law to stdout; a danger word in it brings its card first, whatever is found."""
    from collector_guard.files.text_file import STDIN
    from collector_guard.law.query import reply
    from collector_guard.library.load import folder, load_laws

    card = _card_of_danger(" ".join(wanted.query), environment)
    if card and form != "json":
        _show_above(card, form, environment)
    library = load_laws(environment.language, folder())
    if wanted.check == STDIN and environment.stdin.isatty():
        environment.say("text-awaited")
    try:
        found = reply(library, wanted, sys.path, environment.stdin)
    except StatedError:
        if card and form == "json":
            _print_laws_tree(None, card, environment)
        raise
    _show_reply(found, card, library, form, environment)


def _card_of_danger(query: str, environment: Environment) -> Card | None:
    """The card of the first danger word in a query."""
    if not query:
        return None
    from collector_guard.flow.danger_words import danger_in
    from collector_guard.library.load import folder, load_danger_words

    cards = dict(load_danger_words(FLOW, environment.language, folder()))
    word = danger_in(query, cards)
    return cards[word] if word else None


def _show_above(card: Card, form: str, environment: Environment) -> None:
    if form == "markdown":
        from collector_guard.render.markdown import card_document

        print(card_document(card, environment.language), file=environment.stdout)
        return
    from collector_guard.render.layout import card_lines
    from collector_guard.render.lines import BLANK

    _show((*card_lines(card, environment.columns(environment.stdout), environment.language), BLANK), form, environment)


def _show_reply(found: Answer, card: Card | None, library: Laws, form: str, environment: Environment) -> None:
    """Write what was found of the law to stdout, and to stderr why a part of the query is nothing."""
    from collector_guard.law.search import Cited

    for error in found.refused if isinstance(found, Cited) else ():
        environment.say(error.kind, **error.values)
    if form == "json":
        _print_laws_tree(found, card, environment)
    elif form == "markdown":
        from collector_guard.render.markdown import laws_document

        print(laws_document(found, library, environment.language), end="", file=environment.stdout)
    else:
        from collector_guard.render.law.answer import answer_lines

        lines = answer_lines(found, library, environment.columns(environment.stdout), environment.language)
        _show(lines, form, environment)


def _print_laws_tree(found: Answer | None, card: Card | None, environment: Environment) -> None:
    from collector_guard.render.as_json import laws_tree, with_card

    tree = laws_tree(found) if found is not None else {}
    _print_tree(with_card(tree, card) if card else tree, environment)


def show_lines(lines: Lines, tree: Mapping[str, object], form: str, environment: Environment) -> None:
    """Write what is laid out as lines and, for a program, as a tree."""
    if form == "json":
        _print_tree(tree, environment)
    else:
        _show(lines, form, environment)


def print_document(text: str, environment: Environment) -> None:
    """Write a document, which is UTF-8 wherever it goes but to a terminal, and the same on every machine."""
    if isinstance(environment.stdout, TextIOWrapper) and not environment.stdout.isatty():
        environment.stdout.reconfigure(encoding="utf-8", newline="\n")
    print(text, end="", file=environment.stdout)


def _show(lines: Lines, form: str, environment: Environment) -> None:
    environment.show(lines, environment.stdout, plain=form == "plain")


def _print_tree(tree: Mapping[str, object], environment: Environment) -> None:
    import json

    print(json.dumps(tree, ensure_ascii=False, indent=2), file=environment.stdout)
