"""What is said to be without sense in a flow, against every walk there is, on random flows small enough to walk."""

from cases import case_of
from hypothesis import given
from hypothesis import strategies as st
from random_flows import DAY, ends, flows, flows_with_last_days, moments, shown_in

from collector_guard.flow.conditions import holds
from collector_guard.flow.plan import plan_of
from collector_guard.flow.situation import known_in
from collector_guard.flow.when import AllOf, AnyOf, Is
from collector_guard.review.checks import promises, soundness
from collector_guard.review.proof.promises import broken_by


def problems_of(flow):
    case = case_of(flow)
    return [*soundness.problems(case), *promises.problems(case)]


def named(problems, *kinds):
    return {dict(problem.values)["name"] for problem in problems if problem.kind in kinds}


def situations_of(flow):
    return {situation: None for end in ends(flow) for situation in moments(end)}


@given(data=st.data())
def test_what_never_happens_is_what_no_walk_shows(small_flow, data):
    flow = data.draw(flows(small_flow))
    every = situations_of(flow)
    plans = [plan_of(flow, situation) for situation in every]
    known = {situation: known_in(flow, situation) for situation in every}

    found = problems_of(flow)

    asked = {answer.question.id for situation in every for answer in situation.answers}
    applies = {
        promise.id
        for promise in flow.promises
        for situation in every
        if (situation.complete or promise.demand == "never") and holds(promise.when, known[situation], DAY)
    }
    assert named(found, "never-asked") == {question.id for question in flow.questions} - asked
    assert named(found, "row-never-holds") == {"no", "yes"} - {one["fact"].values[0] for one in known.values()}
    assert named(found, "step-never-shown") == {step.id for step in flow.steps} - {
        planned.step.id for plan in plans for planned in plan.steps
    }
    assert named(found, "outcome-never-holds") == {one.id for one in flow.outcomes} - {
        plan.outcome.id for plan in plans
    }
    assert named(found, "promise-never-applies") == {promise.id for promise in flow.promises} - applies


@given(data=st.data())
def test_a_lead_that_is_in_no_plan_of_its_outcome_is_told(small_flow, data):
    flow = data.draw(flows(small_flow))
    plans = [plan_of(flow, situation) for situation in situations_of(flow)]
    led = {(plan.outcome.id, planned.step.id) for plan in plans for planned in plan.steps}

    found = [dict(one.values) for one in problems_of(flow) if one.kind == "lead-never-in-plan"]

    leads = {(outcome.id, lead) for outcome in flow.outcomes for lead in outcome.leads}
    assert {(values["outcome"], values["name"]) for values in found} == leads - led


@given(data=st.data())
def test_a_promise_is_broken_where_a_plan_breaks_it(small_flow, data):
    flow = data.draw(flows(small_flow))
    every = situations_of(flow)
    broken = {promise.id for one in every for promise in broken_by(plan_of(flow, one), flow.promises)}

    found = [problem for problem in problems_of(flow) if problem.kind == "promise-broken"]

    assert named(found, "promise-broken") == broken
    for problem in found:
        shown = shown_in(problem)
        assert any(
            dict(problem.values)["name"] in {promise.id for promise in broken_by(plan_of(flow, one), flow.promises)}
            for one in every
            if shown == {answer.question.id: answer.taken for answer in one.answers if answer.question.id in shown}
        )


@given(data=st.data())
def test_no_last_day_breaks_a_promise_unsaid(small_flow, data):
    """What may press is not known to the proof: it may say that a promise is broken by a day that nobody answered."""
    flow = data.draw(flows_with_last_days(small_flow))
    plans = [plan_of(flow, situation) for situation in situations_of(flow)]
    broken = {promise.id for plan in plans for promise in broken_by(plan, flow.promises)}

    told = named(problems_of(flow), "promise-broken")

    assert broken <= told
    pressing = {step.id for step in flow.steps if step.due}
    assert told == broken or pressing


@given(data=st.data())
def test_a_word_changes_nothing_where_every_situation_is_the_same_without_it(small_flow, data):
    """Steps and questions: for each condition less a word, what is asked and what is in the plan are compared."""
    flow = data.draw(flows(small_flow))
    told = [
        (dict(one.values)["name"], dict(one.values)["word"])
        for one in problems_of(flow)
        if one.kind == "changes-nothing"
    ]

    with_room = [known_in(flow, one) for one in situations_of(flow) if not plan_of(flow, one).outcome.alone]
    expected = [
        (step.id, word)
        for step in flow.steps
        for word, when in less_a_word(step.when)
        if all(holds(step.when, known, DAY) == holds(when, known, DAY) for known in with_room)
    ]
    for question in flow.questions:
        turns = turns_of(flow, question)
        expected += [
            (question.id, word)
            for word, when in less_a_word(question.when)
            if all(holds(question.when, known, DAY) == holds(when, known, DAY) for known in turns)
        ]

    assert sorted(one for one in told if one[0][0] in "sq") == sorted(expected)


def test_a_word_that_matters_only_once_asking_has_ended_changes_nothing(small_flow):
    """Despair ends asking at once, so that nobody who told of it is asked who they are."""
    danger, who, *others = small_flow.questions
    who = who._replace(when=Is("danger", ("none", "despair")))

    found = problems_of(small_flow._replace(questions=(danger, who, *others)))

    told = [dict(one.values) for one in found if one.kind == "changes-nothing"]
    assert [one["word"] for one in told if one["name"] == "who"] == ["despair"]


def turns_of(flow, question):
    """What is known each time the turn of a question comes, before asking has ended."""
    earlier = flow._replace(questions=flow.questions[: flow.questions.index(question)])
    known = (known_in(flow, end) for end in ends(earlier))
    return [one for one in known if not any(out.at_once and holds(out.when, one, DAY) for out in flow.outcomes)]


def less_a_word(condition):
    """A condition less each of its words in turn, written out."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for place, part in enumerate(parts):
                others = parts[:place] + parts[place + 1 :]
                if isinstance(condition, AllOf) or others:
                    yield first_word(part), condition._replace(parts=others)
                for word, variant in less_a_word(part):
                    yield word, condition._replace(parts=(*parts[:place], variant, *parts[place + 1 :]))
        case Is(name, values) if len(values) > 1:
            yield from ((value, Is(name, tuple(one for one in values if one != value))) for value in values)


def first_word(condition):
    return condition.name if isinstance(condition, Is) else first_word(condition.parts[0])
