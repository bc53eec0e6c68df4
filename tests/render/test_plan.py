"""A whole plan at once, in every format: nothing is forgotten, nothing is told twice."""

import re
from datetime import date, timedelta

import plans
import pytest
from kept import is_as_kept, painted, printed, unpainted
from turns import question

from collector_guard.flow.card import Card
from collector_guard.flow.draft import Draft, Drafts
from collector_guard.flow.model import NONE, UNKNOWN, Choice, Finding, Outcome, Step
from collector_guard.flow.situation import Answer, Situation
from collector_guard.flow.when import ALWAYS
from collector_guard.law.model import Contact, Provision
from collector_guard.library.load import folder, read_flow
from collector_guard.render.card import card_lines
from collector_guard.render.formats import forms_of, markdown, writer
from collector_guard.render.formats import json as as_json
from collector_guard.render.law.layout import provision_lines
from collector_guard.render.naming import number_words, numbers_words
from collector_guard.render.plan.answers import answers_in_short
from collector_guard.render.plan.outline import marks_used
from collector_guard.render.plan.pages import plan_lines
from collector_guard.render.plan.tree import plan_tree
from collector_guard.render.plan.words import reason_words
from collector_guard.wording.sentences import LANGUAGES, SENTENCES

# What decides or orders is not shown, and a citation is shown as the provision that it was on the day.
NEVER_SHOWN = {
    *("Step.when", "Step.cites", "Step.due", "Step.calls", "Finding.when", "Finding.cites", "Outcome.when"),
    *("Outcome.leads", "Outcome.card", "Outcome.at_once", "Outcome.alone", "Card.calls", "Card.alone", "Card.stop"),
    *("Provision.law", "Provision.version", "Provision.checked", "Provision.was", "Contact.checked"),
    "Provision.words",  # what people type to find it
    "Step.no_law",  # for who reviews a flow: cg book shows it
}
# What only programs need, and what `cg laws` shows a reader.
ONLY_IN_JSON = {
    *("Step.id", "Step.urgency", "Step.acts", "Finding.id", "Finding.certainty", "Outcome.id", "Outcome.severity"),
    *("Card.id", "Card.acts", "Contact.id", "Contact.source", "Contact.does"),
    *("Provision.number", "Provision.gist", "Provision.quote", "Provision.limits", "Provision.topics"),
}
# What can only be one of a few words, and how JSON says the one that is here.
CLOSED = {
    "Step.urgency": '"urgency": "today"',
    "Finding.certainty": '"certainty": "certain"',
    "Outcome.severity": '"severity": "emergency"',
}
NOUNS = (Step, Finding, Outcome, Card, Provision, Contact)
FIELDS = [f"{noun.__name__}.{name}" for noun in NOUNS for name in noun._fields]


def marked(noun, kind: type):
    """The noun with a text of its own in every field that is text or a list of texts."""
    changes = {}
    for name in noun._fields:
        field = f"{kind.__name__}.{name}"
        if field not in NEVER_SHOWN and field not in CLOSED:
            changes[name] = (f"{field}-",) if isinstance(getattr(noun, name), tuple) else f"{field}-"
    return noun._replace(**changes)


@pytest.fixture(scope="module")
def marked_plan():
    """A plan with a card, in which every text says where it is from."""
    plan = plans.danger_plan("en")
    card = marked(plan.card, Card)._replace(calls=(marked(plan.card.calls[0], Contact),))
    planned = plan.urgent("today")[0]
    step = marked(planned.step, Step)._replace(calls=card.calls)
    finding = marked(plan.findings[0].finding, Finding)
    provision = marked(plan.findings[0].provisions[0], Provision)
    draft = Draft(
        id="Step.draft-", title="A letter", does="", when=ALWAYS, addressees=(), large=False, cites=(), blocks=()
    )
    return plan._replace(
        flow=plan.flow._replace(drafts=Drafts((draft,), (), ())),
        outcome=marked(plan.outcome, Outcome)._replace(card=card),
        steps=(planned._replace(step=step),),
        findings=(plan.findings[0]._replace(finding=finding, provisions=(provision,)),),
    )


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (form, field)
        for field in FIELDS
        for form in forms_of("plan")
        if field not in NEVER_SHOWN and (form == "json" or field not in ONLY_IN_JSON)
    ],
)
def test_no_format_forgets_a_field(form, field, marked_plan):
    wanted = CLOSED.get(field, f"{field}-")

    shown = writer("plan", form)(marked_plan, 78)

    assert wanted in (shown if isinstance(shown, str) else printed(shown)).replace("\\", "")


