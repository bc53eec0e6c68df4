"""Asking by menus: what the keys of a keyboard pick, and that nothing is taken that the reader did not pick."""

from datetime import time

import pytest
from fake_terminal import FakeTerminal, written
from menu_keys import keyboard, menu_of
from turns import ARRIVED, ONE_OF_TWELVE, SOME_OF_TWELVE, VISITED_ON, WANTS, WHERE, listener, question, screen_of, turn

from collector_guard.desk.prompts import menu as menus
from collector_guard.desk.prompts import prompt_for
from collector_guard.desk.prompts.menus import Menus, menus_fit
from collector_guard.desk.prompts.numbered import Numbered
from collector_guard.desk.prompts.reply import DangerWord, Key
from collector_guard.flow.model import Choice


class FlowOf:
    def __init__(self, *questions):
        self.questions = questions


def always():
    return True


@pytest.fixture
def picked():
    """Send keys to a menu, all at once, and return what it replies."""

    def picked(keys, of=WHERE, taken=(), *, deaf=False):
        with keyboard() as pipe:
            pipe.send_text(keys)
            return menu_of(of, taken).reply(always, deaf=deaf)

    return picked


@pytest.fixture
def at_once(monkeypatch):
    """A second q is not waited for."""
    monkeypatch.setattr(menus.Seconds, "for_a_second_q", 0)


@pytest.mark.parametrize("keys", ["2\r", "２\r", "二\r", "\x1b[B\x1b[B\r", "\x1b[A\x1b[A\x1b[A\r", "4\x1b[B2\r", "2\n"])
def test_a_choice_is_picked_with_numbers_or_arrows(picked, keys):
    assert picked(keys) == ("inside",)


@pytest.mark.parametrize(
    "keys", ["inside\r", "已经进了屋\r", "\x1b[200~已经进了屋\x1b[201~\r", "已经进xx\x7f\x7f了屋\r"]
)
def test_a_choice_is_picked_with_its_words(picked, keys):
    assert picked(keys) == ("inside",)


@pytest.mark.parametrize(
    "keys", ["\r", "x\r", "他们今天又来了，在敲门\r", "一个人在门口\r", "9\r", "0\r", "\x1b[200~在敲门\n\x1b[201~\r"]
)
@pytest.mark.parametrize("of", [WHERE, WANTS])
def test_enter_takes_nothing_that_was_not_picked(picked, of, keys):
    assert picked(f"{keys}\r3\r", of) == (of.choices[2].id,)


def test_a_refused_line_leaves_what_was_picked_before(picked):
    assert picked("\x1b[B\x1b[B \x1b[B一个人来了\r\r", WANTS) == ("cash",)


def test_the_suggestion_is_pointed_at(picked):
    assert picked("\r", taken=("left",)) == ("left",)


@pytest.mark.parametrize("keys", ["13\r", "1 3 \r", "1、3\r", "1,3\r", "\x1b[B \x1b[B\x1b[B \r", "１３\r", "1323 2\r"])
def test_several_choices_are_ticked(picked, keys):
    assert picked(keys, WANTS) == (("signature",) if "2" in keys else ("signature", "id-card"))


def test_the_suggestions_are_ticked(picked):
    assert picked("2\r", WANTS, ("signature",)) == ("signature", "cash")


@pytest.mark.parametrize(("keys", "taken"), [("14\r", ("none",)), ("12345\r", ("unknown",)), ("41\r", ("signature",))])
def test_none_and_unknown_are_ticked_alone(picked, keys, taken):
    assert picked(keys, WANTS) == taken


@pytest.mark.parametrize(
    ("keys", "taken"), [("12\r", ("c12",)), ("1\r", ("c1",)), ("十二\r", ("c12",)), ("13\r", ("c3",))]
)
def test_of_more_than_nine_choices_a_number_may_have_two_digits(picked, keys, taken):
    assert picked(keys, ONE_OF_TWELVE) == taken


@pytest.mark.parametrize("keys", ["2 12\r", "2,12 \r", "12、2\r", "２　１２\r"])
def test_of_more_than_nine_choices_several_are_parted(picked, keys):
    assert picked(keys, SOME_OF_TWELVE) == ("c2", "c12")


@pytest.mark.parametrize("letter", ["a", "i"])
def test_no_letter_ticks_everything(picked, letter):
    assert picked(f"{letter}\r1\r", WANTS) == ("signature",)


@pytest.mark.parametrize("of", [WHERE, WANTS])
@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        ("q\r", Key.LEAVE),
        ("q\r\r\x03", Key.LEAVE),
        ("qq", Key.WIPE),
        ("1q\r", Key.LEAVE),
        ("<?!", Key.BACK),
        ("?<", Key.WHY),
        ("3110", Key.CARD),
        ("我不想活了", DangerWord("不想活")),
        ("\x1b[200~不想活\x1b[201~", DangerWord("不想活")),
        ("\x1b[200~110\x1b[201~", Key.CARD),
    ],
)
def test_the_first_exit_wins(picked, of, keys, reply):
    assert picked(keys, of) == reply


@pytest.mark.usefixtures("at_once")
def test_one_q_leaves_without_another_key(picked):
    assert picked("q") == Key.LEAVE


def test_a_word_that_begins_with_q_is_a_word(picked):
    assert picked("qing\r2\r") == ("inside",)


