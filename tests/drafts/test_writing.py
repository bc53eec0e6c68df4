"""What stands in the drafts: whole texts, and that nothing is said which was not answered."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept import is_as_kept, printed
from written_drafts import ON, SITUATIONS, VISIT, plan_for, written

from collector_guard.drafts.writer import write, write_form
from collector_guard.drafts.written import Passage
from collector_guard.flow import gate, walk
from collector_guard.render.draft.lines import draft_lines
from collector_guard.render.draft.outline import outline
from collector_guard.wording.sentences import LANGUAGES

DAYS = ("2025-11-10", "2026-03-01", "2026-11-22", "unknown")


@pytest.fixture(scope="session")
def flows(doorstep, doorstep_en):
    return {"zh": doorstep, "en": doorstep_en}


def text_of(draft, columns=80):
    return printed(draft_lines(draft, None, columns))


def said_in(draft):
    """All its paragraphs, whatever the width."""
    return "".join(entry.text for entry in outline(draft) if isinstance(entry, Passage))


def test_every_draft_has_a_situation_here(doorstep):
    assert [draft.id for draft in doorstep.drafts.drafts] == list(SITUATIONS)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SITUATIONS)
def test_a_draft_reads_as_it_was_read(flows, name, lang):
    draft = written(flows[lang], name)

    assert name in [planned.draft.id for planned in plan_for(flows[lang], SITUATIONS[name]).drafts]
    assert is_as_kept(f"draft-{name}-{lang}.txt", text_of(draft))


@pytest.mark.parametrize("name", ["record", "complaint"])
def test_a_blank_form_reads_as_it_was_read(doorstep, name):
    form = write_form(doorstep.drafts.draft(name), doorstep, ON)

    assert is_as_kept(f"draft-{name}-blank-zh.txt", text_of(form, 40))


@pytest.mark.parametrize("name", SITUATIONS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_blank_form_names_no_day_but_today(flows, name, lang):
    form = write_form(flows[lang].drafts.draft(name), flows[lang], ON)

    assert form.is_form
    assert form.pieces
    assert "2026-11-22" not in text_of(form)
    assert "{" not in text_of(form)


def test_a_blank_form_offers_every_choice_to_tick(doorstep):
    form = write_form(doorstep.drafts.draft("record"), doorstep, ON)

    boxes = [piece.text for piece in form.pieces if piece.role == "box"]
    labels = [choice.label for choice in doorstep.question("did").choices if choice.id not in ("none", "unknown")]
    assert [label for label in labels if label not in boxes] == []


def test_desks_among_which_the_pen_chooses_stand_last(doorstep):
    form = [
        entry.role
        for entry in outline(write_form(doorstep.drafts.draft("complaint"), doorstep, ON))
        if isinstance(entry, Passage)
    ]
    filled = [entry.role for entry in outline(written(doorstep, "complaint")) if isinstance(entry, Passage)]

    assert form[-1] == "for"
    assert form.index("heading") < form.index("for")
    assert filled[0] == "for"


@pytest.mark.parametrize(
    ("lender", "desks"),
    [
        ("bank", {"finance-12378"}),
        ("credit-card", {"finance-12378"}),
        ("consumer-finance", {"finance-12378"}),
        ("car-finance", {"finance-12378", "government-12345"}),
        ("small-loan", {"government-12345"}),
        ("p2p", {"government-12345"}),
        ("unlicensed", {"government-12345", "police-110"}),
        ("private", {"police-110"}),
        ("trade", {"police-110"}),
    ],
)
def test_a_complaint_goes_to_the_offices_of_its_kind_of_lender(doorstep, lender, desks):
    draft = written(doorstep, "complaint", VISIT | {"lender": (lender,)})

    assert {call.id for one in draft.recipients for call in one.addressee.calls} == desks


def test_a_private_creditor_is_not_written_to_like_a_firm(doorstep):
    friend = said_in(written(doorstep, "lender-letter", VISIT | {"claims": ("creditor",), "owed-for": ("loan",)}))
    firm = said_in(written(doorstep, "lender-letter"))

    assert ("收条" in friend, "收条" in firm) == (True, False)
    assert ("受托公司" in friend, "受托公司" in firm) == (False, True)
    assert ("个人信息保护法第五十条" in friend, "个人信息保护法第五十条" in firm) == (False, True)


def test_no_complaint_is_offered_against_a_polite_private_creditor(doorstep):
    polite = VISIT | dict.fromkeys(("did", "said", "wants", "spread"), ("none",)) | {"claims": ("creditor",)}
    offered = [planned.draft.id for planned in plan_for(doorstep, polite | {"owed-for": ("loan",)}).drafts]

    assert "complaint" not in offered
    assert "lender-letter" in offered


def test_a_letter_about_a_childs_loan_refuses_to_approve_it(doorstep):
    family = {"danger": ("none",), "where": ("nobody",), "claims": ("collector",), "whose-debt": ("family",)}
    told = family | dict.fromkeys(("lender-checked", "said", "wants", "given", "spread", "papers"), ("unknown",))

    assert "不追认" in said_in(written(doorstep, "not-me", told | {"borrower-is": ("minor",)}))
    assert "不追认" not in said_in(written(doorstep, "not-me", told | {"borrower-is": ("grown",)}))


def test_what_nobody_ticked_is_left_to_the_pen(doorstep):
    draft = written(doorstep, "record", VISIT | {"did": ("unknown",), "said": ("none",)})

    heading = [getattr(piece, "text", "") for piece in draft.pieces].index("他们做了什么")
    assert draft.pieces[heading + 1] == Passage("line", "＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿")


def test_the_day_of_the_visit_is_the_one_that_was_answered(doorstep):
    assert "2026年11月22日" in text_of(written(doorstep, "record"))
    assert "日期：＿＿＿＿年＿＿月＿＿日" in text_of(written(doorstep, "record", VISIT | {"visited-on": ("unknown",)}))


def test_a_plan_before_the_old_debt_is_cleared_carries_its_caution(doorstep):
    told = text_of(written(doorstep, "hardship-plan", VISIT | {"overdue": ("old-silent",)}))
    fresh = text_of(written(doorstep, "hardship-plan", VISIT | {"overdue": ("under-90",)}))

    assert "先停一下" in told
    assert "先停一下" in text_of(written(doorstep, "hardship-plan", {"danger": ("none",)}))  # its age was never asked
    assert "先停一下" not in fresh


def test_the_no_contact_order_is_asked_for_only_where_there_is_one(doorstep):
    now = text_of(written(doorstep, "statement"))
    before = text_of(written(doorstep, "statement", VISIT | {"visited-on": (date(2025, 12, 30),)}))
    once = text_of(written(doorstep, "statement", VISIT | {"did": ("kicked",), "spread": ("told",)}))

    assert "不得接触" in now
    assert "不得接触" not in before
    assert "不得接触" not in once


# Each example is a whole walk with every draft that it offers.
@settings(max_examples=settings().max_examples // 5)
@given(data=st.data())
def test_no_draft_says_what_was_not_ticked(doorstep, today, data):
    def ask(question, *_):
        return gate.accept(question, data.draw(_answers(question)), on=today)

    plan = walk.walk(doorstep, ask, on=today)
    taken = {answer.question.id: answer.taken for answer in plan.situation.answers}

    for planned in plan.drafts:
        said = {entry.text for entry in outline(write(planned.draft, plan)) if isinstance(entry, Passage)}
        for name in ("did", "said", "spread", "given"):
            for choice in doorstep.question(name).choices:
                if choice.id not in (*taken.get(name, ()), "none", "unknown"):
                    assert choice.label not in said, (planned.draft.id, name, choice.id)


def _answers(question):
    if question.kind == "date":
        return st.sampled_from(DAYS).map(lambda one: (one,))
    ids = [choice.id for choice in question.choices]
    if question.kind == "one":
        return st.sampled_from(ids).map(lambda one: (one,))
    others = [one for one in ids if one not in ("none", "unknown")]
    several = st.lists(st.sampled_from(others), min_size=1, max_size=3, unique=True).map(tuple)
    return several | st.sampled_from(["none", "unknown"]).map(lambda one: (one,))
