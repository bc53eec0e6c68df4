"""Rank texts by how well they answer a question: BM25, counted in the texts themselves, so that no index is needed."""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from collector_guard.law.article_number import numbers_at, written_out
from collector_guard.law.traditional import SIMPLIFIED

if TYPE_CHECKING:
    from collector_guard.law.lay_words import LayWords

# How soon a word said again adds nothing, and how much a long text counts for less (BM25's k and b).
SATURATION = 1.2
LENGTH = 0.5
# What a word is still worth to the others after a text that has it whole: a second theme of the question comes up.
SAID_ALREADY = 0.7
# How much less each pair counts of a meaning that has many (a power of their number).
MEANT_BY_LENGTH = 0.5
# Themes are told apart among so many of the best, for so many of the first.
CANDIDATES = 60
FIRST = 10
LONG_WORD = 4
MOST_TERMS = 60

# Patterns are texts, which re compiles when they are first used, and keeps.
_LATIN = "[a-z][a-z'-]*|[a-z0-9][a-z0-9.]*"
_ENDINGS = "(?:ing|ed|es|s)$"
_NUMERAL = "[0-9]+(?:\\.[0-9]+)?|[一二两三四五六七八九十百千]{1,5}"
_AMOUNT = f"(?<![0-9a-z.])({_NUMERAL})(%|个月|小时|[年天日万元次期倍])"

_ALPHANUMERIC = "abcdefghijklmnopqrstuvwxyz0123456789"
_NUMERALS = "0123456789.一二三四五六七八九十百千第"


class Term(NamedTuple):
    """One thing that is counted, in any of its forms, where none of some letters stands before or after it."""

    forms: tuple[str, ...]
    not_before: str = ""
    not_after: str = ""
    weight: float = 1.0

    def starts(self, text: str) -> Iterator[int]:
        """Every place where it begins in a text."""
        for form in self.forms:
            start = text.find(form)
            while start >= 0:
                end = start + len(form)
                if not (
                    _is_one(text[start - 1 : start], self.not_before) or _is_one(text[end : end + 1], self.not_after)
                ):
                    yield start
                start = text.find(form, end)


def terms_of(query: str, lay: LayWords) -> tuple[Term, ...]:
    """What is counted of a question: the pairs of its Chinese letters, its words, its amounts, and what lay words mean.

    What says nothing is left out where something else remains; a letter alone counts where there is no pair.
    """
    asked = folded(query)
    terms = [*_terms(lay.telling(asked)), *(term for text in lay.meanings(asked) for term in _meant(text))]
    letters = [Term((letter,)) for run in _chinese_runs(asked) for letter in run]
    heaviest = dict[tuple[str, ...], Term]()
    for term in sorted(terms or _terms(asked) or letters, key=lambda term: -term.weight):
        heaviest.setdefault(term.forms, term)
    return tuple(heaviest.values())[:MOST_TERMS]


def folded(text: str) -> str:
    """The text in lower case, half width and simplified characters."""
    return unicodedata.normalize("NFKC", text).lower().replace("’", "'").translate(SIMPLIFIED)


def pairs_of(text: str) -> list[str]:
    """The overlapping pairs of letters of each run of Chinese."""
    return [run[place : place + 2] for run in _chinese_runs(text) for place in range(len(run) - 1)]


