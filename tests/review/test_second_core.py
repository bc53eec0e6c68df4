"""Work that is done in a copy of this process."""

import os
import shutil

import pytest
from folders import SMALL_FLOWS, TESTS

from collector_guard.files.tree import Written
from collector_guard.review import second_core
from collector_guard.review.proof import budget
from collector_guard.review.report import checked

LIMITS = [{}, {"STEPS_EACH": 60}, {"STEPS_IN_ALL": 6_000}]
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


@pytest.fixture(autouse=True)
def _without_threads(monkeypatch):
    """As in a process of the program's own, whatever runs the tests."""
    monkeypatch.setattr(second_core.threading, "active_count", lambda: 1)
    monkeypatch.setattr(second_core.os, "cpu_count", lambda: 2)
    monkeypatch.delattr(second_core.os, "sched_getaffinity", raising=False)


@pytest.mark.parametrize("bad", sorted(path.name for path in (TESTS / "review/bad_flows").iterdir()))
@pytest.mark.parametrize("limits", LIMITS, ids=str)
def test_a_check_finds_the_same_with_it_and_without(flows, today, monkeypatch, bad, limits):
    shutil.copytree(TESTS / "review/bad_flows" / bad, flows, dirs_exist_ok=True)
    for limit, steps in limits.items():
        monkeypatch.setattr(budget, limit, steps)

    shared = checked("visit", flows, "zh", today)
    monkeypatch.setattr(second_core, "is_there", lambda: False)

    assert shared == checked("visit", flows, "zh", today)


def test_what_is_told_keeps_its_line():
    text = Written("说", 7, "file.yaml")

    with second_core.aside(lambda: text) as of_copy:
        told = of_copy()

    assert (told, told.line, told.file) == ("说", 7, "file.yaml")


def test_what_the_copy_cannot_finish_is_looked_at_here(today, monkeypatch):
    shared = checked("visit", SMALL_FLOWS, "zh", today)
    monkeypatch.setattr(second_core, "_in_copy", lambda *_: os._exit(0))

    assert checked("visit", SMALL_FLOWS, "zh", today) == shared


def test_a_work_is_done_aside_or_else_here():
    here = os.getpid()

    with (
        second_core.aside(lambda: os.getpid() != here) as is_elsewhere,
        second_core.aside(lambda: os.getpid() == here or 1 // 0) as is_here,
    ):
        assert second_core.is_there()
        assert is_elsewhere()
        assert is_here()


def test_without_a_second_core_a_work_is_done_here(monkeypatch):
    monkeypatch.setattr(second_core, "is_there", lambda: False)
    here = os.getpid()

    with second_core.aside(lambda: os.getpid() == here) as is_here:
        assert is_here()


def test_what_breaks_here_leaves_no_copy_behind():
    with pytest.raises(RuntimeError), second_core.aside(lambda: None):
        raise RuntimeError

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
