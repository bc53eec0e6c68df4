"""A sentence for every kind of mistake in data files, and for what there grows old."""

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
    "reads-later": ("'{name}' 要到后面才问，这里还不知道。", "'{name}' is asked later and not known here."),
    "not-measured": (
        "'{name}' 不能这样量：from 和 before 只用于时间和日期，older 和 newer 只用于日期。",
        "'{name}' cannot be measured so: from and before are for times and dates, older and newer for dates.",
    ),
    "bad-bound": (
        "'{name}' 不是界限。时间写 22:00，日期写 2026-01-01，年份从 1900 到 2199。",
        "'{name}' is no bound. Write times as 22:00 and dates as 2026-01-01, of the years 1900 to 2199.",
    ),
    "bad-span": (
        "'{name}' 的长度要写成 3 years、6 months 或 15 days，最长 300 年。",
        "The span of '{name}' must be like 3 years, 6 months or 15 days, and at most 300 years.",
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
    "one-role": (
        "文书 '{name}' 的每一块要有且只有一个：{known}。",
        "Each block of the draft '{name}' must have exactly one of: {known}.",
    ),
    "not-so-many-rows": (
        "'{key}' 要写成 1 到 {most} 的数字，不能是 '{name}'。",
        "'{key}' must be a number from 1 to {most}, not '{name}'.",
    ),
    "stray-brace": ("文书 '{name}' 里有一个大括号不是插入项。", "A brace in the draft '{name}' is no insertion."),
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
    "bad-renumbering": (
        "'{name}' 看不懂。写成 旧条号-旧条号: 往后移几位，比如 41-162: 3。",
        "'{name}' is not understood. Write old-old: how many numbers later, like 41-162: 3.",
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
    "word-not-allowed": ("'{name}' 里不能写“{word}”。{why}", "'{name}' may not say “{word}”. {why}"),
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
    "lead-never-in-plan": (
        "'{name}' 排在结论 '{outcome}' 的前面，但这个结论的计划里从来没有它。",
        "'{name}' leads the outcome '{outcome}', but no plan of that outcome has it.",
    ),
    "draft-never-offered": ("文书 '{name}' 在任何情况下都用不上。", "No situation offers the draft '{name}'."),
    "block-never-written": (
        "文书 '{name}' 里读 '{word}' 的这一块，在任何情况下都不会写出来。",
        "This block of the draft '{name}', which reads '{word}', is written in no situation.",
    ),
    "wording-never-said": (
        "'{name}' 的第 {number} 种说法在任何情况下都轮不到。",
        "Wording {number} of '{name}' is said in no situation.",
    ),
    "draft-not-offered-there": (
        "步骤 '{step}' 要用文书 '{name}'，但这样回答用不上它：{answers}",
        "The step '{step}' names the draft '{name}', which these answers do not offer: {answers}",
    ),
    "asked-in-vain": (
        "问 '{name}' 没有用，无论怎么回答、后面怎么回答，计划都一样。最短的例子：{answers}",
        "'{name}' is asked in vain: no answer to it or to what follows changes the plan. The shortest answers that show it: {answers}",
    ),
    "first-page-too-long": (
        "结论 '{name}' 的第一页（{language}）在 40 列的手机上超过 {most} 行。最短的例子：{answers}",
        "The first page of '{name}' ({language}) takes over {most} rows of 40 columns. The shortest answers that show it: {answers}",
    ),
    "not-proved": (
        "'{name}' 没有证明：要看的太多，超过了上限。",
        "'{name}' is not proved: it takes more work than the budget allows.",
    ),
    "not-all-proved": (
        "流程 '{name}' 太大，没有证明完：要看的太多，超过了上限。",
        "The flow '{name}' is too large: proving all of it takes more work than the budget allows.",
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
    "never-in-danger": (
        "danger 说的情况（'{name}'）不可能发生。",
        "The situations of danger ('{name}') cannot happen.",
    ),
    "pause-too-late": (
        "有人在门口时，最多问 {most} 个问题就要停一停（{pauses}）或者问完，这样回答要问 {count} 个：{answers}",
        "At the door a pause ({pauses}) or the end is due after {most} questions, and comes after {count} with these: {answers}",
    ),
    "pause-too-late-after-danger": (
        "说了危险以后，最多再问 {most} 个问题就要停一停（{pauses}）或者问完，这样回答要问 {count} 个：{answers}",
        "After a danger a pause ({pauses}) or the end is due after {most} questions, and comes after {count} with these: {answers}",
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
    "review-overdue": ("流程 '{name}' 应当在 {due} 前重新审阅。", "The review of the flow '{name}' was due on {due}."),
}
