"""Saving on a walk: what goes wrong on the way, and that the file is whole whenever the program stops."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

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
    environment,
    everything,
    first_replies,
    keeper_of,
    kept,
    mode,
    program,
    told,
)

from collector_guard.files.errors import Left
from collector_guard.files.whole_file import part_of, write_whole
from collector_guard.flow.answers_file import given_answers
from collector_guard.flow.situation import Situation
from collector_guard.flow.walk import replay, walk

LOOP = [sys.executable, str(HERE / "saving_loop.py")]
RUNS = 200 if os.environ.get("CG_LONG_TESTS") else 20

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


CHANGED = "another program changed the file, and it was left alone"


@pytest.mark.parametrize(
    ("happens", "reason"),
    [(gone, "there is no such folder"), (another_file, CHANGED), (another_link, CHANGED), (another_folder, CHANGED)],
)
def test_when_saving_fails_it_is_said_once_and_the_walk_goes_on(small_flow, today, file, happens, reason):
    keeper = keeper_of(small_flow, file)
    after = {}

    def ask(question, _situation, _before):
        if question.id == "court-checked":
            happens(file)
            after["happening"] = everything(file.parent)
        return REPLIES[question.id]

    plan = walk(small_flow, keeper.keeping(ask), on=today)
    keeper.keep(plan.situation)
    status = keeper.status()

    assert plan.situation.complete
    assert status == 1
    assert told(keeper) == [
        f"The last answers are not saved to 'answers.json': {reason}. You can go on; every answer tries again.",
        f"The advice above is complete, but the last answers are not saved to 'answers.json': {reason}.",
    ]
    assert everything(file.parent) == after["happening"]


def test_when_saving_works_again_everything_is_saved(small_flow, today, file):
    keeper = keeper_of(small_flow, file)

    def ask(question, _situation, _before):
        if question.id == "court-checked":
            file.parent.rename(file.parent.with_name("aside"))
        if question.id == "visited-on":
            file.parent.with_name("aside").rename(file.parent)
        return REPLIES[question.id]

    keeper.keep(walk(small_flow, keeper.keeping(ask), on=today).situation)

    assert keeper.status() == 0
    assert kept(file) == REPLIES
    assert told(keeper)[1:] == ["The answers are saved again."]


def test_a_file_that_is_removed_on_the_way_is_written_again(small_flow, today, file):
    keeper = keeper_of(small_flow, file)

    def ask(question, _situation, _before):
        file.unlink(missing_ok=True)
        return REPLIES[question.id]

    keeper.keep(walk(small_flow, keeper.keeping(ask), on=today).situation)

    assert (kept(file), told(keeper)) == (REPLIES, [])


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
    assert run.stderr == "Answers cannot be saved to 'x': the disk has no room left" + ANOTHER
    assert list(tmp_path.iterdir()) == []


# --- whenever it is stopped ---


def checked(file, flow, today):
    """What a stopped program left is nothing or whole, private, and the answers of one walk."""
    if not file.exists():
        return 0
    found = given_answers(flow, file, ())
    situation = replay(flow, found.taken, on=today)
    assert oct(mode(file)) == "0o600"
    assert found.unfit == ()
    assert [one.question.id for one in situation.answers] == list(found.in_file)
    return len(found.in_file)


def stopped(command, file, with_signal, seconds):
    """Start a program that saves, and stop it after a while."""
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=file.parent, env=environment(), **pipes) as running:
        if command[:2] == LOOP:
            running.stdout.readline()
        time.sleep(seconds)
        running.send_signal(with_signal)
        running.stdout.close()
    return running.returncode


@pytest.mark.skipif(os.name == "nt", reason="the signals are those of Unix")
def test_killed_at_any_moment_it_leaves_the_old_answers_or_the_new(small_flow, today, file, small):
    moments = random.Random(20261123)  # noqa: S311 no secret
    counts = set()

    for run in range(RUNS):
        if run % 4:
            stopped([*LOOP, "answers.json"], file, signal.SIGKILL, moments.uniform(0, 0.1))
        else:
            command = [*SMALL_CG, *OPTIONS, "--save", "answers.json", "--force"]
            stopped(command, file, signal.SIGKILL, moments.uniform(0, 0.4))
        counts.add(checked(file, small_flow, today))
        assert len(list(file.parent.iterdir())) <= 2

    assert len(counts) > 2
    assert small(*OPTIONS, "--save", "answers.json", "--force").status == 0
    assert (list(file.parent.iterdir()), kept(file)) == ([file], REPLIES)


@pytest.mark.skipif(os.name == "nt", reason="the signals are those of Unix")
def test_interrupted_at_any_moment_it_leaves_the_file_alone_in_its_folder(small_flow, today, file):
    moments = random.Random(20261123)  # noqa: S311 no secret

    for _ in range(RUNS // 2):
        stopped([*LOOP, "answers.json"], file, signal.SIGINT, moments.uniform(0, 0.1))

        assert checked(file, small_flow, today) >= 0
        assert set(file.parent.iterdir()) <= {file}


def test_an_interruption_before_the_first_question_takes_nothing_from_the_file(small_flow, file):
    file.write_text('{"answers": {"danger": "none", "who": "court"}}', "utf-8")
    found = given_answers(small_flow, file, ())
    before = file.read_bytes()

    keeper = keeper_of(small_flow, file, found, answers=str(file))
    with pytest.raises(Left) as left, keeper.watch():
        raise KeyboardInterrupt

    assert left.value.going_on == f"cg triage visit --answers {file} --save {file}"
    assert file.read_bytes() == before


def test_who_leaves_before_anything_is_kept_is_told_of_no_file(small_flow, file):
    keeper = keeper_of(small_flow, file)
    with pytest.raises(Left) as left, keeper.watch():
        raise Left(wipe=True)

    assert (left.value.kind_of(wiped=True), left.value.going_on) == ("left-wiped", "")
    assert not file.exists()


def test_the_command_that_goes_on_can_be_pasted(small_flow, today, tmp_path):
    file = tmp_path / "我的 answers;x.json"
    keeper = keeper_of(small_flow, file)

    keeper.keep(replay(small_flow, REPLIES, on=today))
    keeper.say_how_to_go_on()

    words = subprocess.check_output(["/bin/sh", "-c", "printf '%s\\n' " + told(keeper)[0].split(": ")[1]])
    assert words.decode().splitlines() == ["cg", "triage", "visit", "--answers", str(file), "--save", str(file)]


def test_a_situation_without_answers_is_kept_only_over_one_with_answers(small_flow, today, file):
    keeper = keeper_of(small_flow, file)
    nothing_yet = Situation((), complete=False, today=today)
    keeper.keep(nothing_yet, small_flow.questions[0])
    before = file.exists()

    keeper.keep(replay(small_flow, first_replies(1), on=today), small_flow.questions[1])
    keeper.keep(nothing_yet, small_flow.questions[0])

    assert (before, kept(file)) == (False, {})


def test_two_walks_do_not_overwrite_each_other(small_flow, today, file):
    keeper = keeper_of(small_flow, file)
    other = keeper_of(small_flow, file)

    other.keep(replay(small_flow, first_replies(2), on=today), small_flow.questions[2])
    keeper.keep(replay(small_flow, first_replies(1), on=today), small_flow.questions[1])

    assert kept(file) == first_replies(2)
    assert CHANGED in told(keeper)[0]


# --- at a terminal ---


@pytest.fixture
def started(tmp_path):
    """Start `cg triage` on the small flow in a terminal, in an empty folder."""
    pytest.importorskip("pty", reason="there are no pseudo-terminals here")
    from terminal import Terminal

    running = []

    def start(*arguments, command=SMALL_CG):
        where = ["/bin/sh", "-c", 'cd "$0" && exec "$@"', str(tmp_path)]
        running.append(
            Terminal(
                [*where, *command, "--plain", *arguments], columns=130, rows=60, PYTHONPATH=environment()["PYTHONPATH"]
            )
        )
        return running[-1]

    yield start
    for terminal in running:
        terminal.child.close(force=True)


SAVE = ("--save", "answers.json")
GOES_ON = "You left. To go on with the answers saved: cg triage visit --answers answers.json --save answers.json"


def answer(terminal, *asked_and_typed):
    for asked, typed in asked_and_typed:
        terminal.see(asked)
        terminal.see_at_end(">")
        terminal.press(f"{typed}\r")


# Enter below the answers ends a walk.
LIST = ("What you told us", "")


def text(terminal):
    """What is on screen, in one line."""
    return " ".join(terminal.lines)


@pytest.mark.parametrize("key", ["q\r", "\x03", "\x04"], ids=["q", "Ctrl-C", "Ctrl-D"])
def test_who_leaves_goes_on_where_they_were(started, file, key):
    first = started(*SAVE)
    answer(first, ("Is there danger now?", "3"), ("Who do they say", "1"))
    first.see("When did they come?")
    first.see_at_end(">")
    first.press(key)
    status = first.status()
    left_behind = kept(file)

    second = started("--answers", "answers.json", *SAVE)
    answer(second, ("When did they come?", "21:30"), ("On which day?", "0"), LIST)

    assert (status, left_behind) == (130, {"danger": ("none",), "who": ("lender",)})
    assert GOES_ON in text(first)
    assert second.status() == 0
    assert "Is there danger now?" not in text(second).split("Talk through the door")[0]
    assert kept(file) == left_behind | {"arrived": ("21:30",), "visited-on": ("unknown",)}
    assert list(file.parent.iterdir()) == [file]


def test_going_back_takes_the_answer_from_the_file(started, file):
    terminal = started(*SAVE)
    answer(terminal, ("Is there danger now?", "3"), ("Who do they say", "1"), ("When did they come?", "<"))
    terminal.see("Who do they say", times=2)
    terminal.see_at_end(">")

    assert kept(file) == {"danger": ("none",)}


def test_who_clears_the_screen_is_told_no_name_of_a_file(started, file):
    terminal = started(*SAVE)
    answer(terminal, ("Is there danger now?", "3"), ("Who do they say", "qq"))

    assert terminal.status() == 130
    assert "To go on name the saved file after" in text(terminal)
    assert "answers.json" not in text(terminal)
    assert kept(file) == {"danger": ("none",)}


@pytest.mark.parametrize("arguments", [(), SAVE])
def test_who_leaves_at_the_first_question_leaves_no_file(started, file, arguments):
    terminal = started(*arguments)
    answer(terminal, ("Is there danger now?", "q"))

    assert terminal.status() == 130
    assert terminal.lines[-1] == "You left. Nothing was saved."
    assert list(file.parent.iterdir()) == []


def test_what_no_longer_fits_is_named_at_the_terminal_and_asked_again(started, file):
    file.write_text('{"answers": {"danger": "none", "who": "bank", "arrived": "21:30"}}', "utf-8")

    terminal = started("--answers", "answers.json", *SAVE)
    answer(terminal, ("Who do they say", "1"), ("On which day?", "0"), LIST)

    assert terminal.status() == 0
    assert "“Who do they say they are?” The file's answer 'bank' does not fit today" in text(terminal)
    assert list(kept(file)) == ["danger", "who", "arrived", "visited-on"]


def test_a_disk_that_fills_up_on_the_way_takes_no_advice_from_the_reader(started, file):
    terminal = started(*SAVE, command=[sys.executable, "-c", SMALL_DISK, "100", *SMALL_CG[1:]])
    replies = [
        ("Is there danger now?", "3"),
        ("Who do they say", "1"),
        ("When did they come?", "0"),
        ("On which day?", "0"),
        LIST,
    ]
    answer(terminal, *replies)

    assert terminal.status() == 1
    assert text(terminal).count("are not saved to 'answers.json': the disk has no room left") == 2
    assert "You need not open." in text(terminal)
    assert kept(file) == {"danger": ("none",)}
    assert list(file.parent.iterdir()) == [file]
