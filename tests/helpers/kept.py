"""Whole outputs, kept as files under tests/snapshots/."""

import os
import re
from io import StringIO

from folders import TESTS

from collector_guard.render.formats import plain, terminal

SNAPSHOTS = TESTS / "snapshots"


def is_as_kept(name, text):
    """Whether a text is what the file of that name holds; CG_RENEW_SNAPSHOTS=1 makes it so."""
    file = SNAPSHOTS / name
    if os.environ.get("CG_RENEW_SNAPSHOTS") == "1":
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.exists(), f"{name} is missing: run with CG_RENEW_SNAPSHOTS=1, then read it"
    return text == file.read_text(encoding="utf-8")


def printed(lines):
    stream = StringIO()
    plain.show(lines, stream)
    return stream.getvalue()


def painted(lines, columns):
    stream = StringIO()
    terminal.show(lines, stream, columns, {"TERM": "xterm"})
    return stream.getvalue()


def unpainted(text):
    """A text without the sequences that a terminal obeys."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)


def ids(flow):
    """Every id that a flow defines."""
    entries = (flow.questions, flow.facts, flow.findings, flow.steps, flow.outcomes, flow.promises)
    named = [one.id for those in entries for one in those]
    named += [choice.id for question in flow.questions for choice in question.choices]
    return named + [row.value for fact in flow.facts for row in fact.rows]


def stands_in(name, text):
    """Whether a name stands in a text by itself, and not as a part of a longer one."""
    return re.search(rf"(?<![a-z0-9-]){re.escape(name)}(?![a-z0-9-])", text) is not None
