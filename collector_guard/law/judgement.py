"""Tell what one citation of a pasted text is worth on a day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from collector_guard.files.errors import StatedError, Typed
from collector_guard.law.article_number import MOST_ARTICLES
from collector_guard.law.citation import Citation, NamedLaw, UnknownLaw, UnknownTitle
from collector_guard.law.full_text import FullText
from collector_guard.law.law_name import REPUBLIC
from collector_guard.law.lookup import LookedUp, NotInForce, NotYetInForce, look_up, version_on
from collector_guard.law.model import Article, Law, Laws, Provision

NOT_LAWS = ("standard", "self-regulation", "notice")
# A shorter name counts as one in 《》 only: 公约 is a common word.
SHORTEST_NAME = 4
Verdict = Literal[
    "fine",
    "renumbered",
    "replaced",
    "ended",
    "not-in-force",
    "no-such-article",
    "not-held",
    "not-a-law",
    "no-such-act",
    "unknown-law",
    "other-subject",
]


class Older(NamedTuple):
    """What a number was before `since`: the article that is now `now`, and its text where there is a copy."""

    number: str
    now: str
    since: date
    article: Article | None


@dataclass(frozen=True)
class Judged:
    """One citation of a text, how often it stands there, and what is right or wrong with it on the day.

    `claims` are the provisions that speak of a document which does not exist, `article` is what only the full text has,
    `reason` why nothing could be looked up, `meant` what the sentence may mean instead, `older` what the number was in
    texts that the library has not.
    """

    as_written: str
    verdicts: tuple[Verdict, ...]
    times: int = 1
    law: Law | None = None
    looked_up: LookedUp | None = None
    claims: tuple[Provision, ...] = ()
    article: Article | None = None
    reason: StatedError | None = None
    meant: tuple[Provision, ...] = ()
    older: tuple[Older, ...] = ()

    def meaning(self, provisions: tuple[Provision, ...]) -> Judged:
        """The same, of a sentence that may mean other provisions."""
        return replace(self, verdicts=(*self.verdicts, "other-subject"), meant=provisions)

    def tells_what(self, other: Judged) -> bool:
        """Whether it is written together with another one, and shows the same provisions."""
        both = self.looked_up, other.looked_up
        written = self.as_written == other.as_written and self.verdicts == other.verdicts
        return written and all(found and found.broader for found in both) and self.shown == other.shown

    @property
    def shown(self) -> tuple[Provision, ...]:
        """The provisions that the number is or was."""
        return self.looked_up.rules if self.looked_up else ()

    @property
    def fine(self) -> bool:
        return self.verdicts == ("fine",)


def judged_citation(read: Citation | UnknownLaw, laws: Laws, on: date, full_text: FullText | None) -> Judged:
    """What a citation is on a day."""
    if isinstance(read, UnknownLaw):
        return Judged(_written(read, read.name), ("unknown-law",), reason=_not_held(full_text))
    law = laws.laws.get(read.law_id)
    if law is None:
        return _of_full_text(read, read.law_id, full_text)
    if law.grade == "no-such-act":
        return Judged(_written(read, law.short), ("no-such-act",), law=law, claims=_claims(law, laws))
    judged = _with_older(_of_library(read, law, laws, on, full_text), read, law, on, full_text)
    if law.grade not in NOT_LAWS:
        return judged
    return replace(judged, verdicts=("not-a-law", *(one for one in judged.verdicts if one != "fine")))


def judged_title(read: UnknownTitle, full_text: FullText | None) -> Judged:
    """What a title in 《》 is that no law here has: nothing says whether there is such a document."""
    return Judged(read.as_written, ("unknown-law",), reason=_not_held(full_text))


def judged_name(read: NamedLaw, law: Law, laws: Laws, on: date) -> Judged | None:
    """What a name without a number is worth saying: that it is no law, or in force no more; else nothing."""
    written = read.as_written
    if not written.startswith(("《", "〈")) and (written.isascii() or len(written) < SHORTEST_NAME):
        return None
    if law.grade == "no-such-act":
        return Judged(written, ("no-such-act",), law=law, claims=_claims(law, laws))
    verdicts: tuple[Verdict, ...] = ("not-a-law",) if law.grade in NOT_LAWS else ()
    try:
        version_on(law, on)
    except (NotInForce, NotYetInForce) as error:
        return Judged(written, (*verdicts, _not_in_force(error)), law=law, reason=error)
    return Judged(written, verdicts, law=law) if verdicts else None


def _with_older(judged: Judged, read: Citation, law: Law, on: date, full_text: FullText | None) -> Judged:
    """The same, with the articles that had the number in older texts of which only the numbers are known."""
    known = {provision.article for provision in judged.shown}
    since: dict[str, date] = {}
    for version in law.versions[1:]:
        now = version.number_now(read.article)
        if now and now not in known and version.until and version.until <= on:
            since.setdefault(now, version.until)
    older = tuple(
        Older(number=read.article, now=now, since=day, article=_published(law, now, on, full_text))
        for now, day in sorted(since.items())
    )
    if not older:
        return judged
    verdicts = dict.fromkeys("renumbered" if one in ("fine", "not-held") else one for one in judged.verdicts)
    return replace(judged, verdicts=tuple(verdicts), older=older)


def _of_library(read: Citation, law: Law, laws: Laws, on: date, full_text: FullText | None) -> Judged:
    try:
        found = look_up(laws, read, on)
    except StatedError as error:
        return _not_found(read, law, on, full_text, error)
    verdict: Verdict = "fine"
    if any(moved.now for moved in found.moved):
        verdict = "renumbered"
    elif found.moved and not found.provisions:
        verdict = "replaced"
    held = None if found.provisions else _published(law, read.article, on, full_text)
    return Judged(_written(read, law.short), (verdict,), law=law, looked_up=found, article=held)


def _not_found(read: Citation, law: Law, on: date, full_text: FullText | None, error: StatedError) -> Judged:
    """Why the library has nothing, or what the full text has instead."""
    if isinstance(error, (NotInForce, NotYetInForce)):
        return Judged(_written(read, law.short), (_not_in_force(error),), law=law, reason=error)
    if full_text and (title := full_text.title_on(law, on)):
        return replace(_of_full_text(read, title, full_text), law=law)
    if read.article.isdigit() and int(read.article) > MOST_ARTICLES:
        too_large = StatedError("no-number-in-any-law", law=law.name, number=Typed(read.article))
        return Judged(_written(read, law.short), ("no-such-article",), law=law, reason=too_large)
    return Judged(_written(read, law.short), ("not-held",), law=law, reason=error)


def _of_full_text(read: Citation, title: str, full_text: FullText | None) -> Judged:
    short = title.removeprefix(REPUBLIC)
    written = _written(read, short)
    article = full_text.article(title, read.article) if full_text else None
    if article is None:
        reason = StatedError("no-number-in-law", law=short, number=Typed(read.article))
        return Judged(written, ("no-such-article",), reason=reason)
    return Judged(written, ("fine" if article.in_force else "ended",), article=article)


def _published(law: Law, number: str, on: date, full_text: FullText | None) -> Article | None:
    article = full_text.article_on(law, number, on) if full_text else None
    return article if article and article.in_force else None


def _written(read: Citation | UnknownLaw, law: str) -> str:
    """As it is written; the name of the law before what follows another number in a list, or stands alone."""
    written = read.as_written
    if re.match("第|[0-9(（]", written):
        return f"{law}{written}"
    return re.sub("^(?:该|同|本|上述|前述)条|^前[两二三]?款", f"{law}\\g<0>", written)


def _not_held(full_text: FullText | None) -> StatedError:
    return StatedError("title-in-no-law" if full_text else "title-not-held")


def _not_in_force(error: NotInForce | NotYetInForce) -> Verdict:
    return "ended" if isinstance(error, NotInForce) else "not-in-force"


def _claims(law: Law, laws: Laws) -> tuple[Provision, ...]:
    return tuple(laws.provisions[law.id].values())
