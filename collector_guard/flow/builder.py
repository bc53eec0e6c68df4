"""Turn the trees of a flow's folder into a Flow."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from collector_guard.files.entries import Entry, bilingual
from collector_guard.flow.card import Card
from collector_guard.flow.condition_parser import Readable, parse, span
from collector_guard.flow.conditions import reads
from collector_guard.flow.draft import NO_DRAFTS
from collector_guard.flow.draft_builder import build_drafts
from collector_guard.flow.model import (
    ANY,
    CERTAINTIES,
    DEMANDS,
    KINDS,
    NONE,
    SEVERITIES,
    UNKNOWN,
    URGENCIES,
    Alarm,
    Choice,
    Due,
    Fact,
    Finding,
    Flow,
    Outcome,
    Promise,
    Question,
    Row,
    Step,
)
from collector_guard.flow.names import cited, known
from collector_guard.flow.pace_builder import build_pace
from collector_guard.flow.when import ALWAYS, Condition, Span
from collector_guard.law.model import Contact, Laws
from collector_guard.wording.wrapping import width

NAMED = ("acts", "steps", "findings", "outcomes", "drafts", "provisions")
MOST_CARD_LINES = 5
# The cells of a title, by language: one line of a page 40 columns wide, with its number.
WIDEST_TITLE = {"zh": 34, "en": 36}
FLOW_KEYS = (
    "title",
    "parts",
    "visit-day",
    "card",
    "alarm",
    "pace",
    "reviewed",
    "acts",
    "none",
    "unknown",
    "danger-words",
)
KEYS = {
    "questions": ("when", "advise", "kind", "known", "ask", "why", "choices"),
    "facts": (),
    "findings": ("when", "certainty", "says", "cites"),
    "steps": ("when", "urgency", "acts", "due", "title", "do", "say", "avoid", "calls", "cites", "no-law", "draft"),
    "cards": ("title", "acts", "calls", "lines"),
    "outcomes": ("severity", "title", "when", "card", "leads", "at-once", "alone"),
    "promises": ("when", *DEMANDS),
}


@dataclass
class Builder:
    """What is known while a flow is built: its entries by section, and what they may name."""

    laws: Laws
    contacts: Mapping[str, Contact]
    words: Mapping[str, str]
    acts: tuple[str, ...]
    drafts: tuple[str, ...] = ()
    entries: dict[str, dict[str, Entry]] = field(default_factory=lambda: {section: {} for section in KEYS})
    names: dict[str, Readable] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)

    def when(self, entry: Entry, before: int | None = None) -> Condition:
        if "when" not in entry:
            return ALWAYS
        return parse(entry.tree["when"], entry.key("when"), self.names, entry.notes, before)

    def cites(self, entry: Entry, names: tuple[str, ...]) -> tuple[str, ...]:
        return cited(entry, names, self.laws)

    def calls(self, entry: Entry) -> tuple[Contact, ...]:
        names = known(entry, "contact", entry.names("calls"), self.contacts)
        return tuple(self.contacts[name] for name in names)


def build_flow(
    flow_id: str,
    flow: Entry,
    parts: tuple[Entry, ...],
    laws: Laws,
    contacts: Mapping[str, Contact],
    drafts: Entry | None = None,
) -> Flow:
    """The flow of flow.yaml, its parts and, where it has any, its drafts."""
    words = {offered: flow.bilingual(offered) for offered in (NONE, UNKNOWN)}
    builder = Builder(laws, contacts, words, flow.some_names("acts"), _names_of_drafts(drafts))
    for part in parts:
        _collect(builder, part)
    unconditional = tuple(_question(builder, entry) for entry in builder.entries["questions"].values())
    facts = tuple(_fact(builder, name, section) for name, section in builder.entries["facts"].items())
    questions = tuple(_asked_when(builder, question) for question in unconditional)
    builder.cards = {name: _card(builder, entry) for name, entry in builder.entries["cards"].items()}
    reviewed = flow.entry("reviewed", ("on", "next"))
    return Flow(
        id=flow_id,
        language=flow.notes.language,
        title=flow.bilingual("title"),
        reviewed=reviewed.day("on"),
        next_review=reviewed.day("next"),
        visit_day=_visit_day(builder, flow),
        card=_named_card(builder, flow) or Card("", "", (), (), ()),
        acts=builder.acts,
        danger_words=_danger_words(builder, flow),
        questions=questions,
        facts=facts,
        findings=tuple(_finding(builder, entry) for entry in builder.entries["findings"].values()),
        steps=tuple(_step(builder, entry) for entry in builder.entries["steps"].values()),
        outcomes=_outcomes(builder, flow),
        promises=tuple(_promise(builder, entry) for entry in builder.entries["promises"].values()),
        laws=laws,
        pace=build_pace(flow, builder.names),
        alarm=_alarm(builder, flow),
        drafts=build_drafts(drafts, builder.names, contacts, laws) if drafts else NO_DRAFTS,
    )


def _collect(builder: Builder, part: Entry) -> None:
    """Sort the entries of one part into the sections; a name is defined once, questions and facts together."""
    for section in (section for section in KEYS if section in part):
        of_section = part.entry(section)
        shared = ("questions", "facts") if section in ("questions", "facts") else (section,)
        for name, below in of_section.items():
            if any(name in builder.entries[one] for one in shared):
                part.notes.note(name, "defined-twice", name=str(name))
            elif section == "facts":
                builder.entries[section][name] = of_section
            else:
                builder.entries[section][name] = Entry(below, name, part.notes, KEYS[section])


def _question(builder: Builder, entry: Entry) -> Question:
    """A question without its `when`, which may read facts and so is parsed after them."""
    name = entry.owner
    kind = entry.one_of("kind", KINDS, "one")
    choices = [Choice(one, bilingual(below, one, entry.notes)) for one, below in entry.entry("choices").items()]
    for reserved in (choice.id for choice in choices if choice.id in (NONE, UNKNOWN)):
        entry.notes.note(entry.key("choices"), "reserved-choice", name=reserved)
    if bool(choices) != (kind in ("one", "many")):
        entry.notes.note(entry.owner, "choices-and-kind", name=name, form=kind)
    offered = [NONE] if kind == "many" else []
    offered += [] if "known" in entry else [UNKNOWN]
    choices += [Choice(one, builder.words[one]) for one in offered]
    values = tuple(choice.id for choice in choices)
    builder.names[name] = Readable(kind, values, len(builder.names))
    return Question(
        id=name,
        kind=kind,
        ask=entry.bilingual("ask"),
        why=entry.bilingual("why"),
        choices=tuple(choices),
        when=ALWAYS,
        advise=entry.yes("advise"),
        known=entry.optional_text("known"),
    )


def _fact(builder: Builder, name: str, section: Entry) -> Fact:
    """A fact, which from here on can be read."""
    rows = []
    trees = section.list(name)
    for place, tree in enumerate(trees):
        entry = Entry(tree, section.key(name), section.notes, ("is", "when"))
        if ("when" in entry) == (place == len(trees) - 1):
            section.notes.note(entry.key("is"), "last-row", name=name)
        rows.append(Row(entry.text("is"), builder.when(entry)))
    if not rows:
        section.notes.note(section.key(name), "missing-key", key="is", name=name)
    places = [builder.names[read].place for row in rows for read in reads(row.when) if read in builder.names]
    values = tuple(dict.fromkeys(row.value for row in rows))
    builder.names[name] = Readable("fact", values, max(places, default=-1))
    return Fact(name, tuple(rows))


def _asked_when(builder: Builder, question: Question) -> Question:
    entry = builder.entries["questions"][question.id]
    return replace(question, when=builder.when(entry, builder.names[question.id].place))


def _card(builder: Builder, entry: Entry) -> Card:
    lines = tuple(bilingual(tree, entry.key("lines"), entry.notes) for tree in entry.list("lines"))
    if not 1 <= len(lines) <= MOST_CARD_LINES:
        entry.notes.note(entry.owner, "card-lines", name=str(entry.owner), most=MOST_CARD_LINES)
    alone = any(
        outcome.tree.get("card") == entry.owner and outcome.tree.get("alone") == "yes"
        for outcome in builder.entries["outcomes"].values()
    )
    return Card(entry.owner, entry.bilingual("title"), _acts(builder, entry), builder.calls(entry), lines, alone)


def _finding(builder: Builder, entry: Entry) -> Finding:
    return Finding(
        id=entry.owner,
        when=builder.when(entry),
        certainty=entry.one_of("certainty", CERTAINTIES),
        says=entry.bilingual("says"),
        cites=builder.cites(entry, entry.some_names("cites")),
    )


def _step(builder: Builder, entry: Entry) -> Step:
    return Step(
        id=entry.owner,
        when=builder.when(entry),
        urgency=entry.one_of("urgency", URGENCIES),
        acts=_acts(builder, entry),
        title=_title(entry),
        do=entry.optional_bilingual("do"),
        say=entry.optional_bilingual("say"),
        avoid=entry.optional_bilingual("avoid"),
        due=_due(builder, entry) if "due" in entry else None,
        calls=builder.calls(entry),
        cites=builder.cites(entry, entry.names("cites")),
        draft=_named_draft(builder, entry),
        no_law=entry.optional_text("no-law"),
    )


def _named_draft(builder: Builder, step: Entry) -> str | None:
    name = step.optional_text("draft")
    return next(iter(known(step, "draft", (name,), builder.drafts)), None) if name else None


def _names_of_drafts(drafts: Entry | None) -> tuple[str, ...]:
    trees = drafts.tree.get("drafts") if drafts else None
    return tuple(trees) if isinstance(trees, dict) else ()


def _title(entry: Entry) -> str:
    """The title of a step, which in both languages has room on one line."""
    texts = entry.entry("title")
    for language, widest in WIDEST_TITLE.items():
        text = texts.optional_text(language) or ""
        if (cells := width(text.strip())) > widest:
            entry.notes.note(text, "long-title", name=str(entry.owner), cells=cells, widest=widest)
    return entry.bilingual("title")


def _alarm(builder: Builder, flow: Entry) -> Alarm | None:
    if "alarm" not in flow:
        return None
    entry = flow.entry("alarm", ("when", "says"))
    return Alarm(builder.when(entry), entry.bilingual("says"))


def _acts(builder: Builder, entry: Entry) -> tuple[str, ...]:
    return known(entry, "act", entry.some_names("acts"), builder.acts)


def _due(builder: Builder, step: Entry) -> Due:
    entry = step.entry("due", ("after", "days", "months", "years", "by", "fixed"))
    spans = [span(f"{entry.text(unit)} {unit}") for unit in ("days", "months", "years") if unit in entry]
    if len(spans) != 1 or spans[0] is None:
        entry.notes.note(entry.owner, "bad-span", name=str(step.owner))
    known(entry, "date-question", (entry.text("after"),), _dates(builder))
    builder.cites(entry, (entry.text("by"),))
    length = (spans and spans[0]) or Span(0, "day")
    return Due(entry.text("after"), length, entry.text("by"), entry.yes("fixed"))


def _outcomes(builder: Builder, flow: Entry) -> tuple[Outcome, ...]:
    entries = tuple(builder.entries["outcomes"].values())
    if not entries:
        flow.missing("outcomes")
    for entry in entries:
        if ("when" in entry) == (entry is entries[-1]):
            entry.notes.note(entry.owner, "last-row", name=str(entry.owner))
    return tuple(_outcome(builder, entry) for entry in entries)


def _outcome(builder: Builder, entry: Entry) -> Outcome:
    card = _named_card(builder, entry) if "card" in entry else None
    return Outcome(
        id=entry.owner,
        severity=entry.one_of("severity", SEVERITIES),
        title=entry.bilingual("title"),
        when=builder.when(entry),
        card=card,
        leads=known(entry, "step", entry.names("leads"), builder.entries["steps"]),
        at_once=entry.yes("at-once"),
        alone=entry.yes("alone"),
    )


def _promise(builder: Builder, entry: Entry) -> Promise:
    demands = [demand for demand in DEMANDS if demand in entry]
    if len(demands) != 1:
        entry.notes.note(entry.owner, "one-demand", name=str(entry.owner), known=DEMANDS)
    demand = demands[0] if demands else DEMANDS[0]
    named = entry.entry(demand, NAMED)
    if demand != "never" and "provisions" in named:
        named.notes.note(named.key("provisions"), "never-only", name=str(entry.owner))
    there = {what: tuple(builder.entries[what]) for what in ("steps", "findings", "outcomes")}
    there |= {"acts": builder.acts, "drafts": builder.drafts}
    wanted = {}
    for what in (what for what in NAMED if what in named):
        wanted[what] = named.some_names(what)
        if wanted[what] == (ANY,) and demand == "never":
            continue
        if what == "provisions":
            _known_articles(builder, named, wanted[what])
        else:
            known(named, what.removesuffix("s"), wanted[what], there[what])
    if not wanted:
        entry.notes.note(entry.owner, "empty-promise", name=str(entry.owner), known=NAMED)
    return Promise(id=entry.owner, when=builder.when(entry), demand=demand, named=wanted)


def _known_articles(builder: Builder, entry: Entry, names: tuple[str, ...]) -> None:
    """An article that a promise names covers its paragraphs and items, so one of them is enough."""
    cites = {provision.cite for provision in builder.laws}
    articles = cites | {cite.partition(".")[0] for cite in cites}
    known(entry, "provision", names, articles)


def _visit_day(builder: Builder, flow: Entry) -> str:
    name = flow.text("visit-day")
    known(flow, "date-question", (name,), _dates(builder))
    return name


def _dates(builder: Builder) -> tuple[str, ...]:
    return tuple(name for name, readable in builder.names.items() if readable.kind == "date")


def _named_card(builder: Builder, entry: Entry) -> Card | None:
    name = known(entry, "card", (entry.text("card"),), builder.cards)
    return builder.cards[name[0]] if name else None


def _danger_words(builder: Builder, flow: Entry) -> tuple[tuple[str, Card], ...]:
    """The danger words in the order of looking: of cards that stand alone, then of the others; the longest first."""
    words = flow.entry("danger-words")
    cards = known(words, "card", words.tree, builder.cards)
    of_cards = [(word, builder.cards[card]) for card in cards for word in words.names(card)]
    return tuple(sorted(of_cards, key=lambda one: (not one[1].alone, -len(one[0]))))
