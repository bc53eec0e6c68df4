"""A question that nobody answers: why it is asked, and how to answer it without a terminal."""

from collector_guard.flow.model import Kind, Question
from collector_guard.render.lines import Lines, Sheet, sections
from collector_guard.wording.sentences import listed, sentence

PLACEHOLDERS: dict[Kind, str] = {"time": "HH:MM", "date": "YYYY-MM-DD"}


def why_lines(question: Question, columns: int, language: str) -> Lines:
    """Why a question is asked."""
    return Sheet.of(columns, language).write("text", question.why, lead=sentence("why-asked", language))


def waiting_lines(question: Question, later: tuple[str, ...], columns: int, language: str) -> Lines:
    """The question that a run without a terminal stopped at, how to answer it, and what may be asked after it."""
    sheet = Sheet.of(columns, language)
    asked = sheet.write("heading", sentence("not-answered", language)) + sheet.write("text", question.ask)
    longest = max((len(choice.id) for choice in question.choices), default=0)
    for choice in question.choices:
        asked += sheet.write("choice", choice.label, lead=f"  {choice.id:{longest}}  ", hang=" " * 4)
    option = f"--answer {question.id}={PLACEHOLDERS.get(question.kind, '…')}"
    how = sheet.write("note", sentence("answer-with", language, option=option))
    after = sentence("asked-later", language, questions=listed(later, language))
    return sections(asked, how + (sheet.write("note", after) if later else ()))
