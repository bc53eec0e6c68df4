"""A line that tells, on a terminal, how long a proof has taken."""

from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Self

from collector_guard.desk.environment import Environment
from collector_guard.wording.sentences import sentence
from collector_guard.wording.wrapping import width


class Progress:
    """Written over once a second by whoever is called now and then, and taken away at the end."""

    def __init__(self, environment: Environment, clock: Callable[[], float] = monotonic) -> None:
        self._environment = environment
        self._clock = clock
        self._start = clock()
        self._seconds = 0
        self._cells = 0

    def __enter__(self) -> Self:
        return self

    def __call__(self) -> None:
        """Tell another second; nothing in the first, or where nobody would see it."""
        seconds = int(self._clock() - self._start)
        if seconds > self._seconds and self._environment.stderr.isatty():
            self._seconds = seconds
            text = sentence("proving", self._environment.language, seconds=seconds)
            self._write(text)
            self._cells = width(text)

    def __exit__(self, *_: object) -> None:
        if self._cells:
            self._write(" " * self._cells)
            self._write("")

    def _write(self, text: str) -> None:
        with suppress(OSError):
            self._environment.stderr.write(f"\r{text}")
            self._environment.stderr.flush()
