"""Asking in a real terminal: what is on screen, key by key."""

import signal
import sys
import time

import pytest
from folders import TESTS

pytest.importorskip("pty", reason="there are no pseudo-terminals here")

from terminal import Terminal

CG = [sys.executable, "-m", "collector_guard", "triage"]
VISIT = [sys.executable, str(TESTS / "helpers/cg_of.py"), str(TESTS / "small_flows"), "triage", "visit"]
ASKING = [sys.executable, str(TESTS / "helpers/asking.py")]
ONE_MENU = "回车确定"
NUMBER = "数字 >"
SHELL = ["/bin/sh", "-c"]


@pytest.fixture
def started():
    """Start a command line in a terminal; whatever still runs at the end is ended."""
    running = []

    def start(command, **terminal):
        running.append(Terminal(command, **terminal))
        return running[-1]

    yield start
    for terminal in running:
        terminal.child.close(force=True)


@pytest.fixture
def asking(started):
    """Start the script that asks four questions."""
    return lambda *arguments, **terminal: started([*ASKING, *arguments], **terminal)


def test_a_menu_shows_the_question_and_marks_where_it_points(asking):
    terminal = asking()

    lines = terminal.see("4. 不清楚")

    assert lines == [
        "他们现在在哪里？（最多还有 3 题）",
        "? 为什么问  < 返回  ! 紧急  = 目前的建议  q 离开  qq 离开并清屏",
        "  按 ↑↓ 或数字，回车确定",
        " > 1. 在门外",
        "   2. 已经进了屋",
        "   3. 已经走了",
        "   4. 不清楚",
    ]


def test_a_walk_by_menus_leaves_questions_and_answers(asking):
    terminal = asking()

    terminal.see("4. 不清楚")
    terminal.press("2\r")
    terminal.see("○ 5. 不清楚")
    terminal.press("1")
    terminal.press(" 3\r")
    terminal.see("21:30 >")
    terminal.press("\r")
    terminal.see("昨天 >")
    terminal.press("昨天\r")

    assert terminal.see("where=inside; wants=signature,id-card; arrived=19:30; visited-on=2026-11-22")[:5] == [
        "他们现在在哪里？（最多还有 3 题）",
        "? 为什么问  < 返回  ! 紧急  = 目前的建议  q 离开  qq 离开并清屏",
        "你的回答：已经进了屋",
        "他们要你做什么？（最多还有 2 题）",
        "? 为什么  < 返回  ! 紧急  q 离开",
    ]
    assert terminal.status() == 0


def test_a_walk_by_numbers_at_forty_columns_cuts_nothing(asking):
    terminal = asking(columns=40)

    terminal.see(NUMBER)
    terminal.press("２\r")
    terminal.see("用空格隔开 >")
    terminal.press("一、3\r")
    terminal.see("21:30 >")
    terminal.press("21：05\r")
    terminal.see("昨天 >")
    terminal.press("2026-11-20\r")

    assert terminal.status() == 0
    answers = [line for line in terminal.lines if line.startswith("你的回答")]
    assert answers == ["你的回答：签字、交出身份证", "你的回答：21:05", "你的回答：2026-11-20"]


@pytest.mark.parametrize(
    ("arguments", "terminal"),
    [
        pytest.param([], {"columns": 59}, id="narrow"),
        pytest.param([], {"rows": 15}, id="low"),
        pytest.param([], {"TERM": "dumb"}, id="dumb"),
        pytest.param([], {"ACCESSIBLE": "1"}, id="accessible"),
        pytest.param(["--plain"], {}, id="plain"),
        pytest.param([], {"PYTHONIOENCODING": "gb18030"}, id="no UTF-8"),
    ],
)
def test_numbers_are_typed_where_no_menu_can_be_drawn(asking, arguments, terminal):
    asked = asking(*arguments, **terminal)

    asked.see(">")

    assert ONE_MENU not in "\n".join(asked.lines)
    assert b"\x1b[?" not in asked.written


