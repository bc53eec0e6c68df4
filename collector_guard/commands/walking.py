"""Walk a flow as a command line asks for it, and show the plan."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from collector_guard.desk.desk import AnswersMissingError, Desk
from collector_guard.files.errors import ExitStatus, UsageError
from collector_guard.flow.answers_file import given_answers
from collector_guard.flow.walk import walk
from collector_guard.render.formats import PLAN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from collector_guard.desk.environment import Environment
    from collector_guard.desk.keeper import Keeper
    from collector_guard.files.errors import StatedError
    from collector_guard.flow.answers_file import Given
    from collector_guard.flow.model import Flow

# A flow that changed more than this is another flow, and nobody reads on.
MOST_UNFIT = 20


@dataclass(frozen=True)
class Asked:
    """What a command line asks of a walk: the day, answers in advance, where to save answers, the form of the plan."""

    on: date
    answers: str
    options: Sequence[str]
    save: str | None
    form: str
    force: bool
    plain: bool


def walk_and_show(flow: Flow, asked: Asked, environment: Environment) -> ExitStatus:
    """Walk a flow, show its plan and return the exit status; what cannot be done is said before the first question."""
    given = given_answers(flow, Path(asked.answers) if asked.answers else None, asked.options)
    keeper = _keeper(flow, asked, given, environment)
    name_unfit(given.unfit, environment)
    desk = Desk(flow, environment, asked.form, given.taken, plain=asked.plain)
    ask = keeper.keeping(desk.ask) if keeper else desk.ask
    review = keeper.keeping_at_review(desk.review) if keeper else desk.review
    with keeper.watch() if keeper else nullcontext():
        try:
            plan = walk(flow, ask, on=asked.on, given=given.taken, review=review)
        except AnswersMissingError:
            if keeper:
                keeper.say_how_to_go_on()
            return ExitStatus.ANSWERS_MISSING
        if keeper:
            keeper.keep(plan.situation)
        here = [one.question.id for one in plan.situation.answers]
        if unused := [name for name in given.taken if name not in here]:
            environment.say("not-asked", names=unused)
        if not desk.shows_plan:
            columns = environment.columns(environment.stdout)
            environment.write(PLAN[asked.form](plan, columns), asked.form)
        return keeper.status() if keeper else ExitStatus.DONE


def _keeper(flow: Flow, asked: Asked, given: Given, environment: Environment) -> Keeper | None:
    if asked.save is None:
        if asked.force:
            raise UsageError("force-alone")
        return None
    from collector_guard.desk.keeper import keeper_for

    return keeper_for(flow, given, asked.save, asked.answers, environment, force=asked.force)


def name_unfit(unfit: Sequence[StatedError], environment: Environment) -> None:
    """Say which answers of a file do not fit the questions as they are today."""
    for one in unfit[:MOST_UNFIT]:
        environment.say(one.kind, **one.values)
    if len(unfit) > MOST_UNFIT:
        environment.say("unfit-more", count=len(unfit) - MOST_UNFIT)
