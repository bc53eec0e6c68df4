"""The words of a condition, and where each of them matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from collector_guard.flow.when import Aged, AllOf, AnyOf, Condition, Is, Test, Within
from collector_guard.review.proof.encoding import Encoding

Making = Callable[[], int]


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


def where_words_matter(condition: Condition, encoding: Encoding) -> Iterator[Making]:
    """For each of its words, what makes the truth that a condition without it is another.

    A part decides where the parts beside it leave it to decide.
    """
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for place, part in enumerate(parts):
                left_to_it = cache(partial(_left_to_it, condition, place, encoding))
                if isinstance(condition, AllOf) or len(parts) > 1:
                    yield partial(_without, condition, place, left_to_it, encoding)
                for matters in where_words_matter(part, encoding):
                    yield partial(_both, left_to_it, matters, encoding)
        case Is(_, values):
            if len(values) > 1:
                yield from (partial(_alone, condition, value, encoding) for value in values)
        case _:
            yield from (partial(_differ, condition, less, encoding) for less in _less_a_bound(condition))


def _left_to_it(condition: AllOf | AnyOf, place: int, encoding: Encoding) -> int:
    """That the parts beside one do not decide already."""
    others = map(encoding.holds, (*condition.parts[:place], *condition.parts[place + 1 :]))
    logic = encoding.logic
    return logic.and_(*others) if isinstance(condition, AllOf) else logic.not_(logic.or_(*others))


def _without(condition: AllOf | AnyOf, place: int, left_to_it: Making, encoding: Encoding) -> int:
    held = encoding.holds(condition.parts[place])
    return (encoding.logic.diff if isinstance(condition, AllOf) else encoding.logic.and_)(left_to_it(), held)


def _both(left_to_it: Making, matters: Making, encoding: Encoding) -> int:
    return encoding.logic.and_(left_to_it(), matters())


def _alone(line: Is, value: str, encoding: Encoding) -> int:
    others = (encoding.is_(line.name, one) for one in line.values if one != value)
    return encoding.logic.diff(encoding.is_(line.name, value), encoding.logic.or_(*others))


def _differ(line: Condition, other: Condition, encoding: Encoding) -> int:
    return encoding.logic.xor(encoding.holds(line), encoding.holds(other))


def _less_a_bound(line: Test) -> tuple[Condition, ...]:
    """What is left of a line without one of its two bounds or the other."""
    match line:
        case Within(name, start, before) if start and before:
            return Within(name, start, None), Within(name, None, before)
        case Aged(name, older, newer) if older and newer:
            return Aged(name, older, None), Aged(name, None, newer)
    return ()
