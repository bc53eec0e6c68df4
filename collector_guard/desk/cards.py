"""Stop at a card: it is read before anything else is asked."""

from collections.abc import Sequence

from collector_guard.desk import pager
from collector_guard.desk.prompts.question_lines import keys_in_lines
from collector_guard.desk.prompts.reply import DangerWord, Key
from collector_guard.desk.prompts.typed import pressed_in
from collector_guard.desk.screen import BOLD, DIM, Screen
from collector_guard.flow.card import Card
from collector_guard.flow.typed_text import number_in
from collector_guard.render.card import card_lines
from collector_guard.render.lines import BLANK
from collector_guard.wording.sentences import sentence

COMPANY = {1: "with-somebody", 2: "with-nobody"}
# What stands below a card that is called by or stopped at, and what is said to a line that is neither Enter nor a key.
CALL, STOP = ("call-now", "call-first"), ("stop-now", "stop-first")
LEAVING = (Key.LEAVE, Key.WIPE)


class CardStop:
    """Shows a card and waits; what is pressed instead of Enter is returned."""

    def __init__(self, screen: Screen, danger_words: Sequence[str]) -> None:
        self._screen = screen
        self._danger_words = danger_words

    def call(self, card: Card, emergency: Card) -> Key | DangerWord | None:
        """Stop at the card of a plan until what it says is done; the `emergency` card need not be shown twice."""
        early, (kind, again) = self.look(card), STOP if card.stop else CALL
        while True:
            line, early = early or self._read(kind), ""
            pressed = pressed_in(line, self._danger_words)
            asks_for_itself = pressed == Key.CARD and card == emergency
            if isinstance(pressed, DangerWord) or (pressed in (Key.BACK, Key.CARD, *LEAVING) and not asks_for_itself):
                return pressed
            if not line.strip():
                return None
            kind = again

    def look(self, card: Card) -> str:
        """Show a card that was asked for; what was typed at a stop in it is returned."""
        return pager.show(self._screen, (BLANK,), card_lines(card, self._screen.columns))

    def stay(self, card: Card, *, asks: bool, stands: bool = False) -> Key | None:
        """Show a card, ask whether somebody is there where that `asks`, and stay until the reader leaves.

        A card that `stands` on the screen is not written again.
        """
        early = "" if stands else self.look(card)
        kind = "stay-or-leave"
        if asks:
            asked = self._screen.wrapped(sentence("somebody-there", self._screen.language))
            early = early or pager.show(self._screen, ("", *self._screen.styled(BOLD, asked)))
            kind = "somebody-there-choices"
        while True:
            line, early = early or self._read(kind), ""
            pressed = pressed_in(line, self._danger_words)
            if pressed in (Key.BACK, *LEAVING):
                return pressed
            if asks and (answer := COMPANY.get(number_in(line) or 0)):
                self._screen.say(answer)
                kind = "stay-or-leave"
            elif line.strip() and asks and kind != "stay-or-leave":
                kind = "somebody-or-leave"

    def _read(self, kind: str) -> str:
        below = self._screen.styled(DIM, keys_in_lines(kind, self._screen))
        return pager.read(self._screen, below)
