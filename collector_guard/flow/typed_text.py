"""Typed text in one form: the number that it is, and the danger word that it holds."""

from collections.abc import Iterable

# The forms that a Chinese keyboard gives to what stands on an ASCII one.
FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
ASCII_FORM = str.maketrans(FULL_WIDTH | {"　": " ", "、": ",", "《": "<", "》": ">", "〈": "<", "’": "'"})
CHINESE_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
NUMERALS = "0-9" + "".join(CHINESE_DIGITS) + "十廿"


def in_one_form(text: str) -> str:
    """The text in ASCII forms where there are any, in lower case, without spaces around it."""
    return text.translate(ASCII_FORM).strip().casefold()


def number_in(text: str) -> int | None:
    """The number in ASCII, full-width or Chinese digits (up to 九十九, or 二〇二六 digit by digit); None for others."""
    digits = in_one_form(text).replace("廿", "二十")
    if digits.isascii() and digits.isdigit():
        return int(digits)
    if len(digits) > 1 and all(digit in CHINESE_DIGITS for digit in digits):
        return int("".join(str(CHINESE_DIGITS[digit]) for digit in digits))
    tens, ten, ones = digits.partition("十")
    if not ten:
        return CHINESE_DIGITS.get(digits)
    before = CHINESE_DIGITS.get(tens) if tens else 1
    after = CHINESE_DIGITS.get(ones) if ones else 0
    return None if before is None or after is None else before * 10 + after


def danger_in(text: str, danger_words: Iterable[str]) -> str | None:
    """The first danger word that a text holds, in their order, whatever its case and spacing."""
    said = _spaceless(text)
    return next((word for word in danger_words if _spaceless(word) in said), None)


def _spaceless(text: str) -> str:
    return "".join(in_one_form(text).split())
