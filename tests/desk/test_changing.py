"""The list of answers below the plan: when it is shown, what can be done there, and how it is left."""

import json
import sys

import pytest
from folders import SMALL_FLOWS
from keyboard import Keyboard, Screen

from collector_guard.desk.prompts import setting
from collector_guard.library import load as library
from collector_guard.start import main

STOP = "回车看下面 > "
CHANGE = "不改就按回车 > "
POLITE = {"danger": ("none",), "who": ("lender",), "arrived": ("12:00",), "visited-on": ("2026-11-23",)}


@pytest.fixture
def visit(monkeypatch):
    """A run of the program on the small flow, with lines typed at a keyboard: status, stdout, stderr."""

    def visit(*arguments, typed=(), stdout=None, stdin=None):
        monkeypatch.setattr(library, "folder", lambda: SMALL_FLOWS)
        monkeypatch.setenv("COLUMNS", "80")
        out, err = stdout or Screen(), Screen()
        for name, stream in (("stdin", stdin or Keyboard(list(typed))), ("stdout", out), ("stderr", err)):
            monkeypatch.setattr(sys, name, stream)
        status = main(["triage", "visit", "--plain", *arguments])
        return status, out.getvalue(), err.getvalue()

    return visit


def test_the_answers_stand_numbered_below_the_plan(visit):
    status, out, err = visit(typed=["3", "1", "12:00", "2026-11-20", ""])

    assert (status, err) == (0, "")
    assert out.endswith(
        "这是一般信息，不是法律意见。\n\n"
        "你告诉我们的\n"
        "1  现在有危险吗？ → 都没有\n"
        "2  他们说是谁？ → 平台的人\n"
        "3  几点来的？ → 12:00\n"
        "4  哪天来的？ → 2026-11-20\n"
        "? 说明  < 上一题  ! 紧急  = 再看建议  q 结束  qq 离开并清屏\n"
        "要改哪一条，写编号；不改就按回车 > "
    )
    assert out.count("你告诉我们的") == 1


def test_a_changed_answer_leads_to_a_new_plan(visit):
    status, out, _ = visit(typed=["3", "1", "12:00", "2026-11-20", "2", "2", "1", "2026-11-01", ""])

    before, after = out.split("直接按回车：平台的人\n")
    assert status == 0
    assert "━ 隔着门说\n" in before
    assert "他们说是谁？" in before.splitlines()[-5]
    assert "核实了吗？（最多还有 1 题）" in after
    assert "哪天收到的？（最后一题）" in after
    assert "几点来的？（" not in after
    assert "━ 配合\n" in after
    assert "2  他们说是谁？ → 法院\n3  核实了吗？ → 是真的\n" in after


def test_a_change_is_given_up_even_at_the_first_question_and_the_plan_not_repeated(visit):
    _, out, _ = visit(typed=["3", "1", "12:00", "2026-11-20", "1", "<", ""])

    assert "这是第一个问题" not in out
    assert out.count("━ 隔着门说") == 1
    assert out.count("你告诉我们的") == 2


def test_the_advice_for_now_is_not_repeated_before_the_answer_that_is_changed(visit):
    _, out, _ = visit(typed=["3", "1", "12:00", "2026-11-20", "3", "13:00", ""])

    assert out.count("先这样做") == 1


@pytest.mark.parametrize(
    ("key", "shows"),
    [("?", "上面是你的回答。"), ("！", "现在打 110\n"), ("不想活", "找人陪\n"), ("＝", "━ 隔着门说\n")],
)
def test_the_list_comes_again_below_what_a_key_shows(visit, key, shows):
    _, out, _ = visit(typed=["3", "1", "12:00", "2026-11-20", key, ""])

    below = out.split("不改就按回车 > ")[1]
    assert shows in below
    assert below.count("你告诉我们的\n1  现在有危险吗？ → 都没有\n") == 1


@pytest.mark.parametrize("choice", ["2", "1 2"])
def test_a_card_that_stands_alone_ends_the_run(visit, choice):
    status, out, err = visit(typed=[choice])

    assert (status, err) == (0, "")
    assert out.endswith("\n\n━ 找人陪\n· 先别一个人。\n")


def test_no_list_is_shown_where_nothing_was_asked(visit):
    answers = [f"--answer={name}={taken}" for name, (taken,) in POLITE.items()]

    status, out, _ = visit(*answers)

    assert status == 0
    assert "要改哪一条" not in out
    assert "\n你的回答\n1 现在有危险吗？ → 都没有\n" in out


def test_no_list_is_shown_without_a_keyboard(cg, monkeypatch):
    monkeypatch.setattr(library, "folder", lambda: SMALL_FLOWS)

    run = cg("triage", "visit", *(f"--answer={name}={taken}" for name, (taken,) in POLITE.items()))

    assert (run.status, run.err) == (0, "")
    assert "要改哪一条" not in run.out


