"""Questions asked in vain: no answer to them, whatever is answered later, changes the plan.

An answer matters where another one, with the same answers to all that is asked later up to any moment, leads to
another plan. What is asked later may itself depend on the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import chain
from typing import NamedTuple

from collector_guard.files.errors import Kind, Problem
from collector_guard.flow.draft import DAY, INSERTION
from collector_guard.flow.model import Question
from collector_guard.flow.when import Is, Within
from collector_guard.review.case import Case
from collector_guard.review.proof.bdd import FALSE
from collector_guard.review.proof.encoding import Encoding
from collector_guard.review.proof.places import Place
from collector_guard.review.proof.prover import Proof, Prover
from collector_guard.review.proof.situations import Among
from collector_guard.review.proof.verdicts import unbroken

ASKED_IN_VAIN = Kind(
    "asked-in-vain",
    "问 '{name}' 没有用，无论怎么回答、后面怎么回答，计划都一样。最短的例子：{answers}",
    (
        "'{name}' is asked in vain: no answer to it or to what follows changes the plan. The "
        "shortest answers that show it: {answers}"
    ),
)

ANYWHERE = None
Situation = frozenset[int] | None


def problems(case: Case) -> Iterator[Problem]:
    """Find every question that is asked in vain, with the fewest answers that lead to such a situation."""
    prover = case.prover
    matters = _Matters(prover)
    found: list[tuple[Question, Proof]] = []
    # From the last to the first: a question matters where it decides whether one that matters is asked.
    for place, question in reversed(list(enumerate(prover.flow.questions))):
        proof = prover.show(partial(matters.in_vain, place), Among.COMPLETE)
        before = {name: taken for name, taken in proof.answers.items() if name != question.id}
        found.append((question, Proof(proof.verdict, before)))
    for question, proof in reversed(found):
        yield from unbroken(proof, question.id, ASKED_IN_VAIN)


class _Effect(NamedTuple):
    """Something of a plan, looked at after the question at a place, that the answer to an earlier one may change."""

    node: int
    last: int
    differs: Callable[[int, int], int]


class _Matters:
    """For each question, given by its place, the situations in which an answer to it matters.

    They are collected until they are all in which it is asked: from what is plain to what has to be looked for.
    """

    def __init__(self, prover: Prover) -> None:
        self._prover = prover
        self._bdd = prover.bdd
        self._found: dict[int, int] = {}
        self._reads: dict[int, list[int]] = {}
        self._depends: dict[int, frozenset[int]] = {}

    def in_vain(self, place: int, _: Encoding) -> int:
        """That a question is asked where no answer to it matters; of its own answer nothing is said."""
        asked = self._bdd.variable(self._places[place].start)
        self._found[place] = FALSE
        for node in self._plainly(place):
            if node != FALSE:
                self._found[place] = self._bdd.or_(self._found[place], node)
                if not self._prover.meets(self._bdd.diff(asked, self._found[place]), Among.COMPLETE):
                    return FALSE
        return self._looked_for(place, asked)

    def _plainly(self, place: int) -> Iterator[int]:
        """Where an answer matters at once, or decides whether a question is asked whose answer matters."""
        yield from self._at_once(self._of_entries(place), place)
        for later in range(place + 1, len(self._places)):
            asker, found = self._places[later].askers[0], self._found[later]
            if place in self._depends_on(asker):
                asked = self._walked(self._bdd.and_(asker, found), later - 1, place, ANYWHERE)
                not_asked = self._walked(self._bdd.not_(asker), later - 1, place, ANYWHERE)
                both = self._bdd.and_(self._some_answer(asked, place), self._some_answer(not_asked, place))
                yield self._whatever_follows(both, place)
        yield from self._at_once(self._of_outcomes(place), place)

    def _at_once(self, effects: Iterable[_Effect], place: int) -> Iterator[int]:
        return (self._of_effect(effect, place, ANYWHERE) for effect in effects if effect.last == place)

    def _looked_for(self, place: int, asked: int) -> int:
        """That a question is asked in vain in the cheapest situation left; where it matters, others like it go too."""
        while True:
            left = self._bdd.diff(asked, self._found[place])
            if not self._prover.meets(left, Among.COMPLETE):
                return FALSE
            example = self._prover.cheapest(left, Among.COMPLETE)
            effect = self._first_seen_in(example, place)
            if effect is None:
                start = self._places[place].start
                return self._bdd.and_(asked, self._bdd.cube({one: one in example for one in range(start)}))
            self._found[place] = self._bdd.or_(self._found[place], self._of_effect(effect, place, ANYWHERE))

    def _first_seen_in(self, situation: Situation, place: int) -> _Effect | None:
        """The first effect that an answer has in a situation, in which many come to the same."""
        looked_at = set()
        for effect in chain(self._of_entries(place), self._of_outcomes(place)):
            here = effect._replace(node=self._in(situation, effect.node, place))
            if here not in looked_at and self._of_effect(here, place, situation) != FALSE:
                return effect
            looked_at.add(here)
        return None

    def _of_entries(self, place: int) -> Iterator[_Effect]:
        """What an answer may change in a plan, after each question that it can be seen after."""
        name = self._prover.flow.questions[place].id
        yield from self._seen_in(self._plan, place)
        for node in self._dated.get(name, ()):
            lasts = {place, *(last for last in self._read(node) if last > place)}
            yield from (_Effect(node, last, self._is_dated) for last in sorted(lasts))

    def _of_outcomes(self, place: int) -> Iterator[_Effect]:
        """Which outcomes an answer may change: they are large, since none before one may hold, and come last."""
        return self._seen_in(map(self._prover.encoding.outcome, self._prover.flow.outcomes), place)

    def _seen_in(self, nodes: Iterable[int], place: int) -> Iterator[_Effect]:
        for node in nodes:
            if place in self._depends_on(node):
                yield from (_Effect(node, last, self._differs) for last in self._read(node) if last >= place)

    def _of_effect(self, effect: _Effect, place: int, situation: Situation) -> int:
        """Where an answer has an effect, in a situation or anywhere, for some answers to what is asked after it."""
        node = self._prover.situations.after(self._in(situation, effect.node, place), effect.last)
        walked = self._walked(node, effect.last, place, situation)
        return self._whatever_follows(effect.differs(walked, place), place)

    def _in(self, situation: Situation, node: int, place: int) -> int:
        """What is left of a node in a situation in which a question is asked."""
        start = self._places[place].start
        return node if situation is ANYWHERE else self._bdd.follow(node, situation, start)

    def _differs(self, node: int, place: int) -> int:
        """That a node holds for some answers to a question and not for others."""
        return self._bdd.and_(self._some_answer(node, place), self._some_answer(self._bdd.not_(node), place))

    def _is_dated(self, node: int, place: int) -> int:
        """That a node holds for some date, so that two dates make a difference."""
        known = self._prover.encoding.holds(Within(self._places[place].name, None, None))
        return self._some_answer(self._bdd.and_(known, node), place)

    def _some_answer(self, node: int, place: int) -> int:
        one = self._places[place]
        return self._bdd.exists(self._bdd.and_(self._answered[place], node), one.start, one.end)

    def _whatever_follows(self, node: int, place: int) -> int:
        """That a node holds for some answers to the questions after a place."""
        for later in reversed(self._read(node)):
            node = self._some_answer(node, later) if later > place else node
        return node

    def _walked(self, node: int, last: int, place: int, situation: Situation) -> int:
        """A node in which the questions after a place, up to the last, have the answers that they have if asked."""
        for number in range(last, place, -1):
            one = self._places[number]
            if number in self._read(node):
                asked = self._in(situation, one.askers[0], place)
                node = self._bdd.ite(asked, node, self._bdd.restrict(node, one.start, one.end))
        return node

    def _read(self, node: int) -> list[int]:
        """The places of the questions that a node reads."""
        if node not in self._reads:
            self._reads[node] = sorted({self._numbers[variable] for variable in self._bdd.support(node)})
        return self._reads[node]

    def _depends_on(self, node: int) -> frozenset[int]:
        """The places of the questions that a node reads, or that decide whether these are asked."""
        if node not in self._depends:
            found = set(self._read(node))
            for place in range(max(found, default=0), -1, -1):
                if place in found:
                    found.update(self._read(self._places[place].askers[0]))
            self._depends[node] = frozenset(found)
        return self._depends[node]

    @cached_property
    def _numbers(self) -> list[int]:
        """For each variable, the number of its place."""
        return [number for number, one in enumerate(self._places) for _ in range(one.start, one.end)]

    @cached_property
    def _answered(self) -> list[int]:
        """For each place, that its question is asked and answered."""
        bdd = self._bdd
        return [bdd.and_(one.asked((True,), bdd), one.answer(bdd)) for one in self._places]

    @cached_property
    def _dated(self) -> dict[str, list[int]]:
        """What in a plan has another date by the answer to a question: its deadlines, and the law of the visit."""
        flow, in_plan = self._prover.flow, self._prover.encoding.in_plan
        dated = {flow.visit_day: [in_plan(finding) for finding in flow.findings] + self._filled_in[DAY]}
        for step in flow.steps:
            if step.due:
                dated.setdefault(step.due.after, []).append(in_plan(step))
        return dated

    @cached_property
    def _plan(self) -> list[int]:
        """What a plan consists of beside its outcome; in which order it is shown follows from that and the dates."""
        flow, encoding = self._prover.flow, self._prover.encoding
        nodes = [encoding.in_plan(step) for step in flow.steps]
        nodes += [encoding.in_plan(finding) for finding in flow.findings]
        nodes += self._written()
        if flow.alarm:
            nodes.append(self._bdd.diff(encoding.holds(flow.alarm.when), encoding.alone))
        if flow.last_days_wait:
            nodes += [encoding.may_press(step) for step in flow.steps if step.due]
        # What reads least depends least on other answers: one of the first is usually enough.
        return sorted(dict.fromkeys(nodes), key=lambda node: len(self._read(node)))

    def _written(self) -> Iterator[int]:
        """What the drafts of a plan consist of: their parts, and the words that are filled in."""
        drafts, encoding = self._prover.flow.drafts, self._prover.encoding
        for draft in drafts.drafts:
            parts = (self._bdd.and_(encoding.in_plan(draft), encoding.holds(one)) for one in draft.conditions())
            yield from (encoding.in_plan(draft), *parts)
        for phrase in drafts.phrases:
            here = self._bdd.or_(*self._filled_in[phrase.id])
            wordings = encoding.firsts((str(place), one.when) for place, one in enumerate(phrase.wordings))
            yield from (self._bdd.and_(here, node) for node in wordings.values())
        for ticked in drafts.lists:
            here = self._bdd.or_(*self._filled_in[ticked.id])
            questions = (one for one in self._prover.flow.questions if one.id in ticked.questions)
            choices = (Is(one.id, (choice.id,)) for one in questions for choice in one.choices)
            yield from (self._bdd.and_(here, encoding.holds(choice)) for choice in choices)

    @cached_property
    def _filled_in(self) -> dict[str, list[int]]:
        """For each insertion and list of the drafts, that it is somewhere in those of a plan."""
        encoding = self._prover.encoding
        found: dict[str, list[int]] = defaultdict(list)
        for draft in self._prover.flow.drafts.drafts:
            for block in draft.blocks:
                node = self._bdd.and_(encoding.in_plan(draft), encoding.holds(block.when))
                for name in [block.text] if block.role == "list" else INSERTION.findall(block.text):
                    found[name].append(node)
        return found

    @property
    def _places(self) -> list[Place]:
        return self._prover.situations.places
