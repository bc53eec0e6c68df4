"""Read how soon a flow tells its reader what."""

from __future__ import annotations

import re
from collections.abc import Mapping

from collector_guard.files.entries import Entry
from collector_guard.flow.condition_parser import Readable, parse
from collector_guard.flow.model import Limit, Pace
from collector_guard.flow.when import ALWAYS, Condition

KEYS = ("at-the-door", "advice", "plan", "pause", "walk")
COUNT = re.compile(r"[1-9][0-9]{0,2}")


def build_pace(flow: Entry, names: Mapping[str, Readable]) -> Pace | None:
    """The pace of flow.yaml, where it has one; `names` are what a condition may read."""
    if "pace" not in flow:
        return None
    entry = flow.entry("pace", KEYS)
    return Pace(
        at_the_door=_at_the_door(entry, names),
        advice=_limit(entry, "advice"),
        plan=_limit(entry, "plan"),
        pause=_pause(entry, names),
        walk=_limit(entry, "walk"),
    )


def _at_the_door(entry: Entry, names: Mapping[str, Readable]) -> Condition:
    if "at-the-door" not in entry:
        entry.missing("at-the-door")
        return ALWAYS
    return parse(entry.tree["at-the-door"], entry.key("at-the-door"), names, entry.notes)


def _limit(entry: Entry, key: str) -> Limit:
    text = entry.text(key)
    if text and COUNT.fullmatch(text) is None:
        entry.notes.note(text, "not-a-count", key=key, name=str(text))
        text = ""
    return Limit(entry.key(key), int(text or 1))


def _pause(entry: Entry, names: Mapping[str, Readable]) -> str:
    name = entry.text("pause")
    questions = tuple(one for one, readable in names.items() if readable.kind == "one")
    if name and name not in questions:
        entry.notes.unknown_name(name, "one-question", questions)
    return name
