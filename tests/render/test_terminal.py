"""Lines are painted as rich paints them, which would take longer to load than all the rest."""

from io import StringIO
from typing import get_args

import pytest

from collector_guard.render.formats import terminal
from collector_guard.render.lines import Line, Role

LINES = tuple(
    Line("· 他们说 110 管不着，“还钱”", role, lead, stress)
    for role in get_args(Role)
    for lead in (0, 2)
    for stress in ((), ("110",), ("· 他们", "还钱"))
)
ENVIRONMENTS = {
    "sixteen colours": {"TERM": "xterm"},
    "256 colours": {"TERM": "xterm-256color"},
    "every colour": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "no TERM": {},
    "no colour": {"TERM": "xterm", "NO_COLOR": "1"},
    "an empty NO_COLOR": {"TERM": "xterm", "NO_COLOR": ""},
    "dumb": {"TERM": "dumb"},
    "unknown": {"TERM": "Unknown"},
    "no terminal": {"TERM": "xterm", "TTY_COMPATIBLE": "0"},
}


class Terminal(StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize("columns", [30, 80, 200])
@pytest.mark.parametrize("variables", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_lines_are_painted_as_a_console_paints_them(variables, columns, monkeypatch):
    for name in ("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    ours, theirs = Terminal(), Terminal()

    terminal.show(LINES, ours, columns, variables)
    terminal.show_by_console(LINES, theirs, columns)

    assert ours.getvalue() == theirs.getvalue()


def test_a_lead_and_what_is_stressed_are_painted_strong():
    stream = Terminal()

    terminal.show((Line("1 打 110", "step", 2, ("110",)),), stream, 40, {"TERM": "xterm"})

    assert stream.getvalue() == "\x1b[1m1 \x1b[0m打 \x1b[1m110\x1b[0m\n"
