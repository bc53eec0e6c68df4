"""What answers hold, from how they are written: tables and tests have texts."""

import re
from datetime import date, time

from collector_guard.flow.model import Taken, Value


def value(text: str) -> Value:
    """A time for `22:00`, a date for `2026-11-27`, and everything else as the choice that it is."""
    if re.fullmatch(r"\d\d:\d\d", text):
        return time.fromisoformat(text)
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text


def taken(*texts: str) -> Taken:
    """What was taken, by how it is written."""
    return tuple(map(value, texts))
