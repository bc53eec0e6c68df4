"""A menu in memory: keys go in through a pipe, and nothing is drawn."""

from contextlib import contextmanager

from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from turns import listener, screen_of, turn

from collector_guard.desk.prompts.menu import Menu


@contextmanager
def keyboard():
    """The keyboard of a menu; all that is sent is there before the menu is drawn."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


def menu_of(asked, taken=()):
    return Menu(turn(asked), taken, screen_of(), listener())
