"""Every key at every prompt, in both forms of asking, as an ASCII, a full-width and a Chinese keyboard give it."""

import io
from collections.abc import Iterator
from datetime import datetime

import pytest
from asking import ARRIVED, NOT_SURE, TODAY, VISITED_ON, WANTS, WHERE, question
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from collector_guard.desk.prompts import menus
from collector_guard.desk.prompts.changing import pick_change
from collector_guard.desk.prompts.numbered import numbered
from collector_guard.desk.prompts.setting import Setting, Standing
from collector_guard.files.errors import Left
from collector_guard.flow.model import Choice
from collector_guard.flow.situation import Answer, Situation
from collector_guard.flow.walk import BACK

TWELVE = tuple(Choice(f"c{number}", f"第 {number} 项") for number in range(1, 13))
ONE_OF_TWELVE = question("one-of-twelve", "one", "哪一项？", *TWELVE)
SOME_OF_TWELVE = question("some-of-twelve", "many", "哪几项？", *TWELVE, NOT_SURE)
LATER = Situation((Answer(WHERE, ("left",)),), complete=False, today=TODAY)
# The answers below which the number of one to change is typed.
GIVEN = Situation(
    tuple(Answer(question(f"q{number}", "one", "问？", NOT_SURE), ("unknown",)) for number in range(1, 13)),
    complete=True,
    today=TODAY,
)

QUESTIONS = {"one": WHERE, "many": WANTS, "time": ARRIVED, "date": VISITED_ON}
PROMPTS = [*QUESTIONS, "change"]
KEYS = {
    "<": "back",
    "《": "back",
    "＜": "back",
    "《》": "back",
    "?": "? shown",
    "？": "? shown",
    "!": "! shown",
    "！": "! shown",
    "110": "! shown",
    "１１０": "! shown",
    "=": "= shown",
    "＝": "= shown",
    "q": "left",
    "Q": "left",
    "ｑ": "left",
    "qq": "left and wiped",
    "ｑｑ": "left and wiped",
    "不想活": "不想活 shown",
}
# An input method writes both brackets at once: a menu hears the first of them.
PRESSED = {key: key for key in KEYS} | {"《》": "《"}


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    """The keyboard of a menu; all that is sent is there before the menu is drawn."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


def setting_of(typed, shown):
    return Setting(
        language="zh",
        reading=io.StringIO(typed),
        writing=io.StringIO(),
        aside=lambda key, _question, _situation: shown.append(f"{key} shown"),
        standing=lambda _, situation: Standing(3, bool(situation.answers)),
        danger_words=("不想活",),
        now=lambda: datetime(2026, 11, 23, 19, 30),
        size=lambda: (80, 24),
    )


def outcome(prompt, form, typed):
    """What typed text comes to at a prompt: what was shown, and how it was left."""
    shown = []
    setting = setting_of(typed, shown)
    try:
        if prompt == "change":
            reply = pick_change(GIVEN, setting, lambda key: shown.append(f"{key} shown"))
        else:
            reply = form(setting)(QUESTIONS[prompt], LATER, None)
    except Left as left:
        return [*shown, "left and wiped" if left.wipe else "left"]
    return [*shown, "back" if reply is BACK else reply]


@pytest.mark.parametrize("form", [numbered, menus], ids=["numbered", "menu"])
@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize(("key", "expected"), KEYS.items(), ids=KEYS)
def test_every_key_does_the_same_at_every_prompt(keyboard, form, prompt, key, expected):
    in_menu = form is menus and prompt in ("one", "many")
    if in_menu:
        # Enter ends the wait for a second q; `qq` leaves the menu that is drawn again below what was shown.
        keyboard.send_text(PRESSED[key] + ("\r" if expected == "left" else "qq"))

    happened = outcome(prompt, form, "" if in_menu else f"{key}\nqq\n")

    if expected.endswith("shown"):
        assert happened == [expected, "left and wiped"]
    elif prompt == "change" and expected == "left":
        assert happened == [None], "where every question is answered, leaving is finishing"
    else:
        assert happened == [expected]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2),
        ("２", 2),
        ("二", 2),
        ("两", 2),
        ("10", 10),
        ("１０", 10),
        ("十", 10),
        ("十一", 11),
        ("１１", 11),
        ("十二", 12),
        ("一十二", 12),
        (" 12　", 12),
    ],
)
def test_numbers_are_read_in_every_form(text, number):
    setting = setting_of(f"{text}\n", [])

    assert pick_change(GIVEN, setting, None) == GIVEN.answers[number - 1].question
    assert numbered(setting_of(f"{text}\n", []))(ONE_OF_TWELVE, LATER, None) == (f"c{number}",)
    assert numbered(setting_of(f"{text}\n", []))(SOME_OF_TWELVE, LATER, None) == (f"c{number}",)


@pytest.mark.parametrize(
    "text", ["2 十 12", "2,10,12", "２，十，十二", "二、十、十二", "两　１０　12", "12、 10 ,2", "2 ，10、12、"]
)
def test_several_numbers_are_parted_by_spaces_and_commas_of_every_kind(text):
    assert numbered(setting_of(f"{text}\n", []))(SOME_OF_TWELVE, LATER, None) == ("c2", "c10", "c12")


@pytest.mark.parametrize("text", ["0", "13", "十三", "1 2", "yes", "¹", "-1"])
def test_what_is_no_number_of_an_answer_is_said_and_asked_for_again(text):
    setting = setting_of(f"{text}\n3\n", [])

    assert pick_change(GIVEN, setting, None) == GIVEN.answers[2].question
    assert "没有这一条，写 1 到 12 的编号，不改就直接按回车。\n" in setting.writing.getvalue()


@pytest.mark.parametrize("text", ["\x1b[A", "1\x07", "我" * 201])
def test_unclean_text_is_refused_below_the_answers_too(text):
    setting = setting_of(f"{text}\n\n", [])

    assert pick_change(GIVEN, setting, None) is None
    assert "这一行太长，或有不能用的字符，请重新写。\n" in setting.writing.getvalue()
    assert text not in setting.writing.getvalue()


@pytest.mark.parametrize("text", ["\n", "  \n", "　\n"])
def test_enter_alone_changes_nothing(text):
    assert pick_change(GIVEN, setting_of(text, []), None) is None


@pytest.mark.parametrize("text", ["", "1"])
def test_a_keyboard_that_is_gone_leaves_the_list(text):
    with pytest.raises(Left):
        pick_change(GIVEN, setting_of(text, []), None)
