"""No network, no trace: every command is watched by strace, where that works, and by a hook inside Python.

Python's own __pycache__ is not written while watched: it holds the program's code, is the same whatever is typed, and
comes with an installation. One test lets it be written and sees that it is all that is.
"""

import os
import re
import shutil
import subprocess
import sys
from functools import cache

import pytest
from folders import TESTS
from journeys import journeys

SMALL = str(TESTS / "small_flows" / "visit")
JOURNEY = next(iter(journeys().values()))
PLAN = ("triage", *JOURNEY.options, "--on", JOURNEY.on.isoformat())
CITATION = "依据民法典第1032条"

COMMANDS = {
    "bare": (),
    "help": ("triage", "--help"),
    "version": ("--version",),
    "now": ("triage", "--now"),
    "ask": ("triage",),
    "plan": PLAN,
    "plan-markdown": (*PLAN, "--format", "markdown"),
    "plan-json": (*PLAN, "--format", "json"),
    "answers": ("triage", "--answers", "answers.json"),
    "topics": ("laws",),
    "search": ("laws", "隐私"),
    "citation": ("laws", "psa", "50", "--format", "json"),
    "full-text": ("laws", "--all", "隐私"),
    "pasted": ("laws", "--check", "-"),
    "pasted-file": ("laws", "--check", "letter.txt"),
    "check": ("check", SMALL),
    "age": ("check", SMALL, "--age"),
    "cover": ("check", "--cover", str(TESTS / "review/small_journeys")),
    "graph": ("graph", SMALL, "--format", "mermaid"),
    "book": ("book", SMALL),
    "diff": ("diff", SMALL, SMALL),
    "refused": ("laws", "--nope"),
    "not-found": ("laws", "第九千条"),
}

# What a watched program may open for writing: nothing of it stays.
DEVICES = re.compile(r"/dev/(null|tty|pts/\d+)")
WRITING = re.compile(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)")
OPENING = ("open", "openat", "openat2", "creat")
CHANGING = (
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "link", "linkat"),
    *("symlink", "symlinkat", "truncate", "ftruncate", "chmod", "fchmod", "fchmodat", "chown", "fchown", "fchownat"),
    *("lchown", "mknod", "mknodat", "utime", "utimes", "utimensat", "setxattr", "lsetxattr", "fsetxattr"),
)
NETWORK = ("socket", "connect", "bind")
WATCHED = ",".join(f"?{call}" for call in (*OPENING, *CHANGING, *NETWORK, "execve", "execveat"))
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')

# Inside Python: the first deed ends the program with a status of its own; a copy of the program is watched like it.
NOTICED = 99
HOOK = r"""
import os, re, sys
sys.argv = ["cg", *sys.argv[1:]]
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
           "os.utime", "os.setxattr", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "subprocess.Popen")
FAMILIES = ("AddressFamily.AF_UNIX", "1")
def is_a_deed(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        writes = bool(flags & WRITES) or any(letter in (mode or "r") for letter in "wax+")
        return writes and not isinstance(path, int) and not re.fullmatch(r"/dev/(null|tty|pts/\d+)", os.fsdecode(path))
    if event == "sqlite3.connect":
        return "mode=ro" not in str(arguments[0])
    if event == "socket.__new__":
        return str(arguments[1]) not in FAMILIES
    return event in CHANGES or (event.startswith("socket.") and event != "socket.__new__")
def hook(event, arguments):
    if is_a_deed(event, arguments):
        os.write(2, f"{event} {arguments}\n".encode(errors="replace"))
        os._exit(99)
sys.addaudithook(hook)
"""
RUN_CG = "from collector_guard.start import main; sys.exit(main())"


@cache
def why_strace_cannot_watch():
    """Why strace is of no use here; empty where it is."""
    strace = shutil.which("strace")
    if not strace:
        return "strace is not installed here"
    run = subprocess.run([strace, "-f", "-o", os.devnull, "true"], capture_output=True, check=False)
    return f"strace cannot attach here: {run.stderr.decode().strip()}" if run.returncode else ""


@pytest.fixture(params=["strace", "audit hook"])
def watch(request, tmp_path):
    """Run code with arguments under each of the watchers; returns the run, and the deeds that were noticed."""
    if request.param == "strace" and (reason := why_strace_cannot_watch()):
        pytest.skip(reason)
    watcher = straced if request.param == "strace" else hooked
    return lambda code, *arguments: watcher(code, arguments, tmp_path)


def straced(code, arguments, folder, **run):
    log = folder / "strace.log"
    command = ["strace", "-f", "-o", str(log), "-e", f"trace={WATCHED}", sys.executable, "-c", code, *arguments]
    ended = ran(command, folder, **run)
    return ended, deeds_in(log.read_text(errors="replace"))


def hooked(code, arguments, folder):
    ended = ran([sys.executable, "-c", HOOK + code, *arguments], folder)
    return ended, [ended.stderr] if ended.returncode == NOTICED else []


