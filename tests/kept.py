"""Whole outputs, kept as files under tests/snapshots/."""

import os
from pathlib import Path

SNAPSHOTS = Path(__file__).parent / "snapshots"


def is_as_kept(name, text):
    """Whether a text is what the file of that name holds; CG_RENEW_SNAPSHOTS=1 makes it so."""
    file = SNAPSHOTS / name
    if os.environ.get("CG_RENEW_SNAPSHOTS") == "1":
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.exists(), f"{name} is missing: run with CG_RENEW_SNAPSHOTS=1, then read it"
    return text == file.read_text(encoding="utf-8")
