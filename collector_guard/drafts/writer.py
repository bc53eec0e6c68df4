"""Write a draft for a plan, or as a form for a pen."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from collector_guard.drafts.calendar import last_days
from collector_guard.drafts.written import Passage, Piece, Recipient, Table, WrittenDraft
from collector_guard.flow.conditions import Known, holds
from collector_guard.flow.draft import DAY, FINDINGS, INSERTION, LAST_DAYS, TODAY, Block, Draft, Ticked
from collector_guard.flow.model import NONE, UNKNOWN, Flow
from collector_guard.flow.plan import Plan, PlanFinding, answered_day
from collector_guard.flow.situation import known_in
from collector_guard.flow.when import ALWAYS, Condition
from collector_guard.wording.sentences import sentence


def write(draft: Draft, plan: Plan) -> WrittenDraft:
    """Write a draft for a plan: what was answered fills it in, and everything else is left to the pen."""
    known = known_in(plan.flow, plan.situation)
    return _Writer(flow=plan.flow, on=plan.situation.today, plan=plan, known=known).written(draft)


def write_form(draft: Draft, flow: Flow, on: date) -> WrittenDraft:
    """Write a draft without answers: what depends on them has a box to tick."""
    return _Writer(flow=flow, on=on, plan=None, known={}).written(draft)


class _Writer(NamedTuple):
    """Writes for a plan, or without one a form."""

    flow: Flow
    on: date
    plan: Plan | None
    known: Known

    def written(self, draft: Draft) -> WrittenDraft:
        recipients = (
            Recipient(one, self.plan is None and one.when != ALWAYS)
            for one in draft.addressees
            if self.stands(one.when)
        )
        blocks = (block for block in draft.blocks if self.stands(block.when) and (self.plan or block.blank))
        pieces = tuple(piece for block in blocks for piece in self.pieces(block))
        return WrittenDraft(
            draft=draft,
            flow=self.flow,
            on=self.on,
            recipients=tuple(recipients),
            pieces=pieces,
            is_form=self.plan is None,
        )

    def stands(self, condition: Condition) -> bool:
        """Tell whether something is written; in a form it is, for the pen to choose."""
        return self.plan is None or holds(condition, self.known, self.on)

    def pieces(self, block: Block) -> Iterator[Piece]:
        line = Passage("line", sentence("blank-line", self.flow.language))
        match block.role:
            case "table":
                yield Table(block.columns, block.rows)
            case "lines":
                yield from [line] * block.rows
            case "list":
                yield from tuple(self.listed(block)) or (line,)
            case "text" | "point" if self.plan is None and block.when != ALWAYS:
                yield Passage("box", self.filled(block.text))
            case role:
                yield Passage(role, self.filled(block.text))

    def listed(self, block: Block) -> Iterator[Piece]:
        if block.text == FINDINGS:
            yield from _restricted(self.plan, block.laws) if self.plan else ()
        elif block.text == LAST_DAYS:
            yield from last_days(self.plan) if self.plan else ()
        else:
            ticked = next(one for one in self.flow.drafts.lists if one.id == block.text)
            yield from self.ticked(ticked)

    def ticked(self, ticked: Ticked) -> Iterator[Passage]:
        """The choices taken, each in its own words; in a form all there are, to be ticked."""
        for question in filter(None, map(self.flow.question, ticked.questions)):
            for choice in (one for one in question.choices if one.id not in (NONE, UNKNOWN)):
                if self.plan is None:
                    yield Passage("box", choice.label)
                elif question.id in self.known and choice.id in self.known[question.id].values:
                    yield Passage("point", choice.label)

    def filled(self, text: str) -> str:
        return INSERTION.sub(lambda found: self.insertion(found[1]), text)

    def insertion(self, name: str) -> str:
        if name == TODAY:
            return self.day_words(self.on)
        if name == DAY:
            return self.day_words(answered_day(self.flow.visit_day, self.known))
        phrase = next(one for one in self.flow.drafts.phrases if one.id == name)
        return next(wording.says for wording in phrase.wordings if holds(wording.when, self.known, self.on))

    def day_words(self, day: date | None) -> str:
        if day is None:
            return sentence("blank-day", self.flow.language)
        return sentence("draft-day", self.flow.language, year=day.year, month=day.month, day=day.day)


def _restricted(plan: Plan, laws: tuple[str, ...]) -> Iterator[PlanFinding]:
    """The findings that rest on some laws, with their provisions in these; all of them where none is named."""
    for found in plan.findings:
        wanted = tuple(one for one in found.provisions if not laws or one.law.id in laws)
        if wanted:
            yield found._replace(provisions=wanted)
