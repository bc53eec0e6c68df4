"""The architecture: rooms import downwards, and heavy libraries have one home each."""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from folders import ROOT

NAME = "collector_guard"
PACKAGE = ROOT / NAME

# A room may import the rooms below it. What stands on one line does not import each other.
ROOMS = (
    ("__main__",),
    ("start",),
    ("commands",),
    ("desk",),
    ("render",),
    ("review", "drafts"),
    ("library",),
    ("flow",),
    ("law",),
    ("wording",),
    ("files",),
    ("__init__",),
)
LEVELS = {room: level for level, rooms in enumerate(ROOMS) for room in rooms}

HOMES = {
    "hatchling": {"library.build_hook"},
    "prompt_toolkit": {"desk.prompts.menu"},
    "questionary": {"desk.prompts.menu"},
    "rich": {"render.formats.terminal"},
    "typer": {"commands.application", "commands.completion", "commands.shell"},
    "yaml": {"files.document"},
}
# Starting must not wait for these.
HEAVY = {"yaml", "rich", f"{NAME}.desk.prompts.menu"}


def module_name(path: Path) -> str:
    """The name below the package: `desk.prompts.menu`; a package stands for its __init__."""
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


def room(module: str) -> str:
    return module.partition(".")[0]


def test_every_module_has_a_room():
    assert {room(module) for module in SOURCES} - LEVELS.keys() == set()


def test_imports_point_down():
    elsewhere = [(one, target) for one in SOURCES for target in own(one) if room(target) != room(one)]

    assert [(one, target) for one, target in elsewhere if LEVELS[room(target)] <= LEVELS[room(one)]] == []


def test_no_modules_import_each_other_in_a_circle():
    graph = {module: own(module) - {module} for module in SOURCES}

    TopologicalSorter(graph).prepare()


def test_only_its_home_imports_a_library():
    ours = {*sys.stdlib_module_names, NAME}
    libraries = {(module, room(name)) for module, tree in SOURCES.items() for name in imported(tree)}

    assert [one for one in libraries if one[1] not in ours and one[0] not in HOMES.get(one[1], ())] == []


def test_what_costs_much_is_imported_by_functions_only():
    early = [(module, name) for module, tree in SOURCES.items() for name in at_start(tree)]

    assert [one for one in early if one[1] in HEAVY or room(one[1]) in HEAVY] == []


def test_the_build_hook_is_imported_by_no_module():
    assert [module for module in SOURCES if "library.build_hook" in own(module)] == []


def test_importing_the_package_costs_nothing():
    assert list(imported(SOURCES["__init__"])) == []
