"""Break an outline of a plan into lines."""

from collections.abc import Iterable

from collector_guard.flow.first_page import Block
from collector_guard.render.lines import BLANK, Lines, Role, Sheet
from collector_guard.render.plan.section import Entry, Part, PartRole, Section

Blocks = tuple[Lines, ...]

AVOID = "× "
# Behind its first line a paragraph stands below its text.
HANGS: dict[PartRole, str] = {"avoid": "  ", "say": " ", "law": "  "}
LINE_ROLES: dict[PartRole, Role] = {
    "detail": "text",
    "say": "say",
    "avoid": "avoid",
    "due": "due",
    "reason": "note",
    "law": "law",
    "call": "contact",
    "draft": "contact",
}


def block_lines(block: Block, sheet: Sheet) -> Lines:
    """Break a block of the first page into lines."""
    return tuple(line for one in block for line in sheet.write(one.role, one.text, lead=one.lead, hang=one.hang))


def section_blocks(section: Section, sheet: Sheet) -> Blocks:
    """Break a section into one block for each entry; the heading stays with the first."""
    if not section.entries:
        return ()
    heading = sheet.write("heading", section.heading) if section.heading else ()
    first, *others = (entry_lines(entry, sheet) for entry in section.entries)
    return ((*heading, *first), *others)


def parted(*sections: Blocks) -> Blocks:
    """The blocks of all sections, with an empty line at the beginning of each section but the first."""
    shown: list[Lines] = []
    for first, *others in filter(None, sections):
        shown += ((BLANK, *first) if shown else first, *others)
    return tuple(shown)


def entry_lines(entry: Entry, sheet: Sheet) -> Lines:
    """Break an entry into lines: its title, and its parts below."""
    hang = " " * len(entry.lead) if entry.lead.strip().isdigit() else "  "
    title = sheet.write("step", entry.title, lead=entry.lead, hang=hang if entry.lead else "")
    indent = "  " if entry.lead else ""
    return (*title, *parts_lines(entry.parts, sheet, indent))


def parts_lines(parts: Iterable[Part], sheet: Sheet, indent: str = "") -> Lines:
    """Break the parts of an entry into lines, all behind one indent."""
    return tuple(line for part in parts for line in _part_lines(part, sheet, indent))


def _part_lines(part: Part, sheet: Sheet, indent: str) -> Lines:
    lead = AVOID if part.role == "avoid" else part.lead
    return sheet.write(LINE_ROLES[part.role], part.text, lead=indent + lead, hang=indent + HANGS.get(part.role, ""))
