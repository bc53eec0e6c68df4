"""`cg triage`: ask, then show the plan."""

from typing import TYPE_CHECKING, Annotated

from collector_guard.commands import completion
from collector_guard.commands.declaration import argument, command, option
from collector_guard.commands.options import Format, On, Plain, day_of, form_of
from collector_guard.commands.unfit import name_unfit
from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.errors import ExitStatus, UsageError
from collector_guard.render.formats import CARD, PLAN

if TYPE_CHECKING:
    from datetime import date

    from collector_guard.desk.autosave import Autosave
    from collector_guard.flow.answers_file import Given
    from collector_guard.flow.model import Flow
    from collector_guard.flow.walk import Walk


@command("help-triage", "help-triage-short", also=("ask", "start", "go", "开始", "提问", "催收", "上门", "怎么办"))
def triage(
    environment: Environment,
    flow: Annotated[str, argument("named-flow", "help-flow", completion.our_flows)] = FLOW,
    now: Annotated[bool, option("help-now", "--now")] = False,
    on: On = "",
    answers: Annotated[str, option("help-answers", "--answers", value="named-file")] = "",
    answer: Annotated[
        tuple[str, ...], option("help-answer", "--answer", value="named-answer", complete=completion.answers)
    ] = (),
    save: Annotated[str | None, option("help-save", "--save", value="named-file")] = None,
    force: Annotated[bool, option("help-force", "--force")] = False,
    form: Format = "",
    plain: Plain = False,
) -> ExitStatus:
    """Show the emergency card, or walk a flow and show its plan."""
    form = form_of(form, PLAN, environment, plain=plain)
    today = day_of(on)
    if now:
        return _show_card(flow, form, environment)
    if force and save is None:
        raise UsageError("force-alone")
    from collector_guard.library.load import folder, load_flow

    loaded = load_flow(flow, environment.language, folder())
    walk, given = _begun(loaded, answers, answer, today)
    autosave = None
    if save is not None:
        from collector_guard.desk.autosave import autosave_for

        autosave = autosave_for(save, walk, environment, given, answers, force=force)
    name_unfit(given.unfit, environment)
    shows_pages = environment.stdout.isatty() and (plain or form == "terminal")
    if environment.stdin.isatty() and (walk.question or shows_pages):
        from collector_guard.desk.session import lead

        autosave = lead(walk, environment, autosave, plain=plain)
    elif walk.question:
        return _show_what_is_missing(walk, autosave, environment, plain=plain)
    return _show_plan(walk, given, autosave, "" if shows_pages else form, environment)


def _show_card(flow: str, form: str, environment: Environment) -> ExitStatus:
    from collector_guard.library.load import folder, load_card

    card = load_card(flow, environment.language, folder())
    environment.write(CARD[form](card, environment.columns(environment.stdout)), form)
    return ExitStatus.DONE


def _begun(flow: "Flow", file: str, options: tuple[str, ...], today: "date") -> "tuple[Walk, Given]":
    """Begin a walk with the answers of a file and of options, and tell what was given."""
    from pathlib import Path

    from collector_guard.flow.answers_file import given_answers
    from collector_guard.flow.walk import Walk

    given = given_answers(flow, Path(file) if file else None, options, today)
    return Walk(flow, on=today, given=given.taken, said=given.said), given


def _show_what_is_missing(
    walk: "Walk", autosave: "Autosave | None", environment: Environment, *, plain: bool
) -> ExitStatus:
    """Say what can already be said, the next question, and how to go on: nobody is there to ask."""
    from collector_guard.desk.unasked import show_what_is_missing

    show_what_is_missing(walk, environment, plain=plain)
    if autosave:
        autosave.write(walk)
        autosave.say_how_to_go_on(walk)
    return ExitStatus.ANSWERS_MISSING


def _show_plan(
    walk: "Walk", given: "Given", autosave: "Autosave | None", form: str, environment: Environment
) -> ExitStatus:
    """Save the answers, name those that were given and not asked for, and write the plan unless its form is ""."""
    if autosave:
        autosave.write(walk)
    answered = [answer.question.id for answer in walk.situation.answers]
    if unused := [name for name in given.taken if name not in answered]:
        environment.say("not-asked", names=unused)
    if form:
        environment.write(PLAN[form](walk.plan, environment.columns(environment.stdout)), form)
    return autosave.status() if autosave else ExitStatus.DONE
