"""Find the law that a number without one belongs to, by what has been named before it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from collector_guard.law.article_number import Numbers
from collector_guard.law.folded_text import Folded

# So far a law is remembered for a number that begins a later sentence.
REACH = 400
BEFORE = 64
MOST_REMEMBERED = 8
# No amendment of the criminal law has as many articles; the numbers above are those of the law.
MOST_OF_AMENDMENT = 60
# Patterns are texts, which re compiles when they are first used, and keeps: most queries have one number.
_SENTENCE_END = "[。!?]"
# Who speaks in a chat.
_SPEAKER = "(?:(?<![a-z])[a-z]|[甲乙丙问答我他她]|客服|律师|回复|网友|群主|楼主):"
# What may stand at the beginning of a sentence or line before a number that goes on with the law named last.
LEAD_IN = (
    r"(?:[ 、,:;·*#()-]|\([0-9一二三四五六七八九十]{1,3}\)|[0-9]{1,2}[.、)]|[一二三四五六七八九十]{1,3}[、.]"
    "|第[一二三四五六七八九][,、]"
    "|而|另外|另|还有|还|同时|此外|并且|并|且|其中|其次|再者|但是|但|又|以及|再看|再如|如|至于|其|首先|最后|接着|然后"
    "|根据|依据|依照|按照|按|依|见|参见|参照|看|详情|详细|详|具体|请|可|违反了?|适用|和|与|及"
    f"|{_SPEAKER}){{0,12}}"
)
# What may stand between a name and its number without parting them.
LINK = (
    "(?:(?:的|中的|中|里的|里|之|内|关于|有关|对|就)[一-鿿]{0,12}?)?(?:规定|条文|条款|原文|内容|要求)?(?:的|中|里|是|为|有|见|在|即)?"
    r"[ ,:、(\-]{0,3}"
)
REFERENCE = (
    "(?P<this>(?<!应)该|(?<!基)本|(?<!合)同|这部|那部|(?<![因如])此|上述|前述|上列|同一|这个)"
    "(?P<kind>法律|法典|法|条例|司法解释|解释|规定|办法|意见|通知|公约|标准|指引)"
    "(?:的|中的|中|里的|里|之|内|规定的)?[,:]?$"
)
# 现在是50条 names an article; 提出50条要求 counts.
POINTING = "(?:还有|现在是|就是|应是|改为|改成|变成|见|看|查|依据|根据|依照|按照|按|依|触犯|违反|适用)$"
# A part of the Civil Code, where no other law that has such parts was named behind it.
_PART = "(?:总则|物权|合同|人格权|婚姻家庭|继承|侵权责任)编(?:通则|分则|典型合同)?(?:的|中的|中|里的|里|之)?[,:]?$"
# 继承编司法解释 speaks of the Civil Code.
_PART_INTERPRETED = "(?<!分)编(?:通则)?的?(?:司法)?解释"
# 那128条呢 asks on about the law named last.
_ASKED_ON = ("(?:^|[,:;])那(?:么|个)?$", "呢")
# 违反法律第三条 names none.
_NO_NAME = "[,;:][^,;:]*(?:法律|法规)$"
_OTHER_CODE = "(?<!民)法典"
_HAS_PARTS = ("典", "刑法")
_VAGUE = ("上述", "前述", "上列", "同一")
_PAPER = (
    "(?:合同|协议书?|合约|章程|契约|承诺书|借条|欠条|保单|约定书|约定|规约|手册|制度|须知|守则)"
    "(?:的|中的|中|里的|里|之|项下|项下的)?[,:]?$"
)
_AGREED = "(?:的|之|所)?约定"
_OTHER_LAW = (
    "[一-鿿]{2,12}(?:法典|条例|细则|司法解释|通则|准则)|[一-鿿]{1,12}[一-鿿]法(?![院官律庭定人务制治规则学医警])"
)
_UNKNOWN = (
    r"[一-鿿、]{1,60}(?:法|典|条例|规定|解释|办法|公约|规则|意见|决定|标准|指引|细则|批复|通知|通则|准则|纪要)(?:\([^()]{1,12}\))?$"
    "|[a-z][a-z -]{0,40}(?:law|act|code|rules?)$"
)
# 法释〔2020〕17号
_UNKNOWN_DOCUMENT = r"[法释发高检办主席令国务院银保监规金]{1,6}[〔\[(【](?:19|20)[0-9]{2}[〕\])】][0-9]{1,5}号$"
_UNKNOWN_ID = "([a-z][a-z0-9-]{1,40})/$"
_OPENINGS = (
    ".*(?:根据|依据|按照|依照|违反了?|参照|请问|是不是|参见|触犯了?|符合|援引|以及|或者)"
    "|^(?:关于|新|旧|原|[、和及与按依见看在]|中华人民共和国)+"
)
# What ends like the name of a law and is none.
_NO_LAWS = (*(f"{first}法" for first in "违合非犯无没方执说做想看依司立守用书手普"), "没办法", "字典")
_SAID_OF_IT = "(?:有|的|作|作出|另|明确|如下|所)(?:规定|解释|决定)$"
_GENERIC = (
    "(?:[该本同其此]|这部|那部|这个|同一|相关|有关|国家|现行|上述|前述|我国|公司|平台|的|法律|明文)*"
    "(?:法律|法规|司法解释|规定|条例|解释|意见|通知|决定|标准|办法|法)"
)


class Owner(NamedTuple):
    """What numbers belong to: a law by its id, or one that is not among the names, or neither for a private paper.

    `end` is where it was last named or cited; `cited` whether with a number.
    """

    law_id: str | None
    name: str
    end: int
    cited: bool = False

    @property
    def is_law(self) -> bool:
        return bool(self.law_id or self.name)


class Antecedents:
    """The laws that a text has named so far; `names` has the criminal law, which amendments change, and the code."""

    def __init__(self, folded: Folded, names: Mapping[str, str]) -> None:
        self.folded = folded
        self.text = folded.text
        self.amended = names.get("刑法")
        self.code = names.get("民法典")
        self.owners: list[Owner] = []
        self.heading: Owner | None = None
        # Whether the numbers that begin lines are those of a private paper.
        self.private_lines = False

    @property
    def last(self) -> Owner | None:
        return self.owners[0] if self.owners else None

    def remember(self, owner: Owner) -> None:
        """Note what has been named or cited last."""
        others = (one for one in self.owners if (one.law_id, one.name) != (owner.law_id, owner.name))
        self.owners = [owner, *others][:MOST_REMEMBERED]
        if not owner.is_law:
            self.heading = None

    def name_heading(self, owner: Owner) -> None:
        """Note the law whose name is a line of its own: the articles that begin the lines below are its."""
        self.heading = owner
        self.private_lines = False

    def begins(self, place: int) -> bool:
        """Whether a sentence or line begins at a place, with no more than a few small words before it."""
        start, _ = self.folded.line_of(place)
        *_, lead = re.split(_SENTENCE_END, self.text[max(start, place - BEFORE) : place])
        return re.fullmatch(LEAD_IN, lead) is not None

    def is_private(self, numbers: Numbers) -> bool:
        """Whether a number is one of a contract or another paper of the parties."""
        before = self.text[max(0, numbers.start - BEFORE) : numbers.start]
        return bool(re.search(_PAPER, before) or re.compile(_AGREED).match(self.text, numbers.end))

    def of(self, numbers: Numbers) -> Owner | None:
        """What a number belongs to that no name stands beside; None in doubt."""
        before = self.text[max(0, numbers.start - BEFORE) : numbers.start]
        if reference := re.search(REFERENCE, before):
            return self._referred_to(reference["this"], reference["kind"])
        if re.search(_PART, before):
            return self._with_parts(numbers.start)
        start, _ = self.folded.line_of(numbers.start)
        if re.compile(LEAD_IN).fullmatch(self.text, start, numbers.start):
            return self._of_line(numbers)
        return self._named_before(numbers)

    def shares(self, owner: Owner, start: int, number: int) -> bool:
        """Whether a number behind a law may be of the one named just before it: 《民法典》、《刑法》，第五条."""
        last = self.last
        if last is None or last.cited or not last.is_law or not re.search("[,:]", self.text[owner.end : number]):
            return False
        return re.compile("[、,和及与或]{0,2}").fullmatch(self.text, last.end, start) is not None

    def links(self, place: int) -> bool:
        """Whether nothing but a few small words stand between the law named last and a place."""
        last = self.last
        return last is not None and last.is_law and bool(re.compile(LINK).fullmatch(self.text, last.end, place))

    def _of_line(self, numbers: Numbers) -> Owner | None:
        if self.heading:
            return self.heading
        owner = None if self.private_lines else self._named_before(numbers)
        self.private_lines = owner is None
        return owner

    def _named_before(self, numbers: Numbers) -> Owner | None:
        """The law named last, where the number is in its sentence or begins a later one."""
        owner = self.last
        if owner is None or not owner.is_law or numbers.start - owner.end > REACH:
            return None
        gap = self.text[owner.end : numbers.start]
        if re.fullmatch(LINK, gap) and not (re.search("[,:]", gap) and self._is_one_of_two(owner)):
            return self._amended(owner, numbers)
        *sentences, last = re.split(_SENTENCE_END, gap)
        asked = re.search(_ASKED_ON[0], last) and self.text.startswith(_ASKED_ON[1], numbers.end)
        initial = asked or re.fullmatch(LEAD_IN, last) is not None
        # 将依114条处理 goes on with the law of its sentence.
        pointed = numbers.ordinal or numbers.inserted or re.search(POINTING, last)
        if not initial and (sentences or not pointed):
            return None
        if (
            re.search(_NO_NAME, gap)
            or names_another(gap)
            or self._is_one_of_two(owner)
            or (initial and _begins_a_paper(owner, numbers, gap))
        ):
            return None
        return self._amended(owner, numbers)

    def _is_one_of_two(self, owner: Owner) -> bool:
        """Whether a law was named without a number just behind another, so that either may be meant."""
        if owner.cited or len(self.owners) == 1:
            return False
        other = self.owners[1]
        return other.is_law and not re.search(f"[。!?;]|{_SPEAKER}", self.text[other.end : owner.end])

    def _amended(self, owner: Owner, numbers: Numbers) -> Owner | None:
        """The criminal law, where an amendment is said to have put an article into it."""
        first = numbers.numbers[0][0]
        if "修正案" not in owner.name or not (numbers.inserted or int(first) > MOST_OF_AMENDMENT):
            return owner
        return Owner(law_id=self.amended, name="刑法", end=owner.end, cited=owner.cited) if self.amended else None

    def _with_parts(self, place: int) -> Owner | None:
        """The Civil Code, where it is the last law with parts that was named, and not in one breath with another.

        It is named as well where a part of it has been said to be interpreted.
        """
        having = [one for one in self.owners if one.law_id == self.code or one.name.endswith(_HAS_PARTS)]
        said = self.text[max(0, place - REACH) : place]
        if not having and re.search(_PART_INTERPRETED, said) and not re.search(_OTHER_CODE, said):
            return Owner(self.code, "民法典", place) if self.code else None
        if not having or self.code is None or having[0].law_id != self.code:
            return None
        owner, *others = having
        together = others and not owner.cited and not re.search("[。!?;]", self.text[others[0].end : owner.end])
        another = re.search(_OTHER_CODE, self.text[max(0, owner.end - BEFORE) : place])
        return None if together or another else owner

    def _referred_to(self, this: str, kind: str) -> Owner | None:
        """What 该法, 本条例 or 上述规定 means: the last of that kind."""
        if this == "本" and self.heading:
            return self.heading
        endings: tuple[str, ...] = ("法", "典") if kind in ("法律", "法典", "法") else (kind,)
        if kind == "规定" and this in _VAGUE:
            endings = ("",)
        laws = (one for one in self.owners if one.is_law)
        return next((one for one in laws if re.sub(r"\([^()]*\)$", "", one.name).endswith(endings)), None)


def unknown_name(before: str) -> str | None:
    """The name of a law that the text before a number ends with, if it does."""
    law_id = re.search(_UNKNOWN_ID, before)
    if law_id:
        return law_id[1]
    document = re.search(_UNKNOWN_DOCUMENT, before)
    if document:
        return document[0]
    match = re.search(_UNKNOWN, re.sub("(?:的|中的|里的|之)$", "", before.rstrip(" /:,·、#§(.-")))
    name = re.sub(_OPENINGS, "", match[0]) if match else ""
    is_one = len(name) > 1 and not name.endswith(_NO_LAWS) and not re.search(f"^{_GENERIC}$|{_SAID_OF_IT}", name)
    return name if is_one else None


def _begins_a_paper(owner: Owner, numbers: Numbers, gap: str) -> bool:
    """Whether a first article may begin a paper of the parties behind the articles that it rests on."""
    return (
        owner.cited and numbers.ordinal and numbers.numbers[0][0] == "1" and re.search(_SENTENCE_END, gap) is not None
    )


def names_another(gap: str) -> bool:
    """Whether a law may be named in a text that the reader of names knows nothing of."""
    return any(not found.endswith(_NO_LAWS) for found in re.findall(_OTHER_LAW, gap))
