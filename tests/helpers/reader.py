"""A reader in memory, who knows what to press when all the lines typed before are used up, so that a session ends."""

import re

from fake_terminal import FakeTerminal

from collector_guard.desk.environment import Environment

CHOICE = re.compile(r"^ +(\d+)  ", re.MULTILINE)
# What stands in the last two rows where Enter goes on.
GOES_ON = ("接着答", "打完按回车", "回到问题", "回车看下面", "文件名")


class Reader(FakeTerminal):
    """A terminal whose reader goes on to the end of a walk in Chinese, and then leaves."""

    def typed(self):
        return self.lines.pop(0) if self.lines else self._next()

    def _next(self):
        shown = self.getvalue()
        above, last = shown.split("\n")[-2:]
        if any(sign in above + last for sign in GOES_ON):
            return ""
        if last.startswith(("时间", "日期")):
            return "0"
        return CHOICE.findall(shown)[-1] if last.startswith("数字") else "q"


def reader_environment(*lines, columns=80, rows=24):
    """An environment with such a reader, in Chinese."""
    terminal = Reader(*lines)
    size = {"COLUMNS": str(columns), "LINES": str(rows), "TERM": "xterm"}
    return Environment("zh", terminal, terminal, terminal, size)
