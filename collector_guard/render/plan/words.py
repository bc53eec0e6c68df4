"""Answers, reasons and last days in the reader's words."""

import re

from collector_guard.flow.model import Flow, Question
from collector_guard.flow.plan import Deadline
from collector_guard.flow.situation import Answer
from collector_guard.render.naming import span_words
from collector_guard.wording.sentences import listed, quoted, sentence
from collector_guard.wording.wrapping import width

# A shorter answer (yes, 19:30) says little without its question.
TOO_SHORT = 9
QUESTION = re.compile(r".*?[？?]")


def answer_words(answer: Answer, language: str) -> str:
    """Say what was taken, in the words of the choices."""
    return listed(answer.words, language)


def asked_words(question: Question) -> str:
    """Repeat what was asked, without the hints that follow the question mark."""
    found = QUESTION.match(question.ask)
    return found[0] if found else question.ask


def told_words(answer: Answer, language: str) -> str:
    """Say what was chosen, after its question where it says little alone; choices are parted by more than one holds."""
    told = sentence("and-then", language).join(answer.words)
    if answer.question.kind in ("one", "many") and width(told) >= TOO_SHORT:
        return told
    return sentence("asked-and-told", language, asked=asked_words(answer.question), told=told)


def reason_words(reason: tuple[Answer, ...], language: str) -> str:
    """The reader's own words for what decided, each choice in quotation marks; empty where nothing did."""
    given = listed((words for answer in reason for words in _told(answer, language)), language)
    return sentence("because", language, reason=given) if given else ""


def deadline_words(deadline: Deadline, flow: Flow) -> tuple[str, str]:
    """The last day and what moves it, or what to do now that it has passed.

    While its first day is not known: the span, and the question for that day.
    """
    language = flow.language
    if deadline.day and deadline.passed:
        return sentence("due-passed", language, day=deadline.day), sentence("due-ask", language)
    if deadline.day:
        moves = "" if deadline.due.fixed else sentence("due-moves", language)
        days = deadline.days_left or 0
        left = sentence({0: "last-day", 1: "day-left"}.get(days, "days-left"), language, count=days)
        return sentence("due-day", language, day=deadline.day, left=left), moves
    asked = flow.question(deadline.due.after)
    length = sentence("due-length", language, span=span_words(deadline.due.span, language))
    return length, sentence("due-find-out", language, asked=asked_words(asked)) if asked else ""


def _told(answer: Answer, language: str) -> list[str]:
    if answer.names_nothing or width(answer_words(answer, language)) < TOO_SHORT:
        told = answer_words(answer, language)
        return [sentence("asked-and-told", language, asked=asked_words(answer.question), told=quoted(told))]
    return [quoted(words) for words in answer.words]
