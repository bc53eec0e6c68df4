"""Plans of a small flow, for tests of what is shown: tests/render/plan_flows, in Chinese and English."""

from datetime import date, time
from functools import cache

from folders import TESTS

from collector_guard.flow.model import Flow, Question
from collector_guard.flow.plan import Plan, plan_of
from collector_guard.flow.situation import Answer
from collector_guard.flow.walk import replay
from collector_guard.law.model import Laws, Provision, Topic
from collector_guard.library.load import load_flow

DAY = date(2026, 11, 23)
FLOWS = TESTS / "render/plan_flows"
ANSWERS = {
    "claims": ("firm",),
    "arrived": (time(22, 40),),
    "does": ("insults", "told-others"),
    "paper-received": (date(2026, 11, 20),),
}


@cache
def flow_in(language: str) -> Flow:
    return load_flow("doorstep", language, FLOWS)


def questions_in(language: str) -> dict[str, Question]:
    return {question.id: question for question in flow_in(language).questions}


def laws_in(language: str) -> Laws:
    return flow_in(language).laws


def topics_in(language: str) -> tuple[Topic, ...]:
    return laws_in(language).topics


def provisions_in(language: str) -> dict[str, Provision]:
    """Four provisions: a law with an old number, one of its old version, an inserted article, and a rule not seen."""
    laws = laws_in(language)
    return {
        "messages": laws.provisions["public-security"]["2025", "50.1.5"],
        "old-messages": laws.provisions["public-security"]["2012", "42.1.5"],
        "personal-data": laws.provisions["criminal-law"]["2020", "253-1"],
        "hours": laws.provisions["bank-guideline-2026"]["2026", "hours"],
    }


def door_plan(language: str) -> Plan:
    """A whole plan: seven steps for now, two findings, a deadline with a day and one without."""
    return _plan(language)


def danger_plan(language: str) -> Plan:
    """The same under a card."""
    return _plan(language, does=("insults", "told-others", "force"))


def calm_plan(language: str) -> Plan:
    """Nobody is there: nothing is for now, two things for today, one for later."""
    return _plan(language, claims=("silent",))


def alone_plan(language: str) -> Plan:
    """A plan that shows its card and nothing else."""
    plan = danger_plan(language)
    return plan._replace(outcome=plan.outcome._replace(alone=True, at_once=True), findings=(), steps=(), alarm=None)


def hostile_plan() -> Plan:
    """A plan whose texts look like markup and carry escape sequences."""
    hostile = "[bold]粗[/bold] [/催收] :100: \x1b[31m红\x1b[0m\u202e反 *星* _线_ `码` <b>标</b> # 号 1. 数 \x07"
    plan = door_plan("zh")
    step = plan.steps[0].step._replace(do=hostile, say=hostile)
    asked = plan.situation.answers[0].question._replace(ask=hostile)
    answers = (Answer(asked, ("silent",)), *plan.situation.answers[1:])
    return plan._replace(
        outcome=plan.outcome._replace(title=hostile),
        situation=plan.situation._replace(answers=answers),
        steps=(
            plan.steps[0]._replace(step=step._replace(cites=()), reason=answers[:1], deadline=None),
            *plan.steps[1:],
        ),
    )


def _plan(language: str, **others: tuple[str, ...]) -> Plan:
    flow = flow_in(language)
    return plan_of(flow, replay(flow, ANSWERS | others, on=DAY))
