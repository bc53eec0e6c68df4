"""Find provisions by what people type: a citation, a topic, words, slang, pinyin, English."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from collector_guard.files.errors import StatedError, Typed
from collector_guard.law.citation import BareNumber, Citation, Read, UnknownLaw, refuse_long
from collector_guard.law.lookup import LookedUp, is_under, look_up, number_order, version_on
from collector_guard.law.model import GRADES, Article, Law, Laws, Provision, ShortAnswer, Topic
from collector_guard.law.ranking import Corpus, folded, terms_of

NEAREST_TOPICS = 3
EXAMPLES = 5
MOST_FOUND = 20
# An answer is given where one of so many found provisions is among the first that it cites.
FIRST_FOUND = 3


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
    """What was found by word, best first, and the answer to a usual question that comes nearest."""

    query: str
    provisions: tuple[Provision, ...]
    answer: ShortAnswer | None = None


LawsAnswer = AllTopics | OfTopic | Cited | Found


class NoSuchLaw(StatedError):
    """A number of a law that is not in the library; `known` are the laws with a name like it."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__("no-such-law", law=Typed(name), known=known)


def answer(
    laws: Laws, query_words: Sequence[str], on: date, topic: str | None = None, numbers: Sequence[BareNumber] = ()
) -> LawsAnswer:
    """What to show for a query that cites no law: topics, a topic by its number, or what is found by word.

    `numbers` are those that were read in it. Raises StatedError for a number of no topic, and where no provision
    holds the words, with the topics that come near.
    """
    query = " ".join(query_words).strip()
    chosen = topic_named(laws, topic) if topic is not None else None
    if query_words and not query:
        raise StatedError("empty-query")
    if not query:
        return OfTopic(chosen, by_topic(laws, chosen, on)) if chosen else AllTopics(laws.topics)
    if len(numbers) == 1 and numbers[0].plain:
        numbered = _topic_by_number(laws, numbers[0].number)
        if numbered and not chosen:
            return OfTopic(numbered, by_topic(laws, numbered, on))
        if _is_a_word(laws, numbers[0].number):
            return _by_word(laws, query, on, chosen)
    if numbers:
        raise _without_law(laws, numbers[0], on)
    if folded(query).isdecimal() and not any(folded(query) in law.also for law in laws.laws.values()):
        raise StatedError("no-topic-of-number", number=Typed(query), last=len(laws.topics))
    return _by_word(laws, query, on, chosen)


def look_up_read(laws: Laws, read: Read, on: date) -> LookedUp:
    """What one reading of a query is on a day; StatedError where it is nothing, or a number of no named law."""
    if isinstance(read, Citation):
        return look_up(laws, read, on)
    raise _without_law(laws, read, on)


def search(laws: Laws, query: str, on: date, topic: Topic | None = None) -> tuple[Provision, ...]:
    """The provisions in force on a day that answer a query, best first; `topic` is the one to stay in.

    The name of a law brings what is held of it first, unless it is a word that people type for other things as well.
    Raises StatedError (empty-query, query-too-long; why nothing is held of the law that is named).
    """
    refuse_long(query)
    terms = terms_of(query, laws.lay_words)
    if not terms:
        raise StatedError("empty-query")
    standing = sorted(_standing_on(laws, on), key=_grade)
    if topic:
        standing = [provision for provision in standing if topic.id in provision.topics]
    order = Corpus(_texts(laws, standing)).ranked(terms)
    found = tuple(standing[place] for place in order[:MOST_FOUND])
    law = _law_named(laws, query)
    if law is None or any(query.strip().lower() in provision.words for provision in found):
        return found
    if not laws.provisions[law.id]:
        version_on(law, on)
        raise StatedError("text-not-held", law=law.name, day=on)
    of_law = (provision for provision in standing if provision.law == law)
    return tuple(dict.fromkeys((*sorted(of_law, key=_standing), *found)))


def usual_answer(laws: Laws, query: str, found: Sequence[Provision]) -> ShortAnswer | None:
    """The answer that rests on most of the first provisions found; of equals the nearest in words.

    It rests on the best of them or on two, or is the nearest in words of all.
    """
    first = [provision.cite for provision in found[:FIRST_FOUND]]
    answers = [answer for topic in laws.topics for answer in topic.answers]
    shared = [sum(FIRST_FOUND - first.index(cite) for cite in answer.cites if cite in first) for answer in answers]
    order = Corpus([f"{answer.asks}\n{answer.says}" for answer in answers]).ranked(terms_of(query, laws.lay_words))
    order += [place for place in range(len(answers)) if place not in order]
    near = [place for rank, place in enumerate(order) if shared[place] >= (FIRST_FOUND if rank else 1)]
    return answers[max(near, key=lambda place: shared[place])] if near else None


def by_topic(laws: Laws, topic: Topic, on: date) -> tuple[Provision, ...]:
    """What a topic holds on a day: what its answers rest on, by use, then laws first, reports and warnings last."""
    use = {cite: place for place, cite in enumerate(topic.cites)}

    def place(provision: Provision) -> int:
        names = (provision, *laws.successors(provision))
        return min((use[one.cite] for one in names if one.cite in use), default=len(use))

    standing = (one for one in _standing_on(laws, on) if topic.id in one.topics or place(one) < len(use))
    return tuple(sorted(standing, key=lambda provision: (place(provision), _standing(provision))))


