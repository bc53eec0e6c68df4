"""Read how soon a flow tells its reader what."""

from __future__ import annotations

import re
from collections.abc import Mapping

from collector_guard.files.entries import Entry
from collector_guard.files.errors import Kind
from collector_guard.flow.condition_parser import Readable, parse
from collector_guard.flow.model import Limit, Pace
from collector_guard.flow.when import ALWAYS, Condition

NOT_A_COUNT = Kind(
    "not-a-count",
    "'{key}' 要写成 1 到 999 的数字，不能是 '{name}'。",
    "'{key}' must be a number from 1 to 999, not '{name}'.",
)

KEYS = ("at-the-door", "advice", "plan", "pause", "danger", "after-danger", "walk")
COUNT = re.compile(r"[1-9][0-9]{0,2}")


def build_pace(flow: Entry, names: Mapping[str, Readable]) -> Pace | None:
    """The pace of flow.yaml, where it has one; `names` are what a condition may read."""
    if "pace" not in flow:
        return None
    entry = flow.entry("pace", KEYS)
    has_danger = "danger" in entry or "after-danger" in entry
    return Pace(
        at_the_door=_condition(entry, "at-the-door", names),
        advice=_limit(entry, "advice"),
        plan=_limit(entry, "plan"),
        pauses=_pauses(entry, names),
        walk=_limit(entry, "walk"),
        danger=_condition(entry, "danger", names) if has_danger else None,
        after_danger=_limit(entry, "after-danger") if has_danger else None,
    )


def _condition(entry: Entry, key: str, names: Mapping[str, Readable]) -> Condition:
    if key not in entry:
        entry.missing(key)
        return ALWAYS
    return parse(entry.tree[key], entry.key(key), names, entry.notes)


def _limit(entry: Entry, key: str) -> Limit:
    text = entry.text(key)
    if text and COUNT.fullmatch(text) is None:
        entry.notes.note(text, NOT_A_COUNT, key=key, name=str(text))
        text = ""
    return Limit(entry.key(key), int(text or 1))


def _pauses(entry: Entry, names: Mapping[str, Readable]) -> tuple[str, ...]:
    questions = tuple(one for one, readable in names.items() if readable.kind == "one")
    pauses = entry.some_names("pause")
    for name in (name for name in pauses if name not in questions):
        entry.notes.unknown_name(name, "one-question", questions)
    return tuple(name for name in pauses if name in questions)
