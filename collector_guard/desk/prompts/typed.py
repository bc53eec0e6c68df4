"""What typed text means: a key, a number, or the words of an answer."""

import re
from datetime import date, datetime, timedelta

from collector_guard.desk.prompts.setting import Key
from collector_guard.flow.danger_words import in_one_form
from collector_guard.flow.gate import LONGEST_ANSWER
from collector_guard.flow.model import UNKNOWN, Question
from collector_guard.wording.sentences import readable

EMERGENCY_NUMBER = "110"
NOW_WORDS = ("现在", "now")
DAYS_BACK = {"今天": 0, "today": 0, "昨天": 1, "yesterday": 1, "前天": 2}
CHINESE_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def key_in(text: str) -> Key | None:
    """The key that a text stands for; held down or pressed repeatedly it is the same key."""
    pressed = in_one_form(text)
    if pressed == EMERGENCY_NUMBER:
        return Key.CARD
    # Some input methods write 《 together with its closing mark.
    if pressed == "<>":
        return Key.BACK
    if len(set(pressed)) != 1:
        return None
    if pressed[0] == Key.LEAVE:
        return Key.LEAVE if len(pressed) == 1 else Key.WIPE
    return next((key for key in (Key.BACK, Key.WHY, Key.CARD, Key.PLAN) if key == pressed[0]), None)


def is_unclean(text: str) -> bool:
    """Whether a line holds control characters, escape sequences or marks that turn text, or is too long."""
    return len(text) > LONGEST_ANSWER or readable(text) != text


def number_in(text: str) -> int | None:
    """A number in ASCII, full-width or Chinese digits (up to 九十九)."""
    digits = in_one_form(text)
    if digits.isascii() and digits.isdigit():
        return int(digits)
    tens, ten, ones = digits.partition("十")
    if not ten:
        return CHINESE_DIGITS.get(digits)
    before = CHINESE_DIGITS.get(tens) if tens else 1
    after = CHINESE_DIGITS.get(ones) if ones else 0
    return None if before is None or after is None else before * 10 + after


def answer_in(text: str, question: Question, *, today: date, now: datetime) -> tuple[str, ...]:
    """What a line says in answer, for `accept`: choice ids for numbers and labels, a time or date for now or today."""
    named = in_one_form(text)
    by_label = {in_one_form(choice.label): choice.id for choice in question.choices}
    if named in by_label:
        return (by_label[named],)
    if question.kind == "time":
        return (_time(named, question, now),)
    if question.kind == "date":
        return (_day(named, question, today),)
    return tuple(_choice(part, question) for part in re.split(r"[\s,]+", named) if part)


def _choice(part: str, question: Question) -> str:
    place = number_in(part)
    if place is not None and 1 <= place <= len(question.choices):
        return question.choices[place - 1].id
    return part


def _time(named: str, question: Question, now: datetime) -> str:
    if named in NOW_WORDS:
        return f"{now:%H:%M}"
    return _not_known(named, question)


def _day(named: str, question: Question, today: date) -> str:
    if named in DAYS_BACK:
        return (today - timedelta(days=DAYS_BACK[named])).isoformat()
    return _not_known(named, question)


def _not_known(named: str, question: Question) -> str:
    offered = any(choice.id == UNKNOWN for choice in question.choices)
    return UNKNOWN if offered and number_in(named) == 0 else named
