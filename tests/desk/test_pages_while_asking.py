"""Pages while asking: when they stand above a question, when they must be read, and what is said only once."""

from datetime import date

import pytest
from drawn import drawn
from fake_terminal import environment_of, written
from turns import NOW

from collector_guard.desk.prompts.listener import Listener
from collector_guard.desk.prompts.numbered import Numbered
from collector_guard.desk.screen import Screen
from collector_guard.desk.session import Session
from collector_guard.files.errors import Left
from collector_guard.flow.walk import Walk

TODAY = date(2026, 11, 23)
PAGE = "\n━ 隔着门说\n\n1 隔着门说话\n"
END = "1-2 细说  l 法律  ? 更多\n> "
CARD = "\n━ 现在打 110\n· 离门远一点。\n"
CALL = "现在就去打。打完按回车  < 点错了\n> "
HELP = "\n━ 找人陪\n· 先别一个人。\n"


@pytest.fixture
def held(small_flow_zh):
    """Hold a session with these lines: how it was left, and all that was written."""

    def held(*lines, columns=40, rows=20, plain=True, given=None, flow=small_flow_zh):
        environment = environment_of(*lines, columns=columns, rows=rows)
        screen = Screen(environment, plain=plain)
        listener = Listener("zh", tuple(word for word, _ in flow.danger_words), lambda: NOW)
        walk = Walk(flow, on=TODAY, given=given or {})
        try:
            Session(walk, screen, Numbered(screen, listener)).run()
        except Left as left:
            return left.status, written(environment)
        return 0, written(environment)

    return held


def test_whom_to_call_is_said_before_the_first_question(held):
    status, screen = held("q")

    assert status == 130
    assert screen.startswith("有危险先打 110；有人受伤打 120。\n\n现在有危险吗？\n  1  有人动手\n")


def test_it_is_not_said_where_answers_were_given_before(held):
    assert held("q", "", given={"danger": ("none",)})[1].startswith("\n他们说是谁？\n")


# --- the page ---


def test_no_page_stands_before_an_answer_allows_advice(held):
    _, screen = held("3", "q", "")

    assert "━" not in screen


@pytest.mark.parametrize("rows", [20, 24, 50])
def test_the_page_stands_above_the_question_where_both_fit(held, rows):
    _, screen = held("3", "1", "q", "", rows=rows)

    assert f"你的回答：平台的人\n{PAGE}\n几点来的？（最多还有 1 题）\n" in screen


def test_where_they_do_not_fit_the_page_is_read_first_and_its_headline_stands_above_the_question(held):
    _, screen = held("", "3", "1", "", "q", "", rows=9)

    page = f"你的回答：平台的人\n{PAGE}\n回车 接着答  1 细说  l 法律  ? 更多\n> \n"
    assert f"{page}\n━ 隔着门说\n\n几点来的？" in screen


def test_a_page_that_is_still_on_the_screen_is_not_written_again(held):
    _, screen = held("3", "1", "12:00", "q", "", rows=40)

    assert screen.count("━ 隔着门说") == 1


def test_on_a_terminal_the_headline_above_a_question_goes_with_its_choices(held):
    _, screen = held("", "3", "1", "", "12:00", "q", "", rows=9, plain=False)

    rows = drawn(screen, 40, 40)

    assert rows.count("━ 隔着门说") == 1 + 1  # the page that was read, and the one at the end
    at = rows.index("你的回答：12:00")
    assert rows[at - 1] == "几点来的？（最多还有 1 题）"


def test_the_page_is_read_again_when_another_step_comes_to_lead(held):
    _, screen = held("", "3", "2", "", "1", "", "q", "", rows=9)

    first, changed = screen.split("你的回答：是真的\n")
    assert f"你的回答：法院\n{PAGE}" in first
    assert changed.startswith("\n━ 配合\n\n今天做\n1 按期答复法院\n\n回车 接着答")


def test_nobody_presses_enter_twice_for_an_answer_that_changes_nothing(held):
    _, screen = held("", "3", "1", "", "12:00", "q", "", rows=9)

    after = screen.split("你的回答：12:00\n")[1]
    assert "回车 接着答" not in after
    assert after.startswith("\n━ 隔着门说\n")


def test_equals_shows_the_page_and_the_question_again(held):
    _, screen = held("3", "1", "=", "", "q", "", rows=40)

    assert screen.count(PAGE) == 2
    assert screen.count("几点来的？") == 2


def test_equals_says_so_while_there_is_no_advice(held):
    _, screen = held("=", "q")

    assert "还没有建议，先回答几题。\n" in screen
    assert "━" not in screen


# --- emergencies ---


def test_an_emergency_stops_at_its_card(held):
    _, screen = held("1", "", "q", "")

    assert f"你的回答：有人动手\n{CARD}" in screen
    assert f"{CALL}\n\n━ 报警\n" in screen


def test_the_answer_that_brought_the_card_is_taken_back_there(held):
    _, screen = held("1", "<", "q")

    after = screen.split(CALL)[1]
    assert after.startswith("<\n\n现在有危险吗？\n")
    assert "直接按回车：有人动手\n" in after


