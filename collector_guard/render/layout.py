"""Lay out plans, cards and questions as lines, each with a role."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from collector_guard.flow.first_page import first_page
from collector_guard.render.lines import Line, Lines, Page, Role, sections
from collector_guard.render.naming import (
    answer_words,
    card_call_words,
    contact_words,
    deadline_words,
    name_of,
    reason_words,
    remarks,
    said,
)
from collector_guard.render.plan import whole
from collector_guard.render.plan.outline import Section, card_section, plan_sections, step_sections
from collector_guard.render.plan.paragraphs import block_lines, parted, section_blocks
from collector_guard.wording.sentences import word

if TYPE_CHECKING:
    from collector_guard.flow.card import Card
    from collector_guard.flow.model import Question
    from collector_guard.flow.plan import Plan, PlanFinding, PlanStep
    from collector_guard.flow.situation import Answer
    from collector_guard.law.model import Contact

FIRST_STEPS = 5
AVOID = "× "
CARD_LINE = "· "
SAY_RULE = "   │ "
SEVERITIES: dict[str, Role] = {"emergency": "emergency", "urgent": "urgent", "calm": "calm"}
PLACEHOLDERS = {"time": "HH:MM", "date": "YYYY-MM-DD"}


def plan_lines(plan: Plan, columns: int, _language: str) -> Lines:
    """A whole plan."""
    return whole.plan_lines(plan, columns)


def plan_to_change_lines(plan: Plan, columns: int, language: str) -> Lines:
    """A whole plan with the answers last and numbered, below which the reader tells which to change."""
    page = Page.of(columns, language)
    return sections(_body(plan, page), _reviewed(plan, page), answers_to_change_lines(plan, columns, language))


def first_lines(plan: Plan, columns: int, language: str) -> Lines:
    """What a plan begins with and a reader must not miss: what to do now, or where nothing is, what to do today."""
    page = Page.of(columns, language)
    return _for_now(plan, page)


def answers_to_change_lines(plan: Plan, columns: int, language: str) -> Lines:
    """The answers of a plan, numbered."""
    answers = plan.situation.answers
    longest = len(str(len(answers)))
    numbers = tuple(f"{number:>{longest}}  " for number in range(1, len(answers) + 1))
    return _answers(answers, Page.of(columns, language), numbers)


def card_lines(card: Card, columns: int, language: str) -> Lines:
    """A card alone, as an emergency calls for it."""
    page = Page.of(columns, language)
    return page.write("emergency", card.title) + _card_body(card, page)


def advice_lines(plan: Plan, columns: int, language: str) -> Lines:
    """What can already be said before the next question: the card, the "now" steps and what to avoid; may be empty."""
    page = Page.of(columns, language)
    now = plan.urgent("now")
    return sections(
        card_lines(plan.card, columns, language) if plan.card else (),
        _steps(said("for-now", language), tuple(told for told in now if not told.step.only_warns), plan, page),
        _avoided(now, plan, page),
    )


def why_lines(question: Question, columns: int, language: str) -> Lines:
    """Why a question is asked."""
    return Page.of(columns, language).write("text", question.why, lead=said("why-asked", language))


def waiting_lines(question: Question, later: tuple[str, ...], columns: int, language: str) -> Lines:
    """The question that a run without a terminal stopped at, how to answer it, and what may be asked after it."""
    page = Page.of(columns, language)
    asked = page.write("heading", said("not-answered", language)) + page.write("text", question.ask)
    longest = max((len(choice.id) for choice in question.choices), default=0)
    choices = (
        page.write("choice", choice.label, lead=f"  {choice.id:{longest}}  ", hang=" " * 4)
        for choice in question.choices
    )
    option = f"--answer {question.id}={PLACEHOLDERS.get(question.kind, '…')}"
    how = page.write("note", said("answer-with", language, option=option))
    after = said("asked-later", language, questions=said("and", language).join(later))
    return sections(_flat(asked, *choices), how + (page.write("note", after) if later else ()))


def note_lines(text: str, columns: int) -> Lines:
    """A remark of the program beside what it shows."""
    return Page.of(columns, "").write("note", text)


def _body(plan: Plan, page: Page) -> Lines:
    """What a plan says, before what it rests on."""
    return _of(plan, page, plan_sections(plan)[:-1])


def _for_now(plan: Plan, page: Page) -> Lines:
    now = ((card_section(plan.card),) if plan.card else ()) + step_sections(plan)[:1]
    return _of(plan, page, now)


def _of(plan: Plan, page: Page, outlined: tuple[Section, ...]) -> Lines:
    first = first_page(plan)
    blocks = (section_blocks(section, page) for section in outlined)
    return tuple(chain.from_iterable(parted((block_lines(first.top, first.severity, page),), *blocks)))


def _top(plan: Plan, page: Page) -> Lines:
    severity = plan.outcome.severity
    band = said("severity", page.language, severity=word(severity, page.language))
    top = (Line(band, SEVERITIES[severity]), *page.write("headline", plan.outcome.title))
    if plan.situation.complete:
        return top
    return top + page.write("note", said("so-far", page.language))


def _card_below(plan: Plan, page: Page) -> Lines:
    """The card under its plan's headline, which need not say the same twice."""
    if plan.card is None:
        return ()
    title = page.write("heading", plan.card.title) if plan.card.title != plan.outcome.title else ()
    return title + _card_body(plan.card, page)


