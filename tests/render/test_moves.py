"""What is said of a number that moved is the same in every form of the output."""

import re

import pytest
from laws_by_hand import TODAY, laws_by_hand

from collector_guard.law.citation import Citation
from collector_guard.law.lookup import look_up
from collector_guard.law.search import Cited
from collector_guard.library.load import folder, load_laws
from collector_guard.render.formats import markdown
from collector_guard.render.law.answer import answer_lines
from collector_guard.render.law.moves import parts_of

LAWS = laws_by_hand()
OF_LAST_YEAR = TODAY.replace(year=2025)
CASES = [
    pytest.param(
        ("public-security", "42"),
        TODAY,
        [
            "2026-01-01 以前的治安管理处罚法第42条，现在是治安管理处罚法第50条。",
            "2026-11-23 的治安管理处罚法第42条是：",
        ],
        id="another rule has the number today",
    ),
    pytest.param(
        ("public-security", "77"),
        TODAY,
        [
            "2026-01-01 以前的治安管理处罚法第77条是另一条规定，没有收录现在对应的条文。",
            "2026-11-23 的治安管理处罚法第77条没有收录。",
        ],
        id="the rule stands nowhere today",
    ),
    pytest.param(
        ("public-security", "50"),
        OF_LAST_YEAR,
        [
            (
                "2026-01-01 起的治安管理处罚法第50条，在 2025-11-23 是"
                "治安管理处罚法（2012）第42条第1款第1项、治安管理处罚法（2012）第42条第1款第5项。"
            )
        ],
        id="a number of a newer text",
    ),
    pytest.param(
        ("public-security", "50", "1", "3"),
        TODAY,
        ["治安管理处罚法第50条第1款第3项 没有单独收录，下面是收录的 治安管理处罚法第50条第1款。"],
        id="only what it is part of",
    ),
    pytest.param(("public-security", "9"), TODAY, [], id="it never moved"),
]


def looked_up(parts, day):
    law_id, article, paragraph, item = (*parts, None, None)[:4]
    return look_up(LAWS, Citation(law_id, article, paragraph, item, article), day)


@pytest.mark.parametrize(("parts", "day", "expected"), CASES)
def test_every_remark_stands_in_every_form(parts, day, expected):
    found = looked_up(parts, day)
    answer = Cited((found,), ())

    document = markdown.law(answer, None, LAWS, 80, "zh", None)
    screen = "".join(line.text for line in answer_lines(answer, LAWS, 40, "zh"))

    remarks = [part.remark for part in parts_of(found, "zh") if part.remark]
    assert remarks == expected
    for remark in remarks:
        assert remark.replace(" ", "") in re.sub(r"[\s\\]", "", document)
        assert remark.replace(" ", "") in screen.replace(" ", "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_rule_that_moved_stands_below_its_remark_in_a_document(language):
    answer = Cited((looked_up(("public-security", "42"), TODAY),), ())

    lines = markdown.law(answer, None, LAWS, 80, language, None).splitlines()

    order = [line.partition(" ")[0] for line in lines if line.startswith("#")]
    assert order == ["#", "##", "##", "#", "##"]


def test_an_old_number_that_only_converts_stands_below_what_has_it_today():
    found = look_up(load_laws("zh", folder()), Citation("civil-procedure", "88", None, None, "88"), TODAY)

    parts = parts_of(found, "zh")

    assert [[provision.number for provision in part.provisions] for part in parts] == [["88"], ["91"]]
    assert [bool(part.remark) for part in parts] == [False, True]
