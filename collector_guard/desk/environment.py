"""The world of a command: the language, the streams and the environment."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from io import StringIO, TextIOWrapper
from typing import TYPE_CHECKING, NamedTuple, TextIO

from collector_guard.files.errors import Typed, UsageError
from collector_guard.render.formats import DUMB, Document
from collector_guard.wording.sentences import LANGUAGES, holds_command, joined, sentence

if TYPE_CHECKING:
    from collector_guard.render.formats import Shown
    from collector_guard.render.lines import Lines

# The flow that is walked unless another is named.
FLOW = "doorstep"
USUAL_COLUMNS = 80
USUAL_ROWS = 24
NARROWEST = 20
COLUMNS = re.compile("[1-9][0-9]{0,3}")
WIPE = "\x1b[2J\x1b[3J\x1b[H"


class Environment(NamedTuple):
    """The language of the reader, and where it is read from and written to."""

    language: str
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    variables: Mapping[str, str]

    @property
    def talk(self) -> TextIO:
        """Where questions, cards and messages go: stdout is for the plan alone when it is no terminal."""
        return self.stdout if self.stdout.isatty() else self.stderr

    @property
    def usual_form(self) -> str:
        """The form of the output where none is asked for: painted for a terminal and plain for anything else."""
        return "terminal" if self.stdout.isatty() else "plain"

    def columns(self, stream: TextIO) -> int:
        """How wide to write: COLUMNS, or what the terminal behind the stream has, or the usual width."""
        told = COLUMNS.fullmatch(self.variables.get("COLUMNS", ""))
        columns = int(told[0]) if told else _size_of(stream).columns
        # A terminal that was never told its size says 0.
        return max(columns, NARROWEST) if columns else USUAL_COLUMNS

    def rows(self, stream: TextIO) -> int | None:
        """Return how many rows the terminal behind a stream has, as LINES says or it says itself; None without one."""
        told = COLUMNS.fullmatch(self.variables.get("LINES", ""))
        if told and stream.isatty():
            return int(told[0])
        return _size_of(stream).lines or None

    def size(self, stream: TextIO) -> tuple[int, int]:
        """Return the columns and rows to write for; the usual ones where there is no terminal to tell."""
        return self.columns(stream), self.rows(stream) or USUAL_ROWS

    @property
    def is_dumb(self) -> bool:
        """Tell whether the terminal shows escape sequences as they are."""
        obeys = os.name != "nt" or "WT_SESSION" in self.variables
        return not obeys or self.variables.get("TERM", "").lower() in DUMB

    @property
    def obeys_escapes(self) -> bool:
        """Tell whether questions go to a terminal that obeys escape sequences."""
        return self.talk.isatty() and not self.is_dumb

    @property
    def wants_lines(self) -> bool:
        """Tell whether the reader wants lines of plain text that are never written over."""
        return self.variables.get("ACCESSIBLE", "") not in ("", "0")

    def say(self, kind: str, **values: object) -> None:
        """Write a sentence to stderr, for a terminal in lines."""
        self.say_together((kind, values))

    def say_together(self, *told: tuple[str, Mapping[str, object]]) -> None:
        """Write sentences to stderr one after the other; where one has a command in it, whole."""
        text = joined((sentence(kind, self.language, **values) for kind, values in told), self.language)
        whole = not self.stderr.isatty() or any(holds_command(kind) for kind, _ in told)
        self.tell(text if whole else self.broken(text, self.stderr))

    def tell(self, text: str) -> None:
        """Write a line to stderr; where that cannot be written to, the answer and the status must do."""
        _write(text + "\n", self.stderr)

    def finish_writing(self) -> None:
        """Write what waits in the buffers; what cannot be written must not change how the program ends."""
        _write("", self.stdout)
        _write("", self.stderr)

    def show(self, lines: Lines, stream: TextIO, *, plain: bool) -> None:
        """Write laid-out lines, painted where the stream is a terminal."""
        if plain or not stream.isatty():
            from collector_guard.render.formats import plain as form

            form.show(lines, stream)
        else:
            from collector_guard.render.formats import terminal

            terminal.show(lines, stream, self.columns(stream), self.variables)

    def write(self, shown: Shown, form: str = "") -> None:
        """Write an answer to stdout: lines painted unless the form is plain, a text as it is."""
        if not isinstance(shown, str):
            self.show(shown, self.stdout, plain=form == "plain")
            return
        if isinstance(shown, Document) and isinstance(self.stdout, TextIOWrapper) and not self.stdout.isatty():
            self.stdout.reconfigure(encoding="utf-8", newline="\n")
        self.stdout.write(shown)

    def broken(self, text: str, stream: TextIO) -> str:
        """Break every line of a text for the width of a stream."""
        from collector_guard.wording.wrapping import WIDEST, wrap

        columns = min(self.columns(stream), WIDEST)
        return "\n".join(line for part in text.split("\n") for line in wrap(part, columns))

    def wipe(self) -> None:
        """Clear the screen and the scroll-back."""
        _write(WIPE, self.talk)


def real_environment() -> Environment:
    """The streams of this process; what goes into a closed one goes nowhere, and no character stops the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    set_by = os.environ.get("CG_LANG", "")
    language = set_by if set_by in LANGUAGES else LANGUAGES[0]
    return Environment(
        language=language,
        stdin=sys.stdin or StringIO(),
        stdout=sys.stdout or StringIO(),
        stderr=sys.stderr or StringIO(),
        variables=os.environ,
    )


def language_of(arguments: list[str], variables: Mapping[str, str]) -> str:
    """The language that a command line or CG_LANG asks for.

    It is wanted before the command line is understood, because its mistakes are told in it.
    """
    name = variables.get("CG_LANG", "") or LANGUAGES[0]
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for place, argument in enumerate(options):
        option, equals, value = argument.partition("=")
        if option == "--lang":
            name = value if equals else next(iter(options[place + 1 :]), "")
            if not name:
                raise UsageError("usage-value", name=Typed(option), command="cg")
    if name not in LANGUAGES:
        raise UsageError("unknown-language", name=Typed(name), known=LANGUAGES)
    return name


def stop_writing(*streams: TextIO) -> None:
    """Send what is left in the buffers nowhere, or Python would complain on leaving that it cannot be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            os.dup2(nowhere, stream.fileno())


def _size_of(stream: TextIO) -> os.terminal_size:
    """Ask the terminal behind a stream for its size; none has any where there is no terminal."""
    try:
        return os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return os.terminal_size((0, 0))


def _write(text: str, stream: TextIO) -> None:
    """Write at once what is not the answer; that it cannot be written stops nothing."""
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        stop_writing(stream)
