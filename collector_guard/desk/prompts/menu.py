"""Draw a menu in which choices are picked with arrow and number keys, or by what is typed."""

import os
import signal
import time
from asyncio import get_running_loop
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import ANSI, StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.styles import Style
from questionary import Choice
from questionary.prompts.common import InquirerControl

from collector_guard.desk.prompts.listener import Listener
from collector_guard.desk.prompts.picks import Picks
from collector_guard.desk.prompts.question_lines import key_lines
from collector_guard.desk.prompts.reply import DangerWord, Key, Refused, Reply, Turn
from collector_guard.desk.prompts.typed import is_emergency_number, key_in
from collector_guard.desk.screen import Screen
from collector_guard.desk.signals import ENDING
from collector_guard.flow.gate import accept
from collector_guard.flow.model import Taken
from collector_guard.flow.typed_text import danger_in
from collector_guard.wording.sentences import readable, sentence

POINTER = ">"
# What is ticked has its ●; bold is for what is pointed at.
STYLE = Style([("pointer", "bold"), ("highlighted", "bold"), ("selected", "noreverse")])
INSTRUCTIONS = {"one": "pick-one", "many": "pick-many"}
NOTHING_PICKED = {"one": "nothing-picked", "many": "nothing-ticked"}
# These need no Enter, unless words are being typed.
AT_ONCE = (Key.BACK, Key.WHY, Key.CARD, Key.PLAN)


class Seconds:
    """How long is waited."""

    # Long enough to press q twice on a phone, short enough not to be noticed when it was pressed once.
    for_a_second_q = 0.6
    # Who is used to typed numbers presses Enter after a key, too: it must not take what is suggested below it. An
    # Enter after anything else that is pressed in a menu is meant.
    deaf_to_enter = 0.6


