"""Mutants of a flow: each is the tree of one of its parts with one change, and what must come of it."""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from collector_guard.flow.builder import CERTAINTIES, DEMANDS, SEVERITIES, URGENCIES
from collector_guard.flow.model import Flow

# What must come of a mutant. Refused: a name, a table or a promise is left without sense. Same: nothing may differ.
# Changed: something must differ. Open: whether a situation shows the change depends on the rest of the flow.
REFUSED, SAME, CHANGED, OPEN = "refused", "same", "changed", "open"
WHAT = {"questions": "question", "findings": "finding", "steps": "step", "outcomes": "outcome", "promises": "promise"}
# What a condition cannot read.
TOLD = {"acts", "calls", "cites", "due", "urgency", "certainty", "severity"}
SEED = 20261123
SAMPLE = 150

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Mutant:
    """One change to one part: the node at `place` becomes `new`; `names` are what the change puts in or takes out."""

    kind: str
    part: str
    section: str
    entries: tuple[str, ...]
    place: Place
    new: object
    expects: str
    names: frozenset[str]

    def __str__(self):
        names = ", ".join(sorted(self.names)) or "it"
        return f"{self.kind} ({names}) at {self.part}: {'/'.join(map(str, self.place))}"

    @property
    def moves(self):
        """Whether it changes a condition, or which conditions and names there are."""
        return self.section != "cards" and not {*self.place[2:3]} & TOLD

    def of(self, tree):
        """The part's tree with the change."""
        return _replaced(tree, self.place, self.new)


@dataclass(frozen=True)
class Where:
    """The place of an entry in its part."""

    part: str
    section: str
    entry: str

    def mutant(self, kind, place, new, expects, names=()):
        entries = (self.entry,)
        return Mutant(kind, self.part, self.section, entries, place, new, expects, frozenset(map(str, names)))


def mutants_of(parts: Mapping[str, dict], flow: Flow) -> list[Mutant]:
    """Every mutant of the parts of a flow, in their order."""
    return list(_Mutation(parts, flow).all())


def sample(mutants: Iterable[Mutant], size: int) -> list[Mutant]:
    """So many mutants, the same every time, from every kind as evenly as there are enough."""
    chance = random.Random(SEED)  # noqa: S311 no secret
    by_kind: dict[str, list[Mutant]] = {}
    for mutant in mutants:
        by_kind.setdefault(mutant.kind, []).append(mutant)
    for of_kind in by_kind.values():
        chance.shuffle(of_kind)
    chosen: list[Mutant] = []
    while len(chosen) < size and any(by_kind.values()):
        chosen += [of_kind.pop() for of_kind in by_kind.values() if of_kind]
    return chosen[:size]


