"""Show what is longer than the screen piece by piece, and wait for the reader between two pieces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from collector_guard.desk.screen import Screen
from collector_guard.render.lines import Lines
from collector_guard.wording.sentences import sentence

Block: TypeAlias = Lines | Sequence[str]
# What is said to a line that does not end a stop; nothing to one that does.
Says: TypeAlias = Callable[[str], Sequence[str]]

# As many rows may be left as any page has.
MANY = 99


class Pager:
    """Shows blocks one below the other, and stops before one that would push away what was not read yet.

    What is typed at a stop instead of Enter is returned, and nothing more is shown. EOFError where the reader leaves.
    """

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def show(self, *blocks: Block, says: Says | None = None) -> str:
        """Show blocks, none of them broken that fits on a screen; a stop lasts while something is said to its lines."""
        rest = self._cut(blocks)
        while rest:
            if len(rest[0]) <= self._room:
                self._screen.write(rest.pop(0))
            elif typed := self._stop(sum(len(block) for block in rest), says):
                return typed
        return ""

    def make_room(self, rows: int) -> str:
        """Stop where so many rows would push away what was not read yet, if they fit on a screen at all."""
        fits = rows < self._screen.size[1]
        return self._stop(rows) if fits and rows > self._room else ""

    def read(self, below: Sequence[str], asked: str = "") -> str:
        """Write lines, read one below them, and take them all back where the terminal can."""
        if early := self.show(below):
            return early
        line = self._screen.read(asked)
        self._screen.take_back(len(below))
        return line

    @property
    def _room(self) -> int:
        """How many rows can be written before the next stop."""
        return self._screen.room + 1 - self._rows_of_stop

    @property
    def _rows_of_stop(self) -> int:
        return self._screen.rows_of_prompt(sentence("more", self._screen.language, left=MANY))

    def _cut(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks that hold anything, those that are higher than the screen in pieces of its height."""
        most = max(self._screen.size[1] - self._rows_of_stop, 1)
        return [block[at : at + most] for block in blocks for at in range(0, len(block), most)]

    def _stop(self, left: int, says: Says | None = None) -> str:
        asked, below = sentence("more", self._screen.language, left=left), list[str]()
        while True:
            self._screen.put(*below)
            typed = self._screen.read(asked).strip()
            self._screen.take_back(len(below))
            below = [*says(typed)] if says and typed else []
            if not below:
                return typed
