"""Small screens: no choice is ever cut, and nothing scrolls away before it can be read."""

import io
import re
import shutil
import sys
from dataclasses import replace
from datetime import datetime

import pytest
from folders import SMALL_FLOWS, TESTS

pytest.importorskip("pty", reason="there are no pseudo-terminals here")

from asking import TODAY, WHERE, question
from terminal import Terminal

from collector_guard.desk.prompts import menu_fits, menus
from collector_guard.desk.prompts.numbered import numbered
from collector_guard.desk.prompts.setting import Setting, Standing
from collector_guard.files.errors import Left
from collector_guard.flow.model import Choice
from collector_guard.flow.situation import Answer, Situation
from collector_guard.flow.walk import BACK
from collector_guard.review.shape import WIDEST_LABEL
from collector_guard.wording.wrapping import width

VISITING = [sys.executable, str(TESTS / "helpers/cg_of.py")]
LATER = Situation((Answer(WHERE, ("left",)),), complete=False, today=TODAY)
STOP = "回车看下面 >"
CLOCK = re.compile(r"\d\d:\d\d")
CHINESE = "他们不肯说是谁派来的只说自己是来处理欠款的人员还有"
ENGLISH = "They will not say who sent them, only what it is for"[:WIDEST_LABEL]
WIDE = {"zh": CHINESE, "en": ENGLISH}


def wide_question(kind, language, count=9):
    """A question whose choices are as wide as a label may be, each told apart by its end."""
    labels = [
        WIDE[language][:-1] + chr((ord("甲") if language == "zh" else ord("a")) + place) for place in range(count)
    ]
    return question("wide", kind, "选哪个？", *(Choice(f"c{place}", label) for place, label in enumerate(labels)))


def setting_of(typed, columns, rows, language="zh"):
    return Setting(
        language=language,
        reading=io.StringIO(typed),
        writing=io.StringIO(),
        aside=lambda *_: None,
        standing=lambda _, situation: Standing(12, bool(situation.answers)),
        danger_words=("不想活",),
        now=lambda: datetime(2026, 11, 23, 19, 30),
        size=lambda: (columns, rows),
    )


def spaceless(text):
    return "".join(text.split())


def test_the_choices_here_are_as_wide_as_they_may_be():
    assert [width(text) for text in WIDE.values()] == [WIDEST_LABEL, WIDEST_LABEL]


@pytest.mark.parametrize("kind", ["one", "many"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [20, 40, 60])
def test_the_widest_choice_is_never_cut(columns, language, kind):
    asked = wide_question(kind, language)
    setting = setting_of("9\n", columns, 200, language)

    reply = numbered(setting)(asked, LATER, ("c8",))

    written = spaceless(setting.writing.getvalue())
    lines = re.sub("^(.*> )", "\\1\n", setting.writing.getvalue(), flags=re.MULTILINE).splitlines()
    assert reply == ("c8",)
    assert max(map(width, lines)) <= columns
    assert all(spaceless(choice.label) in written for choice in asked.choices)
    # Once among the choices, once as what Enter takes, and once as what was taken.
    assert written.count(spaceless(asked.choices[8].label)) == 3


@pytest.mark.parametrize("columns", [20, 40])
def test_what_a_menu_would_cut_is_asked_by_numbers(columns):
    setting = setting_of("2\n", columns, 200)

    assert menus(setting)(wide_question("one", "zh"), LATER, None) == ("c1",)


def test_the_widest_choice_fits_a_menu_of_sixty_columns():
    assert menu_fits(wide_question("many", "zh"), 60, 24)


def test_a_question_that_would_leave_the_screen_above_its_menu_is_asked_by_numbers():
    asked = replace(wide_question("one", "zh"), ask="他们说了什么？" * 40)
    setting = setting_of("\n2\n", 60, 16)

    assert menus(setting)(asked, LATER, None) == ("c1",)


@pytest.mark.parametrize("rows", [3, 10, 16, 24])
@pytest.mark.parametrize("columns", [20, 40])
def test_a_question_that_does_not_fit_stops_before_it_scrolls_away(columns, rows):
    asked = wide_question("one", "zh", count=20)
    low, high = setting_of("\n" * 99 + "9\n" + "\n" * 9, columns, rows), setting_of("9\n", columns, 500)

    replies = [numbered(setting)(asked, LATER, None) for setting in (low, high)]

    written = low.writing.getvalue()
    assert replies == [("c8",), ("c8",)]
    assert STOP in written
    assert all(len(screen.splitlines()) <= rows for screen in re.split("(?<=> )", written))
    assert written.replace(f"{STOP} ", "").startswith(high.writing.getvalue().partition("数字 >")[0])


def test_a_question_that_fits_does_not_stop():
    setting = setting_of("2\n", 40, 10)

    numbered(setting)(WHERE, LATER, None)

    assert STOP not in setting.writing.getvalue()


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        pytest.param("3\n", ("c2",), id="an answer"),
        pytest.param("x\n4\n", ("c3",), id="what is no answer"),
        pytest.param("<\n", BACK, id="back"),
    ],
)
def test_what_is_typed_at_a_stop_is_typed_at_the_question(typed, reply):
    setting = setting_of(typed, 40, 10)

    assert numbered(setting)(wide_question("one", "zh"), LATER, None) == reply
    assert setting.writing.getvalue().count(STOP) == 1


