"""What becomes of mutants: whether they load, how they differ, and whether a proof or a journey notices."""

import json
import os
import random
import shutil
import tempfile
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from journeys import journeys
from mutants import REFUSED, WHAT, Mutant
from recorded_plans import plan_for, record

from collector_guard.comparing import Difference, differences
from collector_guard.conditions import because, reads
from collector_guard.document import read, tree_to_json
from collector_guard.errors import DataError, Problem
from collector_guard.flow import ALWAYS, NONE, UNKNOWN, Flow
from collector_guard.library import COMPILED, LAWS, load_flow, trees
from collector_guard.sense import Sense
from collector_guard.triage import is_kept, known_in, next_question, replay

FLOW = "doorstep"
LANGUAGES = ("zh", "en")
WITNESSES = 4
WALKS = 60
CHUNKS_EACH = 4


@dataclass
class Trial:
    """What became of one mutant.

    `refused` are the kinds of problems that loading found, `senseless` those that the proof did (None: not asked);
    `not_shown` are differences whose answers show nothing, `moved` what random walks met otherwise in the mutant.
    """

    mutant: Mutant
    refused: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    not_shown: tuple[Difference, ...] = ()
    moved: bool | None = None
    astray: tuple[Difference, ...] = ()
    named: bool = True
    noticed: tuple[str, ...] = ()
    broken: tuple[str, ...] = field(default=())
    senseless: tuple[str, ...] | None = None

    @property
    def changes_a_plan(self):
        """Whether a plan differs by more than its words in some situation."""
        wordless = not self.mutant.kind.startswith(("change words", "flip advise"))
        return wordless and any(
            one.what in ("finding", "step", "outcome") or (one.what == "question" and one.how != "words")
            for one in self.differences
        )

    @property
    def killed(self):
        return bool(self.refused or self.noticed or self.senseless)

    def __str__(self):
        return str(self.mutant)


def tried(mutants: list[Mutant], flows: Path) -> list[Trial]:
    """The trials of mutants of a flow below a folder, on every processor there is."""
    known = frozenset(map(_told, Sense(load_flow(FLOW, "zh", flows)).problems()))
    count = (os.cpu_count() or 1) * CHUNKS_EACH
    chunks = [chunk for start in range(count) if (chunk := mutants[start::count])]
    # Spawned, because a fork of a process that has threads may stop for ever.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        done = pool.map(partial(_tried_here, flows=flows, known=known), chunks)
        return [trial for trials in done for trial in trials]


def parts_of(flows: Path) -> dict[str, dict]:
    """The parts of the flow as plain trees, in the order of asking and showing."""
    found = {name.removesuffix(".yaml"): _plain(path) for name, path in trees(flows / FLOW)}
    return {name: found[name] for name in found["flow"]["parts"]}


def _tried_here(mutants: list[Mutant], flows: Path, known: frozenset[object]) -> list[Trial]:
    with tempfile.TemporaryDirectory() as made:
        bench = _Bench(flows, Path(made), known)
        return [bench.tried(mutant) for mutant in mutants]


