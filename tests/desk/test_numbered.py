"""Asking by typed lines: what is shown, what is taken, and what is refused."""

from datetime import date, time

import pytest
from drawn import drawn
from fake_terminal import written
from hypothesis import given
from hypothesis import strategies as st
from turns import ARRIVED, NOT_SURE, TODAY, VISITED_ON, WANTS, WHERE, listener, question, screen_of, turn
from values import taken

from collector_guard.desk.prompts.numbered import Numbered
from collector_guard.desk.prompts.reply import DangerWord, Key
from collector_guard.flow.model import Choice

KINDS = [WHERE, WANTS, ARRIVED, VISITED_ON]
LONG = "他们不肯说是谁派来的，只说自己是来处理欠款的人"


def asked(*lines, of=WHERE, language="zh", suggestion=None, columns=80, rows=24, **in_turn):
    """What was replied, and all that was written."""
    screen = screen_of(*lines, columns=columns, rows=rows, language=language)
    reply = Numbered(screen, listener(language)).ask(turn(of, suggestion=suggestion, **in_turn))
    return reply, written(screen.environment)


def test_a_numbered_question_is_shown_whole():
    _, screen = asked("2", is_first=True, left=3, columns=40)

    assert screen.splitlines() == [
        "",
        "他们现在在哪里？（最多还有 3 题）",
        "  1  在门外",
        "  2  已经进了屋",
        "  3  已经走了",
        "  4  不清楚",
        "? 为什么问  < 返回  ! 紧急  = 目前的建议",
        "q 离开  qq 离开并清屏",
        "数字 > 2",
    ]


def test_a_long_choice_hangs_under_its_label():
    _, screen = asked("2", of=question("long", "one", "选哪个？", Choice("a", LONG), NOT_SURE), columns=40)

    assert screen.splitlines()[2:4] == ["  1  他们不肯说是谁派来的，只说自己是来", "     处理欠款的人"]


def test_what_stands_above_a_question_is_shown_first():
    _, screen = asked("2", above=("先别开门",))

    assert screen.splitlines()[:3] == ["先别开门", "", "他们现在在哪里？"]


def test_keys_are_explained_at_length_only_at_the_first_question():
    assert "qq 离开并清屏" in asked("2", is_first=True)[1]
    assert "qq 离开并清屏" not in asked("2")[1]


@pytest.mark.parametrize("text", ["2", " 2 ", "２", "二", "两", "inside", "INSIDE", "已经进了屋", "02"])
def test_a_choice_is_taken_by_number_id_or_label(text):
    assert asked(text)[0] == ("inside",)


@pytest.mark.parametrize("text", ["3,1", "id-card signature"])
def test_several_choices_are_taken_in_the_order_of_the_question(text):
    assert asked(text, of=WANTS)[0] == ("signature", "id-card")


@pytest.mark.parametrize("text", ["1 4", "none signature", "5 1"])
def test_none_and_unknown_stand_alone(text):
    reply, screen = asked(text, "2", of=WANTS)

    assert reply == ("cash",)
    assert "不能和别的一起选" in screen


NOT_SURE_EITHER = "不清楚就写 0。"


