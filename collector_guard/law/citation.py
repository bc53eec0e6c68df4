"""The nouns of a text that cites: a citation, a number without a law, a law without a number."""

from typing import NamedTuple


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
    """What stands in a text from one place to another; `tied` says that its law is named elsewhere."""

    read: InText
    start: int
    end: int
    tied: bool = False
