"""How much work a check may take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

# A step takes about a microsecond, a node of a diagram as much memory as four of them: half a second for a query, a few
# seconds for all situations together, some ten seconds and half a gigabyte for each half of a check.
STEPS_EACH = 600_000
STEPS_TOGETHER = 2_000_000
STEPS_IN_ALL = 8_000_000
STEPS_A_NODE = 4
STEPS_BETWEEN_LOOKS = 1 << 15


class BudgetError(Exception):
    """More work than one query, or half of a check, may take."""


class Budget:
    """The steps that are left: a step looks at one node or pair of nodes, and making a node takes some more.

    `watch` is called now and then while steps are taken.
    """

    def __init__(self, watch: Callable[[], None] | None = None) -> None:
        self.taken = 0
        self._watch = watch
        self._next_look = STEPS_BETWEEN_LOOKS
        self._end = 0
        self.renew()

    @property
    def is_spent(self) -> bool:
        """Whether nothing is left for any further query."""
        return self.taken >= STEPS_IN_ALL

    def renew(self, steps: int | None = None) -> None:
        """Allow the next query so many steps, where as many are left."""
        self._end = min(self.taken + (STEPS_EACH if steps is None else steps), STEPS_IN_ALL)

    @contextmanager
    def apart(self, steps: int) -> Iterator[None]:
        """Allow so many steps that the query at hand is spared, since what is made with them serves others too."""
        before, end = self.taken, self._end
        self._end = min(before + steps, STEPS_IN_ALL)
        try:
            yield
        finally:
            self._end = min(end + self.taken - before, STEPS_IN_ALL)

    def take(self, steps: int) -> None:
        """Count steps; BudgetError beyond what is allowed."""
        self.taken += steps
        if self.taken > self._end:
            raise BudgetError
        if self._watch and self.taken >= self._next_look:
            self._next_look = self.taken + STEPS_BETWEEN_LOOKS
            self._watch()
