"""The key w: what can be written is listed, and a number writes it into a file that is named."""

import pytest
from fake_terminal import environment_of, written
from written_drafts import ON, VISIT, court

from collector_guard.desk.page_reader import PageReader
from collector_guard.desk.screen import Screen
from collector_guard.desk.session import lead
from collector_guard.flow.walk import Walk


@pytest.fixture
def at_the_end(doorstep, monkeypatch, tmp_path):
    """Type lines below the plan of a walk that has come to its end: all that was written on the screen."""
    monkeypatch.chdir(tmp_path)

    def typed(*lines, answers=VISIT, rows=60):
        environment = environment_of(*lines, "q", "", columns=60, rows=rows)
        lead(Walk(doorstep, on=ON, given=answers), environment, None, plain=True)
        return written(environment)

    return typed


def test_a_number_below_the_list_writes_that_draft(at_the_end, tmp_path):
    screen = at_the_end("w", "3", "visit.txt")

    assert "3 上门记录" in screen
    assert "写好了：visit.txt" in screen
    assert (tmp_path / "visit.txt").read_text(encoding="utf-8").startswith("上门记录\n")


def test_the_end_of_the_name_chooses_the_form(at_the_end, tmp_path):
    at_the_end("w", "3", "visit.html")

    assert (tmp_path / "visit.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_enter_alone_writes_nothing(at_the_end, tmp_path):
    at_the_end("w", "3", "")

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_exists_is_left_alone_and_asked_for_again(at_the_end, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")

    screen = at_the_end("w", "3", "mine.txt", "other.txt")

    assert "'mine.txt' 已经有了" in screen
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (tmp_path / "other.txt").exists()


def test_what_holds_no_days_is_no_calendar(at_the_end, tmp_path):
    screen = at_the_end("w", "3", "visit.ics", "")

    assert "'record' 里没有最后一天" in screen
    assert list(tmp_path.iterdir()) == []


def test_a_number_that_is_not_there_is_refused(at_the_end):
    assert "没有这个编号。可以写 1 到 " in at_the_end("w", "99")


def test_on_the_page_of_a_step_w_writes_its_draft(doorstep):
    plan = Walk(doorstep, on=ON, given=court("summons")).plan
    number = next(number for number, one in enumerate(plan.steps, 1) if one.step.id == "answer-the-summons")
    environment = environment_of(str(number), "w", columns=60, rows=60)

    wanted = PageReader(Screen(environment, plain=True), ()).read(plan)

    assert wanted.id == "answer-to-court"
    assert "w 写" in written(environment)
