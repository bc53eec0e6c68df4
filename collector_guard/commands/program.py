"""`cg` alone: whom to call, and how to begin."""

from typing import Annotated

from collector_guard import __version__
from collector_guard.commands.declaration import command, option
from collector_guard.desk.environment import Environment
from collector_guard.files.errors import ExitStatus
from collector_guard.wording.sentences import sentence


@command(
    zh="催收上门时用的助手：一步步问，告诉你现在做什么、依据哪条法律。",
    en="For when debt collectors come to the door: it asks, then says what to do now and which law applies.",
)
def cg(
    environment: Environment,
    version: Annotated[bool, option("--version", "-V", zh="显示版本", en="Show the version")] = False,
    install_completion: Annotated[
        bool,
        option(
            "--install-completion",
            zh="装上命令补全（会写进终端的设置文件）",
            en="Let your shell complete cg (writes to its settings)",
        ),
    ] = False,
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
