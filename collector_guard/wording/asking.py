"""What is said while questions are asked."""

SENTENCES: dict[str, tuple[str, str]] = {
    "type-one": ("数字", "Number"),
    "type-many": ("数字，可以写几个，用空格隔开", "Numbers, several with spaces between"),
    "type-time": ("时间，例如 21:30", "Time, for example 21:30"),
    "type-date": ("日期，例如 {today}、昨天", "Date, for example {today} or yesterday"),
    "questions-left": ("（最多还有 {left} 题）", " (at most {left} more)"),
    "none-left": ("（最后一题）", " (the last question)"),
    "more": ("回车看下面", "Enter for more"),
    "type-change": ("要改哪一条，写编号；不改就按回车", "Number of an answer to change, or Enter to finish"),
    "change-keys": (
        "? 说明  < 上一题  ! 紧急  = 再看建议  q 结束  qq 离开并清屏",
        "? about this  < last question  ! emergency  = advice again  q finish  qq leave and clear the screen",
    ),
    "wrong-change": (
        "没有这一条，写 1 到 {last} 的编号，不改就直接按回车。",
        "There is no such answer: type a number from 1 to {last}, or press Enter to finish.",
    ),
    "why-change": (
        "上面是你的回答。写一个编号，就再问那一题；只问因此多出来的题，其他回答留着，然后显示新的建议。直接按回车就结束。",
        (
            "These are your answers. Type a number and that question is asked again, then only what comes up because "
            "of it. Your other answers stay, and the new advice follows. Enter alone ends."
        ),
    ),
    "enter-takes": ("直接按回车：{words}", "Enter alone takes: {words}"),
    "taken": ("你的回答：{words}", "Your answer: {words}"),
    "all-keys": (
        "? 为什么问  < 返回  ! 紧急  = 目前的建议  q 离开  qq 离开并清屏",
        "? why  < back  ! emergency  = advice so far  q leave  qq leave and clear the screen",
    ),
    "keys": ("? 为什么  < 返回  ! 紧急  q 离开", "? why  < back  ! emergency  q leave"),
    "wrong-one": ("没有这一项，写 1 到 {last} 的数字。", "There is no such choice: type a number from 1 to {last}."),
    "wrong-many": (
        "没有这一项，写 1 到 {last} 的数字，几个之间用空格隔开。",
        "There is no such choice: type numbers from 1 to {last} with spaces between.",
    ),
    "wrong-time": ("写几点几分，例如 21:30。", "Type hours and minutes, for example 21:30."),
    "wrong-date": (
        "写年月日，例如 {today}，或者写 今天、昨天。",
        "Type year, month and day, for example {today}, or today, or yesterday.",
    ),
    "empty-one": ("还没有选，写 1 到 {last} 的数字。", "Nothing was chosen: type a number from 1 to {last}."),
    "empty-many": (
        "还没有选，写 1 到 {last} 的数字，几个之间用空格隔开。",
        "Nothing was chosen: type numbers from 1 to {last} with spaces between.",
    ),
    "empty-date": (
        "还没有写，写年月日，例如 {today}，或者写 今天、昨天。",
        "Nothing was typed: type year, month and day, for example {today}, or today, or yesterday.",
    ),
    "one-only": (
        "这个问题只能选一个，写 1 到 {last} 的数字。",
        "Only one can be chosen here: type a number from 1 to {last}.",
    ),
    "not-together": (
        "“{name}”不能和别的一起选，请重新写。",
        "“{name}” cannot go together with others: please type again.",
    ),
    "unclean": (
        "这一行太长，或有不能用的字符，请重新写。",
        "That line is too long or holds characters that cannot be used: please type again.",
    ),
    "first-question": ("这是第一个问题，前面没有了。", "This is the first question: there is none before it."),
    "pick-one": ("按 ↑↓ 或数字，回车确定", "↑↓ or a number, then Enter"),
    "pick-many": (
        "按数字或空格勾选，可以选几个，回车确定",
        "Tick with numbers or space, several if need be, then Enter",
    ),
    "nothing-ticked": (
        "还没有选，按数字或空格勾选，再按回车。",
        "Nothing is ticked: tick with a number or space, then press Enter.",
    ),
    "why-asked": ("为什么问：", "Why we ask: "),
    "not-answered": ("还没有回答", "Not answered yet"),
    "answer-with": ("回答：{option}", "Answer with {option}"),
    "asked-later": ("之后可能还会问：{questions}", "May be asked after that: {questions}"),
}