def test_a_card_is_stopped_at_once_only(held):
    _, screen = held("1", "", "1", "12:00", "q", "", rows=40)

    assert screen.count("打完按回车") == 1


@pytest.mark.parametrize("key", ["!", "110"])
def test_the_emergency_card_is_shown_and_the_same_question_asked(held, key):
    _, screen = held("3", key, "q", "")

    assert f"数字 > {key}\n{CARD}" in screen
    assert screen.count("他们说是谁？") == 2


def test_what_is_no_key_at_a_card_is_refused_and_the_card_still_stops(held):
    _, screen = held("1", "来人了", "", "q", "")

    assert f"{CALL}来人了\n先打电话。打完按回车  < 点错了  q 离开\n> \n" in screen


def test_below_a_card_that_tells_to_stop_nobody_is_told_to_call(held, small_flow_zh):
    outcomes = small_flow_zh.outcomes
    stopping = [one._replace(card=one.card._replace(stop=True)) if one.card else one for one in outcomes]

    _, screen = held("1", "好", "", "q", "", flow=small_flow_zh._replace(outcomes=tuple(stopping)))

    assert "先停下，再按回车  < 点错了\n> 好\n先停下，再按回车  < 点错了  q 离开\n> \n" in screen
    assert "打完" not in screen


def test_the_emergency_card_is_not_shown_below_itself(held):
    _, screen = held("1", "!", "", "q", "")

    assert screen.count(CARD) == 1


def test_what_is_neither_one_nor_two_beside_that_card_is_asked_for_again(held):
    _, screen = held("2", "也许", "1", "q")

    assert "写 1 或 2  < 点错了  q 离开\n> 1\n把手机给他看" in screen


@pytest.mark.parametrize(("answer", "says"), [("1", "把手机给他看"), ("2", "现在就打给一个能过来的人")])
def test_whoever_cannot_go_on_sees_a_card_and_nothing_else_and_is_asked_for_company(held, answer, says):
    status, screen = held("2", answer, "", "q")

    assert status == 0
    assert (
        f"你的回答：我撑不住了\n{HELP}\n现在有人陪着你吗？\n1 有  2 没有  < 点错了  q 离开\n> {answer}\n{says}"
        in screen
    )
    assert screen.endswith("< 点错了  q 离开\n> q\n")


def test_that_answer_can_be_taken_back_too(held):
    _, screen = held("2", "<", "3", "q", "")

    assert "他们说是谁？" in screen


def test_such_a_word_at_a_question_shows_its_card_until_it_is_left(held):
    status, screen = held("我不想活了", "<", "q")

    assert status == 130
    assert f"> 我不想活了\n{HELP}\n现在有人陪着你吗？" in screen
    assert screen.count("现在有危险吗？") == 2


def test_a_why_is_answered_and_the_same_question_asked(held):
    _, screen = held("?", "q")

    assert "为什么问：先保证安全。\n\n现在有危险吗？" in screen


# --- what is typed at a stop of what a key shows ---


@pytest.fixture
def low(held, small_flow_zh):
    """A session at a screen of twelve rows, on which a why and a card stop before their end."""
    long = "为了先保证安全。" * 80
    danger, *others = small_flow_zh.questions
    questions = (danger._replace(why=long), *others)
    card = small_flow_zh.card._replace(lines=tuple("离门远一点。" * 12 for _ in range(5)))
    flow = small_flow_zh._replace(questions=questions, card=card)
    return lambda *lines: held(*lines, rows=12, flow=flow)


@pytest.mark.parametrize("key", ["?", "!"])
def test_an_answer_typed_at_a_stop_answers_the_question_that_comes_again(low, key):
    _, screen = low(key, "3", "q", "")

    assert "（还有 " in screen
    assert "行） > 3\n\n现在有危险吗？\n你的回答：都没有\n\n他们说是谁？" in screen


@pytest.mark.parametrize("key", ["?", "!"])
def test_what_is_no_answer_there_is_refused_and_asked_again(low, key):
    _, screen = low(key, "上面写的什么", "q")

    assert "> 上面写的什么\n没有这一项，写 1 到 4 的数字" in screen
    assert screen.count("现在有危险吗？") == 2


@pytest.mark.parametrize("key", ["?", "!"])
def test_a_key_typed_there_is_heard(low, key):
    status, screen = low(key, "q")

    assert status == 130
    assert screen.count("现在有危险吗？") == 1


def test_a_key_typed_at_a_stop_of_a_card_below_a_page_opens_what_it_opens(low):
    _, screen = low("3", "1", "", "2020-11-20", "!", "l", "q", "")

    assert "行） > l\n\n为什么这样做\n" in screen


# --- the end ---


@pytest.fixture
def ended(held):
    """A session that answers everything, with these lines below the last page."""
    return lambda *lines, **terminal: held("3", "1", "23:00", "2020-11-20", *lines, **{"rows": 40, **terminal})


