"""The decision tree as text, as a Mermaid flowchart and as JSON."""

import re
from datetime import date, time

import pytest
from folders import SMALL_FLOWS
from kept import ids, is_as_kept, printed, stands_in

from collector_guard.flow.when import Aged, AllOf, AnyOf, Is, Span, Within
from collector_guard.render.formats import mermaid
from collector_guard.render.formats.mermaid import LONGEST_CHART, MOST_EDGES, quoted
from collector_guard.render.review.condition_words import condition_words, labelled_condition_words
from collector_guard.render.review.graph_layout import graph_lines
from collector_guard.review.graph import graph_of
from collector_guard.wording.wrapping import width

NODE = r"[qfo]_[a-z0-9_]+"
LABEL = r'"[^"\n]+"'
CHART_LINE = re.compile(
    rf"    {NODE}(?:\[{LABEL}\]|\{{\{{{LABEL}\}}\}}|\(\[{LABEL}\]\))"
    rf"|    {NODE} --> {NODE}"
    rf"|    {NODE} (?:-\.-|==)>(?:\|{LABEL}\|)? {NODE}"
)
ARROW = re.compile("[-=]>")
HOSTILE = '"] end; %%{init: {}}%% click q call() <script> `**1. x**` #quot; &lt; $$ | [bold]\x1b[31m\nA-->B'


@pytest.mark.parametrize("columns", [40, 80])
def test_the_graph_as_text_is_as_kept(small, columns):
    shown = printed(graph_lines(graph_of(small), columns))

    assert is_as_kept(f"graph-{small.language}-{columns}.txt", shown)


def test_the_graph_as_a_chart_is_as_kept(small):
    assert is_as_kept(f"graph-{small.language}.mmd", mermaid.graph(graph_of(small), 80))


@pytest.mark.parametrize("columns", [20, 40, 60, 200])
def test_the_text_is_never_wider_than_the_terminal(shipped, columns):
    widest = max(width(line.text) for line in graph_lines(graph_of(shipped), columns))

    assert widest <= min(columns, 78)


def test_every_id_of_the_flow_is_in_the_text(shipped):
    shown = " ".join(line.text for line in graph_lines(graph_of(shipped), 78))

    assert [name for name in ids(shipped) if not stands_in(name, shown)] == []


def test_every_question_choice_fact_and_outcome_is_in_the_chart(shipped):
    shown = mermaid.graph(graph_of(shipped), 80)

    named = {choice.id for question in shipped.questions for choice in question.choices}
    named |= {row.value for fact in shipped.facts for row in fact.rows}
    named |= {one.id for one in (*shipped.questions, *shipped.facts, *shipped.outcomes)}
    assert [name for name in sorted(named) if not stands_in(name, shown)] == []


def test_the_chart_of_the_shipped_flow_can_be_drawn(shipped):
    first, *lines = mermaid.graph(graph_of(shipped), 80).splitlines()

    assert first == "flowchart TD"
    assert [line for line in lines if CHART_LINE.fullmatch(line) is None] == []
    assert sum(bool(ARROW.search(line)) for line in lines) <= MOST_EDGES
    assert len("\n".join(lines)) <= LONGEST_CHART


def test_what_a_chart_too_large_leaves_out_is_in_the_chart_of_the_outcomes(small, monkeypatch):
    whole = mermaid.graph(graph_of(small), 80).splitlines()
    monkeypatch.setattr(mermaid, "MOST_EDGES", 5)

    smaller = mermaid.graph(graph_of(small), 80).splitlines()

    left_out = [line for line in whole if line not in smaller]
    assert [line.split()[-1] for line in left_out] == ["o_force", "o_court"]
    assert [line for line in smaller if line not in whole] == []


