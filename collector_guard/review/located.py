"""Problems at the line where a name is written."""

from collector_guard.files.errors import Kind, Problem
from collector_guard.files.tree import Written


def problem_at(written: str, kind: Kind, /, **values: object) -> Problem:
    """A problem at the line of a name; a name that was not read from a file has none."""
    file, line = (written.file, written.line) if isinstance(written, Written) else ("", 1)
    return Problem(file, line, kind, tuple(values.items()))


def written_at(name: str) -> str | None:
    """The file and line where a name is written, below the folder of the flows; None in a compiled flow."""
    return f"{name.file}:{name.line}" if isinstance(name, Written) else None