def _card_body(card: Card, page: Page) -> Lines:
    lines = (page.write("text", line, lead=CARD_LINE, hang=" " * len(CARD_LINE)) for line in card.lines)
    calls = (_call(contact, card_call_words(contact, page.language), page) for contact in card.calls)
    return _flat(*lines, *calls)


def _steps(heading: str, steps: tuple[PlanStep, ...], plan: Plan, page: Page, *, start: int = 1) -> Lines:
    """Numbered steps, each with the words to say, what to avoid with it where it is not for now, and its deadline."""
    if not steps:
        return ()
    numbered = (_step(number, told, plan, page) for number, told in enumerate(steps, start))
    return _flat(page.write("heading", heading), *numbered)


def _step(number: int, told: PlanStep, plan: Plan, page: Page) -> Lines:
    step = told.step
    lead = f"{number}. "
    indent = " " * len(lead)
    main = page.write("step", step.do or step.avoid or step.title, lead=lead, hang=indent)
    avoid = step.avoid if not step.only_warns and step.urgency != "now" else None
    below = page.write("avoid", avoid, lead=indent + AVOID, hang=indent + "  ") if avoid else ()
    return main + _words_to_say(told, page) + below + _due(told, plan, page)


def _avoided(steps: tuple[PlanStep, ...], plan: Plan, page: Page) -> Lines:
    """What to avoid now, with the words and the deadline of a step that only says what to avoid."""
    avoided = [_avoid(told, plan, page) for told in steps if told.step.avoid]
    return _flat(page.write("heading", said("dont", page.language)), *avoided) if avoided else ()


def _avoid(told: PlanStep, plan: Plan, page: Page) -> Lines:
    line = page.write("avoid", told.step.avoid or "", lead=AVOID, hang=" " * len(AVOID))
    return line if not told.step.only_warns else line + _words_to_say(told, page) + _due(told, plan, page)


def _words_to_say(told: PlanStep, page: Page) -> Lines:
    if not told.step.say:
        return ()
    return page.write_behind(SAY_RULE, "say", said("words-to-say", page.language, say=told.step.say))


def _due(told: PlanStep, plan: Plan, page: Page) -> Lines:
    if told.deadline is None:
        return ()
    until, more = deadline_words(told.deadline, plan.flow, page.language)
    return page.write("due", more, lead=f"   {until}", hang="   ")


def _findings(findings: tuple[PlanFinding, ...], page: Page) -> Lines:
    if not findings:
        return ()
    heading = page.write("heading", said("what-they-did", page.language))
    return _flat(heading, *(_finding(found, page) for found in findings))


def _finding(found: PlanFinding, page: Page) -> Lines:
    certainty = said("certainty", page.language, certainty=word(found.finding.certainty, page.language))
    reason = reason_words(found.reason, page.language)
    says = page.write("finding", found.finding.says, lead=certainty, hang="  ")
    return says + (page.write("note", "  " + reason, hang="  ") if reason else ())


def _law(plan: Plan, page: Page) -> Lines:
    if not plan.provisions:
        return ()
    heading = page.write("heading", said("the-law", page.language, day=plan.visit_day))
    name = name_of(plan.provisions[0], page.language)
    return _flat(
        heading,
        *(
            page.write(
                "law",
                provision.in_plan + remarks(provision, page.language),
                lead=said("gist", page.language, name=name_of(provision, page.language)),
                hang="  ",
            )
            for provision in plan.provisions
        ),
        page.write("note", said("law-in-full", page.language)),
        page.write("note", said("law-command", page.language, name=name), lead="  ", hang="  "),
    )


def _contacts(contacts: tuple[Contact, ...], page: Page) -> Lines:
    if not contacts:
        return ()
    heading = page.write("heading", said("whom-to-call", page.language))
    calls = (_call(contact, contact_words(contact, page.language), page) for contact in contacts)
    return _flat(heading, *calls)


def _call(contact: Contact, words: str, page: Page) -> Lines:
    return page.write("contact", words, lead=f"{contact.number}  ", hang="  ")


def _answers(answers: tuple[Answer, ...], page: Page, numbers: tuple[str, ...] = ()) -> Lines:
    """What was told; where there are numbers they stand before the questions."""
    if not answers:
        return ()
    heading = page.write("heading", said("what-you-said", page.language))
    leads = numbers or ("",) * len(answers)
    return _flat(heading, *(_told(answer, lead, page) for answer, lead in zip(answers, leads, strict=True)))


def _told(answer: Answer, number: str, page: Page) -> Lines:
    lead = f"{number}{answer.question.ask} → "
    return page.write("answer", answer_words(answer, page.language), lead=lead, hang=" " * len(number) or "  ")


def _reviewed(plan: Plan, page: Page) -> Lines:
    reviewed = said("reviewed", page.language, on=plan.flow.reviewed, next=plan.flow.next_review)
    return page.write("note", reviewed) + page.write("note", said("not-advice", page.language))


def _flat(*blocks: Lines) -> Lines:
    return tuple(chain.from_iterable(blocks))
