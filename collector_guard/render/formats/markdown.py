"""Markdown, in which every step of a plan is a heading, so that what stands below it can be folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from collector_guard.drafts.written import Passage, PassageRole, Table, WrittenDraft
from collector_guard.flow.first_page import first_page
from collector_guard.law.lookup import LookedUp
from collector_guard.law.model import Laws, Provision, ShortAnswer
from collector_guard.law.search import AllTopics, Cited, Found, OfTopic
from collector_guard.render.card import numbers_not_named
from collector_guard.render.draft import outline as draft_outline
from collector_guard.render.escaping import document, escaped
from collector_guard.render.law.answer import rests_on
from collector_guard.render.law.moves import parts_of
from collector_guard.render.naming import checked_words, in_force_words, name_of, new_numbers, old_numbers, title_words
from collector_guard.render.plan import outline as plan_outline
from collector_guard.wording.sentences import quoted, sentence

if TYPE_CHECKING:
    from collector_guard.flow.card import Card
    from collector_guard.flow.model import Flow
    from collector_guard.flow.plan import Plan, PlanDraft
    from collector_guard.law.full_text import FoundArticles
    from collector_guard.law.model import Article
    from collector_guard.law.pasted_text import CheckedText
    from collector_guard.law.query import Answer
    from collector_guard.render.plan.section import Entry, Part, Section


FORMS: dict[PassageRole, str] = {
    "for": "**{text}**",
    "heading": "## {text}",
    "text": "{text}",
    "point": "- {text}",
    "box": f"- {draft_outline.BOX}{{text}}",
    "note": "> {text}",
    "line": "{text}",
}
LISTED = ("point", "box")


def plan(plan: Plan, _columns: int) -> str:
    """Write everything that a plan says; one that is alone is its card."""
    if plan.card and plan.outcome.alone:
        return card(plan.card, 0)
    headline, *alarm = (escaped(paragraph.text) for paragraph in first_page(plan).top)
    sections = (part for section in plan_outline.full_sections(plan) for part in _section(section))
    return document(
        [
            f"# {headline}",
            *(f"**{text}**" for text in alarm),
            *sections,
            "---",
            *map(escaped, plan_outline.closing(plan)),
        ]
    )


def card(card: Card, _columns: int) -> str:
    """Write a card."""
    calls = [f"**{escaped(contact.number)}** {escaped(contact.name)}" for contact in numbers_not_named(card)]
    items = "\n".join(f"- {item}" for item in (*map(escaped, card.lines), *calls))
    return document([f"# {escaped(card.title)}", items])


def law(answer: Answer, above: Card | None, laws: Laws, _columns: int, language: str, _rows: int | None) -> str:
    """Write what a query found, below a card: a list of topics, each provision in full, articles, or a checked text."""
    return (card(above, 0) + "\n" if above else "") + _law(answer, laws, language)


def draft(draft: WrittenDraft, _plan: Plan | None, _columns: int) -> str:
    """Write a whole draft."""
    parts = [f"# {escaped(draft.draft.title)}"]
    before = ""
    for entry in draft_outline.outline(draft):
        close = entry.role in LISTED and before in LISTED
        parts.append(("\n" if close else "\n\n") + _drafted(entry))
        before = entry.role
    return "".join((*parts, "\n\n", f"*{escaped(draft_outline.footer(draft))}*", "\n"))


def drafts(flow: Flow, offers: tuple[PlanDraft, ...] | None, _columns: int) -> str:
    """List the drafts that fit, each with its reason, or with None for offers all there are."""
    heading, listed = draft_outline.offered(flow, offers)
    points = (
        f"- `{draft.id}` **{escaped(draft.title)}**  \n  {escaped(draft.does)}"
        + (f"  \n  {escaped(why)}" if why else "")
        for draft, why in listed
    )
    return "\n".join((f"# {heading}", "", *points, "", escaped(sentence("draft-how", flow.language)), ""))


def _section(section: Section) -> list[str]:
    """A heading, and below it a list, or where the entries are long a heading for each."""
    heading = f"## {escaped(section.heading)}"
    if not section.long:
        return [heading, "\n".join(line for entry in section.entries for line in _items(entry))]
    texts = [heading]
    for entry in section.entries:
        texts += (f"### {escaped(entry.lead + entry.title)}", *map(_part, entry.parts))
    return texts


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


def _law(answer: Answer, laws: Laws, language: str) -> str:
    if isinstance(answer, AllTopics):
        # Four columns of number, so that what stands below an entry is indented as far.
        topics = (f"{escaped(topic.name)} ({escaped(topic.id)})" for topic in answer.topics)
        return document(["\n".join(f"{f'{number}.':<4}{topic}" for number, topic in enumerate(topics, 1))])
    if isinstance(answer, Cited):
        found = [text for one in answer.looked_up for text in _looked_up(one, laws, language)]
        articles = _articles((*answer.articles, *answer.only_published), language)
        remark = [escaped(sentence(answer.remark, language))] if answer.remark else []
        return document([*found, *articles, *remark])
    if not isinstance(answer, OfTopic | Found):
        return document(_from_full_text(answer, language))
    title = answer.topic.name if isinstance(answer, OfTopic) else answer.query
    usual = answer.topic.answers if isinstance(answer, OfTopic) else (answer.answer,) if answer.answer else ()
    answers = [text for one in usual for text in _short_answer(one, laws, language)]
    return document([f"# {escaped(title)}", *answers, *_in_full(answer.provisions, laws, language)])


def _short_answer(answer: ShortAnswer, laws: Laws, language: str) -> list[str]:
    rests = sentence("answer-rests-on", language, names=rests_on(answer, laws, language), day=answer.checked)
    return [f"**{escaped(answer.asks)}** {escaped(answer.says)}", escaped(rests)]


def _from_full_text(answer: FoundArticles | CheckedText, language: str) -> list[str]:
    from collector_guard.law.full_text import FoundArticles

    if isinstance(answer, FoundArticles):
        from collector_guard.render.law.full_text import heading_words as found_words

        return [f"# {escaped(found_words(answer, language))}", *_articles(answer.articles, language)]
    from collector_guard.render.law.text_check import closing_words, entries, heading_words, opening_words

    parts = [f"# {escaped(heading_words(answer, language))}", *map(escaped, opening_words(answer, language))]
    for entry in entries(answer, language):
        parts.append(f"## {escaped(sentence('judged', language, written=entry.written, verdicts=entry.verdicts))}")
        parts += [f"**{escaped(lead)}** {escaped(text)}" if lead else escaped(text) for lead, text in entry.paragraphs]
    return [*parts, *map(escaped, closing_words(answer, language))]


def _articles(articles: Sequence[Article], language: str) -> list[str]:
    """Each article as published, and whose copy it is."""
    if not articles:
        return []
    from collector_guard.render.law.full_text import article_name

    parts = []
    for article in articles:
        parts.append(f"## {escaped(sentence('published', language, name=article_name(article, language)))}")
        parts += [f"> {escaped(paragraph)}" for paragraph in article.paragraphs]
    return [*parts, escaped(sentence("published-by", language))]


def _looked_up(found: LookedUp, laws: Laws, language: str) -> list[str]:
    """Write what has the number on the day, and where the rules went that had it in another text."""
    texts = []
    for part in parts_of(found, language):
        mark = "# " if part.role == "heading" else ""
        if part.remark:
            texts.append(mark + escaped(part.remark))
        texts += _in_full(part.provisions, laws, language)
    return texts


def _in_full(provisions: Iterable[Provision], laws: Laws, language: str) -> list[str]:
    return [part for provision in provisions for part in _provision(provision, laws, language)]


def _provision(provision: Provision, laws: Laws, language: str) -> list[str]:
    law = provision.law
    grade = title_words(law, language)
    quote = [f"> {escaped(quoted(provision.quote))}"] if provision.quote else []
    numbers = (*old_numbers(provision, language), *new_numbers(laws.successors(provision), language))
    origin = (checked_words(provision.checked, language), sentence("source", language, source=law.source))
    return [
        f"## {escaped(name_of(provision, language))}",
        escaped(grade),
        escaped(in_force_words(provision, language)),
        escaped(provision.gist),
        *quote,
        f"**{sentence('limits', language).strip()}** {escaped(provision.limits)}",
        *map(escaped, (*numbers, *((law.note,) if law.note else ()), *origin)),
    ]


def _drafted(entry: Passage | Table) -> str:
    if isinstance(entry, Passage):
        return FORMS[entry.role].format(text=escaped(entry.text))
    head = "| " + " | ".join(map(escaped, entry.columns)) + " |"
    empty = "|" + "   |" * len(entry.columns)
    return "\n".join((head, "|" + "---|" * len(entry.columns), *(empty for _ in range(entry.rows))))
