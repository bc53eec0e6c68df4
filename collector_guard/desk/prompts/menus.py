"""Ask by menus, where they fit."""

from collector_guard.desk import pager
from collector_guard.desk.prompts.listener import Listener
from collector_guard.desk.prompts.numbered import Numbered
from collector_guard.desk.prompts.question_lines import asked_lines, key_lines, leave_alone, reply_ahead
from collector_guard.desk.prompts.reply import DangerWord, Key, Reply, Turn
from collector_guard.desk.screen import Screen
from collector_guard.flow.model import Flow, Question, Taken
from collector_guard.wording.wrapping import most_width

FEWEST_COLUMNS = 60
FEWEST_ROWS = 16
# An empty line, the question in two, the keys, and the line to type at.
AROUND = 5
# The pointer, the tick and the number before a label, and the last column, which some terminals wrap at.
MARGIN = len(" > ") + len("○ ") + len("10. ") + 1


class Menus:
    """A prompt that draws the choices of a question as a menu; times and dates are typed."""

    def __init__(self, flow: Flow, screen: Screen, listener: Listener) -> None:
        self._flow = flow
        self._screen = screen
        self._listener = listener
        self._numbered = Numbered(screen, listener)
        self._fits = True
        self._left_by_key = False
        # What was ticked at the question that was left by a key.
        self._ticked: tuple[str, Taken] = ("", ())

    def rows(self, turn: Turn) -> int:
        """How many rows a question takes, its menu and the line to type at included."""
        if not self._draws(turn.question):
            return self._numbered.rows(turn)
        lines = (*asked_lines(turn, self._screen), *key_lines(turn, self._screen))
        return len(lines) + len(turn.question.choices) + 1

    def ask(self, turn: Turn) -> Reply:
        """Write the question, and draw its menu below."""
        if not self._draws(turn.question) or len(turn.above) + self.rows(turn) > self._screen.size[1]:
            return self._numbered.ask(turn)
        if ahead := reply_ahead(turn, self.rows(turn), self._screen, self._listener):
            return ahead
        pager.show(self._screen, turn.above, asked_lines(turn, self._screen))
        return self._drawn(turn)

    def _drawn(self, turn: Turn) -> Reply:
        # The question is being read while the menu library loads.
        from collector_guard.desk.prompts.menu import Menu

        asked = len(asked_lines(turn, self._screen))
        ticked = self._ticked[1] if self._ticked[0] == turn.question.id else turn.suggestion
        menu = Menu(turn, ticked or (), self._screen, self._listener)
        reply = menu.reply(self._can_draw, deaf=self._left_by_key)
        self._screen.drew(self.rows(turn) - asked)
        self._screen.seen()
        if reply is None:  # what was picked is offered below the question, which comes again with numbers
            self._screen.take_back(asked)
            return self._numbered.ask(turn._replace(above=(), suggestion=menu.picks.taken or turn.suggestion))
        self._left_by_key = isinstance(reply, Key | DangerWord)
        leave_alone(reply, turn, self._screen, 0)
        self._ticked = (turn.question.id, menu.picks.taken) if self._left_by_key and reply != Key.BACK else ("", ())
        return reply

    def _draws(self, question: Question) -> bool:
        """Tell whether a question gets a menu; once a resize makes one impossible, there are none to the end."""
        return self._can_draw() and question.kind in ("one", "many")

    def _can_draw(self) -> bool:
        self._fits = self._fits and menus_fit(self._flow, *self._screen.size)
        return self._fits


def menus_fit(flow: Flow, columns: int, rows: int) -> bool:
    """Tell whether menus can show every choice of every question on a line of its own."""
    questions = [question for question in flow.questions if question.kind in ("one", "many")]
    labels = [choice.label for question in questions for choice in question.choices]
    most = max((len(question.choices) for question in questions), default=0)
    return (
        columns >= FEWEST_COLUMNS
        and rows >= max(FEWEST_ROWS, most + AROUND)
        and all(most_width(label) + MARGIN <= columns for label in labels)
    )
