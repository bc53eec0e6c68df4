"""Turn the trees of a flow's folder into a Flow."""

from collections.abc import Callable, Iterator, Mapping

from collector_guard.files.entries import Entry, Notes, bilingual
from collector_guard.files.errors import Kind
from collector_guard.files.tree import Tree
from collector_guard.flow.advice_builder import build_finding, build_outcomes, build_step
from collector_guard.flow.card import Card
from collector_guard.flow.condition_parser import Readable
from collector_guard.flow.conditions import reads
from collector_guard.flow.definitions import DEFINED_TWICE, Definitions, rows
from collector_guard.flow.draft import NO_DRAFTS
from collector_guard.flow.draft_builder import DRAFTS_KEYS, build_drafts
from collector_guard.flow.model import DEMANDS, KINDS, NONE, UNKNOWN, Alarm, Choice, Fact, Flow, Question, Row
from collector_guard.flow.pace_builder import build_pace
from collector_guard.flow.promise_builder import build_promise
from collector_guard.flow.when import ALWAYS
from collector_guard.law.model import Contact, Laws

RESERVED_CHOICE = Kind(
    "reserved-choice", "'{name}' 由程序提供，不用写。", "'{name}' is offered by the program and not written."
)
CHOICES_AND_KIND = Kind(
    "choices-and-kind",
    "'{name}' 是 {form} 类问题：one 和 many 要有选项，time 和 date 不能有。",
    "'{name}' is of kind {form}: one and many need choices, time and date must have none.",
)
CARD_LINES = Kind("card-lines", "卡片 '{name}' 要有 1 到 {most} 行。", "The card '{name}' must have 1 to {most} lines.")
PART_NOT_LISTED = Kind(
    "part-not-listed", "文件 '{name}' 不在 parts 里。", "The file '{name}' is not listed under parts."
)

MAIN = "flow.yaml"
DRAFTS = "drafts.yaml"
MOST_CARD_LINES = 5
# Stands for one that is missing, which is noted.
NO_CARD = Card(id="", title="", acts=(), calls=(), lines=())
FLOW_KEYS = (
    "title",
    "parts",
    "visit-day",
    "card",
    "alarm",
    "last-days-wait",
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
    "cards": ("title", "acts", "calls", "lines", "stop"),
    "outcomes": ("severity", "title", "when", "card", "leads", "at-once", "alone"),
    "promises": ("when", *DEMANDS),
}


def build_flow(
    flow_id: str, files: Mapping[str, Tree], laws: Laws, contacts: Mapping[str, Contact], noted: Callable[[str], Notes]
) -> Flow:
    """The flow of flow.yaml, its parts and, where it has any, its drafts; `noted` takes the mistakes of a file."""
    flow = Entry(files.get(MAIN, {}), MAIN, noted(MAIN), FLOW_KEYS)
    drafts = Entry(files[DRAFTS], DRAFTS, noted(DRAFTS), DRAFTS_KEYS) if DRAFTS in files else None
    defined = _definitions(flow, tuple(_parts(flow, files, noted)), laws, contacts, _names_of_drafts(drafts))
    unconditional = tuple(_question(defined, entry) for entry in defined.entries["questions"].values())
    facts = tuple(_fact(defined, name, section) for name, section in defined.entries["facts"].items())
    questions = tuple(_asked_when(defined, question) for question in unconditional)
    defined.cards = {name: _card(defined, entry) for name, entry in defined.entries["cards"].items()}
    reviewed = flow.entry("reviewed", ("on", "next"))
    return Flow(
        id=flow_id,
        language=flow.notes.language,
        title=flow.bilingual("title"),
        reviewed=reviewed.day("on"),
        next_review=reviewed.day("next"),
        visit_day=defined.date_question(flow, "visit-day"),
        card=defined.card(flow) or NO_CARD,
        acts=defined.acts,
        danger_words=_danger_words(defined, flow),
        questions=questions,
        facts=facts,
        findings=tuple(build_finding(defined, entry) for entry in defined.entries["findings"].values()),
        steps=tuple(build_step(defined, entry) for entry in defined.entries["steps"].values()),
        outcomes=build_outcomes(defined, flow),
        promises=tuple(build_promise(defined, entry) for entry in defined.entries["promises"].values()),
        laws=laws,
        pace=build_pace(defined, flow),
        alarm=_alarm(defined, flow),
        last_days_wait=defined.condition(flow, "last-days-wait") if "last-days-wait" in flow else None,
        drafts=build_drafts(defined, drafts) if drafts else NO_DRAFTS,
    )


