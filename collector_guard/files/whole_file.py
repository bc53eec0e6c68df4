"""Write a small private file whole or not at all, and never through a link."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from collector_guard.files.errors import StatedError, Typed

# Only the owner may read what a borrower answered.
PRIVATE = 0o600
# What a system does not have is not asked of it: Windows has no links to refuse here, but turns line ends into its own.
_CAREFULLY: int = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def is_there(path: Path, not_a_file: str) -> bool:
    """Tell whether a file is there; StatedError for a link, and of the kind `not_a_file` for what is no file."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(mode):
        raise StatedError("save-link" if stat.S_ISLNK(mode) else not_a_file, name=Typed(path.name or path))
    return True


def content_of(path: Path, most: int) -> bytes | None:
    """The first so many bytes of a file, None where there is none; StatedError for a link or what is no file."""
    if not is_there(path, "save-not-a-file"):
        return None
    with os.fdopen(os.open(path, os.O_RDONLY | _CAREFULLY), "rb") as file:
        return file.read(most)


def part_of(path: Path) -> Path:
    """The name under which a file is written before it takes the place of what was there, another each time."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}.cg-part")


def remove_parts(path: Path) -> None:
    """Remove what is left of writing a file by programs that were killed meanwhile."""
    left_behind = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{8}}\.cg-part")
    with suppress(OSError):
        for file in path.parent.iterdir():
            if left_behind.fullmatch(file.name):
                with suppress(OSError):
                    file.unlink()


def try_out(content: bytes, part: Path) -> None:
    """Write the content and remove it again; OSError where writing does not work."""
    with _nothing_left_of(part):
        _write(content, part)
        part.unlink()


def write_whole(path: Path, content: bytes, part: Path) -> None:
    """Put the content in the place of what the path holds, at once; `part` is where it is written before that.

    Whenever it is stopped, the path holds the old or the new content. OSError where writing does not work.
    """
    with _nothing_left_of(part):
        _write(content, part)
        part.replace(path)
    _settle(path.parent)


def _write(content: bytes, part: Path) -> None:
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CAREFULLY, PRIVATE)
    with os.fdopen(descriptor, "wb") as file:
        # A mask may have taken more away. Where files have no modes there is nothing to set.
        if hasattr(os, "fchmod"):
            with suppress(OSError):
                os.fchmod(descriptor, PRIVATE)
        file.write(content)
        file.flush()
        os.fsync(descriptor)


@contextmanager
def _nothing_left_of(part: Path) -> Iterator[None]:
    """Remove a part where something stops its writing; where a folder forbids that, at least nothing stays in it."""
    try:
        yield
    except FileExistsError:
        raise  # what stands there is not ours to remove
    except BaseException:
        try:
            part.unlink()
        except OSError:
            with suppress(OSError):
                os.truncate(part, 0)
        raise


def _settle(folder: Path) -> None:
    """Have the new name on the disk too; what cannot do that has the file all the same."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
