"""A pasted text: each of its citations is found, once, with what is right or wrong with it on the day."""

import json
import sys
from datetime import date
from io import BytesIO, StringIO

import pytest
from kept import is_as_kept
from laws_by_hand import CHECKED, NEW_ORDER, TODAY, laws_by_hand
from small_laws_db import laws_db_in
from terminal import Terminal

from collector_guard.files.data_file import LARGEST_FILE
from collector_guard.files.errors import StatedError
from collector_guard.law.full_text import full_text_in
from collector_guard.law.law_name import law_names
from collector_guard.law.model import Law, Laws, Provision, Version
from collector_guard.law.pasted_text import check_text, pasted_text
from collector_guard.library.load import folder, load_laws
from collector_guard.render.formats import plain
from collector_guard.render.law.text_check import text_check_lines

OLD_DAY = date(2025, 6, 1)
ADVICE = (
    "根据《治安管理处罚法》第42条，多次发送信息干扰正常生活的要处罚。网商贷的利息，民间借贷规定第26条说了，\n"
    "不超过四倍。《互联网金融逾期债务催收自律公约》第13条说不能骚扰别人。\n"
    "他们依据《互联网金融个人消费信贷催收标准》有权现场走访。"
)
CLAIMED = Version("none", TODAY, TODAY, None)
NO_STANDARD = Law(
    "no-such-standard",
    "互联网金融个人消费信贷催收标准",
    "个人消费信贷催收标准",
    ("个人消费信贷催收标准", "互联网金融个人消费信贷催收标准"),
    "no-such-act",
    "没有找到",
    "没有这个文件。",
    (CLAIMED,),
)
CLAIM = Provision(NO_STANDARD, CLAIMED, "claim", "查不到这个文件。", None, "查过公开网页。", (), (), CHECKED)
ENDED = NEW_ORDER._replace(id="1999", start=date(1999, 10, 1), until=date(2021, 1, 1))
CONTRACT = Law(
    "contract", "中华人民共和国合同法", "合同法", ("合同法",), "law", "flk.npc.gov.cn", "由民法典取代。", (ENDED,)
)


@pytest.fixture(scope="module")
def laws():
    by_hand = laws_by_hand()
    laws = {**by_hand.laws, NO_STANDARD.id: NO_STANDARD, CONTRACT.id: CONTRACT}
    provisions = {**by_hand.provisions, NO_STANDARD.id: {("none", "claim"): CLAIM}, CONTRACT.id: {}}
    return Laws(laws, provisions, by_hand.topics, names=law_names(laws.values()))


@pytest.fixture(scope="module")
def library():
    return load_laws("zh", folder())


@pytest.fixture
def full_text(tmp_path):
    with full_text_in([str(laws_db_in(tmp_path))]) as full_text:
        yield full_text


def verdicts(text, laws, on=TODAY, full_text=None):
    return {judged.as_written: judged.verdicts for judged in check_text(text, laws, on, full_text).judged}


def printed(checked, columns, language):
    stream = StringIO()
    plain.show(text_check_lines(checked, columns, language), stream)
    return stream.getvalue()


# What the usual advice cites


def test_the_usual_advice_is_judged_citation_by_citation(library):
    assert verdicts(ADVICE, library) == {
        "《治安管理处罚法》第42条": ("renumbered",),
        "民间借贷规定第26条": ("renumbered",),
        "《互联网金融逾期债务催收自律公约》第13条": ("not-a-law",),
        "《互联网金融个人消费信贷催收标准》": ("no-such-act",),
    }


def test_the_usual_advice_is_explained(library):
    order, lending, convention, standard = printed(check_text(ADVICE, library, TODAY, None), 400, "zh").split("\n\n")[
        1:5
    ]

    assert "2026-01-01 以前的治安管理处罚法第42条，现在是治安管理处罚法第50条。" in order
    assert "铁路" in order
    assert "2021-01-01 以前的民间借贷规定第26条，现在是民间借贷规定第25条。" in lending
    assert "只管民间借贷，不管银行、消费金融公司、持牌小额贷款公司" in lending
    assert "行业自律文件，不是法律" in convention
    assert "只约束签约" in convention
    assert "没有查到这个文件" in standard
    assert "GB/T 45251-2025" in standard


# Verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("治安管理处罚法第50条", ("fine",)),
        ("治安管理处罚法第九条", ("fine",)),
        ("治安管理处罚法第42条", ("renumbered",)),
        ("治安管理处罚法第77条", ("replaced",)),
        ("治安管理处罚法第88条", ("not-held",)),
        ("民间借贷规定第26条", ("renumbered",)),
        ("合同法第206条", ("ended",)),
        ("银协指引/hours", ("not-a-law",)),
        ("《催收工作指引》第9条", ("not-a-law", "not-held")),
        ("《个人消费信贷催收标准》第3条", ("no-such-act",)),
        ("劳动合同法第39条", ("unknown-law",)),
    ],
)
def test_a_citation_is_judged(laws, text, expected):
    assert list(verdicts(text, laws).values()) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("治安管理处罚法第88条", ("no-such-article",)),
        ("治安管理处罚法第77条", ("replaced",)),
        ("刑法第293条之一", ("fine",)),
        ("刑法第293条之二", ("no-such-article",)),
        ("刑法第165条", ("ended",)),
        ("噪声污染防治法第2条", ("ended",)),
        ("仲裁法第27条", ("fine",)),
        ("劳动合同法第39条", ("unknown-law",)),
    ],
)
def test_the_full_text_knows_more(laws, full_text, text, expected):
    assert list(verdicts(text, laws, full_text=full_text).values()) == [expected]


def test_the_day_decides(laws):
    assert verdicts("治安管理处罚法第42条第1款第5项", laws, OLD_DAY) == {"治安管理处罚法第42条第1款第5项": ("fine",)}
    assert verdicts("治安管理处罚法第50条", laws, OLD_DAY) == {"治安管理处罚法第50条": ("renumbered",)}
    assert verdicts("合同法第206条", laws, date(2020, 1, 1)) == {"合同法第206条": ("not-held",)}
    assert verdicts("民间借贷规定第26条", laws, date(2010, 1, 1)) == {"民间借贷规定第26条": ("not-in-force",)}


def test_the_full_text_says_nothing_of_an_older_day(laws, full_text):
    assert verdicts("治安管理处罚法第88条", laws, OLD_DAY, full_text) == {"治安管理处罚法第88条": ("not-held",)}


@pytest.mark.parametrize("on", [TODAY, OLD_DAY])
def test_a_document_that_does_not_exist_did_not_exist_before_either(laws, on):
    assert verdicts("依据《个人消费信贷催收标准》上门", laws, on) == {"《个人消费信贷催收标准》": ("no-such-act",)}


# Names without a number


def test_the_name_of_what_is_no_law_is_noticed_without_a_number(laws):
    assert verdicts("按照《催收工作指引》，银协指引写得清楚", laws) == {"《催收工作指引》": ("not-a-law",)}


def test_the_name_of_a_law_that_has_ended_is_noticed_without_a_number(laws):
    assert verdicts("《合同法》怎么说", laws) == {"《合同法》": ("ended",)}


def test_the_name_of_a_law_in_force_is_nothing_to_remark(laws):
    with pytest.raises(StatedError, match="no-citation"):
        check_text("《治安管理处罚法》和《借款合同》", laws, TODAY, None)


def test_a_name_beside_a_citation_of_the_same_document_is_not_told_twice(laws):
    found = verdicts("《催收工作指引》很清楚。《催收工作指引》第9条。", laws)

    assert list(found) == ["《催收工作指引》第9条"]


# Reading a text


def test_what_is_cited_often_is_told_once_with_how_often(laws):
    (judged,) = check_text("治安管理处罚法第42条。《治安管理处罚法》第四十二条！治安法42", laws, TODAY, None).judged

    assert (judged.as_written, judged.times) == ("治安管理处罚法第42条", 3)


def test_a_number_in_a_list_is_told_with_its_law(laws):
    assert list(verdicts("《治安管理处罚法》第9条、第50条", laws)) == [
        "《治安管理处罚法》第9条",
        "治安管理处罚法第50条",
    ]


def test_numbers_without_a_law_are_named_and_not_judged(laws):
    checked = check_text("第三条。治安管理处罚法第9条。他说第五条、第六条。", laws, TODAY, None)

    assert len(checked.judged) == 1
    assert checked.without_law == ("第三条", "第五条", "第六条")


def test_the_numbers_of_a_contract_are_no_law(laws):
    checked = check_text("治安管理处罚法第9条。本合同第五条、第六条。", laws, TODAY, None)

    assert len(checked.judged) == 1
    assert (checked.without_law, checked.private) == ((), ("第五条", "第六条"))


