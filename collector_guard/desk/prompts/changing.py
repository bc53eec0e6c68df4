"""Ask which of the answers given is to be changed."""

from collections.abc import Callable

from collector_guard.desk.prompts.keys import leaving
from collector_guard.desk.prompts.page import put_keys, put_sentence
from collector_guard.desk.prompts.screen import read_line
from collector_guard.desk.prompts.setting import Key, Setting
from collector_guard.desk.prompts.typed import is_unclean, key_in, number_in
from collector_guard.files.errors import Left
from collector_guard.flow.danger_words import danger_in
from collector_guard.flow.model import Question
from collector_guard.flow.situation import Situation
from collector_guard.flow.walk import BACK, Back
from collector_guard.wording.sentences import sentence


def pick_change(situation: Situation, setting: Setting, show: Callable[[str], None]) -> Question | Back | None:
    """Read the number of an answer below the list of all; BACK is the one given last, None ends.

    `show` gets a key or a danger word, and shows what it asks for with the list below it; the list is on screen when
    this begins. Raises Left at `qq`, Ctrl-C and Ctrl-D.
    """
    with leaving(setting):
        while True:
            put_keys("change-keys", setting)
            reply = _reply(situation, setting)
            if reply in ("", Key.LEAVE):
                return None
            if reply == Key.WIPE:
                raise Left(wipe=True)
            if reply == Key.BACK:
                return BACK
            if isinstance(reply, Question):
                return reply
            show(reply)


def _reply(situation: Situation, setting: Setting) -> Question | str:
    """The question of the number typed, or the key or danger word; nothing for Enter alone."""
    while True:
        line = read_line(sentence("type-change", setting.language), setting)
        if instead := danger_in(line, setting.danger_words) or key_in(line):
            return instead
        if not line.strip():
            return ""
        if is_unclean(line):
            put_sentence("unclean", setting)
            continue
        number = number_in(line)
        if number is not None and 1 <= number <= len(situation.answers):
            return situation.answers[number - 1].question
        put_sentence("wrong-change", setting, last=len(situation.answers))
