"""The decision tree of a flow as a Mermaid flowchart."""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from collector_guard.flow.model import Fact, Outcome, Question
from collector_guard.render.formats import Document
from collector_guard.render.review.condition_words import tests_words
from collector_guard.review.graph import Entry, Graph, Kind
from collector_guard.wording.sentences import readable

# Beyond these Mermaid refuses a chart. Steps and findings are left out of all.
MOST_EDGES, LONGEST_CHART = 500, 50_000
SHAPES: dict[Kind, tuple[str, str]] = {"questions": ("[", "]"), "facts": ("{{", "}}"), "outcomes": ("([", "])")}
NO_NAME = re.compile("[^A-Za-z0-9]")
# Whatever Mermaid, HTML or Markdown might take for its own; %%{…}%% is an order even between quotation marks.
MARKUP = re.compile(r"[\"#&<>`*_~\\%{}\[\]|$@!;]")
BREAK = "<br>"


def graph(graph: Graph, _columns: int) -> Document:
    """Draw questions as boxes in the order of asking, facts as hexagons, outcomes as ovals.

    A full line goes to what is asked next; a dotted one to what reads an answer, with the values that it asks for;
    a thick one to an outcome that ends asking at once. A chart too large to be drawn leaves out the lines to the other
    outcomes: a chart of the part that has the outcomes has them.
    """
    whole = _chart(graph, tuple(SHAPES))
    edges = len(graph.drawn("questions")) + sum(edge.kind in SHAPES for edge in graph.drawn_edges)
    return Document(
        _chart(graph, ("questions", "facts")) if edges > MOST_EDGES or len(whole) > LONGEST_CHART else whole
    )


def quoted(*lines: str) -> str:
    """A label of so many lines in which nothing is markup."""
    return f'"{BREAK.join(MARKUP.sub(lambda found: f"#{ord(found[0])};", readable(line)) for line in lines)}"'


def _chart(graph: Graph, readers: Collection[str]) -> str:
    """A chart with the lines to these kinds of readers."""
    return "\n".join(["flowchart TD", *(f"    {line}" for line in _lines(graph, readers))]) + "\n"


def _lines(graph: Graph, readers: Collection[str]) -> Iterator[str]:
    flow = graph.flow
    for kind in SHAPES:
        for _, one in graph.drawn(kind):
            yield _node(kind, one.id, *_label(one))
    for (_, before), (_, after) in pairwise(graph.drawn("questions")):
        yield f"{_name('questions', before.id)} --> {_name('questions', after.id)}"
    facts = {fact.id for fact in flow.facts}
    at_once = {outcome.id for outcome in flow.outcomes if outcome.at_once}
    for edge in graph.drawn_edges:
        ends_asking = edge.kind == "outcomes" and edge.reader in at_once
        if edge.kind not in readers and not ends_asking:
            continue
        start = _name("facts" if edge.name in facts else "questions", edge.name)
        # Which values make which row of a fact is a table, and no label: the text form has it.
        label = "" if edge.kind == "facts" else f"|{quoted(tests_words(edge.tests, flow.language))}|"
        arrow = "==>" if ends_asking else "-.->"
        yield f"{start} {arrow}{label} {_name(edge.kind, edge.reader)}"


def _node(kind: Kind, name: str, *label: str) -> str:
    opening, closing = SHAPES[kind]
    return f"{_name(kind, name)}{opening}{quoted(*label)}{closing}"


def _name(kind: str, name: str) -> str:
    """A name that is no word of Mermaid's; names of a flow have no underscore, so no two become one.

    The first letter of a kind is enough: Mermaid draws no chart of over 50,000 characters.
    """
    return f"{kind[0]}_{NO_NAME.sub('_', name)}"


def _label(entry: Entry) -> Iterator[str]:
    yield entry.id
    if isinstance(entry, Question):
        yield entry.ask
        for choice in entry.choices:
            yield f"{choice.id}: {choice.label}"
    elif isinstance(entry, Fact):
        yield from dict.fromkeys(row.value for row in entry.rows)
    elif isinstance(entry, Outcome):
        yield entry.title
