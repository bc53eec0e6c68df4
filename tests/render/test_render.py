"""What a plan, a card and the law look like, compared whole with files under tests/snapshots/.

CG_RENEW_SNAPSHOTS=1 writes the files anew, to be read before they are kept; without it a missing file fails.
"""

import json
import re
from dataclasses import replace
from datetime import timedelta

import plans
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept import is_as_kept, painted, printed
from markdown_it import MarkdownIt

from collector_guard.flow.model import NONE, UNKNOWN, Choice
from collector_guard.flow.situation import Answer, Situation
from collector_guard.law.search import AllTopics, Found, OfTopic
from collector_guard.library.load import folder, read_flow
from collector_guard.render.as_json import laws_tree, plan_tree
from collector_guard.render.law.layout import provision_lines, results_lines, topics_lines
from collector_guard.render.layout import (
    advice_lines,
    card_lines,
    note_lines,
    plan_lines,
    waiting_lines,
    why_lines,
)
from collector_guard.render.lines import BLANK, Line, Page
from collector_guard.render.markdown import escaped, laws_document, plan_document
from collector_guard.render.naming import name_of, number_words, reason_words
from collector_guard.wording.sentences import LANGUAGES, SENTENCES
from collector_guard.wording.words import WORDS
from collector_guard.wording.wrapping import width

ESCAPE_SEQUENCE = re.compile(r"\x1b\[[0-9;]*m")
PRINTABLE = st.characters(exclude_categories=("C", "Z"), include_characters=" ")


def laws_shown(columns, language):
    provisions = plans.provisions_in(language)
    newest, old = provisions["messages"], provisions["old-messages"]
    return (
        *topics_lines(plans.topics_in(language), columns, language),
        BLANK,
        *results_lines(tuple(provisions.values()), Page.of(columns, language)),
        BLANK,
        *provision_lines(newest, columns, language),
        BLANK,
        *provision_lines(old, columns, language, (newest,)),
        BLANK,
        *provision_lines(provisions["hours"], columns, language),
    )


def questions_shown(columns, language):
    question = plans.questions_in(language)["claims"]
    return (
        *waiting_lines(question, ("arrived", "does"), columns, language),
        BLANK,
        *why_lines(question, columns, language),
    )


SHOWN = {
    "door": lambda columns, language: plan_lines(plans.door_plan(language), columns, language),
    "danger": lambda columns, language: plan_lines(plans.danger_plan(language), columns, language),
    "alone": lambda columns, language: plan_lines(plans.alone_plan(language), columns, language),
    "advice": lambda columns, language: advice_lines(plans.door_plan(language), columns, language),
    "question": questions_shown,
    "laws": laws_shown,
}
EVERY_SCREEN = [
    pytest.param(name, columns, language, id=f"{name}-{language}-{columns}")
    for name in SHOWN
    for columns in (40, 80)
    for language in LANGUAGES
]


