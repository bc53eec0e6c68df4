"""Say of each citation of a pasted text what it is worth."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from collector_guard.law.judgement import Judged
from collector_guard.law.lookup import LookedUp, NotInForce
from collector_guard.law.model import Article, Provision
from collector_guard.law.pasted_text import CheckedText, Crime
from collector_guard.render.law.full_text import article_name, standing_words
from collector_guard.render.law.moves import became_words, parts_of
from collector_guard.render.lines import Lines, Sheet, sections
from collector_guard.render.naming import in_force_words, name_of, number_of_law, remarks, title_words
from collector_guard.wording.sentences import colon, listed, sentence, word

# Of more rules at once the limits are left to a look at each.
MOST_LIMITS = 2
# Of more numbers without a law, or papers, so many are named.
MOST_LISTED = 60


@dataclass(frozen=True)
class Entry:
    """One citation: as it is written, what it is worth, and the paragraphs that explain it, each with its lead.

    `notes` are what may be said of several, and is said once.
    """

    written: str
    verdicts: str
    paragraphs: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


def text_check_lines(checked: CheckedText, columns: int, language: str) -> Lines:
    """The citations by number, each with its explanation below."""
    sheet = Sheet.of(columns, language)
    heading = sheet.write("heading", heading_words(checked, language))
    heading += sum((sheet.write("note", text) for text in opening_words(checked, language)), start=())
    numbered = enumerate(entries(checked, language), 1)
    ends = (sheet.write("note", text) for text in closing_words(checked, language))
    return sections(heading, *(_entry(number, entry, sheet) for number, entry in numbered), sum(ends, start=()))


def heading_words(checked: CheckedText, language: str) -> str:
    """How many citations there are, and how many need care."""
    notable = sum(not judged.fine for judged in checked.judged)
    return sentence("text-checked", language, day=checked.on, count=len(checked.judged), notable=notable)


def opening_words(checked: CheckedText, language: str) -> tuple[str, ...]:
    """Say what was checked of the citations, and what was not."""
    return (
        (sentence("numbers-only", language),) if any(judged.law or judged.article for judged in checked.judged) else ()
    )


def closing_words(checked: CheckedText, language: str) -> tuple[str, ...]:
    """Speak of the whole: how to see more, numbers that were not looked up, whose copy the full text is."""
    known = any(judged.looked_up for judged in checked.judged)
    texts = [sentence("more-of-one", language)] if known else []
    for kind, written in (
        ("without-law", checked.without_law),
        ("papers-of-parties", checked.private),
        ("long-ranges", checked.long_ranges),
    ):
        if written:
            listed = written[:MOST_LISTED] + ((sentence("and-others", language),) if written[MOST_LISTED:] else ())
            texts.append(sentence(kind, language, count=len(written), written=listed))
    if checked.left_out:
        texts.append(sentence("citations-left-out", language, count=checked.left_out))
    if any(judged.article for judged in checked.judged):
        texts.append(sentence("published-by", language))
    return tuple(texts)


def entries(checked: CheckedText, language: str) -> tuple[Entry, ...]:
    """Each citation in words, and then each crime; what is said of several is said once."""
    found: list[Entry] = []
    once: set[str] = set()
    crimes = (_of_crime(crime, language) for crime in checked.crimes)
    for entry in (*(_explained(judged, language) for judged in checked.judged), *crimes):
        notes = tuple(("", note) for note in entry.notes if note not in once)
        found.append(replace(entry, paragraphs=(*entry.paragraphs, *notes)))
        once.update(entry.notes)
    return tuple(found)


def _entry(number: int, entry: Entry, sheet: Sheet) -> Lines:
    hang = "   "
    lead = f"{number}. " + sentence("judged", sheet.language, written=entry.written, verdicts=entry.verdicts)
    lines = sheet.write("headline", "", lead=lead, hang=hang)
    for strong, text in entry.paragraphs:
        lines += sheet.write("text", text, lead=hang + strong, hang=hang)
    return lines


def _explained(judged: Judged, language: str) -> Entry:
    verdicts = sentence("and-then", language).join(word(verdict, language) for verdict in judged.verdicts)
    times = sentence("times", language, times=judged.times) if judged.times > 1 else ""
    paragraphs: list[tuple[str, str]] = []
    if judged.looked_up:
        paragraphs += _looked_up(judged.looked_up, language)
    paragraphs += _rules(judged.claims, language) + _published(judged, language) + _older(judged, language)
    paragraphs += _meant(judged.meant, language)
    return Entry(judged.as_written, verdicts + times, tuple(paragraphs), tuple(_notes(judged, language)))


def _notes(judged: Judged, language: str) -> Iterator[str]:
    """Why nothing was looked up, and what a law is that is not simply a law in force."""
    law = judged.law
    if judged.reason:
        yield sentence(judged.reason.kind, language, **judged.reason.values)
    if law and law.grade != "law":
        yield title_words(law, language)
    # The reason of a law that has ended tells its note.
    if law and law.note and not isinstance(judged.reason, NotInForce):
        yield law.note


def _older(judged: Judged, language: str) -> list[tuple[str, str]]:
    """The articles that had the number in texts that the library has not, by the numbers derived from those texts."""
    law = judged.law
    texts: list[tuple[str, str]] = []
    if law is None:
        return texts
    for older in judged.older:
        old, now = (number_of_law(law, number, language) for number in (older.number, older.now))
        texts.append(("", sentence("older-number", language, since=older.since, number=old, now=now)))
        if older.article:
            texts += _paragraphs(older.article, language)
    return texts


def _meant(provisions: tuple[Provision, ...], language: str) -> list[tuple[str, str]]:
    """Name what a sentence may mean that speaks of something else than the article that it cites."""
    if not provisions:
        return []
    return [("", sentence("may-mean", language)), *_in_short(provisions, language)]


def _of_crime(crime: Crime, language: str) -> Entry:
    """The articles of a crime, or that none of its name is held."""
    if not crime.provisions:
        return Entry(crime.name, word("no-such-crime", language), (), (sentence("crime-not-held", language),))
    names = listed((name_of(one, language) for one in crime.provisions), language)
    times = sentence("times", language, times=crime.times) if crime.times > 1 else ""
    rules = _in_short(crime.provisions, language)
    return Entry(crime.name, sentence("crime-in", language, names=names) + times, tuple(rules))


def _in_short(provisions: tuple[Provision, ...], language: str) -> list[tuple[str, str]]:
    return [(colon(name_of(one, language), language), one.in_plan) for one in provisions]


def _looked_up(found: LookedUp, language: str) -> list[tuple[str, str]]:
    """Say what the number is on the day, and what those mean by it who use another text."""
    texts: list[tuple[str, str]] = []
    for part in parts_of(found, language):
        if part.remark:
            texts.append(("", part.remark))
        texts += _rules(part.provisions, language)
    became = became_words(found, language)
    return [*texts, ("", became)] if became else texts


def _rules(provisions: tuple[Provision, ...], language: str) -> list[tuple[str, str]]:
    """Each rule in a line, and what a reader must not overlook where it is one or two."""
    texts: list[tuple[str, str]] = []
    for provision in provisions:
        remark = remarks(provision, language)
        texts.append((colon(name_of(provision, language), language), provision.gist + remark))
        if len(provisions) <= MOST_LIMITS:
            texts.append((sentence("limits", language), provision.limits))
    ended = {in_force_words(one, language): None for one in provisions if one.version.until}
    return texts + [("", text) for text in ended]


def _published(judged: Judged, language: str) -> list[tuple[str, str]]:
    """Quote what only the full text has, the whole article, and say whether the law is in force no more."""
    article = judged.article
    if article is None:
        return []
    said_of = _paragraphs(article, language)
    if not article.in_force:
        standing = standing_words(article, language)
        said_of.append(("", sentence("ended-in-copy", language, standing=standing)))
    return said_of


def _paragraphs(article: Article, language: str) -> list[tuple[str, str]]:
    """The paragraphs of an article as published."""
    first, *others = article.paragraphs
    return [(colon(article_name(article, language), language), first), *(("", one) for one in others)]
