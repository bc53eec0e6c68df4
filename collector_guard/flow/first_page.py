"""The first page of a plan: what protects this reader first."""

from typing import Literal, NamedTuple

from collector_guard.flow.model import Severity, Urgency
from collector_guard.flow.plan import Plan, PlanStep
from collector_guard.wording.sentences import quoted, sentence, word
from collector_guard.wording.wrapping import WIDEST, wrap

MOST_TITLES = 5
MOST_WARNINGS = 2
# The page fits a phone, its line of keys and the empty line above that included.
ROWS, COLUMNS = 18, 40
KEYS = 2
WARNING = "× "


class Paragraph(NamedTuple):
    """A paragraph of a page and what it is; its first line begins with `lead`, the others stand behind `hang`."""

    role: Literal["emergency", "urgent", "calm", "alarm", "alarm-now", "heading", "step", "say", "avoid"]
    text: str
    lead: str = ""
    hang: str = ""

    def rows(self, columns: int) -> int:
        """How many lines of a terminal it takes."""
        return len(wrap(self.text, min(columns, WIDEST), first=self.lead, rest=self.hang))


Block = tuple[Paragraph, ...]


class FirstPage(NamedTuple):
    """The headline, what to do if it gets worse, a few titles, one script and what to avoid."""

    language: str
    severity: Severity
    headline: str
    alarm: str | None
    urgency: Urgency
    steps: tuple[PlanStep, ...]
    script: str | None
    warnings: tuple[str, ...]

    @property
    def top(self) -> Block:
        """The block that also stands above a question where the page has no room."""
        role: Literal["alarm", "alarm-now"] = "alarm-now" if self.severity == "emergency" else "alarm"
        alarm = (Paragraph(role, self.alarm),) if self.alarm else ()
        return (Paragraph(self.severity, self.headline, "━ ", "  "), *alarm)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its paragraphs, in blocks with an empty line between them."""
        return tuple(filter(None, (self.top, self._titles, self._words)))

    def rows(self, columns: int) -> int:
        """How many lines of a terminal it takes, with its line of keys."""
        blocks = self.blocks
        written = sum(paragraph.rows(columns) for block in blocks for paragraph in block)
        return written + len(blocks) - 1 + KEYS

    @property
    def _titles(self) -> Block:
        """The titles, numbered; below a heading where none of them is for now."""
        paragraphs: list[Paragraph] = []
        if self.steps and self.urgency != "now":
            paragraphs.append(Paragraph("heading", word(self.urgency, self.language)))
        for number, planned in enumerate(self.steps, 1):
            lead = f"{number} "
            paragraphs.append(Paragraph("step", planned.step.title, lead, " " * len(lead)))
        return tuple(paragraphs)

    @property
    def _words(self) -> Block:
        paragraphs: list[Paragraph] = []
        if self.script:
            heading = sentence("read-aloud", self.language)
            paragraphs += (Paragraph("heading", heading), Paragraph("say", quoted(self.script), hang=" "))
        paragraphs += (Paragraph("avoid", warning, WARNING, "  ") for warning in self.warnings)
        return tuple(paragraphs)


def first_page(plan: Plan) -> FirstPage:
    """Pick what stands first: what leads, then the most urgent steps; a warning only where it has room."""
    steps = plan.steps[: steps_on_first_page(plan)]
    page = FirstPage(
        language=plan.flow.language,
        severity=plan.severity,
        headline=plan.headline,
        alarm=plan.second_line,
        urgency=plan.first_urgency,
        steps=steps,
        script=next((planned.step.say for planned in steps if planned.step.say), None),
        warnings=(),
    )
    for warning in (planned.step.avoid for planned in steps):
        longer = page._replace(warnings=(*page.warnings, warning)) if warning else page
        if len(longer.warnings) <= MOST_WARNINGS and longer.rows(COLUMNS) <= ROWS:
            page = longer
    return page


def steps_on_first_page(plan: Plan) -> int:
    """How many of the steps, which are in the order of showing, stand on the first page."""
    return min(len(plan.urgent(plan.first_urgency)), MOST_TITLES)