@pytest.mark.parametrize("of", [WHERE, WANTS])
@pytest.mark.parametrize(
    ("keys", "error"), [("\x03", KeyboardInterrupt), ("\x04", EOFError), ("2\x03\r", KeyboardInterrupt)]
)
def test_ctrl_c_and_ctrl_d_leave_a_menu(picked, of, keys, error):
    with pytest.raises(error):
        picked(keys, of)


def test_keys_without_a_meaning_do_nothing(picked):
    assert picked("2\t\x1bOP\x01\x1b[5~\r") == ("inside",)


@pytest.mark.parametrize("keys", ["110", "一个人，不想活"])
def test_a_call_for_help_picks_nothing(keys):
    with keyboard() as pipe:
        pipe.send_text(keys)
        menu = menu_of(WHERE)
        menu.reply(always, deaf=False)

    assert menu.picks.taken == ()


def test_enter_is_not_heard_right_after_a_key(picked, monkeypatch):
    monkeypatch.setattr(menus.Seconds, "deaf_to_enter", 3600)

    assert picked("\rqq", taken=("left",), deaf=True) == Key.WIPE


# --- menus among other questions ---


def test_menus_put_the_question_above_and_times_are_typed():
    flow, screen = FlowOf(WHERE, ARRIVED), screen_of("21:05", plain=False)
    prompt = Menus(flow, screen, listener())

    with keyboard() as pipe:
        pipe.send_text("2\r")
        replies = [prompt.ask(turn(asked)) for asked in flow.questions]

    assert replies == [("inside",), (time(21, 5),)]
    assert "他们现在在哪里？" in written(screen.environment)


def test_what_was_ticked_is_ticked_again_after_a_look_aside():
    prompt = Menus(FlowOf(WANTS), screen_of(plain=False), listener())

    with keyboard() as pipe:
        pipe.send_text("13?")
        prompt.ask(turn(WANTS))
        pipe.send_text("2\x1b[B\r")
        menus.Seconds.deaf_to_enter, kept = 0, menus.Seconds.deaf_to_enter
        reply = prompt.ask(turn(WANTS))
        menus.Seconds.deaf_to_enter = kept

    assert reply == ("signature", "cash", "id-card")


@pytest.mark.parametrize(
    ("questions", "columns", "rows", "fits"),
    [
        pytest.param([WHERE, WANTS, ARRIVED], 60, 16, True, id="room enough"),
        pytest.param([WHERE], 59, 16, False, id="too narrow"),
        pytest.param([WHERE], 60, 15, False, id="too low"),
        pytest.param([ARRIVED, VISITED_ON], 60, 16, True, id="nothing to draw"),
        pytest.param([ONE_OF_TWELVE], 60, 17, True, id="twelve choices"),
        pytest.param([WHERE, ONE_OF_TWELVE], 60, 16, False, id="one question is too high"),
        pytest.param([question("x", "one", "?", Choice("a", "字" * 24))], 60, 16, True, id="as wide as it may be"),
        pytest.param(
            [WHERE, question("x", "one", "?", Choice("a", "字" * 26))], 60, 16, False, id="one label too wide"
        ),
    ],
)
def test_menus_fit_where_every_choice_of_every_question_has_a_line(questions, columns, rows, fits):
    assert menus_fit(FlowOf(*questions), columns, rows) is fits


def test_after_a_resize_that_breaks_menus_there_are_numbers_to_the_end():
    screen = screen_of("2", "3", plain=False, columns=40)
    prompt = Menus(FlowOf(WHERE, WANTS), screen, listener())

    first = prompt.ask(turn(WHERE))
    screen.environment = screen.environment._replace(variables={"COLUMNS": "80", "LINES": "24"})
    second = prompt.ask(turn(WANTS))

    assert (first, second) == (("inside",), ("id-card",))


# --- which of the two ---


@pytest.mark.parametrize(
    ("terminal", "plain"),
    [({"TERM": "dumb"}, False), ({"ACCESSIBLE": "1"}, False), ({}, True), ({"columns": 59}, False)],
    ids=["dumb", "accessible", "plain", "narrow"],
)
def test_numbers_are_typed_where_menus_are_not_wanted(terminal, plain):
    screen = screen_of("2", plain=plain, **terminal)

    prompt = prompt_for(FlowOf(WHERE), screen, listener())

    assert isinstance(prompt, Numbered)


@pytest.mark.parametrize("encoding", ["gb18030", "ascii"])
def test_numbers_are_typed_where_the_terminal_is_not_utf_8(encoding):
    screen = screen_of(plain=False)
    screen.environment.stdin.encoding = encoding

    assert isinstance(prompt_for(FlowOf(WHERE), screen, listener()), Numbered)


def test_numbers_are_typed_where_the_plan_goes_elsewhere():
    screen = screen_of(plain=False)
    elsewhere = FakeTerminal()
    elsewhere.isatty = lambda: False
    screen.environment = screen.environment._replace(stdout=elsewhere)

    assert isinstance(prompt_for(FlowOf(WHERE), screen, listener()), Numbered)


def test_menus_are_drawn_on_a_terminal():
    assert isinstance(prompt_for(FlowOf(WHERE), screen_of(plain=False), listener()), Menus)


def test_a_menu_that_no_longer_fits_is_left_without_a_reply():
    fits = iter([True, False])

    with keyboard() as pipe:
        menu = menu_of(WANTS)
        pipe.send_text("2")
        reply = menu.reply(lambda: next(fits, False), deaf=False)

    assert reply is None