class _Bench:
    """A copy of the flows in which one part after another is changed; the laws beside it are compiled."""

    def __init__(self, flows, copy, known):
        self.copy, self.known = copy, known
        self.parts = parts_of(flows)
        (copy / FLOW).mkdir()
        (copy / LAWS).mkdir()
        for below in (".", LAWS):
            compiled = {name: _plain(path) for name, path in trees(flows / below)}
            (copy / below / COMPILED).write_text(tree_to_json(compiled), encoding="utf-8")
        for name, path in trees(flows / FLOW):
            shutil.copy(path, copy / FLOW / name)
        self.shipped = self.loaded()
        self.flow = self.shipped["zh"]
        self.journeys = journeys()
        self.plans = {name: record(plan_for(self.flow, one)) for name, one in self.journeys.items()}
        self.walks = [_walked(self.flow, seed) for seed in range(WALKS)]

    def loaded(self) -> Mapping[str, Flow]:
        return {language: load_flow(FLOW, language, self.copy) for language in LANGUAGES}

    def tried(self, mutant):
        trial = Trial(mutant)
        file = self.copy / FLOW / f"{mutant.part}.yaml"
        shipped = file.read_bytes()
        file.write_text(_written(mutant.of(self.parts[mutant.part])), encoding="utf-8")
        try:
            flows = self.loaded()
        except DataError as error:
            trial.refused = tuple(problem.kind for problem in error.problems)
            return trial
        finally:
            file.write_bytes(shipped)
        self.compare(trial, flows)
        self.walk(trial, flows["zh"])
        wanted = mutant.expects == REFUSED or trial.broken
        if wanted or (trial.changes_a_plan and not trial.noticed):
            problems = Sense(flows["zh"]).problems()
            found = (problem.kind for problem in problems if _told(problem) not in self.known)
            trial.senseless = tuple(found) if trial.broken else tuple(filter(None, [next(found, None)]))
        return trial

    def compare(self, trial, flows):
        trial.differences = tuple(map(_unlined, differences(self.shipped, flows)))
        shown = [one for one in trial.differences if one.answers is not None]
        chosen = random.Random(str(trial.mutant)).sample(shown, min(WITNESSES, len(shown)))
        trial.not_shown = tuple(one for one in chosen if not _shows(one, self.shipped, flows))
        if not trial.differences:
            trial.moved = any(_met(self.flow, taken) != _met(flows["zh"], taken) for taken in self.walks)
        changed = {(WHAT.get(trial.mutant.section), name) for name in trial.mutant.entries}
        if trial.mutant.section == "cards":
            cards = ((one.id, one.card) for one in self.flow.outcomes if one.card)
            changed = {("outcome", name) for name, card in cards if card.id in trial.mutant.entries}
            changed.add(("flow", self.flow.id))
        reported = {(one.what, one.name) for one in trial.differences}
        trial.named = not reported or trial.mutant.section == "facts" or bool(reported & changed)
        may = changed | depending(self.flow, trial.mutant) | depending(flows["zh"], trial.mutant)
        trial.astray = tuple(one for one in trial.differences if (one.what, one.name) not in may)

    def walk(self, trial, flow):
        noticed, broken = [], []
        for name, journey in self.journeys.items():
            plan = plan_for(flow, journey)
            if plan is None or record(plan) != self.plans[name]:
                noticed.append(name)
            elif trial.mutant.section != "promises":
                continue
            if plan is not None:
                broken += [str(promise.id) for promise in flow.promises if not is_kept(promise, plan)]
        trial.noticed, trial.broken = tuple(noticed), tuple(broken)


def depending(flow: Flow, mutant: Mutant) -> set[tuple[str, str]]:
    """What of a flow may differ, by the names that conditions read, when the entries of a mutant do."""
    if mutant.section in ("findings", "steps", "promises", "cards"):
        return set()
    names = set(mutant.entries)
    found: set[tuple[str, str]] = set()
    before = None
    while before != (len(names), len(found)):
        before = (len(names), len(found))
        names |= {one.id for one in flow.facts if any(not names.isdisjoint(reads(row.when)) for row in one.rows)}
        asked = {one.id for one in flow.questions if not names.isdisjoint(reads(one.when))}
        outcomes = [one.id for one in flow.outcomes]
        touched = [
            place
            for place, one in enumerate(flow.outcomes)
            if not names.isdisjoint(reads(one.when)) or (mutant.section == "outcomes" and one.id in mutant.entries)
        ]
        later = outcomes[min(touched) :] if touched else []
        found |= {("outcome", name) for name in later}
        if any(flow.outcomes[place].at_once for place in touched):
            asked |= {one.id for one in flow.questions}
        if any(one.alone and one.id in later for one in flow.outcomes):
            found |= {("step", one.id) for one in flow.steps} | {("finding", one.id) for one in flow.findings}
        names |= asked
        found |= {("question", name) for name in asked}
    for what, entries in (("finding", flow.findings), ("step", flow.steps), ("promise", flow.promises)):
        found |= {(what, one.id) for one in entries if not names.isdisjoint(reads(one.when))}
    return found


