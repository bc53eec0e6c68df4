"""The forms of output: each module here is one by its name, and is found by being here.

What a form can write it defines as a function for each noun: a `plan`, a `card`, the `law`, a `draft` and the list of
`drafts`; for reviewers a `report`, its `ageing` and `coverage`, a `graph`, and the `differences` of two flows. What it
does not define it does not offer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.abc import InspectLoader

    from collector_guard.render.lines import Lines

# Lines are painted on a terminal and printed anywhere else; a text is written as it is.
Shown: TypeAlias = "Lines | str"


# The form whose lines another one paints.
LINES_OF = {"terminal": "plain"}


class Document(str):
    """A text that is UTF-8 wherever it goes but to a terminal, and the same on every machine."""

    __slots__ = ()


def forms_of(noun: str) -> tuple[str, ...]:
    """List the forms in which something can be written."""
    from pkgutil import iter_modules

    return tuple(sorted(module.name for module in iter_modules(__path__) if _defines(module.name, noun)))


def offers(form: str, noun: str) -> bool:
    """Whether there is a form of this name, in which something can be written."""
    return form in forms_of(noun)


def writer(noun: str, form: str) -> Callable[..., Shown]:
    """Find what writes something in a form that offers it."""
    from importlib import import_module

    found: Callable[..., Shown] = getattr(import_module(_home(form)), noun)
    return found


def _defines(form: str, noun: str) -> bool:
    """Whether a module defines a name: read from its code, which is not run (60 of 100 ms of a help)."""
    from importlib.util import find_spec

    spec = find_spec(_home(form))
    code = cast("InspectLoader", spec.loader).get_code(_home(form)) if spec else None
    return code is not None and noun in code.co_names


def _home(form: str) -> str:
    """The module that defines what a form can write."""
    return f"{__name__}.{LINES_OF.get(form, form)}"
