"""What a start of the installed program loads: counted, because times say more of the machine than of the program.

`benchmarks/benchmark_start.py` measures the times. Where a number here has to grow, measure there what that costs.
"""

import ast
import os
import re
import subprocess
import sys

import pytest

from collector_guard.files.errors import ExitStatus
from collector_guard.library.load import load_flow

# What builds from files, and what a walk needs: neither searching the law nor an emergency waits for it.
BUILDERS = {
    *("files.entries", "files.document", "flow.conditions", "flow.advice_builder", "flow.builder", "flow.definitions"),
    *("flow.promise_builder", "law.builder", "flow.model", "flow.condition_parser", "flow.plan", "flow.walk"),
}
EMERGENCY = BUILDERS | {"law.search", "law.citation", "law.ranking"}
# What takes longer to load than the program does.
HEAVY = {"asyncio", "email", "http", "prompt_toolkit", "pydantic", "questionary", "rich", "typer", "yaml"}
NO_DATA = BUILDERS | {"library.load", "law.model", "json", "pathlib"}
LAW_ALONE = BUILDERS | {"sqlite3", "law.full_text"}
# Of each start what it does not load, and where it is counted, the most that it reads of ours: the code in modules and
# kilobytes of source, the data in files and kilobytes.
STARTS = {
    "no command": ([], NO_DATA, (36, 140), (0, 0)),
    "help": (["--help"], NO_DATA, (37, 145), (0, 0)),
    "help for a command": (["check", "-h"], NO_DATA, None, None),
    "the version": (["--version"], NO_DATA, None, None),
    "the emergency card": (["triage", "--now"], EMERGENCY, (49, 180), (1, 2)),
    "the first question": (
        ["triage"],
        {"flow.builder", "law.builder", "law.search", "law.citation"},
        (74, 300),
        (1, 500),
    ),
    "an answer": (["triage", "--answer", "danger=force"], {"flow.builder", "law.builder", "law.search"}, None, None),
    "topics": (["laws"], BUILDERS | {"sqlite3"}, None, None),
    "a search": (["laws", "隐私"], LAW_ALONE, (62, 265), (2, 850)),
    "a search in English": (["laws", "隐私", "--lang", "en"], LAW_ALONE, None, None),
    "a danger word": (["laws", "打人"], LAW_ALONE, None, None),
    "a citation": (["laws", "民法典1032"], BUILDERS, None, None),
}
COUNTING = """
import atexit, os, sys
opened = set()
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.add(arguments[0])
sys.addaudithook(hook)
from collector_guard.start import main
def told():
    import collector_guard
    ours = os.path.dirname(collector_guard.__file__)
    code = [module.__file__ for name, module in sys.modules.items() if name.startswith("collector_guard")]
    data = [path for path in opened if path.startswith(ours) and path.endswith((".json", ".yaml"))]
    sizes = [[len(files), round(sum(map(os.path.getsize, files)) / 1000, 1)] for files in (code, data)]
    sys.__stderr__.write("\\n" + repr([modules, *sizes]))
atexit.register(told)
atexit.register(lambda: globals().update(modules=[*sys.modules]))
sys.exit(main())
"""
NAMED_WHEN_LOADED = (
    "import os, sys; from collector_guard.start import main;"
    "sys.addaudithook(lambda event, about: event == 'import' and os.write(1, f'<{about[0]}>'.encode()));"
    "sys.exit(main())"
)


def environment(installed):
    return {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}


@pytest.mark.parametrize("name", STARTS)
def test_a_start_loads_what_it_needs_and_no_more_than_it_may(installed, name):
    arguments, left_out, most_code, most_data = STARTS[name]

    run = subprocess.run(
        [sys.executable, "-P", "-c", COUNTING, *arguments],
        env={**os.environ, **environment(installed)}, capture_output=True, encoding="utf-8", check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip

    assert run.returncode in (0, ExitStatus.ANSWERS_MISSING), run.stderr
    modules, code, data = ast.literal_eval(run.stderr.splitlines()[-1])
    assert "collector_guard.start" in modules
    assert set(modules) & (HEAVY | left_out | {f"collector_guard.{module}" for module in left_out}) == set()
    if most_code:
        assert (code[0] <= most_code[0], code[1] <= most_code[1]) == (True, True), code
        assert (data[0] <= most_data[0], data[1] <= most_data[1]) == (True, True), data


@pytest.mark.parametrize("arguments", [[], ["--lang", "zh"], ["--plain"]])
def test_the_first_question_waits_for_no_library_and_the_menu_comes_after_it(installed, started, arguments):
    question = load_flow("doorstep", "zh", installed / "collector_guard" / "flows").questions[0]
    command = [sys.executable, "-P", "-c", NAMED_WHEN_LOADED, "triage", *arguments]

    terminal = started(command, columns=200, rows=50, **environment(installed))
    terminal.see(question.choices[-2].label)  # names of modules may be written over the first rows of a menu
    terminal.child.close(force=True)

    before, _, after = terminal.written.decode().partition(question.ask)
    assert "<collector_guard.desk.session>" in before
    assert named(before) & (HEAVY | {"dataclasses"}) == set()
    assert {"questionary", "prompt_toolkit"} <= named(after) or "--plain" in arguments


def test_a_plan_in_a_terminal_waits_for_no_menu_and_no_parser(installed, started):
    terminal = started([sys.executable, "-P", "-c", NAMED_WHEN_LOADED, "triage", "--now"], **environment(installed))

    assert terminal.status() == 0
    loaded = named(terminal.written.decode())
    assert loaded & (HEAVY | {"dataclasses", "rich.console", "rich.style"}) == {"rich", "rich.style"}


def named(written):
    return set(re.findall(r"<([\w.]+)>", written))
