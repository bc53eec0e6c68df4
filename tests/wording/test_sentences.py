"""Every sentence is found by one id, in both languages."""

import ast
import string
from pathlib import Path

import pytest
from problem_kinds import declared_kinds

import collector_guard
from collector_guard.files.errors import Typed
from collector_guard.wording import asking, drafts, errors, help_texts, law, plan, review
from collector_guard.wording.sentences import SENTENCES, sentence

PACKAGE = Path(collector_guard.__file__).parent
TABLES = [module.SENTENCES for module in (asking, drafts, errors, help_texts, law, plan, review)]
SAID = SENTENCES | {kind: kind.says for kind in declared_kinds().values()}


def test_no_two_tables_have_a_sentence_of_one_name():
    assert sum(map(len, TABLES)) == len(SENTENCES)


@pytest.mark.parametrize("kind", SAID)
def test_both_languages_name_the_same_values(kind):
    chinese, english = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in SAID[kind])

    assert chinese == english


def test_every_sentence_is_asked_for_somewhere_by_its_whole_name():
    named = set()
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name != "wording" or path.name == "sentences.py":
            strings = (node.value for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Constant))
            named |= {text for text in strings if isinstance(text, str)}

    assert SENTENCES.keys() - named == set()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(Typed("x" * 41), "x" * 40 + "…", id="what was typed"),
        pytest.param("x" * 41, "x" * 41, id="our own words"),
        pytest.param(("x" * 41, Typed("y\x07")), "x" * 41 + ", y", id="a list"),
        pytest.param(3, "3", id="a number"),
    ],
)
def test_only_what_a_person_typed_is_shortened(value, shown):
    assert sentence("unfit-question", "en", name=value).startswith(f"There is no longer a question '{shown}'")
