"""A terminal in memory: lines that are typed, and what was written, for a walk in the process of the test."""

import io

from collector_guard.desk.environment import Environment


class FakeTerminal(io.StringIO):
    """A terminal at which lines are typed."""

    encoding = "UTF-8"

    def __init__(self, *lines):
        super().__init__()
        self.lines = [*lines]

    def isatty(self):
        return True

    def readline(self, _size=-1):
        """The next line, echoed as a terminal does; nothing more can be typed when there is none."""
        line = self.typed()
        if line is None:
            return ""
        self.write(f"{line}\n")
        return f"{line}\n"

    def typed(self):
        """The next line without its end."""
        return self.lines.pop(0) if self.lines else None


def environment_of(*lines, columns=80, rows=24, language="zh", **variables):
    """An environment with one terminal for everything; what is typed is there from the beginning."""
    terminal = FakeTerminal(*lines)
    size = {"COLUMNS": str(columns), "LINES": str(rows), "TERM": "xterm-256color"}
    return Environment(language, terminal, terminal, terminal, size | variables)


def written(environment):
    """All that was written to the terminal."""
    return environment.stdout.getvalue()
