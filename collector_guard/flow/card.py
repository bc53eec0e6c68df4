"""The words on the screen in an emergency."""

from typing import NamedTuple

from collector_guard.law.model import Contact


class Card(NamedTuple):
    """At most six lines for an emergency, without law.

    With `alone` nothing else stands on the screen; with `stop` the reader is told to stop, and not to call.
    """

    id: str
    title: str
    acts: tuple[str, ...]
    calls: tuple[Contact, ...]
    lines: tuple[str, ...]
    alone: bool = False
    stop: bool = False
