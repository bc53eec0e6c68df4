"""Whole screens of a whole walk in a real terminal, compared with files under tests/snapshots/.

CG_RENEW_SNAPSHOTS=1 writes the files anew, to be read before they are kept.
"""

import shutil
import sys

import pytest
from folders import TESTS
from kept import is_as_kept

VISITING = [sys.executable, str(TESTS / "helpers/cg_of.py")]
SIZES = {"phone": (40, 20), "desk": (80, 24)}
WALKS = [("phone", "numbers"), ("desk", "numbers"), ("desk", "menus")]
LANGUAGES = ("zh", "en")
# What each screen waits for, by language.
WORDS = {
    "danger": {"zh": "有下面这些危险", "en": "Is any of this"},
    "why": {"zh": "为什么问", "en": "Why we ask"},
    "card": {"zh": "离门远一点", "en": "Move away"},
    "mistake": {"zh": "没有这一项", "en": "No such choice"},
    "who": {"zh": "他们说自己是谁", "en": "Who do they say"},
    "check": {"zh": "1 自己打 12368", "en": "1 "},
    "pause": {"zh": "先去处理", "en": "Act first"},
    "day": {"zh": "哪天来的", "en": "On what day"},
    "lender": {"zh": "钱是向谁借的", "en": "Who lent"},
    "no day": {"zh": "看不懂", "en": "could not read"},
    "keys": {"zh": "qq 离开并清屏", "en": "qq: leave"},
    "more": {"zh": "?", "en": "?"},
    "taken": {"zh": "你的回答：", "en": "Your answer: "},
}


@pytest.fixture(scope="module")
def flows(tmp_path_factory):
    """A folder with a small flow that has a pause, and texts long enough to be broken."""
    flows = tmp_path_factory.mktemp("flows")
    shutil.copytree(TESTS / "small_flows", flows, dirs_exist_ok=True)
    shutil.rmtree(flows / "visit")
    shutil.copytree(TESTS / "desk/screen_flow", flows / "visit")
    return flows


@pytest.fixture
def visit(flows, started):
    """Start the small flow in a terminal of a size, asked by typed numbers or by menus."""

    def visit(size, way, language):
        columns, rows = SIZES[size]
        command = [*VISITING, str(flows), "triage", "visit", "--on", "2026-11-23"]
        # A phone has typed numbers because it is narrow, and takes back its prompts; a plain desk takes nothing back.
        plain = ["--plain"] if (size, way) == ("desk", "numbers") else []
        return started([*command, *plain], columns=columns, rows=rows, CG_LANG=language)

    return visit


def walk_of(terminal, way, language):
    """Every screen of a walk that meets all there is, by what it shows."""
    at_once = "" if way == "menus" else "\r"

    def screen(name, keys, *words):
        return name, terminal.answer(keys, *(WORDS[word][language] for word in words))

    yield "the first question", terminal.asks(WORDS["danger"][language])
    yield screen("why it is asked", f"?{at_once}", "why", "danger")
    yield screen("the emergency card", f"!{at_once}", "card", "danger")
    yield screen("a mistake", "来人了\r", "mistake")
    yield screen("an emergency", "1\r", "card")
    yield screen("taken back", "<\r", "danger")
    yield screen("the next question", "3\r", "taken", "who")
    yield screen("the first advice", "2\r", "taken", "more")
    if size_is_small(terminal):
        yield screen("the pause", "\r", "pause")
    yield screen("the next question after the pause", "2\r", "taken", "day")
    yield screen("what names no day", "32号\r", "no day")
    yield screen("the lender", "昨晚\r", "taken", "lender")
    yield screen("the end", "1\r", "taken", "more")
    yield screen("what is for today", "\r", "more")
    yield screen("a step", "1\r", "more")
    yield screen("the law", "l\r", "more")
    yield screen("the answers", "c\r", "more")
    yield screen("the keys", "?\r", "keys")


def size_is_small(terminal):
    return terminal.screen.columns == SIZES["phone"][0]


def as_text(screens):
    return "\n".join(f"=== {name} ===\n{screen}" for name, screen in screens)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "way"), WALKS)
def test_every_screen_of_a_walk_is_as_kept(visit, size, way, language):
    terminal = visit(size, way, language)

    shown = as_text(walk_of(terminal, way, language))
    terminal.answer("q\r", ">")
    terminal.press("\r")

    assert terminal.status() == 0
    assert is_as_kept(f"screens-{size}-{way}-{language}.txt", shown)
