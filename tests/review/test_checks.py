"""cg check: every mistake at once, each with its code, and nothing where there is none."""

import json
import re
import shutil
from datetime import date

import pytest
from folders import SMALL_FLOWS, TESTS
from problem_kinds import declared_kinds

from collector_guard.files.document import tree_of
from collector_guard.files.entries import Notes
from collector_guard.library.compiled import to_json
from collector_guard.library.load import file_of_rows, folder, load_flow, read_flow
from collector_guard.review import checks
from collector_guard.review.age import growing_old
from collector_guard.review.located import written_at
from collector_guard.review.proof import budget
from collector_guard.review.report import checked
from collector_guard.review.shape import build_rules, shape_problems, texts
from collector_guard.wording.sentences import LANGUAGES, problem_text

MISTAKES = sorted(path.name for path in (TESTS / "review/bad_flows").iterdir())
DAY = "2026-11-23"


@pytest.fixture(params=MISTAKES)
def bad(request, flows):
    """The small flow with the files of a bad one over its own, and everything that is said of it."""
    shutil.copytree(TESTS / "review/bad_flows" / request.param, flows, dirs_exist_ok=True)
    return flows / "visit", (flows / "expected.txt").read_text(encoding="utf-8")


def test_every_mistake_is_told_at_once(cg, bad):
    flow, expected = bad

    run = cg("check", str(flow), "--on", DAY, lang="en")

    assert (run.status, run.out, run.err) == (1, expected, "")


@pytest.mark.parametrize("bad", ["one-language-wrong", "without-sense"], indirect=True)
def test_every_mistake_is_told_in_chinese_too(cg, bad):
    flow, expected = bad

    run = cg("check", str(flow), "--on", DAY)

    place = re.compile(r"^(.+?:\d+ [a-z0-9-]+)[:：]", re.MULTILINE)
    assert place.findall(run.out) == place.findall(expected)
    assert "{" not in run.out


# What has a test of its own: how files are read, what grows old, what exceeds the budget, and journeys.
ELSEWHERE = {
    *("file-is-link", "file-not-text", "file-too-large", "file-unreadable", "too-many-mistakes"),
    *("yaml-directive", "yaml-empty", "yaml-folded", "yaml-key-not-text", "yaml-second-document"),
    *("yaml-tab", "yaml-tag", "yaml-too-deep", "empty-condition", "not-a-list", "not-text", "unknown-provision"),
    *("checked-long-ago", "review-overdue", "version-ends-soon", "not-proved", "not-all-proved"),
    *("journey-answer", "journey-not-asked", "journey-unanswered"),
}


def test_the_corpus_of_bad_flows_has_nearly_every_kind():
    texts = ((TESTS / "review/bad_flows" / name / "expected.txt").read_text(encoding="utf-8") for name in MISTAKES)

    told = {kind for text in texts for kind in re.findall(r":\d+ ([a-z0-9-]+): ", text)}

    assert sorted(declared_kinds().keys() - told - ELSEWHERE) == []


