"""`cg check`: every mistake of a flow, every broken promise; or what grows old, or what no journey reaches."""

from typing import Annotated

from collector_guard.commands.declaration import command, option
from collector_guard.commands.options import AnyFlow, On, Plain, day_of, form_of, form_option
from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.errors import ExitStatus, UsageError
from collector_guard.render.formats import writer


@command(
    zh="检查一个流程：写法、意思（用证明）和法条，一次列出全部问题。有问题时退出状态是 1。",
    en=(
        "Check a flow: its shape, its sense (by proof) and its law; every problem at once. "
        "Exit status 1 if there is any."
    ),
    short=("检查流程和法条的数据", "Checks the data of a flow and its law"),
    also=("validate", "lint", "检查"),
)
def check(
    environment: Environment,
    flow: AnyFlow = FLOW,
    age: Annotated[
        bool,
        option(
            "--age",
            zh="列出只是变旧的内容：很久没核对的、快到期的版本、过期的审阅",
            en="List what only grows old: checks of long ago, versions about to end, an overdue review",
        ),
    ] = False,
    cover: Annotated[
        str,
        option(
            "--cover",
            zh="这个文件夹里的故事没有走到哪些选项、步骤、认定、事实的行和承诺",
            en="What the journeys of this folder do not reach: choices, steps, findings, rows of facts, promises",
            value=("文件夹", "FOLDER"),
        ),
    ] = "",
    on: On = "",
    form: Annotated[str, form_option("report")] = "",
    plain: Plain = False,
) -> ExitStatus:
    """Find every mistake of a flow, or tell what grows old, or what no journey reaches."""
    if age and cover:
        raise UsageError("not-together-options", one="--age", other="--cover")
    form = form_of(form, "ageing" if age else "coverage" if cover else "report", environment, plain=plain)
    day = day_of(on)
    if cover:
        return _cover(flow, cover, form, environment)
    from collector_guard.commands.progress import Progress
    from collector_guard.library.load import place_of
    from collector_guard.review.report import aged, checked

    place, language = place_of(flow), environment.language
    if age:
        environment.write(writer("ageing", form)(aged(*place, language, day), language), form)
        return ExitStatus.DONE
    with Progress(environment) as progress:
        report = checked(*place, language, day, progress)
    environment.write(writer("report", form)(report, language), form)
    return ExitStatus.STATED_ERROR if report.problems else ExitStatus.DONE


def _cover(flow: str, folder: str, form: str, environment: Environment) -> ExitStatus:
    from pathlib import Path

    from collector_guard.library.load import load_flow_from_yaml, place_of
    from collector_guard.review.coverage import cover
    from collector_guard.review.journeys import read_journeys

    name, flows = place_of(flow)
    loaded = load_flow_from_yaml(name, environment.language, flows)
    coverage = cover(loaded, read_journeys(Path(folder), loaded))
    columns = environment.columns(environment.stdout)
    environment.write(writer("coverage", form)(coverage, loaded, columns), form)
    return ExitStatus.STATED_ERROR if coverage.missing else ExitStatus.DONE
