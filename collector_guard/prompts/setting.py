"""Where and for whom a prompter asks, and the keys that work at every question."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TextIO

from collector_guard.flow import Question, Situation

Aside = Callable[[str, Question, Situation], None]
Size = tuple[int, int]
USUAL_SIZE = (80, 24)


class Key(StrEnum):
    """What can be pressed in place of an answer."""

    BACK = "<"
    WHY = "?"
    CARD = "!"
    PLAN = "="
    LEAVE = "q"
    WIPE = "qq"


@dataclass(frozen=True)
class Setting:
    """Where and for whom a prompter asks.

    `aside` shows what is not an answer: the reason for the question at `?`, the plan so far at `=`, the emergency
    card at `!` and at a danger word, which it then gets in place of the key. `now` tells the time of day, `size`
    the columns and rows of the terminal as they are at this moment. `styled` writes bold and dim.
    """

    language: str
    reading: TextIO
    writing: TextIO
    aside: Aside
    danger_words: tuple[str, ...]
    now: Callable[[], datetime]
    size: Callable[[], Size]
    styled: bool = False


def size_of(stream: TextIO) -> Size:
    """The columns and rows of the terminal behind a stream; the usual ones where it has none."""
    try:
        columns, rows = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return USUAL_SIZE
    return columns or USUAL_SIZE[0], rows or USUAL_SIZE[1]
