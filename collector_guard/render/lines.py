"""Lines with a role, and a sheet on which text is broken into them."""

from typing import Literal, NamedTuple

from collector_guard.wording.sentences import readable
from collector_guard.wording.wrapping import WIDEST, wrap

Role = Literal[
    "emergency",
    "urgent",
    "calm",
    "headline",
    "alarm",
    "alarm-now",
    "part",
    "heading",
    "text",
    "step",
    "say",
    "quote",
    "avoid",
    "finding",
    "due",
    "law",
    "contact",
    "answer",
    "choice",
    "note",
    "blank",
]


class Line(NamedTuple):
    """One line of a screen; its first `lead` characters and the words of `stress` are painted strong."""

    text: str
    role: Role
    lead: int = 0
    stress: tuple[str, ...] = ()


Lines = tuple[Line, ...]
BLANK = Line("", "blank")
# Before a headline: it is one without colour, too.
BAND = "━ "
# Before what is quoted.
RULE = "│ "


class Sheet(NamedTuple):
    """The sheet of a layout: its width, and its language."""

    columns: int
    language: str

    @classmethod
    def of(cls, columns: int, language: str = "") -> "Sheet":
        """A sheet for a terminal of so many columns: text is never wider than 78."""
        return cls(min(columns, WIDEST), language)

    def write(self, role: Role, text: str, *, lead: str = "", hang: str = "") -> Lines:
        """Break one paragraph that begins with `lead`; what follows the first line stands behind `hang`."""
        lead, text = readable(lead), readable(lead + text)
        lines = []
        position = 0
        for index, line in enumerate(wrap(text, self.columns, rest=hang)):
            indent = len(hang) if index else 0
            body = line[indent:]
            start = text.find(body, position)
            strong = max(0, min(len(lead) - start, len(body)))
            lines.append(Line(line, role, indent + strong if strong else 0))
            position = start + len(body)
        return tuple(lines)

    def quote(self, text: str) -> Lines:
        """Break one paragraph behind a left rule, which is painted strong."""
        lines = wrap(readable(text), self.columns, first=RULE, rest=RULE)
        return tuple(Line(line, "quote", len(RULE)) for line in lines)


def sections(*blocks: Lines) -> Lines:
    """The blocks that are not empty, with one blank line between them."""
    shown: list[Line] = []
    for block in filter(None, blocks):
        shown += (BLANK, *block) if shown else block
    return tuple(shown)
