"""Complete words of a command line in the shell: flows, topics, laws and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_guard.files.errors import StatedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from collector_guard.desk.environment import Environment
    from collector_guard.flow.model import Flow

# The variable in which a shell asks for completions.
VARIABLE = "_CG_COMPLETE"


def our_flows(_environment: Environment, _typed: str) -> Iterator[tuple[str, str]]:
    """Complete a flow of ours by its name."""
    from collector_guard.library.load import flow_names, folder

    for name in flow_names(folder()):
        yield name, ""


def flows(environment: Environment, typed: str) -> Iterator[tuple[str, str]]:
    """Complete a flow of ours by its name, or the folder of another."""
    from pathlib import Path

    yield from our_flows(environment, typed)
    parent = typed[: typed.rfind("/") + 1]
    for file in sorted(Path(parent).glob("*/flow.yaml")) if parent else ():
        yield f"{parent}{file.parent.name}", ""


def topics(environment: Environment, _typed: str) -> Iterator[tuple[str, str]]:
    """Complete a topic by its id."""
    from collector_guard.library.load import folder, load_laws

    for topic in load_laws(environment.language, folder()).topics:
        yield topic.id, topic.name


def laws(environment: Environment, _typed: str) -> Iterator[tuple[str, str]]:
    """Complete a law by any of its names."""
    from collector_guard.library.load import folder, load_laws

    for law in load_laws(environment.language, folder()).laws.values():
        for name in dict.fromkeys((*law.also, law.title)):
            yield name, law.title


def answers(environment: Environment, typed: str) -> Iterator[tuple[str, str]]:
    """Complete question=choice of the usual flow, and after a comma one more choice of the same question."""
    taken, comma, _ = typed.rpartition(",")
    for question in _usual_flow(environment).questions:
        begun = f"{question.id}="
        if taken.startswith(begun):
            begun = taken + comma
        for choice in question.choices:
            yield begun + choice.id, choice.label


def drafts(environment: Environment, _typed: str) -> Iterator[tuple[str, str]]:
    """Complete a draft of the usual flow by its name."""
    for draft in _usual_flow(environment).drafts.drafts:
        yield draft.id, draft.title


def install() -> tuple[str, Path]:
    """Add completion to the shell that the program was called from; the shell, and the file that was written.

    StatedError (completion-shell) where it cannot be told which shell that is, or typer does not know it.
    """
    from typer._completion_shared import Shells, _get_shell_name
    from typer._completion_shared import install as install_for

    shell = _get_shell_name()
    if shell is None or shell not in Shells.__members__:
        raise StatedError("completion-shell", known=tuple(Shells.__members__))
    return install_for(shell, "cg", VARIABLE)


def _usual_flow(environment: Environment) -> Flow:
    from collector_guard.desk.environment import FLOW
    from collector_guard.library.load import folder, load_flow

    return load_flow(FLOW, environment.language, folder())
