"""The nouns of the law library.

They are NamedTuples: a frozen dataclass takes five times as long to define, which every start pays.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from collector_guard.law.lay_words import NO_LAY_WORDS, LayWords

# What a law can be, the strongest first.
Grade = Literal[
    "constitution",
    "law",
    "interpretation",
    "regulation",
    "rule",
    "normative",
    "judicial-opinion",
    "local",
    "standard",
    "self-regulation",
    "notice",
    "no-such-act",
]
Against = Literal["official-text", "press-report", "nothing"]

GRADES: tuple[Grade, ...] = get_args(Grade)
AGAINST: tuple[Against, ...] = get_args(Against)


class Checked(NamedTuple):
    """When a text was last compared, and against what."""

    on: date
    against: Against


class Contact(NamedTuple):
    """A number to call, with its source; what it can and cannot do is in `does`."""

    id: str
    number: str
    name: str
    does: str
    source: str
    checked: Checked


class ShortAnswer(NamedTuple):
    """A sentence that answers a usual question; it rests on the provisions it cites, compared on the day `checked`."""

    id: str
    asks: str
    says: str
    cites: tuple[str, ...]
    checked: date


class Topic(NamedTuple):
    """A subject that `cg laws` lists by number, and answers to what is asked of it, the usual question first."""

    id: str
    name: str
    answers: tuple[ShortAnswer, ...] = ()

    @property
    def cites(self) -> tuple[str, ...]:
        """The provisions that its answers rest on, in the order of their use."""
        return tuple(dict.fromkeys(cite for answer in self.answers for cite in answer.cites))


class Renumbered(NamedTuple):
    """Articles of an older version, from the first to the last, that stand so many numbers later in the newest."""

    first: int
    last: int
    later: int


class Version(NamedTuple):
    """One text of a law; in force from `start` up to, not including, `until`.

    `renumbered` has the articles with another number in the newest version, whether or not the library has the texts.
    """

    id: str
    adopted: date
    start: date
    until: date | None
    renumbered: tuple[Renumbered, ...] = ()

    def in_force(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)

    def number_now(self, article: str) -> str | None:
        """The number in the newest version of an article with another one here; None where it has the same."""
        if not article.isdigit():
            return None
        number = int(article)
        moved = next((one for one in self.renumbered if one.first <= number <= one.last), None)
        return str(number + moved.later) if moved else None


class Law(NamedTuple):
    """An act as published; the newest version stands first, the usual short name is `short`, every name in `also`."""

    id: str
    title: str
    short: str
    also: tuple[str, ...]
    grade: Grade
    source: str
    note: str | None
    versions: tuple[Version, ...]

    @property
    def name(self) -> str:
        """What to call it in the language of its title: the usual short name is Chinese."""
        return self.short if self._is_in_chinese else self.title

    def typed(self, number: str) -> str:
        """How a reader of that language can type one of its articles."""
        return f"{self.short}{number}" if self._is_in_chinese else f"{self.id} {number}"

    @property
    def _is_in_chinese(self) -> bool:
        return any("一" <= letter <= "鿿" for letter in self.title)

    def version_on(self, day: date) -> Version | None:
        return next((version for version in self.versions if version.in_force(day)), None)


class Provision(NamedTuple):
    """One article, paragraph or item of one version of a law, restated in our words.

    `number` is article[.paragraph[.item]] or a word; `was` maps older versions to the numbers there. `line` is what a
    plan says of it: less than the gist, never more.
    """

    law: Law
    version: Version
    number: str
    gist: str
    quote: str | None
    limits: str
    topics: tuple[str, ...]
    words: tuple[str, ...]
    checked: Checked
    was: tuple[tuple[str, tuple[str, ...]], ...] = ()
    line: str | None = None

    @property
    def cite(self) -> str:
        """The name by which flows cite it: law/number."""
        return f"{self.law.id}/{self.number}"

    @property
    def in_plan(self) -> str:
        """What a plan says of it: its one line, or the whole gist where none was written."""
        return self.line or self.gist

    @property
    def article(self) -> str:
        """The article alone: 50 of 50.1.5, 253-1 of 253-1.1."""
        return self.number.partition(".")[0]

    def numbers_in(self, version: Version) -> tuple[str, ...]:
        """Its numbers in an older version; empty where it had none or none is known."""
        return dict(self.was).get(version.id, ())


class Article(NamedTuple):
    """One article as a copy of the full text of the laws has it; `law` is the full title.

    `number` is 293-1 for 第二百九十三条之一, or the copy's own name where it has no number (条目一, 全文). `standing`
    is in-force, amended, historical or repealed, as the copy says, or the copy's own word.
    """

    law: str
    number: str
    standing: str
    paragraphs: tuple[str, ...]

    @property
    def short(self) -> str:
        """The title without the name of the state."""
        return self.law.removeprefix("中华人民共和国")

    @property
    def in_force(self) -> bool:
        return self.standing == "in-force"


class Laws:
    """Every law, its provisions by law and then by version and number, the topics in order, and what people say.

    `names` are the forms in which laws are named, as texts are folded, each with the id of its law.
    """

    def __init__(
        self,
        laws: Mapping[str, Law],
        provisions: Mapping[str, Mapping[tuple[str, str], Provision]],
        topics: tuple[Topic, ...],
        lay_words: LayWords = NO_LAY_WORDS,
        names: Mapping[str, str] | None = None,
    ) -> None:
        self.laws: Final = laws
        self.provisions: Final = provisions
        self.topics: Final = topics
        self.lay_words: Final = lay_words
        self.names: Final[Mapping[str, str]] = names or {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Laws) and self._held == other._held

    def __hash__(self) -> int:
        return hash(tuple(self.laws))

    @property
    def _held(self) -> tuple[object, ...]:
        return self.laws, self.provisions, self.topics, self.lay_words, self.names

    def __iter__(self) -> Iterator[Provision]:
        for of_law in self.provisions.values():
            yield from of_law.values()

    def newest(self, cite: str) -> Provision | None:
        """The provision that `law/number` names: that of the newest version which has the number."""
        law_id, _, number = cite.partition("/")
        law = self.laws.get(law_id)
        if law is None:
            return None
        found = (self.provisions[law_id].get((version.id, number)) for version in law.versions)
        return next((provision for provision in found if provision is not None), None)

    def on(self, cite: str, day: date) -> tuple[Provision, ...]:
        """What `law/number` was on a day, its old numbers followed; empty where it was not in force."""
        newest = self.newest(cite)
        if newest is None:
            return ()
        version = newest.law.version_on(day)
        if version is None:
            return ()
        if version == newest.version:
            return (newest,)
        of_law = self.provisions[newest.law.id]
        numbers = newest.numbers_in(version)
        return tuple(of_law[version.id, number] for number in numbers if (version.id, number) in of_law)

    def successors(self, old: Provision) -> tuple[Provision, ...]:
        """The provisions of newer versions that say they were this one, newest version first."""
        of_law = self.provisions[old.law.id].values()
        return tuple(new for new in of_law if new.was and old.number in new.numbers_in(old.version))
