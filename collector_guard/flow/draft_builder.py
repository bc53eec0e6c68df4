"""Turn the tree of a flow's drafts file into Drafts."""

from collections.abc import Iterator
from typing import NamedTuple

from collector_guard.files.entries import Entry, bilingual
from collector_guard.files.errors import Kind
from collector_guard.files.tree import Tree, Written
from collector_guard.flow.definitions import DEFINED_TWICE, Definitions, rows
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


class _Known(NamedTuple):
    """The names that the texts of drafts may use."""

    defined: Definitions
    insertions: tuple[str, ...]
    lists: tuple[str, ...]


def build_drafts(defined: Definitions, file: Entry) -> Drafts:
    """The drafts of a file."""
    phrases, lists = file.entry("phrases"), file.entry("lists")
    insertions = (TODAY, DAY, *(name for name, _ in phrases.items()))
    known = _Known(defined, insertions, (FINDINGS, LAST_DAYS, *(name for name, _ in lists.items())))
    for name in (name for name in (*phrases.tree, *lists.tree) if name in (TODAY, DAY, FINDINGS, LAST_DAYS)):
        file.notes.note(name, DEFINED_TWICE, name=str(name))
    questions = [one for one, readable in defined.names.items() if readable.kind in ("one", "many")]
    return Drafts(
        tuple(_draft(entry, known) for entry in file.entry("drafts").entries(DRAFT_KEYS)),
        tuple(
            Phrase(
                name, tuple(Wording(defined.when(row), row.bilingual("says")) for row in rows(phrases, name, "says"))
            )
            for name in phrases.tree
        ),
        tuple(Ticked(name, lists.known("question", lists.some_names(name), questions)) for name in lists.tree),
    )


def _draft(entry: Entry, known: _Known) -> Draft:
    blocks = tuple(_block(tree, entry, known) for tree in entry.list("blocks"))
    if not blocks:
        entry.missing("blocks")
    return Draft(
        id=entry.owner,
        title=entry.bilingual("title"),
        does=entry.bilingual("does"),
        when=known.defined.when(entry),
        addressees=tuple(_addressee(tree, entry, known) for tree in entry.list("for")),
        large=entry.yes("large"),
        cites=known.defined.cites(entry, entry.names("cites")),
        blocks=blocks,
    )


def _addressee(tree: Tree, draft: Entry, known: _Known) -> Addressee:
    entry = Entry(tree, draft.key("for"), draft.notes, ("to", "calls", "when"))
    return Addressee(known.defined.when(entry), entry.bilingual("to"), known.defined.calls(entry))


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
        when=known.defined.when(entry),
        columns=columns,
        rows=rows,
        laws=entry.known("law", entry.names("laws"), known.defined.laws.laws),
        blank=entry.one_of("blank", ("yes", "no"), "yes") == "yes",
    )


def _text(role: str, entry: Entry, known: _Known, draft: str) -> str:
    if role in ("table", "lines"):
        return ""
    if role == "list":
        name = entry.text("list")
        return next(iter(entry.known("list", (name,), known.lists)), "")
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


def _both(tree: Tree) -> Iterator[str]:
    """The texts of a sentence in every language, as far as they are there."""
    for text in tree.values() if isinstance(tree, dict) else ():
        if isinstance(text, str):
            yield text


def _at(text: str, name: str) -> str:
    """A name that stands in a text, at the line where that stands."""
    return Written(name, text.line, text.file) if isinstance(text, Written) else name
