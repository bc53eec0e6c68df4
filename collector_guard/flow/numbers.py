"""Read a number as people type it."""

from collector_guard.flow.danger_words import in_one_form

CHINESE_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
NUMERALS = "0-9" + "".join(CHINESE_DIGITS) + "十廿"


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
