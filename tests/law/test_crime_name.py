"""The crimes that a text names lead to their articles, and what is no crime is told."""

import pytest

from collector_guard.law.crime_name import crimes_held, crimes_in
from collector_guard.law.folded_text import fold
from collector_guard.library.load import folder, load_laws

HELD = crimes_held(load_laws("zh", folder()))


def named(text):
    return {crime.name: [provision.cite for provision in crime.provisions] for crime in crimes_in(fold(text), HELD)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("构成寻衅滋事罪和敲诈勒索罪", {"寻衅滋事罪": ["criminal-law/293"], "敲诈勒索罪": ["criminal-law/274"]}),
        ("尋釁滋事罪", {"寻衅滋事罪": ["criminal-law/293"]}),
        ("这是一种敲诈勒索罪", {"敲诈勒索罪": ["criminal-law/274"]}),
        ("拒不执行判决、裁定罪", {"拒不执行判决、裁定罪": ["criminal-law/313"]}),
        ("不构成“信用卡诈骗罪”", {"信用卡诈骗罪": ["criminal-law/196"]}),
        ("犯盗窃罪的", {"盗窃罪": ["criminal-law/264"]}),
    ],
)
def test_a_crime_leads_to_its_article(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("已经触犯《刑法》第246条的威胁罪。", "威胁罪"),
        ("涉嫌骚扰罪", "骚扰罪"),
        ("构成侵犯隐私罪", "侵犯隐私罪"),
        ("定性为暴力催收罪", "暴力催收罪"),
        ("“恐吓罪”", "恐吓罪"),
        ("票据诈骗罪", "票据诈骗罪"),
    ],
)
def test_of_a_crime_that_is_not_held_nothing_is_said(text, name):
    assert named(text) == {name: []}


@pytest.mark.parametrize(
    "text", ["构成犯罪的", "认罪认罚", "有罪还是无罪", "本罪", "数罪并罚", "得罪了人", "是什么罪", "刑事犯罪"]
)
def test_what_ends_like_a_crime_is_none(text):
    assert named(text) == {}
