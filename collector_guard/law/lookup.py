"""Tell what a citation is on a day, and where rules went that had its number in another version."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from collector_guard.files.errors import StatedError, Typed
from collector_guard.law.citation import Citation
from collector_guard.law.model import Law, Laws, Provision, Version

NEAREST = 5


class NoSuchArticle(StatedError):
    """Nothing in the library has the number on the day; `nearest` are the articles that come near."""

    def __init__(self, law: Law, number: str, nearest: tuple[str, ...]) -> None:
        super().__init__("no-such-article", law=law.name, number=Typed(number), nearest=nearest)


class NotInForce(StatedError):
    """A law that is in force no more on the day."""

    def __init__(self, law: Law, on: date, until: date) -> None:
        super().__init__("law-not-in-force", law=law.name, day=on, until=until, note=law.note or "")


class NotYetInForce(StatedError):
    """A law whose text in the library begins after the day."""

    def __init__(self, law: Law, on: date, start: date) -> None:
        super().__init__("law-not-yet-in-force", law=law.name, day=on, start=start)


class Moved(NamedTuple):
    """A rule that has, in `version`, the number `number`; `now` is where it stands, empty where it stands nowhere.

    `since` is the day on which the number changed: the last version with it ended, or the first one began. `held` says
    whether the library has texts of the version; where not, it serves to convert numbers only.
    """

    version: Version
    number: str
    now: tuple[Provision, ...]
    since: date
    held: bool = True


class LookedUp(NamedTuple):
    """What one citation is on a day.

    `provisions` are in force on the day and stand under the number `shown`: the number asked for or, where the library
    has nothing under it, its paragraph or article. `moved` are rules that have the number asked for in another version,
    as they stand on the day. `became` says of each provision of an old day where it stands in the newest version.
    """

    citation: Citation
    law: Law
    version: Version
    on: date
    shown: str
    provisions: tuple[Provision, ...]
    moved: tuple[Moved, ...]
    became: tuple[Moved, ...]

    @property
    def rules(self) -> tuple[Provision, ...]:
        """The provisions that the number is or was, as they stand on the day."""
        return (*self.provisions, *(now for moved in self.moved for now in moved.now))

    @property
    def broader(self) -> bool:
        """Whether an article or paragraph is shown because the library has not the part of it asked for."""
        return bool(self.provisions) and self.shown != self.citation.number


def look_up(laws: Laws, citation: Citation, on: date) -> LookedUp:
    """What a citation is on a day.

    Raises NotInForce or NotYetInForce where no version is in force, NoSuchArticle where nothing has the number, and
    StatedError (text-not-held) where the library has nothing of the version.
    """
    law = laws.laws[citation.law_id]
    version = version_on(law, on)
    of_version = provisions_of(laws, law, version)
    if not of_version:
        raise StatedError("text-not-held", law=law.name, day=on)
    levels = _levels(citation.number)
    shown = next((level for level in levels if _under(level, of_version)), citation.number)
    provisions = _under(shown, of_version)
    exact = bool(provisions) and shown == citation.number
    moves = (_moved(laws, law, version, level, provisions) for level in (levels[:1] if exact else levels))
    moved = next((found for found in moves if found), ())
    if not provisions and not moved:
        raise NoSuchArticle(law, citation.number, _nearest(citation.article, of_version))
    return LookedUp(
        citation=citation,
        law=law,
        version=version,
        on=on,
        shown=shown,
        provisions=provisions,
        moved=moved,
        became=_became(laws, law, version, provisions),
    )


def version_on(law: Law, on: date) -> Version:
    """The version in force on a day; NotInForce or NotYetInForce name when ours of the law end or begin."""
    version = law.version_on(on)
    if version is not None:
        return version
    ended = [old.until for old in law.versions if old.until is not None and old.until <= on]
    if ended:
        raise NotInForce(law, on, max(ended))
    raise NotYetInForce(law, on, min(old.start for old in law.versions))


def provisions_of(laws: Laws, law: Law, version: Version) -> tuple[Provision, ...]:
    """The provisions of one version of a law, in the order of their numbers."""
    found = (provision for provision in laws.provisions[law.id].values() if provision.version == version)
    return tuple(sorted(found, key=lambda provision: number_order(provision.number)))


def number_order(number: str) -> tuple[tuple[int, ...], str]:
    """The place of a number among others: 9, 50.1.5, 253, 253-1, then the words."""
    figures = tuple(int(figure) for figure in re.findall("[0-9]+", number.partition(".")[0]))
    if not figures:
        return (10_000,), number
    within = tuple(int(figure) for figure in number.split(".")[1:])
    return (figures[0], figures[1] if len(figures) > 1 else 0, *within), ""


def is_under(number: str, wanted: str) -> bool:
    """Whether a number is the one wanted or a part of it."""
    return number == wanted or number.startswith(f"{wanted}.")


def _levels(number: str) -> tuple[str, ...]:
    """A number and what it is part of: 50.1.5, 50.1, 50."""
    return tuple(accumulate(number.split("."), "{}.{}".format))[::-1]


def _under(number: str, provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    return tuple(provision for provision in provisions if is_under(provision.number, number))


def _moved(laws: Laws, law: Law, version: Version, number: str, shown: tuple[Provision, ...]) -> tuple[Moved, ...]:
    """What has the number in other versions, but for what is shown anyway; the version nearest to the day first."""
    found: dict[tuple[str, ...], Moved] = {}
    for other in sorted(law.versions, key=lambda other: abs(other.start - version.start)):
        if other == version:
            continue
        held = bool(provisions_of(laws, law, other))
        for old, now in _elsewhere(laws, law, other, version, number):
            if not any(provision in shown for provision in now):
                names = tuple(provision.cite for provision in now) or (other.id,)
                found.setdefault(
                    (old, *names),
                    Moved(version=other, number=old, now=now, since=_boundary(law, other, version), held=held),
                )
    return tuple(found.values())


def _elsewhere(
    laws: Laws, law: Law, other: Version, version: Version, number: str
) -> Iterator[tuple[str, tuple[Provision, ...]]]:
    """Each number of another version at or under the one asked for, with the provisions that it is on the day."""
    of_day = provisions_of(laws, law, version)
    of_other = {provision.number: provision for provision in provisions_of(laws, law, other)}
    later = other.start > version.start
    numbers = set(of_other) | (set() if later else {old for now in of_day for old in now.numbers_in(other)})
    for old in sorted((old for old in numbers if is_under(old, number)), key=number_order):
        was = of_other[old].numbers_in(version) if later else ()
        now = tuple(here for here in of_day if here.number in was or (not later and old in here.numbers_in(other)))
        if now or not later:
            yield old, now


def _boundary(law: Law, other: Version, version: Version) -> date:
    """The first day of the version that follows the older of two on the way to the newer."""
    older = min(other, version, key=lambda either: either.start)
    if older.until is not None:
        return older.until
    return min(later.start for later in law.versions if later.start > older.start)


def _became(laws: Laws, law: Law, version: Version, provisions: tuple[Provision, ...]) -> tuple[Moved, ...]:
    newest = law.versions[0]
    if version == newest:
        return ()
    return tuple(
        Moved(
            version=version,
            number=old.number,
            now=tuple(new for new in laws.successors(old) if new.version == newest),
            since=_boundary(law, newest, version),
        )
        for old in provisions
    )


def _nearest(article: str, provisions: tuple[Provision, ...]) -> tuple[str, ...]:
    """The articles the library has that stand nearest to one, in their order."""
    wanted = number_order(article)[0]
    articles = sorted({provision.article for provision in provisions}, key=number_order)
    nearest = sorted(articles, key=lambda name: abs(number_order(name)[0][0] - wanted[0]))[:NEAREST]
    return tuple(name for name in articles if name in nearest)
