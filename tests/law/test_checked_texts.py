"""Texts as people hand them in: every citation is told with its right value, in every format."""

import json
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept import printed

from collector_guard.law.pasted_text import check_text
from collector_guard.library.load import folder, load_laws
from collector_guard.render.formats import forms_of, writer
from collector_guard.render.law.text_check import text_check_lines

LAWS = load_laws("zh", folder())
LONG_TITLE = (
    "《最高人民法院关于审理涉及金融资产管理公司收购、管理、处置国有银行不良贷款形成的资产的案件适用法律若干问题的规定》"
)


def checked(text, today):
    """Each citation as it is written, with its verdicts."""
    return {judged.as_written: judged.verdicts for judged in check_text(text, LAWS, today, None).judged}


def shown(text, today):
    """What the terminal shows, without the ends of its lines."""
    lines = text_check_lines(check_text(text, LAWS, today, None), 400, "zh")
    return re.sub(r"\n +", "", printed(lines))


def test_a_crime_that_does_not_exist(today):
    text = "债主说狠话，已经触犯《刑法》第246条的威胁罪。谁借谁还写在《民法典》第680条。"

    told = shown(text, today)

    assert "威胁罪：没有收录叫这个名字的罪" in told
    assert re.search("刑法第246条：.*(侮辱|诽谤)", told)
    assert "治安管理处罚法第50条第1款第1项" in told
    assert re.search("民法典第680条：.*利", told)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("上门的人要守《中华人民共和国催收条例》，吓唬人、骂人都不行。", "《中华人民共和国催收条例》"),
        ("催收还要守《互联网金融个人信息保护业务规范》。", "《互联网金融个人信息保护业务规范》"),
        ("还有《地方金融监督管理条例》管催收。", "《地方金融监督管理条例》"),
        ("《网络借贷催收管理办法》第8条写了。", "《网络借贷催收管理办法》第8条"),
        ("依《中华人民共和国反催收法》办理", "《中华人民共和国反催收法》"),
        (f"{LONG_TITLE}第六条说登报公告也算通知。", f"{LONG_TITLE}第六条"),
    ],
)
def test_a_name_that_nothing_here_has_is_said_to_be_not_held_and_whole(text, name, today):
    assert checked(text, today)[name] == ("unknown-law",)
    assert f"{name}：没有收录" in shown(text, today)


def test_a_range_is_told_article_by_article(today):
    text = "按《民法典》第六百六十八条至第六百七十一条，到期不还可以提醒。名誉写在《民法典》第一千零二十五条。"

    told = shown(text, today)

    for article in ("668", "669", "670", "671", "1025"):
        assert f"民法典第{article}条：" in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "《中華人民共和國民事訴訟法》第一百二十條講起訴狀。《商業銀行信用卡業務監督管理辦法》第六十八條"
                "不許向無關的人催收，第六十九條講催收函。"
            ),
            ["renumbered", "fine", "fine"],
        ),
        ("中華人民共和國民法典\n第1024條\n名譽權受保護。\n第1034條\n個人信息受保護。", ["fine", "fine"]),
        (
            (
                "《民法典》第五百四十六條：轉讓債權要通知。原《合同法》第八十條也這樣寫。"
                "《民法典》第一千零三十二條管隱私，原《擔保法》第二十二條已經不用。"
            ),
            ["fine", "ended", "fine", "ended"],
        ),
        (
            "《刑法修正案（十一）》新增的293条之一，管催收非法债务。《民法典》第1032条管隐私。",
            ["fine", "fine", "unknown-law"],
        ),
    ],
)
def test_traditional_characters_and_numbers_without_an_ordinal(text, expected, today):
    assert [verdicts[0] for verdicts in checked(text, today).values()] == expected


def test_old_numbers_of_civil_procedure_are_converted(today):
    text = "本院准许撤回再审申请。依照《中华人民共和国民事诉讼法》第一百五十四条，裁定如下："

    told = shown(text, today)

    assert "2022-01-01 以前的民事诉讼法第154条，现在是民事诉讼法第157条" in told


@pytest.mark.parametrize(
    ("number", "moves"),
    [
        ("第16条", ["2022-01-01 以前的民事诉讼法第16条，现在是民事诉讼法第17条"]),
        ("第一百七十条", ["2022-01-01 以前的民事诉讼法第170条，现在是民事诉讼法第177条"]),
        ("第二百七十三条", ["以前的民事诉讼法第273条，现在是民事诉讼法第279条", "现在是民事诉讼法第290条"]),
        ("和《治安管理处罚法》第六十六条", ["2026-01-01 以前的治安管理处罚法第66条，现在是治安管理处罚法第78条"]),
    ],
)
def test_numbers_that_the_library_has_nothing_under_are_converted_too(number, moves, today):
    told = shown(f"《民事诉讼法》{number}", today)

    assert [move for move in moves if move not in told] == []
    assert "（条号由比较文本推得）" in told


