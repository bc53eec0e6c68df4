"""Write a flow as rows of its fields, and read it back.

A noun is an object of one key: its name, with its fields in their order; what stands in several places is written once.
Reading checks and translates nothing, and does without everything that builds a flow from files.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from collector_guard.flow import card, draft, when
from collector_guard.flow import model as flow
from collector_guard.law import model as law

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from collector_guard.flow.model import Flow
    from collector_guard.law.model import Laws

# Where the nouns of a flow are.
NOUNS = (law, card, draft, when, flow)
# What is no noun of a flow: a day, a mapping, a row in a row, the laws, which have rows of their own, and what was
# written before.
DAY, MAPPING, ROW, LAWS, AGAIN = "date", "mapping", "tuple", "Laws", ""
# The nouns that stand in several places.
SHARED = ("Card", "Contact")


def flow_to_json(whole: Flow) -> str:
    """A flow without its laws."""
    return json.dumps(_packed(whole, {}), ensure_ascii=False, separators=(",", ":"))


def flow_from_json(text: bytes, laws: Laws) -> Flow:
    """The flow that `flow_to_json` wrote, with its laws."""
    shared: list[object] = []
    makers: dict[str, Callable[..., object]] = {
        **{name: _maker(noun) for module in NOUNS for name, noun in vars(module).items() if isinstance(noun, type)},
        DAY: date.fromisoformat,
        MAPPING: lambda *pairs: dict(pairs),
        ROW: lambda *row: row,
        LAWS: lambda: laws,
        AGAIN: shared.__getitem__,
    }

    def made(packed: dict[str, list[object]]) -> object:
        ((name, row),) = packed.items()
        noun = makers[name](*[tuple(one) if type(one) is list else one for one in row])
        if name in SHARED:
            shared.append(noun)
        return noun

    return cast("Flow", json.loads(text, object_hook=made))


def _maker(noun: type) -> Callable[..., object]:
    """What makes a noun of its fields in their order."""
    if not is_dataclass(noun) or not any(field.kw_only for field in fields(noun)):
        return noun
    names = [field.name for field in fields(noun)]
    return lambda *row: noun(**dict(zip(names, row, strict=True)))


def _packed(value: object, shared: dict[Hashable, int]) -> object:
    if type(value) is tuple:
        below = [_packed(one, shared) for one in value]
        return [{ROW: one} if isinstance(one, list) else one for one in below]
    name, row = _row(value)
    if not name:
        return value
    if name in SHARED and value in shared:
        return {AGAIN: [shared[value]]}
    packed = {name: [_packed(one, shared) for one in row]}
    if name in SHARED:
        shared[value] = len(shared)
    return packed


def _row(value: object) -> tuple[str, Iterable[object]]:
    """What a value is called, and its fields; without a name where it is text, a number or nothing."""
    name = type(value).__name__
    if isinstance(value, date):
        return DAY, (value.isoformat(),)
    if isinstance(value, Mapping):
        return MAPPING, value.items()
    if is_dataclass(value):
        return name, () if name == LAWS else (getattr(value, one.name) for one in fields(value))
    return (name, value) if isinstance(value, tuple) else ("", ())
