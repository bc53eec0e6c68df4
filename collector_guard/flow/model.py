"""The nouns of a flow and of what a walk through it gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from collector_guard.flow.card import Card
from collector_guard.flow.when import Condition, Span
from collector_guard.law.model import Contact, Laws, Provision

UNKNOWN = "unknown"
NONE = "none"
ANY = "any"
# Choice ids, or one time (HH:MM) or date (ISO).
Taken = tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """One reply on offer."""

    id: str
    label: str


@dataclass(frozen=True)
class Question:
    """A point where the borrower answers; `kind` is one, many, time or date.

    `choices` hold `none` and `unknown` too where they are on offer.
    """

    id: str
    kind: str
    ask: str
    why: str
    choices: tuple[Choice, ...]
    when: Condition
    advise: bool
    known: str | None

    def label(self, taken: str) -> str:
        """The words of a choice; a time or date stands for itself."""
        return next((choice.label for choice in self.choices if choice.id == taken), taken)


@dataclass(frozen=True)
class Row:
    """One row of a fact."""

    value: str
    when: Condition


@dataclass(frozen=True)
class Fact:
    """What follows from answers: the first row that holds gives the value."""

    id: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Due:
    """A last day: so long after the date that question `after` asks for, by provision `by`.

    A day off moves it (民法典 203, 民诉法 85) unless it is `fixed`.
    """

    after: str
    span: Span
    by: str
    fixed: bool = False


@dataclass(frozen=True)
class Step:
    """One thing to do, say or avoid."""

    id: str
    when: Condition
    urgency: str
    acts: tuple[str, ...]
    do: str | None
    say: str | None
    avoid: str | None
    due: Due | None
    calls: tuple[Contact, ...]
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """What the visitors' conduct amounts to; `certainty` is certain, likely or possible."""

    id: str
    when: Condition
    certainty: str
    says: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """Where asking ends; `severity` is emergency, urgent or calm."""

    id: str
    severity: str
    title: str
    when: Condition
    card: Card | None
    at_once: bool
    alone: bool


@dataclass(frozen=True)
class Promise:
    """What must or must not be in every plan of the situations where `when` holds.

    `demand` is never, shows or first; `named` maps acts, steps, findings, outcomes, provisions to ids.
    """

    id: str
    when: Condition
    demand: str
    named: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Limit:
    """At most so many questions; `key` is the key of `pace` that says so."""

    key: str
    most: int


@dataclass(frozen=True)
class Pace:
    """How soon a reader is told what: at most so many questions before the first advice and the pause, and in a walk.

    Advice and plan are for readers at the door. The pause asks whether to go on; what is asked after it changes
    nothing about what to do now.
    """

    at_the_door: Condition
    advice: Limit
    plan: Limit
    pause: str
    walk: Limit


@dataclass(frozen=True)
class Flow:
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

    def question(self, question_id: str) -> Question | None:
        return next((question for question in self.questions if question.id == question_id), None)


@dataclass(frozen=True)
class Answer:
    """A question together with what was taken: choice ids, or one time (HH:MM) or date (ISO)."""

    question: Question
    taken: tuple[str, ...]

    @property
    def names_nothing(self) -> bool:
        """Whether it is none of the choices, or not known."""
        return self.taken in ((NONE,), (UNKNOWN,))

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.question.label(taken) for taken in self.taken)


@dataclass(frozen=True)
class Situation:
    """The answers of a walk so far, in order; `complete` when asking has ended."""

    answers: tuple[Answer, ...]
    complete: bool
    today: date


@dataclass(frozen=True)
class Found:
    """A finding in a plan, with its reason and the provisions in force on the day of the visit."""

    finding: Finding
    reason: tuple[Answer, ...]
    provisions: tuple[Provision, ...]


@dataclass(frozen=True)
class Deadline:
    """A last day, seen from `today`; `day` is None while the date it runs from is not known."""

    due: Due
    day: date | None
    provision: Provision | None
    today: date

    @property
    def days_left(self) -> int | None:
        """How many days there are until the last one: 0 on the day itself, fewer when it has passed."""
        return (self.day - self.today).days if self.day else None

    @property
    def passed(self) -> bool:
        return self.day is not None and self.day < self.today


@dataclass(frozen=True)
class Told:
    """A step in a plan, with its reason, its deadline and the provisions in force on the day of the visit."""

    step: Step
    reason: tuple[Answer, ...]
    deadline: Deadline | None
    provisions: tuple[Provision, ...]


@dataclass(frozen=True)
class Plan:
    """What a situation comes to: card, outcome, findings, steps, provisions and contacts together."""

    flow: Flow
    situation: Situation
    visit_day: date
    outcome: Outcome
    findings: tuple[Found, ...]
    steps: tuple[Told, ...]

    @property
    def card(self) -> Card | None:
        return self.outcome.card

    @property
    def waits_for_safety(self) -> bool:
        """Whether what stands below the steps for now is for when the reader is safe."""
        return self.card is not None and self.outcome.severity == "emergency"

    def urgent(self, urgency: str) -> tuple[Told, ...]:
        """The steps of one urgency: now, today or later."""
        return tuple(told for told in self.steps if told.step.urgency == urgency)

    @property
    def acts(self) -> frozenset[str]:
        """Every act that the plan tells the reader, its card's among them."""
        of_steps = {act for told in self.steps for act in told.step.acts}
        return frozenset(of_steps.union(self.card.acts if self.card else ()))

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision cited, once, in the order of showing."""
        shown: dict[tuple[str, str], Provision] = {}
        cited = [found.provisions for found in self.findings] + [told.provisions for told in self.steps]
        for provisions in cited:
            for provision in provisions:
                shown.setdefault((provision.version.id, provision.cite), provision)
        for told in self.steps:
            if told.deadline and (by := told.deadline.provision):
                shown.setdefault((by.version.id, by.cite), by)
        return tuple(shown.values())

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Everyone to call, once, the card's first."""
        called = list(self.card.calls if self.card else ())
        called += [contact for told in self.steps for contact in told.step.calls]
        return tuple(dict.fromkeys(called))
