"""Find flows/ and turn its files into Flow and Law."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from collector_guard.files.data_file import FILE_IS_LINK
from collector_guard.files.errors import DataError, Problem, StatedError, Typed
from collector_guard.law.model import Contact, Laws

if TYPE_CHECKING:
    from collections.abc import Mapping

    from collector_guard.files.entries import Notes
    from collector_guard.files.tree import Tree
    from collector_guard.flow.card import Card
    from collector_guard.flow.draft import Drafts
    from collector_guard.flow.model import Flow

# What builds is imported by what builds: the rows of an installed program are read without it.
LAWS = "laws"


class AsWritten(NamedTuple):
    """A flow as its YAML files say it, sound or not; the trees go by the names that problems give the files."""

    flow: Flow
    contacts: tuple[Contact, ...]
    trees: Mapping[str, Tree]
    problems: tuple[Problem, ...]


def folder() -> Path:
    """Where the flows are: beside the modules when installed, beside the package in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "flows"
    return installed if installed.is_dir() else package.parent / "flows"


def flow_names(flows: Path) -> tuple[str, ...]:
    """The flows there are, by name."""
    return tuple(sorted(path.name for path in flows.iterdir() if path.is_dir() and path.name != LAWS))


def file_of_rows(what: str, language: str) -> str:
    """The file in which the rows of something compiled are, in one language."""
    return f"{what}.{language}.json"


def rows_of(below: Path, what: str, language: str) -> bytes | None:
    """The rows of something compiled that is in a folder; None in a checkout."""
    file = below / file_of_rows(what, language)
    return file.read_bytes() if file.is_file() else None


def place_of(flow: str) -> tuple[str, Path]:
    """The id of a flow and the folder where it is: with a separator in it, a path to its own; else one of ours."""
    if "/" not in flow and os.sep not in flow:
        return flow, folder()
    try:
        path = Path(flow).resolve()
    except (OSError, RuntimeError):  # the latter: links that lead in a circle
        raise StatedError("no-flow-folder", name=Typed(flow)) from None
    if not os.path.lexists(path / "flow.yaml"):
        raise StatedError("no-flow-folder", name=Typed(flow))
    return path.name, path.parent


def load_flow(flow_id: str, language: str, flows: Path) -> Flow:
    """A flow with everything that it names; where it is compiled, with the outline of its drafts and no promises.

    DataError with every mistake, StatedError where there is no such flow.
    """
    _stop_at_unknown(flow_id, flows)
    source = _Source(flows, language)
    if rows := rows_of(flows / flow_id, "flow", language):
        from collector_guard.library.compiled import UnreadLaws, from_json

        return cast("Flow", from_json(rows, UnreadLaws(source.laws)))
    flow = source.flow(flow_id)
    source.stop_at_problems()
    return flow


def with_drafts(flow: Flow, flows: Path) -> Flow:
    """A flow of `load_flow` with all that it takes to write its drafts."""
    compiled = _from_rows(flow.id, "drafts", flow.language, flows)
    return flow._replace(drafts=cast("Drafts", compiled)) if compiled else flow


def load_flow_from_yaml(flow_id: str, language: str, flows: Path) -> Flow:
    """A flow as `load_flow` gives it, but never from rows, so that its names know their lines."""
    written = read_flow(flow_id, language, flows)
    if written.problems:
        raise DataError(written.problems)
    return written.flow


def read_flow(flow_id: str, language: str, flows: Path) -> AsWritten:
    """A flow and every mistake in its YAML files; StatedError where there is no such flow."""
    _stop_at_unknown(flow_id, flows)
    return _as_written(flow_id, _Source(flows, language, compiled=False))


def read_in(language: str, written: AsWritten, flows: Path) -> AsWritten:
    """A flow that was read without a mistake, in another language, whose texts may have some; no file is read again."""
    return _as_written(written.flow.id, _Source(flows, language, compiled=False, known=written.trees))


def _as_written(flow_id: str, source: _Source) -> AsWritten:
    flow, contacts = source.flow(flow_id), tuple(source.contacts().values())
    return AsWritten(flow=flow, contacts=contacts, trees=source.trees, problems=tuple(dict.fromkeys(source.problems())))


def load_card(flow_id: str, language: str, flows: Path) -> Card:
    """The emergency card of a flow; raises what `load_flow` raises."""
    compiled = _from_rows(flow_id, "card", language, flows)
    return cast("Card", compiled) if compiled else load_flow(flow_id, language, flows).card


