"""Turn the trees of flows/laws, topics.yaml and contacts.yaml into laws, topics and contacts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from collector_guard.files.document import Tree
from collector_guard.files.entries import Entry, Notes
from collector_guard.law.model import GRADES, Checked, Contact, Law, Provision, Topic, Version

AGAINST = ("official-text", "press-report", "nothing")
LONGEST_QUOTE = 60
LONGEST_LINE = {"zh": 45, "en": 150}  # characters
NUMBER = re.compile(r"\d+(-\d+)?(\.\d+){0,2}|[a-z]+(-[a-z]+)*")
LAW_KEYS = ("title", "also", "grade", "source", "note", "versions")
VERSION_KEYS = ("adopted", "from", "until", "provisions")
PROVISION_KEYS = ("was", "gist", "line", "quote", "limits", "topics", "words", "checked")

OfLaw = dict[tuple[str, str], Provision]


def build_topics(tree: Tree, notes: Notes) -> tuple[Topic, ...]:
    """The topics of topics.yaml, in its order."""
    topics = Entry(tree, "topics", notes)
    return tuple(Topic(str(topic), topics.bilingual(topic)) for topic, _ in topics.items())


def build_contacts(tree: Tree, notes: Notes) -> dict[str, Contact]:
    """The contacts of contacts.yaml, by id."""
    contacts = {}
    for name, below in Entry(tree, "contacts", notes).items():
        entry = Entry(below, name, notes, ("number", "name", "does", "source", "checked"))
        said = (entry.bilingual("name"), entry.bilingual("does"), entry.bilingual("source"))
        contacts[str(name)] = Contact(str(name), entry.text("number"), *said, _checked(entry))
    return contacts


def build_law(law_id: str, tree: Tree, topics: tuple[Topic, ...], notes: Notes) -> tuple[Law, OfLaw]:
    """One law and its provisions, by version and number."""
    entry = Entry(tree, law_id, notes, LAW_KEYS)
    versions = {name: Entry(below, name, notes, VERSION_KEYS) for name, below in entry.entry("versions").tree.items()}
    if not versions:
        entry.missing("versions")
    also = entry.some_names("also")
    titles = entry.entry("title")
    names = tuple(dict.fromkeys((*also, *(title for title in map(titles.optional_text, ("zh", "en")) if title))))
    law = Law(
        law_id,
        entry.bilingual("title"),
        also[0] if also else law_id,
        names,
        entry.one_of("grade", GRADES),
        entry.text("source"),
        entry.optional_bilingual("note"),
        tuple(_version(str(name), version) for name, version in versions.items()),
    )
    _check_order(law, entry)
    provisions: OfLaw = {}
    for version, of_version in zip(law.versions, versions.values(), strict=True):
        for number, below in of_version.entry("provisions").tree.items():
            provisions[version.id, str(number)] = _provision(law, version, number, below, topics, notes)
    _check_was(versions, provisions, notes)
    return law, provisions


def _version(name: str, entry: Entry) -> Version:
    return Version(name, entry.day("adopted"), entry.day("from"), entry.optional_day("until"))


def _check_order(law: Law, entry: Entry) -> None:
    """Newest first, and no day on which two versions are in force."""
    for newer, older in zip(law.versions, law.versions[1:], strict=False):
        if older.until is None or older.until > newer.start:
            entry.notes.note(entry.key("versions"), "versions-overlap", newer=newer.id, older=older.id)


def _provision(
    law: Law, version: Version, number: str, below: Tree, topics: tuple[Topic, ...], notes: Notes
) -> Provision:
    if NUMBER.fullmatch(number) is None:
        notes.note(number, "bad-number", name=str(number))
    entry = Entry(below, number, notes, PROVISION_KEYS)
    quote = entry.optional_text("quote")
    if quote is not None and len(quote) > LONGEST_QUOTE:
        notes.note(quote, "long-quote", length=len(quote), longest=LONGEST_QUOTE)
    line, longest = entry.optional_bilingual("line"), LONGEST_LINE[notes.language]
    if line is not None and len(line) > longest:
        notes.note(entry.key("line"), "long-line", length=len(line), longest=longest)
    chosen = entry.some_names("topics")
    known = tuple(topic.id for topic in topics)
    for topic in chosen:
        if topic not in known:
            notes.unknown_name(topic, "topic", known)
    was = entry.entry("was")
    return Provision(
        law,
        version,
        str(number),
        entry.bilingual("gist"),
        quote,
        entry.bilingual("limits"),
        chosen,
        entry.names("words"),
        _checked(entry),
        tuple((str(older), was.names(older)) for older in was.tree),
        line,
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
            written = next(name for name in versions[version].entry("provisions").tree if name == number)
            notes.note(written, "no-older-version", name=label, number=number)
