"""Lines painted by their role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from collector_guard.render.formats.plain import (
    ageing,
    card,
    coverage,
    differences,
    draft,
    drafts,
    graph,
    law,
    plan,
    report,
)
from collector_guard.wording.wrapping import WIDEST, most_width, width

if TYPE_CHECKING:
    from typing import TextIO

    from rich.text import Text

    from collector_guard.render.lines import Line, Lines, Role

# The lines are those of the plain form.
__all__ = (
    "ageing",
    "card",
    "coverage",
    "differences",
    "draft",
    "drafts",
    "graph",
    "law",
    "plan",
    "report",
    "show",
)

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

Colours = Literal["auto", "standard", "256", "truecolor"]


def show(lines: Lines, stream: TextIO, columns: int, colours: Colours = "auto") -> None:
    """Write each line in the style of its role; "auto" leaves to the terminal how much colour there is."""
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=stream,
        width=columns,
        color_system=colours,
        force_terminal=None if colours == "auto" else True,
        markup=False,
        emoji=False,
        highlight=False,
    )
    if lines:
        # At once: each print takes a while to begin.
        painted = Text("\n").join(_painted(line, min(columns, WIDEST)) for line in lines)
        console.print(painted, no_wrap=True, overflow="ignore", crop=False)


def _painted(line: Line, band: int) -> Text:
    from rich.text import Text

    style, lead = STYLES[line.role]
    # Two cells are left for characters that the terminal may draw wider.
    room = min(band - 2 - width(line.text), band - most_width(line.text))
    padding = " " * room if line.role in BANDS else ""
    text = Text(line.text + padding, style=style)
    if lead and line.lead:
        text.stylize(lead, 0, line.lead)
    if line.stress:
        text.highlight_words(line.stress, STRESSED)
    return text
