"""Read and write the number of an article: 第五十条第一款第（五）项, 293条之一, 50.1.5, 50(1)(5)."""

import re
from typing import NamedTuple

MOST_DIGITS = 4
YEARS = range(1900, 2101)
AND = "[、,;和及与或至到~]"
_NUMERAL = "(?:[0-9]{1,4}(?![0-9])|[〇零一二三四五六七八九十百千两]{1,12})"
# Patterns are texts, which re compiles when they are first used, and keeps: most queries hold no number.
_ARTICLE = f"""(?x)
    (?<![0-9])(?<![0-9][.])(?P<ordinal>第)?(?P<article>{_NUMERAL})(?P<tiao>条)?
    (?:(?:之|-(?=[1-9](?![0-9])))(?P<inserted>{_NUMERAL})(?P<late_tiao>条)?)?"""
_WITHIN = f"""(?x)(?:
      [.。](?P<paragraph>[0-9]{{1,2}})(?![0-9])(?:[.。](?P<item>[0-9]{{1,2}})(?![0-9]))?
    | \\((?P<first>{_NUMERAL})\\)(?:\\((?P<second>{_NUMERAL})\\))?(?!项|{AND})
    | \\ ?para(?:graph)?\\.?\\ ?(?P<para>[0-9]{{1,2}})(?:[ ,]{{0,2}}item\\ ?(?P<para_item>[0-9]{{1,2}}))?
    | (?:第?(?P<paragraphs>{_NUMERAL}(?:款?{AND}第?{_NUMERAL}){{0,9}})款)?
      (?:第?(?P<items>\\(?{_NUMERAL}\\)?(?:项?{AND}第?\\(?{_NUMERAL}\\)?){{0,9}})项)?
    )"""
# 3年, 20个, 24%, 22:00, 第三款: a count or a part, not an article.
_COUNTED = "[年月日天个万元块次岁倍种号期点分人名章编节款项%]|:[0-9]|[a-z]"
_CHINESE = "[一-鿿]"
_NUMERALS = "零一二三四五六七八九"
_DIGITS = {numeral: value for value, numeral in enumerate(_NUMERALS)} | {"〇": 0, "两": 2}
_UNITS = {"千": 1000, "百": 100, "十": 10}
NUMERALS = frozenset("0123456789").union(_DIGITS, _UNITS)


class Numbers(NamedTuple):
    """What one expression names: article, paragraph, item; `ordinal` and `article` tell whether 第 and 条 stand."""

    numbers: tuple[tuple[str, str | None, str | None], ...]
    start: int
    end: int
    ordinal: bool
    article: bool


def numbers_at(text: str, place: int) -> Numbers | None:
    """The article, its paragraphs and items that begin at a place of a folded text, if any do."""
    match = re.compile(_ARTICLE).match(text, place)
    if match is None:
        return None
    within = re.compile(_WITHIN).match(text, match.end())
    end = within.end() if within else match.end()
    article = match["tiao"] is not None or match["late_tiao"] is not None
    ordinal = match["ordinal"] is not None
    marked = article or match["inserted"] is not None or end > match.end()
    value, inserted = _value(match["article"]), _value(match["inserted"] or "1")
    if not value or not inserted or not (marked or _is_article(match["article"], value, text[end : end + 2])):
        return None
    base = str(value) + (f"-{inserted}" if match["inserted"] else "")
    parts = _parts(within) if within else ((None, None),)
    return Numbers(tuple((base, *part) for part in parts), place, end, ordinal, article)


def written_out(article: str) -> str:
    """The name of an article as laws write it: 第二百九十三条之一 for 293-1."""
    number, _, inserted = article.partition("-")
    return f"第{_numeral(int(number))}条" + (f"之{_numeral(int(inserted))}" if inserted else "")


def _is_article(numeral: str, value: int, after: str) -> bool:
    """Whether a number without 条 can be an article: not a count, not a year, not 一 of 一直."""
    if re.match(_COUNTED, after) or value in YEARS:
        return False
    return numeral.isascii() or not re.match(_CHINESE, after) or re.match(AND, after) is not None


def _parts(within: re.Match[str]) -> tuple[tuple[str | None, str | None], ...]:
    """Paragraph and item, once for each that is named; the last paragraph is the one that the items are in."""
    first, second = within["first"], within["second"]
    if first:
        return ((_text(first), _text(second)),) if second else (("1", _text(first)),)
    if within["para"]:
        return ((_text(within["para"]), _text(within["para_item"] or "")),)
    if within["paragraph"]:
        return ((_text(within["paragraph"]), _text(within["item"] or "")),)
    paragraphs = [_text(numeral) for numeral in re.findall(_NUMERAL, within["paragraphs"] or "")]
    items = [_text(numeral) for numeral in re.findall(_NUMERAL, within["items"] or "")]
    *whole, last = paragraphs or [None]
    named: list[tuple[str | None, str | None]] = [(paragraph, None) for paragraph in whole]
    return (*named, *(((last or "1"), item) for item in items)) if items else (*named, (last, None))


def _numeral(value: int) -> str:
    """A number up to 9,999 in Chinese: 一千零三十二, 十七."""
    written, skipped = "", False
    for numeral, unit in (*_UNITS.items(), ("", 1)):
        digit = value // unit % 10
        if digit:
            written += ("零" if skipped and written else "") + _NUMERALS[digit] + numeral
        skipped = not digit
    return written.removeprefix("一") if written.startswith("一十") else written


def _text(numeral: str) -> str | None:
    value = _value(numeral)
    return str(value) if value else None


def _value(numeral: str) -> int | None:
    """The value of a numeral in figures or Chinese (一千零三十二, 一〇三二); None where it is not one."""
    if numeral.isascii():
        return int(numeral) if numeral else None
    if not any(character in _UNITS for character in numeral):
        return int("".join(str(_DIGITS[character]) for character in numeral)) if len(numeral) <= MOST_DIGITS else None
    total, digit, smallest = 0, None, 10_000
    for character in numeral:
        unit = _UNITS.get(character)
        if unit is None:
            if digit:
                return None
            digit = _DIGITS[character]
            continue
        if unit >= smallest or (digit == 0 and character != "十"):
            return None
        total, digit, smallest = total + (digit or 1) * unit, None, unit
    return total + (digit or 0)
