"""Write a draft into a file that the reader names."""

from datetime import date
from pathlib import Path

from collector_guard.drafts.calendar import days_to_come
from collector_guard.drafts.writer import write, write_form
from collector_guard.files.errors import StatedError, UsageError
from collector_guard.files.output import write_output
from collector_guard.flow.draft import Draft
from collector_guard.flow.model import Flow
from collector_guard.flow.plan import Plan
from collector_guard.render.formats import Shown, writer
from collector_guard.wording.sentences import reason_of

# The form that the end of a file's name asks for.
BY_SUFFIX = {".html": "html", ".htm": "html", ".md": "markdown", ".ics": "ics"}
ICS = "ics"


def form_of_file(name: str) -> str:
    """Choose the form of a file by the end of its name."""
    return BY_SUFFIX.get(Path(name).suffix.lower(), "plain")


def stop_without_days(draft: Draft, plan: Plan | None, flow: Flow) -> None:
    """Raise UsageError where a draft holds no last days for a calendar, StatedError where none is known."""
    if not draft.has_last_days:
        known = tuple(one.id for one in flow.drafts.drafts if one.has_last_days)
        raise UsageError("draft-no-calendar", name=draft.id, known=known)
    if plan is None or not days_to_come(plan):
        raise StatedError("draft-no-days")


def shown_draft(draft: Draft, plan: Plan | None, flow: Flow, today: date, form: str, columns: int) -> Shown:
    """Write a draft in some form, from a plan or as a blank form; raises what `stop_without_days` raises."""
    if form == ICS:
        stop_without_days(draft, plan, flow)
    written = write(draft, plan) if plan else write_form(draft, flow, today)
    return writer("draft", form)(written, plan, columns)


def write_file(name: str, shown: Shown, language: str, *, overwrite: bool = False) -> Path:
    """Write a draft, laid out or as a text, into a file; StatedError where that cannot be."""
    text = shown if isinstance(shown, str) else "".join(f"{line.text}\n" for line in shown)
    path = Path(name)
    try:
        write_output(path, text.encode(), overwrite=overwrite)
    except (OSError, ValueError) as error:  # the latter: a name that no file can have
        raise StatedError("output-impossible", name=path.name, reason=reason_of(error, language)) from None
    return path
