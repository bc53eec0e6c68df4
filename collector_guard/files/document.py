"""Read strict YAML as text that knows its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from collector_guard.files.data_file import text_of
from collector_guard.files.errors import MOST_MISTAKES, TOO_MANY_MISTAKES, Kind, Problem
from collector_guard.files.tree import Block, Sequence, Tree, Written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import yaml
    from yaml._yaml import Mark as CMark

    Loader: TypeAlias = type[yaml.SafeLoader | yaml.CSafeLoader]

YAML_NOTHING = Kind("yaml-nothing", "文件是空的。", "The file is empty.")
YAML_BROKEN = Kind(
    "yaml-broken",
    "这一行或它前面的写法读不懂。请检查缩进、冒号后的空格、引号和括号。",
    "This line, or what stands before it, cannot be read. Check indents, the space after a colon, quotes, brackets.",
)
YAML_TOO_DEEP = Kind("yaml-too-deep", "嵌套超过 {deepest} 层。", "More than {deepest} levels lie inside each other.")
YAML_CHARACTER = Kind(
    "yaml-character",
    "有不能用的字符：{characters}。只能用 GBK 里有的字符，不能用控制字符。",
    "Characters that may not be used: {characters}. Use those of GBK, and no control characters.",
)
YAML_TAB = Kind("yaml-tab", "有制表符。请改用空格。", "There is a tab. Use spaces.")
YAML_FOLDED = Kind(
    "yaml-folded",
    "文字分成几行时，请写在 | 下面，不要用 >，也不要直接换行。",
    "Write text of several lines under |, not under > and not by just going on in the next line.",
)
YAML_EMPTY = Kind("yaml-empty", "'{key}' 后面没有内容。", "Nothing stands after '{key}'.")
YAML_NEEDS_QUOTES = Kind(
    "yaml-needs-quotes",
    "大括号和方括号里的 '{text}' 要加双引号：里面有空格或 - . / : _ 以外的标点。",
    "Put '{text}' in double quotes: inside braces and brackets it has a space or a sign other than - . / : _",
)
YAML_DUPLICATE_KEY = Kind(
    "yaml-duplicate-key", "'{key}' 写了两次，前一次在第 {first} 行。", "'{key}' stands twice, first in line {first}."
)
YAML_KEY_NOT_TEXT = Kind(
    "yaml-key-not-text",
    "冒号前只能是文字，不能是列表或表。",
    "Only text can stand before a colon, no list and no table.",
)
YAML_SECOND_DOCUMENT = Kind(
    "yaml-second-document", "一个文件里只能有一份文档。请去掉 ---。", "A file holds one document. Remove the line ---."
)
YAML_DIRECTIVE = Kind(
    "yaml-directive", "不能用 % 开头的指令。请去掉。", "Directives that begin with % are not allowed. Remove it."
)
YAML_TAG = Kind(
    "yaml-tag", "不能用标签 '{name}'。请去掉，或给文字加引号。", "Remove the tag '{name}', or put the text in quotes."
)
YAML_ANCHOR = Kind(
    "yaml-anchor", "不能用锚点 '&{name}'。请把内容写出来。", "Remove the anchor '&{name}'. Write out what is meant."
)
YAML_ALIAS = Kind(
    "yaml-alias", "不能用别名 '*{name}'。请把内容写出来。", "Remove the alias '*{name}'. Write out what is meant."
)

DEEPEST = 20
MOST_NAMED = 5


def read(path: Path, name: str) -> tuple[Tree | None, tuple[Problem, ...]]:
    """Read a data file that problems call `name`.

    The tree is None where reading could not go on to the end. With problems beside it, it serves only to find more.
    """
    text = text_of(path, name)
    return (None, (text,)) if isinstance(text, Problem) else tree_of(text, name)


def tree_of(text: str, name: str, loader: Loader | None = None) -> tuple[Tree | None, tuple[Problem, ...]]:
    """Read a text as `read` does a file; `loader` is one of yaml's, the quickest at hand unless given."""
    import yaml

    builder = _Builder(name)
    quickest: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        lines = tuple(_clean_lines(text.replace("\r\n", "\n").split("\n"), builder))
        events = (loader or quickest)("\n".join(lines))
        builder.build(lines, iter(events.get_event, None))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line + 1, text.count("\n") + 1) if mark else builder.line
        if "nesting" in (error.problem or ""):  # libyaml 0.2.6 refuses 1,000 levels before it tells of the first
            builder.stop(YAML_TOO_DEEP, line, deepest=DEEPEST)
        else:
            builder.stop(YAML_BROKEN, line)
    except _StopError as stop:
        builder.stop(stop.kind, stop.line, **stop.values)
    except (yaml.YAMLError, ValueError, OverflowError):  # the last two: escapes and numbers out of every range
        builder.stop(YAML_BROKEN, builder.line)
    return builder.root, tuple(sorted(builder.problems, key=lambda problem: problem.line))


