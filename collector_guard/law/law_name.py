"""The names of laws: every form in which they are written, and where one stands in a text."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from collector_guard.law.folded_text import folded_text
from collector_guard.law.model import Law

REPUBLIC = "中华人民共和国"
SHORTEST_STEM = 4
SHORTEST_CORE = 5
# What is left of 婚姻家庭编解释 is a part of the Civil Code.
_PARTS_OF_CODE = ("编", "编通则")
_KINDS = ("司法解释", "规定", "解释")
_TRIAL = r"\((?:试行|暂行|gb[^()]+)\)$"
# Patterns are texts, which re compiles when they are first used, and keeps: most queries name no such title.
BODY = (
    "最高人民法院|最高人民检察院|最高法院|最高检察院|最高法|最高检|两高|公安部|司法部|全国人民代表大会常务委员会|"
    "国家金融监督管理总局|中国人民银行|中国银监会|中国银保监会|中国银行业监督管理委员会|中国银行保险监督管理委员会"
)
_BODIES = f"^(?:(?:{BODY})[、,和 ]?)+(?=关于|印发)"
_LATE_REMARK = r"\((?:试行|暂行|(?:19|20)[0-9]{2}[^()]{0,12}|修正|修订|修正文本)\)$"
# What a shortened title leaves out: 诉讼时效规定 for 关于审理民事案件适用诉讼时效制度若干问题的规定.
_LEFT_OUT = (
    "关于|审理民事案件适用|审理|办理|具体应用法律|适用法律|应用法律|适用|若干问题|问题|若干|民事纠纷案件|刑事案件|民事案件|纠纷案件|"
    "案件|纠纷|人民法院|制度|司法(?=解释)|的|、|,"
)
_SHORTENED = r"(?:解释|规定|意见|批复)(?:\([一二三四五]\))?$"
_LAW_LIKE = (
    "(?:法|典|条例|规定|解释|办法|意见|公约|指引|标准|通知|通则|总则|细则|批复|决定|规则|提示|国标|新规|准则)"
    r"(?:[一二三四五]|\([^()]{1,12}\))?$"
)
# Laws that are not in the library and whose names end with that of one that is or may be.
_LONGER_NAMES = ("劳动合同法", "调解仲裁法", "武装警察法", "人民银行法", "取消法")
# Behind 法 and 典 these make another word of the name: 民法典型, 刑法学, 婚姻法庭, 合同法规.
_RUNS_ON = {"法": "[院官律庭定务医系学]|规(?!定)|人(?!民)|治(?!安)", "典": "[型礼当范故雅]"}


def law_names(laws: Iterable[Law]) -> dict[str, str]:
    """Every name a law goes by, as texts are folded, with the law's id.

    A title may lack 关于 and the court that issued it. A name may lack 规定, 解释 or （试行） at its end where no law
    has what is left for a name: 民间借贷26.
    """
    names: dict[str, str] = {}
    for law in laws:
        for name in (law.id, law.id.replace("-", " "), law.title, *law.also):
            full = folded_text(name)
            folded = full.removeprefix(REPUBLIC)
            for form in (full, folded, folded.replace(" ", ""), bare_title(full), full.replace(REPUBLIC, "")):
                names.setdefault(form, law.id)
    for name, law_id in tuple(names.items()):
        names.setdefault(re.sub(_TRIAL, "", name) if name.endswith(")") else name, law_id)
        stem = next((name.removesuffix(kind) for kind in _KINDS if name.endswith(kind)), name)
        if len(stem) >= SHORTEST_STEM and not stem.endswith(_PARTS_OF_CODE):
            names.setdefault(stem, law_id)
    return names


def names_in_prose(names: Mapping[str, str], words: Collection[str]) -> dict[str, str]:
    """The names that mean a law wherever they stand: 软暴力 and LPR, which people also say as words, do not."""
    return {
        name: law_id
        for name, law_id in names.items()
        if (name not in words if name.isascii() else re.search(_LAW_LIKE, name))
    }


def bare_title(folded: str) -> str:
    """A title without the state, the courts that issued it, 关于 at its beginning and （试行） at its end."""
    bare = folded.replace(REPUBLIC, "")
    if "关于" in bare or "印发" in bare:
        bare = re.sub(_BODIES, "", bare).removeprefix("关于")
    return re.sub(_LATE_REMARK, "", bare) if bare.endswith(")") else bare


def core(folded: str) -> str:
    """What two ways of shortening one title have in common."""
    return re.sub(_LEFT_OUT, "", bare_title(folded))


class LawNames:
    """The names of laws, to be found in folded texts."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self.by_head: dict[str, list[str]] = {}
        for name in sorted(filter(None, names), key=len, reverse=True):
            self.by_head.setdefault(name[:2], []).append(name)

    def first_letters(self) -> tuple[str, ...]:
        """Patterns of the letters that names begin with, Chinese ones anywhere, Latin ones at the start of a word."""
        letters = sorted({head[0] for head in self.by_head})
        chinese = "".join(letter for letter in letters if not letter.isascii())
        latin = "".join(filter(str.isascii, letters))
        return tuple(f"{where}[{re.escape(some)}]" for where, some in (("", chinese), ("(?<![a-z0-9])", latin)) if some)

    def at(self, text: str, place: int) -> str | None:
        """The longest name that stands at a place, unless it is the end or the beginning of something else."""
        for name in self.by_head.get(text[place : place + 2], ()):
            end = place + len(name)
            if text.startswith(name, place) and _stands_alone(text, place, end):
                return None if _ends_another(text, name, end) else name
        return None

    def law_of(self, title: str) -> str | None:
        """The law that has a title, whole or shortened; None where none has or several may be meant."""
        bare = bare_title(title)
        found = self.names.get(title) or self.names.get(bare) or self.names.get(f"关于{bare}")
        if found or not re.search(_SHORTENED, re.sub(_TRIAL, "", title)):
            return found
        short = core(title)
        return self._by_core.get(short) if len(short) >= SHORTEST_CORE else None

    @cached_property
    def _by_core(self) -> dict[str, str]:
        having: dict[str, set[str]] = {}
        for name, law_id in self.names.items():
            if re.search(_SHORTENED, name):
                having.setdefault(core(name), set()).add(law_id)
        return {short: min(ids) for short, ids in having.items() if len(ids) == 1}


def _ends_another(text: str, name: str, end: int) -> bool:
    """Whether a name is the end of the longer name of another law."""
    longest = max(map(len, _LONGER_NAMES))
    return text.endswith(_LONGER_NAMES, max(0, end - longest), end) and not name.endswith(_LONGER_NAMES)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word runs on across either end: `cc` is not in `access`, nor 民法典 in 民法典型."""
    last = text[end - 1]
    if last in _RUNS_ON:
        return re.compile(_RUNS_ON[last]).match(text, end) is None
    before, after = text[start - 1 : start], text[end : end + 1]
    if _is_latin(before) and _is_latin(text[start]):
        return False
    return not (_is_latin(last) and _is_latin(after) and after.isalpha())


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
