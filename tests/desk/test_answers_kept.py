"""Answers files: what is kept, what is refused, and what is read of a flow that has changed."""

import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saved import (
    ANOTHER,
    NOTHING,
    OPTIONS,
    REPLIES,
    SMALL_CG,
    a_file,
    a_link,
    a_link_to_itself,
    a_link_to_nothing,
    again,
    everything,
    kept,
    mode,
    program,
    saved_walk,
)
from values import taken

from collector_guard.flow.answers_file import given_answers
from collector_guard.flow.model import as_option
from collector_guard.flow.walk import Walk
from collector_guard.library import load as library

BACK = "back"

# --- what is kept ---


def test_without_save_nothing_is_written(small, tmp_path):
    small(*OPTIONS)
    small(*OPTIONS[:4])

    assert list(tmp_path.iterdir()) == []


def test_answers_are_kept_as_they_are_read(small, file):
    run = small(*OPTIONS, "--save", "answers.json")

    assert (run.status, run.err) == (0, "")
    assert file.read_text("utf-8").startswith('{\n  "format": 1,\n  "flow": "visit",\n  "answers": {\n    "danger": [')
    assert file.read_bytes().endswith(b"}\n")
    assert list(kept(file).items()) == list(REPLIES.items())
    assert small("--answers", "answers.json").out == run.out


def test_answers_that_are_not_asked_for_are_not_kept(small, file):
    run = small("--answer", "danger=despair", "--answer", "who=lender", "--save", "answers.json")

    assert run.status == 0
    assert kept(file) == {"danger": ("despair",)}


@pytest.mark.parametrize("count", range(1, len(REPLIES)))
def test_a_walk_in_two_parts_ends_like_one(small, file, count):
    whole = small(*OPTIONS, "--format", "json")

    first = small(*OPTIONS[: 2 * count], "--save", "answers.json")
    second = small("--answers", "answers.json", "--save", "answers.json", *OPTIONS[2 * count :], "--format", "json")

    assert (first.status, second.status, second.err) == (3, 0, "")
    assert first.err.endswith("cg triage visit --answers answers.json --save answers.json\n")
    assert json.loads(second.out) == json.loads(whole.out)
    assert kept(file) == REPLIES


def test_answers_in_advance_to_later_questions_are_not_lost(small, file):
    run = small("--answer", "danger=none", "--answer", "arrived=21:30", "--save", "answers.json")

    assert run.status == 3
    assert kept(file) == {"danger": ("none",), "arrived": taken("21:30")}


def test_a_file_that_is_looked_at_only_is_not_written(small, file):
    file.write_text('{"answers": {"danger": "none", "arrived": "9:30", "gone": "yes"}, "again": ["gone"]}', "utf-8")
    before = everything(file.parent)

    run = small("--answers", "answers.json", "--save", "answers.json")

    assert run.status == 3
    assert everything(file.parent) == before


@pytest.mark.parametrize("mask", [0, 0o022, 0o277, 0o777], ids=oct)
def test_nobody_else_may_read_the_file(small, file, mask):
    before = os.umask(mask)
    try:
        small(*OPTIONS, "--save", "answers.json")
    finally:
        os.umask(before)

    assert oct(mode(file)) == "0o600"


def test_force_overwrites_and_closes_the_file_to_others(small, file):
    file.write_text("the diary of a borrower", "utf-8")
    file.chmod(0o644)

    run = small(*OPTIONS, "--save", "answers.json", "--force")

    assert run.status == 0
    assert kept(file) == REPLIES
    assert oct(mode(file)) == "0o600"


def test_force_leaves_a_file_alone_until_there_is_an_answer(small, file):
    file.write_text("the diary of a borrower", "utf-8")

    run = small("--save", "answers.json", "--force")

    assert run.status == 3
    assert file.read_text("utf-8") == "the diary of a borrower"


