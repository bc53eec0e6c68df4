"""Lay out provisions, search results and topics as lines, each with a role."""

from collector_guard.law.model import Provision, Topic
from collector_guard.render.lines import Lines, Page, sections
from collector_guard.render.naming import (
    checked_words,
    in_force_words,
    name_of,
    new_numbers,
    old_numbers,
    remarks,
    said,
    title_words,
)


def provision_lines(provision: Provision, columns: int, language: str, successors: tuple[Provision, ...] = ()) -> Lines:
    """Everything the library knows of one provision; `successors` are what it became in newer versions."""
    page = Page.of(columns, language)
    named = page.write("headline", name_of(provision, language))
    titled = page.write("note", title_words(provision.law, language))
    numbers = (*old_numbers(provision, language), *new_numbers(successors, language))
    return sections(
        named + titled + page.write("note", in_force_words(provision, language)),
        page.write("text", provision.gist) + _quote(provision, page),
        page.write("text", provision.limits, lead=said("limits", language)),
        sum((page.write("text", line) for line in numbers), start=()),
        _origin(provision, page),
    )


def results_lines(provisions: tuple[Provision, ...], columns: int, language: str) -> Lines:
    """What a search found: one paragraph each, and how long it was in force where it is no longer."""
    page = Page.of(columns, language)
    return sections(*(_result(provision, page) for provision in provisions))


def topics_lines(topics: tuple[Topic, ...], columns: int, language: str) -> Lines:
    """The topics by number, each with the id that `--topic` takes."""
    page = Page.of(columns, language)
    digits = len(str(len(topics)))
    lines = (
        page.write(
            "choice",
            topic.name + said("remarks", language, remarks=topic.id),
            lead=f"{number:{digits}}. ",
            hang=" " * (digits + 2),
        )
        for number, topic in enumerate(topics, 1)
    )
    return sum(lines, start=())


def _result(provision: Provision, page: Page) -> Lines:
    language = page.language
    gist = page.write(
        "text",
        provision.gist + remarks(provision, language),
        lead=said("gist", language, name=name_of(provision, language)),
        hang="  ",
    )
    if provision.version.until is None:
        return gist
    return gist + page.write("due", "", lead="  " + in_force_words(provision, language), hang="  ")


def _quote(provision: Provision, page: Page) -> Lines:
    if not provision.quote:
        return ()
    return page.write_behind("│ ", "say", said("words-to-say", page.language, say=provision.quote))


def _origin(provision: Provision, page: Page) -> Lines:
    law = provision.law
    return (
        (page.write("note", law.note) if law.note else ())
        + page.write("note", checked_words(provision.checked, page.language))
        + page.write("note", said("source", page.language, source=law.source))
    )
