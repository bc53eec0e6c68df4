"""The calendar, read back by another library and by counting days."""

from datetime import date, datetime, time, timedelta

import pytest
from icalendar import Calendar
from written_drafts import ON, court, plan_for

from collector_guard.drafts.calendar import last_days
from collector_guard.render.formats import ics


def events(text):
    return Calendar.from_ical(text).walk("VEVENT")


def reminders(event):
    """The moments at which an event reminds: its triggers count from the midnight with which the day begins."""
    midnight = datetime.combine(event.decoded("dtstart"), time())
    return [midnight + alarm.decoded("trigger") for alarm in event.walk("VALARM")]


def calendar_of(plan):
    """The last days of a plan in the form for calendars: whatever the draft, they are all in it."""
    return ics.draft(None, plan, 0)


def test_a_last_day_is_a_whole_day_with_two_reminders_in_the_morning(doorstep):
    (event,) = events(calendar_of(plan_for(doorstep, court("summons"))))

    last = date(2026, 11, 20) + timedelta(days=15)
    assert event.decoded("dtstart") == last
    assert event.decoded("dtend") == last + timedelta(days=1)
    assert reminders(event) == [datetime(2026, 11, 28, 9), datetime(2026, 12, 4, 9)]


def test_it_says_probably_and_names_the_provision(doorstep):
    (event,) = events(calendar_of(plan_for(doorstep, court("payment-order"))))

    assert event["summary"].startswith("大概到今天为止：")
    assert "大概到 2026-12-05 为止" in event["description"]
    assert "民事诉讼法第227条" in event["description"]


def test_a_reminder_that_would_be_in_the_past_is_left_out(doorstep):
    (event,) = events(calendar_of(plan_for(doorstep, court("preservation"))))

    assert event.decoded("dtstart") == date(2026, 11, 25)
    assert reminders(event) == [datetime(2026, 11, 24, 9)]


def test_on_the_day_of_a_reminder_it_still_reminds(doorstep):
    (event,) = events(calendar_of(plan_for(doorstep, court("summons"), on=date(2026, 11, 28))))

    assert reminders(event) == [datetime(2026, 11, 28, 9), datetime(2026, 12, 4, 9)]


def test_the_nearest_last_day_comes_first_and_an_unknown_one_last(doorstep):
    plan = plan_for(doorstep, court("summons"))
    due = next(planned for planned in plan.steps if planned.deadline)
    days = [date(2026, 12, 9), None, date(2026, 12, 1)]
    steps = tuple(due._replace(deadline=due.deadline._replace(day=day)) for day in days)

    found = last_days(plan._replace(steps=steps))

    assert [planned.deadline.day for planned in found] == [date(2026, 12, 1), date(2026, 12, 9), None]


def test_a_day_that_has_passed_is_left_out(doorstep):
    assert events(calendar_of(plan_for(doorstep, court("preservation"), on=date(2026, 11, 26)))) == []


def test_written_again_on_another_day_it_is_the_same_event(doorstep):
    first, second = (calendar_of(plan_for(doorstep, court("summons"), on=on)) for on in (ON, date(2026, 11, 24)))

    assert [event["uid"] for event in events(first)] == [event["uid"] for event in events(second)]


@pytest.mark.parametrize("paper", ["summons", "payment-order", "preservation", "security-sale", "judgment"])
def test_every_line_ends_and_is_short_as_the_format_wants(doorstep, paper):
    text = calendar_of(plan_for(doorstep, court(paper)))

    lines = text.split("\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) <= 75
    assert Calendar.from_ical(text).errors == []
