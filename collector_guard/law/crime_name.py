"""Find the crimes that a text names, and the articles that punish them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from collector_guard.law.folded_text import Folded, folded_text
from collector_guard.law.model import Laws, Provision

CRIMINAL_LAW = "criminal-law"
# What comes before the name of a crime: 构成威胁罪, 第246条的威胁罪.
_BEFORE = "构成|触犯|涉嫌|(?<!侵)犯|成立|为|判|的|是|以|叫|算|属于|和|或|、|【"
_NAMED = f"(?:{_BEFORE})(?:了|其|所谓|做|不)?(?P<name>(?:(?!{_BEFORE})[一-鿿]){{2,16}}?罪)(?![犯名行责过人状证刑恶嫌])"
_ALONE = f"(?<![一-鿿])(?P<alone>(?:(?!{_BEFORE})[一-鿿]){{2,5}}罪)(?![一-鿿])"
# 有罪, 该罪: no name of a crime.
_NO_NAME = "[犯有无认定判数本该此其何重轻悔赎畏问某治论同两各新旧恕脱伏获免么种个不的等项大小类得怪遭受顶替背死]罪$"
# Crimes that are not held and whose names end with that of one that is.
_OTHER_CRIMES = tuple(f"{of}诈骗罪" for of in ("合同", "集资", "票据", "金融凭证", "信用证", "有价证券", "保险"))


class CrimeNamed(NamedTuple):
    """A crime that a text names, where, and the provisions that punish it; none where no such crime is held."""

    name: str
    start: int
    end: int
    provisions: tuple[Provision, ...]


def crimes_held(laws: Laws) -> dict[str, tuple[Provision, ...]]:
    """The provisions of the criminal law by the names of the crimes that they have among their words."""
    held: dict[str, tuple[Provision, ...]] = {}
    for provision in laws:
        if provision.law.id == CRIMINAL_LAW and provision.version == provision.law.versions[0]:
            for name in (folded_text(word) for word in provision.words if word.endswith("罪")):
                held[name] = (*held.get(name, ()), provision)
    return held


def crimes_in(folded: Folded, held: dict[str, tuple[Provision, ...]]) -> Iterator[CrimeNamed]:
    """The crimes that a folded text names, in its order; of names at one place the longest."""
    known = "|".join(map(re.escape, sorted((*held, *_OTHER_CRIMES), key=len, reverse=True)))
    for match in re.finditer(f"(?P<known>{known})|{_NAMED}|{_ALONE}", folded.text):
        group = match.lastgroup or "name"
        start, end = match.span(group)
        name = match[group]
        if group != "known":
            ends = [crime for crime in (*held, *_OTHER_CRIMES) if name.endswith(crime)]
            name = max(ends, key=len, default=name)
            start = end - len(name)
        if name in held or not re.search(_NO_NAME, name):
            yield CrimeNamed(
                name=name, start=folded.origins[start], end=folded.origins[end - 1] + 1, provisions=held.get(name, ())
            )
