"""Tell what the citations of a pasted text are worth on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from collector_guard.files.errors import StatedError
from collector_guard.files.text_file import STDIN, NotAFileError, NotTextError, bytes_of, decoded
from collector_guard.law.citation import (
    LONGEST_QUERY,
    REPUBLIC,
    BareNumber,
    Citation,
    NamedLaw,
    Read,
    UnknownLaw,
    citations_and_names_in,
    law_names,
)
from collector_guard.law.full_text import FullText
from collector_guard.law.lookup import LookedUp, NotInForce, NotYetInForce, look_up, version_on
from collector_guard.law.model import Article, Law, Laws, Provision

LARGEST = 1024 * 1024
NO_SUCH_ACT = "no-such-act"
NOT_LAWS = ("standard", "self-regulation", "notice")
# A shorter name counts as one in 《》 only: 公约 is a common word.
SHORTEST_NAME = 4
# Where a piece may end, the best first.
_ENDS = (re.compile(r"\n\s*\n|[。！？；]"), re.compile(r"[!?;.]\s|\n"), re.compile(r"[\s,，、]"))


@dataclass(frozen=True)
class Judged:
    """One citation of a text, how often it stands there, and what is right or wrong with it on the day.

    `verdicts` are ids: fine, renumbered, replaced, ended, not-in-force, no-such-article, not-held, not-a-law,
    no-such-act, unknown-law. `claims` are the provisions that speak of a document which does not exist, `article` is
    what only the full text has, `reason` why nothing could be looked up.
    """

    as_written: str
    verdicts: tuple[str, ...]
    times: int = 1
    law: Law | None = None
    looked_up: LookedUp | None = None
    claims: tuple[Provision, ...] = ()
    article: Article | None = None
    reason: StatedError | None = None

    @property
    def fine(self) -> bool:
        return self.verdicts == ("fine",)


@dataclass(frozen=True)
class CheckedText:
    """Every citation of a text in its order, each once, and the articles that stand there without a law."""

    on: date
    judged: tuple[Judged, ...]
    without_law: tuple[str, ...]


def pasted_text(name: str, stdin: BinaryIO) -> str:
    """The text of a file, or of standard input for `-`; StatedError where it is unreadable, too large or not text."""
    try:
        raw = stdin.read(LARGEST + 1) if name == STDIN else bytes_of(Path(name), LARGEST + 1)
    except NotAFileError:
        raise StatedError("text-not-a-file", name=name) from None
    except (OSError, ValueError):
        raise StatedError("text-unreadable", name=name) from None
    if len(raw) > LARGEST:
        raise StatedError("text-too-large", name=name)
    try:
        return decoded(raw)
    except NotTextError:
        raise StatedError("text-not-text", name=name) from None


def check_text(text: str, laws: Laws, on: date, full_text: FullText | None) -> CheckedText:
    """What the citations of a text are on a day; StatedError (no-citation) where there is none."""
    names = {**(full_text.names() if full_text else {}), **law_names(laws)}
    judged: dict[tuple[str, str], Judged] = {}
    named: dict[str, NamedLaw] = {}
    alone: dict[str, None] = {}
    for read in _reads(text, names):
        if isinstance(read, NamedLaw):
            named.setdefault(read.law_id, read)
        elif isinstance(read, BareNumber):
            alone.setdefault(read.as_written)
        elif _is_citation(read, laws):
            key = _key(read)
            known = judged.get(key)
            judged[key] = replace(known, times=known.times + 1) if known else _judge(read, laws, on, full_text)
    cited = {law_id for law_id, _ in judged}
    for law_id, of_name in named.items():
        law = laws.laws.get(law_id)
        if law and law_id not in cited and (remark := _of_name(of_name, law, laws, on)):
            judged[law_id, ""] = remark
    if not judged:
        raise StatedError("no-citation")
    return CheckedText(on, tuple(judged.values()), tuple(alone))


def _reads(text: str, names: dict[str, str]) -> Iterator[Read | NamedLaw]:
    for piece in _pieces(text):
        yield from citations_and_names_in(piece, names)


def _pieces(text: str) -> Iterator[str]:
    """The text in parts that a reader of citations takes, broken where a citation hardly is."""
    start = 0
    while len(text) - start > LONGEST_QUERY:
        window = text[start : start + LONGEST_QUERY]
        ends = (max((end.end() for end in pattern.finditer(window)), default=0) for pattern in _ENDS)
        length = next((end for end in ends if end), LONGEST_QUERY)
        yield window[:length]
        start += length
    yield text[start:]


def _is_citation(read: Citation | UnknownLaw, laws: Laws) -> bool:
    """Whether it is meant as one: 还款办法3 is not, nor is a path whose parts look like a law and a word."""
    if isinstance(read, UnknownLaw):
        return "条" in read.as_written or "《" in read.as_written
    return read.article[0].isdigit() or laws.newest(f"{read.law_id}/{read.article}") is not None


def _written(read: Read, law: str) -> str:
    """As it is written, from the title on; the name of the law before what follows another number in a list."""
    title = max(read.as_written.rfind("《"), 0) if isinstance(read, UnknownLaw) else 0
    written = read.as_written[title:]
    return f"{law}{written}" if re.match("第|[0-9(（]", written) else written


def _key(read: Citation | UnknownLaw) -> tuple[str, str]:
    return (read.law_id if isinstance(read, Citation) else read.name), read.number


def _judge(read: Citation | UnknownLaw, laws: Laws, on: date, full_text: FullText | None) -> Judged:
    if isinstance(read, UnknownLaw):
        return Judged(_written(read, read.name), ("unknown-law",))
    law = laws.laws.get(read.law_id)
    if law is None:
        return _of_full_text(read, read.law_id, full_text)
    if law.grade == NO_SUCH_ACT:
        return Judged(_written(read, law.short), (NO_SUCH_ACT,), law=law, claims=_claims(law, laws))
    judged = _of_library(read, law, laws, on, full_text)
    if law.grade not in NOT_LAWS:
        return judged
    return replace(judged, verdicts=("not-a-law", *(one for one in judged.verdicts if one != "fine")))


def _of_library(read: Citation, law: Law, laws: Laws, on: date, full_text: FullText | None) -> Judged:
    try:
        found = look_up(laws, read, on)
    except StatedError as error:
        return _not_found(read, law, on, full_text, error)
    if not found.moved:
        verdict = "fine"
    elif any(moved.now for moved in found.moved):
        verdict = "renumbered"
    else:
        verdict = "fine" if found.provisions else "replaced"
    held = None if found.provisions else _published(law, read.article, on, full_text)
    return Judged(_written(read, law.short), (verdict,), law=law, looked_up=found, article=held)


def _not_found(read: Citation, law: Law, on: date, full_text: FullText | None, error: StatedError) -> Judged:
    """Why the library has nothing, or what the full text has instead."""
    if isinstance(error, (NotInForce, NotYetInForce)):
        return Judged(_written(read, law.short), (_not_in_force(error),), law=law, reason=error)
    if full_text and full_text.is_of(law, on):
        return replace(_of_full_text(read, full_text.title_of(law) or law.title, full_text), law=law)
    return Judged(_written(read, law.short), ("not-held",), law=law, reason=error)


def _of_full_text(read: Citation, title: str, full_text: FullText | None) -> Judged:
    short = title.removeprefix(REPUBLIC)
    written = _written(read, short)
    article = full_text.article(title, read.article) if full_text else None
    if article is None:
        reason = StatedError("no-number-in-law", law=(short,), number=read.article)
        return Judged(written, ("no-such-article",), reason=reason)
    return Judged(written, ("fine" if article.in_force else "ended",), article=article)


def _published(law: Law, number: str, on: date, full_text: FullText | None) -> Article | None:
    if full_text is None or not full_text.is_of(law, on) or not number[0].isdigit():
        return None
    article = full_text.article(full_text.title_of(law) or law.title, number)
    return article if article and article.in_force else None


def _of_name(read: NamedLaw, law: Law, laws: Laws, on: date) -> Judged | None:
    """What a name without a number is worth saying: that it is no law, or in force no more; else nothing."""
    written = read.as_written
    if not written.startswith(("《", "〈")) and (written.isascii() or len(written) < SHORTEST_NAME):
        return None
    if law.grade == NO_SUCH_ACT:
        return Judged(written, (NO_SUCH_ACT,), law=law, claims=_claims(law, laws))
    verdicts = ("not-a-law",) if law.grade in NOT_LAWS else ()
    try:
        version_on(law, on)
    except (NotInForce, NotYetInForce) as error:
        return Judged(written, (*verdicts, _not_in_force(error)), law=law, reason=error)
    return Judged(written, verdicts, law=law) if verdicts else None


def _not_in_force(error: NotInForce | NotYetInForce) -> str:
    return "ended" if isinstance(error, NotInForce) else "not-in-force"


def _claims(law: Law, laws: Laws) -> tuple[Provision, ...]:
    return tuple(laws.provisions[law.id].values())