def test_the_plan_alone_goes_elsewhere_and_only_once(visit, tmp_path):
    with (tmp_path / "plan.json").open("w+", encoding="utf-8") as file:
        file.getvalue = lambda: (tmp_path / "plan.json").read_text("utf-8")
        status, out, err = visit(
            "--format=json", typed=["3", "1", "12:00", "2026-11-20", "2", "2", "2", "2026-11-01", "q"], stdout=file
        )

    assert status == 0
    assert json.loads(out)["outcome"]["id"] == "door"
    assert err.count("你告诉我们的\n1  现在有危险吗？ → 都没有\n") == 2
    assert "【" not in err


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_the_list_stands_below_every_form_of_the_plan(visit, form):
    _, out, _ = visit(f"--format={form}", typed=["3", "1", "12:00", "2026-11-20", ""])

    assert out.endswith(
        "4  哪天来的？ → 2026-11-20\n" + out.rsplit("\n", 2)[1] + "\n要改哪一条，写编号；不改就按回车 > "
    )


def test_answers_that_a_change_left_over_are_named_at_the_end(visit):
    _, _, err = visit("--answer=court-checked=real", typed=["3", "1", "12:00", "2026-11-20", ""])

    assert err == "这些回答没有用上，因为没有问到：court-checked。\n"


# --- saving ---


def test_who_leaves_in_the_middle_of_a_change_loses_no_other_answer(visit, tmp_path):
    file = tmp_path / "answers.json"

    status, _, err = visit(f"--save={file}", typed=["3", "1", "12:00", "2026-11-20", "2", "2", "q"])

    saved = {"danger": ["none"], "who": ["court"], "arrived": ["12:00"], "visited-on": ["2026-11-20"]}
    assert status == 130
    assert err.startswith("已离开。已存的回答可以接着用：cg triage visit --answers ")
    assert json.loads(file.read_text("utf-8"))["answers"] == saved


def test_what_a_change_no_longer_asks_is_no_longer_saved(visit, tmp_path):
    file = tmp_path / "answers.json"

    visit(f"--save={file}", typed=["3", "2", "1", "12:00", "2026-11-20", "2026-11-01", "2", "1", ""])

    assert list(json.loads(file.read_text("utf-8"))["answers"]) == ["danger", "who", "arrived", "visited-on"]


# --- a plan that is longer than the screen ---


@pytest.fixture
def long_visit(visit, monkeypatch):
    """A run that ends in a plan of more rows than the screen has: what was written before and after the first stop."""
    monkeypatch.setattr(setting, "USUAL_SIZE", (80, 20))

    def long_visit(*typed):
        status, out, _ = visit(typed=["3", "1", "23:00", "2026-11-20", *typed])
        assert status == 0
        return out.split(STOP, 1)

    return long_visit


def test_a_plan_that_would_scroll_away_stops_below_what_to_do_now(long_visit):
    before, after = long_visit("", "")

    assert before.endswith("━ 隔着门说\n\n现在做\n1 隔着门说话\n  不用开门。\n  依据：秩序法第50条第1款\n")
    assert "\n他们做了什么\n" in after
    assert STOP not in after
    assert "4  哪天来的？ → 2026-11-20\n" in after


@pytest.mark.parametrize("typed", ["2", "法院"])
def test_what_is_no_key_goes_on_and_changes_nothing(long_visit, typed):
    _, after = long_visit(typed, "")

    assert "4  哪天来的？ → 2026-11-20\n" in after
    assert "（最多还有" not in after


@pytest.mark.parametrize(
    ("key", "shows"), [("q", ""), ("!", "现在打 110\n"), ("<", "哪天来的？（最后一题）\n"), ("不想活", "找人陪\n")]
)
def test_a_key_at_the_stop_does_at_once_what_it_does_below_the_plan(long_visit, key, shows):
    _, after = long_visit(key, "", "", "")

    assert shows in after
    assert "他们做了什么" not in after.partition(shows or CHANGE)[0]


def test_the_plan_is_shown_again_from_its_top(long_visit):
    _, after = long_visit("", "=", "", "")

    again, rest = after.split(CHANGE)[1].split(STOP)
    assert again == "\n━ 隔着门说\n\n现在做\n1 隔着门说话\n  不用开门。\n  依据：秩序法第50条第1款\n"
    assert "他们做了什么" in rest


def test_a_plan_that_fits_does_not_stop(visit):
    _, out, _ = visit(typed=["3", "1", "12:00", "2026-11-20", ""])

    assert STOP not in out


# --- leaving and wiping ---


@pytest.mark.parametrize(
    ("term", "wiped", "says"),
    [
        ("xterm-256color", True, "已离开并清屏。往上翻如果还看得到，请关掉这个窗口。"),
        ("dumb", False, "已离开。这里不能清屏，请自己关掉这个窗口。"),
    ],
)
@pytest.mark.parametrize("typed", [["qq"], ["3", "1", "12:00", "2026-11-20", "ｑｑ"]], ids=["question", "list"])
def test_qq_clears_where_it_can_and_says_what_is_left(visit, monkeypatch, term, wiped, says, typed):
    monkeypatch.setenv("TERM", term)

    status, out, err = visit(typed=typed)

    assert status == 130
    assert out.endswith("\x1b[2J\x1b[3J\x1b[H") is wiped
    assert err.replace("\n", "") == f"{says}什么都没有保存。命令本身还留在终端的历史记录里。"
