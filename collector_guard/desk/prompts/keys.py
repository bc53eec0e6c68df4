"""Do what the keys that are no answer ask for."""

from collections.abc import Iterator
from contextlib import contextmanager

from collector_guard.desk.prompts.page import put_sentence
from collector_guard.desk.prompts.screen import put
from collector_guard.desk.prompts.setting import Key, Setting
from collector_guard.files.errors import Left
from collector_guard.flow.model import Question
from collector_guard.flow.situation import Situation
from collector_guard.flow.walk import BACK, Back


def heed(key: str, question: Question, situation: Situation, setting: Setting) -> Back | None:
    """Do what a key or a danger word asks for: BACK goes back, None means to ask the same question again.

    Raises Left at the keys that leave.
    """
    if key in (Key.LEAVE, Key.WIPE):
        raise Left(wipe=key == Key.WIPE)
    if key != Key.BACK:
        setting.aside(key, question, situation)
        return None
    if not setting.standing(question, situation).leads_back:
        put_sentence("first-question", setting)
        return None
    return BACK


@contextmanager
def leaving(setting: Setting) -> Iterator[None]:
    """Turn Ctrl-C and Ctrl-D into Left, wherever they are pressed."""
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        # The terminal leaves the cursor behind the prompt.
        setting.scroll.shown = 0
        put(setting, "")
        raise Left from None
