"""The nouns of a text that cites: a citation, a number without a law, a law without a number.

What a query that cites nothing needs of reading is here too: the reader itself takes 10 of 80 ms to load.
"""

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from collector_guard.files.errors import StatedError
from collector_guard.law.article_number import MOST_DIGITS, NUMERALS, YEARS

LONGEST_QUERY = 1_000


class Citation(NamedTuple):
    """A provision asked for; `article` is a number, 293-1 for 第二百九十三条之一, or the word that names it."""

    law_id: str
    article: str
    paragraph: str | None
    item: str | None
    as_written: str

    @property
    def number(self) -> str:
        """The number as our data writes it: article[.paragraph[.item]]."""
        return ".".join(part for part in (self.article, self.paragraph, self.item) if part)


class UnknownLaw(NamedTuple):
    """A number of a law that is not among the names."""

    name: str
    number: str
    as_written: str


class BareNumber(NamedTuple):
    """A number without a law; `plain` where it was written without 第 and 条, as the number of a topic is."""

    number: str
    plain: bool
    as_written: str


class NamedLaw(NamedTuple):
    """A law named without a number."""

    law_id: str
    as_written: str


class UnknownTitle(NamedTuple):
    """A title in 《》 without a number that is not among the names."""

    name: str
    as_written: str


class PrivateNumber(NamedTuple):
    """A number in a paper of the parties, such as a contract, which is no law; empty where only the paper is named."""

    number: str
    as_written: str


class LongRange(NamedTuple):
    """A range of which only the two ends are read, because it is too long."""

    as_written: str


Read = Citation | UnknownLaw | BareNumber
InText = Read | NamedLaw | UnknownTitle | PrivateNumber | LongRange


class Reading(NamedTuple):
    """What stands in a text from one place to another."""

    read: InText
    start: int
    end: int


def may_cite(query: str) -> bool:
    """Whether a text can hold a citation, which has a number or a word behind a slash; much quicker than reading it."""
    return not NUMERALS.union("/").isdisjoint(unicodedata.normalize("NFKC", query))


def plain_citation(query: str, names: Mapping[str, str]) -> "Citation | BareNumber | None":
    """What is cited by a name and a number in figures, or such a number alone, as most people type it; else None.

    The reader finds the same in it, and takes 15 of 80 ms to load.
    """
    written = query.strip()
    name = written.rstrip("0123456789")
    number = written.removeprefix(name)
    if not 0 < len(number) <= MOST_DIGITS or number.startswith("0") or int(number) in YEARS:
        return None
    if not name:
        return BareNumber(number, plain=True, as_written=number)
    law_id = names.get(name.rstrip().lower())
    return Citation(law_id=law_id, article=number, paragraph=None, item=None, as_written=written) if law_id else None


def refuse_long(query: str) -> None:
    """Raise StatedError (query-too-long) above LONGEST_QUERY characters."""
    if len(query) > LONGEST_QUERY:
        raise StatedError("query-too-long", most=LONGEST_QUERY)
