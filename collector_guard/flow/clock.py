"""Read a time of day as people write it: 21:30, 2130, 晚上9点半, 下午三点, 9pm, 半夜."""

import re
from datetime import time

from collector_guard.flow.typed_text import NUMERALS, in_one_form, number_in
from collector_guard.flow.when import TIME

NOON = 12
HOURS, MINUTES = 24, 60
NOW = ("现在", "刚才", "刚刚", "now", "just now", "right now")
NAMED = {
    **dict.fromkeys(("半夜", "午夜", "半夜里", "midnight", "at midnight"), time(0)),
    **dict.fromkeys(("中午", "正午", "noon", "midday", "at noon"), time(NOON)),
}
# Which hours belong to the second half of the day, by the part of the day that is named.
AFTERNOON = range(1, 12)
SECOND_HALF = {
    **dict.fromkeys(("下午", "傍晚", "pm"), AFTERNOON),
    "中午": range(1, 4),
    **dict.fromkeys(("晚上", "夜里", "夜间", "今晚", "昨晚", "晚"), range(5, 12)),
    **dict.fromkeys(("半夜", "深夜"), range(9, 12)),
    **dict.fromkeys(("凌晨", "清晨", "早晨", "早上", "上午", "早", "今早", "am"), range(0)),
}
# Twelve o'clock is the beginning of the day after these.
MIDNIGHT_AT_TWELVE = ("凌晨", "晚上", "夜里", "夜间", "今晚", "昨晚", "晚", "半夜", "深夜", "am")
PARTS_OF_AN_HOUR = {"半": 30, "一刻": 15, "三刻": 45, "整": 0, "钟": 0, "": 0}
_N = f"[{NUMERALS}]{{1,3}}"
_DAY = "(?:今天|昨天|前天)?"
_PARTS = "|".join(name for name in SECOND_HALF if not name.isascii())
# Compiled where they are used: most starts read no time of day.
_CHINESE = (
    rf"{_DAY}(?P<part>{_PARTS})?的?"
    rf"(?P<hour>{_N})(?:[点时:.]|点钟)(?P<minute>{_N}|半|一刻|三刻|整|钟)?分?(?:左右|多)?"
)
_ENGLISH = r"(?:at )?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<part>[ap])\.?m\.?"
# As English says it: half past nine, a quarter to ten in the evening, nine o’clock.
HOURS_IN_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
PAST_THE_HOUR = {"half past": 30, "quarter past": 15, "quarter to": -15}
PARTS_IN_ENGLISH = {
    **dict.fromkeys(("am", "a.m.", "in the morning"), "凌晨"),
    **dict.fromkeys(("pm", "p.m.", "in the afternoon"), "下午"),
    **dict.fromkeys(("in the evening", "at night"), "晚上"),
}
_SPOKEN = (
    rf"(?:at |about |around )*(?:(?:a )?(?P<past>{'|'.join(PAST_THE_HOUR)}) )?"
    rf"(?P<hour>\d{{1,2}}|{'|'.join(HOURS_IN_ENGLISH)})(?P<clock> o['’]?clock)?"
    rf"(?: (?P<part>{'|'.join(map(re.escape, PARTS_IN_ENGLISH))}))?"
)
_DIGITS = r"(?P<hour>\d{1,2})(?P<minute>\d{2})(?P<part>)"


def times_in(text: str, now: time | None = None) -> tuple[time, ...]:
    """The times that a text may mean, none where it is no time; `now` is what people mean by the word.

    There are two where it says neither morning nor evening, first the one that is written.
    """
    words = re.sub(r"\s+", " ", in_one_form(text))
    if TIME.fullmatch(words):
        return (time.fromisoformat(words),)
    if words in NOW and now:
        return (now,)
    if words in NAMED:
        return (NAMED[words],)
    spaceless = words.replace(" ", "")
    found = re.fullmatch(_CHINESE, spaceless) or re.fullmatch(_ENGLISH, words) or re.fullmatch(_DIGITS, spaceless)
    return _times(found) if found else _spoken(words)


def _spoken(words: str) -> tuple[time, ...]:
    """The times of an English phrase; a number alone is none, as it may be a choice."""
    found = re.fullmatch(_SPOKEN, words)
    if not found or not (found["past"] or found["clock"] or found["part"]):
        return ()
    name, minute = found["hour"], PAST_THE_HOUR.get(found["past"], 0)
    hour = HOURS_IN_ENGLISH.index(name) + 1 if name in HOURS_IN_ENGLISH else int(name)
    hour = (hour - 1 or NOON) if minute < 0 else hour
    return _on_clock(hour, minute % MINUTES, PARTS_IN_ENGLISH.get(found["part"], ""))


def _times(found: re.Match[str]) -> tuple[time, ...]:
    minutes = found["minute"] or ""
    hour, minute = number_in(found["hour"]), PARTS_OF_AN_HOUR.get(minutes, number_in(minutes))
    if hour is None or minute is None:
        return ()
    part = found["part"] or ""
    return _on_clock(hour, minute, f"{part}m" if part in ("a", "p") else part, exact=found["hour"].startswith("0"))


def _on_clock(hour: int, minute: int, part: str, *, exact: bool = False) -> tuple[time, ...]:
    """The times of an hour in a part of the day; two where no part is said, unless the hour is `exact`."""
    if hour > HOURS or minute >= MINUTES:
        return ()
    if not part and 1 <= hour <= NOON and not exact:
        other = hour % NOON if hour == NOON else hour + NOON
        return time(hour, minute), time(other, minute)
    if hour in SECOND_HALF.get(part, ()):
        hour += NOON
    elif hour == NOON and part in MIDNIGHT_AT_TWELVE:
        hour = 0
    return (time(hour % HOURS, minute),)
