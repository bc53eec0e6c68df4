"""Write a draft, or the list of drafts, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_guard.render.draft.outline import BOX, Grid, footer, offer_words, outline
from collector_guard.render.escaping import escaped
from collector_guard.wording.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from collector_guard.drafts.written import WrittenDraft
    from collector_guard.flow.draft import Draft
    from collector_guard.flow.model import Flow
    from collector_guard.flow.plan import PlanDraft
    from collector_guard.render.draft.outline import Entry, EntryRole

FORMS: dict[EntryRole, str] = {
    "for": "**{text}**",
    "heading": "## {text}",
    "text": "{text}",
    "point": "- {text}",
    "box": f"- {BOX}{{text}}",
    "note": "> {text}",
    "line": "{text}",
}
LISTED = ("point", "box")


def draft_document(draft: WrittenDraft) -> str:
    """Write a whole draft."""
    parts = [f"# {escaped(draft.draft.title)}"]
    for before, entry in zip((None, *outline(draft)), outline(draft), strict=False):
        close = _role(entry) in LISTED and _role(before) in LISTED
        parts.append(("\n" if close else "\n\n") + _written(entry))
    return "".join((*parts, "\n\n", f"*{escaped(footer(draft))}*", "\n"))


def offers_document(offers: Iterable[PlanDraft], language: str) -> str:
    """Write the list of the drafts that fit, with the reason of each."""
    return _list("drafts-that-fit", ((one.draft, offer_words(one, language)) for one in offers), language)


def forms_document(flow: Flow) -> str:
    """Write the list of all drafts."""
    return _list("drafts-there-are", ((one, "") for one in flow.drafts.drafts), flow.language)


def _list(heading: str, drafts: Iterable[tuple[Draft, str]], language: str) -> str:
    points = (
        f"- `{draft.id}` **{escaped(draft.title)}**  \n  {escaped(draft.does)}"
        + (f"  \n  {escaped(why)}" if why else "")
        for draft, why in drafts
    )
    how = escaped(sentence("draft-how", language))
    return "\n".join((f"# {sentence(heading, language)}", "", *points, "", how, ""))


def _role(entry: Entry | Grid | None) -> str:
    return entry.role if entry is not None and not isinstance(entry, Grid) else ""


def _written(entry: Entry | Grid) -> str:
    if not isinstance(entry, Grid):
        return FORMS[entry.role].format(text=escaped(entry.text))
    head = "| " + " | ".join(map(escaped, entry.columns)) + " |"
    empty = "|" + "   |" * len(entry.columns)
    return "\n".join((head, "|" + "---|" * len(entry.columns), *(empty for _ in range(entry.rows))))