def test_an_article_with_the_same_number_is_not_converted(today):
    assert "以前的民事诉讼法第10条" not in shown("《民事诉讼法》第10条", today)


@pytest.mark.parametrize(("law_id", "least"), [("civil-procedure", 80), ("public-security", 30)])
def test_the_old_numbers_of_provisions_and_of_whole_ranges_agree(law_id, least):
    law = LAWS.laws[law_id]
    pairs = [
        (now, provision.article)
        for provision in LAWS.provisions[law_id].values()
        for version in law.versions[1:]
        for old in provision.numbers_in(version)
        if (now := version.number_now(old.partition(".")[0]))
    ]

    assert len(pairs) > least
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("合同法", "第463条到第988条"),
        ("担保法", "第681条到第702条"),
        ("物权法", "第205条到第462条"),
        ("侵权责任法", "第1164条到第1258条"),
        ("婚姻法", "第1040条到第1118条"),
        ("继承法", "第1119条到第1163条"),
        ("民法通则", "第1条到第204条"),
        ("民法总则", "第1条到第204条"),
    ],
)
def test_of_a_repealed_civil_law_it_is_said_once_where_its_rules_went(name, where, today):
    told = shown(f"《{name}》第3条、第5条；{name}第7条", today)

    assert told.count(where) == 1
    assert told.count("仍可能按当时的法律判断") == 1
    assert told.count("已经不再有效") == 3


@pytest.mark.parametrize("number", ["第88888条", "88888条", "第九千九百九十九条", "第八万条"])
def test_a_number_that_no_law_has_is_no_such_article(number, today):
    assert list(checked(f"民法典{number}", today).values()) == [("no-such-article",)]


def test_parts_of_an_article_that_is_held_whole_are_told_once(today):
    text = "《刑法》第293条第1项、第2项写了殴打和恐吓。"

    assert list(checked(text, today)) == ["《刑法》第293条第1项、第2项"]
    assert len(check_text(text, LAWS, today, None).judged) == 1


def test_the_number_alone_is_said_to_be_checked_and_what_the_article_is_about(today):
    told = shown("依据《民法典》第1032条", today)

    assert "只查了条号，没有查你的文字说得对不对" in told
    assert "《民法典》第1032条：有这一条，内容没有查" in told
    assert re.search("民法典第1032条：.*隐私", told)


# Formats

EVERYTHING = (
    "侵犯隐私，见《民法典》第133条。旧的《治安管理处罚法》第42条；《民事诉讼法》第170条；《合同法》第80条；《反催收法》第2条。"
    "构成威胁罪和寻衅滋事罪。本合同第五条。他说第7条。民法典第1条至第900条；《催收标准》。"
)


def test_markdown_says_all_that_the_terminal_says(cg):
    plain = cg("laws", "--check", "-", columns=1000, stdin=EVERYTHING).out
    markdown = cg("laws", "--check", "-", "--format", "markdown", stdin=EVERYTHING).out

    said = [re.sub(r"^\d+\. ", "", line.strip()) for line in plain.splitlines() if line.strip()]

    assert [line for line in said if _bare(line) not in _bare(markdown)] == []


def _bare(text):
    return re.sub(r"[\s\\*#>]", "", text)


def test_json_says_all_that_the_terminal_says(cg):
    tree = json.loads(cg("laws", "--check", "-", "--format", "json", stdin=EVERYTHING).out)
    by_text = {one["as-written"]: one for one in tree["citations"]}

    assert by_text["《民法典》第133条"]["verdicts"][-1] == "other-subject"
    assert "civil-code/1032" in [one["id"] for one in by_text["《民法典》第133条"]["meant"]]
    assert by_text["《民事诉讼法》第170条"]["older"][0] | {"article": None} == {
        "number": "170",
        "now": "177",
        "since": "2022-01-01",
        "article": None,
    }
    assert by_text["《反催收法》第2条"]["verdicts"] == ["unknown-law"]
    assert {crime["name"]: len(crime["provisions"]) for crime in tree["crimes"]} == {"威胁罪": 0, "寻衅滋事罪": 1}
    assert (tree["without-law"], tree["papers-of-parties"]) == (["第7条"], ["第五条"])
    assert (tree["long-ranges"], tree["left-out"]) == (["民法典第1条至第900条"], 0)


# Any text

ANYTHING = st.text(
    st.sampled_from(
        "民法典刑该本同治安第条款项之至、，。；（）《》〈〉 \n1924一十百千a-/.甲约定合同前简称规解释罪构成威胁寻衅滋事催收标准㈠\u0301\u200b"
    )
)


@settings(max_examples=30)
@given(ANYTHING | st.text(), st.sampled_from(["zh", "en"]))
def test_any_text_is_told_in_every_format(text, language):
    # Something is always found.
    found = check_text(f"{text}\n《民法典》第1032条", LAWS, date(2026, 11, 23), None)

    for form in forms_of("law"):
        assert writer("law", form)(found, None, LAWS, 40, language, None)
