"""That the first page of every plan has room on a phone: proved over every situation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from collector_guard.files.errors import Problem
from collector_guard.flow.first_page import COLUMNS, MOST_TITLES, ROWS, FirstPage, Paragraph, first_page
from collector_guard.flow.model import URGENCIES, Flow, Outcome, Step
from collector_guard.flow.plan import plan_of
from collector_guard.flow.walk import replay
from collector_guard.review.proof.answer_classes import EARLIEST
from collector_guard.review.proof.bdd import FALSE
from collector_guard.review.proof.promises import in_turn
from collector_guard.review.proof.prover import NOWHERE, UNDECIDED, Proof, Prover, Verdict
from collector_guard.review.proof.soundness import unbroken

Steps = Sequence[Step]
STEPS = 100_000  # of the budget, for one outcome and script


def page_problems(prover: Prover, flow: Flow) -> Iterator[Problem]:
    """Every outcome with a plan whose first page is too long; the flow is the prover's, in any language.

    Titles take a line each: where one does not, that is told when the flow is read, and nothing here.
    """
    if any(Paragraph("title", step.title, "1 ", "  ").rows(COLUMNS) > 1 for step in flow.steps):
        return
    page = _Page(prover, flow)
    for outcome in flow.outcomes:
        if not outcome.alone:
            values = {"most": ROWS, "language": flow.language}
            yield from unbroken(page.too_long(outcome), outcome.id, "first-page-too-long", **values)


class _Page:
    """How many rows the parts of a first page take; each step can be the one whose words are read aloud."""

    def __init__(self, prover: Prover, flow: Flow) -> None:
        self._prover = prover
        self._flow = flow
        scripts = {step.id: _rows(flow, flow.outcomes[0], step.say) for step in flow.steps if step.say}
        without = _rows(flow, flow.outcomes[0], None)
        self._scripts = {name: rows - without for name, rows in scripts.items()}

    def too_long(self, outcome: Outcome) -> Proof:
        """A situation in which the page is too long; undecided where it may be, and is not in the one looked at."""
        top = _rows(self._flow, outcome, None)
        for own, leads in _candidates(self._flow, outcome):
            steps = [*own, *leads]
            headings = len({step.urgency for step in steps} - {"now"})
            for script in (None, *(step for step in steps if step.say)):
                rows = top + (self._scripts[script.id] if script else 0) + headings + 1
                titles = max(ROWS - rows + 1, 1)
                if titles <= min(MOST_TITLES, len(steps)):
                    example = self._prover.show(partial(self._crowds, outcome, steps, script))
                    if example.verdict is Verdict.SOMEWHERE and self._is_too_long(example):
                        return example
                    proof = self._prover.show(partial(self._shows, outcome, own, leads, script, titles), steps=STEPS)
                    if proof.verdict is not Verdict.NOWHERE:
                        return proof if self._is_too_long(proof) else UNDECIDED
        return NOWHERE

    def _crowds(self, outcome: Outcome, steps: Steps, script: Step | None) -> int:
        """That a plan has as many of these steps as go together, each taken where it goes with those before it."""
        bdd, in_plan = self._prover.bdd, self._prover.encoding.in_plan
        context = self._reads_aloud(outcome, steps, script)
        count = 0
        for node in map(in_plan, steps):
            more = bdd.and_(context, node)
            if self._prover.meets(more):
                context = more
                count += 1
            if count == MOST_TITLES:
                break
        return context

    def _shows(self, outcome: Outcome, own: Steps, leads: Steps, script: Step | None, titles: int) -> int:
        """That a plan has so many of these steps at least, and the words of one of them are the first to be read."""
        bdd, in_plan = self._prover.bdd, self._prover.encoding.in_plan
        context = self._reads_aloud(outcome, (*own, *leads), script)
        if leads:
            context = bdd.and_(context, bdd.or_(*map(in_plan, leads)))
            context = bdd.diff(context, self._at_least(MOST_TITLES, own, context))
        return self._at_least(titles, (*own, *leads), context)

    def _reads_aloud(self, outcome: Outcome, steps: Steps, script: Step | None) -> int:
        """That an outcome's plan has the words of a step, and none of those before it."""
        bdd, in_plan = self._prover.bdd, self._prover.encoding.in_plan
        context = self._prover.encoding.outcome(outcome)
        for step in steps:
            if step is script:
                return bdd.and_(context, in_plan(step))
            if step.say and not step.due:  # of last days any may be the nearest
                context = bdd.diff(context, in_plan(step))
        return context

    def _at_least(self, count: int, steps: Steps, context: int) -> int:
        """That so many steps are in the plan, where the context holds."""
        held = [context, *([FALSE] * count)]
        for node in map(self._prover.encoding.in_plan, steps if context != FALSE else ()):
            for number in range(count, 0, -1):
                more = self._prover.bdd.and_(node, held[number - 1])
                held[number] = self._prover.bdd.or_(held[number], more)
        return held[count]

    def _is_too_long(self, proof: Proof) -> bool:
        """Whether the page is too long after these answers; what lies between them and decides nothing is made up."""
        flow = self._flow
        names = [question.id for question in flow.questions]
        last = max((names.index(name) for name in proof.answers), default=-1)
        others = {one.id: (one.choices[-1].id if one.choices else EARLIEST[one.kind],) for one in flow.questions[:last]}
        situation = replay(flow, others | dict(proof.answers), on=date.today())
        return first_page(plan_of(flow, situation)).rows(COLUMNS) > ROWS


def _rows(flow: Flow, outcome: Outcome, script: str | None) -> int:
    """The rows of a page without titles."""
    page = FirstPage(
        language=flow.language,
        severity=outcome.severity,
        headline=outcome.title,
        alarm=flow.alarm.says if flow.alarm else None,
        steps=(),
        script=script,
        warnings=(),
    )
    return page.rows(COLUMNS)


def _candidates(flow: Flow, outcome: Outcome) -> Iterator[tuple[Steps, Steps]]:
    """What may stand on the page: the most urgent steps and, where they leave room, leads that are less urgent."""
    of_urgency = {one: [step for turn in in_turn(flow, outcome, one) for step in turn] for one in URGENCIES}
    for place, urgency in enumerate(URGENCIES):
        later = (step for one in URGENCIES[place + 1 :] for step in of_urgency[one])
        leads = [step for step in later if step.id in outcome.leads]
        yield of_urgency[urgency], []
        if leads:
            yield of_urgency[urgency], leads