def test_a_check_is_found_by_its_file(flows, monkeypatch, tmp_path):
    (tmp_path / "titles.py").write_text(
        "from collector_guard.files.errors import Kind, Problem\n"
        "SHOUTS = Kind('title-shouts', '步骤 {name} 的标题太响。', 'The title of {name} shouts.')\n"
        "def problems(case):\n"
        "    yield Problem('visit/door.yaml', 1, SHOUTS, (('name', case.flows[0].steps[0].id),))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(tmp_path)])

    report = checked("visit", flows, "en", date.fromisoformat(DAY))

    assert [problem_text(problem, "en") for problem in report.problems] == ["The title of keep-shut shouts."]


def test_a_sound_flow_is_said_to_be_proved(cg):
    run = cg("check", str(SMALL_FLOWS / "visit"), "--on", DAY, lang="en")

    walk, proved = run.out.splitlines()
    assert (run.status, run.err) == (0, "")
    assert walk == "Most questions in a walk: 6 (danger, who, court-checked, arrived, visited-on, paper-on)."
    assert re.fullmatch(r"No problems\. Proofs: \d+, over all of 182 situations\.", proved)


PACE = """
pace:
  at-the-door: {who: [lender, court]}
  advice: 2
  plan: 5
  pause: go-on
  walk: 7
"""
GO_ON = """
  go-on:
    when: {power: court}
    ask: {zh: 还要接着答吗？, en: "Go on?"}
    why: {zh: 现在做的已经全了。, en: "What to do now is complete."}
    choices: {more: {zh: 接着答, en: "Go on"}, enough: {zh: 够了, en: Enough}}
  paper-on:"""


@pytest.fixture
def paced(flows):
    """The small flow with a pace that it keeps."""
    door, main = flows / "visit/door.yaml", flows / "visit/flow.yaml"
    written = door.read_text(encoding="utf-8").replace("\n  paper-on:", GO_ON, 1)
    door.write_text(
        written.replace("kind: date\n    when: {power: court}", "kind: date\n    when: {go-on: more}"), "utf-8"
    )
    main.write_text(main.read_text(encoding="utf-8") + PACE, encoding="utf-8")
    return flows / "visit"


WALK = "danger, who, court-checked, arrived, visited-on, go-on, paper-on"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                f"Most questions in a walk: 7 ({WALK}).",
                "At the door, most questions before the first advice: 2.",
                "At the door, most questions before the pause or the end: 5.",
            ],
        ),
        (
            "zh",
            [
                f"一次最多问 7 个问题：{WALK.replace(', ', '、')}。",
                "有人在门口时，最多问 2 个问题就有第一次建议。",
                "有人在门口时，最多问 5 个问题就停一停，或者问完。",
            ],
        ),
    ],
)
def test_a_flow_that_keeps_its_pace_is_told_how_close_it_is(cg, paced, language, expected):
    run = cg("check", str(paced), "--on", DAY, lang=language)

    assert (run.status, run.err) == (0, "")
    assert run.out.splitlines()[:-1] == expected


def test_the_pace_as_json(cg, paced):
    run = cg("check", str(paced), "--on", DAY, "--format", "json")

    assert json.loads(run.out)["pace"] == {
        "walk": 7,
        "questions": WALK.split(", "),
        "advice": 2,
        "plan": 5,
        "after-danger": None,
    }


def test_a_flow_without_a_pace_has_its_longest_walk_in_json(cg):
    run = cg("check", str(SMALL_FLOWS / "visit"), "--on", DAY, "--format", "json")

    pace = json.loads(run.out)["pace"]
    assert (pace["walk"], len(pace["questions"]), pace["advice"], pace["plan"]) == (6, 6, None, None)


@pytest.mark.parametrize(
    ("slower", "kinds"),
    [
        (("walk: 7", "walk: 6"), ["walk-too-long"]),
        (("advice: 2", "advice: 1"), ["advice-too-late"]),
        (("plan: 5", "plan: 4"), ["pause-too-late"]),
        (("pause: go-on", "pause: who"), ["step-not-settled", "outcome-not-settled", "outcome-not-settled"]),
    ],
)
def test_a_pace_that_allows_one_question_less_is_not_kept(paced, today, slower, kinds):
    main = paced / "flow.yaml"
    main.write_text(main.read_text(encoding="utf-8").replace(*slower), encoding="utf-8")

    report = checked("visit", paced.parent, "en", today)

    assert [problem.kind for problem in report.problems] == kinds


def test_a_flow_with_a_pace_reads_the_same_from_its_compiled_form(paced):
    flows = paced.parent
    written = [load_flow("visit", "zh", flows), load_flow("visit", "en", flows)]

    for flow in written:
        (paced / file_of_rows("flow", flow.language)).write_text(to_json(flow), encoding="utf-8")

    compiled = [load_flow("visit", "zh", flows), load_flow("visit", "en", flows)]
    assert compiled == written
    assert [written_at(flow.pace.pauses[0]) for flow in (written[0], compiled[0])] == ["visit/flow.yaml:16", None]


