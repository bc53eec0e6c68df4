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
from collector_guard.render.review.condition_words import kind_heading, labelled_condition_words, named_words
from collector_guard.review.book import Book, CitedLaw
from collector_guard.review.located import written_at
from collector_guard.wording.sentences import bracketed, colon, listed, quoted, sentence, word

BELOW = "  "
# Of facts and outcomes the first that holds counts.
HOW = {"facts": "how-facts", "outcomes": "how-outcomes"}
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
    when = _line("alarm-when", labelled_condition_words(flow.alarm.when, flow), flow.language)
    return [f"**{escaped(flow.alarm.says)}**", escaped(when)]


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


def _line(kind: str, text: str, language: str) -> str:
    return sentence(kind, language) + text


def _question(question: Question, flow: Flow) -> str:
    language = flow.language
    lines = [
        _line("asked-when", labelled_condition_words(question.when, flow), language),
        _line("why-asked", question.why, language),
        _line("book-kind", word(question.kind, language), language),
    ]
    lines += [_line("book-known", question.known, language)] if question.known else []
    lines += [sentence("advice-after", language)] if question.advise else []
    lines += [sentence("is-visit-day", language)] if question.id == flow.visit_day else []
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
    lines.append(_line("book-acts", listed(card.acts, language), language))
    lines += [_line("book-used-by", listed(users, language), language)] if users else []
    lines += [sentence("book-emergency-card", language)] if card == flow.card else []
    lines += [_line("book-danger-words", listed(words, language), language)] if words else []
    return _entry(card.id, card.title, lines)


def _call(contact: Contact, language: str) -> str:
    return sentence("book-call", language, number=contact.number, name=contact.name, id=contact.id)


def _outcome(outcome: Outcome, flow: Flow) -> str:
    language = flow.language
    lines = [
        _line("book-severity", word(outcome.severity, language), language),
        _line("holds-when", _otherwise(outcome.when, flow), language),
    ]
    if outcome.card:
        lines.append(_line("book-card", outcome.card.id, language))
    if outcome.leads:
        lines.append(_line("book-leads", listed(outcome.leads, language), language))
    if outcome.at_once:
        lines.append(sentence("ends-at-once", language))
    if outcome.alone:
        lines.append(sentence("stands-alone", language))
    return _entry(outcome.id, outcome.title, lines)


def _finding(finding: Finding, book: Book) -> str:
    language = book.flow.language
    lines = (
        _line("book-certainty", word(finding.certainty, language), language),
        _line("found-when", labelled_condition_words(finding.when, book.flow), language),
    )
    cited = "".join(f"\n{_in_full(provision, language)}" for provision in book.cited(finding.cites))
    return _entry(finding.id, finding.says, lines, cited)


def _in_full(provision: Provision, language: str) -> str:
    """Gist, quote, limits, grade and what it was checked against, below the name of the provision."""
    law = provision.law
    lines = [provision.gist]
    lines += [_line("book-line", provision.line, language)] if provision.line else []
    lines += [quoted(provision.quote)] if provision.quote else []
    lines += [
        _line("limits", provision.limits, language),
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
    lines = [
        _line("book-urgency", word(step.urgency, language), language),
        _line("told-when", labelled_condition_words(step.when, flow), language),
        _line("book-acts", listed(step.acts, language), language),
    ]
    if step.do:
        lines.append(_line("book-do", step.do, language))
    if step.say:
        lines.append(_line("book-say", quoted(step.say), language))
    if step.avoid:
        lines.append(_line("book-avoid", step.avoid, language))
    if step.due:
        lines.append(_due(step.due, book))
    if step.no_law:
        lines.append(_line("book-no-law", step.no_law, language))
    lines += (_line("book-calls", _call(contact, language), language) for contact in step.calls)
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
        (_line("promised-when", when, language), sentence(DEMANDED[promise.demand], language, names=names)),
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
    lines += [law.note] if law.note else []
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
