"""Lay out the decision tree of a flow as lines to read."""

from collections.abc import Iterable
from itertools import chain

from collector_guard.flow.model import Fact, Outcome, Question
from collector_guard.render.lines import Lines, Sheet, sections
from collector_guard.render.review.condition_words import (
    HOW,
    condition_words,
    kind_heading,
    last_condition_words,
    marks_of_outcome,
    marks_of_question,
)
from collector_guard.review.graph import Graph, Kind
from collector_guard.wording.sentences import bracketed, colon, listed, sentence, word

INDENT = "   "
UNREAD: tuple[Kind, ...] = ("findings", "steps", "promises")


def graph_lines(graph: Graph, columns: int) -> Lines:
    """The questions in the order of asking, then facts and outcomes: when, what is on offer, who reads it."""
    flow = graph.flow
    sheet = Sheet.of(columns, flow.language)
    questions, facts, outcomes = (graph.drawn(kind) for kind in ("questions", "facts", "outcomes"))
    return sections(
        sheet.write("headline", sentence("flow-title", flow.language, title=flow.title, name=graph.part or flow.id)),
        _heading("questions", sheet) if questions else (),
        *(_question(number, one, graph, sheet) for number, one in questions if isinstance(one, Question)),
        _heading("facts", sheet) if facts else (),
        *(_fact(one, graph, sheet) for _, one in facts if isinstance(one, Fact)),
        _heading("outcomes", sheet) if outcomes else (),
        *(_outcome(number, one, sheet) for number, one in outcomes if isinstance(one, Outcome)),
        _unread(graph, sheet),
    )


def _heading(kind: str, sheet: Sheet) -> Lines:
    heading = sheet.write("heading", kind_heading(kind, sheet.language))
    return heading + sheet.write("note", sentence(HOW[kind], sheet.language)) if kind in HOW else heading


def _question(number: int, question: Question, graph: Graph, sheet: Sheet) -> Lines:
    language = sheet.language
    lead = f"{number}. {question.id}"
    kind = bracketed(word(question.kind, language), language)
    asked = sheet.write("step", f"{kind} {question.ask}", lead=lead, hang=INDENT)
    when = _below(sentence("asked-when", language), condition_words(question.when, language), sheet)
    offered = (_choice(choice.id, choice.label, sheet) for choice in question.choices)
    marks = marks_of_question(question, graph.flow)
    noted = (sheet.write("note", INDENT + mark, hang=INDENT) for mark in marks)
    return _flat((asked, when, *offered, *noted, *_readers(question.id, graph, sheet)))


def _fact(fact: Fact, graph: Graph, sheet: Sheet) -> Lines:
    rows = (_choice(row.value, last_condition_words(row.when, sheet.language), sheet) for row in fact.rows)
    return _flat((sheet.write("step", "", lead=fact.id), *rows, *_readers(fact.id, graph, sheet)))


def _outcome(number: int, outcome: Outcome, sheet: Sheet) -> Lines:
    language = sheet.language
    lead = f"{number}. {outcome.id}"
    marks = (word(outcome.severity, language), *marks_of_outcome(outcome, language))
    remarks = bracketed(sentence("and-then", language).join(marks), language)
    title = sheet.write("step", f"{remarks} {outcome.title}", lead=lead, hang=INDENT)
    return title + _below(sentence("holds-when", language), last_condition_words(outcome.when, language), sheet)


def _choice(name: str, text: str, sheet: Sheet) -> Lines:
    return sheet.write("choice", text, lead=f"{INDENT}· {name}  ", hang=INDENT * 2)


def _readers(name: str, graph: Graph, sheet: Sheet) -> Iterable[Lines]:
    for kind, readers in graph.readers(name).items():
        lead = sentence("read-by", sheet.language, kind=word(kind, sheet.language))
        yield _below(lead, listed(readers, sheet.language), sheet)
    if steps := graph.deadlines(name):
        yield _below(sentence("read-by-deadlines", sheet.language), listed(steps, sheet.language), sheet)


def _unread(graph: Graph, sheet: Sheet) -> Lines:
    """List what no question decides, so that every id of the flow is on the page."""
    language = sheet.language
    lines = [
        _below(colon(kind_heading(kind, language), language), listed(names, language), sheet)
        for kind in UNREAD
        if (names := graph.unread(kind))
    ]
    return _flat((sheet.write("heading", sentence("graph-always", language)), *lines)) if lines else ()


def _below(lead: str, text: str, sheet: Sheet) -> Lines:
    return sheet.write("text", text, lead=INDENT + lead, hang=INDENT * 2)


def _flat(blocks: Iterable[Lines]) -> Lines:
    return tuple(chain.from_iterable(blocks))
