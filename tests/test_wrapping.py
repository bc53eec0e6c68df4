"""Chinese is broken between characters, nothing is lost, and no line is too wide."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector_guard.wrapping import width, wrap

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
        pytest.param("不用开门隔，着门说话", ["不用开门", "隔，着门说", "话"], id="not before a comma"),
        pytest.param("不用开门《民法典》", ["不用开门", "《民法典》"], id="not after an opening bracket"),
        pytest.param("打电话12368核实", ["打电话", "12368核实"], id="a number stays whole"),
        pytest.param("自从2026-01-01起", ["自从", "2026-01-01", "起"], id="a date stays whole"),
        pytest.param("民法典见第50条", ["民法典见", "第50条"], id="an article stays whole"),
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

    assert lines == ["1. 隔着门说", "   话，不用开", "   门。"]


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
