"""Understand the line typed at a question."""

from collections.abc import Callable, Sequence
from datetime import datetime, time

from collector_guard.desk.prompts.reply import Refused, Reply, Turn
from collector_guard.desk.prompts.typed import answer_in, pressed_in, side_of_day_in
from collector_guard.flow.clock import times_in
from collector_guard.flow.gate import Refusal, UnfitAnswer, accept, is_unclean
from collector_guard.flow.model import UNKNOWN, Kind, Taken, written
from collector_guard.flow.when import reaches
from collector_guard.wording.sentences import joined, sentence

# What the gate refused, by the kind of question, as the sentence that says what would be right.
WRONG: dict[tuple[Refusal, Kind], str] = {
    ("no-answer", "one"): "empty-one",
    ("no-answer", "many"): "empty-many",
    ("no-answer", "date"): "empty-date",
    ("one-answer-only", "one"): "one-only",
    ("excludes-others", "many"): "not-together",
    ("not-yet", "date"): "day-to-come",
}
NOT_UNDERSTOOD: dict[Kind, str] = {"one": "wrong-one", "many": "wrong-many", "time": "wrong-time", "date": "wrong-date"}


class Listener:
    """Knows the danger words of a flow, the language, and the time of day."""

    def __init__(self, language: str, danger_words: Sequence[str], now: Callable[[], datetime] = datetime.now) -> None:
        self.language = language
        self.danger_words = danger_words
        self.now = now

    def at_enter(self, turn: Turn) -> Taken | None:
        """Return the answer that Enter alone takes: what was said before, or the time of day."""
        return turn.suggestion or ((self._minute(),) if turn.question.kind == "time" else None)

    def reply_in(self, line: str, turn: Turn, offers: tuple[time, ...] = ()) -> Reply | Refused:
        """The answer, the key or the danger word in a line, or why it is none of them.

        `offers` are two times of which the reader was asked to choose one.
        """
        if offers and (side := side_of_day_in(line)) is not None:
            return (offers[side],)
        if pressed := pressed_in(line, self.danger_words, turn.question):
            return pressed
        if "\n" in line:
            return Refused(sentence("not-counted", self.language))
        if is_unclean(line):
            return Refused(sentence("unclean", self.language))
        if not line.strip() and (taken := self.at_enter(turn)):
            return taken
        return self._open_time(line, turn) or self._answer(line, turn)

    def _open_time(self, line: str, turn: Turn) -> Refused | None:
        """Ask back where a time may be of the morning or of the evening, and that decides something."""
        times = times_in(line, self._minute()) if turn.question.kind == "time" else ()
        if not any(reaches(times[0], bound) != reaches(times[-1], bound) for bound in turn.bounds if times):
            return None
        morning, evening = sorted(times)
        asked = sentence("which-time", self.language, morning=written(morning), evening=written(evening))
        return Refused(asked, (morning, evening))

    def _answer(self, line: str, turn: Turn) -> Reply | Refused:
        try:
            said = answer_in(line, turn.question)
            return accept(turn.question, said, on=turn.today, until=turn.until, now=self._minute())
        except UnfitAnswer as error:
            return Refused(self._what_is_wrong(error, turn))

    def _minute(self) -> time:
        return self.now().time().replace(second=0, microsecond=0)

    def _what_is_wrong(self, error: UnfitAnswer, turn: Turn) -> str:
        question = turn.question
        kind = WRONG.get((error.refusal, question.kind), NOT_UNDERSTOOD[question.kind])
        name = question.label(str(error.values.get("name", "")))
        said = [sentence(kind, self.language, last=len(question.choices), name=name, today=turn.today)]
        if any(choice.id == UNKNOWN for choice in question.choices):
            said.append(sentence("or-unknown", self.language))
        return joined(said, self.language)
