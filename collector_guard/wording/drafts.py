"""The sentences around the texts of drafts."""

SENTENCES: dict[str, tuple[str, str]] = {
    "blank-day": ("＿＿＿＿年＿＿月＿＿日", "____-__-__ (year-month-day)"),
    "blank-line": ("＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿", "____________________________________"),
    "draft-day": ("{year}年{month}月{day}日", "{year}-{month:02}-{day:02}"),
    "draft-for": ("交给：{to}", "For: {to}"),
    "draft-desks": ("交到哪里：只勾符合的，先上后下", "Where it goes: tick what fits, from the top down"),
    "draft-honest": (
        "空着的用笔填。只留真的、你亲眼看到听到的；一项里写了几样，没发生的划掉。",
        "Fill in the blanks by hand. Keep only what is true and what you saw or heard; strike out what did not happen.",
    ),
    "draft-form": (
        "这是空白的一份：有 □ 的，符合才打勾，不符合的划掉。",
        "This is a blank form: tick a □ only where it fits, and strike out the rest.",
    ),
    "draft-rests-on": ("依据：{laws}。", "It rests on: {laws}."),
    "draft-always": ("随时可以写", "Can be written at any time"),
    "drafts-that-fit": ("按你的回答，可以写这些", "What can be written from your answers"),
    "drafts-there-are": ("可以写这些", "What can be written"),
    "no-draft-fits": ("按你的回答，现在没有要写的。", "With these answers there is nothing to write now."),
    "draft-how": (
        "写一份：cg draft 名称。要打印：加 --format html --output 文件名。填入你的回答：加 --answers 文件。",
        "To write one: cg draft NAME. To print it: add --format html --output FILE. To fill in your answers: add --answers FILE.",
    ),
    "calendar-until": ("大概到今天为止：{title}", "Probably the last day: {title}"),
    "answers-behind": (
        "这些回答没有用上：{names}。排在前面的 '{question}' 还没有回答；没问到、不清楚，就答 unknown。",
        "These answers do not count yet: {names}. '{question}' comes first and has no answer. Not sure? Answer unknown.",
    ),
    "draft-written": ("写好了：{name}", "Written: {name}"),
    "draft-not-offered": (
        "按你的回答用不上 '{name}'。它是这样用的：{does} 现在可以写：{known}。",
        "'{name}' does not fit your answers. It is for this: {does} These fit now: {known}.",
    ),
    "draft-no-calendar": (
        "'{name}' 里没有最后一天，不能写成 ics。可以的有：{known}。",
        "'{name}' has no last days, so it cannot be written as ics. These can: {known}.",
    ),
    "draft-no-days": (
        "没有能放进日历的日子：先回答是哪天收到、哪天发生的，已经过去的不放。",
        "There is no day to put in a calendar. First say which day it came or happened. Days that have passed are left out.",
    ),
    "draft-name-missing": (
        "要写成 {form}，先说写哪一份，比如 cg draft {name}。",
        "To write {form}, name the draft first, for example cg draft {name}.",
    ),
    "output-exists": (
        "'{name}' 已经有了，没有动它。换一个文件名，或者加 --force 覆盖。",
        "'{name}' already exists and was not changed. Choose another name, or add --force to overwrite it.",
    ),
    "output-not-a-file": (
        "'{name}' 不是普通文件，不往里写。请换一个文件名。",
        "'{name}' is not an ordinary file, so nothing is written to it. Name another file.",
    ),
    "output-impossible": (
        "'{name}' 没有写成：{reason}。请换一个地方。",
        "'{name}' was not written: {reason}. Choose another place.",
    ),
    # Keys.
    "key-write": ("w 写", "w: write it"),
    "key-choose-draft": ("{numbers} 写这一份", "{numbers}: write"),
    "wrong-draft": ("没有这个编号。可以写 1 到 {last}。", "No such number: type 1 to {last}."),
    "name-a-draft": (
        "{title}：写到哪个文件？名字以 .html 结尾就能打印；直接按回车就不写",
        "{title}: file name? End it in .html to print it. Enter alone: do not write",
    ),
}
