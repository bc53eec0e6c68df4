"""Write what was asked for into a file, never through a link and never over another file unasked."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from collector_guard.files.errors import NameTakenError
from collector_guard.files.whole_file import is_there, part_of, remove_parts, write_whole

if TYPE_CHECKING:
    from pathlib import Path


def write_output(path: Path, content: bytes, *, overwrite: bool) -> None:
    """Write a file whole or not at all; StatedError for what stands there, OSError where writing does not work."""
    if is_there(path, "output-not-a-file"):
        if not overwrite:
            raise NameTakenError("output-exists", name=path.name)
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "")
    remove_parts(path)
    write_whole(path, content, part_of(path))
