"""What people type is read as the citation they mean, and nothing else is."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from laws_by_hand import laws_by_hand

from collector_guard.files.errors import StatedError
from collector_guard.law.citation import LONGEST_QUERY, BareNumber, Citation, UnknownLaw, may_cite, plain_citation
from collector_guard.law.citation_reader import citations_in
from collector_guard.law.folded_text import folded_text
from collector_guard.library.load import folder, load_laws

CITATIONS = yaml.safe_load((Path(__file__).parent / "citations.yaml").read_text(encoding="utf-8"))
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


@pytest.mark.parametrize(("query", "cite"), CITATIONS["one"].items())
def test_a_citation_in_any_usual_form_is_read(query, cite):
    assert [f"{law_id}/{number}" for law_id, number in cited(query)] == [cite]


@pytest.mark.parametrize(("query", "numbers"), CITATIONS["several"].items())
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


@pytest.mark.parametrize("query", CITATIONS["none"])
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