def ran(command, folder, **variables):
    """Run a command in an empty folder that is its home and its place for temporary files as well."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    (home / "answers.json").write_text('{"answers": {"danger": ["none"]}}', encoding="utf-8")
    (home / "letter.txt").write_text(CITATION, encoding="utf-8")
    return subprocess.run(
        command, cwd=home, env=environ(home) | variables, input=CITATION, capture_output=True, encoding="utf-8",
        timeout=120, check=False,
    )  # fmt: skip


def environ(home):
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(home),
        "TMPDIR": str(home),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONSAFEPATH": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def deeds_in(log):
    """The lines of a log that open a network, write a file, change one, or start another program."""
    calls = [(line, *found.groups()) for line in log.splitlines() if (found := CALL.match(line))]
    deeds = [line for line, call, rest in calls if is_a_deed(call, rest)]
    return deeds + [line for line, call, _ in calls if call.startswith("execve")][1:]


def is_a_deed(call, rest):
    if call in OPENING:
        named = QUOTED.search(rest)
        writes = call == "creat" or WRITING.search(rest[named.end() :] if named else rest)
        return bool(writes) and not (named and DEVICES.fullmatch(named[1]))
    return call in CHANGING or (call in NETWORK and not (call == "socket" and rest.startswith("AF_UNIX")))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_opens_no_network_and_writes_no_file(tmp_path, name):
    watcher = hooked if why_strace_cannot_watch() else straced  # which sees more
    run, deeds = watcher("import sys; " + RUN_CG, COMMANDS[name], tmp_path)

    assert deeds == []
    assert run.stdout or run.stderr
    assert "Traceback" not in run.stderr
    assert {path.name for path in (tmp_path / "home").rglob("*")} == {"answers.json", "letter.txt"}


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param("import socket; socket.socket(socket.AF_INET)", id="a socket"),
        pytest.param("import socket; socket.getaddrinfo('localhost', 80)", id="a name looked up"),
        pytest.param("import socket; socket.socket(socket.AF_UNIX).connect('/run/nowhere')", id="a connection"),
        pytest.param("import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')", id="a page"),
        pytest.param("open('kept', 'w')", id="a file written"),
        pytest.param("open('letter.txt', 'a')", id="a file written on"),
        pytest.param("open('letter.txt', 'r+')", id="a file written over"),
        pytest.param("import os; os.open('kept', os.O_CREAT)", id="a file made"),
        pytest.param("import os; os.mkdir('kept')", id="a folder made"),
        pytest.param("import os; os.remove('letter.txt')", id="a file removed"),
        pytest.param("import os; os.rename('letter.txt', 'kept')", id="a file renamed"),
        pytest.param("import sqlite3; sqlite3.connect('kept').execute('create table t (x)')", id="a database"),
        pytest.param("import tempfile; tempfile.TemporaryFile()", id="a temporary file"),
        pytest.param("import subprocess; subprocess.run(['true'])", id="another program"),
    ],
)
def test_the_watchers_notice(watch, deed):
    _, deeds = watch("import sys; " + deed)

    assert deeds != []


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import os; open(os.devnull, 'w')", id="nowhere"),
        pytest.param("import socket; socket.socketpair()", id="a pair within the process"),
        pytest.param("print(open('letter.txt', encoding='utf-8').read())", id="reading"),
    ],
)
def test_the_watchers_let_pass_what_leaves_nothing(watch, code):
    _, deeds = watch("import sys; " + code)

    assert deeds == []


def test_all_that_python_itself_keeps_is_the_code_of_the_program(tmp_path):
    if reason := why_strace_cannot_watch():
        pytest.skip(reason)

    kept = tmp_path / "pycache"
    _, deeds = straced(
        "import sys; " + RUN_CG, COMMANDS["plan"], tmp_path, PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=str(kept)
    )

    assert [deed for deed in deeds if f'"{kept}' not in deed] == []
    assert {path.suffix for path in kept.rglob("*") if path.is_file()} == {".pyc"}
    texts = b"".join(path.read_bytes() for path in kept.rglob("*.pyc"))
    assert [option for option in JOURNEY.options if option.encode() in texts] == []


def test_only_the_file_that_was_named_is_written_by_save(watch, tmp_path):
    run, deeds = watch("import sys; " + RUN_CG, *PLAN, "--save", "kept.json")

    assert run.returncode in (0, NOTICED), run.stderr
    assert deeds != []
    assert [deed for deed in deeds if QUOTED.search(deed) and "kept.json" not in deed] == []
    assert {path.name for path in (tmp_path / "home").iterdir()} <= {"answers.json", "letter.txt", "kept.json"}


@pytest.mark.parametrize("arguments", [[], ["--plain"]])
def test_asking_at_a_terminal_leaves_nothing_either(started, tmp_path, arguments):
    if reason := why_strace_cannot_watch():
        pytest.skip(reason)
    home, log = tmp_path / "home", tmp_path / "strace.log"
    home.mkdir()
    watched = ["strace", "-f", "-o", str(log), "-e", f"trace={WATCHED}", sys.executable, "-m", "collector_guard"]

    terminal = started([*watched, "triage", *arguments], rows=50, **environ(home))
    terminal.asks("这些情况")
    terminal.answer("110\r" if arguments else "110", "打 110", "这些情况")
    terminal.press("q\r" if arguments else "q")

    assert terminal.status() == 130
    assert deeds_in(log.read_text(errors="replace")) == []
    assert list(home.rglob("*")) == []
