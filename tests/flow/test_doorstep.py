"""What the shipped flow owes its reader: advice after three questions, a pause after ten, and what fits a screen."""

from datetime import time

import pytest
from journeys import journeys

from collector_guard.desk.prompts.menus import FEWEST_COLUMNS, MARGIN
from collector_guard.flow import walk
from collector_guard.law.builder import LONGEST_LINE
from collector_guard.library.load import folder, load_flow
from collector_guard.render.card import card_lines
from collector_guard.render.plan.pages import plan_lines
from collector_guard.wording.sentences import LANGUAGES
from collector_guard.wording.wrapping import most_width, width, wrap

OUTSIDE = {"danger": ("none",), "where": ("outside",)}
NARROW, ROWS_OF_A_PHONE = 40, 20
MOST_CARD_ENTRIES, MOST_CARD_LINES = 6, 14


def everyone_at_the_door(flow):
    """Situations at the door, for every way to get there, up to the pause, where the plan for the door is whole."""
    situations = [walk.replay(flow, OUTSIDE, on=flow.reviewed)]
    while situations:
        situation = situations.pop()
        question = walk.next_question(flow, situation)
        if question is None or question.id in flow.pace.pauses:
            yield situation
            continue
        taken = {answer.question.id: answer.taken for answer in situation.answers}
        answers = {"time": [time(23), time(12)], "many": ["none"]}.get(question.kind)
        ways = answers or [choice.id for choice in question.choices]
        situations += [walk.replay(flow, taken | {question.id: (one,)}, on=flow.reviewed) for one in ways]


# English takes about 1.7 times the lines of Chinese in so narrow a column.
MOST_LINES = {"zh": 130, "en": 225}
# What is said of a debt that may be too old to be sued for takes a few more.
MORE_OF_AN_OLD_DEBT = 10


def is_polite(journey):
    """Whether they came to the door and only knocked and talked."""
    return journey.outcome == "at-the-door" and all(
        journey.answers.get(question, ("none",)) == ("none",) for question in ("did", "said", "spread")
    )


POLITE_VISITS = {name: journey.answers for name, journey in journeys().items() if is_polite(journey)}


@pytest.mark.parametrize("name", POLITE_VISITS)
def test_the_whole_plan_for_a_polite_visit_is_a_few_screens_of_a_phone(name, shipped):
    answers = POLITE_VISITS[name]
    situation = walk.replay(shipped, answers, on=shipped.reviewed)
    more = MORE_OF_AN_OLD_DEBT if answers.get("overdue", ("",))[0].startswith("old") else 0

    assert situation.complete
    assert len(plan_lines(walk.plan_of(shipped, situation), NARROW)) <= MOST_LINES[shipped.language] + more


@pytest.mark.parametrize("where", ["inside", "expected"])
def test_a_last_day_runs_from_today_only_where_they_are_there_today(doorstep, where):
    answers = {"where": (where,), "claims": ("creditor",), "did": ("bars",), "given": ("forced-to-sign",)}
    plan = walk.walk(doorstep, lambda question, *_: answers.get(question.id, ("unknown",)), on=doorstep.reviewed)
    deadlines = [planned.deadline for planned in plan.steps if planned.deadline]
    days = [deadline.day for deadline in deadlines if deadline.due.after == doorstep.visit_day]

    assert days
    assert [day is not None for day in days] == [where == "inside"] * len(days)


def test_advice_comes_after_three_questions(doorstep):
    claims = doorstep.question("claims")

    for choice in claims.choices:
        situation = walk.replay(doorstep, OUTSIDE | {"claims": (choice.id,)}, on=doorstep.reviewed)
        plan = walk.plan_of(doorstep, situation)

        assert [answer.question.id for answer in situation.answers] == ["danger", "where", "claims"]
        assert claims.advise
        assert plan.card or plan.urgent("now")


def test_the_pause_at_the_door_comes_after_ten_questions(doorstep):
    situations = list(everyone_at_the_door(doorstep))

    assert max(len(situation.answers) for situation in situations) <= 10
    assert all(walk.plan_of(doorstep, situation).urgent("now") for situation in situations)


def test_every_choice_fits_a_menu_of_sixty_columns(shipped):
    labels = [choice.label for question in shipped.questions for choice in question.choices]

    assert [label for label in labels if width(label) + MARGIN > FEWEST_COLUMNS] == []


def test_every_choice_takes_one_row_of_a_phone(shipped):
    wide = [
        choice.label
        for question in shipped.questions
        for choice in question.choices
        if most_width(choice.label) + len(f"  {len(question.choices)}  ") > NARROW
    ]
    assert wide == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_stands_below_the_headline_on_one_screen_of_a_phone(language):
    flow = load_flow("doorstep", language, folder())
    headline = 1 + max(len(wrap(f"━ {outcome.title}", NARROW)) for outcome in flow.outcomes) + 1
    asked, keys = {question.id: 1 + len(wrap(question.ask, NARROW)) for question in flow.questions}, 2

    too_long = [
        question.id
        for question in flow.questions
        if headline + asked[question.id] + len(question.choices) + keys > ROWS_OF_A_PHONE
    ]
    assert too_long == []


def test_danger_is_the_first_question(doorstep):
    assert doorstep.questions[0].id == "danger"


def test_a_card_has_six_entries_at_most_and_takes_twelve_narrow_lines(shipped):
    cards = {one.card for one in shipped.outcomes if one.card} | {card for _, card in shipped.danger_words}

    for card in cards | {shipped.card}:
        lines = card_lines(card, NARROW)

        assert 1 + len(card.lines) <= MOST_CARD_ENTRIES, card.id
        assert len(lines) <= MOST_CARD_LINES, card.id


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


def test_what_rests_first_on_a_press_report_says_that_it_is_reported(shipped):
    word = {"zh": "据报道", "en": "reported"}[shipped.language]
    said = [(one.id, one.cites, one.says) for one in shipped.findings]
    said += [(one.id, one.cites, one.says) for topic in shipped.laws.topics for one in topic.answers]
    reported = [one for one in said if shipped.laws.newest(one[1][0]).checked.against == "press-report"]

    assert len(reported) > 5
    assert [name for name, _, says in reported if word not in says] == []
