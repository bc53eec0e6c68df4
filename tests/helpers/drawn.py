"""What stays on a terminal that obeys what was written to it."""

import pyte


def drawn(text, columns=80, rows=24):
    """The rows of a screen after a text, without their last spaces."""
    screen = pyte.Screen(columns, rows)
    pyte.Stream(screen).feed(text.replace("\n", "\r\n"))
    return [row.rstrip() for row in screen.display]
