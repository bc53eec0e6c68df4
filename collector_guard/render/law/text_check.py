"""Say of each citation of a pasted text what it is worth."""

from dataclasses import dataclass

from collector_guard.law.lookup import LookedUp, Moved
from collector_guard.law.model import Provision
from collector_guard.law.pasted_text import CheckedText, Judged
from collector_guard.render.law.full_text import article_name, standing_words
from collector_guard.render.lines import Lines, Page, sections
from collector_guard.render.naming import in_force_words, name_of, number_words, remarks, said, title_words
from collector_guard.wording.sentences import sentence, word

# Of more rules at once the limits are left to a look at each.
MOST_LIMITS = 2


@dataclass(frozen=True)
class Entry:
    """One citation: as it is written, what it is worth, and the paragraphs that explain it, each with its lead."""

    written: str
    verdicts: str
    paragraphs: tuple[tuple[str, str], ...]


def text_check_lines(checked: CheckedText, columns: int, language: str) -> Lines:
    """The citations by number, each with its explanation below."""
    page = Page.of(columns, language)
    heading = page.write("heading", heading_words(checked, language))
    numbered = enumerate(entries(checked, language), 1)
    ends = (page.write("note", text) for text in closing_words(checked, language))
    return sections(heading, *(_entry(number, entry, page) for number, entry in numbered), sum(ends, start=()))


def heading_words(checked: CheckedText, language: str) -> str:
    """How many citations there are, and how many need care."""
    notable = sum(not judged.fine for judged in checked.judged)
    return said("text-checked", language, day=checked.on, count=len(checked.judged), notable=notable)


def closing_words(checked: CheckedText, language: str) -> tuple[str, ...]:
    """What is said of the whole: how to see more, numbers that were not looked up, whose copy the full text is."""
    known = any(judged.looked_up for judged in checked.judged)
    texts = [said("more-of-one", language)] if known else []
    if checked.without_law:
        texts.append(said("without-law", language, count=len(checked.without_law), first=checked.without_law[0]))
    if any(judged.article for judged in checked.judged):
        texts.append(said("more-in-full-text", language))
        texts.append(said("published-by", language))
    return tuple(texts)


def entries(checked: CheckedText, language: str) -> tuple[Entry, ...]:
    """Each citation in words."""
    return tuple(_explained(judged, language) for judged in checked.judged)


def _entry(number: int, entry: Entry, page: Page) -> Lines:
    hang = "   "
    lead = f"{number}. " + said("judged", page.language, written=entry.written, verdicts=entry.verdicts)
    lines = page.write("headline", "", lead=lead, hang=hang)
    for strong, text in entry.paragraphs:
        lines += page.write("text", text, lead=hang + strong, hang=hang)
    return lines


def _explained(judged: Judged, language: str) -> Entry:
    verdicts = said("and-then", language).join(word(f"verdict-{verdict}", language) for verdict in judged.verdicts)
    times = said("times", language, times=judged.times) if judged.times > 1 else ""
    paragraphs: list[tuple[str, str]] = []
    law = judged.law
    if law and law.grade != "law":
        paragraphs.append(("", title_words(law, language)))
    if judged.looked_up:
        paragraphs += _looked_up(judged.looked_up, language)
    paragraphs += _rules(judged.claims, language)
    if judged.reason:
        paragraphs.append(("", sentence(judged.reason.kind, language, **judged.reason.values)))
    paragraphs += _published(judged, language)
    if law and law.note:
        paragraphs.append(("", law.note))
    return Entry(judged.as_written, verdicts + times, tuple(paragraphs))


def _looked_up(found: LookedUp, language: str) -> list[tuple[str, str]]:
    """What the number is on the day, and what those mean by it who use another text."""
    number = _number(found.citation.number, found, language)
    texts: list[tuple[str, str]] = []
    if found.broader:
        shown = _number(found.shown, found, language)
        texts.append(("", said("only-broader", language, number=number, shown=shown)))
    elif found.provisions and found.moved:
        texts.append(("", said("number-today", language, number=number, day=found.on)))
    texts += _rules(found.provisions, language)
    texts += _became(found, language)
    for newer in (False, True):
        moves = [moved for moved in found.moved if (moved.version.start > found.on) == newer]
        texts += _moved([moved for moved in moves if moved.now], found, language)
        nowhere = {moved.number: moved.since for moved in sorted(moves, key=lambda one: one.since) if not moved.now}
        for old, since in nowhere.items():
            text = said("moved-to-nothing", language, since=since, number=_number(old, found, language))
            texts.append(("", text))
    return texts


def _moved(moves: list[Moved], found: LookedUp, language: str) -> list[tuple[str, str]]:
    """Where the rules went, or came from, that have the number in another text."""
    if not moves:
        return []
    now = tuple(dict.fromkeys(provision for moved in moves for provision in moved.now))
    names = _names(now, found, language)
    number = _number(found.citation.number, found, language)
    since = max(moved.since for moved in moves)
    newer = moves[0].version.start > found.on
    kind, day = ("moved-from-newer", {"day": found.on}) if newer else ("moved-from-older", {})
    return [("", said(kind, language, since=since, number=number, now=names, **day)), *_rules(now, language)]


def _became(found: LookedUp, language: str) -> list[tuple[str, str]]:
    """Where the rules of an old day stand in the newest text."""
    now = dict.fromkeys(new for moved in found.became for new in moved.now)
    since = max((moved.since for moved in found.became), default=None)
    if since is None:
        return []
    if not now:
        return [("", said("became-nothing", language, since=since))]
    return [("", said("became", language, since=since, now=_names(tuple(now), found, language)))]


def _names(now: tuple[Provision, ...], found: LookedUp, language: str) -> str:
    """One provision by its number, several by their articles."""
    numbers = dict.fromkeys(provision.number if len(now) == 1 else provision.article for provision in now)
    return said("and", language).join(_number(number, found, language) for number in numbers)


def _rules(provisions: tuple[Provision, ...], language: str) -> list[tuple[str, str]]:
    """Each rule in a line, and what a reader must not overlook where it is one or two."""
    texts: list[tuple[str, str]] = []
    for provision in provisions:
        remark = remarks(provision, language)
        texts.append((said("gist", language, name=name_of(provision, language)), provision.gist + remark))
        if len(provisions) <= MOST_LIMITS:
            texts.append((said("limits", language), provision.limits))
    ended = {in_force_words(one, language): None for one in provisions if one.version.until}
    return texts + [("", text) for text in ended]


def _published(judged: Judged, language: str) -> list[tuple[str, str]]:
    """What only the full text has of it: the opening paragraph, or that the law is in force no more."""
    article = judged.article
    if article is None:
        return []
    said_of = [(said("gist", language, name=article_name(article, language)), article.paragraphs[0])]
    if not article.in_force:
        standing = standing_words(article, language)
        said_of.append(("", said("ended-in-copy", language, standing=standing)))
    return said_of


def _number(number: str, found: LookedUp, language: str) -> str:
    name = found.law.short if language == "zh" else found.law.title
    return said("of-law", language, law=name, number=number_words(number, language) or number)
