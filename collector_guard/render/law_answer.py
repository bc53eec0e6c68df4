"""Lay out what `cg laws` answers to a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_guard.law import Laws, Provision
from collector_guard.looking_up import LookedUp, Moved
from collector_guard.render.law_layout import provision_lines, results_lines, topics_lines
from collector_guard.render.lines import Lines, Page, sections
from collector_guard.render.naming import name_of, number_words, said
from collector_guard.search import AllTopics, Cited, Found, OfTopic

if TYPE_CHECKING:
    from collector_guard.answering import Answer

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
    from collector_guard.fulltext import FoundArticles

    if isinstance(answer, FoundArticles):
        from collector_guard.render.full_text import found_articles_lines

        return found_articles_lines(answer, columns, language)
    from collector_guard.render.text_check import text_check_lines

    return text_check_lines(answer, columns, language)


def _published(cited: Cited, page: Page) -> Lines:
    if not cited.articles and not cited.only_published:
        return ()
    from collector_guard.render.full_text import articles_lines

    return articles_lines((*cited.articles, *cited.only_published), page)


def _looked_up(found: LookedUp, laws: Laws, page: Page) -> Lines:
    """On today's text, first where the rule went that people mean by an old number; on an old text, that text first."""
    older = tuple(moved for moved in found.moved if moved.version.start <= found.on)
    newer = tuple(moved for moved in found.moved if moved.version.start > found.on)
    before = _gone(older, laws, found, page)
    shown = _shown(found.provisions, laws, page)
    number = _number(found.citation.number, found, page)
    remark: Lines = ()
    if found.broader:
        part = _number(found.shown, found, page)
        remark = page.write("note", said("only-broader", page.language, number=number, shown=part))
    elif before and shown:
        remark = page.write("heading", said("number-today", page.language, number=number, day=found.on))
    elif before:
        remark = page.write("note", said("number-now-elsewhere", page.language, number=number))
    return sections(
        before,
        remark + shown if remark and found.broader else sections(remark, shown),
        *(_came(moved, found, page) for moved in newer),
    )


def _shown(provisions: tuple[Provision, ...], laws: Laws, page: Page) -> Lines:
    """One provision in full; several by a paragraph each, with the way to see one in full."""
    if len(provisions) == 1:
        return provision_lines(provisions[0], page.columns, page.language, laws.successors(provisions[0]))
    results = results_lines(provisions, page.columns, page.language)
    return sections(results, _note("more-of-one", page)) if results else ()


def _gone(moves: tuple[Moved, ...], laws: Laws, found: LookedUp, page: Page) -> Lines:
    """The rules that had the number in an older text, and where they stand now."""
    now = tuple(dict.fromkeys(provision for moved in moves for provision in moved.now))
    if not now:
        return sections(*(_nowhere(moved, found, page) for moved in moves))
    since = max(moved.since for moved in moves if moved.now)
    number = _number(found.citation.number, found, page)
    numbers = dict.fromkeys(provision.number if len(now) == 1 else provision.article for provision in now)
    names = said("and", page.language).join(_number(number, found, page) for number in numbers)
    heading = page.write("heading", said("moved-from-older", page.language, since=since, number=number, now=names))
    nowhere = (_nowhere(moved, found, page) for moved in moves if not moved.now)
    return sections(heading, _shown(now, laws, page), *nowhere)


def _nowhere(moved: Moved, found: LookedUp, page: Page) -> Lines:
    number = _number(moved.number, found, page)
    return page.write("note", said("moved-to-nothing", page.language, since=moved.since, number=number))


def _came(moved: Moved, found: LookedUp, page: Page) -> Lines:
    """What has the number in a text that is newer than the day."""
    names = said("and", page.language).join(name_of(one, page.language) for one in moved.now)
    number = _number(moved.number, found, page)
    if not names:
        return ()
    text = said("moved-from-newer", page.language, since=moved.since, number=number, now=names, day=found.on)
    return page.write("note", text)


def _number(number: str, found: LookedUp, page: Page) -> str:
    words = number_words(number, page.language) or number
    name = found.law.short if page.language == "zh" else found.law.title
    return said("of-law", page.language, law=name, number=words)


def _note(kind: str, page: Page) -> Lines:
    return page.write("note", said(kind, page.language))
