"""The picks and the typed line of one menu."""

from collector_guard.flow.gate import LONGEST_ANSWER
from collector_guard.flow.model import NONE, UNKNOWN, Question, Taken
from collector_guard.flow.typed_text import ASCII_FORM, number_in

NOTHING = -1
# So many choices can be picked by one digit each; of more, a number is complete when something else is typed.
MOST_BY_ONE_DIGIT = 9
SEPARATORS = (" ", ",")


class Picks:
    """The choice pointed at, the choices ticked, and what is typed: numbers, or words that are read at Enter.

    Nothing is picked before the reader picks it.
    """

    def __init__(self, question: Question, taken: Taken) -> None:
        """Begin with what was said or ticked before."""
        places = [place for place, choice in enumerate(question.choices) if choice.id in taken]
        self._question = question
        self._is_many = question.kind == "many"
        self.pointed = next(iter(places), NOTHING)
        self.ticked = [question.choices[place].id for place in places] if self._is_many else []
        self.typed = ""
        self.has_words = False
        self._number = ""
        self._before = (self.pointed, [*self.ticked])

    @property
    def taken(self) -> tuple[str, ...]:
        """The choices that are picked, in the order of the question."""
        if self._is_many:
            return tuple(choice.id for choice in self._question.choices if choice.id in self.ticked)
        return () if self.pointed == NOTHING else (self._question.choices[self.pointed].id,)

    def press(self, character: str) -> None:
        """Take a typed character: digits pick, separators part them, all else begins words."""
        if not self.typed:
            self._before = (self.pointed, [*self.ticked])
        is_number = number_in(character) is not None
        is_separator = character.translate(ASCII_FORM) in SEPARATORS
        was_empty = not self.typed.strip()
        self.typed = (self.typed + character)[-LONGEST_ANSWER:]
        self.has_words = self.has_words or not (is_number or is_separator)
        if self.has_words:
            return
        if is_number:
            self._take_digit(character)
        else:
            self.finish_number()
            if was_empty and self._is_many and self.pointed != NOTHING:
                self._tick(self.pointed)

    def paste(self, text: str) -> None:
        """Take pasted text as words: a line break in it is no Enter."""
        if not self.typed:
            self._before = (self.pointed, [*self.ticked])
        self.typed = (self.typed + " ".join(text.split()))[-LONGEST_ANSWER:]
        self.has_words = True

    def rub_out(self) -> None:
        """Take back the character typed last; a number that is picked stays so."""
        self.typed, self._number = self.typed[:-1], self._number[:-1]
        self.has_words = self.has_words and bool(self.typed)

    def move(self, by: int) -> None:
        """Point at the next choice, or the one before."""
        count = len(self._question.choices)
        first = 0 if by > 0 else count - 1
        self.pointed = first if self.pointed == NOTHING else (self.pointed + by) % count
        self.begin_line()

    def finish_number(self) -> None:
        """Tick the number that is complete."""
        number, self._number = number_in(self._number), ""
        if number is not None and 1 <= number <= len(self._question.choices):
            self.pointed = number - 1
            if self._is_many:
                self._tick(self.pointed)

    def forget_line(self) -> None:
        """Undo what the line picked that turned out to be no numbers."""
        self.pointed, self.ticked = self._before[0], [*self._before[1]]
        self.begin_line()

    def begin_line(self) -> None:
        """Keep what is picked, and begin a new line."""
        self.typed, self.has_words, self._number = "", False, ""

    def _take_digit(self, digit: str) -> None:
        self._number += digit
        count = len(self._question.choices)
        if count <= MOST_BY_ONE_DIGIT:
            self._number = digit
            self.finish_number()
        elif not self._is_many:
            number = number_in(self._number)
            if number is None or number > count:
                self._number, number = digit, number_in(digit)
            self.pointed = number - 1 if number else NOTHING

    def _tick(self, place: int) -> None:
        """Turn the tick of a choice; `none` and `unknown` stand alone."""
        choice = self._question.choices[place].id
        if choice in self.ticked:
            self.ticked.remove(choice)
        elif choice in (NONE, UNKNOWN):
            self.ticked = [choice]
        else:
            self.ticked = [one for one in self.ticked if one not in (NONE, UNKNOWN)] + [choice]
