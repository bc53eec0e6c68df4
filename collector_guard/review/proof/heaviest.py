"""Of the situations in which two nodes meet, the one that weighs most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collector_guard.review.proof.bdd import BDD, FALSE, TRUE, Pair
from collector_guard.review.proof.budget import Budget


class Heaviest:
    """The situations of greatest weight, by the weights of the variables that are true in them."""

    def __init__(self, weights: Sequence[int], bdd: BDD, budget: Budget) -> None:
        self._weights = weights
        self._bdd = bdd
        self._budget = budget
        self._found: dict[Pair, int | None] = {(TRUE, TRUE): 0}

    def where(self, node: int, other: int) -> frozenset[int]:
        """The variables that are true where two nodes hold at once, of the greatest weight together; they must meet.

        A variable on which neither depends is false; of equal weights, that in which the first variable is true is
        taken.
        """
        for pair in self._new_below((node, other)):
            variable, low_pair, high_pair = self._bdd.children(pair)
            low, high = self._found[low_pair], self._found[high_pair]
            taken = None if high is None else high + self._weights[variable]
            self._found[pair] = low if taken is None or (low is not None and low > taken) else taken
        return frozenset(self._path((node, other)))

    def _path(self, pair: Pair) -> Iterator[int]:
        """The variables that are true on the way of greatest weight."""
        while pair != (TRUE, TRUE):
            variable, low, high = self._bdd.children(pair)
            through = self._found[high]
            if through is not None and through + self._weights[variable] == self._found[pair]:
                yield variable
                pair = high
            else:
                pair = low

    def _new_below(self, first: Pair) -> list[Pair]:
        """The pairs below one that were not weighed yet, children before their parents."""
        waiting, new = [first], set()
        while waiting:
            pair = waiting.pop()
            if FALSE in pair:
                self._found[pair] = None
            elif pair not in new and pair not in self._found:
                self._budget.take(2)
                new.add(pair)
                waiting += self._bdd.children(pair)[1:]
        return sorted(new)