def test_the_report_as_json(cg, flows):
    shutil.copytree(TESTS / "review/bad_flows/broken-promise", flows, dirs_exist_ok=True)

    run = cg("check", str(flows / "visit"), "--on", DAY, "--format", "json", lang="en")

    report = json.loads(run.out)
    problem = report["problems"][0]
    assert (run.status, report["format"], report["flow"], report["on"]) == (1, 1, "visit", DAY)
    assert (problem["kind"], problem["file"], problem["line"]) == (
        "promise-broken",
        "visit/door.yaml",
        74,
    )
    assert problem["values"]["answers"] == ["danger=none", "who=court", "court-checked=real"]
    assert report["proved"]["proofs"] > 0


def test_what_cannot_be_read_is_not_proved(cg, flows):
    shutil.copytree(TESTS / "review/bad_flows/not-yaml", flows, dirs_exist_ok=True)

    run = cg("check", str(flows / "visit"), "--format", "json")

    report = json.loads(run.out)
    assert (report["proved"], report["pace"]) == (None, None)


def test_a_list_of_conditions_that_holds_none_is_a_mistake(cg, flows):
    door = flows / "visit/door.yaml"
    door.write_text(door.read_text(encoding="utf-8").replace("{any: [{power: none}, {power: claimed}]}", "{any: []}"))

    run = cg("check", str(flows / "visit"), lang="en")

    assert (run.status, run.err) == (1, "")
    assert run.out.splitlines()[0] == "visit/door.yaml:50 empty-condition: The condition is empty."


@pytest.mark.parametrize(
    ("condition", "kinds"),
    [
        ("{from: 1899-12-31}", {"bad-bound"}),
        ("{before: 2200-01-01}", {"bad-bound"}),
        ("{before: 0001-01-01}", {"bad-bound"}),
        ("{from: 2026-02-30}", {"bad-bound"}),
        ("{from: 1900-01-01}", set()),
        ("{before: 2199-12-31}", set()),
        ('{older: "301 years"}', {"bad-span"}),
        ('{newer: "3601 months"}', {"bad-span"}),
        ('{older: "300 years"}', set()),
        ('{newer: "9999 days"}', set()),
    ],
)
def test_bounds_and_spans_are_of_years_that_people_answer(flows, today, condition, kinds):
    door = flows / "visit/door.yaml"
    written = door.read_text(encoding="utf-8")
    door.write_text(written.replace('{older: "3 years"}', condition), encoding="utf-8")

    report = checked("visit", flows, "en", today)

    assert {(problem.kind, problem.line) for problem in report.problems} == {(kind, 64) for kind in kinds}


@pytest.mark.parametrize(("limit", "steps"), [("STEPS_EACH", 0), ("STEPS_IN_ALL", 1_000)])
def test_a_check_beyond_the_budget_fails(flows, today, monkeypatch, limit, steps):
    monkeypatch.setattr(budget, limit, steps)

    report = checked("visit", flows, "en", today)

    assert [problem.kind for problem in report.problems] == ["not-all-proved"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["not-all-proved: The flow 'visit' is too large", "not counted", "Problems: 1."]),
        ("zh", ["not-all-proved：流程 'visit' 太大", "没有算出来", "1 个问题。"]),
    ],
)
def test_a_flow_that_is_too_large_is_told_so_once(cg, flows, monkeypatch, language, told):
    monkeypatch.setattr(budget, "STEPS_EACH", 0)

    run = cg("check", str(flows / "visit"), "--on", DAY, lang=language)

    assert (run.status, run.err) == (1, "")
    assert [part in line for part, line in zip(told, run.out.splitlines(), strict=True)] == [True] * 3


def test_a_flow_is_held_against_the_law_of_the_day(cg):
    run = cg("check", str(SMALL_FLOWS / "visit"), "--on", "2012-12-31", lang="en")

    assert run.status == 1
    assert run.out.splitlines()[0] == (
        "visit/door.yaml:46 cited-not-yet: 'order/50.1' comes into force on 2026-01-01 only, after 2012-12-31."
    )


