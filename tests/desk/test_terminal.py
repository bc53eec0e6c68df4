"""Asking in a real terminal: what is on screen, key by key, and how the terminal is left."""

import io
import os
import shutil
import signal
import sys

import pytest
from folders import TESTS

pytest.importorskip("pty", reason="there are no pseudo-terminals here")
import termios

from collector_guard.desk.environment import Environment

VISIT = [sys.executable, str(TESTS / "helpers/cg_of.py"), str(TESTS / "small_flows"), "triage", "visit"]
ASKING = [sys.executable, str(TESTS / "helpers/asking.py")]
SHELL = ["/bin/sh", "-c"]
ONE_MENU = "回车确定 >"
ASKED = ("在哪里", "做什么", "几点到")


@pytest.fixture
def asking(started):
    """Start the script that asks four questions, and wait until it asks."""

    def asking(*arguments, **terminal):
        asked = started([*ASKING, *arguments], **terminal)
        asked.asks("在哪里")
        return asked

    return asking


def is_as_it_was(terminal):
    """Whether a terminal echoes, reads lines, shows its cursor and does not bracket what is pasted."""
    modes = termios.tcgetattr(terminal.child.child_fd)[3]
    hidden, bracketed = terminal.written.rfind(b"\x1b[?25l"), terminal.written.rfind(b"\x1b[?2004h")
    shown, plain = terminal.written.rfind(b"\x1b[?25h"), terminal.written.rfind(b"\x1b[?2004l")
    return bool(modes & termios.ECHO and modes & termios.ICANON) and shown >= hidden and plain >= bracketed


def test_a_menu_shows_the_question_and_points_at_nothing(asking):
    assert asking().lines == [
        "他们现在在哪里？（最多还有 3 题）",
        "   1. 在门外",
        "   2. 已经进了屋",
        "   3. 已经走了",
        "   4. 不清楚",
        "? 为什么问  < 返回  ! 紧急  = 目前的建议  q 离开  qq 离开并清屏",
        "按 ↑↓ 或数字，回车确定 >",
    ]


def test_a_walk_by_menus_leaves_questions_and_answers(asking):
    terminal = asking()

    terminal.answer("2\r", "做什么", "○ 5. 不清楚")
    terminal.answer("13\r", "几点到")
    terminal.answer("\r", "哪一天")
    terminal.press("昨天\r")

    assert terminal.status() == 0
    assert terminal.lines == [
        "他们现在在哪里？（最多还有 3 题）",
        "你的回答：已经进了屋",
        "他们要你做什么？（最多还有 2 题）",
        "你的回答：签字、交出身份证",
        "他们几点到的？（最多还有 1 题）",
        "你的回答：19:30",
        "他们是哪一天来的？（最后一题）",
        "你的回答：2026-11-22",
        "where=inside; wants=signature,id-card; arrived=19:30; visited-on=2026-11-22",
    ]


def test_a_walk_by_numbers_at_forty_columns_cuts_nothing(asking):
    terminal = asking(columns=40)

    terminal.answer("２\r", "做什么")
    terminal.answer("一、3\r", "几点到")
    terminal.answer("21：05\r", "哪一天")
    terminal.press("2026-11-20\r")

    assert terminal.status() == 0
    answers = [line for line in terminal.lines if line.startswith("你的回答")]
    assert answers[1:] == ["你的回答：签字、交出身份证", "你的回答：21:05", "你的回答：2026-11-20"]


def test_questions_go_to_stderr_when_the_plan_is_sent_elsewhere(started, tmp_path):
    plan = tmp_path / "plan.txt"
    terminal = started([*SHELL, f"'{ASKING[0]}' '{ASKING[1]}' > '{plan}'"])

    terminal.asks("在哪里")
    terminal.answer("2\r", "做什么")
    terminal.answer("4\r", "几点到")
    terminal.answer("0\r", "哪一天")
    terminal.press("0\r")

    assert terminal.status() == 0
    assert plan.read_text("utf-8") == "where=inside; wants=none; arrived=unknown; visited-on=unknown\n"


