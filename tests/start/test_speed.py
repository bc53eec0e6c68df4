"""The installed program starts quickly, measured against an empty Python in the same run."""

import os
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="there are no pseudo-terminals here")

import benchmark_start as starts
from benchmark_start import CARD, EMPTY, HELP, PAINTER, PARSER, PEERS, PLAN_PAINTED, QUESTION, SEARCH, SEARCH_PAINTED

import collector_guard

PROGRAMS = Path(sys.executable).parent
INSTALLED = "site-packages" in Path(collector_guard.__file__).parts and (PROGRAMS / "cg").exists()
ROUNDS, SECONDS = 6, 20
# Times an empty Python, and at most so many seconds more than the library alone that comes before the program's own part.
PLAIN, PAINTED, OWN_PART = 6.5, 9, 0.012
MOST = {HELP: PLAIN, SEARCH: PLAIN, CARD: PLAIN, QUESTION: PLAIN, SEARCH_PAINTED: PAINTED, PLAN_PAINTED: PAINTED}
# An environment in which the programs that `benchmark_start` compares with are installed.
TOOLS = os.environ.get("CG_SPEED_TOOLS", "")


def least(measures, good):
    """The least seconds of each: some rounds, and more of them while the result is not good and there is time."""
    end = time.monotonic() + SECONDS
    found = {name: min(taken) for name, taken in starts.measured(measures, ROUNDS).items()}
    while not good(found) and time.monotonic() < end:
        again = starts.measured(measures, 1)
        found = {name: min(found[name], *taken) for name, taken in again.items()}
    return found


def slow(found):
    """What takes longer than it may, with how long."""
    times = {name: found[name] / found[EMPTY] for name in MOST}
    own = {name: found[name] - found[PAINTER if most == PAINTED else PARSER] for name, most in MOST.items()}
    return [
        f"{name}: {times[name]:.2f} times an empty Python, {own[name] * 1000:.1f} ms of our own"
        for name, most in MOST.items()
        if times[name] > most or own[name] > OWN_PART
    ]


@pytest.mark.skipif(not INSTALLED, reason="a checkout reads YAML at every start: only what is installed is quick")
def test_every_start_is_quick():
    assert slow(least(starts.starts(PROGRAMS), good=lambda found: not slow(found))) == []


@pytest.mark.skipif(
    not (INSTALLED and TOOLS), reason="CG_SPEED_TOOLS names no environment with programs to compare with"
)
def test_help_is_shown_before_other_programs_show_theirs():
    others = {peer: starts.plainly(Path(TOOLS, "bin", peer), "--help") for peer in PEERS}

    found = least({HELP: starts.plainly(PROGRAMS / "cg", "--help"), **others}, good=lambda _: True)

    print(*(f"{name}: {seconds / found[HELP]:.1f} times {HELP}" for name, seconds in found.items()), sep="\n")
    assert min(found, key=found.__getitem__) == HELP
