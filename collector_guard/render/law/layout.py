"""Lay out provisions, search results and topics as lines, each with a role."""

from collections.abc import Sequence
from itertools import accumulate

from collector_guard.law.model import Provision, ShortAnswer, Topic
from collector_guard.render.lines import Lines, Page, sections
from collector_guard.render.naming import (
    checked_words,
    doubt_words,
    in_force_words,
    name_of,
    new_numbers,
    old_numbers,
    remarks_of_grade,
    short_name,
    title_words,
)
from collector_guard.wording.sentences import colon, quoted, sentence
from collector_guard.wording.wrapping import width

BETWEEN = 3
# So many results with their lines are better than more of names.
ENOUGH = 3


def provision_lines(provision: Provision, columns: int, language: str, successors: tuple[Provision, ...] = ()) -> Lines:
    """Everything the library knows of one provision; `successors` are what it became in newer versions."""
    page = Page.of(columns, language)
    named = page.write("headline", name_of(provision, language))
    titled = page.write("note", title_words(provision.law, language))
    numbers = (*old_numbers(provision, language), *new_numbers(successors, language))
    return sections(
        named + titled + page.write("note", in_force_words(provision, language)),
        page.write("text", provision.gist) + _quote(provision, page),
        page.write("text", provision.limits, lead=sentence("limits", language)),
        sum((page.write("text", line) for line in numbers), start=()),
        _origin(provision, page),
    )


def answer_block(answer: ShortAnswer, page: Page, names: str = "") -> Lines:
    """The answer to a usual question, the day on which it was checked and, where they are given, what it rests on."""
    by = sentence("answer-rests-on", page.language, names=names, day=answer.checked) if names else ""
    checked = by or sentence("answer-checked", page.language, day=answer.checked)
    return page.write("headline", answer.asks) + page.write("text", answer.says) + page.write("note", checked)


def results_lines(provisions: tuple[Provision, ...], page: Page, rows: int | None = None) -> Lines:
    """What was found: a line each, and how long it was in force where it is no longer.

    Of more than fit into the rows only the first, and how many more there are; where few would fit, their names alone.
    """
    results = [_result(provision, page) for provision in provisions]
    fit = _fitting(results, rows)
    if fit < min(ENOUGH, len(results)):
        results = [_title(provision, page) for provision in provisions]
        fit = _fitting(results, rows)
    count = len(provisions) - fit
    note = sentence("more-found", page.language, count=count) if count else sentence("more-of-one", page.language)
    return sections(sum(results[:fit], start=()), page.write("note", note))


def topics_lines(topics: tuple[Topic, ...], columns: int, language: str) -> Lines:
    """The topics by number: in columns where there is room for two, else one after the other."""
    page = Page.of(columns, language)
    digits = len(str(len(topics)))
    entries = [f"{number:{digits}} {topic.name}" for number, topic in enumerate(topics, 1)]
    widest = max(map(width, entries), default=0)
    across = (page.columns + BETWEEN) // (widest + BETWEEN)
    if across > 1:
        down = -(-len(entries) // across)
        padded = [entry + " " * (widest + BETWEEN - width(entry)) for entry in entries]
        rows = ["".join(padded[row::down]).rstrip() for row in range(down)]
    else:
        rows = _packed([entry.strip() for entry in entries], sentence("topics-between", language), page.columns)
    return sum((page.write("choice", row) for row in rows), start=())


def _packed(entries: Sequence[str], between: str, columns: int) -> list[str]:
    """The entries in as few rows as they fit into, none broken."""
    rows: list[str] = []
    for entry in entries:
        longer = f"{rows[-1]}{between}{entry}" if rows else entry
        if rows and width(longer) <= columns:
            rows[-1] = longer
        else:
            rows.append(entry)
    return rows


def _fitting(entries: Sequence[Lines], rows: int | None) -> int:
    """How many of some entries fit into rows, at least one."""
    if rows is None:
        return len(entries)
    return max(1, sum(total <= rows for total in accumulate(map(len, entries))))


def _title(provision: Provision, page: Page) -> Lines:
    return page.write(
        "text", "", lead=short_name(provision, page.language) + doubt_words(provision, page.language), hang="  "
    )


def _result(provision: Provision, page: Page) -> Lines:
    language = page.language
    title = page.write(
        "text",
        provision.in_plan + remarks_of_grade(provision, language),
        lead=colon(name_of(provision, language), language),
        hang="  ",
    )
    if provision.version.until is None:
        return title
    return title + page.write("due", "", lead="  " + in_force_words(provision, language), hang="  ")


def _quote(provision: Provision, page: Page) -> Lines:
    if not provision.quote:
        return ()
    return page.write_behind("│ ", "quote", quoted(provision.quote))


def _origin(provision: Provision, page: Page) -> Lines:
    law = provision.law
    return (
        (page.write("note", law.note) if law.note else ())
        + page.write("note", checked_words(provision.checked, page.language))
        + page.write("note", sentence("source", page.language, source=law.source))
    )
