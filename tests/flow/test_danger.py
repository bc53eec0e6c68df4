"""A danger word typed as a query brings its card first, of self-harm nothing else; then the law is searched as ever."""

import json

import pytest

from collector_guard.flow.typed_text import danger_in
from collector_guard.library.load import folder, load_danger_words

WORDS, ENGLISH = (load_danger_words("doorstep", language, folder()) for language in ("zh", "en"))
CHINESE, CARD = next((word, card) for word, card in WORDS if not (card.alone or word.isascii()))
PINYIN, CARD_OF_PINYIN = next((word, card) for word, card in WORDS if word == "jiuming")
ALONE, CARD_ALONE = next((word, card) for word, card in WORDS if card.alone)
# One Chinese and one ASCII word of every card.
OF_EVERY_CARD = {(card.id, word.isascii()): word for word, card in reversed(WORDS)}.values()


@pytest.mark.parametrize(("language", "words"), [("zh", WORDS), ("en", ENGLISH)], ids=["zh", "en"])
@pytest.mark.parametrize("word", OF_EVERY_CARD)
def test_a_danger_word_shows_its_own_card_first(cg, word, language, words):
    run = cg("laws", word, lang=language)

    assert run.out.splitlines()[0] == "━ " + dict(words)[word].title
    assert run.status in (0, 1)
    assert "Traceback" not in run.err


def test_what_is_found_follows_the_card_unchanged(cg):
    searched, cited = cg("laws", f"{CHINESE} 隐私"), cg("laws", "--all", f"{CHINESE} 民法典1032")

    assert searched.status == cited.status == 0
    assert searched.out.split("\n\n", 1)[1].startswith(f"查到“{CHINESE} 隐私”：\n")
    assert "\n\n民法典第1032条\n" in cited.out


def test_a_card_that_stands_alone_is_all_that_is_shown(cg):
    plain, tree = cg("laws", f"{ALONE} 隐私"), cg("laws", ALONE, "--format", "json")

    assert (plain.status, plain.err) == (0, "")
    assert plain.out.splitlines()[0] == f"━ {CARD_ALONE.title}"
    assert "隐私" not in plain.out
    assert json.loads(tree.out).keys() == {"format", "card"}


def test_the_card_is_shown_though_nothing_is_found(cg):
    run = cg("laws", "xqz", PINYIN, "qzx")

    assert run.status == 1
    assert run.out.startswith(f"━ {CARD_OF_PINYIN.title}\n")
    assert run.err.startswith(f"没有查到“xqz {PINYIN} qzx”。")


@pytest.mark.parametrize("beside", ["隐私", "xqzxqz"])
def test_a_program_gets_the_card_by_name(cg, beside):
    run = cg("laws", PINYIN, beside, "--format", "json")

    tree = json.loads(run.out)
    assert (tree["format"], tree["card"]["id"]) == (1, CARD_OF_PINYIN.id)
    assert bool(tree.get("provisions")) == (run.status == 0) == (beside == "隐私")


def test_a_document_begins_with_the_card(cg):
    run = cg("laws", CHINESE, "隐私", "--format", "markdown")

    headings = [line for line in run.out.splitlines() if line.startswith("# ")]
    assert headings == [f"# {CARD.title}", f"# {CHINESE} 隐私"]


@pytest.mark.parametrize("query", ["隐私", "民法典1032", "3"])
def test_no_card_is_shown_where_no_danger_word_is(cg, query):
    titles = {f"━ {card.title}" for _, card in WORDS}

    assert titles.isdisjoint(cg("laws", query).out.splitlines())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("他们说 不 想 活 了", "不想活", id="spaces in Chinese"),
        pytest.param("ＫＩＬＬ my\tSelf", "kill myself", id="full width and capitals"),
        pytest.param("活得很好", None, id="none"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_danger_word_is_found_whatever_its_case_and_spacing(text, found):
    assert danger_in(text, ("不想活", "kill myself")) == found


@pytest.mark.parametrize(
    ("typed", "card"),
    [
        pytest.param("他们要弄死我", "call-110", id="they want to kill me"),
        pytest.param("他们说要砍死他", "call-110", id="they speak of killing him"),
        pytest.param("我要拿刀砍死他们", "fight-back", id="the longer word decides whose knife it is"),
        pytest.param("进来一个砍一个", "fight-back", id="whoever comes in"),
        pytest.param("我想死，我要砍死他", "self-harm", id="despair before anger"),
        pytest.param("I want to kill myself", "self-harm", id="despair before anger in English"),
        pytest.param("they want to kill us", "call-110", id="their will, not mine"),
    ],
)
def test_the_longest_word_decides_and_despair_before_all(typed, card):
    assert dict(WORDS)[danger_in(typed, dict(WORDS))].id == card
