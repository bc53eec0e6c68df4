"""What becomes of mutants: whether they load, how they differ, and whether a proof or a journey notices."""

import json
import os
import random
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from journeys import journeys
from mutants import REFUSED, WHAT, Mutant
from recorded_plans import plan_for, record, record_of

from collector_guard.files.document import read, tree_of
from collector_guard.files.errors import DataError, Problem
from collector_guard.flow.conditions import reads, reason_for
from collector_guard.flow.model import NONE, UNKNOWN, Flow
from collector_guard.flow.situation import known_in
from collector_guard.flow.walk import next_question, replay
from collector_guard.flow.when import ALWAYS
from collector_guard.library.load import _Source, load_flow, trees
from collector_guard.review.age import not_in_force
from collector_guard.review.comparison import Difference, differences
from collector_guard.review.proof.diagrams import BudgetError
from collector_guard.review.proof.promises import broken_by
from collector_guard.review.proof.soundness import Sense

FLOW = "doorstep"
LANGUAGES = ("zh", "en")
WITNESSES = 4
WALKS = 60
CHUNKS_EACH = 2


@dataclass
class Trial:
    """What became of one mutant.

    `refused` are the problems of loading; `senseless` the first that a proof found, empty without one, None where none
    was asked for. `not_shown` are differences whose answers show none; `moved` is whether random walks met what the
    comparison did not; `named` whether it named what was changed, and `astray` what it named besides. `noticed` is the
    journey whose plan is another, and `broken` are the promises that its plan breaks. `exceeds` the budget is what could
    not be compared.
    """

    mutant: Mutant
    refused: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    not_shown: tuple[Difference, ...] = ()
    moved: bool | None = None
    astray: tuple[Difference, ...] = ()
    named: bool = True
    noticed: str = ""
    broken: tuple[str, ...] = ()
    senseless: str | None = None
    exceeds: bool = False

    @property
    def changes_a_plan(self):
        """Whether a plan differs by more than its words in some situation."""
        wordless = not self.mutant.kind.startswith(("change words", "flip advise"))
        return wordless and any(
            one.what in ("finding", "step", "outcome") or (one.what == "question" and one.how != "words")
            for one in self.differences
        )

    @property
    def shown_by(self):
        """Answers by which a journey would notice, as the command line takes them."""
        shown = (one.answers for one in self.differences if one.answers is not None)
        return " ".join(f"{name}={','.join(taken)}" for name, taken in next(shown, {}).items())

    @property
    def killed(self):
        return bool(self.refused or self.noticed or self.senseless)

    def __str__(self):
        return str(self.mutant)


@contextmanager
def begun(mutants: list[Mutant], flows: Path) -> Iterator[Callable[[], list[Trial]]]:
    """Try mutants of a flow below a folder beside the tests, on every processor but one; what is called waits."""
    flow = load_flow(FLOW, "zh", flows)
    known = frozenset(map(_told, chain(Sense(flow).problems(), not_in_force(flow, flow.reviewed))))
    processors = max((os.cpu_count() or 1) - 1, 1)
    count = processors * CHUNKS_EACH
    chunks = [chunk for start in range(count) if (chunk := mutants[start::count])]
    # Spawned, because a fork of a process that has threads may stop for ever.
    pool = ProcessPoolExecutor(processors, mp_context=get_context("spawn"))
    try:
        trying = [pool.submit(_tried_here, chunk, flows, known) for chunk in chunks]
        yield lambda: [trial for one in trying for trial in one.result()]
    finally:
        pool.shutdown(cancel_futures=True)


def parts_of(flows: Path) -> dict[str, dict]:
    """The parts of the flow as plain trees, in the order of asking and showing."""
    found = {name.removesuffix(".yaml"): _plain(path) for name, path in trees(flows / FLOW)}
    return {name: found[name] for name in found["flow"]["parts"]}


def written(tree) -> str:
    """A tree as JSON, which is YAML; the lines of a text are joined as loading joins them."""
    return json.dumps(_joined(tree), ensure_ascii=False, indent=1)


class _Warm(_Source):
    """A flow's files as they are but for one part, beside laws and contacts that were built before."""

    def __init__(self, cold: _Source, changed: Mapping[str, str]) -> None:
        super().__init__(cold.flows, cold.language, compiled=False)
        self.cold, self.changed = cold, changed

    def laws(self):
        return self.cold.known_laws

    def contacts(self):
        return self.cold.known_contacts

    def files(self, below):
        found = dict(self.cold.known_files)
        for name, text in self.changed.items():
            found[name], problems = tree_of(text, f"{below}/{name}")
            self.unread |= dict.fromkeys(problems)
        return found


