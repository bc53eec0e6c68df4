"""Start the program, and the one place where errors become sentences."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from collector_guard.errors import DataError, Left, StatedError
from collector_guard.wording import problem_sentence, reason_of
from collector_guard.world import FLOW, World, real_world, stop_writing

NOW = ["triage", "--now"]
ALL = "--all"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status; every error ends here, as a sentence."""
    if argv is None:
        # A process of our own: what is loaded stays until the end, and looking through it for garbage takes 8 ms.
        gc.freeze()
    world = real_world()
    try:
        arguments = list(sys.argv[1:] if argv is None else argv)
        world = world.in_language_of(arguments)
        status = _run(arguments, world)
        world.stdout.flush()
    except (Left, KeyboardInterrupt) as interrupt:
        left = interrupt if isinstance(interrupt, Left) else Left()
        _say_goodbye(left, world)
        return left.status
    except StatedError as error:
        for problem in error.problems if isinstance(error, DataError) else ():
            world.tell(problem_sentence(problem, world.language))
        world.say(error.kind, **error.values)
        return error.status
    except BrokenPipeError:
        stop_writing(world.stdout, world.stderr)
        return 0
    except OSError as error:
        _say_refused(error, world)
        stop_writing(world.stdout, world.stderr)
        return StatedError.status
    return status


def _say_goodbye(left: Left, world: World) -> None:
    """Clear the screen where that is asked for and can be done, and say what is left behind."""
    wiped = left.wipe and world.can_wipe
    if wiped:
        world.wipe()
    world.say(left.kind_of(wiped=wiped), command=(left.going_on,))


def _say_refused(error: OSError, world: World) -> None:
    """Say what the system refused."""
    if error.filename is not None:
        world.say("cannot-open", name=str(error.filename))
    else:
        world.say("cannot-write", reason=reason_of(error, world.language))


def _run(arguments: list[str], world: World) -> int:
    """Run a command line; what is most pressed for time does not wait for the parser of all the others."""
    if arguments == NOW:
        from collector_guard.showing import show_card

        show_card(FLOW, world.usual_form, world)
        return 0
    if arguments[:1] == ["laws"] and not any(word.startswith("-") and word != ALL for word in arguments):
        from datetime import datetime

        from collector_guard.answering import Wanted
        from collector_guard.showing import show_law

        query = tuple(word for word in arguments[1:] if word != ALL)
        wanted = Wanted(query, datetime.now().date(), everywhere=ALL in arguments)
        show_law(wanted, world.usual_form, world)
        return 0
    from collector_guard.cli import run

    return run(arguments, world)
