"""A data file as it is read: texts, blocks and lists that know their line."""

from __future__ import annotations

from typing import Self, TypeAlias

# A file as read: Written, Block and Sequence, which know their line; or the plain types, which do not.
Tree: TypeAlias = "str | dict[str, Tree] | list[Tree]"


class Written(str):
    """Text as it stands in a file, with the file's name and its line from 1 on."""

    __slots__ = ("file", "line")
    file: str
    line: int

    def __new__(cls, text: str, line: int, file: str) -> Self:
        """Make the text; it compares and hashes as any other of the same letters."""
        written = str.__new__(cls, text)
        written.file = file
        written.line = line
        return written

    def __reduce__(self) -> tuple[type[str], tuple[str, int, str]]:
        """Return what a copy is made of."""
        return Written, (str(self), self.line, self.file)


class Block(dict[str, Tree]):
    """Texts by key in the order of the file; the keys are Written."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class Sequence(list[Tree]):
    """Entries in the order of the file."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


def line_of(node: Tree) -> int:
    """Find the line of a text, block or sequence; 0 where it does not know."""
    return getattr(node, "line", 0)
