"""Write flows, laws and cards as rows of their fields for the wheel, and read them back.

A noun is an object of one key: its name, with its fields in their order; what stands in several places is written once.
Rows hold what was built from sound files, in one language: reading them checks and translates nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time
from importlib import import_module
from typing import TYPE_CHECKING, cast

from collector_guard.law import lay_words, model

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from collector_guard.flow.model import Flow
    from collector_guard.law.model import Law, Laws, Provision

# Tags for values that are not nouns: mappings, nested tuples, the laws of a flow (in a file of their own), and
# what was written before.
MAPPING, ROW, LAWS, AGAIN = "mapping", "tuple", "Laws", ""
# Where the nouns are, what every reader wants first: to show a card no flow is loaded.
MODULES = ("law.model", "flow.card", "flow.when", "flow.draft", "flow.model")
# The nouns that stand in several places.
SHARED = frozenset({"Card", "Checked", "Contact", "Law", "Version"})

Row = tuple[str, ...]
Rows = tuple[Row, ...]


class UnreadLaws(model.Laws):
    """Laws that are read when they are first wanted: until the first advice nobody wants them (9 of 100 ms)."""

    def __init__(self, read: Callable[[], Laws]) -> None:
        self._read = read

    def __getattr__(self, name: str) -> object:
        """Read them all at the first look at what they hold."""
        if name.startswith("_") or "laws" in vars(self):
            raise AttributeError(name)
        vars(self).update(vars(self._read()))
        return cast("object", getattr(self, name))


def to_json(value: object) -> str:
    """Write a flow without its laws, a card, danger words, or what else is made of nouns and tuples."""
    return json.dumps(_packed(value, {}), ensure_ascii=False, separators=(",", ":"))


def flow_to_json(flow: Flow) -> str:
    """Write what a walk and its plans read of a flow: of drafts the outline, and of promises nothing."""
    return to_json(flow._replace(drafts=flow.drafts.outline(), promises=()))


def laws_to_json(laws: Laws) -> str:
    """Write the laws, their provisions, the topics, the lay words and the names."""
    names: dict[str, list[str]] = {}
    for name, law_id in laws.names.items():
        names.setdefault(law_id, []).append(name)
    named = tuple((law_id, *of_law) for law_id, of_law in names.items())
    lay = laws.lay_words
    words, elsewhere = (_text((" ".join(parts), meant) for parts, meant in some) for some in (lay.words, lay.elsewhere))
    said = lay.nothing, words, elsewhere, lay.everyday, _text(lay.short_names)
    return to_json((tuple(laws.laws.values()), tuple(laws), laws.topics, said, named))


def from_json(text: bytes, laws: Laws | None = None) -> object:
    """Read what `to_json` wrote; the `laws` are those of a flow."""
    shared: list[object] = []
    makers = _Makers(
        {
            "date": date.fromisoformat,
            "time": time.fromisoformat,
            MAPPING: lambda *pairs: dict(pairs),
            ROW: lambda *row: row,
            LAWS: lambda: laws,
            AGAIN: shared.__getitem__,
        }
    )

    def made(packed: dict[str, list[object]]) -> object:
        ((name, row),) = packed.items()
        noun = makers[name](*[tuple(value) if type(value) is list else value for value in row])
        if name in SHARED:
            shared.append(noun)
        return noun

    return cast("object", json.loads(text, object_hook=made))


def laws_from_json(text: bytes) -> Laws:
    """Read the laws that `laws_to_json` wrote."""
    laws, read, topics, (nothing, words, elsewhere, everyday, short), named = cast(
        "tuple[list[Law], list[Provision], list[model.Topic], tuple[Row, str, str, Row, str], Rows]",
        from_json(text),
    )
    provisions: dict[str, dict[tuple[str, str], Provision]] = {law.id: {} for law in laws}
    for provision in read:
        provisions[provision.law.id][provision.version.id, provision.number] = provision
    names = {name: law_id for law_id, *of_law in named for name in of_law}
    lay = lay_words.LayWords(tuple(nothing), _meanings(words), _meanings(elsewhere), tuple(everyday), _rows(short))
    return model.Laws({law.id: law for law in laws}, provisions, tuple(topics), lay, names)


def _text(rows: Iterable[tuple[str, Row]]) -> str:
    """A line for each: there are many, and a row of its own takes ten times as long to read."""
    return "\n".join("\t".join((name, *others)) for name, others in rows)


def _rows(text: str) -> tuple[tuple[str, Row], ...]:
    lines = (line.split("\t") for line in text.split("\n") if line)
    return tuple((name, tuple(others)) for name, *others in lines)


def _meanings(text: str) -> lay_words.Meanings:
    return tuple((tuple(parts.split()), meant) for parts, meant in _rows(text))


class _Makers(dict[str, "Callable[..., object]"]):
    """What makes a value of its row, by name; a noun is looked for when it is first wanted."""

    def __missing__(self, name: str) -> Callable[..., object]:
        modules = (import_module(f"collector_guard.{module}") for module in MODULES)
        self[name] = next(vars(module)[name] for module in modules if name in vars(module))
        return self[name]


def _packed(value: object, shared: dict[Hashable, int]) -> object:
    if type(value) is tuple:
        below = [_packed(one, shared) for one in value]
        return [{ROW: one} if isinstance(one, list) else one for one in below]
    name, row = _row(value)
    if not name:
        return value
    if name in SHARED and (name, value) in shared:
        return {AGAIN: [shared[name, value]]}
    packed = {name: [_packed(one, shared) for one in row]}
    if name in SHARED:
        shared[name, value] = len(shared)
    return packed


def _row(value: object) -> tuple[str, Iterable[object]]:
    """What a value is called, and its fields; without a name where it is text, a number or nothing."""
    name = type(value).__name__
    if isinstance(value, date | time):
        return name, (value.isoformat(),)
    if isinstance(value, Mapping):
        return MAPPING, value.items()
    if isinstance(value, model.Laws):
        return LAWS, ()
    return (name, value) if isinstance(value, tuple) else ("", ())
