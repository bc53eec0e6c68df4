"""A reader in memory who answers as a journey tells, and sees a screen of a phone or a desk as a terminal draws it."""

import pyte
from fake_terminal import FakeTerminal
from journeys import typed
from kept import unpainted

from collector_guard.desk.environment import Environment
from collector_guard.desk.prompts.listener import Listener
from collector_guard.desk.prompts.numbered import Numbered
from collector_guard.desk.screen import Screen
from collector_guard.desk.session import Session
from collector_guard.flow.walk import Walk
from collector_guard.render.plan.pages import headline_lines, now_page
from collector_guard.wording.wrapping import most_width

# What the program asks for where a line is typed at a question.
QUESTION = ("数字", "时间", "日期", "Number", "Time", "Date")
MOST_STOPS = 200
OFFERS = ("文件名", "file name")


class Visitor(FakeTerminal):
    """Goes through a whole walk.

    `seen` is every stop: the question that comes next, the plan, and the rows on screen. `too_wide` is what was written
    that some terminals would break.
    """

    def __init__(self, walk, answers, columns, rows):
        super().__init__()
        self.walk = walk
        self.answers = answers
        self.seen = []
        self.too_wide = []
        self._screen = pyte.HistoryScreen(columns, rows, history=2000)
        self._stream = pyte.Stream(self._screen)

    def write(self, text):
        self._stream.feed(text.replace("\n", "\r\n"))
        lines = unpainted(text).split("\n")
        self.too_wide += [line for line in lines if most_width(line) > self._screen.columns]
        return super().write(text)

    @property
    def transcript(self):
        """All that stays, what was scrolled away included."""
        columns = range(self._screen.columns)
        above = ["".join(row[column].data for column in columns) for row in self._screen.history.top]
        return [row.strip() for row in (*above, *self._screen.display)]

    def typed(self):
        assert len(self.seen) < MOST_STOPS, "the visit does not end"
        rows = [row.strip() for row in self._screen.display]
        last = rows[self._screen.cursor.y]
        question = self.walk.question
        self.seen.append((question.id if question else "the end", self.walk.plan, rows))
        if question and last.startswith(QUESTION):
            return typed(self.walk.flow, question.id, self.answers[question.id])
        if last.startswith(("回车看下面", "Enter for more")) or any(one in last for one in OFFERS):
            return ""
        return "" if question and not self.walk.plan.outcome.alone else "q"


def visited(flow, journey, *, columns=40, rows=20, plain=True):
    """A whole walk through a flow by a journey's answers, by its visitor."""
    walk = Walk(flow, on=journey.on)
    visitor = Visitor(walk, journey.answers, columns, rows)
    size = {"COLUMNS": str(columns), "LINES": str(rows), "TERM": "xterm-256color"}
    environment = Environment(flow.language, visitor, visitor, visitor, size)
    screen = Screen(environment, plain=plain)
    listener = Listener(flow.language, tuple(word for word, _ in flow.danger_words))
    Session(walk, screen, Numbered(screen, listener)).run()
    return visitor


def protecting(plan, rows, columns):
    """What must be on a screen of these rows: the heading of a card that is there, or the headline and the first title."""
    if plan.card and _spaceless(plan.card.title) in _spaceless("".join(rows)):
        return ()
    if plan.outcome.alone:
        return (now_page(plan, columns)[0][0].text,)
    lines = [line for block in now_page(plan, columns) for line in block]
    titles = [line.text for line in lines if line.text.startswith("1 ")]
    return (headline_lines(plan, columns)[0].text, *titles[:1])


def _spaceless(text):
    """A text as it is, however it was broken into rows."""
    return "".join(text.split())
