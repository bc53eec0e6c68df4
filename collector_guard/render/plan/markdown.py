"""A whole plan as a Markdown document; each step is a heading, so that what stands below it can be folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_guard.flow.first_page import first_page
from collector_guard.render.card import card_document
from collector_guard.render.escaping import document, escaped
from collector_guard.render.plan.outline import closing, full_sections

if TYPE_CHECKING:
    from collector_guard.flow.plan import Plan
    from collector_guard.render.plan.outline import Entry, Part, Section


def plan_document(plan: Plan) -> str:
    """Write everything that a plan says; one that is alone is its card."""
    if plan.card and plan.outcome.alone:
        return card_document(plan.card)
    headline, *alarm = (escaped(paragraph.text) for paragraph in first_page(plan).top)
    sections = (part for section in full_sections(plan) for part in _section(section))
    return document(
        [
            f"# {headline}",
            *(f"**{text}**" for text in alarm),
            *sections,
            "---",
            *map(escaped, closing(plan)),
        ]
    )


def _section(section: Section) -> list[str]:
    """A heading, and below it a list, or where the entries are long a heading for each."""
    heading = f"## {escaped(section.heading)}"
    if not section.long:
        return [heading, _list(section)]
    return [heading, *(text for entry in section.entries for text in _under_heading(entry))]


def _under_heading(entry: Entry) -> list[str]:
    return [f"### {escaped(entry.lead + entry.title)}", *map(_part, entry.parts)]


def _list(section: Section) -> str:
    return "\n".join(line for entry in section.entries for line in _items(entry))


def _items(entry: Entry) -> list[str]:
    """An entry as an item of a list, with its parts as items below it."""
    return [
        f"- {_strong(entry.lead)}{escaped(entry.title)}",
        *(f"  - {_strong(part.lead)}{escaped(part.text)}" for part in entry.parts),
    ]


def _part(part: Part) -> str:
    text = _strong(part.lead) + escaped(part.text)
    match part.role:
        case "say":
            return f"> {text}"
        case "avoid":
            return f"**×** {text}"
    return text


def _strong(lead: str) -> str:
    bare = lead.strip(" ·")
    return f"**{escaped(bare)}** " if bare else ""
