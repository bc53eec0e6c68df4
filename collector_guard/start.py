"""Start the program, and the one place where errors become sentences."""

import atexit
import errno
import gc
import os
import sys
from collections.abc import Sequence

from collector_guard.commands import plain_line
from collector_guard.commands.completion import VARIABLE
from collector_guard.commands.declaration import HELP
from collector_guard.desk.environment import Environment, language_of, real_environment, stop_writing
from collector_guard.desk.signals import ending_by_signals, hear_one_interrupt
from collector_guard.files.errors import DataError, ExitStatus, Left, StatedError, Typed
from collector_guard.wording.sentences import problem_sentence, reason_of

# Collect garbage only after this many allocations, more than most commands ever make.
MANY_OBJECTS = 50_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status; every error ends here, as a sentence."""
    if argv is None:
        # A process of our own, in which nothing that is loaded becomes garbage: 10 of 105 ms (benchmark_start).
        gc.set_threshold(MANY_OBJECTS)
        atexit.register(gc.freeze)
    environment = real_environment()
    try:
        if argv is None:
            hear_one_interrupt()
        with ending_by_signals():
            arguments = list(sys.argv[1:] if argv is None else argv)
            environment = environment._replace(language=language_of(arguments, environment.variables))
            status = _run(arguments, environment)
            environment.stdout.flush()
    except (Left, KeyboardInterrupt) as interrupt:
        from collector_guard.desk.leaving import left_by, say_goodbye

        left = left_by(interrupt)
        say_goodbye(left, environment)
        # A menu whose terminal is gone leaves bytes behind it, over which Python would end with 120.
        environment.finish_writing()
        return left.status
    except StatedError as error:
        for problem in error.problems if isinstance(error, DataError) else ():
            environment.tell(problem_sentence(problem, environment.language))
        environment.say(error.kind, **error.values)
        return error.status
    except OSError as error:
        if not _is_of_a_reader_who_left(error):
            _say_refused(error, environment)
        stop_writing(environment.stdout, environment.stderr)
        return ExitStatus.DONE if _is_of_a_reader_who_left(error) else ExitStatus.STATED_ERROR
    return status


def _is_of_a_reader_who_left(error: OSError) -> bool:
    """Tell whether a pipe has nobody at its other end any more: Windows calls that an invalid argument."""
    return isinstance(error, BrokenPipeError) or (
        os.name == "nt" and error.errno == errno.EINVAL and error.filename is None
    )


def _say_refused(error: OSError, environment: Environment) -> None:
    """Say what the system refused."""
    if error.filename is not None:
        environment.say("cannot-open", name=Typed(error.filename))
    else:
        environment.say("cannot-write", reason=reason_of(error, environment.language))


def _run(arguments: list[str], environment: Environment) -> int:
    """Run a command line; a plain one does not wait for typer."""
    if VARIABLE in environment.variables and not arguments:
        from collector_guard.commands.shell import complete

        return complete(environment)
    arguments = _as_options(arguments)
    line = plain_line.read(arguments)
    if line is None:
        from collector_guard.commands.application import run

        return run(arguments, environment)
    command, given = line
    if HELP.name in given:
        from collector_guard.commands.help import help_text

        environment.write(help_text(command, environment) + "\n")
        return ExitStatus.DONE
    return command.run(environment, **given)


def _as_options(arguments: list[str]) -> list[str]:
    """Understand `cg help`, `cg help laws` and `cg version` as the options that they mean."""
    if arguments and arguments[0] in ("help", "说明", "帮助"):
        return [*arguments[1:], "--help"]
    if arguments and arguments[0] in ("version", "版本"):
        return ["--version", *arguments[1:]]
    return arguments
