"""Chinese is broken between characters, nothing is lost, and no line is too wide.

CG_LONG_TESTS=1 breaks every text that is shipped at every width from 20 to 200 columns, and not at some of them.
"""

import os
import re
from collections.abc import Mapping

import pytest
from help_texts import help_words
from hypothesis import given
from hypothesis import strategies as st

from collector_guard.law.model import Laws
from collector_guard.library.load import folder, load_laws, read_flow
from collector_guard.wording.sentences import LANGUAGES, SENTENCES
from collector_guard.wording.wrapping import most_width, width, wrap

CLOSING = "，。；：？、！）》」』”…—"
OPENING = "（《「『“"
CHARACTERS = "催收上门敲晚第条元" + CLOSING + OPENING + "ab1290.-%’, 　e\u0301é→"
MIXED = st.text(alphabet=CHARACTERS, max_size=120)
COLUMNS = st.integers(min_value=10, max_value=90)
WORDS = st.sampled_from(
    ["催收", "他们敲门", "12368", "2026-01-01", "don’t", "《民法典》", "“请离开”。", "（第50条）", " ", "，"]
)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("abc", 3, id="latin"),
        pytest.param("催收", 4, id="chinese"),
        pytest.param("，）", 4, id="fullwidth punctuation"),
        pytest.param("“”…—·│×", 7, id="ambiguous"),
        pytest.param("e\u0301", 1, id="combining"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_width_counts_terminal_cells(text, cells):
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("不用开门隔着门说话", ["不用开门隔", "着门说话"], id="between any two characters"),
        pytest.param("不用开门隔，着门说话", ["不用开门", "隔，着门", "说话"], id="not before a comma"),
        pytest.param("不用开门《民法典》", ["不用开门", "《民法典》"], id="not after an opening bracket"),
        pytest.param("打电话12368核实", ["打电话", "12368核实"], id="a number stays whole"),
        pytest.param("自从2026-01-01起", ["自从", "2026-01-01", "起"], id="a date stays whole"),
        pytest.param("民法典见第50条", ["民法典见", "第50条"], id="an article stays whole"),
        pytest.param("限期是 6 个月", ["限期是", "6 个月"], id="a measure word stays with its number"),
        pytest.param("see art. 1032", ["see", "art. 1032"], id="a number stays with what it numbers"),
        pytest.param("within 15 days", ["within", "15 days"], id="a unit stays with its number"),
        pytest.param("在哪里？ → 在门外", ["在哪里？", "→ 在门外"], id="an arrow points at something"),
        pytest.param("他们来过两次。", ["他们来过", "两次。"], id="no character is alone on the last line"),
        pytest.param("see the law", ["see the", "law"], id="a space at a break is dropped"),
        pytest.param("abcdefghijklm", ["abcdefghij", "klm"], id="a word wider than the line is split"),
        pytest.param("abcdefghij，", ["abcdefghi", "j，"], id="a split does not leave a comma alone"),
        pytest.param("", [""], id="nothing"),
    ],
)
def test_text_is_broken_where_a_reader_expects_it(text, lines):
    assert wrap(text, 10) == lines


def test_an_indent_hangs_under_the_first_line():
    lines = wrap("隔着门说话，不用开门。", 13, first="1. ", rest="   ")

    assert lines == ["1. 隔着门说", "   话，不用", "   开门。"]


@given(text=MIXED, columns=COLUMNS, first=st.sampled_from(["", "1. ", "   │ “"]), rest=st.sampled_from(["", "   "]))
def test_nothing_is_lost_but_spaces_at_breaks(text, columns, first, rest):
    lines = wrap(text, columns, first, rest)

    bodies = [line[len(rest if index else first) :] for index, line in enumerate(lines)]
    assert re.fullmatch(" *".join(re.escape(body) for body in bodies) + " *", text)


@given(text=MIXED, columns=COLUMNS)
def test_no_line_is_wider_than_the_columns(text, columns):
    assert all(width(line) <= columns for line in wrap(text, columns))


