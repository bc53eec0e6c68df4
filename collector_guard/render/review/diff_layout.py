"""Lay out what two flows say differently."""

from collector_guard.render.lines import Lines, Page
from collector_guard.review.comparison import Difference
from collector_guard.wording.sentences import sentence, word

HOW = {
    "added": "difference-added",
    "removed": "difference-removed",
    "when": "difference-when",
    "words": "difference-words",
    "undecided": "difference-undecided",
    "order": "difference-order",
}


def diff_lines(differences: tuple[Difference, ...], columns: int, language: str) -> Lines:
    """One paragraph a difference: what differs and how, then the shortest answers that show it."""
    page = Page.of(columns, language)
    if not differences:
        return page.write("text", sentence("no-difference", language))
    return tuple(line for difference in differences for line in _difference(difference, page))


def _difference(difference: Difference, page: Page) -> Lines:
    what = word(difference.what, page.language)
    lead = sentence("difference", page.language, what=what, name=difference.name)
    lines = page.write("finding", sentence(HOW[difference.how], page.language), lead=lead, hang="  ")
    if not difference.answers:
        return lines
    answers = " ".join(f"{name}={','.join(taken)}" for name, taken in difference.answers.items())
    return lines + page.write("note", sentence("shown-by", page.language, answers=answers), lead="  ", hang="    ")
