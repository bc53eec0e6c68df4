"""A program in a pseudo-terminal, seen as the reader sees it: what is on screen after the keys pressed so far.

Nothing here waits for a silence. A program that waits for the reader has written its prompt last, and its cursor
stands behind it: that is the mark. The patience only ends a test that would hang.
"""

import os
import signal
import time

import pexpect
import pyte
import pytest

PATIENCE = 60
# What would change how the program asks.
UNSET = ("ACCESSIBLE", "CG_LANG", "COLUMNS", "LINES", "PROMPT_TOOLKIT_NO_CPR", "PYTHONIOENCODING")
# The end of a prompt at which lines are typed, and of a menu that was drawn.
MARKS = (b"> ", b"\x1b[?25h")


class Terminal:
    """Runs a command line; `press` types, `answer` types and waits until the program waits for more."""

    def __init__(self, command, columns=80, rows=24, **environment):
        kept = {name: value for name, value in os.environ.items() if name not in UNSET}
        kept |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | environment
        size = (rows, columns)
        self.child = pexpect.spawn(command[0], command[1:], dimensions=size, env=kept, preexec_fn=_hear_signals)
        self.child.delaybeforesend = None
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        self._pressed_at = 0
        # The program is gone, and all that it wrote was taken in.
        self.has_ended = False

    def press(self, keys):
        self._pressed_at = len(self.written)
        self.child.send(keys if isinstance(keys, bytes) else keys.encode())

    def answer(self, keys, *texts):
        """The screen, once the program wrote all of the texts in answer to keys and waits for the reader again."""
        self.press(keys)
        return self.asks(*texts)

    def asks(self, *texts):
        """The screen, once the program wrote all of the texts since the last key and waits for the reader."""
        return self._until(lambda: self.is_waiting and all(text in self.since for text in texts), f"asks {texts}")

    def see(self, text, times=1):
        """The screen, once it holds a text so many times."""
        return self._until(lambda: self.text.count(text) >= times, f"shows {text!r}")

    def waits(self):
        """Whether the program waits for the reader; False once it has ended."""
        self._until(lambda: self.is_waiting or self.has_ended, "waits or ends")
        return self.is_waiting

    def status(self):
        """The exit status, once the program has ended."""
        self._until(lambda: self.has_ended, "ends")
        self.child.close()
        return self.child.exitstatus

    def resize(self, columns, rows):
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    @property
    def is_waiting(self):
        """Whether the last that was written since the last key is a prompt, and the cursor stands behind it."""
        row = self.screen.display[self.screen.cursor.y]
        return len(self.written) > self._pressed_at and self.written.endswith(MARKS) and ">" in row

    @property
    def since(self):
        """What was written since the last key, without the codes that a terminal obeys."""
        return self.written[self._pressed_at :].decode(errors="replace")

    @property
    def lines(self):
        """What is on screen, but for empty lines."""
        return [line.rstrip() for line in self.screen.display if line.strip()]

    @property
    def text(self):
        """What is on screen, row by row."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip("\n") + "\n"

    def _until(self, is_so, what):
        end = time.monotonic() + PATIENCE
        while not is_so():
            if self.has_ended or time.monotonic() > end:
                pytest.fail(f"the program never {what}; on screen is:\n{self.text}")
            self._read()
        return self.text

    def _read(self):
        """Take in what the program writes next."""
        try:
            read = self.child.read_nonblocking(65536, timeout=1)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            self.has_ended = True
            return
        self.written += read
        self.stream.feed(read)


def _hear_signals():
    """Let a program hear Ctrl-C even where the tests run in the background, which silences it."""
    for number in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)
