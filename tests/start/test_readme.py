"""README.md shows what the program shows, and names what is there."""

import re
import shlex
import shutil
from itertools import chain

import pytest
from folders import ROOT
from journeys import journeys
from kept import is_as_kept
from picture import picture
from problem_kinds import declared_kinds

from collector_guard.commands import plain_line
from collector_guard.files.document import tree_of
from collector_guard.flow.plan import plan_of
from collector_guard.flow.walk import replay
from collector_guard.library.load import folder, load_flow, read_flow
from collector_guard.render.plan.pages import now_page
from collector_guard.review.proof.prover import Prover
from collector_guard.wording.sentences import LANGUAGES

README = (ROOT / "README.md").read_text(encoding="utf-8")
ABOUT_FLOWS = (ROOT / "flows" / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", ABOUT_FLOWS, re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_of_the_first_page_is_as_kept(language, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    flow = load_flow("doorstep", language, folder())
    journey = journeys()["two-people-in-suits"]
    plan = plan_of(flow, replay(flow, journey.answers, on=journey.on))

    lines = tuple(chain.from_iterable(now_page(plan, 44)))

    assert is_as_kept(f"first-page-{language}.svg", picture(lines, 44, "cg triage"))


def test_readme_is_short():
    assert len(README.splitlines()) <= 150


def test_what_readme_links_to_is_there():
    linked = re.findall(r"\]\(([^)#]+)\)", README)

    assert linked != []
    assert [name for name in linked if not (ROOT / name).exists()] == []


def test_every_command_in_readme_is_one_that_cg_understands():
    lines = re.findall(
        r"^(?:~/\.collector-guard/bin/)?cg .*$",
        "\n".join(re.findall(r"```\w*[^\n]*\n(.*?)```", README, re.DOTALL)),
        re.MULTILINE,
    )

    assert len(lines) >= 10
    for line in lines:
        words = shlex.split(line, comments=True)[1:]
        assert plain_line.read(words) or "-" in words, line


def test_every_kind_of_problem_has_an_example_for_authors():
    _, _, tables = ABOUT_FLOWS.partition("Kinds of problems")
    first_cells = re.findall(r"^\| (`.*?) \|", tables, re.MULTILINE)

    told = [kind for cell in first_cells for kind in re.findall(r"`([a-z-]+)`", cell)]

    assert sorted(told) == sorted({kind.removesuffix("-near") for kind in declared_kinds()})


def test_the_number_of_situations_is_told_as_large_as_it_is():
    told = [re.findall(r"10\^(\d+)", text) for text in (README, ABOUT_FLOWS)]

    exponents = {int(exponent) for found in told for exponent in found}
    assert [len(found) for found in told] == [2, 2]
    assert len(exponents) == 1
    assert 10 ** min(exponents) < Prover(load_flow("doorstep", "zh", folder())).count() < 10 ** (min(exponents) + 5)


def test_the_examples_for_authors_can_be_added_to_the_shipped_flow(tmp_path):
    flows = tmp_path / "flows"
    shutil.copytree(ROOT / "flows", flows)
    questions, facts, steps, *_ = EXAMPLES
    (flows / "doorstep" / "camera.yaml").write_text(f"{questions}\n{facts}\n{steps}", encoding="utf-8")
    main = flows / "doorstep" / "flow.yaml"
    main.write_text(re.sub(r"^(parts: \[.*)\]$", r"\1, camera]", main.read_text("utf-8"), flags=re.MULTILINE), "utf-8")

    written = read_flow("doorstep", "zh", flows)

    assert written.problems == ()
    assert "save-the-footage" in [step.id for step in written.flow.steps]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_for_authors_is_written_as_it_must_be(example):
    _, problems = tree_of(example, "example.yaml")

    assert problems == ()


def test_every_command_for_authors_is_one_that_cg_understands():
    lines = re.findall(r"`cg ([^`]+)`", ABOUT_FLOWS)

    assert len(lines) >= 7
    assert [line for line in lines if plain_line.read(line.split()) is None] == []


@pytest.mark.parametrize("path", ["tests/README.md", "flows/README.md"])
def test_the_places_that_are_named_are_there(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    folders = (ROOT, ROOT / "tests", ROOT / "collector_guard", ROOT / "flows")

    named = [name for name in re.findall(r"`([a-z][\w./-]*/[\w.-]*\w)`", text) if "*" not in name]

    assert named != []
    assert [name for name in named if not any((folder / name).exists() for folder in folders)] == []
