"""JSON: ids and kinds are stable, texts are not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from collector_guard.render.law.tree import FORMAT, card_tree, laws_tree, plain
from collector_guard.render.plan.tree import plan_tree
from collector_guard.wording.sentences import problem_text, readable

if TYPE_CHECKING:
    from collector_guard.files.errors import Problem
    from collector_guard.flow.card import Card
    from collector_guard.flow.plan import Plan
    from collector_guard.law.model import Laws
    from collector_guard.law.query import Answer
    from collector_guard.render.law.tree import Tree
    from collector_guard.review.proof.waits import Paced
    from collector_guard.review.report import Report


def plan(plan: Plan, _columns: int) -> str:
    return _text(plan_tree(plan))


def card(card: Card, _columns: int) -> str:
    return _text({"format": FORMAT, "card": card_tree(card)})


def law(answer: Answer, above: Card | None, laws: Laws, _columns: int, _language: str, _rows: int | None) -> str:
    """Write what was found of the law, with a card that comes before it."""
    first = {"format": FORMAT, "card": card_tree(above)} if above else {}
    return _text({**first, **laws_tree(answer, laws)})


def report(report: Report, language: str) -> str:
    """Write every problem and the pace; `proved` and `pace` are null where mistakes left nothing to prove."""
    proved = report.proved
    return _text(
        {
            "format": FORMAT,
            "flow": report.flow_id,
            "on": report.on.isoformat(),
            "problems": [_problem(problem, language) for problem in report.problems],
            "proved": proved and {"proofs": proved.proofs, "situations": proved.situations},
            "pace": _pace(report.paced) if report.paced else None,
        }
    )


def _text(tree: Tree) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _pace(paced: Paced) -> Tree:
    """The longest walk and the longest waits, in questions; null is not proved, never or not asked for."""
    return {
        "walk": paced.walk.count,
        "questions": list(paced.walk.answers),
        "advice": paced.advice.count if paced.advice else None,
        "plan": paced.plan.count if paced.plan else None,
        "after-danger": paced.after_danger.count if paced.after_danger else None,
    }


def _problem(problem: Problem, language: str) -> Tree:
    return {
        "kind": problem.kind,
        "file": readable(problem.file),
        "line": problem.line,
        "values": {name: plain(value) for name, value in problem.values},
        "text": problem_text(problem, language),
    }
