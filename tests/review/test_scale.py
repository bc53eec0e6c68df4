"""How the work of a check grows: counted in nodes and steps, never in seconds."""

import random
from itertools import combinations

import pytest
from cases import case_of
from random_flows import step_of

from collector_guard.flow.model import Choice, Fact, Question, Row
from collector_guard.flow.when import ALWAYS, AllOf, AnyOf, Is
from collector_guard.review.checks import pace, promises, soundness
from collector_guard.review.comparison import differences
from collector_guard.review.proof import budget, examples
from collector_guard.review.proof.prover import Prover, Verdict
from collector_guard.review.proof.situations import Among


def question(number, choices, kind="one", when=ALWAYS):
    ids = [f"c{choice}" for choice in range(choices)] + (["none", "unknown"] if kind == "many" else ["unknown"])
    return Question(
        id=f"q{number}",
        kind=kind,
        ask="?",
        why=".",
        choices=tuple(Choice(one, one) for one in ids),
        when=when,
        advise=False,
        known=None,
    )


def step(number, when):
    return step_of(f"s{number}", when)


def line(number, *choices):
    return Is(f"q{number}", tuple(f"c{choice}" for choice in choices))


def flow_of(like, questions, steps, facts=()):
    parts = {"findings": (), "promises": (), "outcomes": like.outcomes[-1:], "pace": None, "alarm": None}
    return like._replace(questions=tuple(questions), facts=tuple(facts), steps=tuple(steps), **parts)


def generated(like, size, seed):
    """A flow like the shipped one: a third of the questions takes several of ten choices, most hang on a few before."""
    chance = random.Random(seed)  # noqa: S311 the flow must be the same every time
    questions = []

    def condition(most, first):
        pool = questions[first:]
        lines = []
        for one in sorted(chance.sample(pool, min(len(pool), chance.randint(1, most))), key=questions.index):
            ids = [choice.id for choice in one.choices]
            lines.append(Is(one.id, tuple(chance.sample(ids, chance.randint(1, 3)))))
        return (AllOf if chance.random() < 0.7 else AnyOf)(tuple(lines))

    for number in range(size):
        hangs = number > 2 and chance.random() < 0.6
        first = 0 if chance.random() < 0.3 else max(0, number - 6)
        kind, choices = ("many", 10) if number % 3 == 1 else ("one", chance.randint(3, 8))
        questions.append(question(number, choices, kind, condition(2, first) if hangs else ALWAYS))
    return flow_of(like, questions, [step(number, condition(4, 0)) for number in range(8 * size)])


# The nodes of all complete situations, and steps taken for everything that a check proves; kept so that more is noticed.
@pytest.mark.parametrize(("size", "nodes", "steps"), [(20, 1_500, 120_000), (37, 5_000, 500_000), (60, 7_000, 800_000)])
def test_the_work_of_a_check_grows_with_the_flow_and_not_with_its_situations(small_flow, size, nodes, steps):
    flow = generated(small_flow, size, seed=1)
    prover = Prover(flow)

    case = case_of(flow, prover)
    problems = [*soundness.problems(case), *promises.problems(case), *pace.problems(case)]

    diagram = prover.situations.diagrams(prover.situations.places)[Among.COMPLETE]
    assert [problem for problem in problems if problem.kind == "not-proved"] == []
    assert prover.count() > 10**size
    assert prover.bdd.size(diagram) <= nodes
    assert prover.budget.taken <= steps


def test_every_pair_of_steps_is_proved(small_flow):
    flow = generated(small_flow, 20, seed=2)
    prover = Prover(flow)
    prover.count()
    made = len(prover.bdd)

    pairs = [AllOf((one.when, other.when)) for one, other in combinations(flow.steps[:40], 2)]
    found = [prover.decide(lambda encoding, both=both: encoding.holds(both)) for both in pairs]

    assert {Verdict.SOMEWHERE, Verdict.NOWHERE} == set(found)
    assert len(prover.bdd) - made < 20 * len(pairs)


def pairs_in_a_bad_order(count):
    return [AllOf((line(number, 0), line(number + count, 0))) for number in range(count)]


