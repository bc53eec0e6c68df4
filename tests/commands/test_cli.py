"""The command line as its users meet it: statuses, streams, and one clear sentence for every mistake."""

import errno
import json
from types import SimpleNamespace

import pytest
from journeys import journeys

JOURNEY = journeys()["somebody-who-does-not-want-to-live"]
COMPLETE = (*JOURNEY.options, "--on", JOURNEY.on.isoformat())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_bare_cg_fits_on_a_phone_and_says_whom_to_call_and_what_to_type(cg, lang):
    run = cg(lang=lang, columns=40)

    lines = run.out.splitlines()
    assert (run.status, len(lines)) == (0, 4)
    assert [
        number for number, line in zip(("110", "120", "12356", "cg triage"), lines, strict=True) if number in line
    ] == ["110", "120", "12356", "cg triage"]


@pytest.mark.parametrize(("lang", "first"), [("zh", "━ 现在打 110"), ("en", "━ Call 110 now")])
def test_the_card_is_shown_without_a_question_in_a_few_rows_of_a_phone(cg, lang, first):
    run = cg("triage", "--now", lang=lang, columns=40)

    assert (run.status, run.err) == (0, "")
    assert run.out.splitlines()[0] == first
    assert len(run.out.splitlines()) <= 8


def test_without_a_terminal_the_next_question_goes_to_stderr(cg):
    run = cg("triage", "--answer", "danger=none", lang="en")

    assert (run.status, run.out) == (3, "")
    assert run.err.startswith("Not answered yet\n")
    assert "--answer where=" in run.err
    assert "claims" in run.err


def test_without_a_terminal_what_can_be_said_stands_above_the_next_question(small):
    run = small("--answer", "danger=none", "--answer", "who=lender")

    assert (run.status, run.out) == (3, "")
    assert run.err.startswith("━ Talk through the door\n\n1 Talk through the door\n\nNot answered yet\nWhen did they")


def test_without_a_terminal_the_card_comes_first_where_danger_is_open(cg):
    run = cg("triage", lang="en")

    assert (run.status, run.out) == (3, "")
    assert run.err.startswith("━ Call 110 now\n")
    assert "--answer danger=" in run.err


def test_a_complete_run_leaves_stdout_to_the_plan(cg):
    run = cg("triage", *COMPLETE, "--format", "json", lang="en")

    plan = json.loads(run.out)
    assert (run.status, run.err) == (0, "")
    assert (plan["format"], plan["outcome"]["id"], plan["steps"]) == (2, "self-harm", [])


def test_an_answer_that_was_not_asked_is_named_and_does_not_count(cg):
    run = cg("triage", *COMPLETE, "--answer", "claims=court", lang="en")

    assert run.status == 0
    assert run.err == "These answers were not asked for here and do not count: claims.\n"


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("--answer", "danger=fire"), 1, "No choice of 'danger' is called 'fire'. Known: "),
        (("--answer", "dangr=none"), 1, "No question is called 'dangr'. Did you mean 'danger'?"),
        (("--answer", "zzzzzz=none"), 1, "No question is called 'zzzzzz'. Known: danger"),
        (("--answer", "danger=none", "--answer", "danger=force"), 2, "--answer names 'danger' twice."),
        (("--answer", "danger=none,force"), 1, "'danger': 'none' cannot be chosen together with others."),
        (("--answer", "danger=[/red]"), 1, "No choice of 'danger' is called '[/red]'. Known: "),
        (("--answer", "danger=\x1b[2J"), 1, "The answer to 'danger' has control characters"),
        (("--answer", "danger=\u202enone"), 1, "The answer to 'danger' has control characters"),
        (("--answer", "danger=" + "x" * 10_000), 1, "The answer to 'danger' has control characters"),
        (("--answer", "paper-received=2026-02-30"), 1, "'2026-02-30' is not a date. Write it like 2026-11-23."),
        (("--on", "2026-02-30"), 2, "Write --on as a date, for example 2026-11-23."),
    ],
)
def test_bad_input_gets_one_clear_sentence(cg, arguments, status, sentence):
    run = cg("triage", *arguments, lang="en")

    assert (run.status, run.out) == (status, "")
    assert run.err.startswith(sentence)
    assert run.err.count("\n") == 1
    assert "\x1b" not in run.err
    assert len(run.err) < 600


def test_an_answers_file_answers_and_an_option_goes_first(cg, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text('{"flow": "doorstep", "answers": {"danger": ["none"], "where": "outside"}}', encoding="utf-8")

    run = cg("triage", "--answers", str(file), *COMPLETE, "--format", "json", lang="en")

    assert json.loads(run.out)["outcome"]["id"] == JOURNEY.outcome
    assert run.err == "These answers were not asked for here and do not count: where.\n"


def test_the_version_is_shown(cg):
    assert cg("--version").out == "cg 0.1.0\n"


@pytest.mark.parametrize(("system", "status", "said"), [("nt", 0, ""), ("posix", 1, "The output cannot be written: ")])
def test_on_windows_a_pipe_that_nobody_reads_is_an_invalid_argument(cg, monkeypatch, system, status, said):
    def refuse(*_):
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr("collector_guard.desk.environment.Environment.write", refuse)
    monkeypatch.setattr("collector_guard.start.stop_writing", lambda *_: None)
    monkeypatch.setattr("collector_guard.start.os", SimpleNamespace(name=system))

    run = cg("--version", lang="en")

    assert (run.status, run.out, run.err.startswith(said)) == (status, "", True)
    assert bool(run.err) == bool(said)
