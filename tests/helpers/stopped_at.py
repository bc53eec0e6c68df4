"""Run a program that a signal stops at its n-th touch of a file: `stopped_at.py N SIGNAL NAME PROGRAM [ARGUMENT…]`.

A touch is the opening, renaming or removing of a file with that name, or of one that is to take its place.
"""

import os
import runpy
import sys
from pathlib import Path

EVENTS = ("open", "os.rename", "os.remove")


def stop_at(count, signal_number, name):
    """Send this process a signal right before the touch of that number."""
    left = count

    def hook(event, arguments):
        nonlocal left
        if event in EVENTS and name in Path(str(arguments[0])).name:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal_number)

    sys.addaudithook(hook)


if __name__ == "__main__":
    count, number, name, *sys.argv = sys.argv[1:]
    stop_at(int(count), int(number), name)
    runpy.run_path(sys.argv[0], run_name="__main__")
