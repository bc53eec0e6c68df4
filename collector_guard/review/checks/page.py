"""That the first page of every plan has room on a phone: proved over every situation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from collector_guard.files.errors import Kind, Problem
from collector_guard.flow.first_page import COLUMNS, MOST_TITLES, ROWS, FirstPage, Paragraph, first_page
from collector_guard.flow.model import URGENCIES, Flow, Outcome, Step, Urgency
from collector_guard.flow.plan import plan_of
from collector_guard.flow.walk import replay
from collector_guard.review.case import Case
from collector_guard.review.proof.answer_classes import EARLIEST
from collector_guard.review.proof.bdd import FALSE
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.promises import in_turn
from collector_guard.review.proof.prover import NOWHERE, UNDECIDED, Proof, Prover, Verdict
from collector_guard.review.proof.verdicts import unbroken
from collector_guard.wording.sentences import sentence

FIRST_PAGE_TOO_LONG = Kind(
    "first-page-too-long",
    "结论 '{name}' 的第一页（{language}）在 40 列的手机上超过 {most} 行。最短的例子：{answers}",
    (
        "The first page of '{name}' ({language}) takes over {most} rows of 40 columns. The "
        "shortest answers that show it: {answers}"
    ),
)

Steps = Sequence[Step]
STEPS = 100_000  # of the budget, for one outcome and script


def problems(case: Case) -> Iterator[Problem]:
    """Find every outcome with a plan whose first page is too long, in any language."""
    for flow in case.flows:
        yield from _too_long(case.prover, flow)


def _too_long(prover: Prover, flow: Flow) -> Iterator[Problem]:
    """The outcomes whose first page is too long in a language.

    Titles take a line each: where one does not, that is told when the flow is read, and nothing here.
    """
    if any(Paragraph("step", step.title, "1 ", "  ").rows(COLUMNS) > 1 for step in flow.steps):
        return
    page = _Page(prover, flow)
    for outcome in flow.outcomes:
        if not outcome.alone:
            values = {"most": ROWS, "language": flow.language}
            yield from unbroken(page.too_long(outcome), outcome.id, FIRST_PAGE_TOO_LONG, **values)


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
        for urgency in URGENCIES:
            steps = self._steps(outcome, urgency)
            shown = [*steps, *self._pressing(steps)]
            top = _rows(self._flow, outcome, None) + 1 + int(urgency != "now")  # a heading, and an empty line
            for script in (None, *(step for step in shown if step.say)):
                titles = max(ROWS + 1 - top - (self._scripts[script.id] if script else 0), 1)
                if titles <= min(MOST_TITLES, len(shown)):
                    example = self._prover.show(partial(self._crowds, outcome, steps, script))
                    if example.verdict is Verdict.SOMEWHERE and self._is_too_long(example):
                        return example
                    shows = partial(self._shows, outcome, urgency, script, titles)
                    proof = self._prover.show(shows, steps=STEPS)
                    if proof.verdict is not Verdict.NOWHERE:
                        return proof if self._is_too_long(proof) else UNDECIDED
        return NOWHERE

    def _crowds(self, outcome: Outcome, steps: Steps, script: Step | None, _: Encoding) -> int:
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

    def _shows(self, outcome: Outcome, urgency: Urgency, script: Step | None, titles: int, _: Encoding) -> int:
        """That a plan has so many steps under its first urgency, and the words of one of them are read aloud."""
        bdd, in_plan = self._prover.bdd, self._prover.encoding.in_plan
        steps = self._steps(outcome, urgency)
        context = self._reads_aloud(outcome, steps, script)
        more_urgent = URGENCIES[: URGENCIES.index(urgency)]
        for step in (one for one in self._flow.steps if one.urgency in more_urgent and context != FALSE):
            context = bdd.diff(context, in_plan(step))
        may_press = self._prover.encoding.may_press
        nodes = [*map(in_plan, steps), *map(may_press, self._pressing(steps))]
        return self._at_least(titles, nodes if context != FALSE else (), context)

    def _steps(self, outcome: Outcome, urgency: Urgency) -> Steps:
        """The steps under the first urgency, in order."""
        return [step for turn in in_turn(self._flow, outcome, urgency) for step in turn]

    def _pressing(self, steps: Steps) -> Steps:
        """The steps that stand with these only where their last day presses."""
        ids = {step.id for step in steps}
        return [step for step in self._flow.steps if step.due and step.id not in ids]

    def _reads_aloud(self, outcome: Outcome, steps: Steps, script: Step | None) -> int:
        """That an outcome's plan has the words of a step, and none of those before it."""
        bdd, in_plan = self._prover.bdd, self._prover.encoding.in_plan
        context = self._prover.encoding.outcome(outcome)
        pressing = FALSE
        if script:
            pressing = bdd.and_(context, self._prover.encoding.may_press(script))
        for step in steps:
            if step is script:
                return bdd.or_(pressing, bdd.and_(context, in_plan(step)))
            if step.say and not step.due:  # of last days any may be the nearest
                context = bdd.diff(context, in_plan(step))
        return pressing if script else context

    def _at_least(self, count: int, nodes: Iterable[int], context: int) -> int:
        """That so many of these hold, where the context does."""
        held = [context, *([FALSE] * count)]
        for node in nodes:
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
    """The rows of a page without titles; where there is no alarm, a last day that presses may stand below a card."""
    presses = sentence("press-today", flow.language) if outcome.card and any(step.due for step in flow.steps) else None
    page = FirstPage(
        language=flow.language,
        severity=outcome.severity,
        headline=outcome.title,
        alarm=flow.alarm.says if flow.alarm else presses,
        urgency="now",
        steps=(),
        script=script,
        warnings=(),
    )
    return page.rows(COLUMNS)