@pytest.mark.parametrize(("typed", "wipe"), [("q\n", False), ("qq\n", True), ("", False)])
def test_a_stop_can_be_left(typed, wipe):
    with pytest.raises(Left) as left:
        numbered(setting_of(typed, 40, 10))(wide_question("one", "zh"), LATER, None)

    assert left.value.wipe is wipe


# --- the program itself ---


@pytest.fixture
def visiting(tmp_path):
    """Start the program on a flow whose second question has nine choices as wide as they may be."""
    flows = tmp_path / "flows"
    shutil.copytree(SMALL_FLOWS, flows)
    door = flows / "visit" / "door.yaml"
    more = "".join(f'      c{place}: {{zh: "{CHINESE[:-1]}{place}", en: "{place}"}}\n' for place in range(7))
    door.write_text(
        door.read_text("utf-8").replace("      court: {zh: 法院", f"{more}      court: {{zh: 法院"), "utf-8"
    )
    running = []

    def start(columns, rows, *arguments):
        running.append(Terminal([*VISITING, str(flows), "triage", "visit", *arguments], columns, rows))
        return running[-1]

    yield start
    for terminal in running:
        terminal.child.close(force=True)


def seen(terminal, answers):
    """Every line that stands on screen when the reader is waited for, or at the end, and how often it stops.

    What is typed behind a prompt is no part of a line, and one time of day is as good as another.
    """
    lines, stops, left = set(), 0, [*answers]
    while terminal.waits():
        lines.update(CLOCK.sub("12:00", line.partition(" >")[0]) for line in terminal.lines)
        at_stop = terminal.lines[-1].endswith(STOP)
        stops += at_stop
        terminal.press("\r" if at_stop else left.pop(0) + "\r")
    lines.update(CLOCK.sub("12:00", line.partition(" >")[0]) for line in terminal.lines)
    assert left == []
    return lines, stops


@pytest.mark.parametrize("columns", [30, 40])
def test_on_ten_rows_nothing_is_lost_that_a_high_screen_shows(visiting, columns):
    answers = ["3", "9", "?", "1", "12:00", "=", "2026-11-20", "2026-11-01", "!", "2", "1", ""]

    low, stops = seen(visiting(columns, 10), answers)
    high, without = seen(visiting(columns, 400), answers)

    assert (stops > 5, without) == (True, 0)
    assert high - low == set()


def test_a_card_that_stands_alone_is_seen_whole_on_a_low_screen(visiting):
    low, stops = seen(visiting(40, 5), ["2"])
    high, _ = seen(visiting(40, 400), ["2"])

    assert stops > 0
    assert high - low == set()
