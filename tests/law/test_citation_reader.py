"""What a text cites is read as people write it: each number with its law, or with none where that is not certain."""

import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from collector_guard.files.text_file import decoded
from collector_guard.law.citation import (
    BareNumber,
    Citation,
    LongRange,
    NamedLaw,
    PrivateNumber,
    UnknownLaw,
    UnknownTitle,
)
from collector_guard.law.citation_reader import Reader, readings_in
from collector_guard.law.folded_text import fold
from collector_guard.law.law_name import names_in_prose
from collector_guard.library.load import folder, load_laws

LAWS = load_laws("zh", folder())
NAMES = names_in_prose(LAWS.names, {word.lower() for provision in LAWS for word in provision.words})


MARKS = {BareNumber: "-", PrivateNumber: "#", LongRange: "…"}


def read(text):
    """What a text cites and names: law/number, ?unknown law/number, -number without a law, #paper of the parties."""
    return [shown for reading in readings_in(text, NAMES) for shown in _shown(reading.read)]


def _shown(read):
    if isinstance(read, NamedLaw):
        return []
    if isinstance(read, Citation):
        return [f"{read.law_id}/{read.number}"]
    if isinstance(read, (UnknownLaw, UnknownTitle)):
        return ["/".join(("?" + read.name, *read[1:-1]))]
    return [MARKS[type(read)] + read.as_written]


# Judicial interpretations


@pytest.mark.parametrize(
    "title",
    [
        "《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》",
        "最高人民法院关于审理民间借贷案件适用法律若干问题的规定",
        "《关于审理民间借贷案件适用法律若干问题的规定》",
        "关于审理民间借贷案件适用法律若干问题的规定",
        "最高人民法院《关于审理民间借贷案件适用法律若干问题的规定》（法释〔2020〕17号）",
        "最高法《关于审理民间借贷案件适用法律若干问题的规定》法释[2020]17号",
        "《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》（2020年第二次修正）（以下简称《民间借贷规定》）",
        "《关于审理民间借贷案件的规定》",
        "《民间借贷案件若干问题的规定》",
        "民间借贷司法解释",
        "《民间借贷规定》",
        "〈民间借贷司法解释〉",
        "《最高人民法院關於審理民間借貸案件適用法律若干問題的規定》",
    ],
)
def test_an_interpretation_is_known_by_its_title_in_any_usual_form(title):
    assert read(f"{title}第二十五条") == ["private-lending/25"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《关于办理妨害信用卡管理刑事案件具体应用法律若干问题的解释》第六条", "credit-card-fraud-2018/6"),
        ("《关于审理民事案件适用诉讼时效制度若干问题的规定》第十六条", "limitation/16"),
        ("《诉讼时效规定》第十六条", "limitation/16"),
        ("《关于办理寻衅滋事刑事案件适用法律若干问题的解释》第一条", "xunxin-2013/1"),
        ("《最高人民法院 最高人民检察院关于办理寻衅滋事刑事案件适用法律若干问题的解释》第1条", "xunxin-2013/1"),
        ("《关于办理拒不执行判决、裁定刑事案件适用法律若干问题的解释》第三条", "refuse-enforcement-2024/3"),
        ("《关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）》第三十三条", "marriage-interpretation/33"),
        ("《关于适用〈中华人民共和国民事诉讼法〉的解释》第九十三条", "civil-procedure-interpretation/93"),
        ("《关于适用民事诉讼法的解释》第九十三条", "civil-procedure-interpretation/93"),
        ("《关于人民法院民事执行中查封、扣押、冻结财产的规定》第五条", "seizure/5"),
        ("《关于办理非法放贷刑事案件若干问题的意见》第一条", "illegal-lending-opinion-2019/1"),
        ("民法典合同编通则解释第64条", "contract-interpretation/64"),
    ],
)
def test_other_interpretations_without_the_court(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "《关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（二）》第5条",
        "婚姻家庭编解释（二）第5条",
        "《民法典》担保制度解释第5条",
        "民法典担保制度解释第5条",
        "《民法典》司法解释第3条",
        "刑法修正案（十一）第34条",
        "治安管理处罚法实施细则第5条",
        "人民武装警察法第3条",
        "中国人民银行法第27条",
        "劳动合同法第39条",
        "澳门特别行政区基本法第3条",
        "《劳动争议调解仲裁法》第5条",
        "我觉得他们违反了噪声法第5条",
    ],
)
def test_a_law_with_a_longer_name_is_not_the_one_whose_name_is_in_it(text):
    [shown] = read(text)

    assert shown.startswith("?")


