"""What typed text means: a key, a number, or the words of an answer."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from collector_guard.desk.prompts.reply import DangerWord, Key
from collector_guard.flow.danger_words import danger_in, in_one_form
from collector_guard.flow.gate import LONGEST_ANSWER
from collector_guard.flow.model import UNKNOWN, Question
from collector_guard.flow.numbers import number_in
from collector_guard.wording.sentences import readable

EMERGENCY_NUMBER = "110"
NOW_WORDS = ("现在", "now")
DAYS_BACK = {"今天": 0, "today": 0, "昨天": 1, "yesterday": 1, "前天": 2}


def pressed_in(text: str, danger_words: Sequence[str]) -> Key | DangerWord | None:
    """The danger word that a text holds, or the key that it stands for."""
    word = danger_in(text, danger_words)
    return DangerWord(word) if word else key_in(text)


def is_emergency_number(text: str) -> bool:
    """Whether a text is the number of the police, in digits of any width."""
    return in_one_form(text) == EMERGENCY_NUMBER


def key_in(text: str) -> Key | None:
    """The key that a text stands for; held down or pressed repeatedly it is the same key."""
    pressed = in_one_form(text)
    if is_emergency_number(text):
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
    choices = [_choice(part, question) for part in re.split(r"[\s,]+", named) if part]
    # What is no list of choices is a sentence, and refused as one.
    return tuple(choices) if all(choices) else (named,)


def _choice(part: str, question: Question) -> str:
    """The choice that a number or an id names; empty where there is none."""
    place = number_in(part)
    if place is not None and 1 <= place <= len(question.choices):
        return question.choices[place - 1].id
    return part if any(choice.id == part for choice in question.choices) else ""


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
