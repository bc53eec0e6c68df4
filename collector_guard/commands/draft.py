"""`cg draft`: list what can be written, or write one of it."""

from typing import Annotated

from collector_guard.commands import completion
from collector_guard.commands.declaration import argument, command, option
from collector_guard.commands.options import On, Plain, day_of
from collector_guard.desk.environment import Environment
from collector_guard.files.errors import ExitStatus
from collector_guard.render.formats import DRAFT_FORMATS


@command("help-draft", "help-draft-short", also=("drafts", "write", "letter", "record", "写", "文书", "记录", "投诉信"))
def draft(
    environment: Environment,
    name: Annotated[str, argument("named-draft", "help-named-draft", completion.drafts)] = "",
    on: On = "",
    answers: Annotated[str, option("help-draft-answers", "--answers", value="named-file")] = "",
    answer: Annotated[
        tuple[str, ...], option("help-answer", "--answer", value="named-answer", complete=completion.answers)
    ] = (),
    form: Annotated[str, option("help-draft-format", "--format", value="named-format", choices=DRAFT_FORMATS)] = "",
    output: Annotated[str, option("help-output", "--output", value="named-file")] = "",
    force: Annotated[bool, option("help-output-force", "--force")] = False,
    plain: Plain = False,
) -> ExitStatus:
    """List the drafts that fit the answers, or write one; without answers they are blank forms."""
    from collector_guard.commands.drafting import Wanted, list_drafts, write_draft

    wanted = Wanted(
        name=name, on=day_of(on), answers=answers, options=answer, form=form, output=output, force=force, plain=plain
    )
    return write_draft(wanted, environment) if name else list_drafts(wanted, environment)
