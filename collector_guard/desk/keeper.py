"""Keep the answers of a walk in a file while they are given, where the reader asks for it."""

from __future__ import annotations

import errno
import os
import shlex
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from collector_guard.desk.environment import FLOW
from collector_guard.files.errors import ExitStatus, Left, StatedError
from collector_guard.files.whole_file import content_of, part_of, remove_parts, try_out, write_whole
from collector_guard.flow.answers_file import LARGEST_FILE, answers_text
from collector_guard.wording.sentences import reason_of, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from collector_guard.desk.environment import Environment
    from collector_guard.flow.answers_file import Given
    from collector_guard.flow.model import Flow, Question
    from collector_guard.flow.plan import Plan
    from collector_guard.flow.situation import Situation, Taken
    from collector_guard.flow.walk import Ask, Back, Review


def keeper_for(flow: Flow, given: Given, save: str, answers: str, environment: Environment, *, force: bool) -> Keeper:
    """What keeps the answers of a walk in the file `save`; StatedError where they cannot be kept there.

    A file that exists is written over by `force` only, or where it is the one that `answers` came from: that one is
    continued.
    """
    path = Path(save)
    try:
        there = content_of(path, LARGEST_FILE)
        continued = there is not None and answers != "" and path.samefile(answers)
        if there is not None and not continued and not force:
            raise StatedError("save-exists", name=path.name)
        if there is not None and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "")
        remove_parts(path)
        try_out(answers_text(flow.id, given.taken), part_of(path))
    except (OSError, ValueError) as error:  # the latter: a name that no file can have
        raise StatedError("save-impossible", name=path.name, reason=reason_of(error, environment.language)) from None
    kept = given.in_file if continued else None
    return Keeper(
        flow, path, environment, given.taken, wanted=kept or {}, kept=kept, ours=set() if there is None else {there}
    )


@dataclass
class Keeper:
    """Keeps the answers that count after each, and says so when it cannot: the walk goes on, and it is tried again.

    `waiting` are answers given in advance to questions that may yet come; the file holds them too, so that who leaves
    before them loses none. `wanted` is what the file should hold, and `kept` what it does, None before anything was
    kept. `ours` are the bytes that it may have: what it held before, and all that was written to it, as far as that
    came. `trouble` is why the last writing failed.
    """

    flow: Flow
    path: Path
    environment: Environment
    waiting: Mapping[str, Taken]
    wanted: Mapping[str, Taken]
    kept: Mapping[str, Taken] | None
    ours: set[bytes]
    trouble: str = ""

    def keeping(self, ask: Ask) -> Ask:
        """The same asking, before which the answers so far are kept."""

        def keep_and_ask(question: Question, situation: Situation, before: Taken | None) -> Taken | Back:
            self.keep(situation, question)
            return ask(question, situation, before)

        return keep_and_ask

    def keeping_at_review(self, review: Review) -> Review:
        """The same review, before which the answers are kept; while one is changed, the others wait for their turn."""

        def keep_and_review(plan: Plan) -> Question | Back | None:
            self.keep(plan.situation)
            change = review(plan)
            self.waiting = {answer.question.id: answer.taken for answer in plan.situation.answers}
            return change

        return keep_and_review

    def keep(self, situation: Situation, question: Question | None = None) -> None:
        """Keep the answers of a situation, and those that wait for questions after the one which comes next."""
        answers = {answer.question.id: answer.taken for answer in situation.answers}
        ids = [one.id for one in self.flow.questions]
        coming = ids[ids.index(question.id) + 1 :] if question else []
        # What was reached once waits no more, also when it is gone back over.
        self.waiting = {one: self.waiting[one] for one in coming if one in self.waiting}
        self.wanted = answers | self.waiting
        before, self.trouble = self.trouble, self._trouble_in_writing()
        if self.trouble and not before and question:
            self.environment.say("save-fails", name=self.path.name, reason=(self.trouble,))
        elif before and not self.trouble:
            self.environment.say("saved-again")

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Say how to go on where the reader leaves before the end."""
        try:
            yield
        except (Left, KeyboardInterrupt) as left:
            # An answer whose writing was interrupted is written now.
            self._trouble_in_writing()
            raise Left(wipe=isinstance(left, Left) and left.wipe, going_on=self._command()) from None

    def say_how_to_go_on(self) -> None:
        """Say the command that goes on, where there is a file to go on with."""
        if command := self._command():
            self.environment.say("going-on", command=(command,))

    def status(self) -> ExitStatus:
        """The exit status of a walk to its end: a stated error, which is said, where not everything is kept."""
        if not self.trouble:
            return ExitStatus.DONE
        self.environment.say("not-saved", name=self.path.name, reason=(self.trouble,))
        return ExitStatus.STATED_ERROR

    def _trouble_in_writing(self) -> str:
        """Write what is wanted, and return why that failed."""
        if self.wanted == (self.kept or {}):
            return ""
        text = answers_text(self.flow.id, self.wanted)
        try:
            if not self._is_ours():
                return word("changed-meanwhile", self.environment.language)
            self.ours.add(text)
            write_whole(self.path, text, part_of(self.path))
        except OSError as error:
            return reason_of(error, self.environment.language)
        self.kept = self.wanted
        return ""

    def _is_ours(self) -> bool:
        """Whether nothing is there but ours: no other work is for us to overwrite."""
        try:
            now = content_of(self.path, LARGEST_FILE)
        except StatedError:
            return False
        return now is None or now in self.ours

    def _command(self) -> str:
        """The command that goes on with what is kept; empty where nothing is."""
        if self.kept is None:
            return ""
        words = ["cg", "triage", *([self.flow.id] if self.flow.id != FLOW else [])]
        file = _quoted(str(self.path))
        return " ".join([*words, "--answers", file, "--save", file])


def _quoted(name: str) -> str:
    """A name as it is typed at a prompt."""
    if os.name == "nt":
        return f'"{name}"' if " " in name else name
    return shlex.quote(name)
