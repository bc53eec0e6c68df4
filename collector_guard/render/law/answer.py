"""Lay out what `cg laws` answers to a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_guard.law.model import Laws, Provision, ShortAnswer, Topic
from collector_guard.law.search import AllTopics, Cited, Found, OfTopic
from collector_guard.render.card import card_lines
from collector_guard.render.law.layout import answer_block, provision_lines, results_lines, title_lines, topics_lines
from collector_guard.render.lines import BLANK, Lines, Sheet, sections
from collector_guard.render.naming import doubt_words, short_name
from collector_guard.wording.sentences import listed, sentence

if TYPE_CHECKING:
    from collector_guard.flow.card import Card
    from collector_guard.law.lookup import LookedUp
    from collector_guard.law.query import Answer
    from collector_guard.render.law.moves import Part

# Below what is shown stands the line on which the reader types on.
PROMPT = 1


def law_lines(answer: Answer, above: Card | None, laws: Laws, columns: int, language: str, rows: int | None) -> Lines:
    """The lines of an answer below a card; on a screen of so many rows as many provisions as fit."""
    first = (*card_lines(above, columns), BLANK) if above else ()
    left = None if rows is None else max(1, rows - len(first))
    return (*first, *answer_lines(answer, laws, columns, language, left))


def answer_lines(answer: Answer, laws: Laws, columns: int, language: str, rows: int | None = None) -> Lines:
    """The lines of an answer; of provisions that were found, as many as fit into the rows of a screen."""
    sheet = Sheet.of(columns, language)
    match answer:
        case AllTopics(topics):
            heading, listed = sheet.write("heading", sentence("all-topics", language)), topics_lines(topics, sheet)
            shown = sections(heading + listed, _note("topics-how", sheet))
            fits = rows is None or len(shown) + PROMPT <= rows
            return shown if fits else listed + _note("one-topic", sheet)
        case OfTopic(topic, provisions):
            room = None if rows is None else rows - _needed(provisions, sheet)
            return _found(_topic(topic, laws, sheet, room), provisions, sheet, rows)
        case Cited():
            shown = sections(*(_looked_up(one, laws, sheet) for one in answer.looked_up))
            remark = _note(answer.remark, sheet) if answer.remark else ()
            return sections(shown, _published(answer, sheet), remark)
        case Found(query, provisions, usual):
            above = sheet.write("heading", sentence("found-for", language, query=query))
            above += answer_block(usual, sheet, rests_on(usual, laws, language)) if usual else ()
            return _found(above, provisions, sheet, rows)
    from collector_guard.law.full_text import FoundArticles

    if isinstance(answer, FoundArticles):
        from collector_guard.render.law.full_text import found_articles_lines

        return found_articles_lines(answer, columns, language)
    from collector_guard.render.law.text_check import text_check_lines

    return text_check_lines(answer, columns, language)


def rests_on(answer: ShortAnswer, laws: Laws, language: str) -> str:
    """The names of what an answer rests on; what is no law, or was not seen in an official text, is said to be so."""
    found = [one for cite in answer.cites if (one := laws.newest(cite))]
    named: dict[str, dict[str, None]] = {}
    for provision in found:
        named.setdefault(doubt_words(provision, language), {})[short_name(provision, language)] = None
    groups = (listed(names, language) + doubt for doubt, names in named.items())
    return listed(groups, language)


def _topic(topic: Topic, laws: Laws, sheet: Sheet, rows: int | None) -> Lines:
    """The number and the answers of a topic; in so many rows the first answer, and as fit of what others are asked."""
    heading = sheet.write("heading", f"{laws.topics.index(topic) + 1} {topic.name}")
    if not topic.answers:
        return heading
    first, *others = topic.answers
    if rows is None:
        blocks = [answer_block(one, sheet, rests_on(one, laws, sheet.language)) for one in topic.answers]
        return sections(heading + blocks[0], *blocks[1:])
    above = heading + answer_block(first, sheet)
    also: Lines = ()
    for other in others:
        longer = also + sheet.write("choice", other.asks, lead="· ", hang="  ")
        if len(above) + 1 + len(longer) > rows:
            break
        also = longer
    return sections(above, also)


def _found(above: Lines, provisions: tuple[Provision, ...], sheet: Sheet, rows: int | None) -> Lines:
    left = None if rows is None else max(1, rows - len(above) - _below(sheet))
    return sections(above, results_lines(provisions, sheet, left))


def _needed(provisions: tuple[Provision, ...], sheet: Sheet) -> int:
    """The rows that the name of the first provision takes, and what stands around it."""
    return _below(sheet) + (len(title_lines(provisions[0], sheet)) if provisions else 0)


def _below(sheet: Sheet) -> int:
    """The rows of what stands around provisions, and of the prompt."""
    return 2 + len(sheet.write("note", sentence("more-found", sheet.language, count=999))) + PROMPT


def _published(cited: Cited, sheet: Sheet) -> Lines:
    if not cited.articles and not cited.only_published:
        return ()
    from collector_guard.render.law.full_text import articles_lines

    return articles_lines((*cited.articles, *cited.only_published), sheet)


def _looked_up(found: LookedUp, laws: Laws, sheet: Sheet) -> Lines:
    from collector_guard.render.law.moves import became_words, parts_of

    became = became_words(found, sheet.language) if len(found.provisions) > 1 else ""
    return sections(
        *(_part(part, laws, sheet) for part in parts_of(found, sheet.language)),
        sheet.write("note", became) if became else (),
    )


def _part(part: Part, laws: Laws, sheet: Sheet) -> Lines:
    remark = sheet.write(part.role, part.remark) if part.remark else ()
    shown = _shown(part.provisions, laws, sheet)
    return sections(remark, shown) if part.role == "heading" else remark + shown


def _shown(provisions: tuple[Provision, ...], laws: Laws, sheet: Sheet) -> Lines:
    """One provision in full; several by a paragraph each, with the way to see one in full."""
    if len(provisions) == 1:
        return provision_lines(provisions[0], sheet.columns, sheet.language, laws.successors(provisions[0]))
    return results_lines(provisions, sheet) if provisions else ()


def _note(kind: str, sheet: Sheet) -> Lines:
    return sheet.write("note", sentence(kind, sheet.language))
