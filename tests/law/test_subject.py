"""A sentence that speaks of something else than the article it cites is told, and of which it may speak."""

import pytest

from collector_guard.law.pasted_text import check_text
from collector_guard.library.load import folder, load_laws

LAWS = load_laws("zh", folder())


def meant(text, today):
    """What a text may mean, by its citations."""
    return [[provision.cite for provision in judged.meant] for judged in check_text(text, LAWS, today, None).judged]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("把欠款人的名字贴在小区里，侵犯隐私，见《民法典》第一百三十三条", "civil-code/1032"),
        ("写“老赖”是侵犯名誉，见《民法典》第一百二十四条。", "civil-code/1024"),
        ("信用卡逾期要付逾期利息，依据是《民法典》第601条。", "civil-code/676"),
        ("车被拖走，可以说银行没有遵守《商业银行法》第4条的公平、诚信。", "commercial-bank/5"),
        ("债主说狠话，已经触犯《刑法》第246条的威胁罪。", "public-security/50.1.1"),
        ("半夜上门催收侵犯隐私权，违反《民法典》第1010条。", "civil-code/1032"),
        ("诉讼时效是三年，见《民法典》第177条。", "civil-code/188"),
        ("非法侵入住宅的，依据《刑法》第275条处理。", "criminal-law/245"),
        ("暴力催收可能构成寻衅滋事，见《刑法》第264条。", "criminal-law/293"),
        ("发短信骚扰家人，违反《治安管理处罚法》第61条。", "public-security/50.1.5"),
        ("高利贷不受保护，《民法典》第667条。", "civil-code/680"),
        ("违约金太高可以减，《民法典》第563条。", "civil-code/585"),
        ("敲诈勒索看《刑法》第266条。", "criminal-law/274"),
        ("不让我出门就是非法拘禁，《刑法》第234条。", "criminal-law/238"),
        ("保证期间是六个月，《民法典》第700条。", "civil-code/692"),
        ("遗产范围内还债，《民法典》第1130条。", "civil-code/1161"),
        ("砸坏门锁是故意毁坏财物，《刑法》第270条。", "criminal-law/275"),
        ("冒充警察是招摇撞骗，《刑法》第278条。", "criminal-law/279"),
        ("侵犯隱私，見《民法典》第一百三十三條", "civil-code/1032"),
    ],
)
def test_a_number_that_does_not_fit_its_sentence_is_told(text, expected, today):
    [found] = meant(text, today)

    assert expected in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("侵犯隐私，见民法典第1032条、第133条。", "civil-code/1032"),
        ("砍头息不算本金，见民法典第670条、第124条。", "civil-code/670"),
        ("非法侵入住宅，违反刑法第245条和第277条。", "criminal-law/245"),
        ("诉讼时效三年，见民法典188条、第1195条。", "civil-code/188"),
        ("冒充警察招摇撞骗，依刑法第279条、第314条处罚。", "criminal-law/279"),
    ],
)
def test_a_number_that_does_not_fit_is_told_beside_one_that_does(text, expected, today):
    right, wrong = meant(text, today)

    assert not right
    assert expected in wrong


@pytest.mark.parametrize(
    "text",
    [
        "自然人享有隐私权，任何人不得刺探、侵扰他人隐私，见《民法典》第1032条。",
        "催收员半夜砸门，侵扰我的私人生活安宁，违反《民法典》第1033条。",
        "在小区张贴大字报损害我的名誉，根据《民法典》第一千零二十四条要道歉。",
        "借款人应当按期还款，《民法典》第六百七十五条写得很清楚。",
        "逾期要付逾期利息，《民法典》第六百七十六条。",
        "禁止高利放贷，《民法典》第680条。",
        "诉讼时效是三年，《民法典》第一百八十八条。",
        "转让债权要通知债务人，《民法典》第546条。",
        "违约金过高可以请求减少，《民法典》第五百八十五条。",
        "继承人在遗产价值范围内清偿债务，《民法典》第1161条。",
        "夫妻共同债务看《民法典》第1064条。",
        "私自闯进住宅可能是非法侵入住宅，《刑法》第245条。",
        "不让人走就是非法拘禁，《刑法》第238条。",
        "恐吓要钱可能是敲诈勒索，《刑法》第274条。",
        "随意殴打、恐吓他人，可能构成寻衅滋事罪，《刑法》第293条。",
        "把通讯录卖给别人，侵犯公民个人信息，《刑法》第253条之一。",
        "有能力执行而拒不执行判决，《刑法》第313条。",
        "写恐吓信威胁他人人身安全，《治安管理处罚法》第50条。",
        "写恐吓信威胁他人人身安全，旧的《治安管理处罚法》第42条。",
        "处理敏感个人信息要单独同意，《个人信息保护法》第29条。",
        "借款利率超过合同成立时LPR四倍的不受保护，民间借贷规定第25条。",
        "起诉应当递交起诉状，《民事诉讼法》第123条。",
        "债务人可以在十五日内对支付令提出书面异议，《民事诉讼法》第227条。",
        "贷款应当签订书面合同，《商业银行法》第37条。",
        "公民的住宅不受侵犯，《宪法》第39条。",
        "恐吓、非法拘禁、敲诈勒索分别看《刑法》第293条、第238条、第274条。",
        "《民法典》第1032条",
        "《民法典》第1032条\n自然人享有隐私权。",
    ],
)
def test_a_number_that_fits_its_sentence_is_left_alone(text, today):
    assert [found for found in meant(text, today) if found] == []


def test_an_article_of_a_crime_is_told_by_the_name_of_the_crime(today):
    assert meant("他的行为构成寻衅滋事罪，依照《刑法》第264条处罚。", today) == [["criminal-law/293"]]


def test_the_numbers_of_a_list_are_told_once(today):
    found = meant("侵犯隐私，见《民法典》第133条、第124条、第601条。", today)

    assert [bool(one) for one in found] == [True, False, False]
