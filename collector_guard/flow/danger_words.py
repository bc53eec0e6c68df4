"""Find the danger words of a flow in what is typed."""

from collections.abc import Iterable

# The forms that a Chinese keyboard gives to what stands on an ASCII one.
FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
ASCII_FORM = str.maketrans(FULL_WIDTH | {"　": " ", "、": ",", "《": "<", "》": ">", "〈": "<", "’": "'"})


def in_one_form(text: str) -> str:
    """The text in ASCII forms where there are any, in lower case, without spaces around it."""
    return text.translate(ASCII_FORM).strip().casefold()


def danger_in(text: str, danger_words: Iterable[str]) -> str | None:
    """The first danger word that a text holds, in their order, whatever its case and spacing."""
    said = _spaceless(text)
    return next((word for word in danger_words if _spaceless(word) in said), None)


def _spaceless(text: str) -> str:
    return "".join(in_one_form(text).split())
