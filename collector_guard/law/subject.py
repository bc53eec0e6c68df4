"""Tell whether a sentence speaks of what an article is about, and of which provision it may speak instead."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from collector_guard.law.model import Laws, Provision
from collector_guard.law.ranking import folded, pairs_of

# Measured on sentences with right and wrong numbers: tests/law/test_subject.py.
# A sentence is about something else where its article has less than this share of what the best one has of it.
SHARE = 0.35
# What the best must have in common with it, in the rarity of pairs of letters; more where the article is not known.
ENOUGH = 12.0
ENOUGH_UNSEEN = 18.0
# The number is more often wrong than the law.
SAME_LAW = 1.25
NEAR_THE_BEST = 0.6
RARE = 4.0
MOST_COMPARED = 30
MOST_MEANT = 2
_BESIDE = 100
_SENTENCE_END = r"[。！？；!?;]|\n\s*\n"


class Subjects:
    """What the provisions in force on a day are about, in pairs of letters."""

    def __init__(self, laws: Laws, on: date) -> None:
        self.laws = laws
        self.provisions = [one for one in laws if one.version.in_force(on) and one.law.grade != "no-such-act"]
        topics = {topic.id: topic.name for topic in laws.topics}
        self.having: dict[str, list[int]] = {}
        for place, provision in enumerate(self.provisions):
            for pair in set(pairs_of(_text(provision, topics))):
                self.having.setdefault(pair, []).append(place)

    def meant(
        self, sentence: str, own: Sequence[Provision], texts: Iterable[str], law_id: str, share: float = SHARE
    ) -> tuple[Provision, ...]:
        """What a sentence may mean that cites an article with these provisions and texts; nothing where it fits.

        It fits where the article has more than a share of what the best one has of the sentence.
        """
        law = self.laws.laws.get(law_id)
        told = folded(sentence)
        texts_said = (self.laws.lay_words.telling(told), *self.laws.lay_words.meanings(told))
        pairs = {pair for text in texts_said for pair in pairs_of(text)}
        pairs -= {pair for name in ((law.title, *law.also) if law else ()) for pair in pairs_of(name)}
        worth: dict[int, float] = {}
        for pair in pairs:
            for place in self.having.get(pair, ()):
                weight = SAME_LAW if self.provisions[place].law.id == law_id else 1.0
                worth[place] = worth.get(place, 0.0) + weight * self._rarity(pair)
        shown = "\n".join(texts)
        known = {place for place, provision in enumerate(self.provisions) if provision in own}
        of_article = {pair for pair in pairs if pair in shown or known.intersection(self.having.get(pair, ()))}
        best = max(worth.values(), default=0.0)
        enough = ENOUGH if known or shown else ENOUGH_UNSEEN
        if best < enough or sum(map(self._rarity, of_article)) > share * best:
            return ()
        order = sorted(worth, key=lambda place: (-round(worth[place], 6), place))
        order = [place for place in order[:MOST_COMPARED] if self._is_said(place, told)]
        same = [place for place in order if self.provisions[place].law.id == law_id and worth[place] >= SHARE * best]
        near = [place for place in order if worth[place] >= NEAR_THE_BEST * best]
        meant = dict.fromkeys((*near[:1], *same[:1], *near))
        return tuple(self.provisions[place] for place in tuple(meant)[:MOST_MEANT])

    def _is_said(self, place: int, told: str) -> bool:
        """Whether a sentence says a word of a provision, three letters on end of it, or two rare pairs.

        What lay words mean counts for a provision, but is no reason to name it.
        """
        words = (word.lower().removesuffix("罪") for word in self.provisions[place].words)
        if any(len(word) > 1 and word in told for word in words):
            return True
        pairs = pairs_of(told)
        here = [place in self.having.get(pair, ()) for pair in pairs]
        on_end = (
            one and other and pair[1] == following[0]
            for (one, pair), (other, following) in pairwise(zip(here, pairs, strict=True))
        )
        rare = [pair for pair, held in zip(pairs, here, strict=True) if held and self._rarity(pair) > RARE]
        return any(on_end) or len(set(rare)) > 1

    def _rarity(self, pair: str) -> float:
        total, having = len(self.provisions), len(self.having.get(pair, ()))
        return math.log(1 + (total - having + 0.5) / (having + 0.5))


def sentence_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that has a part of a text in it, not too far from it."""
    first, last = max(0, start - _BESIDE), min(len(text), end + _BESIDE)
    before = [match.end() for match in re.finditer(_SENTENCE_END, text[first:start])]
    behind = re.search(_SENTENCE_END, text[end:last])
    return first + (before[-1] if before else 0), end + behind.start() if behind else last


def _text(provision: Provision, topics: dict[str, str]) -> str:
    parts = (provision.gist, provision.line or "", provision.quote or "", *provision.words)
    return folded("\n".join((*parts, *(topics.get(topic, topic) for topic in provision.topics))))