class Corpus:
    """Texts to be ranked, joined: to search one long text is quicker than to search each of many."""

    def __init__(self, texts: Sequence[str], weights: Sequence[float] = ()) -> None:
        """Take the texts, and what a find in each of them counts for, 1 unless given."""
        self._weights = weights or [1.0] * len(texts)
        self._joined = "\n".join(texts)
        self._lengths = [len(text) for text in texts]
        self._starts = [0, *accumulate(length + 1 for length in self._lengths)]

    def ranked(self, terms: Sequence[Term]) -> list[int]:
        """The places of the texts that have a term, best first, of many themes; equals in the order given."""
        # Capitals are Latin: to lower a text that is Chinese takes as long as to search it.
        latin = any(form.isascii() for term in terms for form in term.forms)
        text = self._joined.lower() if latin else self._joined
        hits = [hits for term in terms if (hits := self._hits(term, text))]
        worth = dict.fromkeys(sorted({place for of_term in hits for place in of_term}), 0.0)
        for of_term in hits:
            for place, value in of_term.items():
                worth[place] += value
        order = sorted(worth, key=lambda place: -round(worth[place], 6))
        first = _of_many_themes(order[:CANDIDATES], hits)
        return first + [place for place in order if place not in first]

    def _hits(self, term: Term, text: str) -> dict[int, float]:
        """What a term is worth to each text that has it."""
        found = Counter(bisect_right(self._starts, start) - 1 for start in term.starts(text))
        total = len(self._lengths)
        rarity = math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
        usual = sum(self._lengths) / max(1, total)
        return {
            place: self._weights[place]
            * term.weight
            * (rarity * times * (SATURATION + 1) / (times + SATURATION * self._stretch(place, usual)))
            for place, times in found.items()
        }

    def _stretch(self, place: int, usual: float) -> float:
        return 1 - LENGTH + LENGTH * self._lengths[place] / usual


def _of_many_themes(order: Sequence[int], hits: Sequence[dict[int, float]]) -> list[int]:
    """The first of an order, in which a term counts for less after each text that has said it."""
    weights = [1.0] * len(hits)
    most = [max(of_term.values()) for of_term in hits]
    left, first = list(order), list[int]()

    def worth(place: int) -> float:
        return round(sum(weight * of_term.get(place, 0) for weight, of_term in zip(weights, hits, strict=True)), 6)

    while left and len(first) < FIRST:
        best = max(left, key=worth)
        left.remove(best)
        first.append(best)
        for number, of_term in enumerate(hits):
            weights[number] *= 1 - (1 - SAID_ALREADY) * of_term.get(best, 0) / most[number]
    return first


def _chinese_runs(text: str) -> list[str]:
    return "".join(letter if "一" <= letter <= "鿿" else " " for letter in text).split()


def _terms(text: str) -> list[Term]:
    amounts = [_amount(numeral, unit) for numeral, unit in re.findall(_AMOUNT, text)]
    rest = re.sub(_AMOUNT, " ", text)
    words = [word.strip(".'-") for word in re.findall(_LATIN, rest)]
    joined = ["".join(words)] if len(words) > 1 else []
    return [*amounts, *map(_word, filter(None, (*words, *joined))), *(Term((pair,)) for pair in pairs_of(rest))]


def _meant(text: str) -> list[Term]:
    """What is counted of the words of the law that are meant; many pairs count for less each, not to hide a theme."""
    terms = _terms(text)
    return [term._replace(weight=len(terms) ** -MEANT_BY_LENGTH) for term in terms]


def _word(word: str) -> Term:
    """A Latin word, whatever its ending: threats, threatened; of a short one only the plural."""
    stem = re.sub(_ENDINGS, "", word) if len(word) > LONG_WORD else word
    if len(stem) >= LONG_WORD:
        return Term((stem,), _ALPHANUMERIC)
    return Term((stem, f"{stem}s"), _ALPHANUMERIC, _ALPHANUMERIC)


def _amount(numeral: str, unit: str) -> Term:
    """An amount or a span as such, in figures or Chinese: 三年 and 3年, never the end of 23年."""
    read = numbers_at(f"第{numeral}条", 0)
    forms = [numeral]
    if read and "." not in numeral:
        value = read.numbers[0][0]
        forms += [value, written_out(value)[1:-1], *(["两"] if value == "2" else [])]
    written = [form + unit for form in forms] + [f"百分之{form}" for form in forms if unit == "%"]
    return Term(tuple(dict.fromkeys(written)), _NUMERALS)


def _is_one(letter: str, letters: str) -> bool:
    return bool(letter) and letter in letters
