"""What a flow cites that is not the law on a day."""

from __future__ import annotations

from collections.abc import Iterator

from collector_guard.files.errors import Kind, Problem
from collector_guard.flow.model import Flow
from collector_guard.review.case import Case
from collector_guard.review.located import problem_at
from collector_guard.review.proof.promises import cites_of

CITED_NOT_YET = Kind(
    "cited-not-yet",
    "'{cite}' 自 {start} 起才施行，{day} 还没有效力。",
    "'{cite}' comes into force on {start} only, after {day}.",
)
CITED_ENDED = Kind(
    "cited-ended",
    "'{cite}' 到 {until} 为止，{day} 已经没有效力，也没有新条号。",
    "'{cite}' ended on {until}, is not in force on {day} and has no newer number.",
)
CITED_LAW_ENDED = Kind(
    "cited-law-ended",
    "'{cite}' 所在的《{law}》到 {until} 为止，{day} 已经没有效力。",
    "'{cite}' is of a law that ended on {until} and is not in force on {day}: {law}.",
)


def problems(case: Case) -> Iterator[Problem]:
    """Find the citations shown to readers that are not the law on a day, under no number."""
    flow, on = case.prover.flow, case.on
    for cite in _cited(flow):
        newest = flow.laws.newest(cite)
        if newest is None or flow.laws.on(cite, on):
            continue
        law_until, until, start = newest.law.versions[0].until, newest.version.until, newest.version.start
        if law_until and law_until <= on:
            yield problem_at(cite, CITED_LAW_ENDED, cite=str(cite), law=newest.law.title, until=law_until, day=on)
        elif until and until <= on:
            yield problem_at(cite, CITED_ENDED, cite=str(cite), until=until, day=on)
        else:
            yield problem_at(cite, CITED_NOT_YET, cite=str(cite), start=start, day=on)


def _cited(flow: Flow) -> Iterator[str]:
    """Every citation of findings, steps and answers of topics, as it is written."""
    for finding in flow.findings:
        yield from finding.cites
    for step in flow.steps:
        yield from cites_of(step)
    for topic in flow.laws.topics:
        yield from topic.cites
