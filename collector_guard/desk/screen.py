"""The screen that the reader reads and types at: what was written since the last key, and how to take lines back."""

from collections.abc import Sequence
from functools import lru_cache

from collector_guard.desk.environment import Environment
from collector_guard.desk.keyboard import TOGETHER, forget_begun_line, line_from, lines_waiting
from collector_guard.render.lines import Line, Lines
from collector_guard.wording.sentences import sentence
from collector_guard.wording.wrapping import WIDEST, width, wrap

# Left free after a prompt, so that what is typed does not begin on a row of its own.
ROOM_TO_TYPE = 6
# What is marked most: the first page, to tell whether it stands. Questions and other pages have marks of their own.
PAGE, ASKED = "page", "asked"
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


class Screen:
    """A terminal that is written to line by line; nothing that was read is written over."""

    def __init__(self, environment: Environment, *, plain: bool) -> None:
        """Take the streams; a plain screen has no colour, and nothing is taken back from it."""
        self.environment = environment
        self.language = environment.language
        self.is_plain = plain or environment.wants_lines
        self._unread = 0
        # How many rows are below what was marked by a name, and the most that ever were: what those pushed off the
        # screen does not come back with what is erased.
        self._marks: dict[str, tuple[int, int]] = {}
        self._typed_on = 0

    @property
    def size(self) -> tuple[int, int]:
        """The columns and rows of the terminal as it is at this moment."""
        return self.environment.size(self.environment.talk)

    @property
    def columns(self) -> int:
        """How wide text is written: the terminal's columns, but no more than can be read."""
        return min(self.size[0], WIDEST)

    @property
    def room(self) -> int:
        """How many rows can still be written before something unread leaves the screen; one is for the prompt."""
        return max(self.size[1] - 1, 1) - self._unread

    @property
    def is_styled(self) -> bool:
        """Tell whether bold and dim are wanted, and the terminal shows them."""
        return not self.is_plain and self.environment.obeys_escapes

    def write(self, rows: Lines | Sequence[str]) -> None:
        """Write laid-out lines, or text."""
        if rows and isinstance(rows[0], Line):
            self.show(tuple(row for row in rows if isinstance(row, Line)))
        else:
            self.put(*(row for row in rows if isinstance(row, str)))

    def seen(self, rows: int | None = None) -> None:
        """Count all that was written as read, or the last rows of it."""
        self._unread = 0 if rows is None else max(self._unread - rows, 0)

    def mark(self, name: str = PAGE) -> None:
        """Remember by a name what is written next."""
        self._marks[name] = (0, 0)

    def shows_mark(self, more: int, name: str = PAGE) -> bool:
        """Tell whether what was marked stays on the screen when so many more rows are written."""
        if name not in self._marks:
            return False
        since, most = self._marks[name]
        return max(since + more, most) < self.size[1]

    def drew(self, rows: int) -> None:
        """Take note of rows that something else wrote and has erased again."""
        self._count(rows)
        self._count(-rows)

    def put(self, *lines: str) -> None:
        """Write lines at once: what follows may take time or wait for the reader."""
        stream = self.environment.talk
        stream.writelines(f"{line}\n" for line in lines)
        stream.flush()
        self._count(len(lines))

    def put_whole(self, line: str) -> None:
        """Write a line that holds a command, to be copied: the terminal breaks it."""
        self.put(line)
        self._count(self._rows_of(line) - 1)

    def show(self, lines: Lines) -> None:
        """Write laid-out lines, painted where that is wanted."""
        if lines:
            self.environment.show(lines, self.environment.talk, plain=self.is_plain)
            self.environment.talk.flush()
            self._count(len(lines))

    def say(self, kind: str, **values: object) -> None:
        """Write a sentence of ours."""
        self.put(*self.wrapped(sentence(kind, self.language, **values)))

    def wrapped(self, text: str, first: str = "", rest: str = "") -> list[str]:
        """Break a text into lines for this terminal; `first` and `rest` stand before its first and other lines."""
        return list(_wrapped(text, self.columns, first, rest))

    def styled(self, style: str, lines: Sequence[str]) -> list[str]:
        """The lines in bold or dim, where the terminal shows it."""
        return [f"{style}{line}{PLAIN}" for line in lines] if self.is_styled else list(lines)

    def rows_of_prompt(self, asked: str) -> int:
        """How many rows a prompt takes."""
        return len(self._prompt(asked))

    def read(self, asked: str) -> str:
        """Write a prompt and read the line typed after it; UNREADABLE for bytes that are no text.

        What was typed before there was a prompt, and several lines that come together, as they are pasted, come with
        line breaks in them: they are heard as keys and danger words, and are no answers. Raises EOFError where nothing
        more can be typed.
        """
        stream, keyboard = self.environment.talk, self.environment.stdin
        if ahead := [line for line in lines_waiting(keyboard) if line.strip()]:
            self._typed_on = 0
            return "\n".join(("", *ahead))
        *above, last = self._prompt(asked)
        self.put(*above)
        forget_begun_line(keyboard)
        stream.write(last + " ")
        stream.flush()
        line = line_from(keyboard)
        together = [line, *lines_waiting(keyboard, TOGETHER)]
        rows = [self._rows_of(last + " " + line), *map(self._rows_of, together[1:])]
        self._typed_on = len(above) + sum(rows)
        self._count(self._typed_on - len(above))
        self._unread = 0
        return "\n".join((line, *filter(str.strip, together[1:])))

    def _rows_of(self, written: str) -> int:
        """How many rows a line takes with the column behind it, where the cursor stood."""
        return 1 + width(written) // self.size[0]

    def _prompt(self, asked: str) -> list[str]:
        return wrap(f"{asked} >".lstrip(), self.columns - ROOM_TO_TYPE)

    def can_take_back(self, rows: int) -> bool:
        """Tell whether the prompt read last and so many rows above it can be erased."""
        return self.is_styled and 0 < rows + self._typed_on < self.size[1]

    def take_back(self, rows: int = 0) -> None:
        """Erase the prompt read last, with what was typed, and so many rows above it, where the terminal can."""
        can, rows, self._typed_on = self.can_take_back(rows), rows + self._typed_on, 0
        if can:
            self.environment.talk.write(f"\x1b[{rows}F\x1b[J")
            self.environment.talk.flush()
            self._count(-rows)
            self._unread = 0
            self._marks = {name: rows for name, rows in self._marks.items() if rows[0] > 0}  # of others all is gone

    def _count(self, rows: int) -> None:
        self._unread = max(self._unread + rows, 0)
        self._marks = {name: (since + rows, max(since + rows, most)) for name, (since, most) in self._marks.items()}


@lru_cache(maxsize=256)
def _wrapped(text: str, columns: int, first: str, rest: str) -> tuple[str, ...]:
    """Break a text; the lines of a question are wanted several times before it is written."""
    return tuple(wrap(text, columns, first, rest))
