"""What can go wrong, as values: the sentences are in wording.py."""

from enum import IntEnum
from typing import NamedTuple


class ExitStatus(IntEnum):
    """The status with which the program ends."""

    DONE = 0
    STATED_ERROR = 1  # nothing found, bad data, a file that cannot be read or written: said in one sentence
    WRONG_USAGE = 2  # a command line that cannot be understood
    ANSWERS_MISSING = 3  # a question came up, and without a terminal nobody is there to answer
    INTERRUPTED = 130  # the reader left: q, Ctrl-C, Ctrl-D


class Typed(str):
    """What a person typed or wrote in a file: shortened where it is repeated."""

    __slots__ = ()


class Problem(NamedTuple):
    """One mistake in a data file; `values` fill the sentence that wording.py has for `kind`."""

    file: str
    line: int
    kind: str
    values: tuple[tuple[str, object], ...] = ()


class StatedError(Exception):
    """Something a user can put right: its kind, and the values of its sentence."""

    status = ExitStatus.STATED_ERROR

    def __init__(self, kind: str, **values: object) -> None:
        super().__init__(kind, values)
        self.kind = kind
        self.values = values


class UsageError(StatedError):
    """A command line that cannot be understood."""

    status = ExitStatus.WRONG_USAGE


class DataError(StatedError):
    """Data files with mistakes, all of them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("bad-data", count=len(problems))
        self.problems = problems


class Left(Exception):
    """The reader left before the end; `wipe` asks for a clean screen.

    Where answers are `saved`, `going_on` is the command that goes on with them, and `lacking` is how many of them the
    file does not hold, for a `reason`.
    """

    def __init__(self, *, wipe: bool = False, status: int = ExitStatus.INTERRUPTED) -> None:
        super().__init__()
        self.wipe = wipe
        self.status = status
        self.saved = False
        self.going_on = ""
        self.lacking = 0
        self.reason = ""


class Ended(KeyboardInterrupt):
    """A signal asked the program to end; like Ctrl-C it is caught by nothing on its way."""

    def __init__(self, signal_number: int) -> None:
        super().__init__()
        self.status = 128 + signal_number
