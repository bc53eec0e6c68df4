"""Days and times as people write them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector_guard.flow.clock import times_in
from collector_guard.flow.days import day_in

SATURDAY = date(2026, 11, 28)
DAYS = {
    "2026-11-27": "2026-11-27",
    "２０２６－１１－２７": "2026-11-27",
    "2026/1/5": "2026-01-05",
    "2026.1.5": "2026-01-05",
    "20261127": "2026-11-27",
    "2026年1月5日": "2026-01-05",
    "2026 年 1 月 5 日": "2026-01-05",
    "二〇二六年十一月二十七日": "2026-11-27",
    "26年3月1日": "2026-03-01",
    "去年11月3日": "2025-11-03",
    "去年的11月3号": "2025-11-03",
    "11月27日": "2026-11-27",
    "2月2号": "2026-02-02",
    "十一月二十": "2026-11-20",
    "11-27": "2026-11-27",
    "11.20": "2026-11-20",
    "12月5日": "2025-12-05",
    "2月29日": "2024-02-29",
    "27号": "2026-11-27",
    "二十七号": "2026-11-27",
    "30号": "2026-10-30",
    "上个月20号": "2026-10-20",
    "本月3日": "2026-11-03",
    "今天": "2026-11-28",
    "今天早上": "2026-11-28",
    "今晚": "2026-11-28",
    "刚才": "2026-11-28",
    "昨天": "2026-11-27",
    "昨晚": "2026-11-27",
    "昨天半夜": "2026-11-27",
    "昨晚9点半": "2026-11-27",
    "前天晚上": "2026-11-26",
    "大前天": "2026-11-25",
    "3天前": "2026-11-25",
    "三天前": "2026-11-25",
    "两天以前": "2026-11-26",
    "一周前": "2026-11-21",
    "两个星期前": "2026-11-14",
    "3个月前": "2026-08-28",
    "上周五": "2026-11-20",
    "上上周五": "2026-11-13",
    "周五": "2026-11-27",
    "星期天": "2026-11-22",
    "礼拜六": "2026-11-28",
    "这周五": "2026-11-27",
    "today": "2026-11-28",
    "this morning": "2026-11-28",
    "just now": "2026-11-28",
    "Yesterday": "2026-11-27",
    "yesterday evening": "2026-11-27",
    "last night": "2026-11-27",
    "the day before yesterday": "2026-11-26",
    "3 days ago": "2026-11-25",
    "two weeks ago": "2026-11-14",
    "a month ago": "2026-10-28",
    "last Friday": "2026-11-27",
    "on Sunday": "2026-11-22",
    "nov 27": "2026-11-27",
    "27 Nov": "2026-11-27",
    "November 27th, 2026": "2026-11-27",
    "3rd of March 2025": "2025-03-03",
    # What is to come is a day, too: the gate refuses it where something has happened.
    "明天": "2026-11-29",
    "这周日": "2026-11-29",
    "tomorrow": "2026-11-29",
    "2027-01-01": "2027-01-01",
}
NO_DAYS = ["", "27", "0", "soon", "2026-02-30", "13月1日", "32号", "¹月2日", "0001-01-01", "9999年前", "半年前", "晚上"]
TIMES = {
    "21:30": ["21:30"],
    "09:30": ["09:30"],
    "12:00": ["12:00"],
    "２１：３０": ["21:30"],
    "21点05分": ["21:05"],
    "21时30分": ["21:30"],
    "21.05": ["21:05"],
    "2130": ["21:30"],
    "0930": ["09:30"],
    "9点半": ["09:30", "21:30"],
    "9:30": ["09:30", "21:30"],
    "930": ["09:30", "21:30"],
    "7点": ["07:00", "19:00"],
    "十二点": ["12:00", "00:00"],
    "9点一刻": ["09:15", "21:15"],
    "晚上9点": ["21:00"],
    "晚上十点半": ["22:30"],
    "晚上8点多": ["20:00"],
    "晚上12点": ["00:00"],
    "昨晚9点": ["21:00"],
    "今天晚上九点": ["21:00"],
    "夜里11点": ["23:00"],
    "半夜两点": ["02:00"],
    "凌晨1点": ["01:00"],
    "凌晨12点半": ["00:30"],
    "早上七点": ["07:00"],
    "上午11点40": ["11:40"],
    "中午12点": ["12:00"],
    "中午1点": ["13:00"],
    "下午三点": ["15:00"],
    "下午3点半": ["15:30"],
    "半夜": ["00:00"],
    "中午": ["12:00"],
    "现在": ["19:30"],
    "刚才": ["19:30"],
    "now": ["19:30"],
    "9pm": ["21:00"],
    "9:30 p.m.": ["21:30"],
    "at 9:15 am": ["09:15"],
    "12 am": ["00:00"],
    "12pm": ["12:00"],
    "midnight": ["00:00"],
    "half past nine": ["09:30", "21:30"],
    "a quarter to ten": ["09:45", "21:45"],
    "quarter to one am": ["00:45"],
    "at half past 9 in the evening": ["21:30"],
    "nine o’clock": ["09:00", "21:00"],
    "about 8 at night": ["20:00"],
    "seven in the morning": ["07:00"],
}
NO_TIMES = ["", "9", "25:00", "9点61", "nine", "quarter past 25", "half past", "¹9:00", "晚上", "soon", "昨天"]


@pytest.mark.parametrize(("text", "day"), DAYS.items(), ids=DAYS)
def test_a_day_is_read_as_people_write_it(text, day):
    assert day_in(text, SATURDAY) == date.fromisoformat(day)


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_names_no_day_is_none(text):
    assert day_in(text, SATURDAY) is None


@pytest.mark.parametrize(("text", "times"), TIMES.items(), ids=TIMES)
def test_a_time_is_read_as_people_write_it(text, times):
    assert times_in(text, time(19, 30)) == tuple(times)


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_names_no_time_is_none(text):
    assert times_in(text, time(19, 30)) == ()


@given(st.text(max_size=20), st.dates(date(1901, 1, 1), date(2198, 1, 1)))
def test_any_text_is_a_day_or_none(text, today):
    day = day_in(text, today)

    assert day is None or day_in(day.isoformat(), today) == day


@given(st.text(max_size=20))
def test_any_text_is_some_times_or_none(text):
    assert all(times_in(found) == (found,) for found in times_in(text, time(9, 0)))


@given(st.dates(date(1901, 1, 1), date(2198, 1, 1)), st.sampled_from(["27号", "2月29日", "周五", "上个月3号", "11-27"]))
def test_a_day_without_a_year_is_never_in_the_future(today, text):
    day = day_in(text, today)

    assert day is None or day <= today
