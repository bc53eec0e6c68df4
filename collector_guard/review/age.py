"""What will need another look because time passes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from collector_guard.files.errors import Kind, Problem
from collector_guard.files.tree import Tree, line_of
from collector_guard.flow.model import Flow
from collector_guard.law.model import Contact, Laws, Provision

CHECKED_LONG_AGO = Kind(
    "checked-long-ago",
    "'{name}' 上次核对是 {on}，超过 {most} 天了。",
    "'{name}' was last checked on {on}, over {most} days ago.",
)
VERSION_ENDS_SOON = Kind(
    "version-ends-soon",
    "《{law}》的版本 '{name}' 到 {until} 为止，只剩 {left} 天。",
    "Version '{name}' of {law} ends on {until}, in {left} days.",
)
REVIEW_OVERDUE = Kind(
    "review-overdue", "流程 '{name}' 应当在 {due} 前重新审阅。", "The review of the flow '{name}' was due on {due}."
)

CHECKED_AGAIN_AFTER = 180
ENDS_SOON = 90
NOT_READ = date.min


def growing_old(flow: Flow, contacts: Iterable[Contact], trees: Mapping[str, Tree], on: date) -> Iterator[Problem]:
    """What nobody has looked at for long, and what will soon end, with the lines of the trees."""
    if NOT_READ < flow.next_review < on:
        place = (f"{flow.id}/flow.yaml", _line(trees, f"{flow.id}/flow.yaml", "reviewed"))
        yield Problem(*place, REVIEW_OVERDUE, (("name", flow.id), ("due", flow.next_review)))
    for contact in contacts:
        place = ("contacts.yaml", _line(trees, "contacts.yaml", contact.id))
        yield from _checked(place, contact.id, contact.checked.on, on)
    yield from _versions(flow.laws, trees, on)
    for topic in flow.laws.topics:
        for answer in topic.answers:
            place = ("topics.yaml", _line(trees, "topics.yaml", topic.id, "answers", answer.id))
            yield from _checked(place, answer.id, answer.checked, on)
    for provision in flow.laws:
        yield from _checked(_place(provision, trees), provision.cite, provision.checked.on, on)


def _versions(laws: Laws, trees: Mapping[str, Tree], on: date) -> Iterator[Problem]:
    for law in laws.laws.values():
        for version in (version for version in law.versions if version.until and on < version.until):
            left = ((version.until or on) - on).days
            if left <= ENDS_SOON:
                place = (f"laws/{law.id}.yaml", _line(trees, f"laws/{law.id}.yaml", "versions", version.id))
                values = (("law", law.title), ("name", version.id), ("until", version.until), ("left", left))
                yield Problem(*place, VERSION_ENDS_SOON, values)


def _checked(place: tuple[str, int], name: str, checked: date, on: date) -> Iterator[Problem]:
    if checked > NOT_READ and on - checked > timedelta(days=CHECKED_AGAIN_AFTER):
        values = (("name", name), ("on", checked), ("most", CHECKED_AGAIN_AFTER))
        yield Problem(*place, CHECKED_LONG_AGO, values)


def _place(provision: Provision, trees: Mapping[str, Tree]) -> tuple[str, int]:
    file = f"laws/{provision.law.id}.yaml"
    return file, _line(trees, file, "versions", provision.version.id, "provisions", provision.number)


def _line(trees: Mapping[str, Tree], file: str, *keys: str) -> int:
    """The line of the last of the keys that lead into a file."""
    tree, line = trees.get(file, ""), 1
    for key in keys:
        written = next((one for one in tree if one == key), "") if isinstance(tree, dict) else ""
        line = line_of(written) or line
        tree = tree.get(key, "") if isinstance(tree, dict) else ""
    return line
