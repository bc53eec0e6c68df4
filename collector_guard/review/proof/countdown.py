"""How many questions can still come up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from collector_guard.flow.conditions import later
from collector_guard.flow.model import Flow
from collector_guard.flow.situation import Situation, Taken
from collector_guard.flow.walk import may_follow
from collector_guard.review.proof.answer_classes import KNOWN, Mark, Marks, marks_of
from collector_guard.review.proof.diagrams import BudgetError
from collector_guard.review.proof.walks import Walks

# Twice what the first question of the shipped flow takes, which is about a twentieth of a second; later ones take less.
MOST_STATES = 10_000


class Countdown:
    """Counts the questions of one flow that can still come up."""

    def __init__(self, flow: Flow, most_states: int = MOST_STATES) -> None:
        """Take a flow, and how many merged situations to look through before the count becomes coarse."""
        self._flow = flow
        self._most_states = most_states
        self._marks = marks_of((flow,))
        try:
            self._walks: Walks | None = Walks(flow)
        except BudgetError:
            self._walks = None

    def left(self, situation: Situation, settled: Mapping[str, Taken]) -> int:
        """How many questions at most come after the next; answers in `settled` count without being asked for."""
        taken = {**settled, **{answer.question.id: answer.taken for answer in situation.answers}}
        known = {name: _marks_of_one(self._marks[name], answer, situation.today) for name, answer in taken.items()}
        try:
            most = self._walks.most_asked(known, self._most_states) if self._walks else None
        except BudgetError:
            most = None
        if most is None:
            most = sum(question.id not in taken for question in may_follow(self._flow, situation))
        return max(most - 1, 0)


def _marks_of_one(marks: Marks, taken: Taken, today: date) -> Sequence[Mark]:
    """The marks that one answer has."""
    if taken[0] in marks.choices:
        return taken
    reached = (bound for bound in marks.bounds if bound <= taken[0])
    aged = (span for span in marks.ages if later(date.fromisoformat(taken[0]), span) < today)
    return (KNOWN, *reached, *aged)
