"""`cg draft`: list what can be written, or write one of it."""

from typing import TYPE_CHECKING, Annotated

from collector_guard.commands import completion
from collector_guard.commands.declaration import argument, command, option
from collector_guard.commands.given import begun, name_unfit, name_unused
from collector_guard.commands.options import FILE, Answer, On, Plain, day_of, form_of, form_option
from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.errors import ExitStatus, StatedError, UsageError
from collector_guard.render.formats import offers, writer

if TYPE_CHECKING:
    from datetime import date

    from collector_guard.flow.draft import Draft
    from collector_guard.flow.model import Flow
    from collector_guard.flow.plan import Plan
    from collector_guard.render.formats import Shown


@command(
    zh=(
        "写出可以带走的东西：记录、报案陈述、给放款方的信、投诉、答辩和异议、门卡、日历。不写名称，"
        "就列出能写的。给了回答就填进去，没给就是空白的，用笔填。什么都不保存，除非写 --output。"
    ),
    en=(
        "Write what you can take along: a record, a statement, letters, a complaint, an answer to a court, "
        "a door card, a calendar. Without a name it lists what can be written. Answers fill it in; "
        "without them it is a form for a pen. Nothing is stored without --output."
    ),
    short=("写记录、报案陈述、信、门卡、日历", "Writes a record, a statement, letters, a calendar"),
    also=("drafts", "write", "letter", "record", "写", "文书", "记录", "投诉信"),
)
def draft(
    environment: Environment,
    name: Annotated[
        str,
        argument(
            ("[名称]", "[NAME]"),
            zh="写哪一份，比如 record",
            en="Which draft, for example record",
            complete=completion.drafts,
        ),
    ] = "",
    on: On = "",
    answers: Annotated[
        str, option("--answers", zh="从这个文件读回答（JSON）", en="Read answers from this file (JSON)", value=FILE)
    ] = "",
    answer: Answer = (),
    form: Annotated[
        str, form_option("draft", zh="输出格式；ics 是日历", en="The form of the output; ics is a calendar")
    ] = "",
    output: Annotated[
        str,
        option(
            "--output",
            zh="写到这个文件，只有你能读。名字以 .html、.md、.ics 结尾就用那种格式。",
            en=(
                "Write to this file, which only you can read. A name that ends in .html, .md or .ics chooses that form."
            ),
            value=FILE,
        ),
    ] = "",
    force: Annotated[
        bool, option("--force", zh="和 --output 一起：覆盖已有的文件", en="With --output: overwrite a file that exists")
    ] = False,
    plain: Plain = False,
) -> ExitStatus:
    """List the drafts that fit the answers, or write one; without answers they are blank forms."""
    from collector_guard.desk.draft_file import form_of_file, write_file
    from collector_guard.library.load import folder, load_flow, with_drafts

    if force and not output:
        raise UsageError("needs-option", one="--force", other="--output")
    form = form_of(form or (form_of_file(output) if output else ""), "draft", environment, plain=plain)
    today = day_of(on)
    flow = with_drafts(load_flow(FLOW, environment.language, folder()), folder())
    chosen = _chosen(flow, name, form)
    plan = _plan(flow, answers, answer, today, environment) if answers or answer else None
    columns = environment.columns(environment.stdout)
    # Beside a card that is alone nothing else may stand, whatever was asked for.
    if plan and plan.card and plan.outcome.alone:
        form = form if offers(form, "card") else environment.usual_form
        environment.write(writer("card", form)(plan.card, columns), form)
        return ExitStatus.DONE
    fitting = plan.drafts if plan else None
    if not chosen and fitting == ():
        environment.say("no-draft-fits")
        return ExitStatus.DONE
    if chosen:
        shown = _written(chosen, flow, plan, today, form, columns)
    else:
        shown = writer("drafts", form)(flow, fitting, columns)
    if output:
        path = write_file(output, shown, environment.language, overwrite=force)
        environment.say("draft-written", name=str(path))
    else:
        environment.write(shown, form)
    return ExitStatus.DONE


def _chosen(flow: "Flow", name: str, form: str) -> "Draft | None":
    """Find the draft of a name, None for the list; UsageError or StatedError where there is none in that form."""
    known = tuple(one.id for one in flow.drafts.drafts)
    if not name:
        if not offers(form, "drafts"):
            raise UsageError("draft-name-missing", form=form, name=known[0])
        return None
    if chosen := flow.drafts.draft(name):
        return chosen
    from collector_guard.files.entries import unknown

    raise unknown("draft", name, known)


def _plan(flow: "Flow", file: str, options: tuple[str, ...], today: "date", environment: Environment) -> "Plan":
    """Make the plan of the answers given, and name those that do not fit or do not count."""
    walk, given = begun(flow, file, options, today)
    name_unfit(given, environment)
    name_unused(given.taken, walk, environment)
    return walk.plan


def _written(chosen: "Draft", flow: "Flow", plan: "Plan | None", today: "date", form: str, columns: int) -> "Shown":
    """Write a draft from the answers, or as a blank form; StatedError where it does not fit the answers."""
    from collector_guard.desk.draft_file import shown_draft

    if plan and chosen not in (offer.draft for offer in plan.drafts):
        fitting = tuple(offer.draft.id for offer in plan.drafts)
        raise StatedError("draft-not-offered", name=chosen.id, does=chosen.does, known=fitting)
    return shown_draft(chosen, plan, flow, today, form, columns)
