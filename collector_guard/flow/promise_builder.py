"""Read what a flow promises."""

from collector_guard.files.entries import Entry
from collector_guard.files.errors import Kind
from collector_guard.flow.definitions import Definitions
from collector_guard.flow.model import ANY, DEMANDS, NAMED, Promise

ONE_DEMAND = Kind(
    "one-demand", "承诺 '{name}' 要有且只有一个：{known}。", "The promise '{name}' must have exactly one of: {known}."
)
EMPTY_PROMISE = Kind(
    "empty-promise",
    "承诺 '{name}' 什么都没有点名。可以点：{known}。",
    "The promise '{name}' names nothing. It may name: {known}.",
)
NEVER_ONLY = Kind(
    "never-only",
    "承诺 '{name}'：provisions 只能写在 never 下面。",
    "The promise '{name}': provisions stand under never only.",
)


def build_promise(defined: Definitions, entry: Entry) -> Promise:
    """Read a promise: one demand, and what it names."""
    demands = [demand for demand in DEMANDS if demand in entry]
    if len(demands) != 1:
        entry.notes.note(entry.owner, ONE_DEMAND, name=str(entry.owner), known=DEMANDS)
    demand = demands[0] if demands else DEMANDS[0]
    named = entry.entry(demand, (*NAMED,))
    if demand != "never" and "provisions" in named:
        named.notes.note(named.key("provisions"), NEVER_ONLY, name=str(entry.owner))
    there = {what: tuple(defined.entries[what]) for what in ("steps", "findings", "outcomes")}
    there |= {"acts": defined.acts, "drafts": defined.drafts}
    wanted = {}
    for what in (what for what in NAMED if what in named):
        wanted[what] = named.some_names(what)
        if wanted[what] == (ANY,) and demand == "never":
            continue
        if what == "provisions":
            _known_articles(defined, named, wanted[what])
        else:
            named.known(NAMED[what], wanted[what], there[what])
    if not wanted:
        entry.notes.note(entry.owner, EMPTY_PROMISE, name=str(entry.owner), known=(*NAMED,))
    return Promise(id=entry.owner, when=defined.when(entry), demand=demand, named=wanted)


def _known_articles(defined: Definitions, entry: Entry, names: tuple[str, ...]) -> None:
    """An article that a promise names covers its paragraphs and items, so one of them is enough."""
    cites = {provision.cite for provision in defined.laws}
    articles = cites | {cite.partition(".")[0] for cite in cites}
    entry.known("provision", names, articles)
