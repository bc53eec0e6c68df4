"""Each of the eighty questions that borrowers ask most is answered by a step, a finding or an outcome of the flow."""

from datetime import date

import pytest
from folders import table

from collector_guard.flow import gate, walk
from collector_guard.flow.model import NONE, UNKNOWN

TABLE = table("flow/eighty_questions.yaml")
TODAY = date(2026, 11, 23)


def answered(when):
    """What a reader in that situation answers: what is not told is "not sure", danger is none, and asking goes on."""
    left_open = {"danger": NONE, "called": "yes", "go-on": "yes"}

    def ask(question, _situation, _before):
        taken = when.get(question.id, left_open.get(question.id, UNKNOWN))
        return gate.accept(question, tuple(taken) if isinstance(taken, list) else (taken,), on=TODAY)

    return ask


def test_there_are_eighty_questions_each_asked_once():
    assert len(TABLE) == len({line["asks"] for line in TABLE}) == 80


@pytest.mark.parametrize("line", TABLE, ids=[str(number) for number in range(1, len(TABLE) + 1)])
def test_a_question_is_answered(doorstep, line):
    plan = walk.walk(doorstep, answered(line["when"]), on=TODAY)

    steps = {told.step.id for told in plan.steps}
    findings = {found.finding.id for found in plan.findings}
    assert line["told"]
    assert set(line["told"]) - steps - findings - {plan.outcome.id} == set()
    assert set(line["when"]) <= {answer.question.id for answer in plan.situation.answers}
