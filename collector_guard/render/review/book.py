"""Write a whole flow as one Markdown document for the reviewing lawyer."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from collector_guard.flow.card import Card
from collector_guard.flow.model import Demand, Due, Fact, Finding, Flow, Outcome, Promise, Question, Step
from collector_guard.flow.when import ALWAYS, Condition
from collector_guard.law.model import Contact, Provision
from collector_guard.render.escaping import escaped
from collector_guard.render.naming import (
    checked_words,
    contact_words,
    in_force_words,
    name_of,
    old_numbers,
    power_words,
    remarks,
    span_words,
    title_words,
)
from collector_guard.render.review.condition_words import (
    HOW,
    kind_heading,
    labelled_condition_words,
    marks_of_outcome,
    marks_of_question,
    named_words,
)
from collector_guard.review.book import Book, CitedLaw
from collector_guard.review.located import written_at
from collector_guard.wording.sentences import bracketed, colon, listed, quoted, sentence, word

BELOW = "  "
DEMANDED: dict[Demand, str] = {"never": "promise-never", "shows": "promise-shows", "first": "promise-first"}
Entry = TypeVar("Entry")


def book_document(book: Book) -> str:
    """Everything that a flow can ask and say, in its order, each entry with its place and its condition in words."""
    flow, language = book.flow, book.flow.language
    chapters = {
        "questions": _numbered(flow.questions, lambda one: _question(one, flow)),
        "facts": _numbered(flow.facts, lambda one: _fact(one, flow)),
        "cards": _numbered(book.flow.cards, lambda one: _card(one, book)),
        "outcomes": _numbered(flow.outcomes, lambda one: _outcome(one, flow)),
        "findings": _numbered(flow.findings, lambda one: _finding(one, book)),
        "steps": _numbered(flow.steps, lambda one: _step(one, book)),
        "promises": _numbered(flow.promises, lambda one: _promise(one, flow)),
        "contacts": _numbered(book.contacts, lambda one: _contact(one, language)),
        "laws": _numbered(book.laws, lambda one: _law(one, language)),
    }
    counts = {kind_heading(kind, language): len(entries) for kind, entries in chapters.items() if entries}
    contents = (sentence("book-count", language, name=name, count=count) for name, count in counts.items())
    situations = []
    if book.situations is not None:
        count = power_words(book.situations)
        situations.append(escaped(sentence("book-situations", language, situations=count)))
    blocks = [
        f"# {escaped(sentence('flow-title', language, title=flow.title, name=flow.id))}",
        escaped(sentence("reviewed", language, on=flow.reviewed, next=flow.next_review)),
        *situations,
        *_alarm(flow),
        *_last_days(flow),
        _list(contents),
    ]
    for kind, entries in chapters.items():
        if entries:
            how = [escaped(sentence(HOW[kind], language))] if kind in HOW else []
            blocks += [f"## {escaped(kind_heading(kind, language))}", *how, *entries]
    return "\n\n".join(blocks) + "\n"


def _alarm(flow: Flow) -> list[str]:
    """The line below the headline, and when it stands there."""
    if flow.alarm is None:
        return []
    when = _told(flow.language, ("alarm-when", labelled_condition_words(flow.alarm.when, flow)))
    return [f"**{escaped(flow.alarm.says)}**", *map(escaped, when)]


def _last_days(flow: Flow) -> list[str]:
    """When a last day of today or tomorrow does not stand before everything else."""
    if flow.last_days_wait is None:
        return []
    words = labelled_condition_words(flow.last_days_wait, flow)
    return list(map(escaped, _told(flow.language, ("last-days-wait", words))))


def _numbered(entries: Iterable[Entry], write: Callable[[Entry], str]) -> list[str]:
    return [f"### {number}. {write(entry)}" for number, entry in enumerate(entries, 1)]


def _entry(name: str, says: str | None, lines: Iterable[str], tail: str = "") -> str:
    """An entry below its number: its name and place, what it says, then what belongs to it."""
    place = written_at(name)
    top = escaped(name) + (f"\n\n{escaped(place)}" if place else "")
    said_in_bold = f"\n\n**{escaped(says)}**" if says else ""
    below = _list(lines)
    return top + said_in_bold + (f"\n\n{below}" if below else "") + tail


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {escaped(line)}" for line in lines)


def _told(language: str, *told: tuple[str, str | None]) -> list[str]:
    """Lines that begin with a sentence each, of what there is."""
    return [sentence(kind, language) + text for kind, text in told if text]


def _question(question: Question, flow: Flow) -> str:
    language = flow.language
    lines = _told(
        language,
        ("asked-when", labelled_condition_words(question.when, flow)),
        ("why-asked", question.why),
        ("book-kind", word(question.kind, language)),
        ("book-known", question.known),
    )
    lines += marks_of_question(question, flow)
    choices = (colon(choice.id, language) + choice.label for choice in question.choices)
    offered = f"\n\n{escaped(sentence('book-choices', language))}\n\n{_list(choices)}" if question.choices else ""
    return _entry(question.id, question.ask, lines, offered)


def _fact(fact: Fact, flow: Flow) -> str:
    """A table in the order of its rows, of which the first that holds counts."""
    language = flow.language
    rows = [[sentence(kind, language) for kind in ("row-number", "row-value", "row-when", "row-place")], ["---"] * 4]
    for number, row in enumerate(fact.rows, 1):
        when = _otherwise(row.when, flow)
        rows.append([str(number), *map(escaped, (row.value, when, written_at(row.value) or ""))])
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return _entry(fact.id, None, (), f"\n\n{table}")


def _otherwise(when: Condition, flow: Flow) -> str:
    """The condition of one of several of which the first counts: the last has none."""
    return sentence("when-else", flow.language) if when == ALWAYS else labelled_condition_words(when, flow)


def _card(card: Card, book: Book) -> str:
    flow, language = book.flow, book.flow.language
    users = [outcome.id for outcome in flow.outcomes if outcome.card == card]
    words = [typed for typed, shown in flow.danger_words if shown == card]
    lines = [*card.lines, *(_call(contact, language) for contact in card.calls)]
    lines += _told(language, ("book-acts", listed(card.acts, language)), ("book-used-by", listed(users, language)))
    if card == flow.card:
        lines.append(sentence("book-emergency-card", language))
    lines += _told(language, ("book-danger-words", listed(words, language)))
    return _entry(card.id, card.title, lines)


def _call(contact: Contact, language: str) -> str:
    return sentence("book-call", language, number=contact.number, name=contact.name, id=contact.id)


def _outcome(outcome: Outcome, flow: Flow) -> str:
    language = flow.language
    lines = _told(
        language,
        ("book-severity", word(outcome.severity, language)),
        ("holds-when", _otherwise(outcome.when, flow)),
        ("book-card", outcome.card and outcome.card.id),
        ("book-leads", listed(outcome.leads, language)),
    )
    return _entry(outcome.id, outcome.title, (*lines, *marks_of_outcome(outcome, language)))


def _finding(finding: Finding, book: Book) -> str:
    language = book.flow.language
    lines = _told(
        language,
        ("book-certainty", word(finding.certainty, language)),
        ("found-when", labelled_condition_words(finding.when, book.flow)),
    )
    cited = "".join(f"\n{_in_full(provision, language)}" for provision in book.cited(finding.cites))
    return _entry(finding.id, finding.says, lines, cited)


def _in_full(provision: Provision, language: str) -> str:
    """Gist, quote, limits, grade and what it was checked against, below the name of the provision."""
    law = provision.law
    lines = [
        provision.gist,
        *_told(language, ("book-line", provision.line)),
        *([quoted(provision.quote)] if provision.quote else ()),
        *_told(language, ("limits", provision.limits)),
        title_words(law, language),
        in_force_words(provision, language),
        *old_numbers(provision, language),
        checked_words(provision.checked, language),
    ]
    return f"- {_named(provision, language)}\n" + "\n".join(f"{BELOW}- {escaped(line)}" for line in lines)


def _named(provision: Provision, language: str) -> str:
    """Its name, and behind it what the flow calls it."""
    name = name_of(provision, language)
    return f"**{escaped(name)}** {escaped(bracketed(provision.cite, language))}"


def _step(step: Step, book: Book) -> str:
    flow, language = book.flow, book.flow.language
    lines = _told(
        language,
        ("book-urgency", word(step.urgency, language)),
        ("told-when", labelled_condition_words(step.when, flow)),
        ("book-acts", listed(step.acts, language)),
        ("book-do", step.do),
        ("book-say", step.say and quoted(step.say)),
        ("book-avoid", step.avoid),
    )
    if step.due:
        lines.append(_due(step.due, book))
    lines += _told(language, ("book-no-law", step.no_law))
    lines += _told(language, *(("book-calls", _call(contact, language)) for contact in step.calls))
    cited = "".join(
        f"\n- {_named(one, language)} {escaped(one.in_plan + remarks(one, language))}" for one in book.cited(step.cites)
    )
    return _entry(step.id, step.title, lines, cited)


def _due(due: Due, book: Book) -> str:
    language = book.flow.language
    names = (name_of(one, language) for one in book.cited((due.by,)))
    law = bracketed(sentence("and-then", language).join((*names, due.by)), language)
    span = sentence("due-span", language, span=span_words(due.span, language))
    return span + sentence("due-from", language, asked=due.after) + law


def _promise(promise: Promise, flow: Flow) -> str:
    """In words: in which situations, and what no plan, every plan or its first word has there."""
    language = flow.language
    when = labelled_condition_words(promise.when, flow)
    names = named_words(promise.named, language)
    return _entry(
        promise.id,
        None,
        (*_told(language, ("promised-when", when)), sentence(DEMANDED[promise.demand], language, names=names)),
    )


def _contact(contact: Contact, language: str) -> str:
    lines = (
        contact_words(contact, language),
        sentence("source", language, source=contact.source),
        checked_words(contact.checked, language),
    )
    return _entry(contact.id, contact.number, lines)


def _law(cited: CitedLaw, language: str) -> str:
    law = cited.law
    lines = [title_words(law, language), sentence("source", language, source=law.source)]
    if law.note:
        lines.append(law.note)
    return _entry(law.id, law.title, lines, "".join(_versions(cited, language)))


def _versions(cited: CitedLaw, language: str) -> Iterator[str]:
    """Each text of a law, and below it the provisions of it that are cited or stand for one on an earlier day."""
    for version in cited.law.versions:
        kind = "version-ended" if version.until else "version-in-force"
        dates = {"adopted": version.adopted, "start": version.start, "until": version.until or ""}
        yield f"\n- {escaped(sentence(kind, language, version=version.id, **dates))}"
        for provision in (one for one in cited.provisions if one.version == version):
            place = written_at(provision.number) or f"laws/{cited.law.id}.yaml"
            yield f"\n{BELOW}- {_named(provision, language)} {escaped(place)}"
