"""Read the name of a law with what belongs to it: brackets, short forms, document numbers, longer titles."""

import re

from collector_guard.law.antecedent import BEFORE, REFERENCE, Owner, unknown_name
from collector_guard.law.folded_text import Folded
from collector_guard.law.law_name import BODY, LawNames
from collector_guard.law.number_list import number_after

# Patterns are texts, which re compiles when they are first used, and keeps: most queries name no law.
_NUMBER_FOLLOWS = frozenset("第 0123456789")
_REMARK = r"\(([^()]{1,80})\)"
_SHORT_FORM = "(?:以下|下文|下)?(?:统|均)?(?:简称|称)(?:为)?:?([^,;]{2,20})$"
_PART_OF_NAME = "[一二三四五六七八九十]{1,3}"
_NAMED_IN_PARTS = ("解释", "规定", "意见", "批复", "修正案", "纪要", "决定")
_DOCUMENT = r",?[法高检发释主席令国务院银保监规金]{0,6}[〔\[(【]?(?:19|20)[0-9]{2}[〕\])】]?第?[0-9]{1,5}号"
# GB/T 45251-2025
_EDITION = "-(?:19|20)[0-9]{2}(?![0-9])"
_PART_OF_LAW = (
    "(?:第[一二三四五六七八九十]{1,4}(?:分编|编|章|节)"
    "|(?:总则|物权|合同|人格权|婚姻家庭|继承|侵权责任|分则)编(?:通则)?){0,3}"
)
_PART_AT_END = "(?<=典)(?:总则|物权|合同|人格权|婚姻家庭|继承|侵权责任)编$"
# 刑法修正案（十一）, 民法典担保制度解释, 消费者权益保护法实施条例: other laws than the one they begin with.
_LONGER = (
    "(?:修正案[一二三四五六七八九十]{0,3}|实施条例|实施细则|实施办法|的?司法解释(?:[一二三四五六](?=第))?"
    r"|(?:(?![第条和与及或])[一-鿿]){0,14}?(?:司法)?解释(?=第|\(|[一二三四五六]第))(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六](?=第))?"
)
# 最高人民法院关于适用 before the law that a longer title begins with.
_FRONT = f"(?:(?:{BODY})[、,和 ]?)*关于(?:适用|审理|办理|执行|贯彻|实施)?$"
_PRIVATE_TITLE = "(?:合同|协议|借条|借据|欠条|收条|收据|笔录|回执|章程|手册|证明|书|单|函)$"
_BEHIND = r" ?(?P<bracket>\()| of (?:the )?"
_DECORATION = (
    r"(?:[ :、.*#-]|\([^()]{0,60}\)|节选|摘录|摘编|相关|有关|法条|条文|规定|原文|全文|法律|依据|附|参考|"
    r"[0-9一二三四五六七八九十]{1,3}[.、)]){0,12}"
)


