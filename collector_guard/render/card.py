"""A card as lines: its heading, at most five lines, the numbers that they do not name, and no law."""

from collector_guard.flow.card import Card
from collector_guard.law.model import Contact
from collector_guard.render.lines import BAND, Lines, Sheet

BULLET = "· "


def card_lines(card: Card, columns: int) -> Lines:
    """Lay out a card."""
    sheet = Sheet.of(columns)
    heading = sheet.write("emergency", card.title, lead=BAND, hang=" " * len(BAND))
    lines = [line for text in card.lines for line in sheet.write("text", text, lead=BULLET, hang=" " * len(BULLET))]
    for contact in numbers_not_named(card):
        lines += sheet.write("contact", contact.name, lead=f"{contact.number} ", hang="  ")
    return (*heading, *lines)


def numbers_not_named(card: Card) -> tuple[Contact, ...]:
    """Whom a card says to call and none of its lines names."""
    told = (card.title, *card.lines)
    return tuple(contact for contact in card.calls if not any(contact.number in text for text in told))