@settings(max_examples=40)
@given(data=st.data())
def test_after_every_turn_the_file_holds_what_was_said_and_can_still_count(small_flow, today, tmp_path_factory, data):
    file = tmp_path_factory.mktemp("saving") / "answers.json"
    walk, autosave = saved_walk(small_flow, today, file)

    while question := walk.question:
        reply = data.draw(st.sampled_from([*replies_to(question), BACK]))
        walk.back() if reply == BACK else walk.answer(reply)
        autosave.write(walk)

        counted = {answer.question.id: answer.taken for answer in walk.situation.answers}
        found = given_answers(small_flow, file, (), today) if file.exists() else NOTHING
        assert (found.taken, found.said) == (counted, walk.withdrawn)
        resumed = Walk(small_flow, on=today, given=found.taken, said=found.said)
        assert (resumed.question, resumed.suggestion) == (walk.question, walk.withdrawn.get(question_id(walk)))

    assert list(file.parent.iterdir()) == [file]


def replies_to(question):
    typed = {"time": taken("21:30"), "date": taken("2026-11-20")}.get(question.kind, [])
    return [(choice.id,) for choice in question.choices] + [(one,) for one in typed]


def question_id(walk):
    return walk.question.id if walk.question else ""


def test_going_back_over_answers_given_in_advance_loses_none(small_flow, today, file):
    file.write_text(
        '{"answers": {"danger": "none", "who": "court", "court-checked": "real", "arrived": "9:30"}}', "utf-8"
    )
    walk, autosave = saved_walk(small_flow, today, file, given_answers(small_flow, file, (), today), answers=str(file))

    walk.back()
    walk.back()
    autosave.write(walk)

    assert list(kept(file)) == ["danger", "who", "court-checked", "arrived"]
    assert again(file) == ["court-checked", "arrived"]
    assert given_answers(small_flow, file, (), today).taken == {"danger": ("none",), "who": ("court",)}


def test_an_answer_in_advance_is_kept_when_another_before_it_is_taken_back(small_flow, today, file):
    file.write_text('{"answers": {"danger": "none", "arrived": "9:30"}}', "utf-8")
    walk, autosave = saved_walk(small_flow, today, file, given_answers(small_flow, file, (), today), answers=str(file))

    walk.answer(("lender",))
    walk.back()
    autosave.write(walk)

    assert (list(kept(file)), again(file)) == (["danger", "who", "arrived"], ["who"])


# --- what is refused before the first question ---


def a_folder(folder):
    (folder / "x").mkdir()


def a_pipe(folder):
    os.mkfifo(folder / "x")


def nothing(_folder):
    pass


LINK = "'x' is a link and may lead anywhere, so nothing is saved to it. Name the file itself.\n"
NO_FILE = "'x' is not an ordinary file, so answers cannot be saved there. Name another file.\n"
EXISTS = "'x' already exists and was not changed. To continue it, name it after --answers too. To overwrite it, add --force.\n"


@pytest.mark.skipif(os.name == "nt", reason="the kinds of file are those of Unix")
@pytest.mark.parametrize(
    ("there", "arguments", "status", "sentence"),
    [
        (a_file, ("--save", "x"), 1, EXISTS),
        (a_file, ("--save", "./x"), 1, EXISTS),
        (a_link, ("--save", "x"), 1, LINK),
        (a_link, ("--save", "x", "--force"), 1, LINK),
        (a_link_to_nothing, ("--save", "x"), 1, LINK),
        (a_link_to_nothing, ("--save", "x", "--force"), 1, LINK),
        (a_link_to_itself, ("--save", "x", "--force"), 1, LINK),
        (a_folder, ("--save", "x"), 1, NO_FILE),
        (a_folder, ("--save", "x", "--force"), 1, NO_FILE),
        (a_folder, ("--save", "x/"), 1, NO_FILE),
        (a_pipe, ("--save", "x"), 1, NO_FILE),
        (a_pipe, ("--save", "x", "--force"), 1, NO_FILE),
        (nothing, ("--save", "/dev/null", "--force"), 1, NO_FILE.replace("x", "null")),
        (nothing, ("--save", "."), 1, NO_FILE.replace("x", ".")),
        (nothing, ("--save", "gone/x"), 1, "Answers cannot be saved to 'x': there is no such folder" + ANOTHER),
        (a_file, ("--save", "x/y"), 1, "Answers cannot be saved to 'y': there is no such folder" + ANOTHER),
        (
            nothing,
            ("--save", "x" * 300),
            1,
            f"Answers cannot be saved to '{'x' * 40}…': the name is too long" + ANOTHER,
        ),
        (
            nothing,
            ("--save", "x" * 250),
            1,
            f"Answers cannot be saved to '{'x' * 40}…': the name is too long" + ANOTHER,
        ),
        (nothing, ("--save", "x\0"), 1, "Answers cannot be saved to 'x': that file name is not allowed" + ANOTHER),
        (nothing, ("--save", ""), 2, "--save needs a value. See cg triage --help\n"),
        (nothing, ("--force",), 2, "--force needs --save.\n"),
        (nothing, ("--save",), 2, "--save needs a value. See cg triage --help\n"),
    ],
)
def test_what_cannot_be_saved_to_is_refused_and_left_alone(small, tmp_path, there, arguments, status, sentence):
    there(tmp_path)
    before = everything(tmp_path)

    run = small(*OPTIONS, *arguments)

    assert (run.status, run.out, run.err) == (status, "", sentence)
    assert everything(tmp_path) == before


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_answers_file_is_not_overwritten_by_another_walk(small, tmp_path, lang):
    for name in ("one", "two"):
        (tmp_path / name).write_text('{"answers": {"danger": "none"}}', "utf-8")
    before = everything(tmp_path)

    run = small("--answers", "one", "--save", "two", lang=lang)

    assert (run.status, run.out) == (1, "")
    assert run.err.count("\n") == 1
    assert everything(tmp_path) == before


