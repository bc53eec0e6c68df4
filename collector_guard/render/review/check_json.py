"""Turn what `cg check` found into a tree that JSON can carry; kinds are stable, texts are not."""

from collector_guard.files.errors import Problem
from collector_guard.review.proof.waits import Paced
from collector_guard.review.report import Report
from collector_guard.wording.sentences import problem_text, readable

FORMAT = 1

Tree = dict[str, object]


def report_tree(report: Report, language: str) -> Tree:
    """Every problem, and the pace; `proved` and `pace` are null where mistakes in the files left nothing to prove."""
    proved = report.proved
    return {
        "format": FORMAT,
        "flow": report.flow_id,
        "on": report.on.isoformat(),
        "problems": [_problem(problem, language) for problem in report.problems],
        "proved": proved and {"proofs": proved.proofs, "situations": proved.situations},
        "pace": _pace(report.paced) if report.paced else None,
    }


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
        "values": {name: _value(value) for name, value in problem.values},
        "text": problem_text(problem, language),
    }


def _value(value: object) -> object:
    if isinstance(value, list | tuple):
        return [readable(str(part)) for part in value]
    return value if isinstance(value, int) else readable(str(value))