def test_what_is_not_shown_are_fields_that_there_are():
    assert {*NEVER_SHOWN, *ONLY_IN_JSON} <= {*FIELDS}


LAST_DAYS = [
    (
        12,
        "en",
        "You probably have until 2026-12-05 (12 days left). If that day is a holiday, the next working day counts.",
    ),
    (
        1,
        "en",
        "You probably have until 2026-11-24 (1 day left). If that day is a holiday, the next working day counts.",
    ),
    (0, "en", "You probably have until 2026-11-23 (today). If that day is a holiday, the next working day counts."),
    (-1, "en", "Your time probably ran out on 2026-11-22. Ask 12348 today what can still be done."),
    (12, "zh", "期限：大概到 2026-12-05 为止（还有 12 天）。遇法定休假日顺延。"),
    (1, "zh", "期限：大概到 2026-11-24 为止（还有 1 天）。遇法定休假日顺延。"),
    (0, "zh", "期限：大概到 2026-11-23 为止（就是今天）。遇法定休假日顺延。"),
    (-1, "zh", "期限：大概到 2026-11-22 为止，已经过了。今天就问 12348 还有没有办法。"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", [plans.door_plan, plans.danger_plan, plans.alone_plan])
def test_a_plan_as_a_document_is_as_kept(plan, language):
    shown = markdown.plan(plan(language), 78)

    assert is_as_kept(f"{plan.__name__}-{language}.md", shown)


def test_a_plan_as_json_is_as_kept():
    assert is_as_kept("danger.json", as_json.plan(plans.danger_plan("zh"), 78))


def test_markup_and_escape_sequences_in_data_are_text():
    lines = plan_lines(plans.hostile_plan(), 78)

    shown = painted(lines, 78)

    assert "[bold]粗[/bold] [/催收] :100: [31m红[0m反" in unpainted(shown)
    assert not re.search(r"\x1b\[31m红|\x07|\u202e", shown)


def test_an_alone_outcome_shows_its_card_and_nothing_else():
    plan = plans.alone_plan("zh")

    assert plan_lines(plan, 40) == card_lines(plan.card, 40)


def test_a_plan_so_far_says_that_it_is_not_whole():
    plan = plans.door_plan("zh")
    so_far = plan._replace(situation=plan.situation._replace(complete=False))

    assert "还没有问完，这是到目前为止的建议。" in printed(plan_lines(so_far, 80))


def test_nothing_of_a_plan_is_lost_on_a_narrow_screen():
    plan = plans.door_plan("zh")

    shown = re.sub(r"[\s│]", "", printed(plan_lines(plan, 20)))

    for told in plan.steps:
        for text in filter(None, (told.step.title, told.step.do, told.step.say, told.step.avoid)):
            assert text.replace(" ", "") in shown
    for provision in (provision for found in plan.findings for provision in found.provisions):
        assert provision.in_plan.replace(" ", "") in shown
    for provision in plan.provisions:
        assert number_words(provision.number, "zh") in shown


@pytest.mark.parametrize(
    ("numbers", "zh", "en"),
    [
        (("675",), "第675条", "art. 675"),
        (("675", "676"), "第675、676条", "arts. 675, 676"),
        (("50.1.5", "42", "253-1", "57"), "第42、57条、第50条第1款第5项、第253条之一", None),
        (("warning",), "", ""),
    ],
)
def test_whole_articles_of_a_law_stand_side_by_side(numbers, zh, en):
    assert numbers_words(numbers, "zh") == zh
    assert en is None or numbers_words(numbers, "en") == en


def test_what_is_no_law_or_was_not_seen_has_its_marks_beside_the_step():
    plan = plans.door_plan("zh")
    step = plan.steps[0].step._replace(cites=("bank-guideline-2026/hours",))
    resting = plan._replace(findings=(), steps=(plan.steps[0]._replace(step=step),))

    assert marks_used(plan) == "* 未见官方文本。"  # a telephone number
    assert marks_used(resting) == "* 未见官方文本。# 不是法律。"
    assert "依据：催收工作指引*#\n" in printed(plan_lines(resting, 80))


def test_answers_of_a_whole_plan_are_told_in_few_words():
    plan = plans.door_plan("zh")
    none = Choice(NONE, "都没有")
    asked = [
        Answer(question("did", "many", "做过什么？", Choice("a", "骂人、羞辱"), Choice("b", "堵门")), ("a", "b")),
        Answer(question("said", "many", "说过什么？", none), (NONE,)),
        Answer(question("wants", "many", "要什么？", none), (NONE,)),
        Answer(question("sued", "one", "起诉了吗？", Choice("not", "没有")), ("not",)),
        Answer(question("day", "date", "是哪天的事？"), (date(2026, 11, 20),)),
    ]
    (told,) = answers_in_short(plan._replace(situation=plan.situation._replace(answers=tuple(asked))))

    assert told.title == "骂人、羞辱；堵门 · 起诉了吗？没有 · 是哪天的事？2026-11-20 · 2 题都没有"


def test_a_plan_says_one_line_of_a_provision_and_its_page_says_all():
    personal_data = plans.provisions_in("zh")["personal-data"]

    in_plan = printed(plan_lines(plans.door_plan("zh"), 80))
    page = printed(provision_lines(personal_data, 80, "zh"))

    assert personal_data.line in in_plan
    assert personal_data.gist not in in_plan
    assert personal_data.gist in page


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        pytest.param(("firm",), "因为你说：“受委托的催收公司”", id="clear by itself"),
        pytest.param((UNKNOWN,), "因为你说：他们说自己是谁？“不清楚”", id="not sure"),
        pytest.param((NONE,), "因为你说：他们说自己是谁？“以上这些全部都没有”", id="none"),
        pytest.param(("silent",), "因为你说：他们说自己是谁？“不肯说”", id="short"),
    ],
)
def test_a_reason_is_in_the_words_of_the_reader(taken, words):
    question = plans.questions_in("zh")["claims"]
    question = question._replace(choices=(*question.choices, Choice(NONE, "以上这些全部都没有")))

    assert reason_words((Answer(question, taken),), "zh") == words


