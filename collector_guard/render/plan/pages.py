"""The pages of a plan, each as blocks of lines, one below the other, none of which a pager ever breaks.

The line of keys is drawn by who reads the keys. Steps have one number on every page: their place in the plan.
"""

from collections.abc import Callable, Sequence
from typing import Literal

from collector_guard.flow.draft import Draft
from collector_guard.flow.first_page import first_page, steps_on_first_page
from collector_guard.flow.model import Urgency
from collector_guard.flow.plan import Plan, PlanStep
from collector_guard.render.card import card_lines
from collector_guard.render.lines import Lines, Sheet
from collector_guard.render.plan.answers import answers_section
from collector_guard.render.plan.outline import (
    closing,
    doubtful_numbers,
    law_of_days,
    law_sections,
    plan_sections,
    step_in_full,
    telephone_section,
    title_entry,
)
from collector_guard.render.plan.paragraphs import Blocks, block_lines, parted, parts_lines, section_blocks
from collector_guard.render.plan.section import Entry, Part, Section
from collector_guard.wording.sentences import sentence, word
from collector_guard.wording.wrapping import most_width

PageName = Literal["now", "today", "later", "step", "law", "telephone", "answers", "drafts"]
BETWEEN_KEYS = "  "
# What Enter opens.
ENTER: dict[PageName, str] = {"now": "key-now", "today": "key-today", "later": "key-later"}

Numbered = tuple[tuple[int, "PlanStep"], ...]


def headline_lines(plan: Plan, columns: int) -> Lines:
    """The headline, and what to do if it gets worse: what stands above a question where the page has no room."""
    return block_lines(first_page(plan).top, Sheet.of(columns))


def plan_lines(plan: Plan, columns: int) -> Lines:
    """Lay out everything that a plan says at once, for pipes and files; one that is alone is its card."""
    if plan.card and plan.outcome.alone:
        return card_lines(plan.card, columns)
    sheet = Sheet.of(columns)
    notes = tuple(sheet.write("note", note) for note in closing(plan))
    sections = (section_blocks(section, sheet) for section in plan_sections(plan))
    blocks = parted((block_lines(first_page(plan).top, sheet),), *sections, notes)
    return tuple(line for block in blocks for line in block)


def now_page(plan: Plan, columns: int) -> Blocks:
    """The first page; an outcome that is alone has only its card."""
    if plan.card and plan.outcome.alone:
        return (card_lines(plan.card, columns),)
    return parted(*((block_lines(block, Sheet.of(columns)),) for block in first_page(plan).blocks))


def today_page(plan: Plan, columns: int) -> Blocks:
    """The titles of what else is for now, and of what is for today."""
    return parted(
        _titles(sentence("also-now", plan.flow.language), _not_on_first_page(plan, "now"), plan, columns),
        _titles(word("today", plan.flow.language), _not_on_first_page(plan, "today"), plan, columns),
    )


def later_page(plan: Plan, columns: int) -> Blocks:
    """The titles of what is for later."""
    return _titles(word("later", plan.flow.language), _not_on_first_page(plan, "later"), plan, columns)


def step_page(plan: Plan, number: int, columns: int) -> Blocks:
    """One step, whole: `number` is that of its title, from 1."""
    sheet = Sheet.of(columns)
    entry = step_in_full(number, plan.steps[number - 1], plan)
    parts = tuple(parts_lines((part,), sheet) for part in entry.parts if part.role != "law")
    law = tuple(parts_lines((part,), sheet) for part in entry.parts if part.role == "law")
    return parted((sheet.write("heading", entry.title, lead=entry.lead, hang=" " * len(entry.lead)),), parts, law)


def law_page(plan: Plan, columns: int) -> Blocks:
    """Lay out what they did and under which law, then what the steps rest on."""
    sheet = Sheet.of(columns)
    found, of_steps = (section_blocks(section, sheet) for section in law_sections(plan))
    return parted(found, of_steps, (sheet.write("note", law_of_days(plan)),))


def telephone_page(plan: Plan, columns: int) -> Blocks:
    """Whom to call."""
    sheet = Sheet.of(columns)
    notes = tuple(sheet.write("note", note) for note in doubtful_numbers(plan))
    return parted(section_blocks(telephone_section(plan), sheet), notes)


def answers_page(plan: Plan, columns: int) -> Blocks:
    """The answers, numbered, to change one."""
    return section_blocks(answers_section(plan), Sheet.of(columns))