def test_at_the_end_the_page_stands_with_its_keys(ended):
    status, screen = ended("q", "")

    assert status == 0
    assert f"{PAGE}\n回车 以后 1 件  {END}q\n存回答？写文件名；不存按回车 > \n" in screen
    assert screen.endswith("> \n")


def test_an_answer_is_changed_by_its_number(ended):
    status, screen = ended("c", "2", "2", "1", "2026-11-01", "q", "")

    changed = screen.split("直接按回车：平台的人")[1]
    assert status == 0
    assert "核实了吗？" in changed
    assert "几点来的？" not in changed
    assert "\n━ 配合\n" in changed


def test_a_change_is_given_up_by_going_back(ended):
    _, screen = ended("c", "1", "<", "q", "")

    assert "这是第一个问题" not in screen
    assert screen.endswith("> \n")


def test_going_back_from_the_last_page_takes_back_the_last_answer(ended):
    _, screen = ended("<", "q", "")

    assert "直接按回车：2020-11-20\n" in screen


@pytest.mark.parametrize(
    ("key", "shows"), [("!", CARD), ("l", "法律"), ("法律", "法律"), ("?", "回车 下一页\n数字 细说那一条\n")]
)
def test_keys_below_the_last_page(ended, key, shows):
    assert shows in ended(key, "q", "")[1].split(END)[1]


def test_leaving_is_offered_to_be_saved_once_and_not_by_who_clears_the_screen(ended):
    assert ended("q", "")[1].count("存回答？") == 1
    assert "存回答？" not in ended("qq")[1]


def test_nothing_is_offered_before_there_is_an_answer(held):
    assert "存回答？" not in held("q")[1]


def test_ctrl_d_leaves_everywhere(held, ended):
    assert held("3")[0] == 130
    assert ended()[0] == 130


# --- on a terminal that can take lines back ---


def test_keys_and_prompts_do_not_stay_in_the_transcript(ended):
    _, screen = ended("", "q", "", plain=False)

    shown = "\n".join(drawn(screen, 40, 80))
    assert "回车" not in shown
    assert shown.count("> ") == 0
    assert "1 隔着门说话" in shown


@pytest.mark.parametrize("rows", [20, 40])
def test_equals_leaves_no_second_page_or_headline(held, rows):
    _, screen = held("3", "1", "=", "", "q", "", rows=rows, plain=False)

    assert drawn(screen, 40, 80).count("━ 隔着门说") == 1


def test_the_first_page_is_not_written_again_where_it_stands(ended):
    _, screen = ended("=", "=", "q", "", rows=40)

    assert screen.split("你的回答：2020-11-20\n")[1].count(PAGE) == 1


def test_what_is_for_later_does_not_stand_above_a_question_after_a_card(held):
    _, screen = held("1", "", "q", "", rows=40)

    after = screen.split(CALL)[1]
    assert after.startswith("\n\n━ 报警\n")
    assert "以后做" not in after.split("他们说是谁")[0]


@pytest.mark.parametrize(("lines", "has"), [(("3", "1", "="), False), (("3", "1", "23:00", "2020-11-20"), True)])
def test_the_keys_told_of_are_those_that_there_are(held, lines, has):
    _, screen = held(*lines, "?", "q", "", rows=40)

    assert ("c 看回答，改一个" in screen, "s 存成文件" in screen) == (has, has)


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "styled"])
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("mine.txt", "'mine.txt' 已经有了，没有动它。换一个文件名。"),
        ("nowhere/x", "'x' 没有存成：没有这个文件夹。换一个文件名。"),
        ("a" * 200 + "b" * 100, "没有存成：文件名太长。换一个文件名。"),
        ("folder", "'folder' 不是普通文件，回答不能保存到那里。请换一个文件名。"),
        ("link", "'link' 是一个链接，可能通到别处，所以不往里写。请写文件本身的名字。"),
    ],
)
def test_a_name_that_cannot_be_saved_to_is_said_in_a_sentence_and_asked_again(
    ended, tmp_path, monkeypatch, name, says, plain
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("mine.txt")

    status, screen = ended("s", name, "answers.json", "q", columns=80, plain=plain)

    assert status == 0
    assert "".join(says.split()) in "".join(screen.split())
    assert "--" not in screen.split("存到哪里")[2].partition("已存")[0]
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert "visited-on" in (tmp_path / "answers.json").read_text()


@pytest.mark.parametrize("rows", range(10, 13))
def test_what_is_saved_and_how_to_go_on_stand_below_the_page_they_were_saved_from(ended, tmp_path, monkeypatch, rows):
    monkeypatch.chdir(tmp_path)

    _, screen = ended("s", "answers.json", "q", rows=rows, columns=40, plain=False)

    shown = drawn(screen.removesuffix("q\n"), 40, rows)
    assert "━ 隔着门说" in shown
    assert "以后接着用：cg triage visit --answers answers.json --save answers.json" in "".join(shown)
    assert "隔着门说话" not in screen.split("存到哪里")[1]
