"""The part of a plan that stands on the screen while questions are asked."""

from collector_guard.desk.screen import Screen
from collector_guard.flow.model import SEVERITIES
from collector_guard.flow.plan import Plan, advice_stands
from collector_guard.render.lines import BLANK, Lines
from collector_guard.render.plan.pages import headline_lines, now_page


class Advice:
    """Knows which plan the reader saw last, and what stands above the next question."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._seen: Plan | None = None
        self._told: tuple[Plan | None, bool] = (None, False)

    def stands(self, plan: Plan) -> bool:
        """Tell whether there is advice; it is asked of one plan several times."""
        if self._told[0] is not plan:
            self._told = (plan, advice_stands(plan))
        return self._told[1]

    def see(self, plan: Plan) -> None:
        """Take note that the reader knows this plan."""
        self._seen = plan if self.stands(plan) else None

    def brings_card(self, plan: Plan) -> bool:
        """Tell whether a plan has a card that the reader has not seen yet."""
        return plan.card is not None and (self._seen is None or self._seen.card != plan.card)

    def must_be_read(self, plan: Plan, rows: int, *, at_pause: bool) -> bool:
        """Tell whether the page must be read before a question of so many rows, since both do not fit on the screen."""
        return self._is_new(plan, at_pause=at_pause) and len(self._page(plan)) + rows > self._screen.size[1]

    def _is_new(self, plan: Plan, *, at_pause: bool) -> bool:
        """Tell whether what the page says first has changed."""
        seen = self._seen
        if not self.stands(plan) or (seen is not None and seen.situation == plan.situation):
            return False
        if seen is None or at_pause or _severity(plan) < _severity(seen) or _lead(plan) != _lead(seen):
            return True
        return plan.situation.answers[-1].question.advise and plan.outcome.id != seen.outcome.id

    def above(self, plan: Plan, rows: int, *, at_pause: bool) -> tuple[Lines, bool]:
        """Choose the lines above a question of so many rows, and tell whether they are the page.

        Where the page has no room it is the headline, at a pause the titles too; nothing where the page is there yet.
        """
        if not self.stands(plan):
            return (), False
        is_known = self._seen is not None and _first_words(plan) == _first_words(self._seen)
        if is_known and self._screen.shows_mark(rows):
            return (), False
        page, room = self._page(plan), self._screen.size[1] - rows
        # What is for later is no reason to keep a question from who was just told to call.
        if plan.has_advice and len(page) <= room:
            self._screen.mark()
            self._seen = plan
            return page, True
        headline: Lines = (BLANK, *headline_lines(plan, self._screen.columns))
        # At a pause the first two blocks of the page: its headline, and its titles.
        titles = self._page(plan, 2) if at_pause else ()
        return next((lines for lines in (titles, headline) if 0 < len(lines) <= room), ()), False

    def _page(self, plan: Plan, most: int | None = None) -> Lines:
        """The blocks of the page, or so many of them."""
        blocks = now_page(plan, self._screen.columns)[:most]
        return (BLANK, *(line for block in blocks for line in block))


def _severity(plan: Plan) -> int:
    return SEVERITIES.index(plan.severity)


def _lead(plan: Plan) -> str:
    return plan.steps[0].step.id if plan.steps else ""


def _first_words(plan: Plan) -> tuple[str, ...]:
    """List the texts that decide how the page reads: the headline, the line below it, and the steps."""
    return plan.headline, plan.second_line or "", *(planned.step.id for planned in plan.steps)