def drafts_page(plan: Plan, columns: int) -> Blocks:
    """List what can be written, numbered."""
    sheet = Sheet.of(columns)
    entries = tuple(
        Entry(f"{number} ", planned.draft.title, (Part("detail", planned.draft.does),))
        for number, planned in enumerate(plan.drafts, 1)
    )
    return section_blocks(Section(sentence("drafts-that-fit", plan.flow.language), entries), sheet)


# The pages by name; that of a step has a number, too.
PAGES: dict[PageName, Callable[[Plan, int], Blocks]] = {
    "now": now_page,
    "today": today_page,
    "later": later_page,
    "law": law_page,
    "telephone": telephone_page,
    "answers": answers_page,
    "drafts": drafts_page,
}


def drafts_of(plan: Plan, number: int) -> tuple[Draft, ...]:
    """The draft that a step names, by the step's number; none for 0, and where it is not on offer."""
    named = plan.steps[number - 1].step.draft if number else None
    return tuple(planned.draft for planned in plan.drafts if planned.draft.id == named)


def next_page(plan: Plan, page: PageName) -> PageName:
    """Which page Enter opens: what is left to do comes one after the other, and then the first page again."""
    to_do: tuple[PageName, ...] = ("today", "later")
    order: list[PageName] = ["now", *(one for one in to_do if _left(plan, one))]
    if page not in order:
        return "now"
    return order[(order.index(page) + 1) % len(order)]


def key_labels(plan: Plan, page: PageName, step: int = 0) -> tuple[str, ...]:
    """Say what the keys of a page, or of the page of a step, do, the most needed first."""
    language, at_end = plan.flow.language, plan.situation.complete
    if plan.outcome.alone:
        return (sentence("key-all", language),)
    following, drafts = next_page(plan, page), drafts_of(plan, step)
    # Each label, whether it has a place here, and its values.
    labels: tuple[tuple[str, object, dict[str, object]], ...] = (
        (ENTER[following], following != page, {"count": len(_left(plan, following))}),
        ("key-step", page in ENTER and plan.steps, _numbers(plan.steps)),
        ("key-write", drafts, {}),
        ("key-choose-draft", page == "drafts", _numbers(plan.drafts)),
        ("key-change", page == "answers", _numbers(plan.situation.answers)),
        ("key-law", page != "law" and plan.rests_on_law, {}),
        ("key-telephone", page != "telephone" and plan.contacts, {}),
        ("key-leave", not at_end, {}),
        ("key-save", at_end, {}),
        ("key-answers", at_end and page != "answers", {}),
        ("key-finish", at_end, {}),
        ("key-drafts", at_end and page != "drafts" and plan.drafts and not drafts, {}),
        ("key-all", True, {}),
    )
    return tuple(sentence(kind, language, **values) for kind, has_place, values in labels if has_place)


def _numbers(listed: Sequence[object]) -> dict[str, object]:
    """Say which numbers can be typed on a page."""
    return {"numbers": f"1-{len(listed)}" if len(listed) > 1 else "1"}


def key_line(labels: Sequence[str], columns: int) -> str:
    """The labels side by side on one line; those that have no room go, but never the last, which tells of all keys."""
    *shown, last = labels
    while shown and most_width(BETWEEN_KEYS.join((*shown, last))) > columns:
        shown.pop()
    return BETWEEN_KEYS.join((*shown, last))


def _left(plan: Plan, page: PageName) -> Numbered:
    """The steps that a page shows besides those of the first."""
    if page == "later":
        return _not_on_first_page(plan, "later")
    return (*_not_on_first_page(plan, "now"), *_not_on_first_page(plan, "today"))


def _not_on_first_page(plan: Plan, urgency: Urgency) -> Numbered:
    """The steps that stand under one urgency, each with its number, but for those on the first page."""
    first, under = steps_on_first_page(plan), plan.urgent(urgency)
    numbered = enumerate(plan.steps, 1)
    return tuple((number, planned) for number, planned in numbered if number > first and planned in under)


def _titles(heading: str, steps: Numbered, plan: Plan, columns: int) -> Blocks:
    """Titles under a heading, each with its last day."""
    if not steps:
        return ()
    titles = tuple(title_entry(number, planned, plan) for number, planned in steps)
    return section_blocks(Section(heading, titles), Sheet.of(columns))
