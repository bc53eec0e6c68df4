"""Ask by numbers and words typed line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_guard.desk.pager import Pager
from collector_guard.desk.prompts.question_lines import asked_lines, choice_lines, key_lines, words_of
from collector_guard.desk.prompts.reply import Refused
from collector_guard.wording.sentences import sentence

if TYPE_CHECKING:
    from collector_guard.desk.prompts.listener import Listener
    from collector_guard.desk.prompts.reply import Reply
    from collector_guard.desk.screen import Screen
    from collector_guard.flow.model import Question
    from collector_guard.flow.walk import Walk
    from collector_guard.render.lines import Lines

# What there is to type, by the kind of question.
TYPE = {"one": "type-one", "many": "type-many", "time": "type-time", "date": "type-date"}


class Numbered:
    """A prompt that writes and reads lines."""

    def __init__(self, screen: Screen, listener: Listener) -> None:
        self._screen = screen
        self._listener = listener

    def rows(self, question: Question, walk: Walk) -> int:
        """How many rows a question takes, the prompt included."""
        return sum(len(lines) for lines in self._lines(question, walk)) + len(self._below(question, walk)) + 1

    def ask(self, question: Question, walk: Walk, above: Lines) -> Reply:
        """Write the question, and read lines until one is an answer, a key or a danger word."""
        early = self._put(question, walk, above)
        below = self._below(question, walk)
        while True:
            line = early or self._read(question, walk, below)
            reply = self._listener.reply_in(line, question, walk)
            if not isinstance(reply, Refused):
                return reply
            below = self._screen.wrapped(reply.says)
            if early:  # the choices below the stop were not seen
                self._screen.put(*below)
                early, below = self._put(question, walk, above), self._below(question, walk)

    def _put(self, question: Question, walk: Walk, above: Lines) -> str:
        """Write a question below what stands above it; what was typed at a stop before its end."""
        pager = Pager(self._screen)
        rows = len(above) + self.rows(question, walk) - 1
        return pager.make_room(rows) or pager.show(above, *self._lines(question, walk))

    def _lines(self, question: Question, walk: Walk) -> list[list[str]]:
        return [asked_lines(question, walk, self._screen), *choice_lines(question, self._screen)]

    def _below(self, question: Question, walk: Walk) -> list[str]:
        """What stands below the choices: the keys, and what Enter takes."""
        lines = key_lines(walk, self._screen)
        if taken := self._listener.at_enter(question, walk):
            words = sentence("enter-takes", self._screen.language, words=words_of(question, taken))
            lines += self._screen.wrapped(words)
        return lines

    def _read(self, question: Question, walk: Walk, below: list[str]) -> str:
        """Read a line below others, and take them all back where the terminal can."""
        self._screen.put(*below)
        line = self._screen.read(sentence(TYPE[question.kind], self._screen.language, today=walk.on))
        self._screen.take_back(len(below))
        return line
