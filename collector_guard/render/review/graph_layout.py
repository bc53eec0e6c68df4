"""Lay out the decision tree of a flow as lines to read, and as a tree for JSON."""

from collections.abc import Iterable, Mapping
from itertools import chain

from collector_guard.flow.model import Fact, Outcome, Question
from collector_guard.flow.when import Aged, AllOf, AnyOf, Condition, Is, Span, Within
from collector_guard.render.as_json import FORMAT, Tree
from collector_guard.render.lines import Lines, Page, sections
from collector_guard.render.naming import said
from collector_guard.render.review.condition_words import condition_words, last_condition_words
from collector_guard.review.graph import KINDS, Graph
from collector_guard.wording.sentences import readable, word

INDENT = "   "


def graph_lines(graph: Graph, columns: int) -> Lines:
    """The questions in the order of asking, then facts and outcomes: when, what is on offer, who reads it."""
    flow = graph.flow
    page = Page.of(columns, flow.language)
    return sections(
        page.write("headline", said("flow-title", flow.language, title=flow.title, name=flow.id)),
        _heading("questions", page),
        *(_question(number, question, graph, page) for number, question in enumerate(flow.questions, 1)),
        _heading("facts", page) + _note("how-facts", page) if flow.facts else (),
        *(_fact(fact, graph, page) for fact in flow.facts),
        _heading("outcomes", page) + _note("how-outcomes", page),
        *(_outcome(number, outcome, page) for number, outcome in enumerate(flow.outcomes, 1)),
        _unread(graph, page),
    )


def graph_tree(graph: Graph) -> Tree:
    """The same for JSON; a condition is a list of lines that must all hold, as a flow's file writes it."""
    flow = graph.flow
    return {
        "format": FORMAT,
        "flow": flow.id,
        "language": flow.language,
        "title": readable(flow.title),
        "questions": [_question_tree(question, graph) for question in flow.questions],
        "facts": [_fact_tree(fact, graph) for fact in flow.facts],
        "outcomes": [_outcome_tree(outcome) for outcome in flow.outcomes],
        "always": {kind: list(graph.unread(kind)) for kind in ("findings", "steps", "promises")},
    }


def _heading(kind: str, page: Page) -> Lines:
    return page.write("heading", said(f"graph-{kind}", page.language))


def _question(number: int, question: Question, graph: Graph, page: Page) -> Lines:
    language = page.language
    lead = f"{number}. {question.id}"
    kind = said("remarks", language, remarks=word(f"kind-{question.kind}", language))
    asked = page.write("step", f"{kind} {question.ask}", lead=lead, hang=INDENT)
    when = _below(said("asked-when", language), condition_words(question.when, language), page)
    offered = (_choice(choice.id, choice.label, page) for choice in question.choices)
    notes = ["advice-after"] if question.advise else []
    notes += ["is-visit-day"] if question.id == graph.flow.visit_day else []
    noted = (page.write("note", INDENT + said(kind, language), hang=INDENT) for kind in notes)
    return _flat((asked, when, *offered, *noted, *_readers(question.id, graph, page)))


def _fact(fact: Fact, graph: Graph, page: Page) -> Lines:
    rows = (_choice(row.value, last_condition_words(row.when, page.language), page) for row in fact.rows)
    return _flat((page.write("step", "", lead=fact.id), *rows, *_readers(fact.id, graph, page)))


def _outcome(number: int, outcome: Outcome, page: Page) -> Lines:
    language = page.language
    lead = f"{number}. {outcome.id}"
    marks = [word(outcome.severity, language)]
    marks += [said("ends-at-once", language)] if outcome.at_once else []
    marks += [said("stands-alone", language)] if outcome.alone else []
    remarks = said("remarks", language, remarks=said("and-then", language).join(marks))
    title = page.write("step", f"{remarks} {outcome.title}", lead=lead, hang=INDENT)
    return title + _below(said("holds-when", language), last_condition_words(outcome.when, language), page)


def _note(kind: str, page: Page) -> Lines:
    return page.write("note", said(kind, page.language))


def _choice(name: str, text: str, page: Page) -> Lines:
    return page.write("choice", text, lead=f"{INDENT}· {name}  ", hang=INDENT * 2)


def _readers(name: str, graph: Graph, page: Page) -> Iterable[Lines]:
    for kind, readers in graph.readers(name).items():
        yield _below(said(f"read-by-{kind}", page.language), said("and", page.language).join(readers), page)
    if steps := graph.deadlines(name):
        yield _below(said("read-by-deadlines", page.language), said("and", page.language).join(steps), page)


def _unread(graph: Graph, page: Page) -> Lines:
    """What no question decides, so that every id of the flow is on the page."""
    found = {kind: graph.unread(kind) for kind in ("findings", "steps", "promises")}
    lines = [
        _below(said(f"graph-{kind}-colon", page.language), said("and", page.language).join(names), page)
        for kind, names in found.items()
        if names
    ]
    return _flat((_heading("always", page), *lines)) if lines else ()


def _below(lead: str, text: str, page: Page) -> Lines:
    return page.write("text", text, lead=INDENT + lead, hang=INDENT * 2)


def _flat(blocks: Iterable[Lines]) -> Lines:
    return tuple(chain.from_iterable(blocks))


def _question_tree(question: Question, graph: Graph) -> Tree:
    return {
        "id": question.id,
        "kind": question.kind,
        "ask": readable(question.ask),
        "when": _condition_tree(question.when),
        "choices": [{"id": choice.id, "label": readable(choice.label)} for choice in question.choices],
        "advise": question.advise,
        "read-by": _readers_tree(graph.readers(question.id)),
        "deadlines": list(graph.deadlines(question.id)),
    }


def _fact_tree(fact: Fact, graph: Graph) -> Tree:
    rows = [{"is": row.value, "when": _condition_tree(row.when)} for row in fact.rows]
    return {"id": fact.id, "rows": rows, "read-by": _readers_tree(graph.readers(fact.id))}


def _outcome_tree(outcome: Outcome) -> Tree:
    return {
        "id": outcome.id,
        "severity": outcome.severity,
        "title": readable(outcome.title),
        "when": _condition_tree(outcome.when),
        "at-once": outcome.at_once,
        "alone": outcome.alone,
    }


def _readers_tree(readers: Mapping[str, tuple[str, ...]]) -> Tree:
    return {kind: list(readers.get(kind, ())) for kind in KINDS}


def _condition_tree(condition: Condition) -> list[Tree]:
    """Lines that must all hold."""
    if isinstance(condition, AllOf):
        return [line for part in condition.parts for line in _condition_tree(part)]
    return [_line_tree(condition)]


def _line_tree(condition: Is | Within | Aged | AnyOf) -> Tree:
    match condition:
        case AnyOf(parts):
            return {"any": [_condition_tree(part) for part in parts]}
        case Is(name, values):
            return {name: list(values)}
        case Within(name, start, before):
            return {name: _known(**{"from": start, "before": before})}
    return {condition.name: _known(older=_span(condition.older), newer=_span(condition.newer))}


def _known(**bounds: str | None) -> Tree:
    return {key: bound for key, bound in bounds.items() if bound}


def _span(span: Span | None) -> str | None:
    return f"{span.count} {span.unit}s" if span else None
