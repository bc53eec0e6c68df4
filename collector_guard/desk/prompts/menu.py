"""Draw a menu in which choices are picked with arrow and number keys."""

import os
import time
from dataclasses import dataclass

import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from questionary.prompts.common import InquirerControl

from collector_guard.desk.prompts.page import put_sentence
from collector_guard.desk.prompts.setting import Key, Setting
from collector_guard.desk.prompts.typed import key_in, number_in
from collector_guard.flow.danger_words import danger_in
from collector_guard.flow.gate import LONGEST_ANSWER
from collector_guard.flow.model import NONE, UNKNOWN, Question
from collector_guard.flow.situation import Taken
from collector_guard.wording.sentences import readable, sentence

POINTER = ">"
# What is ticked has its ●; bold is for what is pointed at.
STYLE = questionary.Style([("pointer", "bold"), ("highlighted", "bold"), ("selected", "noreverse")])
# Long enough to press q twice on a phone, short enough not to be noticed when it was pressed once.
SECONDS_FOR_A_SECOND_Q = 0.6
# What a keyboard sends for q; every other key has its forms in `typed`.
LEAVING = ("q", "Q", "ｑ", "Ｑ")


@dataclass(frozen=True)
class Picked:
    """How a menu was left: by Enter (`key` is None), a key or a danger word; and what was pointed at or ticked then."""

    key: str | None
    taken: Taken


def pick(question: Question, taken: Taken, setting: Setting, *, deaf_until: float) -> Picked:
    """Draw the menu of a question that is on screen already, with `taken` pointed at or ticked, and erase it.

    Enter is not heard before `deaf_until` (monotonic seconds). Raises KeyboardInterrupt and EOFError where the
    reader presses Ctrl-C and Ctrl-D.
    """
    while True:
        picked = _drawn(question, taken, setting, deaf_until)
        if picked.key or picked.taken:
            return picked
        put_sentence("nothing-ticked", setting)


def _drawn(question: Question, taken: Taken, setting: Setting, deaf_until: float) -> Picked:
    # A terminal need not answer when it is asked where the cursor is, and a late answer would be typed into the shell.
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
    draw = questionary.checkbox if question.kind == "many" else questionary.select
    menu = draw(
        message="",
        qmark="",
        choices=[
            questionary.Choice(f"{place}. {readable(choice.label)}", value=choice.id)
            for place, choice in enumerate(question.choices, 1)
        ],
        instruction=sentence(f"pick-{question.kind}", setting.language),
        pointer=POINTER,
        style=STYLE,
        use_jk_keys=False,
    )
    application = menu.application
    control = next(
        window.content
        for window in application.layout.find_all_windows()
        if isinstance(window.content, InquirerControl)
    )
    hand = _Hand(question, control, setting.danger_words, deaf_until)
    hand.start(taken)
    application.key_bindings = merge_key_bindings([application.key_bindings or KeyBindings(), hand.bindings()])
    application.timeoutlen = SECONDS_FOR_A_SECOND_Q
    application.erase_when_done = True
    picked: Picked = menu.unsafe_ask()
    return picked


@dataclass
class _Hand:
    """What a keyboard does to a menu."""

    question: Question
    control: InquirerControl
    danger_words: tuple[str, ...]
    deaf_until: float
    typed: str = ""
    numbered: int | None = None

    def start(self, taken: Taken) -> None:
        places = [place for place, choice in enumerate(self.question.choices) if choice.id in taken]
        self.control.pointed_at = next(iter(places), 0)
        if self.question.kind == "many":
            self.control.selected_options = [self.question.choices[place].id for place in places]

    def bindings(self) -> KeyBindings:
        """The keys of every question, over those of questionary: the last binding of a key counts."""
        keys = KeyBindings()
        keys.add(Keys.Any)(self.press)
        keys.add(Keys.BracketedPaste)(self.paste)
        # Questionary takes these letters to tick everything at once.
        for letter in ("a", "i"):
            keys.add(letter, eager=True)(self.press)
        keys.add(" ", eager=True)(self.space)
        keys.add(Keys.ControlM, eager=True)(self.enter)
        keys.add(Keys.ControlD, eager=True)(lambda event: event.app.exit(exception=EOFError()))
        keys.add(Keys.SIGINT)(lambda event: event.app.exit(exception=KeyboardInterrupt()))
        for letter in LEAVING:
            keys.add(letter)(lambda event: self.leave(event, Key.LEAVE))
            keys.add(letter, letter)(lambda event: self.leave(event, Key.WIPE))
        return keys

    def leave(self, event: KeyPressEvent, key: str | None) -> None:
        event.app.exit(result=Picked(key, self.taken()))

    def taken(self) -> Taken:
        if self.question.kind == "many":
            return tuple(choice.id for choice in self.question.choices if choice.id in self.control.selected_options)
        return (self.question.choices[self.control.pointed_at].id,)

    def enter(self, event: KeyPressEvent) -> None:
        if time.monotonic() >= self.deaf_until:
            self.leave(event, None)

    def press(self, event: KeyPressEvent) -> None:
        if len(event.data) != 1:
            return
        self.typed = (self.typed + event.data)[-LONGEST_ANSWER:]
        last_three = self.typed[-3:]
        key = danger_in(self.typed, self.danger_words) or key_in(event.data)
        if key or key_in(last_three) == Key.CARD:
            self.leave(event, key or Key.CARD)
        else:
            self.number(number_in(event.data))

    def paste(self, event: KeyPressEvent) -> None:
        if key := danger_in(event.data, self.danger_words) or key_in(event.data):
            self.leave(event, key)

    def number(self, number: int | None) -> None:
        self.numbered = None
        if number is None or not 1 <= number <= len(self.question.choices):
            return
        self.control.pointed_at = self.numbered = number - 1
        if self.question.kind == "many":
            self.tick()

    def space(self, _event: KeyPressEvent) -> None:
        """Tick, unless the number just pressed did: people type 1 3 with a space between."""
        if self.question.kind == "many" and self.control.pointed_at != self.numbered:
            self.tick()
        self.numbered = None

    def tick(self) -> None:
        """Turn the tick of the choice pointed at; `none` and `unknown` stand alone."""
        pointed = self.question.choices[self.control.pointed_at].id
        ticked = self.control.selected_options
        if pointed in ticked:
            kept = [one for one in ticked if one != pointed]
        elif pointed in (NONE, UNKNOWN):
            kept = [pointed]
        else:
            kept = [one for one in ticked if one not in (NONE, UNKNOWN)] + [pointed]
        self.control.selected_options = kept
