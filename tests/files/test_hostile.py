"""Flows written to do harm: each is refused with little work, in little memory, with few sentences, by both parsers of YAML."""

import os
import re
import subprocess
import sys
from itertools import pairwise

import pytest
import yaml

pytest.importorskip("resource", reason="the limits are those of Unix")

DIARY = "the diary of somebody else"
MOST_LINES = 110  # a hundred mistakes of one file are listed

MOST_EVENTS = 6_000  # of the parser, in all files together, of which 1,100 are in those that are sound

# The real command in 100 MiB of memory, with what the parser tells counted; minutes of the processor are a hang.
RUNNER = """
import itertools, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
resource.setrlimit(resource.RLIMIT_DATA, (100 * 1024 * 1024,) * 2)
import yaml
if sys.argv[1] == "python-parser" and hasattr(yaml, "CSafeLoader"):
    del yaml.CSafeLoader
events, parse = itertools.count(), yaml.parse
def counted(*arguments, **named):
    for event in parse(*arguments, **named):
        next(events)
        yield event
yaml.parse = counted
from collector_guard.start import main
status = main(sys.argv[2:])
sys.stderr.write(str(next(events)))
sys.exit(status)
"""

PARSERS = [
    "python-parser",
    pytest.param(
        "c-parser",
        marks=pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML was built without libyaml"),
    ),
]


def billion_aliases():
    levels = ["a: &a [" + ", ".join(["lol"] * 10) + "]"]
    levels += [f"{new}: &{new} [" + ", ".join([f"*{old}"] * 10) + "]" for old, new in pairwise("abcdefghij")]
    return "\n".join(levels) + "\n"


TEXTS = [
    pytest.param(billion_aliases(), {"yaml-anchor", "yaml-alias"}, id="aliases nested a billion times"),
    pytest.param("a: &a [*a]\n", {"yaml-anchor", "yaml-alias"}, id="an alias of itself"),
    pytest.param("a: " + "[" * 100_000, {"yaml-too-deep"}, id="100,000 levels of brackets"),
    pytest.param("x" * (5 * 1024 * 1024), {"file-too-large"}, id="5 MiB of one line"),
    pytest.param("x" * (1024 * 1024), {"not-a-mapping"}, id="1 MiB of one line"),
    pytest.param("a: " + "." * (1024 * 1024 - 8) + "\n", {"unknown-name"}, id="1 MiB of full stops"),
    pytest.param("steps: !!python/object/new:os.system [id]\n", {"yaml-tag"}, id="a tag that would make an object"),
    pytest.param("steps:\n  \x1b[2J\x1b[31mkeep: {do: x}\n", {"yaml-character"}, id="a name with escape codes"),
    pytest.param('steps: {"\\u202Ekeep": {}}\n', {"yaml-character"}, id="a name that turns the direction of reading"),
    pytest.param("a:\tb\n" * 200_000, {"too-many-mistakes", "yaml-tab"}, id="200,000 lines with a tab"),
    pytest.param("- *a\n" * 200_000, {"too-many-mistakes", "yaml-alias"}, id="200,000 aliases"),
    pytest.param("a: b\n" * 200_000, {"too-many-mistakes", "yaml-duplicate-key"}, id="200,000 doubled keys"),
    pytest.param(
        "".join(f"s{number}: b\n" for number in range(2_000)),
        {"too-many-mistakes", "unknown-name"},
        id="2,000 unknown keys",
    ),
    pytest.param(
        "steps:\n" + "  A: b\n" * 100_000, {"too-many-mistakes", "yaml-duplicate-key"}, id="100,000 doubled steps"
    ),
]


@pytest.fixture
def flow(flows):
    """The folder of a sound flow, to be made hostile."""
    return flows / "visit"


def refusal(flow, parser):
    """What the real command writes when it refuses a flow, within the limits; to stderr go the events that were counted and nothing else."""
    command = [sys.executable, "-c", RUNNER, parser, "check", str(flow), "--format", "plain"]
    environ = {**os.environ, "CG_LANG": "en", "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    run = subprocess.run(command, env=environ, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 1, run.stderr[-500:]
    assert int(run.stderr) <= MOST_EVENTS
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", run.stdout) is None
    assert max(map(len, run.stdout.splitlines())) < 400
    assert len(run.stdout.splitlines()) <= MOST_LINES
    return run.stdout


def kinds(told):
    return set(re.findall(r":\d+ ([a-z0-9-]+): ", told))


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_hostile_text_is_refused(flow, text, expected, parser):
    (flow / "door.yaml").write_text(text, encoding="utf-8")

    told = refusal(flow, parser)

    assert expected <= kinds(told)
    assert "Traceback" not in told


@pytest.mark.parametrize("parser", PARSERS)
def test_a_tag_runs_no_code(flow, tmp_path, parser):
    text = f"steps: !!python/object/apply:os.system ['touch {tmp_path}/run']\n"
    (flow / "door.yaml").write_text(text, encoding="utf-8")

    refusal(flow, parser)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["flows"]


def test_a_path_in_parts_leads_nowhere(flow, tmp_path):
    (tmp_path / "x.yaml").write_text(f"steps: {{leaked: {DIARY!r}}}\n", encoding="utf-8")
    main = flow / "flow.yaml"
    main.write_text(main.read_text(encoding="utf-8").replace("[danger, door]", "[danger, door, ../../x]"), "utf-8")

    told = refusal(flow, "c-parser")

    assert told.splitlines()[:-1] == ["visit/flow.yaml:2 unknown-name: No part is called '../../x'."]


def test_a_file_that_is_a_link_is_not_followed(flow, tmp_path):
    (tmp_path / "secret").write_text(f"steps: {DIARY}\n", encoding="utf-8")
    (flow / "door.yaml").unlink()
    (flow / "door.yaml").symlink_to(tmp_path / "secret")

    told = refusal(flow, "c-parser")

    assert kinds(told) == {"file-is-link"}
    assert told.startswith("visit/door.yaml:1 file-is-link: This is a link")
    assert DIARY not in told


def test_a_folder_of_laws_that_is_a_link_is_not_followed(flow, tmp_path):
    laws = flow.parent / "laws"
    laws.rename(tmp_path / "elsewhere")
    laws.symlink_to(tmp_path / "elsewhere")

    told = refusal(flow, "c-parser")

    assert told.startswith("laws/order.yaml:1 file-is-link: This is a link")


@pytest.mark.parametrize("name", ["flow.yaml", "door.yaml"])
def test_a_link_to_itself_is_refused(flow, name):
    (flow / name).unlink()
    (flow / name).symlink_to(flow / name)

    assert kinds(refusal(flow, "c-parser")) == {"file-is-link"}


def test_a_pipe_is_not_waited_for(flow):
    (flow / "door.yaml").unlink()
    os.mkfifo(flow / "door.yaml")

    assert kinds(refusal(flow, "c-parser")) == {"file-unreadable"}


def test_the_name_of_a_file_cannot_write_on_the_screen(flow):
    (flow / "\x1b[2J\u202edoor.yaml").write_text("steps: {}\n\tx\n", encoding="utf-8")

    assert kinds(refusal(flow, "c-parser")) == {"yaml-broken", "yaml-tab"}
