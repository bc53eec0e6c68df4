"""Read the numbers that stand in a list or range: 第50条、51条第二款, 第五十条至第五十二条, 50-52条."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from collector_guard.law.article_number import AND, Numbers, numbers_at
from collector_guard.law.folded_text import Folded

# Of a longer range only the ends are read.
LONGEST_RANGE = 20
FIGURES = "0-9〇零一二三四五六七八九十百千两万"
# Patterns are texts, which re compiles when they are first used, and keeps: most queries have one number.
_BEFORE_NUMBER = r"(?:的|中的|中|里的|里|之)?(?P<gap>[ /:,·、#§(.\-]{0,4})(?P<art>(?:art(?:icle)?s?|no)[ .]{0,2})?"
_NEXT = "(?P<joint> ?(?:以及|还有|或者|[、,;和及与或至到~-]|以|and ){0,2} ?)"
_RANGE = "[至到~-]"
_COUNTS = r"\([^()]+\)$"
_LISTED = "[、,和及与或至到~-]|以及|还有|或者"
# 第50、51条: numbers that another with 条 follows are articles as well.
_UNTIL_TIAO = f"(?:{AND}[{FIGURES}]{{1,12}}){{0,20}}条"


class Listed(NamedTuple):
    """One member of a list; `between` where it stands only between the ends of a range.

    `cut` says of the end of a range that what is between is left out.
    """

    numbers: Numbers
    between: bool = False
    cut: bool = False


def number_at(folded: Folded, place: int) -> Numbers | None:
    """The number that begins at a place; （2） at the beginning of a line counts what follows, and is no part of it."""
    numbers = numbers_at(folded.text, place)
    line = folded.line_of(place)[1]
    if numbers is None or numbers.end <= line or not re.match(_COUNTS, folded.text[line : numbers.end]):
        return numbers
    alone = numbers_at(folded.text[place:line], 0)
    return alone._replace(start=place, end=place + alone.end) if alone else None


def number_after(folded: Folded, place: int, *, latin: bool) -> Numbers | None:
    """The number that stands behind a name that ends at a place, a Latin one or a Chinese one."""
    skipped = re.compile(_BEFORE_NUMBER).match(folded.text, place)
    after = skipped.end() if skipped else place
    numbers = number_at(folded, after)
    if numbers is None or numbers.marked or numbers.inserted:
        return numbers
    # Without 第 and 条 it is the article of a law only right beside its name: 民法典1032, not 民法典，3.
    loose = skipped is not None and not latin and not skipped["art"] and re.search("[,:、]", skipped["gap"])
    return None if loose or _on_another_line(folded, place, after) else numbers


def listed(folded: Folded, first: Numbers, is_name: Callable[[int], bool]) -> Iterator[Listed]:
    """A number and those that follow it in a list; those between the ends of a range, where it is not too long."""
    yield Listed(first)
    last = first
    while following := _next(folded, first, last, is_name):
        joint, numbers = following
        between = _between(last, numbers) if re.search(_RANGE, joint) else range(0)
        cut = len(between) > LONGEST_RANGE
        for article in () if cut else between:
            yield Listed(numbers._replace(numbers=((str(article), None, None),), start=last.start), between=True)
        yield Listed(numbers, cut=cut)
        last = numbers


def _next(folded: Folded, first: Numbers, last: Numbers, is_name: Callable[[int], bool]) -> tuple[str, Numbers] | None:
    """The next number of a list, and what joins it."""
    match = re.compile(_NEXT).match(folded.text, last.end)
    if match is None or is_name(match.end()):
        return None
    joint, numbers = match["joint"], number_at(folded, match.end())
    if numbers is None or (not joint and not numbers.ordinal):
        return None
    if _on_another_line(folded, last.end, match.end()) and not re.search(_LISTED, joint):
        return None
    if not numbers.marked and not numbers.inserted and not _unmarked_goes_on(folded.text, first, numbers, joint):
        return None
    return joint, numbers


def _unmarked_goes_on(text: str, first: Numbers, numbers: Numbers, joint: str) -> bool:
    """Whether a number without 第 and 条 is of the list: 民法典1032、1033; 第50、51条."""
    if re.compile(_UNTIL_TIAO).match(text, numbers.end):
        return True
    return not first.marked and ";" not in joint and re.compile("[.)]|、[一-鿿]").match(text, numbers.end) is None


def _between(first: Numbers, last: Numbers) -> range:
    """The articles between the ends of a range."""
    start, end = first.numbers[-1][0], last.numbers[0][0]
    return range(0) if "-" in start + end else range(int(start) + 1, int(end))


def _on_another_line(folded: Folded, place: int, after: int) -> bool:
    """Whether a line ends between what ends at one place and what begins at another."""
    return folded.line_of(place - 1)[1] <= after < len(folded.text)
