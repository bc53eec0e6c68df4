"""Stories as answers, with what their plans must and must not show: the files of tests/flow/journeys."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import values
from folders import TESTS

from collector_guard.files.document import read
from collector_guard.flow.model import as_option, written
from collector_guard.flow.situation import Answers

KEYS = {"story", "on", "answers", "outcome", "first", "shows", "never"}


@dataclass(frozen=True)
class Journey:
    """One story: the answers, the day, what its first page begins with, and ids that must and must not be in its plan."""

    name: str
    on: date
    answers: Answers
    outcome: str
    first: tuple[str, ...]
    shows: Mapping[str, tuple[str, ...]]
    never: Mapping[str, tuple[str, ...]]

    @property
    def options(self) -> list[str]:
        """The answers as a command line gives them."""
        return [f"--answer={as_option(question, taken)}" for question, taken in self.answers.items()]


@cache
def journeys() -> Mapping[str, Journey]:
    """Every journey, by name."""
    return {path.stem: _journey(path) for path in sorted((TESTS / "flow/journeys").glob("*.yaml"))}


def _journey(path: Path) -> Journey:
    tree, problems = read(path, path.name)
    assert problems == ()
    assert set(tree) <= KEYS
    answers, shows, never = (_lists(tree[key]) for key in ("answers", "shows", "never"))
    taken = {question: values.taken(*texts) for question, texts in answers.items()}
    on, first = date.fromisoformat(tree["on"]), tuple(tree.get("first", ()))
    return Journey(path.stem, on, taken, tree["outcome"], first, shows, never)


def _lists(tree: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    return {str(key): (value,) if isinstance(value, str) else tuple(value) for key, value in tree.items()}


def told(plan):
    """The ids of a plan, by what a journey may name."""
    return {
        "acts": plan.acts,
        "steps": {planned.step.id for planned in plan.steps},
        "findings": {found.finding.id for found in plan.findings},
        "provisions": {provision.cite for provision in plan.provisions},
        "contacts": {contact.id for contact in plan.contacts},
    }


def typed(flow, question_id, taken):
    """What a reader types: the numbers of choices, or the time or date itself."""
    question = flow.question(question_id)
    ids = [choice.id for choice in question.choices]
    return (
        written(taken[0]) if question.kind in ("time", "date") else " ".join(str(ids.index(one) + 1) for one in taken)
    )
