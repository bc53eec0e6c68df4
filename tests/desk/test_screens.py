"""Whole screens of whole walks in a real terminal, compared with files under tests/snapshots/.

CG_RENEW_SNAPSHOTS=1 writes the files anew, to be read before they are kept.
"""

import shutil
import sys
import time
from itertools import takewhile

import pytest
from folders import TESTS

pytest.importorskip("pty", reason="there are no pseudo-terminals here")

from journeys import asked_in_order, journeys, typed
from kept import is_as_kept
from terminal import Terminal

VISITING = [sys.executable, str(TESTS / "helpers/cg_of.py")]
CG = [sys.executable, "-m", "collector_guard", "triage", "--on", "2026-11-23"]
SIZES = {"phone": (40, 20), "desk": (80, 24), "wide": (200, 50)}
WALKS = [("phone", "numbers"), ("desk", "numbers"), ("desk", "menus"), ("wide", "menus")]
LANGUAGES = ("zh", "en")
# For so long a menu does not hear the Enter that may follow a key.
SECONDS_DEAF = 0.7
PROMPT = " > "
LAST_CHOICE = {"zh": "不清楚", "en": "Not sure"}
GO_ON = {"zh": "2. 接着问", "en": "2. Go on asking"}
STOP = {"zh": "回车看下面", "en": "Enter for more"}
CHANGE = {"zh": "不改就按回车", "en": "Enter to finish"}
LEFT = {"zh": "已离开", "en": "You left"}


@pytest.fixture(scope="module")
def flows(tmp_path_factory):
    """A folder with a small flow that has a pause, and texts long enough to be broken."""
    flows = tmp_path_factory.mktemp("flows")
    shutil.copytree(TESTS / "small_flows", flows, dirs_exist_ok=True)
    shutil.rmtree(flows / "visit")
    shutil.copytree(TESTS / "desk/screen_flow", flows / "visit")
    return flows


@pytest.fixture
def started():
    """Start a command line in a terminal of a size; whatever still runs at the end is ended."""
    running = []

    def start(command, size, language):
        columns, rows = SIZES[size]
        running.append(Terminal(command, columns, rows, CG_LANG=language))
        return running[-1]

    yield start
    for terminal in running:
        terminal.child.close(force=True)


@pytest.fixture
def visit(started, flows):
    """Start the small flow, asked by typed numbers or by menus."""

    def visit(size, way, language):
        plain = ["--plain"] if way == "numbers" else []
        return started([*VISITING, str(flows), "triage", "visit", "--on", "2026-11-23", *plain], size, language)

    return visit


def first_walk(terminal, way, language):
    """Every screen of a walk that meets all there is at a prompt, by what it shows."""
    enter = "\r" if way == "numbers" else ""
    asked = PROMPT if way == "numbers" else LAST_CHOICE[language]
    paused = PROMPT if way == "numbers" else GO_ON[language]
    yield "the first question", terminal.answer_to("", asked)
    yield "why it is asked", terminal.answer_to(f"?{enter}", asked)
    yield "the emergency card", terminal.answer_to(f"!{enter}", asked)
    time.sleep(SECONDS_DEAF if way == "menus" else 0)
    yield "a mistake", terminal.answer_to(f"9{enter}" if enter else "\r", asked)
    yield "the next question", terminal.answer_to("3\r", asked)
    yield "advice, and the pause", terminal.answer_to("2\r", paused)
    yield from plan_after(terminal, "1\r", language)
    yield "an answer is changed", terminal.answer_to("2\r", asked)
    yield from plan_after(terminal, "1\r", language)


def plan_after(terminal, keys, language):
    """The screens of a plan."""
    screen = terminal.answer_to(keys, STOP[language], CHANGE[language])
    while CHANGE[language] not in screen.splitlines()[-1]:
        yield "the plan begins", screen
        screen = terminal.answer_to("\r", STOP[language], CHANGE[language])
    yield "the plan ends", screen


def as_text(screens):
    return "\n".join(f"=== {name} ===\n{screen}" for name, screen in screens)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "way"), WALKS)
def test_every_screen_of_a_walk_is_as_kept(visit, size, way, language):
    terminal = visit(size, way, language)

    shown = as_text(first_walk(terminal, way, language))
    terminal.press("q\r")

    assert terminal.status() == 0
    assert is_as_kept(f"screens-{size}-{way}-{language}.txt", shown)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "way", "keys"), [("phone", "numbers", "q\r"), ("desk", "menus", "q")])
def test_leaving_at_once_is_as_kept(visit, size, way, keys, language):
    terminal = visit(size, way, language)
    terminal.answer_to("", PROMPT if way == "numbers" else LAST_CHOICE[language])

    shown = terminal.answer_to(keys, LEFT[language])

    assert terminal.status() == 130
    assert is_as_kept(f"left-{size}-{way}-{language}.txt", shown)


# --- the shipped flow ---


@pytest.mark.parametrize(("size", "language"), [("phone", "zh"), ("desk", "en")])
def test_a_visit_of_two_people_in_suits_is_as_kept(started, doorstep, size, language):
    journey = journeys()["two-people-in-suits"]
    terminal = started([*CG, "--plain"], size, language)
    screens = [("the first question", terminal.answer_to("", PROMPT))]

    for question_id in takewhile(lambda one: one != "go-on", asked_in_order(doorstep, journey)):
        keys = typed(doorstep, question_id, journey.answers[question_id]) + "\r"
        screens[1:] = [("the pause", terminal.answer_to(keys, PROMPT))]
    screens += plan_after(terminal, "1\r", language)

    assert is_as_kept(f"doorstep-{size}-{language}.txt", as_text(screens))
