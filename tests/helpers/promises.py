"""Hold plans against the promises of their flow."""

from collector_guard.flow.plan import plan_of
from collector_guard.review.proof.promises import broken_by


def checked_plan_of(flow, situation):
    """The plan of a situation, complete or not, none of whose promises may be broken."""
    plan = plan_of(flow, situation)
    answers = {answer.question.id: answer.taken for answer in situation.answers}
    assert [promise.id for promise in broken_by(plan, flow.promises)] == [], answers
    return plan