def test_an_old_number_is_the_law_of_its_day(cg):
    run = cg("check", str(SMALL_FLOWS / "visit"), "--on", "2025-12-31", lang="en")

    assert [line for line in run.out.splitlines() if "order/50.1" in line] == []
    assert "cited-not-yet: 'order/90'" in run.out


def test_what_grows_old_is_listed_and_never_fails(cg, flows):
    order = flows / "laws" / "order.yaml"
    order.write_text(
        order.read_text(encoding="utf-8").replace("from: 2026-01-01", "from: 2026-01-01\n    until: 2027-08-20")
    )

    run = cg("check", str(flows / "visit"), "--age", "--on", "2027-05-24", lang="en")

    assert (run.status, run.err) == (0, "")
    assert run.out.splitlines() == [
        "contacts.yaml:1 checked-long-ago: 'police-110' was last checked on 2026-11-23, over 180 days ago.",
        "laws/order.yaml:6 version-ends-soon: Version '2025' of Order Act ends on 2027-08-20, in 88 days.",
        "laws/order.yaml:11 checked-long-ago: 'order/50.1' was last checked on 2026-11-23, over 180 days ago.",
        "laws/order.yaml:18 checked-long-ago: 'order/90' was last checked on 2026-11-23, over 180 days ago.",
        "laws/order.yaml:28 checked-long-ago: 'order/42.1' was last checked on 2026-11-23, over 180 days ago.",
        "visit/flow.yaml:5 review-overdue: The review of the flow 'visit' was due on 2027-05-23.",
        "To look at again: 6.",
    ]


@pytest.mark.parametrize(("day", "count"), [("2027-05-22", 0), ("2027-05-23", 4), ("2027-05-24", 5)])
def test_age_begins_after_half_a_year_and_after_the_day_of_review(flows, day, count, today):
    written = read_flow("visit", "en", flows)

    found = list(growing_old(written, today.fromisoformat(day)))

    assert len(found) == count


ANSWER = """door:
  name: {zh: 开门, en: "Opening the door"}
  answers:
    open-it:
      asks: {zh: "开吗？", en: "Open it?"}
      says: {zh: 不用, en: "No"}
      cites: [order/50.1]
      checked: 2026-11-23
"""


def test_an_answer_of_a_topic_grows_old_too(cg, flows):
    (flows / "topics.yaml").write_text(ANSWER, encoding="utf-8")

    run = cg("check", str(flows / "visit"), "--age", "--on", "2027-05-24", lang="en")

    assert "topics.yaml:4 checked-long-ago: 'open-it' was last checked on 2026-11-23, over 180 days ago.\n" in run.out


def test_an_answer_of_a_topic_rests_on_what_is_in_force(cg, flows):
    (flows / "topics.yaml").write_text(ANSWER, encoding="utf-8")
    order = flows / "laws" / "order.yaml"
    order.write_text(
        order.read_text(encoding="utf-8").replace("from: 2026-01-01", "from: 2026-01-01\n    until: 2026-02-01")
    )

    run = cg("check", str(flows / "visit"), "--on", DAY, lang="en")

    assert run.status == 1
    assert "topics.yaml:7 cited-law-ended: " in run.err + run.out


def test_a_version_that_has_ended_is_no_news(cg):
    run = cg("check", str(SMALL_FLOWS / "visit"), "--age", "--on", DAY, lang="en")

    assert run.out == "Nothing needs another look.\n"


def test_what_cannot_be_read_has_no_age(cg, flows):
    (flows / "visit" / "flow.yaml").write_text("title: [", encoding="utf-8")

    run = cg("check", str(flows / "visit"), "--age", "--on", DAY, lang="en")

    assert (run.status, run.out) == (0, "Nothing needs another look.\n")