def test_every_edge_of_the_chart_joins_two_nodes(shipped):
    lines = mermaid.graph(graph_of(shipped), 80).splitlines()[1:]

    nodes = [re.match(NODE, line.strip())[0] for line in lines if not ARROW.search(line.split('"')[0])]
    ends = {name for line in lines if ARROW.search(line) for name in re.findall(NODE, re.sub(LABEL, "", line))}
    assert len(nodes) == len(set(nodes))
    assert ends <= set(nodes)


def test_nothing_in_the_data_is_markup_of_the_chart(small):
    question = small.questions[0]._replace(ask=HOSTILE)
    hostile = small._replace(questions=(question, *small.questions[1:]))

    lines = mermaid.graph(graph_of(hostile), 80).splitlines()

    assert [line for line in lines[1:] if CHART_LINE.fullmatch(line) is None] == []
    assert not re.search(r"[<>%`;{]", re.sub(r"#\d+;|<br>", "", lines[1].replace("q_danger[", "")))


def test_a_label_is_quoted():
    assert quoted('say "no" #1', "100%") == '"say #34;no#34; #35;1<br>100#37;"'


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        pytest.param(AllOf(()), "always", id="no condition"),
        pytest.param(Is("who", ("lender", "court")), "who: lender or court", id="a list"),
        pytest.param(
            AllOf((Is("who", ("court",)), Is("power", ("none",)))), "who: court; power: none", id="several lines"
        ),
        pytest.param(
            AnyOf((AllOf((Is("who", ("court",)), Is("power", ("none",)))), Is("danger", ("force",)))),
            "(who: court; power: none) or danger: force",
            id="alternatives",
        ),
        pytest.param(
            AllOf((Is("who", ("court",)), AnyOf((Is("power", ("none",)), Is("danger", ("force", "none")))))),
            "who: court; (power: none or (danger: force or none))",
            id="alternatives among lines",
        ),
        pytest.param(AllOf((AnyOf((Is("who", ("court",)),)),)), "who: court", id="lists of one"),
        pytest.param(Within("arrived", time(22), time(8)), "arrived: from 22:00, before 08:00", id="a time"),
        pytest.param(Within("paper-on", None, date(2026, 1, 1)), "paper-on: before 2026-01-01", id="a date"),
        pytest.param(Aged("paper-on", Span(3, "year"), None), "paper-on: more than 3 years ago", id="an age"),
        pytest.param(
            Aged("paper-on", Span(1, "day"), Span(6, "month")),
            "paper-on: more than 1 day ago, not more than 6 months ago",
            id="between two ages",
        ),
    ],
)
def test_a_condition_is_said_in_words(condition, words):
    assert condition_words(condition, "en") == words


def test_a_condition_can_be_said_with_the_words_of_the_choices(small_flow):
    when = AllOf((Is("who", ("court", "unknown")), Is("power", ("none",))))

    assert labelled_condition_words(when, small_flow) == "who: court “A court” or unknown “Not sure”; power: none"


def test_the_command_prints_text_for_a_reader(cg):
    run = cg("graph", "doorstep", lang="en", columns=60)

    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("Debt collectors at the door (doorstep)\n\nQuestions\n\n1. danger (several choices)")


def test_the_command_prints_a_chart(cg):
    run = cg("graph", "--format", "mermaid")

    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("flowchart TD\n    q_danger[")


def test_one_part_is_drawn_with_what_it_reads_and_what_reads_it(cg):
    whole, part = (
        cg("graph", str(SMALL_FLOWS / "visit"), *parts, "--format", "mermaid") for parts in ((), ("danger",))
    )

    assert (part.status, part.err) == (0, "")
    assert set(part.out.splitlines()) < set(whole.out.splitlines())
    assert "q_danger[" in part.out
    assert "q_who[" not in part.out


def test_the_text_of_one_part_keeps_the_numbers_of_the_whole(cg):
    run = cg("graph", str(SMALL_FLOWS / "visit"), "door", "--plain", lang="en")

    assert "\n2. who" in run.out
    assert "1. danger" not in run.out
