"""The decision tree that follows from the conditions of a flow: who reads what, in the order of asking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from collector_guard.flow.model import Fact, Finding, Flow, Outcome, Promise, Question, Step
from collector_guard.flow.when import Aged, Condition, Is, Within
from collector_guard.review.proof.answer_classes import tests_in

Test = Is | Within | Aged
KINDS = ("questions", "facts", "findings", "steps", "outcomes", "promises")


@dataclass(frozen=True)
class Edge:
    """That `reader`, one of `kind`, reads the question or fact `name`, by these lines of its conditions."""

    name: str
    kind: str
    reader: str
    tests: tuple[Test, ...]


@dataclass(frozen=True)
class Graph:
    """A flow with its edges, in the order of the flow; there are as many as there are conditions, never as paths."""

    flow: Flow
    edges: tuple[Edge, ...]

    def readers(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """What reads a question or fact itself, not through facts: ids by kind, without the kinds that do not."""
        found = {kind: tuple(e.reader for e in self.edges if (e.name, e.kind) == (name, kind)) for kind in KINDS}
        return {kind: readers for kind, readers in found.items() if readers}

    def reads(self, kind: str, reader: str) -> tuple[str, ...]:
        """The questions and facts that one entry reads."""
        return tuple(edge.name for edge in self.edges if (edge.kind, edge.reader) == (kind, reader))

    def deadlines(self, question_id: str) -> tuple[str, ...]:
        """The steps whose deadline is counted from the answer to a question."""
        return tuple(step.id for step in self.flow.steps if step.due and step.due.after == question_id)

    def unread(self, kind: str) -> tuple[str, ...]:
        """The entries of a kind that read nothing, because they always hold."""
        reading = {edge.reader for edge in self.edges if edge.kind == kind}
        return tuple(one.id for one in entries(self.flow)[kind] if one.id not in reading)


def graph_of(flow: Flow) -> Graph:
    """The edges of a flow."""
    return Graph(flow, tuple(_edges(flow)))


def entries(flow: Flow) -> Mapping[str, tuple[Question | Fact | Finding | Step | Outcome | Promise, ...]]:
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
    for kind, those in entries(flow).items():
        for one in those:
            whens = (row.when for row in one.rows) if isinstance(one, Fact) else (one.when,)
            for name, tests in _by_name(whens).items():
                yield Edge(name, kind, one.id, tests)


def _by_name(whens: Iterable[Condition]) -> dict[str, tuple[Test, ...]]:
    """The lines of conditions by the name they read, each once."""
    lines: dict[str, dict[Test, None]] = {}
    for test in (test for when in whens for test in tests_in(when)):
        lines.setdefault(test.name, {})[test] = None
    return {name: tuple(tests) for name, tests in lines.items()}
