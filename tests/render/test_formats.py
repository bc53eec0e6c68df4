"""The forms of output: a file in their folder is one, and offers what it defines."""

from inspect import signature

import plans
import pytest

from collector_guard.render import formats
from collector_guard.render.formats import forms_of, offers, writer

NOUNS = ("plan", "card", "law", "draft", "drafts", "report", "ageing", "coverage", "graph", "differences")


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("plan", "json markdown plain terminal"),
        ("card", "json markdown plain terminal"),
        ("law", "json markdown plain terminal"),
        ("draft", "html ics markdown plain terminal"),
        ("drafts", "markdown plain terminal"),
        ("report", "json plain terminal"),
        ("ageing", "plain terminal"),
        ("coverage", "plain terminal"),
        ("graph", "mermaid plain terminal"),
        ("differences", "plain terminal"),
    ],
)
def test_what_can_be_written_in_which_forms(noun, forms):
    assert forms_of(noun) == tuple(forms.split())


def test_a_form_is_found_by_its_file_and_offers_what_it_defines(cg, monkeypatch, tmp_path):
    (tmp_path / "titles.py").write_text("def plan(plan, columns): return plan.outcome.title\n", encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    plan = plans.door_plan("zh")

    written = writer("plan", "titles")(plan, 80)

    assert written == plan.outcome.title
    assert (offers("titles", "plan"), offers("titles", "card")) == (True, False)
    assert "titles" in cg("triage", "--help").out


@pytest.mark.parametrize(("noun", "form"), [(noun, form) for noun in NOUNS for form in forms_of(noun)])
def test_every_form_takes_the_same_for_a_noun(noun, form):
    taken = [[name.strip("_") for name in signature(writer(noun, one)).parameters] for one in (form, "plain")]

    assert taken[0] == taken[1]
