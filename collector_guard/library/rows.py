"""Write the laws, and the cards of a flow, as rows of their fields, and read them back.

Rows hold what was built from sound files, in one language and in the order of the fields: reading them checks and
translates nothing, which takes a tenth of the time of building.
"""

from __future__ import annotations

import json
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from collector_guard.law.model import Checked, Contact, Law, Laws, Provision, Topic, Version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from collector_guard.flow.card import Card

Row = list[Any]


def laws_to_json(laws: Laws) -> str:
    """The topics, and each law with its versions and their provisions; a provision begins with its version's place."""
    return _json([laws.topics, [[law, _provision_rows(law, laws)] for law in laws.laws.values()]])


def laws_from_json(text: bytes) -> Laws:
    """The laws that `laws_to_json` wrote."""
    topics, rows = json.loads(text)
    laws: dict[str, Law] = {}
    provisions: dict[str, dict[tuple[str, str], Provision]] = {}
    for law_row, provision_rows in rows:
        law = _law(law_row)
        laws[law.id] = law
        read = (_provision(law, row) for row in provision_rows)
        provisions[law.id] = {(one.version.id, one.number): one for one in read}
    return Laws(laws, provisions, tuple(Topic(*row) for row in topics))


def card_to_json(card: Card) -> str:
    """A card with its contacts."""
    return _json(card)


def card_from_json(text: bytes) -> Card:
    """The card that `card_to_json` wrote."""
    return _card(json.loads(text))


def danger_words_to_json(danger_words: Iterable[tuple[str, Card]]) -> str:
    """The cards that danger words lead to, each with its words."""
    return _json([[card, [word for word, _ in of]] for card, of in groupby(danger_words, key=itemgetter(1))])


def danger_words_from_json(text: bytes) -> tuple[tuple[str, Card], ...]:
    """The danger words that `danger_words_to_json` wrote, each with its card."""
    return tuple((word, card) for row, words in json.loads(text) for card in (_card(row),) for word in words)


def _provision_rows(law: Law, laws: Laws) -> list[Row]:
    return [[law.versions.index(version), *rest] for _, version, *rest in laws.provisions[law.id].values()]


def _card(row: Row) -> Card:
    from collector_guard.flow.card import Card

    name, title, acts, calls, lines = row
    return Card(name, title, tuple(acts), tuple(_contact(call) for call in calls), tuple(lines))


def _law(row: Row) -> Law:
    name, title, short, also, grade, source, note, versions = row
    return Law(name, title, short, tuple(also), grade, source, note, tuple(_version(one) for one in versions))


def _version(row: Row) -> Version:
    name, adopted, start, until = row
    return Version(name, date.fromisoformat(adopted), date.fromisoformat(start), until and date.fromisoformat(until))


def _provision(law: Law, row: Row) -> Provision:
    place, number, gist, quote, limits, topics, words, checked, was, line = row
    moved = tuple((older, tuple(numbers)) for older, numbers in was)
    said = (gist, quote, limits, tuple(topics), tuple(words))
    return Provision(law, law.versions[place], number, *said, _checked(checked), moved, line)


def _contact(row: Row) -> Contact:
    name, number, called, does, source, checked = row
    return Contact(name, number, called, does, source, _checked(checked))


def _checked(row: Row) -> Checked:
    on, against = row
    return Checked(date.fromisoformat(on), against)


def _json(rows: object) -> str:
    """The text of rows; the nouns are tuples, and so rows already, but for their days."""
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)
