"""Find provisions by what people type: a citation, a topic, words, slang, pinyin, English."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from collector_guard.files.errors import StatedError
from collector_guard.law.citation import (
    BareNumber,
    Citation,
    Read,
    UnknownLaw,
    citations_in,
    law_names,
    may_cite,
    refuse_long,
)
from collector_guard.law.lookup import LookedUp, is_under, look_up, number_order, version_on
from collector_guard.law.model import GRADES, Article, Law, Laws, Provision, Topic
from collector_guard.law.ranking import pairs_of, ranked, terms_of

NEAREST_TOPICS = 3
EXAMPLES = 5


class AllTopics(NamedTuple):
    """Nothing was asked for: the topics, to be listed by number."""

    topics: tuple[Topic, ...]


class OfTopic(NamedTuple):
    """What a topic holds on the day."""

    topic: Topic
    provisions: tuple[Provision, ...]


class Cited(NamedTuple):
    """What the citations of a query are on the day, and why others are nothing; at least one is something.

    `articles` are those of the provisions shown, as published; `only_published` are cited ones that the library has
    not. `remark` is the kind of a sentence about the whole.
    """

    looked_up: tuple[LookedUp, ...]
    refused: tuple[StatedError, ...]
    articles: tuple[Article, ...] = ()
    only_published: tuple[Article, ...] = ()
    remark: str | None = None


class Found(NamedTuple):
    """What was found by word, best first."""

    query: str
    provisions: tuple[Provision, ...]


LawsAnswer = AllTopics | OfTopic | Cited | Found


def answer(laws: Laws, query_words: Sequence[str], on: date, topic: str | None = None) -> LawsAnswer:
    """What to show for a query: topics, a topic by its number, citations, or what is found by word.

    Raises StatedError for a number of no named law, where no citation of the query is anything, and where no provision
    holds the words, with the topics that come near.
    """
    query = " ".join(query_words).strip()
    chosen = topic_named(laws, topic) if topic is not None else None
    if query_words and not query:
        raise StatedError("empty-query")
    if not query:
        return OfTopic(chosen, by_topic(laws, chosen.id, on)) if chosen else AllTopics(laws.topics)
    reads = citations_in(query, law_names(laws)) if may_cite(query) else ()
    first = reads[0] if len(reads) == 1 else None
    if isinstance(first, BareNumber) and first.plain:
        numbered = _topic_by_number(laws, first.number)
        if numbered and not chosen:
            return OfTopic(numbered, by_topic(laws, numbered.id, on))
        if _is_a_word(laws, first.number):
            return _by_word(laws, query, on, chosen)
    return _cited(laws, reads, on) if reads else _by_word(laws, query, on, chosen)


def look_up_read(laws: Laws, read: Read, on: date) -> LookedUp:
    """What one reading of a query is on a day; StatedError where it is nothing, or a number of no named law."""
    if isinstance(read, Citation):
        return look_up(laws, read, on)
    raise _without_law(laws, read, on)


def search(laws: Laws, query: str, on: date, topic: str | None = None) -> tuple[Provision, ...]:
    """The provisions in force on a day that answer a query, best first; `topic` is the id of a topic to stay in.

    The name of a law brings what is held of it first, unless it is a word that people type for other things as well.
    Raises StatedError (empty-query, query-too-long, no-such-topic; why nothing is held of the law that is named).
    """
    refuse_long(query)
    terms = terms_of(query)
    if not terms:
        raise StatedError("empty-query")
    chosen = topic_named(laws, topic).id if topic is not None else None
    standing = sorted(_standing_on(laws, on, chosen), key=_grade)
    found = ranked(standing, laws.topics, terms)
    law = _law_named(laws, query)
    if law is None or any(query.strip().lower() in provision.words for provision in found):
        return found
    if not laws.provisions[law.id]:
        version_on(law, on)
        raise StatedError("text-not-held", law=(law.name,), day=on)
    of_law = (provision for provision in standing if provision.law == law)
    return tuple(dict.fromkeys((*sorted(of_law, key=_standing), *found)))


def by_topic(laws: Laws, topic_id: str, on: date) -> tuple[Provision, ...]:
    """What a topic holds on a day: laws first, reports and warnings last."""
    topic = topic_named(laws, topic_id)
    return tuple(sorted(_standing_on(laws, on, topic.id), key=_standing))


def topic_named(laws: Laws, name: str) -> Topic:
    """The topic of an id, a name or a number of the list; StatedError (no-such-topic) where there is none."""
    wanted = unicodedata.normalize("NFKC", name).strip().lower()
    by_name = next((topic for topic in laws.topics if wanted in (topic.id, topic.name.lower())), None)
    found = by_name or _topic_by_number(laws, wanted)
    if found is None:
        raise StatedError("no-such-topic", topic=name, known=tuple(topic.id for topic in laws.topics))
    return found


def nearest_topics(laws: Laws, query: str) -> tuple[Topic, ...]:
    """The topics whose names, and whose provisions' words, share most pairs of letters with a query."""
    pairs = {pair for term in terms_of(query) for pair in pairs_of(term)}
    shared: dict[str, int] = {}
    for topic in laws.topics:
        shared[topic.id] = 3 * len(pairs & {*pairs_of(topic.name.lower()), *pairs_of(topic.id)})
    for provision in laws:
        count = max((len(pairs & set(pairs_of(word.lower()))) for word in provision.words), default=0)
        for topic_id in provision.topics:
            shared[topic_id] = max(shared.get(topic_id, 0), 2 * count)
    enough = [topic for topic in laws.topics if shared[topic.id] >= max(2, len(pairs) / 2)]
    return tuple(sorted(enough, key=lambda topic: -shared[topic.id])[:NEAREST_TOPICS])


