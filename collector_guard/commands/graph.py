"""`cg graph`: the decision tree of a flow, whole or a part of it."""

from typing import Annotated

from collector_guard.commands.declaration import argument, command, option
from collector_guard.commands.options import AnyFlow, Plain, form_of
from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.errors import ExitStatus
from collector_guard.render.formats import Document

FORMS = ("terminal", "plain", "mermaid")


@command("help-graph", "help-graph-short", also=("tree", "chart", "决策树"))
def graph(
    environment: Environment,
    flow: AnyFlow = FLOW,
    part: Annotated[str, argument("named-part", "help-part")] = "",
    form: Annotated[str, option("help-format", "--format", value="named-format", choices=FORMS)] = "",
    plain: Plain = False,
) -> ExitStatus:
    """Draw the decision tree of a flow, or of one part of it."""
    from collector_guard.library.load import load_flow_from_yaml, place_of
    from collector_guard.render.review.graph_layout import graph_lines
    from collector_guard.render.review.mermaid import mermaid_chart
    from collector_guard.review.graph import graph_of

    form = form_of(form, FORMS, environment, plain=plain)
    name, flows = place_of(flow)
    drawn = graph_of(load_flow_from_yaml(name, environment.language, flows), part)
    columns = environment.columns(environment.stdout)
    environment.write(Document(mermaid_chart(drawn)) if form == "mermaid" else graph_lines(drawn, columns), form)
    return ExitStatus.DONE