def test_an_unknown_title_is_never_cut():
    title = (
        "最高人民法院关于审理涉及金融资产管理公司收购、管理、处置国有银行不良贷款形成的资产的案件适用法律若干问题的规定"
    )

    [reading] = readings_in(f"《{title}》第六条说登报公告也算通知。", NAMES)

    assert (reading.read.name, reading.read.as_written) == (title, f"《{title}》第六条")


def test_a_word_that_ends_like_a_law_is_none():
    assert read("民法典型案例第5条；刑法学第3条；依法第4条；取消法定第6条") == ["-第5条", "-第3条", "-第4条", "-第6条"]


# What ties a number to its law


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("民法典（第1032条、第1033条）规定了隐私", "1032 1033", id="a bracket"),
        pytest.param("《民法典》（人格权编）第1032条", "1032", id="across a bracket"),
        pytest.param("《民法典》（2020年5月28日通过）第1032条", "1032", id="across a date"),
        pytest.param("民法典人格权编第1032条", "1032", id="across a book"),
        pytest.param("《民法典》的规定，第1032条和第1033条", "1032 1033", id="across 规定"),
        pytest.param("《民法典》关于隐私权的第1032条", "1032", id="across its subject"),
        pytest.param("《民法典第1032条》", "1032", id="inside the title"),
        pytest.param("第1032条（《民法典》）", "1032", id="the law behind"),
        pytest.param("article 1032 of the Civil Code", "1032", id="the law behind, in English"),
        pytest.param(
            "《民法典》第1032条管隐私。第1033条列了六种。而第1034条管信息。", "1032 1033 1034", id="sentences"
        ),
        pytest.param("《民法典》第1032条管隐私，第1033条列了六种", "1032 1033", id="the same sentence"),
        pytest.param(
            "《民法典》第1032条。该法第1033条，同法第1034条；上述规定第1035条", "1032 1033 1034 1035", id="该法"
        ),
        pytest.param("中華人民共和國民法典\n第1024條\n名譽權。\n第1034條\n個人信息。", "1024 1034", id="a heading"),
        pytest.param(
            "一、《民法典》\n第1032条 隐私。本法第1033条…\n第1034条", "1032 1033 1034", id="本法 below a heading"
        ),
        pytest.param("《民法典》：\n第1032条 隐私\n第1033条 列举", "1032 1033", id="lines"),
        pytest.param("《民法典》第一千零三十二\n条、第一千零\n三十三条", "1032 1033", id="broken lines"),
        pytest.param(
            "《民法典》（以下简称《法典》）第1032条。《法典》第1033条；法典第1034条", "1032 1033 1034", id="short"
        ),
        pytest.param("民法典第1032、1033条及1034条第二款", "1032 1033 1034.2", id="a list"),
        pytest.param("民法典第1032～1035条", "1032 1033 1034 1035", id="a range"),
        pytest.param("《民法典》第188条第一款说三年。该条第二款另说。前款以外", "188.1 188.2 188", id="该条"),
        pytest.param("民法典NO.1032，民法典§1033，《民法典》Art. 1034", "1032 1033 1034", id="signs"),
    ],
)
def test_a_number_belongs_to_the_law_named_with_it(text, expected):
    assert read(text) == [f"civil-code/{number}" for number in expected.split()]


def test_a_chapter_on_the_line_above_is_no_law():
    text = "《个人信息保护法》\n第二章 个人信息处理规则\n第十三条 符合下列情形之一\n第十四条 基于个人同意"

    assert read(text) == ["pipl/13", "pipl/14"]


