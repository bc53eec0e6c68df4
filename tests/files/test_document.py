"""The strict reader of data files."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from collector_guard.files.data_file import FILE_NOT_TEXT, FILE_TOO_LARGE, FILE_UNREADABLE, LARGEST_FILE
from collector_guard.files.document import DEEPEST, YAML_BROKEN, read, tree_of
from collector_guard.files.errors import Problem
from collector_guard.files.tree import Block, Sequence, Written, line_of
from collector_guard.wording.sentences import LANGUAGES, problem_text

PARSERS = [
    pytest.param(yaml.SafeLoader, id="python-parser"),
    pytest.param(
        getattr(yaml, "CSafeLoader", None),
        id="c-parser",
        marks=pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML was built without libyaml"),
    ),
]

MISTAKES = [
    pytest.param("", [(1, "yaml-nothing")], id="empty"),
    pytest.param("# only this\n", [(1, "yaml-nothing")], id="comment-only"),
    pytest.param("a:\n  b: c\n d: e\n", [(3, "yaml-broken")], id="wrong-indent"),
    pytest.param("a: b\nc: d: e\n", [(2, "yaml-broken")], id="second-colon"),
    pytest.param("a: {b: c\n", [(2, "yaml-broken")], id="open-brace"),
    pytest.param('a: "\\q"\n', [(1, "yaml-broken")], id="unknown-escape"),
    pytest.param('a: "\\UFFFFFFFF"\n', [(1, "yaml-broken")], id="escape-out-of-range"),
    pytest.param("a: |#b\n", [(1, "yaml-broken")], id="comment-against-bar"),
    pytest.param("a: {b:[c]}\n", [(1, "yaml-broken")], id="colon-against-bracket"),
    pytest.param("a: !x b\n", [(1, "yaml-tag")], id="tag"),
    pytest.param("a: ! b\n", [(1, "yaml-tag")], id="bare-tag"),
    pytest.param("a: !!map\n  b: c\n", [(1, "yaml-tag")], id="tag-of-block"),
    pytest.param("a: !!python/object/apply:os.system [b]\n", [(1, "yaml-tag")], id="tag-that-would-run"),
    pytest.param("a: &x b\n", [(1, "yaml-anchor")], id="anchor"),
    pytest.param("a: &x [b]\nc: d\n", [(1, "yaml-anchor")], id="anchor-of-sequence"),
    pytest.param("a: b\nc: *x\n", [(2, "yaml-alias")], id="alias"),
    pytest.param("a: b\n*x : c\n", [(2, "yaml-alias")], id="alias-as-key"),
    pytest.param("a: b\nc: d\na: e\n", [(3, "yaml-duplicate-key")], id="duplicate-key"),
    pytest.param("a: {b: c, b: d}\n", [(1, "yaml-duplicate-key")], id="duplicate-key-in-braces"),
    pytest.param("a: b\n---\nc: d\n", [(2, "yaml-second-document")], id="two-documents"),
    pytest.param("%YAML 1.1\n---\na: b\n", [(1, "yaml-directive")], id="directive"),
    pytest.param("? [a]\n: b\n", [(1, "yaml-key-not-text")], id="sequence-as-key"),
    pytest.param("a:\n  {b: c}: d\n", [(2, "yaml-key-not-text")], id="block-as-key"),
    pytest.param("a: b\nc: 好😀\n", [(2, "yaml-character")], id="emoji"),
    pytest.param("a: b\n# ✓\n", [(2, "yaml-character")], id="outside-gbk-in-comment"),
    pytest.param("a: b\u00a0c\n", [(1, "yaml-character")], id="no-break-space"),
    pytest.param("a: b\u2028c\n", [(1, "yaml-character")], id="hidden-line-break"),
    pytest.param("a: b\x1b[31m\n", [(1, "yaml-character")], id="escape-sequence"),
    pytest.param("a: b\rc: d\n", [(1, "yaml-broken"), (1, "yaml-character")], id="lone-carriage-return"),
    pytest.param('a: "\\U0001F600"\n', [(1, "yaml-character")], id="emoji-by-escape"),
    pytest.param('a: "b\\nc"\n', [(1, "yaml-character")], id="line-break-by-escape"),
    pytest.param("a:\n\tb\n", [(2, "yaml-tab")], id="tab-as-indent"),
    pytest.param("a: |\n  b\tc\n", [(2, "yaml-tab")], id="tab-in-text"),
    pytest.param("a: >\n  b\n", [(1, "yaml-folded")], id="folded"),
    pytest.param("a: b\n  c\n", [(1, "yaml-folded")], id="plain-on-two-lines"),
    pytest.param('a: "b\n  c"\n', [(1, "yaml-folded")], id="quoted-on-two-lines"),
    pytest.param("a:\nb: c\n", [(1, "yaml-empty")], id="nothing-after-colon"),
    pytest.param("a:\n  - b\n  -\n", [(3, "yaml-empty")], id="nothing-after-dash"),
    pytest.param("a: {b, c: d}\n", [(1, "yaml-empty")], id="key-without-value-in-braces"),
    pytest.param("a: {b: c d}\n", [(1, "yaml-needs-quotes")], id="space-in-braces"),
    pytest.param("a: [b(c)]\n", [(1, "yaml-needs-quotes")], id="punctuation-in-brackets"),
    pytest.param("a: {b c: d}\n", [(1, "yaml-needs-quotes")], id="space-in-key-in-braces"),
    pytest.param("a: {b: Yes, it is}\n", [(1, "yaml-empty"), (1, "yaml-needs-quotes")], id="comma-in-braces"),
]


def kinds(problems):
    return [(problem.line, problem.kind) for problem in problems]


def with_lines(tree):
    """The tree with the line of every key, text, block and sequence, to compare."""
    if isinstance(tree, dict):
        return (line_of(tree), [(key, line_of(key), with_lines(below)) for key, below in tree.items()])
    if isinstance(tree, list):
        return (line_of(tree), [with_lines(below) for below in tree])
    return (line_of(tree), tree)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "file.yaml"


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_a_mistake_is_named_with_its_line(text, expected, parser):
    _, problems = tree_of(text, "door.yaml", parser)

    assert sorted(kinds(problems)) == expected
    assert {problem.file for problem in problems} == {"door.yaml"}
    assert all(problem_text(problem, language) for problem in problems for language in LANGUAGES)


@pytest.mark.parametrize("parser", PARSERS)
def test_twenty_mistakes_in_one_file_are_reported_at_once(parser):
    five = [(f"a{number}: &x b", f"b{number}: {{c: d e}}", f"c{number}: b\tc", "z: 1") for number in range(5)]
    text = "\n".join(["z: first", *(line for four in five for line in four)])

    tree, problems = tree_of(text, "door.yaml", parser)

    four_kinds = ["yaml-anchor", "yaml-needs-quotes", "yaml-tab", "yaml-duplicate-key"]
    assert kinds(problems) == list(enumerate(four_kinds * 5, 2))
    assert isinstance(tree, Block)


@pytest.mark.parametrize("parser", PARSERS)
def test_everything_is_text_as_it_stands(parser):
    text = "a: no\nb: 22:00\nc: 2025\nd: 50.1\ne: {on: 2026-11-23, f: 08:00}\ng: [0755, '', \"x, y\"]\n<<: 1e3\n"

    tree, problems = tree_of(text, "door.yaml", parser)

    assert problems == ()
    assert tree == {
        "a": "no",
        "b": "22:00",
        "c": "2025",
        "d": "50.1",
        "e": {"on": "2026-11-23", "f": "08:00"},
        "g": ["0755", "", "x, y"],
        "<<": "1e3",
    }


@pytest.mark.parametrize("parser", PARSERS)
def test_text_under_a_bar_keeps_its_line_breaks(parser):
    tree, _ = tree_of("zh: |\n  不用开门，\n  隔着门说话。\nen: |-\n  Speak.\n", "door.yaml", parser)

    assert tree == {"zh": "不用开门，\n隔着门说话。\n", "en": "Speak."}


@pytest.mark.parametrize("parser", PARSERS)
def test_every_text_block_and_sequence_knows_its_line(parser):
    text = (
        "# first\nsteps:\n  open:\n    do: |\n      Speak.\n    acts:\n      - check\n      - talk\n    cites: [a/1]\n"
    )

    tree, _ = tree_of(text, "door.yaml", parser)

    acts = (6, (7, [(7, "check"), (8, "talk")]))
    step = (4, [("do", 4, (4, "Speak.\n")), ("acts", *acts), ("cites", 9, (9, [(9, "a/1")]))])
    assert with_lines(tree) == (2, [("steps", 2, (3, [("open", 3, step)]))])


def test_lines_end_as_windows_or_unix_writes_them(file):
    file.write_bytes("\ufeffa: |\r\n  好\r\n  的\r\nb: c\r\n".encode())

    tree, problems = read(file, "door.yaml")

    assert (tree, problems) == ({"a": "好\n的\n", "b": "c"}, ())


def test_chinese_punctuation_needs_no_quotes_in_braces():
    tree, problems = tree_of("a: {zh: 核实了，是真的（法院）。}\n", "door.yaml")

    assert (tree, problems) == ({"a": {"zh": "核实了，是真的（法院）。"}}, ())


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_deep_nesting_is_refused_as_soon_as_it_is_too_deep(opening, parser, monkeypatch):
    taken, parse = [], yaml.parse

    def counted(*arguments, **named):
        for event in parse(*arguments, **named):
            taken.append(event)
            yield event

    monkeypatch.setattr(yaml, "parse", counted)

    tree, problems = tree_of(opening * 100_000, "door.yaml", parser)

    assert (tree, kinds(problems)) == (None, [(1, "yaml-too-deep")])
    # Two that begin the document, then the opening of a level, and at most a key, for each of the levels.
    assert len(taken) <= 2 + 2 * (DEEPEST + 1)


def test_twenty_levels_are_allowed_and_one_more_is_not():
    allowed, refused = ("[" * depth + "a" + "]" * depth for depth in (20, 21))

    assert tree_of(allowed, "door.yaml")[1] == ()
    assert kinds(tree_of(refused, "door.yaml")[1]) == [(1, "yaml-too-deep")]


def test_a_file_that_is_too_large_is_not_opened(file):
    file.write_bytes(b"\xff" * (LARGEST_FILE + 1))

    assert read(file, "door.yaml") == (None, (Problem("door.yaml", 1, FILE_TOO_LARGE),))


def test_a_file_of_one_mebibyte_is_read(file):
    file.write_text("a: " + "b" * (LARGEST_FILE - 3), encoding="utf-8")

    assert read(file, "door.yaml")[1] == ()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("催收".encode("gbk"), id="gbk"),
        pytest.param("a: b".encode("utf-16"), id="utf-16"),
        pytest.param(b"\x7fELF\x00\x00", id="binary"),
        pytest.param(b"a: \xed\xa0\x80", id="half-a-surrogate"),
    ],
)
def test_a_file_that_is_not_utf_8_is_one_problem(content, file):
    file.write_bytes(content)

    assert read(file, "door.yaml") == (None, (Problem("door.yaml", 1, FILE_NOT_TEXT),))


def test_a_folder_or_a_missing_file_is_one_problem(tmp_path):
    unreadable = (None, (Problem("door.yaml", 1, FILE_UNREADABLE),))

    assert read(tmp_path, "door.yaml") == unreadable
    assert read(tmp_path / "missing.yaml", "door.yaml") == unreadable
    assert read(tmp_path / "door\0.yaml", "door.yaml") == unreadable


def test_no_problem_repeats_the_words_of_the_parser():
    _, problems = tree_of("a: {b: c\n", "door.yaml")

    assert problems == (Problem("door.yaml", 2, YAML_BROKEN),)


# What YAML is made of, with what it must not be made of.
PIECES = [
    *("a", "b", "催", "门", "，", "22:00", "/", '"x"', "'y'", "\\x", "😀", "é", "\u202e", "\x1b"),
    *("a: ", "a:", "b: ", ": ", ":", "? ", "- ", ", ", ",", "{", "}", "[", "]", "|", "|#", "|2\n", "|\n  ", "|-\n    "),
    *(">", "<<: ", "#", " #c", "'", '"', "\\", "!", "!a ", "!!str ", "&a ", "*a ", "%", "%YAML 1.1\n"),
    *("---\n", "\n---\n", "...\n", "@", "`", "~", "-", "?", "=", " ", "\n", "\n  ", "\n    ", "\n- ", "\nkey: "),
    *("\t", "\r\n", "\r", "\ufeff", "\u2028", "\x85", "\x00"),
]
NEAR_YAML = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@settings(max_examples=2 * settings.default.max_examples)
@given(NEAR_YAML | st.text(max_size=60))
@example("|#")
@example("{a:[]}")
@example("[a :[a]]")
@example("{?-:{}}")
@example("%YAML 1." + "9" * 5000)
def test_whatever_is_written_both_parsers_agree_and_nothing_is_raised(text):
    slow_tree, slow_problems = tree_of(text, "door.yaml", yaml.SafeLoader)
    tree, problems = tree_of(text, "door.yaml")

    assert bool(problems) == bool(slow_problems)
    assert isinstance(tree, Written | Block | Sequence) or problems
    if not problems:
        assert with_lines(tree) == with_lines(slow_tree)


@given(content=st.binary(max_size=200) | NEAR_YAML.map(str.encode))
def test_whatever_bytes_a_file_holds_nothing_is_raised(content, tmp_path_factory):
    file = tmp_path_factory.getbasetemp() / "bytes.yaml"
    file.write_bytes(content)

    tree, problems = read(file, "door.yaml")

    assert isinstance(tree, Written | Block | Sequence) or problems
