"""Questions asked in vain, against every answer to them and to all that follows, on random flows small enough for it."""

from itertools import combinations, product

from cases import case_of
from hypothesis import given
from hypothesis import strategies as st
from random_flows import DAY, TAKEN, ends, flows, moments, shown_in

from collector_guard.flow.model import Due
from collector_guard.flow.plan import plan_of
from collector_guard.flow.walk import next_question, replay
from collector_guard.flow.when import ALWAYS, AllOf, Is, Span
from collector_guard.review.checks import vanity
from collector_guard.review.proof import budget


def said_of(plan):
    """What a plan says, without the reasons for it."""
    steps = [(planned.step, planned.deadline) for planned in plan.steps]
    return plan.outcome, steps, [found.finding for found in plan.findings], plan.alarm


def changes(flow, situation, question):
    """Whether two answers to a question lead to different plans after the same answers to the questions after it."""
    given_so_far = {answer.question.id: answer.taken for answer in situation.answers}
    later = flow.questions[flow.questions.index(question) + 1 :]
    for length in range(len(later) + 1):
        for following in product(*(TAKEN[one.kind] for one in later[:length])):
            follows = {one.id: taken for one, taken in zip(later, following, strict=False)}
            plans = [
                said_of(plan_of(flow, replay(flow, given_so_far | {question.id: taken} | follows, on=DAY)))
                for taken in TAKEN[question.kind]
            ]
            if any(one != other for one, other in combinations(plans, 2)):
                return True
    return False


def asked_in_vain(flow):
    """The questions that are asked in vain, each with such situations."""
    found = {}
    for situation in {moment: None for end in ends(flow) for moment in moments(end)}:
        question = next_question(flow, situation)
        if question and not changes(flow, situation, question):
            found.setdefault(question.id, []).append(situation)
    return found


@given(data=st.data())
def test_a_question_is_asked_in_vain_where_no_answer_changes_a_plan(small_flow, data):
    flow = data.draw(flows(small_flow))
    expected = asked_in_vain(flow)

    found = {dict(problem.values)["name"]: shown_in(problem) for problem in vanity.problems(case_of(flow))}

    assert found.keys() == expected.keys()
    for name, shown in found.items():
        like_it = [
            situation
            for situation in expected[name]
            if shown.items() <= {answer.question.id: answer.taken for answer in situation.answers}.items()
        ]
        assert like_it


def vain_in(flow):
    return [(one.kind, dict(one.values)["name"]) for one in vanity.problems(case_of(flow))]


def test_a_date_that_no_deadline_and_no_law_needs_is_asked_in_vain(small_flow):
    """The day of the visit decides which law the finding is shown by, the day of the paper how long there is left."""
    without_deadline = [step._replace(due=None) for step in small_flow.steps]
    without_law = small_flow._replace(
        findings=(), steps=tuple(one for one in small_flow.steps if one.id != "old-visit")
    )

    assert vain_in(small_flow._replace(steps=tuple(without_deadline))) == [("asked-in-vain", "paper-on")]
    assert ("asked-in-vain", "visited-on") in vain_in(without_law)


def test_a_date_matters_where_its_deadline_is_shown(small_flow):
    """The deadline for answering a court counts from the paper, which is asked for only where there is a court."""
    of_everybody = small_flow.steps[1]._replace(when=ALWAYS)
    never = small_flow.steps[1]._replace(when=AllOf((Is("who", ("lender",)), Is("power", ("court",)))))

    shown = [small_flow._replace(steps=(*small_flow.steps[:1], step)) for step in (of_everybody, never)]

    assert [("asked-in-vain", "paper-on") in vain_in(flow) for flow in shown] == [False, True]


def test_a_span_from_another_day_does_not_make_a_date_matter(small_flow):
    other_day = Due("visited-on", Span(15, "day"), "order/90")
    steps = [step._replace(due=other_day) if step.due else step for step in small_flow.steps]

    assert ("asked-in-vain", "paper-on") in vain_in(small_flow._replace(steps=tuple(steps)))


def test_what_takes_too_much_is_not_proved(small_flow, monkeypatch):
    monkeypatch.setattr(budget, "STEPS_EACH", 0)

    assert vain_in(small_flow) == [("not-proved", question.id) for question in small_flow.questions]
