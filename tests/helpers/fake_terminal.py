"""A terminal in memory: lines that are typed, and what was written, for a walk in the process of the test."""

import io

from collector_guard.desk.environment import Environment


class FakeTerminal(io.StringIO):
    """A terminal at which lines are typed; those of `last` over and over once they are used up, if there are any."""

    encoding = "UTF-8"

    def __init__(self, *lines, last=None):
        super().__init__()
        self.lines = [*lines]
        self.last = last

    def isatty(self):
        return True

    def readline(self, _size=-1):
        """The next line; nothing more can be typed when there is none."""
        if not self.lines and self.last is not None:
            self.lines = self.last.split("\n")
        return self.lines.pop(0) + "\n" if self.lines else ""


def environment_of(*lines, columns=80, rows=24, language="zh", last=None, **variables):
    """An environment with one terminal for everything; what is typed is there from the beginning."""
    terminal = FakeTerminal(*lines, last=last)
    size = {"COLUMNS": str(columns), "LINES": str(rows), "TERM": "xterm-256color"}
    return Environment(language, terminal, terminal, terminal, size | variables)


def written(environment):
    """All that was written to the terminal."""
    return environment.stdout.getvalue()
