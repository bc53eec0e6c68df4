"""What the help says."""

SENTENCES: dict[str, tuple[str, str]] = {
    "emergency-lines": (
        "有人动手、撞门、不让你走：打 110。\n有人受伤或发病：打 120。\n撑不下去了：打 12356，或者 120。\n想知道怎么办，输入：cg triage",
        (
            "Violence, break-in, trapped: call 110.\nSomeone hurt or ill: call 120.\n"
            "You cannot go on: call 12356, or 120.\nTo be told what to do: cg triage"
        ),
    ),
    "help-usage": ("用法：", "Usage: "),
    "help-commands": ("命令：", "Commands:"),
    "help-reviewing": ("给审阅的律师：", "For reviewers:"),
    "help-options": ("参数和选项：", "Arguments and options:"),
    "help-values": ("{text}：{values}", "{text}: {values}"),
    "named-options": ("[选项]", "[OPTIONS]"),
    "named-command": ("命令", "COMMAND"),
    "named-flow": ("流程", "FLOW"),
    "named-part": ("[部分]", "[PART]"),
    "named-old": ("旧流程", "OLD"),
    "named-new": ("新流程", "NEW"),
    "named-query": ("[要查的内容]", "[QUERY]"),
    "named-file": ("文件", "FILE"),
    "named-folder": ("文件夹", "FOLDER"),
    "named-answer": ("问题=选项", "Q=C"),
    "named-topic": ("主题", "TOPIC"),
    "named-day": ("年-月-日", "YYYY-MM-DD"),
    "named-format": ("格式", "FORM"),
    "named-language": ("语言", "LANGUAGE"),
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
    "help-other-language": ("English: {command} --help --lang en", "中文：{command} --help --lang zh"),
    "help-install-completion": (
        "装上命令补全（会写进终端的设置文件）",
        "Let your shell complete cg (writes to its settings)",
    ),
    "completion-installed": (
        "已经写进 {file}。重新打开终端，在 {shell} 里就能补全 cg 的命令。",
        "Written to {file}. Open a new terminal, and {shell} completes the commands of cg.",
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
    "help-part": (
        "只画这一部分，比如 door（默认整个流程）",
        "Only this part, such as door; the whole flow unless given",
    ),
    "help-checked-flow": (
        "流程的名称，或者它的文件夹，比如 ./flows/doorstep；默认 doorstep",
        "The flow's name, or its folder, such as ./flows/doorstep; doorstep unless given",
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
    "help-graph": (
        "画出流程推出来的决策树：先问什么，什么时候问，哪些问题、事实和结论读它。",
        "Draw the decision tree that follows from a flow: what is asked, when, and what reads each answer.",
    ),
    "help-graph-short": ("画出流程的决策树", "Draws the decision tree of a flow"),
    "help-book": (
        "把整个流程写成一份 Markdown 文档，给审阅的律师看：每个问题、步骤、认定、承诺和引用的条文，带文件名和行号。",
        (
            "Write a whole flow as one Markdown document for the reviewing lawyer: every question, step, finding, "
            "promise and provision cited, with file and line."
        ),
    ),
    "help-book-short": ("把整个流程写成一份文档，供律师审阅", "Writes a whole flow as a document for lawyers"),
    "help-cover": (
        "这个文件夹里的故事没有走到哪些选项、步骤、认定、事实的行和承诺",
        "What the journeys of this folder do not reach: choices, steps, findings, rows of facts, promises",
    ),
}