class _Mutation:
    def __init__(self, parts, flow):
        self.parts, self.flow = parts, flow
        self.values = {one.id: _plain(choice.id for choice in one.choices) for one in flow.questions}
        self.kinds = {str(one.id): one.kind for one in flow.questions}
        self.values |= {one.id: _plain(row.value for row in one.rows) for one in flow.facts}
        self.acts = _plain(flow.acts)
        laws = flow.laws
        self.cites = _plain(one.cite for one in laws if laws.newest(one.cite) == one and not laws.successors(one))
        self.lines = [line for when in _whens(parts) for line in _lines(when, ())]
        self.read = {(name, value) for _, name, below in self.lines for value in _texts(below)}
        self.promised = set(_promised(parts))

    def all(self) -> Iterator[Mutant]:
        for part, tree in self.parts.items():
            for section, entries in tree.items():
                yield from self.entries(part, section, entries)
                for name, entry in entries.items():
                    where = Where(part, section, name)
                    yield from self.words(where, (section, name), entry)
                    if section == "facts":
                        yield from self.rows(where, entry)
                    else:
                        yield from self.entry(where, entry)

    def entries(self, part, section, entries):
        """Entries dropped, and adjacent ones swapped."""
        for name in entries if section in WHAT else ():
            expects = REFUSED if self.is_named(section, name) else CHANGED
            yield Where(part, section, name).mutant(
                f"drop a {WHAT[section]}", (section,), _without(entries, name), expects, [name]
            )
        names = list(entries) if section in ("findings", "steps", "outcomes") else []
        for first, second in pairwise(names):
            swapped = {second if one == first else first if one == second else one: None for one in names}
            new = {one: entries[one] for one in swapped}
            expects = REFUSED if section == "outcomes" and second == self.flow.outcomes[-1].id else OPEN
            names_of = frozenset((first, second))
            yield Mutant(f"swap {section}", part, section, (first, second), (section,), new, expects, names_of)

    def is_named(self, section, name):
        """Whether something else needs an entry."""
        if section == "questions":
            dated = {step.due.after for step in self.flow.steps if step.due} | {self.flow.visit_day}
            return name in dated or name in {read for _, read, _ in self.lines}
        return (section, name) in self.promised or (section == "outcomes" and name == self.flow.outcomes[-1].id)

    def rows(self, where, rows):
        place = ("facts", where.entry)
        last = len(rows) - 1
        for number, row in enumerate(rows):
            others = [one["is"] for one in rows if one is not row]
            lost = row["is"] not in others and (where.entry, row["is"]) in self.read
            expects = REFUSED if number == last or lost else OPEN
            yield where.mutant("drop a row", place, _without(rows, number), expects, [row["is"]])
            if number < last:
                new = [*rows[:number], rows[number + 1], row, *rows[number + 2 :]]
                expects = REFUSED if number + 1 == last else OPEN
                yield where.mutant("swap rows", place, new, expects, [row["is"], rows[number + 1]["is"]])
                yield from self.condition(where, (*place, number), row, REFUSED)

    def entry(self, where, entry):
        place = (where.section, where.entry)
        if "when" in entry:
            bare = REFUSED if where.section == "outcomes" else OPEN
            yield from self.condition(where, place, entry, bare)
        of_section = {
            "questions": self.question,
            "steps": self.step,
            "findings": self.finding,
            "outcomes": self.outcome,
            "promises": self.promise,
            "cards": self.told,
        }
        yield from of_section[where.section](where, place, entry)

    def question(self, where, place, entry):
        choices = entry.get("choices", {})
        for choice in choices:
            expects = REFUSED if (where.entry, choice) in self.read or len(choices) == 1 else CHANGED
            yield where.mutant("drop a choice", (*place, "choices"), _without(choices, choice), expects, [choice])
        yield self.flipped(where, place, entry, "advise")

    def step(self, where, place, entry):
        yield self.changed(where, place, entry, "urgency", URGENCIES)
        yield from self.told(where, place, entry)
        yield from self.cited(where, place, entry, CHANGED)
        if due := entry.get("due"):
            yield from self.due(where, (*place, "due"), due)
            yield where.mutant("drop a deadline", place, _without(entry, "due"), CHANGED, ["due"])

    def finding(self, where, place, entry):
        yield self.changed(where, place, entry, "certainty", CERTAINTIES)
        yield from self.cited(where, place, entry, REFUSED)

    def outcome(self, where, place, entry):
        yield self.changed(where, place, entry, "severity", SEVERITIES)
        yield self.flipped(where, place, entry, "at-once")
        yield self.flipped(where, place, entry, "alone")
        if card := entry.get("card"):
            yield where.mutant("misspell a card", (*place, "card"), _misspelt(card), REFUSED, [card])

    def promise(self, where, place, entry):
        demand = next(one for one in DEMANDS if one in entry)
        for what, named in entry[demand].items():
            at = (*place, demand, what)
            for number, name in enumerate(_texts(named)):
                misspelt = _put(_texts(named), number, _misspelt(name))
                yield where.mutant("misspell in a promise", at, misspelt, REFUSED, [name])
                if len(_texts(named)) > 1:
                    yield where.mutant("drop from a promise", at, _without(_texts(named), number), CHANGED, [name])

    def told(self, where, place, entry):
        """Acts and contacts, of a step or a card."""
        at = (*place, "acts")
        acts = _texts(entry["acts"])
        for number, act in enumerate(acts):
            expects = CHANGED if len(acts) > 1 else REFUSED
            yield where.mutant("drop an act", at, _without(acts, number), expects, [act])
            other = _next(act, self.acts, acts)
            yield where.mutant("replace an act", at, _put(acts, number, other), CHANGED, [act, other])
            yield where.mutant("misspell an act", at, _put(acts, number, _misspelt(act)), REFUSED, [act])
        calls = _texts(entry.get("calls", []))
        for number, call in enumerate(calls):
            at = (*place, "calls")
            yield where.mutant("drop a contact", at, _without(calls, number), CHANGED, [call])
            yield where.mutant("misspell a contact", at, _put(calls, number, _misspelt(call)), REFUSED, [call])
        yield from self.otherwise(where, place, entry, ("acts", "calls", "cites"))

    def cited(self, where, place, entry, without_any):
        at = (*place, "cites")
        cites = _texts(entry.get("cites", []))
        for number, cite in enumerate(cites):
            expects = CHANGED if len(cites) > 1 else without_any
            yield where.mutant("drop a cite", at, _without(cites, number), expects, [cite])
            other = _next(cite, self.cites, cites)
            yield where.mutant("replace a cite", at, _put(cites, number, other), CHANGED, [cite, other])
            yield where.mutant("misspell a cite", at, _put(cites, number, _misspelt(cite)), REFUSED, [cite])

    def due(self, where, place, due):
        unit = next(one for one in ("days", "months", "years") if one in due)
        yield where.mutant("change a deadline", (*place, unit), str(int(due[unit]) + 1), CHANGED, [unit])
        dates = [name for name, kind in self.kinds.items() if kind == "date"]
        if other := _next(due["after"], dates, [due["after"]]):
            yield where.mutant("change a deadline", (*place, "after"), other, CHANGED, [due["after"], other])
        other = _next(due["by"], self.cites, [due["by"]])
        yield where.mutant("change a deadline", (*place, "by"), other, CHANGED, [due["by"], other])
        for key in ("after", "by"):
            yield where.mutant("misspell in a deadline", (*place, key), _misspelt(due[key]), REFUSED, [due[key]])

    def changed(self, where, place, entry, key, known):
        new = _next(entry[key], known, [entry[key]])
        return where.mutant(f"change {key}", (*place, key), new, CHANGED, [entry[key], new])

    def flipped(self, where, place, entry, key):
        new = _without(entry, key) if entry.get(key) == "yes" else {**entry, key: "yes"}
        return where.mutant(f"flip {key}", place, new, CHANGED, [key])

    def words(self, where, place, node):
        """One text, in one language."""
        if isinstance(node, dict) and {*node} == {"zh", "en"}:
            for language, more in (("zh", "了"), ("en", " now")):
                kind = f"change words in {language}"
                new = node[language].rstrip() + more
                yield where.mutant(kind, (*place, language), new, CHANGED)
            return
        below = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, one in below:
            if key != "when":
                yield from self.words(where, (*place, key), one)

    def otherwise(self, where, place, entry, keys):
        """The same list of names written as one name, or one name as a list."""
        for key in (key for key in keys if key in entry):
            if new := _otherwise(entry[key]):
                yield where.mutant("write otherwise", (*place, key), new, SAME, [key])

    def condition(self, where, place, entry, bare):
        when = entry["when"]
        names = [name for _, name, _ in _lines(when, ())]
        yield where.mutant("drop a condition", place, _without(entry, "when"), bare, names)
        at = (*place, "when")
        for lines_at, lines in _blocks(when, at):
            if isinstance(lines, dict) and len(lines) > 1:
                new = dict(reversed(lines.items()))
                yield where.mutant("write otherwise", lines_at, new, SAME, lines)
            for key in lines if isinstance(lines, dict) else range(len(lines)):
                read = _names({key: lines[key]} if isinstance(lines, dict) else lines[key])
                if len(lines) > 1:
                    yield where.mutant("drop a line", lines_at, _without(lines, key), OPEN, read)
                if isinstance(lines, dict):
                    new = {_misspelt(one) if one == key else one: below for one, below in lines.items()}
                    yield where.mutant("misspell in a condition", lines_at, new, REFUSED, read)
        for line_at, name, below in _lines(when, at):
            yield from self.line(where, line_at, name, below)
            yield from self.doubled(where, line_at[:-1], name, _at(entry, line_at[len(place) : -1]))

    def line(self, where, at, name, below):
        if isinstance(below, dict):
            for key, bound in below.items():
                yield where.mutant("misspell in a condition", (*at, key), _misspelt(bound), REFUSED, [name])
                if len(below) > 1:
                    yield where.mutant("drop a value", at, _without(below, key), OPEN, [name])
            return
        values = _texts(below)
        for number, value in enumerate(values):
            yield where.mutant("misspell in a condition", at, _put(values, number, _misspelt(value)), REFUSED, [name])
            if len(values) > 1:
                yield where.mutant("drop a value", at, _without(values, number), OPEN, [name])
            if other := _next(value, self.values[name], values):
                yield where.mutant("replace a value", at, _put(values, number, other), OPEN, [name])
        if new := _otherwise(below):
            yield where.mutant("write otherwise", at, new, SAME, [name])

    def doubled(self, where, at, name, lines):
        """A line said twice, which changes nothing, or gainsaid, so that nothing satisfies both."""
        if "all" in lines or isinstance(lines[name], dict):
            return
        twice = {**lines, "all": [{name: lines[name]}]}
        yield where.mutant("say a line twice", at, twice, REFUSED, [name])
        others = [value for value in self.values[name] if value not in _texts(lines[name])]
        if others and self.kinds.get(name) != "many":
            yield where.mutant("gainsay a line", at, {**lines, "all": [{name: others}]}, REFUSED, [name])