@given(words=st.lists(WORDS, max_size=40), columns=st.integers(min_value=16, max_value=90))
def test_no_line_starts_with_closing_or_ends_with_opening_punctuation(words, columns):
    text = re.sub(r"([，。）》” ])[，。）》” ]+", r"\1", "".join(words))

    lines = wrap(text.strip("， "), columns)

    assert all(line[:1] not in [*CLOSING] for line in lines)
    assert all(line[-1:] not in [*OPENING] for line in lines)


@given(word=st.sampled_from(["2026-01-01", "12368", "50.1.5", "don’t"]), before=st.integers(0, 40), columns=COLUMNS)
def test_a_word_or_number_that_fits_stays_on_one_line(word, before, columns):
    assert any(word in line for line in wrap("催" * before + word + "收" * 9, columns))


# --- every text that is shipped ---

NARROWEST, WIDEST = 20, 200
CHINESE = r"[\u4e00-\u9fff]"
LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.:@’'_-]*")
RUN = re.compile(r"[!-~’“”]+")
COUNTED = re.compile(r"\d ?[条款项年月日号天小元万个次岁]|第\d|(?:art\.|para\.|item) \d|\d (?:days|years|months|yuan)")
LONE = re.compile(rf"{CHINESE}{{3}}[。，；：？、）”》]*")
BEGINS_WRONG = re.compile(rf"(?!\.{{1,2}}/)[{CLOSING}·％,.;:!?)\]}}%]")
ENDS_WRONG = re.compile(r"[（《〈「『【“‘(\[{→]$")


def texts_in(value):
    """Every text of a value, whatever it is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Laws):
        yield from texts_in(tuple(vars(value).values()))
    elif isinstance(value, Mapping):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, tuple | frozenset):
        for part in value:
            yield from texts_in(part)


@pytest.fixture(scope="module", params=LANGUAGES)
def shipped(request):
    """Every text of the flow, the laws and the program in a language, once."""
    language = request.param
    values = (read_flow("doorstep", language, folder()), load_laws(language, folder()))
    told = tuple(both[LANGUAGES.index(language)] for both in (*SENTENCES.values(), *help_words()))
    texts = dict.fromkeys(texts_in((*values, told)))
    return [line for text in texts for line in text.split("\n") if line.strip() == line != ""]


def what_is_wrong(text, columns):
    """What a reader would find wrong with a text that is broken at so many columns."""
    lines = wrap(text, columns)
    broken = "\n".join(lines)
    if broken == text:
        return
    if max(map(width, lines)) > columns:
        yield "too wide"
    if broken.replace("\n", "").replace(" ", "") != text.replace(" ", ""):
        yield "lost"
    if any(map(BEGINS_WRONG.match, lines[1:])) or any(map(ENDS_WRONG.search, lines[:-1])):
        yield "a mark on the wrong line"
    fits = max(map(len, RUN.findall(text)), default=0) <= columns
    if fits and LATIN.findall(broken) != LATIN.findall(text):
        yield "a word or number in two"
    if COUNTED.findall(broken) != COUNTED.findall(text):
        yield "a number without its unit"
    if LONE.fullmatch(text[-5:].lstrip()) and len(re.findall(CHINESE, lines[-1])) < 2:
        yield "a character alone"


def all_that_is_wrong(texts, columns_of):
    return [
        (wrong, columns, text)
        for place, text in enumerate(texts)
        for columns in columns_of(place)
        for wrong in what_is_wrong(text, columns)
    ]


@pytest.mark.parametrize("columns", [NARROWEST, 40, 78])
def test_every_text_is_broken_well_on_the_usual_screens(shipped, columns):
    assert all_that_is_wrong(shipped, lambda _: (columns,)) == []


def test_every_text_is_broken_well_at_any_width(shipped):
    every = range(NARROWEST, WIDEST + 1)
    chosen = (lambda _: every) if os.environ.get("CG_LONG_TESTS") else lambda place: (every[place * 67 % len(every)],)

    assert all_that_is_wrong(shipped, chosen) == []


@given(
    words=st.lists(
        st.sampled_from(["“照着念”", "10 天", "→", "× 别开门", "won’t", "…", "· 条", "Ω", "说"]), max_size=30
    )
)
def test_no_line_is_too_wide_where_ambiguous_characters_take_two_cells(words):
    for line in wrap(" ".join(words), 20, first="× ", rest="  "):
        assert most_width(line) <= 20
