"""What each code of `cg check` means, with an example and how to put it right, in Chinese and English."""

Explanation = tuple[str, str, str]

# The meaning, an example, the remedy: first in Chinese, then in English.
EXPLANATIONS: dict[str, tuple[Explanation, Explanation]] = {
    "CG101": (
        (
            "文件打不开、太大、是空的、是链接，不是 UTF-8 文本，或者错误太多。",
            "例：door.yaml 超过 1 MiB。",
            "改法：放普通的 UTF-8 文本文件；太大就分成几个，都写进 parts。",
        ),
        (
            "A file cannot be opened, is too large, empty, a link, no UTF-8 text, or full of mistakes.",
            "Example: door.yaml is larger than 1 MiB.",
            "Put there a plain UTF-8 text file; split a large one and list its parts under parts.",
        ),
    ),
    "CG102": (
        (
            "这一行的 YAML 写法读不懂，或者是容易读错的写法。",
            "例：{zh: 好 的}，大括号里的文字有空格却没有双引号。",
            "改法：检查缩进、冒号后的空格、引号、括号；长文字写在 | 下面。",
        ),
        (
            "The YAML of this line cannot be read, or is written in a way that is easily misread.",
            "Example: {en: Yes, it is}, where text with a comma lacks double quotes.",
            "Check indents, the space after a colon, quotes and brackets; write long text under |.",
        ),
    ),
    "CG103": (
        (
            "有不能用的字符：制表符、控制字符，或者 GBK 里没有的字符。",
            "例：✓、表情符号、从网页粘贴来的特殊空格。",
            "改法：换成普通的文字和标点。",
        ),
        (
            "There is a character that may not be used: a tab, a control character, or one outside GBK.",
            "Example: ✓, an emoji, a special space pasted from a web page.",
            "Use ordinary letters and punctuation.",
        ),
    ),
    "CG104": (
        (
            "用了数据文件里不需要的 YAML 功能：标签、锚点、别名、指令、第二份文档。",
            "例：&x 和 *x，或者 !!python/object。",
            "改法：删掉，把内容直接写出来。",
        ),
        (
            "A feature of YAML that data files do without: tag, anchor, alias, directive, second document.",
            "Example: &x and *x, or !!python/object.",
            "Remove it and write out what is meant.",
        ),
    ),
    "CG105": (
        (
            "同一个名称写了两次，后一个不算数。",
            "例：两个步骤都叫 keep-shut，或者问题和事实同名。",
            "改法：删掉一个，或者改名。",
        ),
        (
            "The same name stands twice, and the second does not count.",
            "Example: two steps called keep-shut, or a question and a fact of one name.",
            "Remove one or rename it.",
        ),
    ),
    "CG106": (
        (
            "缺少必须有的项目。",
            "例：问题没有 why，认定没有 cites，文字只有 zh 没有 en。",
            "改法：补上消息里说的那一项。",
        ),
        (
            "Something that must be there is missing.",
            "Example: a question without why, a finding without cites, a text with zh but no en.",
            "Add the key that the message names.",
        ),
    ),
    "CG107": (
        (
            "写了一个不存在的名称。",
            "例：when: {dangr: force}，而问题叫 danger。",
            "改法：改成消息里建议的名称，或者先定义它。",
        ),
        (
            "A name is used that nothing has.",
            "Example: when: {dangr: force}, while the question is called danger.",
            "Use the name that the message suggests, or define it.",
        ),
    ),
    "CG108": (
        (
            "内容的形式不对：该是文字、列表或“名称: 内容”，却写成了别的。",
            "例：do: 不用开门。应当是 do 下面分 zh 和 en。",
            "改法：照旁边同类的条目写。",
        ),
        (
            "The form is wrong: text, a list or “name: content” was wanted.",
            "Example: do: You need not open. It should be zh and en below do.",
            "Write it like its neighbours of the same kind.",
        ),
    ),
    "CG109": (
        (
            "这里只能写固定的几个词之一。",
            "例：certainty: sure；可以是 certain、likely、possible。",
            "改法：从消息列出的词里选。",
        ),
        (
            "Only one of a few fixed words may stand here.",
            "Example: certainty: sure; it may be certain, likely or possible.",
            "Choose one of those that the message lists.",
        ),
    ),
    "CG110": (
        (
            "日期、时间、时长或数字写得不对。",
            "例：2026-13-01，或者 days: fifteen。",
            "改法：写 2026-11-23、22:00、3 years、6 months、15 days；advice、plan、walk 写 3 这样的数字。",
        ),
        (
            "A date, a time, a span or a number is not written as one.",
            "Example: 2026-13-01, or days: fifteen.",
            "Write 2026-11-23, 22:00, 3 years, 6 months or 15 days, and a number like 3 for advice, plan and walk.",
        ),
    ),
    "CG111": (
        (
            "名称里有不能用的字符。",
            "例：Keep Shut 应当写成 keep-shut。",
            "改法：只用小写英文字母、数字和中间的 -。",
        ),
        (
            "A name holds signs that names may not have.",
            "Example: Keep Shut should be keep-shut.",
            "Use small letters and digits, with - between them.",
        ),
    ),
    "CG112": (
        (
            "流程文件夹里有一个文件不在 parts 里，所以不会用到。",
            "例：新写了 family.yaml，flow.yaml 的 parts 里没有 family。",
            "改法：加进 parts，或者拿走文件。",
        ),
        (
            "A file in the flow's folder is not listed under parts and so not used.",
            "Example: family.yaml is new, and parts in flow.yaml lacks family.",
            "List it, or take the file away.",
        ),
    ),
    "CG113": (
        (
            "条件是空的，读了后面才问的问题，或者量了不能量的答案。",
            "例：第一个问题的 when 里写了第五个问题。",
            "改法：只读前面的问题和事实；from、before 只用于时间和日期。",
        ),
        (
            "A condition is empty, reads what is asked later, or measures what cannot be measured.",
            "Example: the when of the first question reads the fifth.",
            "Read earlier questions and facts only; from and before are for times and dates.",
        ),
    ),
    "CG114": (
        (
            "选项和问题的种类对不上，或者写了由程序提供的选项。",
            "例：kind: date 的问题有 choices；choices 里写了 unknown。",
            "改法：one 和 many 写选项，time 和 date 不写；unknown 和 none 不用写。",
        ),
        (
            "Choices do not suit the kind of the question, or one is written that the program offers.",
            "Example: a question of kind date with choices; unknown among the choices.",
            "Give choices to one and many only; never write unknown or none.",
        ),
    ),
    "CG115": (
        (
            "在事实和结论里，只有最后一行没有 when，而且它必须没有。",
            "例：最后一行写了 when，别的情况就没有值了。",
            "改法：在最后加一行没有 when 的“其他”。",
        ),
        (
            "In facts and among outcomes the last has no when, and every other has one.",
            "Example: the last row has a when, so other situations have no value.",
            "Add a last row without when for all else.",
        ),
    ),
    "CG116": (
        (
            "承诺要有且只有 never、shows、first 之一，并且点出名称；provisions 只能放在 never 下。",
            "例：同时写了 shows 和 never。",
            "改法：拆成两个承诺。",
        ),
        (
            "A promise has exactly one of never, shows and first, and names something; provisions go under never.",
            "Example: shows and never in one promise.",
            "Make two promises of it.",
        ),
    ),
    "CG121": (
        (
            "卡片太长：最多一个标题加五行，每行最多 25 个字。",
            "例：六行的卡片，紧急时来不及看。",
            "改法：删短，或者把内容移到步骤里。",
        ),
        (
            "A card is too long: a title and five lines at most, 25 Chinese characters each.",
            "Example: six lines, which nobody reads in an emergency.",
            "Shorten it, or move some of it into a step.",
        ),
    ),
    "CG122": (
        (
            "步骤里的一句话太长：中文最多 40 个字，英文最多 20 个词。连着的数字和字母算一个。",
            "例：一句话里说了三件事。",
            "改法：拆成几句，每句一件事。",
        ),
        (
            "A sentence in a step is too long: at most 40 Chinese characters or 20 English words.",
            "Example: three things to do in one sentence.",
            "Split it, one thing to a sentence.",
        ),
    ),
    "CG123": (
        (
            "选项太宽：最多 50 格（一个汉字两格），否则窄屏上的菜单一行放不下。",
            "例：26 个汉字的选项。",
            "改法：缩短，把解释放进 why。",
        ),
        (
            "A choice is too wide: at most 50 cells, or a menu on a narrow screen needs two lines for it.",
            "Example: a label of 51 letters.",
            "Shorten it and explain in why.",
        ),
    ),
    "CG124": (
        (
            "写了不能写的词。词和理由在 flows/never-write.yaml。",
            "例：步骤里写“不用还”“一定会”“违法”。",
            "改法：照消息里的理由换一种说法。",
        ),
        (
            "A word that may not be written. The words and reasons are in flows/never-write.yaml.",
            "Example: “need not pay”, “will certainly” or “illegal” in a step.",
            "Say it otherwise, as the reason in the message tells.",
        ),
    ),
    "CG201": (
        (
            "证明表明：没有一种情况会问到这个问题。",
            "例：when: {where: outside, told-to-leave: yes}，而 told-to-leave 只在屋里时问。",
            "改法：改 when，或者删掉问题。",
        ),
        (
            "It is proved that no situation leads to this question.",
            "Example: it needs where: outside and an answer that is asked for inside only.",
            "Change its when, or remove the question.",
        ),
    ),
    "CG202": (
        (
            "事实的这一行永远轮不到：它前面的行已经包括了它，或者它自己不可能成立。",
            "例：第一行 {claims: court}，第二行 {claims: court, checked: yes}。",
            "改法：把窄的一行移到前面，或者删掉。",
        ),
        (
            "This row of a fact is never the first to hold: earlier rows cover it, or it cannot hold.",
            "Example: {claims: court} first, then {claims: court, checked: yes}.",
            "Move the narrower row up, or remove it.",
        ),
    ),
    "CG203": (
        (
            "没有一种情况会得出这个认定。",
            "例：when 要求他们既在门外又在屋里。",
            "改法：改 when，或者删掉认定。",
        ),
        (
            "No situation leads to this finding.",
            "Example: its when wants them outside and inside at once.",
            "Change its when, or remove the finding.",
        ),
    ),
    "CG204": (
        (
            "没有一种情况会出现这个步骤，写了也没人看到。",
            "例：when 读的回答只在 alone 的结论里出现，那里只有卡片。",
            "改法：改 when，或者删掉步骤。",
        ),
        (
            "No situation shows this step, so nobody will ever read it.",
            "Example: its answer occurs only with an outcome that stands alone with its card.",
            "Change its when, or remove the step.",
        ),
    ),
    "CG205": (
        (
            "没有一种情况会轮到这个结论：前面的结论总是先成立。",
            "例：没有 when 的结论后面还有结论。",
            "改法：移到前面，改 when，或者删掉。",
        ),
        (
            "This outcome is never the first to hold: an earlier one always does.",
            "Example: it stands behind one that holds in all the same situations.",
            "Move it up, change its when, or remove it.",
        ),
    ),
    "CG206": (
        (
            "承诺或 at-the-door 说的情况不可能发生，等于什么都没要求。",
            "例：when: {power: court, claims: lender}。",
            "改法：改 when，让它说真正要紧的情况。",
        ),
        (
            "The situations of the promise, or of at-the-door, cannot happen, so nothing is demanded.",
            "Example: when: {power: court, claims: lender}.",
            "Change its when to the situations that matter.",
        ),
    ),
    "CG207": (
        (
            "条件里有一个词是多余的：去掉它，任何情况都一样。多半是写错了。",
            "例：when: {where: outside, came-in: no}，而 came-in 在门外时从来不问。",
            "改法：去掉它，或者写成本来的意思。",
        ),
        (
            "A word of a condition is idle: without it every situation is the same. Often it is a slip.",
            "Example: a list of choices in which one is never possible here.",
            "Remove the word, or write what was meant.",
        ),
    ),
    "CG208": (
        (
            "有一种情况违反了承诺；消息里是最短的一组回答。",
            "例：法院已核实，计划里却有 refuse-entry。",
            "改法：用 cg triage --answer 走一遍这些回答，再改步骤的 when；拿不准时不要改承诺。",
        ),
        (
            "Some situation breaks the promise; the message gives the shortest answers that lead there.",
            "Example: a verified court, and yet a step with refuse-entry.",
            "Walk them with cg triage --answer and change the step's when. In doubt leave the promise.",
        ),
    ),
    "CG209": (
        (
            "条件牵涉的问题太多，合并后的情况还是超过上限，所以没有证明。",
            "例：一个 when 同时读了十几个多选问题。",
            "改法：用事实把它们归成几类，再读事实。",
        ),
        (
            "A condition rests on so many questions that the merged situations exceed the budget: not proved.",
            "Example: one when that reads a dozen questions of kind many.",
            "Gather them in a fact of a few values and read that.",
        ),
    ),
    "CG210": (
        (
            "有一种回答要问的问题比 pace 的 walk 还多；消息里是最长的一次。",
            "例：walk: 20，却有人要回答 23 个问题。",
            "改法：删掉不影响建议的问题，或者给问题加上 when；20 个以上没人答得完。",
        ),
        (
            "Some answers lead to more questions than walk under pace allows; the message gives the longest walk.",
            "Example: walk: 20, and somebody has to answer 23 questions.",
            "Drop questions that change no advice, or give them a when. Few people answer more than 20.",
        ),
    ),
    "CG211": (
        (
            "有人在门口（at-the-door）时，第一次建议来得太晚，或者一直没有。",
            "例：advice: 3，但前三个问题都没有 advise: yes，或者那时还没有卡片和现在做的步骤。",
            "改法：把问题移到前面，给它加 advise: yes，或者加一个那时就成立的现在做的步骤。",
        ),
        (
            "With somebody at the door (at-the-door) the first advice comes too late, or never.",
            "Example: advice: 3, but no answer by then has advise: yes and finds a card or a step for now.",
            "Ask it earlier, mark it advise: yes, or add a step for now that holds by then.",
        ),
    ),
    "CG212": (
        (
            "有人在门口（at-the-door）时，问了 plan 个问题，还没有轮到 pause，也没有问完。",
            "例：plan: 8，pause: go-on，但这样回答要问 10 个问题才到 go-on。",
            "改法：把不急的问题移到 pause 后面，或者改它们的 when。",
        ),
        (
            "With somebody at the door (at-the-door), plan questions were answered before the pause or the end.",
            "Example: plan: 8 and pause: go-on, but go-on comes after 10 questions with these answers.",
            "Move questions that can wait behind the pause, or change their when.",
        ),
    ),
    "CG213": (
        (
            "pause 之后的回答还会改变现在做的步骤、卡片或结论，可是读的人可能已经照先前的做了。",
            "例：现在做的步骤读了 go-on 后面才问的 home。",
            "改法：把那个问题移到 pause 前面，或者把步骤改成 today；结论也不要读后面的问题。",
        ),
        (
            "An answer after the pause changes a step for now, the card or the outcome that a reader already follows.",
            "Example: a step for now reads home, which is asked after go-on.",
            "Ask it before the pause, or make the step one for today; outcomes read nothing later either.",
        ),
    ),
    "CG301": (
        (
            "引用的条文，法律库里任何版本都没有。",
            "例：civil-code/1333，应当是 civil-code/1033。",
            "改法：核对条号；确有其条，就先写进 laws。",
        ),
        (
            "A provision is cited that no version in the library has.",
            "Example: civil-code/1333 for civil-code/1033.",
            "Check the number; if the article exists, add it to laws first.",
        ),
    ),
    "CG302": (
        (
            "引用了旧条号；流程一律用最新条号，旧条号由 was 找到。",
            "例：public-security/42.1.5，现在是 50.1.5。",
            "改法：换成消息里的新条号。",
        ),
        (
            "An old number is cited; flows use the newest, and was leads to the older ones.",
            "Example: public-security/42.1.5, which is 50.1.5 today.",
            "Use the number that the message gives.",
        ),
    ),
    "CG303": (
        (
            "引用的条文在这一天没有效力：还没有施行，或者已经失效又没有新条号。",
            "例：--on 2025-12-01 时引用 2026 年施行的条文。",
            "改法：补上 was，换成有效的条文，或者去掉引用。",
        ),
        (
            "A cited provision is not in force on the day: not yet, or no longer and without a newer number.",
            "Example: --on 2025-12-01 and a rule of 2026.",
            "Add its was, cite what is in force, or drop the citation.",
        ),
    ),
    "CG304": (
        (
            "引用的整部法律在这一天已经失效。",
            "例：到期或者被新法取代的文件。",
            "改法：换成取代它的法律，没有就去掉引用，并看看那句话还对不对。",
        ),
        (
            "The whole law that is cited has ended on the day.",
            "Example: rules that expired or were replaced.",
            "Cite what replaced it, or drop it, and see whether the advice is still right.",
        ),
    ),
    "CG305": (
        (
            "引文超过 60 个字。",
            "例：抄了整条法律。",
            "改法：只留起作用的几个字，连续照抄；其余用自己的话写进 gist。",
        ),
        (
            "A quote has more than 60 characters.",
            "Example: a whole article was copied.",
            "Keep the operative words exactly as published; say the rest in gist in your own.",
        ),
    ),
    "CG306": (
        (
            "条号写得不对。",
            "例：第五十条，应当写 50；第五十条第一款第五项写 50.1.5；之一写 253-1。",
            "改法：写 条.款.项；没有条号的用小写英文词。",
        ),
        (
            "The number of a provision is not written as one.",
            "Example: 第五十条 should be 50; item 5 of its first paragraph is 50.1.5; 之一 is 253-1.",
            "Write article.paragraph.item, or a word in small letters where there are no articles.",
        ),
    ),
    "CG307": (
        (
            "一部法律的版本前后不接：两个版本同一天有效，或者 was 指向不存在的旧版本。",
            "例：旧版本没有 until。",
            "改法：新版本在前；旧版本的 until 是新版本的 from。",
        ),
        (
            "The versions of a law do not fit: two in force on one day, or was names one that is not older.",
            "Example: an old version without until.",
            "Put the newest first; the until of the older is the from of the newer.",
        ),
    ),
    "CG308": (
        (
            "条文写给计划的一句话太长。",
            "例：把 gist 整段抄进了 line。",
            "改法：line 只写读的人要知道的一句，不超过 45 个汉字；完整的写在 gist。",
        ),
        (
            "The line that a plan shows of a provision is too long.",
            "Example: the whole gist was copied into line.",
            "Say the one thing the reader must know, in 150 characters; gist says it in full.",
        ),
    ),
    "CG401": (
        (
            "这一条上次核对已经超过 180 天。不影响检查结果。",
            "例：checked: {on: 2026-01-01}。",
            "改法：再对照一次官方文本，把 on 改成当天。",
        ),
        (
            "This was last checked over 180 days ago. It never fails a check.",
            "Example: checked: {on: 2026-01-01}.",
            "Compare it with the official text again and set on to that day.",
        ),
    ),
    "CG402": (
        (
            "这部法律的一个版本 90 天内到期。不影响检查结果。",
            "例：until: 2027-01-01。",
            "改法：到期前写好新版本，并给条文补上 was。",
        ),
        (
            "A version of this law ends within 90 days. It never fails a check.",
            "Example: until: 2027-01-01.",
            "Add the new version before that day, with was for its provisions.",
        ),
    ),
    "CG403": (
        (
            "流程过了应当重新审阅的日子。不影响检查结果。",
            "例：reviewed: {on: 2026-11-23, next: 2027-05-23}。",
            "改法：请律师重新审阅，再改这两个日期。",
        ),
        (
            "The day for the next review of the flow has passed. It never fails a check.",
            "Example: reviewed: {on: 2026-11-23, next: 2027-05-23}.",
            "Have it reviewed by a lawyer, then set both dates.",
        ),
    ),
}
