"""What a plan says in words, and in what order: sections of entries, each with its parts, for every format."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import TYPE_CHECKING, Literal, NamedTuple

from collector_guard.flow.model import CERTAINTIES, URGENCIES
from collector_guard.render.naming import name_of, remarks, said
from collector_guard.render.plan.words import answer_words, deadline_words, reason_words
from collector_guard.wording.sentences import colon, listed, quoted, word

if TYPE_CHECKING:
    from collector_guard.flow.card import Card
    from collector_guard.flow.plan import Plan, PlanFinding, PlanStep
    from collector_guard.flow.situation import Answer
    from collector_guard.law.model import Contact, Provision

PartRole = Literal["detail", "say", "avoid", "due", "reason", "law", "call"]

BULLET = "· "


class Part(NamedTuple):
    """One paragraph below the title of an entry, with a few strong words at its beginning."""

    role: PartRole
    text: str
    lead: str = ""


class Entry(NamedTuple):
    """A step, finding, contact or answer in words; `lead` is its number, or how certain it is."""

    lead: str
    title: str
    parts: tuple[Part, ...] = ()


class Section(NamedTuple):
    """Entries under a heading."""

    heading: str
    entries: tuple[Entry, ...]


def plan_sections(plan: Plan) -> tuple[Section, ...]:
    """Outline a whole plan, in the order of its pages; a section without entries is left out."""
    found, law = law_sections(plan)
    sections = (
        *((card_section(plan.card),) if plan.card else ()),
        *step_sections(plan),
        found,
        law,
        telephone_section(plan),
        answers_section(plan),
    )
    return tuple(section for section in sections if section.entries)


def card_section(card: Card) -> Section:
    """Outline a card: its lines, and the numbers that none of them names."""
    told = (card.title, *card.lines)
    calls = [contact for contact in card.calls if not any(contact.number in text for text in told)]
    lines = [Entry(BULLET, line) for line in card.lines]
    return Section(card.title, (*lines, *(Entry(f"{contact.number} ", contact.name) for contact in calls)))


def step_sections(plan: Plan) -> tuple[Section, ...]:
    """Outline the steps by urgency, each whole, with the names of its law; numbers go on from one to the next."""
    language = plan.flow.language
    numbers = count(1)
    return tuple(
        Section(word(urgency, language), tuple(step_entry(next(numbers), one, plan) for one in plan.urgent(urgency)))
        for urgency in URGENCIES
    )


def step_entry(number: int, planned: PlanStep, plan: Plan) -> Entry:
    """Outline a step, with the names of its law."""
    language = plan.flow.language
    names = listed((name_of(provision, language) for provision in planned.law), language)
    law = (Part("law", names, said("by-law", language)),) if names else ()
    return Entry(f"{number} ", planned.step.title, (*_what_to_do(planned, plan), *law))


def title_entry(number: int, planned: PlanStep, plan: Plan) -> Entry:
    """Outline a step by its title and its last day."""
    return Entry(f"{number} ", planned.step.title, _due(planned, plan))


def step_in_full(number: int, planned: PlanStep, plan: Plan) -> Entry:
    """Outline a step, with its law in a line each."""
    language = plan.flow.language
    return Entry(f"{number} ", planned.step.title, (*_what_to_do(planned, plan), *law_parts(planned.law, language)))


def law_sections(plan: Plan) -> tuple[Section, Section]:
    """Outline what they did, the most certain first, and what the steps rest on; each provision is told of once."""
    language = plan.flow.language
    told: set[Provision] = set()
    findings = []
    for found in sorted(plan.findings, key=lambda one: CERTAINTIES.index(one.finding.certainty)):
        findings.append(_finding_entry(found, told, language))
        told.update(found.provisions)
    steps = []
    for number, planned in enumerate(plan.steps, 1):
        if new := [provision for provision in planned.law if provision not in told]:
            steps.append(Entry(f"{number} ", planned.step.title, law_parts(new, language)))
            told.update(new)
    return (
        Section(said("what-they-did", language), tuple(findings)),
        Section(said("law-of-steps", language), tuple(steps)),
    )


def law_parts(provisions: Iterable[Provision], language: str) -> tuple[Part, ...]:
    """Each provision in one line, with what a reader must know of it."""
    return tuple(
        Part("law", provision.in_plan + remarks(provision, language), colon(name_of(provision, language), language))
        for provision in provisions
    )


def telephone_section(plan: Plan) -> Section:
    """Outline whom to call."""
    language = plan.flow.language
    return Section(said("telephone", language), tuple(_contact_entry(one, language) for one in plan.contacts))


def answers_section(plan: Plan) -> Section:
    """Outline what the reader told."""
    language = plan.flow.language
    answers = enumerate(plan.situation.answers, 1)
    entries = tuple(_answer_entry(number, answer, language) for number, answer in answers)
    return Section(said("answers", language), entries)


def doubtful_numbers(plan: Plan) -> tuple[str, ...]:
    """Which numbers nobody saw in an official text; those of emergency cards are beyond doubt for who needs them."""
    language = plan.flow.language
    beyond_doubt = {contact for card in plan.flow.cards for contact in card.calls}
    remarks_by = {"press-report": "numbers-reported", "nothing": "numbers-not-checked"}
    found = []
    for against, kind in remarks_by.items():
        numbers = [one.number for one in plan.contacts if one.checked.against == against and one not in beyond_doubt]
        if numbers:
            found.append(said(kind, language, numbers=listed(dict.fromkeys(numbers), language)))
    return tuple(found)


def law_of_days(plan: Plan) -> str:
    """By the law of which days a plan is made."""
    language = plan.flow.language
    today = plan.situation.today
    if plan.visit_day == today or not plan.findings:
        return said("law-today", language, today=today)
    return said("law-of-day", language, visit=plan.visit_day, today=today)


def closing(plan: Plan) -> tuple[str, ...]:
    """What stands below a whole plan: when it was reviewed, and what it is not."""
    language = plan.flow.language
    flow = plan.flow
    return (
        said("reviewed", language, on=flow.reviewed, next=flow.next_review),
        said("not-advice", language),
    )


def _what_to_do(planned: PlanStep, plan: Plan) -> tuple[Part, ...]:
    step = planned.step
    parts = []
    if step.do:
        parts.append(Part("detail", step.do))
    if step.say:
        parts.append(Part("say", quoted(step.say)))
    if step.avoid:
        parts.append(Part("avoid", step.avoid))
    parts += _due(planned, plan)
    parts += (Part("call", contact.name, f"{contact.number} ") for contact in step.calls)
    return tuple(parts)


def _due(planned: PlanStep, plan: Plan) -> tuple[Part, ...]:
    if planned.deadline is None:
        return ()
    until, more = deadline_words(planned.deadline, plan.flow)
    return (Part("due", more, until),)


def _finding_entry(found: PlanFinding, told: set[Provision], language: str) -> Entry:
    certainty = colon(word(found.finding.certainty, language), language)
    reason = reason_words(found.reason, language)
    new = law_parts((provision for provision in found.provisions if provision not in told), language)
    again = [name_of(provision, language) for provision in found.provisions if provision in told]
    parts = (
        *((Part("reason", reason),) if reason else ()),
        *new,
        *((Part("law", listed(again, language), said("by-law", language)),) if again else ()),
    )
    return Entry(certainty, found.finding.says, parts)


def _contact_entry(contact: Contact, language: str) -> Entry:
    return Entry(f"{contact.number} ", colon(contact.name, language) + contact.does)


def _answer_entry(number: int, answer: Answer, language: str) -> Entry:
    return Entry(f"{number} ", f"{answer.question.ask} → {answer_words(answer, language)}")
