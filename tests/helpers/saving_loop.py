"""Walk the small flow back and forth and keep the answers in a file, until somebody stops it: `saving_loop.py FILE`."""

import random
import signal
import sys
from datetime import date, time

from folders import SMALL_FLOWS

from collector_guard.desk.autosave import autosave_to
from collector_guard.desk.environment import real_environment
from collector_guard.flow.walk import Walk
from collector_guard.library.load import load_flow

TODAY = date(2026, 11, 23)
HOW_OFTEN_BACK = 0.3
# So many answers take longer than any test waits.
MOST_ANSWERS = 200_000
TIMES = (time(21, 30), "unknown")
DAYS = (date(2026, 11, 20), "unknown")
CHANCE = random.Random()  # noqa: S311 no secret


def turn(walk):
    """Answer, go back, or begin anew."""
    question = walk.question
    if question is None:
        return Walk(walk.flow, on=TODAY)
    if walk.can_go_back and CHANCE.random() < HOW_OFTEN_BACK:
        walk.back()
    else:
        typed = {"time": TIMES, "date": DAYS}.get(question.kind)
        walk.answer((CHANCE.choice(typed or [choice.id for choice in question.choices]),))
    return walk


def main(file):
    # What started this may ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    walk = Walk(load_flow("visit", "en", SMALL_FLOWS), on=TODAY)
    autosave = autosave_to(file, walk, real_environment(), force=True)
    print("walking", flush=True)
    for _ in range(MOST_ANSWERS):
        walk = turn(walk)
        autosave.write(walk)


if __name__ == "__main__":
    main(sys.argv[1])
