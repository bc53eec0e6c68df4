"""Lines typed at a terminal: the one that answers a prompt, and those that nobody waited for."""

import select
from contextlib import suppress
from typing import TextIO

# A line that is no text in the encoding of the terminal.
UNREADABLE = "\0"
# Lines that are pasted arrive together; nobody types two in so many seconds.
TOGETHER = 0.02


def line_from(keyboard: TextIO) -> str:
    """The next line, without its end. Raises EOFError where nothing more can be typed."""
    try:
        line = keyboard.readline()
    except UnicodeDecodeError:
        return UNREADABLE
    except OSError:  # the terminal is gone
        line = ""
    if not line.endswith("\n"):
        raise EOFError
    return line.rstrip("\r\n")


def lines_waiting(keyboard: TextIO, seconds: float = 0) -> list[str]:
    """The lines that wait to be read, or come within so many seconds, one after the other. Raises EOFError."""
    lines = []
    while _has_line(keyboard, seconds):
        lines.append(line_from(keyboard))
    return lines


def forget_begun_line(keyboard: TextIO) -> None:
    """Drop a line that was begun before it was asked for: its beginning stands above the prompt, unread."""
    try:
        import termios
    except ImportError:  # Windows
        return
    with suppress(OSError, ValueError, termios.error):  # no terminal
        termios.tcflush(keyboard.fileno(), termios.TCIFLUSH)


def _has_line(keyboard: TextIO, seconds: float) -> bool:
    try:
        return bool(select.select([keyboard], [], [], seconds)[0])
    except (OSError, ValueError):  # no terminal, or Windows
        return False