def test_a_list_changes_its_law_half_way():
    text = "民法典第1032条、1033条，刑法第253条之一、第293条，治安法42、50条"

    assert read(text) == [
        "civil-code/1032",
        "civil-code/1033",
        "criminal-law/253-1",
        "criminal-law/293",
        "public-security/42",
        "public-security/50",
    ]


@pytest.mark.parametrize("name", ["刑法", "《刑法》", "《中华人民共和国刑法》"])
@pytest.mark.parametrize("number", ["293条之一", "第293条之一", "第二百九十三条之一", "293之一", "第二百九十三條之一"])
def test_an_inserted_article_is_read_without_its_ordinal(name, number):
    assert read(f"{name}{number}") == ["criminal-law/293-1"]


def test_what_an_amendment_put_in_is_of_the_criminal_law():
    assert read("《刑法修正案（十一）》新增的293条之一") == ["?刑法修正案（十一）", "criminal-law/293-1"]


FAR_AWAY = "他们天天来。" * 70


def test_an_article_said_again_far_away_is_of_no_law_where_two_were_cited_with_its_number():
    assert read(f"治安法50条。{FAR_AWAY}50条是发短信骚扰") == ["public-security/50", "public-security/50"]
    assert read(f"治安法50条，刑法50条。{FAR_AWAY}50条是发短信骚扰") == ["public-security/50", "criminal-law/50"]


def test_the_same_article_is_not_one_that_was_cited_far_away():
    assert read(f"《民法典》第188条说三年。{FAR_AWAY}该条第二款另说") == ["civil-code/188", "-该条第二款"]


@pytest.mark.parametrize("name", ["psa", "csgb"])
def test_a_few_latin_letters_without_a_number_name_no_law(name):
    assert name in NAMES
    assert list(readings_in(f"他们说 {name} 就行", NAMES)) == []


def test_an_article_said_again_without_its_ordinal_is_the_one_cited_before():
    assert read("你们违反治安法50条。\n50条是发短信骚扰；提出50条要求") == ["public-security/50", "public-security/50"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("刑法第二百九十三条之—、第238条", ["criminal-law/293-1", "criminal-law/238"], id="a dash for 一"),
        pytest.param("《民法典》第l032条、第1O33条", ["civil-code/1032", "civil-code/1033"], id="letters for figures"),
        pytest.param("民法典第1O条", ["civil-code/10"], id="a letter for a zero"),
        pytest.param(
            "see Art. 245 of the Criminal Law and Article 1032 of the Civil Code",
            ["criminal-law/245", "civil-code/1032"],
            id="english abbreviations",
        ),
        pytest.param(
            "依据民诉法125条先行调解，拒不配合将依114条处理", ["civil-procedure/125", "civil-procedure/114"], id="依"
        ),
        pytest.param("《婚姻家庭编司法解释一》第33条", ["marriage-interpretation/33"], id="a part without brackets"),
        pytest.param("民法典司法解释三第13条", ["?民法典司法解释三/13"], id="a part of an unknown interpretation"),
        pytest.param("婚姻法解释三第10条", ["?婚姻法解释三/10"], id="the same of a law that has ended"),
        pytest.param(
            "最高人民法院关于适用《中华人民共和国民法典》有关担保制度的解释第44条",
            ["?最高人民法院关于适用《中华人民共和国民法典》有关担保制度的解释/44"],
            id="an unknown title whole to its front",
        ),
    ],
)
def test_a_citation_is_read_as_it_was_meant(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text", ["刑法266条。他说：还有224条合同诈骗", "治安法第42条。\n老王：现在是50条", "他又说见第十条"]
)
def test_a_number_that_something_points_to_is_named_though_no_law_is_near(text):
    assert read(text)[-1].startswith("-")


# No number is given to a law that it does not belong to


