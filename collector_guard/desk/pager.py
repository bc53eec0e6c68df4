"""Show what is longer than the screen piece by piece, and wait for the reader between two pieces.

What is typed at a stop instead of Enter is returned, and nothing more is shown. EOFError where the reader leaves.
"""

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


def show(screen: Screen, *blocks: Block, says: Says | None = None) -> str:
    """Show blocks one below the other, none broken that fits; stop before one that pushes away what was not read.

    A stop lasts while something is said to its lines.
    """
    rest = _cut(screen, blocks)
    while rest:
        if len(rest[0]) <= _room(screen):
            screen.write(rest.pop(0))
        elif typed := _stop(screen, sum(len(block) for block in rest), says):
            return typed
    return ""


def make_room(screen: Screen, rows: int) -> str:
    """Stop where so many rows would push away what was not read yet, if they fit on a screen at all."""
    fits = rows < screen.size[1]
    return _stop(screen, rows) if fits and rows > _room(screen) else ""


def read(screen: Screen, below: Sequence[str], asked: str = "") -> str:
    """Write lines, read one below them, and take them all back where the terminal can."""
    if early := show(screen, below):
        return early
    line = screen.read(asked)
    screen.take_back(len(below))
    return line


def _room(screen: Screen) -> int:
    """How many rows can be written before the next stop."""
    return screen.room + 1 - _rows_of_stop(screen)


def _rows_of_stop(screen: Screen) -> int:
    return screen.rows_of_prompt(sentence("more", screen.language, left=MANY))


def _cut(screen: Screen, blocks: Sequence[Block]) -> list[Block]:
    """The blocks that hold anything, those that are higher than the screen in pieces of its height."""
    most = max(screen.size[1] - _rows_of_stop(screen), 1)
    return [block[at : at + most] for block in blocks for at in range(0, len(block), most)]


def _stop(screen: Screen, left: int, says: Says | None = None) -> str:
    asked, below = sentence("more", screen.language, left=left), list[str]()
    while True:
        early = show(screen, below)
        typed = early or screen.read(asked)
        screen.take_back(0 if early else len(below))
        if not typed.strip():
            return ""
        below = [*says(typed)] if says else []
        if not below:
            return typed
