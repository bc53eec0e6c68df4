"""What is wrong with a flow: shape, sense and law."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple

from collector_guard.files.document import read
from collector_guard.files.entries import Notes
from collector_guard.files.errors import Kind, Problem
from collector_guard.flow.model import Flow
from collector_guard.library.load import AsWritten, folder, read_flow, read_in
from collector_guard.review import checks, second_core
from collector_guard.review.age import growing_old
from collector_guard.review.case import Case
from collector_guard.review.proof.budget import Budget
from collector_guard.review.proof.prover import Prover
from collector_guard.review.proof.verdicts import NOT_PROVED
from collector_guard.review.proof.waits import Paced
from collector_guard.review.shape import CONTACTS, LANGUAGES, NEVER_WRITE, TOPICS, build_rules, shape_problems

NOT_ALL_PROVED = Kind(
    "not-all-proved",
    "流程 '{name}' 太大，没有证明完：要看的太多，超过了上限。",
    "The flow '{name}' is too large: proving all of it takes more work than the budget allows.",
)


# Half of the work, with the texts on the other side. Each half makes its own diagrams: sharing them costs as much.
ASIDE = frozenset({"promises", "vanity"})


@dataclass(frozen=True)
class Proved:
    """What was proved of a flow: how many proofs, over how many complete situations; None where these are too many."""

    proofs: int
    situations: int | None


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


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Leave out looking for cycles among millions of tuples, which have none: a tenth of the time of a check."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_nothing_collected()
def checked(flow_id: str, flows: Path, language: str, on: date, watch: Callable[[], None] | None = None) -> Report:
    """Everything that is wrong with a flow; only what was read without a mistake is proved.

    `watch` is called now and then while it is proved.
    """
    written = read_flow(flow_id, language, flows)
    if written.problems:
        return Report(flow_id, on, _sorted((*written.problems, *_shape(written, flows, language))), None, None)

    def afresh(flows: tuple[Flow, ...] = (written.flow,)) -> Case:
        return Case(Prover(written.flow, budget=Budget(watch)), flows, on)

    names = sorted(module.name for module in iter_modules(checks.__path__))
    with second_core.aside(lambda: _look([name for name in names if name in ASIDE], afresh())) as beside:
        texts = _texts(written, flows, language)
        if texts.mistakes:
            return Report(flow_id, on, _sorted((*texts.shape, *texts.mistakes)), None, None)
        in_each = {language: written.flow, **texts.flows}
        case = afresh(tuple(in_each[one] for one in LANGUAGES))
        situations = case.prover.count()
        looks = _look([name for name in names if name not in ASIDE], case), beside()
    found = (*texts.shape, *(problem for look in looks for problem in look.problems))
    return Report(flow_id, on, _sorted(found), Proved(sum(look.proofs for look in looks), situations), looks[0].pace)


def aged(flow_id: str, flows: Path, language: str, on: date) -> Ageing:
    """What only grows old; what cannot be read has no age and is left to `checked`."""
    return Ageing(flow_id, on, _sorted(growing_old(read_flow(flow_id, language, flows), on)))


class _Texts(NamedTuple):
    """A flow in its other languages, the mistakes that only these have, and what is wrong with the texts of all."""

    flows: dict[str, Flow]
    shape: tuple[Problem, ...]
    mistakes: tuple[Problem, ...]


def _texts(written: AsWritten, flows: Path, language: str) -> _Texts:
    others = {one: read_in(one, written, flows) for one in LANGUAGES if one != language}
    mistakes = tuple(problem for one in others.values() for problem in one.problems)
    shape = tuple(_shape(written, flows, language))
    return _Texts({name: one.flow for name, one in others.items()}, shape, mistakes)


class _Look(NamedTuple):
    """What some checks found, and how many proofs that took."""

    problems: tuple[Problem, ...]
    pace: Paced | None
    proofs: int


def _look(names: Iterable[str], case: Case) -> _Look:
    """What half of the checks find; where nothing more can be proved, that alone is told of what each had to prove."""
    prover = case.prover
    found = []
    for name in names:
        for problem in import_module(f"{checks.__name__}.{name}").problems(case):
            if prover.is_exhausted and problem.kind == NOT_PROVED:
                found.append(Problem(f"{prover.flow.id}/flow.yaml", 1, NOT_ALL_PROVED, (("name", prover.flow.id),)))
                break
            found.append(problem)
    return _Look(tuple(found), vars(case).get("pace"), prover.queries)


def _shape(written: AsWritten, flows: Path, language: str) -> Iterable[Problem]:
    """The texts of the flow; words are held against the list beside it, or the shipped one where it has none."""
    notes = Notes(NEVER_WRITE, language)
    tree = written.trees.get(NEVER_WRITE)
    if tree is None and not (flows / NEVER_WRITE).exists():
        tree, _ = read(folder() / NEVER_WRITE, NEVER_WRITE)
    rules = build_rules(tree, notes) if tree is not None else ()
    own = (CONTACTS, TOPICS, f"{written.flow.id}/")
    shown = {name: tree for name, tree in written.trees.items() if name.startswith(own)}
    return (*notes.problems, *shape_problems(shown, rules))


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line, problem.kind)))
