"""The words of a condition, and where each of them matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from collector_guard.flow.when import Aged, AllOf, AnyOf, Condition, Is, Test, Within
from collector_guard.review.proof.encoding import Encoding


def first_name(condition: Condition) -> str:
    """The word that stands for a condition or a part of one: the name it reads first."""
    while isinstance(condition, AllOf | AnyOf):
        condition = condition.parts[0]
    return condition.name


def words_of(condition: Condition) -> tuple[str, ...]:
    """Each word of a condition that can be left out: a line, a member of a list or one of two bounds."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            found: list[str] = []
            for part in parts:
                # Of an only alternative nothing would be left.
                found += [first_name(part)] if isinstance(condition, AllOf) or len(parts) > 1 else []
                found += words_of(part)
            return tuple(found)
        case Is(_, values):
            return values if len(values) > 1 else ()
    return (condition.name,) * 2 if _less_a_bound(condition) else ()


def where_words_matter(condition: Condition, encoding: Encoding) -> Iterator[int]:
    """For each of its words, where a condition without it is another: for all in one pass.

    A part decides where the parts beside it leave it to decide.
    """
    logic = encoding.logic
    match condition:
        case AllOf(parts):
            held = [encoding.holds(part) for part in parts]
            for part, here, others in zip(parts, held, _all_but_one(logic.and_, held), strict=True):
                yield logic.diff(others, here)
                yield from (logic.and_(others, matters) for matters in where_words_matter(part, encoding))
        case AnyOf(parts):
            held = [encoding.holds(part) for part in parts]
            for part, here, others in zip(parts, held, _all_but_one(logic.or_, held), strict=True):
                if len(parts) > 1:
                    yield logic.diff(here, others)
                yield from (logic.diff(matters, others) for matters in where_words_matter(part, encoding))
        case Is(name, values):
            if len(values) > 1:
                held = [encoding.is_(name, value) for value in values]
                yield from map(logic.diff, held, _all_but_one(logic.or_, held))
        case _:
            held_so = encoding.holds(condition)
            yield from (logic.xor(encoding.holds(less), held_so) for less in _less_a_bound(condition))


def _all_but_one(join: Callable[..., int], truths: Sequence[int]) -> Iterator[int]:
    """For each of some truths, all others joined."""
    before = accumulate(truths[:-1], join, initial=join())
    after = list(accumulate(truths[:0:-1], lambda joined, one: join(one, joined), initial=join()))
    return map(join, before, reversed(after))


def _less_a_bound(line: Test) -> tuple[Condition, ...]:
    """What is left of a line without one of its two bounds or the other."""
    match line:
        case Within(name, start, before) if start and before:
            return Within(name, start, None), Within(name, None, before)
        case Aged(name, older, newer) if older and newer:
            return Aged(name, older, None), Aged(name, None, newer)
    return ()
