"""What happens when a reader leaves before the end."""

from typing import NoReturn

from collector_guard.desk.environment import Environment
from collector_guard.desk.signals import ignore_interrupts
from collector_guard.files.errors import Ended, Left
from collector_guard.wording.sentences import sentence


def leave(*, wipe: bool = False) -> NoReturn:
    """Leave at the reader's wish: from here on a Ctrl-C, too, finds somebody who has left. Raises Left."""
    ignore_interrupts()
    raise Left(wipe=wipe)


def left_by(interrupt: BaseException) -> Left:
    """What an interrupt comes to: Ctrl-C, Ctrl-D and signals leave, too."""
    if isinstance(interrupt, Left):
        return interrupt
    return Left(status=interrupt.status) if isinstance(interrupt, Ended) else Left()


def say_goodbye(left: Left, environment: Environment) -> None:
    """Clear the screen where that is asked for and can be done, and say what is left behind."""
    wiped = left.wipe and environment.obeys_escapes
    if wiped:
        environment.wipe()
    environment.say_together(*_sentences(left, environment.language, wiped=wiped))


def _sentences(left: Left, language: str, *, wiped: bool) -> list[str]:
    said = [sentence("left", language)]
    if left.wipe:
        said = [sentence("left-wiped" if wiped else "left-not-wiped", language)]
    if left.lacking:
        said.append(sentence("left-lacking", language, count=left.lacking, reason=left.reason))
    if not left.saved:
        said.append(sentence("nothing-saved", language))
    elif left.going_on and not left.wipe:
        said.append(sentence("going-on", language, command=left.going_on))
    else:
        said.append(sentence("going-on-unnamed", language))
    if left.wipe:
        said.append(sentence("history-keeps", language))
    return said
