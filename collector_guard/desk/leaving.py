"""The goodbye to a reader who leaves before the end."""

from collections.abc import Iterator
from typing import NoReturn

from collector_guard.desk.environment import Environment
from collector_guard.desk.signals import ignore_interrupts
from collector_guard.files.errors import Ended, Left


def leave(*, wipe: bool = False) -> NoReturn:
    """Leave at the reader's wish: from here on a Ctrl-C, too, finds somebody who has left. Raises Left."""
    ignore_interrupts()
    raise Left(wipe=wipe)


def left_by(interrupt: BaseException) -> Left:
    """Turn an interrupt into leaving: Ctrl-C, Ctrl-D and signals leave, too."""
    if isinstance(interrupt, Left):
        return interrupt
    return Left(status=interrupt.status) if isinstance(interrupt, Ended) else Left()


def say_goodbye(left: Left, environment: Environment) -> None:
    """Clear the screen where that is asked for and can be done, and say what is left behind."""
    wiped = left.wipe and environment.obeys_escapes
    if wiped:
        environment.wipe()
    environment.say_together(*_told(left, wiped=wiped))


def _told(left: Left, *, wiped: bool) -> Iterator[tuple[str, dict[str, object]]]:
    """The sentences of a goodbye, each with its values."""
    if left.wipe:
        yield "left-wiped" if wiped else "left-not-wiped", {}
    else:
        yield "left", {}
    if left.lacking:
        yield "left-lacking", {"count": left.lacking, "reason": left.reason}
    if not left.saved:
        yield "nothing-saved", {}
    elif left.going_on and not left.wipe:
        yield "going-on", {"command": left.going_on}
    else:
        yield "going-on-unnamed", {}
    if left.wipe:
        yield "history-keeps", {}
