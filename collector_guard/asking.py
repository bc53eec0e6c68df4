"""How questions are asked on a terminal, and what is said where there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from collector_guard.render.layout import advice_lines, card_lines, plan_lines, waiting_lines, why_lines
from collector_guard.render.lines import BLANK, Line
from collector_guard.triage import may_follow, plan_of

if TYPE_CHECKING:
    from collector_guard.flow import Flow, Question, Situation
    from collector_guard.triage import Ask, Back, Taken
    from collector_guard.world import World


class AnswersMissingError(Exception):
    """A question came up that nobody is there to answer; what is missing has been shown."""

    status = 3


def asking(flow: Flow, world: World, *, plain: bool) -> Ask:
    """What asks the questions of a flow: a prompter at a keyboard, else what shows the question and stops."""
    desk = _Desk(flow, world, plain)
    if not world.stdin.isatty():
        return desk.stop
    return partial(desk.advise_and_ask, desk.prompter())


@dataclass(frozen=True)
class _Desk:
    """Where a reader and the program talk beside the plan."""

    flow: Flow
    world: World
    plain: bool

    @property
    def page(self) -> tuple[int, str]:
        return self.world.columns(self.world.talk), self.world.language

    def show(self, lines: Iterable[Line]) -> None:
        self.world.show(tuple(lines), self.world.talk, plain=self.plain)

    def prompter(self) -> Ask:
        from collector_guard.prompts import prompter
        from collector_guard.prompts.setting import Setting, size_of

        world = self.world
        words = tuple(word for word, _ in self.flow.danger_words)
        size = partial(size_of, world.talk)
        setting = Setting(world.language, world.stdin, world.talk, self.aside, words, datetime.now, size)
        return prompter(setting, stdout=world.stdout, environment=world.environ, plain=self.plain)

    def aside(self, key: str, question: Question, situation: Situation) -> None:
        """Show what `?`, `=` or `!` ask for, or the card of a danger word; it is not an answer."""
        if key == "?":
            self.show(why_lines(question, *self.page))
        elif key == "=":
            self.show(plan_lines(plan_of(self.flow, situation), *self.page))
        else:
            self.show(card_lines(dict(self.flow.danger_words).get(key, self.flow.card), *self.page))

    def advise_and_ask(self, ask: Ask, question: Question, situation: Situation, before: Taken | None) -> Taken | Back:
        """Ask, after what can already be said where the answer before allows it."""
        if situation.answers and situation.answers[-1].question.advise:
            advice = advice_lines(plan_of(self.flow, situation), *self.page)
            self.show((BLANK, *advice) if advice else ())
        return ask(question, situation, before)

    def stop(self, question: Question, situation: Situation, _: Taken | None) -> Taken:
        """Show the card and the question that would come next, with how to answer it; nobody is there to ask."""
        following = tuple(one.id for one in may_follow(self.flow, situation) if one != question)
        self.show((*card_lines(self.flow.card, *self.page), BLANK))
        self.show(waiting_lines(question, following, *self.page))
        raise AnswersMissingError
