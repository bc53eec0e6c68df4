"""`cg laws`: what the law says."""

import sys
from typing import TYPE_CHECKING, Annotated

from collector_guard.commands import completion
from collector_guard.commands.declaration import argument, command, option
from collector_guard.commands.options import Format, On, Plain, day_of, form_of
from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.errors import ExitStatus, StatedError
from collector_guard.render.formats import CARD, LAW

if TYPE_CHECKING:
    from collector_guard.flow.card import Card


@command("help-laws", "help-laws-short", also=("law", "法律", "法条", "法规", "查法"))
def laws(
    environment: Environment,
    query: Annotated[tuple[str, ...], argument("named-query", "help-query", completion.laws)] = (),
    topic: Annotated[
        str | None, option("help-topic", "--topic", value="named-topic", complete=completion.topics)
    ] = None,
    everywhere: Annotated[bool, option("help-all", "--all")] = False,
    old: Annotated[bool, option("help-old", "--old")] = False,
    check: Annotated[str, option("help-check-text", "--check", value="named-file")] = "",
    on: On = "",
    form: Format = "",
    plain: Plain = False,
) -> ExitStatus:
    """Show what is found of the law, below the card of a danger word that the query holds; some cards stand alone."""
    from collector_guard.files.text_file import STDIN
    from collector_guard.law.query import Wanted, reply
    from collector_guard.law.search import Cited
    from collector_guard.library.load import folder, load_laws

    form = form_of(form, LAW, environment, plain=plain)
    wanted = Wanted(query=query, on=day_of(on), topic=topic, everywhere=everywhere, old=old, check=check)
    card = _card_of_danger(query, environment)
    page = environment.columns(environment.stdout), environment.language
    if card and card.alone:
        environment.write(CARD[form](card, page[0]), form)
        return ExitStatus.DONE
    try:
        library = load_laws(environment.language, folder())
        if check == STDIN and environment.stdin.isatty():
            environment.say("text-awaited")
        found = reply(library, wanted, sys.path, environment.stdin)
    except StatedError:
        if card:
            environment.write(CARD[form](card, page[0]), form)
        raise
    for error in found.refused if isinstance(found, Cited) else ():
        environment.say(error.kind, **error.values)
    rows = environment.rows(environment.stdout) if form == "terminal" else None
    environment.write(LAW[form](found, card, library, *page, rows), form)
    return ExitStatus.DONE


def _card_of_danger(query: tuple[str, ...], environment: Environment) -> "Card | None":
    """Find the card of the first danger word in a query."""
    if not query:
        return None
    from collector_guard.flow.danger_words import danger_in
    from collector_guard.library.load import folder, load_danger_words

    cards = dict(load_danger_words(FLOW, environment.language, folder()))
    word = danger_in(" ".join(query), cards)
    return cards[word] if word else None
