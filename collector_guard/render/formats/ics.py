"""Last days as a calendar (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from collector_guard.drafts.calendar import Event, events
from collector_guard.drafts.written import WrittenDraft
from collector_guard.flow.plan import Plan
from collector_guard.render.draft.outline import last_day_words
from collector_guard.render.formats import Document
from collector_guard.wording.sentences import readable, sentence

# A line has at most so many bytes (RFC 5545, 3.1); what goes on stands in the next, behind a space.
LONGEST_LINE = 75
SPECIAL = re.compile(r"[\\;,]")


def draft(_draft: WrittenDraft, plan: Plan | None, _columns: int) -> Document:
    """Write the last days of a plan that are known and have not passed; a day read again takes the place of itself."""
    if plan is None:
        return Document()
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//collector-guard//cg//ZH", "CALSCALE:GREGORIAN"]
    for event in events(plan):
        lines += _event(event, plan)
    return Document("".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR")))


def _event(event: Event, plan: Plan) -> Iterator[str]:
    step, language = event.planned.step, plan.flow.language
    summary = _escaped(sentence("calendar-until", language, title=step.title))
    yield "BEGIN:VEVENT"
    yield f"UID:{step.id}-{_basic(event.day)}@collector-guard.invalid"
    yield f"DTSTAMP:{_basic(plan.situation.today)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(event.day)}"
    yield f"DTEND;VALUE=DATE:{_basic(event.day + timedelta(days=1))}"
    yield f"SUMMARY:{summary}"
    yield f"DESCRIPTION:{_escaped(last_day_words(event.planned, plan.flow))}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    for ahead in event.reminders:
        yield from (
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{summary}",
            f"TRIGGER:{_at_nine(ahead)}",
            "END:VALARM",
        )
    yield "END:VEVENT"


def _at_nine(ahead: timedelta) -> str:
    """So many days before, at nine in the morning: an event of a whole day begins at midnight."""
    days = ahead.days - 1
    return f"-P{days}DT15H" if days else "-PT15H"


def _basic(day: date) -> str:
    return f"{day:%Y%m%d}"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", readable(text))


def _folded(line: str) -> str:
    """Fold a line between characters, counting its bytes."""
    folded, room = "", LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            folded, room = folded + "\r\n ", LONGEST_LINE - 1
        folded, room = folded + character, room - size
    return folded