def _law_named(laws: Laws, query: str) -> Law | None:
    """The law that has a query for a name, whatever marks and spaces are in either."""
    named = _letters(unicodedata.normalize("NFKC", query))
    names = ((law, name) for law in laws.laws.values() for name in (law.id, law.title, *law.also))
    return next((law for law, name in names if _letters(name) == named), None)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _topic_by_number(laws: Laws, number: str) -> Topic | None:
    return next((topic for place, topic in enumerate(laws.topics, 1) if number == str(place)), None)


def _is_a_word(laws: Laws, number: str) -> bool:
    """Whether people use a number as a word: 714 is a kind of loan. The number of an article is not one."""
    having = [provision for provision in laws if number in provision.words]
    numbers = {old for provision in having for _, was in provision.was for old in (provision.article, *was)}
    return bool(having) and number not in numbers.union(provision.article for provision in having)


def _by_word(laws: Laws, query: str, on: date, topic: Topic | None) -> LawsAnswer:
    found = search(laws, query, on, topic.id if topic else None)
    if found:
        return Found(query, found)
    if nearest := nearest_topics(laws, query):
        raise StatedError("nothing-found-near", query=query, topics=tuple(near.name for near in nearest))
    raise StatedError("nothing-found", query=query)


def _cited(laws: Laws, reads: tuple[Read, ...], on: date) -> Cited:
    looked_up: dict[tuple[str, str], LookedUp] = {}
    refused: list[StatedError] = []
    for read in reads:
        try:
            found = look_up_read(laws, read, on)
            looked_up[found.law.id, found.citation.number] = found
        except StatedError as error:
            refused.append(error)
    if not looked_up:
        raise refused[0]
    return Cited(tuple(looked_up.values()), tuple(refused))


def _without_law(laws: Laws, read: UnknownLaw | BareNumber, on: date) -> StatedError:
    if isinstance(read, UnknownLaw):
        return StatedError("no-such-law", law=read.name, known=_laws_like(laws, read.name))
    having = {provision.law.id for provision in _standing_on(laws, on, None) if is_under(provision.number, read.number)}
    named = [law for law in laws.laws.values() if law.id in having]
    if not named:
        return StatedError("which-law-has-none", number=read.number)
    return StatedError("which-law", number=read.number, examples=tuple(law.typed(read.number) for law in named))


def _laws_like(laws: Laws, name: str) -> tuple[str, ...]:
    """The laws with a name like one; all where there are none."""
    pairs = set(pairs_of(name))
    shared = {
        law.name: max(len(pairs & set(pairs_of(other.lower()))) for other in (law.id, law.title, *law.also))
        for law in laws.laws.values()
    }
    like = sorted((name for name, count in shared.items() if count), key=lambda name: -shared[name])
    return tuple(like[:EXAMPLES] or shared)


def _standing_on(laws: Laws, on: date, topic_id: str | None) -> Iterable[Provision]:
    """What is in force on a day, and what ended before it with nothing after it, which people still cite."""
    return (
        provision
        for provision in laws
        if (provision.version.in_force(on) or _has_ended(provision, on))
        and (topic_id is None or topic_id in provision.topics)
    )


def _has_ended(provision: Provision, on: date) -> bool:
    until = provision.version.until
    return until is not None and until <= on and provision.version == provision.law.versions[0]


def _grade(provision: Provision) -> int:
    """The place of its law among the grades: constitution and laws first."""
    return GRADES.index(provision.law.grade)


def _standing(provision: Provision) -> tuple[int, str, tuple[tuple[int, ...], str]]:
    return _grade(provision), provision.law.id, number_order(provision.number)
