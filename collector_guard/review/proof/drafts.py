"""Which drafts and blocks can never be written, and which steps name a draft that is not on offer: proved."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from collector_guard.files.errors import Problem
from collector_guard.flow.draft import Draft, Phrase, Wording
from collector_guard.flow.model import Step
from collector_guard.flow.when import Condition
from collector_guard.review.located import problem_at
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.prover import Prover, Verdict
from collector_guard.review.proof.soundness import (
    every_word_matters,
    first_name,
    in_short,
    leaves_room,
    not_proved,
    reached,
)


def draft_problems(prover: Prover) -> Iterator[Problem]:
    """Everything without sense in the drafts of the prover's flow; what is undecided is said to be not proved."""
    flow = prover.flow
    for draft in flow.drafts.drafts:
        yield from reached(
            prover.decide(lambda encoding, draft=draft: encoding.in_plan(draft)), draft.id, "draft-never-offered"
        )
        yield from every_word_matters(prover, draft.id, draft.when, leaves_room)
        for condition in draft.conditions():
            yield from _block(draft, condition, prover)
    for phrase in flow.drafts.phrases:
        yield from _phrase(phrase, prover)
    drafts = {draft.id: draft for draft in flow.drafts.drafts}
    for step in flow.steps:
        if step.draft:
            yield from _offered(step, step.draft, drafts[step.draft], prover)


def _block(draft: Draft, condition: Condition, prover: Prover) -> Iterator[Problem]:
    """The problem that a block is written in no situation in which its draft is on offer."""
    verdict = prover.decide(lambda encoding: encoding.logic.and_(encoding.in_plan(draft), encoding.holds(condition)))
    place = first_name(condition)
    if verdict is Verdict.UNDECIDED:
        yield not_proved(place, draft.id)
    elif verdict is Verdict.NOWHERE:
        yield problem_at(place, "block-never-written", name=str(draft.id), word=str(place))


def _phrase(phrase: Phrase, prover: Prover) -> Iterator[Problem]:
    """The problems that a wording is never the first to fit."""
    for place, wording in enumerate(phrase.wordings):
        earlier = phrase.wordings[:place]
        verdict = prover.decide(partial(_says_first, wording, earlier))
        yield from reached(verdict, phrase.id, "wording-never-said", number=place + 1)


def _says_first(wording: Wording, earlier: tuple[Wording, ...], encoding: Encoding) -> int:
    """That a wording fits and none before it does."""
    before = encoding.logic.or_(*(encoding.holds(one.when) for one in earlier))
    return encoding.logic.diff(encoding.holds(wording.when), before)


def _offered(step: Step, written: str, draft: Draft, prover: Prover) -> Iterator[Problem]:
    """The problem that a step stands in a plan which does not offer the draft that it names."""
    proof = prover.show(lambda encoding: encoding.logic.diff(encoding.in_plan(step), encoding.in_plan(draft)))
    if proof.verdict is Verdict.UNDECIDED:
        yield not_proved(written, step.id)
    elif proof.verdict is Verdict.SOMEWHERE:
        answers = in_short(proof.answers)
        yield problem_at(written, "draft-not-offered-there", step=str(step.id), name=str(draft.id), answers=answers)
