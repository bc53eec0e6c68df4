"""Of the situations in which two nodes meet, the one that weighs most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from itertools import accumulate

from collector_guard.review.proof.bdd import BDD, TRUE
from collector_guard.review.proof.budget import Budget


class Heaviest:
    """The situations of greatest weight, by the weights of the variables that are true in them.

    They are looked for from the best on (A*): no pair of nodes can add more than either does by itself.
    """

    def __init__(self, weights: Sequence[int], bdd: BDD, budget: Budget) -> None:
        self._weights = weights
        self._bdd = bdd
        self._budget = budget
        # What the variables before each can add at most where nothing is asked of them.
        self._free = list(accumulate((max(weight, 0) for weight in weights), initial=0))
        # With each node, the most that can be added from the first variable of all up to where it holds.
        self._most: dict[int, int] = {TRUE: self._free[-1]}

    def where(self, node: int, other: int) -> frozenset[int]:
        """The variables that are true where two nodes hold at once, of the greatest weight together; they must meet.

        A variable on which neither depends is false; of equal weights, that in which the first variable is true is
        taken.
        """
        self._weigh((node, other))
        most, free, children, end = self._most, self._free, self._bdd.children, len(self._weights)
        # True variables are bits, the first the highest, so that what is taken of equal weights is the greater number.
        waiting = [(0, (node, other), 0, 0)]
        looked_at = set()
        while waiting:
            _, pair, weight, true = heappop(waiting)
            if pair in looked_at:
                continue
            if pair == (TRUE, TRUE):
                return frozenset(variable for variable in range(end) if true >> (end - 1 - variable) & 1)
            self._budget.take(2)
            looked_at.add(pair)
            variable, low, high = children(pair)
            left = end - 1 - variable
            through = weight + self._weights[variable], true | 1 << left
            for below, its_weight, its_true in ((low, weight, true), (high, *through)):
                one, two = below
                if one and two and below not in looked_at:
                    bound = its_weight + min(most[one], most[two]) - free[variable + 1]
                    heappush(waiting, (-(bound << end | its_true | (1 << left) - 1), below, its_weight, its_true))
        raise ValueError(node, other)

    def _weigh(self, nodes: Iterable[int]) -> None:
        """Find for every node below some the most that can be added up to where it holds."""
        most, free = self._most, self._free
        for one in self._bdd.below(nodes, known=most):
            variable, low, high = self._bdd.opened(one)
            # Of what lies between, what is passed over was counted as free.
            through = most[high] + self._weights[variable] if high else None
            if low and (through is None or most[low] > through):
                through = most[low]
            most[one] = (through or 0) - free[variable + 1] + free[variable]
