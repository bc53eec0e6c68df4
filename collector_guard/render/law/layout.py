"""Lay out provisions, search results and topics as lines, each with a role."""

from collections.abc import Sequence
from itertools import accumulate

from collector_guard.law.model import Provision, ShortAnswer, Topic
from collector_guard.render.lines import Lines, Sheet, sections
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
from collector_guard.wording.wrapping import packed, width

BETWEEN = 3
# So many results with their lines are better than more of names.
ENOUGH = 3


def provision_lines(provision: Provision, columns: int, language: str, successors: tuple[Provision, ...] = ()) -> Lines:
    """Everything the library knows of one provision; `successors` are what it became in newer versions."""
    sheet = Sheet.of(columns, language)
    named = sheet.write("headline", name_of(provision, language))
    titled = sheet.write("note", title_words(provision.law, language))
    numbers = (*old_numbers(provision, language), *new_numbers(successors, language))
    quote = sheet.quote(quoted(provision.quote)) if provision.quote else ()
    return sections(
        named + titled + sheet.write("note", in_force_words(provision, language)),
        sheet.write("text", provision.gist) + quote,
        sheet.write("text", provision.limits, lead=sentence("limits", language)),
        sum((sheet.write("text", line) for line in numbers), start=()),
        _origin(provision, sheet),
    )


def answer_block(answer: ShortAnswer, sheet: Sheet, names: str = "") -> Lines:
    """The answer to a usual question, the day on which it was checked and, where they are given, what it rests on."""
    by = sentence("answer-rests-on", sheet.language, names=names, day=answer.checked) if names else ""
    checked = by or sentence("answer-checked", sheet.language, day=answer.checked)
    return sheet.write("headline", answer.asks) + sheet.write("text", answer.says) + sheet.write("note", checked)


def results_lines(provisions: tuple[Provision, ...], sheet: Sheet, rows: int | None = None) -> Lines:
    """Give each provision found a line, and say how long it was in force where it is no longer.

    Of more than fit into the rows only the first, and how many more there are; where few would fit, their names alone.
    """
    results = [_result(provision, sheet) for provision in provisions]
    fit = _fitting(results, rows)
    if fit < min(ENOUGH, len(results)):
        results = [title_lines(provision, sheet) for provision in provisions]
        fit = _fitting(results, rows)
    count = len(provisions) - fit
    note = sentence("more-found", sheet.language, count=count) if count else sentence("more-of-one", sheet.language)
    return sections(sum(results[:fit], start=()), sheet.write("note", note))


def topics_lines(topics: tuple[Topic, ...], sheet: Sheet) -> Lines:
    """The topics by number: in columns where there is room for two, else one after the other."""
    digits = len(str(len(topics)))
    entries = [f"{number:{digits}} {topic.name}" for number, topic in enumerate(topics, 1)]
    widest = max(map(width, entries), default=0)
    across = (sheet.columns + BETWEEN) // (widest + BETWEEN)
    if across > 1:
        down = -(-len(entries) // across)
        padded = [entry + " " * (widest + BETWEEN - width(entry)) for entry in entries]
        rows = ["".join(padded[row::down]).rstrip() for row in range(down)]
    else:
        rows = packed([entry.strip() for entry in entries], sentence("topics-between", sheet.language), sheet.columns)
    return sum((sheet.write("choice", row) for row in rows), start=())


def _fitting(entries: Sequence[Lines], rows: int | None) -> int:
    """How many of some entries fit into rows, at least one."""
    if rows is None:
        return len(entries)
    return max(1, sum(total <= rows for total in accumulate(map(len, entries))))


def title_lines(provision: Provision, sheet: Sheet) -> Lines:
    """Break the short name of a provision into lines, with the doubt there is about its text."""
    return sheet.write(
        "text", "", lead=short_name(provision, sheet.language) + doubt_words(provision, sheet.language), hang="  "
    )


def _result(provision: Provision, sheet: Sheet) -> Lines:
    language = sheet.language
    title = sheet.write(
        "text",
        provision.in_plan + remarks_of_grade(provision, language),
        lead=colon(name_of(provision, language), language),
        hang="  ",
    )
    if provision.version.until is None:
        return title
    return title + sheet.write("due", "", lead="  " + in_force_words(provision, language), hang="  ")


def _origin(provision: Provision, sheet: Sheet) -> Lines:
    law = provision.law
    return (
        (sheet.write("note", law.note) if law.note else ())
        + sheet.write("note", checked_words(provision.checked, sheet.language))
        + sheet.write("note", sentence("source", sheet.language, source=law.source))
    )
