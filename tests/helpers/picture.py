"""Draw painted lines as a picture, as rich exports it, but with room for Chinese."""

import html
import re
from io import StringIO
from itertools import groupby

from kept import painted
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from collector_guard.wording.wrapping import width

# What rich makes of a cell: a character of 20 pixels whose width is 0.61 of its height.
CELL = 12.2
# Dark ground, and the colours of the terminal that the program uses.
THEME = TerminalTheme(
    (24, 26, 31),
    (214, 216, 220),
    [
        (24, 26, 31),
        (214, 69, 65),
        (106, 176, 76),
        (223, 170, 60),
        (84, 140, 212),
        (178, 118, 190),
        (86, 182, 194),
        (214, 216, 220),
    ],
)
FORMAT = """\
<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", "Microsoft YaHei", monospace; font-size: {char_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
LINE_END = re.compile(r"<text [^>]+>\n</text>\n?| +$", re.MULTILINE)
TEXT = re.compile(r'<text class="([^"]+)" x="([^"]+)" y="([^"]+)" textLength="[^"]+" clip-path="([^"]+)">(.*?)</text>')


def picture(lines, columns, title):
    """An SVG of lines on a terminal of so many columns; it names no file of anybody else's."""
    console = Console(
        record=True, width=columns, file=StringIO(), force_terminal=True, color_system="standard", highlight=False
    )
    console.print(Text.from_ansi(painted(lines, columns)), no_wrap=True, overflow="ignore", crop=False)
    drawn = console.export_svg(title=title, theme=THEME, code_format=FORMAT, unique_id="cg")
    return TEXT.sub(_in_cells, LINE_END.sub("", drawn))


def _in_cells(found):
    """The same text, each run of wide or of narrow characters as wide as a terminal draws it: rich counts letters."""
    style, x, y, clip, text = found.groups()
    place, parts = float(x), []
    for _, run in groupby(html.unescape(text), key=width):
        written = "".join(run)
        length = width(written) * CELL
        escaped = html.escape(written).replace("\xa0", "&#160;")
        parts.append(
            f'<text class="{style}" x="{place:g}" y="{y}" textLength="{length:g}" clip-path="{clip}">{escaped}</text>'
        )
        place += length
    return "".join(parts)
