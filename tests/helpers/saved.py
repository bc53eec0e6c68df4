"""Walks whose answers are saved: the program on the small flow, what it leaves behind, and what may stand in its way."""

import io
import json
import os
import stat
import subprocess
import sys
from datetime import date, time
from pathlib import Path

from folders import SMALL_FLOWS
from values import taken

from collector_guard.desk.autosave import autosave_to, is_same
from collector_guard.desk.environment import Environment
from collector_guard.flow.answers_file import Given
from collector_guard.flow.model import as_option
from collector_guard.flow.walk import Walk

HERE = Path(__file__).parent
SMALL_CG = [sys.executable, str(HERE / "cg_of.py"), str(SMALL_FLOWS), "triage", "visit", "--lang", "en"]
NOTHING = Given()
# A whole walk through the small flow.
REPLIES = {
    "danger": ("none",),
    "who": ("court",),
    "court-checked": ("real",),
    "arrived": (time(21, 30),),
    "visited-on": (date(2026, 11, 20),),
    "paper-on": ("unknown",),
}
ANOTHER = ". Choose another place, or leave out --save.\n"
OPTIONS = [option for name, taken in REPLIES.items() for option in ("--answer", as_option(name, taken))]


def saved_walk(flow, today, file, found=NOTHING, *, answers=""):
    """A walk, and what keeps its answers in a file and says in English what goes wrong."""
    environment = Environment("en", io.StringIO(), io.StringIO(), io.StringIO(), {})
    walk = Walk(flow, on=today, given=found.taken, said=found.said)
    return walk, autosave_to(
        str(file), walk, environment, continued=found.in_file if is_same(str(file), answers) else None
    )


def answered(walk, autosave, count, before=lambda _question: None):
    """Answer so many questions as REPLIES says; what was said is written before each and after the last."""
    for _ in range(count):
        autosave.write(walk)
        before(walk.question.id)
        walk.answer(REPLIES[walk.question.id])
    autosave.write(walk)


def told(autosave):
    """What was said of saving, line by line."""
    return autosave.environment.stderr.getvalue().splitlines()


def kept(file):
    """The answers in a file, by question."""
    return {name: taken(*texts) for name, texts in json.loads(file.read_text("utf-8"))["answers"].items()}


def again(file):
    """The questions in a file whose answers were taken back."""
    return json.loads(file.read_text("utf-8")).get("again", [])


def mode(file):
    return stat.S_IMODE(file.stat().st_mode)


def everything(folder):
    """All that is in a folder: kinds, links, modes and bytes."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        plain = stat.S_ISREG(status.st_mode)
        content = path.read_bytes() if plain else path.readlink() if path.is_symlink() else None
        found[path.name] = (status.st_mode, content)
    return found


def first_replies(count):
    return dict(list(REPLIES.items())[:count])


def environment():
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def program(command, folder):
    """Run a command line in a folder to its end, without a terminal."""
    pipes = {"stdin": subprocess.DEVNULL, "capture_output": True, "encoding": "utf-8", "timeout": 60}
    return subprocess.run(command, cwd=folder, env=environment(), check=False, **pipes)


def a_file(folder):
    (folder / "x").write_text("the diary of a borrower", "utf-8")


def a_link(folder):
    (folder / "elsewhere").write_text("the diary of a borrower", "utf-8")
    (folder / "x").symlink_to("elsewhere")


def a_link_to_nothing(folder):
    (folder / "x").symlink_to("elsewhere")


def a_link_to_itself(folder):
    (folder / "x").symlink_to("x")
