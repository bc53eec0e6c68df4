"""Where and for whom a prompter asks, and the keys that work at every question."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TextIO

from collector_guard.flow.model import Question
from collector_guard.flow.situation import Situation

Aside = Callable[[str, Question, Situation], None]
Size = tuple[int, int]
USUAL_SIZE = (80, 24)
# Below this no menu is drawn, and nothing scrolls away before the reader says so.
FEWEST_ROWS = 16


class Standing(NamedTuple):
    """Where a question stands in its walk: how many come after it at most, and whether there is one to go back to."""

    left: int
    leads_back: bool


@dataclass
class Scroll:
    """What was written since the reader last typed; `typed` is what was typed early, where the screen was full.

    While `asking`, a question and its choices are being written, and what is typed early may be the answer. While
    `beginning`, what a plan begins with is being written.
    """

    shown: int = 0
    typed: str | None = None
    asking: bool = False
    beginning: bool = False


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
    card at `!` and at a danger word, which it then gets in place of the key. `standing` tells where a question stands,
    `now` the time of day, `size` the columns and rows of the terminal as they are at this moment. `styled` writes bold
    and dim.
    """

    language: str
    reading: TextIO
    writing: TextIO
    aside: Aside
    standing: Callable[[Question, Situation], Standing]
    danger_words: tuple[str, ...]
    now: Callable[[], datetime]
    size: Callable[[], Size]
    styled: bool = False
    scroll: Scroll = field(default_factory=Scroll)

    @property
    def is_low(self) -> bool:
        """Whether the screen has so few rows that much scrolls away at once."""
        return self.size()[1] < FEWEST_ROWS


def size_of(stream: TextIO) -> Size:
    """The columns and rows of the terminal behind a stream; the usual ones where it has none."""
    try:
        columns, rows = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return USUAL_SIZE
    return columns or USUAL_SIZE[0], rows or USUAL_SIZE[1]
