"""What a plan says in words, and in what order: sections of entries, each with its parts, for every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import TYPE_CHECKING, Literal, NamedTuple

from collector_guard.flow.model import CERTAINTIES, URGENCIES
from collector_guard.render.card import BULLET, numbers_not_named
from collector_guard.render.naming import law_name, law_remarks, name_of, number_words, old_numbers, remarks, said
from collector_guard.render.plan.words import answer_words, asked_words, deadline_words, reason_words
from collector_guard.wording.sentences import bracketed, colon, listed, quoted, word

if TYPE_CHECKING:
    from collector_guard.flow.card import Card
    from collector_guard.flow.plan import Plan, PlanFinding, PlanStep
    from collector_guard.flow.situation import Answer
    from collector_guard.law.model import Contact, Provision

PartRole = Literal["detail", "say", "avoid", "due", "reason", "law", "call"]


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
    """Entries under a heading; where they are long each is a heading of its own in a document."""

    heading: str
    entries: tuple[Entry, ...]
    long: bool = False


def plan_sections(plan: Plan) -> tuple[Section, ...]:
    """Outline a whole plan, in the order of its pages; a section without entries is left out."""
    sections = (
        *((card_section(plan.card),) if plan.card else ()),
        *step_sections(plan),
        found_section(plan),
        law_section(plan),
        telephone_section(plan),
        answers_section(plan),
    )
    return tuple(section for section in sections if section.entries)


def card_section(card: Card) -> Section:
    """Outline a card: its lines, and the numbers that none of them names."""
    lines = [Entry(BULLET, line) for line in card.lines]
    calls = [Entry(f"{contact.number} ", contact.name) for contact in numbers_not_named(card)]
    return Section(card.title, (*lines, *calls))


def step_sections(plan: Plan) -> tuple[Section, ...]:
    """Outline the steps by urgency, each whole, with the names of its law; numbers go on from one to the next."""
    language = plan.flow.language
    numbers = count(1)
    return tuple(
        Section(
            word(urgency, language),
            tuple(step_entry(next(numbers), one, plan) for one in plan.urgent(urgency)),
            long=True,
        )
        for urgency in URGENCIES
    )


def step_entry(number: int, planned: PlanStep, plan: Plan) -> Entry:
    """Outline a step, with the names of its law."""
    law = _names(planned.law, plan.flow.language)
    return Entry(f"{number} ", planned.step.title, (*_what_to_do(planned, plan), *law))


def title_entry(number: int, planned: PlanStep, plan: Plan) -> Entry:
    """Outline a step by its title and its last day."""
    return Entry(f"{number} ", planned.step.title, _due(planned, plan))


def step_in_full(number: int, planned: PlanStep, plan: Plan) -> Entry:
    """Outline a step, with its law in a line each."""
    language = plan.flow.language
    return Entry(f"{number} ", planned.step.title, (*_what_to_do(planned, plan), *law_parts(planned.law, language)))


def found_section(plan: Plan) -> Section:
    """Outline what they did, the most certain first, with the names of the law."""
    language = plan.flow.language
    entries = tuple(_finding_entry(found, _names(found.provisions, language), language) for found in by_certainty(plan))
    return Section(said("what-they-did", language), entries)


def law_section(plan: Plan) -> Section:
    """Outline every provision, once, by law."""
    language = plan.flow.language
    of_laws: dict[tuple[str, str], list[Provision]] = {}
    for provision in plan.provisions:
        of_laws.setdefault((provision.law.id, provision.version.id), []).append(provision)
    return Section(said("law", language), tuple(_law_entry(of_law, language) for of_law in of_laws.values()))


def law_sections(plan: Plan) -> tuple[Section, Section]:
    """Outline what they did, the most certain first, and what the steps rest on; each provision is told of once."""
    language = plan.flow.language
    told: set[Provision] = set()
    findings = []
    for found in by_certainty(plan):
        new = law_parts((provision for provision in found.provisions if provision not in told), language)
        again = _names([provision for provision in found.provisions if provision in told], language)
        findings.append(_finding_entry(found, (*new, *again), language))
        told.update(found.provisions)
    steps = []
    for number, planned in enumerate(plan.steps, 1):
        if untold := [provision for provision in planned.law if provision not in told]:
            steps.append(Entry(f"{number} ", planned.step.title, law_parts(untold, language)))
            told.update(untold)
    return (
        Section(said("what-they-did", language), tuple(findings)),
        Section(said("law-of-steps", language), tuple(steps)),
    )


def by_certainty(plan: Plan) -> list[PlanFinding]:
    """Sort the findings of a plan, the most certain first."""
    return sorted(plan.findings, key=lambda found: CERTAINTIES.index(found.finding.certainty))


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
    """Say below a whole plan what it rests on, where there is more, and what it is not."""
    language, provisions = plan.flow.language, plan.provisions
    notes = [] if plan.situation.complete else [said("so-far", language)]
    if provisions:
        first = provisions[0]
        notes += (law_of_days(plan), said("more-law", language, citation=first.law.typed(first.number)))
    reviewed = said("reviewed", language, on=plan.flow.reviewed, next=plan.flow.next_review)
    return (*notes, *doubtful_numbers(plan), f"{reviewed}{_gap(language)}{said('not-advice', language)}")


def _gap(language: str) -> str:
    return "" if language == "zh" else " "


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


def _finding_entry(found: PlanFinding, law: tuple[Part, ...], language: str) -> Entry:
    certainty = colon(word(found.finding.certainty, language), language)
    reason = reason_words(found.reason, language)
    return Entry(certainty, found.finding.says, ((Part("reason", reason),) if reason else ()) + law)


def _names(provisions: Iterable[Provision], language: str) -> tuple[Part, ...]:
    """The names of provisions as one part: each law once, with its numbers."""
    names = [
        said("of-law", language, law=name, number=listed(numbers, language)) if numbers else name
        for name, numbers in _numbers_by_law(provisions, language).items()
    ]
    return (Part("law", said("and-then", language).join(names), said("by-law", language)),) if names else ()


def _numbers_by_law(provisions: Iterable[Provision], language: str) -> dict[str, list[str]]:
    numbers: dict[str, list[str]] = {}
    for provision in provisions:
        number = number_words(provision.number, language)
        numbers.setdefault(law_name(provision, language), []).extend([number] if number else [])
    return numbers


def _law_entry(provisions: Sequence[Provision], language: str) -> Entry:
    """The provisions of one version of a law; what is true of all of them is said once."""
    first, *others = provisions
    if not others:
        part = law_parts(provisions, language)[0]
        return Entry(part.lead, part.text)
    of_all = [
        note for note in law_remarks(first, language) if all(note in law_remarks(one, language) for one in others)
    ]
    parts = []
    for provision in provisions:
        notes = (*law_remarks(provision, language), *old_numbers(provision, language))
        number = number_words(provision.number, language)
        remark = _remark([note for note in notes if note not in of_all], language)
        parts.append(Part("law", provision.in_plan + remark, colon(number, language) if number else ""))
    return Entry("", law_name(first, language) + _remark(of_all, language), tuple(parts))


def _remark(notes: Sequence[str], language: str) -> str:
    return bracketed(said("and-then", language).join(notes), language) if notes else ""


def _contact_entry(contact: Contact, language: str) -> Entry:
    return Entry(f"{contact.number} ", colon(contact.name, language) + contact.does)


def _answer_entry(number: int, answer: Answer, language: str) -> Entry:
    return Entry(f"{number} ", f"{asked_words(answer.question)} → {answer_words(answer, language)}")
