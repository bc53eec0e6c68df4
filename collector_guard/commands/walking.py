"""Walk a flow as a command line asks for it, and show the plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from collector_guard.files.errors import ExitStatus, UsageError
from collector_guard.flow.answers_file import given_answers
from collector_guard.flow.walk import Walk
from collector_guard.render.formats import PLAN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from collector_guard.desk.autosave import Autosave
    from collector_guard.desk.environment import Environment
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
    walk = Walk(flow, on=asked.on, given=given.taken, said=given.said)
    autosave = _autosave(walk, asked, given, environment)
    name_unfit(given.unfit, environment)
    shows_pages = environment.stdout.isatty() and (asked.plain or asked.form == "terminal")
    if environment.stdin.isatty() and (walk.question or shows_pages):
        from collector_guard.desk.session import lead

        autosave = lead(walk, environment, autosave, plain=asked.plain)
    elif walk.question:
        from collector_guard.desk.unasked import show_what_is_missing

        show_what_is_missing(walk, environment, plain=asked.plain)
        if autosave:
            autosave.write(walk)
            autosave.say_how_to_go_on(walk)
        return ExitStatus.ANSWERS_MISSING
    if autosave:
        autosave.write(walk)
    answered = [answer.question.id for answer in walk.situation.answers]
    if unused := [name for name in given.taken if name not in answered]:
        environment.say("not-asked", names=unused)
    if not shows_pages:
        columns = environment.columns(environment.stdout)
        environment.write(PLAN[asked.form](walk.plan, columns), asked.form)
    return autosave.status() if autosave else ExitStatus.DONE


def _autosave(walk: Walk, asked: Asked, given: Given, environment: Environment) -> Autosave | None:
    if asked.save is None:
        if asked.force:
            raise UsageError("force-alone")
        return None
    from collector_guard.desk.autosave import autosave_for

    return autosave_for(asked.save, walk, environment, given, asked.answers, force=asked.force)


def name_unfit(unfit: Sequence[StatedError], environment: Environment) -> None:
    """Say which answers of a file do not fit the questions as they are today."""
    for one in unfit[:MOST_UNFIT]:
        environment.say(one.kind, **one.values)
    if len(unfit) > MOST_UNFIT:
        environment.say("unfit-more", count=len(unfit) - MOST_UNFIT)
