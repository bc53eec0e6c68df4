"""Do what `cg draft` is asked for: find the plan, choose the form, write the draft."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from collector_guard.commands.options import form_of
from collector_guard.commands.unfit import name_unfit
from collector_guard.desk.draft_file import ICS, form_of_file, stop_without_days, write_file
from collector_guard.desk.environment import FLOW
from collector_guard.drafts.writer import write, write_form
from collector_guard.files.entries import nearest_name
from collector_guard.files.errors import ExitStatus, StatedError, UsageError
from collector_guard.flow.answers_file import given_answers
from collector_guard.flow.plan import plan_of
from collector_guard.flow.walk import next_question, replay
from collector_guard.library.load import folder, load_flow
from collector_guard.render.formats import CARD, DRAFT, DRAFT_FORMATS, DRAFT_LIST

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from collector_guard.desk.environment import Environment
    from collector_guard.flow.draft import Draft
    from collector_guard.flow.model import Flow
    from collector_guard.flow.plan import Plan
    from collector_guard.flow.situation import Situation
    from collector_guard.render.formats import Shown


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a command line asks for: a draft by name or none, the day, the answers, the form and where it goes."""

    name: str
    on: date
    answers: str
    options: Sequence[str]
    form: str
    output: str
    force: bool
    plain: bool


def list_drafts(wanted: Wanted, environment: Environment) -> ExitStatus:
    """Show the drafts that fit the answers, or without answers all there are."""
    form = _form(wanted, environment)
    flow = load_flow(FLOW, environment.language, folder())
    plan = _plan(flow, wanted, environment)
    if form not in DRAFT_LIST:
        raise UsageError("draft-name-missing", form=form, name=flow.drafts.drafts[0].id)
    if plan and plan.card and plan.outcome.alone:
        return _show(CARD[form](plan.card, environment.columns(environment.stdout)), form, wanted, environment)
    offers = plan.drafts if plan else None
    if offers == ():
        environment.say("no-draft-fits")
        return ExitStatus.DONE
    return _show(DRAFT_LIST[form](flow, offers, environment.columns(environment.stdout)), form, wanted, environment)


def write_draft(wanted: Wanted, environment: Environment) -> ExitStatus:
    """Write the draft that was asked for, from the answers or as a blank form.

    StatedError where there is no such draft, or where it does not fit the answers.
    """
    form = _form(wanted, environment)
    flow = load_flow(FLOW, environment.language, folder())
    draft = _named(flow, wanted.name)
    plan = _plan(flow, wanted, environment)
    if plan and plan.card and plan.outcome.alone:
        shown = form if form in CARD else environment.usual_form
        environment.write(CARD[shown](plan.card, environment.columns(environment.stdout)), shown)
        return ExitStatus.DONE
    if plan:
        _stop_unless_offered(draft, plan)
    if form == ICS:
        stop_without_days(draft, plan, flow)
    written = write(draft, plan) if plan else write_form(draft, flow, wanted.on)
    return _show(DRAFT[form](written, plan, environment.columns(environment.stdout)), form, wanted, environment)


def _form(wanted: Wanted, environment: Environment) -> str:
    if wanted.force and not wanted.output:
        raise UsageError("output-force-alone")
    by_name = form_of_file(wanted.output) if wanted.output else ""
    return form_of(wanted.form or by_name, DRAFT_FORMATS, environment, plain=wanted.plain)


def _plan(flow: Flow, wanted: Wanted, environment: Environment) -> Plan | None:
    """The plan of the answers given; None where none was."""
    if not wanted.answers and not wanted.options:
        return None
    given = given_answers(flow, Path(wanted.answers) if wanted.answers else None, wanted.options, wanted.on)
    name_unfit(given.unfit, environment)
    situation = replay(flow, given.taken, on=wanted.on)
    _name_unused(flow, situation, given.taken, environment)
    return plan_of(flow, situation)


def _name_unused(flow: Flow, situation: Situation, taken: Collection[str], environment: Environment) -> None:
    """Say which answers do not count: those behind a question that has no answer, and those that are not asked here."""
    here = [answer.question.id for answer in situation.answers]
    unused = [name for name in taken if name not in here]
    if unused and (following := next_question(flow, situation)):
        environment.say("answers-behind", names=unused, question=following.id)
    elif unused:
        environment.say("not-asked", names=unused)


def _named(flow: Flow, name: str) -> Draft:
    draft = flow.drafts.draft(name)
    if draft:
        return draft
    known = tuple(one.id for one in flow.drafts.drafts)
    if nearest := nearest_name(name, known):
        raise StatedError("unknown-draft-near", name=name, nearest=nearest)
    raise StatedError("unknown-draft", name=name, known=known)


def _stop_unless_offered(draft: Draft, plan: Plan) -> None:
    fitting = tuple(offer.draft.id for offer in plan.drafts)
    if draft.id not in fitting:
        raise StatedError("draft-not-offered", name=draft.id, does=draft.does, known=fitting)


def _show(shown: Shown, form: str, wanted: Wanted, environment: Environment) -> ExitStatus:
    """Write to the file that was asked for, or to stdout."""
    if not wanted.output:
        environment.write(shown, form)
        return ExitStatus.DONE
    path = write_file(wanted.output, shown, environment.language, overwrite=wanted.force)
    environment.say("draft-written", name=str(path))
    return ExitStatus.DONE
