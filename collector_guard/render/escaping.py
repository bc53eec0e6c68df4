"""Text in a Markdown document, in which nothing is markup."""

import re
from collections.abc import Iterable

from collector_guard.wording.sentences import readable

MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&!$^@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
AT_THE_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")


def escaped(text: str) -> str:
    """Write a text so that nothing in it is markup."""
    return AT_THE_START.sub(r"\1\\", MARKUP.sub(r"\\\g<0>", readable(text).strip()))


def document(parts: Iterable[str]) -> str:
    """Join paragraphs, lists and headings to one document."""
    return "\n\n".join(part.rstrip() for part in parts) + "\n"
