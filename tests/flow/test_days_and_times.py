"""Days and times as people write them."""

from datetime import date, time

import pytest
from folders import table
from hypothesis import given
from hypothesis import strategies as st
from values import taken

from collector_guard.flow.clock import times_in
from collector_guard.flow.days import day_in
from collector_guard.flow.model import written

SATURDAY = date(2026, 11, 28)
TABLE = table("flow/days_and_times.yaml")
DAYS, TIMES = TABLE["days"], TABLE["times"]


@pytest.mark.parametrize(("text", "day"), DAYS.items(), ids=DAYS)
def test_a_day_is_read_as_people_write_it(text, day):
    assert day_in(text, SATURDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "today", "day"), [("31号", "2026-03-01", "2026-01-31"), ("2月29日", "2103-03-01", "2096-02-29")]
)
def test_a_day_that_lately_was_none_is_the_last_that_was_one(text, today, day):
    assert day_in(text, date.fromisoformat(today)) == date.fromisoformat(day)


@pytest.mark.parametrize("text", TABLE["no-days"])
def test_what_names_no_day_is_none(text):
    assert day_in(text, SATURDAY) is None


@pytest.mark.parametrize(("text", "times"), TIMES.items(), ids=TIMES)
def test_a_time_is_read_as_people_write_it(text, times):
    assert times_in(text, time(19, 30)) == taken(*times)


@pytest.mark.parametrize("text", TABLE["no-times"])
def test_what_names_no_time_is_none(text):
    assert times_in(text, time(19, 30)) == ()


@given(st.text(max_size=20), st.dates(date(1901, 1, 1), date(2198, 1, 1)))
def test_any_text_is_a_day_or_none(text, today):
    day = day_in(text, today)

    assert day is None or day_in(day.isoformat(), today) == day


@given(st.text(max_size=20))
def test_any_text_is_some_times_or_none(text):
    assert all(times_in(written(found)) == (found,) for found in times_in(text, time(9, 0)))


@given(st.dates(date(1901, 1, 1), date(2198, 1, 1)), st.sampled_from(["27号", "2月29日", "周五", "上个月3号", "11-27"]))
def test_a_day_without_a_year_is_never_in_the_future(today, text):
    day = day_in(text, today)

    assert day is None or day <= today
