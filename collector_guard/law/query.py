"""Answer a query from the library and, where it is installed, from the full text of the laws."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple, TextIO

from collector_guard.files.errors import StatedError, Typed, UsageError
from collector_guard.law.article_number import MOST_ARTICLES
from collector_guard.law.citation import BareNumber, Citation, Read, may_cite, plain_citation
from collector_guard.law.lookup import NoSuchArticle
from collector_guard.law.model import Article, Laws, Provision
from collector_guard.law.search import Cited, LawsAnswer, NoSuchLaw, answer, look_up_read

if TYPE_CHECKING:
    from collector_guard.law.full_text import FoundArticles, FullText
    from collector_guard.law.lookup import LookedUp
    from collector_guard.law.pasted_text import CheckedText

    Answer = LawsAnswer | FoundArticles | CheckedText


# What is said of a citation that may be in the full text, where that is not installed.
WITHOUT_FULL_TEXT = {NoSuchArticle: "no-such-article-here", NoSuchLaw: "no-such-law-here"}


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
    query = " ".join(wanted.query).strip()
    reads = _reads(query, laws) if may_cite(query) else ()
    numbers = [read for read in reads if isinstance(read, BareNumber)]
    if not wanted.everywhere and len(numbers) == len(reads):
        return answer(laws, wanted.query, wanted.on, wanted.topic, numbers)
    if not query:
        raise StatedError("empty-query")
    from collector_guard.law.full_text import FullTextBroken, full_text_in

    try:
        with full_text_in(folders) as full_text:
            # Reading once more, with 400 names more, takes 5 of 90 ms.
            if full_text and may_cite(query) and not (reads and all(isinstance(read, Citation) for read in reads)):
                reads = _reads(query, laws, full_text)
            return _cited(laws, reads, wanted, full_text) if reads else _by_word(laws, query, wanted, full_text)
    except FullTextBroken as broken:
        if wanted.everywhere:
            raise
        # A broken copy is no reason to say nothing.
        cited = _cited(laws, reads, wanted, None)
        return cited._replace(refused=(*cited.refused, broken), remark=None)


def _by_word(laws: Laws, query: str, wanted: Wanted, full_text: FullText | None) -> FoundArticles:
    if full_text is None:
        raise StatedError("full-text-missing")
    found = full_text.search(query, laws.lay_words, old=wanted.old)
    if not found.articles:
        raise StatedError("nothing-found-in-full-text", query=Typed(query))
    return found


def _reads(query: str, laws: Laws, full_text: FullText | None = None) -> tuple[Read, ...]:
    """What is cited in a query, by the names of the library and of the full text."""
    if plain := plain_citation(query, laws.names):
        return (plain,)
    from collector_guard.law.citation_reader import citations_in

    return citations_in(query, {**(full_text.names(laws.lay_words) if full_text else {}), **laws.names})


def _refuse_mixtures(wanted: Wanted) -> None:
    if wanted.old and not wanted.everywhere:
        raise UsageError("needs-option", one="--old", other="--all")
    alone = {"--check": bool(wanted.check), "--topic": wanted.topic is not None, "--all": wanted.everywhere}
    for one, other in combinations((option for option, is_given in alone.items() if is_given), 2):
        raise UsageError("not-together-options", one=one, other=other)
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


def _cited(laws: Laws, reads: Sequence[Read], wanted: Wanted, full_text: FullText | None) -> Cited:
    found: dict[object, LookedUp | Article] = {}
    refused: list[StatedError] = []
    for read in reads:
        try:
            found.setdefault((read.as_written, read.number), _one(laws, read, wanted, full_text))
        except StatedError as error:
            refused.append(error)
    if not found:
        raise refused[0]
    looked_up = tuple(one for one in found.values() if not isinstance(one, Article))
    newest = _newest_of_national_laws(looked_up)
    return Cited(
        looked_up=looked_up,
        refused=tuple(refused),
        articles=_published(newest, full_text) if full_text else (),
        only_published=tuple(dict.fromkeys(one for one in found.values() if isinstance(one, Article))),
        remark="whole-articles" if newest and not full_text else None,
    )


def _one(laws: Laws, read: Read, wanted: Wanted, full_text: FullText | None) -> LookedUp | Article:
    """What the library has of a citation, or else the full text; StatedError where neither has anything."""
    law = laws.laws.get(read.law_id) if isinstance(read, Citation) else None
    if law is None and full_text and isinstance(read, Citation):
        return _article(full_text, read.law_id, read.article, wanted)
    try:
        return look_up_read(laws, read, wanted.on)
    except (NoSuchArticle, NoSuchLaw) as error:
        if law and full_text and (title := full_text.title_on(law, wanted.on)):
            return _article(full_text, title, read.number.partition(".")[0], wanted)
        if law and _is_beyond_all(read):
            raise StatedError("no-number-in-any-law", law=law.name, number=Typed(read.number)) from None
        if full_text:
            raise
        raise StatedError(WITHOUT_FULL_TEXT[type(error)], **error.values) from None


def _is_beyond_all(read: Read) -> bool:
    return isinstance(read, Citation) and read.article.isdigit() and int(read.article) > MOST_ARTICLES


def _article(full_text: FullText, title: str, number: str, wanted: Wanted) -> Article:
    article = full_text.article(title, number)
    if article is None:
        from collector_guard.law.law_name import REPUBLIC

        raise StatedError("no-number-in-law", law=title.removeprefix(REPUBLIC), number=Typed(number))
    if not article.in_force and not wanted.old:
        raise StatedError("only-with-old", law=article.short, number=Typed(number))
    return article


def _newest_of_national_laws(looked_up: Sequence[LookedUp]) -> tuple[Provision, ...]:
    """What is shown of the newest texts of those laws that a copy of the full text can hold."""
    return tuple(
        one
        for found in looked_up
        for one in found.rules
        if one.law.grade in ("constitution", "law")
        and one.version == one.law.versions[0]
        and one.version.until is None
        and one.article[0].isdigit()
    )


def _published(provisions: Sequence[Provision], full_text: FullText) -> tuple[Article, ...]:
    """The articles of provisions, each once, where they are in force in the copy."""
    wanted = dict.fromkeys((full_text.title_of(one.law) or "", one.article) for one in provisions)
    found = (full_text.article(title, number) for title, number in wanted)
    return tuple(article for article in found if article and article.in_force)
