"""One reader at a terminal, led through a walk question by question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_guard.desk import pager
from collector_guard.desk.advice import Advice
from collector_guard.desk.cards import CardStop
from collector_guard.desk.leaving import leave, left_by
from collector_guard.desk.page_reader import PageReader, Wish
from collector_guard.desk.prompts import prompt_for
from collector_guard.desk.prompts.listener import Listener
from collector_guard.desk.prompts.reply import DangerWord, Key, Turn
from collector_guard.desk.prompts.typed import key_in
from collector_guard.desk.screen import Screen
from collector_guard.desk.signals import ignore_interrupts
from collector_guard.files.errors import Left, NameTakenError, NotKeptError, StatedError, Typed
from collector_guard.flow.draft import Draft
from collector_guard.flow.gate import last_day_of
from collector_guard.flow.model import Question
from collector_guard.flow.walk import bounds_of
from collector_guard.render.card import card_lines
from collector_guard.render.lines import BLANK
from collector_guard.render.question import why_lines
from collector_guard.wording.sentences import sentence
from collector_guard.wording.wrapping import WIDEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from collector_guard.desk.autosave import Autosave
    from collector_guard.desk.environment import Environment
    from collector_guard.desk.page_reader import Concern
    from collector_guard.desk.prompts.reply import Prompt, Reply
    from collector_guard.flow.card import Card
    from collector_guard.flow.model import Taken
    from collector_guard.flow.plan import Plan
    from collector_guard.flow.walk import Walk

# From so few questions on it helps to know how many are left; before, the number would only frighten.
FEW_QUESTIONS = 9
# What a command line is told to change is a name here, which is asked for again.
ASKED_AGAIN: dict[type[StatedError], str] = {NameTakenError: "name-taken", NotKeptError: "not-kept-there"}
# The keys below a card that stays, and the line to type at.
ROWS_OF_STAYING = 2


def lead(walk: Walk, environment: Environment, autosave: Autosave | None, *, plain: bool) -> Autosave | None:
    """Lead a reader through a walk to its end; return what keeps the answers. Raises Left."""
    screen = Screen(environment, plain=plain)
    listener = Listener(environment.language, tuple(word for word, _ in walk.flow.danger_words))
    session = Session(walk, screen, prompt_for(walk.flow, screen, listener), autosave)
    session.run()
    return session.autosave


class Session:
    """Asks what a walk asks, shows the page of its plan as it changes, and ends below the last one."""

    def __init__(self, walk: Walk, screen: Screen, prompt: Prompt, autosave: Autosave | None = None) -> None:
        self.walk = walk
        self.autosave = autosave
        self._screen = screen
        self._prompt = prompt
        self._words = dict(walk.flow.danger_words)
        self._advice = Advice(screen)
        self._cards = CardStop(screen, tuple(self._words))
        self._reader = PageReader(screen, tuple(self._words))
        self._left: int | None = None
        # What was typed at a stop of what a key showed: it answers what comes again below.
        self._typed = ""
        # The card that stood above the last question.
        self._company: Card | None = None
        self._is_done = False
        self._does: dict[Key | Wish, Callable[[], None]] = {
            Key.BACK: self._go_back,
            Key.WHY: self._explain,
            Key.CARD: lambda: self._look(walk.flow.card),
            Key.PLAN: self._look_at_plan,
            Key.LEAVE: self._leave,
            Key.WIPE: self._wipe,
            Wish.SAVE: lambda: self._save_as("name-a-file"),
        }

    def run(self) -> None:
        """Ask until asking has ended, then show pages until the reader is done. Raises Left."""
        try:
            self._welcome()
            while not self._is_done:
                if self.autosave:
                    self.autosave.write(self.walk)
                self._heed(self._next_reply(self.walk.plan))
        except (Left, KeyboardInterrupt, EOFError) as interrupt:
            ignore_interrupts()  # another would lose what is said of the saved answers
            if not isinstance(interrupt, Left):
                self._screen.put("")  # the terminal leaves the cursor behind the prompt
            left = left_by(interrupt)
            raise self.autosave.left(left, self.walk) if self.autosave else left from None

    def _next_reply(self, plan: Plan) -> Reply | Concern:
        """Put before the reader what comes next, and return what was pressed there."""
        question, typed, self._typed = self.walk.question, self._typed, ""
        if plan.outcome.alone and plan.card:
            return self._keep_company(plan.card, question, plan, typed)
        if self._advice.brings_card(plan) and plan.card:
            self._advice.see(plan)
            return self._cards.call(plan.card, self.walk.flow.card)
        if question is None:
            self._advice.see(plan)
            return self._reader.read(plan, typed)
        pace = self.walk.flow.pace
        turn, at_pause = self._turn(question, plan), pace is not None and question.id in pace.pauses
        rows = self._prompt.rows(turn)
        if self._advice.must_be_read(plan, rows, at_pause=at_pause):
            self._advice.see(plan)
            return self._reader.read(plan, typed)
        above, is_page = self._advice.above(plan, rows, at_pause=at_pause)
        return self._prompt.ask(turn._replace(above=above, is_passing=not is_page, typed=typed))

    def _keep_company(self, card: Card, question: Question | None, plan: Plan, typed: str) -> Reply | Concern:
        """Show a card and nothing else, with what is asked beside it, and stay until the reader leaves."""
        if question is None:
            stands = self._company is card and self._screen.shows_mark(ROWS_OF_STAYING)
            return self._cards.stay(card, asks=plan.outcome.at_once, stands=stands) or Key.LEAVE
        lines = card_lines(card, self._screen.columns)
        self._company = card
        self._screen.mark()
        return self._prompt.ask(self._turn(question, plan)._replace(above=(BLANK, *lines), typed=typed))

    def _heed(self, reply: Reply | Concern) -> None:
        """Do what was pressed: the one place that says what a key does."""
        if isinstance(reply, DangerWord):
            self._look(self._words[reply.word])
        elif isinstance(reply, Question):
            self._change(reply)
        elif isinstance(reply, Draft):
            self._write(reply)
        elif isinstance(reply, Key | Wish):
            self._does[reply]()
        elif reply is not None:
            self._take(reply)

    # --- before a question ---

    def _welcome(self) -> None:
        """Say whom to call before anything is asked, and how soon advice comes."""
        if self.walk.situation.answers or self.walk.question is None:
            return
        self._screen.say("emergency-first")
        if pace := self.walk.flow.pace:
            self._screen.say("first-advice-after", count=pace.advice.most)

    def _turn(self, question: Question, plan: Plan) -> Turn:
        return Turn(
            question=question,
            suggestion=self.walk.suggestion,
            today=self.walk.on,
            is_first=not self.walk.can_go_back,
            left=self._questions_left(plan),
            until=last_day_of(question, self.walk.flow, self.walk.on),
            bounds=bounds_of(question, self.walk.flow) if question.kind == "time" else frozenset(),
        )

    def _questions_left(self, plan: Plan) -> int | None:
        """How many questions may follow, where that helps; never more than was told before."""
        if plan.outcome.alone or not self._advice.stands(plan):
            return None
        left = self.walk.most_left - 1
        self._left = left if self._left is None else min(left, self._left)
        return self._left if self._left <= FEW_QUESTIONS else None

    # --- what keys do ---

    def _take(self, taken: Taken) -> None:
        question = self.walk.question
        self.walk.answer(taken)
        words = [question.label(one) for one in taken] if question else []
        told = self._screen.wrapped(sentence("taken", self._screen.language, words=words))
        self._screen.put(*told)
        self._screen.seen(len(told))

    def _go_back(self) -> None:
        if not self.walk.can_go_back:
            self._screen.say("first-question")
            return
        self.walk.back()
        self._begin_again()

    def _change(self, question: Question) -> None:
        self.walk.change(question)
        self._begin_again()

    def _begin_again(self) -> None:
        """Take the plan as known: the reader saw it, and does not read it again to change an answer."""
        self._left = None
        self._advice.see(self.walk.plan)

    def _explain(self) -> None:
        if question := self.walk.question:
            lines = why_lines(question, self._screen.columns, self._screen.language)
            self._typed = pager.show(self._screen, (BLANK, *lines))

    def _look(self, card: Card) -> None:
        """Show a card, and ask the same again; one that stands alone stays until the reader leaves it."""
        alone = [outcome.card for outcome in self.walk.flow.outcomes if outcome.alone]
        if card not in alone:
            self._typed = self._cards.look(card)
        elif (pressed := self._cards.stay(card, asks=True)) != Key.BACK:
            self._heed(pressed)

    def _look_at_plan(self) -> None:
        plan = self.walk.plan
        if not self._advice.stands(plan):
            self._screen.say("nothing-yet")
            return
        self._advice.see(plan)
        self._heed(self._reader.read(plan))

    # --- leaving and saving ---

    def _leave(self) -> None:
        """Leave; answers that are not kept are offered to be, once."""
        plan = self.walk.plan
        if self.walk.situation.answers and not self.autosave and not plan.outcome.alone:
            self._save_as("offer-to-save")
        if not self.walk.situation.complete:
            leave()
        self._is_done = True

    def _wipe(self) -> None:
        leave(wipe=True)

    def _write(self, offered: Draft) -> None:
        """Ask for a file until the draft is written in it, or nothing is typed."""
        from collector_guard.desk.draft_file import form_of_file, shown_draft, write_file
        from collector_guard.library.load import folder, with_drafts

        flow = with_drafts(self.walk.flow, folder())
        draft = flow.drafts.draft(offered.id) or offered
        plan, language = self.walk.plan._replace(flow=flow), self._screen.language
        while name := self._name_of_file(sentence("name-a-draft", language, title=draft.title)):
            try:
                shown = shown_draft(draft, plan, flow, self.walk.on, form_of_file(name), WIDEST)
                path = write_file(name, shown, language)
            except StatedError as error:
                self._say_again(error)
                continue
            self._screen.say("draft-written", name=str(path))
            return

    def _save_as(self, kind: str) -> None:
        """Ask for a file until the answers are saved in it, or nothing is typed."""
        from collector_guard.desk.autosave import autosave_to

        while name := self._name_of_file(sentence(kind, self._screen.language)):
            try:
                autosave = autosave_to(name, self.walk, self._screen.environment)
            except StatedError as error:
                self._say_again(error)
                continue
            autosave.write(self.walk)
            if not autosave.status():
                self.autosave = autosave
                if command := autosave.command(self.walk):
                    self._screen.put_whole(sentence("saved", self._screen.language, command=command))
                else:
                    self._screen.say("saved-to", name=Typed(autosave.path.name))
                return

    def _say_again(self, error: StatedError) -> None:
        self._screen.say(ASKED_AGAIN.get(type(error), error.kind), **error.values)

    def _name_of_file(self, request: str) -> str:
        """Read a name; nothing for a key, which is no name."""
        while "\n" in (name := self._screen.read(request)) and not key_in(name):
            self._screen.say("not-counted")
        self._screen.take_back()
        pressed, name = key_in(name), name.strip()
        if pressed == Key.WIPE:
            leave(wipe=True)
        return "" if pressed else name
