"""Work that is done beside other work, where there is a second core."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

Result = TypeVar("Result")


def is_there() -> bool:
    """Whether this process can be copied, and the copy has a core of its own."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return hasattr(os, "fork") and cores > 1 and threading.active_count() == 1


@contextmanager
def aside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Do a work in a copy of this process; what asks for its result, once, does it itself where no copy could."""
    if not is_there():
        yield work
        return
    told, tell = os.pipe()
    copy = os.fork()
    if copy == 0:
        _in_copy(work, tell)
    os.close(tell)
    try:
        with os.fdopen(told, "rb") as pipe:
            yield lambda: pickle.loads(received) if (received := pipe.read()) else work()  # noqa: S301 a copy of this process wrote it
    finally:
        os.kill(copy, signal.SIGKILL)
        os.waitpid(copy, 0)


def _in_copy(work: Callable[[], object], tell: int) -> None:
    """Do a work in the copy, which shows nothing and leaves nothing undone behind it."""
    try:
        os.dup2(os.dup2(os.open(os.devnull, os.O_WRONLY), 1), 2)
        with suppress(Exception), os.fdopen(tell, "wb") as pipe:
            pipe.write(pickle.dumps(work()))
    finally:
        os._exit(0)
