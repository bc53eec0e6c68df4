"""Prompters, without a terminal: typed lines go in as a stream, and menu keys through a pipe."""

import io
import math
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

import pytest
from asking import ARRIVED, NOT_SURE, TODAY, VISITED_ON, WANTS, WHERE, asked_with, question
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from collector_guard.desk.prompts import menu_fits, menus, prompter
from collector_guard.desk.prompts.menu import Picked, pick
from collector_guard.desk.prompts.numbered import numbered
from collector_guard.desk.prompts.setting import Key, Setting, Standing, size_of
from collector_guard.desk.prompts.typed import answer_in, key_in, number_in
from collector_guard.files.errors import Left
from collector_guard.flow.model import Choice, Question
from collector_guard.flow.situation import Answer, Situation, Taken
from collector_guard.flow.walk import BACK, Back
from collector_guard.wording.sentences import SENTENCES

LATER = Situation((Answer(WHERE, ("left",)),), complete=False, today=TODAY)
FIRST = Situation((), complete=False, today=TODAY)


@dataclass
class Aside:
    """Writes down what was to be shown beside a question."""

    shown: list[str] = field(default_factory=list)

    def __call__(self, key: str, question: Question, _situation: Situation) -> None:
        self.shown.append(f"{key} {question.id}")


class Terminal(io.StringIO):
    """A stream that says it is a terminal in UTF-8."""

    encoding = "UTF-8"

    def isatty(self) -> bool:
        return True


def setting_of(reading, columns=80, rows=24, language="zh"):
    return Setting(
        language=language,
        reading=reading,
        writing=io.StringIO(),
        aside=Aside(),
        standing=lambda _, situation: Standing(3, bool(situation.answers)),
        danger_words=("不想活", "kill myself"),
        now=lambda: datetime(2026, 11, 23, 19, 30),
        size=lambda: (columns, rows),
    )


@dataclass(frozen=True)
class Asked:
    reply: Taken | Back
    screen: str
    aside: list[str]


