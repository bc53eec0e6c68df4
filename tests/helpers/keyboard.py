"""A keyboard and a screen in memory, for a session without a terminal around it."""

import io


class Screen(io.StringIO):
    """A terminal to write to."""

    encoding = "UTF-8"

    def isatty(self) -> bool:
        return True


class Keyboard(Screen):
    """A terminal at which lines are typed, and those of `last` over and over once they are used up."""

    def __init__(self, lines: list[str], last: str = "") -> None:
        super().__init__()
        self.lines = lines[::-1]
        self.last = last

    def readline(self, _size: int | None = -1) -> str:
        if not self.lines:
            self.lines = self.last.split("\n")[::-1]
        return self.lines.pop() + "\n"