@pytest.mark.parametrize(
    ("of", "text", "says"),
    [
        pytest.param(WHERE, "5", "没有这一项，写 1 到 4 的数字。", id="too high"),
        pytest.param(WHERE, "¹", "没有这一项，写 1 到 4 的数字。", id="a digit that is no number"),
        pytest.param(WHERE, "9" * 200, "没有这一项，写 1 到 4 的数字。", id="a huge number"),
        pytest.param(WHERE, "maybe", "没有这一项，写 1 到 4 的数字。", id="a word"),
        pytest.param(WHERE, "他们来了，在敲门", "没有这一项，写 1 到 4 的数字。", id="a sentence"),
        pytest.param(WHERE, "", "还没有选，写 1 到 4 的数字。", id="nothing"),
        pytest.param(WHERE, "1 2", "这个问题只能选一个，写 1 到 4 的数字。", id="two where one is asked"),
        pytest.param(WANTS, "1 9", "没有这一项，写 1 到 5 的数字，几个之间用空格隔开。", id="one of several wrong"),
        pytest.param(WANTS, "、", "还没有选，写 1 到 5 的数字，几个之间用空格隔开。", id="only a separator"),
        pytest.param(ARRIVED, "25:00", "看不懂这个时间。写几点，比如 21:30、晚上9点。", id="no such time"),
        pytest.param(
            VISITED_ON,
            "2026-02-30",
            "看不懂这个日期。写哪天，比如 2026-11-23、11月2日、昨天、3天前。",
            id="no such day",
        ),
        pytest.param(VISITED_ON, "明天", "这一天还没有到。写已经过去的日子，或者今天。", id="a day to come"),
        pytest.param(VISITED_ON, "", "还没有写。写哪天，比如 2026-11-23、11月2日、昨天、3天前。", id="no day"),
    ],
)
def test_what_is_wrong_is_said_with_the_way_out_and_asked_again(of, text, says):
    _, screen = asked(text, "unknown", of=of, until=TODAY)

    assert screen.splitlines()[-2] == says + NOT_SURE_EITHER


def test_where_nothing_is_not_known_no_way_out_is_told():
    _, screen = asked("x", "a", of=question("known", "one", "哪个？", Choice("a", "这个")))

    assert "不清楚" not in screen


@pytest.mark.parametrize("of", KINDS)
@pytest.mark.parametrize(
    "text", ["0", "０", "不清楚", "不知道", "不记得了", "记不清", "not sure", "I don’t know.", "idk", "unknown"]
)
def test_every_question_may_be_answered_with_not_known(of, text):
    assert asked(text, of=of)[0] == ("unknown",)


@pytest.mark.parametrize("text", ["没有", "都没有", "没有。", "无", "none", "No", "nope"])
def test_nothing_is_understood_where_it_is_offered(text):
    assert asked(text, of=WANTS)[0] == ("none",)
    assert asked(text, "1", of=WHERE)[0] == ("outside",)


@pytest.mark.parametrize("text", ["没有", "还没有", "没", "no", "Not yet."])
def test_no_is_understood_where_one_choice_alone_says_so(text):
    sued = Choice("sued", "起诉了")

    assert asked(text, of=question("stage", "one", "起诉了吗？", sued, Choice("not", "还没有")))[0] == ("not",)
    two = question("stage", "one", "起诉了吗？", sued, Choice("not", "没有"), Choice("not-yet", "还没有"))
    assert asked(text, "1", of=two)[0] in {("sued",), ("not",), ("not-yet",)}
    assert asked("没", "1", of=two)[0] == ("sued",)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("退出", Key.LEAVE),
        ("exit", Key.LEAVE),
        ("Quit", Key.LEAVE),
        ("返回", Key.BACK),
        ("上一题", Key.BACK),
        ("back", Key.BACK),
        ("上一步。", Key.BACK),
        ("退回", Key.BACK),
        ("回去", Key.BACK),
        ("Go back.", Key.BACK),
        ("undo", Key.BACK),
        ("previous", Key.BACK),
        ("bye", Key.LEAVE),
        ("帮助", Key.WHY),
        ("help", Key.WHY),
        ("报警", Key.CARD),
    ],
)
@pytest.mark.parametrize("of", KINDS)
def test_a_key_may_be_typed_as_a_word(of, text, key):
    assert asked(text, of=of)[0] == key


def test_a_choice_that_is_called_like_a_key_is_a_choice():
    assert asked("返回", of=question("way", "one", "去哪？", Choice("back", "返回"), NOT_SURE))[0] == ("back",)


@pytest.mark.parametrize("text", ["2.", "2、", "2。", "(2)", "（2）", "2)", "２．"])
def test_a_number_may_be_copied_as_it_is_printed(text):
    assert asked(text)[0] == ("inside",)


