"""Work that two processes share, where there is a second core."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import BinaryIO, TypeVar

Result = TypeVar("Result")


def is_there() -> bool:
    """Whether this process can be copied, and the copy has a core of its own."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return hasattr(os, "fork") and cores > 1 and threading.active_count() == 1


@contextmanager
def aside(work: Callable[[], Result]) -> Iterator[Callable[[], Result | None]]:
    """Do a work in a copy of this process; what waits for its result, once, has None where it could not be done."""
    told, tell = os.pipe()
    copy = os.fork()
    if copy == 0:
        _in_copy(work, tell)
    os.close(tell)
    try:
        with os.fdopen(told, "rb") as pipe:
            yield lambda: pickle.loads(pipe.read() or pickle.dumps(None))  # noqa: S301 a copy of this process wrote it
    finally:
        os.kill(copy, signal.SIGKILL)
        os.waitpid(copy, 0)


def done_by_both(works: Sequence[Callable[[], Result]]) -> dict[int, Result]:
    """The results of works by number, the last done first, each by whichever process is free; lost ones are missing."""
    read, fill = os.pipe()
    os.write(fill, bytes(reversed(range(len(works)))))
    os.close(fill)
    with os.fdopen(read, "rb", buffering=0) as turns, aside(partial(_in_turn, works, turns)) as of_copy:
        return _in_turn(works, turns) | (of_copy() or {})


def _in_turn(works: Sequence[Callable[[], Result]], turns: BinaryIO) -> dict[int, Result]:
    return {turn[0]: works[turn[0]]() for turn in iter(partial(turns.read, 1), b"")}


def _in_copy(work: Callable[[], object], tell: int) -> None:
    """Do a work in the copy, which shows nothing and leaves nothing undone behind it."""
    try:
        os.dup2(os.dup2(os.open(os.devnull, os.O_WRONLY), 1), 2)
        with suppress(Exception), os.fdopen(tell, "wb") as pipe:
            pipe.write(pickle.dumps(work()))
    finally:
        os._exit(0)