@pytest.mark.parametrize(
    "text",
    [
        "本协议第三条：按《民法典》第680条计息。第四条：违约金每日千分之五。第五条：由甲方所在地法院管辖。",
        "第三条 按《民法典》第680条计息。第四条 违约金。第五条 管辖。",
        "《借款合同》第3条按民法典第680条计息。第4条是违约金。",
        "依据《民法典》第680条。第二，报警。第三，录音。第五条路是仲裁。",
        "小区管理规约第10条按《民法典》第680条",
    ],
)
def test_the_articles_of_a_paper_go_on_behind_a_law_that_it_cites(text):
    assert [shown for shown in read(text) if "/" in shown] == ["civil-code/680"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("第1032条很重要。", id="no law"),
        pytest.param("《民法典》和《刑法》，第1032条受保护", id="one of two laws"),
        pytest.param("《民法典》第1条管隐私，劳动法也有规定，第1032条很重要", id="another law in between"),
        pytest.param("《民法典》第1条管隐私。借款人应当按第1032条还款。", id="another sentence, not at its beginning"),
        pytest.param("该法第1032条", id="nothing to refer to"),
        pytest.param("相关规定第1032条", id="nothing in particular"),
        pytest.param("前条规定", id="the article before"),
        pytest.param("《刑法》第293条。该条例第1032条", id="another kind of document"),
    ],
)
def test_in_doubt_a_number_has_no_law(text):
    assert any(shown.startswith("-") for shown in read(text))
    assert not any(shown.endswith("/1032") for shown in read(text))


def test_the_numbers_of_a_contract_are_of_no_law():
    text = (
        "还款协议\n第一条 金额\n第二条 违约按民法典第585条处理。\n第三条 争议解决。\n本协议第四条；《借款合同》第5条。"
    )

    laws = [shown for shown in read(text) if "/" in shown]

    assert laws == ["civil-code/585"]


@pytest.mark.parametrize(
    "text",
    ["收到20条短信", "第3条消息写着", "民法典，3个月", "民法典\n1. 第一点", "1年期LPR 3.1%", "LPR的4倍", "民法典1.5倍"],
)
def test_a_count_is_no_article(text):
    assert read(text) == []


@pytest.mark.parametrize("text", ["甲》乙", "》", "甲《乙", "《", "《》第5条说", "〉〈"])
def test_marks_that_enclose_no_title_are_none(text):
    assert [shown for shown in read(text) if shown.startswith("?")] == []


# Documents of the kinds that people paste