def load_danger_words(flow_id: str, language: str, flows: Path) -> tuple[tuple[str, Card], ...]:
    """The danger words of a flow, each with the card that it leads to; raises what `load_flow` raises."""
    compiled = _from_rows(flow_id, "danger-words", language, flows)
    return tuple(cast("list[tuple[str, Card]]", compiled or load_flow(flow_id, language, flows).danger_words))


def load_laws(language: str, flows: Path) -> Laws:
    """Every law; DataError with every mistake in the files of the laws."""
    source = _Source(flows, language)
    laws = source.laws()
    source.stop_at_problems()
    return laws


def problems_in(flows: Path) -> tuple[Problem, ...]:
    """Every mistake in every YAML file below a flows folder."""
    source = _Source(flows, "zh", compiled=False)
    for flow_id in flow_names(flows):
        source.flow(flow_id)
    return tuple(dict.fromkeys(source.problems()))


def _from_rows(flow_id: str, what: str, language: str, flows: Path) -> object:
    """A part of a flow that is compiled; None in a checkout, or where there is no such flow."""
    if flow_id not in flow_names(flows) or not (rows := rows_of(flows / flow_id, what, language)):
        return None
    from collector_guard.library.compiled import from_json

    return from_json(rows)


def _stop_at_unknown(flow_id: str, flows: Path) -> None:
    known = flow_names(flows)
    if flow_id not in known:
        from collector_guard.files.entries import unknown

        raise unknown("flow", flow_id, known)


class _Source:
    """The files below a flows folder, read as they are wanted, and every mistake in them."""

    def __init__(
        self, flows: Path, language: str, *, compiled: bool = True, known: Mapping[str, Tree] | None = None
    ) -> None:
        self.flows = flows
        self.language = language
        self.compiled = compiled
        self.known = known or {}
        self.notes: list[Notes] = []
        self.unread: dict[Problem, None] = {}
        self.trees: dict[str, Tree] = {}
        self.half_read = False

    def problems(self) -> tuple[Problem, ...]:
        """Every mistake; of a file that could not be read to its end, others only seem to lack what it defines."""
        noted = [] if self.half_read else [problem for notes in self.notes for problem in notes.problems]
        return tuple(sorted((*self.unread, *noted), key=lambda problem: (problem.file, problem.line)))

    def stop_at_problems(self) -> None:
        if problems := self.problems():
            raise DataError(problems)

    def flow(self, flow_id: str) -> Flow:
        from collector_guard.flow.builder import build_flow

        laws, contacts = self.laws(), self.contacts()
        return build_flow(flow_id, self.files(flow_id), laws, contacts, lambda file: self.noted(f"{flow_id}/{file}"))

    def laws(self) -> Laws:
        if self.compiled and (rows := rows_of(self.flows / LAWS, "laws", self.language)):
            from collector_guard.library.compiled import laws_from_json

            return laws_from_json(rows)
        from collector_guard.law.builder import build_laws

        return build_laws(
            self.files(""), {f"{LAWS}/{name}": tree for name, tree in self.files(LAWS).items()}, self.noted
        )

    def contacts(self) -> dict[str, Contact]:
        from collector_guard.law.builder import build_contacts

        return build_contacts(self.files("").get("contacts.yaml", {}), self.noted("contacts.yaml"))

    def noted(self, file: str) -> Notes:
        from collector_guard.files.entries import Notes

        notes = Notes(file, self.language)
        self.notes.append(notes)
        return notes

    def files(self, below: str) -> dict[str, Tree]:
        """The trees of the files in one folder, by file name."""
        found = {}
        for path in sorted((self.flows / below).glob("*.yaml")):
            name = path.name
            full_name = f"{below}/{name}" if below else name
            tree, problems = self.read(path, full_name)
            self.unread |= dict.fromkeys(problems)
            self.half_read |= tree is None
            if tree is not None:
                found[name] = self.trees[full_name] = tree
        return found

    def read(self, path: Path, name: str) -> tuple[Tree | None, tuple[Problem, ...]]:
        """The tree of a file; a link is not followed, because it may lead to any file there is."""
        if name in self.known:
            return self.known[name], ()
        if path.is_symlink() or (path.parent != self.flows and path.parent.is_symlink()):
            return None, (Problem(name, 1, FILE_IS_LINK),)
        from collector_guard.files.document import read

        return read(path, name)
