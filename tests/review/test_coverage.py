"""What no journey reaches."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from folders import SMALL_FLOWS
from kept import is_as_kept, printed

from collector_guard.files.errors import DataError, StatedError
from collector_guard.flow.model import Fact, Row, written
from collector_guard.flow.walk import replay
from collector_guard.flow.when import ALWAYS, AllOf, Is
from collector_guard.library.load import load_flow_from_yaml
from collector_guard.render.review.coverage_layout import coverage_lines
from collector_guard.review.coverage import Item, cover, items_of, reached
from collector_guard.review.journeys import read_journeys
from collector_guard.review.proof.prover import Prover
from collector_guard.review.proof.situations import Among
from collector_guard.wording.sentences import LANGUAGES

SMALL_JOURNEYS = Path(__file__).parent / "small_journeys"
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module", params=LANGUAGES)
def small(request):
    """The small flow, whose names know their lines."""
    return load_flow_from_yaml("visit", request.param, SMALL_FLOWS)


def test_what_no_journey_reaches_is_as_kept(small):
    coverage = cover(small, read_journeys(SMALL_JOURNEYS, small))

    for columns in (40, 80):
        shown = printed(coverage_lines(coverage, small, columns))
        assert is_as_kept(f"coverage-{small.language}-{columns}.txt", shown)


def test_without_journeys_everything_is_missing(small_flow):
    coverage = cover(small_flow, ())

    assert coverage.missing == coverage.items == tuple(items_of(small_flow))
    assert coverage.reached == 0


def test_a_choice_counts_only_where_it_was_taken(small_flow):
    coverage = cover(small_flow, read_journeys(SMALL_JOURNEYS, small_flow))

    assert Item("choices", "lender", "who") not in coverage.missing
    assert Item("choices", "unknown", "who") in coverage.missing


def test_what_nothing_can_reach_is_no_missing_journey(small_flow):
    never = AllOf((Is("who", ("lender",)), Is("power", ("court",))))
    flow = small_flow._replace(steps=(*small_flow.steps, small_flow.steps[0]._replace(id="never", when=never)))

    coverage = cover(flow, ())

    assert coverage.impossible == (Item("steps", "never"),)
    assert Item("steps", "never") not in coverage.missing


def test_what_only_an_incomplete_situation_reaches_counts_on_the_way(small_flow):
    answered = Row("yes", Is("danger", ("force", "despair", "none", "unknown")))
    begun = Fact("begun", (answered, Row("no", ALWAYS)))
    step = small_flow.steps[0]._replace(id="begin", when=Is("begun", ("no",)))
    flow = small_flow._replace(facts=(*small_flow.facts, begun), steps=(*small_flow.steps, step))

    before = cover(flow, ())
    after = cover(flow, read_journeys(SMALL_JOURNEYS, flow))

    assert Item("steps", "begin") in before.missing
    assert Item("steps", "begin") not in (*after.missing, *after.impossible)


def test_a_folder_without_journeys_is_a_stated_error(small_flow, tmp_path):
    for nothing in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(StatedError) as error:
            read_journeys(nothing, small_flow)

        assert error.value.kind == "no-journeys"


@pytest.mark.parametrize(
    ("answers", "line", "kind"),
    [
        pytest.param("{danger: despair, who: court}", 2, "journey-not-asked", id="not asked"),
        pytest.param("{danger: none, who: lender}", 2, "journey-unanswered", id="not to its end"),
        pytest.param("{danger: [none, force]}", 2, "journey-answer", id="no answer"),
        pytest.param("{dangr: none}", 2, "unknown-name-near", id="no question"),
        pytest.param("none", 2, "not-a-mapping", id="no answers at all"),
    ],
)
def test_a_mistake_in_a_journey_is_told_with_its_line(small_flow, tmp_path, answers, line, kind):
    (tmp_path / "visit.yaml").write_text(f"on: 2026-11-23\nanswers: {answers}\n", encoding="utf-8")

    with pytest.raises(DataError) as error:
        read_journeys(tmp_path, small_flow)

    first = error.value.problems[0]
    assert (first.file, first.line, first.kind) == ("visit.yaml", line, kind)


def test_everything_in_the_shipped_flow_can_be_reached(doorstep):
    assert cover(doorstep, ()).impossible == ()


def test_the_command_lists_what_is_missing_and_fails(cg):
    run = cg("check", str(SMALL_FLOWS / "visit"), "--cover", str(SMALL_JOURNEYS), "--on", "2026-11-23", lang="en")

    assert (run.status, run.err) == (1, "")
    assert run.out.startswith("2 journeys reach 18 of 30.\n\nChoices: 5 of 12 not reached\n")


def test_the_command_succeeds_where_nothing_is_missing(cg, small_flow, tmp_path):
    """A journey to every item, by the answers that the prover finds for it."""
    prover = Prover(small_flow)
    for place, item in enumerate(items_of(small_flow)):
        found = prover.show(partial(reached, item), Among.COMPLETE)
        others = {question.id: ("unknown",) for question in small_flow.questions} | {"court-checked": ("real",)}
        answers = replay(small_flow, others | dict(found.answers), on=DAY).answers
        taken = "".join(f"\n  {answer.question.id}: [{', '.join(map(written, answer.taken))}]" for answer in answers)
        (tmp_path / f"visit-{place}.yaml").write_text(f"story: Visit.\non: {date.today()}\nanswers:{taken}\n", "utf-8")

    run = cg("check", str(SMALL_FLOWS / "visit"), "--cover", str(tmp_path), lang="en")

    assert (run.status, run.err) == (0, "")
    assert run.out == "30 journeys reach all of 30.\n"