class _Cold(_Source):
    """The files of the shipped flow, each read once."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.known_laws, self.known_contacts = self.laws(), self.contacts()
        self.known_files = self.files(FLOW)


def _tried_here(mutants: list[Mutant], flows: Path, known: frozenset[object]) -> list[Trial]:
    bench = _Bench(flows, known)
    return [bench.tried(mutant) for mutant in mutants]


class _Bench:
    """Where one mutant after another is loaded, compared with the shipped flow, walked and proved."""

    def __init__(self, flows, known):
        self.known = known
        self.parts = parts_of(flows)
        self.cold = {language: _Cold(flows, language, compiled=False) for language in LANGUAGES}
        self.shipped = self.loaded({})
        self.flow = self.shipped["zh"]
        self.journeys = journeys()
        self.plans = {name: record_of(self.flow, one) for name, one in self.journeys.items()}
        self.walks = [_walked(self.flow, seed) for seed in range(WALKS)]

    def loaded(self, changed: Mapping[str, str]) -> Mapping[str, Flow]:
        flows = {}
        for language, cold in self.cold.items():
            source = _Warm(cold, changed)
            flows[language] = source.flow(FLOW)
            source.stop_at_problems()
        return flows

    def tried(self, mutant):
        trial = Trial(mutant)
        try:
            flows = self.loaded({f"{mutant.part}.yaml": written(mutant.of(self.parts[mutant.part]))})
        except DataError as error:
            trial.refused = tuple(problem.kind for problem in error.problems)
            return trial
        try:
            self.look(trial, flows)
        except BudgetError:
            trial.exceeds = True
        return trial

    def look(self, trial, flows):
        self.compare(trial, flows)
        if trial.changes_a_plan or trial.mutant.section == "promises":
            self.walk(trial, flows["zh"])
        if trial.mutant.expects == REFUSED or trial.broken or (trial.changes_a_plan and not trial.noticed):
            self.prove(trial, flows["zh"])

    def compare(self, trial, flows):
        mutant = trial.mutant
        trial.differences = tuple(map(_unlined, differences(self.shipped, flows)))
        if not trial.differences:
            trial.moved = any(_met(self.flow, taken) != _met(flows["zh"], taken) for taken in self.walks)
        shown = [one for one in trial.differences if one.answers is not None]
        chosen = random.Random(str(mutant)).sample(shown, min(WITNESSES, len(shown)))  # noqa: S311 no secret
        trial.not_shown = tuple(one for one in chosen if not _shows(one, self.shipped, flows))
        changed = changed_by(mutant, self.flow)
        reported = {(one.what, one.name) for one in trial.differences}
        trial.named = not reported or mutant.section == "facts" or bool(reported & changed)
        may = changed | depending(self.flow, mutant) | depending(flows["zh"], mutant)
        trial.astray = tuple(one for one in trial.differences if (one.what, one.name) not in may)

    def walk(self, trial, flow):
        """Walk one journey after another up to the first whose plan is another; its promises must be kept."""
        for name, journey in self.journeys.items():
            plan = plan_for(flow, journey)
            if plan is None or record(plan) != self.plans[name]:
                trial.noticed = name
            if plan is not None and (trial.noticed or trial.mutant.section == "promises"):
                trial.broken += tuple(str(one.id) for one in broken_by(plan, flow.promises))
            if trial.noticed:
                return

    def prove(self, trial, flow):
        """Find the first problem that the shipped flow has not: of the law, of promises, then whatever else is proved."""
        broken = chain(self.new(not_in_force(flow, flow.reviewed)), self.broken(flow))
        found = chain(broken, self.others(trial.mutant, flow))
        if trial.mutant.expects == REFUSED and not trial.broken:
            found = chain(self.others(trial.mutant, flow), broken)
        trial.senseless = next(found, "")

    def broken(self, flow):
        sense = Sense(flow)
        for promise in flow.promises:
            sense.diagrams.renew_budget()
            try:
                proof = sense.broken(promise)
            except BudgetError:
                yield "not-proved"
                continue
            if proof.answers is not None or not proof.decided:
                yield "promise-broken" if proof.decided else "not-proved"

    def others(self, mutant, flow):
        """The kinds of the other problems, looked for only where the mutant can have made one."""
        if not mutant.moves:
            return
        near = flow
        if mutant.section in ("findings", "steps"):
            findings, steps = (
                [one for one in all_of if one.id in mutant.entries] for all_of in (flow.findings, flow.steps)
            )
            near = replace(flow, findings=tuple(findings), steps=tuple(steps), promises=())
        yield from self.new(Sense(near).problems())

    def new(self, problems):
        """The kinds of the problems that the shipped flow has not."""
        return (problem.kind for problem in problems if _told(problem) not in self.known)


def changed_by(mutant: Mutant, flow: Flow) -> set[tuple[str, str]]:
    """What of a flow a mutant changes by itself, of which a comparison must name one."""
    if mutant.section != "cards":
        return {(WHAT.get(mutant.section, mutant.section), name) for name in mutant.entries}
    cards = ((one.id, one.card) for one in flow.outcomes if one.card)
    return {("flow", flow.id)} | {("outcome", name) for name, card in cards if card.id in mutant.entries}


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
        holding = (one for one in entries if reason_for(one.when, known, situation.today) is not None)
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
    chance = random.Random(seed)  # noqa: S311 no secret
    taken: dict[str, tuple[str, ...]] = {}
    while question := next_question(flow, replay(flow, taken, on=flow.reviewed)):
        ids = [choice.id for choice in question.choices]
        ids += {"time": ["00:30", "12:00", "22:00"], "date": ["2025-11-10", "2026-11-22"]}.get(question.kind, [])
        taken[question.id] = (chance.choice(ids),)
    return taken


def _plain(path):
    tree, problems = read(path, path.name)
    assert problems == ()
    return json.loads(json.dumps(tree))


def _joined(node):
    if isinstance(node, dict) and {*node} == {"zh", "en"}:
        return {"zh": "".join(node["zh"].split("\n")), "en": " ".join(node["en"].split("\n")).strip()}
    if isinstance(node, dict):
        return {key: _joined(below) for key, below in node.items()}
    return [_joined(one) for one in node] if isinstance(node, list) else node


def _told(problem: Problem) -> tuple[object, ...]:
    """A problem without its place, which every change moves."""
    return problem.kind, *(str(value) for key, value in problem.values if key in ("word", "name", "cite"))


def _unlined(difference: Difference) -> Difference:
    """A difference whose names do not know their line, so that it can go from one process to another."""
    answers = difference.answers
    if answers is not None:
        answers = {str(name): tuple(map(str, taken)) for name, taken in answers.items()}
    return replace(difference, name=str(difference.name), answers=answers)
