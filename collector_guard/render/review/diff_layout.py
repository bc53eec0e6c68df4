"""Lay out what two flows say differently."""

from collector_guard.flow.model import as_option
from collector_guard.render.lines import Lines, Sheet
from collector_guard.review.comparison import Difference
from collector_guard.wording.sentences import sentence, word


def diff_lines(differences: tuple[Difference, ...], language: str, columns: int) -> Lines:
    """One paragraph a difference: what differs and how, then the shortest answers that show it."""
    sheet = Sheet.of(columns, language)
    if not differences:
        return sheet.write("text", sentence("no-difference", language))
    return tuple(line for difference in differences for line in _difference(difference, sheet))


def _difference(difference: Difference, sheet: Sheet) -> Lines:
    lead = sentence("difference", sheet.language, what=difference.what, name=difference.name)
    lines = sheet.write("finding", word(difference.how, sheet.language), lead=lead, hang="  ")
    if not difference.answers:
        return lines
    answers = " ".join(as_option(name, taken) for name, taken in difference.answers.items())
    return lines + sheet.write("note", sentence("shown-by", sheet.language, answers=answers), lead="  ", hang="    ")
