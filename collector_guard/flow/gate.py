"""The one gate for every answer: typed, from a file or a flag."""

import re
import unicodedata
from datetime import date

from collector_guard.files.errors import StatedError
from collector_guard.flow.model import NONE, UNKNOWN, Question
from collector_guard.flow.situation import Taken
from collector_guard.flow.when import FIRST_YEAR, LAST_YEAR, TIME

LONGEST_ANSWER = 200
FULL_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)} | {ord("："): ":", ord("－"): "-", ord("／"): "/"}
CLOCK = re.compile(r"(\d{1,2})[:点时.](?:(\d{1,2})分?|(半))?")
CALENDAR = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def accept(question: Question, texts: tuple[str, ...]) -> Taken:
    """The one gate for every answer: choice ids, a time or a date as typed; StatedError where it does not fit."""
    if any(len(text) > LONGEST_ANSWER or _unclean(text) for text in texts):
        raise StatedError("unclean-answer", question=question.id, longest=LONGEST_ANSWER)
    texts = tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))
    if not texts:
        raise StatedError("no-answer", question=question.id)
    if question.kind != "many" and len(texts) > 1:
        raise StatedError("one-answer-only", question=question.id)
    known = tuple(choice.id for choice in question.choices)
    if question.kind in ("time", "date") and texts[0] not in known:
        return (_clock(texts[0]) if question.kind == "time" else _calendar(texts[0]),)
    for text in texts:
        if text not in known:
            raise StatedError("unknown-choice", question=question.id, name=text, known=known)
    if len(texts) > 1 and (alone := next((text for text in texts if text in (NONE, UNKNOWN)), None)):
        raise StatedError("excludes-others", question=question.id, name=alone)
    return tuple(choice for choice in known if choice in texts)


def _unclean(text: str) -> bool:
    return any(unicodedata.category(character)[0] == "C" for character in text)


def _clock(text: str) -> str:
    found = CLOCK.fullmatch(text.translate(FULL_WIDTH).replace(" ", ""))
    written = f"{int(found[1]):02}:{30 if found[3] else int(found[2] or 0):02}" if found else ""
    if not TIME.fullmatch(written):
        raise StatedError("not-a-time", name=text)
    return written


def _calendar(text: str) -> str:
    found = CALENDAR.fullmatch(text.translate(FULL_WIDTH).replace(" ", ""))
    try:
        day = date(int(found[1]), int(found[2]), int(found[3])) if found else date.min
    except ValueError:
        day = date.min
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise StatedError("not-a-day", name=text)
    return day.isoformat()
