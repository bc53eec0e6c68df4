"""What people say leads to the words of the law, and mistakes in the files that tell it are named with their lines."""

import pytest

from collector_guard.law.lay_words import LayWords
from collector_guard.library.load import folder, load_laws, problems_in

WORDS = LayWords(
    ("怎么", "怎么办", "the", "a"),
    ((("去世",), ("死亡", "遗产")), (("车", "拖"), ("扣车",)), (("电动车",), ("非机动车",)), (("died",), ("死亡",))),
)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        pytest.param("爸爸去世了", ("死亡", "遗产"), id="one word"),
        pytest.param("车被人拖了", ("扣车",), id="two parts, words between them"),
        pytest.param("拖走我的车", ("扣车",), id="in any order"),
        pytest.param("车还在", (), id="one part of two"),
        pytest.param("he died", ("死亡",), id="latin"),
        pytest.param("undied", (), id="latin within a word"),
        pytest.param("电了我的动车", ("非机动车",), id="small words inside"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_a_question_means_what_its_lay_words_mean(asked, meant):
    assert WORDS.meanings(asked) == meant


def test_a_lay_word_inside_a_longer_one_does_not_count():
    words = LayWords((), ((("动车",), ("高铁",)), (("电动车",), ("非机动车",))))

    assert words.meanings("电动车被偷") == ("非机动车",)
    assert words.meanings("坐动车") == ("高铁",)


def test_words_of_other_fields_count_in_the_full_text_alone():
    words = LayWords((), ((("房东",), ("房东开门",)),), ((("房东",), ("出租人",)), (("押金",), ("租赁",))))

    assert words.meanings("房东不退押金") == ("房东开门",)
    assert words.everywhere().meanings("房东不退押金") == ("出租人", "租赁")


@pytest.mark.parametrize(
    ("asked", "telling"), [("车拖走怎么办", "车拖走"), ("the car", "car"), ("another theme", "another theme")]
)
def test_what_says_nothing_is_left_out(asked, telling):
    assert WORDS.telling(asked).strip() == telling


def test_every_language_has_the_same_lay_words():
    zh, en = (load_laws(language, folder()).lay_words for language in ("zh", "en"))

    assert zh == en
    assert len(zh.words) > 300


MISTAKES = [
    pytest.param("lay-words.yaml", "words:\n  去世: []\n", [(2, "missing-key")], id="a word that means nothing"),
    pytest.param("lay-words.yaml", "words:\n  去世: [死亡, 死亡]\n", [(2, "twice")], id="a meaning twice"),
    pytest.param(
        "lay-words.yaml", "words:\n  去世: [死亡]\n  去世: [遗产]\n", [(3, "yaml-duplicate-key")], id="a word twice"
    ),
    pytest.param("lay-words.yaml", "fillers: [吗]\n", [(1, "unknown-name")], id="an unknown key"),
    pytest.param(
        "topics.yaml",
        'door:\n  name: {zh: 门, en: Door}\n  answers:\n    open:\n      asks: {zh: "开吗？", en: "Open?"}\n'
        "      says: {zh: 不, en: No}\n      cites: [order/99]\n      checked: 2026-11-29\n",
        [(7, "unknown-provision")],
        id="an answer that cites nothing known",
    ),
    pytest.param(
        "topics.yaml",
        'door:\n  name: {zh: 门, en: Door}\n  answers:\n    open:\n      asks: {zh: "开吗？", en: "Open?"}\n',
        [(4, "missing-key"), (4, "missing-key"), (4, "missing-key")],
        id="an answer without a sentence, a source and a day",
    ),
]


@pytest.mark.parametrize(("file", "text", "expected"), MISTAKES)
def test_every_mistake_is_named_with_its_line(flows, file, text, expected):
    (flows / file).write_text(text, encoding="utf-8")

    problems = [problem for problem in problems_in(flows) if problem.file == file]

    assert [(problem.line, problem.kind.removesuffix("-near")) for problem in problems] == expected
