"""A plan in words, and in order: sections of entries, each with its parts, for every format."""

from collections.abc import Iterable, Sequence
from itertools import count

from collector_guard.flow.card import Card
from collector_guard.flow.model import CERTAINTIES, URGENCIES
from collector_guard.flow.plan import Plan, PlanFinding, PlanStep
from collector_guard.law.model import Contact, Provision
from collector_guard.render.card import BULLET, numbers_not_named
from collector_guard.render.naming import NO_LAWS, OFFICIAL, doubt_words, law_name, name_of, number_words, numbers_words
from collector_guard.render.plan.answers import answers_in_short, answers_section
from collector_guard.render.plan.section import Entry, Part, Section
from collector_guard.render.plan.words import deadline_words, reason_words
from collector_guard.wording.sentences import colon, joined, listed, quoted, sentence, word
from collector_guard.wording.wrapping import most_width

# Behind the name of what a step rests on, and what they mean.
MARKS = {"*": "mark-not-seen", "#": "mark-no-law"}
# What is read in one piece has so many cells for a draft and its command, which is not broken.
ONE_ROW = 38


def plan_sections(plan: Plan) -> tuple[Section, ...]:
    """Outline a plan for who reads it in one piece: the law of a step by its names, answers in a few lines."""
    numbers = numbers_section(plan).in_one_line(plan.flow.language)
    return _sections(plan, Section("", (*numbers, *answers_in_short(plan))))


def full_sections(plan: Plan) -> tuple[Section, ...]:
    """Outline a plan for who can fold it: with a line on each provision that the steps rest on, and every answer."""
    return _sections(plan, provisions_section(plan), numbers_section(plan), answers_section(plan))


def _sections(plan: Plan, *last: Section) -> tuple[Section, ...]:
    """Put first what to do and what they did, then the last sections; those that hold anything."""
    card = (card_section(plan.card),) if plan.card else ()
    sections = (*card, *step_sections(plan), law_sections(plan)[0], *last)
    return tuple(section for section in sections if section.entries)


def card_section(card: Card) -> Section:
    """Outline a card: its lines, and the numbers that none of them names."""
    lines = [Entry(BULLET, line) for line in card.lines]
    calls = [Entry(f"{contact.number} ", contact.name) for contact in numbers_not_named(card)]
    return Section(card.title, (*lines, *calls))


def step_sections(plan: Plan) -> tuple[Section, ...]:
    """Outline the steps by urgency, each whole, with the names of its law; numbers go on from one to the next.

    The command of a draft stands with the first step that names it.
    """
    language = plan.flow.language
    numbers = count(1)
    told: set[Part] = set()
    return tuple(
        Section(
            word(urgency, language),
            tuple(_step_entry(next(numbers), one, plan, told) for one in plan.urgent(urgency)),
            long=True,
        )
        for urgency in URGENCIES
    )


def title_entry(number: int, planned: PlanStep, plan: Plan) -> Entry:
    """Outline a step by its title and its last day."""
    return Entry(f"{number} ", planned.step.title, _due(planned, plan))


def step_in_full(number: int, planned: PlanStep, plan: Plan) -> Entry:
    """Outline one step by itself, with whom to call and its law."""
    calls = (Part("call", contact.name, f"{contact.number} ") for contact in planned.step.calls)
    law = law_parts(planned.law, plan.flow.language)
    return Entry(f"{number} ", planned.step.title, (*_what_to_do(planned, plan), *calls, *law))


def provisions_section(plan: Plan) -> Section:
    """Outline every provision that is not told of with a finding, once, by law."""
    language = plan.flow.language
    told = {provision for found in plan.findings for provision in found.provisions}
    of_laws: dict[str, list[Provision]] = {}
    for provision in (one for one in plan.provisions if one not in told):
        of_laws.setdefault(law_name(provision, language), []).append(provision)
    entries = tuple(_law_entry(name, of_law, language) for name, of_law in of_laws.items())
    return Section(sentence("law", language), entries)


