"""A sentence that speaks of something else than the article it cites is told, and of which it may speak."""

from pathlib import Path

import pytest
import yaml

from collector_guard.law.pasted_text import check_text
from collector_guard.library.load import folder, load_laws

LAWS = load_laws("zh", folder())
SUBJECTS = yaml.safe_load((Path(__file__).parent / "subjects.yaml").read_text(encoding="utf-8"))


def meant(text, today):
    """What a text may mean, by its citations."""
    return [[provision.cite for provision in judged.meant] for judged in check_text(text, LAWS, today, None).judged]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS["does-not-fit"].items())
def test_a_number_that_does_not_fit_its_sentence_is_told(text, expected, today):
    [found] = meant(text, today)

    assert expected in found


@pytest.mark.parametrize(("text", "expected"), SUBJECTS["second-does-not-fit"].items())
def test_a_number_that_does_not_fit_is_told_beside_one_that_does(text, expected, today):
    right, wrong = meant(text, today)

    assert not right
    assert expected in wrong


@pytest.mark.parametrize("text", SUBJECTS["fits"])
def test_a_number_that_fits_its_sentence_is_left_alone(text, today):
    assert [found for found in meant(text, today) if found] == []


def test_an_article_of_a_crime_is_told_by_the_name_of_the_crime(today):
    assert meant("他的行为构成寻衅滋事罪，依照《刑法》第264条处罚。", today) == [["criminal-law/293"]]


def test_the_numbers_of_a_list_are_told_once(today):
    found = meant("侵犯隐私，见《民法典》第133条、第124条、第601条。", today)

    assert [bool(one) for one in found] == [True, False, False]
