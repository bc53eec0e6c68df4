"""`cg` alone: whom to call, and how to begin."""

from typing import Annotated

from collector_guard import __version__
from collector_guard.commands.declaration import command, option
from collector_guard.desk.environment import Environment
from collector_guard.files.errors import ExitStatus
from collector_guard.wording.sentences import sentence


@command("help-cg", "")
def cg(
    environment: Environment,
    version: Annotated[bool, option("help-version", "--version", "-V")] = False,
    install_completion: Annotated[bool, option("help-install-completion", "--install-completion")] = False,
) -> ExitStatus:
    """Show the emergency numbers and the one thing to type."""
    if version:
        environment.write(f"cg {__version__}\n")
    elif install_completion:
        from collector_guard.commands.completion import install

        shell, file = install()
        environment.say("completion-installed", shell=shell, file=str(file))
    else:
        lines = sentence("emergency-lines", environment.language)
        environment.write(environment.broken(lines, environment.stdout) + "\n")
    return ExitStatus.DONE
