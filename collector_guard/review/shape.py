"""What is wrong with the texts of a flow and its topics: sentences too long, labels too wide, words not allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from collector_guard.files.entries import NOT_ONE_OF, Entry, Notes
from collector_guard.files.errors import Kind, Problem
from collector_guard.files.tree import Tree, Written
from collector_guard.wording.wrapping import width

LONG_SENTENCE_ZH = Kind(
    "long-sentence-zh",
    "'{name}' 有一句中文 {length} 个字，最多 {longest} 个：“{text}”",
    "'{name}' has a Chinese sentence of {length} characters, at most {longest} are allowed: “{text}”",
)
LONG_SENTENCE_EN = Kind(
    "long-sentence-en",
    "'{name}' 有一句英文 {length} 个词，最多 {longest} 个：“{text}”",
    "'{name}' has an English sentence of {length} words, at most {longest} are allowed: “{text}”",
)
LONG_CARD_LINE = Kind(
    "long-card-line",
    "卡片 '{name}' 有一行 {length} 个字，最多 {longest} 个：“{text}”",
    "The card '{name}' has a line of {length} characters, at most {longest} are allowed: “{text}”",
)
WIDE_LABEL = Kind(
    "wide-label",
    "'{name}' 的选项占 {length} 格，最多 {longest} 格：“{text}”",
    "A choice of '{name}' takes {length} cells, at most {longest} are allowed: “{text}”",
)
WORD_NOT_ALLOWED = Kind("word-not-allowed", "'{name}' 里不能写“{word}”。{why}", "'{name}' may not say “{word}”. {why}")

LANGUAGES = ("zh", "en")
CONTACTS = "contacts.yaml"
TOPICS = "topics.yaml"
NEVER_WRITE = "never-write.yaml"
# Files that are one section.
OF_FILE = {CONTACTS: "contacts", TOPICS: "topics"}
SECTIONS = ("questions", "findings", "steps", "cards", "outcomes")
OF_DRAFTS = ("phrases", "drafts")
OF_FLOW = ("title", "none", "unknown")
ADVICE = ("steps", "cards", "topics", *OF_DRAFTS)
SOURCES = ("cites", "due", "no-law")
EVERYTHING = "everything"
PLACES = ("steps", "findings", EVERYTHING)
LONGEST_SENTENCE = {"zh": 40, "en": 20}
LONGEST_CARD_LINE = 25
WIDEST_LABEL = 50  # a menu has 60 columns, of which pointer and box take some

# Letters and digits that stand together are read as one: 12356 counts once.
UNITS = {"zh": re.compile(r"[\u3400-\u9fff]|[A-Za-z0-9]+"), "en": re.compile(r"\w\S*")}
TOO_LONG = {"zh": LONG_SENTENCE_ZH, "en": LONG_SENTENCE_EN}
SENTENCES = {"zh": re.compile(r"[^。？！]+"), "en": re.compile(r".+?(?:[.?!][”’\")]*(?=\s)|$)")}


@dataclass(frozen=True)
class Text:
    """A text that readers see: what it is part of, and its lines joined as they are shown.

    `has_source` is whether its entry names the law that it rests on, or says why there is none.
    """

    section: str
    owner: str
    keys: tuple[str, ...]
    language: str
    words: str
    has_source: bool
    file: str
    line: int

    def problem(self, kind: Kind, **values: object) -> Problem:
        return Problem(self.file, self.line, kind, (("name", self.owner), *values.items()))


@dataclass(frozen=True)
class Rule:
    """Words that may not be written in some places, with the longer words in which they are allowed, and why.

    With `unless_sourced` they may where the entry has a source.
    """

    places: tuple[str, ...]
    words: Mapping[str, re.Pattern[str]]
    allowed: Mapping[str, re.Pattern[str]]
    why: str
    unless_sourced: bool

    def holds_for(self, text: Text) -> bool:
        """Whether it looks at a text: a card and the answer of a topic tell what to do just as steps do.

        Words that need a source are looked for in steps alone: a card has none.
        """
        if self.unless_sourced:
            return text.section in self.places and not text.has_source
        return EVERYTHING in self.places or ("steps" if text.section in ADVICE else text.section) in self.places

    def broken_by(self, words: str, language: str) -> str | None:
        """The first of its words in a text, if there is one."""
        found = self.words[language].search(self.allowed[language].sub("□", words.replace("’", "'")))
        return found[0] if found else None


def build_rules(tree: Tree, notes: Notes) -> tuple[Rule, ...]:
    """The words of never-write.yaml, by reason."""
    return tuple(map(_rule, Entry(tree, "never-write", notes).entries(("words", "allowed", "in", "unless", "why"))))


def shape_problems(trees: Mapping[str, Tree], rules: tuple[Rule, ...]) -> Iterator[Problem]:
    """Every text of these trees, which go by the names of their files, that is too long, too wide or not allowed."""
    for text in texts(trees):
        if text.section == "steps" or "says" in text.keys:
            yield from _long_sentences(text)
        elif text.section == "cards":
            yield from _long_line(text)
        elif text.section in OF_FLOW[1:] or "choices" in text.keys:
            yield from _wide_label(text)
        for rule in rules:
            # What a reader asks is in the reader's words.
            if "asks" in text.keys or not rule.holds_for(text):
                continue
            if word := rule.broken_by(text.words, text.language):
                yield text.problem(WORD_NOT_ALLOWED, word=word, why=(rule.why,))


def texts(trees: Mapping[str, Tree]) -> Iterator[Text]:
    """Every text in a flow's files, contacts and topics that readers see; what is no mapping was noted when read."""
    for file, tree in trees.items():
        of_file = tree if isinstance(tree, dict) else {}
        sections: Iterable[str] = OF_FLOW if file.endswith("/flow.yaml") else SECTIONS
        if file.endswith("/drafts.yaml"):
            sections = OF_DRAFTS
        if file in OF_FILE:
            of_file, sections = {OF_FILE[file]: tree}, (OF_FILE[file],)
        for section in sections:
            below = of_file.get(section, {})
            owned = {section: below} if section in OF_FLOW else below
            for owner, entry in owned.items() if isinstance(owned, dict) else ():
                has_source = isinstance(entry, dict) and any(entry.get(key) for key in SOURCES)
                for keys, written in _bilingual(entry, ()):
                    separator = "" if keys[-1] == "zh" else " "
                    words = separator.join(written.split("\n")).strip()
                    yield Text(
                        section=section,
                        owner=str(owner),
                        keys=keys,
                        language=keys[-1],
                        words=words,
                        has_source=has_source,
                        file=written.file,
                        line=written.line,
                    )


