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

from collector_guard.law.lay_words import LayWords
from collector_guard.law.model import Checked, Contact, Law, Laws, Provision, ShortAnswer, Topic, Version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from collector_guard.flow.card import Card

Row = list[Any]


def laws_to_json(laws: Laws) -> str:
    """The topics, the lay words, and each law with its versions and provisions, which begin with a version's place."""
    return _json([laws.topics, laws.lay_words, [[law, _provision_rows(law, laws)] for law in laws.laws.values()]])


def laws_from_json(text: bytes) -> Laws:
    """The laws that `laws_to_json` wrote."""
    topics, lay_words, rows = json.loads(text)
    laws: dict[str, Law] = {}
    provisions: dict[str, dict[tuple[str, str], Provision]] = {}
    for law_row, provision_rows in rows:
        law = _law(law_row)
        laws[law.id] = law
        read = (_provision(law, row) for row in provision_rows)
        provisions[law.id] = {(one.version.id, one.number): one for one in read}
    return Laws(laws, provisions, tuple(map(_topic, topics)), _lay_words(lay_words))


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

    name, title, acts, calls, lines, alone = row
    return Card(name, title, tuple(acts), tuple(_contact(call) for call in calls), tuple(lines), alone)


def _topic(row: Row) -> Topic:
    name, called, answers = row
    return Topic(name, called, tuple(map(_answer, answers)))


def _answer(row: Row) -> ShortAnswer:
    name, asks, says, cites, checked = row
    return ShortAnswer(name, asks, says, tuple(cites), date.fromisoformat(checked))


def _lay_words(row: Row) -> LayWords:
    nothing, words = row
    return LayWords(tuple(nothing), tuple((tuple(parts), tuple(meant)) for parts, meant in words))


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