def law_sections(plan: Plan) -> tuple[Section, Section]:
    """Outline what they did, and what the steps rest on, each provision once, beside what first rests on it."""
    language = plan.flow.language
    told: set[Provision] = set()
    findings = []
    for found in by_certainty(plan):
        new = law_parts((one for one in found.provisions if one not in told), language)
        again = _names([(law_name(one, language), one) for one in found.provisions if one in told], language)
        findings.append(_finding_entry(found, (*new, *again), language))
        told.update(found.provisions)
    steps = []
    for number, planned in enumerate(plan.steps, 1):
        if untold := [one for one in planned.law if one not in told]:
            steps.append(Entry(f"{number} ", planned.step.title, law_parts(untold, language)))
            told.update(untold)
    return (
        Section(sentence("what-they-did", language), tuple(findings)),
        Section(sentence("law-of-steps", language), tuple(steps)),
    )


def by_certainty(plan: Plan) -> list[PlanFinding]:
    """Sort the findings of a plan, the most certain first."""
    return sorted(plan.findings, key=lambda found: CERTAINTIES.index(found.finding.certainty))


def law_parts(provisions: Iterable[Provision], language: str) -> tuple[Part, ...]:
    """Each provision in one line, with what raises a doubt about it."""
    return tuple(
        Part("law", provision.in_plan + doubt_words(provision, language), colon(name_of(provision, language), language))
        for provision in provisions
    )


def telephone_section(plan: Plan) -> Section:
    """Outline whom to call."""
    language = plan.flow.language
    entries = (Entry(f"{one.number} ", colon(one.name, language) + one.does) for one in plan.contacts)
    return Section(sentence("telephone", language), tuple(entries))


def numbers_section(plan: Plan) -> Section:
    """Outline whom to call by number and name, with a mark where nobody saw the number in an official text."""
    not_seen, doubtful = next(iter(MARKS)), _doubtful(plan)
    entries = tuple(
        Entry(f"{contact.number}{not_seen if contact in doubtful else ''} ", contact.name) for contact in plan.contacts
    )
    return Section(sentence("telephone", plan.flow.language), entries)


def marks_used(plan: Plan) -> str:
    """Say what the marks mean that stand beside numbers and the law of the steps; nothing where there are none."""
    language = plan.flow.language
    used = {mark for planned in plan.steps for provision in planned.law for mark in _marks(provision)}
    if _doubtful(plan):
        used.add(next(iter(MARKS)))
    return joined((sentence(kind, language, mark=mark) for mark, kind in MARKS.items() if mark in used), language)


def _marks(provision: Provision) -> str:
    """The marks of what nobody saw in an official text, and of what is no law."""
    not_seen, no_law = MARKS
    seen = provision.checked.against == OFFICIAL
    return ("" if seen else not_seen) + (no_law if provision.law.grade in NO_LAWS else "")


def doubtful_numbers(plan: Plan) -> tuple[str, ...]:
    """Which numbers nobody saw in an official text; those of emergency cards are beyond doubt for who needs them."""
    language = plan.flow.language
    remarks_by = {"press-report": "numbers-reported", "nothing": "numbers-not-checked"}
    found = []
    for against, kind in remarks_by.items():
        numbers = [one.number for one in _doubtful(plan) if one.checked.against == against]
        if numbers:
            found.append(sentence(kind, language, numbers=listed(dict.fromkeys(numbers), language)))
    return tuple(found)


def _doubtful(plan: Plan) -> list[Contact]:
    beyond_doubt = {contact for card in plan.flow.cards for contact in card.calls}
    return [one for one in plan.contacts if one.checked.against != OFFICIAL and one not in beyond_doubt]


def law_of_days(plan: Plan) -> str:
    """By the law of which days a plan is made."""
    language = plan.flow.language
    today = plan.situation.today
    if plan.visit_day == today or not plan.findings:
        return sentence("law-today", language, today=today)
    return sentence("law-of-day", language, visit=plan.visit_day, today=today)


