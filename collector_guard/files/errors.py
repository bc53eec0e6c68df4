"""What can go wrong, as values: a mistake in data files carries its sentence, anything else has it in `wording`."""

from enum import IntEnum
from typing import NamedTuple, Self


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


class Kind(str):
    """A kind of mistake in data files, by name, with what is said of it in Chinese and English.

    It is declared once, where such a mistake is found.
    """

    __slots__ = ("says",)
    says: tuple[str, str]

    def __new__(cls, name: str, chinese: str, english: str) -> Self:
        """Name the kind; it compares and sorts as its name."""
        kind = super().__new__(cls, name)
        kind.says = (chinese, english)
        return kind

    def __reduce__(self) -> tuple[type[str], tuple[str, str, str]]:
        """Return what a copy is made of."""
        return Kind, (str(self), *self.says)


class Problem(NamedTuple):
    """One mistake in a data file; `values` fill the sentence of its `kind`."""

    file: str
    line: int
    kind: Kind
    values: tuple[tuple[str, object], ...] = ()


# Of very many mistakes in one file nobody reads more.
MOST_MISTAKES = 100
TOO_MANY_MISTAKES = Kind(
    "too-many-mistakes",
    "这个文件的错误超过 {most} 处，其余没有列出。",
    "This file has more than {most} mistakes. The others are not listed.",
)


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


class NameTakenError(StatedError):
    """A file of that name is there, and is not written over unasked."""


class NotKeptError(StatedError):
    """Nothing can be kept under that name, as the system says."""


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
