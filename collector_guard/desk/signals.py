"""End in order at Ctrl-C and at the signals that ask a program to end."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from collector_guard.files.errors import Ended

ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name)]


@contextmanager
def ending_by_signals() -> Iterator[None]:
    """Leave in order at the signals that end a program, so that a terminal is left as it was.

    Behind it Ctrl-C changes nothing any more where it was to be heard once.
    """
    # What was told to ignore one, as nohup does, goes on ignoring it.
    ending = [number for number in ENDING if signal.getsignal(number) is signal.SIG_DFL]
    came: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        for one in ending:  # a second one would break off the goodbye
            signal.signal(one, signal.SIG_IGN)
        ignore_interrupts()
        raise Ended(number)

    try:
        for number in ending:
            signal.signal(number, end)
    except ValueError:  # not the main thread: signals are somebody else's
        ending = []
    try:
        yield
    except OSError:
        # Where the terminal is gone, leaving it in order fails, too.
        if came:
            raise Ended(came[0]) from None
        raise
    finally:
        ignore_interrupts()
        for number in ending if not came else ():
            signal.signal(number, signal.SIG_DFL)


def hear_one_interrupt() -> None:
    """Let the first Ctrl-C end the program, and none after it: that one would break off the goodbye."""
    with suppress(ValueError):  # not the main thread: signals are somebody else's
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, _interrupt)


def ignore_interrupts() -> None:
    """Let Ctrl-C change nothing any more: the program is ending, and could only be broken off in its last words.

    It is to be called before what ends the program is raised: behind that there is a moment in which nobody catches
    what Ctrl-C raises. Where it was not to be heard once, the process is another's, and goes on hearing it.
    """
    if signal.getsignal(signal.SIGINT) is _interrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    ignore_interrupts()
    raise KeyboardInterrupt
