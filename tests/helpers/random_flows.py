"""Random flows small enough to walk every way through them."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from random import Random

from hypothesis import strategies as st

from collector_guard.files.errors import Problem
from collector_guard.flow.card import Card
from collector_guard.flow.model import (
    Choice,
    Due,
    Fact,
    Flow,
    Kind,
    Limit,
    Outcome,
    Pace,
    Promise,
    Question,
    Row,
    Step,
    Urgency,
)
from collector_guard.flow.situation import Situation
from collector_guard.flow.walk import next_question, replay
from collector_guard.flow.when import ALWAYS, AllOf, AnyOf, Condition, Is, Span

DAY = date(2026, 11, 23)
CARD = Card("call", "Call", ("call-110",), (), ("Call.",))
ACTS = ("open", "sign", "call-110")
CHOICES = {"one": ("a", "b", "unknown"), "many": ("a", "b", "none", "unknown"), "date": ("unknown",)}
# Of the days, one from which a last day runs out today, and one from which it runs out tomorrow.
TAKEN = {
    "one": [("a",), ("b",), ("unknown",)],
    "many": [("a",), ("b",), ("a", "b"), ("none",), ("unknown",)],
    "date": [("unknown",), ("1900-01-01",), ("2026-11-08",), ("2026-11-09",)],
}
NAMES = ("q0", "q1", "q2", "q3")
READ = (*NAMES, "fact")
EACH_DEPTH = 100


def conditions(names: tuple[str, ...]) -> st.SearchStrategy[Condition]:
    """Conditions of up to three lines that read these questions, and the fact where it is among the names."""
    return st.sampled_from(_some_conditions(names))


@cache
def _some_conditions(names: tuple[str, ...]) -> tuple[Condition, ...]:
    """The plain ones first; picked here once, because to draw every part of every condition takes most of a test."""
    chance = Random(1)  # noqa: S311 the conditions must be the same every time
    lines: list[Condition] = [
        Is(name, ("yes",) if name == "fact" else value)
        for name in names
        for value in (("a",), ("b",), ("unknown",), ("a", "unknown"))
    ]
    found = list(lines)
    for inner in (lines, found):
        for _ in range(EACH_DEPTH):
            parts = chance.choices(inner, k=chance.randint(1, 2))
            found.append(chance.choice((AllOf, AnyOf))(tuple(parts)))
    return tuple(found)


@st.composite
def flows(draw: st.DrawFn, like: Flow, many: int | None = None) -> Flow:
    """A flow of up to four questions, one of kind many, with a fact of the first two, promises and a pace."""
    names = NAMES[: draw(st.integers(2, 4))]
    many = draw(st.integers(0, 4)) if many is None else many
    questions = [draw(_questions(place, "many" if place == many else "one")) for place in range(len(names))]
    read = (*names, "fact")
    steps = [draw(_steps(f"s{place}", read)) for place in range(draw(st.integers(0, 3)))]
    outcomes = [draw(_outcomes(f"o{place}", read, steps)) for place in range(draw(st.integers(0, 2)))]
    last = Outcome(id="end", severity="calm", title="End", when=ALWAYS, leads=draw(_leads(steps)))
    return like._replace(
        questions=tuple(questions),
        facts=(Fact("fact", (Row("no", draw(conditions(names[:2]))), Row("yes", ALWAYS))),),
        findings=(),
        steps=tuple(steps),
        outcomes=(*outcomes, last),
        promises=tuple(draw(_promises(f"p{place}", read)) for place in range(draw(st.integers(0, 2)))),
        pace=draw(_paces(questions, read)),
    )


@st.composite
def flows_with_last_days(draw: st.DrawFn, like: Flow) -> Flow:
    """A flow that also asks for a day, from which some of its steps have a last day."""
    flow = draw(flows(like))
    asked = _question("day", "date", flow.questions[0].when, advise=False)
    due = st.sampled_from([None, Due("day", Span(15, "day"), "order/90")])
    return flow._replace(
        questions=(asked, *flow.questions),
        steps=tuple(step._replace(due=draw(due)) for step in flow.steps),
    )


def every_beginning(flow: Flow) -> Iterator[dict[str, tuple[str, ...]]]:
    """One answer to each of the first questions of a flow, in every way, whether they are asked or not."""
    for length in range(len(flow.questions) + 1):
        questions = flow.questions[:length]
        for taken in product(*(TAKEN[question.kind] for question in questions)):
            yield dict(zip((question.id for question in questions), taken, strict=True))


def ends(flow: Flow) -> Iterator[Situation]:
    """Every complete situation."""
    waiting: list[dict[str, tuple[str, ...]]] = [{}]
    while waiting:
        taken = waiting.pop()
        situation = replay(flow, taken, on=DAY)
        question = next_question(flow, situation)
        if question is None:
            yield situation
        else:
            waiting += [taken | {question.id: one} for one in TAKEN[question.kind]]


def shown_in(problem: Problem) -> dict[str, tuple[str, ...]]:
    """The answers that a problem shows; a dash stands for none."""
    written = (one.partition("=") for one in dict(problem.values)["answers"] if one != "-")
    return {name: tuple(taken.split(",")) for name, _, taken in written}


def moments(end: Situation) -> list[Situation]:
    """The situations on the way to a complete one, from the beginning on, and itself."""
    on_the_way = [end._replace(answers=end.answers[:length], complete=False) for length in range(len(end.answers))]
    return [*on_the_way, end]


@st.composite
def _questions(draw: st.DrawFn, place: int, kind: Kind) -> Question:
    earlier = (*NAMES[:place], *(["fact"] if place > 1 else []))
    when = draw(conditions(earlier)) if earlier and draw(st.booleans()) else ALWAYS
    return _question(NAMES[place], kind, when, advise=draw(st.booleans()))


def _question(name: str, kind: Kind, when: Condition, *, advise: bool) -> Question:
    choices = tuple(Choice(one, one) for one in CHOICES[kind])
    return Question(name, kind, ask=name, why=name, choices=choices, when=when, advise=advise, known=None)


@st.composite
def _steps(draw: st.DrawFn, name: str, read: tuple[str, ...]) -> Step:
    urgency, act = draw(st.sampled_from(["now", "today"])), draw(st.sampled_from(ACTS))
    return step_of(name, draw(conditions(read)), urgency=urgency, acts=(act,))


def step_of(name: str, when: Condition, *, urgency: Urgency = "now", acts: tuple[str, ...] = ("open",)) -> Step:
    """Make a step that says nothing but its title."""
    return Step(
        id=name, when=when, urgency=urgency, acts=acts, title="Do",
        do=None, say=None, avoid=None, due=None, calls=(), cites=(),
    )  # fmt: skip


@st.composite
def _outcomes(draw: st.DrawFn, name: str, read: tuple[str, ...], steps: list[Step]) -> Outcome:
    return Outcome(
        id=name,
        severity="calm",
        title="End",
        when=draw(conditions(read)),
        card=draw(st.sampled_from([None, CARD])),
        leads=draw(_leads(steps)),
        at_once=draw(st.sampled_from([False, False, True])),
        alone=draw(st.booleans()),
    )


def _leads(steps: list[Step]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.permutations([step.id for step in steps]).flatmap(
        lambda names: st.integers(0, len(names)).map(lambda count: tuple(names[:count]))
    )


@st.composite
def _promises(draw: st.DrawFn, name: str, read: tuple[str, ...]) -> Promise:
    named = draw(
        st.sampled_from([{"acts": (act,)} for act in ACTS] + [{"steps": ("s0", "s1")}, {"outcomes": ("end",)}])
    )
    demand = draw(st.sampled_from(["never", "shows", "first"]))
    return Promise(id=name, when=draw(conditions(read)), demand=demand, named=named)


@st.composite
def _paces(draw: st.DrawFn, questions: list[Question], read: tuple[str, ...]) -> Pace:
    advice, plan, walk, after_danger = (
        Limit(key, draw(st.integers(1, 4))) for key in ("advice", "plan", "walk", "after-danger")
    )
    can_pause = [question.id for question in questions if question.kind == "one"]
    return Pace(
        at_the_door=draw(conditions(read)),
        advice=advice,
        plan=plan,
        pauses=tuple(draw(st.lists(st.sampled_from(can_pause), min_size=1, max_size=2, unique=True))),
        walk=walk,
        danger=draw(conditions(tuple(question.id for question in questions))),
        after_danger=after_danger,
    )
