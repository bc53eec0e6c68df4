"""Saving on a walk: what goes wrong on the way, and that the file is whole whenever the program stops."""

import os
import shutil
import signal
import subprocess
import sys

import pytest
from saved import (
    ANOTHER,
    HERE,
    OPTIONS,
    REPLIES,
    SMALL_CG,
    a_file,
    a_link,
    a_link_to_nothing,
    answered,
    environment,
    everything,
    first_replies,
    kept,
    mode,
    program,
    saved_walk,
    told,
)
from values import taken

from collector_guard.desk import autosave as autosaving
from collector_guard.files.errors import Left
from collector_guard.files.whole_file import part_of, write_whole
from collector_guard.flow.answers_file import given_answers
from collector_guard.flow.walk import replay

STOPPED_AT = [sys.executable, str(HERE / "stopped_at.py")]
INTERRUPTED_AT = [sys.executable, str(HERE / "interrupted_at.py")]
LOOP = [str(HERE / "saving_loop.py")]
# At so many touches of the file a program is stopped in turn.
TOUCHES = 200 if os.environ.get("CG_LONG_TESTS") == "1" else 24

# --- what goes wrong on the way ---


def gone(file):
    shutil.rmtree(file.parent)


def another_file(file):
    file.write_text("the diary of a borrower", "utf-8")


def another_link(file):
    file.unlink()
    (file.parent / "elsewhere").write_text("the diary of a borrower", "utf-8")
    file.symlink_to("elsewhere")


def another_folder(file):
    file.unlink()
    file.mkdir()


CHANGED = "another program changed the file, so it was not touched"


@pytest.mark.parametrize(
    ("happens", "reason"),
    [(gone, "there is no such folder"), (another_file, CHANGED), (another_link, CHANGED), (another_folder, CHANGED)],
)
def test_when_saving_fails_it_is_said_once_and_the_walk_goes_on(small_flow, today, file, happens, reason):
    walk, autosave = saved_walk(small_flow, today, file)
    after = {}

    def before(question):
        if question == "court-checked":
            happens(file)
            after["happening"] = everything(file.parent)

    answered(walk, autosave, len(REPLIES), before)
    status = autosave.status()

    assert walk.situation.complete
    assert status == 1
    assert told(autosave) == [
        f"The last answers are not saved to 'answers.json': {reason}. You can go on: each answer tries again.",
        f"The advice above is complete, but the last answers are not saved to 'answers.json': {reason}.",
    ]
    assert everything(file.parent) == after["happening"]


def test_when_saving_works_again_everything_is_saved(small_flow, today, file):
    walk, autosave = saved_walk(small_flow, today, file)

    def before(question):
        if question == "court-checked":
            file.parent.rename(file.parent.with_name("aside"))
        if question == "visited-on":
            file.parent.with_name("aside").rename(file.parent)

    answered(walk, autosave, len(REPLIES), before)

    assert autosave.status() == 0
    assert kept(file) == REPLIES
    assert told(autosave)[1:] == ["The answers are saved again."]


def test_a_file_that_is_removed_on_the_way_is_written_again(small_flow, today, file):
    walk, autosave = saved_walk(small_flow, today, file)

    answered(walk, autosave, len(REPLIES), lambda _: file.unlink(missing_ok=True))

    assert (kept(file), told(autosave)) == (REPLIES, [])


def test_who_leaves_is_told_how_many_answers_the_file_lacks_and_why(small_flow, today, file):
    walk, autosave = saved_walk(small_flow, today, file)

    answered(walk, autosave, 4, lambda question: another_file(file) if question == "court-checked" else None)
    left = autosave.left(Left(), walk)

    assert (left.saved, left.lacking, left.reason) == (True, 2, CHANGED)


def test_an_answer_that_was_changed_is_lacking_while_the_file_has_the_one_before(small_flow, today, file):
    walk, autosave = saved_walk(small_flow, today, file)
    answered(walk, autosave, 2)
    another_file(file)

    walk.back()
    walk.answer(("lender",))
    left = autosave.left(Left(), walk)

    assert (left.lacking, left.reason) == (1, CHANGED)


def test_when_the_last_answer_is_not_saved_nobody_is_told_to_go_on(small_flow, today, file):
    walk, autosave = saved_walk(small_flow, today, file)

    answered(walk, autosave, len(REPLIES), lambda question: another_file(file) if question == "paper-on" else None)

    assert (walk.question, told(autosave)) == (None, [])
    assert autosave.status() == 1


