"""One reader at a terminal, led through a walk question by question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from collector_guard.desk.autosave import autosave_to
from collector_guard.desk.leaving import left_by
from collector_guard.desk.page_reader import At, PageReader
from collector_guard.desk.prompts.reply import DangerWord, Key, Turn
from collector_guard.files.errors import Left, StatedError
from collector_guard.flow.model import Question
from collector_guard.render.layout import why_lines
from collector_guard.wording.sentences import sentence

if TYPE_CHECKING:
    from collector_guard.desk.autosave import Autosave
    from collector_guard.desk.environment import Environment
    from collector_guard.desk.prompts.reply import Prompt, Reply
    from collector_guard.desk.screen import Screen
    from collector_guard.flow.plan import Plan
    from collector_guard.flow.walk import Walk
    from collector_guard.render.lines import Lines

# From so few questions on it helps to know how many are left; before, the number would only frighten.
FEW_QUESTIONS = 9
SEVERITIES = ("calm", "urgent", "emergency")


class Session:
    """Asks what a walk asks, shows the page of its plan as it changes, and ends below the last one."""

    def __init__(self, walk: Walk, screen: Screen, prompt: Prompt, reader: PageReader) -> None:
        self.walk = walk
        self.autosave: Autosave | None = None
        self._screen = screen
        self._prompt = prompt
        self._reader = reader
        self._shown: Plan | None = None
        self._left: int | None = None
        self._is_done = False
        self._has_offered_to_save = False
