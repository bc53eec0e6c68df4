"""Read strict YAML as text that knows its line."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self, TypeAlias

from collector_guard.files.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import yaml
    from yaml._yaml import Mark as CMark

    Loader: TypeAlias = type[yaml.SafeLoader | yaml.CSafeLoader]

LARGEST_FILE = 1024 * 1024
DEEPEST = 20
MOST_NAMED = 5
MOST_MISTAKES = 100

# A file as read: Written, Block and Sequence, which know their line; or the plain types, which do not.
Tree: TypeAlias = "str | dict[str, Tree] | list[Tree]"


class Written(str):
    """Text as it stands in a file, with the file's name and its line from 1 on."""

    __slots__ = ("file", "line")
    file: str
    line: int

    def __new__(cls, text: str, line: int, file: str) -> Self:
        """Make the text; it compares and hashes as any other of the same letters."""
        written = super().__new__(cls, text)
        written.file = file
        written.line = line
        return written


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


def read(path: Path, name: str) -> tuple[Tree | None, tuple[Problem, ...]]:
    """Read a data file that problems call `name`.

    The tree is None where reading could not go on to the end. With problems beside it, it serves only to find more.
    """
    text, trouble = _text_of(path)
    if text is None:
        return None, (Problem(name, 1, trouble),)
    return tree_of(text, name)


def tree_of(text: str, name: str, loader: Loader | None = None) -> tuple[Tree | None, tuple[Problem, ...]]:
    """Read a text as `read` does a file; `loader` is one of yaml's, the quickest at hand unless given."""
    import yaml

    builder = _Builder(name)
    quickest: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        lines = tuple(_clean_lines(text.replace("\r\n", "\n").split("\n"), builder))
        builder.build(lines, yaml.parse("\n".join(lines), Loader=loader or quickest))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line + 1, text.count("\n") + 1) if mark else builder.line
        if "nesting" in (error.problem or ""):  # libyaml 0.2.6 refuses 1,000 levels before it tells of the first
            builder.stop("yaml-too-deep", line, deepest=DEEPEST)
        else:
            builder.stop("yaml-broken", line)
    except _StopError as stop:
        builder.stop(stop.kind, stop.line, **stop.values)
    except (yaml.YAMLError, ValueError, OverflowError):  # the last two: escapes and numbers out of every range
        builder.stop("yaml-broken", builder.line)
    return builder.root, tuple(sorted(builder.problems, key=lambda problem: problem.line))


def line_of(node: Tree) -> int:
    """Find the line of a text, block or sequence; 0 where it does not know."""
    return getattr(node, "line", 0)


