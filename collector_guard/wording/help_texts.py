"""The sentences of the help."""

SENTENCES: dict[str, tuple[str, str]] = {
    "emergency-lines": (
        "有人动手、撞门、不让你走：打 110。\n有人受伤或发病：打 120。\n撑不下去了：打 12356，或者 120。\n想知道怎么办，输入：cg triage",
        (
            "Force, break-in or held: call 110.\nSomeone hurt or ill: call 120.\n"
            "You cannot go on: call 12356, or 120.\nTo find out what to do: cg triage"
        ),
    ),
    "help-usage": ("用法：", "Usage: "),
    "help-commands": ("命令：", "Commands:"),
    "help-reviewing": ("给审阅的律师：", "For reviewers:"),
    "help-options": ("参数和选项：", "Arguments and options:"),
    "help-values": ("{text}：{values}", "{text}: {values}"),
    "named-options": ("[选项]", "[OPTIONS]"),
    "named-command": ("命令", "COMMAND"),
    "help-end": (
        (
            "退出状态：0 完成；1 说明了的错误；2 用法不对；3 没有终端又缺回答；130 中途离开。\n"
            "不联网；不写 --save 就不保存。这是一般信息，不是法律意见。"
        ),
        (
            "Exit status: 0 done; 1 an error, explained; 2 wrong usage; 3 no terminal and answers missing; 130 interrupted.\n"
            "No network. Nothing is saved without --save. General information, not legal advice."
        ),
    ),
    "help-other-language": ("English: {command} --help --lang en", "中文：{command} --help --lang zh"),
    "completion-installed": (
        "已经写进 {file}。重新打开终端，在 {shell} 里就能补全 cg 的命令。",
        "Written to {file}. In a new terminal, {shell} completes cg commands.",
    ),
}
