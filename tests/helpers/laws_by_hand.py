"""A few laws: one that was renumbered, one with three versions, one that is no law: tests/law/laws_by_hand, in Chinese."""

from datetime import date

from folders import TESTS

from collector_guard.law.model import Checked
from collector_guard.library.load import load_laws

TODAY = date(2026, 11, 23)
CHECKED = Checked(TODAY, "official-text")
LAWS = load_laws("zh", TESTS / "law/laws_by_hand")
TOPICS = LAWS.topics
(AT_NIGHT,) = (answer for topic in TOPICS for answer in topic.answers)
NEW_ORDER = LAWS.laws["public-security"].versions[0]


def laws_by_hand():
    """The library of these laws."""
    return LAWS