@pytest.mark.parametrize(
    ("arguments", "steps"), [([], 0), ([], 1), ([], 2), (["--plain"], 0)], ids=["menu", "ticks", "line", "numbers"]
)
@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_ctrl_c_and_ctrl_d_leave_with_130_everywhere(asking, arguments, steps, key):
    terminal = asking(*arguments)
    for following in ASKED[1 : steps + 1]:
        terminal.answer("1\r", following)

    terminal.press(key)

    assert terminal.status() == 130
    assert terminal.lines[-1].endswith("left")
    assert b"Traceback" not in terminal.written


@pytest.mark.parametrize(("keys", "says"), [("qq", "left, wiped"), ("q\r\r\x03", "left")])
def test_q_leaves_a_menu_and_qq_wipes_whatever_follows(asking, keys, says):
    terminal = asking()

    terminal.press(keys)  # at once: all of them are there before the menu is gone

    assert terminal.status() == 130
    assert terminal.lines[-1] == says
    assert b"Traceback" not in terminal.written
    assert b"\x1b[6n" not in terminal.written  # no terminal is asked where its cursor is
    assert b"WARNING" not in terminal.written


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        *(([], number) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)),
        (["--plain"], signal.SIGTERM),
    ],
)
def test_a_signal_from_elsewhere_leaves_the_terminal_as_it_was(asking, arguments, number):
    terminal = asking(*arguments)

    terminal.child.kill(number)
    terminal.see("left")

    assert is_as_it_was(terminal)
    assert terminal.status() == (130 if number == signal.SIGINT else 128 + number)


@pytest.mark.parametrize("arguments", [[], ["--plain"]], ids=["menus", "numbers"])
def test_a_terminal_that_is_closed_ends_the_program_in_order(started, arguments):
    terminal = started([*VISIT, *arguments])
    terminal.asks("有危险吗")

    terminal.child.close(force=False)

    assert (terminal.child.exitstatus, terminal.child.signalstatus) == (129, None)


@pytest.mark.skipif(not shutil.which("dash"), reason="other shells mend the terminal themselves")
def test_ctrl_z_gives_the_terminal_back_and_the_menu_comes_again(started):
    shell = started(["dash", "-i"], PS1="ready > ", PYTHONUTF8="1")
    shell.asks("ready")
    shell.answer(f"'{ASKING[0]}' '{ASKING[1]}'\n", "在哪里", ONE_MENU)

    shell.answer("2\x1a", "Stopped", "ready")
    stopped = is_as_it_was(shell)
    shell.answer("fg\n", ONE_MENU)

    assert stopped
    assert " > 2. 已经进了屋" in shell.lines
    shell.answer("\r", "你的回答：已经进了屋", "做什么")


def test_a_menu_that_a_resize_would_break_is_followed_by_numbers(asking):
    terminal = asking()

    terminal.answer("2", "2. 已经进了屋")
    terminal.resize(40, 24)
    numbered = terminal.see("数字 >")
    terminal.answer("\r", "做什么", "用空格隔开 >")

    assert numbered.count("在哪里") == 1
    assert "直接按回车：已经进了屋" in numbered
    assert "你的回答：已经进了屋" in terminal.lines
    assert "  5  不清楚" in terminal.lines


@pytest.mark.parametrize("typed", ["二\r".encode("gbk"), "\x1b[A\r"], ids=["another encoding", "an arrow key"])
def test_what_is_no_text_is_refused(asking, typed):
    terminal = asking("--plain")

    terminal.answer(typed, "这一行太长，或有不能用的字符，请重新写。")
    terminal.answer("二\r", "你的回答：已经进了屋")


def test_the_question_is_read_while_the_menu_library_loads(started):
    terminal = started(ASKING)

    first = terminal.see("在哪里").splitlines()
    terminal.asks("4. 不清楚")

    assert first[1:] == ["他们现在在哪里？（最多还有 3 题）"]


def test_what_a_gone_terminal_did_not_take_does_not_change_how_a_program_ends():
    reader, writer = os.pipe()
    os.close(reader)
    stdout = io.TextIOWrapper(os.fdopen(writer, "wb"))
    environment = Environment("zh", io.StringIO(), stdout, io.StringIO(), {})
    stdout.write("the last of a menu")

    environment.finish_writing()

    stdout.close()  # as Python does at its end: an error here would end the program with 120
    assert stdout.closed
