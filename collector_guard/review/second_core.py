"""Work that two processes share, where there is a second core."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TypeVar

Result = TypeVar("Result")


def is_there() -> bool:
    """Whether this process can be copied, and the copy has a core of its own."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return hasattr(os, "fork") and cores > 1 and threading.active_count() == 1


def done_by_both(works: Sequence[Callable[[], Result]]) -> dict[int, Result]:
    """The results of works by their number, the last done first, each by whichever process comes to it.

    Those are missing that the copy of this process could not finish.
    """
    (turns, fill), (told, tell) = os.pipe(), os.pipe()
    os.write(fill, bytes(reversed(range(len(works)))))
    os.close(fill)
    copy = os.fork()
    if copy == 0:
        _work_aside(works, turns, tell)
    os.close(tell)
    try:
        done = dict(_in_turn(works, turns))
        with os.fdopen(told, "rb") as pipe:
            pickled = pipe.read()
    finally:
        os.close(turns)
        os.kill(copy, signal.SIGKILL)
        os.waitpid(copy, 0)
    return done | (pickle.loads(pickled) if pickled else {})  # noqa: S301 a copy of this process wrote it


def _in_turn(works: Sequence[Callable[[], Result]], turns: int) -> Iterator[tuple[int, Result]]:
    while turn := os.read(turns, 1):
        yield turn[0], works[turn[0]]()


def _work_aside(works: Sequence[Callable[[], Result]], turns: int, tell: int) -> None:
    """Do a share of the works in the copy, which shows nothing and leaves nothing undone behind it."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1), os.dup2(nowhere, 2)
        with suppress(Exception), os.fdopen(tell, "wb") as pipe:
            pipe.write(pickle.dumps(dict(_in_turn(works, turns))))
    finally:
        os._exit(0)
