"""Heed what was typed before a question stood on the screen."""

from __future__ import annotations

from collector_guard.desk.prompts.listener import Listener
from collector_guard.desk.prompts.question_lines import asked_lines
from collector_guard.desk.prompts.reply import DangerWord, Key, Refused, Reply, Turn
from collector_guard.desk.screen import Screen


def reply_ahead(typed: str, turn: Turn, screen: Screen, listener: Listener) -> Reply | None:
    """The reply that was typed ahead, the question written above an answer.

    None where nothing was typed, and where it is no reply, which is said.
    """
    if not typed:
        return None
    reply = listener.reply_in(typed, turn)
    if isinstance(reply, Refused):
        screen.put(*screen.wrapped(reply.says))
        return None
    if not isinstance(reply, Key | DangerWord):
        screen.put(*asked_lines(turn, screen))
    return reply
