"""The lines of a question as a prompt writes them and takes them back, and what was typed ahead of them."""

from collector_guard.desk import pager
from collector_guard.desk.prompts.listener import Listener
from collector_guard.desk.prompts.reply import DangerWord, Key, Refused, Reply, Turn
from collector_guard.desk.screen import BOLD, DIM, Screen
from collector_guard.flow.model import Question
from collector_guard.render.plan.pages import BETWEEN_KEYS
from collector_guard.wording.sentences import readable, sentence
from collector_guard.wording.wrapping import most_width, packed


def asked_lines(turn: Turn, screen: Screen) -> list[str]:
    """Write the question below an empty line, and how many are left at most where that is told."""
    asked = screen.wrapped(readable(turn.question.ask))
    lines = ["", *screen.styled(BOLD, asked)]
    if turn.left is None:
        return lines
    progress = sentence("questions-left" if turn.left else "none-left", screen.language, left=turn.left)
    if most_width(asked[-1] + progress) <= screen.columns:
        return [*lines[:-1], lines[-1] + screen.styled(DIM, [progress])[0]]
    return lines + screen.styled(DIM, screen.wrapped(progress.strip()))


def choice_lines(question: Question, screen: Screen) -> list[list[str]]:
    """Each choice with its number, in as many lines as it takes."""
    last = _number_of(len(question.choices) - 1, question)
    lines = []
    for place, choice in enumerate(question.choices):
        number = _number_of(place, question).rjust(len(last))
        lines.append(screen.wrapped(readable(choice.label), f"  {number}  ", " " * (len(number) + 4)))
    return lines


def key_lines(turn: Turn, screen: Screen) -> list[str]:
    """Which keys there are: all of them at the first question, the most needed at the others."""
    return screen.styled(DIM, keys_in_lines("all-keys" if turn.is_first else "keys", screen))


def keys_in_lines(kind: str, screen: Screen) -> list[str]:
    """A sentence of keys, none parted from what it does where a line has room for both."""
    keys = sentence(kind, screen.language).split(BETWEEN_KEYS)
    return [part for line in packed(keys, BETWEEN_KEYS, screen.columns) for part in screen.wrapped(line)]


def reply_ahead(turn: Turn, rows: int, screen: Screen, listener: Listener) -> Reply | None:
    """The reply that was typed before a question of so many rows stood, the question written above an answer.

    None where nothing was typed, and where it is no reply, which is said.
    """
    typed = turn.typed or pager.make_room(screen, len(turn.above) + rows - 1)
    if not typed:
        return None
    reply = listener.reply_in(typed, turn)
    if isinstance(reply, Refused):
        screen.put(*screen.wrapped(reply.says))
        return None
    if not isinstance(reply, Key | DangerWord):
        screen.put(*asked_lines(turn, screen))
    return reply


def leave_alone(reply: object, turn: Turn, screen: Screen, below: int, *, filled: bool = False) -> None:
    """Erase what was drawn below a question; with a key the question itself, which comes again, whole.

    Of what `filled` the screen the empty line at the top was pushed off and stays.
    """
    asked = asked_lines(turn, screen)
    goes = len(turn.above) if turn.is_passing or reply == Key.PLAN else 0
    if isinstance(reply, Key | DangerWord):
        screen.take_back(below + len(asked) + goes)
    elif goes and screen.can_take_back(below + len(asked) + goes):
        screen.take_back(below + len(asked) + goes)
        screen.put(*asked[1:] if filled else asked)
        screen.seen()
    else:
        screen.take_back(below)


def _number_of(place: int, question: Question) -> str:
    """Where a time or date is typed, 0 says that it is not known: 1 might be an hour."""
    return str(place + 1) if question.kind in ("one", "many") else "0"
