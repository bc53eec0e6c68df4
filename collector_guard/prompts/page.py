"""Write questions and sentences to the reader, one below the other."""

from collector_guard.flow import Question, Situation
from collector_guard.prompts.setting import Setting
from collector_guard.triage import Taken
from collector_guard.wording import readable, sentence
from collector_guard.wrapping import wrap

WIDEST = 78
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def put(setting: Setting, *lines: str) -> None:
    """Write lines and flush them: what follows may take time or wait for the reader."""
    setting.writing.writelines(f"{line}\n" for line in lines)
    setting.writing.flush()


def put_question(question: Question, setting: Setting) -> None:
    """Write what is asked, below an empty line."""
    put(setting, "", *_styled(wrapped(readable(question.ask), setting), BOLD, setting))


def put_keys(situation: Situation, setting: Setting) -> None:
    """Write which keys there are: all of them at the first question, the most needed at the others."""
    keys = sentence("keys" if situation.answers else "all-keys", setting.language)
    put(setting, *_styled(wrapped(keys, setting), DIM, setting))


def put_sentence(kind: str, setting: Setting, **values: object) -> None:
    """Write a sentence of wording.py."""
    put(setting, *wrapped(sentence(kind, setting.language, **values), setting))


def put_taken(question: Question, taken: Taken, setting: Setting) -> None:
    """Write what was taken, in the reader's words."""
    put_sentence("taken", setting, words=words_of(question, taken))


def words_of(question: Question, taken: Taken) -> Taken:
    """The labels of what was taken."""
    return tuple(question.label(one) for one in taken)


def wrapped(text: str, setting: Setting, first: str = "", rest: str = "") -> list[str]:
    """Break a text into lines for this terminal; `first` and `rest` stand before its first and other lines."""
    columns, _ = setting.size()
    return wrap(text, min(columns, WIDEST), first, rest)


def _styled(lines: list[str], style: str, setting: Setting) -> list[str]:
    return [f"{style}{line}{PLAIN}" for line in lines] if setting.styled else lines
