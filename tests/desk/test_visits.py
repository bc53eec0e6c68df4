"""Whole visits: what protects stands on the screen when advice first comes, at the pause and at the end.

CG_LONG_TESTS=1 walks every journey past a phone's screen, and not those to every fourth outcome alone.
"""

import os
import re
import sys
from itertools import islice, pairwise

import pytest
from journeys import journeys, typed
from visitor import protecting, visited

from collector_guard.flow.plan import advice_stands
from collector_guard.flow.walk import Walk
from collector_guard.wording.sentences import sentence

JOURNEYS = journeys()
ONE_FOR_EACH_OUTCOME = {journey.outcome: name for name, journey in reversed(JOURNEYS.items())}
WALKED = list(JOURNEYS) if os.environ.get("CG_LONG_TESTS") == "1" else sorted(ONE_FOR_EACH_OUTCOME.values())[::4]
CG = [sys.executable, "-m", "collector_guard", "triage", "--on"]
KEYS_OF_A_QUESTION = re.compile(r"^\? (为什么|why)|^(回车|Enter)\W")
ASKS = ("type-one", "type-many", "type-time", "type-date", "pick-one", "pick-many")


def lacking(flow, stops, columns):
    """Where what protects is on none of the screens: at the first advice, below the question of a pause, at the end."""
    first = next(question for question, plan, _ in stops if advice_stands(plan))
    lacks = []
    for place in {first, "the end", *flow.pace.pauses}:
        seen = [(plan, rows) for question, plan, rows in stops if question == place]
        if place in flow.pace.pauses:
            seen = seen[-1:]
        if seen and not any(set(protecting(plan, rows, columns)) <= {*rows} for plan, rows in seen):
            lacks.append((place, protecting(*seen[-1], columns), seen[-1][1]))
    return lacks


@pytest.mark.parametrize("name", WALKED)
def test_what_protects_stands_on_a_phone_at_the_first_advice_the_pause_and_the_end(doorstep, name):
    stops = visited(doorstep, JOURNEYS[name]).seen

    assert lacking(doorstep, stops, 40) == []
    assert stops[-1][0] == "the end"


@pytest.mark.parametrize("flow", ["doorstep", "doorstep_en"])
@pytest.mark.parametrize(("columns", "rows"), [(40, 20), (80, 24)])
@pytest.mark.parametrize("name", WALKED[::3])
def test_on_a_terminal_each_page_is_told_once_and_no_row_is_too_wide(request, flow, name, columns, rows):
    visitor = visited(request.getfixturevalue(flow), JOURNEYS[name], columns=columns, rows=rows, plain=False)

    transcript = visitor.transcript
    told = [block for block in "\n".join(transcript).split("\n\n") if block.strip()]
    assert [one for one, another in pairwise(told) if one == another] == []
    assert lacking(visitor.walk.flow, visitor.seen, columns) == []
    assert visitor.too_wide == []
    assert "\n\n\n" not in "\n".join(transcript).strip()
    # No key, and no line of keys: only the last prompt is left by a reader who leaves.
    assert [row for row in transcript if row.endswith(">") or KEYS_OF_A_QUESTION.search(row)] == []


# --- in real terminals ---


def walked(terminal, walk, journey):
    """Every stop of a walk that is answered as a journey tells: what is asked next, the plan, and what is on screen."""
    language, stops = walk.flow.language, []
    asks = tuple(sentence(kind, language, today=walk.on).split("{")[0] for kind in ASKS)
    goes_on = (sentence("more", language, left="{").split("{")[0], sentence("call-now", language).split("  ")[0])
    terminal.asks()
    while True:
        question, rows = walk.question, [row.strip() for row in terminal.lines]
        stops.append((question.id if question else "the end", walk.plan, rows))
        if question and rows[-1].startswith(asks):
            taken = journey.answers[question.id]
            walk.answer(taken)
            # A menu draws itself anew at every key.
            terminal.answer(typed(walk.flow, question.id, taken) + "\r", sentence("taken", language, words=""))
        elif question or any(sign in terminal.text for sign in goes_on):
            terminal.answer("\r")
        else:
            return stops


WAYS = [
    ((40, 20), "zh", ()),
    ((40, 20), "en", ()),
    ((80, 24), "zh", ()),
    ((80, 24), "en", ()),
    ((80, 24), "zh", ("--plain",)),
    ((80, 24), "en", ("--plain",)),
]


ONE_FOR_EACH_WAY = islice(JOURNEYS, 3, None, len(JOURNEYS) // len(WAYS))


@pytest.mark.parametrize(
    ("name", "size", "language", "options"),
    [pytest.param(name, *way, id=name) for name, way in zip(ONE_FOR_EACH_WAY, WAYS, strict=False)],
)
def test_what_protects_stands_in_a_real_terminal(started, request, name, size, language, options):
    flow = request.getfixturevalue("doorstep" if language == "zh" else "doorstep_en")
    journey = JOURNEYS[name]
    columns, rows = size
    terminal = started([*CG, journey.on.isoformat(), *options], columns=columns, rows=rows, CG_LANG=language)

    stops = walked(terminal, Walk(flow, on=journey.on), journey)

    assert lacking(flow, stops, size[0]) == []
    has_drawn_menus = "↑↓" in terminal.written.decode()
    assert has_drawn_menus == (size == (80, 24) and not options)
