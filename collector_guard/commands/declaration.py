"""Declare what a command takes: the annotations of its signature are the only place where an option is described.

    def laws(
        environment: Environment,
        query: Annotated[tuple[str, ...], argument("named-query", "help-query")] = (),
        topic: Annotated[str, option("help-topic", "--topic", value="named-topic")] = "",
        everywhere: Annotated[bool, option("help-all", "--all")] = False,
    ) -> int: ...

A bool is a switch, a tuple may be given more than once, and a str once. Sentences are named by their ids.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple, get_origin

from collector_guard.desk.environment import Environment
from collector_guard.wording.sentences import LANGUAGES

# From the environment and what was typed of a word: what a shell may complete it to, each with what that means.
Completer = Callable[[Environment, str], Iterable[tuple[str, str]]]


class Parameter(NamedTuple):
    """An argument or, where it has flags, an option, which takes a value where that has a name."""

    name: str
    flags: tuple[str, ...]
    help: str
    value: str
    choices: tuple[str, ...]
    complete: Completer | None
    many: bool


class Command(NamedTuple):
    """A command by name, with what runs it, the sentences of its help, and words that are typed to find it."""

    name: str
    run: Callable[..., int]
    help: str
    short_help: str
    also: tuple[str, ...]
    parameters: tuple[Parameter, ...]


def option(
    help_id: str, *flags: str, value: str = "", choices: Iterable[str] = (), complete: Completer | None = None
) -> Parameter:
    """Declare an option: the sentence that explains it, its flags, and for a value the word that stands for it."""
    return Parameter(
        name="", flags=flags, help=help_id, value=value, choices=tuple(choices), complete=complete, many=False
    )


def argument(value: str, help_id: str, complete: Completer | None = None) -> Parameter:
    """Declare an argument: the word that stands for it, and the sentence that explains it."""
    return option(help_id, value=value, complete=complete)


def command(help_id: str, short_help: str, also: tuple[str, ...] = ()) -> Callable[[Callable[..., int]], Command]:
    """Make a command of the function that runs it, which returns the exit status."""

    def declare(run: Callable[..., int]) -> Command:
        return Command(
            name=run.__name__,
            run=run,
            help=help_id,
            short_help=short_help,
            also=also,
            parameters=(*_declared(run), LANG),
        )

    return declare


def _declared(run: Callable[..., int]) -> Iterable[Parameter]:
    """Read the parameters of a signature; the inspect module would do so too, and takes 4 ms to load."""
    for name, annotation in run.__annotations__.items():
        if metadata := getattr(annotation, "__metadata__", ()):  # of Annotated
            yield metadata[0]._replace(name=name, many=get_origin(annotation.__origin__) is tuple)


# Every command takes these two. The language is wanted before a line is understood: its mistakes are told in it.
LANG = option("help-lang", "--lang", value="named-language", choices=LANGUAGES)._replace(name="lang")
HELP = option("help-help", "-h", "--help")._replace(name="help")
