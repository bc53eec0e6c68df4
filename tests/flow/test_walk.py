"""Going back and changing answers: what was said is offered again, and only what changed is asked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from values import taken

from collector_guard.flow.model import written
from collector_guard.flow.walk import Walk, next_question, replay

BACK = "<"
COURT, LENDER, REAL, NOON, TODAY, NONE = (
    taken(one) for one in ("court", "lender", "real", "12:00", "2026-11-23", "none")
)
A_POLITE_VISIT = "danger none, who lender, arrived 12:00, visited-on 2026-11-23"
A_COURT_AT_NOON = "danger none, who court, court-checked real, arrived 12:00"
POLITE = {"danger": NONE, "who": LENDER, "arrived": NOON, "visited-on": TODAY}
TURN = re.compile(r"(?P<asked>[a-z-]+)(?:\[(?P<suggested>.+)\])? (?P<reply>\S+)")


def turn(walk, reply):
    if reply == BACK:
        walk.back()
    else:
        walk.answer(reply)


@pytest.fixture
def walked(small_flow, today):
    """Walk the small flow by turns, `question[suggested] reply`; then by those of what is changed.

    The reply is BACK or an answer; what is changed is a question, or BACK for the answer given last.
    """

    def walked(*turns, changes=(), given=None):
        walk = Walk(small_flow, on=today, given=given or {})
        left, to_change = [TURN.fullmatch(one) for one in ", ".join(turns).split(", ")], list(changes)
        while left or to_change:
            if walk.question is None:
                change = to_change.pop(0)
                walk.back() if change == BACK else walk.change(small_flow.question(change))
            expected = left.pop(0)
            assert (walk.question.id, ",".join(map(written, walk.suggestion or ()))) == (
                expected["asked"],
                expected["suggested"] or "",
            )
            turn(walk, BACK if expected["reply"] == BACK else taken(expected["reply"]))
        assert walk.situation.complete
        return {answer.question.id: answer.taken for answer in walk.situation.answers}

    return walked


# --- going back ---


def test_every_later_answer_is_suggested_after_going_back_several_questions(walked):
    answers = walked(
        A_COURT_AT_NOON,
        "visited-on <, arrived[12:00] <, court-checked[real] <, who[court] court",
        "court-checked[real] real, arrived[12:00] 23:00, visited-on 2026-11-23, paper-on 2026-11-23",
    )

    assert answers["arrived"] == taken("23:00")


def test_answers_of_a_branch_that_was_left_are_suggested_when_it_is_taken_again(walked):
    walked(
        A_COURT_AT_NOON,
        "visited-on <, arrived[12:00] <, court-checked[real] <, who[court] lender, arrived[12:00] <, who[lender] court",
        "court-checked[real] real, arrived[12:00] 12:00, visited-on 2026-11-23, paper-on 2026-11-23",
    )


def test_a_suggestion_counts_only_once_it_is_answered(walked):
    answers = walked(
        "danger none, who court, court-checked real, arrived <, court-checked[real] <, who[court] lender",
        "arrived 12:00, visited-on 2026-11-23",
    )

    assert answers == POLITE


def test_going_back_leads_into_answers_given_in_advance(walked):
    walked(
        "visited-on <, arrived[12:00] <, who[lender] lender, arrived[12:00] 12:00, visited-on 2026-11-23",
        given={"arrived": NOON, "who": LENDER, "danger": NONE},
    )


# --- changing ---


def test_a_change_asks_only_what_comes_up_by_it_and_keeps_the_rest(walked):
    answers = walked(A_POLITE_VISIT, "who[lender] court, court-checked real, paper-on 2026-11-20", changes=["who"])

    assert answers == POLITE | {"who": COURT, "court-checked": REAL, "paper-on": taken("2026-11-20")}


def test_what_a_change_no_longer_asks_is_suggested_when_another_asks_it_again(walked):
    answers = walked(
        A_COURT_AT_NOON,
        "visited-on 2026-11-23, paper-on 2026-11-23",
        "who[court] lender, who[lender] court, court-checked[real] real, paper-on[2026-11-23] 2026-11-23",
        changes=["who", "who"],
    )

    assert answers["court-checked"] == REAL


def test_a_change_is_given_up_by_going_back(walked):
    answers = walked(
        A_POLITE_VISIT, "who[lender] court, court-checked <, who[court] <, danger[none] <", changes=["who", "danger"]
    )

    assert answers == POLITE


def test_going_back_from_the_list_takes_back_the_answer_given_last(walked):
    walked(
        A_POLITE_VISIT,
        "who[lender] lender, who[lender] <, danger[none] none, who[lender] lender",
        changes=["who", BACK],
    )


def test_an_answer_in_advance_that_did_not_count_is_only_suggested_later(walked):
    walked(
        A_POLITE_VISIT,
        "who[lender] court, court-checked[real] real, paper-on 2026-11-23",
        given={"court-checked": REAL},
        changes=["who"],
    )


def test_an_answer_given_in_advance_is_suggested_when_it_is_changed_and_stays_when_that_is_given_up(small_flow, today):
    walk = Walk(small_flow, on=today, given=POLITE)

    walk.change(small_flow.question("danger"))

    assert (walk.question.id, walk.suggestion, walk.can_go_back) == ("danger", NONE, True)


# --- what waits ---


def begun(small_flow, today, **given):
    return Walk(small_flow, on=today, given={name.replace("_", "-"): taken for name, taken in given.items()})


def test_an_answer_in_advance_waits_while_an_earlier_one_is_taken_back(small_flow, today):
    walk = begun(small_flow, today, danger=NONE, arrived=NOON)
    walk.answer(LENDER)

    walk.back()
    walk.back()

    assert walk.question.id == "danger"
    assert (walk.waiting, walk.withdrawn) == ({"arrived": NOON}, {"danger": NONE, "who": LENDER})
    assert walk.most_left == 5  # of six, since one waits


def test_an_answer_that_was_taken_back_is_withdrawn_until_it_is_given_anew(small_flow, today):
    walk = begun(small_flow, today, danger=NONE, who=LENDER, arrived=NOON)

    walk.back()
    before = (walk.waiting, walk.withdrawn)
    walk.answer(taken("13:00"))

    assert before == ({}, {"arrived": NOON})
    assert (walk.waiting, walk.withdrawn) == ({}, {})


def test_what_a_changed_answer_makes_pointless_waits_no_more(small_flow, today):
    walk = begun(small_flow, today, danger=NONE, who=COURT, court_checked=REAL)

    walk.back()
    walk.back()
    walk.answer(LENDER)

    assert walk.withdrawn == {}


def test_what_was_withdrawn_before_is_suggested_and_does_not_count(small_flow, today):
    walk = Walk(small_flow, on=today, given={"danger": NONE}, said={"who": COURT})

    assert (walk.question.id, walk.suggestion) == ("who", COURT)
    assert walk.withdrawn == {"who": COURT}


def test_once_asking_has_ended_nothing_waits(small_flow, today):
    walk = begun(small_flow, today, danger=("despair",), who=LENDER)

    assert walk.situation.complete
    assert (walk.waiting, walk.withdrawn) == ({}, {})


@given(data=st.data())
def test_no_answer_is_lost_while_its_question_can_still_come_up(small_flow, today, data):
    walk, said = Walk(small_flow, on=today), {}
    for _ in range(data.draw(st.integers(1, 40))):
        if (question := walk.question) is None:
            walk.change(data.draw(st.sampled_from(walk.situation.answers)).question)
            continue
        replies = [(choice.id,) for choice in question.choices] + [NOON if question.kind == "time" else BACK, BACK]
        reply = data.draw(st.sampled_from(replies if question.kind != "date" else [TODAY, BACK]))
        if reply != BACK:
            said[question.id] = reply
        turn(walk, reply)

        counted = {answer.question.id: answer.taken for answer in walk.situation.answers}
        held = counted | walk.waiting | walk.withdrawn
        assert walk.question == next_question(small_flow, replay(small_flow, walk.answers, on=today))
        assert held.keys() <= said.keys()
        assert walk.most_left >= (walk.question is not None and walk.question.id not in walk.answers)
        if walk.question and walk.question.id in said:
            assert held.get(walk.question.id) or walk.suggestion
