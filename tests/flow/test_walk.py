"""Going back and changing answers: what was said is offered again, and only what changed is asked."""

import pytest

from collector_guard.flow.walk import BACK, walk

COURT = ("court",)
LENDER = ("lender",)
REAL = ("real",)
NOON = ("12:00",)
TODAY = ("2026-11-23",)
NONE = ("none",)
POLITE = {"danger": NONE, "who": LENDER, "arrived": NOON, "visited-on": TODAY}


@pytest.fixture
def walked(small_flow, today):
    """Walk the small flow by turns: which question comes, what is suggested, and the reply; then what is changed."""

    def walked(*turns, changes=(), given=None):
        left, plans = list(turns), []
        to_change = iter([*changes, None])

        def ask(question, _situation, suggestion):
            assert left, question.id
            name, suggested, reply = left.pop(0)
            assert (question.id, suggestion) == (name, suggested)
            return reply

        def review(plan):
            plans.append(plan)
            change = next(to_change)
            return small_flow.question(change) if isinstance(change, str) else change

        plan = walk(small_flow, ask, on=today, given=given, review=review)
        assert left == []
        assert plan is plans[-1] if plans else plan
        return {answer.question.id: answer.taken for answer in plan.situation.answers}

    return walked


# --- going back ---


def test_every_later_answer_is_suggested_after_going_back_several_questions(walked):
    answers = walked(
        ("danger", None, NONE),
        ("who", None, COURT),
        ("court-checked", None, REAL),
        ("arrived", None, NOON),
        ("visited-on", None, BACK),
        ("arrived", NOON, BACK),
        ("court-checked", REAL, BACK),
        ("who", COURT, COURT),
        ("court-checked", REAL, REAL),
        ("arrived", NOON, ("23:00",)),
        ("visited-on", None, TODAY),
        ("paper-on", None, TODAY),
    )

    assert answers["arrived"] == ("23:00",)


def test_answers_of_a_branch_that_was_left_are_suggested_when_it_is_taken_again(walked):
    walked(
        ("danger", None, NONE),
        ("who", None, COURT),
        ("court-checked", None, REAL),
        ("arrived", None, NOON),
        ("visited-on", None, BACK),
        ("arrived", NOON, BACK),
        ("court-checked", REAL, BACK),
        ("who", COURT, LENDER),
        ("arrived", NOON, BACK),
        ("who", LENDER, COURT),
        ("court-checked", REAL, REAL),
        ("arrived", NOON, NOON),
        ("visited-on", None, TODAY),
        ("paper-on", None, TODAY),
    )


def test_a_suggestion_counts_only_once_it_is_answered(walked):
    answers = walked(
        ("danger", None, NONE),
        ("who", None, COURT),
        ("court-checked", None, REAL),
        ("arrived", None, BACK),
        ("court-checked", REAL, BACK),
        ("who", COURT, LENDER),
        ("arrived", None, NOON),
        ("visited-on", None, TODAY),
    )

    assert answers == POLITE


def test_going_back_leads_into_answers_given_in_advance(walked):
    walked(
        ("visited-on", None, BACK),
        ("arrived", NOON, BACK),
        ("who", LENDER, LENDER),
        ("arrived", NOON, NOON),
        ("visited-on", None, TODAY),
        given={"arrived": NOON, "who": LENDER, "danger": NONE},
    )


# --- changing ---


def test_a_change_asks_only_what_comes_up_by_it_and_keeps_the_rest(walked):
    answers = walked(
        ("danger", None, NONE),
        ("who", None, LENDER),
        ("arrived", None, NOON),
        ("visited-on", None, TODAY),
        ("who", LENDER, COURT),
        ("court-checked", None, REAL),
        ("paper-on", None, ("2026-11-20",)),
        changes=["who"],
    )

    assert answers == POLITE | {"who": COURT, "court-checked": REAL, "paper-on": ("2026-11-20",)}


def test_what_a_change_no_longer_asks_is_suggested_when_another_asks_it_again(walked):
    answers = walked(
        ("danger", None, NONE),
        ("who", None, COURT),
        ("court-checked", None, REAL),
        ("arrived", None, NOON),
        ("visited-on", None, TODAY),
        ("paper-on", None, TODAY),
        ("who", COURT, LENDER),
        ("who", LENDER, COURT),
        ("court-checked", REAL, ("not-yet",)),
        ("paper-on", TODAY, TODAY),
        changes=["who", "who"],
    )

    assert answers["court-checked"] == ("not-yet",)


def test_a_change_is_given_up_by_going_back(walked):
    answers = walked(
        ("danger", None, NONE),
        ("who", None, LENDER),
        ("arrived", None, NOON),
        ("visited-on", None, TODAY),
        ("who", LENDER, COURT),
        ("court-checked", None, BACK),
        ("who", COURT, BACK),
        ("danger", NONE, BACK),
        changes=["who", "danger"],
    )

    assert answers == POLITE


def test_going_back_from_the_list_takes_back_the_answer_given_last(walked):
    walked(
        ("danger", None, NONE),
        ("who", None, LENDER),
        ("arrived", None, NOON),
        ("visited-on", None, TODAY),
        ("who", LENDER, LENDER),
        ("who", LENDER, BACK),
        ("danger", NONE, NONE),
        ("who", LENDER, LENDER),
        changes=["who", BACK],
    )


def test_an_answer_in_advance_that_did_not_count_is_only_suggested_later(walked):
    walked(
        ("danger", None, NONE),
        ("who", None, LENDER),
        ("arrived", None, NOON),
        ("visited-on", None, TODAY),
        ("who", LENDER, COURT),
        ("court-checked", REAL, REAL),
        ("paper-on", None, TODAY),
        given={"court-checked": REAL},
        changes=["who"],
    )


def test_a_walk_in_which_nothing_was_asked_is_not_reviewed(walked):
    assert walked(given=POLITE, changes=["who"]) == POLITE
