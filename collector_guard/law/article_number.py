"""Read and write the number of an article: 第五十条第一款第（五）项, 293条之一, 50.1.5, 50(1)(5)."""

import re
from typing import NamedTuple

MOST_DIGITS = 4
# No article has so many paragraphs or items.
LONGEST_PARTS = 30
_RANGES = ("至", "到", "~")
# The Civil Code has the most articles of all laws.
MOST_ARTICLES = 1260
FIRST_IN_FIGURES = 10_000
YEARS = range(1900, 2101)
AND = "[、,;和及与或至到~]"
# 一0三二 comes from scanning.
_NUMERAL = (
    "(?:[0-9]{1,4}(?![0-9])|[〇零一二三四五六七八九十百千两]{1,12}(?![0〇零一二三四五六七八九十百千两])"
    "|[一二三四五六七八九][0〇零一二三四五六七八九]{1,3}(?![0〇零一二三四五六七八九十百千两]))"
)
_LONG_NUMERAL = (
    "(?:[0-9]{5,9}(?=条)|[〇零一二三四五六七八九十百千两]{0,12}万[〇零一二三四五六七八九十百千两]{0,12}(?=条))"
)
# Patterns are texts, which re compiles when they are first used, and keeps: most queries hold no number.
_ARTICLE = f"""(?x)
    (?:(?P<ordinal>第)|(?<![0-9])(?<![0-9][.]))(?P<article>{_LONG_NUMERAL}|{_NUMERAL})(?P<tiao>条)?
    (?:(?:之|(?P<hyphen>-)(?=[1-9](?![0-9])))(?P<inserted>{_NUMERAL}|(?<=之)-(?![0-9]))(?P<late_tiao>条)?)?"""
_WITHIN = f"""(?x)(?:
      [.。](?P<paragraph>[0-9]{{1,2}})(?![0-9])(?:[.。](?P<item>[0-9]{{1,2}})(?![0-9]))?
    | \\((?P<first>{_NUMERAL})\\)(?:\\((?P<second>{_NUMERAL})\\))?(?!项|款|{AND}第?\\()
    | \\ ?para(?:graph)?\\.?\\ ?(?P<para>[0-9]{{1,2}})(?:[ ,]{{0,2}}item\\ ?(?P<para_item>[0-9]{{1,2}}))?
    )"""
_IN_PARENTHESES = f"\\(?{_NUMERAL}\\)?"
# 第一款; 第（一）、（二）项; 、第二款.
_NEXT_PART = f"(?:{AND}|(?<=\\)))第?{_IN_PARENTHESES}"
_PART = (
    f"(?:(?P<range>[至到~])|{AND}|以及|还有|的)?第?"
    f"(?P<numerals>{_IN_PARENTHESES}(?:{_NEXT_PART}){{0,19}})(?P<kind>[款项])"
)
# 3年, 20个, 24%, 22:00, 第三款: a count or a part, not an article.
_COUNTED = "[年月日天个万元块次岁倍种号期点分人名章编节款项%大宗]|:[0-9]|[a-z]"
# 第3条短信 counts messages.
_NO_ARTICLE = "路(?!线)|街|巷|短信|消息|微信|语音|留言|评论|回复|理由|建议|记录|线索|新闻|视频|弹幕|朋友圈|聊天"
# 第二，报警 counts reasons.
_COUNTING_ON = "[,:;、](?![第0-9一二三四五六七八九十])"
MOST_REASONS = 20
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

    @property
    def marked(self) -> bool:
        """Whether it can be nothing but an article."""
        return self.ordinal or self.article

    @property
    def inserted(self) -> bool:
        """Whether it names an article that was put in later: 第二百九十三条之一."""
        return "-" in self.numbers[0][0]