DOCUMENTS = Path(__file__).parent / "documents"
EXPECTED = yaml.safe_load((DOCUMENTS / "expected.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_every_citation_of_a_document_is_read_or_named_as_unread(name):
    assert read((DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8")) == EXPECTED[name]


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", EXPECTED)
def test_a_document_is_read_in_the_encodings_of_windows(name, encoding):
    text = (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8").replace("\n", "\r\n")

    assert read(decoded(text.encode(encoding))) == EXPECTED[name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("民法典于2021年施行。先看时效。合同编第681条规定了保证。", ["civil-code/681"]),
        ("《民法典》分七编。继承编的第1161条讲父债，侵权责任编1165条讲赔偿。", ["civil-code/1161", "civil-code/1165"]),
        ("《民法典侵权责任编》第1177条", ["civil-code/1177"]),
        ("《民法典》第3条，《生态环境法典》第2条。总则编第1条", ["civil-code/3", "?生态环境法典/2", "-第1条"]),
        ("《民法典》第3条，《刑法》第20条。总则编第13条", ["civil-code/3", "criminal-law/20", "-第13条"]),
        ("合同编第681条", ["-第681条"]),
    ],
    ids=["a part", "two parts", "in the title", "another code", "the criminal law", "no code"],
)
def test_a_part_named_alone_is_of_the_code_named_last(text, expected):
    assert read(text) == expected


def test_what_counts_the_next_line_is_no_paragraph():
    assert read("（1）民法典§675\n（2）民法典§676\n（3）民法典50") == [
        "civil-code/675",
        "civil-code/676",
        "civil-code/50",
    ]


def test_a_first_article_behind_those_that_a_paper_rests_on_is_in_doubt():
    text = "双方依据《人民调解法》第三十一条自愿达成。第一条 乙方每月还款。第二条 甲方不再上门。"

    assert read(text) == ["mediation/31", "-第一条", "-第二条"]


PASTED = yaml.safe_load((Path(__file__).parent / "pasted.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("pasted", PASTED, ids=lambda pasted: pasted["text"].splitlines()[0][:20])
def test_every_article_of_a_pasted_text_is_read_and_no_other(pasted):
    assert [shown for shown in read(pasted["text"]) if "/" in shown and not shown.startswith("?")] == pasted["cites"]


# Any text


JOINTS = (
    "、",
    "，",
    "和",
    "以及",
    "；",
    "。",
    "\n",
    "。该法",
    "，该法",
    "。\n",
    "。同时，",
    "。另外",
    "，同法",
    "）。（",
)
CITED = (
    ("civil-code", "民法典", "《民法典》", "《中华人民共和国民法典》", "中華人民共和國民法典"),
    ("criminal-law", "刑法", "《刑法》", "《中华人民共和国刑法》"),
    ("public-security", "治安管理处罚法", "《治安管理处罚法》（2025修订）", "《治安管理處罰法》"),
    (
        "private-lending",
        "民间借贷司法解释",
        "《关于审理民间借贷案件适用法律若干问题的规定》（法释〔2020〕17号）",
        "最高人民法院《关于审理民间借贷案件适用法律若干问题的规定》",
    ),
)
NUMBERS = ((("1032", "第1032条", "第一千零三十二条", "第1032條")), ("293-1", "第293条之一", "第二百九十三条之一"))
NUMBERS += (("50.1.5", "第50条第一款第（五）项", "第五十条第1款第5项"), ("8", "第八条", "第８条"))


@st.composite
def texts_of_citations(draw):
    """A text of known citations with the joints between them, and what should be read."""
    text, expected = "", []
    for _ in range(draw(st.integers(1, 5))):
        law_id, *names = draw(st.sampled_from(CITED))
        text += draw(st.sampled_from(["", "根据", "违反", "1. ", "（一）"])) + draw(st.sampled_from(names))
        for place in range(draw(st.integers(1, 4))):
            number, *forms = draw(st.sampled_from(NUMBERS))
            text += (draw(st.sampled_from(_fitting(law_id))) if place else "") + draw(st.sampled_from(forms))
            expected.append(f"{law_id}/{number}")
        text += draw(st.sampled_from(["。", "；", "，", "规定了赔偿。", "\n", "\n\n"]))
    return text, expected


def _fitting(law_id):
    """该法 means no interpretation."""
    return [joint for joint in JOINTS if law_id != "private-lending" or not joint.endswith("法")]


@given(texts_of_citations())
def test_any_text_of_citations_with_the_usual_joints_is_read_back(made):
    text, expected = made

    assert read(text) == expected


ANYTHING = st.text(
    st.sampled_from(
        "民法典刑该本同法第条款项之至、，。；（）《》〈〉 \n1 9一十〇百千a-/.甲约定合同前简称规解释五㈠\u0301\u200b"
    )
)


@given(ANYTHING | st.text())
def test_any_text_is_read_within_as_many_steps_as_it_has_characters(text):
    reader = Reader(fold(text), NAMES)

    readings = list(reader.readings())

    assert reader.steps <= len(reader.text)
    assert all(text[reading.start : reading.end] for reading in readings)


# One thing a hundred thousand times, which no text of people is.
UNITS = (
    "psa 5 ",
    "㈠",
    "1、",
    "一、",
    "第1条、",
    "(一)、",
    "a-",
    "a",
    "第",
    "《",
    "《甲》",
    "中华人民共和国",
    "民法典",
    "民法典，某某法则，第1条甲",
    "民法典\n",
    "甲法第1条",
    "本合同第一条",
    "该条第二款",
    "(以下简称《甲》)",
    "民法典第一条至第一千条、",
    "第1条甲",
)


@pytest.mark.parametrize("unit", UNITS)
def test_the_work_grows_with_the_length_of_a_text_and_no_faster(unit):
    short, long = (calls_of_reading((unit * length)[:length]) for length in (4_000, 8_000))

    assert long <= 2.2 * short + 200
    assert long <= MOST_CALLS * 8_000


# Of Python and of what it calls, for each character; a citation of four characters takes some hundred.
MOST_CALLS = 60


def calls_of_reading(text):
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read_in_all = sum(1 for _ in readings_in(text, NAMES))
    finally:
        sys.setprofile(None)
    assert read_in_all <= len(text)
    return calls