@pytest.fixture(autouse=True)
def _a_terminal_with_colours(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_missing_snapshot_is_not_accepted(monkeypatch):
    monkeypatch.delenv("CG_RENEW_SNAPSHOTS", raising=False)

    with pytest.raises(AssertionError, match=r"nowhere\.txt is missing"):
        is_as_kept("nowhere.txt", "")


@pytest.mark.parametrize(("name", "columns", "language"), EVERY_SCREEN)
def test_a_screen_without_colour_is_as_kept(name, columns, language):
    shown = printed(SHOWN[name](columns, language))

    assert is_as_kept(f"{name}-{language}-{columns}.txt", shown)


@pytest.mark.parametrize(("name", "columns", "language"), EVERY_SCREEN)
def test_a_screen_with_colour_is_as_kept(name, columns, language):
    shown = painted(SHOWN[name](columns, language), columns)

    assert is_as_kept(f"{name}-{language}-{columns}.ansi", shown)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", [plans.door_plan, plans.danger_plan, plans.alone_plan])
def test_a_plan_as_a_document_is_as_kept(plan, language):
    shown = plan_document(plan(language), language)

    assert is_as_kept(f"{plan.__name__}-{language}.md", shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_provisions_as_a_document_are_as_kept(language):
    found = Found("短信", tuple(plans.provisions_in(language).values()))

    assert is_as_kept(f"laws-{language}.md", laws_document(found, plans.laws_in(language), language))


def test_a_plan_as_json_is_as_kept():
    shown = json.dumps(plan_tree(plans.danger_plan("zh")), ensure_ascii=False, indent=2)

    assert is_as_kept("danger.json", shown + "\n")


def test_provisions_as_json_are_as_kept():
    found = OfTopic(plans.topics_in("zh")[1], tuple(plans.provisions_in("zh").values()))

    assert is_as_kept(
        "laws.json", json.dumps(laws_tree(found, plans.laws_in("zh")), ensure_ascii=False, indent=2) + "\n"
    )


def test_topics_are_listed_in_every_format():
    topics = AllTopics(plans.topics_in("zh"))

    laws = plans.laws_in("zh")
    tree, document = laws_tree(topics, laws), laws_document(topics, laws, "zh")

    assert tree["topics"][0] == {"id": "door", "name": "要不要开门", "answers": []}
    assert document.startswith("1.  要不要开门 (door)\n2.  威胁、恐吓 (threats)\n")


@pytest.mark.parametrize(("name", "columns", "language"), EVERY_SCREEN)
def test_colour_changes_no_word(name, columns, language):
    lines = SHOWN[name](columns, language)

    without_colour = ESCAPE_SEQUENCE.sub("", painted(lines, columns))

    assert [line.rstrip() for line in without_colour.splitlines()] == [line.text for line in lines]


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("columns", [10, 20, 40, 60, 78, 200])
def test_no_line_is_wider_than_the_terminal_or_78_columns(name, columns):
    widest = max(width(line.text) for line in SHOWN[name](columns, "zh"))

    assert widest <= min(columns, 78)


@pytest.mark.parametrize(("name", "columns", "language"), EVERY_SCREEN)
def test_every_character_is_in_gbk(name, columns, language):
    assert printed(SHOWN[name](columns, language)).encode("gbk")


def test_every_sentence_of_the_program_is_in_gbk():
    texts = [text for both in (*SENTENCES.values(), *WORDS.values()) for text in both]

    assert "".join(texts).encode("gbk")


@pytest.mark.parametrize(("name", "columns", "language"), EVERY_SCREEN)
def test_one_blank_line_stands_between_sections(name, columns, language):
    shown = printed(SHOWN[name](columns, language))

    assert "\n\n\n" not in shown
    assert not shown.startswith("\n")
    assert not shown.endswith("\n\n")


def test_a_band_is_as_wide_as_the_text():
    shown = ESCAPE_SEQUENCE.sub("", painted(card_lines(plans.card_in("zh"), 100, "zh"), 100))

    assert width(shown.splitlines()[0]) == 78


def test_markup_and_escape_sequences_in_data_are_text():
    lines = plan_lines(plans.hostile_plan(), 78, "zh")

    shown = painted(lines, 78)

    assert "[bold]粗[/bold] [/催收] :100: [31m红[0m反" in ESCAPE_SEQUENCE.sub("", shown)
    assert not re.search(r"\x1b\[31m红|\x07|\u202e", shown)


def test_an_alone_outcome_shows_its_card_and_nothing_else():
    plan = plans.alone_plan("zh")

    assert plan_lines(plan, 40, "zh") == card_lines(plan.card, 40, "zh")


def test_advice_before_the_next_question_begins_with_the_card():
    plan = plans.danger_plan("zh")

    assert (
        advice_lines(plan, 40, "zh")[: len(plan.card.lines)] == card_lines(plan.card, 40, "zh")[: len(plan.card.lines)]
    )


def test_a_number_that_nobody_confirmed_is_said_to_be_so_on_a_card():
    card = plans.card_in("zh")._replace(calls=tuple(plans.contacts_in("zh").values()))

    shown = printed(card_lines(card, 80, "zh"))

    assert shown.endswith("\n110  报警电话\n12368  法院服务热线\n95000  平台客服（号码未核实）\n")


def test_without_steps_for_now_there_is_no_advice():
    assert advice_lines(replace(plans.door_plan("zh"), steps=()), 40, "zh") == ()


def test_a_plan_so_far_says_that_it_is_not_whole():
    plan = plans.door_plan("zh")
    so_far = replace(plan, situation=replace(plan.situation, complete=False))

    assert "还没有问完，这是到目前为止的建议。" in printed(plan_lines(so_far, 80, "zh"))


def test_nothing_of_a_plan_is_lost_on_a_narrow_screen():
    plan = plans.door_plan("zh")

    shown = re.sub(r"[\s│]", "", printed(plan_lines(plan, 20, "zh")))

    for told in plan.steps:
        for text in filter(None, (told.step.do, told.step.say, told.step.avoid)):
            assert text.replace(" ", "") in shown
    for provision in plan.provisions:
        assert provision.in_plan.replace(" ", "") in shown


def test_a_plan_says_one_line_of_a_provision_and_its_page_says_all():
    personal_data = plans.provisions_in("zh")["personal-data"]

    in_plan = printed(plan_lines(plans.door_plan("zh"), 80, "zh"))
    page = printed(provision_lines(personal_data, 80, "zh"))

    assert personal_data.line in in_plan
    assert personal_data.gist not in in_plan
    assert personal_data.gist in page


def test_the_step_after_the_fifth_stands_under_then():
    shown = printed(plan_lines(plans.door_plan("zh"), 80, "zh"))

    assert "\n\n然后\n6. 他们不走，打 110\n" in shown


def test_a_lead_goes_on_where_a_long_name_is_broken():
    lines = Page.of(20, "en").write("law", "short.", lead="Public Security Law, art. 50: ", hang="  ")

    assert lines == (Line("Public Security Law,", "law", 20), Line("  art. 50: short.", "law", 11))


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        pytest.param("50.1.5", "第50条第1款第5项", "art. 50, para. 1, item 5", id="item"),
        pytest.param("1032", "第1032条", "art. 1032", id="article"),
        pytest.param("253-1.1", "第253条之一第1款", "art. 253-1, para. 1", id="inserted article"),
        pytest.param("253-12", "第253条之12", "art. 253-12", id="inserted after the ninth"),
        pytest.param("hours", "", "", id="a word"),
    ],
)
def test_a_number_is_said_in_words(number, zh, en):
    assert (number_words(number, "zh"), number_words(number, "en")) == (zh, en)


