"""A generated flow of 20 questions, 40 steps and some 2.5e11 paths: every reachability and every pair is proved."""

import json
import random
import shutil
import subprocess
import sys
import time
import tracemalloc
from itertools import combinations
from pathlib import Path

import pytest
from folders import SMALL_FLOWS

from collector_guard.flow.when import AllOf, AnyOf
from collector_guard.library.load import load_flow
from collector_guard.review.proof import diagrams
from collector_guard.review.proof import prover as proof
from collector_guard.review.proof.diagrams import BudgetError
from collector_guard.review.proof.prover import Prover

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


def flow_in(folder, seed):
    """The generated flow of a seed, written into a folder and loaded."""
    shutil.copytree(SMALL_FLOWS, folder)
    main = (folder / "visit/flow.yaml").read_text(encoding="utf-8")
    words = "danger-words:\n  help: [不想活]\n"
    main = main.replace("parts: [danger, door]", "parts: [all]").replace(words, "danger-words: {call: [help]}\n")
    shutil.rmtree(folder / "visit")
    (folder / "visit").mkdir()
    (folder / "visit/flow.yaml").write_text(main, encoding="utf-8")
    (folder / "visit/all.yaml").write_text(written(seed), encoding="utf-8")
    return load_flow("visit", "en", folder)


def proofs_of(flow):
    """Whether every proof was decided, how many there were, and how many merged situations they took."""
    prover = Prover(flow)
    truths = [prover.readings[0].truth(step.when) for step in flow.steps]
    alone = [prover.somewhere(truth) for truth in truths]
    pairs = [prover.somewhere(prover.diagrams.both(*pair)) for pair in combinations(truths, 2)]
    found = [*alone, *pairs]
    return all(one.decided for one in found), len(alone), len(pairs), sum(one.states for one in found)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_step_and_every_pair_is_proved_in_time(tmp_path, seed):
    run = subprocess.run(
        [sys.executable, __file__, str(tmp_path / "flows"), str(seed)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    decided, alone, pairs, states, seconds, mebibytes = json.loads(run.stdout)
    print(f"{alone + pairs} proofs, {states} merged situations, {seconds:.2f} s, {mebibytes:.0f} MiB")
    assert (decided, alone, pairs) == (True, 40, 780)
    assert seconds < SECONDS
    assert mebibytes < MEBIBYTES


def test_what_takes_too_many_situations_or_nodes_is_not_proved(tmp_path, monkeypatch):
    flow = flow_in(tmp_path / "flows", 1)
    halves = (flow.steps[:20], flow.steps[20:])
    monkeypatch.setattr(proof, "MOST_STATES", 10)
    prover = Prover(flow)
    either_half = [prover.readings[0].truth(AnyOf(tuple(step.when for step in half[:6]))) for half in halves]

    assert not prover.at_the_end(prover.diagrams.both(*either_half)).decided
    monkeypatch.setattr(diagrams, "MOST_NEW_NODES", 100)
    prover.diagrams.renew_budget()
    with pytest.raises(BudgetError):
        prover.readings[0].truth(AllOf(tuple(AnyOf(tuple(step.when for step in half)) for half in halves)))


if __name__ == "__main__":
    large_flow = flow_in(Path(sys.argv[1]), int(sys.argv[2]))
    started = time.process_time()
    proved = proofs_of(large_flow)
    taken = time.process_time() - started
    tracemalloc.start()
    proofs_of(large_flow)
    print(json.dumps([*proved, taken, tracemalloc.get_traced_memory()[1] / 2**20]))
