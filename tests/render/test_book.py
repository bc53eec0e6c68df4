"""A whole flow as one document for the reviewing lawyer."""

import io
import re
import sys

from folders import SMALL_FLOWS
from kept import ids, is_as_kept, stands_in
from markdown_it import MarkdownIt

from collector_guard.library.load import load_flow_from_yaml
from collector_guard.render.review.book import book_document
from collector_guard.review.book import book_of
from collector_guard.start import main

HOSTILE = "# no\n| a | b |\n\n<script>alert(1)</script> [x](http://x) ![y](z) `c` **b** &lt; $1$ \x1b[31m\u202e"
PLAIN = {"text", "text_special", "softbreak", "strong_open", "strong_close"}


def inline(document):
    """The kinds of everything that stands in the text of a document."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(document)
    return {child.type for token in tokens if token.type == "inline" for child in token.children}


def test_a_book_is_as_kept(small):
    assert is_as_kept(f"book-{small.language}.md", book_document(book_of(small)))


def test_every_id_of_the_flow_is_in_the_book(shipped):
    shown = book_document(book_of(shipped)).replace("\\", "")

    assert [name for name in ids(shipped) if not stands_in(name, shown)] == []


def test_every_text_of_the_flow_is_in_the_book(shipped):
    shown = book_document(book_of(shipped)).replace("\\", "")

    texts = [text for step in shipped.steps for text in (step.do, step.say, step.avoid) if text]
    texts += [text for question in shipped.questions for text in (question.ask, question.why)]
    texts += [finding.says for finding in shipped.findings] + [outcome.title for outcome in shipped.outcomes]
    assert [text for text in texts if text not in shown] == []


def test_every_provision_that_is_cited_is_in_the_book(shipped):
    shown = book_document(book_of(shipped))

    cites = {cite for entry in (*shipped.findings, *shipped.steps) for cite in entry.cites}
    assert [cite for cite in sorted(cites) if f"{cite}）" not in shown and f"{cite})" not in shown] == []


def test_every_entry_has_its_file_and_line(shipped):
    blocks = book_document(book_of(shipped)).split("\n### ")[1:]
    of_flow = blocks[: len(shipped.questions) + len(shipped.facts)]

    assert [block for block in of_flow if not re.match(r"\d+\. \S+\n\ndoorstep/[a-z-]+\.yaml:\d+\n", block)] == []


def test_headings_and_emphasis_are_the_only_markup(shipped):
    assert inline(book_document(book_of(shipped))) <= PLAIN


def test_nothing_in_the_data_becomes_markup(small):
    steps = (small.steps[0]._replace(do=HOSTILE, say=HOSTILE, avoid=HOSTILE), *small.steps[1:])
    questions = (small.questions[0]._replace(ask=HOSTILE, why=HOSTILE), *small.questions[1:])
    book = book_of(small._replace(steps=steps, questions=questions, title=HOSTILE))

    shown = book_document(book)

    assert inline(shown) <= PLAIN
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert shown.count("\n#") == book_document(book_of(small)).count("\n#")


def test_the_command_writes_utf_8_wherever_it_goes(monkeypatch):
    written = io.BytesIO()
    stdout = io.TextIOWrapper(written, encoding="gbk", newline="\r\n")
    monkeypatch.setattr(sys, "stdout", stdout)
    monkeypatch.setenv("CG_LANG", "zh")

    status = main(["book", str(SMALL_FLOWS / "visit")])

    flow = load_flow_from_yaml("visit", "zh", SMALL_FLOWS)
    assert status == 0
    assert written.getvalue() == book_document(book_of(flow)).encode("utf-8")
