"""Four questions, one of each kind, and turns in which they are put to a reader."""

from datetime import date, datetime

from fake_terminal import environment_of

from collector_guard.desk.prompts.listener import Listener
from collector_guard.desk.prompts.reply import Turn
from collector_guard.desk.screen import Screen
from collector_guard.flow.model import Choice, Question
from collector_guard.flow.when import ALWAYS

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 19, 30)
NOT_SURE = Choice("unknown", "不清楚")
DANGER_WORDS = ("不想活", "kill myself")


def question(question_id, kind, ask, *choices):
    return Question(
        id=question_id, kind=kind, ask=ask, why="因为要看情况。", choices=choices, when=ALWAYS, advise=False, known=None
    )


WHERE = question(
    "where",
    "one",
    "他们现在在哪里？",
    Choice("outside", "在门外"),
    Choice("inside", "已经进了屋"),
    Choice("left", "已经走了"),
    NOT_SURE,
)
WANTS = question(
    "wants",
    "many",
    "他们要你做什么？",
    Choice("signature", "签字"),
    Choice("cash", "付现金或扫码"),
    Choice("id-card", "交出身份证"),
    Choice("none", "都没有"),
    NOT_SURE,
)
ARRIVED = question("arrived", "time", "他们几点到的？", NOT_SURE)
VISITED_ON = question("visited-on", "date", "他们是哪一天来的？", NOT_SURE)
TWELVE = tuple(Choice(f"c{number}", f"第 {number} 项") for number in range(1, 13))
ONE_OF_TWELVE = question("one-of-twelve", "one", "哪一项？", *TWELVE)
SOME_OF_TWELVE = question("some-of-twelve", "many", "哪几项？", *TWELVE, NOT_SURE)
QUESTIONS = (WHERE, WANTS, ARRIVED, VISITED_ON)
LATER = Turn(question=WHERE, suggestion=None, today=TODAY, is_first=False)


def turn(asked=WHERE, **values):
    """A turn in the middle of a walk."""
    return LATER._replace(question=asked, **values)


def listener(language="zh"):
    return Listener(language, DANGER_WORDS, now=lambda: NOW)


def screen_of(*lines, plain=True, **terminal):
    """A screen at which these lines are typed."""
    return Screen(environment_of(*lines, **terminal), plain=plain)