def typed(text, asked=WHERE, situation=LATER, suggestion=None, **setting_values):
    setting = setting_of(io.StringIO(text), **setting_values)
    reply = numbered(setting)(asked, situation, suggestion)
    return Asked(reply, setting.writing.getvalue(), setting.aside.shown)


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    """The keyboard of a menu; all that is sent is there before the menu is drawn."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


def picked(keys, text, asked=WHERE, taken=(), deaf_until=0.0):
    keys.send_text(text)
    return pick(asked, taken, setting_of(io.StringIO()), deaf_until=deaf_until)


# --- typed numbers ---


def test_a_numbered_question_is_shown_whole():
    asked = typed("2\n", situation=FIRST, columns=40)

    assert asked.screen.splitlines() == [
        "",
        "他们现在在哪里？（最多还有 3 题）",
        "  1  在门外",
        "  2  已经进了屋",
        "  3  已经走了",
        "  4  不清楚",
        "? 为什么问  < 返回  ! 紧急  = 目前的建议",
        "q 离开  qq 离开并清屏",
        "数字 > 你的回答：已经进了屋",
    ]


def test_a_long_choice_hangs_under_its_label():
    long = question("long", "one", "选哪个？", Choice("a", "他们不肯说是谁派来的，只说自己是来处理欠款的人"), NOT_SURE)

    asked = typed("2\n", long, columns=40)

    assert asked.screen.splitlines()[2:4] == ["  1  他们不肯说是谁派来的，只说自己是来", "     处理欠款的人"]


def test_keys_are_explained_at_length_only_at_the_first_question():
    assert "qq 离开并清屏" in typed("2\n", situation=FIRST).screen
    assert "qq 离开并清屏" not in typed("2\n", situation=LATER).screen


@pytest.mark.parametrize("text", ["2", " 2 ", "２", "二", "两", "inside", "INSIDE", "已经进了屋", "02"])
def test_a_choice_is_taken_by_number_id_or_label(text):
    assert typed(f"{text}\n").reply == ("inside",)


@pytest.mark.parametrize("text", ["1 3", "3,1", "１，３", "一、三", "1　3", "cash id-card signature"])
def test_several_choices_are_taken_in_the_order_of_the_question(text):
    expected = ("signature", "cash", "id-card") if "cash" in text else ("signature", "id-card")

    assert typed(f"{text}\n", WANTS).reply == expected


@pytest.mark.parametrize("text", ["1 4", "none signature", "5 1"])
def test_none_and_unknown_stand_alone(text):
    asked = typed(f"{text}\n2\n", WANTS)

    assert asked.reply == ("cash",)
    assert "不能和别的一起选" in asked.screen


@pytest.mark.parametrize(
    ("asked", "text", "says"),
    [
        pytest.param(WHERE, "5", "没有这一项，写 1 到 4 的数字。", id="too high"),
        pytest.param(WHERE, "0", "没有这一项，写 1 到 4 的数字。", id="zero"),
        pytest.param(WHERE, "¹", "没有这一项，写 1 到 4 的数字。", id="a digit that is no number"),
        pytest.param(WHERE, "9" * 200, "没有这一项，写 1 到 4 的数字。", id="a huge number"),
        pytest.param(WHERE, "maybe", "没有这一项，写 1 到 4 的数字。", id="a word"),
        pytest.param(WHERE, "", "还没有选，写 1 到 4 的数字。", id="nothing"),
        pytest.param(WHERE, "1 2", "这个问题只能选一个，写 1 到 4 的数字。", id="two where one is asked"),
        pytest.param(WANTS, "1 9", "没有这一项，写 1 到 5 的数字，几个之间用空格隔开。", id="one of several wrong"),
        pytest.param(WANTS, "、", "还没有选，写 1 到 5 的数字，几个之间用空格隔开。", id="only a separator"),
        pytest.param(ARRIVED, "25:00", "写几点几分，例如 21:30。", id="no such time"),
        pytest.param(VISITED_ON, "2026-02-30", "写年月日，例如 2026-11-23，或者写 今天、昨天。", id="no such day"),
        pytest.param(VISITED_ON, "", "还没有写，写年月日，例如 2026-11-23，或者写 今天、昨天。", id="no day"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_and_asked_again(asked, text, says):
    screen = typed(f"{text}\nunknown\n", asked).screen

    assert screen.splitlines()[-2].split(" > ")[-1] == says


@pytest.mark.parametrize("text", ["\x1b[A", "1\x07", "\u202e1", "\ufeff1", "\udcff", "我" * 201, "\x1c"])
def test_unclean_text_is_refused_and_not_repeated(text):
    asked = typed(f"{text}\n2\n")

    assert asked.reply == ("inside",)
    assert asked.screen.count("这一行太长，或有不能用的字符，请重新写。\n") == 1
    assert text not in asked.screen


def test_bytes_that_are_no_text_are_refused():
    reading = io.TextIOWrapper(io.BytesIO("二\n".encode("gbk")), encoding="utf-8")
    setting = setting_of(reading)

    with pytest.raises(Left):
        numbered(setting)(WHERE, LATER, None)

    assert "不能用的字符" in setting.writing.getvalue()


@pytest.mark.parametrize("text", ["21:05", "２１：０５", "21点05分", "21.05"])
def test_a_time_is_typed(text):
    assert typed(f"{text}\n", ARRIVED).reply == ("21:05",)


@pytest.mark.parametrize("text", ["", "  ", "现在", "now", "NOW"])
def test_enter_and_now_take_the_time_of_day(text):
    asked = typed(f"{text}\n", ARRIVED)

    assert asked.reply == ("19:30",)
    assert "直接按回车：19:30\n" in asked.screen


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今天", "2026-11-23"),
        ("today", "2026-11-23"),
        ("昨天", "2026-11-22"),
        ("Yesterday", "2026-11-22"),
        ("前天", "2026-11-21"),
        ("2026年1月2日", "2026-01-02"),
        ("２０２６-1-2", "2026-01-02"),
    ],
)
def test_a_date_is_typed_or_named(text, day):
    assert typed(f"{text}\n", VISITED_ON).reply == (day,)


@pytest.mark.parametrize("asked", [ARRIVED, VISITED_ON])
@pytest.mark.parametrize("text", ["0", "０", "零", "不清楚", "unknown"])
def test_a_time_or_date_may_be_unknown(asked, text):
    assert typed(f"{text}\n", asked).reply == ("unknown",)


def test_zero_is_no_answer_where_unknown_is_not_offered():
    known = question("known", "date", "哪一天？")

    assert typed("0\n今天\n", known).reply == ("2026-11-23",)


@pytest.mark.parametrize(
    ("asked", "suggestion", "shown"),
    [
        (WHERE, ("left",), "已经走了"),
        (WANTS, ("signature", "cash"), "签字、付现金或扫码"),
        (ARRIVED, ("08:00",), "08:00"),
        (VISITED_ON, ("2026-11-01",), "2026-11-01"),
    ],
)
def test_enter_takes_the_suggestion_which_is_shown(asked, suggestion, shown):
    run = typed("\n", asked, suggestion=suggestion)

    assert run.reply == suggestion
    assert f"直接按回车：{shown}\n" in run.screen


@pytest.mark.parametrize("asked", [WHERE, WANTS, ARRIVED, VISITED_ON])
@pytest.mark.parametrize("text", ["<", "《", "＜", "《》"])
def test_back_goes_back_from_every_kind(asked, text):
    assert typed(f"{text}\n", asked).reply is BACK


def test_there_is_nothing_before_the_first_question():
    asked = typed("<\n1\n", situation=FIRST)

    assert asked.reply == ("outside",)
    assert "这是第一个问题，前面没有了。\n" in asked.screen


@pytest.mark.parametrize("asked", [WHERE, WANTS, ARRIVED, VISITED_ON])
@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("?", "?"),
        ("？", "?"),
        ("??", "?"),
        ("!", "!"),
        ("！", "!"),
        ("110", "!"),
        ("１１０", "!"),
        ("=", "="),
        ("＝", "="),
    ],
)
def test_what_is_shown_aside_is_no_answer(asked, text, key):
    run = typed(f"{text}\nunknown\n", asked)

    assert run.aside == [f"{key} {asked.id}"]
    assert run.reply == ("unknown",)
    assert run.screen.count(asked.ask) == 2


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("我不想活了", "不想活"),
        ("不 想 活", "不想活"),
        ("I will KILL myself", "kill myself"),
        ("不想活" * 99, "不想活"),
    ],
)
def test_a_danger_word_is_shown_aside(text, word):
    assert typed(f"{text}\n1\n").aside == [f"{word} where"]


@pytest.mark.parametrize("asked", [WHERE, WANTS, ARRIVED, VISITED_ON])
@pytest.mark.parametrize(
    ("text", "wipe"), [("q\n", False), ("Ｑ\n", False), ("qq\n", True), ("ｑｑ\n", True), ("", False), ("1", False)]
)
def test_leaving_is_possible_everywhere(asked, text, wipe):
    with pytest.raises(Left) as left:
        typed(text, asked)

    assert left.value.wipe is wipe


def test_an_interrupt_leaves():
    class Interrupted(io.StringIO):
        def readline(self, _size=-1):
            raise KeyboardInterrupt

    with pytest.raises(Left):
        numbered(setting_of(Interrupted()))(WHERE, LATER, None)


def test_questions_are_asked_in_english():
    screen = typed("7\n1\n", language="en").screen

    assert "Number > There is no such choice: type a number from 1 to 4.\nNumber > Your answer: 在门外\n" in screen


@given(st.text())
def test_any_typed_line_is_an_answer_a_key_or_refused(text):
    line = text.replace("\n", " ")

    try:
        asked = typed(f"{line}\nunknown\n", WANTS)
    except Left:
        assert key_in(line) in (Key.LEAVE, Key.WIPE)
        return

    assert asked.reply is BACK or set(asked.reply) <= {choice.id for choice in WANTS.choices}


@given(st.text())
def test_what_is_no_number_is_no_error(text):
    number = number_in(text)

    assert number is None or number >= 0


@pytest.mark.parametrize(
    ("text", "number"), [("十", 10), ("十一", 11), ("二十", 20), ("二十三", 23), ("百", None), ("十百", None)]
)
def test_chinese_numbers_are_read(text, number):
    assert number_in(text) == number


def test_a_number_is_a_place_and_other_words_are_left_to_the_gate():
    assert answer_in("1,maybe", WANTS, today=TODAY, now=datetime(2026, 11, 23)) == ("signature", "maybe")


# --- menus ---


@pytest.mark.parametrize("text", ["2\r", "２\r", "二\r", "\x1b[B\r", "\x1b[B\x1b[B\x1b[A\r", "4\x1b[B2\r", "2\n"])
def test_a_choice_is_picked_with_numbers_or_arrows(keys, text):
    assert picked(keys, text) == Picked(None, ("inside",))


def test_the_suggestion_is_pointed_at(keys):
    assert picked(keys, "\r", taken=("left",)) == Picked(None, ("left",))


@pytest.mark.parametrize("text", ["13\r", "1 3 \r", "1、3\r", "1,3\r", " \x1b[B\x1b[B \r", "１３\r", "1323 2\r"])
def test_several_choices_are_ticked(keys, text):
    expected = ("signature", "id-card") if "2" not in text else ("signature",)

    assert picked(keys, text, WANTS) == Picked(None, expected)


def test_the_suggestions_are_ticked(keys):
    assert picked(keys, "2\r", WANTS, taken=("signature",)) == Picked(None, ("signature", "cash"))


@pytest.mark.parametrize(("text", "taken"), [("14\r", ("none",)), ("12345\r", ("unknown",)), ("41\r", ("signature",))])
def test_none_and_unknown_are_ticked_alone(keys, text, taken):
    assert picked(keys, text, WANTS).taken == taken


@pytest.mark.parametrize("letter", ["a", "i"])
def test_no_letter_ticks_everything(keys, letter):
    assert picked(keys, f"1{letter}\r", WANTS).taken == ("signature",)


def test_a_menu_with_nothing_ticked_is_no_answer(keys):
    setting = setting_of(io.StringIO())
    keys.send_text("\r2\r")

    reply = pick(WANTS, (), setting, deaf_until=0.0)

    assert reply.taken == ("cash",)
    assert setting.writing.getvalue() == "还没有选，按数字或空格勾选，再按回车。\n"


@pytest.mark.parametrize("asked", [WHERE, WANTS])
@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("<", "<"),
        ("《", "<"),
        ("?", "?"),
        ("？", "?"),
        ("!", "!"),
        ("！", "!"),
        ("110", "!"),
        ("１１０", "!"),
        ("=", "="),
        ("＝", "="),
        ("qq", "qq"),
        ("ｑｑ", "qq"),
        ("q\r", "q"),
        ("我不想活了", "不想活"),
        ("\x1b[200~不想活\x1b[201~", "不想活"),
        ("\x1b[200~110\x1b[201~", "!"),
    ],
)
def test_the_same_keys_work_in_a_menu(keys, asked, text, key):
    assert picked(keys, text, asked).key == key


def test_one_q_leaves_without_another_key(keys):
    assert picked(keys, "q").key == "q"


def test_ticks_outlive_a_look_aside(keys):
    assert picked(keys, "13?", WANTS) == Picked("?", ("signature", "id-card"))


def test_the_emergency_number_ticks_nothing(keys):
    assert picked(keys, "3110", WANTS) == Picked("!", ("id-card",))


def test_other_keys_do_nothing(keys):
    assert picked(keys, "x\t\x1bOPjk0\x01\x1b[200~pasted\x1b[201~9\r").taken == ("outside",)


def test_enter_is_not_heard_at_first(keys):
    assert picked(keys, "\rqq", deaf_until=math.inf).key == "qq"


@pytest.mark.parametrize("asked", [WHERE, WANTS])
@pytest.mark.parametrize("text", ["\x03", "\x04"])
def test_ctrl_c_and_ctrl_d_leave_a_menu(keys, asked, text):
    keys.send_text(text)

    with pytest.raises(Left):
        menus(setting_of(io.StringIO()))(asked, LATER, None)


def test_menus_ask_all_kinds_and_repeat_the_answer(keys):
    setting = setting_of(io.StringIO("21:05\n昨天\n"))
    keys.send_text("2\r13\r")

    taken = asked_with(menus(setting), (WHERE, WANTS, ARRIVED, VISITED_ON))

    assert list(taken.values()) == [("inside",), ("signature", "id-card"), ("21:05",), ("2026-11-22",)]
    assert "你的回答：签字、交出身份证\n" in setting.writing.getvalue()


@pytest.mark.parametrize(
    ("asked", "columns", "rows", "fits"),
    [
        pytest.param(WHERE, 60, 16, True, id="room enough"),
        pytest.param(WANTS, 60, 16, True, id="several"),
        pytest.param(WHERE, 59, 16, False, id="too narrow"),
        pytest.param(WHERE, 60, 15, False, id="too low"),
        pytest.param(ARRIVED, 80, 24, False, id="a time is typed"),
        pytest.param(VISITED_ON, 80, 24, False, id="a date is typed"),
        pytest.param(replace(WHERE, choices=(Choice("a", "字" * 25),)), 60, 16, True, id="as wide as it may be"),
        pytest.param(replace(WHERE, choices=(Choice("a", "字" * 26),)), 60, 16, False, id="a label too wide"),
        pytest.param(replace(WHERE, choices=(NOT_SURE,) * 10), 80, 24, False, id="more choices than digits"),
    ],
)
def test_a_menu_fits_where_every_choice_has_a_line(asked, columns, rows, fits):
    assert menu_fits(asked, columns, rows) is fits


def test_what_does_not_fit_is_asked_by_numbers():
    setting = setting_of(io.StringIO("2\n"), columns=40)

    assert menus(setting)(WHERE, LATER, None) == ("inside",)


# --- which of the two ---


@pytest.mark.parametrize(
    ("environment", "plain"),
    [({"TERM": "dumb"}, False), ({"TERM": "xterm", "ACCESSIBLE": "1"}, False), ({"TERM": "xterm"}, True)],
)
def test_numbers_are_typed_where_menus_are_not_wanted(environment, plain):
    setting = replace(setting_of(Terminal("2\n")), writing=Terminal())

    reply = prompter(setting, stdout=setting.writing, environment=environment, plain=plain)(WHERE, LATER, None)

    assert reply == ("inside",)
    assert "\x1b" not in setting.writing.getvalue()


def test_numbers_are_typed_where_the_plan_goes_elsewhere():
    setting = replace(setting_of(Terminal("2\n")), writing=Terminal())

    reply = prompter(setting, stdout=io.StringIO(), environment={"TERM": "xterm"}, plain=False)(WHERE, LATER, None)

    assert reply == ("inside",)
    assert "\x1b[1m他们现在在哪里？\x1b[0m\x1b[2m（最多还有 3 题）\x1b[0m\n" in setting.writing.getvalue()


def test_a_menu_is_drawn_on_a_terminal(keys):
    setting = replace(setting_of(Terminal()), writing=Terminal())
    keys.send_text("2\r")

    reply = prompter(setting, stdout=setting.writing, environment={"TERM": "xterm"}, plain=False)(WHERE, LATER, None)

    assert reply == ("inside",)


def test_a_stream_without_a_terminal_has_the_usual_size():
    assert size_of(io.StringIO()) == (80, 24)


def test_numbers_are_asked_without_the_menu_library():
    asked = "import sys, collector_guard.desk.prompts; print({'questionary', 'prompt_toolkit', 'asyncio'} & set(sys.modules))"

    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert run.stdout == "set()\n"


def test_what_prompts_say_can_be_shown_on_a_chinese_windows():
    assert all("".join(pair).encode("gbk") for pair in SENTENCES.values())
