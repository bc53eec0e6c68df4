"""What the shipped flow owes its reader before any story: advice after three questions, the plan after eight."""

import pytest

from collector_guard import triage
from collector_guard.library import folder, load_flow
from collector_guard.prompts import FEWEST_COLUMNS, MARGIN
from collector_guard.render.layout import advice_lines
from collector_guard.wrapping import width

OUTSIDE = {"danger": ("none",), "where": ("outside",)}
WHOLE_DOOR_PLAN = ("court-comes-to", "police-comes-to", "wants")


def everyone_at_the_door(flow):
    """Situations at the door, for every way to get there, up to the question after which its plan is whole."""
    situations = [triage.replay(flow, OUTSIDE, on=flow.reviewed)]
    while situations:
        situation = situations.pop()
        question = triage.next_question(flow, situation)
        if question.id in WHOLE_DOOR_PLAN:
            yield situation
            continue
        taken = {answer.question.id: answer.taken for answer in situation.answers}
        answers = {"time": ["23:00", "12:00"], "many": ["none"]}.get(question.kind)
        ways = answers or [choice.id for choice in question.choices]
        situations += [triage.replay(flow, taken | {question.id: (one,)}, on=flow.reviewed) for one in ways]


def test_advice_comes_after_three_questions(doorstep):
    claims = doorstep.question("claims")

    for choice in claims.choices:
        situation = triage.replay(doorstep, OUTSIDE | {"claims": (choice.id,)}, on=doorstep.reviewed)
        plan = triage.plan_of(doorstep, situation)

        assert [answer.question.id for answer in situation.answers] == ["danger", "where", "claims"]
        assert claims.advise
        assert advice_lines(plan, 40, "zh") != ()


def test_the_whole_plan_for_the_door_comes_after_eight_questions(doorstep):
    asked = [len(situation.answers) + 1 for situation in everyone_at_the_door(doorstep)]

    assert max(asked) <= 8
    assert all(doorstep.question(name).advise for name in WHOLE_DOOR_PLAN)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_choice_fits_a_menu_of_sixty_columns(language):
    flow = load_flow("doorstep", language, folder())

    labels = [choice.label for question in flow.questions for choice in question.choices]
    assert [label for label in labels if width(label) + MARGIN > FEWEST_COLUMNS] == []


def test_danger_is_the_first_question(doorstep):
    assert doorstep.questions[0].id == "danger"


def test_every_danger_word_brings_up_a_card(doorstep):
    cards = {card.id for _, card in doorstep.danger_words}

    assert {"self-harm", "call-110"} <= cards
