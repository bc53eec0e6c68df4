"""Run a command for readers, however its command line was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from collector_guard import __version__
from collector_guard.commands.options import day_of, form_of
from collector_guard.desk.environment import FLOW
from collector_guard.wording.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from collector_guard.desk.environment import Environment

# --lang is read before the command line is, because mistakes are told in that language.


class Start(NamedTuple):
    """What is given to the program where no command is."""

    version: bool = False
    lang: str = ""


class Triage(NamedTuple):
    """What is given to `cg triage`."""

    flow_id: str = FLOW
    now: bool = False
    on: str = ""
    answers: str = ""
    answer: Sequence[str] | None = None
    save: str | None = None
    force: bool = False
    output: str = ""
    plain: bool = False
    lang: str = ""


class LawSearch(NamedTuple):
    """What is given to `cg laws`."""

    query: Sequence[str] | None = None
    topic: str | None = None
    everywhere: bool = False
    old: bool = False
    check: str = ""
    on: str = ""
    output: str = ""
    plain: bool = False
    lang: str = ""


def run(command: str, given: Mapping[str, Any], environment: Environment) -> int:
    """Run triage, laws or, as "", the program itself with what is given by name; the exit status."""
    if command == "triage":
        return triage(Triage(**given), environment)
    if command == "laws":
        return laws(LawSearch(**given), environment)
    return start(Start(**given), environment)


def start(given: Start, environment: Environment) -> int:
    """Show the version, or whom to call and then the help."""
    if given.version:
        print(f"cg {__version__}", file=environment.stdout)
        return 0
    from collector_guard.commands.help_text import help_text, paragraphs

    print(
        paragraphs(sentence("emergency-lines", environment.language), environment), end="\n\n", file=environment.stdout
    )
    print(help_text("", environment), file=environment.stdout)
    return 0


def triage(given: Triage, environment: Environment) -> int:
    """Show the emergency card, or walk a flow and show the plan."""
    form = form_of(given.output, environment, plain=given.plain)
    today = day_of(given.on)
    if given.now:
        from collector_guard.desk.showing import show_card

        show_card(given.flow_id, form, environment)
        return 0
    from collector_guard.commands.walking import Asked, walk_and_show
    from collector_guard.library.load import folder, load_flow

    flow = load_flow(given.flow_id, environment.language, folder())
    answer = tuple(given.answer or ())
    asked = Asked(today, given.answers, answer, given.save, form, force=given.force, plain=given.plain)
    return walk_and_show(flow, asked, environment)


def laws(given: LawSearch, environment: Environment) -> int:
    """Show what is found of the law."""
    from collector_guard.desk.showing import show_law
    from collector_guard.law.query import Wanted

    form = form_of(given.output, environment, plain=given.plain)
    query = tuple(given.query or ())
    wanted = Wanted(query, day_of(given.on), given.topic, given.everywhere, given.old, given.check)
    show_law(wanted, form, environment)
    return 0
