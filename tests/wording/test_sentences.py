"""Every sentence is found by one id, in both languages."""

import string

import pytest

from collector_guard.wording import asking, errors, help_texts, law, plan, problems, review
from collector_guard.wording.sentences import SENTENCES

TABLES = [problems.PROBLEMS, *(module.SENTENCES for module in (asking, errors, help_texts, law, plan, review))]


def test_no_two_tables_have_a_sentence_of_one_name():
    assert sum(map(len, TABLES)) == len(SENTENCES)


@pytest.mark.parametrize("kind", SENTENCES)
def test_both_languages_name_the_same_values(kind):
    chinese, english = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in SENTENCES[kind])

    assert chinese == english
