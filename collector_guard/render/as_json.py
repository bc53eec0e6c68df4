"""Turn plans and provisions into trees that JSON can carry; ids are stable, texts are not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from collector_guard.flow.card import Card
from collector_guard.flow.plan import Deadline, Plan, PlanFinding, PlanStep
from collector_guard.flow.situation import Answer
from collector_guard.law.lookup import LookedUp, Moved
from collector_guard.law.model import Article, Checked, Contact, Law, Laws, Provision, ShortAnswer, Topic
from collector_guard.law.search import AllTopics, Cited, Found, OfTopic
from collector_guard.wording.sentences import readable

if TYPE_CHECKING:
    from collector_guard.law.full_text import FoundArticles
    from collector_guard.law.judgement import Judged
    from collector_guard.law.pasted_text import CheckedText
    from collector_guard.law.query import Answer as LawsAnswer

FORMAT = 1

Tree = dict[str, object]


def plan_tree(plan: Plan) -> Tree:
    """A whole plan; days are ISO dates, what is not known is null."""
    outcome = plan.outcome
    return {
        "format": FORMAT,
        "flow": plan.flow.id,
        "language": plan.flow.language,
        "on": plan.situation.today.isoformat(),
        "visit-day": plan.visit_day.isoformat(),
        "complete": plan.situation.complete,
        "outcome": {"id": outcome.id, "severity": outcome.severity, "title": readable(outcome.title)},
        "card": _card(plan.card) if plan.card else None,
        "findings": [_finding(found) for found in plan.findings],
        "steps": [_step(told) for told in plan.steps],
        "provisions": [_provision(provision) for provision in plan.provisions],
        "contacts": [_contact(contact) for contact in plan.contacts],
        "answers": [_answer(answer) for answer in plan.situation.answers],
        "reviewed": {"on": plan.flow.reviewed.isoformat(), "next": plan.flow.next_review.isoformat()},
    }


def laws_tree(answer: LawsAnswer, laws: Laws) -> Tree:
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
        {**_provision(provision), "became": [_cite(newer) for newer in laws.successors(provision)]}
        for provision in answer.provisions
    ]
    if isinstance(answer, OfTopic):
        return {"format": FORMAT, "topic": _topic(answer.topic), "provisions": provisions}
    usual = _short_answer(answer.answer) if answer.answer else None
    return {"format": FORMAT, "query": readable(answer.query), "answer": usual, "provisions": provisions}


def with_card(tree: Tree, card: Card) -> Tree:
    """What was found, with the card that comes before it."""
    return {"format": FORMAT, "card": _card(card), **tree}


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
        "crimes": [
            {"name": crime.name, "times": crime.times, "provisions": [_provision(one) for one in crime.provisions]}
            for crime in answer.crimes
        ],
    }


def _judged(judged: Judged) -> Tree:
    return {
        "as-written": readable(judged.as_written),
        "times": judged.times,
        "verdicts": list(judged.verdicts),
        "law": _law(judged.law) if judged.law else None,
        "looked-up": _looked_up(judged.looked_up) if judged.looked_up else None,
        "claims": [_provision(provision) for provision in judged.claims],
        "article": _article(judged.article) if judged.article else None,
        "reason": judged.reason.kind if judged.reason else None,
        "meant": [_provision(provision) for provision in judged.meant],
    }


def _article(article: Article) -> Tree:
    return {
        "law": readable(article.law),
        "number": article.number,
        "standing": article.standing,
        "paragraphs": [readable(paragraph) for paragraph in article.paragraphs],
    }


def _card(card: Card) -> Tree:
    return {
        "id": card.id,
        "title": readable(card.title),
        "acts": list(card.acts),
        "lines": [readable(line) for line in card.lines],
        "calls": [contact.id for contact in card.calls],
    }


def _finding(found: PlanFinding) -> Tree:
    return {
        "id": found.finding.id,
        "certainty": found.finding.certainty,
        "says": readable(found.finding.says),
        "reason": [answer.question.id for answer in found.reason],
        "provisions": [_cite(provision) for provision in found.provisions],
    }


def _step(told: PlanStep) -> Tree:
    step = told.step
    return {
        "id": step.id,
        "urgency": step.urgency,
        "acts": list(step.acts),
        "title": readable(step.title),
        "do": _text(step.do),
        "say": _text(step.say),
        "avoid": _text(step.avoid),
        "due": _due(told.deadline) if told.deadline else None,
        "calls": [contact.id for contact in step.calls],
        "reason": [answer.question.id for answer in told.reason],
        "provisions": [_cite(provision) for provision in told.provisions],
    }


def _due(deadline: Deadline) -> Tree:
    span = deadline.due.span
    return {
        "after": deadline.due.after,
        "count": span.count,
        "unit": span.unit,
        "day": _day(deadline.day),
        "passed": deadline.passed,
        "by": _cite(deadline.provision) if deadline.provision else None,
    }


def _provision(provision: Provision) -> Tree:
    law, version = provision.law, provision.version
    return {
        **_cite(provision),
        "law": _law(law),
        "from": version.start.isoformat(),
        "until": _day(version.until),
        "gist": readable(provision.gist),
        "line": _text(provision.line),
        "quote": _text(provision.quote),
        "limits": readable(provision.limits),
        "was": {older: list(numbers) for older, numbers in provision.was},
        "topics": list(provision.topics),
        "source": readable(law.source),
        "checked": _checked(provision.checked),
    }


def _law(law: Law) -> Tree:
    return {"id": law.id, "title": readable(law.title), "grade": law.grade, "note": _text(law.note)}


def _cite(provision: Provision) -> Tree:
    return {"id": provision.cite, "version": provision.version.id}


def _contact(contact: Contact) -> Tree:
    return {
        "id": contact.id,
        "number": readable(contact.number),
        "name": readable(contact.name),
        "does": readable(contact.does),
        "source": readable(contact.source),
        "checked": _checked(contact.checked),
    }


def _answer(answer: Answer) -> Tree:
    return {
        "question": answer.question.id,
        "ask": readable(answer.question.ask),
        "taken": list(answer.taken),
        "words": [readable(words) for words in answer.words],
    }


def _looked_up(found: LookedUp) -> Tree:
    return {
        "law": found.law.id,
        "number": found.citation.number,
        "version": found.version.id,
        "on": found.on.isoformat(),
        "shown": found.shown,
        "provisions": [_provision(provision) for provision in found.provisions],
        "moved": [_moved(moved) for moved in found.moved],
        "became": [_moved(moved) for moved in found.became],
    }


def _moved(moved: Moved) -> Tree:
    return {
        "version": moved.version.id,
        "number": moved.number,
        "since": moved.since.isoformat(),
        "now": [_provision(provision) for provision in moved.now],
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


def _checked(checked: Checked) -> Tree:
    return {"on": checked.on.isoformat(), "against": checked.against}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _text(text: str | None) -> str | None:
    return None if text is None else readable(text)
