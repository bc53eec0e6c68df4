"""The architecture: imports point down, and heavy libraries have one home each."""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

NAME = "collector_guard"
PACKAGE = Path(__file__).parent.parent / NAME

# What stands higher may import what stands lower; what stands on one line does not import each other.
ORDER = (
    ("__main__", "compiling"),
    ("start",),
    ("cli",),
    ("reviewing", "running"),
    ("walking", "help_screen"),
    ("options", "asking", "keeping", "help_text"),
    ("showing",),
    ("world",),
    ("prompts", "render"),
    ("wording", "explanations"),
    ("answering",),
    ("pasted",),
    ("saving", "checks", "comparing", "covering", "fulltext"),
    ("pacing",),
    ("sense", "shape", "ageing", "journeys", "counting"),
    ("walks", "promises"),
    ("proof", "triage", "search"),
    ("library", "looking_up", "ranking", "graphing", "booking"),
    ("flow_builder", "law_builder", "rows", "flow_rows"),
    ("pace_builder",),
    ("conditions", "citation", "answer_classes", "diagrams"),
    ("entries", "article_number"),
    ("document", "flow", "whole_file", "wrapping"),
    ("card", "danger", "when", "plain_line", "declared"),
    ("law", "syntax"),
    ("errors",),
    ("__init__",),
)
LEVELS = {part: level for level, parts in enumerate(ORDER) for part in parts}

HOMES = {
    "hatchling": {"compiling"},
    "prompt_toolkit": {"prompts.menu"},
    "questionary": {"prompts.menu"},
    "rich": {"render.terminal"},
    "typer": {"cli", "declared", "help_screen", "reviewing"},
    "yaml": {"document"},
}
# Starting must not wait for these.
HEAVY = {"yaml", f"{NAME}.prompts.menu", f"{NAME}.render.terminal"}


def module_name(path: Path) -> str:
    """The name below the package: `prompts.menu`; a package stands for its __init__."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


SOURCES = {module_name(path): ast.parse(path.read_bytes()) for path in sorted(PACKAGE.rglob("*.py"))}


def imported(tree: ast.AST) -> Iterator[str]:
    """The full names of the modules that a tree imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                below = f"{node.module}.{alias.name}".removeprefix(f"{NAME}.")
                yield f"{NAME}.{below}" if below in SOURCES else node.module


def own(module: str) -> set[str]:
    """The modules of the package that a module imports."""
    found = {name for name in imported(SOURCES[module]) if name.partition(".")[0] == NAME}
    return {name.removeprefix(NAME).removeprefix(".") or "__init__" for name in found}


def at_start(tree: ast.Module) -> Iterator[str]:
    """What is imported as soon as the module is: not in functions, and not for the sake of types."""
    for statement in tree.body:
        if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
            continue
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
            yield from imported(statement)


def part(module: str) -> str:
    return module.partition(".")[0]


def test_every_module_has_a_place_in_the_order():
    assert {part(module) for module in SOURCES} - LEVELS.keys() == set()


@pytest.mark.parametrize("module", SOURCES)
def test_imports_point_down(module):
    elsewhere = {target for target in own(module) if part(target) != part(module)}

    assert {target for target in elsewhere if LEVELS[part(target)] <= LEVELS[part(module)]} == set()


def test_no_modules_import_each_other_in_a_circle():
    graph = {module: own(module) - {module} for module in SOURCES}

    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("module", SOURCES)
def test_only_its_home_imports_a_library(module):
    libraries = {part(name) for name in imported(SOURCES[module])} - set(sys.stdlib_module_names) - {NAME}

    assert {library for library in libraries if module not in HOMES.get(library, ())} == set()


@pytest.mark.parametrize("module", SOURCES)
def test_what_costs_much_is_imported_by_functions_only(module):
    assert {name for name in at_start(SOURCES[module]) if name in HEAVY or part(name) in HEAVY} == set()


def test_the_build_hook_is_imported_by_no_module():
    assert [module for module in SOURCES if "compiling" in own(module)] == []


def test_importing_the_package_costs_nothing():
    assert list(imported(SOURCES["__init__"])) == []
