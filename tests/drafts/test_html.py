"""Drafts as web pages: sound, asking for nothing, and printed on the paper they promise."""

import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from kept import is_as_kept
from written_drafts import ON, SITUATIONS, written

from collector_guard.drafts.writer import write_form
from collector_guard.drafts.written import Passage
from collector_guard.render.formats import html

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
VOID = {"meta", "br", "hr"}


class Tags(HTMLParser):
    """Collects the tags of a page, and what is not closed."""

    def __init__(self):
        super().__init__()
        self.tags, self.open, self.text = [], [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def read(page):
    tags = Tags()
    tags.feed(page)
    tags.close()
    return tags


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_page_is_closed_and_fetches_nothing(doorstep, name):
    page = html.draft(written(doorstep, name), None, 0)

    tags = read(page)
    assert tags.open == []
    assert {tag for tag, _ in tags.tags} & {"script", "link", "img", "iframe", "object", "form"} == set()
    assert [value for _, attrs in tags.tags for key, value in attrs.items() if key in ("src", "href")] == []
    assert "url(" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_signs_of_markup_are_text(doorstep):
    draft = written(doorstep, "record")

    page = html.draft(draft._replace(pieces=(Passage("text", "<b>&amp; \x1b[1m"),)), None, 0)

    assert "&lt;b&gt;&amp;amp; [1m" in page
    assert "\x1b" not in page


def test_the_door_card_reads_as_it_was_read(doorstep):
    assert is_as_kept(
        "draft-door-card-zh.html", html.draft(write_form(doorstep.drafts.draft("door-card"), doorstep, ON), None, 0)
    )


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.parametrize(("name", "most"), [("door-card", 1), ("officials-card", 1), ("statement", 3), ("record", 3)])
def test_printed_it_fits_its_sheets(doorstep, tmp_path, name, most):
    page, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(html.draft(write_form(doorstep.drafts.draft(name), doorstep, ON), None, 0), encoding="utf-8")

    subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={paper}", page.as_uri()],
        check=True, capture_output=True,
    )  # fmt: skip

    sheets = len(re.findall(rb"/Type\s*/Page\b", paper.read_bytes()))
    assert 1 <= sheets <= most
