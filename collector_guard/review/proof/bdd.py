"""Reduced ordered binary decision diagrams (Bryant 1986), without recursion."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager

from collector_guard.review.proof.budget import STEPS_A_NODE, STEPS_TOGETHER, Budget

FALSE, TRUE = 0, 1
LAST = 1 << 30  # the variable of the two leaves, after every other
LONG = 200  # pairs: where a search takes more, noting what can and must be true shortens it

Triple = tuple[int, int, int]
Pair = tuple[int, int]


class _Made(dict[Triple, int | None]):
    """If-then-else as it was made before, or where it is plain; None where it is neither."""

    def __missing__(self, key: Triple) -> int | None:
        condition, then, otherwise = key
        if condition <= TRUE:
            plain = then if condition else otherwise
        elif then == otherwise:
            plain = then
        elif then == TRUE and otherwise == FALSE:
            plain = condition
        else:
            return None
        self[key] = plain
        return plain


class _Numbers(dict[Triple, int]):
    """The number of each node by its variable and children: one that was not made before is made."""

    def __init__(self, nodes: list[Triple], budget: Budget) -> None:
        super().__init__()
        self._nodes = nodes
        self._budget = budget

    def __missing__(self, key: Triple) -> int:
        self._budget.take(STEPS_A_NODE)
        number = self[key] = len(self._nodes)
        self._nodes.append(key)
        return number


class BDD:
    """A table of nodes: a node is a number, its variable decides between its low (false) and its high (true) child.

    Variables are numbers, the smallest at the top. Equal functions are equal nodes, children have smaller numbers than
    their parents, and every node but FALSE can be satisfied. What takes more work than the budget raises BudgetError.
    """

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self._nodes: list[Triple] = [(LAST, FALSE, FALSE), (LAST, TRUE, TRUE)]
        self._numbers = _Numbers(self._nodes, budget)
        self._made = _Made()
        self._apart: set[Pair] = set()
        # Of FALSE, anything must be true and nothing can be; of TRUE, nothing must and anything can.
        self._can: dict[int, int] = {FALSE: 0, TRUE: -1}
        self._must: dict[int, int] = {FALSE: -1, TRUE: 0}

    def __len__(self) -> int:
        return len(self._nodes)

    def node(self, variable: int, low: int, high: int) -> int:
        """The node of a variable with two children."""
        return low if low == high else self._numbers[variable, low, high]

    def variable(self, variable: int) -> int:
        """The function that a variable is by itself."""
        return self.node(variable, FALSE, TRUE)

    def cube(self, values: Mapping[int, bool]) -> int:
        """That each of these variables has its value."""
        node = TRUE
        for variable in sorted(values, reverse=True):
            node = self.node(variable, FALSE, node) if values[variable] else self.node(variable, node, FALSE)
        return node

    def ite(self, condition: int, then: int, otherwise: int) -> int:
        """If-then-else, of which every other connection is made."""
        nodes, numbers, made = self._nodes, self._numbers, self._made
        first = (condition, then, otherwise)
        waiting = [first] if made[first] is None else []
        while waiting:
            one, two, three = waiting[-1]
            variable, low, high = nodes[one]
            two_top, two_low, two_high = nodes[two]
            three_top, three_low, three_high = nodes[three]
            if two_top < variable or three_top < variable:
                variable = min(two_top, three_top)
                low = high = one
            if two_top != variable:
                two_low = two_high = two
            if three_top != variable:
                three_low = three_high = three
            lows, highs = (low, two_low, three_low), (high, two_high, three_high)
            low_node, high_node = made[lows], made[highs]
            if low_node is None:
                waiting.append(lows)
            elif high_node is None:
                waiting.append(highs)
            else:
                same = low_node == high_node
                made[waiting.pop()] = low_node if same else numbers[variable, low_node, high_node]
        return made[first] or FALSE

    def and_(self, *nodes: int) -> int:
        result = TRUE
        for node in reversed(nodes):  # what is asked first lies on top: joined last, it leaves the others as they are
            result = self.ite(node, result, FALSE)
        return result

    def or_(self, *nodes: int) -> int:
        result = FALSE
        for node in reversed(nodes):
            result = self.ite(node, TRUE, result)
        return result

    def not_(self, node: int) -> int:
        return self.ite(node, FALSE, TRUE)

    def xor(self, node: int, other: int) -> int:
        return self.ite(node, self.not_(other), other)

    def diff(self, node: int, other: int) -> int:
        """That one holds and the other does not."""
        return self.ite(other, FALSE, node)

    def apart(self) -> AbstractContextManager[None]:
        """Make what serves many queries, without taking from the budget of the one at hand."""
        return self.budget.apart(STEPS_TOGETHER)

    def or_silent(self, node: int, gates: Collection[int], variables: Iterable[int]) -> int:
        """That a node holds, or would if it were not for a gate: it must be true there, and is false like all after it.

        `variables` are those that can be true.
        """
        silent = {}
        rest = TRUE
        for variable in sorted(variables, reverse=True):
            if variable in gates:
                silent[variable] = rest
            rest = self.node(variable, rest, FALSE)
        made: dict[int, int] = {}
        for one in self.below((node,)):
            variable, low, high = self._nodes[one]
            left = silent.get(variable, FALSE) if low == FALSE else made.get(low, low)
            made[one] = self.node(variable, left, made.get(high, high))
        return made.get(node, node)

    def restrict(self, node: int, first: int, end: int = LAST) -> int:
        """What is left of a node where the variables from `first` up to `end` are false."""
        made: dict[int, int] = {}
        for one in self._below((node,), end, first):
            variable, low, high = self._nodes[one]
            low = made.get(low, low)
            made[one] = low if variable >= first else self.node(variable, low, made.get(high, high))
        return made.get(node, node)

    def follow(self, node: int, true: Collection[int], end: int) -> int:
        """What is left of a node where of the variables before `end` these are true and all others false."""
        while self._nodes[node][0] < end:
            variable, low, high = self._nodes[node]
            node = high if variable in true else low
        return node

    def exists(self, node: int, first: int, end: int) -> int:
        """That a node holds for some values of the variables from `first` up to `end`."""
        made: dict[int, int] = {}
        for one in self._below((node,), end):
            variable, low, high = self._nodes[one]
            low, high = made.get(low, low), made.get(high, high)
            made[one] = self.or_(low, high) if variable >= first else self.node(variable, low, high)
        return made.get(node, node)

    def support(self, *nodes: int) -> set[int]:
        """The variables on which nodes depend."""
        return {self._nodes[node][0] for node in self.below(nodes)}

    def size(self, node: int) -> int:
        """How many nodes a diagram has, without the leaves."""
        return len(self.below((node,)))

    def below(self, nodes: Iterable[int], known: Collection[int] = ()) -> list[int]:
        """The nodes of some diagrams without the leaves and what is known, children before their parents."""
        return self._below(nodes, LAST, known=known)

    def count(self, node: int, next_read: Sequence[Pair]) -> int:
        """How many ways there are to satisfy a node.

        For each variable is given which is read next where it is false, and which where it is true: one that is passed
        over so has no say.
        """
        ways = [1] * (len(next_read) + 1)
        for variable, (low, high) in reversed(list(enumerate(next_read))):
            ways[variable] = ways[low] + ways[high]
        counts = {FALSE: 0, TRUE: 1}
        for one in self.below((node,)):
            variable, *children = self._nodes[one]
            counts[one] = sum(
                counts[child] * ways[after] // ways[min(self._nodes[child][0], len(next_read))]
                for child, after in zip(children, next_read[variable], strict=True)
            )
        return counts[node] * ways[0] // ways[min(self._nodes[node][0], len(next_read))]

    def meets(self, node: int, other: int) -> bool:
        """Whether two nodes can hold at once; nothing is made, and pairs found apart are remembered.

        What must be true of the other and cannot be of the first ends the search early.
        """
        nodes, apart, must, can = self._nodes, self._apart, self._must, self._can
        waiting, seen = [(node, other)], set[Pair]()
        next_look = LONG
        while waiting:
            if len(seen) == next_look:
                next_look += LONG
                self.budget.take(LONG)
                self._note((node, other))
            pair = waiting.pop()
            one, two = pair
            if must.get(two, 0) & ~can.get(one, -1) or pair in seen or pair in apart:
                continue
            if one <= TRUE or two <= TRUE or one == two:
                if one and two:
                    return True
                continue
            seen.add(pair)
            # As `children` does it, without a call.
            top, low, high = nodes[one]
            other_top, other_low, other_high = nodes[two]
            if top < other_top:
                waiting += (low, two), (high, two)
            elif top > other_top:
                waiting += (one, other_low), (one, other_high)
            else:
                waiting += (low, other_low), (high, other_high)
        self.budget.take(len(seen) % LONG)
        apart |= seen
        return False

    def opened(self, node: int) -> Triple:
        """The variable of a node, and its two children."""
        return self._nodes[node]

    def children(self, pair: Pair) -> tuple[int, Pair, Pair]:
        """The first variable of two nodes, and the two where it is false and where it is true."""
        node, other = pair
        top, low, high = self._nodes[node]
        other_top, other_low, other_high = self._nodes[other]
        if top < other_top:
            return top, (low, other), (high, other)
        if top > other_top:
            return other_top, (node, other_low), (node, other_high)
        return top, (low, other_low), (high, other_high)

    def _note(self, nodes: Iterable[int]) -> None:
        """Note of every node below some which variables can be true where it holds, and which must be, as bits."""
        can, must = self._can, self._must
        for one in self._below(nodes, LAST, known=can):
            variable, low, high = self._nodes[one]
            either = can[low] | can[high]  # variables that are passed over can be true
            can[one] = either if high != FALSE else either & ~(1 << variable)
            must[one] = must[low] & (must[high] | 1 << variable)

    def _below(self, nodes: Iterable[int], end: int, only_low: int = LAST, known: Collection[int] = ()) -> list[int]:
        """The nodes of some diagrams whose variable is before `end`, children before their parents.

        From the variable `only_low` on, no high child is looked at; nothing is below what is `known`.
        """
        waiting, found = list(nodes), set()
        while waiting:
            node = waiting.pop()
            variable, low, high = self._nodes[node]
            if variable < end and node not in found and node not in known:
                found.add(node)
                waiting.append(low)
                if variable < only_low:
                    waiting.append(high)
        self.budget.take(len(found))
        return sorted(found)
