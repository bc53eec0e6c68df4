"""Write plans and provisions as Markdown documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from collector_guard.flow.card import Card
from collector_guard.flow.plan import Plan, PlanFinding, PlanStep
from collector_guard.flow.situation import Answer
from collector_guard.law.lookup import LookedUp
from collector_guard.law.model import Contact, Laws, Provision, ShortAnswer, Topic
from collector_guard.law.search import AllTopics, Cited, Found, OfTopic
from collector_guard.render.law.answer import rests_on
from collector_guard.render.law.moves import parts_of
from collector_guard.render.naming import (
    answer_words,
    card_call_words,
    checked_words,
    contact_words,
    deadline_words,
    in_force_words,
    name_of,
    new_numbers,
    old_numbers,
    reason_words,
    remarks,
    said,
    title_words,
)
from collector_guard.wording.sentences import readable, word

if TYPE_CHECKING:
    from collector_guard.law.full_text import FoundArticles
    from collector_guard.law.model import Article
    from collector_guard.law.pasted_text import CheckedText
    from collector_guard.law.query import Answer as LawsAnswer

MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&!$^@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
AT_THE_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")


def escaped(text: str) -> str:
    """The text, so written that nothing in it is markup."""
    return AT_THE_START.sub(r"\1\\", MARKUP.sub(r"\\\g<0>", readable(text).strip()))


def plan_document(plan: Plan, language: str) -> str:
    """A whole plan with the reason of every step."""
    if plan.card and plan.outcome.alone:
        return card_document(plan.card, language)
    doing = tuple(told for told in plan.steps if told.step.urgency == "now" and not told.step.only_warns)
    avoiding = tuple(told for told in plan.steps if told.step.urgency == "now" and told.step.only_warns)
    return _document(
        [
            *_top(plan, language),
            *_section(word("now", language), _steps(doing, plan, language)),
            *_section(said("dont", language), _steps(avoiding, plan, language)),
            *([f"## {said('when-safe', language)}"] if plan.waits_for_safety else ()),
            *_section(said("what-they-did", language), [_finding(found, language) for found in plan.findings]),
            *_section(word("today", language), _steps(plan.urgent("today"), plan, language)),
            *_section(word("later", language), _steps(plan.urgent("later"), plan, language)),
            *_section(
                said("the-law", language, day=plan.visit_day),
                [_law(provision, language) for provision in plan.provisions],
            ),
            *_section(said("whom-to-call", language), [_contact(contact, language) for contact in plan.contacts]),
            *_section(said("what-you-said", language), [_answer(given, language) for given in plan.situation.answers]),
            "---",
            said("reviewed", language, on=plan.flow.reviewed, next=plan.flow.next_review),
            said("not-advice", language),
        ]
    )


def card_document(card: Card, language: str) -> str:
    """A card alone."""
    return _document([f"# {escaped(card.title)}", _card(card, language)])


def laws_document(answer: LawsAnswer, laws: Laws, language: str) -> str:
    """What a query about the law found: a list of topics, each provision in full, articles, or a checked text."""
    if isinstance(answer, AllTopics):
        return _document([_numbered(_topic(topic) for topic in answer.topics)])
    if isinstance(answer, Cited):
        found = [text for one in answer.looked_up for text in _looked_up(one, laws, language)]
        articles = _articles((*answer.articles, *answer.only_published), language)
        remark = [escaped(said(answer.remark, language))] if answer.remark else []
        return _document([*found, *articles, *remark])
    if not isinstance(answer, OfTopic | Found):
        return _document(_from_full_text(answer, language))
    title = answer.topic.name if isinstance(answer, OfTopic) else answer.query
    usual = answer.topic.answers if isinstance(answer, OfTopic) else (answer.answer,) if answer.answer else ()
    answers = [text for one in usual for text in _short_answer(one, laws, language)]
    return _document([f"# {escaped(title)}", *answers, *_in_full(answer.provisions, laws, language)])


def _short_answer(answer: ShortAnswer, laws: Laws, language: str) -> list[str]:
    rests = said("answer-rests-on", language, names=rests_on(answer, laws, language), day=answer.checked)
    return [f"**{escaped(answer.asks)}** {escaped(answer.says)}", escaped(rests)]


def _from_full_text(answer: FoundArticles | CheckedText, language: str) -> list[str]:
    from collector_guard.law.full_text import FoundArticles

    if isinstance(answer, FoundArticles):
        from collector_guard.render.law.full_text import heading_words as found_words

        return [f"# {escaped(found_words(answer, language))}", *_articles(answer.articles, language)]
    from collector_guard.render.law.text_check import closing_words, entries, heading_words, opening_words

    parts = [f"# {escaped(heading_words(answer, language))}", *map(escaped, opening_words(answer, language))]
    for entry in entries(answer, language):
        parts.append(f"## {escaped(said('judged', language, written=entry.written, verdicts=entry.verdicts))}")
        parts += [f"**{escaped(lead)}** {escaped(text)}" if lead else escaped(text) for lead, text in entry.paragraphs]
    return [*parts, *map(escaped, closing_words(answer, language))]


def _articles(articles: Sequence[Article], language: str) -> list[str]:
    """Each article as published, and whose copy it is."""
    if not articles:
        return []
    from collector_guard.render.law.full_text import article_name

    parts = []
    for article in articles:
        parts.append(f"## {escaped(said('published', language, name=article_name(article, language)))}")
        parts += [f"> {escaped(paragraph)}" for paragraph in article.paragraphs]
    return [*parts, escaped(said("published-by", language))]


def _top(plan: Plan, language: str) -> list[str]:
    severity = said("severity", language, severity=word(plan.outcome.severity, language))
    top = [f"# {escaped(plan.flow.title)}", f"**{escaped(severity)} {escaped(plan.outcome.title)}**"]
    if not plan.situation.complete:
        top.append(said("so-far", language))
    if plan.card:
        top += [f"## {escaped(plan.card.title)}", _card(plan.card, language)]
    return top


def _section(heading: str, entries: Sequence[str]) -> list[str]:
    """A heading and its numbered entries; nothing where there are none."""
    return [f"## {escaped(heading)}", _numbered(entries)] if entries else []


def _numbered(entries: Iterable[str]) -> str:
    """A numbered list; four columns of number, so that what stands below an entry is indented as far."""
    numbered = [f"{f'{number}.':<4}{entry}" for number, entry in enumerate(entries, 1)]
    return ("\n\n" if any("\n" in entry for entry in numbered) else "\n").join(numbered)


def _below(paragraph: str) -> str:
    return f"\n\n    {paragraph}"


def _card(card: Card, language: str) -> str:
    calls = [f"**{escaped(contact.number)}** {escaped(card_call_words(contact, language))}" for contact in card.calls]
    return "\n".join(f"- {line}" for line in (*map(escaped, card.lines), *calls))


def _steps(steps: tuple[PlanStep, ...], plan: Plan, language: str) -> list[str]:
    return [_step(told, plan, language) for told in steps]


def _step(told: PlanStep, plan: Plan, language: str) -> str:
    """A step, and below it the words to say, what to avoid with it, its deadline and its reason."""
    step = told.step
    below = [f"> {escaped(said('words-to-say', language, say=step.say))}"] if step.say else []
    if step.avoid and not step.only_warns:
        below.append(f"**×** {escaped(step.avoid)}")
    if told.deadline:
        until, more = deadline_words(told.deadline, plan.flow, language)
        below.append(f"**{escaped(until)}**{escaped(more)}")
    if reason := reason_words(told.reason, language):
        below.append(escaped(reason))
    return escaped(step.do or step.avoid or step.title) + "".join(map(_below, below))


def _finding(found: PlanFinding, language: str) -> str:
    certainty = word(found.finding.certainty, language)
    names = said("and", language).join(name_of(provision, language) for provision in found.provisions)
    reason = reason_words(found.reason, language)
    below = [escaped(text) for text in (reason, names) if text]
    return f"**{escaped(certainty)}** {escaped(found.finding.says)}" + "".join(map(_below, below))


def _law(provision: Provision, language: str) -> str:
    remark = remarks(provision, language)
    return f"**{escaped(name_of(provision, language))}** {escaped(provision.in_plan + remark)}"


def _contact(contact: Contact, language: str) -> str:
    return f"**{escaped(contact.number)}** {escaped(contact_words(contact, language))}"


def _answer(answer: Answer, language: str) -> str:
    return f"{escaped(answer.question.ask)} **{escaped(answer_words(answer, language))}**"


def _topic(topic: Topic) -> str:
    return f"{escaped(topic.name)} ({escaped(topic.id)})"


def _looked_up(found: LookedUp, laws: Laws, language: str) -> list[str]:
    """What has the number on the day, and where the rules went that had it in another text."""
    texts = []
    for part in parts_of(found, language):
        mark = "# " if part.role == "heading" else ""
        texts += [mark + escaped(part.remark)] if part.remark else []
        texts += _in_full(part.provisions, laws, language)
    return texts


def _in_full(provisions: Iterable[Provision], laws: Laws, language: str) -> list[str]:
    return [part for provision in provisions for part in _provision(provision, laws, language)]


def _provision(provision: Provision, laws: Laws, language: str) -> list[str]:
    law = provision.law
    grade = title_words(law, language)
    quote = [f"> {escaped(said('words-to-say', language, say=provision.quote))}"] if provision.quote else []
    numbers = (*old_numbers(provision, language), *new_numbers(laws.successors(provision), language))
    origin = (checked_words(provision.checked, language), said("source", language, source=law.source))
    return [
        f"## {escaped(name_of(provision, language))}",
        escaped(grade),
        escaped(in_force_words(provision, language)),
        escaped(provision.gist),
        *quote,
        f"**{said('limits', language).strip()}** {escaped(provision.limits)}",
        *map(escaped, (*numbers, *((law.note,) if law.note else ()), *origin)),
    ]


def _document(parts: list[str]) -> str:
    return "\n\n".join(part.rstrip() for part in parts) + "\n"