def test_an_old_version_is_named():
    assert name_of(plans.provisions_in("zh")["old-messages"], "zh") == "治安管理处罚法（2012）第42条第1款第5项"


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        pytest.param(("firm",), "因为你说：受委托的催收公司", id="clear by itself"),
        pytest.param((UNKNOWN,), "因为你说：他们说自己是谁？不清楚", id="not sure"),
        pytest.param((NONE,), "因为你说：他们说自己是谁？以上这些全部都没有", id="none"),
        pytest.param(("silent",), "因为你说：他们说自己是谁？不肯说", id="short"),
    ],
)
def test_a_reason_is_in_the_words_of_the_reader(taken, words):
    question = plans.questions_in("zh")["claims"]
    question = replace(question, choices=(*question.choices, Choice(NONE, "以上这些全部都没有")))

    assert reason_words((Answer(question, taken),), "zh") == words


def test_a_long_text_is_never_shortened():
    question = replace(plans.questions_in("zh")["claims"], ask="他们说自己是谁" * 20 + "？")
    plan = replace(
        plans.door_plan("zh"), situation=Situation((Answer(question, ("silent",)),), complete=True, today=plans.DAY)
    )

    shown = printed(plan_lines(plan, 40, "zh"))

    assert question.ask in re.sub(r"\s", "", shown)
    assert "…" not in shown


