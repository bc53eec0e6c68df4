"""A few laws made by hand: one that was renumbered, one with three versions, one that is no law."""

from datetime import date

from collector_guard.law.law_name import law_names
from collector_guard.law.lay_words import LayWords
from collector_guard.law.model import Checked, Law, Laws, Provision, ShortAnswer, Topic, Version

TODAY = date(2026, 11, 23)
CHECKED = Checked(TODAY, "official-text")
AT_NIGHT = ShortAnswer(
    "at-night",
    "晚上能来吗？",
    "行业规则：22 点到 8 点不催收。",
    ("bank-guideline-2026/hours", "public-security/50.1.5"),
    TODAY,
)
TOPICS = (Topic("threats", "威胁、恐吓"), Topic("harassment", "骚扰、跟踪", (AT_NIGHT,)), Topic("rates", "利息和费用"))
LAY_WORDS = LayWords(
    ("怎么办", "他们", "我", "的"),
    ((("车", "拖"), ("拖车",)), (("拦",), ("不让走",)), (("拦路虎",), ("四倍",)), (("stalker",), ("stalking",))),
)

NEW_ORDER = Version("2025", date(2025, 6, 27), date(2026, 1, 1), None)
OLD_ORDER = Version("2012", date(2012, 10, 26), date(2013, 1, 1), date(2026, 1, 1))
ORDER = Law(
    "public-security",
    "中华人民共和国治安管理处罚法",
    "治安管理处罚法",
    ("治安管理处罚法", "治安法", "psa"),
    "law",
    "flk.npc.gov.cn",
    None,
    (NEW_ORDER, OLD_ORDER),
)

THIRD_LENDING = Version("2020-12", date(2020, 12, 23), date(2021, 1, 1), None)
SECOND_LENDING = Version("2020-08", date(2020, 8, 18), date(2020, 8, 20), date(2021, 1, 1))
FIRST_LENDING = Version("2015", date(2015, 6, 23), date(2015, 9, 1), date(2020, 8, 20))
LENDING = Law(
    "private-lending",
    "最高人民法院关于审理民间借贷案件适用法律若干问题的规定",
    "民间借贷规定",
    ("民间借贷规定", "mjjd"),
    "interpretation",
    "court.gov.cn",
    None,
    (THIRD_LENDING, SECOND_LENDING, FIRST_LENDING),
)

ONLY_GUIDELINE = Version("2026", date(2026, 1, 30), date(2026, 1, 30), None)
GUIDELINE = Law(
    "bank-guideline-2026", "催收工作指引", "银协指引", ("银协指引",), "self-regulation", "报道", None, (ONLY_GUIDELINE,)
)


def provision(text, number, gist, words=(), topics=("harassment",), was=()):
    """One provision of a law and version, with what no test looks at filled in."""
    return Provision(*text, number, gist, None, "只管收录的情形。", topics, tuple(words), CHECKED, was)


PROVISIONS = (
    provision((ORDER, NEW_ORDER), "9", "因民间纠纷引起的，可以调解。", was=(("2012", ("9",)),)),
    provision((ORDER, NEW_ORDER), "42", "铁路轨道不许放置障碍。"),
    provision(
        (ORDER, NEW_ORDER),
        "50.1.1",
        "写恐吓信或者用其他方法威胁他人安全。",
        ["恐吓", "弄死你", "konghe", "death threat"],
        ("threats",),
        (("2012", ("42.1.1",)),),
    ),
    provision(
        (ORDER, NEW_ORDER),
        "50.1.5",
        "多次发送信息，或者滋扰、纠缠、跟踪，干扰正常生活。",
        ["骚扰", "爆通讯录", "不让走", "拖车", "sao rao", "stalking"],
        was=(("2012", ("42.1.5",)),),
    ),
    provision((ORDER, OLD_ORDER), "9", "因民间纠纷引起的，可以调解。"),
    provision((ORDER, OLD_ORDER), "42.1.1", "写恐吓信。", ["恐吓"], ("threats",)),
    provision((ORDER, OLD_ORDER), "42.1.5", "多次发送信息，干扰正常生活。", ["骚扰"]),
    provision((ORDER, OLD_ORDER), "77", "接到报案要登记。"),
    provision((LENDING, THIRD_LENDING), "25", "最高四倍。", ["高利贷", "714"], ("rates",), (("2020-08", ("26",)),)),
    provision((LENDING, THIRD_LENDING), "26", "预先扣的利息不算本金。", ["砍头息"], ("rates",)),
    provision((LENDING, SECOND_LENDING), "26", "最高四倍。", ["高利贷"], ("rates",)),
    provision((LENDING, FIRST_LENDING), "26", "年利率24%和36%。", ["高利贷"], ("rates",)),
    provision((GUIDELINE, ONLY_GUIDELINE), "hours", "晚上十点到早上八点不催收。", ["半夜上门", "骚扰"]),
)


def laws_by_hand():
    """The library of the laws above."""
    by_law = {
        law.id: {(one.version.id, one.number): one for one in PROVISIONS if one.law == law}
        for law in (GUIDELINE, LENDING, ORDER)
    }
    laws = {law.id: law for law in (GUIDELINE, LENDING, ORDER)}
    return Laws(laws, by_law, TOPICS, LAY_WORDS, law_names(laws.values()))
