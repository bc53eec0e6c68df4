"""Read the entries of a data file key by key, noting every mistake with its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from collector_guard.files.errors import MOST_MISTAKES, TOO_MANY_MISTAKES, Kind, Problem, StatedError, Typed
from collector_guard.files.tree import Tree, line_of

NOT_A_MAPPING = Kind("not-a-mapping", "'{name}' 下面要写成 名称: 内容。", "Below '{name}' write name: content.")
NOT_A_LIST = Kind("not-a-list", "'{key}' 要写成列表。", "'{key}' must be a list.")
NOT_TEXT = Kind("not-text", "'{key}' 要写文字，不能空着。", "'{key}' must be text and not empty.")
MISSING_KEY = Kind("missing-key", "'{name}' 缺少 '{key}'。", "'{name}' lacks '{key}'.")
UNKNOWN_NAME = Kind("unknown-name", "没有叫 '{name}' 的{what}。", "No {what} is called '{name}'.")
UNKNOWN_NAME_NEAR = Kind(
    "unknown-name-near",
    "没有叫 '{name}' 的{what}。是不是 '{nearest}'？",
    "No {what} is called '{name}'. Did you mean '{nearest}'?",
)
UNKNOWN_PROVISION = Kind("unknown-provision", *UNKNOWN_NAME.says)
UNKNOWN_PROVISION_NEAR = Kind("unknown-provision-near", *UNKNOWN_NAME_NEAR.says)
NOT_ONE_OF = Kind(
    "not-one-of", "'{key}' 不能是 '{name}'。可以是：{known}。", "'{key}' cannot be '{name}'. It may be: {known}."
)
NOT_A_DATE = Kind(
    "not-a-date",
    "'{key}' 要写成 2026-11-23 这样的日期，不能是 '{name}'。",
    "'{key}' must be a date like 2026-11-23, not '{name}'.",
)
BAD_NAME = Kind(
    "bad-name",
    "名称 '{name}' 只能用小写英文字母、数字和中间的 -。",
    "The name '{name}' may hold only small letters, digits and - between them.",
)
TWICE = Kind("twice", "'{name}' 写了两次。", "'{name}' stands twice.")

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# One of a closed list.
Closed = TypeVar("Closed", bound=str)


class Notes:
    """The mistakes found in one file, and the language in which its texts are wanted."""

    def __init__(self, file: str, language: str) -> None:
        self.file = file
        self.language = language
        self.problems: list[Problem] = []

    def note(self, node: Tree, kind: Kind, /, **values: object) -> None:
        """Note a mistake; of very many in one file only the first, with the remark that there are more."""
        if len(self.problems) > MOST_MISTAKES:
            return
        if len(self.problems) == MOST_MISTAKES:
            kind, values = TOO_MANY_MISTAKES, {"most": MOST_MISTAKES}
        self.problems.append(Problem(self.file, line_of(node) or 1, kind, tuple(values.items())))

    def unknown_name(self, node: Tree, what: str, known: Iterable[str]) -> None:
        """Note a name that nothing has, with the nearest that something has."""
        kind, near = (
            (UNKNOWN_PROVISION, UNKNOWN_PROVISION_NEAR) if what == "provision" else (UNKNOWN_NAME, UNKNOWN_NAME_NEAR)
        )
        nearest = nearest_name(str(node), known) if len(self.problems) < MOST_MISTAKES else None
        if nearest:
            self.note(node, near, what=what, name=str(node), nearest=nearest)
        else:
            self.note(node, kind, what=what, name=str(node))


class Entry:
    """A mapping in a data file; what is missing or wrong is noted and read as empty."""

    def __init__(self, tree: Tree | None, owner: str, notes: Notes, known: tuple[str, ...] | None = None) -> None:
        self.owner = owner
        self.notes = notes
        self.tree: dict[str, Tree] = {}
        if isinstance(tree, dict):
            self.tree = tree
        else:
            notes.note(owner, NOT_A_MAPPING, name=str(owner))
        for key in self.tree:
            if known is not None and key not in known:
                notes.unknown_name(key, "key", known)

    def __contains__(self, key: str) -> bool:
        return key in self.tree

    def items(self) -> Iterator[tuple[str, Tree]]:
        """The keys and what stands under them, each key a good name or noted."""
        for key, tree in self.tree.items():
            if NAME.fullmatch(key) is None:
                self.notes.note(key, BAD_NAME, name=str(key))
            yield key, tree

    def entries(self, known: tuple[str, ...]) -> Iterator[Entry]:
        """The mapping under each key."""
        for name, tree in self.items():
            yield Entry(tree, name, self.notes, known)

    def key(self, key: str) -> str:
        """The key as written, which knows its line; the owner where it is missing."""
        return next((written for written in self.tree if written == key), self.owner)

    def missing(self, key: str) -> None:
        self.notes.note(self.owner, MISSING_KEY, key=key, name=str(self.owner))

    def needed(self, key: str) -> str:
        """The key, which is noted where it is missing."""
        if key not in self.tree:
            self.missing(key)
        return key

    def text(self, key: str) -> str:
        """A text that must be there; empty where it is not."""
        return self.optional_text(self.needed(key)) or ""

    def optional_text(self, key: str) -> str | None:
        tree = self.tree.get(key)
        if tree is None:
            return None
        if not isinstance(tree, str) or not tree.strip():
            self.notes.note(self.key(key), NOT_TEXT, key=key)
            return None
        return tree

    def one_of(self, key: str, known: tuple[Closed, ...], default: Closed | None = None) -> Closed:
        """One of a closed list; the default, or the first, where it is missing or wrong."""
        if key not in self.tree and default is not None:
            return default
        text = self.text(key)
        if text and text not in known:
            self.notes.note(self.tree[key], NOT_ONE_OF, key=key, name=text, known=known)
        return next((one for one in known if one == text), known[0])

    def yes(self, key: str) -> bool:
        return self.one_of(key, ("no", "yes"), "no") == "yes"

    def day(self, key: str) -> date:
        """A date that must be there; the first of all days where it is missing or wrong."""
        return self.optional_day(self.needed(key)) or date.min

    def optional_day(self, key: str) -> date | None:
        text = self.optional_text(key)
        if text is None:
            return None
        day = day_in(text)
        if day is None:
            self.notes.note(text, NOT_A_DATE, key=key, name=text)
        return day

    def names(self, key: str) -> tuple[str, ...]:
        """The texts of a list, each once; none where the key is missing."""
        tree = self.tree.get(key)
        listed = (tree,) if isinstance(tree, str) else self.list(key)
        texts = [text for text in listed if isinstance(text, str)]
        if len(texts) < len(listed):
            self.notes.note(self.key(key), NOT_TEXT, key=key)
        for text in (text for place, text in enumerate(texts) if text in texts[:place]):
            self.notes.note(text, TWICE, name=str(text))
        return tuple(dict.fromkeys(texts))

    def some_names(self, key: str) -> tuple[str, ...]:
        """The texts of a list that must have at least one."""
        names = self.names(key)
        if not names:
            self.missing(key)
        return names

    def known(self, what: str, names: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
        """Keep the names that are there; each of the others is noted."""
        names, there = tuple(names), tuple(there)
        for name in (name for name in names if name not in there):
            self.notes.unknown_name(name, what, there)
        return tuple(name for name in names if name in there)

    def bilingual(self, key: str) -> str:
        """A text that must be there in both languages; the one wanted, on one line."""
        return self.optional_bilingual(self.needed(key)) or ""

    def optional_bilingual(self, key: str) -> str | None:
        if key not in self.tree:
            return None
        return bilingual(self.tree[key], self.key(key), self.notes)

    def entry(self, key: str, known: tuple[str, ...] | None = None) -> Entry:
        """The mapping under a key; an empty one where the key is missing."""
        return Entry(self.tree.get(key, {}), self.key(key), self.notes, known)

    def list(self, key: str) -> tuple[Tree, ...]:
        tree = self.tree.get(key, [])
        if not isinstance(tree, list):
            self.notes.note(self.key(key), NOT_A_LIST, key=key)
            return ()
        return tuple(tree)


def bilingual(tree: Tree, owner: str, notes: Notes) -> str:
    """The text of `{zh: …, en: …}` in the wanted language, its lines joined: Chinese without a space."""
    both = Entry(tree, owner, notes, ("zh", "en"))
    texts = {"zh": "".join(both.text("zh").split("\n")), "en": " ".join(both.text("en").split("\n"))}
    return texts[notes.language].strip()


def day_in(text: str) -> date | None:
    """The day that a text like 2026-11-23 names; None where it is anything else."""
    try:
        return date.fromisoformat(text) if DATE.fullmatch(text) else None
    except ValueError:
        return None


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(known), 1)), None)


def unknown(what: str, name: str, known: Iterable[str]) -> StatedError:
    """Refuse a name that nothing has, with the nearest that something has, or else with all."""
    names = tuple(known)
    if nearest := nearest_name(name, names):
        return StatedError("unknown-near", what=what, name=Typed(name), nearest=nearest)
    return StatedError("unknown", what=what, name=Typed(name), known=names)
