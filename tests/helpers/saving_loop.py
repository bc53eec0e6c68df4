"""Walk the small flow back and forth and keep the answers in a file, until somebody stops it: `saving_loop.py FILE`."""

import random
import sys
from datetime import date

from folders import SMALL_FLOWS

from collector_guard.desk.environment import real_environment
from collector_guard.desk.keeper import keeper_for
from collector_guard.flow.answers_file import Given
from collector_guard.flow.walk import BACK, walk
from collector_guard.library.load import load_flow

TODAY = date(2026, 11, 23)
HOW_OFTEN_BACK = 0.3
TIMES = ("21:30", "unknown")
DAYS = ("2026-11-20", "unknown")


CHANCE = random.Random()  # noqa: S311 no secret


def reply(question, situation, _before):
    if situation.answers and CHANCE.random() < HOW_OFTEN_BACK:
        return BACK
    typed = {"time": TIMES, "date": DAYS}.get(question.kind)
    return (CHANCE.choice(typed or [choice.id for choice in question.choices]),)


def main(file):
    flow = load_flow("visit", "en", SMALL_FLOWS)
    keeper = keeper_for(flow, Given({}, {}, ()), file, "", real_environment(), force=True)
    with keeper.watch():
        print("walking", flush=True)
        while True:
            keeper.keep(walk(flow, keeper.keeping(reply), on=TODAY).situation)


if __name__ == "__main__":
    main(sys.argv[1])
