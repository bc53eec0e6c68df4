"""Ask at a keyboard: with menus where the terminal can draw them all, with typed numbers everywhere else."""

import codecs

from collector_guard.desk.prompts.listener import Listener
from collector_guard.desk.prompts.menus import Menus, menus_fit
from collector_guard.desk.prompts.numbered import Numbered
from collector_guard.desk.prompts.reply import Prompt
from collector_guard.desk.screen import Screen
from collector_guard.flow.model import Flow


def prompt_for(flow: Flow, screen: Screen, listener: Listener) -> Prompt:
    """Choose one way of asking for a whole walk."""
    environment = screen.environment
    draws = screen.is_styled and environment.talk is environment.stdout
    streams = (environment.stdin, environment.stdout)
    is_utf8 = all(stream.isatty() and codecs.lookup(stream.encoding).name == "utf-8" for stream in streams)
    if draws and is_utf8 and menus_fit(flow, *screen.size):
        return Menus(flow, screen, listener)
    return Numbered(screen, listener)