def reading(flow: Flow, name: str) -> set[str]:
    """A question or fact, and the facts that read it."""
    names = {name}
    for fact in flow.facts:
        if any(not names.isdisjoint(reads(row.when)) for row in fact.rows):
            names.add(fact.id)
    return names


def _shows(difference, old, new):
    """Whether the answers of a difference lead to a situation in which the two flows do not show the same."""
    pairs = [(old[language], new[language]) for language in LANGUAGES]
    return any(_met_at(before, difference) != _met_at(after, difference) for before, after in pairs)


def _met_at(flow, difference):
    """What a reader meets once the questions of a difference are answered, and the question it is about comes."""
    names = [question.id for question in flow.questions]
    last = max((names.index(name) for name in difference.answers if name in names), default=-1)
    if difference.what == "question":
        last = names.index(difference.name) - 1 if difference.name in names else len(names) - 1
    others = {one.id: _any_answer(one) for one in flow.questions[: last + 1] if one.id != difference.name}
    taken = others | {name: answer for name, answer in difference.answers.items() if name in names}
    situation = replay(flow, taken, on=flow.reviewed)
    if difference.what == "question":
        coming = next_question(flow, situation)
        return replace(coming, when=ALWAYS) if coming and coming.id == difference.name else None
    return _seen(flow, situation)


def _any_answer(question):
    """An answer to a question on which nothing depends."""
    ids = [choice.id for choice in question.choices]
    return (next((one for one in (NONE, UNKNOWN) if one in ids), ids[0]),)


def _seen(flow, situation):
    """What a situation comes to, all but its conditions and the days of the law."""
    known = known_in(flow, situation)

    def held(entries):
        holding = (one for one in entries if because(one.when, known, situation.today) is not None)
        return [replace(one, when=ALWAYS) for one in holding]

    outcome = held(flow.outcomes)[0]
    plan = [] if outcome.alone else [held(flow.findings), held(flow.steps)]
    return [outcome, plan, {one.id: one for one in held(flow.promises)}]


def _met(flow, taken):
    """What is asked and told on the way through a flow."""
    situation = replay(flow, taken, on=flow.reviewed)
    asked = [replace(answer.question, when=ALWAYS) for answer in situation.answers]
    return [asked, situation.complete, _seen(flow, situation)]


def _walked(flow, seed):
    """Random answers to every question on one way through a flow."""
    chance = random.Random(seed)
    taken: dict[str, tuple[str, ...]] = {}
    while question := next_question(flow, replay(flow, taken, on=flow.reviewed)):
        ids = [choice.id for choice in question.choices]
        ids += {"time": ["00:30", "12:00", "22:00"], "date": ["2025-11-10", "2026-11-22"]}.get(question.kind, [])
        taken[question.id] = (chance.choice(ids),)
    return taken


def _plain(path):
    tree, problems = read(path, path.name)
    assert problems == ()
    return json.loads(tree_to_json(tree))


def _written(tree):
    """A tree as JSON, which is YAML; the lines of a text are joined as loading joins them."""
    return json.dumps(_joined(tree), ensure_ascii=False, indent=1)


def _joined(node):
    if isinstance(node, dict) and {*node} == {"zh", "en"}:
        return {"zh": "".join(node["zh"].split("\n")), "en": " ".join(node["en"].split("\n")).strip()}
    if isinstance(node, dict):
        return {key: _joined(below) for key, below in node.items()}
    return [_joined(one) for one in node] if isinstance(node, list) else node


def _told(problem: Problem) -> tuple[object, ...]:
    """A problem without its place, which every change moves."""
    return problem.kind, *(str(value) for key, value in problem.values if key in ("word", "name"))


def _unlined(difference: Difference) -> Difference:
    """A difference whose names do not know their line, so that it can go from one process to another."""
    answers = difference.answers
    if answers is not None:
        answers = {str(name): tuple(map(str, taken)) for name, taken in answers.items()}
    return replace(difference, name=str(difference.name), answers=answers)


__all__ = ["Trial", "date", "depending", "parts_of", "reading", "tried"]
