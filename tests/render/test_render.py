"""What a plan, a card and the law look like, compared whole with files under tests/snapshots/.

CG_RENEW_SNAPSHOTS=1 writes the files anew, to be read before they are kept; without it a missing file fails.
"""

import plans
import pytest
from help_texts import help_words
from hypothesis import given
from hypothesis import strategies as st
from kept import is_as_kept, painted, printed, unpainted
from markdown_it import MarkdownIt

from collector_guard.law.search import AllTopics, Found, OfTopic
from collector_guard.render.escaping import escaped
from collector_guard.render.formats import json as as_json
from collector_guard.render.formats import markdown
from collector_guard.render.law.layout import provision_lines, results_lines, topics_lines
from collector_guard.render.law.tree import laws_tree
from collector_guard.render.lines import BLANK, Line, Sheet
from collector_guard.render.naming import name_of, number_words
from collector_guard.render.plan.pages import plan_lines
from collector_guard.render.question import waiting_lines, why_lines
from collector_guard.wording.sentences import LANGUAGES, SENTENCES
from collector_guard.wording.words import WORDS
from collector_guard.wording.wrapping import width

PRINTABLE = st.characters(exclude_categories=("C", "Z"), include_characters=" ")


def laws_shown(columns, language):
    provisions = plans.provisions_in(language)
    newest, old = provisions["messages"], provisions["old-messages"]
    return (
        *topics_lines(plans.topics_in(language), Sheet.of(columns, language)),
        BLANK,
        *results_lines(tuple(provisions.values()), Sheet.of(columns, language)),
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
    "door": lambda columns, language: plan_lines(plans.door_plan(language), columns),
    "danger": lambda columns, language: plan_lines(plans.danger_plan(language), columns),
    "question": questions_shown,
    "laws": laws_shown,
}
EVERY_SCREEN = [
    pytest.param(name, columns, language, id=f"{name}-{language}-{columns}")
    for name in SHOWN
    for columns in (40, 80)
    for language in LANGUAGES
]


def test_a_missing_snapshot_is_not_accepted(monkeypatch):
    monkeypatch.delenv("CG_RENEW_SNAPSHOTS", raising=False)

    with pytest.raises(AssertionError, match=r"nowhere\.txt is missing"):
        is_as_kept("nowhere.txt", "")


@pytest.mark.parametrize(("name", "columns", "language"), EVERY_SCREEN)
def test_a_screen_is_as_kept_without_colour_and_with_it(name, columns, language):
    lines = SHOWN[name](columns, language)

    assert is_as_kept(f"{name}-{language}-{columns}.txt", printed(lines))
    assert is_as_kept(f"{name}-{language}-{columns}.ansi", painted(lines, columns))


@pytest.mark.parametrize("language", LANGUAGES)
def test_provisions_as_a_document_are_as_kept(language):
    found = Found("短信", tuple(plans.provisions_in(language).values()))

    assert is_as_kept(f"laws-{language}.md", markdown.law(found, None, plans.laws_in(language), 80, language, None))


def test_provisions_as_json_are_as_kept():
    found = OfTopic(plans.topics_in("zh")[1], tuple(plans.provisions_in("zh").values()))

    assert is_as_kept("laws.json", as_json.law(found, None, plans.laws_in("zh"), 80, "zh", None))


def test_topics_are_listed_in_every_format():
    topics = AllTopics(plans.topics_in("zh"))

    laws = plans.laws_in("zh")
    tree, document = laws_tree(topics, laws), markdown.law(topics, None, laws, 80, "zh", None)

    assert tree["topics"][0] == {"id": "door", "name": "要不要开门", "answers": []}
    assert document.startswith("1.  要不要开门 (door)\n2.  威胁、恐吓 (threats)\n")


@pytest.mark.parametrize(("name", "columns", "language"), EVERY_SCREEN)
def test_colour_changes_no_word(name, columns, language):
    lines = SHOWN[name](columns, language)

    without_colour = unpainted(painted(lines, columns))

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
    texts = [text for both in (*SENTENCES.values(), *WORDS.values(), *help_words()) for text in both]

    assert "".join(texts).encode("gbk")


@pytest.mark.parametrize(("name", "columns", "language"), EVERY_SCREEN)
def test_one_blank_line_stands_between_sections(name, columns, language):
    shown = printed(SHOWN[name](columns, language))

    assert "\n\n\n" not in shown
    assert not shown.startswith("\n")
    assert not shown.endswith("\n\n")


def test_a_lead_goes_on_where_a_long_name_is_broken():
    lines = Sheet.of(20, "en").write("law", "short.", lead="Public Security Law, art. 50: ", hang="  ")

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


@given(text=st.text(alphabet=PRINTABLE, min_size=1, max_size=60))
def test_no_text_becomes_markup(text):
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(f"1.  {escaped(text)}\n")

    inline = [child for token in tokens if token.type == "inline" for child in token.children]
    assert {child.type for child in inline} <= {"text", "text_special"}
    assert "".join(child.content for child in inline) == text.strip()
    assert len([token for token in tokens if token.type.endswith("list_open")]) == 1
