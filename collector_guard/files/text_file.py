"""Read the text of a file that somebody hands in, in the encodings of Windows, phones and Unix."""

import codecs
import os
import stat
from pathlib import Path

# The name of standard input on a command line.
STDIN = "-"

# Longer marks first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITHOUT_MARK = ("utf-16-le", "utf-16-be", "gb18030")
# What a wrong encoding makes of Chinese is mostly not in use; of a right one at least half is, also in old characters.
_LEAST_IN_USE = 0.5
_SAMPLE = 4_000
_BROKEN = "\N{REPLACEMENT CHARACTER}"
# Of so many characters beyond ASCII one may be broken.
_MOST_BROKEN = 50
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\v\f\r\x1a\x1b")
# A pipe is not waited for that nobody writes to. Windows has no such flags, but turns line ends into its own.
_AT_ONCE: int = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotTextError(ValueError):
    """Bytes that are text in no encoding that is read here."""


class NotAFileError(OSError):
    """A device, a folder, or a pipe that nobody writes to."""


def bytes_of(path: Path, most: int) -> bytes:
    """The first so many bytes of a file, or of a pipe that somebody writes to.

    Raises NotAFileError, before opening it, for what may never end or answer; OSError or ValueError as opening does.
    """
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise NotAFileError
    with os.fdopen(os.open(path, os.O_RDONLY | _AT_ONCE), "rb") as file:
        first: bytes | None = b""
        if stat.S_ISFIFO(mode):
            # Nothing at once is a pipe without a writer; None is one whose writer has not begun.
            first = file.raw.read(most)
            if first == b"":
                raise NotAFileError
            os.set_blocking(file.fileno(), True)
        first = first or b""
        return first + file.read(most - len(first))


def decoded(raw: bytes) -> str:
    """The text of bytes in UTF-8, UTF-16, UTF-32, GBK or GB18030, with a byte-order mark or without.

    Raises NotTextError where they are none of these.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = _tried(raw[len(mark) :], encoding)
            if text is None:
                raise NotTextError
            return text
    if b"\0" not in raw and (text := _nearly_utf8(raw)) is not None:
        return text
    tried = (_tried(raw, encoding) for encoding in _WITHOUT_MARK)
    found = [text for text in tried if text is not None and _has_a_mark_of_writing(text)]
    best = max(found, key=_share_in_use, default="")
    if _share_in_use(best) < _LEAST_IN_USE:
        raise NotTextError
    return best


def _nearly_utf8(raw: bytes) -> str | None:
    """The text where it is UTF-8 but for a few broken bytes, which a bad copy leaves; None for something else."""
    text = raw.decode("utf-8", "replace")
    broken = text.count(_BROKEN) - raw.count(_BROKEN.encode())
    whole = sum(not character.isascii() for character in text[:_SAMPLE]) - broken
    return text if broken == 0 or broken * _MOST_BROKEN <= whole else None


def _tried(raw: bytes, encoding: str) -> str | None:
    """The text in one encoding; None where it is not that, or holds what no text does."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROLS.intersection(text) else text


def _has_a_mark_of_writing(text: str) -> bool:
    """Whether there is a letter, figure or stop that two bytes of something else hardly make."""
    return any(character.isascii() or character in "，。、；：《》（）第条條" for character in text[:_SAMPLE])


def _share_in_use(text: str) -> float:
    """The share of characters that simplified Chinese and English are written in."""
    sample = text[:_SAMPLE]
    kept = sample.encode("gb2312", "ignore").decode("gb2312")
    return len(kept) / len(sample) if sample else 0.0
