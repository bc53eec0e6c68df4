"""Gather what a reviewing lawyer reads of a flow: every entry with its place, and the law behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from collector_guard.flow.model import Flow
from collector_guard.law.model import Contact, Law, Provision
from collector_guard.review.proof.promises import cites_of
from collector_guard.review.proof.prover import Prover


@dataclass(frozen=True)
class CitedLaw:
    """A law with the provisions of it that a flow cites, and what they were in its older versions."""

    law: Law
    provisions: tuple[Provision, ...]


@dataclass(frozen=True)
class Book:
    """A flow with everything that it uses from elsewhere, each once, in the order of use.

    `situations` is how many complete ones its proofs range over, None where these are too many to count.
    """

    flow: Flow
    situations: int | None
    contacts: tuple[Contact, ...]
    laws: tuple[CitedLaw, ...]

    def cited(self, cites: Iterable[str]) -> tuple[Provision, ...]:
        """The newest text of each provision cited."""
        found = (self.flow.laws.newest(cite) for cite in cites)
        return tuple(provision for provision in found if provision is not None)


def book_of(flow: Flow) -> Book:
    """Everything that a flow says and cites."""
    calls = (*(card.calls for card in flow.cards), *(step.calls for step in flow.steps))
    called = dict.fromkeys(chain.from_iterable(calls))
    return Book(flow=flow, situations=Prover(flow).count(), contacts=tuple(called), laws=tuple(_laws(flow)))


def _laws(flow: Flow) -> Iterator[CitedLaw]:
    cites = [cite for finding in flow.findings for cite in finding.cites]
    for step in flow.steps:
        cites += cites_of(step)
    newest = (flow.laws.newest(cite) for cite in dict.fromkeys(cites))
    by_law: dict[str, list[Provision]] = {}
    for provision in newest:
        if provision is not None:
            by_law.setdefault(provision.law.id, []).append(provision)
    for law_id, provisions in by_law.items():
        with_older = (one for provision in provisions for one in (provision, *_older(flow, provision)))
        yield CitedLaw(
            flow.laws.laws[law_id], tuple({(one.version.id, one.number): one for one in with_older}.values())
        )


def _older(flow: Flow, provision: Provision) -> Iterator[Provision]:
    of_law = flow.laws.provisions[provision.law.id]
    for label, numbers in provision.was:
        yield from (of_law[label, number] for number in numbers if (label, number) in of_law)
