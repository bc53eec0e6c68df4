"""What is wrong with a flow: shape, sense and law, each kind of mistake with its code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from collector_guard.files.document import read
from collector_guard.files.entries import Notes
from collector_guard.files.errors import Problem
from collector_guard.library.load import AsWritten, folder, read_flow
from collector_guard.review.age import growing_old, not_in_force
from collector_guard.review.proof.diagrams import BudgetError
from collector_guard.review.proof.pace import Paced, Pacing
from collector_guard.review.proof.soundness import Sense
from collector_guard.review.shape import CONTACTS, NEVER_WRITE, build_rules, shape_problems

# Codes are stable: a kind never moves to another code, and a code that is given up is never used again.
CODES = {
    # Shape, of files and how they are written.
    "file-unreadable": "CG101",
    "file-too-large": "CG101",
    "file-not-text": "CG101",
    "file-is-link": "CG101",
    "yaml-nothing": "CG101",
    "too-many-mistakes": "CG101",
    "yaml-broken": "CG102",
    "yaml-too-deep": "CG102",
    "yaml-empty": "CG102",
    "yaml-folded": "CG102",
    "yaml-needs-quotes": "CG102",
    "yaml-key-not-text": "CG102",
    "yaml-character": "CG103",
    "yaml-tab": "CG103",
    "yaml-tag": "CG104",
    "yaml-anchor": "CG104",
    "yaml-alias": "CG104",
    "yaml-directive": "CG104",
    "yaml-second-document": "CG104",
    # Shape, of names and values.
    "yaml-duplicate-key": "CG105",
    "twice": "CG105",
    "defined-twice": "CG105",
    "missing-key": "CG106",
    "unknown-name": "CG107",
    "unknown-name-near": "CG107",
    "not-a-mapping": "CG108",
    "not-a-list": "CG108",
    "not-text": "CG108",
    "not-one-of": "CG109",
    "not-a-date": "CG110",
    "bad-bound": "CG110",
    "bad-span": "CG110",
    "not-a-count": "CG110",
    "bad-name": "CG111",
    "part-not-listed": "CG112",
    # Shape, of entries.
    "empty-condition": "CG113",
    "reads-later": "CG113",
    "not-measured": "CG113",
    "reserved-choice": "CG114",
    "choices-and-kind": "CG114",
    "last-row": "CG115",
    "one-demand": "CG116",
    "empty-promise": "CG116",
    "never-only": "CG116",
    # Shape, of texts.
    "card-lines": "CG121",
    "long-card-line": "CG121",
    "long-sentence-zh": "CG122",
    "long-sentence-en": "CG122",
    "wide-label": "CG123",
    "long-title": "CG123",
    "word-not-allowed": "CG124",
    # Sense.
    "never-asked": "CG201",
    "row-never-holds": "CG202",
    "never-found": "CG203",
    "step-never-shown": "CG204",
    "outcome-never-holds": "CG205",
    "promise-never-applies": "CG206",
    "never-at-the-door": "CG206",
    "changes-nothing": "CG207",
    "promise-broken": "CG208",
    "not-proved": "CG209",
    # Sense, of the pace.
    "walk-too-long": "CG210",
    "advice-too-late": "CG211",
    "advice-never": "CG211",
    "pause-too-late": "CG212",
    "step-not-settled": "CG213",
    "outcome-not-settled": "CG213",
    # Law.
    "unknown-provision": "CG301",
    "unknown-provision-near": "CG301",
    "cites-old-number": "CG302",
    "cited-not-yet": "CG303",
    "cited-ended": "CG303",
    "cited-law-ended": "CG304",
    "long-quote": "CG305",
    "bad-number": "CG306",
    "versions-overlap": "CG307",
    "no-older-version": "CG307",
    "long-line": "CG308",
    # Age, which never fails a check.
    "checked-long-ago": "CG401",
    "version-ends-soon": "CG402",
    "review-overdue": "CG403",
}


@dataclass(frozen=True)
class Proved:
    """What proving a flow took: the proofs, and the merged situations that they went through together."""

    proofs: int
    situations: int


@dataclass(frozen=True)
class Report:
    """What is wrong with a flow on a day, and how long its walks are.

    `proved` and `paced` are None where mistakes in its files left nothing to prove.
    """

    flow_id: str
    on: date
    problems: tuple[Problem, ...]
    proved: Proved | None
    paced: Paced | None


@dataclass(frozen=True)
class Ageing:
    """What in a flow, its laws and contacts needs another look on a day."""

    flow_id: str
    on: date
    notes: tuple[Problem, ...]


def checked(flow_id: str, flows: Path, language: str, on: date) -> Report:
    """Everything that is wrong with a flow; only what was read without a mistake is proved."""
    written = read_flow(flow_id, language, flows)
    found = [*written.problems, *_shape(written, flows, language)]
    if written.problems:
        return Report(flow_id, on, _sorted(found), None, None)
    found += not_in_force(written.flow, on)
    try:
        sense = Sense(written.flow)
    except BudgetError:
        found.append(Problem(f"{flow_id}/flow.yaml", 1, "not-proved", (("name", flow_id),)))
        return Report(flow_id, on, _sorted(found), None, None)
    pacing = Pacing(sense)
    found += (*sense.problems(), *pacing.problems())
    return Report(flow_id, on, _sorted(found), Proved(sense.proofs, sense.states), pacing.paced)


def aged(flow_id: str, flows: Path, language: str, on: date) -> Ageing:
    """What only grows old; what cannot be read has no age and is left to `checked`."""
    written = read_flow(flow_id, language, flows)
    return Ageing(flow_id, on, _sorted(growing_old(written.flow, written.contacts, written.trees, on)))


def _shape(written: AsWritten, flows: Path, language: str) -> Iterable[Problem]:
    """The texts of the flow; words are held against the list beside it, or the shipped one where it has none."""
    notes = Notes(NEVER_WRITE, language)
    tree = written.trees.get(NEVER_WRITE)
    if tree is None and not (flows / NEVER_WRITE).exists():
        tree, _ = read(folder() / NEVER_WRITE, NEVER_WRITE)
    rules = build_rules(tree, notes) if tree is not None else ()
    own = (CONTACTS, f"{written.flow.id}/")
    shown = {name: tree for name, tree in written.trees.items() if name.startswith(own)}
    return (*notes.problems, *shape_problems(shown, rules))


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line, CODES[problem.kind])))
