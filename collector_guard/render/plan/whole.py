"""A whole plan at once, for pipes and files: everything that its pages have, in their order."""

from __future__ import annotations

from collector_guard.flow.first_page import first_page
from collector_guard.flow.plan import Plan
from collector_guard.render.lines import Lines, Sheet
from collector_guard.render.plan.outline import closing, plan_sections
from collector_guard.render.plan.pages import card_page
from collector_guard.render.plan.paragraphs import block_lines, parted, section_blocks


def plan_lines(plan: Plan, columns: int) -> Lines:
    """Lay out everything that a plan says; one that is alone is its card."""
    if plan.card and plan.outcome.alone:
        blocks = card_page(plan.card, columns)
    else:
        sheet, first = Sheet.of(columns), first_page(plan)
        notes = tuple(sheet.write("note", note) for note in closing(plan))
        sections = (section_blocks(section, sheet) for section in plan_sections(plan))
        blocks = parted((block_lines(first.top, first.severity, sheet),), *sections, notes)
    return tuple(line for block in blocks for line in block)
