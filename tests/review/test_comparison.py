"""What cg diff finds: every seeded change, each with a situation that shows it, and nothing where nothing changed."""

import pytest
from folders import SMALL_FLOWS
from hypothesis import given
from hypothesis import strategies as st
from random_flows import DAY, every_beginning, flows

from collector_guard.flow import walk
from collector_guard.flow.conditions import holds
from collector_guard.flow.plan import plan_of
from collector_guard.flow.situation import known_in
from collector_guard.library.load import load_flow
from collector_guard.review.comparison import differences

LANGUAGES = ("zh", "en")


def loaded(folder):
    return {language: load_flow("visit", language, folder) for language in LANGUAGES}


@pytest.fixture
def changed(flows):
    """The small flow with a text in one of its files replaced."""

    def change(file, *texts):
        path = flows / "visit" / file
        written = path.read_text(encoding="utf-8")
        for before, after in texts:
            assert before in written
            written = written.replace(before, after)
        path.write_text(written, encoding="utf-8")
        return loaded(flows)

    return change


def found(old, new):
    return [(one.what, one.name, one.how) for one in differences(old, new)]


def test_a_flow_does_not_differ_from_itself():
    assert found(loaded(SMALL_FLOWS), loaded(SMALL_FLOWS)) == []


@pytest.mark.parametrize(
    ("file", "texts", "expected"),
    [
        pytest.param(
            "door.yaml",
            [("when: {hours: quiet}", "when: {hours: [quiet, day]}")],
            [("finding", "night-threat", "when")],
            id="a finding holds elsewhere",
        ),
        pytest.param(
            "door.yaml",
            [("from: 22:00, before: 08:00", "from: 21:00, before: 08:00")],
            [("finding", "night-threat", "when")],
            id="a fact moves a finding",
        ),
        pytest.param(
            "door.yaml", [("You need not open.", "Keep it shut.")], [("step", "keep-shut", "words")], id="words"
        ),
        pytest.param(
            "door.yaml", [("days: 15", "days: 16")], [("step", "answer-the-court", "words")], id="a deadline is longer"
        ),
        pytest.param(
            "door.yaml",
            [("when: {who: court}\n    known", "when: {who: [court, unknown]}\n    known")],
            [
                ("question", "court-checked", "when"),
                ("question", "paper-on", "when"),
                ("step", "keep-shut", "when"),
                ("step", "answer-the-court", "when"),
                ("outcome", "court", "when"),
                ("outcome", "door", "when"),
                ("promise", "a-real-court-is-not-refused", "when"),
                ("promise", "others-are-kept-out", "when"),
            ],
            id="a question asked of more people",
        ),
        pytest.param(
            "door.yaml",
            [("  old-visit:", "  older-visit:")],
            [("step", "older-visit", "added"), ("step", "old-visit", "removed")],
            id="a step under another name",
        ),
        pytest.param(
            "door.yaml",
            [("never: {acts: [refuse-entry]}", "never: {acts: [refuse-entry, sign]}")],
            [("promise", "a-real-court-is-not-refused", "words")],
            id="a promise names more",
        ),
        pytest.param(
            "danger.yaml",
            [("at-once: yes, ", "")],
            [
                ("question", "who", "when"),
                ("question", "court-checked", "when"),
                ("question", "arrived", "when"),
                ("question", "visited-on", "when"),
                ("question", "paper-on", "when"),
                ("outcome", "despair", "words"),
                ("promise", "a-real-court-is-not-refused", "when"),
            ],
            id="asking goes on",
        ),
        pytest.param("flow.yaml", [("不想活", "想死")], [("flow", "visit", "words")], id="a danger word"),
        pytest.param(
            "flow.yaml",
            [("none: {", "pace: {at-the-door: {who: court}, advice: 2, plan: 3, pause: who, walk: 9}\nnone: {")],
            [("flow", "visit", "words")],
            id="a pace is set",
        ),
        pytest.param(
            "door.yaml",
            [("is: claimed, when: {who: court}", "is: claimed, when: {who: [court]}")],
            [],
            id="only written so",
        ),
    ],
)
def test_a_change_is_named(changed, file, texts, expected):
    assert found(loaded(SMALL_FLOWS), changed(file, *texts)) == expected


