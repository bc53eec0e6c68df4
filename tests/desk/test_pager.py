"""Small screens: no choice is ever cut, and nothing scrolls away before it can be read."""

import re

import pytest
from fake_terminal import written
from turns import WHERE, listener, question, screen_of, turn

from collector_guard.desk import pager
from collector_guard.desk.prompts.menus import menus_fit
from collector_guard.desk.prompts.numbered import Numbered
from collector_guard.desk.prompts.reply import Key
from collector_guard.flow.model import Choice
from collector_guard.review.shape import WIDEST_LABEL
from collector_guard.wording.wrapping import width

STOP = "回车看下面"
CHINESE = "他们不肯说是谁派来的只说自己是来处理欠款的人员还有"
ENGLISH = "They will not say who sent them, only what it is for"[:WIDEST_LABEL]
WIDE = {"zh": CHINESE, "en": ENGLISH}


def wide_question(kind="one", language="zh", count=9):
    """A question whose choices are as wide as a label may be, each told apart by its end."""
    first = ord("甲") if language == "zh" else ord("a")
    labels = [WIDE[language][:-1] + chr(first + place) for place in range(count)]
    return question("wide", kind, "选哪个？", *(Choice(f"c{place}", label) for place, label in enumerate(labels)))


def asked(*lines, of, **terminal):
    screen = screen_of(*lines, **terminal)
    reply = Numbered(screen, listener(terminal.get("language", "zh"))).ask(turn(of))
    return reply, written(screen.environment)


def spaceless(text):
    return "".join(text.split())


def test_the_choices_here_are_as_wide_as_they_may_be():
    assert [width(text) for text in WIDE.values()] == [WIDEST_LABEL, WIDEST_LABEL]


@pytest.mark.parametrize("kind", ["one", "many"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [20, 40, 60])
def test_the_widest_choice_is_never_cut(columns, language, kind):
    wide = wide_question(kind, language)

    reply, screen = asked("9", of=wide, columns=columns, rows=200, language=language)

    assert reply == ("c8",)
    assert max(width(line.partition("> ")[0]) for line in screen.splitlines()) <= columns
    assert all(spaceless(choice.label) in spaceless(screen) for choice in wide.choices)


def test_the_widest_choice_fits_a_menu_of_sixty_columns():
    class Flow:
        questions = (wide_question("many"),)

    assert menus_fit(Flow, 60, 24)


@pytest.mark.parametrize("rows", [8, 10, 16, 24])
@pytest.mark.parametrize("columns", [20, 40])
def test_a_question_that_does_not_fit_stops_before_it_scrolls_away(columns, rows):
    wide = wide_question(count=20)

    reply, low = asked(*[""] * (rows < 48) * 30, "9", of=wide._replace(), columns=columns, rows=rows)

    assert reply == ("c8",)
    assert STOP in low
    assert all(part.count("\n") <= rows for part in re.split("(?<=> )", low))
    assert all(spaceless(choice.label) in spaceless(low) for choice in wide.choices)


def test_a_question_that_fits_does_not_stop():
    assert STOP not in asked("2", of=WHERE, columns=40, rows=10)[1]


@pytest.mark.parametrize(
    ("lines", "reply"),
    [
        pytest.param(["3"], ("c2",), id="an answer"),
        pytest.param(["x", "", "", "4"], ("c3",), id="what is no answer"),
        pytest.param(["<"], Key.BACK, id="back"),
        pytest.param(["qq"], Key.WIPE, id="leave"),
    ],
)
def test_what_is_typed_at_a_stop_is_typed_at_the_question(lines, reply):
    assert asked(*lines, of=wide_question(), columns=40, rows=10)[0] == reply


# --- pages ---


def block(name, rows):
    return [f"{name}{row}" for row in range(rows)]


def shown(*blocks, lines=("", "", ""), rows=10, plain=True):
    screen = screen_of(*lines, rows=rows, plain=plain)
    typed = pager.show(screen, *blocks)
    return typed, written(screen.environment)


def test_a_page_stops_between_entries_and_says_how_much_is_left():
    _, screen = shown(block("a", 4), block("b", 4), block("c", 3))

    assert screen == "a0\na1\na2\na3\nb0\nb1\nb2\nb3\n回车看下面（还有 3 行） > \nc0\nc1\nc2\n"


def test_an_entry_that_is_higher_than_the_screen_is_broken():
    _, screen = shown(block("a", 12))

    assert screen.count(STOP) == 1
    assert "a8\n回车看下面（还有 3 行） > \na9\n" in screen


def test_what_is_typed_at_a_stop_ends_the_page():
    assert shown(block("a", 8), block("b", 8), lines=["l"])[0] == "l"


def test_the_stop_is_taken_back_where_the_terminal_can():
    _, screen = shown(block("a", 8), block("b", 3), plain=False)

    assert screen == "".join(f"a{row}\n" for row in range(8)) + "回车看下面（还有 3 行） > \n\x1b[1F\x1b[Jb0\nb1\nb2\n"


def test_room_is_made_for_what_fits_on_a_screen_by_itself():
    screen = screen_of("", rows=10)
    pager.show(screen, block("a", 6))

    pager.make_room(screen, 4)
    pager.show(screen, block("b", 4))

    assert f"a5\n{STOP}（还有 4 行） > \nb0\n" in written(screen.environment)


def test_what_was_pushed_off_the_screen_is_not_there_when_rows_are_taken_back():
    screen = screen_of("", rows=10, plain=False)
    screen.mark()
    screen.put(*block("a", 4))
    before = screen.shows_mark(1)

    screen.put(*block("b", 8))
    screen.read("")
    screen.take_back(8)

    assert (before, screen.shows_mark(1)) == (True, False)


def test_a_menu_that_is_erased_has_pushed_off_what_stood_above():
    screen = screen_of(rows=10)
    screen.mark()
    screen.put(*block("a", 4))

    screen.drew(8)

    assert not screen.shows_mark(1)


def test_a_line_that_something_is_said_to_is_refused_at_its_stop_and_the_page_goes_on():
    screen = screen_of("x", "", rows=10)

    typed = pager.show(screen, block("a", 8), block("b", 3), says=lambda line: [f"no {line}"])

    assert typed == ""
    assert f"{STOP}（还有 3 行） > x\nno x\n{STOP}（还有 3 行） > \nb0\n" in written(screen.environment)


@pytest.mark.parametrize("plain", [True, False])
def test_a_question_that_a_long_line_pushed_off_the_screen_comes_again(plain):
    screen = screen_of("x" * 900, "2", columns=40, rows=20, plain=plain)

    Numbered(screen, listener()).ask(turn(WHERE))

    after = written(screen.environment).partition("x\n")[2]
    assert after.index("他们现在在哪里？") < after.index("请重新写")


def test_what_is_said_at_a_stop_is_itself_stopped_where_it_is_higher_than_the_screen():
    screen = screen_of("x", "", "", "", rows=10)

    pager.show(screen, block("a", 8), block("b", 3), says=lambda line: block("c", 12) if line == "x" else [])

    assert f"c8\n{STOP}（还有 3 行） > \nc9\n" in written(screen.environment)
