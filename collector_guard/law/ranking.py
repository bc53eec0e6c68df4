"""Rank provisions by how well they answer the words of a query."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from collector_guard.law.model import Provision, Topic

# What a match is worth, by where it is; the words people type count most.
SAME_WORD = 40.0
IN_WORDS = 22.0
WORD_INSIDE = 8.0
WORD_INSIDE_BY_LETTER = 4.0
IN_LAW_NAME = 16.0
IN_TOPIC = 10.0
IN_GIST = 6.0
IN_QUOTE = 4.0
IN_LIMITS = 2.0
# Shared among the letters of the word that the pair is in.
PAIR_IN_WORDS = 18
PAIR_IN_TOPIC = 4
PAIR_IN_GIST = 2
PAIR_IN_LIMITS = 1
# One pair in the words people type will do; pairs that stand in the text only must be several.
ENOUGH_PAIRS = 4
LONG_WORD = 4
# Of what was found by part only, that which is worth less than this share of the best is left out.
LEAST_SHARE = 0.15

_BREAKS = dict.fromkeys(map(ord, ',;!?、。()"“”‘《》〈〉【】/|'), " ")
# Patterns are texts, which re compiles when they are first used, and keeps.
_ENDINGS = "(?:ing|ed|es|s)$"
_LATIN = "[a-z0-9%:.'-]+"
# What questions are made of: a word of these parts what stands beside it, a particle does not (不让我走 is 不让走).
_FILLERS = (
    "怎么办|怎么|怎样|如何|可不可以|可以|能不能|是不是|有没有|要不要|会不会|该不该|什么|合法吗|违法吗|犯法吗|合法|违法|犯法|"
    "请问|如果|一直|催收员|催收"
)
_PARTICLES = "他们|她们|我们|你们|[我你他她的了吗呢啊吧呀]"
_SMALL_WORDS = (
    "an?|and|are|am|at|be|been|by|can|could|did|do|does|for|from|get|got|had|has|have|he|her|his|how|i|if|in|is|its?|me|my|of|on|or|"
    "our|she|should|so|that|the|their|them|then|they|this|to|us|was|we|what|when|who|will|with|you|your|not|debt|collectors?"
)


def terms_of(query: str) -> tuple[str, ...]:
    """The parts of a query in one form of writing, small English words left out where others remain."""
    folded = unicodedata.normalize("NFKC", query).lower().replace("’", "'")
    parts = tuple(part for part in (part.strip(".:-~'") for part in folded.translate(_BREAKS).split()) if part)
    return tuple(part for part in parts if not (part.isascii() and re.fullmatch(_SMALL_WORDS, part))) or parts


def pairs_of(text: str) -> tuple[str, ...]:
    """The overlapping pairs of letters of a text, within runs of Chinese and runs of Latin letters, each once."""
    runs = _chinese_runs(text) + re.findall(_LATIN, text)
    return tuple(dict.fromkeys(run[place : place + 2] for run in runs for place in range(len(run) - 1)))


def ranked(provisions: Iterable[Provision], topics: Sequence[Topic], terms: Sequence[str]) -> tuple[Provision, ...]:
    """The provisions that answer the terms, best first; those of equal worth in the order given."""
    entries = _entries(provisions, topics)
    worth = [0.0] * len(entries)
    whole: set[int] = set()
    for hits in (_phrase_hits(entries, terms), *(_term_hits(entries, term) for term in terms)):
        whole.update(hits)
        _add(worth, hits)
    parts = tuple(part for term in terms for part in bare_parts(term))
    for part in parts:
        hits = {} if part in terms else _term_hits(entries, part)
        _add(worth, hits)
        if not any(_has_word(entry, part) for entry in entries):
            for of_pair in _pair_hits(entries, part):
                _add(worth, of_pair)
    for hits in _words_inside(entries, (*terms, *parts)):
        _add(worth, hits)
    if not any(worth):
        _add(worth, _letter_hits(entries, parts))
    least = LEAST_SHARE * max(worth, default=0.0)
    kept = [place for place, value in enumerate(worth) if value > 0 and (place in whole or value >= least)]
    return tuple(entries[place].provision for place in sorted(kept, key=lambda place: -round(worth[place], 6)))


def bare_parts(term: str) -> list[str]:
    """A Chinese term without the parts of questions, Chinese and Latin apart; nothing of a Latin one."""
    if not _chinese_runs(term):
        return []
    bare = re.sub(_PARTICLES, "", re.sub(_FILLERS, " ", term))
    return _chinese_runs(bare) + re.findall(_LATIN, bare)


def _chinese_runs(text: str) -> list[str]:
    return "".join(letter if "一" <= letter <= "鿿" else " " for letter in text).split()


class _Entry(NamedTuple):
    """A provision as it is compared, in lower case; a tuple, because every search makes hundreds."""

    provision: Provision
    words: tuple[str, ...]
    joined: str
    spaceless: str
    law: tuple[str, ...]
    topics: str
    gist: str
    quote: str
    limits: str


Hits = dict[int, float]


def _entries(provisions: Iterable[Provision], topics: Sequence[Topic]) -> list[_Entry]:
    topic_names = {topic.id: f"{topic.id} {topic.name}".lower() for topic in topics}
    law_names: dict[str, tuple[str, ...]] = {}
    entries = []
    for provision in provisions:
        law = provision.law
        if law.id not in law_names:
            law_names[law.id] = (law.id, law.title.lower(), *law.also)
        joined = "\n".join(provision.words).lower()
        named = "\n".join(topic_names.get(topic, topic) for topic in provision.topics)
        words = tuple(joined.split("\n"))
        spaceless = f"\n{joined.replace(' ', '')}\n"
        texts = (named, provision.gist.lower(), provision.quote or "", provision.limits.lower())
        entries.append(_Entry(provision, words, joined, spaceless, law_names[law.id], *texts))
    return entries


def _add(worth: list[float], hits: Hits) -> None:
    """Add what a match is worth to each provision that has it; what few share says more."""
    rarity = 0.15 + math.log((len(worth) + 1) / max(1, len(hits))) / math.log(len(worth) + 2)
    for place, value in hits.items():
        worth[place] += value * rarity


def _phrase_hits(entries: Sequence[_Entry], terms: Sequence[str]) -> Hits:
    """What has the terms as one word: bao tongxunlu is baotongxunlu."""
    phrase = "".join(terms)
    if phrase in terms:
        return {}
    return {place: SAME_WORD for place, entry in enumerate(entries) if _has_word(entry, phrase)}


def _term_hits(entries: Sequence[_Entry], term: str) -> Hits:
    holds = _holds_latin(term) if re.fullmatch(_LATIN, term) else lambda text: term in text
    worth = {place: _term_worth(entry, term, holds) for place, entry in enumerate(entries)}
    return {place: value for place, value in worth.items() if value}


def _term_worth(entry: _Entry, term: str, holds: Callable[[str], bool]) -> float:
    worth = 0.0
    if _has_word(entry, term):
        worth += SAME_WORD
    elif holds(entry.joined):
        worth += IN_WORDS
    if term in entry.law:
        worth += IN_LAW_NAME
    for text, value in (
        (entry.topics, IN_TOPIC),
        (entry.gist, IN_GIST),
        (entry.quote, IN_QUOTE),
        (entry.limits, IN_LIMITS),
    ):
        if holds(text):
            worth += value
    return worth


def _has_word(entry: _Entry, term: str) -> bool:
    """Whether people type the term for the provision, with or without spaces."""
    return f"\n{term}\n" in entry.spaceless


def _holds_latin(term: str) -> Callable[[str], bool]:
    """Whether a text has the term at the start of a word, whatever its ending: threats, threatened."""
    stem = re.sub(_ENDINGS, "", term) if len(term) > LONG_WORD else term
    ending = "" if len(stem) >= LONG_WORD else "s?(?![a-z])"
    pattern = re.compile(f"(?<![a-z0-9]){re.escape(stem)}{ending}")
    return lambda text: stem in text and pattern.search(text) is not None


def _words_inside(entries: Sequence[_Entry], terms: Sequence[str]) -> Iterable[Hits]:
    """The words of provisions, names of laws and parts of topics' names that stand inside the terms."""
    query = "\n".join(terms)
    longest = max((max(map(len, entry.words)) for entry in entries), default=0)
    inner = _inner_words(terms, longest)
    names = {law: _inside(law, query, terms) for law in {entry.law for entry in entries}}
    topics = {topic for entry in entries for topic in entry.topics.split("\n")}
    parts = {topic: _inside(_chinese_runs(topic), query, terms) for topic in topics}
    inside: dict[str, Hits] = {}
    for place, entry in enumerate(entries):
        for word in entry.words:
            if word in inner:
                inside.setdefault(word, {})[place] = WORD_INSIDE + WORD_INSIDE_BY_LETTER * len(word)
        for name in names[entry.law]:
            inside.setdefault(name, {})[place] = IN_LAW_NAME
        for part in (part for topic in entry.topics.split("\n") for part in parts[topic]):
            inside.setdefault(f"topic {part}", {})[place] = IN_TOPIC
    return inside.values()


