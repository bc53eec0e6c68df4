"""What can go wrong, as values: the sentences are in wording.py."""

from typing import NamedTuple


class Problem(NamedTuple):
    """One mistake in a data file; `values` fill the sentence that wording.py has for `kind`."""

    file: str
    line: int
    kind: str
    values: tuple[tuple[str, object], ...] = ()


class StatedError(Exception):
    """Something a user can put right: its kind, and the values of its sentence."""

    status = 1

    def __init__(self, kind: str, **values: object) -> None:
        super().__init__(kind, values)
        self.kind = kind
        self.values = values


class UsageError(StatedError):
    """A command line that cannot be understood."""

    status = 2


class DataError(StatedError):
    """Data files with mistakes, all of them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("bad-data", count=len(problems))
        self.problems = problems


class Left(Exception):
    """The reader left before the end; `wipe` asks for a clean screen, `going_on` is the command that goes on."""

    status = 130

    def __init__(self, *, wipe: bool = False, going_on: str = "") -> None:
        super().__init__()
        self.wipe = wipe
        self.going_on = going_on

    def kind_of(self, *, wiped: bool) -> str:
        """The kind of the sentence that says so, where the screen was cleared or could not be."""
        cleared = "-wiped" if wiped else "-not-wiped"
        return "left" + (cleared if self.wipe else "") + ("-saved" if self.going_on else "")
