"""Loading: what is sound loads, and every mistake is found at once, with file and line."""

from folders import SMALL_FLOWS

from collector_guard.library.load import load_laws, problems_in


def test_the_problems_of_a_folder_are_those_of_loading(flows):
    (flows / "visit" / "door.yaml").write_text("questions: [", encoding="utf-8")

    assert [problem.kind for problem in problems_in(flows)] == ["yaml-broken"]
    assert problems_in(SMALL_FLOWS) == ()


def test_lines_of_chinese_are_joined_without_a_space(flows):
    topics = "door:\n  name:\n    zh: |\n      要不要\n      开门\n    en: |\n      Opening\n      the door\n"
    (flows / "topics.yaml").write_text(topics, encoding="utf-8")

    names = {language: load_laws(language, flows).topics[0].name for language in ("zh", "en")}

    assert names == {"zh": "要不要开门", "en": "Opening the door"}
