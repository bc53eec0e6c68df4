"""Writing a file whole: in an order that outlives a power cut, and never through a link."""

import errno
import os
import stat

import pytest

from collector_guard.files import whole_file
from collector_guard.files.whole_file import content_of, part_of, try_out, write_whole


@pytest.fixture
def happenings(monkeypatch):
    """What is asked of the disk, in order: which kind of thing is synced, and what takes whose place."""
    happened = []
    sync, replace = os.fsync, whole_file.Path.replace

    def record_sync(descriptor):
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        happened.append(("sync", kind, os.fstat(descriptor).st_size if kind == "file" else 0))
        sync(descriptor)

    def record_replace(part, path):
        happened.append(("replace", part.name, path.name))
        return replace(part, path)

    monkeypatch.setattr(os, "fsync", record_sync)
    monkeypatch.setattr(whole_file.Path, "replace", record_replace)
    return happened


def test_the_file_is_on_the_disk_before_it_takes_the_place_and_the_place_after(tmp_path, happenings):
    path = tmp_path / "answers.json"
    part = part_of(path)

    write_whole(path, b"whole", part)

    assert happenings == [("sync", "file", 5), ("replace", part.name, "answers.json"), ("sync", "folder", 0)]


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="there are no links to refuse here")
def test_a_link_that_appears_between_looking_and_opening_is_not_followed(tmp_path, monkeypatch):
    path = tmp_path / "answers.json"
    (tmp_path / "diary").write_text("the diary of a borrower", "utf-8")
    path.write_text("{}", "utf-8")
    look = whole_file.Path.lstat

    def look_then_link(looked_at):
        found = look(looked_at)
        path.unlink()
        path.symlink_to("diary")
        return found

    monkeypatch.setattr(whole_file.Path, "lstat", look_then_link)

    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        content_of(path, 100)


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_what_cannot_be_written_leaves_the_old_content_alone_in_its_folder(tmp_path, monkeypatch, fails):
    path = tmp_path / "answers.json"
    path.write_bytes(b"old")

    def refuse(*_):
        raise OSError(errno.EIO, "disk error")

    monkeypatch.setattr(*((os, "fsync") if fails == "fsync" else (whole_file.Path, "replace")), refuse)

    with pytest.raises(OSError, match="disk error"):
        write_whole(path, b"new", part_of(path))

    monkeypatch.undo()
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]


def test_where_a_folder_forbids_removing_nothing_of_the_content_stays(tmp_path, monkeypatch):
    def refuse(_path):
        raise PermissionError(errno.EPERM, "")

    monkeypatch.setattr(whole_file.Path, "unlink", refuse)
    part = part_of(tmp_path / "answers.json")

    with pytest.raises(PermissionError):
        try_out(b"what was answered", part)

    assert part.read_bytes() == b""