def test_a_long_text_is_never_shortened():
    question = plans.questions_in("zh")["claims"]._replace(ask="他们说自己是谁" * 20 + "？")
    plan = plans.door_plan("zh")._replace(
        situation=Situation((Answer(question, ("silent",)),), complete=True, today=plans.DAY)
    )

    shown = printed(plan_lines(plan, 40))

    assert question.ask in re.sub(r"\s", "", shown)
    assert "…" not in shown


def due_on(day, language):
    """The plan for the door with every known last day on another one."""
    plan = plans.door_plan(language)
    due = (told.deadline and told.deadline.day and told.deadline._replace(day=day) for told in plan.steps)
    steps = tuple(told._replace(deadline=one or told.deadline) for told, one in zip(plan.steps, due, strict=True))
    return plan._replace(steps=steps)


@pytest.mark.parametrize(("days", "language", "expected"), LAST_DAYS)
def test_a_last_day_is_told_with_the_days_left_or_that_it_has_passed(days, language, expected):
    plan = due_on(plans.DAY + timedelta(days=days), language)
    lines = plan_lines(plan, 40)

    written = re.sub(r"\n *", "" if language == "zh" else " ", printed(line for line in lines if line.role == "due"))

    assert expected.replace(" ", "") in written.replace(" ", "")
    assert expected.replace(" ", "") in re.sub(r"\*\*|\\| ", "", markdown.plan(plan, 78))


def test_a_fixed_last_day_is_moved_by_no_day_off():
    plan = due_on(plans.DAY, "en")
    fixed = tuple(
        told._replace(deadline=told.deadline._replace(due=told.deadline.due._replace(fixed=True)))
        for told in plan.steps
        if told.deadline
    )

    written = printed(plan_lines(plan._replace(steps=fixed), 80))

    assert "You probably have until 2026-11-23 (today)" in written
    assert "holiday" not in written


@pytest.mark.parametrize(("days", "passed"), [(12, False), (0, False), (-1, True)])
def test_whether_a_last_day_has_passed_is_in_json(days, passed):
    tree = plan_tree(due_on(plans.DAY + timedelta(days=days), "en"))

    told = [step["due"]["passed"] for step in tree["steps"] if step["due"] and step["due"]["day"]]
    assert told == [passed]


def test_the_number_to_ask_when_a_day_has_passed_is_a_contact():
    numbers = {contact.number for contact in read_flow("doorstep", "zh", folder()).contacts}

    assert all(numbers & set(re.findall(r"\d{5}", sentence)) for sentence in SENTENCES["due-ask"])


def test_the_command_of_a_draft_stands_with_the_first_step_that_names_it():
    plan = plans.door_plan("zh")
    draft = Draft(id="letter", title="信", does="", when=ALWAYS, addressees=(), large=False, cites=(), blocks=())
    writing = [planned._replace(step=planned.step._replace(draft="letter")) for planned in plan.steps[:2]]
    flow = plan.flow._replace(drafts=Drafts((draft,), (), ()))

    shown = printed(plan_lines(plan._replace(flow=flow, steps=(*writing, *plan.steps[2:])), 40))

    assert shown.count("cg draft letter") == 1
    assert shown.index("cg draft letter") < shown.index("\n2 ")