def _inner_words(terms: Sequence[str], longest: int) -> set[str]:
    """Everything up to a length that may be a word within the terms: Chinese anywhere, Latin from term to term."""
    inner: set[str] = set()
    for place, term in enumerate(terms):
        if term.isascii():
            spaced = accumulate(terms[place : place + longest], "{} {}".format)
            inner.update(words for words in spaced if words.isascii())
        else:
            ends = ((start, end) for start in range(len(term)) for end in range(start + 2, start + longest + 1))
            inner.update(part for start, end in ends if not (part := term[start:end]).isascii())
    return {word for word in inner if len(word) > 1 and word not in terms}


def _inside(names: Iterable[str], query: str, terms: Sequence[str]) -> list[str]:
    """The Chinese names that stand inside a query."""
    return [name for name in names if len(name) > 1 and name in query and not name.isascii() and name not in terms]


def _pair_hits(entries: Sequence[_Entry], part: str) -> list[Hits]:
    """What holds each overlapping pair of letters of a Chinese part, if it holds enough of them."""
    by_pair = []
    total = Counter[int]()
    for pair in pairs_of(part):
        hits = {place: worth for place, entry in enumerate(entries) if (worth := _pair_worth(entry, pair))}
        by_pair.append(hits)
        total.update(hits)
    return [{place: worth for place, worth in hits.items() if total[place] >= ENOUGH_PAIRS} for hits in by_pair]


def _letter_hits(entries: Sequence[_Entry], parts: Sequence[str]) -> Hits:
    """What has a word whose letters all stand in a part, in their order, or the other way round: 拖走车 and 拖车."""
    likely = [part for part in parts if _chinese_runs(part) == [part] and len(part) > 1]
    return {
        place: WORD_INSIDE
        for place, entry in enumerate(entries)
        if any(_one_runs_through(word, part) for word in entry.words if len(word) > 1 for part in likely)
    }


def _one_runs_through(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    letters = iter(longer)
    return all(letter in letters for letter in shorter)


def _pair_worth(entry: _Entry, pair: str) -> int:
    if pair in entry.joined:
        longer = [len(word) for word in entry.words if pair in word and word != pair]
        return max(PAIR_IN_TOPIC, PAIR_IN_WORDS // min(longer)) if longer else 0
    if pair in entry.topics:
        return PAIR_IN_TOPIC
    if pair in entry.gist:
        return PAIR_IN_GIST
    return PAIR_IN_LIMITS if pair in entry.limits else 0