RULES = """
certain:
  words: {zh: [一定会, 保证], en: [open, "!", "will certainly"]}
  allowed: {zh: [不一定会, 保证人], en: ["open door"]}
  in: [steps]
  why: {zh: 说不准, en: "Nobody knows"}
source:
  words: {zh: [有权], en: ["right to"]}
  in: [steps]
  unless: cites
  why: {zh: 要有出处, en: "Name the source"}
"""


def found_in(written, section="steps", source=""):
    tree, _ = tree_of(RULES, "never-write.yaml")
    entry = {"zh": written, "en": "Nothing"} if re.search(r"[^\x00-\x7f]", written) else {"zh": "无", "en": written}
    lines = "".join(f"      {language}: |\n        {text}\n" for language, text in entry.items())
    key = {"steps": "do", "findings": "says", "cards": "title"}[section]
    flow, _ = tree_of(f"{section}:\n  one:\n{source}    {key}:\n{lines}", "visit/door.yaml")
    problems = shape_problems({"visit/door.yaml": flow}, build_rules(tree, Notes("never-write.yaml", "en")))
    return [dict(problem.values)["word"] for problem in problems]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("他们一定会走。", ["一定会"]),
        ("他们不一定会走。", []),
        ("不一定会走，一定会回来。", ["一定会"]),
        ("保证人不用保证。", ["保证"]),
        ("Open it.", ["Open"]),
        ("They opened it.", []),
        ("Stay behind the open door.", []),
        ("Stay away!", ["!"]),
        ("They Will Certainly go.", ["Will Certainly"]),
    ],
)
def test_a_word_that_may_not_be_written_is_found(written, expected):
    assert found_in(written) == expected


@pytest.mark.parametrize(("section", "expected"), [("steps", ["open"]), ("cards", ["open"]), ("findings", [])])
def test_what_is_said_of_steps_holds_for_cards_too(section, expected):
    assert found_in("You open it.", section) == expected


@pytest.mark.parametrize("written", ["你有权拒绝。", "You have a right to refuse."])
def test_what_claims_law_in_a_step_needs_a_source(written):
    sources = [
        "",
        "    cites: [order/50.1]\n",
        "    due: {days: 15}\n",
        "    no-law: custom\n",
        "    calls: [police-110]\n",
    ]

    found = [found_in(written, source=source) for source in sources]

    assert [bool(words) for words in found] == [True, False, False, False, True]
    assert found_in(written, "cards") == found_in(written, "findings") == []


def test_a_word_is_found_across_the_lines_of_chinese_text():
    assert found_in("他们一定\n        会走。") == ["一定会"]


def test_every_text_of_the_shipped_flow_is_looked_at():
    written = read_flow("doorstep", "zh", folder())
    own = {name: tree for name, tree in written.trees.items() if name.startswith(("doorstep/", "contacts"))}

    seen = {(text.section, text.words) for text in texts(own)}

    flow = written.flow
    assert {step.do for step in flow.steps if step.do} <= {words for section, words in seen if section == "steps"}
    assert {finding.says for finding in flow.findings} <= {words for section, words in seen if section == "findings"}
    assert {contact.does for contact in written.contacts} <= {words for _, words in seen}
    assert {choice.label for one in flow.questions for choice in one.choices} <= {words for _, words in seen}
    assert {line for one in flow.outcomes if one.card for line in one.card.lines} <= {words for _, words in seen}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_list_of_words_is_sound(language):
    tree, problems = tree_of((folder() / "never-write.yaml").read_text(encoding="utf-8"), "never-write.yaml")
    notes = Notes("never-write.yaml", language)

    rules = build_rules(tree, notes)

    assert (problems, notes.problems) == ((), [])
    assert len(rules) >= 8


def test_the_shipped_flow_breaks_no_promise_and_cites_the_law_in_force(today):
    report = checked("doorstep", folder(), "zh", today)

    wrong = ("promise-broken", "not-proved", "cited-not-yet", "cited-ended", "cited-law-ended")
    assert [problem for problem in report.problems if problem.kind in wrong] == []
    assert report.proved is not None
