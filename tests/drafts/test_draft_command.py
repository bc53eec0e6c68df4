"""cg draft: what is listed and written, and one sentence for what cannot be."""

import errno
import os
import stat
import sys

import pytest
from written_drafts import VISIT, court

from collector_guard.commands.completion import drafts
from collector_guard.desk.environment import Environment
from collector_guard.files import whole_file
from collector_guard.flow.answers_file import InFile
from collector_guard.flow.model import as_option


def options(answers):
    return [word for name, taken in answers.items() for word in ("--answer", as_option(name, taken))]


@pytest.fixture
def draft(cg, monkeypatch, tmp_path):
    """Run `cg draft` in an empty folder, on the day of the situations."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **how: cg("draft", *arguments, "--on", "2026-11-23", **how)


def test_alone_it_lists_what_there_is(draft):
    run = draft(lang="en")

    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("What can be written\ndoor-card  If debt collectors come\n")
    assert "cg draft NAME" in run.out


def test_with_answers_it_lists_what_fits_and_why(draft):
    run = draft(*options(court("summons")))

    assert (run.status, run.err) == (0, "")
    assert "answer-to-court  答辩状\n" in run.out
    assert "因为你说：“法院的文书”" in run.out
    assert "object-to-payment-order" not in run.out


def test_answers_may_stand_in_a_file(draft, tmp_path):
    (tmp_path / "a.json").write_bytes(InFile(VISIT).text("doorstep"))

    assert draft("statement", "--answers", "a.json").out == draft("statement", *options(VISIT)).out


def test_an_answer_behind_an_open_question_is_said_not_to_count(draft):
    run = draft("record", "--answer", "danger=none", "--answer", "did=hit", lang="en")

    assert run.status == 0
    assert run.err == (
        "These answers do not count yet: did. 'where' comes first and has no answer. Not sure? Answer unknown.\n"
    )


def test_who_may_hurt_themselves_is_shown_the_card_alone(draft):
    for form in ("plain", "html", "ics"):
        run = draft("record", "--answer", "danger=self-harm", "--format", form)

        assert run.status == 0
        assert "12356" in run.out
        assert "上门记录" not in run.out


BAD = {
    "unknown": (("recrd",), 1, "No draft is called 'recrd'. Did you mean 'record'?\n"),
    "no day": (
        ("calendar", "--format", "ics"),
        1,
        "There is no day to put in a calendar. First say which day it came or happened. Days that have passed are left out.\n",
    ),
    "no calendar": (
        ("record", "--format", "ics"),
        2,
        "'record' has no last days, so it cannot be written as ics. These can: calendar.\n",
    ),
    "no name": (("--format", "html"), 2, "To write html, name the draft first, for example cg draft door-card.\n"),
    "no such form": (
        ("record", "--format", "pdf"),
        2,
        "No format is called 'pdf'. Known: html, ics, markdown, plain, terminal.\n",
    ),
    "force alone": (("record", "--force"), 2, "--force needs --output.\n"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_sentence(draft, name):
    arguments, status, sentence = BAD[name]

    run = draft(*arguments, lang="en")

    assert (run.status, run.out) == (status, "")
    assert run.err == sentence


def test_a_draft_that_does_not_fit_is_said_to_be_so(draft):
    run = draft("object-to-payment-order", *options(court("summons")), lang="en")

    assert (run.status, run.out) == (1, "")
    assert run.err.startswith(
        "'object-to-payment-order' does not fit your answers. It is for this: For a payment order"
    )
    assert "answer-to-court" in run.err
    assert run.err.count("\n") == 1


def test_the_end_of_a_name_chooses_the_form(draft, tmp_path):
    for name, begins in {"a.html": "<!DOCTYPE html>", "a.md": "# 上门记录", "a.txt": "上门记录"}.items():
        run = draft("record", "--output", name)

        assert (run.status, run.out, run.err) == (0, "", f"写好了：{name}\n")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_calendar_is_written_as_its_bytes_are_wanted(draft, tmp_path):
    run = draft("calendar", *options(court("summons")), "--output", "days.ics")

    written = (tmp_path / "days.ics").read_bytes()
    assert run.status == 0
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert written.count(b"\n") == written.count(b"\r\n")


@pytest.mark.skipif(os.name == "nt", reason="modes are those of Unix")
def test_only_the_reader_may_read_what_was_written(draft, tmp_path):
    draft("record", "--output", "record.txt")

    assert stat.S_IMODE((tmp_path / "record.txt").stat().st_mode) == 0o600


def test_nothing_is_written_over_unasked(draft, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")

    refused = draft("record", "--output", "mine.txt", lang="en")
    kept = (tmp_path / "mine.txt").read_text()
    forced = draft("record", "--output", "mine.txt", "--force", lang="en")

    assert (refused.status, kept) == (1, "mine")
    assert (
        refused.err
        == "'mine.txt' already exists and was not changed. Choose another name, or add --force to overwrite it.\n"
    )
    assert forced.status == 0
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8").startswith("Record of the visit")


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights there")
def test_no_link_is_followed(draft, tmp_path):
    (tmp_path / "other.txt").write_text("other")
    (tmp_path / "link.txt").symlink_to(tmp_path / "other.txt")

    run = draft("record", "--output", "link.txt", "--force", lang="en")

    assert run.status == 1
    assert run.err.startswith("'link.txt' is a link")
    assert (tmp_path / "other.txt").read_text() == "other"


def test_a_folder_is_no_file(draft, tmp_path):
    (tmp_path / "folder").mkdir()

    run = draft("record", "--output", "folder", "--force", lang="en")

    assert (run.status, run.err) == (
        1,
        "'folder' is not an ordinary file, so nothing is written to it. Name another file.\n",
    )


def test_a_folder_that_is_not_there_is_said_to_be_so(draft):
    run = draft("record", "--output", "nowhere/record.txt", lang="en")

    assert run.status == 1
    assert run.err == "'record.txt' was not written: there is no such folder. Choose another place.\n"


def test_a_full_disk_leaves_nothing_half_written(draft, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(whole_file.os, "fsync", full)

    run = draft("record", "--output", "record.txt", lang="en")

    assert run.status == 1
    assert run.err == "'record.txt' was not written: the disk is full. Choose another place.\n"
    assert list(tmp_path.iterdir()) == []


def test_the_names_are_completed():
    environment = Environment("zh", sys.stdin, sys.stdout, sys.stderr, {})

    assert ("record", "上门记录") in list(drafts(environment, "rec"))
