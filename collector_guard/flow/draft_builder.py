"""Turn the tree of a flow's drafts file into Drafts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from collector_guard.files.entries import MISSING_KEY, Entry, bilingual
from collector_guard.files.errors import Kind
from collector_guard.files.tree import Tree
from collector_guard.flow.condition_parser import Readable, parse
from collector_guard.flow.definitions import DEFINED_TWICE, LAST_ROW
from collector_guard.flow.draft import (
    DAY,
    FINDINGS,
    INSERTION,
    LAST_DAYS,
    ROLES,
    TODAY,
    Addressee,
    Block,
    Draft,
    Drafts,
    Phrase,
    Ticked,
    Wording,
)
from collector_guard.flow.names import cited
from collector_guard.flow.names import known as named
from collector_guard.flow.when import ALWAYS, Condition
from collector_guard.law.model import Contact, Laws

ONE_ROLE = Kind(
    "one-role",
    "文书 '{name}' 的每一块要有且只有一个：{known}。",
    "Each block of the draft '{name}' must have exactly one of: {known}.",
)
NOT_SO_MANY_ROWS = Kind(
    "not-so-many-rows",
    "'{key}' 要写成 1 到 {most} 的数字，不能是 '{name}'。",
    "'{key}' must be a number from 1 to {most}, not '{name}'.",
)
STRAY_BRACE = Kind(
    "stray-brace", "文书 '{name}' 里有一个大括号不是插入项。", "A brace in the draft '{name}' is no insertion."
)

DRAFTS_KEYS = ("phrases", "lists", "drafts")
DRAFT_KEYS = ("title", "does", "when", "for", "large", "cites", "blocks")
BLOCK_KEYS = (*ROLES, "when", "laws", "blank")
MOST_ROWS = 20


@dataclass(frozen=True)
class _Known:
    """What the texts of drafts may name."""

    names: Mapping[str, Readable]
    contacts: Mapping[str, Contact]
    laws: Laws
    insertions: Collection[str]
    lists: Collection[str]

    def when(self, entry: Entry) -> Condition:
        return parse(entry.tree["when"], entry.key("when"), self.names, entry.notes) if "when" in entry else ALWAYS


def build_drafts(file: Entry, names: Mapping[str, Readable], contacts: Mapping[str, Contact], laws: Laws) -> Drafts:
    """The drafts of a file; `names` are the questions and facts that conditions may read."""
    phrases, lists = file.entry("phrases"), file.entry("lists")
    insertions = (TODAY, DAY, *(name for name, _ in phrases.items()))
    known = _Known(names, contacts, laws, insertions, (FINDINGS, LAST_DAYS, *(name for name, _ in lists.items())))
    for name in (name for name in (*phrases.tree, *lists.tree) if name in (TODAY, DAY, FINDINGS, LAST_DAYS)):
        file.notes.note(name, DEFINED_TWICE, name=str(name))
    return Drafts(
        tuple(_draft(Entry(tree, name, file.notes, DRAFT_KEYS), known) for name, tree in file.entry("drafts").items()),
        tuple(_phrase(name, phrases, known) for name in phrases.tree),
        tuple(_ticked(name, lists, known) for name in lists.tree),
    )


def _draft(entry: Entry, known: _Known) -> Draft:
    blocks = tuple(_block(tree, entry, known) for tree in entry.list("blocks"))
    if not blocks:
        entry.missing("blocks")
    return Draft(
        id=entry.owner,
        title=entry.bilingual("title"),
        does=entry.bilingual("does"),
        when=known.when(entry),
        addressees=tuple(_addressee(tree, entry, known) for tree in entry.list("for")),
        large=entry.yes("large"),
        cites=cited(entry, entry.names("cites"), known.laws),
        blocks=blocks,
    )


def _addressee(tree: Tree, draft: Entry, known: _Known) -> Addressee:
    entry = Entry(tree, draft.key("for"), draft.notes, ("to", "calls", "when"))
    calls = named(entry, "contact", entry.names("calls"), known.contacts)
    return Addressee(known.when(entry), entry.bilingual("to"), tuple(known.contacts[name] for name in calls))


def _block(tree: Tree, draft: Entry, known: _Known) -> Block:
    entry = Entry(tree, draft.key("blocks"), draft.notes, BLOCK_KEYS)
    roles = [role for role in ROLES if role in entry]
    if len(roles) != 1:
        place = next(iter(entry.tree), entry.owner)
        entry.notes.note(place, ONE_ROLE, name=str(draft.owner), known=ROLES)
    role = roles[0] if roles else "text"
    columns: tuple[str, ...] = ()
    rows = 0
    if roles == ["table"]:
        columns, rows = _table(entry)
    elif roles == ["lines"]:
        rows = _count(entry, "lines")
    return Block(
        role=role,
        text=_text(role, entry, known, draft.owner) if roles else "",
        when=known.when(entry),
        columns=columns,
        rows=rows,
        laws=named(entry, "law", entry.names("laws"), known.laws.laws),
        blank=entry.one_of("blank", ("yes", "no"), "yes") == "yes",
    )


def _text(role: str, entry: Entry, known: _Known, draft: str) -> str:
    if role in ("table", "lines"):
        return ""
    if role == "list":
        name = entry.text("list")
        return next(iter(named(entry, "list", (name,), known.lists)), "")
    for text in _both(entry.tree[role]):
        for name in INSERTION.findall(text):
            if name not in known.insertions:
                entry.notes.unknown_name(_at(text, name), "insertion", known.insertions)
        if set(INSERTION.sub("", text)) & set("{}"):
            entry.notes.note(text, STRAY_BRACE, name=str(draft))
    return entry.bilingual(role)


def _table(block: Entry) -> tuple[tuple[str, ...], int]:
    entry = block.entry("table", ("columns", "rows"))
    columns = tuple(bilingual(tree, entry.key("columns"), entry.notes) for tree in entry.list("columns"))
    if not columns:
        entry.missing("columns")
    return columns, _count(entry, "rows")


def _count(entry: Entry, key: str) -> int:
    """A number of empty rows or lines."""
    text = entry.text(key)
    count = int(text) if text.isascii() and text.isdigit() else 0
    if text and not 1 <= count <= MOST_ROWS:
        entry.notes.note(text, NOT_SO_MANY_ROWS, key=key, name=str(text), most=MOST_ROWS)
    return count


def _phrase(name: str, phrases: Entry, known: _Known) -> Phrase:
    wordings, trees = [], phrases.list(name)
    if not trees:
        phrases.notes.note(phrases.key(name), MISSING_KEY, key="says", name=str(name))
    for place, tree in enumerate(trees):
        entry = Entry(tree, phrases.key(name), phrases.notes, ("when", "says"))
        if ("when" in entry) == (place == len(trees) - 1):
            phrases.notes.note(entry.key("says"), LAST_ROW, name=str(name))
        wordings.append(Wording(known.when(entry), entry.bilingual("says")))
    return Phrase(name, tuple(wordings))


def _ticked(name: str, lists: Entry, known: _Known) -> Ticked:
    questions = [one for one, readable in known.names.items() if readable.kind in ("one", "many")]
    return Ticked(name, named(lists, "question", lists.some_names(name), questions))


def _both(tree: Tree) -> Iterator[str]:
    """The texts of a sentence in every language, as far as they are there."""
    for text in tree.values() if isinstance(tree, dict) else ():
        if isinstance(text, str):
            yield text


def _at(text: str, name: str) -> str:
    """A name that stands in a text, at the line where that stands."""
    from collector_guard.files.tree import Written

    return Written(name, text.line, text.file) if isinstance(text, Written) else name
