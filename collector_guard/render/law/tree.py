"""Turn provisions, contacts and cards into trees that JSON can carry; ids are stable, texts are not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from collector_guard.flow.card import Card
from collector_guard.law.lookup import LookedUp, Moved
from collector_guard.law.model import Article, Checked, Contact, Law, Laws, Provision, ShortAnswer, Topic
from collector_guard.law.search import AllTopics, Cited, Found, OfTopic
from collector_guard.wording.sentences import readable

if TYPE_CHECKING:
    from collector_guard.law.full_text import FoundArticles
    from collector_guard.law.judgement import Judged, Older
    from collector_guard.law.pasted_text import CheckedText
    from collector_guard.law.query import Answer

FORMAT = 1

Tree = dict[str, object]


def laws_tree(answer: Answer, laws: Laws) -> Tree:
    """What a query about the law found: topics, provisions, articles; of citations the day and where rules moved."""
    if isinstance(answer, AllTopics):
        return {"format": FORMAT, "topics": [_topic(topic) for topic in answer.topics]}
    if isinstance(answer, Cited):
        return {
            "format": FORMAT,
            "cited": [_looked_up(found) for found in answer.looked_up],
            "articles": [_article(article) for article in (*answer.articles, *answer.only_published)],
            "remark": answer.remark,
        }
    if not isinstance(answer, OfTopic | Found):
        return {"format": FORMAT, **_from_full_text(answer)}
    provisions = [
        {**provision_tree(provision), "became": [cite_tree(newer) for newer in laws.successors(provision)]}
        for provision in answer.provisions
    ]
    if isinstance(answer, OfTopic):
        return {"format": FORMAT, "topic": _topic(answer.topic), "provisions": provisions}
    usual = _short_answer(answer.answer) if answer.answer else None
    return {"format": FORMAT, "query": readable(answer.query), "answer": usual, "provisions": provisions}


def _from_full_text(answer: FoundArticles | CheckedText) -> Tree:
    from collector_guard.law.full_text import FoundArticles

    if isinstance(answer, FoundArticles):
        articles = [_article(article) for article in answer.articles]
        words = [readable(word) for word in answer.words]
        return {"query": readable(answer.query), "words": words, "near": answer.near, "articles": articles}
    return {
        "on": answer.on.isoformat(),
        "citations": [_judged(judged) for judged in answer.judged],
        "without-law": [readable(written) for written in answer.without_law],
        "papers-of-parties": [readable(written) for written in answer.private],
        "long-ranges": [readable(written) for written in answer.long_ranges],
        "left-out": answer.left_out,
        "crimes": [
            {"name": crime.name, "times": crime.times, "provisions": [provision_tree(one) for one in crime.provisions]}
            for crime in answer.crimes
        ],
    }


def _judged(judged: Judged) -> Tree:
    return {
        "as-written": readable(judged.as_written),
        "times": judged.times,
        "verdicts": list(judged.verdicts),
        "law": law_tree(judged.law) if judged.law else None,
        "looked-up": _looked_up(judged.looked_up) if judged.looked_up else None,
        "claims": [provision_tree(provision) for provision in judged.claims],
        "article": _article(judged.article) if judged.article else None,
        "reason": judged.reason.kind if judged.reason else None,
        "older": [_older(older) for older in judged.older],
        "meant": [provision_tree(provision) for provision in judged.meant],
    }


def _older(older: Older) -> Tree:
    article = _article(older.article) if older.article else None
    return {"number": older.number, "now": older.now, "since": older.since.isoformat(), "article": article}


def _article(article: Article) -> Tree:
    return {
        "law": readable(article.law),
        "number": article.number,
        "standing": article.standing,
        "paragraphs": [readable(paragraph) for paragraph in article.paragraphs],
    }


def card_tree(card: Card) -> Tree:
    """A card, with the ids of whom to call."""
    return {
        "id": card.id,
        "title": readable(card.title),
        "acts": list(card.acts),
        "lines": [readable(line) for line in card.lines],
        "calls": [contact.id for contact in card.calls],
    }


def provision_tree(provision: Provision) -> Tree:
    """A provision, with its law and the days between which it is in force."""
    law, version = provision.law, provision.version
    return {
        **cite_tree(provision),
        "law": law_tree(law),
        "from": version.start.isoformat(),
        "until": day_text(version.until),
        "gist": readable(provision.gist),
        "line": plain_text(provision.line),
        "quote": plain_text(provision.quote),
        "limits": readable(provision.limits),
        "was": {older: list(numbers) for older, numbers in provision.was},
        "topics": list(provision.topics),
        "source": readable(law.source),
        "checked": checked_tree(provision.checked),
    }


def law_tree(law: Law) -> Tree:
    """What a law is."""
    return {"id": law.id, "title": readable(law.title), "grade": law.grade, "note": plain_text(law.note)}


def cite_tree(provision: Provision) -> Tree:
    """The names of a provision."""
    return {"id": provision.cite, "version": provision.version.id}


def contact_tree(contact: Contact) -> Tree:
    """A number, with its source."""
    return {
        "id": contact.id,
        "number": readable(contact.number),
        "name": readable(contact.name),
        "does": readable(contact.does),
        "source": readable(contact.source),
        "checked": checked_tree(contact.checked),
    }


def _looked_up(found: LookedUp) -> Tree:
    return {
        "law": found.law.id,
        "number": found.citation.number,
        "version": found.version.id,
        "on": found.on.isoformat(),
        "shown": found.shown,
        "provisions": [provision_tree(provision) for provision in found.provisions],
        "moved": [_moved(moved) for moved in found.moved],
        "became": [_moved(moved) for moved in found.became],
    }


def _moved(moved: Moved) -> Tree:
    return {
        "version": moved.version.id,
        "number": moved.number,
        "since": moved.since.isoformat(),
        "now": [provision_tree(provision) for provision in moved.now],
    }


def _topic(topic: Topic) -> Tree:
    answers = [_short_answer(answer) for answer in topic.answers]
    return {"id": topic.id, "name": readable(topic.name), "answers": answers}


def _short_answer(answer: ShortAnswer) -> Tree:
    return {
        "id": answer.id,
        "asks": readable(answer.asks),
        "says": readable(answer.says),
        "cites": list(answer.cites),
        "checked": answer.checked.isoformat(),
    }


def checked_tree(checked: Checked) -> Tree:
    """When a text was last compared, and against what."""
    return {"on": checked.on.isoformat(), "against": checked.against}


def day_text(day: date | None) -> str | None:
    """A day as an ISO date, null where there is none."""
    return day.isoformat() if day else None


def plain_text(text: str | None) -> str | None:
    """A text without control characters, null where there is none."""
    return None if text is None else readable(text)
