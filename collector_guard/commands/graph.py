"""`cg graph`: the decision tree of a flow, whole or a part of it."""

from typing import Annotated

from collector_guard.commands.declaration import argument, command
from collector_guard.commands.options import AnyFlow, Plain, form_of, form_option
from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.errors import ExitStatus
from collector_guard.render.formats import writer


@command(
    zh="画出流程推出来的决策树：先问什么，什么时候问，哪些问题、事实和结论读它。",
    en="Draw the decision tree that follows from a flow: what is asked, when, and what reads each answer.",
    short=("画出流程的决策树", "Draws the decision tree of a flow"),
    also=("tree", "chart", "决策树"),
)
def graph(
    environment: Environment,
    flow: AnyFlow = FLOW,
    part: Annotated[
        str,
        argument(
            ("[部分]", "[PART]"),
            zh="只画这一部分，比如 door（默认整个流程）",
            en="Only this part, such as door; the whole flow unless given",
        ),
    ] = "",
    form: Annotated[str, form_option("graph")] = "",
    plain: Plain = False,
) -> ExitStatus:
    """Draw the decision tree of a flow, or of one part of it."""
    from collector_guard.library.load import load_flow_from_yaml, place_of
    from collector_guard.review.graph import graph_of

    form = form_of(form, "graph", environment, plain=plain)
    name, flows = place_of(flow)
    drawn = graph_of(load_flow_from_yaml(name, environment.language, flows), part)
    columns = environment.columns(environment.stdout)
    environment.write(writer("graph", form)(drawn, columns), form)
    return ExitStatus.DONE
