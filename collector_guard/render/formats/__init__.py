"""The forms of output: each module here is one by its name, and is found by being here.

What a form can write it defines as a function for each noun: a `plan`, a `card`, the `law`, a `draft` and the list of
`drafts`; for reviewers a `report`, its `ageing` and `coverage`, a `graph`, and the `differences` of two flows. What it
does not define it does not offer. The forms of lines only show what is laid out once for both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.abc import InspectLoader

    from collector_guard.render.lines import Lines

# Lines are painted on a terminal and printed anywhere else; a text is written as it is.
Shown: TypeAlias = "Lines | str"

# The terminals that show escape sequences as they are.
DUMB = ("dumb", "unknown")
LINE_FORMS = ("plain", "terminal")
# Where each noun is laid out in lines.
LAYOUTS = {
    "plan": ("plan.pages", "plan_lines"),
    "card": ("card", "card_lines"),
    "law": ("law.answer", "law_lines"),
    "draft": ("draft.lines", "draft_lines"),
    "drafts": ("draft.lines", "drafts_lines"),
    "report": ("review.check_layout", "report_lines"),
    "ageing": ("review.check_layout", "ageing_lines"),
    "coverage": ("review.coverage_layout", "coverage_lines"),
    "graph": ("review.graph_layout", "graph_lines"),
    "differences": ("review.diff_layout", "diff_lines"),
}


class Document(str):
    """A text that is UTF-8 wherever it goes but to a terminal, and the same on every machine."""

    __slots__ = ()


def forms_of(noun: str) -> tuple[str, ...]:
    """List the forms in which something can be written."""
    from pkgutil import iter_modules

    return tuple(sorted(module.name for module in iter_modules(__path__) if _defines(module.name, noun)))


def offers(form: str, noun: str) -> bool:
    """Tell whether there is a form of this name, in which something can be written."""
    return form in forms_of(noun)


def writer(noun: str, form: str) -> Callable[..., Shown]:
    """Find what writes something in a form that offers it."""
    from importlib import import_module

    module, name = (f"formats.{form}", noun)
    if form in LINE_FORMS:
        module, name = LAYOUTS[noun]
    found: Callable[..., Shown] = getattr(import_module(f"collector_guard.render.{module}"), name)
    return found


def _defines(form: str, noun: str) -> bool:
    """Tell whether a module defines a name: read from its code, which is not run (60 of 100 ms of a help)."""
    from importlib.util import find_spec

    if form in LINE_FORMS:
        return noun in LAYOUTS
    spec = find_spec(f"{__name__}.{form}")
    code = cast("InspectLoader", spec.loader).get_code(f"{__name__}.{form}") if spec else None
    return code is not None and noun in code.co_names
