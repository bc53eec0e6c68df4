"""The two visits that started this program, asked at a keyboard and answered by options; mistakes at every prompt."""

import os
import subprocess
import sys

import pytest

pytest.importorskip("pty", reason="there are no pseudo-terminals here")

from journeys import asked_in_order, journeys, typed
from terminal import Terminal

CG = [sys.executable, "-m", "collector_guard", "triage", "--on", "2026-11-23"]
JOURNEYS = journeys()
VISITS = ("two-people-in-suits", "a-notice-at-the-landlords")
STOP = "回车看下面 > \n"
TOLD = "\n你的回答\n"
PHONE, DESK = {"columns": 40, "rows": 20}, {"columns": 80, "rows": 24}


def plan_by_options(name, *arguments, columns=80):
    command = [*CG, *JOURNEYS[name].options, *arguments]
    environment = {**os.environ, "COLUMNS": str(columns), "PYTHONUTF8": "1"}
    run = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", env=environment)
    return run.returncode, run.stdout, run.stderr


def status_at_the_end(running):
    """The exit status, when Enter alone was pressed at every stop and below the list of answers."""
    while running.waits():
        running.press("\r")
    return running.status()


@pytest.fixture
def terminal():
    running = []

    def start(*arguments, **size):
        running.append(Terminal([*CG, *arguments], **size))
        return running[-1]

    yield start
    for one in running:
        one.child.close(force=True)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", VISITS)
def test_a_visit_by_typed_numbers_ends_in_the_plan_of_its_options(doorstep, terminal, name, size):
    running = terminal("--plain", **size)

    for question_id in asked_in_order(doorstep, JOURNEYS[name]):
        running.see_at_end(" >")
        running.press(typed(doorstep, question_id, JOURNEYS[name].answers[question_id]) + "\n")

    assert status_at_the_end(running) == 0
    written = running.written.decode().replace("\r\n", "\n").replace(STOP, "")
    _, plan, _ = plan_by_options(name, "--plain", columns=size["columns"])
    assert f"\n\n{plan.partition(TOLD)[0]}" in written


@pytest.mark.parametrize("name", VISITS)
def test_a_visit_by_menus_ends_in_its_plan(doorstep, terminal, name):
    running = terminal(**DESK)

    for question_id in asked_in_order(doorstep, JOURNEYS[name]):
        question = doorstep.question(question_id)
        ids = [choice.id for choice in question.choices]
        running.see(question.ask[:12])
        running.see("." if question.kind in ("one", "many") and len(ids) <= 9 else ">")
        running.press(typed(doorstep, question_id, JOURNEYS[name].answers[question_id]) + "\r")
        running.see("你的回答")

    assert status_at_the_end(running) == 0


@pytest.mark.parametrize("name", VISITS)
@pytest.mark.parametrize("form", ["terminal", "plain", "markdown", "json"])
def test_a_visit_by_options_leaves_stderr_empty(name, form):
    status, out, err = plan_by_options(name, "--format", form)

    assert (status, err) == (0, "")
    assert out


def test_a_mistake_at_every_prompt_is_told_and_asked_again(doorstep, terminal):
    journey = JOURNEYS["two-people-in-suits"]
    running = terminal("--plain", **PHONE)

    for question_id in asked_in_order(doorstep, journey):
        for mistake in ("zzz", "99", "[/red]", "\u202e1"):
            running.see_at_end(">")
            running.press(mistake + "\n")
        running.see_at_end(">")
        running.press(typed(doorstep, question_id, journey.answers[question_id]) + "\n")

    assert status_at_the_end(running) == 0
    assert b"Traceback" not in running.written
