"""The sentences when something is wrong: the command line, answers, files, and leaving."""

SENTENCES: dict[str, tuple[str, str]] = {
    "bad-data": ("数据文件里有 {count} 处错误。", "The data files have {count} mistakes."),
    "problem": ("{file}:{line}：{text}", "{file}:{line}: {text}"),
    "unknown": ("没有叫 '{name}' 的{what}。有：{known}。", "No {what} is called '{name}'. Known: {known}."),
    "unknown-near": (
        "没有叫 '{name}' 的{what}。是不是 '{nearest}'？",
        "No {what} is called '{name}'. Did you mean '{nearest}'?",
    ),
    "no-flow-folder": (
        "'{name}' 不是流程的文件夹：里面没有 flow.yaml。",
        "'{name}' is not the folder of a flow: there is no flow.yaml in it.",
    ),
    "unknown-part": ("没有叫 '{name}' 的部分。有：{known}。", "No part is called '{name}'. Known: {known}."),
    "unknown-choice": (
        "'{question}' 没有叫 '{name}' 的选项。有：{known}。",
        "No choice of '{question}' is called '{name}'. Known: {known}.",
    ),
    "unclean-answer": (
        "'{question}' 的回答里有控制字符或改变方向的字符，或者超过 {longest} 个字。请重写。",
        "The answer to '{question}' has control characters, or more than {longest} characters. Write it again.",
    ),
    "no-answer": ("'{question}' 还没有回答。", "'{question}' has no answer yet."),
    "one-answer-only": ("'{question}' 只能选一项。", "'{question}' takes one answer only."),
    "excludes-others": (
        "'{question}'：选了 '{name}'，就不能再选别的。",
        "'{question}': '{name}' cannot be chosen together with others.",
    ),
    "not-a-time": ("'{name}' 不是时间。写几点几分，比如 21:30。", "'{name}' is not a time. Write it like 21:30."),
    "not-a-day": (
        "'{name}' 不是日期。写年月日，比如 2026-11-23。",
        "'{name}' is not a date. Write it like 2026-11-23.",
    ),
    "not-yet": (
        "'{name}' 在 {day} 还没有到。写已经过去的日子。",
        "'{name}' is later than {day}. Give a day that has passed.",
    ),
    "answered-twice": (
        "'{question}' 用 --answer 回答了两次。只写一次，几项之间用逗号。",
        "--answer names '{question}' twice. Name it once, with commas between choices.",
    ),
    "answer-form": (
        "--answer 要写成 问题=选项，比如 where=outside。",
        "Write --answer as question=choice, for example where=outside.",
    ),
    "on-form": ("--on 要写成年月日，比如 2026-11-23。", "Write --on as a date, for example 2026-11-23."),
    "unknown-format": ("没有叫 '{name}' 的格式。有：{known}。", "No format is called '{name}'. Known: {known}."),
    "unknown-language": ("没有叫 '{name}' 的语言。有：{known}。", "No language is called '{name}'. Known: {known}."),
    "not-asked": (
        "这些回答没有用上，因为没有问到：{names}。",
        "These answers were not asked for here and do not count: {names}.",
    ),
    "answers-unreadable": ("答案文件 '{name}' 打不开。", "The answers file '{name}' cannot be opened."),
    "answers-too-large": ("答案文件 '{name}' 超过 1 MiB。", "The answers file '{name}' is larger than 1 MiB."),
    "answers-not-text": ("答案文件 '{name}' 不是 UTF-8 文本。", "The answers file '{name}' is not UTF-8 text."),
    "answers-broken": ("答案文件 '{name}' 不是完好的 JSON。", "The answers file '{name}' is not valid JSON."),
    "answers-shape": (
        "答案文件 '{name}' 里要有 \"answers\"：问题对应选项。",
        "The answers file '{name}' needs \"answers\": the choices for each question.",
    ),
    "answers-format": (
        "答案文件 '{name}' 是别的版本写的。",
        "The answers file '{name}' was written by another version.",
    ),
    "answers-other-flow": (
        "答案文件 '{name}' 属于流程 '{flow}'。",
        "The answers file '{name}' belongs to the flow '{flow}'.",
    ),
    "answers-not-words": (
        "答案文件 '{name}' 里 '{question}' 的回答要是文字或文字的列表。",
        "In the answers file '{name}' the answer to '{question}' must be text or a list of texts.",
    ),
    "save-exists": (
        "'{name}' 已经有了，没有动它。要接着它做，--answers 和 --save 都写它；要覆盖，加 --force。",
        "'{name}' already exists and was not changed. To continue it, name it after --answers too. To overwrite it, add --force.",
    ),
    "save-link": (
        "'{name}' 是一个链接，可能通到别处，所以不往里写。请写文件本身的名字。",
        "'{name}' is a link and may lead anywhere, so nothing is saved to it. Name the file itself.",
    ),
    "save-not-a-file": (
        "'{name}' 不是普通文件，回答不能保存到那里。请换一个文件名。",
        "'{name}' is not an ordinary file, so answers cannot be saved there. Name another file.",
    ),
    "save-impossible": (
        "回答不能保存到 '{name}'：{reason}。请换一个地方，或者去掉 --save。",
        "Answers cannot be saved to '{name}': {reason}. Choose another place, or leave out --save.",
    ),
    "save-fails": (
        "刚才的回答没有存到 '{name}'：{reason}。可以接着回答，每答一题会再试。",
        "The last answers are not saved to '{name}': {reason}. You can go on: each answer tries again.",
    ),
    "saved-again": ("回答又存上了。", "The answers are saved again."),
    "not-saved": (
        "上面的建议是完整的，但最后的回答没有存到 '{name}'：{reason}。",
        "The advice above is complete, but the last answers are not saved to '{name}': {reason}.",
    ),
    "unfit-question": (
        "答案文件里的 '{name}' 现在没有这个问题，不算数。",
        "There is no longer a question '{name}'. Its answer in the file does not count.",
    ),
    "unfit-answer": (
        "“{question}” 文件里的回答 '{answer}' 现在不能用，问到时请重新回答。",
        "“{question}” The file's answer '{answer}' no longer fits. Please answer again when asked.",
    ),
    "unfit-more": ("还有 {count} 个回答不能用。", "{count} more answers do not fit."),
    "cannot-write": ("写不出去：{reason}。", "The output cannot be written: {reason}."),
    "cannot-open": ("“{name}”打不开。", "“{name}” cannot be opened."),
    "usage-option": (
        "没有 {name} 这个选项。看说明：{command} --help",
        "There is no option {name}. See {command} --help",
    ),
    "usage-option-near": (
        "没有 {name} 这个选项。是不是 {nearest}？看说明：{command} --help",
        "There is no option {name}. Did you mean {nearest}? See {command} --help",
    ),
    "usage-command": (
        "没有 {name} 这个命令。看说明：{command} --help",
        "There is no command {name}. See {command} --help",
    ),
    "usage-command-near": (
        "没有 {name} 这个命令。是不是 cg {nearest}？",
        "There is no command {name}. Did you mean cg {nearest}?",
    ),
    "completion-shell": (
        "认不出这是哪一种命令行。能补全的有：{known}。",
        "We cannot tell which shell this is. Completion works in: {known}.",
    ),
    "usage-argument": ("{name} 是多余的。看说明：{command} --help", "{name} is not expected. See {command} --help"),
    "usage-value": ("{name} 后面要有内容。看说明：{command} --help", "{name} needs a value. See {command} --help"),
    "usage-no-value": (
        "{name} 后面不能有内容。看说明：{command} --help",
        "{name} takes no value. See {command} --help",
    ),
    "two-flows": (
        "写上要比较的流程，比如 cg diff ./old/doorstep ./flows/doorstep。",
        "Name the flows to compare, for example cg diff ./old/doorstep ./flows/doorstep.",
    ),
}
