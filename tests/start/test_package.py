"""The wheel: what is in it, and what keeps it from being built."""

import ast
import importlib.util
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from folders import ROOT
from wheels import build, copy_of_the_checkout

from collector_guard.library.load import load_card, load_danger_words, load_flow, load_laws, with_drafts

TOP_LEVEL = {"collector_guard", "flows", "tests", "pyproject.toml", "README.md"}


def files_below(folder: Path) -> set[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if "__pycache__" not in path.parts}


def metadata(wheel: zipfile.ZipFile, name: str) -> str:
    return next(wheel.read(file).decode() for file in wheel.namelist() if file.endswith(f".dist-info/{name}"))


def test_the_wheel_holds_the_package_the_flows_and_their_compiled_form(wheel, checkout):
    modules = {f"collector_guard/{file}" for file in files_below(checkout / "collector_guard")}
    flows = {f"collector_guard/flows/{file}" for file in files_below(checkout / "flows")}
    compiled = set()
    for language in ("zh", "en"):
        compiled.add(f"collector_guard/flows/laws/laws.{language}.json")
        compiled.add(f"collector_guard/flows/doorstep/card.{language}.json")
        compiled.add(f"collector_guard/flows/doorstep/flow.{language}.json")
        compiled.add(f"collector_guard/flows/doorstep/drafts.{language}.json")
        compiled.add(f"collector_guard/flows/doorstep/danger-words.{language}.json")

    held = {file for file in wheel.namelist() if ".dist-info/" not in file}

    assert held == (modules - {"collector_guard/library/build_hook.py"}) | flows | compiled


def test_building_leaves_nothing_behind_in_the_checkout(wheel, checkout):
    assert wheel.testzip() is None
    assert {path for path in files_below(checkout) if not (ROOT / path).exists()} == set()
    assert not list(checkout.rglob("__pycache__"))


HOOK = ROOT / "collector_guard/library/build_hook.py"


def test_the_build_hook_can_be_read_by_every_python_that_can_build():
    tree = ast.parse(HOOK.read_bytes(), feature_version=(3, 8))

    ours = [node for node in tree.body if isinstance(node, ast.ImportFrom) and "collector_guard" in (node.module or "")]
    assert ours == []


def test_a_python_that_is_too_old_is_told_before_anything_else(monkeypatch, tmp_path):
    said = []

    class App:
        def abort(self, text):
            said.append(text)
            raise SystemExit(1)

    spec = importlib.util.spec_from_file_location("build_hook", HOOK)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    hook = module.CompilingHook(str(tmp_path), {}, None, None, str(tmp_path), "wheel", App())
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))

    with pytest.raises(SystemExit):
        hook.initialize("standard", {})

    assert said == [
        (
            "Collector Guard 需要 Python 3.11 或更新的版本，这里是 3.10.13。"
            " / Collector Guard needs Python 3.11 or later; this is 3.10.13."
        )
    ]


def test_the_licence_comes_along(wheel):
    assert "\nLicense-Expression: MIT\nLicense-File: collector_guard/LICENSE\n" in metadata(wheel, "METADATA")
    assert metadata(wheel, "licenses/collector_guard/LICENSE").startswith("MIT License\n")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_compiled_form_loads_as_the_files_do(installed, language):
    compiled = installed / "collector_guard" / "flows"

    assert load_laws(language, compiled) == load_laws(language, ROOT / "flows")
    flow = load_flow("doorstep", language, ROOT / "flows")
    assert with_drafts(load_flow("doorstep", language, compiled), compiled) == flow._replace(promises=())
    assert load_card("doorstep", language, compiled) == load_card("doorstep", language, ROOT / "flows")
    words = load_danger_words("doorstep", language, compiled)
    assert words == load_danger_words("doorstep", language, ROOT / "flows")


def test_the_program_is_called_cg_and_the_version_stands_in_one_place(wheel, checkout):
    version = re.search(r'__version__ = "(.+)"', (checkout / "collector_guard/__init__.py").read_text(encoding="utf-8"))

    assert version
    assert f"\nVersion: {version[1]}\n" in metadata(wheel, "METADATA")
    assert "cg = collector_guard.start:main" in metadata(wheel, "entry_points.txt")


def test_pydantic_does_not_come_along(wheel):
    wanted = set(
        names(line.partition(": ")[2] for line in metadata(wheel, "METADATA").splitlines() if "Requires-Dist" in line)
    )
    known: set[str] = set()
    while wanted - known:
        name = (wanted - known).pop()
        known.add(name)
        with suppress(PackageNotFoundError):  # it is for other Pythons
            wanted |= set(names(requires(name) or ()))

    assert "typer" in known
    assert "pydantic" not in known


def names(requirements: Iterable[str]) -> list[str]:
    """The names of what is required on this system without any extra."""
    always = (line for line in requirements if not re.search(r";.*\b(extra|sys_platform|platform_system)\b", line))
    return [match[0].lower() for line in always if (match := re.match(r"[\w.-]+", line))]


def test_a_mistake_in_a_law_stops_the_build_and_is_named_with_its_line(tmp_path):
    broken = copy_of_the_checkout(tmp_path / "checkout")
    law = next((broken / "flows" / "laws").glob("*.yaml"))
    lines = law.read_text(encoding="utf-8").splitlines()
    law.write_text("\n".join([*lines, "extra: &x text", "odd:\ttext", ""]), encoding="utf-8")

    run = build(broken, "wheel", tmp_path / "dist")

    assert run.returncode != 0
    said = (run.stdout + run.stderr).splitlines()
    assert f"flows/laws/{law.name}:{len(lines) + 1}: Remove the anchor '&x'. Write out what is meant." in said
    assert f"flows/laws/{law.name}:{len(lines) + 2}: There is a tab. Use spaces." in said
    assert not list((tmp_path / "dist").glob("*.whl"))


def test_the_source_archive_can_build_and_test(checkout, tmp_path):
    run = build(checkout, "sdist", tmp_path)

    assert run.returncode == 0, run.stderr
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert files_below(checkout) <= held


def test_the_top_level_holds_nothing_else():
    assert {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} == TOP_LEVEL
