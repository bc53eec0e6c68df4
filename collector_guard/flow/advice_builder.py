"""Read what a flow says: findings, steps and outcomes."""

from collector_guard.files.entries import Entry
from collector_guard.files.errors import Kind
from collector_guard.flow.condition_parser import BAD_SPAN, span
from collector_guard.flow.definitions import LAST_ROW, Definitions
from collector_guard.flow.model import CERTAINTIES, SEVERITIES, URGENCIES, Due, Finding, Outcome, Step
from collector_guard.flow.when import Span
from collector_guard.wording.wrapping import width

LONG_TITLE = Kind(
    "long-title",
    "步骤 '{name}' 的 title 有 {cells} 格宽，最多 {widest} 格。",
    "The title of step '{name}' is {cells} cells wide; at most {widest} fit.",
)

# The cells of a title, by language: one line of a page 40 columns wide, with its number.
WIDEST_TITLE = {"zh": 34, "en": 36}


def build_finding(defined: Definitions, entry: Entry) -> Finding:
    """Read a finding."""
    return Finding(
        id=entry.owner,
        when=defined.when(entry),
        certainty=entry.one_of("certainty", CERTAINTIES),
        says=entry.bilingual("says"),
        cites=defined.cites(entry, entry.some_names("cites")),
    )


def build_step(defined: Definitions, entry: Entry) -> Step:
    """Read a step."""
    return Step(
        id=entry.owner,
        when=defined.when(entry),
        urgency=entry.one_of("urgency", URGENCIES),
        acts=defined.acts_of(entry),
        title=_title(entry),
        do=entry.optional_bilingual("do"),
        say=entry.optional_bilingual("say"),
        avoid=entry.optional_bilingual("avoid"),
        due=_due(defined, entry) if "due" in entry else None,
        calls=defined.calls(entry),
        cites=defined.cites(entry, entry.names("cites")),
        draft=defined.draft(entry),
        no_law=entry.optional_text("no-law"),
    )


def _title(entry: Entry) -> str:
    """The title of a step, which in both languages has room on one line."""
    texts = entry.entry("title")
    for language, widest in WIDEST_TITLE.items():
        text = texts.optional_text(language) or ""
        if (cells := width(text.strip())) > widest:
            entry.notes.note(text, LONG_TITLE, name=str(entry.owner), cells=cells, widest=widest)
    return entry.bilingual("title")


def _due(defined: Definitions, step: Entry) -> Due:
    entry = step.entry("due", ("after", "days", "months", "years", "by", "fixed"))
    spans = [span(f"{entry.text(unit)} {unit}") for unit in ("days", "months", "years") if unit in entry]
    if len(spans) != 1 or spans[0] is None:
        entry.notes.note(entry.owner, BAD_SPAN, name=str(step.owner))
    defined.cites(entry, (entry.text("by"),))
    length = (spans and spans[0]) or Span(0, "day")
    after = defined.date_question(entry, "after")
    return Due(after=after, span=length, by=entry.text("by"), fixed=entry.yes("fixed"))


def build_outcomes(defined: Definitions, flow: Entry) -> tuple[Outcome, ...]:
    """Read the outcomes, of which the last has no condition."""
    entries = tuple(defined.entries["outcomes"].values())
    if not entries:
        flow.missing("outcomes")
    for entry in entries:
        if ("when" in entry) == (entry is entries[-1]):
            entry.notes.note(entry.owner, LAST_ROW, name=str(entry.owner))
    return tuple(_outcome(defined, entry) for entry in entries)


def _outcome(defined: Definitions, entry: Entry) -> Outcome:
    card = defined.card(entry) if "card" in entry else None
    return Outcome(
        id=entry.owner,
        severity=entry.one_of("severity", SEVERITIES),
        title=entry.bilingual("title"),
        when=defined.when(entry),
        card=card,
        leads=entry.known("step", entry.names("leads"), defined.entries["steps"]),
        at_once=entry.yes("at-once"),
        alone=entry.yes("alone"),
    )
