"""`cg book`: everything that a flow says, with its sources, as one document."""

from collector_guard.commands.declaration import command
from collector_guard.commands.options import AnyFlow
from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.errors import ExitStatus
from collector_guard.render.formats import Document


@command(
    zh="把整个流程写成一份 Markdown 文档，给审阅的律师看：每个问题、步骤、认定、承诺和引用的条文，带文件名和行号。",
    en=(
        "Write a whole flow as one Markdown document for the reviewing lawyer: every question, step, "
        "finding, promise and provision cited, with file and line."
    ),
    short=("把整个流程写成一份文档，供律师审阅", "Writes a whole flow as a document for lawyers"),
    also=("print", "全文"),
)
def book(environment: Environment, flow: AnyFlow = FLOW) -> ExitStatus:
    """Print everything that a flow says."""
    from collector_guard.library.load import load_flow_from_yaml, place_of
    from collector_guard.render.review.book import book_document
    from collector_guard.review.book import book_of

    name, flows = place_of(flow)
    loaded = load_flow_from_yaml(name, environment.language, flows)
    environment.write(Document(book_document(book_of(loaded))), "markdown")
    return ExitStatus.DONE
