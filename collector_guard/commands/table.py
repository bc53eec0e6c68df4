"""The commands there are, in the order of the help."""

from collector_guard.commands.book import book
from collector_guard.commands.check import check
from collector_guard.commands.diff import diff
from collector_guard.commands.draft import draft
from collector_guard.commands.graph import graph
from collector_guard.commands.laws import laws
from collector_guard.commands.program import cg
from collector_guard.commands.triage import triage

PROGRAM = cg
FOR_READERS = (triage, laws, draft)
FOR_REVIEWERS = (check, graph, book, diff)
COMMANDS = {command.name: command for command in (*FOR_READERS, *FOR_REVIEWERS)}
