"""Whole sessions at a keyboard, typed at random: whatever the reader does, the plan is that of the answers that count."""

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from keyboard import Keyboard, Screen

from collector_guard.desk.desk import Desk
from collector_guard.desk.environment import Environment
from collector_guard.files.errors import Left
from collector_guard.flow.answers_file import given_answers
from collector_guard.flow.model import Flow, Question
from collector_guard.flow.plan import Plan, plan_of
from collector_guard.flow.situation import Situation, Taken
from collector_guard.flow.walk import BACK, Back, next_question, replay, walk

# What is typed: answers in every form, keys, and what is no answer. `q` leaves at a question, and the walk is resumed.
NUMBERS = ("1", "2", "3", "4", "5", "6", "7", "２", "三", "十一", "十二", "1 2", "2、3", "１，3", "两")
WORDS = ("unknown", "none", "0", "现在", "21:30", "2026-11-20", "昨天", "", "")
KEYS = ("<", "《", "<", "?", "？", "=", "＝", "!", "110", "q")
WRONG = ("不想活", "x", "99", "25:00", "\x1b[A", "1 none")
LINES = st.lists(st.sampled_from(NUMBERS * 3 + WORDS * 2 + KEYS * 2 + WRONG), min_size=15, max_size=60)
# What ends every session once these lines are used up: a number, a time, a day, or Enter below the list of answers.
LAST = {"one": "1", "many": "7" + "\n2", "time": "21:30", "date": "2026-11-20"}
LEFT = re.compile(r"（最多还有 (\d+) 题）|（(最后)一题）")
# Of each flow; ten times as many when CG_LONG_TESTS=1 asks for it.
SESSIONS = settings(max_examples=1_000 if os.environ.get("CG_LONG_TESTS") == "1" else 100)


@dataclass
class Session:
    """One reader at a keyboard, with what the reader would know: what was said last to every question."""

    flow: Flow
    today: object
    file: Path
    keyboard: Keyboard
    screen: Screen = field(default_factory=Screen)
    said: dict[str, Taken] = field(default_factory=dict)
    here: Situation | None = None
    most_left: int = 0
    may_ask: set[str] | None = None
    changing: str = ""
    reviewed: dict[str, Taken] = field(default_factory=dict)

    def plan(self) -> Plan:
        """The plan at the end, after as many resumptions as the reader leaves at a question."""
        while True:
            environment = Environment("zh", self.keyboard, self.screen, self.screen, {})
            self.desk = Desk(self.flow, environment, "plain", self.said, plain=True)
            self.most_left, self.may_ask, self.changing = len(self.flow.questions), None, ""
            try:
                return walk(self.flow, self.ask, on=self.today, given=dict(self.said), review=self.review)
            except Left:
                self.said = self.resumed()

    def ask(self, question: Question, situation: Situation, suggestion: Taken | None) -> Taken | Back:
        self.keyboard.last, self.here = LAST[question.kind], situation
        before = self.screen.tell()
        assert suggestion == self.said.get(question.id)
        assert self.may_ask is None or question.id in self.may_ask

        reply = self.desk.ask(question, situation, suggestion)

        self.screen.seek(before)
        found = LEFT.search(self.screen.read())
        left = 0 if found[2] else int(found[1])
        assert left < self.most_left
        self.most_left = len(self.flow.questions) if reply is BACK else left
        if reply is not BACK:
            self.said[question.id] = reply
        elif question.id == self.changing:
            self.said |= self.reviewed
        return reply

    def review(self, plan: Plan) -> Question | Back | None:
        self.keyboard.last, self.here = "", plan.situation
        self.holds(plan)

        change = self.desk.review(plan)

        self.most_left = len(self.flow.questions)
        answered = {answer.question.id for answer in plan.situation.answers}
        others = {question.id for question in self.flow.questions} - answered
        self.changing = change.id if isinstance(change, Question) else ""
        self.may_ask = others | {self.changing} if self.changing else None
        self.reviewed = {answer.question.id: answer.taken for answer in plan.situation.answers}
        return change

    def holds(self, plan: Plan) -> None:
        """That a plan rests on what was said last, and is what its answers alone lead to, as they are and when saved."""
        answers = {answer.question.id: answer.taken for answer in plan.situation.answers}
        assert answers == {name: self.said[name] for name in answers}
        assert plan.situation.complete
        assert plan == plan_of(self.flow, replay(self.flow, answers, on=self.today))
        saved = self.resumed()
        assert plan == walk(self.flow, lambda *_: None, on=self.today, given=saved)

    def resumed(self) -> dict[str, Taken]:
        """The answers so far, written to a file and read back."""
        answers = {answer.question.id: list(answer.taken) for answer in self.here.answers}
        self.file.write_text(json.dumps({"format": 1, "flow": self.flow.id, "answers": answers}), "utf-8")
        return dict(given_answers(self.flow, self.file, ()).taken)


def ended(flow, today, file, lines):
    """A session with these lines, and the plan it ended with."""
    session = Session(flow, today, file, Keyboard(lines))
    plan = session.plan()
    session.holds(plan)
    assert next_question(flow, plan.situation) is None
    return session, plan


@SESSIONS
@given(lines=LINES)
def test_any_session_ends_with_the_plan_of_its_answers(doorstep, today, tmp_path, lines):
    ended(doorstep, today, tmp_path / "answers.json", ["7", *lines])


@SESSIONS
@given(lines=LINES)
def test_any_session_of_the_small_flow_ends_with_the_plan_of_its_answers(small_flow, today, tmp_path, lines):
    ended(small_flow, today, tmp_path / "answers.json", ["3", *lines])
