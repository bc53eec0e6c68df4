"""`cg diff`: what two flows say differently, each time with answers that show it."""

from typing import Annotated

from collector_guard.commands import completion
from collector_guard.commands.declaration import argument, command
from collector_guard.commands.options import Plain, form_of, form_option
from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.errors import ExitStatus, StatedError
from collector_guard.render.formats import writer
from collector_guard.wording.sentences import LANGUAGES


@command(
    zh="比较两个流程说的有什么不同，每一处给出能看到它的回答。",
    en="Compare what two flows say; every difference comes with answers that show it.",
    short=("比较两个流程的不同", "Compares what two flows say"),
    also=("compare", "比较"),
)
def diff(
    environment: Environment,
    old: Annotated[
        str,
        argument(
            ("旧流程", "OLD"),
            zh="原来的流程：名称或文件夹",
            en="The old flow: its name or folder",
            complete=completion.flows,
        ),
    ] = "",
    new: Annotated[
        str,
        argument(
            ("新流程", "NEW"),
            zh="新的流程：名称或文件夹，默认 doorstep",
            en="The new flow: its name or folder; doorstep unless given",
            complete=completion.flows,
        ),
    ] = FLOW,
    form: Annotated[str, form_option("differences")] = "",
    plain: Plain = False,
) -> ExitStatus:
    """Tell what two flows say differently."""
    from collector_guard.commands.progress import Progress
    from collector_guard.library.load import load_flow_from_yaml, place_of
    from collector_guard.review.comparison import differences

    form = form_of(form, "differences", environment, plain=plain)
    if not old:
        raise StatedError("two-flows")
    places = [place_of(flow) for flow in (old, new)]
    before, after = ({one: load_flow_from_yaml(name, one, folder) for one in LANGUAGES} for name, folder in places)
    with Progress(environment) as progress:
        found = tuple(differences(before, after, progress))
    environment.write(
        writer("differences", form)(found, environment.language, environment.columns(environment.stdout)), form
    )
    return ExitStatus.DONE
