"""Read a day as people write it: 2026-11-27, 11月27日, 27号, 昨晚, 3天前, 上周五, last Friday."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from collector_guard.flow.conditions import later
from collector_guard.flow.typed_text import NUMERALS, in_one_form, number_in
from collector_guard.flow.when import FIRST_YEAR, LAST_YEAR, Span

CENTURY = 2000
DAYS_BACK = {
    **dict.fromkeys(("今天", "今日", "今", "刚才", "刚刚", "现在"), 0),
    **dict.fromkeys(("昨天", "昨日", "昨"), 1),
    **dict.fromkeys(("前天", "前日", "前"), 2),
    "大前天": 3,
    **dict.fromkeys(("明天", "明日", "明"), -1),
    **dict.fromkeys(("后天", "后日"), -2),
    **dict.fromkeys(("today", "now", "just now", "this", "tonight"), 0),
    **dict.fromkeys(("yesterday", "last"), 1),
    **dict.fromkeys(("the day before yesterday", "day before yesterday"), 2),
    "tomorrow": -1,
}
YEARS_BACK = {"今年": 0, "去年": 1, "前年": 2}
MONTHS_BACK = {"上个月": 1, "上月": 1, "这个月": 0, "本月": 0}
ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAYS = {name: day for day, name in enumerate(ENGLISH_WEEKDAYS)} | {
    name: day for day, names in enumerate(("一1", "二2", "三3", "四4", "五5", "六6", "日天7")) for name in names
}
ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS_OF_MONTHS = {month: number for number, month in enumerate(ENGLISH_MONTHS, 1)}
ENGLISH_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
DAYS_OF_A_WEEK = 7
UNITS: dict[str, Span] = {
    **dict.fromkeys(("天", "日", "day"), Span(1, "day")),
    **dict.fromkeys(("周", "星期", "礼拜", "week"), Span(DAYS_OF_A_WEEK, "day")),
    **dict.fromkeys(("月", "month"), Span(1, "month")),
    **dict.fromkeys(("年", "year"), Span(1, "year")),
}

_N = f"[{NUMERALS}]{{1,3}}"
_PART_OF_DAY = "凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|夜里|夜间|半夜|深夜|晚|夜|早|晨"
# What may stand after a day: a part of it, and the time, which another question asks for.
_AFTER_A_DAY = (
    rf"的?(?:{_PART_OF_DAY})(?:{_N}(?:点|时|:).*)?$",
    r"(?: in the)? ?(?:early |late )?(?:morning|afternoon|evening|night)$",
)
_MONTH = rf"(?P<month>{'|'.join(ENGLISH_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"


def day_in(text: str, today: date) -> date | None:
    """The day that a text names, seen from `today`; without a year the latest that is not in the future.

    None where it names none.
    """
    words = re.sub(r"[\s,]+", " ", in_one_form(text))
    for written in (words, *(re.sub(pattern, "", words).strip() for pattern in _AFTER_A_DAY)):
        for pattern, read in PATTERNS:
            found = re.fullmatch(pattern, written) or re.fullmatch(pattern, written.replace(" ", ""))
            if found and (day := _sound(read, found, today)):
                return day
    return None


def _sound(read: Callable[[re.Match[str], date], date | None], found: re.Match[str], today: date) -> date | None:
    try:
        day = read(found, today)
    except (ValueError, OverflowError):  # no such day
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _number(text: str) -> int:
    number = ENGLISH_NUMBERS.get(text) or NUMBERS_OF_MONTHS.get(text) or number_in(text)
    if number is None:
        raise ValueError(text)
    return number


def _ago(found: re.Match[str], today: date) -> date:
    span = UNITS[found["unit"]]
    return later(today, Span(-span.length * _number(found["count"]), span.unit))


def _of_year(found: re.Match[str], today: date) -> date:
    year = found["year"]
    if year in YEARS_BACK:
        number = today.year - YEARS_BACK[year]
    else:
        number = _number(year) + (CENTURY if len(year) == len("26") else 0)
    return date(number, _number(found["month"]), _number(found["day"]))


def _of_month(found: re.Match[str], today: date) -> date | None:
    """The day of a year; without one the latest that has been: 29 February is years back."""
    month, day = _number(found["month"]), _number(found["day"])
    if year := found.groupdict().get("year"):
        return date(int(year), month, day)
    return _latest(((year, month) for year in range(today.year, today.year - 9, -1)), day, today)


def _of_this_month(found: re.Match[str], today: date) -> date | None:
    back = MONTHS_BACK.get(found["month"] or "")
    first = today.year * 12 + today.month - 1
    months = [first - back] if back is not None else range(first, first - 3, -1)
    return _latest((divmod(month, 12) for month in months), _number(found["day"]), today, first_month=0)


def _weekday(found: re.Match[str], today: date) -> date:
    """A day of so many weeks ago; where no week is named, the latest that has been."""
    week = found.groupdict()
    ahead, weeks = WEEKDAYS[found["day"]] - today.weekday(), len(week.get("weeks") or "")
    if not weeks and not week.get("this") and ahead > 0:
        weeks = 1
    return today + timedelta(days=ahead - DAYS_OF_A_WEEK * weeks)


def _latest(months: Iterator[tuple[int, int]], day: int, today: date, *, first_month: int = 1) -> date | None:
    """The first of these months' days that exists and is not in the future."""
    for year, month in months:
        try:
            found = date(year, month + 1 - first_month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    return None


Reader = Callable[[re.Match[str], date], date | None]
PATTERNS: tuple[tuple[str, Reader], ...] = (
    ("|".join(DAYS_BACK), lambda found, today: today - timedelta(days=DAYS_BACK[found[0]])),
    (rf"(?P<count>{_N})个?(?P<unit>天|日|周|星期|礼拜|月|年)(?:以前|之前|前)", _ago),
    (rf"(?P<count>\d{{1,3}}|{'|'.join(ENGLISH_NUMBERS)}) (?P<unit>day|week|month|year)s? ago", _ago),
    (
        rf"(?P<year>[{NUMERALS}]{{2}}|[{NUMERALS}]{{4}}|{'|'.join(YEARS_BACK)})年?的?(?P<month>{_N})月(?P<day>{_N})[日号]?",
        _of_year,
    ),
    (r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})", _of_year),
    (r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)", _of_year),
    (rf"(?P<month>{_N})月(?P<day>{_N})[日号]?", _of_month),
    (r"(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})", _of_month),
    (rf"(?P<month>{'|'.join(MONTHS_BACK)})?(?P<day>{_N})[日号]", _of_this_month),
    (r"(?P<weeks>上*)(?P<this>[这本])?个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天1-7])", _weekday),
    (rf"(?:last |on |this )?(?P<day>{'|'.join(ENGLISH_WEEKDAYS)})[a-z]*", _weekday),
    (rf"{_MONTH} {_DAY}(?: (?P<year>\d{{4}}))?", _of_month),
    (rf"{_DAY} (?:of )?{_MONTH}(?: (?P<year>\d{{4}}))?", _of_month),
)
