"""Ask by numbers and words typed line by line: nothing on screen is ever written over."""

from datetime import datetime

from collector_guard.desk.prompts.keys import heed, leaving
from collector_guard.desk.prompts.page import keys_at, put_keys, put_question, put_sentence, put_taken, words_of
from collector_guard.desk.prompts.screen import begin_question, put, read_line, wrapped
from collector_guard.desk.prompts.setting import Setting
from collector_guard.desk.prompts.typed import answer_in, is_unclean, key_in
from collector_guard.files.errors import StatedError
from collector_guard.flow.danger_words import danger_in
from collector_guard.flow.gate import accept
from collector_guard.flow.model import Question
from collector_guard.flow.situation import Situation, Taken
from collector_guard.flow.walk import Ask, Back
from collector_guard.wording.sentences import readable, sentence

# What `accept` found wrong, as the sentence that says what would be right here; {} is the kind of question.
WRONG = {"no-answer": "empty-{}", "excludes-others": "not-together", "one-answer-only": "one-only"}


def numbered(setting: Setting) -> Ask:
    """A prompter that reads and writes lines; the answers it gives have passed `accept`.

    It raises Left where the reader leaves.
    """

    def ask(question: Question, situation: Situation, suggestion: Taken | None) -> Taken | Back:
        with leaving(setting):
            while True:
                now = setting.now()
                at_enter = suggestion or _time_of_day(question, now)
                _put_all(question, situation, at_enter, setting)
                reply = _reply(question, situation, at_enter, now, setting)
                if isinstance(reply, tuple):
                    put_taken(question, reply, setting)
                    return reply
                if back := heed(reply, question, situation, setting):
                    return back

    return ask


def _time_of_day(question: Question, now: datetime) -> Taken | None:
    return (f"{now:%H:%M}",) if question.kind == "time" else None


def _put_all(question: Question, situation: Situation, at_enter: Taken | None, setting: Setting) -> None:
    begin_question(setting)
    put_question(question, situation, setting)
    last = _number_of(len(question.choices) - 1, question)
    for place, choice in enumerate(question.choices):
        number = _number_of(place, question).rjust(len(last))
        put(setting, *wrapped(readable(choice.label), setting, f"  {number}  ", " " * (len(number) + 4)))
    put_keys(keys_at(situation), setting)
    if at_enter:
        put_sentence("enter-takes", setting, words=words_of(question, at_enter))


def _number_of(place: int, question: Question) -> str:
    """Where a time or date is typed, 0 says that it is not known: 1 might be an hour."""
    return str(place + 1) if question.kind in ("one", "many") else "0"


def _reply(
    question: Question, situation: Situation, at_enter: Taken | None, now: datetime, setting: Setting
) -> Taken | str:
    """What the reader takes, or the key or danger word typed instead; what is wrong is said and asked for again."""
    while True:
        line = read_line(sentence(f"type-{question.kind}", setting.language, today=situation.today), setting)
        if instead := danger_in(line, setting.danger_words) or key_in(line):
            return instead
        if is_unclean(line):
            put_sentence("unclean", setting)
            continue
        said = answer_in(line, question, today=situation.today, now=now)
        try:
            return accept(question, said if line.strip() or not at_enter else at_enter)
        except StatedError as error:
            _put_wrong(error, question, situation, setting)


def _put_wrong(error: StatedError, question: Question, situation: Situation, setting: Setting) -> None:
    kind = WRONG.get(error.kind, "wrong-{}").format(question.kind)
    name = question.label(str(error.values.get("name", "")))
    put_sentence(kind, setting, last=len(question.choices), name=name, today=situation.today)
