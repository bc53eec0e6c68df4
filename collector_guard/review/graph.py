"""The decision tree that follows from the conditions of a flow: who reads what, in the order of asking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from collector_guard.files.errors import StatedError, Typed
from collector_guard.files.tree import Written
from collector_guard.flow.conditions import tests_in
from collector_guard.flow.model import Fact, Finding, Flow, Outcome, Promise, Question, Step
from collector_guard.flow.when import Condition, Test

Entry = Question | Fact | Finding | Step | Outcome | Promise
Kind = Literal["questions", "facts", "findings", "steps", "outcomes", "promises"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Edge:
    """That `reader`, one of `kind`, reads the question or fact `name`, by these lines of its conditions."""

    name: str
    kind: Kind
    reader: str
    tests: tuple[Test, ...]


@dataclass(frozen=True)
class Graph:
    """A flow with its edges, in the order of the flow; there are as many as there are conditions, never as paths.

    With a `part`, what is drawn is of that part alone, with whatever elsewhere it reads or is read by.
    """

    flow: Flow
    edges: tuple[Edge, ...]
    part: str = ""

    def drawn(self, kind: Kind) -> tuple[tuple[int, Entry], ...]:
        """The entries of a kind that are drawn, each with its number in the flow."""
        numbered = enumerate(entries(self.flow)[kind], 1)
        return tuple((number, one) for number, one in numbered if self.part in ("", part_of(one.id)))

    @property
    def drawn_edges(self) -> tuple[Edge, ...]:
        """The edges with at least one end that is drawn."""
        ids = {(kind, one.id) for kind in KINDS for _, one in self.drawn(kind)}
        known = {name for kind, name in ids if kind in ("questions", "facts")}
        return tuple(edge for edge in self.edges if edge.name in known or (edge.kind, edge.reader) in ids)

    def readers(self, name: str) -> Mapping[Kind, tuple[str, ...]]:
        """What reads a question or fact itself, not through facts: ids by kind, without the kinds that do not."""
        found = {kind: tuple(e.reader for e in self.edges if (e.name, e.kind) == (name, kind)) for kind in KINDS}
        return {kind: readers for kind, readers in found.items() if readers}

    def deadlines(self, question_id: str) -> tuple[str, ...]:
        """The steps whose deadline is counted from the answer to a question."""
        return tuple(step.id for step in self.flow.steps if step.due and step.due.after == question_id)

    def unread(self, kind: Kind) -> tuple[str, ...]:
        """The entries of a kind that read nothing, because they always hold."""
        reading = {edge.reader for edge in self.edges if edge.kind == kind}
        return tuple(one.id for _, one in self.drawn(kind) if one.id not in reading)


def graph_of(flow: Flow, part: str = "") -> Graph:
    """Find the edges of a flow, to be drawn whole or one part of it; StatedError where it has no such part."""
    parts = dict.fromkeys(part_of(one.id) for those in entries(flow).values() for one in those)
    if part and part not in parts:
        raise StatedError("unknown-part", name=Typed(part), known=tuple(parts))
    return Graph(flow=flow, edges=tuple(_edges(flow)), part=part)


def part_of(name: str) -> str:
    """Name the part in whose file an entry stands."""
    return name.file.rpartition("/")[2].removesuffix(".yaml") if isinstance(name, Written) else ""


def entries(flow: Flow) -> Mapping[Kind, tuple[Entry, ...]]:
    """Everything of a flow that has conditions, by kind."""
    return {
        "questions": flow.questions,
        "facts": flow.facts,
        "findings": flow.findings,
        "steps": flow.steps,
        "outcomes": flow.outcomes,
        "promises": flow.promises,
    }


def _edges(flow: Flow) -> Iterator[Edge]:
    for kind, of_kind in entries(flow).items():
        for entry in of_kind:
            whens = (row.when for row in entry.rows) if isinstance(entry, Fact) else (entry.when,)
            for name, tests in _by_name(whens).items():
                yield Edge(name=name, kind=kind, reader=entry.id, tests=tests)


def _by_name(whens: Iterable[Condition]) -> dict[str, tuple[Test, ...]]:
    """The lines of conditions by the name they read, each once."""
    lines: dict[str, dict[Test, None]] = {}
    for test in (test for when in whens for test in tests_in(when)):
        lines.setdefault(test.name, {})[test] = None
    return {name: tuple(tests) for name, tests in lines.items()}
