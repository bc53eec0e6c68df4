"""Say, beside what a citation is on a day, where the rules went that had its number in another text."""

from typing import Literal, NamedTuple

from collector_guard.law.lookup import LookedUp, Moved
from collector_guard.law.model import Provision
from collector_guard.render.naming import name_of, number_of_law
from collector_guard.wording.sentences import listed, sentence


class Part(NamedTuple):
    """A remark, and the provisions that it is about; either may be missing."""

    role: Literal["heading", "note"]
    remark: str
    provisions: tuple[Provision, ...] = ()


def parts_of(found: LookedUp, language: str) -> tuple[Part, ...]:
    """On today's text, first where the rule went that people mean by an old number; on an old text, that text first.

    An old number of a version that serves to convert numbers only stands below what has the number today.
    """
    older = tuple(moved for moved in found.moved if moved.version.start <= found.on)
    newer = tuple(moved for moved in found.moved if moved.version.start > found.on)
    meant = tuple(moved for moved in older if moved.held or not found.provisions)
    before = _gone(meant, found, language)
    converted = _gone(tuple(moved for moved in older if moved not in meant), found, language)
    return (*before, *_here(found, language, before=before), *converted, *_came(newer, found, language))


def became_words(found: LookedUp, language: str) -> str:
    """Where the rules of an old day stand in the newest text; nothing of a text that is the newest."""
    if not found.became:
        return ""
    since = max(moved.since for moved in found.became)
    now = _now(found.became)
    if not now:
        return sentence("became-nothing", language, since=since)
    return sentence("became", language, since=since, now=_names(now, found, language))


def _here(found: LookedUp, language: str, *, before: tuple[Part, ...]) -> tuple[Part, ...]:
    """Name what has the number on the day, told apart from the older rules that stand before it."""
    number = number_of_law(found.law, found.citation.number, language)
    if found.broader:
        shown = number_of_law(found.law, found.shown, language)
        return (Part("note", sentence("only-broader", language, number=number, shown=shown), found.provisions),)
    if not before:
        return (Part("note", "", found.provisions),)
    if found.provisions:
        return (Part("heading", sentence("number-today", language, number=number, day=found.on), found.provisions),)
    kind = "number-now-elsewhere" if any(part.provisions for part in before) else "number-not-held"
    return (Part("note", sentence(kind, language, number=number, day=found.on)),)


def _gone(moves: tuple[Moved, ...], found: LookedUp, language: str) -> tuple[Part, ...]:
    """The rules that had the number in an older text, and where they stand now."""
    nowhere = tuple(_nowhere(moved, found, language) for moved in moves if not moved.now)
    now = _now(moves)
    if not now:
        return nowhere
    since = max(moved.since for moved in moves if moved.now)
    number = number_of_law(found.law, found.citation.number, language)
    remark = sentence("moved-from-older", language, since=since, number=number, now=_names(now, found, language))
    return Part("heading", remark, now), *nowhere


def _nowhere(moved: Moved, found: LookedUp, language: str) -> Part:
    number = number_of_law(found.law, moved.number, language)
    return Part("note", sentence("moved-to-nothing", language, since=moved.since, number=number))


def _came(moves: tuple[Moved, ...], found: LookedUp, language: str) -> tuple[Part, ...]:
    """Name what has the number in a text that is newer than the day, and where it stood then."""
    now = _now(moves)
    if not now:
        return ()
    since = max(moved.since for moved in moves if moved.now)
    names = listed((name_of(provision, language) for provision in now), language)
    number = number_of_law(found.law, found.citation.number, language)
    remark = sentence("moved-from-newer", language, since=since, number=number, now=names, day=found.on)
    return (Part("heading", remark, now),)


def _now(moves: tuple[Moved, ...]) -> tuple[Provision, ...]:
    """Where rules stand now, each once."""
    return tuple(dict.fromkeys(provision for moved in moves for provision in moved.now))


def _names(now: tuple[Provision, ...], found: LookedUp, language: str) -> str:
    """One provision by its number, several by their articles."""
    numbers = dict.fromkeys(provision.number if len(now) == 1 else provision.article for provision in now)
    return listed((number_of_law(found.law, number, language) for number in numbers), language)