def _text_of(path: Path) -> tuple[str | None, str]:
    """The text of a file, or the kind of the problem that keeps us from it."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, "file-unreadable"
        if status.st_size > LARGEST_FILE:
            return None, "file-too-large"
        text = path.read_bytes().decode("utf-8-sig")  # Windows editors begin a file with a mark
    except UnicodeDecodeError:
        return None, "file-not-text"
    except (OSError, ValueError):
        return None, "file-unreadable"
    return (None, "file-not-text") if "\0" in text else (text, "")


def _clean_lines(lines: list[str], builder: _Builder) -> Iterator[str]:
    """The lines with whatever would stop a parser, or count as a line break, replaced, so that reading goes on."""
    if not _foreign("".join(lines)):  # at once, where all are clean: 40 of 330 ms, all data of the shipped flow
        yield from lines
        return
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            builder.refuse("yaml-tab", number)
        clean = line.expandtabs(2)
        if foreign := _foreign(clean):
            builder.refuse("yaml-character", number, characters=_codes(foreign))
            clean = clean.translate(dict.fromkeys(map(ord, foreign), "□"))
        yield clean


def _foreign(text: str) -> str:
    """The control characters of a text, and those that a Chinese terminal in GBK cannot show."""
    if text.isprintable():
        try:
            text.encode("gbk")
        except UnicodeEncodeError:
            pass
        else:
            return ""
    return "".join(dict.fromkeys(one for one in text if _CONTROL.match(one) or not one.encode("gbk", "ignore")))


def _codes(characters: str) -> tuple[str, ...]:
    """The first of the characters by number: to show them is what a terminal may not be able to."""
    return tuple(f"U+{ord(character):04X}" for character in characters[:MOST_NAMED])


_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# Inside braces and brackets the two parsers of yaml disagree about these signs, and a comma would make a new key.
# They are all of ASCII but letters, digits and _./:- (a set up to the last character takes 4 ms to compile).
_NEEDS_QUOTES = re.compile(r"[\x00-,;-@\[-^`{-\x7f]")
# Only one of the two lets this pass, and a:[b] in braces.
_GLUED_COMMENT = re.compile(r"\|[-+0-9]*#")


@dataclass
class _Open:
    """A block or sequence that has not ended, with the lines of its keys and the key that waits."""

    node: Block | Sequence
    in_braces: bool
    key: Written | None = None
    lines: dict[str, int] = field(default_factory=dict)


class _StopError(Exception):
    def __init__(self, kind: str, line: int, **values: object) -> None:
        super().__init__(kind)
        self.kind, self.line, self.values = kind, line, values


class _Builder:
    """Make a tree of parser events: they need no recursion, and the nodes of the C parser crash on deep nesting."""

    def __init__(self, name: str) -> None:
        from yaml import events

        self.problems: list[Problem] = []
        self.root: Tree | None = None
        self.line = 1
        self._name = name
        self._lines: tuple[str, ...] = ()
        self._open: list[_Open] = []
        self._documents = 0
        self._take: dict[type, Callable[..., None]] = {
            events.DocumentStartEvent: self._start_document,
            events.MappingStartEvent: self._start_block,
            events.SequenceStartEvent: self._start_sequence,
            events.MappingEndEvent: self._end,
            events.SequenceEndEvent: self._end,
            events.ScalarEvent: self._scalar,
            events.AliasEvent: self._alias,
        }

    def build(self, lines: tuple[str, ...], events: Iterator[yaml.Event]) -> None:
        """Take every event of these lines."""
        self._lines = lines
        for event in events:
            self.line = event.start_mark.line + 1 if event.start_mark else self.line
            if taker := self._take.get(type(event)):
                taker(event)
        if self._documents == 0:
            self.stop("yaml-nothing", 1)

    def refuse(self, kind: str, line: int, **values: object) -> None:
        """Note a problem and go on, unless there are so many that nobody would read them."""
        if len(self.problems) == MOST_MISTAKES:
            raise _StopError("too-many-mistakes", line, most=MOST_MISTAKES)
        self.problems.append(Problem(self._name, line, kind, tuple(values.items())))

    def stop(self, kind: str, line: int, **values: object) -> None:
        """Note a problem after which there is no tree."""
        self.problems.append(Problem(self._name, line, kind, tuple(values.items())))
        self.root = None

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self.refuse("yaml-second-document", self.line)
        if event.version or event.tags:
            self.refuse("yaml-directive", self.line)

    def _start_block(self, event: yaml.MappingStartEvent) -> None:
        self._start(event, Block(self.line))

    def _start_sequence(self, event: yaml.SequenceStartEvent) -> None:
        self._start(event, Sequence(self.line))

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent, node: Block | Sequence) -> None:
        if len(self._open) == DEEPEST:
            raise _StopError("yaml-too-deep", self.line, deepest=DEEPEST)
        self._refuse_names(event)
        line, column = self._source_at(event.start_mark)
        if event.flow_style and column and line[column - 1] == ":":
            self.refuse("yaml-broken", self.line)
        self._open.append(_Open(node, bool(event.flow_style)))

    def _end(self, _: yaml.Event) -> None:
        self._put(self._open.pop().node)

    def _alias(self, event: yaml.AliasEvent) -> None:
        self.refuse("yaml-alias", self.line, name=event.anchor)
        self._put(Written("", self.line, self._name))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_names(event)
        style = event.style or ""
        text = str(event.value)
        if style == ">" or (text and style != "|" and event.end_mark and event.end_mark.line >= self.line):
            self.refuse("yaml-folded", self.line)
        elif style == "":
            self._refuse_plain(text)
        elif style == "|" and _GLUED_COMMENT.match(*self._source_at(event.start_mark)):
            self.refuse("yaml-broken", self.line)
        elif style == '"' and (foreign := _foreign(text)):
            self.refuse("yaml-character", self.line, characters=_codes(foreign))
        self._put(Written(text, self.line, self._name))

    def _source_at(self, mark: yaml.Mark | CMark | None) -> tuple[str, int]:
        """The line and the column where something begins."""
        return (self._lines[mark.line], mark.column) if mark else ("", 0)

    def _refuse_plain(self, text: str) -> None:
        around = self._open[-1] if self._open else None
        if not text:
            self.refuse("yaml-empty", self.line, key=(around and around.key) or "-")
        elif around and around.in_braces and _NEEDS_QUOTES.search(text):
            self.refuse("yaml-needs-quotes", self.line, text=text)

    def _refuse_names(self, event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if event.tag is not None:
            self.refuse("yaml-tag", self.line, name=event.tag)
        if event.anchor is not None:
            self.refuse("yaml-anchor", self.line, name=event.anchor)

    def _put(self, node: Written | Block | Sequence) -> None:
        """Place what has been read in whatever is open around it."""
        if not self._open:
            self.root = node if self.root is None else self.root
            return
        around = self._open[-1]
        if isinstance(around.node, Sequence):
            around.node.append(node)
        elif around.key is None:
            around.key = self._key(node, around.lines)
        else:
            around.node.setdefault(around.key, node)
            around.key = None

    def _key(self, node: Written | Block | Sequence, lines: dict[str, int]) -> Written:
        if not isinstance(node, Written):
            self.refuse("yaml-key-not-text", node.line)
            return Written("", node.line, self._name)
        if node in lines:
            self.refuse("yaml-duplicate-key", node.line, key=str(node), first=lines[node])
        lines.setdefault(node, node.line)
        return node
