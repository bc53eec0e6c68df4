"""Write a draft for a plan, or as a form for a pen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from collector_guard.drafts.calendar import last_days
from collector_guard.drafts.written import Found, LastDay, Line, Piece, Recipient, Table, Words, WrittenDraft
from collector_guard.flow.conditions import Known, holds
from collector_guard.flow.draft import DAY, FINDINGS, INSERTION, LAST_DAYS, TODAY, Block, Draft, Ticked
from collector_guard.flow.model import NONE, UNKNOWN, Flow, Question
from collector_guard.flow.plan import Plan, PlanFinding
from collector_guard.flow.situation import known_in
from collector_guard.flow.when import ALWAYS, Condition
from collector_guard.wording.sentences import sentence


def write(draft: Draft, plan: Plan) -> WrittenDraft:
    """Write a draft for a plan: what was answered fills it in, and everything else is left to the pen."""
    return _Writer(plan.flow, plan.situation.today, plan).written(draft)


def write_form(draft: Draft, flow: Flow, on: date) -> WrittenDraft:
    """Write a draft without answers: what depends on them has a box to tick."""
    return _Writer(flow, on, None).written(draft)


@dataclass(frozen=True)
class _Writer:
    """Writes for a plan, or without one a form."""

    flow: Flow
    on: date
    plan: Plan | None

    @property
    def known(self) -> Known:
        return known_in(self.flow, self.plan.situation) if self.plan else {}

    def written(self, draft: Draft) -> WrittenDraft:
        known = self.known
        recipients = (
            Recipient(one, self.plan is None and one.when != ALWAYS)
            for one in draft.addressees
            if self.stands(one.when, known)
        )
        blocks = (block for block in draft.blocks if self.stands(block.when, known) and (self.plan or block.blank))
        pieces = tuple(piece for block in blocks for piece in self.pieces(block, known))
        return WrittenDraft(draft, self.flow, self.on, tuple(recipients), pieces, is_form=self.plan is None)

    def stands(self, condition: Condition, known: Known) -> bool:
        """Whether something is written; in a form it is, for the pen to choose."""
        return self.plan is None or holds(condition, known, self.on)

    def pieces(self, block: Block, known: Known) -> Iterator[Piece]:
        if block.role == "table":
            yield Table(block.columns, block.rows)
        elif block.role == "lines":
            yield from (Line() for _ in range(block.rows))
        elif block.role == "list":
            listed = tuple(self.listed(block, known))
            yield from listed or (Line(),)
        else:
            box = self.plan is None and block.when != ALWAYS and block.role in ("text", "point")
            yield Words(block.role, self.filled(block.text, known), box)

    def listed(self, block: Block, known: Known) -> Iterator[Piece]:
        if block.text == FINDINGS:
            yield from map(Found, _restricted(self.plan, block.laws) if self.plan else ())
        elif block.text == LAST_DAYS:
            yield from map(LastDay, last_days(self.plan) if self.plan else ())
        else:
            ticked = next(one for one in self.flow.drafts.lists if one.id == block.text)
            yield from self.ticked(ticked, known)

    def ticked(self, ticked: Ticked, known: Known) -> Iterator[Words]:
        """The choices taken, each in its own words; in a form all there are, to be ticked."""
        for name in ticked.questions:
            question = self.flow.question(name)
            for choice in _choices(question) if question else ():
                if self.plan is None:
                    yield Words("point", choice[1], box=True)
                elif name in known and choice[0] in known[name].values:
                    yield Words("point", choice[1])

    def filled(self, text: str, known: Known) -> str:
        return INSERTION.sub(lambda found: self.insertion(found[1], known), text)

    def insertion(self, name: str, known: Known) -> str:
        if name == TODAY:
            return self.day_words(self.on)
        if name == DAY:
            answered = known.get(self.flow.visit_day)
            given = answered is not None and answered.values != (UNKNOWN,)
            return self.day_words(date.fromisoformat(answered.values[0]) if answered and given else None)
        phrase = next(one for one in self.flow.drafts.phrases if one.id == name)
        return next(wording.says for wording in phrase.wordings if holds(wording.when, known, self.on))

    def day_words(self, day: date | None) -> str:
        if day is None:
            return sentence("blank-day", self.flow.language)
        return sentence("draft-day", self.flow.language, year=day.year, month=day.month, day=day.day)


def _choices(question: Question) -> list[tuple[str, str]]:
    return [(choice.id, choice.label) for choice in question.choices if choice.id not in (NONE, UNKNOWN)]


def _restricted(plan: Plan, laws: tuple[str, ...]) -> Iterator[PlanFinding]:
    """The findings that rest on some laws, with their provisions in these; all of them where none is named."""
    for found in plan.findings:
        wanted = tuple(one for one in found.provisions if not laws or one.law.id in laws)
        if wanted:
            yield found._replace(provisions=wanted)
