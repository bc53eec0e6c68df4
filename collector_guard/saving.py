"""Read answers files."""

from __future__ import annotations

import json
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

from collector_guard.entries import nearest_name
from collector_guard.errors import StatedError, UsageError
from collector_guard.flow import Flow, Question
from collector_guard.triage import Taken, accept

LARGEST_FILE = 1024 * 1024


def read_answers(path: Path, flow_id: str) -> Mapping[str, tuple[str, ...]]:
    """The answers of a file, by question id, as they stand there: not yet held against the questions.

    The file is JSON: `{"flow": "doorstep", "answers": {"where": "outside", "wants": ["signature", "cash"]}}`.
    """
    name = path.name
    try:
        tree = json.loads(_text(path), object_pairs_hook=_no_doubles)
    except (ValueError, RecursionError):
        raise StatedError("answers-broken", name=name) from None
    answers = tree.get("answers") if isinstance(tree, dict) else None
    if not isinstance(tree, dict) or not isinstance(answers, dict) or not set(tree) <= {"format", "flow", "answers"}:
        raise StatedError("answers-shape", name=name)
    if tree.get("format", 1) != 1:
        raise StatedError("answers-format", name=name)
    if tree.get("flow", flow_id) != flow_id:
        raise StatedError("answers-other-flow", name=name, flow=str(tree["flow"]))
    return {question: _texts(name, question, answer) for question, answer in answers.items()}


def given_answers(flow: Flow, path: Path | None, options: Sequence[str]) -> dict[str, Taken]:
    """The answers of a file and of options like `wants=signature,cash`, through the gate; an option goes first."""
    in_file = read_answers(path, flow.id) if path else {}
    in_options: dict[str, tuple[str, ...]] = {}
    for option in options:
        name, equals, choices = option.partition("=")
        if not equals or not name:
            raise UsageError("answer-form")
        if name in in_options:
            raise UsageError("answered-twice", question=name)
        in_options[name] = tuple(choices.split(","))
    return {name: accept(_question(flow, name), texts) for name, texts in {**in_file, **in_options}.items()}


def _question(flow: Flow, name: str) -> Question:
    question = flow.question(name)
    if question is not None:
        return question
    known = tuple(one.id for one in flow.questions)
    if nearest := nearest_name(name, known):
        raise StatedError("unknown-question-near", name=name, nearest=nearest)
    raise StatedError("unknown-question", name=name, known=known)


def _text(path: Path) -> str:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise StatedError("answers-unreadable", name=path.name)
        if status.st_size > LARGEST_FILE:
            raise StatedError("answers-too-large", name=path.name)
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise StatedError("answers-not-text", name=path.name) from None
    except OSError:
        raise StatedError("answers-unreadable", name=path.name) from None


def _texts(name: str, question: str, answer: object) -> tuple[str, ...]:
    texts = [answer] if isinstance(answer, str) else answer
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise StatedError("answers-not-words", name=name, question=question)
    return tuple(texts)


def _no_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError
    return dict(pairs)
