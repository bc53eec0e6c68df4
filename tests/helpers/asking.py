"""Ask four questions at the terminal this runs in, and write what was taken: `asking.py [zh|en] [--plain]`."""

import sys
from types import SimpleNamespace

from turns import QUESTIONS, TODAY, listener

from collector_guard.desk.environment import real_environment
from collector_guard.desk.leaving import leave, left_by
from collector_guard.desk.prompts import prompt_for
from collector_guard.desk.prompts.reply import DangerWord, Key, Turn
from collector_guard.desk.screen import Screen
from collector_guard.desk.signals import ending_by_signals, hear_one_interrupt
from collector_guard.files.errors import Left
from collector_guard.flow.model import as_option

FLOW = SimpleNamespace(questions=QUESTIONS)


def asked_with(prompt, screen):
    """Every answer, by question id; a question that was gone back to gets its answer as the suggestion."""
    taken, said = {}, {}
    while len(taken) < len(QUESTIONS):
        here = QUESTIONS[len(taken)]
        left = len(QUESTIONS) - 1 - len(taken)
        turn = Turn(question=here, suggestion=said.get(here.id), today=TODAY, is_first=not taken, left=left)
        reply = prompt.ask(turn)
        if isinstance(reply, DangerWord):
            screen.put(f"[{reply.word} {here.id}]")
        elif reply == Key.BACK:
            last = QUESTIONS[len(taken) - 1].id
            said[last] = taken.pop(last)
        elif isinstance(reply, Key):
            leave_by(reply)
            screen.put(f"[{reply} {here.id}]")
        else:
            taken[here.id] = reply
            screen.say("taken", words=[here.label(one) for one in reply])
    return taken


def leave_by(key):
    if key in (Key.LEAVE, Key.WIPE):
        leave(wipe=key == Key.WIPE)


def main(arguments):
    environment = real_environment()._replace(language="en" if "en" in arguments else "zh")
    screen = Screen(environment, plain="--plain" in arguments)
    try:
        hear_one_interrupt()
        with ending_by_signals():
            taken = asked_with(prompt_for(FLOW, screen, listener(environment.language)), screen)
    except (Left, KeyboardInterrupt, EOFError) as interrupt:
        left = left_by(interrupt)
        print("left, wiped" if left.wipe else "left", file=environment.talk)
        return left.status
    print("; ".join(as_option(name, replies) for name, replies in taken.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
