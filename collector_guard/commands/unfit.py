"""Say which answers of a file do not fit the questions as they are today."""

from __future__ import annotations

from collections.abc import Sequence

from collector_guard.desk.environment import Environment
from collector_guard.files.errors import StatedError

# A flow that changed more than this is another flow, and nobody reads on.
MOST_UNFIT = 20


def name_unfit(unfit: Sequence[StatedError], environment: Environment) -> None:
    """Name the answers that do not fit, but not more than anybody reads."""
    for error in unfit[:MOST_UNFIT]:
        environment.say(error.kind, **error.values)
    if len(unfit) > MOST_UNFIT:
        environment.say("unfit-more", count=len(unfit) - MOST_UNFIT)
