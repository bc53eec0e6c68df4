"""Lines that nobody waited for: pasted behind the first, or typed before the question stood. They answer nothing."""

import array
import os
from datetime import time

import pytest
from fake_terminal import FakeTerminal, environment_of
from turns import ARRIVED, WANTS, WHERE, listener, turn

from collector_guard.desk import pager
from collector_guard.desk.prompts.numbered import Numbered
from collector_guard.desk.prompts.reply import DangerWord, Key
from collector_guard.desk.screen import Screen
from collector_guard.desk.session import Session
from collector_guard.files.errors import Left
from collector_guard.flow.walk import Walk

pytest.importorskip("pty", reason="there are no pseudo-terminals here")
import fcntl
import termios

NOT_COUNTED = "没有算：看到问题再写，一次写一行。\n"
PASTED = "哥，在家吗\n1\n3\n"


class Hand(FakeTerminal):
    """Types at a real keyboard: one text as soon as each prompt stands."""

    def __init__(self, *texts):
        super().__init__()
        self._texts = [*texts]
        self._hand, keys = os.openpty()
        self.keyboard = os.fdopen(keys, encoding="utf-8")

    def write(self, text):
        if text.endswith("> ") and self._texts:
            self.type(self._texts.pop(0))
        return super().write(text)

    def type(self, text):
        """Type, and wait until all whole lines are there: a program gets them one by one."""
        waiting, whole = array.array("i", [0]), text[: text.rfind("\n") + 1]
        os.write(self._hand, text.encode())
        while waiting[0] < len(whole.encode()):
            fcntl.ioctl(self.keyboard, termios.FIONREAD, waiting)

    def close(self):
        self.keyboard.close()
        os.close(self._hand)


@pytest.fixture
def at_keyboard():
    """A screen at which these texts are typed, one at each prompt, and the hand that types them."""
    hands = []

    def at_keyboard(*texts, plain=True):
        hands.append(Hand(*texts))
        environment = environment_of()._replace(stdin=hands[-1].keyboard, stdout=hands[-1], stderr=hands[-1])
        return Screen(environment, plain=plain), hands[-1]

    yield at_keyboard
    for hand in hands:
        hand.close()


def asked(screen, of=WHERE, **in_turn):
    return Numbered(screen, listener()).ask(turn(of, **in_turn))


def test_lines_that_are_pasted_together_are_no_answer(at_keyboard):
    screen, hand = at_keyboard(PASTED, "2\n")

    assert asked(screen) == ("inside",)
    assert hand.getvalue().count(NOT_COUNTED) == 1


def test_numbers_that_are_pasted_below_each_other_are_none_either(at_keyboard):
    screen, hand = at_keyboard("1\n3\n", "2\n")

    assert asked(screen, WANTS) == ("cash",)
    assert NOT_COUNTED in hand.getvalue()


@pytest.mark.parametrize("pasted", ["欠债还钱\n不然我不想活\n1\n", "1\n我不想活了\n"])
def test_a_danger_word_in_what_is_pasted_is_heard(at_keyboard, pasted):
    assert asked(at_keyboard(pasted)[0]) == DangerWord("不想活")


def test_what_was_typed_before_the_question_stood_is_no_answer(at_keyboard):
    screen, hand = at_keyboard("2\n")
    hand.type("1\n")

    assert asked(screen) == ("inside",)
    assert NOT_COUNTED in hand.getvalue()


def test_an_enter_that_came_before_the_question_takes_nothing_that_is_offered(at_keyboard):
    screen, hand = at_keyboard("20:15\n")
    hand.type("\n")

    assert asked(screen, ARRIVED) == (time(20, 15),)
    assert NOT_COUNTED not in hand.getvalue()


@pytest.mark.parametrize(("typed", "reply"), [("q\n", Key.LEAVE), ("救命，不想活\n", DangerWord("不想活"))])
def test_a_key_and_a_danger_word_typed_before_the_question_are_heard(at_keyboard, typed, reply):
    screen, hand = at_keyboard()
    hand.type(typed)

    assert asked(screen) == reply


def test_a_line_that_was_begun_before_the_question_is_not_part_of_the_answer(at_keyboard):
    screen, hand = at_keyboard("2\n")
    hand.type("1")

    assert asked(screen) == ("inside",)


def test_a_second_enter_does_not_skip_what_was_not_read(at_keyboard):
    screen, hand = at_keyboard("\n\n", "\n")

    pager.show(screen, *(["line"] * 20 for _ in range(3)))

    assert hand.getvalue().count("回车看下面") == 2


def test_what_is_pasted_is_taken_back_with_the_prompt(at_keyboard):
    screen, hand = at_keyboard(PASTED, plain=False)

    screen.read("数字")
    screen.take_back()

    # The prompt and what was typed at it, and two more lines.
    assert hand.getvalue().endswith("\x1b[3F\x1b[J")


def test_the_name_of_a_file_is_one_line(at_keyboard, small_flow_zh, today, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    screen, _ = at_keyboard("q\n", "a\nb\n", "kept.json\n")
    walk = Walk(small_flow_zh, on=today, given={"danger": ("none",)})
    with pytest.raises(Left):
        Session(walk, screen, Numbered(screen, listener())).run()

    assert [path.name for path in tmp_path.iterdir()] == ["kept.json"]
