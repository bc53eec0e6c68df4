"""The one gate for every answer: typed, from a file or a flag."""

from datetime import date, time
from typing import Literal

from collector_guard.files.errors import StatedError, Typed
from collector_guard.flow.clock import times_in
from collector_guard.flow.days import day_in
from collector_guard.flow.model import NONE, UNKNOWN, Flow, Question, Taken
from collector_guard.wording.sentences import readable

LONGEST_ANSWER = 200


Refusal = Literal[
    "no-answer", "one-answer-only", "unknown-choice", "excludes-others", "not-a-time", "not-a-day", "not-yet"
]


class UncleanAnswer(StatedError):
    """An answer that nobody can have meant: very long, or with control characters."""

    def __init__(self, question: Question) -> None:
        super().__init__("unclean-answer", question=question.id, longest=LONGEST_ANSWER)


class UnfitAnswer(StatedError):
    """An answer that is none to its question, and why."""

    def __init__(self, refusal: Refusal, **values: object) -> None:
        super().__init__(refusal, **values)
        self.refusal = refusal


def accept(
    question: Question, texts: tuple[str, ...], *, on: date, until: date | None = None, now: time | None = None
) -> Taken:
    """Take choice ids, a time or a date as people write them, seen from the day `on`; UnfitAnswer where none fits.

    A date after `until` is refused; `now` is what people mean by the word.
    """
    if any(map(is_unclean, texts)):
        raise UncleanAnswer(question)
    texts = tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))
    if not texts:
        raise UnfitAnswer("no-answer", question=question.id)
    if question.kind != "many" and len(texts) > 1:
        raise UnfitAnswer("one-answer-only", question=question.id)
    known = tuple(choice.id for choice in question.choices)
    if question.kind in ("time", "date") and texts[0] not in known:
        return (_time(texts[0], now) if question.kind == "time" else _day(texts[0], on, until),)
    for text in texts:
        if text not in known:
            raise UnfitAnswer("unknown-choice", question=question.id, name=Typed(text), known=known)
    if len(texts) > 1 and (alone := next((text for text in texts if text in (NONE, UNKNOWN)), None)):
        raise UnfitAnswer("excludes-others", question=question.id, name=alone)
    return tuple(choice for choice in known if choice in texts)


def is_unclean(text: str) -> bool:
    """Tell whether a text holds control characters, escape sequences or marks that turn text, or is too long."""
    return len(text) > LONGEST_ANSWER or readable(text) != text


def last_day_of(question: Question, flow: Flow, on: date) -> date | None:
    """The last day that a date may be: of what has happened it is the day `on`, of anything else there is none."""
    return on if flow.has_happened(question.id) else None


def _time(text: str, now: time | None) -> time:
    """A time that may be of the morning or of the evening is taken as it is written."""
    times = times_in(text, now)
    if not times:
        raise UnfitAnswer("not-a-time", name=Typed(text))
    return times[0]


def _day(text: str, on: date, until: date | None) -> date:
    day = day_in(text, on)
    if day is None:
        raise UnfitAnswer("not-a-day", name=Typed(text))
    if until and day > until:
        raise UnfitAnswer("not-yet", name=Typed(text), day=on)
    return day
