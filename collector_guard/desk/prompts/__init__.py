"""Ask at a keyboard: with menus where they can be drawn, with typed numbers everywhere else."""

import codecs
import os
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import TextIO

from collector_guard.desk.prompts.keys import heed, leaving
from collector_guard.desk.prompts.numbered import numbered
from collector_guard.desk.prompts.page import key_lines, keys_at, most_rows, put_keys, put_question, put_taken
from collector_guard.desk.prompts.setting import FEWEST_ROWS, Setting
from collector_guard.flow.gate import accept
from collector_guard.flow.model import Question
from collector_guard.flow.situation import Situation, Taken
from collector_guard.flow.walk import Ask, Back
from collector_guard.wording.wrapping import width

FEWEST_COLUMNS = 60
# One digit picks one choice.
MOST_CHOICES = 9
# The pointer, the tick and the number before a label, and the last column, which some terminals wrap at.
MARGIN = len(" > ") + len("○ ") + len("1. ") + 1
# Who is used to typed numbers presses Enter after a key, too: it must not answer the question that comes next.
SECONDS_DEAF_TO_ENTER = 0.6


def prompter(setting: Setting, *, stdout: TextIO, environment: Mapping[str, str], plain: bool) -> Ask:
    """The prompter for these streams: `plain` or ACCESSIBLE=1 asks for lines that are never written over."""
    if _is_for_lines(environment, plain=plain):
        return numbered(setting)
    setting = styled(setting, environment, plain=plain)
    if setting.writing is stdout and all(_is_utf8_terminal(stream) for stream in (setting.reading, stdout)):
        return menus(setting)
    return numbered(setting)


def styled(setting: Setting, environment: Mapping[str, str], *, plain: bool) -> Setting:
    """The same setting, with bold and dim where the terminal shows them and they are wanted."""
    # A classic Windows console prints escape sequences as they are.
    obeys_escapes = os.name != "nt" or "WT_SESSION" in environment
    shows = setting.writing.isatty() and obeys_escapes and not _is_for_lines(environment, plain=plain)
    return replace(setting, styled=shows)


def menus(setting: Setting) -> Ask:
    """A prompter that draws a menu where one fits and asks by typed numbers where none does.

    The answers it gives have passed `accept`; it raises Left where the reader leaves.
    """
    by_number = numbered(setting)
    deaf_until = 0.0

    def ask(question: Question, situation: Situation, suggestion: Taken | None) -> Taken | Back:
        nonlocal deaf_until
        taken = suggestion or ()
        while _menu_is_best(question, situation, setting):
            with leaving(setting):
                put_question(question, situation, setting)
                put_keys(keys_at(situation), setting)
                # The question is being read while the menu library loads.
                from collector_guard.desk.prompts.menu import pick

                picked = pick(question, taken, setting, deaf_until=deaf_until)
                taken = picked.taken
                if picked.key is None:
                    put_taken(question, taken, setting)
                    return accept(question, taken)
                back = heed(picked.key, question, situation, setting)
                deaf_until = time.monotonic() + SECONDS_DEAF_TO_ENTER
                if back:
                    return back
        return by_number(question, situation, suggestion)

    return ask


def menu_fits(question: Question, columns: int, rows: int) -> bool:
    """Whether a menu can show every choice of a question on a line of its own."""
    if question.kind not in ("one", "many") or columns < FEWEST_COLUMNS or rows < FEWEST_ROWS:
        return False
    if len(question.choices) > MOST_CHOICES:
        return False
    return all(width(choice.label) + MARGIN <= columns for choice in question.choices)


def _is_for_lines(environment: Mapping[str, str], *, plain: bool) -> bool:
    """Whether only lines of plain text are wanted, or can be shown."""
    dumb = environment.get("TERM", "").lower() in ("dumb", "unknown")
    accessible = environment.get("ACCESSIBLE", "") not in ("", "0")
    return plain or accessible or dumb


def _menu_is_best(question: Question, situation: Situation, setting: Setting) -> bool:
    """Whether a menu fits, and nothing was typed at a stop, which only a prompt that reads lines would heed."""
    return (
        setting.scroll.typed is None
        and menu_fits(question, *setting.size())
        and _whole_fits(question, situation, setting)
    )


def _whole_fits(question: Question, situation: Situation, setting: Setting) -> bool:
    """Whether the question is still on screen above its menu, which is one line of instruction and the choices."""
    above = most_rows(question, setting) + len(key_lines(keys_at(situation), setting))
    return above + 1 + len(question.choices) <= setting.size()[1]


def _is_utf8_terminal(stream: TextIO) -> bool:
    return stream.isatty() and codecs.lookup(stream.encoding).name == "utf-8"
