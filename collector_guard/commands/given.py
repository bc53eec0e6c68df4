"""Answers given on a command line or in a file: the walk that begins with them, and which of them do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from collector_guard.desk.environment import Environment
    from collector_guard.flow.answers_file import Given
    from collector_guard.flow.model import Flow
    from collector_guard.flow.walk import Walk

# A flow that changed more than this is another flow, and nobody reads on.
MOST_UNFIT = 20


def begun(flow: Flow, file: str, options: tuple[str, ...], today: date) -> tuple[Walk, Given]:
    """Begin a walk with the answers of a file and of options, and tell what was given."""
    from pathlib import Path

    from collector_guard.flow.answers_file import given_answers
    from collector_guard.flow.walk import Walk

    given = given_answers(flow, Path(file) if file else None, options, today)
    return Walk(flow, on=today, given=given.taken, said=given.said), given


def name_unfit(given: Given, environment: Environment) -> None:
    """Name the answers that do not fit the questions as they are today, but not more than anybody reads."""
    for error in given.unfit[:MOST_UNFIT]:
        environment.say(error.kind, **error.values)
    if len(given.unfit) > MOST_UNFIT:
        environment.say("unfit-more", count=len(given.unfit) - MOST_UNFIT)


def name_unused(names: Iterable[str], walk: Walk, environment: Environment) -> None:
    """Say which answers do not count: those after a question that has no answer, and those that are not asked here."""
    answered = [answer.question.id for answer in walk.situation.answers]
    unused = [name for name in names if name not in answered]
    if unused and walk.question:
        environment.say("answers-behind", names=unused, question=walk.question.id)
    elif unused:
        environment.say("not-asked", names=unused)
