"""`cg laws`: what the law says."""

import sys
from typing import TYPE_CHECKING, Annotated

from collector_guard.commands import completion
from collector_guard.commands.declaration import argument, command, option
from collector_guard.commands.options import FILE, On, Plain, day_of, form_of, form_option
from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.errors import ExitStatus, StatedError
from collector_guard.render.formats import writer

if TYPE_CHECKING:
    from collector_guard.flow.card import Card


@command(
    zh="查法条。不写内容就列出主题；写主题的编号、要查的词，或者条文，比如 治安管理处罚法42、mfd1032。",
    en=(
        "Look up the law. Without a query it lists the topics. Give a topic's number, words, "
        "or a citation such as psa 50 or mfd1032."
    ),
    short=("查法条：主题、关键词或条号", "Looks up the law by topic, word or citation"),
    also=("law", "法律", "法条", "法规", "查法"),
)
def laws(
    environment: Environment,
    query: Annotated[
        tuple[str, ...],
        argument(
            ("[要查的内容]", "[QUERY]"),
            zh="主题编号、词或条文",
            en="A topic's number, words or a citation",
            complete=completion.laws,
        ),
    ] = (),
    topic: Annotated[
        str | None,
        option(
            "--topic",
            zh="只查这个主题（编号或名称）",
            en="Only this topic (number or name)",
            value=("主题", "TOPIC"),
            complete=completion.topics,
        ),
    ] = None,
    everywhere: Annotated[
        bool,
        option(
            "--all",
            zh="查法律全文里的每一条（要另外安装全文）",
            en="Search every article of the full text (installed separately)",
        ),
    ] = False,
    old: Annotated[
        bool, option("--old", zh="和 --all 一起：也查已废止和旧的文本", en="With --all: repealed and older texts too")
    ] = False,
    check: Annotated[
        str,
        option(
            "--check",
            zh="检查一段文字里引用的法条；- 表示从标准输入读",
            en="Check the citations in a text; - reads standard input",
            value=FILE,
        ),
    ] = "",
    on: On = "",
    form: Annotated[str, form_option("law")] = "",
    plain: Plain = False,
) -> ExitStatus:
    """Show what is found of the law, below the card of a danger word that the query holds; some cards stand alone."""
    from collector_guard.files.text_file import STDIN
    from collector_guard.law.query import Wanted, reply
    from collector_guard.law.search import Cited
    from collector_guard.library.load import folder, load_laws

    form = form_of(form, "law", environment, plain=plain)
    wanted = Wanted(query=query, on=day_of(on), topic=topic, everywhere=everywhere, old=old, check=check)
    card = _card_of_danger(query, environment)
    page = environment.columns(environment.stdout), environment.language
    if card and card.alone:
        environment.write(writer("card", form)(card, page[0]), form)
        return ExitStatus.DONE
    try:
        library = load_laws(environment.language, folder())
        if check == STDIN and environment.stdin.isatty():
            environment.say("text-awaited")
        found = reply(library, wanted, sys.path, environment.stdin)
    except StatedError:
        if card:
            environment.write(writer("card", form)(card, page[0]), form)
        raise
    for error in found.refused if isinstance(found, Cited) else ():
        environment.say(error.kind, **error.values)
    rows = environment.rows(environment.stdout) if form == "terminal" else None
    environment.write(writer("law", form)(found, card, library, *page, rows), form)
    return ExitStatus.DONE


def _card_of_danger(query: tuple[str, ...], environment: Environment) -> "Card | None":
    """Find the card of the first danger word in a query."""
    if not query:
        return None
    from collector_guard.flow.typed_text import danger_in
    from collector_guard.library.load import folder, load_danger_words

    cards = dict(load_danger_words(FLOW, environment.language, folder()))
    word = danger_in(" ".join(query), cards)
    return cards[word] if word else None