def parity(count):
    """Facts in a chain: each says whether an odd number of questions up to its own has the first answer."""
    yield Fact("odd0", (Row("yes", line(0, 0)), Row("no", ALWAYS)))
    for number in range(1, count):
        odd, even = (Is(f"odd{number - 1}", (value,)) for value in ("yes", "no"))
        other = Is(f"q{number}", ("c1", "unknown"))
        flips = AnyOf((AllOf((line(number, 0), even)), AllOf((other, odd))))
        yield Fact(f"odd{number}", (Row("yes", flips), Row("no", ALWAYS)))


COSTLY = {
    "25 questions of 20 ticks in one condition": lambda like: flow_of(
        like,
        [question(number, 20, "many") for number in range(25)],
        [step(0, AnyOf(tuple(line(number, *range(20)) for number in range(25))))],
    ),
    "490 choices": lambda like: flow_of(like, [question(0, 490)], [step(0, line(0, *range(0, 490, 7)))]),
    "600 questions in one condition": lambda like: flow_of(
        like,
        [question(number, 2) for number in range(600)],
        [step(0, AllOf(tuple(line(number, 0) for number in range(0, 600, 10))))],
    ),
    "150 questions in a chain": lambda like: flow_of(
        like,
        [question(number, 3, when=line(number - 1, 0) if number else ALWAYS) for number in range(150)],
        [step(0, line(149, 0))],
    ),
    "900 facts in a chain": lambda like: flow_of(
        like,
        [question(0, 3)],
        [step(0, Is("f899", ("yes",)))],
        [
            Fact(
                f"f{number}", (Row("yes", Is(f"f{number - 1}", ("yes",)) if number else line(0, 0)), Row("no", ALWAYS))
            )
            for number in range(900)
        ],
    ),
    "the parity of 26 answers": lambda like: flow_of(
        like, [question(number, 2) for number in range(26)], [step(0, Is("odd25", ("yes",)))], parity(26)
    ),
}


@pytest.mark.parametrize("name", COSTLY)
def test_a_flow_made_to_be_costly_is_proved_and_compared(small_flow, name):
    flow = COSTLY[name](small_flow)
    prover = Prover(flow)

    case = case_of(flow, prover)
    problems = [*soundness.problems(case), *promises.problems(case), *pace.problems(case)]
    compared = list(differences({"en": small_flow}, {"en": flow}))

    assert [problem.kind for problem in problems] == []
    assert "undecided" not in {one.how for one in compared}


def test_what_is_beyond_the_budget_alone_is_not_proved(small_flow, monkeypatch):
    """Thirty pairs in a bad order need more than 2^30 nodes; everything beside them is proved."""
    monkeypatch.setattr(examples, "WALKS", 0)
    monkeypatch.setattr(budget, "STEPS_EACH", 20_000)
    questions = [question(number, 2) for number in range(60)]
    flow = flow_of(small_flow, questions, [step(0, AnyOf(tuple(pairs_in_a_bad_order(30)))), step(1, line(0, 0))])

    problems = list(soundness.problems(case_of(flow)))
    compared = list(differences({"en": flow._replace(steps=flow.steps[1:])}, {"en": flow}))

    assert {(one.kind, dict(one.values)["name"]) for one in problems} == {("not-proved", "s0")}
    assert [(one.name, one.how) for one in compared] == [("s0", "added")]


def test_a_check_ends_where_its_budget_does(small_flow, monkeypatch):
    monkeypatch.setattr(examples, "WALKS", 0)
    monkeypatch.setattr(budget, "STEPS_IN_ALL", 500_000)
    questions = [question(number, 2) for number in range(60)]
    flow = flow_of(
        small_flow, questions, [step(number, AnyOf(tuple(pairs_in_a_bad_order(30)))) for number in range(40)]
    )
    prover = Prover(flow)

    found = [prover.decide(lambda encoding, one=one: encoding.in_plan(one)) for one in flow.steps]

    assert set(found) == {Verdict.UNDECIDED}
    assert prover.is_exhausted
    assert prover.budget.taken <= 500_000 + budget.STEPS_A_NODE
