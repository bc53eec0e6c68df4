"""Write lines to the reader and read lines back; where the screen is full, stop before they scroll away unread."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from collector_guard.desk.prompts.setting import Key, Setting
from collector_guard.desk.prompts.typed import key_in
from collector_guard.files.errors import Left
from collector_guard.flow.danger_words import danger_in
from collector_guard.wording.sentences import sentence
from collector_guard.wording.wrapping import wrap

WIDEST = 78
# Behind a prompt, so that what is typed does not begin on a row of its own.
ROOM_TO_TYPE = 6
UNREADABLE = "\0"

Row = TypeVar("Row")


def put(setting: Setting, *lines: str) -> None:
    """Write lines and flush them: what follows may take time or wait for the reader."""
    for some in screenfuls(lines, setting):
        setting.writing.writelines(f"{line}\n" for line in some)
    setting.writing.flush()


def begin_line(line: str, setting: Setting) -> None:
    """Write a line that is not ended yet."""
    for some in screenfuls((line,), setting):
        setting.writing.writelines(some)
    setting.writing.flush()


def end_line(rest: str, setting: Setting) -> None:
    """Write the rest of a line that was begun."""
    setting.writing.write(f"{rest}\n")
    setting.writing.flush()


def begin_question(setting: Setting) -> None:
    """From here to the next line that is read, a question is written that must be seen whole."""
    setting.scroll.asking = True
    if not setting.is_low:
        setting.scroll.shown = 0


def begin_beginning(setting: Setting) -> None:
    """From here to `goes_on` something is written that is read before anything else, and does not scroll away."""
    setting.scroll.beginning = True
    if not setting.is_low:
        setting.scroll.shown = 0


def goes_on(more: int, setting: Setting) -> bool:
    """Whether to write so many rows more; the reader is asked where they would push away what was written.

    Whoever presses a key is told no more: the key is kept for the prompt that is about to come.
    """
    scroll = setting.scroll
    if scroll.typed is None and not setting.is_low and scroll.shown + more > _rows_before_the_last(setting):
        _stop(setting)
    scroll.beginning = False
    return scroll.typed is None


def screenfuls(lines: Sequence[Row], setting: Setting) -> Iterator[Sequence[Row]]:
    """The lines in pieces, with a stop before each that would push away what was not read yet.

    Only a low screen stops, and any that a question does not fit on: elsewhere a reader can scroll back. Raises Left
    and EOFError where the reader leaves at a stop.
    """
    scroll = setting.scroll
    while lines:
        stops = scroll.typed is None and (setting.is_low or scroll.asking or scroll.beginning)
        room = _rows_before_the_last(setting) - scroll.shown
        if stops and room <= 0:
            _stop(setting)
            continue
        some = lines[:room] if stops else lines
        scroll.shown += len(some)
        yield some
        lines = lines[len(some) :]


def read_line(asked: str, setting: Setting) -> str:
    """What the reader types after a prompt, or typed at a stop before it; UNREADABLE for bytes that are no text.

    Raises EOFError where nothing more can be typed.
    """
    scroll = setting.scroll
    columns, _ = setting.size()
    *above, last = wrap(f"{asked} >", min(columns, WIDEST) - ROOM_TO_TYPE)
    put(setting, *(above if scroll.typed is None else ()))
    line = _read_behind(last, setting) if scroll.typed is None else scroll.typed
    scroll.typed = None
    scroll.shown = 0
    scroll.asking = False
    return line


def wrapped(text: str, setting: Setting, first: str = "", rest: str = "") -> list[str]:
    """Break a text into lines for this terminal; `first` and `rest` stand before its first and other lines."""
    columns, _ = setting.size()
    return wrap(text, min(columns, WIDEST), first, rest)


def _rows_before_the_last(setting: Setting) -> int:
    return max(setting.size()[1] - 1, 1)


def _stop(setting: Setting) -> None:
    """Wait for Enter; a key, and at a question an answer, is kept for the prompt that is about to come.

    Raises Left at the keys that leave, which below a plan mean something else.
    """
    scroll = setting.scroll
    line = _read_behind(sentence("more", setting.language) + " >", setting).strip()
    key = danger_in(line, setting.danger_words) or key_in(line)
    if key in (Key.LEAVE, Key.WIPE) and not scroll.beginning:
        raise Left(wipe=key == Key.WIPE)
    if key or (line and scroll.asking):
        scroll.typed = line
    scroll.shown = 0


def _read_behind(prompt: str, setting: Setting) -> str:
    setting.writing.write(prompt + " ")
    setting.writing.flush()
    try:
        line = setting.reading.readline()
    except UnicodeDecodeError:
        return UNREADABLE
    if not line.endswith("\n"):
        raise EOFError
    return line.rstrip("\r\n")
