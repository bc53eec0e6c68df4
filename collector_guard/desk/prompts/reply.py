"""What a prompt returns: an answer, a key, or a danger word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeAlias

from collector_guard.flow.situation import Taken

if TYPE_CHECKING:
    from collector_guard.flow.model import Question
    from collector_guard.flow.walk import Walk
    from collector_guard.render.lines import Lines


class Key(StrEnum):
    """What can be pressed in place of an answer."""

    BACK = "<"
    WHY = "?"
    CARD = "!"
    PLAN = "="
    LEAVE = "q"
    WIPE = "qq"


@dataclass(frozen=True)
class DangerWord:
    """A danger word of the flow that was typed."""

    word: str


@dataclass(frozen=True)
class Refused:
    """A line that is no answer: what would be right, as a sentence."""

    says: str


Reply: TypeAlias = Taken | Key | DangerWord


class Prompt(Protocol):
    """A way of asking; it writes the question below what stands `above` it, and returns what was pressed."""

    def rows(self, question: Question, walk: Walk) -> int:
        """How many rows a question takes, with what is typed below it."""

    def ask(self, question: Question, walk: Walk, above: Lines) -> Reply:
        """Ask the question that comes next in a walk. Raises EOFError where nothing more can be typed."""
