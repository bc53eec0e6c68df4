"""What the shipped flow owes its reader: advice after three questions, the plan after eight, all on two screens."""

from dataclasses import replace

import pytest
from journeys import journeys

from collector_guard.desk.prompts import FEWEST_COLUMNS, MARGIN
from collector_guard.flow import walk
from collector_guard.flow.plan import PlanStep
from collector_guard.law.builder import LONGEST_LINE
from collector_guard.library.load import folder, load_flow
from collector_guard.render.layout import FIRST_STEPS, advice_lines, card_lines, plan_lines
from collector_guard.wording.sentences import LANGUAGES, word
from collector_guard.wording.wrapping import width

OUTSIDE = {"danger": ("none",), "where": ("outside",)}
JOURNEYS = journeys()
NARROW, TALL = 40, 40
MOST_STEP_LINES, MOST_CARD_ENTRIES, MOST_CARD_LINES = 6, 6, 12
WHOLE_DOOR_PLAN = ("court-comes-to", "police-comes-to", "wants")


def everyone_at_the_door(flow):
    """Situations at the door, for every way to get there, up to the question after which its plan is whole."""
    situations = [walk.replay(flow, OUTSIDE, on=flow.reviewed)]
    while situations:
        situation = situations.pop()
        question = walk.next_question(flow, situation)
        if question.id in WHOLE_DOOR_PLAN:
            yield situation
            continue
        taken = {answer.question.id: answer.taken for answer in situation.answers}
        answers = {"time": ["23:00", "12:00"], "many": ["none"]}.get(question.kind)
        ways = answers or [choice.id for choice in question.choices]
        situations += [walk.replay(flow, taken | {question.id: (one,)}, on=flow.reviewed) for one in ways]


def test_advice_comes_after_three_questions(doorstep):
    claims = doorstep.question("claims")

    for choice in claims.choices:
        situation = walk.replay(doorstep, OUTSIDE | {"claims": (choice.id,)}, on=doorstep.reviewed)
        plan = walk.plan_of(doorstep, situation)

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


@pytest.fixture(scope="session", params=LANGUAGES)
def shipped(request):
    """The shipped flow in each language."""
    return load_flow("doorstep", request.param, folder())


def step_lines(flow, step):
    """The lines of each role that a step for now takes on a narrow screen as the tenth: its number has two digits."""
    nothing_said = walk.plan_of(flow, walk.replay(flow, {}, on=flow.reviewed))
    lines = []
    for times in (9, 10):
        plan = replace(nothing_said, steps=(PlanStep(step, (), None, ()),) * times)
        lines.append([line.role for line in advice_lines(plan, NARROW, flow.language)])
    return {role: lines[1].count(role) - lines[0].count(role) for role in ("step", "say", "avoid")}


def test_a_step_for_now_takes_six_narrow_lines_at_most(shipped):
    now = [step for step in shipped.steps if step.urgency == "now"]

    assert {
        step.id: lines for step in now if max((lines := step_lines(shipped, step)).values()) > MOST_STEP_LINES
    } == {}


def test_a_card_has_six_entries_at_most_and_takes_twelve_narrow_lines(shipped):
    cards = {one.card for one in shipped.outcomes if one.card} | {card for _, card in shipped.danger_words}

    for card in cards | {shipped.card}:
        lines = card_lines(card._replace(calls=()), NARROW, shipped.language)

        assert 1 + len(card.lines) <= MOST_CARD_ENTRIES, card.id
        assert len(lines) <= MOST_CARD_LINES, card.id


@pytest.mark.parametrize("name", JOURNEYS)
def test_what_to_do_first_fits_two_narrow_screens(shipped, name):
    journey = JOURNEYS[name]
    plan = walk.plan_of(shipped, walk.replay(shipped, journey.answers, on=journey.on))
    first = [told for told in plan.urgent("now") if told.step.do][:FIRST_STEPS]

    lines = plan_lines(replace(plan, steps=tuple(first)), NARROW, shipped.language)

    assert len(up_to_the_end_of(word("now", shipped.language), lines)) <= 2 * TALL


def up_to_the_end_of(heading, lines):
    """The lines of a plan from its top through the section of a heading, or through its first without that one."""
    start = next((place for place, line in enumerate(lines) if line.text == heading), 0)
    blanks = [place for place, line in enumerate(lines) if line.role == "blank" and place > start]
    return lines[: blanks[0] if blanks else len(lines)]


def test_what_a_plan_says_of_each_cited_provision_is_one_line(shipped):
    entries = (*shipped.steps, *shipped.findings)
    cites = {cite for entry in entries for cite in entry.cites} | {step.due.by for step in shipped.steps if step.due}
    newest = [shipped.laws.newest(cite) for cite in cites]
    older = [old for old in shipped.laws if any(new in newest for new in shipped.laws.successors(old))]

    assert {
        (one.version.id, one.cite): len(one.in_plan)
        for one in newest + older
        if len(one.in_plan) > LONGEST_LINE[shipped.language]
    } == {}