class NamedLaws:
    """The laws that a folded text names, known or unknown, and the short forms that it gives them."""

    def __init__(self, folded: Folded, names: LawNames) -> None:
        self.folded = folded
        self.text = folded.text
        self.names = names
        self.titles = dict(folded.titles)
        self.short_forms: dict[str, Owner] = {}

    def at(self, place: int) -> Owner | None:
        """The law whose name or title begins at a place, with what belongs to it; None for none or a private paper."""
        end = self.titles.get(place)
        name = self.names.at(self.text, place)
        if name and (end is None or self._is_cited_inside(place + len(name), end)):
            return self._whole(Owner(self.names.names[name], name, place + len(name)), place)
        if end is None or self.is_private(place):
            return None
        short = self.short_forms.get(self.text[place:end])
        return self._whole(short._replace(end=end) if short else self._titled(place, end), place)

    def is_private(self, place: int) -> bool:
        """Whether a title that begins at a place is that of a contract or another paper of the parties."""
        title = self.text[place : self.titles.get(place, place)]
        return bool(re.search(_PRIVATE_TITLE, title)) and self.names.law_of(title) is None

    def behind(self, place: int) -> Owner | None:
        """The law that is named behind a number: 第1032条（《民法典》）, article 1032 of the Civil Code."""
        match = re.compile(_BEHIND).match(self.text, place)
        if match is None:
            return None
        start = match.end()
        name = self.names.at(self.text, start)
        end = self.titles.get(start) or (start + len(name) if name else start)
        law_id = self.names.law_of(self.text[start:end])
        closed = not match["bracket"] or self.text[end : end + 1] == ")"
        return Owner(law_id, self.text[start:end], end) if law_id and closed else None

    def before(self, place: int, read_to: int) -> tuple[Owner, int] | None:
        """The law named right before a number by a short form or a name that is not known, and where it begins."""
        text = self.text[max(read_to, place - BEFORE) : place]
        if re.search(REFERENCE, text) or self.folded.line_of(place)[0] == place:
            return None
        name = next((short for short in self.short_forms if _ends_with(text, short)), None) or unknown_name(text)
        if name is None:
            return None
        owner = self.short_forms.get(name) or Owner(self.names.law_of(name), name, place)
        return owner._replace(end=place), self.text.rindex(name, 0, place)

    def fills_a_line(self, owner: Owner, start: int) -> bool:
        """Whether a law stands on a line of its own, as the heading of what follows."""
        line, end = self.folded.line_of(start)
        decoration = re.compile(_DECORATION)
        return bool(decoration.fullmatch(self.text, line, start) and decoration.fullmatch(self.text, owner.end, end))

    def number_place(self, owner: Owner) -> int:
        """Where the number of an article may stand: behind the part of the law that is named, such as 合同编."""
        match = re.compile(_PART_OF_LAW).match(self.text, owner.end)
        return match.end() if match else owner.end

    def _is_cited_inside(self, place: int, end: int) -> bool:
        """Whether a title is a law with its number: 《刑法第293条》."""
        number = number_after(self.folded, place, latin=False)
        return number is not None and number.end == end

    def _titled(self, start: int, end: int) -> Owner:
        """What has a title, from the names or, as it is written, from nowhere."""
        title = self.text[start:end]
        law_id = self.names.law_of(re.sub(_PART_AT_END, "", title)) or self.names.law_of(
            re.sub("(?<=修正案|编解释|法解释)([一二三四五六七八九十]+)$", r"(\1)", re.sub("司法(?=解释)", "", title))
        )
        if law_id:
            return Owner(law_id, title, end)
        in_marks = self.titles.get(start) == end
        return Owner(None, (self.folded.original if in_marks else self.folded.as_written)(start, end), end)

    def _whole(self, owner: Owner, start: int) -> Owner:
        """A law with the rest of its name, and what stands in brackets behind it, taken into account."""
        if self.text[owner.end : owner.end + 1] in _NUMBER_FOLLOWS:
            return owner
        longer = re.compile(_LONGER).match(self.text, owner.end)
        if longer:
            front = re.search(_FRONT, self.text[max(0, start - BEFORE) : start])
            owner = self._titled(start - len(front[0]) if front else start, longer.end())
        while True:
            document = re.compile(f"{_DOCUMENT}|{_EDITION}").match(self.text, owner.end)
            remark = re.compile(_REMARK).match(self.text, owner.end)
            if document:
                owner = owner._replace(end=document.end())
            elif remark and re.fullmatch(_PART_OF_NAME, remark[1]) and owner.name.endswith(_NAMED_IN_PARTS):
                owner = self._titled(start, remark.end())
            elif remark and (short := re.search(_SHORT_FORM, remark[1])):
                owner = owner._replace(end=remark.end())
                self.short_forms[short[1]] = owner
            elif remark and self._says_nothing(remark):
                owner = owner._replace(end=remark.end())
            else:
                return owner

    def _says_nothing(self, remark: re.Match[str]) -> bool:
        """Whether a remark in brackets cites and names nothing."""
        inside = range(remark.start(), remark.end())
        return "条" not in remark[1] and not any(
            place in self.titles or self.names.at(self.text, place) for place in inside
        )


def _ends_with(before: str, short: str) -> bool:
    """Whether a text ends with a name given to a law, and not with a longer word: 解释, but not 司法解释."""
    bare = re.sub("(?:的|中的|里的|之)$", "", before.rstrip(" /:,·、#§(.-"))
    rest = bare.removesuffix(short)
    if rest == bare:
        return False
    return not re.search("[一-鿿]$", rest) or bool(re.search("(?:据|照|反|按|依|和|与|及|在|该|见)$", rest))
