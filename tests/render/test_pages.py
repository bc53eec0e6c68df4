"""The pages of a plan: compared whole with files under tests/snapshots/, and what holds of each of them."""

from itertools import chain

import plans
import pytest
from kept import is_as_kept, painted, printed

from collector_guard.flow.first_page import KEYS, MOST_TITLES, first_page
from collector_guard.flow.plan import plan_of
from collector_guard.flow.walk import replay
from collector_guard.render.card import card_lines
from collector_guard.render.plan.pages import (
    answers_page,
    headline_lines,
    key_labels,
    key_line,
    later_page,
    law_page,
    next_page,
    now_page,
    step_page,
    telephone_page,
    today_page,
)
from collector_guard.wording.sentences import LANGUAGES, sentence
from collector_guard.wording.wrapping import width

PLANS = {"emergency": plans.danger_plan, "urgent": plans.door_plan, "calm": plans.calm_plan}
PAGES = {
    "card": lambda plan, columns: (card_lines(plan.flow.card, columns),),
    "now": now_page,
    "today": today_page,
    "later": later_page,
    "step": lambda plan, columns: step_page(plan, 1, columns),
    "law": law_page,
    "telephone": telephone_page,
    "answers": answers_page,
}
SCREENS = [
    pytest.param(page, of, language, columns, id=f"{page}-{of}-{language}-{columns}")
    for page, of in [
        ("card", "emergency"),
        *(("now", of) for of in PLANS),
        *((page, "urgent") for page in ("today", "later", "step", "law", "telephone", "answers")),
    ]
    for language in LANGUAGES
    for columns in (40, 80)
]


@pytest.mark.parametrize(("page", "of", "language", "columns"), SCREENS)
def test_a_page_is_as_kept(page, of, language, columns):
    lines = tuple(chain.from_iterable(PAGES[page](PLANS[of](language), columns)))

    assert is_as_kept(f"page-{page}-{of}-{language}-{columns}.txt", printed(lines))
    assert is_as_kept(f"page-{page}-{of}-{language}-{columns}.ansi", painted(lines, columns))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", PLANS)
@pytest.mark.parametrize("columns", [30, 40, 80])
def test_the_rows_of_the_first_page_are_counted_as_they_are_written(of, language, columns):
    plan = PLANS[of](language)

    lines = tuple(chain.from_iterable(now_page(plan, columns)))

    assert len(lines) + KEYS == first_page(plan).rows(columns)


def test_a_warning_that_has_no_room_is_left_out_and_one_that_has_is_kept():
    plan = plans.door_plan("zh")
    long, short = (plan.steps[0].step._replace(avoid=text) for text in ("别" * 90, "别开门"))
    steps = [planned._replace(step=step) for planned, step in zip(plan.steps, (long, short), strict=False)]

    page = first_page(plan._replace(steps=(*steps, *plan.steps[2:])))

    assert page.warnings[0] == "别开门"


def test_at_most_five_titles_stand_first_and_the_others_follow_with_their_numbers():
    plan = plans.door_plan("zh")

    first, after = (printed(tuple(chain.from_iterable(page(plan, 40)))) for page in (now_page, today_page))

    assert len(first_page(plan).steps) == MOST_TITLES
    assert "\n5 打平台" in first
    assert "\n6 核实不了" in after


def test_what_leads_today_stands_on_the_first_page_where_it_has_room():
    plan = plans.door_plan("zh")
    few = tuple(planned for planned in plan.steps if planned.step.id in {"record", "answer-the-court", "keep-footage"})
    outcome = plan.outcome._replace(leads=("answer-the-court",))

    page = first_page(plan._replace(steps=few, outcome=outcome))

    assert [planned.step.id for planned in page.steps] == ["record", "answer-the-court"]


def test_the_script_is_the_first_that_a_title_has():
    plan = plans.door_plan("zh")

    page = first_page(plan._replace(steps=plan.steps[1:]))

    assert page.script == "今天我什么都不签，要签的请寄给我。"


def test_a_page_whose_titles_have_nothing_to_say_has_no_script():
    plan = plans.door_plan("zh")
    silent = [planned._replace(step=planned.step._replace(say=None)) for planned in plan.steps[:MOST_TITLES]]

    page = first_page(plan._replace(steps=(*silent, *plan.steps[MOST_TITLES:])))

    assert page.script is None


def test_an_outcome_that_is_alone_has_nothing_but_its_card():
    plan = plans.alone_plan("zh")

    assert now_page(plan, 40) == (card_lines(plan.card, 40),)
    assert key_labels(plan, "now") == ("? 更多",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_the_screen(language):
    plan = plans.door_plan(language)

    lines = [line for page in PAGES.values() for block in page(plan, 40) for line in block]

    assert max(width(line.text) for line in lines) <= 40


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["now", "today", "later", "step", "law", "telephone", "answers"])
def test_the_keys_of_a_page_take_one_line_of_a_phone(page, language):
    line = key_line(key_labels(plans.door_plan(language), page), 40)

    assert width(line) <= 40
    assert line.endswith(("  ? 更多", "  ?: keys"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_desk_has_room_for_the_keys_that_keep_and_leave(language):
    line = key_line(key_labels(plans.door_plan(language), "now"), 80)

    assert {"c", "s"} <= {label[0] for label in line.split("  ")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_has_room_for_the_key_that_changes_an_answer(language):
    line = key_line(key_labels(plans.door_plan(language), "answers"), 40)

    assert {"zh": " 改回答", "en": ": change"}[language] in line


def test_enter_leads_through_what_is_left_to_do_and_back():
    plan = plans.door_plan("zh")

    assert [next_page(plan, page) for page in ("now", "today", "later", "law")] == ["today", "later", "now", "now"]


def test_enter_skips_a_page_whose_steps_all_stand_on_the_first():
    plan = plans.calm_plan("zh")

    assert next_page(plan, "now") == "later"


def test_the_lines_above_a_question_are_the_first_of_the_page():
    plan = plans.danger_plan("zh")

    assert headline_lines(plan, 40) == now_page(plan, 40)[0]


def test_each_provision_is_told_of_once_on_the_page_of_the_law():
    plan = plans.door_plan("zh")
    again = plan.steps[1]._replace(step=plan.steps[1].step._replace(cites=plan.steps[6].step.cites))

    lines = [
        line.text
        for block in law_page(plan._replace(steps=(plan.steps[0], again, *plan.steps[2:])), 80)
        for line in block
    ]

    assert sum("治安管理处罚法第50条" in line for line in lines) == 1
    assert "2 让他把证件举到猫眼，拍下来" in lines
    assert "7 他们不走，打 110" not in lines


def test_the_first_page_and_its_keys_look_into_no_law():
    flow = plans.flow_in("zh")
    flow = flow._replace(laws=None, steps=tuple(step for step in flow.steps if not step.due))
    plan = plan_of(flow, replay(flow, {"claims": ("firm",)}, on=plans.DAY))

    assert now_page(plan, 40)
    assert sentence("key-law", "zh") in key_labels(plan, "now")
    with pytest.raises(AttributeError):
        law_page(plan, 40)
