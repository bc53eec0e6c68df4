"""Conditions in words: the names that they read, and the values."""

from collections.abc import Callable, Iterable, Mapping

from collector_guard.flow.model import ANY, NAMED, Flow, Outcome, Question, written
from collector_guard.flow.when import ALWAYS, AllOf, AnyOf, Condition, Is, Test, Within
from collector_guard.render.naming import span_words
from collector_guard.wording.sentences import colon, listed, quoted, sentence, word

# Of facts and outcomes the first that holds counts.
HOW = {"facts": "how-facts", "outcomes": "how-outcomes"}
Label = Callable[[str, str], str]


def condition_words(condition: Condition, language: str) -> str:
    """A condition by its ids: `where: outside or inside; power: none`; `always` where there is none."""
    return _words(condition, language, _id)


def labelled_condition_words(condition: Condition, flow: Flow) -> str:
    """A condition with the words of every choice behind its id: `where: outside “Outside the door”`."""

    def labelled(name: str, value: str) -> str:
        question = flow.question(name)
        label = question.label(value) if question else value
        return value if label == value else f"{value} {quoted(label)}"

    return _words(condition, flow.language, labelled)


def last_condition_words(condition: Condition, language: str) -> str:
    """The condition of what comes last of several of which the first counts: `otherwise` where there is none."""
    return sentence("when-else", language) if condition == ALWAYS else condition_words(condition, language)


def tests_words(tests: Iterable[Test], language: str) -> str:
    """Say what lines ask of the one name that they read, without the name: `outside or inside`."""
    values = (_values(test, language, _id) for test in tests)
    return sentence("and-then", language).join(dict.fromkeys(values))


def kind_heading(kind: str, language: str) -> str:
    """A kind of entries as a heading: `Questions`."""
    return word(kind, language).capitalize()


def marks_of_question(question: Question, flow: Flow) -> list[str]:
    """Say what is special about a question: advice after it, and that it is for the day of the visit."""
    marks = {"advice-after": question.advise, "is-visit-day": question.id == flow.visit_day}
    return [sentence(kind, flow.language) for kind, holds in marks.items() if holds]


def marks_of_outcome(outcome: Outcome, language: str) -> list[str]:
    """Say what is special about an outcome: that it ends asking, and that nothing stands beside its card."""
    marks = {"ends-at-once": outcome.at_once, "stands-alone": outcome.alone}
    return [sentence(kind, language) for kind, holds in marks.items() if holds]


def named_words(named: Mapping[str, tuple[str, ...]], language: str) -> str:
    """Say what a promise names, by kind: `act: open, let-in`."""
    kinds = ((word(NAMED[what], language), names) for what, names in named.items())
    every = sentence("named-any", language)
    lines = (_line(kind, every if names == (ANY,) else listed(names, language), language) for kind, names in kinds)
    return sentence("and-then", language).join(lines)


def _id(_: str, value: str) -> str:
    return value


def _words(condition: Condition, language: str, label: Label) -> str:
    condition = _less_wrapping(condition)
    if condition == ALWAYS:
        return sentence("when-always", language)
    match condition:
        case AllOf(parts):
            return sentence("and-then", language).join(_part(part, language, label) for part in parts)
        case AnyOf(parts):
            return sentence("when-or", language).join(_alternative(part, language, label) for part in parts)
    return _line(condition.name, _values(condition, language, label), language)


def _part(condition: Condition, language: str, label: Label) -> str:
    """One of several that must all hold; alternatives among them stand in brackets."""
    words = _words(condition, language, label)
    several = isinstance(_less_wrapping(condition), AnyOf)
    return sentence("in-brackets", language, words=words) if several else words


def _alternative(condition: Condition, language: str, label: Label) -> str:
    """One of several of which any may hold, in brackets: its own "or" must not run into theirs."""
    condition = _less_wrapping(condition)
    words = _words(condition, language, label)
    single = isinstance(condition, Is) and len(condition.values) == 1
    return words if single else sentence("in-brackets", language, words=words)


def _less_wrapping(condition: Condition) -> Condition:
    """A condition that is no list of one."""
    while isinstance(condition, AllOf | AnyOf) and len(condition.parts) == 1:
        condition = condition.parts[0]
    return condition


def _line(name: str, values: str, language: str) -> str:
    return colon(name, language) + values


def _values(test: Test, language: str, label: Label) -> str:
    if isinstance(test, Is):
        return sentence("when-or", language).join(label(test.name, value) for value in test.values)
    if isinstance(test, Within):
        measures = {"when-from": test.start, "when-before": test.before}
        bounds = {kind: written(measure) for kind, measure in measures.items() if measure}
    else:
        spans = {"when-older": test.older, "when-newer": test.newer}
        bounds = {kind: span_words(span, language) for kind, span in spans.items() if span}
    return listed((sentence(kind, language, bound=bound) for kind, bound in bounds.items()), language)
