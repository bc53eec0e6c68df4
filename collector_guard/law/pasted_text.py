"""Tell what the citations of a pasted text are worth on a day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple

from collector_guard.files.data_file import LARGEST_FILE
from collector_guard.files.errors import StatedError, Typed
from collector_guard.files.text_file import STDIN, NotAFileError, NotTextError, bytes_of, decoded
from collector_guard.law.citation import (
    BareNumber,
    Citation,
    LongRange,
    NamedLaw,
    PrivateNumber,
    Reading,
    UnknownLaw,
    UnknownTitle,
)
from collector_guard.law.citation_reader import Reader
from collector_guard.law.context import Contexts
from collector_guard.law.crime_name import crimes_held, crimes_in
from collector_guard.law.folded_text import Folded, fold
from collector_guard.law.full_text import FullText
from collector_guard.law.judgement import Judged, judged_citation, judged_name, judged_title
from collector_guard.law.law_name import names_in_prose
from collector_guard.law.model import Laws, Provision

# No text that people read cites so much; what is beyond is counted.
MOST_JUDGED = 2_000


class Crime(NamedTuple):
    """A crime that a text names, how often, and the provisions that punish it; none where no such crime is held."""

    name: str
    times: int
    provisions: tuple[Provision, ...]


@dataclass(frozen=True)
class CheckedText:
    """Every citation of a text in its order, each once, and the crimes that it names.

    `without_law` are the articles that stand there without a law, `private` the contracts and other papers of the
    parties, with and without a number, that are no law, `long_ranges` those of which only the ends were looked up,
    `left_out` counts the citations beyond MOST_JUDGED.
    """

    on: date
    judged: tuple[Judged, ...]
    without_law: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    long_ranges: tuple[str, ...] = ()
    crimes: tuple[Crime, ...] = ()
    left_out: int = 0


def pasted_text(name: str, stdin: BinaryIO) -> str:
    """The text of a file, or of standard input for `-`; StatedError where it is unreadable, too large or not text."""
    try:
        raw = stdin.read(LARGEST_FILE + 1) if name == STDIN else bytes_of(Path(name), LARGEST_FILE + 1)
    except NotAFileError:
        raise StatedError("text-not-a-file", name=Typed(name)) from None
    except (OSError, ValueError):
        raise StatedError("text-unreadable", name=Typed(name)) from None
    if len(raw) > LARGEST_FILE:
        raise StatedError("text-too-large", name=Typed(name))
    try:
        return decoded(raw)
    except NotTextError:
        raise StatedError("text-not-text", name=Typed(name)) from None


def check_text(text: str, laws: Laws, on: date, full_text: FullText | None) -> CheckedText:
    """What the citations of a text are on a day; StatedError (no-citation) where it cites and names nothing."""
    words = {word.lower() for provision in laws for word in provision.words}
    names = names_in_prose({**(full_text.names(laws.lay_words) if full_text else {}), **laws.names}, words)
    folded = fold(text)
    checking = _Checking(folded, laws, on, full_text)
    for reading in Reader(folded, names).readings():
        checking.add(reading)
    return checking.checked()


class _Checking:
    """What has been read of a text so far, each citation once."""

    def __init__(self, folded: Folded, laws: Laws, on: date, full_text: FullText | None) -> None:
        self.laws = laws
        self.on = on
        self.full_text = full_text
        self.crimes = tuple(crimes_in(folded, crimes_held(laws)))
        self.contexts = Contexts(folded.written, laws, on, full_text)
        self.judged: dict[tuple[str, str], Judged] = {}
        self.named: dict[str, NamedLaw | UnknownTitle] = {}
        self.without_law: dict[str, None] = {}
        self.private: dict[str, None] = {}
        self.long_ranges: dict[str, None] = {}
        self.left_out = 0

    def add(self, reading: Reading) -> None:
        """Judge a citation, or keep what else was read."""
        judged = None
        match reading.read:
            case NamedLaw() | UnknownTitle() as named:
                self._name(named)
            case BareNumber(as_written=written):
                self.without_law.setdefault(written)
            case PrivateNumber(as_written=written):
                self.private.setdefault(written)
            case LongRange(as_written=written):
                self.long_ranges.setdefault(written)
            case (Citation() | UnknownLaw()) as read if _is_citation(read, self.laws):
                judged = self._judge(read)
        self.contexts.add(reading, judged)

    def checked(self) -> CheckedText:
        """Everything, with the names that no number stood beside and what the sentences may mean."""
        meant = self.contexts.meant(self.crimes)
        judged = [one.meaning(meant[key]) if key in meant else one for key, one in self.judged.items()]
        cited = {law for law, _ in self.judged}
        remarks = (self._of_name(named) for name, named in self.named.items() if name not in cited)
        judged += [remark for remark in remarks if remark]
        if not judged and not self.crimes:
            raise StatedError("no-citation")
        times = Counter(crime.name for crime in self.crimes)
        provisions = {crime.name: crime.provisions for crime in self.crimes}
        return CheckedText(
            on=self.on,
            judged=tuple(judged),
            without_law=tuple(self.without_law),
            private=tuple(self.private),
            long_ranges=tuple(self.long_ranges),
            left_out=self.left_out,
            crimes=tuple(Crime(name, count, provisions[name]) for name, count in times.items()),
        )

    def _name(self, named: NamedLaw | UnknownTitle) -> None:
        name = named.law_id if isinstance(named, NamedLaw) else named.name
        if len(self.named) < MOST_JUDGED:
            self.named.setdefault(name, named)
        else:
            self.left_out += name not in self.named

    def _judge(self, read: Citation | UnknownLaw) -> Judged | None:
        key = (read.law_id if isinstance(read, Citation) else read.name), read.number
        known = self.judged.get(key)
        if known:
            self.judged[key] = replace(known, times=known.times + 1)
        elif len(self.judged) < MOST_JUDGED:
            judged = judged_citation(read, self.laws, self.on, self.full_text)
            # Of 第一项、第二项 of one article the library may have only the whole: it is told once.
            last = next(reversed(self.judged.values()), None)
            if last and judged.tells_what(last):
                return last
            self.judged[key] = judged
        else:
            self.left_out += 1
        return self.judged.get(key)

    def _of_name(self, named: NamedLaw | UnknownTitle) -> Judged | None:
        if isinstance(named, UnknownTitle):
            return judged_title(named, self.full_text)
        law = self.laws.laws.get(named.law_id)
        return judged_name(named, law, self.laws, self.on) if law else None


def _is_citation(read: Citation | UnknownLaw, laws: Laws) -> bool:
    """Whether it is meant as one: 还款办法3 is not, nor is a path whose parts look like a law and a word."""
    if isinstance(read, UnknownLaw):
        return any(mark in read.as_written for mark in "条條《")
    return read.article[0].isdigit() or laws.newest(f"{read.law_id}/{read.article}") is not None
