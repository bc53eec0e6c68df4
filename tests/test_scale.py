"""A generated flow of 20 questions, 40 steps and some 2.5e11 paths: every reachability and every pair is proved."""

import random
import resource
import shutil
import time
from itertools import combinations
from pathlib import Path

import pytest

from collector_guard import diagrams, proof
from collector_guard.diagrams import BudgetError
from collector_guard.flow import AllOf, AnyOf
from collector_guard.library import load_flow
from collector_guard.proof import Prover

SMALL_FLOWS = Path(__file__).parent / "small_flows"
QUESTIONS, STEPS, CHOICES = 20, 40, 4
SECONDS, MEBIBYTES = 2, 200


def written(seed):
    """The one part of a generated flow: each question may hang on earlier ones, each step on up to four."""
    chance = random.Random(seed)  # noqa: S311 the flow must be the same every time

    def condition(below, most):
        names = chance.sample(range(below), min(below, chance.randint(1, most)))
        return ", ".join(
            f"q{name}: [{', '.join(chance.sample([f'c{one}' for one in range(CHOICES)], 2))}]" for name in names
        )

    lines = ["questions:"]
    for number in range(QUESTIONS):
        lines += [f"  q{number}:", "    ask: {zh: 问, en: Ask}", "    why: {zh: 因, en: Why}", "    choices:"]
        lines += [f"      c{choice}: {{zh: 选, en: Choice}}" for choice in range(CHOICES)]
        lines += [f"    when: {{{condition(number, 2)}}}"] if number % 4 == 3 else []
    lines += ["  visited-on:", "    kind: date", "    ask: {zh: 问, en: Ask}", "    why: {zh: 因, en: Why}", "steps:"]
    for number in range(STEPS):
        lines += [f"  s{number}:", f"    when: {{{condition(QUESTIONS, 4)}}}", "    urgency: now", "    acts: [open]"]
        lines += ["    do: {zh: 做, en: Do}"]
    lines += [
        "cards:",
        "  call:",
        "    title: {zh: 卡, en: Card}",
        "    acts: [open]",
        "    lines: [{zh: 行, en: Line}]",
    ]
    return "\n".join([*lines, "outcomes:", "  end: {severity: calm, title: {zh: 完, en: End}}", ""])


@pytest.fixture(params=[1, 2, 3])
def large_flow(request, tmp_path):
    folder = tmp_path / "flows"
    shutil.copytree(SMALL_FLOWS, folder)
    main = (folder / "visit/flow.yaml").read_text(encoding="utf-8")
    words = "danger-words:\n  help: [不想活]\n"
    main = main.replace("parts: [danger, door]", "parts: [all]").replace(words, "danger-words: {call: [help]}\n")
    shutil.rmtree(folder / "visit")
    (folder / "visit").mkdir()
    (folder / "visit/flow.yaml").write_text(main, encoding="utf-8")
    (folder / "visit/all.yaml").write_text(written(request.param), encoding="utf-8")
    return load_flow("visit", "en", folder)


def test_every_step_and_every_pair_is_proved_in_time(large_flow, record_property):
    started = time.process_time()
    prover = Prover(large_flow)
    truths = [prover.readings[0].truth(step.when) for step in large_flow.steps]

    alone = [prover.somewhere(truth) for truth in truths]
    pairs = [prover.somewhere(prover.diagrams.both(*pair)) for pair in combinations(truths, 2)]

    states = sum(one.states for one in (*alone, *pairs))
    record_property("states", states)
    print(f"{len(alone) + len(pairs)} proofs, {states} merged situations")
    assert (len(alone), len(pairs)) == (40, 780)
    assert all(one.decided for one in (*alone, *pairs))
    assert any(one.answers for one in pairs)
    assert time.process_time() - started < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 < MEBIBYTES


def test_what_takes_too_many_situations_or_nodes_is_not_proved(large_flow, monkeypatch):
    halves = (large_flow.steps[:20], large_flow.steps[20:])
    monkeypatch.setattr(proof, "MOST_STATES", 10)
    prover = Prover(large_flow)
    either_half = [prover.readings[0].truth(AnyOf(tuple(step.when for step in half[:6]))) for half in halves]

    assert not prover.at_the_end(prover.diagrams.both(*either_half)).decided
    monkeypatch.setattr(diagrams, "MOST_NEW_NODES", 100)
    prover.diagrams.renew_budget()
    with pytest.raises(BudgetError):
        prover.readings[0].truth(AllOf(tuple(AnyOf(tuple(step.when for step in half)) for half in halves)))