def _bilingual(tree: Tree, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Written]]:
    """The texts below a tree that stand under a language, each with the keys that lead to it; conditions have none."""
    if isinstance(tree, Written) and keys and keys[-1] in LANGUAGES:
        yield keys, tree
    elif isinstance(tree, dict):
        for key in (key for key in tree if key != "when"):
            yield from _bilingual(tree[key], (*keys, str(key)))
    elif isinstance(tree, list):
        for below in tree:
            yield from _bilingual(below, keys)


def _rule(entry: Entry) -> Rule:
    places = entry.some_names("in")
    for place in places:
        if place not in PLACES:
            entry.notes.note(place, NOT_ONE_OF, key="in", name=str(place), known=PLACES)
    words = entry.entry("words", LANGUAGES)
    allowed = entry.entry("allowed", LANGUAGES)
    return Rule(
        places=places,
        words={language: _pattern(words.some_names(language), language) for language in LANGUAGES},
        allowed={language: _pattern(allowed.names(language), language) for language in LANGUAGES},
        why=entry.bilingual("why"),
        unless_sourced="unless" in entry and entry.one_of("unless", ("cites",)) == "cites",
    )


def _pattern(words: Iterable[str], language: str) -> re.Pattern[str]:
    """Any of these: English words stand alone and in small letters or capitals, Chinese ones stand anywhere."""
    alone = (rf"\b{re.escape(word)}\b" if word.isascii() and word[-1:].isalpha() else re.escape(word) for word in words)
    return re.compile("|".join(alone if language == "en" else map(re.escape, words)) or r"(?!)", re.IGNORECASE)


def _long_sentences(text: Text) -> Iterator[Problem]:
    longest = LONGEST_SENTENCE[text.language]
    for sentence in (found.strip() for found in SENTENCES[text.language].findall(text.words)):
        length = _length(sentence, text.language)
        if length > longest:
            yield text.problem(TOO_LONG[text.language], length=length, longest=longest, text=sentence)


def _long_line(text: Text) -> Iterator[Problem]:
    length = _length(text.words, text.language)
    if text.language == "zh" and length > LONGEST_CARD_LINE:
        yield text.problem(LONG_CARD_LINE, length=length, longest=LONGEST_CARD_LINE, text=text.words)


def _wide_label(text: Text) -> Iterator[Problem]:
    length = width(text.words)
    if length > WIDEST_LABEL:
        yield text.problem(WIDE_LABEL, length=length, longest=WIDEST_LABEL, text=text.words)


def _length(words: str, language: str) -> int:
    return len(UNITS[language].findall(words))
