"""Whole sessions at a keyboard, typed at random: whatever the reader does, the plan is that of the answers that count."""

import os
import re
from contextlib import suppress
from itertools import dropwhile, pairwise, takewhile

from fake_terminal import written
from hypothesis import given, settings
from hypothesis import strategies as st
from reader import reader_environment

from collector_guard.desk.prompts.listener import Listener
from collector_guard.desk.prompts.numbered import Numbered
from collector_guard.desk.screen import Screen
from collector_guard.desk.session import Session
from collector_guard.files.errors import Left
from collector_guard.flow.walk import Walk, replay
from collector_guard.review.proof.promises import broken_by
from collector_guard.wording.wrapping import width

# What is typed: answers in every form, keys, and what is no answer.
NUMBERS = ("1", "2", "3", "4", "5", "6", "7", "２", "三", "十一", "十二", "1 2", "2、3", "１，3", "两")
WORDS = ("unknown", "none", "0", "现在", "21:30", "2026-11-20", "昨天", "", "")
KEYS = ("<", "《", "<", "?", "？", "=", "＝", "!", "110", "l", "t", "c", "c")
WRONG = ("不想活", "x", "99", "25:00", "\x1b[A", "1 none")
LINES = st.lists(st.sampled_from(NUMBERS * 3 + WORDS * 2 + KEYS * 2 + WRONG), min_size=15, max_size=60)
SIZES = st.sampled_from([(40, 20), (80, 24), (120, 50), (40, 10)])
# Of the small flow, and of the shipped one, whose sessions take ten times as long; more when CG_LONG_TESTS=1 asks for it.
IS_LONG = os.environ.get("CG_LONG_TESTS") == "1"
SESSIONS = settings(max_examples=3_000 if IS_LONG else 100)
SHIPPED = settings(max_examples=600 if IS_LONG else 15)


class Recorded(Numbered):
    """A prompt that notes each turn, and holds the plan of it against the promises."""

    def __init__(self, screen, listener, walk):
        super().__init__(screen, listener)
        self.walk = walk
        self.turns = []

    def ask(self, turn):
        assert broken_by(self.walk.plan, self.walk.flow.promises) == ()
        assert turn.suggestion is None or turn.question.id not in self.walk.answers
        self.turns.append(turn)
        return super().ask(turn)


def session_of(flow, today, lines, size):
    """A session with these lines that has come to its end; or that the reader left."""
    environment = reader_environment(*lines, columns=size[0], rows=size[1])
    walk, screen = Walk(flow, on=today), Screen(environment, plain=True)
    prompt = Recorded(screen, Listener("zh", tuple(word for word, _ in flow.danger_words)), walk)
    session = Session(walk, screen, prompt)
    with suppress(Left):
        session.run()
    return session, prompt.turns, written(environment)


def assert_plan_of_its_answers(session):
    plan = session.walk.plan
    answers = {answer.question.id: answer.taken for answer in plan.situation.answers}
    assert plan.situation == replay(plan.flow, answers, on=session.walk.on)
    assert broken_by(plan, plan.flow.promises) == ()


def assert_readable(screen, size):
    """No line is wider than the screen, and nothing scrolls away unread."""
    rows = [row.partition("> ")[0] for row in screen.splitlines()]  # what was typed may be as wide as it likes
    assert max(map(width, rows)) <= size[0]
    assert max(map(unread_rows, re.split(r"(?<=> )", screen))) <= size[1]  # one row is of the answer, which may go


def unread_rows(part):
    """The rows written since the line typed last; of the answer just given one is counted, however long it is."""
    rows = part.partition("\n")[2].split("\n")[:-1]
    answer = list(takewhile(bool, dropwhile(lambda row: not row.startswith("你的回答"), rows)))
    return len(rows) - len(answer[1:])


def assert_fewer_questions_left(session, turns):
    """Going forward the number of questions left never grows."""
    places = [session.walk.flow.questions.index(turn.question) for turn in turns]
    for (place, turn), (next_place, following) in pairwise(zip(places, turns, strict=True)):
        if next_place > place and turn.left is not None and following.left is not None:
            assert following.left < turn.left


def assert_all_holds(session, turns, screen, size):
    assert_plan_of_its_answers(session)
    assert_readable(screen, size)
    assert_fewer_questions_left(session, turns)


@SESSIONS
@given(lines=LINES, size=SIZES)
def test_any_session_can_be_read_counts_down_and_ends_with_the_plan_of_its_answers(small_flow_zh, today, lines, size):
    assert_all_holds(*session_of(small_flow_zh, today, lines, size), size)


@SHIPPED
@given(lines=LINES, size=SIZES)
def test_all_this_holds_of_any_session_of_the_shipped_flow(doorstep, today, lines, size):
    assert_all_holds(*session_of(doorstep, today, lines, size), size)