def test_questions_go_to_stderr_when_the_plan_is_sent_elsewhere(started, tmp_path):
    plan = tmp_path / "plan.txt"
    terminal = started([*SHELL, f"'{ASKING[0]}' '{ASKING[1]}' > '{plan}'"])

    terminal.see(NUMBER)
    terminal.press("2\r")
    terminal.see("用空格隔开 >")
    terminal.press("4\r")
    terminal.see("21:30 >")
    terminal.press("0\r")
    terminal.see("昨天 >")
    terminal.press("0\r")

    assert terminal.status() == 0
    assert plan.read_text("utf-8") == "where=inside; wants=none; arrived=unknown; visited-on=unknown\n"


def test_a_look_aside_comes_back_to_the_same_ticks(asking):
    terminal = asking()
    terminal.see("4. 不清楚")
    terminal.press("1\r")
    terminal.see("○ 5. 不清楚")

    terminal.press("2？")
    terminal.see("[? wants]")

    assert "● 2. 付现金或扫码" in terminal.see("○ 5. 不清楚")[-4]


@pytest.mark.parametrize("keys", ["110\r", "！\r", "!\n", "不想活\r"])
def test_enter_behind_a_key_answers_nothing(asking, keys):
    terminal = asking()
    terminal.see("4. 不清楚")

    terminal.press(keys)
    terminal.see(" where]")
    terminal.see("4. 不清楚")
    time.sleep(0.8)
    terminal.press("3\r")

    assert "你的回答：已经走了" in terminal.see("○ 5. 不清楚")
    assert "你的回答：在门外" not in terminal.lines


def test_going_back_points_at_what_was_answered(asking):
    terminal = asking()
    terminal.see("4. 不清楚")
    terminal.press("3\r")
    terminal.see("○ 5. 不清楚")

    terminal.press("《")

    assert terminal.see(" > 3. 已经走了")[-1] == "   4. 不清楚"


def test_going_back_from_a_typed_time_offers_what_was_ticked(asking):
    terminal = asking("--plain")
    terminal.see(NUMBER)
    terminal.press("3\r")
    terminal.see("用空格隔开 >")
    terminal.press("<\r")

    terminal.see("直接按回车：已经走了")


@pytest.mark.parametrize("arguments", [[], ["--plain"]])
@pytest.mark.parametrize("steps", [0, 1, 2, 3])
@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_ctrl_c_and_ctrl_d_leave_with_130_everywhere(asking, arguments, steps, key):
    terminal = asking(*arguments)
    for asked, answer in [("在哪里", "1\r"), ("做什么", "1\r"), ("几点到", "0\r")][:steps]:
        terminal.see(asked)
        terminal.see("不清楚")
        terminal.press(answer)
    terminal.see(["在哪里", "做什么", "几点到", "哪一天"][steps])
    terminal.see(ONE_MENU if not arguments and steps < 2 else " >")

    terminal.press(key)

    assert terminal.status() == 130
    assert terminal.lines[-1] == "left"
    assert b"Traceback" not in terminal.written


@pytest.mark.parametrize(("keys", "says"), [("q", "left"), ("qq", "left, wiped"), ("q\r", "left")])
def test_q_leaves_a_menu_and_qq_wipes(asking, keys, says):
    terminal = asking()
    terminal.see("4. 不清楚")

    for key in keys:
        terminal.press(key)
        time.sleep(0.2)

    assert terminal.status() == 130
    assert terminal.lines[-1] == says


def test_a_menu_that_a_resize_would_break_is_followed_by_numbers(asking):
    terminal = asking()
    terminal.see("4. 不清楚")

    terminal.resize(40, 24)
    terminal.press("2\r")
    lines = terminal.see("用空格隔开 >")

    assert "  5  不清楚" in lines
    assert not any("○" in line for line in lines)


def test_a_terminal_is_never_asked_where_its_cursor_is(asking):
    terminal = asking()
    terminal.see("4. 不清楚")

    terminal.press("q")
    terminal.status()

    assert b"\x1b[6n" not in terminal.written
    assert b"WARNING" not in terminal.written


def test_bytes_in_another_encoding_are_refused(asking):
    terminal = asking("--plain")
    terminal.see(NUMBER)

    terminal.press("二\r".encode("gbk"))

    terminal.see("这一行太长，或有不能用的字符，请重新写。")
    terminal.press("二\r")
    terminal.see("你的回答：已经进了屋")


