"""Whole visits: what protects stands on the screen when advice first comes, at the pause and at the end."""

import sys
from itertools import cycle, islice

import pytest
from journeys import asked_in_order, journeys, typed
from visitor import first_words, visited

from collector_guard.desk.advice import stands

JOURNEYS = journeys()
PHONE, DESK = (40, 20), (80, 24)
CG = [sys.executable, "-m", "collector_guard", "triage", "--on"]
# Where Enter goes on, and what is said to whoever stays.
ENTER = {
    "zh": ("回车看下面", "回车 接着答", "打完按回车"),
    "en": ("Enter for more", "Enter: go on", "Enter when you have"),
}


def rows_of(screen):
    return [row.strip() for row in screen]


@pytest.mark.parametrize("name", JOURNEYS)
def test_what_protects_stands_on_a_phone_at_the_first_advice_the_pause_and_the_end(doorstep, name):
    seen = visited(doorstep, JOURNEYS[name])

    first = next(index for index, (_, _, plan, _) in enumerate(seen) if stands(plan))
    for kind, question, plan, screen in seen[first:]:
        rows = rows_of(screen)
        is_card = plan.card and any(plan.card.title in row for row in rows)
        headline, *title = first_words(plan, 40)
        if not is_card and (kind == "page" or question in doorstep.pace.pauses):
            assert headline in rows
        if not is_card and kind == "page":
            assert [one for one in title if one not in rows] == []
    assert seen[-1][:2] == ("page", "the end")


# --- in real terminals ---


@pytest.fixture
def started():
    pytest.importorskip("pty", reason="there are no pseudo-terminals here")
    from terminal import Terminal

    running = []

    def start(command, size, **environment):
        running.append(Terminal(command, *size, **environment))
        return running[-1]

    yield start
    for terminal in running:
        terminal.child.close(force=True)


TEN = list(islice(JOURNEYS, 3, None, max(len(JOURNEYS) // 10, 1)))[:10]
WAYS = [(PHONE, "zh"), (PHONE, "en"), (DESK, "zh"), (DESK, "en")]


def answered(terminal, flow, journey, language):
    """Answer what a journey answers; what is on screen at the end."""
    questions = iter(asked_in_order(flow, journey))
    terminal.asks()
    while not is_at_end(terminal, language):
        if any(sign in terminal.text for sign in ENTER[language]) and terminal.lines[-1] == ">":
            terminal.answer("\r")
        else:
            question = next(questions)
            terminal.answer(typed(flow, question, journey.answers[question]) + "\r")
    return terminal.lines


def is_at_end(terminal, language):
    keys = terminal.lines[-2]
    return terminal.lines[-1] == ">" and not any(sign in keys for sign in ENTER[language])


@pytest.mark.parametrize(
    ("name", "size", "language"), [(name, *way) for name, way in zip(TEN, cycle(WAYS), strict=False)], ids=TEN
)
def test_what_protects_stands_in_a_real_terminal_at_the_end(started, request, size, language, name):
    flow = request.getfixturevalue("doorstep" if language == "zh" else "doorstep_en")
    journey = JOURNEYS[name]
    terminal = started([*CG, journey.on.isoformat()], size, CG_LANG=language)

    rows = [row.strip() for row in answered(terminal, flow, journey, language)]

    plan = visited(flow, journey, columns=size[0], rows=size[1])[-1][2]
    assert [one for one in first_words(plan, size[0]) if one not in rows] == []
    terminal.press("q\r")
