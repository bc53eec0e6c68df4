"""The options that several commands take, and what is made of their values."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from collector_guard.commands import completion
from collector_guard.commands.declaration import argument, option
from collector_guard.files.errors import Typed, UsageError
from collector_guard.render.formats import forms_of, offers

if TYPE_CHECKING:
    from datetime import date

    from collector_guard.commands.declaration import Parameter
    from collector_guard.desk.environment import Environment

# Words for values that several commands take.
FILE = ("文件", "FILE")
FLOW_NAME = ("流程", "FLOW")

AnyFlow = Annotated[
    str,
    argument(
        FLOW_NAME,
        zh="流程的名称，或者它的文件夹，比如 ./flows/doorstep；默认 doorstep",
        en="The flow's name, or its folder, such as ./flows/doorstep; doorstep unless given",
        complete=completion.flows,
    ),
]
On = Annotated[
    str, option("--on", zh="把这一天当作今天", en="Take this day as today", value=("年-月-日", "YYYY-MM-DD"))
]
Answer = Annotated[
    tuple[str, ...],
    option(
        "--answer",
        zh="直接给出回答，可以写多次：问题=选项，或 问题=选项,选项。会留在终端的历史记录里。",
        en=(
            "Answer in advance, as often as needed: question=choice or question=choice,choice. "
            "The shell's history keeps it."
        ),
        value=("问题=选项", "Q=C"),
        complete=completion.answers,
    ),
]
Plain = Annotated[
    bool, option("--plain", zh="不用颜色和菜单，只用文字和编号", en="No colour and no menu, only text and numbers")
]


def form_option(noun: str, zh: str = "输出格式", en: str = "The form of the output") -> Parameter:
    """Declare the option for the form of output: any that offers what the command writes."""
    return option("--format", zh=zh, en=en, value=("格式", "FORM"), choices=partial(forms_of, noun))


def form_of(name: str, noun: str, environment: Environment, *, plain: bool) -> str:
    """Choose the form of output: as asked, else painted for a terminal and plain for anything else."""
    if name and not offers(name, noun):
        raise UsageError("unknown-format", name=Typed(name), known=forms_of(noun))
    return name or ("plain" if plain else environment.usual_form)


def day_of(text: str) -> date:
    """Read the day that stands for today."""
    from datetime import datetime

    if not text:
        return datetime.now().date()
    from collector_guard.files.entries import day_in

    if day := day_in(text):
        return day
    raise UsageError("on-form")
