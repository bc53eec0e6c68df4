"""The sentences while questions are asked."""

SENTENCES: dict[str, tuple[str, str]] = {
    "type-one": ("数字", "Number"),
    "type-many": ("数字，可以写几个，用空格隔开", "Numbers, separated by spaces"),
    "type-time": ("时间，比如 21:30", "Time, like 21:30"),
    "type-date": ("日期，比如 {today}、昨天", "Date, like {today}"),
    "questions-left": ("（最多还有 {left} 题）", " (at most {left} more)"),
    "none-left": ("（最后一题）", " (the last question)"),
    "more": ("回车看下面（还有 {left} 行）", "Enter for more ({left} lines left)"),
    # --- before the first question ---
    "emergency-first": ("有危险先打 110；有人受伤打 120。", "Danger: call 110. Injury: call 120."),
    "first-advice-after": ("先答 {count} 题，就告诉你现在怎么办。", "{count} questions first, then what to do now."),
    # --- pages ---
    "key-go-on": ("回车 接着答", "Enter: go on"),
    "wrong-change": ("没有这一条，写 1 到 {last} 的编号。", "No such answer: type 1 to {last}."),
    "wrong-step": ("没有这一条，写 1 到 {last} 的编号。", "No such step: type 1 to {last}."),
    "no-such-key": ("没有这个键。写 ? 看有哪些。", "No such key. Type ? for a list."),
    "page-keys": (
        (
            "回车 下一页\n数字 细说那一条\nl 法律怎么说\nt 打给谁\nc 看回答，改一个\nw 写记录、信、门卡\ns 存成文件\n! 紧急卡片\n< 回第一页；在第一页是上一题\nq 结束\nqq 离开并清屏"
        ),
        (
            "Enter: the next page\nA number: that step in full\nl: the law\nt: whom to call\nc: see your answers, change one\n"
            "w: write a record, a letter, a card\n"
            "s: save your answers\n!: the emergency card\n<: the first page; from there, the question before\nq: finish\n"
            "qq: leave and clear the screen"
        ),
    ),
    "page-keys-so-far": (
        "回车 接着答\n数字 细说那一条\nl 法律怎么说\nt 打给谁\nw 写记录、信、门卡\n! 紧急卡片\n< 上一题\nq 离开\nqq 离开并清屏",
        (
            "Enter: go on\nA number: that step in full\nl: the law\nt: whom to call\n"
            "w: write a record, a letter, a card\n!: the emergency card\n<: the question before\nq: leave\n"
            "qq: leave and clear the screen"
        ),
    ),
    "nothing-yet": ("还没有建议，先回答几题。", "No advice yet. Answer a few questions first."),
    "call-now": ("现在就去打。打完按回车  < 点错了", "Call now, then press Enter  < mistake"),
    "call-first": ("先打电话。打完按回车  < 点错了  q 离开", "Call first. Then press Enter  < mistake  q leave"),
    "stop-now": ("先停下，再按回车  < 点错了", "Stop first, then press Enter  < mistake"),
    "stop-first": ("先停下，再按回车  < 点错了  q 离开", "Stop first. Then press Enter  < mistake  q leave"),
    "somebody-or-leave": ("写 1 或 2  < 点错了  q 离开", "Type 1 or 2  < not what I meant  q leave"),
    "somebody-there": ("现在有人陪着你吗？", "Is somebody with you now?"),
    "somebody-there-choices": ("1 有  2 没有  < 点错了  q 离开", "1 yes  2 no  < not what I meant  q leave"),
    "stay-or-leave": ("< 点错了  q 离开", "< not what I meant  q leave"),
    "with-somebody": (
        "把手机给他看，请他别走，陪你打电话。",
        "Show them this screen. Ask them to stay with you while you call.",
    ),
    "with-nobody": (
        "现在就打给一个能过来的人：“我撑不住了，你过来陪我。”一时没有人，就打上面的号码，别挂断。",
        (
            "Call somebody who can come to you now: “I cannot cope. Please come.” If nobody can, call a number above "
            "and stay on the line."
        ),
    ),
    # --- saving and leaving ---
    # In one row of a phone: the page above it stays on the screen.
    "offer-to-save": ("存回答？写文件名；不存按回车", "Save? Type a file name, or Enter"),
    "name-a-file": ("存到哪里？写文件名；不存按回车", "File name to save to, or Enter"),
    "name-taken": (
        "'{name}' 已经有了，没有动它。换一个文件名。",
        "'{name}' already exists and was not changed. Choose another name.",
    ),
    "not-kept-there": (
        "'{name}' 没有存成：{reason}。换一个文件名。",
        "'{name}' was not saved: {reason}. Choose another name.",
    ),
    # With the command behind it in two rows of a phone: the page above it stays on the screen.
    "saved": ("已存，不加密。以后接着用：{command}", "Saved, not encrypted. Later: {command}"),
    "saved-to": ("已存到“{name}”，不加密。", "Saved to “{name}”, not encrypted."),
    "going-on": ("已存的回答可以接着用：{command}", "To continue from the saved answers: {command}"),
    "going-on-unnamed": (
        "回答在 --save 的文件里，把它写在 --answers 和 --save 后面可以接着做。",
        "To continue, give the saved file after --answers and --save.",
    ),
    "nothing-saved": ("什么都没有保存。", "Nothing was saved."),
    "left-lacking": (
        "最后 {count} 个回答不在文件里：{reason}。",
        "The last {count} answers are not in the file: {reason}.",
    ),
    "left": ("已离开。", "You left."),
    "left-wiped": (
        "已离开并清屏。往上翻如果还看得到，请关掉这个窗口。",
        "You left, and the screen was cleared. If you can still scroll up to it, close this window.",
    ),
    "left-not-wiped": (
        "已离开。这里不能清屏，请自己关掉这个窗口。",
        "You left. This screen cannot be cleared: please close the window.",
    ),
    "history-keeps": ("命令本身还留在终端的历史记录里。", "The shell's history still shows the command."),
    # --- questions ---
    "enter-takes": ("直接按回车：{words}", "Press Enter for: {words}"),
    "taken": ("你的回答：{words}", "Your answer: {words}"),
    "all-keys": (
        "? 为什么问  < 返回  ! 紧急  = 目前的建议  q 离开  qq 离开并清屏",
        "? why  < back  ! emergency  = advice so far  q leave  qq leave and clear the screen",
    ),
    "keys": ("? 为什么  < 返回  ! 紧急  q 离开", "? why  < back  ! emergency  q leave"),
    "wrong-one": ("没有这一项，写 1 到 {last} 的数字。", "No such choice: type a number from 1 to {last}."),
    "wrong-many": (
        "没有这一项，写 1 到 {last} 的数字，几个之间用空格隔开。",
        "No such choice: type numbers from 1 to {last}, separated by spaces.",
    ),
    "wrong-time": (
        "看不懂这个时间。写几点，比如 21:30、晚上9点。",
        "We could not read that time. Type it like 21:30 or 9 pm.",
    ),
    "which-time": (
        "是早上 {morning}，还是晚上 {evening}？1 早上  2 晚上",
        "Is that {morning} in the morning or {evening} in the evening? 1 morning  2 evening",
    ),
    "wrong-date": (
        "看不懂这个日期。写哪天，比如 {today}、11月2日、昨天、3天前。",
        "We could not read that date. Type it like {today}, 2 Nov, yesterday, 3 days ago.",
    ),
    "day-to-come": (
        "这一天还没有到。写已经过去的日子，或者今天。",
        "That day has not come yet. Type today or an earlier day.",
    ),
    "empty-one": ("还没有选，写 1 到 {last} 的数字。", "Nothing chosen yet: type a number from 1 to {last}."),
    "empty-many": (
        "还没有选，写 1 到 {last} 的数字，几个之间用空格隔开。",
        "Nothing chosen yet: type numbers from 1 to {last}, separated by spaces.",
    ),
    "empty-date": (
        "还没有写。写哪天，比如 {today}、11月2日、昨天、3天前。",
        "Nothing was typed. Type a day like {today}, 2 Nov, yesterday, 3 days ago.",
    ),
    "one-only": (
        "这个问题只能选一个，写 1 到 {last} 的数字。",
        "Only one can be chosen here: type a number from 1 to {last}.",
    ),
    "not-together": (
        "“{name}”不能和别的一起选，请重新写。",
        "“{name}” cannot be combined with anything else. Please type again.",
    ),
    "or-unknown": ("不清楚就写 0。", "Type 0 if you are not sure."),
    "not-counted": ("没有算：看到问题再写，一次写一行。", "Not counted: wait for the question, then type one line."),
    "unclean": (
        "这一行太长，或有不能用的字符，请重新写。",
        "That line is too long, or has characters that cannot be used. Please type again.",
    ),
    "first-question": ("这是第一个问题，前面没有了。", "This is the first question. There is none before it."),
    "pick-one": ("按 ↑↓ 或数字，回车确定", "↑↓ or a number, then Enter"),
    "pick-many": ("按数字或空格勾选，可以选几个，回车确定", "Tick with numbers or space, then Enter"),
    "nothing-picked": (
        "还没有选，按数字或 ↑↓ 选一项，再按回车。",
        "Nothing is chosen: press a number or ↑↓, then Enter.",
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
