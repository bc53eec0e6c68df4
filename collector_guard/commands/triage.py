"""`cg triage`: ask, then show the plan."""

from typing import TYPE_CHECKING, Annotated

from collector_guard.commands import completion
from collector_guard.commands.declaration import argument, command, option
from collector_guard.commands.given import begun, name_unfit, name_unused
from collector_guard.commands.options import FILE, FLOW_NAME, Answer, On, Plain, day_of, form_of, form_option
from collector_guard.desk.environment import FLOW, Environment
from collector_guard.files.errors import ExitStatus, UsageError
from collector_guard.render.formats import writer

if TYPE_CHECKING:
    from collector_guard.desk.autosave import Autosave
    from collector_guard.flow.answers_file import Given
    from collector_guard.flow.walk import Walk


@command(
    zh=(
        "回答几个问题，得到现在、今天、以后要做的事和法律依据。随时可以输入：? 为什么问，< 返回，"
        "! 或 110 紧急，= 目前的建议，q 离开，qq 离开并清屏。问完以后：回车翻页，数字细说一步，l 法律，"
        "c 改回答，s 保存，w 写文书，q 结束。"
    ),
    en=(
        "Answer a few questions; get what to do now, today and later, with the law. At any prompt: ? why, "
        "< back, ! or 110 emergency, = the plan so far, q leave, qq leave and clear the screen. "
        "At the end: Enter the next page, a number that step, l law, c change an answer, s save, w write, q finish."
    ),
    short=("一步步问，告诉你现在怎么做", "Asks step by step and says what to do now"),
    also=("ask", "start", "go", "开始", "提问", "催收", "上门", "怎么办"),
)
def triage(
    environment: Environment,
    flow: Annotated[
        str,
        argument(
            FLOW_NAME,
            zh="流程的名称，默认 doorstep（催收上门）",
            en="The flow's name; doorstep (collectors at the door) unless given",
            complete=completion.our_flows,
        ),
    ] = FLOW,
    now: Annotated[
        bool, option("--now", zh="不提问，马上显示紧急卡片", en="Show the emergency card at once, without a question")
    ] = False,
    on: On = "",
    answers: Annotated[
        str,
        option(
            "--answers",
            zh="从这个文件读回答（JSON），只问还没有回答的",
            en="Read answers from this file (JSON) and ask only what it leaves open",
            value=FILE,
        ),
    ] = "",
    answer: Answer = (),
    save: Annotated[
        str | None,
        option(
            "--save",
            zh="每答一题就存到这个文件，不加密。--answers 也写它，就接着它做。",
            en=(
                "Save to this file after every answer, not encrypted. "
                "With the same file after --answers it is continued."
            ),
            value=FILE,
        ),
    ] = None,
    force: Annotated[
        bool, option("--force", zh="和 --save 一起：覆盖已有的文件", en="With --save: overwrite a file that exists")
    ] = False,
    form: Annotated[str, form_option("plan")] = "",
    plain: Plain = False,
) -> ExitStatus:
    """Show the emergency card, or walk a flow and show its plan."""
    form = form_of(form, "plan", environment, plain=plain)
    today = day_of(on)
    if now:
        return _show_card(flow, form, environment)
    if force and save is None:
        raise UsageError("needs-option", one="--force", other="--save")
    from collector_guard.library.load import folder, load_flow

    loaded = load_flow(flow, environment.language, folder())
    walk, given = begun(loaded, answers, answer, today)
    autosave = None
    if save is not None:
        from collector_guard.desk.autosave import autosave_to, is_same

        continued = given.in_file if is_same(save, answers) else None
        autosave = autosave_to(save, walk, environment, force=force, continued=continued)
    name_unfit(given, environment)
    shows_pages = environment.stdout.isatty() and (plain or form == "terminal")
    if environment.stdin.isatty() and (walk.question or shows_pages):
        from collector_guard.desk.session import lead

        autosave = lead(walk, environment, autosave, plain=plain)
    elif walk.question:
        return _show_what_is_missing(walk, autosave, environment, plain=plain)
    return _show_plan(walk, given, autosave, "" if shows_pages else form, environment)


def _show_card(flow: str, form: str, environment: Environment) -> ExitStatus:
    from collector_guard.library.load import folder, load_card

    card = load_card(flow, environment.language, folder())
    environment.write(writer("card", form)(card, environment.columns(environment.stdout)), form)
    return ExitStatus.DONE


def _show_what_is_missing(
    walk: "Walk", autosave: "Autosave | None", environment: Environment, *, plain: bool
) -> ExitStatus:
    """Say what can already be said, the next question, and how to go on: nobody is there to ask."""
    from collector_guard.desk.unasked import show_what_is_missing

    show_what_is_missing(walk, environment, plain=plain)
    if autosave:
        autosave.write(walk)
        if command := autosave.command(walk):
            environment.say("going-on", command=command)
    return ExitStatus.ANSWERS_MISSING


def _show_plan(
    walk: "Walk", given: "Given", autosave: "Autosave | None", form: str, environment: Environment
) -> ExitStatus:
    """Save the answers, name those that were given and not asked for, and write the plan unless its form is ""."""
    if autosave:
        autosave.write(walk)
    name_unused(given.taken, walk, environment)
    if form:
        environment.write(writer("plan", form)(walk.plan, environment.columns(environment.stdout)), form)
    return autosave.status() if autosave else ExitStatus.DONE
