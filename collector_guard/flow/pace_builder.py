"""Read how soon a flow tells its reader what."""

import re

from collector_guard.files.entries import Entry
from collector_guard.files.errors import Kind
from collector_guard.flow.definitions import Definitions
from collector_guard.flow.model import Limit, Pace

NOT_A_COUNT = Kind(
    "not-a-count",
    "'{key}' 要写成 1 到 999 的数字，不能是 '{name}'。",
    "'{key}' must be a number from 1 to 999, not '{name}'.",
)

KEYS = ("at-the-door", "advice", "plan", "pause", "danger", "after-danger", "walk")
COUNT = re.compile(r"[1-9][0-9]{0,2}")


def build_pace(defined: Definitions, flow: Entry) -> Pace | None:
    """The pace of flow.yaml, where it has one."""
    if "pace" not in flow:
        return None
    entry = flow.entry("pace", KEYS)
    questions = (name for name, readable in defined.names.items() if readable.kind == "one")
    has_danger = "danger" in entry or "after-danger" in entry
    return Pace(
        at_the_door=defined.condition(entry, "at-the-door"),
        advice=_limit(entry, "advice"),
        plan=_limit(entry, "plan"),
        pauses=entry.known("one-question", entry.some_names("pause"), questions),
        walk=_limit(entry, "walk"),
        danger=defined.condition(entry, "danger") if has_danger else None,
        after_danger=_limit(entry, "after-danger") if has_danger else None,
    )


def _limit(entry: Entry, key: str) -> Limit:
    text = entry.text(key)
    if text and COUNT.fullmatch(text) is None:
        entry.notes.note(text, NOT_A_COUNT, key=key, name=str(text))
        text = ""
    return Limit(entry.key(key), int(text or 1))
