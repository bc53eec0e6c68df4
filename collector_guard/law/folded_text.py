"""A text in one form of writing, with the place in the original of every character."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from collector_guard.law.traditional import SIMPLIFIED

LONGEST_TITLE = 120
_OPENING = "《〈"
_CLOSING = "》〉"
_QUOTES = frozenset(f"{_OPENING}{_CLOSING}<>“”\"'‘’「」『』`")
_DASHES = dict.fromkeys(map(ord, "‐‑–—−_"), "-")
_ZEROES = dict.fromkeys(map(ord, "○◯"), "〇")
_FULL_WIDTH = {place + 0xFEE0: chr(place).lower() for place in range(0x21, 0x7F)}
_LOWER = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_ONE_FOR_ONE = SIMPLIFIED | _FULL_WIDTH | _LOWER | _DASHES | _ZEROES
# A run of characters that stay or become one other; white space; one character that needs a closer look.
_SIMPLE = "[!#-&(-;=?-_a-~一-鿿、。〇〔〕【】·－，（）：；！？％．０-９Ａ-Ｚａ-ｚ～—–]+"
_PIECES = re.compile(
    f"(?P<run>{_SIMPLE}(?:(?<=[A-Za-z0-9]) (?=[A-Za-z0-9]){_SIMPLE})*)|(?P<space>\\s+)|(?P<other>.)", re.DOTALL
)

# 第l03O条 comes from scanning.
_SCANNED = "(?<=第)(?=[lio]{0,3}[0-9])[0-9lio]{1,4}(?=条)"
_FIGURES = str.maketrans("lio", "110")
# So do 第6 80条 and 第1 0 3 2条.
_PARTED = r"第\s{0,3}[0-9０-９](?:\s{0,3}[0-9０-９]){1,3}\s{0,3}条"
# A mark that folding drops.
_NOTHING = "\u200b"

# A line ends anywhere in Chinese; a Latin word keeps its space.
_LINE_BREAK = r"(?<![A-Za-z0-9])\s*\n\s*|\s*\n\s*(?![A-Za-z0-9])"


class Folded(NamedTuple):
    """A text in lower case, half width and simplified characters, without quotation marks and needless spaces.

    `origins` are the places in what was written; `titles` the parts that stand in 《》, the outermost, without the
    marks; `lines` the places at which a line of the original begins.
    """

    written: str
    text: str
    origins: Sequence[int]
    titles: tuple[tuple[int, int], ...]
    lines: Sequence[int]

    def as_written(self, start: int, end: int) -> str:
        """The original of a part, with the title marks around its beginning if they are closed in it or right after."""
        first, last = self.origins[start], self.origins[end - 1]
        opened = self.written[first - 1 : first] in tuple(_OPENING)
        closed = opened and self.written[last + 1 : last + 2] in tuple(_CLOSING)
        return re.sub(_LINE_BREAK, "", self.written[first - opened : last + 1 + closed]).strip()

    def original(self, start: int, end: int) -> str:
        """The original of a part, without marks around it."""
        return re.sub(_LINE_BREAK, "", self.written[self.origins[start] : self.origins[end - 1] + 1])

    def line_of(self, place: int) -> tuple[int, int]:
        """Where the line of a place begins and ends."""
        following = bisect_right(self.lines, place)
        end = self.lines[following] if following < len(self.lines) else len(self.text)
        return (self.lines[following - 1] if following else 0), end


def folded_text(text: str) -> str:
    """The text in one form of writing: lower case, half width, simplified, no quotation marks, no needless space."""
    return fold(text).text


def fold(written: str) -> Folded:
    """A text in one form of writing, with the way back to what was written."""
    folding = _Folding()
    tight = re.sub(_PARTED, lambda number: re.sub(r"\s", _NOTHING, number[0]), written)
    for piece in _PIECES.finditer(tight):
        start, end = piece.span()
        match piece.lastgroup:
            case "run":
                folding.keep(piece[0].translate(_ONE_FOR_ONE), range(start, end))
            case "space":
                folding.part(piece[0])
            case _:
                folding.look_at(piece[0], start)
    return folding.folded(written)


class _Folding:
    """What has been folded so far."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.last = ""
        self.parted = False
        self.origins = array("L")
        self.lines = array("L", [0])
        self.titles: list[tuple[int, int]] = []
        self.depth = 0
        self.opened = 0

    def keep(self, text: str, origins: Sequence[int]) -> None:
        """A space parts Latin words and numbers; anywhere else it says nothing."""
        if self.parted and _is_latin(self.last) and _is_latin(text[0]):
            self._add(" ", (origins[0] - 1,))
        self.parted = False
        self._add(text, origins)

    def part(self, space: str) -> None:
        self.parted = True
        if "\n" in space and self.lines[-1] != self.length:
            self.lines.append(self.length)

    def look_at(self, character: str, origin: int) -> None:
        """Fold what is more or less than one character, and follow the marks of titles."""
        if character in _OPENING:
            self._open()
        elif character in _CLOSING:
            self._close()
        for part in _unfolded(character):
            if part.isspace():
                self.parted = True
            else:
                self.keep(part, (origin,))

    def folded(self, written: str) -> Folded:
        text = re.sub(_SCANNED, lambda number: number[0].translate(_FIGURES), "".join(self.parts))
        return Folded(written=written, text=text, origins=self.origins, titles=tuple(self.titles), lines=self.lines)

    def _add(self, text: str, origins: Sequence[int]) -> None:
        self.parts.append(text)
        self.length += len(text)
        self.last = text[-1]
        self.origins.extend(origins)

    def _open(self) -> None:
        # What is still open after so long was never closed.
        if self.depth == 0 or self.length - self.opened > LONGEST_TITLE:
            self.depth, self.opened = 0, self.length
        self.depth += 1

    def _close(self) -> None:
        if self.depth == 0:
            return
        self.depth -= 1
        if self.depth == 0 and 0 < self.length - self.opened <= LONGEST_TITLE:
            self.titles.append((self.opened, self.length))
            self.opened = self.length


# A text of nothing else is read in a third of the time.
@lru_cache(maxsize=4096)
def _unfolded(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character).translate(_ONE_FOR_ONE).lower()
    kept = (part for part in folded if part.isspace() or unicodedata.category(part)[0] != "C")
    return "".join(part for part in kept if part not in _QUOTES)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
