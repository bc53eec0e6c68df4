"""The plan of a situation, and how it is made."""

from datetime import date, timedelta
from typing import NamedTuple

from collector_guard.flow.card import Card
from collector_guard.flow.conditions import Known, Reason, holds, later, reason_for
from collector_guard.flow.draft import Draft
from collector_guard.flow.model import URGENCIES, Due, Finding, Flow, Outcome, Severity, Step, Urgency
from collector_guard.flow.situation import Answer, Situation, known_in
from collector_guard.law.model import Contact, Laws, Provision
from collector_guard.wording.sentences import sentence

SATURDAY = 5  # of date.weekday


class Deadline(NamedTuple):
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
    def presses(self) -> bool:
        """Tell whether the last day is today or tomorrow."""
        return self.days_left in (0, 1)

    @property
    def passed(self) -> bool:
        return self.day is not None and self.day < self.today


class PlanFinding(NamedTuple):
    """A finding in a plan, with its reason and the provisions in force on the day of the visit."""

    finding: Finding
    reason: tuple[Answer, ...]
    provisions: tuple[Provision, ...]


class PlanStep(NamedTuple):
    """A step in a plan, with its reason, its deadline, and the laws that it rests on as they are `today`.

    They are looked into where the law is wanted: the first page is shown without, and to load them takes a tenth of the
    time until then (benchmark_start).
    """

    step: Step
    reason: tuple[Answer, ...]
    deadline: Deadline | None
    laws: Laws
    today: date

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions that it cites, in force today."""
        return _provisions(self.laws, self.step.cites, self.today)

    @property
    def law(self) -> tuple[Provision, ...]:
        """The provisions that it cites, and the one that its deadline runs by, each once."""
        by = self.deadline.provision if self.deadline else None
        return tuple(dict.fromkeys((*self.provisions, by) if by else self.provisions))


class PlanDraft(NamedTuple):
    """A draft that fits a plan, with its reason."""

    draft: Draft
    reason: tuple[Answer, ...]


class Plan(NamedTuple):
    """All that a situation comes to: card, outcome, findings, steps, provisions and contacts together.

    The steps are in the order of showing: those of the last days that press; the outcome's leads; then by urgency;
    within one what has a last day, the nearest first, then the rest in the order of the flow. `alarm` is the line below
    the headline while somebody is there; `pressing` are the last days of today and tomorrow, unless the flow lets
    them wait.
    """

    flow: Flow
    situation: Situation
    visit_day: date
    outcome: Outcome
    findings: tuple[PlanFinding, ...] = ()
    steps: tuple[PlanStep, ...] = ()
    drafts: tuple[PlanDraft, ...] = ()
    alarm: str | None = None
    pressing: tuple[PlanStep, ...] = ()

    @property
    def card(self) -> Card | None:
        return self.outcome.card

    @property
    def headline(self) -> str:
        """The line told above all: the outcome; where it has no card, that a last day presses."""
        return self.outcome.title if self.card else self._last_day or self.outcome.title

    @property
    def second_line(self) -> str | None:
        """The line below the headline: the alarm; below what a card says, that a last day presses."""
        return self.alarm or (self._last_day if self.card else None)

    @property
    def _last_day(self) -> str | None:
        if not self.pressing:
            return None
        last = self.pressing[0].deadline
        return sentence("press-tomorrow" if last and last.days_left else "press-today", self.flow.language)

    @property
    def severity(self) -> Severity:
        """How grave it is; a last day that presses is never calm."""
        severity = self.outcome.severity
        return "urgent" if self.pressing and severity == "calm" else severity

    @property
    def leads(self) -> tuple[str, ...]:
        """The ids of the steps that stand first, whether they are in the plan or not."""
        return tuple(dict.fromkeys((*(planned.step.id for planned in self.pressing), *self.outcome.leads)))

    @property
    def first_urgency(self) -> Urgency:
        """The urgency under which the first steps stand: the most urgent that a plan has."""
        return min((planned.step.urgency for planned in self.steps), key=URGENCIES.index, default=URGENCIES[0])

    def urgent(self, urgency: Urgency) -> tuple[PlanStep, ...]:
        """The steps that stand under one urgency; what leads stands under the first, whatever its own."""
        leads, leading = self.leads, self.first_urgency
        under = ((planned, leading if planned.step.id in leads else planned.step.urgency) for planned in self.steps)
        return tuple(planned for planned, its_own in under if its_own == urgency)

    @property
    def has_advice(self) -> bool:
        """Tell whether there is something to do now or today."""
        return bool(self.urgent("now") or self.urgent("today"))

    @property
    def acts(self) -> frozenset[str]:
        """Every act that the plan tells the reader, its card's among them."""
        of_steps = {act for planned in self.steps for act in planned.step.acts}
        return frozenset(of_steps.union(self.card.acts if self.card else ()))

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision cited, once, in the order of showing."""
        cited = [provision for found in self.findings for provision in found.provisions]
        cited += [provision for planned in self.steps for provision in planned.law]
        return tuple({(one.version.id, one.cite): one for one in reversed(cited)}.values())[::-1]

    @property
    def rests_on_law(self) -> bool:
        """Tell whether it cites any law, without looking into that."""
        return bool(self.findings) or any(planned.step.cites or planned.step.due for planned in self.steps)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Everyone to call, once, the card's first."""
        called = list(self.card.calls if self.card else ())
        called += [contact for planned in self.steps for contact in planned.step.calls]
        return tuple(dict.fromkeys(called))