def closing(plan: Plan) -> tuple[str, ...]:
    """Say below a whole plan what it rests on and what it is not, and where there is more."""
    language, provisions = plan.flow.language, plan.provisions
    notes = [
        "" if plan.situation.complete else sentence("so-far", language),
        marks_used(plan),
        law_of_days(plan) if provisions else "",
        sentence("reviewed", language, on=plan.flow.reviewed, next=plan.flow.next_review),
        sentence("not-advice", language),
    ]
    more = [sentence("more-law", language, citation=one.law.typed(one.number)) for one in provisions[:1]]
    return (joined(filter(None, notes), language), *more)


def _what_to_do(planned: PlanStep, plan: Plan) -> tuple[Part, ...]:
    step = planned.step
    parts = []
    if step.do:
        parts.append(Part("detail", step.do))
    if step.say:
        parts.append(Part("say", quoted(step.say)))
    if step.avoid:
        parts.append(Part("avoid", step.avoid))
    return (*parts, *_due(planned, plan), *_draft(planned, plan))


def _draft(planned: PlanStep, plan: Plan) -> tuple[Part, ...]:
    """The draft of a step, with its command; without its title, or by the command alone, where it would be broken."""
    draft = plan.flow.drafts.draft(planned.step.draft) if planned.step.draft else None
    if draft is None:
        return ()
    language, command = plan.flow.language, f"cg draft {draft.id}"
    named = sentence("to-write", language, title=draft.title, command=command)
    unnamed = sentence("to-write-it", language, command=command)
    return (Part("draft", next((one for one in (named, unnamed) if most_width(one) <= ONE_ROW), command)),)


def _step_entry(number: int, planned: PlanStep, plan: Plan, told: set[Part]) -> Entry:
    """A step, with the numbers that its texts do not name and the names of its law, but no draft that was `told`."""
    language = plan.flow.language
    parts = [part for part in _what_to_do(planned, plan) if part not in told]
    told.update(part for part in parts if part.role == "draft")
    texts = [planned.step.title, *(part.text for part in parts)]
    calls = [one for one in planned.step.calls if not any(one.number in text for text in texts)]
    numbers = (Part("call", contact.name, f"{contact.number} ") for contact in calls)
    law = _names([(law_name(one, language) + _marks(one), one) for one in planned.law], language)
    return Entry(f"{number} ", planned.step.title, (*parts, *numbers, *law))


def _due(planned: PlanStep, plan: Plan) -> tuple[Part, ...]:
    if planned.deadline is None:
        return ()
    until, more = deadline_words(planned.deadline, plan.flow)
    return (Part("due", more, until),)


def _finding_entry(found: PlanFinding, law: tuple[Part, ...], language: str) -> Entry:
    certainty = colon(word(found.finding.certainty, language), language)
    reason = reason_words(found.reason, language)
    return Entry(certainty, found.finding.says, (Part("reason", reason), *law) if reason else law)


def _names(named: Iterable[tuple[str, Provision]], language: str) -> tuple[Part, ...]:
    """Provisions of named laws as one part: each law once, with its numbers."""
    numbers: dict[str, list[str]] = {}
    for name, provision in named:
        numbers.setdefault(name, []).append(provision.number)
    if not numbers:
        return ()
    words = ((law, numbers_words(of_law, language)) for law, of_law in numbers.items())
    names = (sentence("of-law", language, law=law, number=those) if those else law for law, those in words)
    return (Part("law", sentence("and-then", language).join(names), sentence("by-law", language)),)


def _law_entry(name: str, provisions: Sequence[Provision], language: str) -> Entry:
    """The provisions of one version of a law; a doubt about all of them is told once."""
    if len(provisions) == 1:
        part = law_parts(provisions, language)[0]
        return Entry(part.lead, part.text)
    doubts = {doubt_words(provision, language) for provision in provisions}
    of_all = doubts.pop() if len(doubts) == 1 else ""
    parts = []
    for provision in provisions:
        number = number_words(provision.number, language)
        text = provision.in_plan + ("" if of_all else doubt_words(provision, language))
        parts.append(Part("law", text, colon(number, language) if number else ""))
    return Entry("", name + of_all, tuple(parts))
