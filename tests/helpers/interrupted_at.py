"""Leave, and be met by a Ctrl-C before each line of ours in turn, until the program is gone: `interrupted_at.py WAY`.

The ways are `q`, an error and a command that is done. Written is a line for each: how the program ended, and what it said.
"""

import inspect
import os
import signal
import sys
from pathlib import Path
from unittest import mock

from fake_terminal import environment_of
from folders import SMALL_FLOWS
from turns import TODAY

import collector_guard
from collector_guard import start
from collector_guard.desk import leaving, session
from collector_guard.files.errors import ExitStatus, UsageError
from collector_guard.flow.walk import Walk
from collector_guard.library.load import load_flow

OURS = str(Path(collector_guard.__file__).parent)
MOST_LINES = 500


class Interrupter:
    """Raises Ctrl-C before the line of a number, counted from where it begins."""

    def __init__(self, number):
        self.left = number

    def begin(self):
        frame = inspect.currentframe()
        while frame := frame.f_back:
            frame.f_trace = self.trace if frame.f_code.co_filename.startswith(OURS) else None
        sys.settrace(self.trace)

    def trace(self, frame, event, _argument):
        if not frame.f_code.co_filename.startswith(OURS):
            return None
        if event == "line":
            self.left -= 1
            if self.left == 0:
                sys.settrace(None)
                signal.raise_signal(signal.SIGINT)
        return self.trace


def by_q(interrupter):
    def leave(**how):
        interrupter.begin()
        leaving.leave(**how)

    session.leave = leave
    walk = Walk(load_flow("visit", "zh", SMALL_FLOWS), on=TODAY)
    session.lead(walk, environment_of("q"), None, plain=True)


def by_an_error(interrupter):
    interrupter.begin()
    raise UsageError("usage-value", name="--on", command="cg")


def by_being_done(interrupter):
    interrupter.begin()
    return ExitStatus.DONE


WAYS = {"q": by_q, "error": by_an_error, "done": by_being_done}


def run(way, interrupter, writer):
    """Be the program, up to its end."""
    with (
        mock.patch.object(start, "_run", side_effect=lambda *_: WAYS[way](interrupter)),
        os.fdopen(writer, "w") as written,
    ):
        sys.stdout = sys.stderr = written
        sys.argv = ["cg"]
        status = start.main()
        if interrupter.left > 0:
            print("not met")
        sys.exit(status)


def main(way):
    for number in range(1, MOST_LINES):
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            run(way, Interrupter(number), writer)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            said = pipe.read()
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), repr(said), flush=True)
        if "not met" in said:
            return


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main(sys.argv[1])
