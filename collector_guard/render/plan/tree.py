"""A whole plan as a tree that JSON can carry; ids are stable, texts are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_guard.flow.first_page import first_page
from collector_guard.render.law.tree import (
    Tree,
    card_tree,
    cite_tree,
    contact_tree,
    day_text,
    plain_text,
    provision_tree,
)
from collector_guard.render.plan.outline import by_certainty
from collector_guard.wording.sentences import readable

if TYPE_CHECKING:
    from collector_guard.flow.plan import Deadline, Plan, PlanDraft, PlanFinding, PlanStep
    from collector_guard.flow.situation import Answer

FORMAT = 2


def plan_tree(plan: Plan) -> Tree:
    """A whole plan, in the order of its pages; days are ISO dates, what is not known is null."""
    outcome = plan.outcome
    return {
        "format": FORMAT,
        "flow": plan.flow.id,
        "title": readable(plan.flow.title),
        "language": plan.flow.language,
        "on": plan.situation.today.isoformat(),
        "visit-day": plan.visit_day.isoformat(),
        "complete": plan.situation.complete,
        "outcome": {"id": outcome.id, "severity": outcome.severity, "title": readable(outcome.title)},
        "alarm": plain_text(plan.alarm),
        "card": card_tree(plan.card) if plan.card else None,
        "first-page": _first_page(plan),
        "steps": [_step(number, planned) for number, planned in enumerate(plan.steps, 1)],
        "findings": [_finding(found) for found in by_certainty(plan)],
        "drafts": [_draft(planned) for planned in plan.drafts],
        "provisions": [provision_tree(provision) for provision in plan.provisions],
        "contacts": [contact_tree(contact) for contact in plan.contacts],
        "answers": [_answer(answer) for answer in plan.situation.answers],
        "reviewed": {"on": plan.flow.reviewed.isoformat(), "next": plan.flow.next_review.isoformat()},
    }


def _first_page(plan: Plan) -> Tree:
    page = first_page(plan)
    return {
        "steps": [planned.step.id for planned in page.steps],
        "script": plain_text(page.script),
        "warnings": [readable(warning) for warning in page.warnings],
    }


def _step(number: int, planned: PlanStep) -> Tree:
    step = planned.step
    return {
        "number": number,
        "id": step.id,
        "urgency": step.urgency,
        "acts": list(step.acts),
        "title": readable(step.title),
        "do": plain_text(step.do),
        "say": plain_text(step.say),
        "avoid": plain_text(step.avoid),
        "due": _due(planned.deadline) if planned.deadline else None,
        "calls": [contact.id for contact in step.calls],
        "draft": step.draft,
        "reason": _reason(planned.reason),
        "provisions": [cite_tree(provision) for provision in planned.provisions],
    }


def _finding(found: PlanFinding) -> Tree:
    return {
        "id": found.finding.id,
        "certainty": found.finding.certainty,
        "says": readable(found.finding.says),
        "reason": _reason(found.reason),
        "provisions": [cite_tree(provision) for provision in found.provisions],
    }


def _draft(planned: PlanDraft) -> Tree:
    draft = planned.draft
    return {
        "id": draft.id,
        "title": readable(draft.title),
        "does": readable(draft.does),
        "reason": _reason(planned.reason),
    }


def _reason(reason: tuple[Answer, ...]) -> list[Tree]:
    """The answers that decided, each with what was read of it."""
    return [{"question": answer.question.id, "taken": list(answer.taken)} for answer in reason]


def _due(deadline: Deadline) -> Tree:
    due = deadline.due
    return {
        "after": due.after,
        "count": due.span.length,
        "unit": due.span.unit,
        "fixed": due.fixed,
        "day": day_text(deadline.day),
        "passed": deadline.passed,
        "by": cite_tree(deadline.provision) if deadline.provision else None,
    }


def _answer(answer: Answer) -> Tree:
    return {
        "question": answer.question.id,
        "ask": readable(answer.question.ask),
        "taken": list(answer.taken),
        "words": [readable(words) for words in answer.words],
    }
