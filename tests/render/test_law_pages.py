"""What `cg laws` answers stands on one screen, and the other forms leave nothing out."""

import pytest
from laws_by_hand import AT_NIGHT, TODAY, laws_by_hand

from collector_guard.law.search import AllTopics, Found, OfTopic, answer
from collector_guard.library.load import folder, load_laws
from collector_guard.render.formats import markdown
from collector_guard.render.law.answer import answer_lines, rests_on
from collector_guard.render.law.tree import laws_tree

HAND = laws_by_hand()
QUESTIONS = ("晚上能来吗", "车被拖走了", "爸爸去世了债要我还吗", "让我签承诺书", "还能坐高铁吗", "律师函", "隐私")
SCREENS = [pytest.param(40, 20, id="phone"), pytest.param(80, 24, id="desk")]


@pytest.fixture(scope="module", params=["zh", "en"])
def library(request):
    return request.param, load_laws(request.param, folder())


def text_of(lines):
    return "\n".join(line.text for line in lines)


def spaceless(text):
    return "".join(text.split())


@pytest.mark.parametrize(("columns", "rows"), SCREENS)
def test_the_topics_stand_on_one_screen_by_number(library, columns, rows):
    language, laws = library

    shown = answer_lines(AllTopics(laws.topics), laws, columns, language, rows)

    assert len(shown) < rows
    for number, topic in enumerate(laws.topics, 1):
        assert f"{number} {topic.name}" in " ".join(line.text for line in shown)


@pytest.mark.parametrize(("columns", "rows"), SCREENS)
def test_every_topic_opens_with_its_answer_on_one_screen(library, columns, rows):
    language, laws = library
    for topic in laws.topics:
        shown = answer_lines(answer(laws, (), TODAY, topic.id), laws, columns, language, rows)

        # English is longer: of a narrow screen the heading may scroll away.
        assert len(shown) < rows + (2 if (language, columns) == ("en", 40) else 0), topic.id
        assert spaceless(topic.answers[0].says) in spaceless(text_of(shown))


def test_without_a_screen_every_answer_of_a_topic_is_given(library):
    language, laws = library
    topic = next(topic for topic in laws.topics if len(topic.answers) > 1)

    shown = answer_lines(answer(laws, (), TODAY, topic.id), laws, 80, language)

    for one in topic.answers:
        assert spaceless(one.says) in spaceless(text_of(shown))


@pytest.mark.parametrize(("columns", "rows"), SCREENS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_on_one_screen(columns, rows, question):
    laws = load_laws("zh", folder())
    found = answer(laws, (question,), TODAY)

    shown = answer_lines(found, laws, columns, "zh", rows)

    assert len(shown) < rows
    assert spaceless(found.answer.says) in spaceless(text_of(shown))
    assert f"{found.answer.checked}" in text_of(shown)


def test_what_does_not_fit_is_counted_and_shown_in_plain_text(library):
    language, laws = library
    found = answer(laws, ("上门",), TODAY)

    on_screen, whole = (answer_lines(found, laws, 80, language, rows) for rows in (24, None))

    assert "--plain" in text_of(on_screen)
    assert "--plain" not in text_of(whole)
    assert len(whole) > len(on_screen)


def test_what_is_no_law_is_said_to_be_none_beside_an_answer():
    assert rests_on(AT_NIGHT, HAND, "zh") == "银协指引（不是法律）、治安管理处罚法第50条第1款第5项"


@pytest.mark.parametrize("shown", [OfTopic(HAND.topics[1], ()), Found("晚上", (), AT_NIGHT)], ids=["topic", "found"])
def test_every_form_has_the_answer_its_day_and_what_it_rests_on(shown):
    tree, document = laws_tree(shown, HAND), markdown.law(shown, None, HAND, 80, "zh", None)
    screen = text_of(answer_lines(shown, HAND, 80, "zh"))

    kept = tree["topic"]["answers"][0] if isinstance(shown, OfTopic) else tree["answer"]
    assert kept == {
        "id": "at-night",
        "asks": AT_NIGHT.asks,
        "says": AT_NIGHT.says,
        "cites": list(AT_NIGHT.cites),
        "checked": "2026-11-23",
    }
    for text in (AT_NIGHT.asks, AT_NIGHT.says, "2026-11-23"):
        assert text in screen
        assert text in document.replace("\\", "")


def test_a_program_is_told_what_a_provision_of_an_old_day_became():
    found = answer(HAND, ("恐吓",), TODAY.replace(year=2025))

    tree = laws_tree(found, HAND)

    assert [one["became"] for one in tree["provisions"][:1]] == [[{"id": "public-security/50.1.1", "version": "2025"}]]
