"""Lay a draft, or the list of drafts, out in lines."""

from collections.abc import Iterable

from collector_guard.drafts.written import Passage, PassageRole, Table, WrittenDraft
from collector_guard.flow.model import Flow
from collector_guard.flow.plan import Plan, PlanDraft
from collector_guard.render.draft.outline import BOX, footer, offered, outline
from collector_guard.render.lines import BLANK, Lines, Role, Sheet
from collector_guard.wording.sentences import sentence

# The role of each entry, and what stands before its first line.
ROLES: dict[PassageRole, tuple[Role, str]] = {
    "for": ("contact", ""),
    "heading": ("heading", ""),
    "text": ("text", ""),
    "point": ("text", "· "),
    "box": ("text", BOX),
    "note": ("note", "※ "),
    "line": ("text", ""),
}
# What stands close together; everything else has an empty line before it.
CLOSE = ("for", "point", "box", "line")


def draft_lines(draft: WrittenDraft, _plan: Plan | None, columns: int) -> Lines:
    """Break a draft into lines, its heading first and the remarks for the reader last."""
    sheet = Sheet.of(columns, draft.flow.language)
    shown = [*sheet.write("part", draft.draft.title)]
    before = ""
    for entry in outline(draft):
        if entry.role not in CLOSE or before not in (entry.role, "heading"):
            shown += () if before == "heading" else (BLANK,)
        shown += _table_lines(entry, sheet) if isinstance(entry, Table) else _passage_lines(entry, sheet)
        before = entry.role
    return (*shown, BLANK, *sheet.write("note", footer(draft)))


def drafts_lines(flow: Flow, offers: Iterable[PlanDraft] | None, columns: int) -> Lines:
    """Break the list of the drafts that fit into lines, each with its reason; with None for offers all there are."""
    sheet = Sheet.of(columns, flow.language)
    heading, drafts = offered(flow, offers)
    shown = [*sheet.write("heading", heading)]
    for draft, why in drafts:
        shown += sheet.write("step", f"  {draft.title}", lead=draft.id, hang="  ")
        shown += sheet.write("text", draft.does, lead="  ", hang="  ")
        if why:
            shown += sheet.write("note", why, lead="  ", hang="  ")
    return (*shown, BLANK, *sheet.write("note", sentence("draft-how", flow.language)))


def _passage_lines(passage: Passage, sheet: Sheet) -> Lines:
    role, lead = ROLES[passage.role]
    return sheet.write(role, passage.text, lead=lead, hang="  " if lead else "")


def _table_lines(table: Table, sheet: Sheet) -> Lines:
    """Write a table so that it fits any width: what belongs in a row, and an empty line for each."""
    line = sheet.write("text", sentence("blank-line", sheet.language))
    return (*sheet.write("text", " | ".join(table.columns)), *(line * table.rows))
