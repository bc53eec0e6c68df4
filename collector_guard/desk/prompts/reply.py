"""The question that is put to a prompt, and its reply: an answer, a key, or a danger word."""

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeAlias

from collector_guard.flow.model import Question, Taken
from collector_guard.flow.when import Measure
from collector_guard.render.lines import Lines


class Key(StrEnum):
    """A key that can be pressed in place of an answer."""

    BACK = "<"
    WHY = "?"
    CARD = "!"
    PLAN = "="
    LEAVE = "q"
    WIPE = "qq"


class DangerWord(NamedTuple):
    """A danger word of the flow that was typed."""

    word: str


class Refused(NamedTuple):
    """A line that is no answer: what would be right, as a sentence; `offers` are what it may have meant."""

    says: str
    offers: tuple[time, ...] = ()


Reply: TypeAlias = Taken | Key | DangerWord


class Turn(NamedTuple):
    """One question as it is put to the reader.

    It stands below `above`, which goes with the choices where it is `passing`; `typed` was typed before the question
    stood, and answers it; `suggestion` was said before; `left` is how many questions may follow at most, None where
    that is not told. A date after `until` cannot be; a time is on one side or the other of each of the `bounds`.
    """

    question: Question
    suggestion: Taken | None
    today: date
    is_first: bool
    left: int | None = None
    until: date | None = None
    bounds: frozenset[Measure] = frozenset()
    above: Lines = ()
    is_passing: bool = False
    typed: str = ""


class Prompt(Protocol):
    """A way of asking."""

    def rows(self, turn: Turn) -> int:
        """How many rows a question takes, with the line that is typed at, and without what stands above it."""

    def ask(self, turn: Turn) -> Reply:
        """Put a question and return what was pressed. Raises EOFError where nothing more can be typed."""
