"""The conjunction of many diagrams."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from collector_guard.review.proof.bdd import BDD, FALSE, TRUE

Ranks = tuple[int, ...]


def conjoined(nodes: Iterable[int], bdd: BDD) -> int:
    """The conjunction of nodes in one pass from the top, without a diagram of any part of it."""
    first = tuple(nodes)
    ranked = _Ranked(first, bdd)
    key = ranked.left(first)
    made: dict[Ranks, int] = {(): TRUE, ranked.nothing: FALSE}
    waiting = [] if key in made else [(key, *ranked.split(key))]
    while waiting:
        left, variable, low, high = waiting[-1]
        if low not in made:
            waiting.append((low, *ranked.split(low)))
        elif high not in made:
            waiting.append((high, *ranked.split(high)))
        else:
            bdd.budget.take(1 + len(left) // 8)
            made[left] = bdd.node(variable, made[low], made[high])
            waiting.pop()
    return made[key]


class _Ranked:
    """The nodes of some diagrams, ranked by their variables; FALSE is the last but one, TRUE the last.

    What is left to conjoin are ranks in their order, so that those to open next stand first and none stands twice.
    """

    def __init__(self, nodes: Iterable[int], bdd: BDD) -> None:
        opened = {node: bdd.opened(node) for node in (*bdd.below(nodes), FALSE, TRUE)}
        ranked = sorted(opened, key=lambda node: opened[node][0])
        self._ranks = {node: rank for rank, node in enumerate(ranked)}
        self._opened = [
            (variable, self._ranks[low], self._ranks[high]) for variable, low, high in map(opened.__getitem__, ranked)
        ]
        self.nothing: Ranks = (self._ranks[FALSE],)

    def left(self, nodes: Iterable[int]) -> Ranks:
        """What is left of nodes of which none was opened yet."""
        return self._with((self._ranks[node] for node in nodes), ())

    def split(self, left: Ranks) -> tuple[int, Ranks, Ranks]:
        """The first variable of what is left, and what then is left where it is false and where it is true."""
        variable = self._opened[left[0]][0]
        lows, highs = [], []
        for rank in left:
            top, low, high = self._opened[rank]
            if top != variable:
                break
            lows.append(low)
            highs.append(high)
        rest = left[len(lows) :]
        return variable, self._with(lows, rest), self._with(highs, rest)

    def _with(self, ranks: Iterable[int], rest: Ranks) -> Ranks:
        """Other ranks beside some in their order: without TRUE, and FALSE alone where it is among them."""
        false = self.nothing[0]
        for rank in ranks:
            if rank == false:
                return self.nothing
            place = bisect_left(rest, rank)
            if rank < false and rest[place : place + 1] != (rank,):
                rest = (*rest[:place], rank, *rest[place:])
        return rest
