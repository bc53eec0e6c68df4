"""How questions are asked on a terminal, and what is said where there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, NoReturn

from collector_guard.flow.plan import plan_of
from collector_guard.flow.walk import Back, may_follow
from collector_guard.render.layout import (
    advice_lines,
    answers_to_change_lines,
    card_lines,
    first_lines,
    note_lines,
    plan_lines,
    plan_to_change_lines,
    waiting_lines,
    why_lines,
)
from collector_guard.render.lines import BLANK, Line
from collector_guard.wording.sentences import sentence

if TYPE_CHECKING:
    from collector_guard.desk.environment import Environment
    from collector_guard.desk.prompts.setting import Setting, Standing
    from collector_guard.flow.model import Flow, Question
    from collector_guard.flow.plan import Plan
    from collector_guard.flow.situation import Situation, Taken
    from collector_guard.flow.walk import Ask
    from collector_guard.render.lines import Lines


class AnswersMissingError(Exception):
    """A question came up that nobody is there to answer; what is missing has been shown."""

    status = 3


class Desk:
    """Where a reader and the program talk: `ask` and `review` are what a walk needs.

    `shows_plan` tells that the plan is on the reader's screen already.
    """

    def __init__(
        self, flow: Flow, environment: Environment, form: str, given: Mapping[str, Taken], *, plain: bool
    ) -> None:
        """Take the answers that were given in advance, and the form in which the plan is wanted."""
        self.shows_plan = False
        self._flow = flow
        self._environment = environment
        self._form = form
        self._plain = plain
        # Answers that count without being asked for again: given in advance, or kept while another is changed.
        self._settled = dict(given)
        self._changing: Question | None = None
        self._last: Situation | None = None
        self._reviewed: Situation | None = None

    def ask(self, question: Question, situation: Situation, before: Taken | None) -> Taken | Back:
        """Ask, after what can already be said where the answer just given allows it."""
        if not self._environment.stdin.isatty():
            self._stop(question, situation)
        self._settled.pop(question.id, None)
        forward = self._last is None or len(situation.answers) > len(self._last.answers)
        if forward and situation.answers and situation.answers[-1].question.advise:
            advice = advice_lines(plan_of(self._flow, situation), *self._page)
            self._show((BLANK, *advice) if advice else ())
        self._last = situation
        return self._prompter(question, situation, before)

    def review(self, plan: Plan) -> Question | Back | None:
        """Show the plan and ask which answer is to be changed, if any; nothing is asked below a card that is alone."""
        is_new = self._reviewed != plan.situation
        self._reviewed = self._last = plan.situation
        self._settled = {answer.question.id: answer.taken for answer in plan.situation.answers}
        if self._environment.stdout.isatty() and is_new:
            self._show_plan(plan)
        if plan.outcome.alone:
            return None
        if not self.shows_plan or not is_new:
            self._show(answers_to_change_lines(plan, *self._page))
        change = self._pick_change(plan)
        self._changing = None if isinstance(change, Back) else change
        return change

    def _pick_change(self, plan: Plan) -> Question | Back | None:
        from collector_guard.desk.prompts import styled
        from collector_guard.desk.prompts.changing import pick_change

        setting = styled(self._setting, self._environment.variables, plain=self._plain)
        return pick_change(plan.situation, setting, partial(self._show_again, plan))

    @property
    def _page(self) -> tuple[int, str]:
        return self._environment.columns(self._environment.talk), self._environment.language

    @cached_property
    def _setting(self) -> Setting:
        from collector_guard.desk.prompts.setting import Setting, size_of

        environment = self._environment
        words = tuple(word for word, _ in self._flow.danger_words)
        size = partial(size_of, environment.talk)
        return Setting(
            environment.language,
            environment.stdin,
            environment.talk,
            self._aside,
            self._standing,
            words,
            datetime.now,
            size,
        )

    @cached_property
    def _prompter(self) -> Ask:
        from collector_guard.desk.prompts import prompter

        environment = self._environment
        return prompter(self._setting, stdout=environment.stdout, environment=environment.variables, plain=self._plain)

    def _standing(self, question: Question, situation: Situation) -> Standing:
        from collector_guard.desk.prompts.setting import Standing

        leads_back = bool(situation.answers) or question == self._changing
        left = sum(one.id not in self._settled for one in may_follow(self._flow, situation))
        return Standing(max(left - 1, 0), leads_back)

    def _aside(self, key: str, question: Question, situation: Situation) -> None:
        """Show what `?`, `=` or `!` ask for, or the card of a danger word; it is not an answer."""
        if key == "?":
            self._show(why_lines(question, *self._page))
        elif key == "=":
            plan = plan_of(self._flow, situation)
            self._show_from_its_top(plan, plan_lines(plan, *self._page))
        else:
            self._show_card(key)

    def _show_again(self, plan: Plan, key: str) -> None:
        """Show what a key asks for below the plan, and the list of answers below that."""
        if key == "=":
            self._show_from_its_top(plan, plan_to_change_lines(plan, *self._page))
            return
        if key == "?":
            self._show(note_lines(sentence("why-change", self._environment.language), self._page[0]))
        else:
            self._show_card(key)
        self._show((BLANK, *answers_to_change_lines(plan, *self._page)))

    def _show_card(self, word: str) -> None:
        """Show the card of a danger word, or the emergency card."""
        self._show(card_lines(dict(self._flow.danger_words).get(word, self._flow.card), *self._page))

    def _show_plan(self, plan: Plan) -> None:
        """Show a plan where the reader is, with the list of answers below it."""
        self.shows_plan = True
        lines = plan_lines if plan.outcome.alone else plan_to_change_lines
        if self._form in ("terminal", "plain"):
            self._show_from_its_top(plan, lines(plan, *self._page), plain=self._form == "plain")
            return
        from collector_guard.render.formats import PLAN

        self._environment.write(PLAN[self._form](plan, self._page[0]))
        if not plan.outcome.alone:
            self._show((BLANK, *answers_to_change_lines(plan, *self._page)))

    def _show_from_its_top(self, plan: Plan, lines: Lines, *, plain: bool = False) -> None:
        """Show a plan; where its end would be all that stays on screen, stop below what it begins with."""
        from collector_guard.desk.prompts.keys import leaving
        from collector_guard.desk.prompts.screen import begin_beginning, goes_on

        if plan.outcome.alone:
            self._show((BLANK, *lines), plain=plain)
            return
        beginning = len(first_lines(plan, *self._page))
        begin_beginning(self._setting)
        self._show((BLANK, *lines[:beginning]), plain=plain)
        with leaving(self._setting):
            on = goes_on(len(lines) - beginning, self._setting)
        if on:
            self._show(lines[beginning:], plain=plain)

    def _show(self, lines: Sequence[Line], *, plain: bool = False) -> None:
        from collector_guard.desk.prompts.keys import leaving
        from collector_guard.desk.prompts.screen import screenfuls

        with leaving(self._setting):
            for some in screenfuls(lines, self._setting):
                self._environment.show(tuple(some), self._environment.talk, plain=plain or self._plain)

    def _stop(self, question: Question, situation: Situation) -> NoReturn:
        """Show the card and the question that would come next, with how to answer it; nobody is there to ask."""
        following = tuple(one.id for one in may_follow(self._flow, situation) if one != question)
        lines = (*card_lines(self._flow.card, *self._page), BLANK, *waiting_lines(question, following, *self._page))
        self._environment.show(lines, self._environment.talk, plain=self._plain)
        raise AnswersMissingError
