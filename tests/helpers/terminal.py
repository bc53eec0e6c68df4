"""A program in a pseudo-terminal, seen as the reader sees it: what is on screen after the keys pressed so far."""

import os
import time

import pexpect
import pyte

PATIENCE = 10
SETTLED = 0.05
# What would change how the program asks.
UNSET = ("ACCESSIBLE", "CG_LANG", "COLUMNS", "LINES", "PROMPT_TOOLKIT_NO_CPR", "PYTHONIOENCODING")


class Terminal:
    """Runs a command line; `press` types, `see` waits until a text is on screen."""

    def __init__(self, command, columns=80, rows=24, **environment):
        kept = {name: value for name, value in os.environ.items() if name not in UNSET}
        kept |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | environment
        self.child = pexpect.spawn(command[0], command[1:], dimensions=(rows, columns), env=kept)
        self.child.delaybeforesend = None
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""

    def press(self, keys):
        self.child.send(keys if isinstance(keys, bytes) else keys.encode())

    def see(self, text, times=1):
        """The lines on screen, once they hold a text so many times."""
        end = time.monotonic() + PATIENCE
        while "\n".join(self.lines).count(text) < times:
            if time.monotonic() > end or not self._read():
                raise AssertionError("\n".join([f"{text!r} is not on screen:", *self.lines]))
        return self.lines

    def answer_to(self, keys, *texts):
        """The screen, row by row, once one of the texts was written in answer to keys and nothing more comes."""
        before, end = len(self.written), time.monotonic() + PATIENCE
        self.press(keys)
        while not any(text.encode() in self.written[before:] for text in texts) or self._more():
            if time.monotonic() > end or not (self._more() or self.child.isalive()):
                raise AssertionError("\n".join([f"none of {texts} was written:", *self.lines]))
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip("\n") + "\n"

    def see_at_end(self, text):
        """Wait until the program writes nothing more and the last line on screen ends so."""
        end = time.monotonic() + PATIENCE
        while self._more() or not (self.lines and self.lines[-1].endswith(text)):
            if time.monotonic() > end:
                raise AssertionError("\n".join([f"{text!r} does not end the screen:", *self.lines]))

    def waits(self):
        """Whether the program, once it writes nothing more, waits for a line to be typed; False where it has ended."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if not self._more() and self.screen.display[self.screen.cursor.y].rstrip().endswith(" >"):
                return True
            if not self.child.isalive() and not self._more():
                return False
        raise AssertionError("\n".join(["the program neither waits nor ends:", *self.lines]))

    def status(self):
        """The exit status, once the program has ended."""
        while self._read():
            pass
        self.child.close()
        return self.child.exitstatus

    def resize(self, columns, rows):
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    @property
    def lines(self):
        return [line.rstrip() for line in self.screen.display if line.strip()]

    def _more(self):
        """Whether more is written within a moment, which is then taken in."""
        return self._read(SETTLED)

    def _read(self, patience=PATIENCE):
        """Take in what the program writes next; False where it has ended or writes nothing."""
        try:
            read = self.child.read_nonblocking(65536, timeout=patience)
        except (pexpect.EOF, pexpect.TIMEOUT):
            return False
        self.written += read
        self.stream.feed(read)
        return True
