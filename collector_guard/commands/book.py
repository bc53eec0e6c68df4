"""`cg book`: everything that a flow says, with its sources, as one document."""

from collector_guard.commands.declaration import command
from collector_guard.commands.options import AnyFlow
from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.errors import ExitStatus
from collector_guard.render.formats import Document


@command("help-book", "help-book-short", also=("print", "全文"))
def book(environment: Environment, flow: AnyFlow = FLOW) -> ExitStatus:
    """Print everything that a flow says."""
    from collector_guard.library.load import load_flow_from_yaml, place_of
    from collector_guard.render.review.book import book_document
    from collector_guard.review.book import book_of

    name, flows = place_of(flow)
    loaded = load_flow_from_yaml(name, environment.language, flows)
    environment.write(Document(book_document(book_of(loaded))), "markdown")
    return ExitStatus.DONE
