"""Rank texts by how well they answer a question: BM25, counted in the texts themselves, so that no index is needed."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from collector_guard.law.article_number import numbers_at, written_out

if TYPE_CHECKING:
    from collector_guard.law.lay_words import LayWords

# How soon a word said again adds nothing, and how much a long text counts for less (BM25's k and b).
SATURATION = 1.2
LENGTH = 0.5
# What a word is still worth to the others after a text that has it whole: a second theme of the question comes up.
SAID_ALREADY = 0.7
# Themes are told apart among so many of the best, for so many of the first.
CANDIDATES = 60
FIRST = 10
LONG_WORD = 4
MOST_TERMS = 60

# Patterns are texts, which re compiles when they are first used, and keeps.
_CHINESE = "[一-鿿]+"
_LATIN = "[a-z][a-z'-]*|[a-z0-9][a-z0-9.]*"
_ENDINGS = "(?:ing|ed|es|s)$"
_NUMERAL = "[0-9]+(?:\\.[0-9]+)?|[一二两三四五六七八九十百千]{1,5}"
_AMOUNT = f"(?<![0-9a-z.])({_NUMERAL})(%|个月|[年天日万元次])"

Term = str | re.Pattern[str]


def terms_of(query: str, lay: LayWords) -> tuple[Term, ...]:
    """What is counted of a question: the pairs of its Chinese letters, its words, its amounts, and what lay words mean.

    What says nothing is left out where something else remains; a letter alone counts where there is no pair.
    """
    asked = folded(query)
    meant = lay.meanings(asked)
    terms = [*_terms(lay.telling(asked)), *(term for text in meant for term in _terms(text))]
    return tuple(dict.fromkeys(terms or _terms(asked) or re.findall("[一-鿿]", asked)))[:MOST_TERMS]


def folded(text: str) -> str:
    """The text in lower case and half width."""
    return unicodedata.normalize("NFKC", text).lower().replace("’", "'")


def pairs_of(text: str) -> list[str]:
    """The overlapping pairs of letters of each run of Chinese."""
    return [run[place : place + 2] for run in re.findall(_CHINESE, text) for place in range(len(run) - 1)]


def ranked(texts: Sequence[str], terms: Sequence[Term], among: int | None = None) -> list[int]:
    """The places of the texts that have a term, best first, equals in the order given; the first of many themes.

    `among` is how many texts there are in all, where the others have no term.
    """
    hits = [_hits(texts, term, among or len(texts)) for term in terms]
    worth = dict.fromkeys(sorted({place for of_term in hits for place in of_term}), 0.0)
    for of_term in hits:
        for place, value in of_term.items():
            worth[place] += value
    order = sorted(worth, key=lambda place: -round(worth[place], 6))
    first = list(_of_many_themes(order[:CANDIDATES], [of_term for of_term in hits if of_term]))
    return first + [place for place in order if place not in first]


def _terms(text: str) -> list[Term]:
    amounts = [_amount(numeral, unit) for numeral, unit in re.findall(_AMOUNT, text)]
    rest = re.sub(_AMOUNT, " ", text)
    words = [word.strip(".'-") for word in re.findall(_LATIN, rest)]
    joined = ["".join(words)] if len(words) > 1 else []
    return [*amounts, *map(_word, filter(None, (*words, *joined))), *pairs_of(rest)]


def _word(word: str) -> Term:
    """A Latin word, whatever its ending: threats, threatened; of a short one only the plural."""
    stem = re.sub(_ENDINGS, "", word) if len(word) > LONG_WORD else word
    return re.compile(f"(?<![a-z0-9]){re.escape(stem)}" + ("" if len(stem) >= LONG_WORD else "s?(?![a-z0-9])"))


def _amount(numeral: str, unit: str) -> Term:
    """An amount or a span as such, in figures or Chinese: 三年 and 3年, never the end of 23年."""
    read = numbers_at(f"第{numeral}条", 0)
    forms = {numeral}
    if read and "." not in numeral:
        value = read.numbers[0][0]
        forms |= {value, written_out(value)[1:-1], *({"两"} if value == "2" else ())}
    written = [f"(?<![0-9.一二三四五六七八九十百千第]){re.escape(form + unit)}" for form in sorted(forms)]
    return re.compile("|".join((*written, *(f"百分之{form}" for form in sorted(forms) if unit == "%"))))


def _hits(texts: Sequence[str], term: Term, among: int) -> dict[int, float]:
    """What a term is worth to each text that has it."""
    count: Callable[[str], int] = (
        (lambda text: text.count(term)) if isinstance(term, str) else (lambda text: len(term.findall(text)))
    )
    counts = {place: times for place, text in enumerate(texts) if (times := count(text))}
    if not counts:
        return {}
    rarity = math.log(1 + (among - len(counts) + 0.5) / (len(counts) + 0.5))
    usual = sum(map(len, texts)) / len(texts)
    return {
        place: rarity * times * (SATURATION + 1) / (times + SATURATION * (1 - LENGTH + LENGTH * len(texts[place]) / usual))
        for place, times in counts.items()
    }


def _of_many_themes(order: Sequence[int], hits: Sequence[dict[int, float]]) -> Iterator[int]:
    """The first of an order, in which a term counts for less after each text that has said it."""
    weights = [1.0] * len(hits)
    most = [max(of_term.values()) for of_term in hits]
    left = list(order)
    for _ in range(min(FIRST, len(left))):
        best = max(
            left,
            key=lambda place: round(sum(weight * of.get(place, 0) for weight, of in zip(weights, hits, strict=True)), 6),
        )
        left.remove(best)
        yield best
        for number, of_term in enumerate(hits):
            weights[number] *= 1 - (1 - SAID_ALREADY) * of_term.get(best, 0) / most[number]
