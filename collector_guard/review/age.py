"""What will need another look because time passes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from collector_guard.files.errors import Kind, Problem
from collector_guard.law.model import Laws
from collector_guard.library.load import AsWritten
from collector_guard.review.located import problem_at

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


def growing_old(written: AsWritten, on: date) -> Iterator[Problem]:
    """What nobody has looked at for long, and what will soon end."""
    flow = written.flow
    if NOT_READ < flow.next_review < on:
        keys = written.trees[f"{flow.id}/flow.yaml"]
        yield problem_at(
            next(key for key in keys if key == "reviewed"), REVIEW_OVERDUE, name=flow.id, due=flow.next_review
        )
    for contact in written.contacts:
        yield from _checked(contact.id, contact.id, contact.checked.on, on)
    yield from _versions(flow.laws, on)
    for answer in (answer for topic in flow.laws.topics for answer in topic.answers):
        yield from _checked(answer.id, answer.id, answer.checked, on)
    for provision in flow.laws:
        yield from _checked(provision.number, provision.cite, provision.checked.on, on)


def _versions(laws: Laws, on: date) -> Iterator[Problem]:
    for law in laws.laws.values():
        for version in law.versions:
            if version.until and on < version.until <= on + timedelta(days=ENDS_SOON):
                left = (version.until - on).days
                yield problem_at(
                    version.id, VERSION_ENDS_SOON, law=law.title, name=str(version.id), until=version.until, left=left
                )


def _checked(written: str, name: str, checked: date, on: date) -> Iterator[Problem]:
    if checked > NOT_READ and on - checked > timedelta(days=CHECKED_AGAIN_AFTER):
        yield problem_at(written, CHECKED_LONG_AGO, name=str(name), on=checked, most=CHECKED_AGAIN_AFTER)