def test_a_note_is_broken_like_any_text():
    assert [line.text for line in note_lines("不用开门，隔着门说话。", 12)] == ["不用开门，隔", "着门说话。"]


@given(text=st.text(alphabet=PRINTABLE, min_size=1, max_size=60))
def test_no_text_becomes_markup(text):
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(f"1.  {escaped(text)}\n")

    inline = [child for token in tokens if token.type == "inline" for child in token.children]
    assert {child.type for child in inline} <= {"text", "text_special"}
    assert "".join(child.content for child in inline) == text.strip()
    assert len([token for token in tokens if token.type.endswith("list_open")]) == 1


def due_on(day, language):
    """The plan for the door with every known last day on another one."""
    plan = plans.door_plan(language)
    due = (told.deadline and told.deadline.day and replace(told.deadline, day=day) for told in plan.steps)
    steps = tuple(replace(told, deadline=one or told.deadline) for told, one in zip(plan.steps, due, strict=True))
    return replace(plan, steps=steps)


LAST_DAYS = [
    (12, "en", "Probably until 2026-12-05 (12 days left); a day off moves it"),
    (1, "en", "Probably until 2026-11-24 (1 day left); a day off moves it"),
    (0, "en", "Probably until 2026-11-23 (today); a day off moves it"),
    (-1, "en", "Probably until 2026-11-22; that day has passed: ask 12348 today what can still be done"),
    (12, "zh", "期限：大概到 2026-12-05 为止（还有 12 天），遇法定休假日顺延"),
    (1, "zh", "期限：大概到 2026-11-24 为止（还有 1 天），遇法定休假日顺延"),
    (0, "zh", "期限：大概到 2026-11-23 为止（就是今天），遇法定休假日顺延"),
    (-1, "zh", "期限：大概到 2026-11-22 为止；这一天已经过了，今天就问 12348 还有没有办法"),
]


@pytest.mark.parametrize(("days", "language", "expected"), LAST_DAYS)
def test_a_last_day_is_told_with_the_days_left_or_that_it_has_passed(days, language, expected):
    plan = due_on(plans.DAY + timedelta(days=days), language)
    lines = plan_lines(plan, 40, language)

    written = re.sub(r"\n *", "" if language == "zh" else " ", printed(line for line in lines if line.role == "due"))

    assert expected.replace(" ", "") in written.replace(" ", "")
    assert expected in plan_document(plan, language).replace("**", "").replace("\\", "")


def test_a_fixed_last_day_is_moved_by_no_day_off():
    plan = due_on(plans.DAY, "en")
    fixed = tuple(
        replace(told, deadline=replace(told.deadline, due=replace(told.deadline.due, fixed=True)))
        for told in plan.steps
        if told.deadline
    )

    written = printed(plan_lines(replace(plan, steps=fixed), 80, "en"))

    assert "Probably until 2026-11-23 (today)" in written
    assert "a day off" not in written


@pytest.mark.parametrize(("days", "passed"), [(12, False), (0, False), (-1, True)])
def test_whether_a_last_day_has_passed_is_in_json(days, passed):
    tree = plan_tree(due_on(plans.DAY + timedelta(days=days), "en"))

    told = [step["due"]["passed"] for step in tree["steps"] if step["due"] and step["due"]["day"]]
    assert told == [passed]


def test_the_number_to_ask_when_a_day_has_passed_is_a_contact():
    numbers = {contact.number for contact in read_flow("doorstep", "zh", folder()).contacts}

    assert all(numbers & set(re.findall(r"\d{5}", sentence)) for sentence in SENTENCES["due-ask"])
