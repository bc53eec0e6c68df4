"""The commands there are, and what each of them takes."""

from typing import NamedTuple

FORMATS = ("terminal", "plain", "markdown", "json")
CHECK_FORMATS = ("terminal", "plain", "json")
GRAPH_FORMATS = ("terminal", "plain", "mermaid", "json")


class Parameter(NamedTuple):
    """An argument or, where it has flags, an option; `help` names the sentence that explains it.

    An option takes a value where it has a metavar. `many` may be given more than once.
    """

    name: str
    flags: tuple[str, ...]
    metavar: str
    help: str
    many: bool = False


class Command(NamedTuple):
    """What is said about a command, and what it takes; each takes HELP besides."""

    help: str
    short_help: str
    parameters: tuple[Parameter, ...]


LANG = Parameter("lang", ("--lang",), "zh|en", "help-lang")
ON = Parameter("on", ("--on",), "YYYY-MM-DD", "help-on")
PLAIN = Parameter("plain", ("--plain",), "", "help-plain")
HELP = Parameter("help", ("-h", "--help"), "", "help-help")


def _format(known: tuple[str, ...]) -> Parameter:
    return Parameter("output", ("--format",), "|".join(known), "help-format")


PROGRAM = Command("help-cg", "", (Parameter("version", ("--version", "-V"), "", "help-version"), LANG))
COMMANDS = {
    "triage": Command(
        "help-triage",
        "help-triage-short",
        (
            Parameter("flow_id", (), "FLOW", "help-flow"),
            Parameter("now", ("--now",), "", "help-now"),
            ON,
            Parameter("answers", ("--answers",), "FILE", "help-answers"),
            Parameter("answer", ("--answer",), "Q=C", "help-answer", many=True),
            Parameter("save", ("--save",), "FILE", "help-save"),
            Parameter("force", ("--force",), "", "help-force"),
            _format(FORMATS),
            PLAIN,
            LANG,
        ),
    ),
    "laws": Command(
        "help-laws",
        "help-laws-short",
        (
            Parameter("query", (), "[QUERY]", "help-query", many=True),
            Parameter("topic", ("--topic",), "TOPIC", "help-topic"),
            Parameter("everywhere", ("--all",), "", "help-all"),
            Parameter("old", ("--old",), "", "help-old"),
            Parameter("check", ("--check",), "FILE", "help-check-text"),
            ON,
            _format(FORMATS),
            PLAIN,
            LANG,
        ),
    ),
    "check": Command(
        "help-check",
        "help-check-short",
        (
            Parameter("flow_name", (), "FLOW", "help-checked-flow"),
            Parameter("explain", ("--explain",), "CODE", "help-explain"),
            Parameter("age", ("--age",), "", "help-age"),
            Parameter("cover", ("--cover",), "FOLDER", "help-cover"),
            ON,
            _format(CHECK_FORMATS),
            PLAIN,
            LANG,
        ),
    ),
    "graph": Command(
        "help-graph",
        "help-graph-short",
        (Parameter("flow_name", (), "FLOW", "help-checked-flow"), _format(GRAPH_FORMATS), PLAIN, LANG),
    ),
    "book": Command("help-book", "help-book-short", (Parameter("flow_name", (), "FLOW", "help-checked-flow"), LANG)),
    "diff": Command(
        "help-diff",
        "help-diff-short",
        (
            Parameter("old", (), "OLD", "help-old-flow"),
            Parameter("new", (), "NEW", "help-new-flow"),
            _format(CHECK_FORMATS),
            PLAIN,
            LANG,
        ),
    ),
}
# The commands for who reviews a flow.
REVIEWING = ("check", "graph", "book", "diff")
