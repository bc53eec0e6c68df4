"""Write questions and sentences to the reader, one below the other."""

from collector_guard.desk.prompts.screen import WIDEST, begin_line, end_line, put, wrapped
from collector_guard.desk.prompts.setting import Setting
from collector_guard.flow.model import Question
from collector_guard.flow.situation import Situation, Taken
from collector_guard.wording.sentences import readable, sentence
from collector_guard.wording.wrapping import width

BETWEEN_KEYS = "  "
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def put_question(question: Question, situation: Situation, setting: Setting) -> None:
    """Write what is asked, below an empty line, and how many questions are left at most."""
    asked = wrapped(readable(question.ask), setting)
    *above, last = _styled(asked, BOLD, setting)
    put(setting, "", *above)
    begin_line(last, setting)
    # The question is being read while the others are counted.
    left = setting.standing(question, situation).left
    progress = sentence("questions-left" if left else "none-left", setting.language, left=left)
    columns, _ = setting.size()
    if width(asked[-1] + progress) <= columns:
        end_line(_styled([progress], DIM, setting)[0], setting)
    else:
        end_line("", setting)
        put(setting, *_styled(wrapped(progress.strip(), setting), DIM, setting))


def most_rows(question: Question, setting: Setting) -> int:
    """How many rows a question may take, with how many are left below it."""
    return len(wrapped(readable(question.ask), setting)) + 1


def put_keys(kind: str, setting: Setting) -> None:
    """Write which keys there are."""
    put(setting, *key_lines(kind, setting))


def key_lines(kind: str, setting: Setting) -> list[str]:
    """Which keys there are, none parted from what it does where the line has room for both."""
    columns, _ = setting.size()
    lines = [""]
    for key in sentence(kind, setting.language).split(BETWEEN_KEYS):
        longer = f"{lines[-1]}{BETWEEN_KEYS}{key}" if lines[-1] else key
        lines[-1:] = [longer] if width(longer) <= min(columns, WIDEST) else [lines[-1], key]
    return _styled([part for line in lines for part in wrapped(line, setting)], DIM, setting)


def keys_at(situation: Situation) -> str:
    """Which keys are told of: all of them at the first question, the most needed at the others."""
    return "keys" if situation.answers else "all-keys"


def put_sentence(kind: str, setting: Setting, **values: object) -> None:
    """Write a sentence of wording.py."""
    put(setting, *wrapped(sentence(kind, setting.language, **values), setting))


def put_taken(question: Question, taken: Taken, setting: Setting) -> None:
    """Write what was taken, in the reader's words."""
    put_sentence("taken", setting, words=words_of(question, taken))


def words_of(question: Question, taken: Taken) -> Taken:
    """The labels of what was taken."""
    return tuple(question.label(one) for one in taken)


def _styled(lines: list[str], style: str, setting: Setting) -> list[str]:
    return [f"{style}{line}{PLAIN}" for line in lines] if setting.styled else lines
