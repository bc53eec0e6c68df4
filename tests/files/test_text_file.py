"""What people hand in is read in the encoding it has, and what can never be read is refused at once."""

import codecs
import os
import threading
from pathlib import Path

import pytest

from collector_guard.files.text_file import NotAFileError, NotTextError, bytes_of, decoded

LETTER = "《治安管理处罚法》第四十二条：发送信息干扰生活的，处罚。\r\n《民法典》第1032条。"
OLD_LETTER = "《中華人民共和國民事訴訟法》第一百二十條講起訴狀。"
ENCODINGS = ("utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [LETTER, OLD_LETTER, "治安管理处罚法第42条", "第42条\n", "Civil Code art. 1032\n"])
def test_a_text_is_read_in_the_encoding_it_has(text, encoding):
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_mark_tells_the_order_of_bytes(encoding):
    mark = codecs.BOM_UTF16_LE if encoding.endswith("le") else codecs.BOM_UTF16_BE

    assert decoded(mark + LETTER.encode(encoding)) == LETTER


def test_an_empty_file_is_an_empty_text():
    assert decoded(b"") == ""


def test_a_broken_byte_does_not_turn_a_text_into_another():
    raw = (LETTER * 4).encode()

    text = decoded(raw[:60] + b"\xff" + raw[60:])

    assert text.count("《民法典》第1032条") == 4


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\x7fELF\x02\x01\x01\x00\x00\x00", id="a program"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", id="a picture"),
        pytest.param(b"PK\x03\x04\x14\x00\x06\x00\x08\x00", id="a document of Word"),
        pytest.param(bytes(range(256)), id="every byte"),
        pytest.param(b"\xff\xfe\x00\xd8", id="half a character"),
        pytest.param(b"caf\xe9", id="another alphabet"),
    ],
)
def test_what_is_no_text_is_refused(raw):
    with pytest.raises(NotTextError):
        decoded(raw)


def test_no_more_is_read_than_asked_for(tmp_path):
    file = tmp_path / "letter.txt"
    file.write_bytes(b"a" * 100)

    assert bytes_of(file, 10) == b"a" * 10


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_that_nobody_writes_to_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(NotAFileError):
        bytes_of(tmp_path / "pipe", 10)


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no files of open pipes here")
@pytest.mark.parametrize("early", [b"", b"early "])
def test_a_pipe_is_read_until_its_writer_ends(early):
    reader, writer = os.pipe()
    os.write(writer, early)
    threading.Thread(target=_write_and_end, args=(writer, b"late")).start()

    raw = bytes_of(Path(f"/dev/fd/{reader}"), 100)

    os.close(reader)
    assert raw == early + b"late"


def _write_and_end(writer, raw):
    os.write(writer, raw)
    os.close(writer)


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/tty", "."])
def test_a_device_or_folder_is_refused(name):
    if not Path(name).exists():
        pytest.skip("no such device here")

    with pytest.raises(NotAFileError):
        bytes_of(Path(name), 10)
