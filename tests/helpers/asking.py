"""Ask four questions at the terminal this runs in, and write what was taken: `asking.py [zh|en] [--plain]`."""

import os
import sys
from datetime import date, datetime
from functools import partial

from collector_guard.desk.prompts import prompter
from collector_guard.desk.prompts.setting import Setting, Standing, size_of
from collector_guard.files.errors import Left
from collector_guard.flow.model import Choice, Question
from collector_guard.flow.situation import Answer, Situation
from collector_guard.flow.walk import BACK
from collector_guard.flow.when import ALWAYS

TODAY = date(2026, 11, 23)
NOT_SURE = Choice("unknown", "不清楚")


def question(question_id, kind, ask, *choices):
    return Question(
        id=question_id,
        kind=kind,
        ask=ask,
        why="因为要看情况。",
        choices=choices,
        when=ALWAYS,
        advise=False,
        known=None,
    )


WHERE = question(
    "where",
    "one",
    "他们现在在哪里？",
    Choice("outside", "在门外"),
    Choice("inside", "已经进了屋"),
    Choice("left", "已经走了"),
    NOT_SURE,
)
WANTS = question(
    "wants",
    "many",
    "他们要你做什么？",
    Choice("signature", "签字"),
    Choice("cash", "付现金或扫码"),
    Choice("id-card", "交出身份证"),
    Choice("none", "都没有"),
    NOT_SURE,
)
ARRIVED = question("arrived", "time", "他们几点到的？", NOT_SURE)
VISITED_ON = question("visited-on", "date", "他们是哪一天来的？", NOT_SURE)
QUESTIONS = (WHERE, WANTS, ARRIVED, VISITED_ON)


def standing(question, situation):
    """Where a question stands among the four."""
    return Standing(len(QUESTIONS) - 1 - QUESTIONS.index(question), bool(situation.answers))


def asked_with(ask, questions, today=TODAY):
    """Every answer, by question id; a question that was gone back to gets its answer as the suggestion."""
    taken, suggestions = {}, {}
    while len(taken) < len(questions):
        here = questions[len(taken)]
        answers = tuple(Answer(question, taken[question.id]) for question in questions[: len(taken)])
        reply = ask(here, Situation(answers, complete=False, today=today), suggestions.get(here.id))
        if reply is BACK:
            last = questions[len(taken) - 1]
            suggestions[last.id] = taken.pop(last.id)
        else:
            taken[here.id] = reply
    return taken


def main(arguments):
    streams = (sys.stdout, sys.stderr)
    writing = streams[0] if streams[0].isatty() else streams[1]
    setting = Setting(
        language="en" if "en" in arguments else "zh",
        reading=sys.stdin,
        writing=writing,
        aside=lambda key, question, situation: print(f"[{key} {question.id}]", file=writing, flush=True),
        standing=standing,
        danger_words=("不想活", "kill myself"),
        now=partial(datetime, 2026, 11, 23, 19, 30),
        size=partial(size_of, writing),
    )
    ask = prompter(setting, stdout=sys.stdout, environment=os.environ, plain="--plain" in arguments)
    try:
        taken = asked_with(ask, QUESTIONS)
    except Left as left:
        print("left, wiped" if left.wipe else "left", file=writing)
        return left.status
    print("; ".join(f"{name}={','.join(replies)}" for name, replies in taken.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
