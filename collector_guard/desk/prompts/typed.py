"""The meaning of typed text: a key, or the words of an answer."""

import re
from collections.abc import Sequence

from collector_guard.desk.prompts.reply import DangerWord, Key
from collector_guard.flow.model import NONE, UNKNOWN, Question
from collector_guard.flow.typed_text import danger_in, in_one_form, number_in

EMERGENCY_NUMBER = "110"
KEY_WORDS = {
    **dict.fromkeys(("退出", "离开", "结束", "不答了", "关闭", "再见", "拜拜"), Key.LEAVE),
    **dict.fromkeys(("exit", "quit", "leave", "close", "bye", "goodbye"), Key.LEAVE),
    **dict.fromkeys(("返回", "后退", "退回", "回退", "回去", "撤销", "撤回", "按错了", "选错了", "点错了"), Key.BACK),
    **dict.fromkeys(("上一题", "上一步", "上一个", "上一页", "返回上一题", "返回上一步", "回到上一题"), Key.BACK),
    **dict.fromkeys(("back", "go back", "undo", "previous", "prev", "previous question", "mistake"), Key.BACK),
    **dict.fromkeys(("帮助", "说明", "为什么", "为什么问", "help", "why"), Key.WHY),
    **dict.fromkeys(("紧急", "报警", "emergency"), Key.CARD),
    **dict.fromkeys(("建议", "目前的建议", "advice"), Key.PLAN),
}
NOTHING = (
    *("没有", "都没有", "没", "无", "没事", "都不是", "还没有", "还没", "以上都没有", "一个都没有", "没有这些"),
    *("none", "nothing", "no", "nope", "not yet", "none of these", "none of them", "none of the above"),
)
NOT_KNOWN = (
    *("不知道", "不知", "不清楚", "不太清楚", "不晓得", "不确定", "不太确定", "不记得", "不记得了", "不太记得"),
    *("忘了", "忘记了", "记不清", "记不清了", "记不得了", "想不起来", "没印象", "说不准", "说不清", "没注意"),
    *("not sure", "i'm not sure", "unsure", "i don't know", "i dont know", "don't know", "dont know", "dunno", "idk"),
    *("no idea", "unknown", "can't remember", "i can't remember", "don't remember", "i don't remember", "i forgot"),
)
MORNING = ("1", "早上", "早", "上午", "凌晨", "白天", "morning", "am", "a.m.")
EVENING = ("2", "晚上", "晚", "下午", "夜里", "evening", "night", "pm", "p.m.")
BETWEEN_CHOICES = re.compile(r"[\s,;/和]+")
# As menus print it: 8. or 8、 or (8).
PRINTED = re.compile(r"\(?(.*?)[.。,)]?")


def pressed_in(text: str, danger_words: Sequence[str], question: Question | None = None) -> Key | DangerWord | None:
    """The danger word that a text holds, or the key that it stands for, if it is no answer to the question."""
    word = danger_in(text, danger_words)
    if word:
        return DangerWord(word)
    if question and in_one_form(text) in _by_label(question):
        return None
    return key_in(text) or KEY_WORDS.get(_words(text))


def is_emergency_number(text: str) -> bool:
    """Tell whether a text is the number of the police, in digits of any width."""
    return in_one_form(text) == EMERGENCY_NUMBER


def key_in(text: str) -> Key | None:
    """The key that a text stands for; held down or pressed repeatedly it is the same key."""
    pressed = in_one_form(text)
    if is_emergency_number(text):
        return Key.CARD
    # Some input methods write 《 together with its closing mark.
    if pressed == "<>":
        return Key.BACK
    if len(set(pressed)) != 1:
        return None
    if pressed[0] == Key.LEAVE:
        return Key.LEAVE if len(pressed) == 1 else Key.WIPE
    return next((key for key in (Key.BACK, Key.WHY, Key.CARD, Key.PLAN) if key == pressed[0]), None)


def side_of_day_in(text: str) -> int | None:
    """0 for the morning and 1 for the evening, where a text says one of them."""
    said = in_one_form(text)
    return 0 if said in MORNING else 1 if said in EVENING else None


def answer_in(text: str, question: Question) -> tuple[str, ...]:
    """Read an answer for the gate: choice ids for numbers and words, else the text itself."""
    said = in_one_form(text)
    offered = {choice.id for choice in question.choices}
    if said in (labels := _by_label(question)):
        return (labels[said],)
    if UNKNOWN in offered and (number_in(said) == 0 or _words(said) in NOT_KNOWN):
        return (UNKNOWN,)
    if question.kind in ("time", "date"):
        return (said,)
    if _words(said) in NOTHING and (meant := _nothing(question)):
        return (meant,)
    choices = [_choice(part, question) for part in BETWEEN_CHOICES.split(said) if part]
    # What is no list of choices is a sentence, and refused as one.
    return tuple(choices) if all(choices) else (said,)


def _words(text: str) -> str:
    """A text in one form, without the mark that ends a sentence."""
    return in_one_form(text).rstrip("。.").rstrip()


def _nothing(question: Question) -> str | None:
    """The one choice that says no: `none`, or what is called so."""
    saying = [choice.id for choice in question.choices if choice.id == NONE or _words(choice.label) in NOTHING]
    return saying[0] if len(saying) == 1 else None


def _by_label(question: Question) -> dict[str, str]:
    return {in_one_form(choice.label): choice.id for choice in question.choices}


def _choice(part: str, question: Question) -> str:
    """The choice that a number or an id names; empty where there is none."""
    printed = PRINTED.fullmatch(part)
    place = number_in(printed[1]) if printed else None
    if place is not None and 1 <= place <= len(question.choices):
        return question.choices[place - 1].id
    return part if any(choice.id == part for choice in question.choices) else ""
