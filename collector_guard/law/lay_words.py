"""What people say where the law has other words, and what says nothing in a question."""

from __future__ import annotations

import re
from typing import NamedTuple

_SMALL = "他们|她们|我们|我家|[了的着过我你他她]"
Meanings = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


class LayWords(NamedTuple):
    """`nothing` says nothing in a question; each of `words` means the words of the law beside it.

    Several parts count where a question holds them all, Latin ones at the beginning of a word. `elsewhere` are the
    words of other fields than debts, `everyday` the laws that people ask about most, and `short_names` how else laws
    are called, by title: for the full text alone.
    """

    nothing: tuple[str, ...] = ()
    words: Meanings = ()
    elsewhere: Meanings = ()
    everyday: tuple[str, ...] = ()
    short_names: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def everywhere(self) -> LayWords:
        """The words of every field of law."""
        return self._replace(words=(*self.words, *self.elsewhere))

    def meanings(self, asked: str) -> tuple[str, ...]:
        """The words of the law that a folded question means; a lay word inside a longer one of it does not count.

        Small words inside a lay word do not part it: 进了我家屋 has 进屋.
        """
        both = f"{asked}\n{re.sub(_SMALL, '', asked)}"
        found = {parts: meant for parts, meant in self.words if all(_stands(part, both) for part in parts)}
        outer = [parts for parts in found if not any(_is_inside(parts, longer) for longer in found)]
        return tuple(dict.fromkeys(text for parts in outer for text in found[parts]))

    def telling(self, asked: str) -> str:
        """A folded question without what says nothing."""
        # One pattern of all these words would take 5 of 80 ms to compile.
        for word in sorted(self.nothing, key=len, reverse=True):
            if not word.isascii():
                asked = asked.replace(word, " ")
        return re.sub("[a-z0-9']+", lambda word: " " if word[0] in self.nothing else word[0], asked)


NO_LAY_WORDS = LayWords()


def _stands(part: str, asked: str) -> bool:
    if part not in asked:
        return False
    return not part[0].isascii() or re.search(f"(?<![a-z0-9]){re.escape(part)}", asked) is not None


def _is_inside(parts: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    return len(parts) == len(longer) == 1 and parts != longer and parts[0] in longer[0]
