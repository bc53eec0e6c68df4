"""Keep the answers of a walk in a file while they are given, where the reader asks for it."""

from __future__ import annotations

import errno
import os
import shlex
from pathlib import Path

from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.data_file import LARGEST_FILE
from collector_guard.files.errors import ExitStatus, Left, NameTakenError, NotKeptError, StatedError, Typed
from collector_guard.files.whole_file import content_of, part_of, remove_parts, try_out, write_whole
from collector_guard.flow.answers_file import InFile
from collector_guard.flow.walk import Walk
from collector_guard.wording.sentences import readable, reason_of, word


def autosave_to(
    save: str, walk: Walk, environment: Environment, *, force: bool = False, continued: InFile | None = None
) -> Autosave:
    """Save the answers of a walk to a file: a new one, with `force` over an old one, or that which is `continued`.

    StatedError where they cannot be kept there.
    """
    path = Path(save)
    try:
        there = content_of(path, LARGEST_FILE)
        if there is not None and continued is None and not force:
            raise NameTakenError("save-exists", name=Typed(path.name))
        if there is not None and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "")
        remove_parts(path)
        try_out(wanted_of(walk).text(walk.flow.id), part_of(path))
    except (OSError, ValueError) as error:  # the latter: a name that no file can have
        raise NotKeptError(
            "save-impossible", name=Typed(path.name), reason=reason_of(error, environment.language)
        ) from None
    return Autosave(path, environment, kept=continued, ours=set() if there is None else {there})


def is_same(save: str, answers: str) -> bool:
    """Tell whether answers are saved to the file that they came from."""
    try:
        return answers != "" and Path(save).exists() and Path(save).samefile(answers)
    except (OSError, ValueError):
        return False


def wanted_of(walk: Walk) -> InFile:
    """Return the content that the file of a walk should have: all that was said and may still count."""
    counts = {answer.question.id: answer.taken for answer in walk.situation.answers}
    withdrawn = walk.withdrawn
    said = counts | walk.waiting | withdrawn
    ordered = {question.id: said[question.id] for question in walk.flow.questions if question.id in said}
    return InFile(ordered, frozenset(withdrawn))


class Autosave:
    """Keeps the answers in a file, and says so when it cannot: the walk goes on, and it is tried again.

    `kept` is what the file holds, None before anything was kept. `ours` are the bytes that it may have: what it held
    before, and all that was written to it, as far as that came. `trouble` is why the last writing failed.
    """

    def __init__(self, path: Path, environment: Environment, kept: InFile | None, ours: set[bytes]) -> None:
        self.path = path
        self.environment = environment
        self.kept = kept
        self.ours = ours
        self.trouble = ""

    def write(self, walk: Walk) -> None:
        """Write what was said so far; say once when that fails, and once when it works again."""
        before, self.trouble = self.trouble, self._trouble_in_writing(walk)
        if self.trouble and not before and walk.question:
            self.environment.say("save-fails", name=Typed(self.path.name), reason=self.trouble)
        elif before and not self.trouble:
            self.environment.say("saved-again")

    def left(self, left: Left, walk: Walk) -> Left:
        """Tell the reader who leaves how to go on, and how many answers the file lacks."""
        # An answer whose writing was interrupted is written now.
        self.trouble = self._trouble_in_writing(walk)
        left.saved = self.kept is not None
        left.going_on = self.command(walk)
        if self.trouble:
            held = self.kept.answers if self.kept else {}
            left.lacking = sum(held.get(name) != taken for name, taken in wanted_of(walk).answers.items())
            left.reason = self.trouble
        return left

    def status(self) -> ExitStatus:
        """The exit status of a walk to its end: a stated error, which is said, where not everything is kept."""
        if not self.trouble:
            return ExitStatus.DONE
        self.environment.say("not-saved", name=Typed(self.path.name), reason=self.trouble)
        return ExitStatus.STATED_ERROR

    def command(self, walk: Walk) -> str:
        """The command that goes on with what is kept; empty where nothing is, or no prompt can take its name."""
        name = str(self.path)
        if self.kept is None or readable(name) != name:
            return ""
        words = ["cg", "triage", *([walk.flow.id] if walk.flow.id != FLOW else [])]
        # A name like an option would be taken for one.
        file = _quoted(os.path.join(".", name) if name.startswith("-") else name)  # noqa: PTH118 Path drops the ./
        return " ".join([*words, "--answers", file, "--save", file])

    def _trouble_in_writing(self, walk: Walk) -> str:
        """Write what is wanted, and return why that failed."""
        wanted = wanted_of(walk)
        if wanted == (self.kept or InFile()):
            return ""
        text = wanted.text(walk.flow.id)
        try:
            if not self._is_ours():
                return word("changed-meanwhile", self.environment.language)
            self.ours.add(text)
            write_whole(self.path, text, part_of(self.path))
        except OSError as error:
            return reason_of(error, self.environment.language)
        self.kept = wanted
        return ""

    def _is_ours(self) -> bool:
        """Tell whether nothing is there but ours: no other work is for us to overwrite."""
        try:
            now = content_of(self.path, LARGEST_FILE)
        except StatedError:
            return False
        return now is None or now in self.ours


def _quoted(name: str) -> str:
    """A name as it is typed at a prompt."""
    if os.name == "nt":
        return f'"{name}"' if " " in name else name
    return shlex.quote(name)
