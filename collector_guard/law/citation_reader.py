"""Read the citations of a text: 治安管理处罚法42, 民法典第一千零三十二条, mfd1032, 该法第五十条."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from collector_guard.law.antecedent import BEFORE, POINTING, REACH, Antecedents, Owner
from collector_guard.law.article_number import Numbers, numbers_at, parts_at, written_out
from collector_guard.law.citation import (
    LONGEST_QUERY,
    BareNumber,
    Citation,
    InText,
    LongRange,
    NamedLaw,
    PrivateNumber,
    Read,
    Reading,
    UnknownLaw,
    UnknownTitle,
    refuse_long,
)
from collector_guard.law.folded_text import Folded, fold
from collector_guard.law.law_name import LawNames
from collector_guard.law.named_law import NamedLaws
from collector_guard.law.number_list import FIGURES, Listed, listed, number_after, number_at

# So short a Latin name means a law only where a number follows it: psa 50, not LPR.
LONGEST_SIGLUM = 4
# Patterns are texts, which re compiles when they are first used, and keeps: most queries cite nothing.
_NUMBER = (
    f"第(?=[{FIGURES}])|(?<![{FIGURES}第])(?:[0-9]{{1,9}}|[〇零一二三四五六七八九十百千两万]{{1,12}})(?=条)"
    "|(?<![0-9])[0-9]{1,4}(?=之[一二三四五])|(?<=[法典例定释约则见准引复知案])[0-9]|(?<=[a-z][ /]|t[.])[0-9]"
)
_PRIVATE = (
    "(?:[本该此原]|上述|前述|这份|那份|以下|如下|下列|签订|订立|签署|达成)(?:的|了)?[一-鿿]{0,8}?"
    "(?:合同|协议书?|合约|承诺书|章程|保单|借条|欠条)|[甲乙丙丁]方"
)
_PAPERS = ("合同", "协议", "协议书", "章程", "承诺书", "约定书")
_PRIVATE_LINE = f"(?m)^[ \t　]*[一-鿿《》]{{0,20}}(?:{'|'.join(_PAPERS)})》?[ \t　\r]*$"
_SAME_ARTICLE = rf"(?:该|同|本|上述|前述)条(?=第?\(?[{FIGURES}]{{1,3}}\)?[款项])|前(?:两|二|三)?款"
_VAGUE_ARTICLE = "前(?:两|二|三)?条(?!件|款)"
_BEGINS = f"(?P<number>{_NUMBER})|(?P<private>{_PRIVATE})|(?P<same>{_SAME_ARTICLE})|(?P<vague>{_VAGUE_ARTICLE})"
# 提出50条要求 counts.
_COUNTING = frozenset("有共提出了这那前后发收到各来过计近约")
_WORD = "/([a-z][a-z-]{0,40})"


def citations_in(query: str, names: Mapping[str, str]) -> tuple[Read, ...]:
    """Every citation in a query, in its order; numbers that follow one in a list are of the same law.

    Of names that begin at one place the longest counts. A number without a law counts where it is the whole text or is
    written 第…条. An item without a paragraph is in paragraph 1, as in our data.
    Raises StatedError (query-too-long) above LONGEST_QUERY characters.
    """
    refuse_long(query)
    reads = (reading.read for reading in readings_in(query, names))
    return tuple(read for read in reads if isinstance(read, (Citation, UnknownLaw, BareNumber)))


def readings_in(text: str, names: Mapping[str, str]) -> Iterator[Reading]:
    """Everything that a text of any length cites or names, in its order, with the places in the text."""
    return Reader(fold(text), names).readings()


class Reader:
    """Reads a folded text from left to right, from one place where something may begin to the next.

    `steps` counts those places, which are never more than the characters.
    """

    def __init__(self, folded: Folded, names: Mapping[str, str]) -> None:
        self.folded = folded
        self.text = folded.text
        self.laws = NamedLaws(folded, LawNames(names))
        self.antecedents = Antecedents(folded, names)
        # The law and article cited last, for 该条第二款, and every law cited with a number, for 50条 said again.
        self.article: tuple[Owner, str] | None = None
        self.having: dict[str, set[Owner]] = {}
        # What belongs to no law, and the article of it that began a sentence last: a contract goes on by number.
        self.own: tuple[str, int] | None = None
        self.read_to = 0
        self.steps = 0
        self._private_lines = frozenset(_private_lines(folded))
        self._stops = sorted({*self.laws.titles, *self._private_lines, len(self.text)}, reverse=True)
        self._begins = re.compile("|".join((_BEGINS, *self.laws.names.first_letters())))

    def readings(self) -> Iterator[Reading]:
        """What stands in the text, in its order."""
        whole = self._whole_text()
        yield from whole
        place = len(self.text) if whole else 0
        while place < len(self.text):
            place, kind = self._next(place)
            self.steps += 1
            found, end = self._at(place, kind)
            yield from found
            self.read_to = end if found else self.read_to
            place = max(end, place + 1)

    def _next(self, place: int) -> tuple[int, str | None]:
        """The next place where something may begin, and what."""
        while self._stops[-1] < place:
            self._stops.pop()
        stop = self._stops[-1]
        match = self._begins.search(self.text, place, stop)
        return (match.start(), match.lastgroup) if match else (stop, None)

    def _at(self, place: int, kind: str | None) -> tuple[list[Reading], int]:
        """What begins at a place, and where it ends."""
        if place in self._private_lines:
            self.antecedents.remember(Owner(None, "", place))
        owner = self.laws.at(place)
        if owner:
            return self._named(owner, place)
        if place in self.laws.titles:
            return self._private_title(place)
        match kind:
            case "number":
                return self._number(place)
            case "private":
                self.antecedents.remember(Owner(None, "", place + 2))
            case "same" | "vague":
                return self._article_again(place)
        return [], place + 1

    def _named(self, owner: Owner, start: int) -> tuple[list[Reading], int]:
        """A law and the numbers that stand behind its name, or the law alone."""
        word = re.compile(_WORD).match(self.text, owner.end)
        if word and owner.law_id:
            read = Citation(
                law_id=owner.law_id,
                article=word[1],
                paragraph=None,
                item=None,
                as_written=self.folded.as_written(start, word.end()),
            )
            return [self._placed(read, start, word.end())], word.end()
        if self.laws.fills_a_line(owner, start):
            self.antecedents.name_heading(owner)
            self.own = None
        latin = self.text[owner.end - 1].isascii()
        first = number_after(self.folded, self.laws.number_place(owner), latin=latin)
        if first and not self.antecedents.shares(owner, start, first.start):
            return self._cited(owner, self._listed(first), start)
        if latin and len(owner.name) <= LONGEST_SIGLUM:
            return [], owner.end
        self.antecedents.remember(owner)
        written = self.folded.as_written(start, owner.end)
        read_alone = NamedLaw(owner.law_id, written) if owner.law_id else UnknownTitle(owner.name, written)
        return [self._placed(read_alone, start, owner.end)], owner.end

    def _number(self, place: int) -> tuple[list[Reading], int]:
        """A number that stands beside no name that is known."""
        first = number_at(self.folded, place)
        if first is None:
            return [], place + 1
        members = tuple(self._listed(first))
        end = members[-1].numbers.end
        own = "paper" if self.antecedents.is_private(first) else self._goes_on(first)
        if own:
            return self._private(members, place) if own == "paper" else (self._bare(members), end)
        start = place
        owner = self.laws.behind(end)
        if owner is None and not self.antecedents.links(place) and (named := self.laws.before(place, self.read_to)):
            owner, start = named
        if owner is None and (first.marked or first.inserted):
            owner = self.antecedents.of(first) or self._said_again(first)
        if owner and owner.is_law:
            return self._cited(owner, members, start)
        is_article = first.article or members[-1].numbers.article
        pointed = first.ordinal or re.search(POINTING, self.text[max(0, place - BEFORE) : place])
        certain = first.inserted or (is_article and pointed)
        return (self._bare(members) if certain else []), end

    def _goes_on(self, numbers: Numbers) -> str:
        """What a number at the beginning of a sentence goes on with, one after the last that is of no law; or nothing.

        第三条 of a contract may cite a law, and 第四条 is no article of it.
        """
        article = numbers.numbers[0][0]
        follows = self.own and numbers.marked and article == str(self.own[1] + 1)
        return self.own[0] if self.own and follows and self.antecedents.begins(numbers.start) else ""

    def _note_own(self, whose: str, numbers: Numbers) -> None:
        """Remember an article of no law that begins a sentence, or is said to be one of a paper."""
        article = numbers.numbers[-1][0]
        if article.isdigit() and (whose == "paper" or self.antecedents.begins(numbers.start)):
            self.own = whose, int(article)

    def _said_again(self, numbers: Numbers) -> Owner | None:
        """The law of an article said again without 第: 50条, where one law has been cited with that number."""
        having = self.having.get(numbers.numbers[0][0], set())
        counted = numbers.ordinal or self.text[numbers.start - 1 : numbers.start] in _COUNTING
        return next(iter(having)) if len(having) == 1 and not counted else None

    def _listed(self, first: Numbers) -> Iterator[Listed]:
        return listed(self.folded, first, lambda place: self.laws.at(place) is not None)

    def _cited(self, owner: Owner, members: Iterable[Listed], start: int) -> tuple[list[Reading], int]:
        """Each number of a list as one of a law; the first is written with what begins at `start`."""
        found: list[Reading] = []
        before = end = start
        for numbers, between, cut in members:
            if cut:
                found.append(self._placed(LongRange(self.folded.as_written(before, numbers.end)), before, numbers.end))
            begin = numbers.start if found else start
            written = self._written(numbers, begin, between=between)
            for parts in numbers.numbers:
                read: Citation | UnknownLaw = UnknownLaw(owner.name, _joined(parts), written)
                if owner.law_id:
                    read = Citation(owner.law_id, *parts, written)
                found.append(self._placed(read, begin, numbers.end))
            before, end = begin, numbers.end
            self.article = (owner, numbers.numbers[0][0])
            self.having.setdefault(numbers.numbers[0][0], set()).add(owner._replace(end=0, cited=True))
        self.antecedents.remember(owner._replace(end=end, cited=True))
        return found, end

    def _written(self, numbers: Numbers, start: int, *, between: bool) -> str:
        written = self.folded.as_written(start, numbers.end)
        if not between:
            return written
        article = numbers.numbers[0][0]
        return f"第{article}条" if re.search("[0-9０-９]", written) else written_out(article)

    def _bare(self, members: Iterable[Listed]) -> list[Reading]:
        """Each number of a list as one without a law."""
        found: list[Reading] = []
        for numbers in (member.numbers for member in members if not member.between):
            self._note_own("nothing", numbers)
            written = self.folded.as_written(numbers.start, numbers.end)
            for parts in numbers.numbers:
                read = BareNumber(_joined(parts), not numbers.marked, written)
                found.append(self._placed(read, numbers.start, numbers.end))
        return found

    def _private(self, members: Iterable[Listed], start: int) -> tuple[list[Reading], int]:
        """Each number of a list as one of a paper of the parties."""
        found: list[Reading] = []
        end = start
        for numbers in (member.numbers for member in members if not member.between):
            begin = numbers.start if found else start
            end = numbers.end
            self._note_own("paper", numbers)
            read = PrivateNumber(numbers.numbers[0][0], self.folded.as_written(begin, end))
            found.append(self._placed(read, begin, end))
        self.antecedents.remember(Owner(None, "", end))
        return found, end

    def _private_title(self, start: int) -> tuple[list[Reading], int]:
        """A paper of the parties by its title, with the numbers behind it or alone."""
        end = self.laws.titles[start]
        first = number_after(self.folded, end, latin=False)
        if first and first.marked:
            return self._private(self._listed(first), start)
        self.antecedents.remember(Owner(None, "", end))
        return [self._placed(PrivateNumber("", self.folded.as_written(start, end)), start, end)], end

    def _article_again(self, place: int) -> tuple[list[Reading], int]:
        """该条第二款 and 前款, of the article cited last; 前条, which may be the one before it, is of none."""
        match = re.compile(f"(?P<same>{_SAME_ARTICLE})|{_VAGUE_ARTICLE}").match(self.text, place)
        if match is None:
            return [], place + 1
        parts, end = parts_at(self.text, match.end())
        last = self.antecedents.last
        if not match["same"] or self.article is None or last is None or not last.is_law or place - last.end > REACH:
            written = self.folded.as_written(place, end)
            return [self._placed(BareNumber(written, plain=False, as_written=written), place, end)], end
        owner, article = self.article
        named = tuple((article, *part) for part in parts) or ((article, None, None),)
        numbers = Numbers(named, place, end, ordinal=True, article=True)
        return self._cited(owner, (Listed(numbers),), place)

    def _whole_text(self) -> list[Reading]:
        """The numbers of a text that is nothing but numbers."""
        first = numbers_at(self.text, 0) if len(self.text) <= LONGEST_QUERY else None
        members = tuple(self._listed(first)) if first else ()
        return self._bare(members) if members and members[-1].numbers.end == len(self.text) else []

    def _placed(self, read: InText, start: int, end: int) -> Reading:
        return Reading(read, self.folded.origins[start], self.folded.origins[end - 1] + 1)


def _joined(parts: tuple[str, str | None, str | None]) -> str:
    return ".".join(part for part in parts if part)


def _private_lines(folded: Folded) -> Iterator[int]:
    """The places of the lines that are the title of a contract or the like."""
    if not any(paper in folded.written for paper in _PAPERS):
        return
    for line in re.finditer(_PRIVATE_LINE, folded.written):
        yield bisect_left(folded.origins, line.start())
