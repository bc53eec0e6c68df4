"""Last days as a calendar (RFC 5545)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from collector_guard.drafts.calendar import days_to_come
from collector_guard.drafts.written import WrittenDraft
from collector_guard.flow.plan import Plan, PlanStep
from collector_guard.render.draft.outline import last_day_words
from collector_guard.render.formats import Document
from collector_guard.wording.sentences import readable, sentence

# A line has at most so many bytes (RFC 5545, 3.1); what goes on stands in the next, behind a space.
LONGEST_LINE = 75
# How many days before the last one a reader is reminded.
REMINDERS = (7, 1)
SPECIAL = re.compile(r"[\\;,]")


def draft(_draft: WrittenDraft, plan: Plan | None, _columns: int) -> Document:
    """Write the last days of a plan that are known and have not passed; a day read again takes the place of itself."""
    if plan is None:
        return Document()
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//collector-guard//cg//ZH", "CALSCALE:GREGORIAN"]
    for planned, day in days_to_come(plan):
        lines += _event(planned, day, plan)
    return Document("".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR")))


def _event(planned: PlanStep, day: date, plan: Plan) -> Iterator[str]:
    step, language, today = planned.step, plan.flow.language, plan.situation.today
    summary = _escaped(sentence("calendar-until", language, title=step.title))
    yield "BEGIN:VEVENT"
    yield f"UID:{step.id}-{_basic(day)}@collector-guard.invalid"
    yield f"DTSTAMP:{_basic(today)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(day)}"
    yield f"DTEND;VALUE=DATE:{_basic(day + timedelta(days=1))}"
    yield f"SUMMARY:{summary}"
    yield f"DESCRIPTION:{_escaped(last_day_words(planned, plan.flow))}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    for ahead in (days for days in REMINDERS if today + timedelta(days) <= day):
        yield from (
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{summary}",
            f"TRIGGER:{_at_nine(ahead)}",
            "END:VALARM",
        )
    yield "END:VEVENT"


def _at_nine(days: int) -> str:
    """So many days before, at nine in the morning: an event of a whole day begins at midnight."""
    return f"-P{days - 1}DT15H" if days > 1 else "-PT15H"


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
