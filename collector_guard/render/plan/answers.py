"""The answers of the reader, as sections of a plan."""

from collections import Counter

from collector_guard.flow.plan import Plan
from collector_guard.render.plan.section import Entry, Section
from collector_guard.render.plan.words import answer_words, asked_words, told_words
from collector_guard.wording.sentences import sentence


def answers_section(plan: Plan) -> Section:
    """Outline what the reader told."""
    language = plan.flow.language
    answers = enumerate(plan.situation.answers, 1)
    entries = tuple(
        Entry(f"{number} ", f"{asked_words(answer.question)} → {answer_words(answer, language)}")
        for number, answer in answers
    )
    return Section(sentence("answers", language), entries)


def answers_in_short(plan: Plan) -> tuple[Entry, ...]:
    """Outline what the reader told in a few lines: what was chosen, and how often it was none, or is not known."""
    language = plan.flow.language
    chosen: list[str] = []
    none: Counter[str] = Counter()
    pauses = plan.flow.pace.pauses if plan.flow.pace else ()
    for answer in plan.situation.answers:
        if answer.question.id in pauses:
            continue  # whether to go on tells nothing of the visit
        if answer.names_nothing:
            none[answer_words(answer, language)] += 1
        else:
            chosen.append(told_words(answer, language))
    rest = [sentence("answered-none", language, count=count, answer=words) for words, count in none.items()]
    entries = tuple(Entry("", told) for told in (*chosen, *rest))
    return Section(sentence("answers", language), entries).in_one_line(language)
