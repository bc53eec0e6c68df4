"""Lay out what no journey reaches as lines."""

from collections.abc import Iterable
from itertools import chain

from collector_guard.flow.model import Flow
from collector_guard.render.lines import Lines, Sheet, sections
from collector_guard.review.coverage import KINDS, Coverage, Item
from collector_guard.review.located import written_at
from collector_guard.wording.sentences import bracketed, colon, listed, sentence

INDENT = "  "
HEADINGS = {
    "choices": "cover-choices",
    "rows": "cover-rows",
    "outcomes": "graph-outcomes",
    "findings": "graph-findings",
    "steps": "graph-steps",
    "promises": "graph-promises",
}


def coverage_lines(coverage: Coverage, flow: Flow, columns: int) -> Lines:
    """How much the journeys reach, what they leave out by kind and where that is written."""
    sheet = Sheet.of(columns, flow.language)
    return sections(
        _top(coverage, sheet),
        *(_missing(kind, coverage, flow, sheet) for kind in KINDS),
        _listed("cover-impossible", coverage.impossible, flow, sheet),
    )


def _top(coverage: Coverage, sheet: Sheet) -> Lines:
    counts = {"journeys": coverage.journeys, "total": len(coverage.items), "reached": coverage.reached}
    kind = "covered" if coverage.missing or coverage.impossible else "covered-all"
    return sheet.write("headline", sentence(kind, sheet.language, **counts))


def _missing(kind: str, coverage: Coverage, flow: Flow, sheet: Sheet) -> Lines:
    missing = tuple(item for item in coverage.missing if item.kind == kind)
    if not missing:
        return ()
    what = sentence(HEADINGS[kind], sheet.language)
    total = sum(item.kind == kind for item in coverage.items)
    heading = sentence("covered-kind", sheet.language, what=what, total=total, count=len(missing))
    return sheet.write("heading", heading) + _items(missing, flow, sheet)


def _listed(kind: str, items: tuple[Item, ...], flow: Flow, sheet: Sheet) -> Lines:
    return sheet.write("heading", sentence(kind, sheet.language)) + _items(items, flow, sheet) if items else ()


def _items(items: Iterable[Item], flow: Flow, sheet: Sheet) -> Lines:
    """Choices and rows below their question or fact, every other by itself."""
    grouped: dict[str, list[Item]] = {}
    for item in items:
        grouped.setdefault(item.of or item.name, []).append(item)
    return tuple(chain.from_iterable(_group(name, those, flow, sheet) for name, those in grouped.items()))


def _group(name: str, items: list[Item], flow: Flow, sheet: Sheet) -> Lines:
    values = (_value(item) for item in items if item.of)
    text = listed(values, sheet.language)
    place = written_at(_named(items[0], flow))
    remark = bracketed(place, sheet.language) if place else ""
    lead = colon(name, sheet.language) if text else name
    return sheet.write("text", text + remark, lead=INDENT + lead, hang=INDENT * 2)


def _named(item: Item, flow: Flow) -> str:
    """The name as its file has it, which knows its line."""
    if item.kind == "choices":
        return next(question.id for question in flow.questions if question.id == item.of)
    if item.kind == "rows":
        return next(fact.id for fact in flow.facts if fact.id == item.of)
    return item.name


def _value(item: Item) -> str:
    return f"{item.number} {item.name}" if item.number else item.name
