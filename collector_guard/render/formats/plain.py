"""Lines without colour."""

from typing import TextIO

from collector_guard.render.lines import Lines


def show(lines: Lines, stream: TextIO) -> None:
    """Write each line as it is."""
    stream.writelines(f"{line.text}\n" for line in lines)