def _parts(flow: Entry, files: Mapping[str, Tree], noted: Callable[[str], Notes]) -> Iterator[Entry]:
    """The parts in their order; a part without a file is noted, and so is a file that is none."""
    left = [file for file in files if file not in (MAIN, DRAFTS)]
    for name in flow.some_names("parts"):
        file = f"{name}.yaml"
        if file in left:
            left.remove(file)
            yield Entry(files[file], file, noted(file), tuple(KEYS))
        else:
            flow.notes.unknown_name(name, "part", (one.removesuffix(".yaml") for one in left))
    for file in left:
        flow.notes.note(flow.key("parts"), PART_NOT_LISTED, name=file)


def _definitions(
    flow: Entry, parts: tuple[Entry, ...], laws: Laws, contacts: Mapping[str, Contact], drafts: tuple[str, ...]
) -> Definitions:
    """Collect what the parts define, by section and name, before any of it is built."""
    defined = Definitions(
        laws=laws,
        contacts=contacts,
        words={offered: flow.bilingual(offered) for offered in (NONE, UNKNOWN)},
        acts=flow.some_names("acts"),
        drafts=drafts,
        entries={section: {} for section in KEYS},
    )
    for part in parts:
        _collect(defined, part)
    return defined


def _names_of_drafts(drafts: Entry | None) -> tuple[str, ...]:
    trees = drafts.tree.get("drafts") if drafts else None
    return tuple(trees) if isinstance(trees, dict) else ()


def _collect(defined: Definitions, part: Entry) -> None:
    """Sort the entries of one part into the sections; a name is defined once, questions and facts together."""
    for section in (section for section in KEYS if section in part):
        of_section = part.entry(section)
        shared = ("questions", "facts") if section in ("questions", "facts") else (section,)
        for name, below in of_section.items():
            if any(name in defined.entries[one] for one in shared):
                part.notes.note(name, DEFINED_TWICE, name=str(name))
            elif section == "facts":
                defined.entries[section][name] = of_section
            else:
                defined.entries[section][name] = Entry(below, name, part.notes, KEYS[section])


def _question(defined: Definitions, entry: Entry) -> Question:
    """A question without its `when`, which may read facts and so is parsed after them."""
    name = entry.owner
    kind = entry.one_of("kind", KINDS, "one")
    choices = [Choice(one, bilingual(below, one, entry.notes)) for one, below in entry.entry("choices").items()]
    for reserved in (choice.id for choice in choices if choice.id in (NONE, UNKNOWN)):
        entry.notes.note(entry.key("choices"), RESERVED_CHOICE, name=reserved)
    if bool(choices) != (kind in ("one", "many")):
        entry.notes.note(entry.owner, CHOICES_AND_KIND, name=name, form=kind)
    offered = [NONE] if kind == "many" else []
    offered += [] if "known" in entry else [UNKNOWN]
    choices += [Choice(one, defined.words[one]) for one in offered]
    values = tuple(choice.id for choice in choices)
    defined.names[name] = Readable(kind, values, len(defined.names))
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


def _fact(defined: Definitions, name: str, section: Entry) -> Fact:
    """A fact, which from here on can be read."""
    table = tuple(Row(row.text("is"), defined.when(row)) for row in rows(section, name, "is"))
    places = [defined.names[read].place for row in table for read in reads(row.when) if read in defined.names]
    values = tuple(dict.fromkeys(row.value for row in table))
    defined.names[name] = Readable("fact", values, max(places, default=-1))
    return Fact(name, table)


def _asked_when(defined: Definitions, question: Question) -> Question:
    entry = defined.entries["questions"][question.id]
    return question._replace(when=defined.when(entry, defined.names[question.id].place))


def _card(defined: Definitions, entry: Entry) -> Card:
    lines = tuple(bilingual(tree, entry.key("lines"), entry.notes) for tree in entry.list("lines"))
    if not 1 <= len(lines) <= MOST_CARD_LINES:
        entry.notes.note(entry.owner, CARD_LINES, name=str(entry.owner), most=MOST_CARD_LINES)
    alone = any(
        outcome.tree.get("card") == entry.owner and outcome.tree.get("alone") == "yes"
        for outcome in defined.entries["outcomes"].values()
    )
    return Card(
        id=entry.owner,
        title=entry.bilingual("title"),
        acts=defined.acts_of(entry),
        calls=defined.calls(entry),
        lines=lines,
        alone=alone,
        stop=entry.yes("stop"),
    )


def _alarm(defined: Definitions, flow: Entry) -> Alarm | None:
    if "alarm" not in flow:
        return None
    entry = flow.entry("alarm", ("when", "says"))
    return Alarm(defined.when(entry), entry.bilingual("says"))


def _danger_words(defined: Definitions, flow: Entry) -> tuple[tuple[str, Card], ...]:
    """The danger words in the order of looking: of cards that stand alone, then of the others; the longest first."""
    words = flow.entry("danger-words")
    cards = words.known("card", words.tree, defined.cards)
    of_cards = [(word, defined.cards[card]) for card in cards for word in words.names(card)]
    return tuple(sorted(of_cards, key=lambda one: (not one[1].alone, -len(one[0]))))
