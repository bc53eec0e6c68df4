"""What is compiled is read back as it was."""

import pytest
from folders import SMALL_FLOWS
from laws_by_hand import laws_by_hand

from collector_guard.flow.card import Card
from collector_guard.law.model import Checked, Contact, Provision, Topic, Version
from collector_guard.library.compiled import (
    UnreadLaws,
    flow_to_json,
    from_json,
    laws_from_json,
    laws_to_json,
    to_json,
)
from collector_guard.library.load import folder, load_card, load_danger_words, load_flow, load_flow_from_yaml, load_laws


@pytest.mark.parametrize("laws", [laws_by_hand(), load_laws("en", folder())], ids=["by hand", "shipped"])
def test_laws_are_read_back_as_they_were_in_their_order(laws):
    again = laws_from_json(laws_to_json(laws).encode())

    assert again == laws
    assert list(again) == list(laws)


def test_laws_are_read_back_as_what_they_are_and_not_as_mere_rows():
    again = laws_from_json(laws_to_json(laws_by_hand()).encode())

    assert {type(topic) for topic in again.topics} == {Topic}
    assert {type(provision) for provision in again} == {Provision}
    assert {type(provision.checked) for provision in again} == {Checked}
    assert {type(version) for law in again.laws.values() for version in law.versions} == {Version}
    assert all(provision.version in provision.law.versions for provision in again)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_card_is_read_back_with_its_contacts(language):
    card = load_card("doorstep", language, folder())

    again = from_json(to_json(card).encode())

    assert again == card == load_flow("doorstep", language, folder()).card
    assert {type(contact) for contact in again.calls} == {Contact}


def test_danger_words_are_read_back_in_their_order_each_with_its_card():
    words = load_danger_words("doorstep", "zh", folder())

    again = tuple(from_json(to_json(words).encode()))

    assert again == words == load_flow("doorstep", "zh", folder()).danger_words
    assert {type(card) for _, card in again} == {Card}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("name", "flows"), [("visit", SMALL_FLOWS), ("doorstep", folder())])
def test_a_flow_is_read_back_as_what_it_is_and_not_as_mere_rows(name, flows, language):
    flow = load_flow_from_yaml(name, language, flows)

    again = from_json(to_json(flow).encode(), flow.laws)

    assert again == flow
    assert repr(again) == repr(flow)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_of_drafts_a_flow_keeps_what_plans_say_and_the_rest_is_read_apart(language):
    flow = load_flow_from_yaml("doorstep", language, folder())

    walked = from_json(flow_to_json(flow).encode(), flow.laws)

    assert [(one.id, one.title, one.does, one.when) for one in walked.drafts.drafts] == [
        (one.id, one.title, one.does, one.when) for one in flow.drafts.drafts
    ]
    assert not any(one.blocks or one.addressees for one in walked.drafts.drafts)
    assert walked._replace(drafts=flow.drafts, promises=flow.promises) == flow
    assert from_json(to_json(flow.drafts).encode()) == flow.drafts


def test_what_stands_in_several_places_of_a_flow_is_written_once(small_flow):
    cards = [small_flow.card, *(card for _, card in small_flow.danger_words)]
    cards += [outcome.card for outcome in small_flow.outcomes if outcome.card]

    written = to_json(small_flow)

    assert written.count('{"Card":') == len(set(cards)) < len(cards)


def test_laws_are_read_once_and_not_before_they_are_wanted():
    laws, reads = laws_by_hand(), []
    unread = UnreadLaws(lambda: reads.append("read") or laws)

    assert reads == []
    assert unread == laws
    assert list(unread) == list(laws)
    assert (unread.topics, unread.names) == (laws.topics, laws.names)
    assert reads == ["read"]
    assert not hasattr(unread, "no-such-field")
