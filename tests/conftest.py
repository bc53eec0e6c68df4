"""What every test may use: the program run in process, the small flow, and the shipped one."""

import io
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from folders import SMALL_FLOWS
from hypothesis import HealthCheck, settings

from collector_guard.law import full_text as fulltext
from collector_guard.law.full_text import PLACE
from collector_guard.library import load as library
from collector_guard.library.load import folder, load_flow, load_flow_from_yaml
from collector_guard.start import main

# Examples are about time, and fixtures of a session never change.
CHECKS = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
# The short form tries the same examples every time, so that a verdict is about the change; the full form looks for new ones.
settings.register_profile("short", max_examples=100, deadline=None, suppress_health_check=CHECKS, derandomize=True)
settings.register_profile("full", parent=settings.get_profile("short"), max_examples=5_000, derandomize=False)
settings.load_profile("short")


@dataclass(frozen=True)
class Run:
    """What a run of the program left behind."""

    status: int
    out: str
    err: str


@pytest.fixture
def cg(monkeypatch, capsys):
    """Run a command line through the real main(), without a terminal; the full text is in a folder or nowhere."""

    def run(*arguments, lang="zh", columns=80, stdin="", full_text=None):
        monkeypatch.setenv("CG_LANG", lang)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        monkeypatch.setattr(fulltext, "PLACE", PLACE if full_text else Path("not-installed"))
        if full_text:
            monkeypatch.syspath_prepend(str(full_text))
        status = main(arguments)
        captured = capsys.readouterr()
        return Run(status, captured.out, captured.err)

    return run


@pytest.fixture
def small(cg, monkeypatch, tmp_path):
    """Run `cg triage` on the small flow in English, in an empty folder."""
    monkeypatch.setattr(library, "folder", lambda: SMALL_FLOWS)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **how: cg("triage", "visit", *arguments, **{"lang": "en", **how})


@pytest.fixture
def flows(tmp_path):
    """A folder with the small flow, to be changed."""
    return Path(shutil.copytree(SMALL_FLOWS, tmp_path / "flows"))


@pytest.fixture
def without_privileges():
    """What runs a command so that even root may not read or write where nobody may."""
    if os.name == "nt":
        pytest.skip("the permissions are those of Unix")
    if os.geteuid() != 0:
        return ()
    prefix = ("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--")
    if not shutil.which("setpriv") or subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode:
        pytest.skip("root may write everywhere, and cannot give that up here")
    return prefix


@pytest.fixture
def file(tmp_path):
    """Where answers are saved."""
    return tmp_path / "answers.json"


@pytest.fixture
def started():
    """Start command lines in real terminals; whatever still runs at the end is ended."""
    pytest.importorskip("pty", reason="there are no pseudo-terminals here")
    from terminal import Terminal

    running = []

    def start(command, **terminal):
        running.append(Terminal(command, **terminal))
        return running[-1]

    yield start
    for terminal in running:
        terminal.child.close(force=True)


@pytest.fixture(scope="session")
def small_flow():
    """A flow with every kind of question and promise, in English."""
    return load_flow("visit", "en", SMALL_FLOWS)


@pytest.fixture(scope="session")
def small_flow_zh():
    """The same flow in Chinese."""
    return load_flow("visit", "zh", SMALL_FLOWS)


@pytest.fixture(scope="session")
def doorstep():
    """The shipped flow, in Chinese, with its promises and drafts, which its compiled form does without."""
    return load_flow_from_yaml("doorstep", "zh", folder())


@pytest.fixture(scope="session")
def doorstep_en():
    """The same flow in English."""
    return load_flow_from_yaml("doorstep", "en", folder())


@pytest.fixture(scope="session", params=["doorstep", "doorstep_en"], ids=["zh", "en"])
def shipped(request):
    """The shipped flow in each language."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def today():
    return date(2026, 11, 23)
