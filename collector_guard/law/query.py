"""Answer a query from the library and, where it is installed, from the full text of the laws."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TextIO

from collector_guard.files.errors import StatedError, UsageError
from collector_guard.law.citation import Citation, Read
from collector_guard.law.citation_reader import citations_in
from collector_guard.law.law_name import REPUBLIC, law_names
from collector_guard.law.lookup import NoSuchArticle
from collector_guard.law.model import Article, Laws
from collector_guard.law.search import Cited, LawsAnswer, answer, look_up_read

if TYPE_CHECKING:
    from collector_guard.law.full_text import FoundArticles, FullText
    from collector_guard.law.lookup import LookedUp
    from collector_guard.law.pasted_text import CheckedText

    Answer = LawsAnswer | FoundArticles | CheckedText


class Wanted(NamedTuple):
    """What a command line asks of the law; `everywhere` means the full text too, `check` names a text to check."""

    query: tuple[str, ...]
    on: date
    topic: str | None = None
    everywhere: bool = False
    old: bool = False
    check: str = ""


def reply(laws: Laws, wanted: Wanted, folders: Sequence[str], stdin: TextIO) -> Answer:
    """The answer to what is asked; the full text is looked for in the folders that Python imports from.

    Raises StatedError for what cannot be found or read, and UsageError for options that do not go together.
    """
    _refuse_mixtures(wanted)
    if wanted.check:
        return _check(laws, wanted, folders, stdin)
    if wanted.everywhere:
        return _everywhere(laws, wanted, folders)
    found = answer(laws, wanted.query, wanted.on, wanted.topic)
    return _beside(found, folders) if isinstance(found, Cited) else found


def _refuse_mixtures(wanted: Wanted) -> None:
    for one, other, mixed in (
        ("--old", "--all", wanted.old and not wanted.everywhere),
        ("--check", "--all", bool(wanted.check) and wanted.everywhere),
        ("--topic", "--all", wanted.topic is not None and wanted.everywhere),
        ("--check", "--topic", bool(wanted.check) and wanted.topic is not None),
    ):
        if mixed:
            raise UsageError("needs-option" if one == "--old" else "not-together-options", one=one, other=other)
    if wanted.check and wanted.query:
        raise UsageError("check-without-query")


def _check(laws: Laws, wanted: Wanted, folders: Sequence[str], stdin: TextIO) -> CheckedText:
    from io import BytesIO

    from collector_guard.law.full_text import full_text_in
    from collector_guard.law.pasted_text import check_text, pasted_text

    raw = getattr(stdin, "buffer", None) or BytesIO(stdin.read().encode("utf-8", "surrogateescape"))
    text = pasted_text(wanted.check, raw)
    with full_text_in(folders) as full_text:
        return check_text(text, laws, wanted.on, full_text)


def _beside(cited: Cited, folders: Sequence[str]) -> Cited:
    """The articles as published beside what the library says of them; a broken copy is no reason to say nothing."""
    from collector_guard.law.full_text import full_text_in

    try:
        with full_text_in(folders) as full_text:
            return cited._replace(articles=_published(cited.looked_up, full_text)) if full_text else cited
    except StatedError as error:
        return cited._replace(refused=(*cited.refused, error))


def _everywhere(laws: Laws, wanted: Wanted, folders: Sequence[str]) -> Cited | FoundArticles:
    from collector_guard.law.full_text import full_text_in

    query = " ".join(wanted.query).strip()
    if not query:
        raise StatedError("empty-query")
    with full_text_in(folders) as full_text:
        return _found(laws, query, wanted, full_text)


def _found(laws: Laws, query: str, wanted: Wanted, full_text: FullText | None) -> Cited | FoundArticles:
    names = {**(full_text.names() if full_text else {}), **law_names(laws)}
    reads = citations_in(query, names)
    if reads:
        return _cited(laws, reads, wanted, full_text)
    if full_text is None:
        raise StatedError("full-text-missing")
    found = full_text.search(query, laws.lay_words, old=wanted.old)
    if not found.articles:
        raise StatedError("nothing-found-in-full-text", query=query)
    return found


def _cited(laws: Laws, reads: Sequence[Read], wanted: Wanted, full_text: FullText | None) -> Cited:
    found: dict[object, LookedUp | Article] = {}
    refused: list[StatedError] = []
    for read in reads:
        try:
            found.setdefault((read.as_written, read.number), _one(laws, read, wanted, full_text))
        except StatedError as error:
            refused.append(error)
    if not found:
        raise refused[0] if full_text else StatedError("full-text-missing")
    looked_up = tuple(one for one in found.values() if not isinstance(one, Article))
    return Cited(
        looked_up,
        tuple(refused),
        _published(looked_up, full_text) if full_text else (),
        tuple(dict.fromkeys(one for one in found.values() if isinstance(one, Article))),
        None if full_text else "full-text-missing",
    )


def _one(laws: Laws, read: Read, wanted: Wanted, full_text: FullText | None) -> LookedUp | Article:
    """What the library has of a citation, or else the full text; StatedError where neither has anything."""
    if not isinstance(read, Citation) or full_text is None:
        return look_up_read(laws, read, wanted.on)
    law = laws.laws.get(read.law_id)
    if law is None:
        return _article(full_text, read.law_id, read.article, wanted)
    try:
        return look_up_read(laws, read, wanted.on)
    except NoSuchArticle:
        if not full_text.is_of(law, wanted.on):
            raise
        return _article(full_text, full_text.title_of(law) or law.title, read.article, wanted)


def _article(full_text: FullText, title: str, number: str, wanted: Wanted) -> Article:
    article = full_text.article(title, number)
    if article is None:
        raise StatedError("not-in-full-text", law=(title.removeprefix(REPUBLIC),), number=number)
    if not article.in_force and not wanted.old:
        raise StatedError("only-with-old", law=(article.short,), number=number)
    return article


def _published(looked_up: Sequence[LookedUp], full_text: FullText) -> tuple[Article, ...]:
    """The articles of the provisions shown, where they are of the newest text of a law that the copy holds."""
    shown = [
        one for found in looked_up for one in (*found.provisions, *(new for moved in found.moved for new in moved.now))
    ]
    wanted = dict.fromkeys(
        (full_text.title_of(one.law) or "", one.article)
        for one in shown
        if one.version == one.law.versions[0] and one.law.versions[0].until is None and one.article[0].isdigit()
    )
    found = (full_text.article(title, number) for title, number in wanted)
    return tuple(article for article in found if article and article.in_force)
