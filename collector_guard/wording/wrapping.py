"""Cell width and line breaking for Chinese mixed with Latin."""

import unicodedata
from collections.abc import Iterable
from functools import cache

NARROWEST = 10
# Text is never wider, on however wide a terminal.
WIDEST = 78
# The cells of what may go down with the last character of a paragraph: the two always fit on a line.
SHORT = 4

_NEVER_FIRST = frozenset("，。；：？、！）》〉」』】〕｝］”’…—～·％‰℃,.;:!?)]}%/")
_NEVER_LAST = frozenset("（《〈「『【〔｛［“‘([{→")
_BREAKS_AFTER = frozenset("…—")
# What is counted goes with its number, also behind a space, and a number with what it numbers.
_BLANK = "＿"  # a blank for a pen is not broken
_COUNTED = frozenset("条款项章节页之年月周日号天小时点分秒元万亿个次件份岁倍层楼米人位题")
_COUNTED_WORDS = ("yuan", "day", "week", "month", "year", "hour", "o’clock", "am", "pm", "times")
_PATHS = ("./", "../")
_NUMBERED_WORDS = ("art.", "article", "para.", "paragraph", "item", "No.")


def width(text: str) -> int:
    """The terminal cells a text takes: wide and fullwidth 2, ambiguous 1, combining and invisible 0."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_cells, text))


def most_width(text: str) -> int:
    """The cells a text may take: some terminals draw “ ” … × · → and other ambiguous characters two cells wide."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_most_cells, text))


def wrap(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """Break one paragraph into lines of at most `columns` cells (10 or more), indents included, on any terminal.

    `first` and `rest` stand before the first and the other lines. Only the spaces at a break are dropped;
    what cannot be broken and is wider than a line is split by character. There is always at least one line.
    """
    columns = max(columns, NARROWEST)
    room = max(columns - most_width(first), 2)
    room_after = max(columns - most_width(rest), 2)
    whole = text.rstrip(" ")
    if most_width(whole) <= room:
        return [first + whole]
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text):
        bare = piece.rstrip(" ")
        needed = most_width(bare)
        if used + needed <= room:
            line += piece
            used += needed + len(piece) - len(bare)
            continue
        if line:
            lines.append(line)
            room = room_after
        line = piece
        while most_width(line.rstrip(" ")) > room:
            cut = _cut(line, room)
            lines.append(line[:cut])
            line = line[cut:]
            room = room_after
        used = most_width(line)
    lines.append(line)
    return [(rest if index else first) + line.rstrip(" ") for index, line in enumerate(lines)]


def packed(entries: Iterable[str], between: str, columns: int) -> list[str]:
    """Put entries side by side in as few rows as they fit into, none broken."""
    rows: list[str] = []
    for entry in entries:
        longer = f"{rows[-1]}{between}{entry}" if rows else entry
        if rows and most_width(longer) <= columns:
            rows[-1] = longer
        else:
            rows.append(entry)
    return rows


def _pieces(text: str) -> list[str]:
    """The runs that stay whole, each with the spaces after it; the last is no lone character."""
    breaks = [at for at in range(1, len(text)) if _may_break(text, at)]
    if len(breaks) > 1 and _is_lone(text[breaks[-1] :]) and width(text[breaks[-2] : breaks[-1]]) <= SHORT:
        del breaks[-1]
    return [text[start:end] for start, end in zip([0, *breaks], [*breaks, len(text)], strict=True)]


def _is_lone(piece: str) -> bool:
    """Tell whether it is one Chinese character, with the marks around it."""
    return sum(character.isalnum() for character in piece) == 1 and any(map(_is_wide, piece))


def _may_break(text: str, at: int) -> bool:
    if text[at - 1] != " ":
        return text[at] != " " and not _clings(text[at - 1], text[at]) and _parts(text[at - 1], text[at])
    before = text[:at].rstrip(" ")
    if text[at] == " " or not before or before[-1] in _NEVER_LAST:
        return False
    if _clings(before[-1], text[at]):
        return text.startswith(_PATHS, at)
    return not _belongs(before, text, at)


def _belongs(before: str, text: str, at: int) -> bool:
    """Tell whether a number and the word on the other side of a space say little without each other: 6 个月, art. 50."""
    if before[-1].isdigit():
        return text[at] in _COUNTED or text.startswith(_COUNTED_WORDS, at)
    return text[at].isdigit() and before.endswith(_NUMBERED_WORDS)


def _clings(before: str, after: str) -> bool:
    return after in _NEVER_FIRST or before in _NEVER_LAST or _cells(after) == 0


def _parts(before: str, after: str) -> bool:
    """Two neighbours without a space between them that may go on different lines."""
    if before == _BLANK and (after == _BLANK or after in _COUNTED):
        return False
    if before in _BREAKS_AFTER or (before in _NEVER_FIRST and after in _NEVER_LAST):
        return not (before.isascii() and after.isascii())
    if (before == "第" and after.isdigit()) or (before.isdigit() and after in _COUNTED):
        return False
    return _is_wide(before) or _is_wide(after)


def _cut(piece: str, room: int) -> int:
    """Where to split what is wider than a line: as late as fits, before a closing mark only if it must be."""
    fits = 1
    while fits < len(piece) and most_width(piece[: fits + 1]) <= room:
        fits += 1
    return next((at for at in range(fits, 0, -1) if not _clings(piece[at - 1], piece[at])), fits)


@cache
def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if _is_wide(character) else 1


@cache
def _most_cells(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) == "A" and _cells(character) else _cells(character)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
