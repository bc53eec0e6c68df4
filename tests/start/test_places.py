"""Every command in the places where it may run: encodings, streams, environments and folders of all kinds.

What is said in the usual place is said in every other: character for character where the encoding has the character.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from folders import TESTS
from journeys import journeys
from kept import unpainted

import collector_guard
from collector_guard.library import load as library
from collector_guard.wording.sentences import sentence, word
from collector_guard.wording.wrapping import width

pty = pytest.importorskip("pty", reason="these places are those of Unix")

SMALL = str(TESTS / "small_flows" / "visit")
PYTHON = (sys.executable, "-m", "collector_guard")
USUAL = {
    "PATH": os.environ.get("PATH", ""),
    "HOME": os.environ.get("HOME", "/"),
    "LC_ALL": "C.UTF-8",
    "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    "PYTHONSAFEPATH": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}
JOURNEY = journeys()["two-people-in-suits"]
PLAN = ("triage", *JOURNEY.options, "--on", JOURNEY.on.isoformat())

COMMANDS = {
    "bare": (),
    "help": ("--help",),
    "now": ("triage", "--now"),
    "ask": ("triage",),
    "danger": ("triage", "--answer", "danger=force"),
    "plan": (*PLAN, "--format", "terminal"),
    "plan-plain": (*PLAN, "--format", "plain"),
    "plan-markdown": (*PLAN, "--format", "markdown"),
    "plan-json": (*PLAN, "--format", "json"),
    "topics": ("laws",),
    "search": ("laws", "隐私"),
    "citation": ("laws", "psa", "50"),
    "full-text": ("laws", "--all", "隐私"),
    "check": ("check", SMALL),
    "graph": ("graph", SMALL),
    "chart": ("graph", SMALL, "--format", "mermaid"),
    "book": ("book", SMALL),
    "diff": ("diff", SMALL, SMALL),
    "refused": ("laws", "--nope"),
    "not-found": ("laws", "第九千条"),
}
STATUS = {"ask": 3, "danger": 3, "refused": 2, "not-found": 1}
# What is UTF-8 wherever it goes but to a terminal.
DOCUMENTS = ("chart", "book")
# One that writes its answer to stdout, and one that writes a question to stderr.
TWO = ("search", "ask")
# What is written in each of the ways that there are: by the quick path and the parser, as lines, trees and documents.
EACH_WAY = ("bare", "help", "search", "plan-json", "plan-markdown", "check", "book")


@dataclass(frozen=True)
class Place:
    """What surrounds a command: variables (None unsets one), how a shell starts it, and how its bytes are read."""

    environ: Mapping[str, str | None] = field(default_factory=dict)
    through: str = '"$@"'
    encoding: str = "utf-8"

    def run(self, arguments, command=PYTHON, cwd=None):
        environ = {name: value for name, value in ({**USUAL, **self.environ}).items() if value is not None}
        return subprocess.run(
            ["/bin/sh", "-c", self.through, "sh", *command, *(word.encode(self.encoding) for word in arguments)],
            env=environ, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False,
        )  # fmt: skip


@cache
def usual(name):
    """What a command says in the usual place."""
    run = Place().run(COMMANDS[name])
    assert run.returncode == STATUS.get(name, 0) or name == "full-text", run.stderr.decode()
    assert run.stdout or run.stderr
    assert b"Traceback" not in run.stderr
    return run


def said_in(encoding, name, stream):
    """The bytes that a command writes in an encoding; what the encoding has not is a question mark."""
    text = getattr(usual(name), stream).decode()
    return text.encode("utf-8" if name in DOCUMENTS and stream == "stdout" else encoding, errors="replace")


def says_the_same(run, name, encoding="utf-8"):
    return (run.returncode, run.stdout, run.stderr) == (
        usual(name).returncode,
        said_in(encoding, name, "stdout"),
        said_in(encoding, name, "stderr"),
    )


def words(text):
    """The text without what a width changes: breaks, and the rule before each line of words to say."""
    return re.sub(r"[\s│]+", "", text)


# --- encodings ---


@pytest.mark.parametrize("name", COMMANDS)
def test_everything_that_is_said_can_be_said_in_gbk(name):
    run = Place({"PYTHONIOENCODING": "gbk"}).run(COMMANDS[name])

    assert says_the_same(run, name, "gbk")
    assert run.stdout.count(b"?") == usual(name).stdout.count(b"?")
    assert run.stderr.count(b"?") == usual(name).stderr.count(b"?")


@pytest.mark.parametrize("name", EACH_WAY)
def test_what_cannot_be_written_is_a_question_mark_and_stops_nothing(name):
    assert says_the_same(Place({"PYTHONIOENCODING": "ascii"}).run(COMMANDS[name]), name, "ascii")


@pytest.mark.parametrize("name", TWO)
@pytest.mark.parametrize("encoding", ["utf-8", "cp936", "gb18030", "latin-1", "ascii:strict", "gbk:strict"])
def test_an_encoding_is_written_as_asked(encoding, name):
    run = Place({"PYTHONIOENCODING": encoding}).run(COMMANDS[name])

    assert says_the_same(run, name, encoding.removesuffix(":strict"))


@pytest.mark.parametrize("name", TWO)
@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GBK.not-installed", None])
def test_a_locale_that_says_nothing_of_chinese_takes_none_of_it_away(locale, name):
    assert says_the_same(Place({"LC_ALL": locale}).run(COMMANDS[name]), name)


@pytest.fixture(scope="module")
def gbk_locale(tmp_path_factory):
    """A folder with the locale zh_CN.GBK, made from its sources where they are."""
    folder = tmp_path_factory.mktemp("locales")
    if not shutil.which("localedef"):
        pytest.skip("no localedef here to make a GBK locale with")
    made = ["localedef", "-i", "zh_CN", "-f", "GBK", str(folder / "zh_CN.GBK")]
    if subprocess.run(made, capture_output=True, check=False).returncode:
        pytest.skip("the sources of a GBK locale are not installed here")
    return folder


@pytest.mark.parametrize("name", ["bare", "search", "ask", "full-text", "plan-json", "book"])
def test_in_a_gbk_locale_chinese_is_read_and_written_in_gbk(gbk_locale, name):
    place = Place({"LC_ALL": None, "LANG": "zh_CN.GBK", "LOCPATH": str(gbk_locale)}, encoding="gbk")

    assert says_the_same(place.run(COMMANDS[name]), name, "gbk")


# --- streams ---


@pytest.mark.parametrize("name", [*EACH_WAY, "ask", "refused"])
def test_a_closed_stdout_takes_nothing_and_changes_no_status(name):
    run = Place(through='"$@" >&-').run(COMMANDS[name])

    assert (run.returncode, run.stdout, run.stderr) == (usual(name).returncode, b"", usual(name).stderr)


@pytest.mark.parametrize("name", [*TWO, "refused"])
def test_a_closed_stderr_takes_nothing_and_changes_no_status(name):
    run = Place(through='"$@" 2>&-').run(COMMANDS[name])

    assert (run.returncode, run.stdout, run.stderr) == (usual(name).returncode, usual(name).stdout, b"")


@pytest.mark.parametrize("name", [*TWO, "help", "refused"])
def test_with_every_stream_closed_the_status_is_told(name):
    assert Place(through='"$@" <&- >&- 2>&-').run(COMMANDS[name]).returncode == usual(name).returncode


full_disk = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")


@full_disk
@pytest.mark.parametrize("name", EACH_WAY)
def test_a_full_disk_is_told_in_the_language_of_the_reader(name):
    run = Place(through='"$@" >/dev/full').run(COMMANDS[name])

    assert (run.returncode, run.stderr.decode()) == (
        1,
        sentence("cannot-write", "zh", reason=word("no-room", "zh")) + "\n",
    )


@full_disk
@pytest.mark.parametrize(
    ("name", "status"), [("search", 0), ("refused", 2), ("not-found", 1), pytest.param("ask", 1, id="a question")]
)
def test_a_message_that_cannot_be_written_changes_no_answer(name, status):
    run = Place(through='"$@" 2>/dev/full').run(COMMANDS[name])

    assert (run.returncode, run.stdout, run.stderr) == (status, usual(name).stdout, b"")


@full_disk
def test_nothing_can_be_written_at_all_and_the_status_tells_it():
    run = Place(through='"$@" >/dev/full 2>/dev/full').run(COMMANDS["search"])

    assert (run.returncode, run.stdout, run.stderr) == (1, b"", b"")


@pytest.mark.parametrize("name", ["bare", "plan-json", "topics", "check", "graph", "book"])
def test_who_reads_one_line_only_gets_it_and_no_complaint(name):
    run = Place(through='{ "$@"; echo "status $?" >&2; } | head -n 1').run(COMMANDS[name])

    assert run.stdout == usual(name).stdout.partition(b"\n")[0] + b"\n"
    assert run.stderr == b"status 0\n"


@pytest.mark.parametrize("name", ["search", "book"])
def test_who_reads_nothing_gets_no_complaint(name):
    run = Place(through='{ "$@"; echo "status $?" >&2; } | true').run(COMMANDS[name])

    assert run.stderr == b"status 0\n"


@pytest.mark.parametrize("name", TWO)
@pytest.mark.parametrize("reading", ["<&-", "</dev/null", f"<'{__file__}'", "0>/dev/null"])
def test_nothing_is_asked_where_nobody_can_answer(reading, name):
    assert says_the_same(Place(through=f'"$@" {reading}').run(COMMANDS[name]), name)


# --- the environment ---

# Each would be enough to make a difference if it made one; what excludes each other stands in another line.
NO_DIFFERENCE = {
    "dumb": {"TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "", "LINES": "0", "HOME": None, "PATH": None},
    "unset": {"TERM": None, "COLUMNS": "0", "LINES": "abc", "HOME": "/nowhere/at/all", "TZ": "No/Where"},
    "unknown": {"TERM": "no-such-terminal", "COLUMNS": "abc", "PYTHONOPTIMIZE": "2", "PYTHONUTF8": "0"},
    "forced": {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TTY_COMPATIBLE": "1", "COLUMNS": "-5"},
    "strict": {"PYTHONWARNINGS": "error", "COLUMNS": "99999"},
    "completion": {"_CG_COMPLETE": "complete_bash", "_CG_COMPLETE_ARGS": "cg ", "COLUMNS": "９"},
}


@pytest.mark.parametrize("variables", NO_DIFFERENCE.values(), ids=NO_DIFFERENCE)
def test_the_environment_changes_no_word(variables):
    assert says_the_same(Place(variables).run(COMMANDS["plan"]), "plan")


@pytest.mark.parametrize("name", ["bare", "ask", "plan", "topics", "search", "graph"])
@pytest.mark.parametrize("columns", [1, 40])
def test_a_narrow_screen_takes_no_word_away(columns, name):
    run = Place({"COLUMNS": str(columns)}).run(COMMANDS[name])

    for stream in ("stdout", "stderr"):
        text = getattr(run, stream).decode()
        told, known = words(text), words(getattr(usual(name), stream).decode())
        if name == "topics":  # which stand in columns, with a dot between, as the width allows
            told, known = sorted(told.replace("·", "")), sorted(known.replace("·", ""))
        if name != "graph":  # whose indents and rules grow with the breaks
            assert told == known
        assert [line for line in text.splitlines() if width(line) > max(columns, 20)] == []


def on_a_terminal(name, variables, encoding="utf-8"):
    """The status of a command on a terminal that was never told its size, and the lines it wrote."""
    main, end = pty.openpty()
    environ = {name: value for name, value in {**USUAL, "TERM": "xterm", **variables}.items() if value is not None}
    process = subprocess.Popen([*PYTHON, *COMMANDS[name]], env=environ, stdin=end, stdout=end, stderr=end)
    os.close(end)
    written = b""
    while True:
        try:
            read = os.read(main, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not read:
            break
        written += read
    os.close(main)
    return process.wait(timeout=60), written.decode(encoding)


# How lines are painted in other surroundings is for tests/render/test_terminal.py.
TERMINALS = {"xterm": {}, "dumb": {"TERM": "dumb"}, "no size": {"COLUMNS": "0"}, "gbk": {"PYTHONIOENCODING": "gbk"}}


@pytest.mark.parametrize("place", TERMINALS)
def test_a_terminal_shows_the_words_that_a_file_gets(place):
    status, written = on_a_terminal("search", TERMINALS[place], "gbk" if place == "gbk" else "utf-8")

    shown = [line.rstrip() for line in unpainted(written).splitlines()]
    assert (status, shown) == (0, usual("search").stdout.decode().splitlines())
    assert (unpainted(written) == written) == (place == "dumb")


# --- folders ---


def test_a_folder_that_was_deleted_is_no_hindrance():
    place = Place(through='cd "$(mktemp -d)" && rmdir "$PWD" && exec "$@"')

    for name in ("help", "plan", "search", "full-text", "check"):
        assert says_the_same(place.run(COMMANDS[name]), name), name


@pytest.fixture
def read_only(tmp_path):
    """A copy of the package and its flows in which nothing can be written."""
    copy = tmp_path / "read-only"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(collector_guard.__file__).parent, copy / "collector_guard", ignore=ignored)
    if not (copy / "collector_guard" / "flows").exists():
        shutil.copytree(library.folder(), copy / "flows", ignore=ignored)
    inside = [copy, *copy.rglob("*")]
    for path in inside:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield copy
    for path in inside:
        path.chmod(0o755)


def test_where_nothing_can_be_written_nothing_is_missed(read_only, without_privileges):
    before = sorted(read_only.rglob("*"))
    variables = {
        "PYTHONPATH": os.pathsep.join([str(read_only), USUAL["PYTHONPATH"]]),
        "HOME": str(read_only),
        "TMPDIR": str(read_only),
        "PYTHONDONTWRITEBYTECODE": None,
    }

    command = (*without_privileges, *PYTHON)
    for name in ("help", "now", "plan", "search", "full-text", "check", "book"):
        assert says_the_same(Place(variables).run(COMMANDS[name], command, cwd=read_only), name), name
    assert sorted(read_only.rglob("*")) == before


def test_a_home_that_cannot_be_read_is_not_needed(tmp_path, without_privileges):
    home = tmp_path / "home"
    home.mkdir(mode=0o000)

    command = (*without_privileges, *PYTHON)
    for name in TWO:
        assert says_the_same(Place({"HOME": str(home)}).run(COMMANDS[name], command), name)


def test_a_file_of_ours_that_cannot_be_read_is_named(read_only, without_privileges):
    broken = next(iter([*read_only.rglob("laws.zh.json"), *read_only.rglob("topics.yaml")]))
    broken.chmod(0o000)
    variables = {"PYTHONPATH": os.pathsep.join([str(read_only), USUAL["PYTHONPATH"]])}

    run = Place(variables).run(COMMANDS["search"], (*without_privileges, *PYTHON))

    assert (run.returncode, run.stdout) == (1, b"")
    assert b"Traceback" not in run.stderr
    assert "打不开" in run.stderr.decode()


# --- ways to start it ---

INSTALLED = subprocess.run(
    [sys.executable, "-I", "-c", "import collector_guard"], cwd="/", capture_output=True, check=False
)
SCRIPT = Path(sys.executable).with_name("cg")
WAYS = [
    pytest.param(
        (sys.executable, "-I", "-m", "collector_guard"),
        marks=pytest.mark.skipif(INSTALLED.returncode != 0, reason="the package is not installed"),
        id="python -I -m",
    ),
    pytest.param(
        (str(SCRIPT),), marks=pytest.mark.skipif(not SCRIPT.exists(), reason="the script is not installed"), id="cg"
    ),
]


@pytest.mark.parametrize("command", WAYS)
def test_every_way_of_starting_says_the_same(command):
    for name in ("bare", "plan", "search", "ask", "refused"):
        assert says_the_same(Place().run(COMMANDS[name], command), name), name
