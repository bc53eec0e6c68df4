"""What people type is read as the citation they mean, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws_by_hand import laws_by_hand

from collector_guard.files.errors import StatedError
from collector_guard.law.citation import LONGEST_QUERY, BareNumber, Citation, UnknownLaw, may_cite, plain_citation
from collector_guard.law.citation_reader import citations_in
from collector_guard.law.folded_text import folded_text
from collector_guard.library.load import folder, load_laws

NAMES = {
    "中华人民共和国治安管理处罚法": "public-security",
    "治安管理处罚法": "public-security",
    "治安法": "public-security",
    "psa": "public-security",
    "public-security": "public-security",
    "民法典": "civil-code",
    "mfd": "civil-code",
    "cc": "civil-code",
    "civil code": "civil-code",
    "刑法": "criminal-law",
    "民诉法": "civil-procedure",
    "民诉法解释": "civil-procedure-interpretation",
    "民间借贷": "private-lending",
    "最高人民法院关于审理民间借贷案件适用法律若干问题的规定": "private-lending",
    "自律公约": "convention",
    "bank-guideline-2026": "guideline",
    "gb/t 45251": "standard",
}


def cited(query):
    return [(one.law_id, one.number) for one in citations_in(query, NAMES) if isinstance(one, Citation)]


@pytest.mark.parametrize(
    ("query", "law_id", "number"),
    [
        ("治安管理处罚法42", "public-security", "42"),
        ("《中华人民共和国治安管理处罚法》第五十条第一款第（五）项", "public-security", "50.1.5"),
        ("《 治安管理处罚法 》 第 五十 条 第一款 第 (五) 项", "public-security", "50.1.5"),
        ("治安法第42条", "public-security", "42"),
        ("治安法第４２条", "public-security", "42"),
        ("民法典第1032条", "civil-code", "1032"),
        ("民法典第一千零三十二条", "civil-code", "1032"),
        ("民法典一〇三二", "civil-code", "1032"),
        ("民法典第一○三二条", "civil-code", "1032"),
        ("民法典第一0三二条", "civil-code", "1032"),
        ("民法典第一千二百六十条", "civil-code", "1260"),
        ("民法典第十条", "civil-code", "10"),
        ("民法典第二十条", "civil-code", "20"),
        ("民法典第两百条", "civil-code", "200"),
        ("民法典第1033条第（二）项", "civil-code", "1033.1.2"),
        ("MFD1032", "civil-code", "1032"),
        ("mfd 1032", "civil-code", "1032"),
        ("civil code art. 1033 para 1 item 2", "civil-code", "1033.1.2"),
        ("psa 50", "public-security", "50"),
        ("ｐｓａ　５０", "public-security", "50"),
        ("psa 50(1)(5)", "public-security", "50.1.5"),
        ("psa50条5项", "public-security", "50.1.5"),
        ("psa 50(1)(5), x", "public-security", "50.1.5"),
        ("public-security/50.1.5", "public-security", "50.1.5"),
        ("public-security 50.1.5", "public-security", "50.1.5"),
        ("public-security 50。1。5", "public-security", "50.1.5"),
        ("bank-guideline-2026/hours", "guideline", "hours"),
        ("刑法293条之一", "criminal-law", "293-1"),
        ("刑法第二百九十三条之一第一款", "criminal-law", "293-1.1"),
        ("刑法253-1", "criminal-law", "253-1"),
        ("刑法253之一", "criminal-law", "253-1"),
        ("民诉法解释106", "civil-procedure-interpretation", "106"),
        ("民诉法 106", "civil-procedure", "106"),
        ("民间借贷26", "private-lending", "26"),
        ("最高人民法院关于审理民间借贷案件适用法律若干问题的规定26", "private-lending", "26"),
        ("自律公约 13", "convention", "13"),
        ("GB/T 45251 3", "standard", "3"),
        ("GB/T 45251-2025 第5.2条", "standard", "5.2"),
        ("治安管理处罚法（2025修订）第五十条", "public-security", "50"),
        ("请问治安法42条是什么", "public-security", "42"),
    ],
)
def test_a_citation_in_any_usual_form_is_read(query, law_id, number):
    assert cited(query) == [(law_id, number)]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        pytest.param("民法典1032、1033", ["1032", "1033"], id="a list"),
        pytest.param("mfd 1032 1033", ["1032", "1033"], id="spaces"),
        pytest.param("民法典第192条至第195条", ["192", "193", "194", "195"], id="a range"),
        pytest.param("刑法第50-52条", ["50", "51", "52"], id="a range with a dash"),
        pytest.param("刑法3-5条", ["3", "4", "5"], id="a range of small numbers"),
        pytest.param("民法典第一条至第一千条", ["1", "1000"], id="a long range has two ends"),
        pytest.param("民法典第50、51、52条", ["50", "51", "52"], id="one 条 for all"),
        pytest.param("民法典第50条第一款第一项、第三项和第二款", ["50.1.1", "50.1.3", "50.2"], id="parts of parts"),
        pytest.param("民法典第50条第一款至第三款", ["50.1", "50.2", "50.3"], id="a range of paragraphs"),
        pytest.param("民法典第50条第一款第（一）至（三）项", ["50.1.1", "50.1.2", "50.1.3"], id="a range of items"),
        pytest.param("民法典第50条第一项至第三项", ["50.1.1", "50.1.2", "50.1.3"], id="a range of items with 项"),
        pytest.param("民法典第50条第（一）（二）项", ["50.1.1", "50.1.2"], id="items in brackets"),
        pytest.param("民法典第8条；2.刑法第9条；3.赔礼道歉", ["8", "9"], id="the numbers of a list are no articles"),
        pytest.param("民法典第1033条第（二）项、第（五）项", ["1033.1.2", "1033.1.5"], id="items"),
        pytest.param("民法典第1条第一款、第二款", ["1.1", "1.2"], id="paragraphs"),
        pytest.param("依据《民法典》第8条和《治安法》第42条，以及刑法245", ["8", "42", "245"], id="several laws"),
    ],
)
def test_several_citations_are_read_in_their_order(query, numbers):
    assert [number for _, number in cited(query)] == numbers


def test_a_citation_keeps_what_was_written():
    [first, second] = citations_in("看《民法典》 第1032条、第1033条。", NAMES)

    assert (first.as_written, second.as_written) == ("《民法典》 第1032条", "第1033条")


@pytest.mark.parametrize(
    ("query", "number", "plain"),
    [
        pytest.param("42", "42", True, id="figures"),
        pytest.param("４２", "42", True, id="full width"),
        pytest.param("四十二", "42", True, id="chinese"),
        pytest.param("第42条", "42", False, id="an article"),
        pytest.param("50.1.5", "50.1.5", True, id="with parts"),
        pytest.param("第二百九十三条之一", "293-1", False, id="inserted"),
        pytest.param("他们违反了第42条", "42", False, id="in a sentence"),
    ],
)
def test_a_number_without_a_law_is_a_bare_number(query, number, plain):
    [read] = citations_in(query, NAMES)

    assert (type(read), read.number, read.plain) == (BareNumber, number, plain)


@pytest.mark.parametrize(
    ("query", "name", "number"),
    [
        ("噪声污染防治法第58条", "噪声污染防治法", "58"),
        ("根据噪声法58", "噪声法", "58"),
        ("治安管理处罚法实施细则第5条", "治安管理处罚法实施细则", "5"),
        ("noise act 12", "noise act", "12"),
        ("noise-law/12", "noise-law", "12"),
    ],
)
def test_a_number_of_a_law_that_is_not_known_is_told_apart(query, name, number):
    [read] = citations_in(query, NAMES)

    assert (type(read), read.name, read.number) == (UnknownLaw, name, number)


@pytest.mark.parametrize(
    "query",
    [
        "逾期90天会怎样",
        "晚上10点上门",
        "22:00 之后",
        "利息24%合法吗",
        "收到20条短信",
        "暴力催收违法110",
        "刑法三年以下",
        "psa一直打电话",
        "access 12",
        "治安管理处罚法 2025",
        "法释〔2020〕27号",
        "一个人在家",
        "民法典",
        "",
    ],
)
def test_a_number_that_counts_something_is_no_citation(query):
    assert citations_in(query, NAMES) == ()


def test_a_name_may_lack_its_last_word_where_no_law_has_that_name():
    names = laws_by_hand().names

    assert names["民间借贷"] == "private-lending"
    assert names["治安管理处罚法"] == names["public security"] == "public-security"


@pytest.mark.parametrize("number", ["1", "42", "1032", " 42", "2025", "007", "50.1", "第42条", "12345"])
def test_what_is_read_at_a_glance_is_what_the_reader_reads(number):
    names = load_laws("zh", folder()).names
    plain = {query: plain_citation(query, names) for query in (number, *(f"{name}{number}" for name in names))}

    read = {query: citations_in(query, names) for query, one in plain.items() if one}

    assert read == {query: (one,) for query, one in plain.items() if one}
    assert bool(read) == (number.strip() in ("1", "42", "1032"))


def citations():
    """Citations as people write them, of laws that are known here and of others, with text around them."""
    names = st.sampled_from([*(name for name in NAMES if not name[-1].isdigit()), "《民法典》", "宠物法", "刑法修正案"])
    articles = st.integers(1, 1260).map(str) | st.sampled_from(["二百九十三", "２９３", "五十", "一千零三十二"])
    forms = st.sampled_from(["{}第{}条", "{} 第 {} 条", "{}第{}条之一", "{}第{}条第1款", "{}第{}条第一款第（二）项"])
    cited = st.builds(lambda form, name, article: form.format(name, article), forms, names, articles)
    around = st.text(st.sampled_from("根据和及、，。 的第条1(（"), max_size=6)
    return st.lists(st.builds("{}{}{}".format, around, cited, around), min_size=1, max_size=4).map("".join)


@given(st.text(max_size=60) | citations())
def test_any_text_is_read_and_what_is_read_stands_in_it(text):
    for one in citations_in(text, NAMES):
        assert one.number
        assert one.as_written in text


@given(citations())
def test_where_citations_are_written_some_are_read(text):
    assert citations_in(text, NAMES) != ()


@given(st.text(alphabet="治安法 《》PSA ５0第条，“a1 ", max_size=20))
def test_a_folded_text_stays_as_it_is(text):
    assert folded_text(folded_text(text)) == folded_text(text)


def test_a_longer_query_is_refused():
    with pytest.raises(StatedError) as refused:
        citations_in("刑法" * 50_000, NAMES)

    assert (refused.value.kind, refused.value.values) == ("query-too-long", {"most": LONGEST_QUERY})


@given(
    st.text(
        st.sampled_from("民法典第条款项之刑psa mfd/-.()（）《》１9①㈠一十〇两百千hours 的\u0301\u200b"), max_size=12
    )
)
def test_what_can_hold_no_citation_holds_none(text):
    assert may_cite(text) or citations_in(text, NAMES) == ()


@pytest.mark.parametrize("text", ["隐私", "privacy", "半夜敲门怎么办", ""])
def test_words_alone_are_not_read_for_citations(text):
    assert not may_cite(text)
