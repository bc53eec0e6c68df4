"""Every key at every prompt, in both forms of asking, as an ASCII, a full-width and a Chinese keyboard give it."""

from datetime import date, time

import pytest
from fake_terminal import environment_of, written
from menu_keys import keyboard, menu_of
from turns import ONE_OF_TWELVE, QUESTIONS, SOME_OF_TWELVE, WANTS, WHERE, listener, screen_of, turn

from collector_guard.desk.page_reader import PageReader
from collector_guard.desk.prompts import menu
from collector_guard.desk.prompts.numbered import Numbered
from collector_guard.desk.prompts.reply import DangerWord, Key
from collector_guard.desk.screen import Screen
from collector_guard.flow.walk import Walk

KEYS = {
    "<": Key.BACK,
    "《": Key.BACK,
    "＜": Key.BACK,
    "《》": Key.BACK,
    "?": Key.WHY,
    "？": Key.WHY,
    "!": Key.CARD,
    "！": Key.CARD,
    "110": Key.CARD,
    "１１０": Key.CARD,
    "=": Key.PLAN,
    "＝": Key.PLAN,
    "q": Key.LEAVE,
    "Q": Key.LEAVE,
    "ｑ": Key.LEAVE,
    "qq": Key.WIPE,
    "ｑｑ": Key.WIPE,
    "不想活": DangerWord("不想活"),
}


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.kind)
@pytest.mark.parametrize(("key", "expected"), KEYS.items(), ids=KEYS)
def test_every_key_does_the_same_at_every_question(asked, key, expected):
    assert Numbered(screen_of(key), listener()).ask(turn(asked)) == expected


@pytest.mark.parametrize("asked", [WHERE, WANTS], ids=lambda asked: asked.kind)
@pytest.mark.parametrize(("key", "expected"), KEYS.items(), ids=KEYS)
def test_every_key_does_the_same_at_every_menu(monkeypatch, asked, key, expected):
    monkeypatch.setattr(menu.Seconds, "for_a_second_q", 0.01)

    with keyboard() as pipe:
        pipe.send_text(key)

        assert menu_of(asked).reply(lambda: True, deaf=False) == expected


@pytest.fixture
def below(small_flow_zh, today):
    """Type lines below the pages of a plan: what concerns the walk, and all that was written."""
    polite = {"danger": ("none",), "who": ("lender",), "arrived": (time(23, 0),), "visited-on": (date(2020, 11, 23),)}

    def below(*lines, answers=polite):
        environment = environment_of(*lines, rows=60)
        plan = Walk(small_flow_zh, on=today, given=answers).plan
        return PageReader(Screen(environment, plain=True), ("不想活",)).read(plan), written(environment)

    return below


@pytest.mark.parametrize(("key", "expected"), KEYS.items(), ids=KEYS)
def test_the_keys_below_the_first_page_are_those_of_a_question(below, key, expected):
    here = {Key.WHY, Key.PLAN}  # what is shown below, and what is there already

    reply, _ = below(key, "q")

    assert reply == (Key.LEAVE if expected in here else expected)


NUMBERS = {"2": 2, "２": 2, "二": 2, "两": 2, "10": 10, "１０": 10, "十": 10, "十一": 11, "十二": 12, " 12　": 12}


@pytest.mark.parametrize(("text", "number"), NUMBERS.items(), ids=NUMBERS)
def test_numbers_are_read_in_every_form(text, number):
    for asked in (ONE_OF_TWELVE, SOME_OF_TWELVE):
        assert Numbered(screen_of(text), listener()).ask(turn(asked)) == (f"c{number}",)


@pytest.mark.parametrize(
    "text", ["2 十 12", "2,10,12", "２，十，十二", "二、十、十二", "两　１０　12", "12、 10 ,2", "2 ，10、12、"]
)
def test_several_numbers_are_parted_by_spaces_and_commas_of_every_kind(text):
    assert Numbered(screen_of(text), listener()).ask(turn(SOME_OF_TWELVE)) == ("c2", "c10", "c12")


# --- pages ---


@pytest.mark.parametrize(
    ("keys", "shows"),
    [
        pytest.param(["1"], "不用开门。", id="a step by its number"),
        pytest.param(["l"], "法律", id="the law"),
        pytest.param(["L"], "法律", id="the law in capitals"),
        pytest.param(["c"], "1 现在有危险吗？", id="the answers"),
        pytest.param(["?"], "l 法律怎么说", id="what the keys do"),
        pytest.param(["x"], "没有这个键。写 ? 看有哪些。", id="a letter without a meaning"),
        pytest.param(["9"], "没有这一条，写 1 到 2 的编号。", id="a number without a step"),
        pytest.param(["c", "9"], "没有这一条，写 1 到 4 的编号。", id="a number without an answer"),
    ],
)
def test_keys_open_pages(below, keys, shows):
    reply, screen = below(*keys, "q")

    assert reply == Key.LEAVE
    assert shows in screen


def test_enter_leads_from_page_to_page_and_back_to_the_first(below):
    _, screen = below("", "", "q")

    assert screen.count("隔着门说\n") == 2
    assert "2 先问清多久了" in screen


def test_a_number_on_the_page_of_answers_is_the_question_to_change(below, small_flow_zh):
    assert below("c", "2")[0] == small_flow_zh.question("who")


def test_going_back_leads_to_the_first_page_and_from_there_to_the_last_question(below):
    reply, screen = below("l", "<", "<")

    assert reply == Key.BACK
    assert screen.count("隔着门说\n") == 2


def test_in_the_middle_of_a_walk_enter_goes_on_and_nothing_is_changed_or_saved(below):
    begun = {"danger": ("none",), "who": ("lender",)}

    reply, screen = below("c", "s", "", answers=begun)

    assert reply is None
    assert screen.count("没有这个键。写 ? 看有哪些。") == 2
    assert "回车 接着答" in screen


@pytest.mark.parametrize("keys", [[], ["1"]])
def test_a_keyboard_that_is_gone_ends_reading(below, keys):
    with pytest.raises(EOFError):
        below(*keys)


def test_a_page_that_a_long_line_pushed_off_the_screen_comes_again(below):
    _, screen = below("x" * 5000, "q")

    after = screen.partition("x\n")[2]
    assert after.index("隔着门说\n") < after.index("没有这个键")