def test_an_arrow_key_at_a_typed_question_is_refused(asking):
    terminal = asking("--plain")
    terminal.see(NUMBER)

    terminal.press("\x1b[A\r")

    terminal.see("这一行太长，或有不能用的字符，请重新写。")


@pytest.mark.parametrize("arguments", [[], ["--plain"]])
def test_an_interrupt_from_elsewhere_leaves(asking, arguments):
    terminal = asking(*arguments)
    terminal.see(NUMBER if arguments else ONE_MENU)

    terminal.child.kill(signal.SIGINT)

    assert terminal.status() == 130


def test_a_terminal_that_is_closed_ends_the_program(asking):
    terminal = asking()
    terminal.see("4. 不清楚")

    terminal.child.close(force=False)

    assert not terminal.child.isalive()


def test_the_question_is_read_while_the_menu_library_loads(asking):
    terminal = asking()

    terminal.see("? 为什么问")
    first = list(terminal.lines)
    terminal.see("4. 不清楚")

    assert first[0] == "他们现在在哪里？（最多还有 3 题）"


# --- the program itself ---


def test_a_refusal_is_broken_between_words_and_a_command_to_copy_is_not(started, tmp_path):
    wrong = started([*VISIT, "--answer", "danger=maybe", "--lang", "en"], columns=40)
    left = started([*VISIT, "--save", str(tmp_path / "answers.json"), "--plain", "--lang", "en"], columns=40, rows=40)
    left.see_at_end(" >")
    left.press("3\r")
    left.see("Who do they say they are?")
    left.see_at_end(" >")
    left.press("q\r")

    assert wrong.status() == 1
    assert wrong.lines == ["No choice of 'danger' is called 'maybe'.", "Known: force, despair, none, unknown."]
    assert left.status() == 130
    assert b"To go on with the answers saved: cg triage visit --answers" in left.written


@pytest.mark.parametrize(("arguments", "keys"), [([], "110"), (["--plain"], "110\r")])
def test_the_emergency_card_is_shown_and_the_question_asked_again(started, arguments, keys):
    terminal = started([*CG, *arguments], rows=50)
    question = terminal.see("qq 离开并清屏")[0]
    terminal.see(" >" if arguments else ONE_MENU)

    terminal.press(keys)

    lines = terminal.see(question, times=2)
    assert any("打 110" in line for line in lines[lines.index(question) + 1 :])


def test_qq_leaves_nothing_of_the_answers_on_screen(started):
    terminal = started(CG)
    question = terminal.see("qq 离开并清屏")[0]
    terminal.see(ONE_MENU)

    terminal.press("qq")

    assert terminal.status() == 130
    assert question not in terminal.lines
    assert b"\x1b[3J" in terminal.written


def test_a_session_by_menus_ends_below_the_answers_where_one_can_be_changed(started):
    terminal = started(VISIT, rows=40)
    for asked, prompt, answer in [
        ("有危险吗", ONE_MENU, "3\r"),
        ("说是谁", ONE_MENU, "1\r"),
        ("几点来的", "21:30 >", "12:00\r"),
        ("哪天来的", "昨天 >", "2026-11-20\r"),
    ]:
        terminal.see(asked)
        terminal.see(prompt)
        terminal.press(answer)

    terminal.see("不改就按回车 >")
    terminal.press("二\r")
    terminal.see(" > 1. 平台的人")
    terminal.press("\x1b[B\r")
    terminal.see("核实了吗？（最多还有 1 题）")
    terminal.see("2. 还没有")
    terminal.press("1\r")
    terminal.see("哪天收到的？（最后一题）")
    terminal.press("2026-11-01\r")
    terminal.see("6  哪天收到的？ → 2026-11-01")
    terminal.see_at_end("不改就按回车 >")
    terminal.press("\r")

    assert terminal.status() == 0
    assert "2  他们说是谁？ → 法院" in terminal.lines
    assert "\x1b[2m? 说明".encode() in terminal.written