@pytest.mark.parametrize("save", ["answers.json", "./answers.json", "../{folder}/answers.json", "{path}/answers.json"])
def test_the_file_that_answers_come_from_is_continued_by_whatever_name(small, file, save):
    file.write_text('{"answers": {"danger": "none"}}', "utf-8")
    save = save.format(folder=file.parent.name, path=file.parent)

    run = small("--answers", "answers.json", "--save", save, "--answer", "who=lender")

    assert run.status == 3
    assert kept(file) == {"danger": ("none",), "who": ("lender",)}


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, None), (0o555, 0o666), (0o777, 0o444), (0o777, 0o200)])
def test_what_may_not_be_written_is_refused(tmp_path, without_privileges, folder_mode, file_mode):
    if file_mode is not None:
        (tmp_path / "x").write_text("the diary of a borrower", "utf-8")
        (tmp_path / "x").chmod(file_mode)
    tmp_path.chmod(folder_mode)

    run = program([*without_privileges, *SMALL_CG, *OPTIONS, "--save", "x", "--force"], tmp_path)

    tmp_path.chmod(0o755)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == "Answers cannot be saved to 'x': you are not allowed to write there" + ANOTHER
    if file_mode is None:
        assert list(tmp_path.iterdir()) == []
    else:
        (tmp_path / "x").chmod(0o600)
        assert (tmp_path / "x").read_text("utf-8") == "the diary of a borrower"


# --- what is read ---

DAMAGED = [
    (b"", "is not valid JSON."),
    (b"{", "is not valid JSON."),
    (b'{"format": 1, "flow": "visit", "answers": {"danger": ["no', "is not valid JSON."),
    (b"[" * 100_000, "is not valid JSON."),
    (b'{"answers": {"danger": "none", "danger": "force"}}', "is not valid JSON."),
    (b'{"answers": {}, "answers": {}}', "is not valid JSON."),
    (b"\xff\xfe\x00", "is not UTF-8 text."),
    (b" " * (2 * 1024 * 1024), "is larger than 1 MiB."),
    (b"[]", 'needs "answers": the choices for each question.'),
    (b'{"danger": "none"}', 'needs "answers": the choices for each question.'),
    (b'{"answers": [], "flow": "visit"}', 'needs "answers": the choices for each question.'),
    (b'{"answers": {}, "more": 1}', 'needs "answers": the choices for each question.'),
    (b'{"answers": {}, "format": 2}', "was written by another version."),
    (b'{"answers": {}, "flow": "workplace"}', "belongs to the flow 'workplace'."),
    (b'{"answers": {"danger": 3}}', "the answer to 'danger' must be text or a list of texts."),
    (b'{"answers": {"danger": "\\u202enone"}}', "The answer to 'danger' has control characters"),
    (b'{"answers": {"danger": "\\ud800"}}', "The answer to 'danger' has control characters"),
]


