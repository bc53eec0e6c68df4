"""Show the pages of a plan, and follow the keys pressed there."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import NamedTuple, TypeAlias

from collector_guard.desk import pager
from collector_guard.desk.prompts.reply import DangerWord, Key, Refused
from collector_guard.desk.prompts.typed import pressed_in
from collector_guard.desk.screen import ASKED, DIM, Screen
from collector_guard.flow.draft import Draft
from collector_guard.flow.model import Question
from collector_guard.flow.plan import Plan
from collector_guard.flow.typed_text import in_one_form, number_in
from collector_guard.render.lines import Lines
from collector_guard.render.plan.pages import PAGES, PageName, drafts_of, key_labels, key_line, next_page, step_page
from collector_guard.wording.sentences import sentence


class Wish(StrEnum):
    """A wish at the end beside pages."""

    SAVE = "s"


# What the letters below a page open; the others are opened by Enter.
OPENED_BY: dict[str, PageName] = {"l": "law", "t": "telephone", "c": "answers", "w": "drafts"}
# The letters, as people write them in words.
LETTERS = {
    **dict.fromkeys(("法律", "法条", "law"), "l"),
    **dict.fromkeys(("电话", "打给谁", "telephone", "phone", "call"), "t"),
    **dict.fromkeys(("回答", "改", "改回答", "change", "answers"), "c"),
    **dict.fromkeys(("写", "文书", "write"), "w"),
    **dict.fromkeys(("存", "保存", "save"), "s"),
}
# What concerns the walk; None goes on.
Concern: TypeAlias = Key | DangerWord | Wish | Question | Draft | None


class Opened(NamedTuple):
    """A page, or one step by its number."""

    page: PageName = "now"
    step: int = 0


class PageReader:
    """Shows the first page of a plan, and opens the others."""

    def __init__(self, screen: Screen, danger_words: Sequence[str]) -> None:
        self._screen = screen
        self._danger_words = danger_words
        # The plan whose first page stands while a file is named.
        self._saved_from: Plan | None = None

    def read(self, plan: Plan, typed: str = "") -> Concern:
        """Open pages by their keys, the first one first; return what concerns the walk.

        Enter below the first page goes on in the middle of a walk, and at its end leads to the next page; `typed` was
        typed before there was a page. Where the first page still stands after something was saved from it, it is not
        written again.
        """
        opened = Opened()
        while True:
            blocks, keys = self._blocks(opened, plan), self._keys(opened, plan)
            # An empty line above the keys and one above the page, where there is room for both, or for no whole page.
            spare = self._screen.size[1] - 1 - len(keys) - sum(map(len, blocks))
            below = keys if spare == 0 else ["", *keys]
            put = partial(self._put, opened, plan, () if spare in (0, 1) else ("",), *blocks)
            standing = self._keys_below(plan, below, keys)
            self._saved_from = None
            if standing is not None:
                below = standing
            elif not typed:
                typed = put()
            wanted = self._wanted(typed, opened, plan, below, put if spare >= 0 else None)
            if not isinstance(wanted, Opened):
                self._saved_from = plan if wanted == Wish.SAVE and opened == Opened() else None
                return wanted
            opened, typed = wanted, ""

    def _keys_below(self, plan: Plan, *keys: list[str]) -> list[str] | None:
        """The first of these, or no keys at all, below which the page stands from which the answers were saved."""
        if self._saved_from is not plan:
            return None
        return next((below for below in (*keys, []) if self._screen.shows_mark(len(below))), None)

    def _put(self, opened: Opened, plan: Plan, above: pager.Block, *blocks: pager.Block) -> str:
        """Write a page; at a stop in it what is no key is refused there, and the page goes on."""
        self._screen.mark(ASKED)
        if typed := pager.show(self._screen, above):
            return typed
        if opened == Opened():
            self._screen.mark()
        return pager.show(
            self._screen, *blocks, says=lambda line: self._said_to(self._meant_by(line, opened, plan), plan)
        )

    def _blocks(self, opened: Opened, plan: Plan) -> tuple[Lines, ...]:
        if opened.step:
            return step_page(plan, opened.step, self._screen.columns)
        return PAGES[opened.page](plan, self._screen.columns)

    def _wanted(
        self, early: str, opened: Opened, plan: Plan, keys: list[str], put_again: Callable[[], str] | None
    ) -> Opened | Concern:
        """Read lines below a page until one is understood; `put_again` writes a page that fits on the screen."""
        below = keys
        while True:
            line = early or pager.read(self._screen, below)
            early = ""
            wanted = self._meant_by(line, opened, plan)
            said = self._said_to(wanted, plan)
            if isinstance(wanted, Refused):
                # Where there is no room for both, the keys go: what is said names the one that lists them.
                below = [*said, *keys] if self._screen.shows_mark(len(said) + len(keys), ASKED) else said
                if put_again and not self._screen.shows_mark(len(below), ASKED):
                    early = put_again()
            elif said:
                below = said
            elif wanted == opened == Opened() and self._screen.shows_mark(len(keys)):
                below = keys  # the first page is wanted, and there it is
            else:
                return wanted

    def _said_to(self, wanted: Opened | Concern | Refused, plan: Plan) -> list[str]:
        """Answer a line without leaving the page: by its keys, or by why the line is none of them."""
        if isinstance(wanted, Refused):
            return self._screen.wrapped(wanted.says)
        if wanted != Key.WHY:
            return []
        kind = "page-keys" if plan.situation.complete else "page-keys-so-far"
        listed = sentence(kind, self._screen.language).splitlines()
        return ["", *(line for key in listed for line in self._screen.wrapped(key, rest="  "))]

    def _keys(self, opened: Opened, plan: Plan) -> list[str]:
        """Say what the keys do here, on one line."""
        labels = key_labels(plan, opened.page, opened.step)
        if opened == Opened() and not plan.situation.complete:
            others = labels[1:] if next_page(plan, opened.page) != opened.page else labels
            labels = (sentence("key-go-on", self._screen.language), *others)
        return self._screen.styled(DIM, [key_line(labels, self._screen.columns)])

    def _meant_by(self, line: str, opened: Opened, plan: Plan) -> Opened | Concern | Refused:
        pressed = pressed_in(line, self._danger_words)
        if pressed == Key.PLAN or (pressed == Key.BACK and opened != Opened()):
            return Opened()
        if pressed:
            return pressed
        if not line.strip():
            goes_on = opened == Opened() and not plan.situation.complete
            return None if goes_on else Opened(next_page(plan, opened.page))
        letter = LETTERS.get(in_one_form(line), in_one_form(line))
        return self._lettered(letter, opened, plan) or self._numbered(line, opened, plan)

    def _lettered(self, letter: str, opened: Opened, plan: Plan) -> Opened | Wish | Draft | Refused | None:
        """Find what a letter opens or asks for; on the page of a step with a draft, w writes that one."""
        if letter == "w" and not plan.drafts:
            return Refused(sentence("no-draft-fits", self._screen.language))
        if letter == "w" and (drafts := drafts_of(plan, opened.step)):
            return drafts[0]
        if plan.situation.complete and letter == Wish.SAVE:
            return Wish.SAVE
        if letter in OPENED_BY and (plan.situation.complete or letter != "c"):
            return Opened(OPENED_BY[letter])
        return None

    def _numbered(self, line: str, opened: Opened, plan: Plan) -> Opened | Question | Draft | Refused:
        """The step of a number; on the page of answers the question to change, on that of drafts the one to write."""
        kind, listed = self._listed(opened, plan)
        number = number_in(line)
        if number is None or not listed:
            return Refused(sentence("no-such-key", self._screen.language))
        if 1 <= number <= len(listed):
            return listed[number - 1]
        return Refused(sentence(kind, self._screen.language, last=len(listed)))

    def _listed(self, opened: Opened, plan: Plan) -> tuple[str, Sequence[Opened | Question | Draft]]:
        """List what the numbers of a page stand for, and name the sentence for others."""
        match opened.page:
            case "answers":
                return "wrong-change", [answer.question for answer in plan.situation.answers]
            case "drafts":
                return "wrong-draft", [planned.draft for planned in plan.drafts]
        return "wrong-step", [Opened("step", number) for number in range(1, len(plan.steps) + 1)]
