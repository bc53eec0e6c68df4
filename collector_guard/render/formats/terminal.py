"""Lines painted by their role."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from collector_guard.render.formats import DUMB
from collector_guard.wording.wrapping import WIDEST, most_width, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TextIO

    from rich.style import Style

    from collector_guard.render.lines import Line, Lines, Role

    Piece = tuple[str, Style]

# The style of a line and of its lead, in colours of the terminal's own theme: they suit dark and light grounds.
STYLES: dict[Role, tuple[str, str]] = {
    "emergency": ("bold bright_white on red", ""),
    "urgent": ("black on yellow", ""),
    "calm": ("black on green", ""),
    "alarm": ("bold", ""),
    "alarm-now": ("bold red", ""),
    "headline": ("bold", ""),
    "part": ("bold reverse", ""),
    "heading": ("bold", ""),
    "text": ("", "bold"),
    "step": ("", "bold"),
    "say": ("magenta", ""),
    "quote": ("", "cyan"),
    "avoid": ("", "bold red"),
    "finding": ("", "bold"),
    "due": ("", "bold"),
    "law": ("dim", "not dim bold"),
    "contact": ("", "bold"),
    "answer": ("", "dim"),
    "choice": ("", "bold"),
    "note": ("dim", ""),
    "blank": ("", ""),
}
STRESSED = "bold"
BANDS = ("emergency", "urgent", "calm")


def show(lines: Lines, stream: TextIO, columns: int, variables: Mapping[str, str]) -> None:
    """Write each line in the style of its role, as far as the variables of the environment allow styles."""
    if os.name == "nt":  # a console that obeys no escape sequences is painted by calls
        show_by_console(lines, stream, columns)
    else:
        stream.writelines(_escaped(_pieces(lines, columns), variables))


def show_by_console(lines: Lines, stream: TextIO, columns: int) -> None:
    """Write the same as rich writes it on any system; to load all that takes 20 of 100 ms (benchmark_start)."""
    from rich.console import Console
    from rich.segment import Segment, Segments

    segments = Segments(Segment(text, style) for text, style in _pieces(lines, columns))
    Console(file=stream, width=columns).print(segments, crop=False, end="")


def _escaped(pieces: Iterable[Piece], variables: Mapping[str, str]) -> Iterator[str]:
    """The pieces with the escape sequences of their styles, which are the same for every number of colours."""
    from rich.color import ColorSystem

    if variables.get("TERM", "").lower() in DUMB or variables.get("TTY_COMPATIBLE") == "0":
        yield from (text for text, _ in pieces)
        return
    has_colours = not variables.get("NO_COLOR")
    for text, style in pieces:
        yield (style if has_colours else style.without_color).render(text, color_system=ColorSystem.STANDARD)


def _pieces(lines: Lines, columns: int) -> Iterator[Piece]:
    from rich.style import Style

    for line in lines:
        yield from _pieces_of(line, min(columns, WIDEST))
        yield "\n", Style()


def _pieces_of(line: Line, band: int) -> Iterator[Piece]:
    """Cut a line where its style changes: behind what leads, and around what is stressed."""
    from rich.style import Style

    whole, lead = map(Style.parse, STYLES[line.role])
    # Two cells are left for characters that the terminal may draw wider.
    room = min(band - 2 - width(line.text), band - most_width(line.text))
    text = line.text + (" " * room if line.role in BANDS else "")
    strong = [(0, line.lead, lead)] if lead else []
    if line.stress:
        words = re.finditer("|".join(map(re.escape, line.stress)), text)
        strong += [(*word.span(), Style.parse(STRESSED)) for word in words]
    cuts = sorted({0, len(text), *(cut for start, end, _ in strong for cut in (start, end))})
    for start, end in pairwise(cuts):
        yield text[start:end], sum((style for first, last, style in strong if first <= start < last), whole)
