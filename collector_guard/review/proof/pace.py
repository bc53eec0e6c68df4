"""How soon a flow tells its readers what, and whether what they were told stands: proved over every situation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from collector_guard.files.errors import Problem
from collector_guard.flow.model import Limit, Outcome, Pace, Step
from collector_guard.review.proof.diagrams import TRUE, BudgetError
from collector_guard.review.proof.soundness import Sense, first_name, in_short, variants
from collector_guard.review.proof.walks import Most, Until


@dataclass(frozen=True)
class Paced:
    """The longest walk of a flow and, where it has a pace, the longest waits at the door: for advice, for the pause."""

    walk: Most
    advice: Most | None
    plan: Most | None


class Pacing:
    """A look at the pace of a flow; `paced` is what it was found to be."""

    def __init__(self, sense: Sense) -> None:
        self.sense = sense
        self.prover = sense.prover
        self.diagrams = sense.diagrams
        pace = sense.flow.pace
        self.paced = Paced(
            self._within_budget(lambda: self.prover.most(TRUE, Until())),
            self._within_budget(partial(self._to_advice, pace)) if pace else None,
            self._within_budget(partial(self._to_pause, pace)) if pace else None,
        )

    def problems(self) -> Iterator[Problem]:
        """What is slower than the pace of the flow allows, and what does not stand; nothing where it has no pace."""
        pace = self.sense.flow.pace
        if pace is None:
            return
        yield from self.sense.within_budget(first_name(pace.at_the_door), partial(self._door, pace))
        yield from self._limited(pace.walk, self.paced.walk, "walk-too-long")
        yield from self._limited(pace.advice, self.paced.advice, "advice-too-late")
        yield from self._limited(pace.plan, self.paced.plan, "pause-too-late", name=str(pace.pause))
        for step in (step for step in self.sense.flow.steps if step.urgency == "now"):
            yield from self.sense.within_budget(step.id, partial(self._step, pace, step))
        for outcome in self.sense.flow.outcomes:
            yield from self.sense.within_budget(outcome.id, partial(self._outcome, pace, outcome))

    def _to_advice(self, pace: Pace) -> Most:
        """The wait for a card or a step for now, which are shown after an answer that brings advice, and at the end."""
        flow, reading = self.sense.flow, self.sense.reading
        cards = (reading.outcome(one) for one in flow.outcomes if one.card)
        steps = (self.sense.in_plan(step) for step in flow.steps if step.urgency == "now")
        advising = frozenset(question.id for question in flow.questions if question.advise)
        until = Until(self.diagrams.either(*cards, *steps), after=advising)
        return self.prover.most(reading.truth(pace.at_the_door), until)

    def _to_pause(self, pace: Pace) -> Most:
        return self.prover.most(self.sense.reading.truth(pace.at_the_door), Until(before=pace.pause))

    def _door(self, pace: Pace) -> Iterator[Problem]:
        truth = self.sense.reading.truth(pace.at_the_door)
        name = first_name(pace.at_the_door)
        yield from self.sense.impossible(self.sense.somewhere(truth), name, "never-at-the-door")
        for word, variant in variants(pace.at_the_door):
            other = self.diagrams.differing(truth, self.sense.reading.truth(variant))
            yield from self.sense.idle(self.sense.somewhere(other), word, "at-the-door")

    def _limited(self, limit: Limit, found: Most | None, kind: str, **values: object) -> Iterator[Problem]:
        if found is None or (found.decided and found.answers is None):
            return
        if not found.decided:
            yield self.sense.problem(limit.key, "not-proved", name=str(limit.key))
        elif found.count is None or found.count > limit.most:
            kind, length = (kind, {"count": found.count}) if found.count else ("advice-never", {})
            answers = in_short(found.answers or {})
            yield self.sense.problem(limit.key, kind, **values, **length, most=limit.most, answers=answers)

    def _step(self, pace: Pace, step: Step) -> Iterator[Problem]:
        yield from self._settled(pace, self.sense.in_plan(step), step.id, "step-not-settled")

    def _outcome(self, pace: Pace, outcome: Outcome) -> Iterator[Problem]:
        yield from self._settled(pace, self.sense.reading.outcome(outcome), outcome.id, "outcome-not-settled")

    def _settled(self, pace: Pace, truth: int, name: str, kind: str) -> Iterator[Problem]:
        proof = self.sense.counted(self.prover.changed_after(pace.pause, truth))
        if not proof.decided:
            yield self.sense.problem(name, "not-proved", name=str(name))
        elif proof.answers is not None:
            answers = in_short(proof.answers)
            yield self.sense.problem(name, kind, name=str(name), pause=str(pace.pause), answers=answers)

    def _within_budget(self, look: Callable[[], Most]) -> Most:
        self.diagrams.renew_budget()
        try:
            most = look()
        except BudgetError:
            most = Most(None, 0, decided=False)
        self.sense.counted(most)
        return most
