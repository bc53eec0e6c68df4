"""Answer whether something can hold in any situation that the questions of a flow can lead to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property, partial
from typing import TypeVar

from collector_guard.flow.model import Flow, Taken
from collector_guard.flow.when import Condition
from collector_guard.review.proof.bdd import BDD, FALSE
from collector_guard.review.proof.budget import STEPS_TOGETHER, Budget, BudgetError
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.examples import Examples
from collector_guard.review.proof.heaviest import Heaviest
from collector_guard.review.proof.situations import Among, Situations

Truth = Callable[..., int]
Truths = Callable[..., Iterable[int]]
Result = TypeVar("Result")


class Verdict(Enum):
    """What came of a query; undecided is what takes more than the budget."""

    NOWHERE = "nowhere"
    SOMEWHERE = "somewhere"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Proof:
    """A verdict and, where something holds somewhere, the answers on which it depends in such a situation.

    `count` is how many questions were counted there, None where none were.
    """

    verdict: Verdict
    answers: Mapping[str, Taken] = field(default_factory=dict)
    count: int | None = None


NOWHERE, UNDECIDED = Proof(Verdict.NOWHERE), Proof(Verdict.UNDECIDED)


class Prover:
    """Answers queries about the situations of one flow, or of several joined, each on a budget of its own.

    A truth is a function of the encodings of the flows: making it is part of its query. What random walks show to be
    somewhere needs no diagram. Where all situations together are too large, a query looks only at the questions on
    which its truth depends.
    """

    def __init__(self, *flows: Flow, extra: Iterable[Condition] = (), budget: Budget | None = None) -> None:
        """Take flows, and the conditions beside their own that will be asked about; CycleError as Situations has it."""
        self.flow = flows[0]
        self.queries = 0
        self.budget = budget or Budget()
        self.bdd = BDD(self.budget)
        self._is_tried = False
        self._all: dict[Among, int] | None = None
        self._parts: dict[tuple[str, ...], dict[Among, int]] = {}
        self._weighed: dict[frozenset[str] | None, Heaviest] = {}
        self._flows, self._extra = flows, tuple(extra)
        self._situations = self._within_budget(lambda: Situations(flows, self._extra, self.bdd), None)

    @property
    def situations(self) -> Situations:
        """The variables of all questions; BudgetError where they take too much."""
        if self._situations is None:
            raise BudgetError
        return self._situations

    @cached_property
    def examples(self) -> Examples:
        """Situations that random walks lead to."""
        return Examples(self._flows, self._extra)

    @property
    def is_exhausted(self) -> bool:
        """Whether nothing more can be proved: every further query is undecided."""
        return self._situations is None or self.budget.is_spent

    @property
    def encoding(self) -> Encoding:
        """The conditions of the first flow as nodes."""
        return self.situations.encodings[0]

    def decide(self, truth: Truth, among: Among = Among.ALL) -> Verdict:
        """Whether a truth holds in any of these situations."""
        return self.prove(lambda: Proof(self._decided(truth, among))).verdict

    def shown(self, truths: Truths, count: int, among: Among = Among.ALL) -> list[bool]:
        """Which of so many truths, each a query, random walks show in these situations: all in one pass."""
        shown = self.examples.show_each(truths, count, among)
        self.queries += sum(shown)
        return shown

    def show(self, truth: Truth, among: Among = Among.ALL, steps: int | None = None) -> Proof:
        """Whether a truth holds in any of these situations, with one that takes the fewest answers."""
        return self.prove(lambda: self._shown(self._node(truth), among), steps)

    def longest(self, truth: Truth, counted: Collection[str]) -> Proof:
        """The complete situation in which a truth holds and the most of these questions are answered."""
        return self.prove(lambda: self._longest(self._node(truth), frozenset(counted)))

    def prove(self, query: Callable[[], Proof], steps: int | None = None) -> Proof:
        """Answer one query on a budget of its own, so many steps or the usual; what exceeds it is undecided."""
        self.queries += 1
        return self._within_budget(query, UNDECIDED, steps)

    def count(self) -> int | None:
        """How many complete situations there are, answers that no condition can tell apart counted once."""
        return self._within_budget(self._count, None)

    def meets(self, node: int, among: Among = Among.ALL) -> bool:
        """Whether a node holds in any of these situations; BudgetError beyond the budget of the query at hand."""
        return node != FALSE and self.bdd.meets(self._diagram(among, node), node)

    def cheapest(self, node: int, among: Among = Among.ALL) -> frozenset[int]:
        """The variables that are true where a node holds in the fewest answers; it must hold somewhere."""
        return self._heaviest(None).where(self._diagram(among, node), node)

    def _decided(self, truth: Truth, among: Among) -> Verdict:
        if self.examples.show(truth, among) or self.meets(self._node(truth), among):
            return Verdict.SOMEWHERE
        return Verdict.NOWHERE

    def _node(self, truth: Truth) -> int:
        return truth(*self.situations.encodings)

    def _shown(self, node: int, among: Among) -> Proof:
        if not self.meets(node, among):
            return NOWHERE
        true = self.cheapest(node, among)
        return Proof(Verdict.SOMEWHERE, self.situations.answers(true, self.situations.cone(node)))

    def _longest(self, node: int, counted: frozenset[str]) -> Proof:
        diagrams = self._whole()
        if diagrams is None:
            return UNDECIDED
        whole = diagrams[Among.COMPLETE]
        if not self.bdd.meets(whole, node):
            return NOWHERE
        true = self._heaviest(counted).where(whole, node)
        places = self.situations.places
        last = max((number for number, place in enumerate(places) if place.name in counted), default=-1)
        told = {place.name for place in (*places[: last + 1], *self.situations.cone(node))}
        answers = self.situations.answers(true, [place for place in places if place.name in told])
        return Proof(Verdict.SOMEWHERE, answers, count=len(counted.intersection(answers)))

    def _heaviest(self, counted: frozenset[str] | None) -> Heaviest:
        """What finds the situation with the most of these questions answered, or with the fewest answers of all.

        Among as many, with the fewest ticks.
        """
        if counted not in self._weighed:
            places = self.situations.places
            weights = [weight for place in places for weight in place.weights()]
            most = 2 * len(weights)  # one answer weighs more than all that can be true of it
            for place in places:
                weights[place.start] += -most if counted is None else most * (place.name in counted)
            self._weighed[counted] = Heaviest(weights, self.bdd, self.budget)
        return self._weighed[counted]

    def _count(self) -> int | None:
        diagrams = self._whole()
        return None if diagrams is None else self.situations.count(diagrams[Among.COMPLETE])

    def _diagram(self, among: Among, node: int) -> int:
        """The situations of all questions or, where these are too many, of those on which a node depends."""
        diagrams = self._whole()
        if diagrams is None:
            places = self.situations.cone(node)
            names = tuple(place.name for place in places)
            diagrams = self._parts.get(names)
            if diagrams is None:
                diagrams = self._parts[names] = self.situations.diagrams(places)
        return diagrams[among]

    def _whole(self) -> dict[Among, int] | None:
        """The situations of all questions, made on a budget of their own; None where that is too little."""
        if not self._is_tried:
            situations = self.situations
            self._is_tried = True
            all_places = situations.places
            self._all = self._within_budget(lambda: situations.diagrams(all_places), None, STEPS_TOGETHER)
            for encoding in situations.encodings:  # that an outcome stands alone is a part of most truths
                self._within_budget(partial(getattr, encoding, "alone"), None, STEPS_TOGETHER)
            self.budget.renew()
        return self._all

    def _within_budget(self, work: Callable[[], Result], otherwise: Result, steps: int | None = None) -> Result:
        if self.budget.is_spent:
            return otherwise
        self.budget.renew(steps)
        try:
            return work()
        except BudgetError:
            return otherwise
