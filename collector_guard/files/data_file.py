"""The text of a data file, or what keeps us from it."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from collector_guard.files.errors import Kind, Problem

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 1024 * 1024
FILE_UNREADABLE = Kind("file-unreadable", "这个文件打不开。", "This file cannot be opened.")
FILE_IS_LINK = Kind(
    "file-is-link",
    "这是一个链接，可能通到别处，所以没有打开。请放文件本身。",
    "This is a link, which may lead anywhere, and was not opened. Put the file itself here.",
)
FILE_TOO_LARGE = Kind(
    "file-too-large", "文件超过 1 MiB。请分成几个文件。", "The file is larger than 1 MiB. Split it into several."
)
FILE_NOT_TEXT = Kind("file-not-text", "不是 UTF-8 文本。请用 UTF-8 保存。", "This is not UTF-8 text. Save it as UTF-8.")


def text_of(path: Path, name: str) -> str | Problem:
    """Return the text of a file, or of what problems call `name` the problem that keeps us from it."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Problem(name, 1, FILE_UNREADABLE)
        if status.st_size > LARGEST_FILE:
            return Problem(name, 1, FILE_TOO_LARGE)
        text = path.read_bytes().decode("utf-8-sig")  # Windows editors begin a file with a mark
    except UnicodeDecodeError:
        return Problem(name, 1, FILE_NOT_TEXT)
    except (OSError, ValueError):
        return Problem(name, 1, FILE_UNREADABLE)
    return Problem(name, 1, FILE_NOT_TEXT) if "\0" in text else text
