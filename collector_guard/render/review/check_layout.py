"""Lay out what `cg check` found as lines, each with a role."""

from collections.abc import Iterator

from collector_guard.files.errors import Problem
from collector_guard.render.lines import Line, Lines
from collector_guard.render.naming import power_words
from collector_guard.review.proof.prover import Verdict
from collector_guard.review.proof.waits import Paced
from collector_guard.review.report import Ageing, Report
from collector_guard.wording.sentences import problem_text, readable, sentence


def report_lines(report: Report, language: str) -> Lines:
    """Every problem on a line of its own, however long, as editors and build logs read them; then what was proved."""
    count = len(report.problems)
    problems = sentence("check-problems" if count else "check-clean", language, count=count)
    if report.proved is None:
        last = sentence("check-not-proved", language, problems=problems)
    else:
        proofs, situations = report.proved.proofs, report.proved.situations
        kind = "check-proved" if situations else "check-proved-by-parts"
        last = sentence(kind, language, problems=problems, proofs=proofs, situations=power_words(situations or 0))
    paced = (Line(text, "note") for text in _paced(report.paced, language)) if report.paced else ()
    return (*(_problem(problem, language) for problem in report.problems), *paced, Line(last, "headline"))


def ageing_lines(ageing: Ageing, language: str) -> Lines:
    """List what needs another look, one line each, and how much it is."""
    count = len(ageing.notes)
    last = sentence("age-old" if count else "age-fresh", language, count=count)
    return (*(_problem(note, language) for note in ageing.notes), Line(last, "headline"))


def _paced(paced: Paced, language: str) -> Iterator[str]:
    """The longest walk, and the longest waits where the flow has a pace; what was not proved is told so."""
    walk = paced.walk
    if walk.verdict is Verdict.UNDECIDED:
        yield sentence("walk-not-counted", language)
    else:
        yield sentence("longest-walk", language, count=walk.count, questions=tuple(walk.answers))
    advice, plan, after_danger = paced.advice, paced.plan, paced.after_danger
    if advice and advice.verdict is Verdict.SOMEWHERE:
        kind = "advice-may-not-come" if advice.count is None else "longest-to-advice"
        yield sentence(kind, language, count=advice.count)
    if plan and plan.verdict is Verdict.SOMEWHERE:
        yield sentence("longest-to-pause", language, count=plan.count)
    if after_danger and after_danger.verdict is Verdict.SOMEWHERE:
        yield sentence("longest-after-danger", language, count=after_danger.count)


def _problem(problem: Problem, language: str) -> Line:
    file, line = readable(problem.file), problem.line
    place = sentence("problem-place", language, file=file, line=line, kind=problem.kind)
    return Line(place + problem_text(problem, language), "text", len(place))