def plan_of(flow: Flow, situation: Situation) -> Plan:
    """Make the plan of a situation, complete or not.

    What they did is judged by the law of the day of the visit; what the reader does follows the law of today.
    """
    known, today = known_in(flow, situation), situation.today
    outcome = next(outcome for outcome in flow.outcomes if holds(outcome.when, known, today))
    visit_day = answered_day(flow.visit_day, known) or today
    if outcome.alone:
        return Plan(flow=flow, situation=situation, visit_day=visit_day, outcome=outcome)
    steps = _steps(flow, known, situation)
    plan = Plan(
        flow=flow,
        situation=situation,
        visit_day=visit_day,
        outcome=outcome,
        findings=_findings(flow, known, situation, visit_day),
        pressing=() if flow.last_days_wait and holds(flow.last_days_wait, known, today) else _pressing(steps),
        drafts=_drafts(flow, known, situation),
        alarm=flow.alarm.says if flow.alarm and holds(flow.alarm.when, known, today) else None,
    )
    return plan._replace(steps=_in_order(steps, plan.leads))


def advice_stands(plan: Plan) -> bool:
    """Tell whether there is advice: a card, or something to do after an answer that allows advice."""
    answers = plan.situation.answers
    allowing = [place for place, answer in enumerate(answers, 1) if answer.question.advise]
    if plan.card or not allowing or not plan.has_advice:
        return plan.card is not None
    before = plan.situation._replace(answers=answers[: allowing[-1]], complete=False)
    return plan_of(plan.flow, before).has_advice


def answered_day(question_id: str, known: Known) -> date | None:
    """The day that was answered; None where it is not known."""
    answered = known.get(question_id)
    return next((value for value in answered.values if isinstance(value, date)), None) if answered else None


def _first_day(flow: Flow, question_id: str, known: Known, situation: Situation) -> date | None:
    """The day from which a deadline runs; who is visited now is never asked on which day they came."""
    if question_id == flow.visit_day and question_id not in known and situation.complete:
        visited_now = flow.pace is None or holds(flow.pace.at_the_door, known, situation.today)
        return situation.today if visited_now else None
    return answered_day(question_id, known)


def _findings(flow: Flow, known: Known, situation: Situation, day: date) -> tuple[PlanFinding, ...]:
    found = []
    for finding in flow.findings:
        reason = reason_for(finding.when, known, situation.today)
        provisions = _provisions(flow.laws, finding.cites, day) if reason is not None else ()
        if reason is not None and provisions:
            found.append(PlanFinding(finding, _read(situation, reason), provisions))
    return tuple(found)


def _drafts(flow: Flow, known: Known, situation: Situation) -> tuple[PlanDraft, ...]:
    reasons = ((draft, reason_for(draft.when, known, situation.today)) for draft in flow.drafts.drafts)
    return tuple(PlanDraft(draft, _read(situation, reason)) for draft, reason in reasons if reason is not None)


def _steps(flow: Flow, known: Known, situation: Situation) -> tuple[PlanStep, ...]:
    planned = []
    for step in flow.steps:
        reason = reason_for(step.when, known, situation.today)
        if reason is not None:
            deadline = _deadline(flow, step, known, situation)
            read = _read(situation, reason)
            planned.append(PlanStep(step, read, deadline, laws=flow.laws, today=situation.today))
    return tuple(planned)


def _in_order(steps: tuple[PlanStep, ...], leads: tuple[str, ...]) -> tuple[PlanStep, ...]:
    places = {name: number for number, name in enumerate(leads)}

    def order(planned: PlanStep) -> tuple[int, int, bool, date]:
        step = planned.step
        return places.get(step.id, len(places)), URGENCIES.index(step.urgency), step.due is None, _last_day(planned)

    return tuple(sorted(steps, key=order))


def _pressing(steps: tuple[PlanStep, ...]) -> tuple[PlanStep, ...]:
    """The steps whose last day is today or tomorrow, the nearest first."""
    pressing = (planned for planned in steps if planned.deadline and planned.deadline.presses)
    return tuple(sorted(pressing, key=_last_day))


def _last_day(planned: PlanStep) -> date:
    day = planned.deadline.day if planned.deadline else None
    return day or date.max


def _read(situation: Situation, reason: Reason) -> tuple[Answer, ...]:
    """The answers of a reason, each with what was read of it."""
    answers = ((one.question, one.taken, reason.get(one.question.id)) for one in situation.answers)
    return tuple(
        Answer(question, tuple(one for one in taken if one in read))
        for question, taken, read in answers
        if read is not None
    )


def _provisions(laws: Laws, cites: tuple[str, ...], day: date) -> tuple[Provision, ...]:
    return tuple(provision for cite in cites for provision in laws.on(cite, day))


def _after_weekend(day: date, today: date) -> date:
    """The Monday after a weekend with the last day in it (民法典 203, 民诉法 85), once that day is past."""
    moved = day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day
    return day if today <= day else moved


def _deadline(flow: Flow, step: Step, known: Known, situation: Situation) -> Deadline | None:
    if step.due is None:
        return None
    today = situation.today
    provision = next(iter(flow.laws.on(step.due.by, today)), None)
    first = _first_day(flow, step.due.after, known, situation)
    # The first day is not counted (民法典 201, 民诉法 85), so the span is simply added.
    day = later(first, step.due.span) if first else None
    if day and not step.due.fixed:
        day = _after_weekend(day, today)
    return Deadline(due=step.due, day=day, provision=provision, today=today)
