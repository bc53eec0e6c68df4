"""The engine: asking, facts, plans, deadlines, promises and the gate, on the small flow."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from values import taken

from collector_guard.files.errors import StatedError
from collector_guard.flow.conditions import later
from collector_guard.flow.first_page import COLUMNS, Paragraph, first_page
from collector_guard.flow.gate import LONGEST_ANSWER, accept, last_day_of
from collector_guard.flow.model import Alarm, Due, Promise, written
from collector_guard.flow.plan import plan_of
from collector_guard.flow.walk import bounds_of, may_follow, replay, walk
from collector_guard.flow.when import ALWAYS, Aged, AnyOf, Is, Span, Within
from collector_guard.review.proof.promises import broken_by
from collector_guard.wording.sentences import sentence

TODAY = date(2026, 11, 23)
POLITE = {"danger": ("none",), "who": ("lender",), "arrived": (time(19, 30),), "visited-on": (date(2026, 11, 23),)}
COURT = POLITE | {"who": ("court",), "court-checked": ("real",), "paper-on": (date(2026, 11, 20),)}


def walked(flow, answers):
    return walk(flow, lambda question, situation, suggestion: answers[question.id], on=TODAY)


def steps(plan):
    return [told.step.id for told in plan.steps]


def test_only_questions_that_apply_are_asked(small_flow):
    plan = walked(small_flow, COURT | {"court-checked": ("real",)})

    asked = [answer.question.id for answer in plan.situation.answers]
    assert asked == ["danger", "who", "court-checked", "arrived", "visited-on", "paper-on"]


def test_asking_ends_at_once_and_shows_the_card_alone(small_flow):
    plan = walked(small_flow, {"danger": ("force", "despair")})

    assert (plan.outcome.id, plan.card and plan.card.id) == ("despair", "help")
    assert (plan.steps, plan.findings, plan.situation.complete) == ((), (), True)


def test_below_any_other_card_the_plan_goes_on(small_flow):
    plan = walked(small_flow, POLITE | {"danger": ("force",)})

    assert (plan.outcome.id, steps(plan)) == ("force", ["keep-shut"])


def test_the_first_row_that_holds_gives_a_fact(small_flow):
    assert steps(walked(small_flow, COURT)) == ["answer-the-court"]
    assert steps(walked(small_flow, COURT | {"court-checked": ("not-yet",)})) == ["keep-shut"]


@pytest.mark.parametrize(
    ("arrived", "found"),
    [("22:00", True), ("21:59", False), ("00:00", True), ("07:59", True), ("08:00", False), ("unknown", False)],
)
def test_a_range_of_times_passes_midnight(small_flow, arrived, found):
    plan = walked(small_flow, POLITE | {"arrived": taken(arrived)})

    assert bool(plan.findings) is found


def test_the_reason_is_given_in_the_readers_words(small_flow):
    plan = walked(small_flow, COURT)

    reason = plan.steps[0].reason
    assert [(answer.question.ask, answer.words) for answer in reason] == [("Have you checked?", ("It is real",))]


@pytest.mark.parametrize(
    ("visited", "numbers"),
    [("2026-11-20", ["50.1"]), ("2025-11-10", ["42.1"]), ("2010-01-01", []), ("unknown", ["50.1"])],
)
def test_findings_are_judged_by_the_law_of_the_day_of_the_visit(small_flow, visited, numbers):
    plan = walked(small_flow, POLITE | {"visited-on": taken(visited), "arrived": (time(23, 0),)})

    assert [provision.number for found in plan.findings for provision in found.provisions] == numbers
    assert bool(plan.findings) is bool(numbers)


@pytest.mark.parametrize("visited", ["2026-11-20", "2025-11-10", "2010-01-01", "unknown"])
def test_steps_cite_the_law_of_today_whenever_the_visit_was(small_flow, visited):
    plan = walked(small_flow, POLITE | {"visited-on": taken(visited)})

    assert [provision.number for provision in plan.steps[0].provisions] == ["50.1"]


def test_a_deadline_runs_by_the_law_of_today_which_stands_behind_what_is_cited(small_flow):
    citing = tuple(step._replace(cites=("order/50.1",)) for step in small_flow.steps)

    planned = walked(small_flow._replace(steps=citing), COURT | {"visited-on": (date(2010, 1, 1),)}).steps[0]

    assert [provision.number for provision in planned.law] == ["50.1", "90"]


@pytest.mark.parametrize(("complete", "day"), [(True, date(2026, 12, 8)), (False, None)])
def test_a_deadline_from_a_visit_that_is_going_on_runs_from_today(small_flow, complete, day):
    due = Due("visited-on", Span(15, "day"), "order/90")
    asked = tuple(question for question in small_flow.questions if question.id != "visited-on")
    flow = small_flow._replace(
        questions=asked, steps=(small_flow.steps[0]._replace(when=ALWAYS, due=due),), promises=()
    )
    situation = replay(flow, POLITE, on=TODAY)._replace(complete=complete)

    deadline = plan_of(flow, situation).steps[0].deadline

    assert deadline is not None
    assert deadline.day == day


def _led(flow, *, leads=()):
    """The plan of a real court where every step is for today, with these leads."""
    steps = [step._replace(when=ALWAYS, urgency="today") for step in flow.steps]
    steps.append(steps[1]._replace(id="soon", due=COURT_DUE._replace(span=Span(5, "day"))))
    steps.append(steps[1]._replace(id="some-day", due=COURT_DUE._replace(after="arrived-on")))
    outcomes = tuple(outcome._replace(leads=leads) for outcome in flow.outcomes)
    return walked(flow._replace(steps=tuple(steps), outcomes=outcomes, promises=()), COURT)


COURT_DUE = Due("paper-on", Span(15, "day"), "order/90")


def test_the_nearest_last_day_stands_first_then_the_order_of_the_flow(small_flow):
    plan = _led(small_flow)

    assert steps(plan) == ["soon", "answer-the-court", "some-day", "keep-shut", "old-visit"]


def test_the_leads_of_the_outcome_stand_before_everything_else_in_their_order(small_flow):
    plan = _led(small_flow, leads=("old-visit", "answer-the-court"))

    assert steps(plan) == ["old-visit", "answer-the-court", "soon", "some-day", "keep-shut"]


def _pressed(flow, *, paper_on, **of_outcome):
    """The plan of a real court where the last day is fifteen days after the paper came, and another step leads."""
    outcomes = tuple(one._replace(**{"leads": ("keep-shut",), **of_outcome}) for one in flow.outcomes)
    always = tuple(step._replace(when=ALWAYS) for step in flow.steps)
    return walked(flow._replace(steps=always, outcomes=outcomes, promises=()), COURT | {"paper-on": taken(paper_on)})


LEADS, PRESSES = ["keep-shut", "answer-the-court"], ["answer-the-court", "keep-shut"]


@pytest.mark.parametrize(
    ("paper_on", "first", "headline"),
    [
        ("2026-11-05", LEADS, None),
        ("2026-11-08", PRESSES, "A deadline may end today: step 1"),
        ("2026-11-09", PRESSES, "A deadline may end tomorrow: step 1"),
        ("2026-11-10", LEADS, None),
        ("unknown", LEADS, None),
    ],
)
def test_a_last_day_of_today_or_tomorrow_stands_before_the_leads_and_the_headline_says_so(
    small_flow, paper_on, first, headline
):
    plan = _pressed(small_flow, paper_on=paper_on)

    page = first_page(plan)
    assert page.steps[0].step.id == first[0]
    assert page.headline == (headline or plan.outcome.title)
    assert page.severity == ("urgent" if headline else plan.outcome.severity) == plan.severity
    assert steps(plan)[:2] == first


@pytest.mark.parametrize(
    ("paper_on", "fixed", "day", "passed"),
    [
        ("2026-11-06", False, "2026-11-23", False),  # a Saturday, and today is the Monday after
        ("2026-11-07", False, "2026-11-23", False),
        ("2026-11-07", True, "2026-11-22", True),
        ("2026-11-05", False, "2026-11-20", True),
        ("2026-11-13", False, "2026-11-28", False),  # a Saturday to come is named itself
    ],
)
def test_a_last_day_of_the_weekend_is_met_on_the_monday_after(small_flow, paper_on, fixed, day, passed):
    step = small_flow.steps[1]._replace(when=ALWAYS, due=COURT_DUE._replace(fixed=fixed))
    flow = small_flow._replace(
        steps=(step,), promises=(), outcomes=tuple(one._replace(leads=()) for one in small_flow.outcomes)
    )

    plan = walked(flow, COURT | {"paper-on": taken(paper_on)})

    deadline = plan.steps[0].deadline
    assert deadline is not None
    assert (str(deadline.day), deadline.passed) == (day, passed)
    assert deadline.presses == (day == "2026-11-23")


def test_two_last_days_that_press_stand_with_the_nearest_first(small_flow):
    later_one = small_flow.steps[1]._replace(id="tomorrow", due=COURT_DUE._replace(span=Span(16, "day")))
    flow = small_flow._replace(steps=(later_one, *small_flow.steps))

    plan = _pressed(flow, paper_on="2026-11-08")

    assert steps(plan)[:3] == ["answer-the-court", "tomorrow", "keep-shut"]
    assert plan.headline == "A deadline may end today: step 1"


def test_a_last_day_waits_where_the_flow_says_so(small_flow):
    waits = _pressed(small_flow._replace(last_days_wait=ALWAYS), paper_on="2026-11-08")
    presses = _pressed(small_flow._replace(last_days_wait=Is("who", ("lender",))), paper_on="2026-11-08")

    assert [steps(plan)[:2] for plan in (waits, presses)] == [LEADS, PRESSES]
    assert (waits.headline, waits.second_line) == (presses.outcome.title, None)
    assert waits.urgent("today")[0].step.id == "answer-the-court"


def test_below_a_card_a_last_day_stands_in_the_second_line(small_flow):
    plan = _pressed(small_flow, paper_on="2026-11-08", card=small_flow.card)

    headline, second = (paragraph.text for paragraph in first_page(plan).top)
    assert (headline, second) == (plan.outcome.title, "A deadline may end today: step 1")
    assert steps(plan)[:2] == PRESSES


@pytest.mark.parametrize("name", ["press-today", "press-tomorrow"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_headline_of_a_last_day_takes_one_row_of_a_phone(name, language):
    assert Paragraph("urgent", sentence(name, language), "━ ", "  ").rows(COLUMNS) == 1


def test_what_leads_stands_first_whatever_its_urgency_and_under_the_most_urgent(small_flow):
    outcomes = tuple(outcome._replace(leads=("old-visit",)) for outcome in small_flow.outcomes)
    old = POLITE | {"visited-on": (date(2020, 1, 1),)}

    led, unled = walked(small_flow._replace(outcomes=outcomes), old), walked(small_flow, old)

    assert (steps(led), steps(unled)) == (["old-visit", "keep-shut"], ["keep-shut", "old-visit"])
    assert (led.urgent("now"), led.urgent("today")) == (led.steps, ())
    assert [len(unled.urgent(urgency)) for urgency in ("now", "later")] == [1, 1]


@pytest.mark.parametrize(
    ("danger", "read"), [(("force", "despair"), ("force",)), (("force",), ("force",))], ids=["of two", "of one"]
)
def test_a_reason_names_only_the_choices_that_decided(small_flow, danger, read):
    by_force = AnyOf((Is("danger", ("force", "none")), Is("who", ("lender",))))
    steps = (small_flow.steps[0]._replace(when=by_force),)
    flow = small_flow._replace(steps=steps, outcomes=small_flow.outcomes[1:], promises=())

    plan = walked(flow, POLITE | {"danger": danger})

    assert [(answer.question.id, answer.taken) for answer in plan.steps[0].reason] == [("danger", read)]


def test_the_line_of_the_alarm_is_there_where_its_condition_holds(small_flow):
    flow = small_flow._replace(alarm=Alarm(Is("who", ("lender",)), "Force: call 110"))

    assert walked(flow, POLITE).alarm == "Force: call 110"
    assert walked(flow, COURT).alarm is None
    assert walked(flow, {"danger": ("despair",)}).alarm is None


def test_an_old_visit_is_reckoned_from_today(small_flow):
    assert "old-visit" in steps(walked(small_flow, POLITE | {"visited-on": (date(2023, 11, 22),)}))
    assert "old-visit" not in steps(walked(small_flow, POLITE | {"visited-on": (date(2023, 11, 23),)}))


@pytest.mark.parametrize(("visited", "is_new"), [("2026-10-23", True), ("2026-10-22", False)])
def test_a_visit_is_new_up_to_the_same_day_a_span_later(small_flow, visited, is_new):
    recent = small_flow.steps[0]._replace(when=Aged("visited-on", None, Span(1, "month")))

    plan = walked(small_flow._replace(steps=(recent,)), POLITE | {"visited-on": taken(visited)})

    assert bool(plan.steps) is is_new


@pytest.mark.parametrize(("received", "last"), [("2026-11-20", date(2026, 12, 5)), ("unknown", None)])
def test_a_deadline_runs_from_the_readers_date(small_flow, received, last):
    told = walked(small_flow, COURT | {"paper-on": taken(received)}).steps[0]

    assert told.deadline is not None
    assert (told.deadline.day, told.deadline.provision and told.deadline.provision.number) == (last, "90")


@pytest.mark.parametrize(
    ("received", "left", "passed"),
    [("2026-11-20", 12, False), ("2026-11-08", 0, False), ("2026-11-05", -3, True), ("unknown", None, False)],
)
def test_a_last_day_has_passed_from_the_day_after_it(small_flow, received, left, passed):
    told = walked(small_flow, COURT | {"paper-on": taken(received)}).steps[0]

    assert told.deadline is not None
    assert (told.deadline.days_left, told.deadline.passed) == (left, passed)


@pytest.mark.parametrize(
    ("day", "span", "expected"),
    [
        (date(2026, 1, 31), Span(1, "month"), date(2026, 2, 28)),
        (date(2024, 2, 29), Span(1, "year"), date(2025, 2, 28)),
        (date(2026, 11, 23), Span(3, "year"), date(2029, 11, 23)),
        (date(2026, 8, 31), Span(6, "month"), date(2027, 2, 28)),
        (date(2026, 12, 31), Span(12, "month"), date(2027, 12, 31)),
        (date(2026, 12, 20), Span(15, "day"), date(2027, 1, 4)),
    ],
)
def test_spans_end_on_the_corresponding_day(day, span, expected):
    assert later(day, span) == expected


def test_an_answer_that_is_no_longer_asked_does_not_count(small_flow):
    situation = replay(small_flow, COURT | {"who": ("lender",)}, on=TODAY)

    assert "court-checked" not in [answer.question.id for answer in situation.answers]
    assert steps(plan_of(small_flow, situation)) == ["keep-shut"]


def test_every_incomplete_situation_has_a_plan(small_flow):
    plan = plan_of(small_flow, replay(small_flow, {"danger": ("none",)}, on=TODAY))

    assert (plan.outcome.id, steps(plan), plan.situation.complete) == ("door", ["keep-shut"], False)


def test_an_answer_decides_something_where_any_condition_that_reads_it_begins_or_ends(small_flow):
    def at(hour):
        return AnyOf((Is("who", ("court",)), Within("arrived", time(hour), time(hour, 30))))

    flow = small_flow._replace(
        questions=(*small_flow.questions[:-1], small_flow.questions[-1]._replace(when=at(10))),
        findings=(small_flow.findings[0]._replace(when=at(11)),),
        steps=(small_flow.steps[0]._replace(when=at(12)),),
        outcomes=(small_flow.outcomes[0]._replace(when=at(13)), *small_flow.outcomes[1:]),
    )

    of_facts = {time(8), time(22)}
    assert bounds_of(_question(flow, "arrived"), flow) == of_facts | {
        time(hour, minute) for hour in range(10, 14) for minute in (0, 30)
    }
    assert bounds_of(_question(flow, "visited-on"), flow) == set()


def test_questions_that_cannot_come_up_any_more_are_not_announced(small_flow):
    before = may_follow(small_flow, replay(small_flow, {"danger": ("none",)}, on=TODAY))
    after = may_follow(small_flow, replay(small_flow, {"danger": ("none",), "who": ("lender",)}, on=TODAY))

    assert [question.id for question in before] == ["who", "court-checked", "arrived", "visited-on", "paper-on"]
    assert [question.id for question in after] == ["arrived", "visited-on"]


@pytest.mark.parametrize("demand", ["never", "shows", "first"])
def test_a_promise_is_broken_by_the_plan_that_breaks_it(small_flow, demand):
    plan = walked(small_flow, POLITE)
    told, absent = {"acts": ("refuse-entry",)}, {"acts": ("open",)}
    kept = absent if demand == "never" else told
    broken = told if demand == "never" else absent
    when = Is("who", ("lender",))

    assert not broken_by(plan, [Promise(id="kept", when=when, demand=demand, named=kept)])
    assert broken_by(plan, [Promise(id="broken", when=when, demand=demand, named=broken)])
    assert not broken_by(plan, [Promise(id="elsewhere", when=Is("who", ("court",)), demand=demand, named=broken)])


def test_early_advice_is_held_against_never_only(small_flow):
    early = plan_of(small_flow, replay(small_flow, {"danger": ("none",), "who": ("lender",)}, on=TODAY))
    when = Is("who", ("lender",))

    assert broken_by(early, [Promise(id="never", when=when, demand="never", named={"steps": ("keep-shut",)})])
    assert not broken_by(early, [Promise(id="shows", when=when, demand="shows", named={"steps": ("old-visit",)})])


def test_naming_an_article_names_its_paragraphs(small_flow):
    plan = walked(small_flow, POLITE)

    assert broken_by(
        plan, [Promise(id="cap", when=Is("who", ("lender",)), demand="never", named={"provisions": ("order/50",)})]
    )
    assert not broken_by(
        plan, [Promise(id="cap", when=Is("who", ("lender",)), demand="never", named={"provisions": ("order/5",)})]
    )


@pytest.mark.parametrize(
    ("question", "texts", "answer"),
    [
        ("who", ("court",), ("court",)),
        ("who", (" court ",), ("court",)),
        ("danger", ("despair", "force", "force"), ("force", "despair")),
        ("danger", ("none",), ("none",)),
        ("arrived", ("9:05",), (time(9, 5),)),
        ("arrived", ("２１：３０",), (time(21, 30),)),
        ("arrived", ("21点半",), (time(21, 30),)),
        ("arrived", ("晚上9点",), (time(21, 0),)),
        ("arrived", ("7点",), (time(7, 0),)),
        ("arrived", ("unknown",), ("unknown",)),
        ("visited-on", ("2026年1月5日",), (date(2026, 1, 5),)),
        ("visited-on", ("2026/1/5",), (date(2026, 1, 5),)),
        ("visited-on", ("昨晚",), (date(2026, 11, 22),)),
        ("visited-on", ("今天",), (date(2026, 11, 23),)),
    ],
)
def test_the_gate_takes_an_answer(small_flow, question, texts, answer):
    assert accept(_question(small_flow, question), texts, on=TODAY, until=TODAY) == answer


@pytest.mark.parametrize(
    ("question", "texts", "kind"),
    [
        ("who", ("cuort",), "unknown-choice"),
        ("who", ("court", "lender"), "one-answer-only"),
        ("visited-on", ("2026-11-20", "2026-11-21"), "one-answer-only"),
        ("who", ("",), "no-answer"),
        ("who", (), "no-answer"),
        ("court-checked", ("unknown",), "unknown-choice"),
        ("danger", ("none", "force"), "excludes-others"),
        ("danger", ("unknown", "none"), "excludes-others"),
        ("arrived", ("25:00",), "not-a-time"),
        ("arrived", ("¹9:00",), "not-a-time"),
        ("arrived", ("soon",), "not-a-time"),
        ("visited-on", ("2026-02-30",), "not-a-day"),
        ("visited-on", ("0001-01-01",), "not-a-day"),
        ("who", ("court\x1b[31m",), "unclean-answer"),
        ("who", ("\u202ecourt",), "unclean-answer"),
        ("who", ("x" * LONGEST_ANSWER,), "unknown-choice"),
        ("who", ("x" * (LONGEST_ANSWER + 1),), "unclean-answer"),
    ],
)
def test_the_gate_refuses_what_does_not_fit(small_flow, question, texts, kind):
    with pytest.raises(StatedError) as refused:
        accept(_question(small_flow, question), texts, on=TODAY)

    assert refused.value.kind == kind


def test_a_day_to_come_is_refused_of_what_has_happened(small_flow):
    question = _question(small_flow, "visited-on")

    with pytest.raises(StatedError) as refused:
        accept(question, ("2026-11-24",), on=TODAY, until=last_day_of(question, small_flow, TODAY))

    assert refused.value.kind == "not-yet"
    assert last_day_of(question, small_flow._replace(visit_day="paper-on"), TODAY) is None
    assert accept(question, ("2026-11-24",), on=TODAY) == (date(2026, 11, 24),)


@given(text=st.text(max_size=30), question=st.sampled_from(["danger", "who", "arrived", "visited-on"]))
def test_whatever_is_typed_is_taken_or_refused(small_flow, text, question):
    try:
        answer = accept(_question(small_flow, question), (text,), on=TODAY)
    except StatedError:
        return

    assert accept(_question(small_flow, question), tuple(map(written, answer)), on=TODAY) == answer


@given(data=st.data())
def test_every_walk_of_random_answers_keeps_every_promise(small_flow, data):
    def ask(question, situation, _):
        early = plan_of(small_flow, situation)
        assert broken_by(early, small_flow.promises) == ()
        if question.kind == "time":
            return (data.draw(st.sampled_from(taken("00:00", "08:00", "12:00", "22:00", "unknown"))),)
        if question.kind == "date":
            return (data.draw(st.sampled_from(taken("2012-01-01", "2025-11-10", "2026-11-23", "unknown"))),)
        return (data.draw(st.sampled_from([choice.id for choice in question.choices])),)

    plan = walk(small_flow, ask, on=TODAY)

    assert broken_by(plan, small_flow.promises) == ()
    assert plan == plan._replace(situation=replay(small_flow, _taken(plan), on=TODAY))


def _taken(plan):
    return {answer.question.id: answer.taken for answer in plan.situation.answers}


def _question(flow, name):
    question = flow.question(name)
    assert question is not None
    return question
