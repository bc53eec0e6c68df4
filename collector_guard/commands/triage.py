"""`cg triage`: ask, then show the plan."""

from typing import Annotated

from collector_guard.commands import completion
from collector_guard.commands.declaration import argument, command, option
from collector_guard.commands.options import Format, On, Plain, day_of, form_of
from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.errors import ExitStatus
from collector_guard.render.formats import CARD, PLAN


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
    language = environment.language
    if now:
        from collector_guard.library.load import folder, load_card

        columns = environment.columns(environment.stdout)
        environment.write(CARD[form](load_card(flow, language, folder()), columns), form)
        return ExitStatus.DONE
    from collector_guard.commands.walking import Asked, walk_and_show
    from collector_guard.library.load import folder, load_flow

    asked = Asked(on=today, answers=answers, options=answer, save=save, form=form, force=force, plain=plain)
    return walk_and_show(load_flow(flow, language, folder()), asked, environment)
