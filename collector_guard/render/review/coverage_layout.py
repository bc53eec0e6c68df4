"""Lay out what no journey reaches as lines."""

from collections.abc import Iterable

from collector_guard.flow.model import Flow
from collector_guard.render.lines import Lines, Sheet, sections
from collector_guard.render.review.condition_words import kind_heading
from collector_guard.review.coverage import KINDS, Coverage, Item
from collector_guard.review.located import written_at
from collector_guard.wording.sentences import bracketed, colon, listed, sentence

INDENT = "  "


def coverage_lines(coverage: Coverage, flow: Flow, columns: int) -> Lines:
    """How much the journeys reach, what they leave out by kind and where that is written."""
    sheet = Sheet.of(columns, flow.language)
    heading = sheet.write("heading", sentence("cover-impossible", flow.language))
    return sections(
        _top(coverage, sheet),
        *(_missing(kind, coverage, sheet) for kind in KINDS),
        heading + _items(coverage.impossible, sheet) if coverage.impossible else (),
    )


def _top(coverage: Coverage, sheet: Sheet) -> Lines:
    counts = {"journeys": coverage.journeys, "total": len(coverage.items), "reached": coverage.reached}
    kind = "covered" if coverage.missing or coverage.impossible else "covered-all"
    return sheet.write("headline", sentence(kind, sheet.language, **counts))


def _missing(kind: str, coverage: Coverage, sheet: Sheet) -> Lines:
    missing = tuple(item for item in coverage.missing if item.kind == kind)
    if not missing:
        return ()
    total = sum(item.kind == kind for item in coverage.items)
    name = kind_heading(kind, sheet.language)
    heading = sentence("covered-kind", sheet.language, name=name, total=total, count=len(missing))
    return sheet.write("heading", heading) + _items(missing, sheet)


def _items(items: Iterable[Item], sheet: Sheet) -> Lines:
    """Choices and rows below their question or fact, every other by itself."""
    grouped: dict[str, list[Item]] = {}
    for item in items:
        grouped.setdefault(item.of or item.name, []).append(item)
    return tuple(line for name, those in grouped.items() for line in _group(name, those, sheet))


def _group(name: str, items: list[Item], sheet: Sheet) -> Lines:
    text = listed((_value(item) for item in items if item.of), sheet.language)
    place = written_at(name)
    remark = bracketed(place, sheet.language) if place else ""
    lead = colon(name, sheet.language) if text else name
    return sheet.write("text", text + remark, lead=INDENT + lead, hang=INDENT * 2)


def _value(item: Item) -> str:
    return f"{item.number} {item.name}" if item.number else item.name