def _plain(names):
    """Names that do not know their line, each once."""
    return tuple(dict.fromkeys(map(str, names)))


def _whens(parts):
    for tree in parts.values():
        for section, entries in tree.items():
            for entry in entries.values():
                yield from (one["when"] for one in (entry if section == "facts" else [entry]) if "when" in one)


def _promised(parts):
    for tree in parts.values():
        for entry in tree.get("promises", {}).values():
            named = next(entry[one] for one in DEMANDS if one in entry)
            yield from ((what, name) for what, names in named.items() for name in _texts(names))


def _blocks(when, place):
    """Every mapping of lines and every list of branches in a condition, with its place."""
    yield place, when
    if isinstance(when, list):
        for number, branch in enumerate(when):
            yield from _blocks(branch, (*place, number))
        return
    for key in ("any", "all"):
        if key in when:
            yield from _blocks(when[key], (*place, key))


def _lines(when, place):
    """Every line of a condition that reads a name, with its place."""
    for at, lines in _blocks(when, place):
        if isinstance(lines, dict):
            yield from (((*at, name), name, below) for name, below in lines.items() if name not in ("any", "all"))


def _names(when):
    return [name for _, name, _ in _lines(when, ())]


def _texts(node):
    """The texts of a list, or the one that stands for it; none of a measure."""
    return [] if isinstance(node, dict) else [node] if isinstance(node, str) else list(node)


def _otherwise(node):
    """One text as a list, a list of one as the text; None of what cannot be written otherwise."""
    if isinstance(node, str):
        return [node]
    return node[0] if isinstance(node, list) and len(node) == 1 else None


def _next(name, known, taken):
    """The name that follows in a list of known ones and is not among those taken; None where all are."""
    known = list(known)
    start = known.index(name) if name in known else 0
    return next((one for one in known[start:] + known[:start] if one not in taken), None)


def _misspelt(name):
    return f"{name}-x"


def _put(texts, number, new):
    return [*texts[:number], new, *texts[number + 1 :]]


def _without(node, key):
    if isinstance(node, dict):
        return {one: below for one, below in node.items() if one != key}
    return [one for number, one in enumerate(node) if number != key]


def _at(node, place):
    for key in place:
        node = node[key]
    return node


def _replaced(node, place, new):
    if not place:
        return new
    key, *rest = place
    if isinstance(node, dict):
        return {one: _replaced(below, rest, new) if one == key else below for one, below in node.items()}
    return [_replaced(below, rest, new) if number == key else below for number, below in enumerate(node)]
