"""Find the kinds of problems where they are declared."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import collector_guard
from collector_guard.files.errors import Kind

# Loading these begins something: the program, or the building of a wheel.
NOT_LOADED = ("collector_guard.__main__", "collector_guard.library.build_hook")


def declared_kinds() -> dict[str, Kind]:
    """Find every kind that a module of the package declares, by name."""
    return {str(kind): kind for kind in _declared()}


def _declared() -> Iterator[Kind]:
    for module in walk_packages(collector_guard.__path__, "collector_guard."):
        if module.name not in NOT_LOADED:
            yield from (value for value in vars(import_module(module.name)).values() if isinstance(value, Kind))
