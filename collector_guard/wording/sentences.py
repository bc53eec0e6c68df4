"""Say a sentence or a word in the reader's language; the texts are in the tables of this room, by who speaks."""

import unicodedata
from collections.abc import Iterable, Mapping

from collector_guard.files.errors import Problem, Typed
from collector_guard.wording import asking, drafts, errors, help_texts, law, plan, review
from collector_guard.wording.words import REASONS, WORDS

LANGUAGES = ("zh", "en")
LONGEST_VALUE = 40
SENTENCES = {
    **errors.SENTENCES,
    **help_texts.SENTENCES,
    **asking.SENTENCES,
    **plan.SENTENCES,
    **drafts.SENTENCES,
    **law.SENTENCES,
    **review.SENTENCES,
}


def sentence(kind: str, language: str, /, **values: object) -> str:
    """The sentence of a kind, filled in, without control characters; only what people typed is shortened."""
    return _filled(SENTENCES[kind], language, values)


def holds_command(kind: str) -> bool:
    """Tell whether a sentence has a command in it, which is copied and so is never broken."""
    return "{command}" in SENTENCES[kind][0]


def problem_sentence(problem: Problem, language: str) -> str:
    """File, line and sentence of a mistake in a data file."""
    text = problem_text(problem, language)
    return sentence("problem", language, file=problem.file, line=problem.line, text=text)


def problem_text(problem: Problem, language: str) -> str:
    """The sentence of a mistake in a data file, without file and line."""
    # What stands in a data file is repeated as what was typed.
    values = {name: Typed(value) if isinstance(value, str) else value for name, value in problem.values}
    return _filled(problem.kind.says, language, values)


def word(name: str, language: str) -> str:
    """A word of our data (a grade, a severity, an urgency) in the reader's language."""
    return WORDS[name][LANGUAGES.index(language)]


def quoted(text: str) -> str:
    """The text in quotation marks, which are the same in both languages."""
    return f"“{text}”"


def colon(name: str, language: str) -> str:
    """A name before what is said of it."""
    return f"{name}：" if language == "zh" else f"{name}: "


def bracketed(text: str, language: str) -> str:
    """A remark behind what it belongs to."""
    return f"（{text}）" if language == "zh" else f" ({text})"


def listed(parts: Iterable[str], language: str) -> str:
    """Things of one kind, side by side."""
    return ("、" if language == "zh" else ", ").join(parts)


def joined(sentences: Iterable[str], language: str) -> str:
    """Sentences one after the other."""
    return ("" if language == "zh" else " ").join(sentences)


def readable(text: str) -> str:
    """The text without control characters, escape sequences and marks that turn the direction of reading."""
    return "".join(character for character in text if unicodedata.category(character)[0] != "C")


def reason_of(error: OSError | ValueError, language: str) -> str:
    """Why a file cannot be written: in our words."""
    if not isinstance(error, OSError):  # what the system is not even asked
        return word("name-not-allowed", language)
    return word(REASONS.get(error.errno or 0, "refused"), language)


def _filled(says: tuple[str, str], language: str, values: Mapping[str, object]) -> str:
    shown = {name: _shown(value, language) for name, value in values.items()}
    if "what" in shown:  # always a word of our data
        shown["what"] = word(shown["what"], language)
    return says[LANGUAGES.index(language)].format(**shown)


def _shown(value: object, language: str) -> str:
    if isinstance(value, Typed):
        text = readable(value)
        return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"
    if isinstance(value, str):
        return readable(value)
    if isinstance(value, Iterable):
        return listed((_shown(part, language) for part in value), language)
    return str(value)
