"""Read journeys: stories as answers, each walked to its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from collector_guard.files.document import read
from collector_guard.files.entries import Entry, Notes
from collector_guard.files.errors import DataError, Kind, StatedError, Typed
from collector_guard.files.tree import Tree
from collector_guard.flow.gate import accept, last_day_of
from collector_guard.flow.model import Flow, Taken
from collector_guard.flow.walk import next_question, replay

UNANSWERED = Kind(
    "journey-unanswered",
    "没有回答 '{name}'，故事走不到底。",
    "'{name}' is not answered, so the journey does not come to its end.",
)
NOT_ASKED = Kind("journey-not-asked", "没有问到 '{name}'。", "'{name}' is not asked here.")
NO_SUCH_ANSWER = Kind(
    "journey-answer", "'{name}' 的回答不对。可以是：{known}。", "That is no answer to '{name}'. It may be: {known}."
)

KEYS = ("story", "on", "answers", "outcome", "first", "shows", "never")


@dataclass(frozen=True)
class Journey:
    """One story: the day that stands for today, and the answers in the order of asking."""

    name: str
    on: date
    answers: Mapping[str, Taken]


def read_journeys(folder: Path, flow: Flow) -> tuple[Journey, ...]:
    """The journeys of a folder by name; DataError with every mistake, StatedError where it has none."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise StatedError("no-journeys", name=Typed(folder))
    found, problems = [], []
    for path in paths:
        tree, unread = read(path, path.name)
        notes = Notes(path.name, flow.language)
        if tree is not None:
            found.append(_journey(path.stem, tree, flow, notes))
        problems += [*unread, *(notes.problems if tree is not None else ())]
    if problems:
        raise DataError(tuple(dict.fromkeys(problems)))
    return tuple(found)


def _journey(name: str, tree: Tree, flow: Flow, notes: Notes) -> Journey:
    entry = Entry(tree, f"{name}.yaml", notes, KEYS)
    answers = entry.entry("answers")
    on = entry.day("on")
    journey = Journey(name, on, dict(_answers(answers, flow, on)))
    if notes.problems:
        return journey
    situation = replay(flow, journey.answers, on=journey.on)
    asked = {answer.question.id for answer in situation.answers}
    for question in (question for question in answers.tree if question not in asked):
        notes.note(question, NOT_ASKED, name=str(question))
    if not situation.complete and (question_left := next_question(flow, situation)):
        notes.note(entry.key("answers"), UNANSWERED, name=question_left.id)
    return journey


def _answers(answers: Entry, flow: Flow, on: date) -> Iterator[tuple[str, Taken]]:
    """Each answer through the gate; what does not pass it is noted."""
    for name in answers.tree:
        question = flow.question(name)
        if question is None:
            answers.notes.unknown_name(name, "question-or-fact", (one.id for one in flow.questions))
            continue
        try:
            yield question.id, accept(question, answers.names(name), on=on, until=last_day_of(question, flow, on))
        except StatedError:
            known = tuple(choice.id for choice in question.choices)
            answers.notes.note(name, NO_SUCH_ANSWER, name=str(name), known=known)
