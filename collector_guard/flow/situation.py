"""The answers of a walk so far, and the facts that follow from them."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from collector_guard.flow.conditions import Held, Known, reason_for
from collector_guard.flow.model import NONE, UNKNOWN, Flow, Question, Taken

Answers: TypeAlias = Mapping[str, Taken]
NO_ANSWERS: Answers = MappingProxyType({})


class Answer(NamedTuple):
    """A question together with what was taken: choices, or one time or date."""

    question: Question
    taken: Taken

    @property
    def names_nothing(self) -> bool:
        """Tell whether it is none of the choices, or not known."""
        return self.taken in ((NONE,), (UNKNOWN,))

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.question.label(taken) for taken in self.taken)


class Situation(NamedTuple):
    """The answers of a walk so far, in order; `complete` when asking has ended."""

    answers: tuple[Answer, ...]
    complete: bool
    today: date


def known_in(flow: Flow, situation: Situation) -> Known:
    """The answers and facts of a situation, by name; a fact knows the answers that its row was decided by."""
    known = {answer.question.id: Held(answer.taken, None) for answer in situation.answers}
    for fact in flow.facts:
        for row in fact.rows:
            reason = reason_for(row.when, known, situation.today)
            if reason is not None:
                known[fact.id] = Held((row.value,), reason)
                break
    return known
