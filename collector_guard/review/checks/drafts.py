"""Which drafts and blocks can never be written, and which steps name a draft that is not on offer: proved."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from collector_guard.files.errors import Kind, Problem
from collector_guard.flow.draft import Draft, Phrase, Wording
from collector_guard.flow.model import Step
from collector_guard.flow.when import Condition
from collector_guard.review.case import Case
from collector_guard.review.located import problem_at
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.prover import Prover, Verdict
from collector_guard.review.proof.verdicts import (
    every_word_matters,
    in_short,
    leaves_room,
    not_proved,
    reached,
)
from collector_guard.review.proof.words import first_name

DRAFT_NEVER_OFFERED = Kind(
    "draft-never-offered", "文书 '{name}' 在任何情况下都用不上。", "No situation offers the draft '{name}'."
)
BLOCK_NEVER_WRITTEN = Kind(
    "block-never-written",
    "文书 '{name}' 里读 '{word}' 的这一块，在任何情况下都不会写出来。",
    "This block of the draft '{name}', which reads '{word}', is written in no situation.",
)
WORDING_NEVER_SAID = Kind(
    "wording-never-said",
    "'{name}' 的第 {number} 种说法在任何情况下都轮不到。",
    "Wording {number} of '{name}' is said in no situation.",
)
DRAFT_NOT_OFFERED_THERE = Kind(
    "draft-not-offered-there",
    "步骤 '{step}' 要用文书 '{name}'，但这样回答用不上它：{answers}",
    "The step '{step}' names the draft '{name}', which these answers do not offer: {answers}",
)


def problems(case: Case) -> Iterator[Problem]:
    """Find everything without sense in the drafts of a flow; what is undecided is said to be not proved."""
    prover, flow = case.prover, case.prover.flow
    for draft in flow.drafts.drafts:
        yield from reached(
            prover.decide(lambda encoding, draft=draft: encoding.in_plan(draft)), draft.id, DRAFT_NEVER_OFFERED
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
        yield problem_at(place, BLOCK_NEVER_WRITTEN, name=str(draft.id), word=str(place))


def _phrase(phrase: Phrase, prover: Prover) -> Iterator[Problem]:
    """The problems that a wording is never the first to fit."""
    for place, wording in enumerate(phrase.wordings):
        earlier = phrase.wordings[:place]
        verdict = prover.decide(partial(_says_first, wording, earlier))
        yield from reached(verdict, phrase.id, WORDING_NEVER_SAID, number=place + 1)


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
        yield problem_at(written, DRAFT_NOT_OFFERED_THERE, step=str(step.id), name=str(draft.id), answers=answers)