def test_steps_in_another_order_are_named_where_both_are_shown(changed):
    old_visit = """  old-visit:
    when: {visited-on: {older: "3 years"}}
    urgency: later
    acts: [answer]
    title: {zh: "先问清多久了", en: "Ask how long ago it was"}
    do: {zh: 三年以前的事，先问清。, en: "It is over three years old. Ask first."}
"""
    new = changed("door.yaml", (old_visit, ""), ("steps:\n", "steps:\n" + old_visit))

    assert found(loaded(SMALL_FLOWS), new) == [("step", "old-visit", "order")]


def test_questions_in_an_order_that_cannot_be_joined_are_named(changed):
    arrived = """  arrived:
    kind: time
    ask: {zh: 几点来的？, en: "When did they come?"}
    why: {zh: 夜里不一样。, en: "Night is different."}
"""
    new = changed("door.yaml", (arrived, ""), ("facts:\n", arrived + "\nfacts:\n"))

    assert found(loaded(SMALL_FLOWS), new) == [("question", "visited-on", "order"), ("question", "paper-on", "order")]


def test_a_law_that_says_something_else_changes_what_cites_it(flows):
    law = flows / "laws" / "order.yaml"
    law.write_text(law.read_text(encoding="utf-8").replace("The new rule", "Another rule"), encoding="utf-8")

    expected = [("finding", "night-threat", "words"), ("step", "keep-shut", "words")]
    assert found(loaded(SMALL_FLOWS), loaded(flows)) == expected


def test_what_takes_too_much_to_compare_is_said_so(changed, monkeypatch):
    new = changed("door.yaml", ("when: {hours: quiet}", "when: {hours: [quiet, day]}"))
    monkeypatch.setattr("collector_guard.review.proof.budget.STEPS_EACH", 0)

    assert ("step", "keep-shut", "undecided") in found(loaded(SMALL_FLOWS), new)


def test_the_situation_of_a_difference_shows_it(changed, today):
    new = changed("door.yaml", ("when: {hours: quiet}", "when: {hours: day, who: lender}"))
    old = loaded(SMALL_FLOWS)

    (difference,) = differences(old, new)

    plans = [walk.plan_of(flow["en"], _situation(flow["en"], difference.answers, today)) for flow in (old, new)]
    assert {bool(plan.findings) for plan in plans} == {True, False}


def _situation(flow, answers, today):
    """The situation of a difference, with answers that change nothing for the questions between."""
    names = [question.id for question in flow.questions]
    last = max((names.index(name) for name in answers), default=-1)
    others = dict.fromkeys(names[: last + 1], ("unknown",)) | {"court-checked": ("not-yet",)}
    return walk.replay(flow, others | dict(answers), on=today)


@given(data=st.data())
def test_what_differs_is_what_some_answers_show(small_flow, data):
    """Two random flows with the same names: the same answers are given to both, up to the same question."""
    many = data.draw(st.integers(0, 4))
    old, new = (data.draw(flows(small_flow, many=many)) for _ in range(2))

    found = [one for one in differences({"en": old}, {"en": new}) if one.how == "when"]

    shown = {(one.what, one.name) for one in found}
    longer = max(old, new, key=lambda flow: len(flow.questions))
    expected = set().union(*(told_apart(old, new, taken) for taken in every_beginning(longer)))
    assert shown == expected
    for one in found:
        others = {question.id: ("unknown",) for question in longer.questions}
        taken = list((others | dict(one.answers)).items())
        apart = (told_apart(old, new, dict(taken[:length])) for length in range(len(taken) + 1))
        assert (one.what, one.name) in set().union(*apart)


def told_apart(old, new, taken):
    """The entries of both flows that these answers tell apart."""
    before, after = (told(flow, walk.replay(flow, taken, on=DAY)) for flow in (old, new))
    return {one for one in before.keys() & after.keys() if before[one] != after[one]}


def told(flow, situation):
    """What holds of each entry; whether a question is asked is known once its turn has come."""
    known = known_in(flow, situation)
    plan = plan_of(flow, situation)
    steps = {planned.step.id for planned in plan.steps}
    asked = {answer.question.id for answer in situation.answers}
    found = {("step", step.id): step.id in steps for step in flow.steps}
    found |= {("outcome", outcome.id): plan.outcome == outcome for outcome in flow.outcomes}
    found |= {("promise", promise.id): holds(promise.when, known, DAY) for promise in flow.promises}
    if situation.complete:
        found |= {("question", question.id): question.id in asked for question in flow.questions}
    return found
