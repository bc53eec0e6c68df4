"""Names of provisions, reasons and deadlines in the reader's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_guard.wording.sentences import bracketed, listed, sentence, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from collector_guard.flow.when import Span, Unit
    from collector_guard.law.model import Checked, Contact, Law, Provision

OFFICIAL = "official-text"
DOUBTS = {"press-report": "number-press-report", "nothing": "number-nothing"}
BINDING = ("constitution", "law", "interpretation", "regulation", "rule")
NO_LAWS = ("standard", "self-regulation", "notice", "no-such-act")
ONE: dict[Unit, str] = {"day": "span-day", "month": "span-month", "year": "span-year"}
SEVERAL: dict[Unit, str] = {"day": "span-days", "month": "span-months", "year": "span-years"}
LONGEST_NUMBER = 6  # of digits
INSERTED = "一二三四五六七八九"


def name_of(provision: Provision, language: str) -> str:
    """The law's usual name and the number, and the version where it is not the newest: 治安管理处罚法（2012）第42条."""
    name = law_name(provision, language)
    number = number_words(provision.number, language)
    return sentence("of-law", language, law=name, number=number) if number else name


def law_name(provision: Provision, language: str) -> str:
    """The law's usual name, and the version where it is not the newest."""
    law = provision.law
    name = law.short if language == "zh" else law.title
    if provision.version == law.versions[0]:
        return name
    return sentence("of-version", language, law=name, version=provision.version.id)


def short_name(provision: Provision, language: str) -> str:
    """A name for one line, which can be typed: the usual one, or ours in English, where titles are long."""
    return name_of(provision, language) if language == "zh" else provision.cite


def title_words(law: Law, language: str) -> str:
    """The full title and the grade; English names are titles already, so there the Chinese name, to show to others."""
    title = law.title if language == "zh" else law.short
    return sentence("title-and-grade", language, title=title, grade=word(law.grade, language))


def number_words(number: str, language: str) -> str:
    """第50条第1款第5项 for 50.1.5, 第253条之一 for 253-1, nothing for a word."""
    if not number[:1].isdigit():
        return ""
    article, *below = number.split(".")
    main, _, inserted = article.partition("-")
    if inserted:
        nth = INSERTED[int(inserted) - 1] if language == "zh" and int(inserted) <= len(INSERTED) else inserted
        words = sentence("inserted-article", language, number=main, nth=nth)
    else:
        words = sentence("article", language, number=main)
    return words + "".join(
        sentence(kind, language, number=part) for kind, part in zip(("paragraph", "item"), below, strict=False)
    )


def number_of_law(law: Law, number: str, language: str) -> str:
    """A number of a law by its shortest name, whatever there is of that number."""
    return sentence("of-law", language, law=law.name, number=number_words(number, language) or number)


def numbers_words(numbers: Sequence[str], language: str) -> str:
    """Several numbers of one law, whole articles side by side: 第188、192条, 第1033条第1款第2项."""
    articles = [number for number in numbers if number.isdigit()]
    others = [number_words(number, language) for number in numbers if number not in articles]
    if len(articles) == 1:
        articles = [number_words(articles[0], language)]
    elif articles:
        articles = [sentence("articles", language, numbers=articles)]
    return listed(filter(None, (*articles, *others)), language)


def remarks(provision: Provision, language: str) -> str:
    """Say in brackets what a reader must know beside the gist: grade, how well checked, the old number."""
    return _in_brackets([*law_remarks(provision, language), *old_numbers(provision, language)], language)


def remarks_of_grade(provision: Provision, language: str) -> str:
    """Say in brackets what a reader must know beside a name: grade and how well checked, where it is no law."""
    return _in_brackets(law_remarks(provision, language), language)


def doubt_words(provision: Provision, language: str) -> str:
    """In brackets, that what a sentence rests on is no law, or was not seen in an official text."""
    grade = provision.law.grade
    notes = [sentence("no-law", language)] if grade in NO_LAWS else [] if grade in BINDING else [word(grade, language)]
    if provision.checked.against != OFFICIAL:
        notes.append(sentence("not-seen", language))
    return _in_brackets(notes, language)


def law_remarks(provision: Provision, language: str) -> list[str]:
    """The grade, where it is not a law, and how well it was checked, where not against an official text."""
    grade, against = provision.law.grade, provision.checked.against
    notes = [word(grade, language)] if grade != "law" else []
    return [*notes, word(against, language)] if against != OFFICIAL else notes


def old_numbers(provision: Provision, language: str) -> list[str]:
    """The numbers it had in older versions, where they were others."""
    ends = {version.id: version.until for version in provision.law.versions}
    return [
        sentence(
            "old-number", language, day=ends.get(label) or provision.version.start, numbers=_numbers(numbers, language)
        )
        for label, numbers in provision.was
        if numbers and numbers != (provision.number,)
    ]


def new_numbers(successors: tuple[Provision, ...], language: str) -> list[str]:
    """The numbers that a provision has in newer versions, the newest first."""
    return [
        sentence("new-number", language, day=new.version.start, numbers=_numbers((new.number,), language))
        for new in successors
    ]


def in_force_words(provision: Provision, language: str) -> str:
    """From when, and until when where it has ended."""
    version = provision.version
    if version.until is None:
        return sentence("in-force", language, start=version.start)
    return sentence("was-in-force", language, start=version.start, until=version.until)


def span_words(span: Span, language: str) -> str:
    """A length of time: 15 days, 1 month."""
    return sentence((ONE if span.length == 1 else SEVERAL)[span.unit], language, count=span.length)


def checked_words(checked: Checked, language: str) -> str:
    """When a text was last compared, and against what."""
    return sentence("checked-on", language, day=checked.on, against=word(checked.against, language))


def contact_words(contact: Contact, language: str) -> str:
    """Whom the number reaches and what they do; a number not seen in an official text is said to be so."""
    doubt = sentence(DOUBTS[against], language) if (against := contact.checked.against) in DOUBTS else ""
    remark = bracketed(doubt, language) if doubt else ""
    return sentence("contact", language, name=contact.name, does=contact.does) + remark


def _numbers(numbers: tuple[str, ...], language: str) -> str:
    return listed((number_words(number, language) or number for number in numbers), language)


def _in_brackets(notes: list[str], language: str) -> str:
    return bracketed(sentence("and-then", language).join(notes), language) if notes else ""


def power_words(number: int) -> str:
    """A number as it is, or a large one by its two leading digits."""
    if number < 10**LONGEST_NUMBER:
        return str(number)
    leading, _, exponent = f"{number:.1e}".partition("e+")
    return f"{leading} × 10^{int(exponent)}"
