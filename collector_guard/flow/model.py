"""The nouns of a flow."""

from collections.abc import Mapping
from datetime import date, time
from typing import Literal, NamedTuple, TypeAlias, get_args

from collector_guard.flow.card import Card
from collector_guard.flow.draft import NO_DRAFTS, Drafts
from collector_guard.flow.when import Condition, Measure, Span
from collector_guard.law.model import Contact, Laws

# What a promise may name, and what one of each is called.
NAMED = {
    "acts": "act",
    "steps": "step",
    "findings": "finding",
    "outcomes": "outcome",
    "drafts": "draft",
    "provisions": "provision",
}
UNKNOWN = "unknown"
NONE = "none"
ANY = "any"
# The id of a choice, or what was measured.
Value: TypeAlias = str | Measure
# Choices, or one time or date.
Taken: TypeAlias = tuple[Value, ...]

Kind = Literal["one", "many", "time", "date"]
Urgency = Literal["now", "today", "later"]
Certainty = Literal["certain", "likely", "possible"]
Severity = Literal["emergency", "urgent", "calm"]
Demand = Literal["never", "shows", "first"]

KINDS: tuple[Kind, ...] = get_args(Kind)
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
DEMANDS: tuple[Demand, ...] = get_args(Demand)


def written(value: Value) -> str:
    """A value as files, options and pages have it: a choice by its id, a time as HH:MM, a date in ISO form."""
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def as_option(question_id: str, taken: Taken) -> str:
    """An answer as `--answer` takes it."""
    return f"{question_id}={','.join(map(written, taken))}"


class Choice(NamedTuple):
    """One reply on offer."""

    id: str
    label: str


class Question(NamedTuple):
    """A point where the borrower answers; `choices` hold `none` and `unknown` too where they are on offer."""

    id: str
    kind: Kind
    ask: str
    why: str
    choices: tuple[Choice, ...]
    when: Condition
    advise: bool
    known: str | None

    def label(self, taken: Value) -> str:
        """The words of a choice; a time or date stands for itself."""
        return next((choice.label for choice in self.choices if choice.id == taken), written(taken))


class Row(NamedTuple):
    """One row of a fact."""

    value: str
    when: Condition


class Fact(NamedTuple):
    """A table of what follows from answers: the first row that holds gives the value."""

    id: str
    rows: tuple[Row, ...]


class Due(NamedTuple):
    """A last day: so long after the date that question `after` asks for, by provision `by`.

    A day off moves it (民法典 203, 民诉法 85) unless it is `fixed`.
    """

    after: str
    span: Span
    by: str
    fixed: bool = False


class Step(NamedTuple):
    """One thing to do, say or avoid; `title` is one line of a narrow page, `do` what the title cannot say.

    `draft` is the id of the draft to do it with.
    `no_law` says, to who reviews the flow, why a step that speaks of law cites none.
    """

    id: str
    when: Condition
    urgency: Urgency
    acts: tuple[str, ...]
    title: str
    do: str | None
    say: str | None
    avoid: str | None
    due: Due | None
    calls: tuple[Contact, ...]
    cites: tuple[str, ...]
    draft: str | None = None
    no_law: str | None = None


class Finding(NamedTuple):
    """A name for what the visitors' conduct amounts to, never more certain than it is."""

    id: str
    when: Condition
    certainty: Certainty
    says: str
    cites: tuple[str, ...]


class Outcome(NamedTuple):
    """Where asking ends; `leads` are the steps that stand first in its plans."""

    id: str
    severity: Severity
    title: str
    when: Condition
    card: Card | None = None
    leads: tuple[str, ...] = ()
    at_once: bool = False
    alone: bool = False


class Promise(NamedTuple):
    """A rule for what must or must not be in every plan of the situations where `when` holds.

    `named` maps acts, steps, findings, outcomes, drafts, provisions to ids.
    """

    id: str
    when: Condition
    demand: Demand
    named: Mapping[str, tuple[str, ...]]


class Limit(NamedTuple):
    """At most so many questions; `key` is the key of `pace` that says so."""

    key: str
    most: int


class Pace(NamedTuple):
    """How soon a reader is told what: at most so many questions before the first advice and a pause, and in a walk.

    Advice and plan are for readers at the door; after a danger only so many questions come before a pause. A pause
    asks whether to go on; what is asked after the last of them changes nothing about what to do now.
    """

    at_the_door: Condition
    advice: Limit
    plan: Limit
    pauses: tuple[str, ...]
    walk: Limit
    danger: Condition | None = None
    after_danger: Limit | None = None


class Alarm(NamedTuple):
    """The line below the headline while somebody is there who is not known to be an officer."""

    when: Condition
    says: str


class Flow(NamedTuple):
    """A decision tree of questions, in the order of asking and showing, in one language."""

    id: str
    language: str
    title: str
    reviewed: date
    next_review: date
    visit_day: str
    card: Card
    acts: tuple[str, ...]
    danger_words: tuple[tuple[str, Card], ...]
    questions: tuple[Question, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    steps: tuple[Step, ...]
    outcomes: tuple[Outcome, ...]
    promises: tuple[Promise, ...]
    laws: Laws
    pace: Pace | None = None
    alarm: Alarm | None = None
    last_days_wait: Condition | None = None
    drafts: Drafts = NO_DRAFTS

    @property
    def cards(self) -> tuple[Card, ...]:
        """Each card once: those of the outcomes in their order, the one for `!`, those of danger words."""
        of_outcomes = (outcome.card for outcome in self.outcomes if outcome.card)
        return tuple(dict.fromkeys((*of_outcomes, self.card, *(card for _, card in self.danger_words))))

    def has_happened(self, question_id: str) -> bool:
        """Tell whether a date is of something past: the visit, or that from which a last day is counted."""
        return question_id == self.visit_day or any(step.due and step.due.after == question_id for step in self.steps)

    def question(self, question_id: str) -> Question | None:
        return next((question for question in self.questions if question.id == question_id), None)
