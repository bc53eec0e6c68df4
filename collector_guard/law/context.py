"""Compare the citations of a text with the sentences that they stand in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from collector_guard.law.citation import Citation, Reading
from collector_guard.law.crime_name import CRIMINAL_LAW, CrimeNamed
from collector_guard.law.full_text import FullText
from collector_guard.law.judgement import Judged
from collector_guard.law.model import Laws, Provision
from collector_guard.law.subject import Subjects, sentence_of

# Texts that people paste have fewer; what is beyond is not compared.
MOST_COMPARED = 1_000
# In so short a sentence something is expected to be said of each of so few articles of one law.
SHORT = 40
FEW = 3
COMPARED = frozenset({"fine", "not-held", "no-such-article", "renumbered", "replaced", "not-a-law"})


class _Cited(NamedTuple):
    read: Citation
    start: int
    end: int
    judged: Judged

    @property
    def key(self) -> tuple[str, str]:
        return self.read.law_id, self.read.number


class Contexts:
    """The sentences of a text that cite, with what they cite."""

    def __init__(self, text: str, laws: Laws, on: date, full_text: FullText | None) -> None:
        self.text = text
        self.laws = laws
        self.on = on
        self.full_text = full_text
        self.cited: list[_Cited] = []
        # What has been read, which says nothing of what a sentence is about.
        self.read: list[tuple[int, int]] = []

    def add(self, reading: Reading, judged: Judged | None) -> None:
        """Note what has been read, and where a citation stands; a number of an unknown law is compared with nothing."""
        if len(self.cited) < MOST_COMPARED:
            self.read.append((reading.start, reading.end))
            if judged and isinstance(reading.read, Citation):
                self.cited.append(_Cited(read=reading.read, start=reading.start, end=reading.end, judged=judged))

    def meant(self, crimes: Sequence[CrimeNamed]) -> dict[tuple[str, str], tuple[Provision, ...]]:
        """What the sentences may mean, by law and number, where they speak of something else than what they cite."""
        subjects = Subjects(self.laws, self.on) if self.cited else None
        starts = [cited.start for cited in self.cited]
        found: dict[tuple[str, str], tuple[Provision, ...]] = {}
        told: set[tuple[int, tuple[Provision, ...]]] = set()
        for cited in self.cited:
            if subjects is None or cited.key in found or not COMPARED.issuperset(cited.judged.verdicts):
                continue
            start, end = sentence_of(self.text, cited.start, cited.end)
            beside = self.cited[bisect_left(starts, start) : bisect_right(starts, end)]
            others = [one for one in beside if one.key != cited.key]
            meant = self._by_crime(cited, others, [crime for crime in crimes if start <= crime.start < end])
            if meant is None:
                meant = self._by_subject(cited, beside, " ".join(self._beside(start, end)), subjects)
            # Of the numbers of a list the first one tells.
            if meant and (start, meant) not in told:
                told.add((start, meant))
                found[cited.key] = meant
        return found

    def _by_crime(
        self, cited: _Cited, others: Sequence[_Cited], crimes: Sequence[CrimeNamed]
    ) -> tuple[Provision, ...] | None:
        """The articles of the crimes that a sentence names, if it cites none of them; None where it names none."""
        punishing = tuple(provision for crime in crimes for provision in crime.provisions)
        if cited.read.law_id != CRIMINAL_LAW or not punishing:
            return None
        articles = {one.read.article for one in (cited, *others) if one.read.law_id == CRIMINAL_LAW}
        return () if articles.intersection(provision.article for provision in punishing) else punishing

    def _by_subject(
        self, cited: _Cited, beside: Sequence[_Cited], sentence: str, subjects: Subjects
    ) -> tuple[Provision, ...]:
        """What a sentence may mean that fits none of what it cites, or says not a word of one of few."""
        law_id = cited.read.law_id
        own = tuple(provision for one in beside for provision in one.judged.shown)
        texts = tuple(text for one in beside for text in self._published(one))
        meant = subjects.meant(sentence, own, texts, law_id)
        told = cited.judged.shown, self._published(cited)
        few = 1 < len(beside) <= FEW and len(sentence) <= SHORT and all(one.read.law_id == law_id for one in beside)
        if meant or not few or not any(told) or cited.judged.older:
            return meant
        return subjects.meant(sentence, *told, law_id, share=0)

    def _published(self, cited: _Cited) -> tuple[str, ...]:
        """The article as published, where there is a copy of it."""
        article, law = cited.judged.article, cited.judged.law
        if article is None and law and self.full_text:
            article = self.full_text.article_on(law, cited.read.article, self.on)
        return article.paragraphs if article else ()

    def _beside(self, start: int, end: int) -> Iterator[str]:
        """What a sentence says beside what is read in it."""
        for first, last in self.read[bisect_left(self.read, (start, 0)) : bisect_left(self.read, (end, 0))]:
            yield self.text[start:first]
            start = max(start, last)
        yield self.text[start:end]
