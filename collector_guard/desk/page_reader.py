"""Show the pages of a plan, and follow the keys pressed there."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from collector_guard.desk.pager import Pager
from collector_guard.desk.pages_interim import (
    answers_page,
    later_page,
    law_page,
    now_page,
    step_page,
    telephone_page,
    today_page,
)
from collector_guard.desk.prompts.question_lines import keys_in_lines
from collector_guard.desk.prompts.reply import DangerWord, Key, Refused
from collector_guard.desk.prompts.typed import number_in, pressed_in
from collector_guard.desk.screen import DIM
from collector_guard.flow.danger_words import in_one_form
from collector_guard.flow.model import Question
from collector_guard.wording.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from collector_guard.desk.screen import Screen
    from collector_guard.flow.plan import Plan
    from collector_guard.render.lines import Lines


class Page(StrEnum):
    """A page of a plan, by the key that opens it."""

    NOW = "="
    TODAY = "today"
    LATER = "later"
    LAW = "l"
    TELEPHONE = "t"
    ANSWERS = "c"


class Wish(StrEnum):
    """What can be wanted at the end beside pages."""

    SAVE = "s"


PAGES = {
    Page.NOW: now_page,
    Page.TODAY: today_page,
    Page.LATER: later_page,
    Page.LAW: law_page,
    Page.TELEPHONE: telephone_page,
    Page.ANSWERS: answers_page,
}
LETTERS: dict[str, Page | Wish] = {"l": Page.LAW, "t": Page.TELEPHONE, "c": Page.ANSWERS, "s": Wish.SAVE}
# A page, or the number of a step.
Open: TypeAlias = Page | int
# What concerns the walk; None goes on.
Concern: TypeAlias = Key | DangerWord | Wish | Question | None


class PageReader:
    """Shows the first page of a plan, and opens the others."""

    def __init__(self, screen: Screen, danger_words: Sequence[str]) -> None:
        self._screen = screen
        self._danger_words = danger_words

    def first_page(self, plan: Plan) -> tuple[Lines, ...]:
        """The page of what to do now, as it stands above a question."""
        return now_page(plan, self._screen.columns, self._screen.language)

    def read(self, plan: Plan) -> Concern:
        """Open pages by their keys, the first one first; return what concerns the walk.

        Enter below the first page goes on in the middle of a walk, and at its end leads to the next page.
        """
        opened: Open = Page.NOW
        while True:
            early = Pager(self._screen).show(("",), *self._blocks(opened, plan))
            wanted = self._wanted(early, opened, plan)
            if not isinstance(wanted, Page | int):
                return wanted
            opened = wanted

    def _blocks(self, opened: Open, plan: Plan) -> tuple[Lines, ...]:
        columns, language = self._screen.columns, self._screen.language
        if isinstance(opened, Page):
            return PAGES[opened](plan, columns, language)
        return step_page(plan, opened, columns, language)

    def _wanted(self, early: str, opened: Open, plan: Plan) -> Open | Concern:
        """Read lines below a page until one is understood."""
        keys = self._screen.styled(DIM, self._keys(opened, plan))
        below = keys
        while True:
            line = early or self._read(below)
            early = ""
            wanted = self._meant_by(line, opened, plan)
            if wanted == Key.WHY:
                below = [*sentence("page-keys", self._screen.language).splitlines()]
            elif isinstance(wanted, Refused):
                below = [*self._screen.wrapped(wanted.says), *keys]
            else:
                return wanted

    def _read(self, below: list[str]) -> str:
        if early := Pager(self._screen).show(below):
            return early
        line = self._screen.read("")
        self._screen.take_back(len(below))
        return line

    def _meant_by(self, line: str, opened: Open, plan: Plan) -> Open | Concern | Refused:
        pressed = pressed_in(line, self._danger_words)
        if pressed == Key.PLAN or (pressed == Key.BACK and opened != Page.NOW):
            return Page.NOW
        if pressed:
            return pressed
        if not line.strip():
            return _after(opened, plan)
        letter = LETTERS.get(in_one_form(line))
        if letter and (plan.situation.complete or letter in (Page.LAW, Page.TELEPHONE)):
            return letter
        return self._numbered(line, opened, plan)

    def _numbered(self, line: str, opened: Open, plan: Plan) -> Open | Question | Refused:
        """The step of a number, or on the page of answers the question to change."""
        number, language = number_in(line), self._screen.language
        if number is None:
            return Refused(sentence("no-such-key", language))
        count = len(plan.situation.answers if opened == Page.ANSWERS else plan.steps)
        if not 1 <= number <= count:
            kind = "wrong-change" if opened == Page.ANSWERS else "wrong-step"
            return Refused(sentence(kind, language, last=count))
        return plan.situation.answers[number - 1].question if opened == Page.ANSWERS else number

    def _keys(self, opened: Open, plan: Plan) -> list[str]:
        following = _after(opened, plan)
        if following is None:
            return keys_in_lines("go-on", self._screen)
        if opened == Page.ANSWERS:
            return keys_in_lines("change-one", self._screen)
        if following == Page.TODAY:
            return keys_in_lines("go-on-to-today", self._screen, count=len(plan.urgent("today")))
        if following == Page.LATER:
            return keys_in_lines("go-on-to-later", self._screen, count=len(plan.urgent("later")))
        return keys_in_lines("stay" if opened == Page.NOW else "to-first-page", self._screen)


def _after(opened: Open, plan: Plan) -> Page | None:
    """The page that Enter leads to; None goes on in the middle of a walk."""
    if opened == Page.NOW and not plan.situation.complete:
        return None
    if opened == Page.NOW and plan.urgent("today"):
        return Page.TODAY
    return Page.LATER if opened in (Page.NOW, Page.TODAY) and plan.urgent("later") else Page.NOW
