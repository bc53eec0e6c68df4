"""Read the citations that people type: 治安管理处罚法42, 民法典第一千零三十二条, mfd1032, psa 50."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from collector_guard.files.errors import StatedError
from collector_guard.law.article_number import AND, NUMERALS, Numbers, numbers_at
from collector_guard.law.model import Laws

LONGEST_QUERY = 1_000
REPUBLIC = "中华人民共和国"
SHORTEST_STEM = 4
_QUOTES = frozenset("《》〈〉<>“”\"'‘’「」『』`")
# Patterns are texts, which re compiles when they are first used, and keeps: most queries cite nothing.
_NEEDLESS = "(?<![a-z0-9]) | (?![a-z0-9])"
_OPENING_MARKS = ("《", "〈")
_CLOSING_MARKS = ("》", "〉")
_DASHES = dict.fromkeys(map(ord, "‐‑–—−_"), "-")
_IN_ONE_FORM = {**_DASHES, **dict.fromkeys(map(ord, _QUOTES))}
_KINDS = ("司法解释", "规定", "解释")
_TRIAL = r"\((?:试行|暂行|gb[^()]+)\)$"
_EDITION = r"\((?:(?:19|20)[0-9]{2}[^()]{0,12}|[^()0-9]{1,12})\)"
_BEFORE_NUMBER = r"[ /:,·、#§(.\-]{0,4}(?:art(?:icle)?s?[ .]{0,2})?"
_NEXT_IN_LIST = f" ?(?:{AND}|-|以|(?<= )and ){{0,2}} ?"
_WORD = "/([a-z][a-z-]{0,40})"
_UNKNOWN = (
    "(?P<chinese>[一-鿿]{1,30}(?:法|典|条例|规定|解释|办法|公约|规则|意见|决定|标准|指引|细则|批复|通知|通则))$"
    "|(?P<latin>[a-z][a-z -]{0,40}(?:law|act|code|rules?))$"
)
_UNKNOWN_ID = "([a-z][a-z0-9-]{1,40})/$"
_OPENINGS = f"^(?:根据|依据|按照|依照|违反|请问|是不是|关于|和|及|与|新|旧|{REPUBLIC})+"
# Laws that are not in the library and whose names end with that of one that is or may be.
_LONGER_NAMES = ("劳动合同法", "调解仲裁法", "武装警察法", "人民银行法")
_NO_LAWS = (
    "违法",
    "合法",
    "非法",
    "犯法",
    "无法",
    "没法",
    "方法",
    "执法",
    "说法",
    "做法",
    "想法",
    "看法",
    "依法",
    "没办法",
)


class Citation(NamedTuple):
    """A provision asked for; `article` is a number, 293-1 for 第二百九十三条之一, or the word that names it."""

    law_id: str
    article: str
    paragraph: str | None
    item: str | None
    as_written: str

    @property
    def number(self) -> str:
        """The number as our data writes it: article[.paragraph[.item]]."""
        return ".".join(part for part in (self.article, self.paragraph, self.item) if part)


class UnknownLaw(NamedTuple):
    """A number of a law that is not among the names."""

    name: str
    number: str
    as_written: str


class BareNumber(NamedTuple):
    """A number without a law; `plain` where it was written without 第 and 条, as the number of a topic is."""

    number: str
    plain: bool
    as_written: str


class NamedLaw(NamedTuple):
    """A law named without a number."""

    law_id: str
    as_written: str


Read = Citation | UnknownLaw | BareNumber


def law_names(laws: Laws) -> dict[str, str]:
    """Every name a law goes by, as `citations_in` compares them, with the law's id.

    A name may lack 规定, 解释 or （试行） at its end where no law has what is left for a name: 民间借贷26.
    """
    names: dict[str, str] = {}
    for law in laws.laws.values():
        for name in (law.id, law.id.replace("-", " "), law.title, *law.also):
            full = folded_text(name)
            folded = full.removeprefix(REPUBLIC)
            names.setdefault(full, law.id)
            names.setdefault(folded, law.id)
            names.setdefault(folded.replace(" ", ""), law.id)
    for name, law_id in tuple(names.items()):
        names.setdefault(re.sub(_TRIAL, "", name) if name.endswith(")") else name, law_id)
        stem = next((name.removesuffix(kind) for kind in _KINDS if name.endswith(kind)), name)
        if len(stem) >= SHORTEST_STEM:
            names.setdefault(stem, law_id)
    return names


def may_cite(query: str) -> bool:
    """Whether a text can hold a citation, which has a number or a word behind a slash; much quicker than reading it."""
    return not NUMERALS.union("/").isdisjoint(folded_text(query))


def citations_in(query: str, names: Mapping[str, str]) -> tuple[Read, ...]:
    """Every citation in a text, in its order; numbers that follow one in a list are of the same law.

    Of names that begin at one place the longest counts. A range gives its two ends. A number without a law counts
    where it is the whole text or is written 第…条. An item without a paragraph is in paragraph 1, as in our data.
    Raises StatedError (query-too-long) above LONGEST_QUERY characters.
    """
    reads = citations_and_names_in(query, names)
    return tuple(read for read in reads if not isinstance(read, NamedLaw))


def citations_and_names_in(text: str, names: Mapping[str, str]) -> tuple[Read | NamedLaw, ...]:
    """What `citations_in` reads, and the laws that are named without a number; as long a text."""
    refuse_long(text)
    return tuple(_Reader(_fold(text), names).reads())


def refuse_long(query: str) -> None:
    """Raise StatedError (query-too-long) above LONGEST_QUERY characters."""
    if len(query) > LONGEST_QUERY:
        raise StatedError("query-too-long", most=LONGEST_QUERY)


def folded_text(text: str) -> str:
    """The text in one form of writing: lower case, half width, no quotation marks, no space beside Chinese."""
    folded = unicodedata.normalize("NFKC", text).translate(_IN_ONE_FORM).lower()
    spaced = " ".join(folded.split())
    return re.sub(_NEEDLESS, "", spaced) if " " in spaced else spaced


class _Folded(NamedTuple):
    written: str
    text: str
    origins: tuple[int, ...]

    def as_written(self, start: int, end: int) -> str:
        first, last = self.origins[start], self.origins[end - 1]
        opened = self.written[first - 1 : first] in _OPENING_MARKS
        closed = opened and self.written[last + 1 : last + 2] in _CLOSING_MARKS
        return self.written[first - opened : last + 1 + closed].strip()


def _fold(written: str) -> _Folded:
    kept: list[tuple[str, int]] = []
    for index, character in enumerate(written):
        folded = character if character.isascii() else unicodedata.normalize("NFKC", character).translate(_DASHES)
        for part in folded.lower():
            if part.isspace():
                kept.append((" ", index))
            elif part not in _QUOTES and unicodedata.category(part)[0] != "C":
                kept.append((part, index))
    # A space parts Latin words and numbers; anywhere else it says nothing.
    spaced = [
        (part, index)
        for place, (part, index) in enumerate(kept)
        if part != " " or (_parts_words(kept, place - 1) and _parts_words(kept, place + 1))
    ]
    return _Folded(written, "".join(part for part, _ in spaced), tuple(index for _, index in spaced))


def _parts_words(kept: list[tuple[str, int]], place: int) -> bool:
    return 0 <= place < len(kept) and kept[place][0].isascii() and kept[place][0].isalnum()


class _Reader:
    """Reads a folded text from left to right."""

    def __init__(self, folded: _Folded, names: Mapping[str, str]) -> None:
        self.folded = folded
        self.text = folded.text
        self.names = names
        self.by_first: dict[str, list[str]] = {}
        for name in sorted(names, key=len, reverse=True):
            self.by_first.setdefault(name[0], []).append(name)

    def reads(self) -> Iterator[Read | NamedLaw]:
        place, unread = 0, 0
        while place < len(self.text):
            name = self._name_at(place)
            found: Sequence[Read | NamedLaw]
            if name:
                found, end = self._of_law(name, place)
                unread = end if found else unread
                found = found or [NamedLaw(self.names[name], self._written(place, end))]
            else:
                found, end = self._without_law(place, unread)
            yield from found
            place = end

    def _name_at(self, place: int) -> str | None:
        for name in self.by_first.get(self.text[place], ()):
            end = place + len(name)
            if self.text.startswith(name, place) and self._stands_alone(place, end):
                return None if self._ends_another(name, end) else name
        return None

    def _ends_another(self, name: str, end: int) -> bool:
        """Whether a name is the end of the longer name of another law."""
        return any(len(longer) > len(name) and self.text.endswith(longer, 0, end) for longer in _LONGER_NAMES)

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether no Latin word or number runs on across either end: `cc` is not in `access`."""
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        return not (_runs_on(before, self.text[start]) or (_runs_on(self.text[end - 1], after) and after.isalpha()))

    def _of_law(self, name: str, start: int) -> tuple[list[Read], int]:
        law_id, end = self.names[name], start + len(name)
        word = _match(_WORD, self.text, end)
        if word:
            return [Citation(law_id, word[1], None, None, self._written(start, word.end()))], word.end()
        edition = _match(_EDITION, self.text, end)
        found: list[Read] = []
        for number in self._list(self._number_after(_BEFORE_NUMBER, edition.end() if edition else end)):
            written = self._written(number.start if found else start, number.end)
            found += [Citation(law_id, *parts, written) for parts in number.numbers]
            end = number.end
        return found, end

    def _list(self, number: Numbers | None) -> Iterator[Numbers]:
        """A number and those that follow it in a list."""
        while number:
            yield number
            number = None if self._name_follows(number.end) else self._number_after(_NEXT_IN_LIST, number.end)

    def _written(self, start: int, end: int) -> str:
        return self.folded.as_written(start, end)

    def _name_follows(self, place: int) -> bool:
        gap = _match(_NEXT_IN_LIST, self.text, place)
        after = gap.end() if gap else place
        return after < len(self.text) and self._name_at(after) is not None

    def _number_after(self, gap: str, place: int) -> Numbers | None:
        skipped = _match(gap, self.text, place)
        after = skipped.end() if skipped else place
        return numbers_at(self.text, after)

    def _without_law(self, place: int, unread: int) -> tuple[list[Read], int]:
        first = numbers_at(self.text, place)
        if first is None:
            return [], place + 1
        name = _unknown_name(self.text[max(unread, place - 40) : place])
        certain = name is not None or (first.ordinal and first.article)
        listed = list(self._list(first)) if certain or place == 0 else [first]
        if not (certain or (place == 0 and listed[-1].end == len(self.text))):
            return [], first.end
        found: list[Read] = []
        for number in listed:
            start = self.text.rindex(name, 0, place) if name and not found else number.start
            written = self._written(start, number.end)
            for parts in number.numbers:
                joined = ".".join(part for part in parts if part)
                plain = not number.ordinal and not number.article
                found.append(UnknownLaw(name, joined, written) if name else BareNumber(joined, plain, written))
        return found, listed[-1].end


def _match(pattern: str, text: str, place: int) -> re.Match[str] | None:
    return re.compile(pattern).match(text, place)


def _runs_on(left: str, right: str) -> bool:
    return all(side.isascii() and side.isalnum() for side in (left, right) if side) and bool(left and right)


def _unknown_name(before: str) -> str | None:
    """The name of a law that the text before a number ends with, if it does."""
    law_id = re.search(_UNKNOWN_ID, before)
    if law_id:
        return law_id[1]
    match = re.search(_UNKNOWN, before.rstrip(" /:,·、#§(.-"))
    name = re.sub(_OPENINGS, "", match[0]) if match else ""
    return name if len(name) > 1 and not name.endswith(_NO_LAWS) else None
