"""Write provisions as Markdown documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from collector_guard.law.lookup import LookedUp
from collector_guard.law.model import Laws, Provision, ShortAnswer, Topic
from collector_guard.law.search import AllTopics, Cited, Found, OfTopic
from collector_guard.render.escaping import document, escaped
from collector_guard.render.law.answer import rests_on
from collector_guard.render.law.moves import parts_of
from collector_guard.render.naming import checked_words, in_force_words, name_of, new_numbers, old_numbers, title_words
from collector_guard.wording.sentences import quoted, sentence

if TYPE_CHECKING:
    from collector_guard.law.full_text import FoundArticles
    from collector_guard.law.model import Article
    from collector_guard.law.pasted_text import CheckedText
    from collector_guard.law.query import Answer as LawsAnswer


def laws_document(answer: LawsAnswer, laws: Laws, language: str) -> str:
    """What a query about the law found: a list of topics, each provision in full, articles, or a checked text."""
    if isinstance(answer, AllTopics):
        return document([_numbered(_topic(topic) for topic in answer.topics)])
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


def _numbered(entries: Iterable[str]) -> str:
    """A numbered list; four columns of number, so that what stands below an entry is indented as far."""
    numbered = [f"{f'{number}.':<4}{entry}" for number, entry in enumerate(entries, 1)]
    return ("\n\n" if any("\n" in entry for entry in numbered) else "\n").join(numbered)


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
