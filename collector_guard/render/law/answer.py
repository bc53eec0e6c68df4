"""Lay out what `cg laws` answers to a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_guard.law.lookup import LookedUp
from collector_guard.law.model import Laws, Provision
from collector_guard.law.search import AllTopics, Cited, Found, OfTopic
from collector_guard.render.law.layout import provision_lines, results_lines, topics_lines
from collector_guard.render.law.moves import Part, became_words, parts_of
from collector_guard.render.lines import Lines, Page, sections
from collector_guard.render.naming import said

if TYPE_CHECKING:
    from collector_guard.law.query import Answer

MOST_RESULTS = 10


def answer_lines(answer: Answer, laws: Laws, columns: int, language: str) -> Lines:
    """The lines of an answer; of what was found by word the best ten, and how many more there are."""
    page = Page.of(columns, language)
    match answer:
        case AllTopics(topics):
            heading = page.write("heading", said("all-topics", language))
            return sections(heading + topics_lines(topics, columns, language), _note("topics-how", page))
        case OfTopic(topic, provisions):
            heading = page.write("headline", topic.name)
            return sections(heading, results_lines(provisions, columns, language), _note("more-of-one", page))
        case Cited():
            shown = sections(*(_looked_up(one, laws, page) for one in answer.looked_up))
            remark = _note(answer.remark, page) if answer.remark else ()
            return sections(shown, _published(answer, page), remark)
        case Found(query, provisions):
            more = len(provisions) - MOST_RESULTS
            left_out = page.write("note", said("more-found", language, count=more)) if more > 0 else ()
            heading = page.write("heading", said("found-for", language, query=query))
            shown = results_lines(provisions[:MOST_RESULTS], columns, language)
            return sections(heading, shown, left_out + _note("more-of-one", page))
    from collector_guard.law.full_text import FoundArticles

    if isinstance(answer, FoundArticles):
        from collector_guard.render.law.full_text import found_articles_lines

        return found_articles_lines(answer, columns, language)
    from collector_guard.render.law.text_check import text_check_lines

    return text_check_lines(answer, columns, language)


def _published(cited: Cited, page: Page) -> Lines:
    if not cited.articles and not cited.only_published:
        return ()
    from collector_guard.render.law.full_text import articles_lines

    return articles_lines((*cited.articles, *cited.only_published), page)


def _looked_up(found: LookedUp, laws: Laws, page: Page) -> Lines:
    became = became_words(found, page.language) if len(found.provisions) > 1 else ""
    return sections(
        *(_part(part, laws, page) for part in parts_of(found, page.language)),
        page.write("note", became) if became else (),
    )


def _part(part: Part, laws: Laws, page: Page) -> Lines:
    remark = page.write(part.role, part.remark) if part.remark else ()
    shown = _shown(part.provisions, laws, page)
    return sections(remark, shown) if part.role == "heading" else remark + shown


def _shown(provisions: tuple[Provision, ...], laws: Laws, page: Page) -> Lines:
    """One provision in full; several by a paragraph each, with the way to see one in full."""
    if len(provisions) == 1:
        return provision_lines(provisions[0], page.columns, page.language, laws.successors(provisions[0]))
    results = results_lines(provisions, page.columns, page.language)
    return sections(results, _note("more-of-one", page)) if results else ()


def _note(kind: str, page: Page) -> Lines:
    return page.write("note", said(kind, page.language))
