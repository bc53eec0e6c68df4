"""Turn the trees of flows/laws, topics.yaml, lay-words.yaml and contacts.yaml into laws, topics, words and contacts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from collector_guard.files.entries import MISSING_KEY, Entry, Notes
from collector_guard.files.errors import Kind
from collector_guard.files.tree import Tree
from collector_guard.law.law_name import law_names
from collector_guard.law.lay_words import LayWords, Meanings
from collector_guard.law.model import (
    AGAINST,
    GRADES,
    Checked,
    Contact,
    Law,
    Laws,
    Provision,
    Renumbered,
    ShortAnswer,
    Topic,
    Version,
)

NO_OLDER_VERSION = Kind(
    "no-older-version",
    "'{number}' 的 was 里，'{name}' 不是更早的版本。",
    "Under was of '{number}', '{name}' is not an older version.",
)
VERSIONS_OVERLAP = Kind(
    "versions-overlap",
    "版本 '{older}' 到 '{newer}' 施行时还没有结束。",
    "Version '{older}' has not ended when '{newer}' comes into force.",
)
BAD_NUMBER = Kind(
    "bad-number",
    "'{name}' 不是条号。写成 条.款.项，比如 50.1.5 或 253-1。",
    "'{name}' is no number. Write article.paragraph.item, like 50.1.5 or 253-1.",
)
BAD_RENUMBERING = Kind(
    "bad-renumbering",
    "'{name}' 看不懂。写成 旧条号-旧条号: 往后移几位，比如 41-162: 3。",
    "'{name}' is not understood. Write old-old: how many numbers later, like 41-162: 3.",
)
LONG_QUOTE = Kind(
    "long-quote",
    "引文有 {length} 个字，最多 {longest} 个。",
    "The quote has {length} characters, at most {longest} are allowed.",
)
LONG_LINE = Kind(
    "long-line",
    "写给计划的一句话有 {length} 个字，最多 {longest} 个。",
    "The line for a plan has {length} characters, at most {longest} are allowed.",
)

LONGEST_QUOTE = 60
LONGEST_LINE = {"zh": 45, "en": 150}  # characters
NUMBER = re.compile(r"\d+(-\d+)?(\.\d+){0,2}|[a-z]+(-[a-z]+)*")
TOPICS = "topics.yaml"
LAY_WORDS = "lay-words.yaml"
CONTACT_KEYS = ("number", "name", "does", "source", "checked")
TOPIC_KEYS = ("name", "answers")
LAY_WORDS_KEYS = ("nothing", "words", "elsewhere", "everyday", "short-names")
ANSWER_KEYS = ("asks", "says", "cites", "checked")
LAW_KEYS = ("title", "also", "grade", "source", "note", "versions")
VERSION_KEYS = ("adopted", "from", "until", "renumbered", "provisions")
ARTICLES = re.compile(r"([1-9]\d{0,3})(?:-([1-9]\d{0,3}))?")
PROVISION_KEYS = ("was", "gist", "line", "quote", "limits", "topics", "words", "checked")

OfLaw = dict[tuple[str, str], Provision]


def build_laws(shared: Mapping[str, Tree], files: Mapping[str, Tree], noted: Callable[[str], Notes]) -> Laws:
    """Every law, from the files of the laws and what they share; `noted` takes the mistakes of a file."""
    topic_notes = noted(TOPICS)
    topics = tuple(map(_topic, Entry(shared.get(TOPICS, {}), "topics", topic_notes).entries(TOPIC_KEYS)))
    lay_words = _lay_words(Entry(shared.get(LAY_WORDS, {}), "lay-words", noted(LAY_WORDS), LAY_WORDS_KEYS))
    laws: dict[str, Law] = {}
    provisions: dict[str, OfLaw] = {}
    for file, tree in files.items():
        law_id = file.rpartition("/")[2].removesuffix(".yaml")
        laws[law_id], provisions[law_id] = _law(law_id, tree, topics, noted(file))
    library = Laws(laws=laws, provisions=provisions, topics=topics, lay_words=lay_words, names=law_names(laws.values()))
    for cite in (cite for topic in topics for answer in topic.answers for cite in answer.cites):
        if library.newest(cite) is None:
            topic_notes.unknown_name(cite, "provision", (provision.cite for provision in library))
    return library


def _lay_words(entry: Entry) -> LayWords:
    words, elsewhere = (_meanings(entry.entry(key), key) for key in ("words", "elsewhere"))
    short = entry.entry("short-names")
    names = tuple((str(title), short.names(title)) for title in short.tree)
    return LayWords(
        nothing=entry.names("nothing"),
        words=words,
        elsewhere=elsewhere,
        everyday=entry.names("everyday"),
        short_names=names,
    )


def _meanings(words: Entry, key: str) -> Meanings:
    meanings = tuple((tuple(name.split()), words.names(name)) for name in words.tree)
    for name, (_, meant) in zip(words.tree, meanings, strict=True):
        if not meant:
            words.notes.note(name, MISSING_KEY, key=str(name), name=key)
    return meanings


def build_contacts(tree: Tree, notes: Notes) -> dict[str, Contact]:
    """The contacts of contacts.yaml, by id."""
    return {entry.owner: _contact(entry) for entry in Entry(tree, "contacts", notes).entries(CONTACT_KEYS)}


def _contact(entry: Entry) -> Contact:
    return Contact(
        id=entry.owner,
        number=entry.text("number"),
        name=entry.bilingual("name"),
        does=entry.bilingual("does"),
        source=entry.bilingual("source"),
        checked=_checked(entry),
    )


def _topic(entry: Entry) -> Topic:
    answers = entry.entry("answers").entries(ANSWER_KEYS)
    return Topic(entry.owner, entry.bilingual("name"), tuple(map(_answer, answers)))


def _answer(entry: Entry) -> ShortAnswer:
    return ShortAnswer(
        id=entry.owner,
        asks=entry.bilingual("asks"),
        says=entry.bilingual("says"),
        cites=entry.some_names("cites"),
        checked=entry.day("checked"),
    )


def _law(law_id: str, tree: Tree, topics: tuple[Topic, ...], notes: Notes) -> tuple[Law, OfLaw]:
    """One law and its provisions, by version and number."""
    entry = Entry(tree, law_id, notes, LAW_KEYS)
    versions = {name: Entry(below, name, notes, VERSION_KEYS) for name, below in entry.entry("versions").tree.items()}
    if not versions:
        entry.missing("versions")
    also = entry.some_names("also")
    titles = entry.entry("title")
    names = tuple(dict.fromkeys((*also, *(title for title in map(titles.optional_text, ("zh", "en")) if title))))
    law = Law(
        id=law_id,
        title=entry.bilingual("title"),
        short=also[0] if also else law_id,
        also=names,
        grade=entry.one_of("grade", GRADES),
        source=entry.text("source"),
        note=entry.optional_bilingual("note"),
        versions=tuple(map(_version, versions.values())),
    )
    _check_order(law, entry)
    provisions: OfLaw = {}
    for version, of_version in zip(law.versions, versions.values(), strict=True):
        for number, below in of_version.entry("provisions").tree.items():
            provisions[version.id, number] = _provision(law, version, number, below, topics, notes)
    _check_was(versions, provisions, notes)
    return law, provisions


def _version(entry: Entry) -> Version:
    return Version(
        id=entry.owner,
        adopted=entry.day("adopted"),
        start=entry.day("from"),
        until=entry.optional_day("until"),
        renumbered=tuple(_renumbered(entry.entry("renumbered"))),
    )


def _renumbered(entry: Entry) -> Iterator[Renumbered]:
    """The articles with another number in the newest version: 41-162: 3."""
    for articles in entry.tree:
        match, later = ARTICLES.fullmatch(articles), entry.text(articles)
        if match and later.isdecimal():
            yield Renumbered(int(match[1]), int(match[2] or match[1]), int(later))
        else:
            entry.notes.note(articles, BAD_RENUMBERING, name=f"{articles}: {later}")


def _check_order(law: Law, entry: Entry) -> None:
    """Newest first, and no day on which two versions are in force."""
    for newer, older in pairwise(law.versions):
        if older.until is None or older.until > newer.start:
            entry.notes.note(entry.key("versions"), VERSIONS_OVERLAP, newer=newer.id, older=older.id)


def _provision(
    law: Law, version: Version, number: str, below: Tree, topics: tuple[Topic, ...], notes: Notes
) -> Provision:
    if NUMBER.fullmatch(number) is None:
        notes.note(number, BAD_NUMBER, name=str(number))
    entry = Entry(below, number, notes, PROVISION_KEYS)
    quote = entry.optional_text("quote")
    if quote is not None and len(quote) > LONGEST_QUOTE:
        notes.note(quote, LONG_QUOTE, length=len(quote), longest=LONGEST_QUOTE)
    line, longest = entry.optional_bilingual("line"), LONGEST_LINE[notes.language]
    if line is not None and len(line) > longest:
        notes.note(entry.key("line"), LONG_LINE, length=len(line), longest=longest)
    was = entry.entry("was")
    return Provision(
        law=law,
        version=version,
        number=number,
        gist=entry.bilingual("gist"),
        quote=quote,
        limits=entry.bilingual("limits"),
        topics=entry.known("topic", entry.some_names("topics"), (topic.id for topic in topics)),
        words=entry.names("words"),
        checked=_checked(entry),
        was=tuple((older, was.names(older)) for older in was.tree),
        line=line,
    )


def _checked(entry: Entry) -> Checked:
    checked = entry.entry("checked", ("on", "against"))
    if not checked.tree:
        entry.missing("checked")
        return Checked(date.min, AGAINST[-1])
    return Checked(checked.day("on"), checked.one_of("against", AGAINST))


def _check_was(versions: Mapping[str, Entry], provisions: OfLaw, notes: Notes) -> None:
    """Every old number names an older version; its text need not be in the library."""
    order = list(versions)
    for (version, number), provision in provisions.items():
        older = order[order.index(version) + 1 :]
        for label in (label for label, _ in provision.was if label not in older):
            notes.note(number, NO_OLDER_VERSION, name=label, number=number)