def topic_named(laws: Laws, name: str) -> Topic:
    """The topic of an id, a number of the list or any part of a name.

    Raises StatedError: no-such-topic, no-topic-of-number, or several-topics where a part is of more than one name.
    """
    wanted = folded(name).strip()
    exact = next((topic for topic in laws.topics if wanted in (topic.id, topic.name.lower())), None)
    if found := exact or _topic_by_number(laws, wanted):
        return found
    if wanted.isdecimal():
        raise StatedError("no-topic-of-number", number=Typed(name), last=len(laws.topics))
    like = [topic for topic in laws.topics if wanted and (wanted in topic.name.lower() or wanted in topic.id)]
    if not like:
        raise StatedError("no-such-topic", topic=Typed(name), last=len(laws.topics))
    if len(like) > 1:
        numbers = tuple(f"{laws.topics.index(topic) + 1} {topic.name}" for topic in like)
        raise StatedError("several-topics", topic=Typed(name), topics=numbers)
    return like[0]


def nearest_topics(laws: Laws, query: str) -> tuple[Topic, ...]:
    """The topics with a name, or a word of a provision, like a word of a query that is misspelt."""
    from difflib import get_close_matches

    of_word: dict[str, dict[str, None]] = {}
    for topic in laws.topics:
        for word in (topic.id, topic.name.lower()):
            of_word.setdefault(word, {})[topic.id] = None
    for provision in laws:
        for word in provision.words:
            of_word.setdefault(word.lower(), {}).update(dict.fromkeys(provision.topics))
    near = (word for part in folded(query).split() for word in get_close_matches(part, of_word, NEAREST_TOPICS))
    ids = dict.fromkeys(topic_id for word in near for topic_id in of_word[word])
    return tuple(topic for topic in laws.topics if topic.id in tuple(ids)[:NEAREST_TOPICS])


def _texts(laws: Laws, provisions: Sequence[Provision]) -> list[str]:
    """What is searched of each provision: its law, what we say of it, its topics, and the answers that rest on it."""
    names = {law.id: "\n".join((law.title, *law.also)) for law in laws.laws.values()}
    topics = {topic.id: f"{topic.id} {topic.name}" for topic in laws.topics}
    answers: dict[str, str] = {}
    for answer in (answer for topic in laws.topics for answer in topic.answers):
        for cite in answer.cites:
            answers[cite] = f"{answers.get(cite, '')}\n{answer.asks}\n{answer.says}"
    return [
        "\n".join(
            (
                names[one.law.id],
                one.number,
                one.gist,
                one.line or "",
                one.limits,
                one.quote or "",
                *one.words,
                # Pinyin is typed with spaces and without.
                *[word.replace(" ", "") for word in one.words if " " in word],
                *[topics.get(topic, topic) for topic in one.topics],
                answers.get(one.cite, ""),
            )
        )
        for one in provisions
    ]


def _law_named(laws: Laws, query: str) -> Law | None:
    """The law that has a query for a name, whatever marks and spaces are in either."""
    named = _letters(folded(query))
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
    found = search(laws, query, on, topic)
    if found:
        return Found(query, found, usual_answer(laws, query, found))
    if nearest := nearest_topics(laws, query):
        raise StatedError("nothing-found-near", query=Typed(query), topics=tuple(near.name for near in nearest))
    raise StatedError("nothing-found", query=Typed(query))


def _without_law(laws: Laws, read: UnknownLaw | BareNumber, on: date) -> StatedError:
    if isinstance(read, UnknownLaw):
        return NoSuchLaw(read.name, _laws_like(laws, read.name))
    having = {provision.law.id for provision in _standing_on(laws, on) if is_under(provision.number, read.number)}
    named = [law for law in laws.laws.values() if law.id in having]
    last = len(laws.topics)
    if not named:
        return StatedError(
            "topic-or-law-has-none" if read.plain else "which-law-has-none", number=Typed(read.number), last=last
        )
    examples = tuple(law.typed(read.number) for law in named)
    return StatedError(
        "topic-or-law" if read.plain else "which-law", number=Typed(read.number), last=last, examples=examples
    )


def _laws_like(laws: Laws, name: str) -> tuple[str, ...]:
    """The laws with a name like one; all where there are none."""
    pairs = set(pairwise(name))
    shared = {
        law.name: max(len(pairs.intersection(pairwise(other.lower()))) for other in names)
        for law in laws.laws.values()
        if (names := (law.id, law.title, *law.also))
    }
    like = sorted((name for name, count in shared.items() if count), key=lambda name: -shared[name])
    return tuple(like[:EXAMPLES] or shared)


def _standing_on(laws: Laws, on: date) -> Iterable[Provision]:
    """What is in force on a day, and what ended before it with nothing after it, which people still cite."""
    return (provision for provision in laws if provision.version.in_force(on) or _has_ended(provision, on))


def _has_ended(provision: Provision, on: date) -> bool:
    until = provision.version.until
    return until is not None and until <= on and provision.version == provision.law.versions[0]


def _grade(provision: Provision) -> int:
    """The place of its law among the grades: constitution and laws first."""
    return GRADES.index(provision.law.grade)


def _standing(provision: Provision) -> tuple[int, str, tuple[tuple[int, ...], str]]:
    return _grade(provision), provision.law.id, number_order(provision.number)
