"""A keyboard without Chinese reaches everything: every law, every topic and every answer in ASCII."""

import io

import pytest

from collector_guard.desk.prompts.typed import answer_in
from collector_guard.flow.gate import accept
from collector_guard.law.folded_text import folded_text
from collector_guard.law.lookup import NotInForce
from collector_guard.law.query import Wanted, reply
from collector_guard.law.search import Cited, OfTopic
from collector_guard.library.load import folder, load_flow, load_laws

LAWS = load_laws("zh", folder())
QUESTIONS = load_flow("doorstep", "zh", folder()).questions
NUMBERS = range(1, len(LAWS.topics) + 1)


def ascii_names(law):
    """What can be typed for a law without Chinese; its English title is long, its id only we know."""
    return [name for name in law.also if name.isascii() and name != law.title]


def shown(query, day):
    """What the library alone answers to a query."""
    return reply(LAWS, Wanted((query,), day), (), io.StringIO())


def first_shown(query, day):
    """The id of the law that a query shows first, or that it says is no longer in force."""
    try:
        found = shown(query, day)
    except NotInForce as ended:
        return next((law.id for law in LAWS.laws.values() if law.name == ended.values["law"]), None)
    provisions = found.looked_up[0].provisions if isinstance(found, Cited) else found.provisions
    return provisions[0].law.id


@pytest.mark.parametrize("law_id", LAWS.laws)
def test_every_name_of_a_law_shows_it_first_unless_it_is_a_word_for_more(law_id, today):
    law = LAWS.laws[law_id]
    words = {word for provision in LAWS for word in provision.words}

    names = [name for name in (law.id, law.title, *law.also) if name.lower() not in words]

    assert [name for name in names if first_shown(name, today) != law_id] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_ascii_name_of_a_law_cites_it(language):
    laws = load_laws(language, folder())

    for law in laws.laws.values():
        assert {laws.names.get(folded_text(name)) for name in ascii_names(law)} == {law.id}


@pytest.mark.parametrize("law_id", [law_id for law_id in LAWS.laws if LAWS.provisions[law_id]])
def test_a_provision_of_every_law_is_shown_by_what_is_typed_in_ascii(law_id):
    provision = next(iter(LAWS.provisions[law_id].values()))
    between = " " if provision.number[0].isdigit() else "/"

    for name in (law_id, *ascii_names(LAWS.laws[law_id])):
        found = shown(f"{name}{between}{provision.number}", provision.version.start)
        assert isinstance(found, Cited)
        assert provision in found.looked_up[0].provisions


@pytest.mark.parametrize("number", NUMBERS)
def test_every_topic_is_shown_by_its_number(number, today):
    found = shown(str(number), today)

    assert isinstance(found, OfTopic)
    assert found.topic == LAWS.topics[number - 1]
    assert found.provisions != ()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_every_answer_can_be_typed_in_digits(question, today):
    typed = {
        "one": [str(place) for place, _ in enumerate(question.choices, 1)],
        "many": [str(place) for place, _ in enumerate(question.choices, 1)],
        "time": ["0", "21:30"],
        "date": ["0", "2026-11-20"],
    }[question.kind]

    answers = [accept(question, answer_in(text, question), on=today) for text in typed]

    reached = {reply for taken in answers for reply in taken}
    assert reached >= {choice.id for choice in question.choices}
    assert len(answers) == len(typed) == len(set(answers))


def test_an_english_reader_is_told_names_that_can_be_typed(cg):
    run = cg("laws", "第50条", lang="en")

    examples = run.err.partition("for example: ")[2].rstrip(".\n").split(", ")
    assert examples != []
    assert [example for example in examples if not example.isascii()] == []
    assert [example for example in examples if cg("laws", example, lang="en").status != 0] == []