@pytest.mark.parametrize(
    ("text", "then", "moment"),
    [
        ("9点半", ["2"], "21:30"),
        ("9点半", ["早上"], "09:30"),
        ("9:30", ["晚上"], "21:30"),
        ("9点半", ["晚上8点"], "20:00"),
        ("晚上9点半", [], "21:30"),
    ],
)
def test_a_time_of_the_morning_or_the_evening_is_asked_back_once_where_it_decides_something(text, then, moment):
    reply, screen = asked(text, *then, *then[-1:], of=ARRIVED, bounds=frozenset({time(8), time(21, 15), time(12)}))

    assert reply == taken(moment)
    assert screen.count("是早上") == (1 if then else 0)


def test_a_time_that_decides_nothing_is_taken_as_it_is_written():
    reply, screen = asked("9点半", of=ARRIVED, bounds=frozenset({time(8), time(22)}))

    assert reply == (time(9, 30),)
    assert "是早上" not in screen


@pytest.mark.parametrize("text", ["\x1b[A", "1\x07", "\u202e1", "\ufeff1", "\udcff", "我" * 201, "\x1c"])
def test_unclean_text_is_refused_and_not_repeated(text):
    reply, screen = asked(text, "2")

    assert reply == ("inside",)
    assert screen.count("这一行太长，或有不能用的字符，请重新写。\n") == 1
    assert screen.count(text) == 1  # typed, and not repeated


@pytest.mark.parametrize("text", ["", "  ", "现在", "now", "NOW"])
def test_enter_and_now_take_the_time_of_day(text):
    reply, screen = asked(text, of=ARRIVED)

    assert reply == (time(19, 30),)
    assert "直接按回车：19:30\n" in screen


def test_zero_is_no_answer_where_unknown_is_not_offered():
    assert asked("0", "今天", of=question("known", "date", "哪一天？"))[0] == (date(2026, 11, 23),)


@pytest.mark.parametrize(
    ("of", "suggestion", "shown"),
    [
        (WHERE, ("left",), "已经走了"),
        (WANTS, ("signature", "cash"), "签字、付现金或扫码"),
        (ARRIVED, (time(8),), "08:00"),
        (VISITED_ON, (date(2026, 11, 1),), "2026-11-01"),
    ],
)
def test_enter_takes_the_suggestion_which_is_shown(of, suggestion, shown):
    reply, screen = asked("", of=of, suggestion=suggestion)

    assert reply == suggestion
    assert f"直接按回车：{shown}\n" in screen


@pytest.mark.parametrize("of", KINDS)
def test_a_keyboard_that_is_gone_ends_asking(of):
    with pytest.raises(EOFError):
        asked(of=of)


def test_questions_are_asked_in_english():
    _, screen = asked("7", "1", language="en")

    assert "No such choice: type a number from 1 to 4." in screen
    assert screen.endswith("Number > 1\n")


@given(st.text())
def test_any_typed_line_is_an_answer_a_key_or_refused(text):
    reply, _ = asked(text.replace("\n", " "), "unknown", of=WANTS)

    assert isinstance(reply, Key | DangerWord) or set(reply) <= {choice.id for choice in WANTS.choices}


# --- on a terminal that can take lines back ---


@pytest.mark.parametrize(("line", "stays"), [("2", "他们现在在哪里？"), ("?", "")], ids=["an answer", "a key"])
def test_an_answered_question_stays_alone_and_one_that_a_key_leaves_comes_again(line, stays):
    screen = screen_of(line, plain=False)

    Numbered(screen, listener()).ask(turn(WHERE))

    assert "".join(drawn(written(screen.environment))) == stays


def test_a_mistake_is_said_in_place_of_the_one_before():
    screen = screen_of("x", "y", plain=False)

    with pytest.raises(EOFError):
        Numbered(screen, listener()).ask(turn())

    says = "没有这一项，写 1 到 4 的数字。不清楚就写 0。\n数字 > "
    assert written(screen.environment).endswith(f"{says}y\n\x1b[2F\x1b[J{says}")
