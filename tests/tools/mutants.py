"""Change the shipped flow in one place after another, and tell what nothing notices.

python tests/tools/mutants.py [HOW-MANY] takes so many changes (60 unless given, the same each time) and tries each: is it
refused when it is loaded, does a story of tests/flow/journeys come out otherwise, does `cg check` find a new problem? What
none of them notices is printed, with the part, the entry and the change, for somebody to write the missing story or
promise. Texts are not changed: `cg diff` and a reader look after those. A change takes some seconds.
"""

import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "helpers"))

from journeys import journeys, told

from collector_guard.files.document import read
from collector_guard.files.errors import DataError
from collector_guard.flow.plan import plan_of
from collector_guard.flow.walk import replay
from collector_guard.library.load import folder, load_flow_from_yaml
from collector_guard.review.report import checked

FLOW = "doorstep"
URGENCIES = ("now", "today", "later")
SEED = 20261123


class Mutant(NamedTuple):
    """A part of the flow with one change, and the change in words."""

    part: str
    tree: dict
    change: str


def mutants(parts: dict[str, dict], choices: dict[str, list[str]]) -> Iterator[Mutant]:
    """Every change that is tried: entries left out, conditions loosened or moved, urgencies, acts and citations."""
    for part, tree in parts.items():
        for section, entries in tree.items():
            # Texts are for readers, and a weaker promise breaks nothing.
            for name, entry in entries.items() if section not in ("cards", "promises") else ():
                yield Mutant(part, _changed(tree, section, name, None), f"{section}/{name} left out")
                if isinstance(entry, dict):
                    for key, new, told in _changes(entry, choices):
                        changed = (
                            {**entry, key: new} if new is not None else {k: v for k, v in entry.items() if k != key}
                        )
                        yield Mutant(part, _changed(tree, section, name, changed), f"{section}/{name}: {told}")


def _changes(entry: dict, choices: dict[str, list[str]]) -> Iterator[tuple[str, object, str]]:
    """The changes to one entry: the key, its new value or None to leave it out, and what that is in words."""
    yield from (("when", when, told) for when, told in _other_conditions(entry, choices))
    if entry.get("urgency") in URGENCIES:
        other = URGENCIES[(URGENCIES.index(entry["urgency"]) + 1) % len(URGENCIES)]
        yield "urgency", other, f"urgency {other}"
    for key in ("acts", "cites", "leads"):
        if len(entry.get(key, [])) > 1:
            yield key, entry[key][1:], f"{key} without {entry[key][0]}"
    for key in ("advise", "at-once", "alone", "due"):
        if key in entry:
            yield key, None, f"no {key}"


def _other_conditions(entry: dict, choices: dict[str, list[str]]) -> Iterator[tuple[dict, str]]:
    """The condition of an entry with one line less, or with another or one less value in a line."""
    for name, value in entry.get("when", {}).items():
        fewer = {key: below for key, below in entry["when"].items() if key != name}
        if fewer:
            yield fewer, f"when without {name}"
        others = [one for one in choices.get(name, []) if one != value and isinstance(value, str)]
        if others:
            yield {**entry["when"], name: others[0]}, f"when {name} is {others[0]} and not {value}"
        if isinstance(value, list) and len(value) > 1:
            yield {**entry["when"], name: value[1:]}, f"when {name} is no longer {value[0]}"


def _changed(tree: dict, section: str, name: str, entry: object) -> dict:
    changed = deepcopy(tree)
    if entry is None:
        del changed[section][name]
    else:
        changed[section][name] = entry
    return changed


def noticed(flows: Path, plans: dict, known: set) -> str:
    """What notices that the flow of a folder is another: its loading, a story, or a check; empty where nothing does."""
    try:
        flow = load_flow_from_yaml(FLOW, "zh", flows)
    except DataError as error:
        return f"refused: {error.problems[0].kind}"
    for name, journey in journeys().items():
        if _shown(flow, journey) != plans[name]:
            return f"story: {name}"
    found = [problem for problem in checked(FLOW, flows, "zh", flow.reviewed).problems if _told(problem) not in known]
    return f"check: {found[0].kind}" if found else ""


def _shown(flow, journey):
    """What a story asserts of its plan: the outcome, and whether its ids are there or not."""
    plan = plan_of(flow, replay(flow, journey.answers, on=journey.on))
    there = told(plan)
    named = [(what, name) for ids in (journey.shows, journey.never) for what, names in ids.items() for name in names]
    asked = [answer.question.id for answer in plan.situation.answers]
    return plan.outcome.id, plan.situation.complete, asked, [name in there[what] for what, name in named]


def _told(problem):
    """A problem without its place, which a change moves."""
    return problem.kind, tuple((key, str(value)) for key, value in problem.values)


def main(count: int) -> int:
    """Try so many mutants; the status is 1 where one is noticed by nothing."""
    flow = load_flow_from_yaml(FLOW, "zh", folder())
    plans = {name: _shown(flow, journey) for name, journey in journeys().items()}
    known = {_told(problem) for problem in checked(FLOW, folder(), "zh", flow.reviewed).problems}
    choices = {question.id: [choice.id for choice in question.choices] for question in flow.questions}
    names = json.loads(json.dumps(read(folder() / FLOW / "flow.yaml", "flow.yaml")[0]))["parts"]
    parts = {name: json.loads(json.dumps(read(folder() / FLOW / f"{name}.yaml", name)[0])) for name in names}
    chosen = list(mutants(parts, choices))
    random.Random(SEED).shuffle(chosen)  # noqa: S311 no secret
    survived = 0
    with tempfile.TemporaryDirectory() as made:
        flows = Path(made) / "flows"
        shutil.copytree(folder(), flows, ignore=shutil.ignore_patterns("*.json", "README.md"))
        for mutant in chosen[:count]:
            file = flows / FLOW / f"{mutant.part}.yaml"
            before = file.read_bytes()
            file.write_text(json.dumps(_joined(mutant.tree), ensure_ascii=False, indent=1), encoding="utf-8")
            how = noticed(flows, plans, known)
            file.write_bytes(before)
            survived += not how
            print(f"{how or 'NOTHING NOTICES'} | {mutant.part}: {mutant.change}", flush=True)
    print(f"{date.today()}: {min(count, len(chosen))} of {len(chosen)} changes tried, {survived} noticed by nothing")
    return 1 if survived else 0


def _joined(node):
    """A tree whose texts of several lines are on one, as loading joins them: JSON has no other way to write them."""
    if isinstance(node, dict) and {*node} == {"zh", "en"} and isinstance(node["zh"], str):
        return {"zh": "".join(node["zh"].split("\n")), "en": " ".join(node["en"].split("\n")).strip()}
    if isinstance(node, dict):
        return {key: _joined(below) for key, below in node.items()}
    return [_joined(one) for one in node] if isinstance(node, list) else node


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 60))