def test_what_was_written_when_an_interruption_came_is_known_as_ours(small_flow, today, file, monkeypatch):
    walk, autosave = saved_walk(small_flow, today, file)

    def written_and_interrupted(*arguments):
        write_whole(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(autosaving, "write_whole", written_and_interrupted)
    walk.answer(REPLIES["danger"])
    with pytest.raises(KeyboardInterrupt):
        autosave.write(walk)
    monkeypatch.undo()
    walk.answer(REPLIES["who"])

    assert autosave.left(Left(), walk).reason == ""
    assert kept(file) == first_replies(2)


def test_two_walks_on_one_file_are_noticed(small_flow, today, file):
    first, second = saved_walk(small_flow, today, file), saved_walk(small_flow, today, file)

    answered(*first, 2)
    answered(*second, 3)
    left = second[1].left(Left(), second[0])

    assert kept(file) == first_replies(2)
    assert told(second[1]) == [
        f"The last answers are not saved to 'answers.json': {CHANGED}. You can go on: each answer tries again."
    ]
    assert (left.saved, left.going_on, left.lacking) == (False, "", 3)


@pytest.mark.parametrize("standing", [a_file, a_link, a_link_to_nothing])
def test_what_stands_where_the_file_is_prepared_is_not_written_to(tmp_path, standing):
    standing(tmp_path)
    before = everything(tmp_path)

    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "answers.json", b"{}\n", tmp_path / "x")

    assert everything(tmp_path) == before


def test_what_a_killed_program_left_is_cleared_away_and_nothing_else(small, file):
    (file.parent / "elsewhere").write_text("the diary of a borrower", "utf-8")
    part_of(file).write_text('{"format": 1, "flow": "vi', "utf-8")
    part_of(file).symlink_to("elsewhere")
    others = [
        part_of(file.with_name("other.json")),
        file.with_name(".answers.json.cg-part"),
        file.with_name("x.cg-part"),
        file.with_name(f"{part_of(file).name}.txt"),
    ]
    for one in others:
        one.write_text("not ours", "utf-8")

    small(*OPTIONS, "--save", "answers.json")

    assert set(file.parent.iterdir()) == {file, file.parent / "elsewhere", *others}
    assert (file.parent / "elsewhere").read_text("utf-8") == "the diary of a borrower"


def test_where_the_system_has_no_modes_and_links_answers_are_saved_all_the_same(tmp_path):
    poor = "import os, runpy, sys\nfor name in ('O_NOFOLLOW', 'O_NONBLOCK', 'fchmod'):\n    vars(os).pop(name, None)\n"
    code = poor + "sys.argv = sys.argv[1:]\nrunpy.run_path(sys.argv[0], run_name='__main__')\n"

    run = program([sys.executable, "-c", code, *SMALL_CG[1:], *OPTIONS, "--save", "x"], tmp_path)

    assert (run.returncode, run.stderr) == (0, "")
    assert kept(tmp_path / "x") == REPLIES


