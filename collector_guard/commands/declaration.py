"""Declare what a command takes: the annotations of its signature are the only place where an option is described.

    def laws(
        environment: Environment,
        query: Annotated[tuple[str, ...], argument(("[内容]", "[QUERY]"), zh="词或条文", en="Words, a citation")] = (),
        topic: Annotated[str, option("--topic", zh="只查这一类", en="Only this topic", value=("类", "TOPIC"))] = "",
        everywhere: Annotated[bool, option("--all", zh="查全文", en="Search the full text")] = False,
    ) -> int: ...

A bool is a switch, a tuple may be given more than once, and a str once. What the help says stands in
the signature, too, in Chinese and in English.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, get_origin

from collector_guard.desk.environment import Environment
from collector_guard.wording.sentences import LANGUAGES

# From the environment and what was typed of a word: what a shell may complete it to, each with what that means.
Completer = Callable[[Environment, str], Iterable[tuple[str, str]]]


# What the help says, in Chinese and in English.
Words = tuple[str, str]
NONE: Words = ("", "")


class Parameter(NamedTuple):
    """An argument or, where it has flags, an option, which takes a value where there is a word for that."""

    name: str
    flags: tuple[str, ...]
    says: Words
    value: Words
    choices: Callable[[], Sequence[str]]
    complete: Completer | None
    many: bool

    @property
    def takes_value(self) -> bool:
        """Whether a value follows: a switch stands alone."""
        return self.value != NONE


class Command(NamedTuple):
    """A command by name, with what runs it, what its help and the list of commands say, and words typed to find it."""

    name: str
    run: Callable[..., int]
    says: Words
    short: Words
    also: tuple[str, ...]
    parameters: tuple[Parameter, ...]


def option(
    *flags: str,
    zh: str,
    en: str,
    value: Words = NONE,
    choices: Callable[[], Sequence[str]] = tuple,
    complete: Completer | None = None,
) -> Parameter:
    """Declare an option: its flags, what the help says of it, and for a value the word that stands for it."""
    return Parameter(name="", flags=flags, says=(zh, en), value=value, choices=choices, complete=complete, many=False)


def argument(value: Words, *, zh: str, en: str, complete: Completer | None = None) -> Parameter:
    """Declare an argument: the word that stands for it, and what the help says of it."""
    return option(zh=zh, en=en, value=value, complete=complete)


def command(
    *, zh: str, en: str, short: Words = NONE, also: tuple[str, ...] = ()
) -> Callable[[Callable[..., int]], Command]:
    """Make a command of the function that runs it, which returns the exit status."""

    def declare(run: Callable[..., int]) -> Command:
        return Command(
            name=run.__name__, run=run, says=(zh, en), short=short, also=also, parameters=(*_declared(run), LANG)
        )

    return declare


def _declared(run: Callable[..., int]) -> Iterable[Parameter]:
    """Read the parameters of a signature; the inspect module would do so too, and takes 4 ms to load."""
    for name, annotation in run.__annotations__.items():
        if metadata := getattr(annotation, "__metadata__", ()):  # of Annotated
            yield metadata[0]._replace(name=name, many=get_origin(annotation.__origin__) is tuple)


# Every command takes these two. The language is wanted before a line is understood: its mistakes are told in it.
LANG = option(
    "--lang",
    zh="语言（也可以设环境变量 CG_LANG）",
    en="The language (CG_LANG sets it too)",
    value=("语言", "LANGUAGE"),
    choices=lambda: LANGUAGES,
)._replace(name="lang")
HELP = option("-h", "--help", zh="显示说明", en="Show this help")._replace(name="help")
