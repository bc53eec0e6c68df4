"""A whole plan as a tree that JSON can carry; ids are stable, texts are not."""

from collector_guard.flow.first_page import first_page
from collector_guard.flow.model import written
from collector_guard.flow.plan import Deadline, Plan, PlanFinding, PlanStep
from collector_guard.flow.situation import Answer
from collector_guard.render.law.tree import Tree, card_tree, cite_tree, contact_tree, provision_tree, tree_of
from collector_guard.render.plan.outline import by_certainty

FORMAT = 2


def plan_tree(plan: Plan) -> Tree:
    """A whole plan, in the order of its pages; days are ISO dates, what is not known is null."""
    flow, page = plan.flow, first_page(plan)
    return {
        "format": FORMAT,
        "flow": flow.id,
        **tree_of(flow, "title", "language"),
        "on": plan.situation.today.isoformat(),
        **tree_of(plan, "visit_day"),
        **tree_of(plan.situation, "complete"),
        "outcome": tree_of(plan.outcome, "id", "severity", "title"),
        **tree_of(plan, "alarm"),
        "card": card_tree(plan.card) if plan.card else None,
        "first-page": {
            "steps": [planned.step.id for planned in page.steps],
            **tree_of(page, "headline", "alarm", "script", "warnings"),
        },
        "steps": [_step(number, planned) for number, planned in enumerate(plan.steps, 1)],
        "findings": [_finding(found) for found in by_certainty(plan)],
        "drafts": [
            {**tree_of(planned.draft, "id", "title", "does"), "reason": _reason(planned.reason)}
            for planned in plan.drafts
        ],
        "provisions": [provision_tree(provision) for provision in plan.provisions],
        "contacts": [contact_tree(contact) for contact in plan.contacts],
        "answers": [_answer(answer) for answer in plan.situation.answers],
        "reviewed": {"on": flow.reviewed.isoformat(), "next": flow.next_review.isoformat()},
    }


def _step(number: int, planned: PlanStep) -> Tree:
    step = planned.step
    return {
        "number": number,
        **tree_of(step, "id", "urgency", "acts", "title", "do", "say", "avoid"),
        "due": _due(planned.deadline) if planned.deadline else None,
        "calls": [contact.id for contact in step.calls],
        "draft": step.draft,
        "reason": _reason(planned.reason),
        "provisions": [cite_tree(provision) for provision in planned.provisions],
    }


def _finding(found: PlanFinding) -> Tree:
    return {
        **tree_of(found.finding, "id", "certainty", "says"),
        "reason": _reason(found.reason),
        "provisions": [cite_tree(provision) for provision in found.provisions],
    }


def _reason(reason: tuple[Answer, ...]) -> list[Tree]:
    """The answers that decided, each with what was read of it."""
    return [{"question": answer.question.id, "taken": _taken(answer)} for answer in reason]


def _due(deadline: Deadline) -> Tree:
    due = deadline.due
    return {
        "after": due.after,
        "count": due.span.length,
        "unit": due.span.unit,
        "fixed": due.fixed,
        **tree_of(deadline, "day", "passed"),
        "by": cite_tree(deadline.provision) if deadline.provision else None,
    }


def _answer(answer: Answer) -> Tree:
    asked = {"question": answer.question.id, **tree_of(answer.question, "ask")}
    return {**asked, "taken": _taken(answer), **tree_of(answer, "words")}


def _taken(answer: Answer) -> list[str]:
    return [*map(written, answer.taken)]