# No file may be larger than this, as on a disk that is nearly full.
SMALL_DISK = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.argv = sys.argv[2:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.mark.skipif(os.name == "nt", reason="the limits are those of Unix")
def test_a_disk_without_room_is_told_before_the_first_question(tmp_path):
    run = program([sys.executable, "-c", SMALL_DISK, "100", *SMALL_CG[1:], *OPTIONS, "--save", "x"], tmp_path)

    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == "Answers cannot be saved to 'x': the disk is full" + ANOTHER
    assert list(tmp_path.iterdir()) == []


# --- whenever it is stopped ---


def checked(file, flow, today):
    """What a stopped program left is nothing or whole, private, and the answers of one walk."""
    if not file.exists():
        return 0
    found = given_answers(flow, file, (), today)
    situation = replay(flow, found.taken, on=today)
    assert oct(mode(file)) == "0o600"
    assert found.unfit == ()
    assert [one.question.id for one in situation.answers] == list(found.taken)
    return len(found.in_file.answers)


def stopped(command, file, signal_number, touch):
    """Start a program that saves, stop it right before it touches the file so often, and return how it ended."""
    stopping = [*STOPPED_AT, str(touch), str(int(signal_number)), file.name]
    pipes = {"stdin": subprocess.DEVNULL, "capture_output": True, "timeout": 60}
    return subprocess.run([*stopping, *command], cwd=file.parent, env=environment(), check=False, **pipes).returncode


@pytest.mark.skipif(os.name == "nt", reason="the signals are those of Unix")
def test_killed_at_any_touch_it_leaves_the_old_answers_or_the_new(small_flow, today, file, small):
    counts = set()

    for touch in range(1, TOUCHES):
        command = (
            [*LOOP, "answers.json"] if touch % 2 else [*SMALL_CG[1:], *OPTIONS, "--save", "answers.json", "--force"]
        )
        stopped(command, file, signal.SIGKILL, touch)
        counts.add(checked(file, small_flow, today))
        assert len(list(file.parent.iterdir())) <= 2

    assert len(counts) > 2
    assert small(*OPTIONS, "--save", "answers.json", "--force").status == 0
    assert (list(file.parent.iterdir()), kept(file)) == ([file], REPLIES)


@pytest.mark.skipif(os.name == "nt", reason="the signals are those of Unix")
def test_interrupted_at_any_touch_it_leaves_the_file_alone_in_its_folder(small_flow, today, file):
    for touch in range(1, TOUCHES // 2):
        stopped([*LOOP, "answers.json"], file, signal.SIGINT, touch)

        assert checked(file, small_flow, today) >= 0
        assert set(file.parent.iterdir()) <= {file}


@pytest.mark.skipif(os.name == "nt", reason="it forks")
@pytest.mark.parametrize(
    ("way", "statuses", "says"), [("q", {130}, "已离开"), ("error", {2, 130}, ""), ("done", {0, 130}, "")]
)
def test_ctrl_c_at_any_line_from_leaving_on_ends_in_order(way, statuses, says):
    run = subprocess.run([*INTERRUPTED_AT, way], env=environment(), check=True, capture_output=True, text=True)

    ended = [(int(status), said) for status, said in (line.split(" ", 1) for line in run.stdout.splitlines())]
    assert "not met" in ended[-1][1]
    assert {status for status, _ in ended} == statuses
    assert [said for _, said in ended if "Traceback" in said or says not in said] == []


def test_an_interruption_before_the_first_question_takes_nothing_from_the_file(small_flow, today, file):
    file.write_text('{"answers": {"danger": "none", "who": "court"}}', "utf-8")
    before = file.read_bytes()

    walk, autosave = saved_walk(small_flow, today, file, given_answers(small_flow, file, (), today), answers=str(file))
    left = autosave.left(Left(), walk)

    assert left.going_on == f"cg triage visit --answers {file} --save {file}"
    assert file.read_bytes() == before


def test_who_leaves_before_anything_is_kept_is_told_of_no_file(small_flow, today, file):
    walk, autosave = saved_walk(small_flow, today, file)

    left = autosave.left(Left(wipe=True), walk)

    assert (left.saved, left.going_on) == (False, "")
    assert not file.exists()


@pytest.mark.parametrize("name", ["我的 answers;x.json", "-", "--", "-x.json"])
def test_the_command_that_goes_on_can_be_pasted(small_flow, today, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    walk, autosave = saved_walk(small_flow, today, name)
    answered(walk, autosave, 1)

    words = subprocess.check_output(["/bin/sh", "-c", "printf '%s\\n' " + autosave.command(walk)])

    named = f"./{name}" if name.startswith("-") else name
    assert words.decode().splitlines() == ["cg", "triage", "visit", "--answers", named, "--save", named]


def test_a_name_that_no_prompt_can_take_is_not_told(small_flow, today, tmp_path):
    walk, autosave = saved_walk(small_flow, today, tmp_path / "two\nlines")
    answered(walk, autosave, 1)

    left = autosave.left(Left(), walk)

    assert (left.saved, left.going_on) == (True, "")


def test_a_situation_without_answers_is_kept_only_over_one_with_answers(small_flow, today, file):
    walk, autosave = saved_walk(small_flow, today, file)
    autosave.write(walk)
    before = file.exists()

    answered(walk, autosave, 1)
    walk.back()
    autosave.write(walk)

    assert (before, kept(file)) == (False, first_replies(1))


# --- at a terminal ---


@pytest.fixture
def begun(started, tmp_path):
    """Start `cg triage` on the small flow in a terminal, in an empty folder."""
    where = ["/bin/sh", "-c", 'cd "$0" && exec "$@"', str(tmp_path)]
    size = {"columns": 130, "rows": 60, "PYTHONPATH": environment()["PYTHONPATH"]}
    return lambda *arguments, command=SMALL_CG: started([*where, *command, "--plain", *arguments], **size)


SAVE = ("--save", "answers.json")
GOES_ON = "You left. To continue from the saved answers: cg triage visit --answers answers.json --save answers.json"
FIRST, SECOND, THIRD, FOURTH = "Is there danger now?", "Who do they say", "When did they come?", "On which day?"
# The keys below the last page.
AT_END = ": detail"


def answer(terminal, *asked_and_typed):
    for asked, typed in asked_and_typed:
        terminal.asks(asked)
        terminal.press(f"{typed}\r")


def text(terminal):
    """What is on screen, in one line."""
    return " ".join(terminal.lines)


@pytest.mark.parametrize("key", ["q\r", "\x03", "\x04"], ids=["q", "Ctrl-C", "Ctrl-D"])
def test_who_leaves_goes_on_where_they_were(begun, file, key):
    first = begun(*SAVE)
    answer(first, (FIRST, "3"), (SECOND, "1"))
    first.asks(THIRD)
    first.press(key)
    status = first.status()
    left_behind = kept(file)

    second = begun("--answers", "answers.json", *SAVE)
    answer(second, (THIRD, "21:30"), (FOURTH, "0"), (AT_END, "q"))

    assert (status, left_behind) == (130, {"danger": ("none",), "who": ("lender",)})
    assert GOES_ON in text(first)
    assert second.status() == 0
    assert FIRST not in text(second)
    assert kept(file) == left_behind | {"arrived": taken("21:30"), "visited-on": ("unknown",)}
    assert list(file.parent.iterdir()) == [file]


def test_who_clears_the_screen_is_told_no_name_of_a_file(begun, file):
    terminal = begun(*SAVE)
    answer(terminal, (FIRST, "3"), (SECOND, "qq"))

    assert terminal.status() == 130
    assert "To continue, give the saved file after" in text(terminal)
    assert "answers.json" not in text(terminal)
    assert kept(file) == {"danger": ("none",)}


@pytest.mark.parametrize("arguments", [(), SAVE])
def test_who_leaves_at_the_first_question_leaves_no_file(begun, file, arguments):
    terminal = begun(*arguments)
    answer(terminal, (FIRST, "q"))

    assert terminal.status() == 130
    assert terminal.lines[-1] == "You left. Nothing was saved."
    assert list(file.parent.iterdir()) == []


def test_who_leaves_is_offered_once_to_keep_the_answers(begun, file):
    terminal = begun()
    answer(terminal, (FIRST, "3"), (SECOND, "q"), ("Type a file name", "answers.json"))

    assert terminal.status() == 130
    assert GOES_ON in text(terminal)
    assert kept(file) == {"danger": ("none",)}


def test_at_the_end_answers_are_kept_in_a_file_that_is_not_there_yet(begun, file):
    (file.parent / "x").write_text("the diary of a borrower", "utf-8")
    terminal = begun()
    answer(terminal, (FIRST, "3"), (SECOND, "1"), (THIRD, "0"), (FOURTH, "0"), (AT_END, "s"))
    answer(terminal, ("File name", "x"), ("'x' already exists", "answers.json"), (AT_END, "q"))

    assert terminal.status() == 0
    assert (file.parent / "x").read_text("utf-8") == "the diary of a borrower"
    assert list(kept(file)) == ["danger", "who", "arrived", "visited-on"]
    assert oct(mode(file)) == "0o600"


def test_a_disk_that_fills_up_on_the_way_takes_no_advice_from_the_reader(begun, file):
    terminal = begun(*SAVE, command=[sys.executable, "-c", SMALL_DISK, "100", *SMALL_CG[1:]])
    answer(terminal, (FIRST, "3"), (SECOND, "1"), (THIRD, "0"), (FOURTH, "0"), (AT_END, "q"))

    assert terminal.status() == 1
    assert text(terminal).count("are not saved to 'answers.json': the disk is full") == 2
    assert "1 Talk through the door" in text(terminal)
    assert kept(file) == {"danger": ("none",)}
    assert list(file.parent.iterdir()) == [file]
