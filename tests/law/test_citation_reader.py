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


READINGS = yaml.safe_load((Path(__file__).parent / "readings.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{why} {number}")
        for why, cases in READINGS.items()
        for number, (text, expected) in enumerate(cases.items(), 1)
    ],
)
def test_a_text_is_read_as_it_was_meant(text, expected):
    assert read(text) == expected


# Judicial interpretations


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


# What ties a number to its law


@pytest.mark.parametrize("name", ["刑法", "《刑法》", "《中华人民共和国刑法》"])
@pytest.mark.parametrize("number", ["293条之一", "第293条之一", "第二百九十三条之一", "293之一", "第二百九十三條之一"])
def test_an_inserted_article_is_read_without_its_ordinal(name, number):
    assert read(f"{name}{number}") == ["criminal-law/293-1"]


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