@pytest.mark.parametrize("save", [(), ("--save", "answers.json"), ("--save", "answers.json", "--force")])
@pytest.mark.parametrize(("content", "sentence"), DAMAGED)
def test_a_damaged_file_is_refused_and_left_alone(small, file, content, sentence, save):
    file.write_bytes(content)

    run = small("--answers", "answers.json", *save)

    assert (run.status, run.out) == (1, "")
    assert sentence in run.err
    assert run.err.count("\n") == 1
    assert file.read_bytes() == content
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    ("answers", "sentences"),
    [
        ({"gone": "yes"}, ["There is no longer a question 'gone'. Its answer in the file does not count."]),
        (
            {"d\x1b[2Jx": "yes"},
            ["There is no longer a question 'd[2Jx'. Its answer in the file does not count."],
        ),
        ({"danger": "fire"}, ["“Is there danger now?” The file's answer 'fire' no longer fits"]),
        (
            {"danger": ["force", "fire"]},
            ["“Is there danger now?” The file's answer 'There is force / fire' no longer fits"],
        ),
        (
            {"danger": ["none", "force"]},
            ["“Is there danger now?” The file's answer 'None / There is force' no longer fits"],
        ),
        ({"danger": []}, ["“Is there danger now?” The file's answer '' no longer fits"]),
        (
            {"who": ["lender", "court"]},
            ["“Who do they say they are?” The file's answer 'The lender / A court' no longer fits"],
        ),
        ({"arrived": "evening"}, ["“When did they come?” The file's answer 'evening' no longer fits"]),
        ({"visited-on": "21:30"}, ["“On which day?” The file's answer '21:30' no longer fits"]),
        (
            {"gone": "yes", "who": "bank"},
            ["There is no longer a question 'gone'", "“Who do they say they are?” The file's"],
        ),
    ],
)
def test_what_no_longer_fits_is_named_and_asked_again(small, file, answers, sentences):
    file.write_text(json.dumps({"format": 1, "flow": "visit", "answers": answers}), "utf-8")

    run = small("--answers", "answers.json")

    told = run.err.split("━ Call 110 now")[0].splitlines()
    assert (run.status, run.out, len(told)) == (3, "", len(sentences))
    assert all(line.startswith(sentence) for line, sentence in zip(told, sentences, strict=True))
    assert "Is there danger now?" in run.err.split("Not answered yet")[1]


def test_a_choice_that_is_gone_from_the_flow_is_asked_again_and_the_rest_is_kept(small, file, flows, monkeypatch):
    replies = REPLIES | {"who": ("lender",)}
    small(*(f"--answer={as_option(name, reply)}" for name, reply in replies.items()), "--save", "answers.json")
    door = flows / "visit" / "door.yaml"
    door.write_text(door.read_text("utf-8").replace("lender: {", "bank: {"), "utf-8")
    monkeypatch.setattr(library, "folder", lambda: flows)
    before = file.read_bytes()

    stopped = small("--answers", "answers.json", "--save", "answers.json")
    left_alone = file.read_bytes() == before
    resumed = small("--answers", "answers.json", "--save", "answers.json", "--answer", "who=bank")

    assert (stopped.status, stopped.out, left_alone) == (3, "", True)
    assert stopped.err.startswith("“Who do they say they are?” The file's answer 'lender' no longer fits")
    assert (resumed.status, resumed.err) == (0, "")
    assert list(kept(file)) == ["danger", "who", "arrived", "visited-on"]


def test_an_option_takes_the_place_of_an_answer_that_no_longer_fits(small, file):
    file.write_text('{"answers": {"danger": "fire"}}', "utf-8")

    run = small("--answers", "answers.json", "--answer", "danger=despair")

    assert (run.status, run.err) == (0, "")


def test_of_a_hundred_thousand_answers_that_do_not_fit_a_few_are_named(small, file):
    file.write_text(json.dumps({"answers": dict.fromkeys(map(str, range(70_000)), "x")}), "utf-8")

    run = small("--answers", "answers.json")

    assert run.status == 3
    assert len(run.err.splitlines()) < 60
    assert "69980 more answers do not fit.\n" in run.err