class Menu:
    """The menu of one question: its choices, what stands below them, and the line that is typed at."""

    def __init__(self, turn: Turn, taken: Taken, screen: Screen, listener: Listener) -> None:
        """Take what was said or ticked before, and what understands a typed line."""
        question = turn.question
        self.picks = Picks(question, taken)
        self._turn = turn
        self._screen = screen
        self._listener = listener
        self._below = key_lines(turn, screen)
        self._has_left = False
        self._deaf_until = 0.0
        choices = [f"{place}. {readable(choice.label)}" for place, choice in enumerate(question.choices, 1)]
        self._choices = InquirerControl(
            choices=[Choice(label, value=choice.id) for label, choice in zip(choices, question.choices, strict=True)],
            pointer=POINTER,
            use_indicator=question.kind == "many",
        )

    def reply(self, fits: Callable[[], bool], *, deaf: bool) -> Reply | None:
        """Draw the menu, wait until it is left, and erase it; while `deaf`, Enter is not heard at first.

        None where it was left because it no longer `fits`, which is looked at whenever it is drawn. Raises
        KeyboardInterrupt and EOFError where the reader presses Ctrl-C and Ctrl-D.
        """
        # A terminal need not answer when it is asked where the cursor is; a late answer would be typed into the shell.
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
        self._deaf_until = time.monotonic() + Seconds.deaf_to_enter if deaf else 0.0
        self._show_picks()
        line = FormattedTextControl(self._line, focusable=True, show_cursor=True)
        below = FormattedTextControl(lambda: ANSI("\n".join(self._below)))
        rows = [Window(self._choices), Window(below), Window(line, height=1)]
        application: Application[Reply | None] = Application(
            layout=Layout(HSplit([*rows]), focused_element=line),
            key_bindings=self._bindings(),
            style=STYLE,
            erase_when_done=True,
            before_render=lambda drawn: None if fits() else self._leave(drawn, None),
        )
        with _ending_in_order(lambda: self._raise(application, KeyboardInterrupt())) as begin:
            return application.run(pre_run=begin)

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        keys.add(Keys.Any)(self._press)
        keys.add(Keys.BracketedPaste)(self._paste)
        keys.add(Keys.ControlM)(self._enter)
        keys.add(Keys.ControlJ)(self._enter)
        keys.add(Keys.Backspace)(lambda _event: self._then(self.picks.rub_out))
        keys.add(Keys.Up)(lambda _event: self._then(lambda: self.picks.move(-1)))
        keys.add(Keys.Down)(lambda _event: self._then(lambda: self.picks.move(1)))
        keys.add(Keys.ControlC)(lambda event: self._raise(event.app, KeyboardInterrupt()))
        keys.add(Keys.SIGINT)(lambda event: self._raise(event.app, KeyboardInterrupt()))
        keys.add(Keys.ControlD)(lambda event: self._raise(event.app, EOFError()))
        keys.add(Keys.ControlZ)(lambda event: event.app.suspend_to_background())
        return keys

    def _leave(self, application: Application[Reply | None], reply: Reply | None) -> None:
        """Leave once: what is pressed before the menu is gone comes too late."""
        if not self._has_left:
            self._has_left = True
            application.exit(result=reply)

    def _raise(self, application: Application[Reply | None], error: BaseException) -> None:
        if not self._has_left:
            self._has_left = True
            application.exit(exception=error)

    def _press(self, event: KeyPressEvent) -> None:
        if len(event.data) != 1 or readable(event.data) != event.data:
            return
        key = None if self.picks.has_words else key_in(event.data)
        if key in AT_ONCE:
            self._leave(event.app, key)
        elif key == Key.LEAVE:
            self._begin_to_leave(event)
        else:
            self._then(lambda: self.picks.press(event.data))
            self._heed_words(event)

    def _begin_to_leave(self, event: KeyPressEvent) -> None:
        """Wait a moment for a second q, or for the rest of a word."""
        self.picks.begin_line()
        self.picks.press(event.data)
        wait = get_running_loop().call_later
        wait(Seconds.for_a_second_q, lambda: self._heed_words(event, waited=True))

    def _heed_words(self, event: KeyPressEvent, *, waited: bool = False) -> None:
        """Leave at a danger word, the number of the police, or two q."""
        typed = self.picks.typed
        word, key = danger_in(typed, self._listener.danger_words), key_in(typed)
        if word:
            self._leave_without_line(event, DangerWord(word))
        elif is_emergency_number(typed[-3:]):
            self._leave_without_line(event, Key.CARD)
        elif key == Key.WIPE or (waited and key == Key.LEAVE):
            self._leave(event.app, key)

    def _leave_without_line(self, event: KeyPressEvent, reply: Reply) -> None:
        self.picks.forget_line()
        self._leave(event.app, reply)

    def _paste(self, event: KeyPressEvent) -> None:
        key = key_in(event.data)
        if key and not self.picks.typed:
            self._leave(event.app, key)
            return
        self._then(lambda: self.picks.paste(event.data))
        self._heed_words(event)

    def _enter(self, event: KeyPressEvent) -> None:
        if self.picks.has_words:
            reply = self._listener.reply_in(self.picks.typed, self._turn)
            if isinstance(reply, Refused):
                self.picks.forget_line()
                self._below = self._screen.wrapped(reply.says)
                self._show_picks()
            else:
                self._leave(event.app, reply)
        elif time.monotonic() >= self._deaf_until:
            self._then(self.picks.finish_number)
            self._take(event)

    def _take(self, event: KeyPressEvent) -> None:
        if taken := self.picks.taken:
            self._leave(event.app, accept(self._turn.question, taken, on=self._turn.today))
        else:
            self.picks.begin_line()
            nothing = sentence(NOTHING_PICKED[self._turn.question.kind], self._screen.language)
            self._below = self._screen.wrapped(nothing)

    def _then(self, act: Callable[[], None]) -> None:
        self._deaf_until = 0.0
        act()
        self._show_picks()

    def _show_picks(self) -> None:
        self._choices.pointed_at = self.picks.pointed
        self._choices.selected_options = [*self.picks.ticked]

    def _line(self) -> StyleAndTextTuples:
        asked = sentence(INSTRUCTIONS[self._turn.question.kind], self._screen.language)
        return [("", f"{asked} > {self.picks.typed}"), ("[SetCursorPosition]", " ")]


@contextmanager
def _ending_in_order(leave: Callable[[], None]) -> Iterator[Callable[[], None]]:
    """Leave at a signal that ends the program before it is heeded: raised just anywhere, it leaves the menu standing.

    What is yielded is called once the loop runs.
    """
    before: dict[int, Callable[..., object]] = {}
    for number in ENDING:
        if callable(handler := signal.getsignal(number)):
            before[number] = handler
    came: list[int] = []

    def begin() -> None:
        loop = get_running_loop()

        def heed(number: int, _frame: FrameType | None) -> None:
            came.append(number)
            loop.call_soon_threadsafe(leave)

        with suppress(ValueError):  # not the main thread: signals are somebody else's
            for number in before:
                signal.signal(number, heed)

    try:
        yield begin
    finally:
        with suppress(ValueError):
            for number, handler in before.items():
                signal.signal(number, handler)
        for number in came[:1]:
            before[number](number, None)
