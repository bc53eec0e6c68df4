"""What stands on the screen in an emergency."""

from typing import NamedTuple

from collector_guard.law.model import Contact


class Card(NamedTuple):
    """At most six lines for an emergency, without law; with `alone` nothing else stands on the screen."""

    id: str
    title: str
    acts: tuple[str, ...]
    calls: tuple[Contact, ...]
    lines: tuple[str, ...]
    alone: bool = False
