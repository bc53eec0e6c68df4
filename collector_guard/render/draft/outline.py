"""A draft in words, and in order: entries for every format."""

from collections.abc import Iterable
from typing import TypeAlias

from collector_guard.drafts.written import Passage, Piece, Recipient, Table, WrittenDraft
from collector_guard.flow.draft import Draft
from collector_guard.flow.model import Flow
from collector_guard.flow.plan import PlanDraft, PlanFinding, PlanStep
from collector_guard.flow.when import ALWAYS
from collector_guard.render.naming import name_of, remarks_of_grade
from collector_guard.render.plan.words import deadline_words, reason_words
from collector_guard.wording.sentences import bracketed, colon, joined, listed, sentence, word

# The mark before what a pen ticks.
BOX = "□ "


# What formats write.
Outline: TypeAlias = tuple[Passage | Table, ...]


def outline(draft: WrittenDraft) -> Outline:
    """Put a draft into words: whom it is for, then its blocks; where the pen chooses among desks, they stand last."""
    flow = draft.flow
    recipients = (Passage("for", _recipient(one, flow)) for one in draft.recipients)
    pieces = (_entry(piece, flow, large=draft.draft.large) for piece in draft.pieces)
    if sum(one.box for one in draft.recipients) > 1:
        return (*pieces, Passage("heading", sentence("draft-desks", flow.language)), *recipients)
    return (*recipients, *pieces)


def footer(draft: WrittenDraft) -> str:
    """Write what stands below a draft for its reader alone."""
    flow = draft.flow
    form = [sentence("draft-form", flow.language)] if draft.is_form else []
    cited = (name_of(one, flow.language) for cite in draft.draft.cites for one in flow.laws.on(cite, draft.on))
    laws = listed(dict.fromkeys(cited), flow.language)
    law = [sentence("draft-rests-on", flow.language, laws=laws)] if laws else []
    notes = (sentence("draft-honest", flow.language), *form, *law, sentence("not-advice", flow.language))
    reviewed = sentence("reviewed", flow.language, on=flow.reviewed, next=flow.next_review)
    return joined((*notes, reviewed), flow.language)


def offered(flow: Flow, offers: Iterable[PlanDraft] | None) -> tuple[str, tuple[tuple[Draft, str], ...]]:
    """Head the list of the drafts that fit, each with its reason, or with None for offers of all there are."""
    language = flow.language
    if offers is None:
        return sentence("drafts-there-are", language), tuple((draft, "") for draft in flow.drafts.drafts)
    return sentence("drafts-that-fit", language), tuple((one.draft, _why(one, language)) for one in offers)


def _why(offer: PlanDraft, language: str) -> str:
    if offer.draft.when == ALWAYS:
        return sentence("draft-always", language)
    return reason_words(offer.reason, language)


def _recipient(recipient: Recipient, flow: Flow) -> str:
    language = flow.language
    called = listed((f"{call.name} {call.number}" for call in recipient.addressee.calls), language)
    to = recipient.addressee.to + (bracketed(called, language) if called else "")
    return (BOX if recipient.box else "") + sentence("draft-for", language, to=to)


def _entry(piece: Piece, flow: Flow, *, large: bool) -> Passage | Table:
    match piece:
        case PlanFinding():
            return Passage("point", _finding(piece, flow.language))
        case PlanStep():
            return Passage("point", last_day_words(piece, flow))
        case Passage("point", text) if large:
            return Passage("text", text)
    return piece


def _finding(found: PlanFinding, language: str) -> str:
    named = (name_of(one, language) + remarks_of_grade(one, language) for one in found.provisions)
    law = bracketed(listed(named, language), language)
    return colon(word(found.finding.certainty, language), language) + found.finding.says + law


def last_day_words(planned: PlanStep, flow: Flow) -> str:
    """Say what to do, until when, and by which provision."""
    deadline = planned.deadline
    if deadline is None:
        return planned.step.title
    day, moves = deadline_words(deadline, flow)
    law = bracketed(name_of(deadline.provision, flow.language), flow.language) if deadline.provision else ""
    separator = "。" if flow.language == "zh" else ". "
    return planned.step.title + separator + day + moves + law
