"""Lay out the decision tree of a flow as lines to read."""

from collections.abc import Iterable
from itertools import chain

from collector_guard.flow.model import Fact, Outcome, Question
from collector_guard.render.lines import Lines, Page, sections
from collector_guard.render.review.condition_words import condition_words, kind_words, last_condition_words
from collector_guard.review.graph import Graph
from collector_guard.wording.sentences import bracketed, listed, sentence, word

INDENT = "   "
READ_BY = {
    "questions": "read-by-questions",
    "facts": "read-by-facts",
    "findings": "read-by-findings",
    "steps": "read-by-steps",
    "outcomes": "read-by-outcomes",
    "promises": "read-by-promises",
}
UNREAD = {"findings": "graph-findings-colon", "steps": "graph-steps-colon", "promises": "graph-promises-colon"}


def graph_lines(graph: Graph, columns: int) -> Lines:
    """The questions in the order of asking, then facts and outcomes: when, what is on offer, who reads it."""
    flow = graph.flow
    page = Page.of(columns, flow.language)
    questions, facts, outcomes = (graph.drawn(kind) for kind in ("questions", "facts", "outcomes"))
    return sections(
        page.write("headline", sentence("flow-title", flow.language, title=flow.title, name=graph.part or flow.id)),
        _heading("graph-questions", page) if questions else (),
        *(_question(number, one, graph, page) for number, one in questions if isinstance(one, Question)),
        _heading("graph-facts", page) + _note("how-facts", page) if facts else (),
        *(_fact(one, graph, page) for _, one in facts if isinstance(one, Fact)),
        _heading("graph-outcomes", page) + _note("how-outcomes", page) if outcomes else (),
        *(_outcome(number, one, page) for number, one in outcomes if isinstance(one, Outcome)),
        _unread(graph, page),
    )


def _heading(kind: str, page: Page) -> Lines:
    return page.write("heading", sentence(kind, page.language))


def _question(number: int, question: Question, graph: Graph, page: Page) -> Lines:
    language = page.language
    lead = f"{number}. {question.id}"
    kind = bracketed(kind_words(question.kind, language), language)
    asked = page.write("step", f"{kind} {question.ask}", lead=lead, hang=INDENT)
    when = _below(sentence("asked-when", language), condition_words(question.when, language), page)
    offered = (_choice(choice.id, choice.label, page) for choice in question.choices)
    notes = ["advice-after"] if question.advise else []
    notes += ["is-visit-day"] if question.id == graph.flow.visit_day else []
    noted = (page.write("note", INDENT + sentence(kind, language), hang=INDENT) for kind in notes)
    return _flat((asked, when, *offered, *noted, *_readers(question.id, graph, page)))


def _fact(fact: Fact, graph: Graph, page: Page) -> Lines:
    rows = (_choice(row.value, last_condition_words(row.when, page.language), page) for row in fact.rows)
    return _flat((page.write("step", "", lead=fact.id), *rows, *_readers(fact.id, graph, page)))


def _outcome(number: int, outcome: Outcome, page: Page) -> Lines:
    language = page.language
    lead = f"{number}. {outcome.id}"
    marks = [word(outcome.severity, language)]
    marks += [sentence("ends-at-once", language)] if outcome.at_once else []
    marks += [sentence("stands-alone", language)] if outcome.alone else []
    remarks = bracketed(sentence("and-then", language).join(marks), language)
    title = page.write("step", f"{remarks} {outcome.title}", lead=lead, hang=INDENT)
    return title + _below(sentence("holds-when", language), last_condition_words(outcome.when, language), page)


def _note(kind: str, page: Page) -> Lines:
    return page.write("note", sentence(kind, page.language))


def _choice(name: str, text: str, page: Page) -> Lines:
    return page.write("choice", text, lead=f"{INDENT}· {name}  ", hang=INDENT * 2)


def _readers(name: str, graph: Graph, page: Page) -> Iterable[Lines]:
    for kind, readers in graph.readers(name).items():
        yield _below(sentence(READ_BY[kind], page.language), listed(readers, page.language), page)
    if steps := graph.deadlines(name):
        yield _below(sentence("read-by-deadlines", page.language), listed(steps, page.language), page)


def _unread(graph: Graph, page: Page) -> Lines:
    """What no question decides, so that every id of the flow is on the page."""
    found = {lead: graph.unread(kind) for kind, lead in UNREAD.items()}
    lines = [
        _below(sentence(lead, page.language), listed(names, page.language), page)
        for lead, names in found.items()
        if names
    ]
    return _flat((_heading("graph-always", page), *lines)) if lines else ()


def _below(lead: str, text: str, page: Page) -> Lines:
    return page.write("text", text, lead=INDENT + lead, hang=INDENT * 2)


def _flat(blocks: Iterable[Lines]) -> Lines:
    return tuple(chain.from_iterable(blocks))