def _clean_lines(lines: list[str], builder: _Builder) -> Iterator[str]:
    """The lines with whatever would stop a parser, or count as a line break, replaced, so that reading goes on."""
    if not _foreign("".join(lines)):  # at once, where all are clean: 40 of 330 ms, all data of the shipped flow
        yield from lines
        return
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            builder.refuse(YAML_TAB, number)
        clean = line.expandtabs(2)
        if foreign := _foreign(clean):
            builder.refuse(YAML_CHARACTER, number, characters=_codes(foreign))
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
    def __init__(self, kind: Kind, line: int, **values: object) -> None:
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
            events.MappingStartEvent: partial(self._start, Block),
            events.SequenceStartEvent: partial(self._start, Sequence),
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
            self.stop(YAML_NOTHING, 1)

    def refuse(self, kind: Kind, line: int, **values: object) -> None:
        """Note a problem and go on, unless there are so many that nobody would read them."""
        if len(self.problems) == MOST_MISTAKES:
            raise _StopError(TOO_MANY_MISTAKES, line, most=MOST_MISTAKES)
        self.problems.append(Problem(self._name, line, kind, tuple(values.items())))

    def stop(self, kind: Kind, line: int, **values: object) -> None:
        """Note a problem after which there is no tree."""
        self.problems.append(Problem(self._name, line, kind, tuple(values.items())))
        self.root = None

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self.refuse(YAML_SECOND_DOCUMENT, self.line)
        if event.version or event.tags:
            self.refuse(YAML_DIRECTIVE, self.line)

    def _start(self, kind: type[Block | Sequence], event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self._open) == DEEPEST:
            raise _StopError(YAML_TOO_DEEP, self.line, deepest=DEEPEST)
        self._refuse_names(event)
        line, column = self._source_at(event.start_mark)
        if event.flow_style and column and line[column - 1] == ":":
            self.refuse(YAML_BROKEN, self.line)
        self._open.append(_Open(kind(self.line), bool(event.flow_style)))

    def _end(self, _: yaml.Event) -> None:
        self._put(self._open.pop().node)

    def _alias(self, event: yaml.AliasEvent) -> None:
        self.refuse(YAML_ALIAS, self.line, name=event.anchor)
        self._put(Written("", self.line, self._name))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse_names(event)
        style = event.style or ""
        text = event.value
        if style == ">" or (text and style != "|" and event.end_mark and event.end_mark.line >= self.line):
            self.refuse(YAML_FOLDED, self.line)
        elif style == "":
            self._refuse_plain(text)
        elif style == "|" and _GLUED_COMMENT.match(*self._source_at(event.start_mark)):
            self.refuse(YAML_BROKEN, self.line)
        elif style == '"' and (foreign := _foreign(text)):
            self.refuse(YAML_CHARACTER, self.line, characters=_codes(foreign))
        self._put(Written(text, self.line, self._name))

    def _source_at(self, mark: yaml.Mark | CMark | None) -> tuple[str, int]:
        """The line and the column where something begins."""
        return (self._lines[mark.line], mark.column) if mark else ("", 0)

    def _refuse_plain(self, text: str) -> None:
        around = self._open[-1] if self._open else None
        if not text:
            self.refuse(YAML_EMPTY, self.line, key=(around and around.key) or "-")
        elif around and around.in_braces and _NEEDS_QUOTES.search(text):
            self.refuse(YAML_NEEDS_QUOTES, self.line, text=text)

    def _refuse_names(self, event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if event.tag is not None:
            self.refuse(YAML_TAG, self.line, name=event.tag)
        if event.anchor is not None:
            self.refuse(YAML_ANCHOR, self.line, name=event.anchor)

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
            self.refuse(YAML_KEY_NOT_TEXT, node.line)
            return Written("", node.line, self._name)
        if node in lines:
            self.refuse(YAML_DUPLICATE_KEY, node.line, key=str(node), first=lines[node])
        lines.setdefault(node, node.line)
        return node
