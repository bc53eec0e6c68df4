"""The line that tells how long a proof has taken: once a second, on a terminal alone, and gone at the end."""

from io import StringIO

import pytest

from collector_guard.commands.progress import Progress
from collector_guard.desk.environment import Environment
from collector_guard.review.proof import budget
from collector_guard.review.proof.prover import Prover


class Screen(StringIO):
    def isatty(self):
        return True


def told(stream, language, seconds):
    environment = Environment(language, StringIO(), StringIO(), stream, {})
    clock = iter((0, *seconds))
    with Progress(environment, lambda: next(clock)) as progress:
        for _ in seconds:
            progress()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["Proving, 1 s so far", "Proving, 3 s so far", " " * 19, ""]),
        ("zh", ["正在证明，已经 1 秒", "正在证明，已经 3 秒", " " * 19, ""]),
    ],
)
def test_each_second_is_told_once_and_the_line_goes_at_the_end(language, lines):
    written = told(Screen(), language, (0.2, 0.9, 1.0, 1.7, 3.2))

    assert written == "".join(f"\r{line}" for line in lines)


def test_a_check_of_less_than_a_second_is_told_nothing():
    assert told(Screen(), "en", (0.1, 0.5, 0.99)) == ""


def test_where_nobody_would_see_it_nothing_is_written():
    assert told(StringIO(), "en", (1, 2, 3)) == ""


def test_a_proof_is_watched_while_it_takes_steps(small_flow, monkeypatch):
    monkeypatch.setattr(budget, "STEPS_BETWEEN_LOOKS", 100)
    looks = []

    prover = Prover(small_flow, budget=budget.Budget(lambda: looks.append("looked")))
    prover.count()

    assert 1 < len(looks) <= prover.budget.taken / 100