def numbers_at(text: str, place: int) -> Numbers | None:
    """The article, its paragraphs and items that begin at a place of a folded text, if any do."""
    match = re.compile(_ARTICLE).match(text, place)
    if match is None:
        return None
    end, inserted, article = match.end(), match["inserted"], bool(match["tiao"] or match["late_tiao"])
    value = _value(match["article"])
    # 之— comes from scanning.
    inserted = "1" if inserted == "-" else inserted
    if value and match["hyphen"] and int(inserted) > value:
        # 3-5条 are three articles, 293-1 is one.
        end, inserted, article = match.start("hyphen"), None, bool(match["tiao"])
    if not value or (inserted and not _value(inserted)):
        return None
    if article and re.compile(_NO_ARTICLE).match(text, end):
        return None
    parts, within = _within(text, end, marked=article)
    after = text[within : within + 2]
    marked = article or inserted is not None or (within > end and not re.match(_COUNTED, after))
    if not (marked or (within == end and _is_article(match["article"], value, after))):
        return None
    if match["ordinal"] and not marked and value <= MOST_REASONS and re.match(_COUNTING_ON, after):
        return None
    base = str(value) + (f"-{_value(inserted)}" if inserted else "")
    numbers = tuple((base, *part) for part in parts)
    return Numbers(numbers, place, within, ordinal=match["ordinal"] is not None, article=article)


def parts_at(text: str, place: int) -> tuple[tuple[tuple[str | None, str | None], ...], int]:
    """The paragraphs and items named from a place on, as (paragraph, item), and where they end.

    An item without a paragraph is in the first one, as in our data.
    """
    named: list[tuple[str | None, str | None]] = []
    paragraph: str | None = None
    has_items = False
    while match := re.compile(_PART).match(text, place):
        before = (named[-1][1] if has_items else None) if match["kind"] == "项" else paragraph
        values = _values(match["numerals"], before if match["range"] else None)
        if match["kind"] == "款":
            if paragraph and not has_items:
                named.append((paragraph, None))
            named += [(value, None) for value in values[:-1]]
            paragraph, has_items = values[-1], False
        else:
            named += [(paragraph or "1", value) for value in values]
            has_items = True
        place = match.end()
    if paragraph and not has_items:
        named.append((paragraph, None))
    return tuple(named), place


def _values(numerals: str, last: str | None) -> list[str | None]:
    """The values of numerals in a list or range, what is between the ends of a range with them."""
    values: list[str | None] = []
    before = int(last) if last else None
    for joint, numeral in re.findall(f"({AND}?)第?\\(?({_NUMERAL})", numerals):
        value = _value(numeral)
        if value and before and (joint in _RANGES or not values) and before + 1 < value <= before + LONGEST_PARTS:
            values += map(str, range(before + 1, value))
        values.append(str(value) if value else None)
        before = value
    return values


def written_out(article: str) -> str:
    """The name of an article as laws write it: 第二百九十三条之一 for 293-1."""
    number, _, inserted = article.partition("-")
    return f"第{_numeral(int(number))}条" + (f"之{_numeral(int(inserted))}" if inserted else "")


def _within(text: str, place: int, *, marked: bool) -> tuple[tuple[tuple[str | None, str | None], ...], int]:
    """Paragraph and item, once for each that is named, in any form, and where they end.

    Behind 条, 。1 begins another sentence and （一） may count what follows.
    """
    match = re.compile(_WITHIN).match(text, place)
    if match and marked and (match["paragraph"] or re.compile(_CHINESE).match(text, match.end())):
        match = None
    if match is None:
        named, end = parts_at(text, place) if text[place : place + 1] not in AND[1:-1] else ((), place)
        return (named, end) if named else (((None, None),), place)
    if match["first"]:
        first, second = _text(match["first"]), _text(match["second"] or "")
        return (((first, second),) if second else (("1", first),)), match.end()
    paragraph, item = match["paragraph"] or match["para"], match["item"] or match["para_item"]
    return ((_text(paragraph), _text(item or "")),), match.end()


def _is_article(numeral: str, value: int, after: str) -> bool:
    """Whether a number without 条 can be an article: not a count, not a year, not 一 of 一直."""
    if re.match(_COUNTED, after) or value in YEARS:
        return False
    return numeral.isascii() or not re.match(_CHINESE, after) or re.match(AND, after) is not None


def _numeral(value: int) -> str:
    """A number in Chinese: 一千零三十二, 十七; in figures from 10,000."""
    if value >= FIRST_IN_FIGURES:
        return str(value)
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
    if "万" in numeral:
        many, _, rest = numeral.partition("万")
        return (_value(many) or 1) * 10_000 + (_value(rest) or 0)
    if not any(character in _UNITS for character in numeral):
        figures = (str(_DIGITS.get(character, 0)) for character in numeral)
        return int("".join(figures)) if len(numeral) <= MOST_DIGITS else None
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
