"""Read answers files, and what goes into them."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collector_guard.files.data_file import FILE_NOT_TEXT, FILE_TOO_LARGE, FILE_UNREADABLE, text_of
from collector_guard.files.errors import Problem, StatedError, Typed, UsageError
from collector_guard.flow.gate import UncleanAnswer, accept, last_day_of
from collector_guard.flow.model import Flow, Question, Taken, written
from collector_guard.flow.situation import NO_ANSWERS, Answers

FORMAT = 1
# What is said of a file whose text cannot be had.
UNREAD = {FILE_UNREADABLE: "answers-unreadable", FILE_TOO_LARGE: "answers-too-large", FILE_NOT_TEXT: "answers-not-text"}
KEYS = {"format", "flow", "answers", "again"}


class InFile(NamedTuple):
    """The content of an answers file: answers by question, and the questions among them that are to be asked again."""

    answers: Answers = NO_ANSWERS
    again: frozenset[str] = frozenset()

    def text(self, flow_id: str) -> bytes:
        """The file as `read_answers` reads it back."""
        tree: dict[str, object] = {"format": FORMAT, "flow": flow_id}
        tree["answers"] = {name: [*map(written, taken)] for name, taken in self.answers.items()}
        if self.again:
            tree["again"] = [name for name in self.answers if name in self.again]
        return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode()


class Given(NamedTuple):
    """The answers given in advance: `taken` counts, `said` is offered again, and both may come from a file.

    `unfit` says what of the file is no answer to the questions as they are today, which may have changed since.
    """

    taken: Answers = NO_ANSWERS
    said: Answers = NO_ANSWERS
    in_file: InFile = InFile()
    unfit: tuple[StatedError, ...] = ()


def read_answers(path: Path, flow_id: str) -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """The answers of a file as they stand there, not yet held against the questions, and what is to be asked again.

    The file is JSON: `{"flow": "doorstep", "answers": {"where": "outside", "wants": ["signature", "cash"]}}`. Under
    `again` it names the questions whose answers were taken back.
    """
    name = path.name
    try:
        tree = json.loads(_text(path), object_pairs_hook=_no_doubles)
    except (ValueError, RecursionError):
        raise StatedError("answers-broken", name=Typed(name)) from None
    answers = tree.get("answers") if isinstance(tree, dict) else None
    if not isinstance(tree, dict) or not isinstance(answers, dict) or not set(tree) <= KEYS:
        raise StatedError("answers-shape", name=Typed(name))
    if tree.get("format", FORMAT) != FORMAT:
        raise StatedError("answers-format", name=Typed(name))
    if tree.get("flow", flow_id) != flow_id:
        raise StatedError("answers-other-flow", name=Typed(name), flow=Typed(tree["flow"]))
    again = tree.get("again", [])
    if not isinstance(again, list) or not all(isinstance(question, str) for question in again):
        raise StatedError("answers-shape", name=Typed(name))
    texts = {question: _texts(name, question, answer) for question, answer in answers.items()}
    return texts, frozenset(again)


def given_answers(flow: Flow, path: Path | None, options: Sequence[str], on: date) -> Given:
    """The answers of a file and of options like `wants=signature,cash`, through the gate; an option goes first.

    What does not fit is an error in an option, and is named in a file: its flow may have changed since.
    """
    in_file, again = read_answers(path, flow.id) if path else ({}, frozenset[str]())
    by_option = _in_options(flow, options, on)
    held = {name: _fitting(flow, name, choices, on) for name, choices in in_file.items()}
    fitting = {name: one for name, one in held.items() if not isinstance(one, StatedError)}
    counting = {name: taken for name, taken in fitting.items() if name not in again}
    return Given(
        taken=counting | by_option,
        said={name: taken for name, taken in fitting.items() if name in again},
        in_file=InFile(fitting, again & fitting.keys()),
        unfit=tuple(one for name, one in held.items() if isinstance(one, StatedError) and name not in by_option),
    )


def _in_options(flow: Flow, options: Sequence[str], on: date) -> dict[str, Taken]:
    in_options: dict[str, tuple[str, ...]] = {}
    for option in options:
        name, equals, choices = option.partition("=")
        if not equals or not name:
            raise UsageError("answer-form")
        if name in in_options:
            raise UsageError("answered-twice", question=Typed(name))
        in_options[name] = tuple(choices.split(","))
    return {name: _accepted(flow, _question(flow, name), choices, on) for name, choices in in_options.items()}


def _fitting(flow: Flow, name: str, choices: tuple[str, ...], on: date) -> Taken | StatedError:
    question = flow.question(name)
    if question is None:
        return StatedError("unfit-question", name=Typed(name))
    try:
        return _accepted(flow, question, choices, on)
    except UncleanAnswer:
        # What no program of ours writes is damage, not change.
        raise
    except StatedError:
        labels = " / ".join(question.label(choice) for choice in choices)
        return StatedError("unfit-answer", question=question.ask, answer=Typed(labels))


def _accepted(flow: Flow, question: Question, choices: tuple[str, ...], on: date) -> Taken:
    return accept(question, choices, on=on, until=last_day_of(question, flow, on))


def _question(flow: Flow, name: str) -> Question:
    question = flow.question(name)
    if question is not None:
        return question
    from collector_guard.files.entries import unknown

    raise unknown("question", name, (one.id for one in flow.questions))


def _text(path: Path) -> str:
    text = text_of(path, path.name)
    if isinstance(text, Problem):
        raise StatedError(UNREAD[text.kind], name=Typed(path.name))
    return text


def _texts(name: str, question: str, answer: object) -> tuple[str, ...]:
    texts = [answer] if isinstance(answer, str) else answer
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise StatedError("answers-not-words", name=Typed(name), question=Typed(question))
    return tuple(texts)


def _no_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError
    return dict(pairs)
