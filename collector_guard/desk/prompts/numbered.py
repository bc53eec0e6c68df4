"""Ask by numbers and words typed line by line."""

from datetime import time

from collector_guard.desk import pager
from collector_guard.desk.prompts.listener import Listener
from collector_guard.desk.prompts.question_lines import asked_lines, choice_lines, key_lines, leave_alone, reply_ahead
from collector_guard.desk.prompts.reply import Refused, Reply, Turn
from collector_guard.desk.screen import ASKED, Screen
from collector_guard.wording.sentences import sentence

# What there is to type, by the kind of question.
TYPE = {"one": "type-one", "many": "type-many", "time": "type-time", "date": "type-date"}


class Numbered:
    """A prompt that writes and reads lines."""

    def __init__(self, screen: Screen, listener: Listener) -> None:
        self._screen = screen
        self._listener = listener

    def rows(self, turn: Turn) -> int:
        """How many rows a question takes, the prompt included."""
        return sum(len(lines) for lines in self._lines(turn)) + len(self._below(turn)) + 1

    def ask(self, turn: Turn) -> Reply:
        """Write the question, and read lines until one is an answer, a key or a danger word."""
        if ahead := reply_ahead(turn, self.rows(turn), self._screen, self._listener):
            return ahead
        early, below = self._put(turn), self._below(turn)
        asked = sentence(TYPE[turn.question.kind], self._screen.language, today=turn.today)
        offers: tuple[time, ...] = ()
        while True:
            line = early or pager.read(self._screen, below, asked)
            reply = self._listener.reply_in(line, turn, offers)
            if not isinstance(reply, Refused):
                if not early:
                    choices = sum(map(len, choice_lines(turn.question, self._screen)))
                    filled = len(turn.above) + self.rows(turn) == self._screen.size[1]
                    leave_alone(reply, turn, self._screen, choices, filled=filled)
                return reply
            below, offers = self._screen.wrapped(reply.says), reply.offers
            if early:  # the choices below the stop were not seen
                self._screen.put(*below)
                early, below = self._put(turn), self._below(turn)
            elif self._is_gone(turn, below):
                early = self._put(turn._replace(above=()))

    def _put(self, turn: Turn) -> str:
        """Write a question below what stands above it; what was typed at a stop before its end."""
        early = pager.show(self._screen, turn.above)
        self._screen.mark(ASKED)
        return early or pager.show(self._screen, *self._lines(turn))

    def _is_gone(self, turn: Turn, below: list[str]) -> bool:
        """Tell whether what was typed pushed the question off the screen, where it has room; its first row is empty."""
        has_room = sum(map(len, self._lines(turn))) + len(below) <= self._screen.size[1]
        return has_room and not self._screen.shows_mark(len(below) - 1, ASKED)

    def _lines(self, turn: Turn) -> list[list[str]]:
        return [asked_lines(turn, self._screen), *choice_lines(turn.question, self._screen)]

    def _below(self, turn: Turn) -> list[str]:
        """Write the lines below the choices: the keys, and what Enter takes."""
        lines = key_lines(turn, self._screen)
        if taken := self._listener.at_enter(turn):
            words = [turn.question.label(one) for one in taken]
            lines += self._screen.wrapped(sentence("enter-takes", self._screen.language, words=words))
        return lines