@pytest.mark.parametrize(
    "text", ["", "还款办法3", "3 年 24%", "src/public-security/index.html", "违法", "第五条", "2026-01-01", "公约"]
)
def test_what_is_no_citation_is_not_taken_for_one(laws, text):
    with pytest.raises(StatedError, match="no-citation"):
        check_text(text, laws, TODAY, None)


def test_a_citation_broken_over_two_lines_is_read(laws):
    assert list(verdicts("根据《治安管理\n处罚法》\n第42条", laws).values()) == [("renumbered",)]


def test_a_text_as_large_as_may_be_is_read(laws):
    text = "甲" * (LARGEST_FILE // 3 - 40) + "。治安管理处罚法第42条"

    assert pasted_text("-", BytesIO(text.encode())) == text
    assert len(check_text(text, laws, TODAY, None).judged) == 1


@pytest.mark.parametrize(
    ("raw", "kind"), [(b"a" * (LARGEST_FILE + 1), "text-too-large"), (b"\x7fELF\x00\x00", "text-not-text")]
)
def test_what_cannot_be_read_is_refused(tmp_path, raw, kind):
    file = tmp_path / "notice.txt"
    file.write_bytes(raw)

    for name, stdin in ((str(file), BytesIO()), ("-", BytesIO(raw))):
        with pytest.raises(StatedError, match=kind):
            pasted_text(name, stdin)


# The command


def test_a_file_is_checked(cg, tmp_path):
    file = tmp_path / "advice.txt"
    file.write_text("\ufeff" + ADVICE, encoding="utf-8")

    run = cg("laws", "--check", str(file), "--on", "2026-11-23")

    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("引用的法条（按 2026-11-23 有效的条文）：4 处，其中 4 处要注意\n")


def test_standard_input_is_checked(cg):
    run = cg("laws", "--check", "-", stdin="民法典第1032条", lang="en")

    assert (run.status, run.err) == (0, "")
    assert "1. 民法典第1032条: in force, content not checked\n" in run.out


def test_at_a_terminal_it_is_said_how_to_end():
    command = Terminal([sys.executable, "-m", "collector_guard", "laws", "--check", "-"])

    command.see("Ctrl-D")
    command.press("民法典第1032条\r\x04")

    command.see("1. 民法典第1032条：")
    assert command.status() == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "text"), [("nowhere.txt", None), (".", None), ("empty.txt", ""), ("plain.txt", "你好")]
)
def test_without_a_citation_there_is_one_sentence(cg, tmp_path, lang, name, text):
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")

    run = cg("laws", "--check", str(tmp_path / name), lang=lang)

    assert (run.status, run.out) == (1, "")
    assert run.err.count("\n") == 1


def test_a_citation_that_only_the_full_text_has_is_explained_by_it(cg, tmp_path):
    run = cg("laws", "--check", "-", stdin="噪声污染防治法第2条、民法典9999条", full_text=laws_db_in(tmp_path))

    assert "噪声污染防治法第2条（已废止）：本法所称噪声，是指干扰他人隐私的声音。" in run.out
    assert "民法典没有 9999（按第三方副本，2026-08）。" in run.out


def test_json_has_ids_and_everything_that_was_looked_up(cg):
    tree = json.loads(cg("laws", "--check", "-", "--format", "json", stdin=ADVICE).out)

    assert tree["format"] == 1
    assert [one["verdicts"] for one in tree["citations"]] == [["renumbered"]] * 2 + [["not-a-law"], ["no-such-act"]]
    order, _, _, standard = tree["citations"]
    assert {now["id"] for moved in order["looked-up"]["moved"] for now in moved["now"]} >= {"public-security/50.1.5"}
    assert standard["claims"][0]["id"].endswith("/claim")


TEXT = (
    f"{ADVICE}\n治安管理处罚法第50条，治安管理处罚法第77条，治安管理处罚法第88条；刑法第293条之一。"
    "合同法第206条、劳动合同法第39条、噪声污染防治法第2条。本合同第五条。"
)


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("on", [TODAY, OLD_DAY])
def test_a_checked_text_is_shown_as_kept(laws, full_text, columns, on):
    checked = check_text(TEXT, laws, on, full_text)

    assert is_as_kept(f"text-check-{on}-{columns}.txt", printed(checked, columns, "zh"))


def test_a_checked_text_in_english_is_shown_as_kept(laws, full_text):
    assert is_as_kept("text-check-en-80.txt", printed(check_text(TEXT, laws, TODAY, full_text), 80, "en"))
