"""Decision diagrams: every truth over the same tests is one node, however it was written."""

FALSE, TRUE = 0, 1
MOST_NEW_NODES = 100_000
LAST = 1 << 30  # behind every variable


class BudgetError(Exception):
    """More nodes than one question about a flow may take."""


class Diagrams:
    """A table of nodes; a node is a number, its variable decides between a low (false) and a high (true) node.

    Variables are numbers in the order of asking. Equal truths are equal numbers (Bryant 1986).
    """

    def __init__(self) -> None:
        self._nodes = [(LAST, FALSE, FALSE), (LAST, TRUE, TRUE)]
        self._numbers: dict[tuple[int, int, int], int] = {}
        self._chosen: dict[tuple[int, int, int], int] = {}
        self._given: dict[tuple[int, int, int], int] = {}
        self.renew_budget()

    def renew_budget(self) -> None:
        """Allow so many new nodes again; beyond them BudgetError is raised."""
        self._most = len(self._nodes) + MOST_NEW_NODES

    def variable(self, place: int) -> int:
        """The truth of one test."""
        return self._node(place, FALSE, TRUE)

    def choose(self, condition: int, then: int, otherwise: int) -> int:
        """If-then-else, of which every other connection is made."""
        if condition in (FALSE, TRUE):
            return then if condition == TRUE else otherwise
        if then == otherwise:
            return then
        if then == TRUE and otherwise == FALSE:
            return condition
        key = (condition, then, otherwise)
        chosen = self._chosen.get(key)
        if chosen is None:
            chosen = self._chosen[key] = self._chosen_at_top(*key)
        return chosen

    def _chosen_at_top(self, condition: int, then: int, otherwise: int) -> int:
        """If-then-else by the first variable of the three; written out, since most of a proof is spent here."""
        nodes = self._nodes
        place, low, high = nodes[condition]
        then_place, then_low, then_high = nodes[then]
        other_place, other_low, other_high = nodes[otherwise]
        top = min(place, then_place, other_place)
        if place != top:
            low = high = condition
        if then_place != top:
            then_low = then_high = then
        if other_place != top:
            other_low = other_high = otherwise
        return self._node(top, self.choose(low, then_low, other_low), self.choose(high, then_high, other_high))

    def both(self, *nodes: int) -> int:
        result = TRUE
        for node in nodes:
            result = self.choose(result, node, FALSE)
        return result

    def either(self, *nodes: int) -> int:
        result = FALSE
        for node in nodes:
            result = self.choose(result, TRUE, node)
        return result

    def negated(self, node: int) -> int:
        return self.choose(node, FALSE, TRUE)

    def differing(self, node: int, other: int) -> int:
        """That exactly one of two holds."""
        return self.choose(node, self.negated(other), other)

    def but_not(self, node: int, other: int) -> int:
        return self.choose(other, FALSE, node)

    def after(self, node: int, truths: dict[int, bool], end: int) -> int:
        """What is left of a node once every variable below `end` is known; one without a truth is false."""
        while self._nodes[node][0] < end:
            place, low, high = self._nodes[node]
            node = high if truths.get(place) else low
        return node

    def given(self, node: int, place: int, truth: bool) -> int:  # noqa: FBT001 a truth is what a variable has
        """What is left of a node once one variable is known."""
        if self._nodes[node][0] >= place:
            return self._nodes[node][2 if truth else 1] if self._nodes[node][0] == place else node
        key = (node, place, int(truth))
        if key not in self._given:
            top, low, high = self._nodes[node]
            self._given[key] = self._node(top, self.given(low, place, truth), self.given(high, place, truth))
        return self._given[key]

    def variables(self, *nodes: int) -> set[int]:
        """The variables on which nodes depend."""
        seen: set[int] = set()
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting += self._nodes[node][1:] if self._nodes[node][0] != LAST else ()
        return {self._nodes[node][0] for node in seen} - {LAST}

    def _node(self, place: int, low: int, high: int) -> int:
        if low == high:
            return low
        key = (place, low, high)
        if key not in self._numbers:
            if len(self._nodes) >= self._most:
                raise BudgetError
            self._numbers[key] = len(self._nodes)
            self._nodes.append(key)
        return self._numbers[key]
