"""Small flows and plans made by hand, for tests of what is shown."""

from datetime import date

from collector_guard.flow.card import Card
from collector_guard.flow.model import Certainty, Choice, Due, Finding, Flow, Outcome, Question, Step, Urgency
from collector_guard.flow.plan import Deadline, Plan, PlanFinding, PlanStep
from collector_guard.flow.situation import Answer, Situation
from collector_guard.flow.when import ALWAYS, Span
from collector_guard.law.model import Checked, Contact, Law, Laws, Provision, Topic, Version

DAY = date(2026, 11, 23)
SEEN = Checked(DAY, "official-text")
REPORTED = Checked(DAY, "press-report")
NOT_CHECKED = Checked(DAY, "nothing")

Texts = tuple[str, str]


def flow_in(language: str) -> Flow:
    """A flow with the questions that the plans here have answered, and nothing to walk."""
    return Flow(
        id="doorstep",
        language=language,
        title=_in(language, "催收上门", "Debt collectors at the door"),
        reviewed=DAY,
        next_review=date(2027, 5, 23),
        visit_day="visited-on",
        card=card_in(language),
        acts=(),
        danger_words=(),
        questions=tuple(questions_in(language).values()),
        facts=(),
        findings=(),
        steps=(),
        outcomes=(),
        promises=(),
        laws=Laws({}, {}, ()),
    )


def questions_in(language: str) -> dict[str, Question]:
    asked = {
        "claims": (
            "one",
            ("他们说自己是谁？", "Who do they say they are?"),
            {
                "firm": ("受委托的催收公司", "A collection firm sent by the lender"),
                "court": ("法院的人", "Court officers"),
                "silent": ("不肯说", "They will not say"),
            },
        ),
        "arrived": ("time", ("他们几点来的？", "When did they come?"), {}),
        "does": (
            "many",
            ("他们做了什么？", "What are they doing?"),
            {
                "insults": ("骂人、羞辱", "Insulting you"),
                "told-others": ("把你的欠款告诉了别人", "Telling others about your debt"),
            },
        ),
        "paper-received": ("date", ("这份法院文件是哪天收到的？", "On what day did you get the court paper?"), {}),
    }
    return {
        name: Question(
            id=name,
            kind=kind,
            ask=_in(language, *ask),
            why=_in(
                language,
                "真的法院人员要配合，假的要报警。",
                "Real officers must not be obstructed. Impostors must be reported.",
            ),
            choices=tuple(
                Choice(choice, _in(language, *label))
                for choice, label in {**choices, "unknown": ("不清楚", "Not sure")}.items()
            ),
            when=ALWAYS,
            advise=name == "claims",
            known=None,
        )
        for name, (kind, ask, choices) in asked.items()
    }


def contacts_in(language: str) -> dict[str, Contact]:
    written = {
        "police-110": (
            "110",
            ("报警电话", "Police emergency"),
            (
                "正在发生的威胁、强闯、堵门、殴打，都可以打。",
                "Call for threats, forced entry, a blocked door or beating.",
            ),
            SEEN,
        ),
        "court-12368": (
            "12368",
            ("法院服务热线", "Court service line"),
            (
                "核实来人是不是法院的，案号是不是真的。",
                "Checks whether somebody is from the court and a case number is real.",
            ),
            REPORTED,
        ),
        "lender": (
            "95000",
            ("平台客服", "The lender's own line"),
            ("核实委托，谈延期和分期。", "Checks the mandate and talks about more time or instalments."),
            NOT_CHECKED,
        ),
    }
    return {
        name: Contact(name, number, _in(language, *called), _in(language, *does), "", checked)
        for name, (number, called, does, checked) in written.items()
    }


def provisions_in(language: str) -> dict[str, Provision]:
    """Four provisions: a law with an old number, one of its old version, an inserted article, and a rule not seen."""
    new = Version("2025", date(2025, 6, 27), date(2026, 1, 1), None)
    old = Version("2012", date(2012, 10, 26), date(2013, 1, 1), date(2026, 1, 1))
    psa = Law(
        "public-security",
        _in(language, "中华人民共和国治安管理处罚法", "Public Security Administration Punishments Law"),
        "治安管理处罚法",
        ("治安管理处罚法", "psa"),
        "law",
        "flk.npc.gov.cn",
        None,
        (new, old),
    )
    only = Version("2020", date(2020, 12, 26), date(2021, 3, 1), None)
    criminal = psa._replace(
        id="criminal-law", title=_in(language, "中华人民共和国刑法", "Criminal Law"), short="刑法", versions=(only,)
    )
    guideline = Law(
        "bank-guideline-2026",
        _in(language, "银行业金融机构个人贷款催收工作指引", "Guideline on collecting personal bank loans"),
        "催收工作指引",
        (),
        "self-regulation",
        "www.china-cba.net",
        _in(language, "只约束会员单位。", "Binds member banks only."),
        (Version("2026", date(2026, 2, 1), date(2026, 3, 1), None),),
    )
    gist = (
        "多次发送淫秽、侮辱、恐吓或者其他信息，干扰他人正常生活的，处 10 日以下拘留。",
        "Repeatedly sending insulting or threatening messages that disturb somebody’s life: up to 10 days of detention.",
    )
    limits = ("偶尔打一次电话不算；要有多次。", "A single call is not enough. It must be repeated.")
    messages = Provision(
        psa,
        new,
        "50.1.5",
        _in(language, *gist),
        "多次发送淫秽、侮辱、恐吓等信息或者采取滋扰、纠缠、跟踪等方法，干扰他人正常生活的",
        _in(language, *limits),
        ("threats", "harassment"),
        ("爆通讯录",),
        SEEN,
        (("2012", ("42.1.5",)),),
    )
    return {
        "messages": messages,
        "old-messages": messages._replace(version=old, number="42.1.5", quote=None, was=()),
        "personal-data": Provision(
            criminal,
            only,
            "253-1",
            _in(
                language,
                "违反国家规定出售或者提供公民个人信息，情节严重的，构成犯罪。",
                "Selling or giving away personal data against state rules is a crime in serious cases.",
            ),
            None,
            _in(language, *limits),
            ("privacy",),
            (),
            SEEN,
            line=_in(
                language,
                "出售、提供他人的个人信息，情节严重的要受刑罚。",
                "Selling personal data is a crime in serious cases.",
            ),
        ),
        "hours": Provision(
            guideline,
            guideline.versions[0],
            "hours",
            _in(
                language,
                "晚上 10 点到早上 8 点之间不催收，另有约定的除外。",
                "No collection from 10 pm to 8 am unless agreed.",
            ),
            None,
            _in(language, "据报道；未见官方文本。", "As reported; official text not seen."),
            ("hours",),
            (),
            REPORTED,
        ),
    }


def laws_in(language: str) -> Laws:
    """The library of those provisions."""
    of_laws: dict[str, dict[tuple[str, str], Provision]] = {}
    for provision in provisions_in(language).values():
        of_laws.setdefault(provision.law.id, {})[provision.version.id, provision.number] = provision
    laws = {provision.law.id: provision.law for provision in provisions_in(language).values()}
    return Laws(laws, of_laws, topics_in(language))


def topics_in(language: str) -> tuple[Topic, ...]:
    named = {
        "door": ("要不要开门", "Opening the door"),
        "threats": ("威胁、恐吓", "Threats"),
        "third-parties": ("找家人、同事、邻居", "Family, colleagues, neighbours"),
    }
    return tuple(Topic(name, _in(language, *texts)) for name, texts in named.items())


def card_in(language: str) -> Card:
    return Card(
        "call-110",
        _in(language, "现在打 110", "Call 110 now"),
        ("call-110", "keep-safe"),
        (contacts_in(language)["police-110"],),
        tuple(
            _in(language, *texts)
            for texts in (
                ("离门远一点，不要自己去挡。", "Move away from the door. Do not try to hold it."),
                ("说清地点、人数、他们正在做什么。", "Say where you are, how many they are and what they are doing."),
                ("不方便出声，就发短信到 12110。", "If you cannot speak, text 12110."),
            )
        ),
    )


def door_plan(language: str) -> Plan:
    """A whole plan: seven steps for now, two findings, a deadline with a day and one without."""
    provisions = provisions_in(language)
    asked = questions_in(language)
    firm, late = Answer(asked["claims"], ("firm",)), Answer(asked["arrived"], ("22:40",))
    did = Answer(asked["does"], ("insults", "told-others"))
    paper = Answer(asked["paper-received"], ("2026-11-20",))
    findings = (
        PlanFinding(_finding(language, "told-others", "certain"), (did,), (provisions["personal-data"],)),
        PlanFinding(_finding(language, "came-in-quiet-hours", "likely"), (firm, late), (provisions["hours"],)),
    )
    steps = (*_now(language), *_after(language))
    told = tuple(PlanStep(step, (firm,), _deadline(step, provisions), _cited(step, provisions)) for step in steps)
    situation = Situation((firm, late, did, paper), complete=True, today=DAY)
    outcome = Outcome(
        id="at-the-door",
        severity="urgent",
        title=_in(language, "先核实，再说话；不用开门", "Check first; you need not open"),
        when=ALWAYS,
    )
    return Plan(
        flow=flow_in(language),
        situation=situation,
        visit_day=DAY,
        outcome=outcome,
        findings=findings,
        steps=told,
        alarm=_in(language, "撞门、威胁、不走 → 打 110", "Force, threats, won’t leave: call 110"),
    )


def danger_plan(language: str) -> Plan:
    """The same under a card."""
    plan = door_plan(language)
    title = _in(language, "有人正在强行进来：先保护自己", "Somebody is forcing the door: protect yourself first")
    outcome = plan.outcome._replace(id="call-110", severity="emergency", title=title, card=card_in(language))
    return plan._replace(outcome=outcome)


def calm_plan(language: str) -> Plan:
    """Nobody is there: nothing is for now, two things for today, one for later."""
    plan = door_plan(language)
    title = _in(language, "他们走了：今天先留好证据", "They left: keep the evidence today")
    outcome = plan.outcome._replace(id="afterwards", severity="calm", title=title)
    steps = tuple(planned for planned in plan.steps if planned.step.urgency != "now")
    return plan._replace(outcome=outcome, steps=steps, alarm=None)


def alone_plan(language: str) -> Plan:
    """A plan that shows its card and nothing else."""
    plan = danger_plan(language)
    return plan._replace(outcome=plan.outcome._replace(alone=True, at_once=True), findings=(), steps=(), alarm=None)


def hostile_plan() -> Plan:
    """A plan whose texts look like markup and carry escape sequences."""
    hostile = "[bold]粗[/bold] [/催收] :100: \x1b[31m红\x1b[0m\u202e反 *星* _线_ `码` <b>标</b> # 号 1. 数 \x07"
    plan = door_plan("zh")
    step = plan.steps[0].step._replace(do=hostile, say=hostile)
    asked = plan.situation.answers[0].question._replace(ask=hostile)
    answers = (Answer(asked, ("silent",)), *plan.situation.answers[1:])
    return plan._replace(
        outcome=plan.outcome._replace(title=hostile),
        situation=plan.situation._replace(answers=answers),
        steps=(PlanStep(step, answers[:1], None, ()), *plan.steps[1:]),
    )


def _now(language: str) -> tuple[Step, ...]:
    return (
        _step(
            language,
            "keep-the-door-shut",
            title=("不用开门，隔着门说话", "Keep it shut; talk through it"),
            do=("他们没有权力进来，除非你同意。", "They have no power to come in unless you agree."),
            say=(
                "请说清楚你是谁、受谁委托。我会自己联系官方核实。",
                "Please say who you are and who sent you. I will check with the lender myself.",
            ),
            avoid=("别说家里只有你一个人", "Don’t say that you are alone"),
        ),
        _step(
            language, "see-the-mandate", title=("让他把证件举到猫眼，拍下来", "Have ID held to the peephole; film it")
        ),
        _step(
            language,
            "record",
            title=("开始录音录像", "Record sound and picture"),
            do=("只录自己家门口。", "Your own doorstep only."),
            avoid=("别把录下来的内容发到网上。", "Don’t put the recording on the internet."),
        ),
        _step(
            language,
            "sign-nothing",
            title=("今天不签字，不说哪天还", "Sign nothing; name no date"),
            say=("今天我什么都不签，要签的请寄给我。", "I will sign nothing today. Send it to me by post."),
            avoid=(
                "别签任何东西，也别说哪天还：签了可能让诉讼时效重新计算。",
                "Don’t sign anything or name a date. It may start the limitation period again.",
            ),
        ),
        _step(
            language,
            "call-the-lender",
            title=("打平台公布的客服电话，核实委托", "Call the lender and check the mandate"),
            calls=("lender",),
        ),
        _step(
            language,
            "tell-them-to-leave",
            title=("核实不了，就请他们离开", "If unverified, tell them to leave"),
            do=("说两遍。", "Say it twice."),
            say=("请你们离开。再不走我就报警。", "Please leave. If you stay, I will call the police."),
        ),
        _step(
            language,
            "call-the-police",
            title=("他们不走，打 110", "If they do not leave, call 110"),
            calls=("police-110",),
            cites=("public-security/50.1.5",),
        ),
    )


def _after(language: str) -> tuple[Step, ...]:
    return (
        _step(
            language,
            "answer-the-court",
            urgency="today",
            title=("在期限内交答辩状", "Hand in your answer in time"),
            do=(
                "钱可能确实欠着，金额不对就写清楚哪里不对。",
                "The debt may well be owed; say what is wrong with the amount.",
            ),
            due=Due("paper-received", Span(15, "day"), "hours"),
            calls=("court-12368",),
        ),
        _step(
            language,
            "keep-footage",
            urgency="today",
            title=("请物业保存楼道监控", "Have the corridor footage kept"),
            say=("请保留今晚 10 点到 11 点的录像。", "Please keep tonight's footage from 10 to 11 pm."),
            avoid=("别自己去剪监控。", "Don’t edit the footage yourself."),
        ),
        _step(
            language,
            "get-money-back",
            urgency="later",
            title=("付过的钱想要回，先问律师", "To get money back, ask a lawyer first"),
            due=Due("paid-on", Span(1, "year"), "hours"),
        ),
    )


def _step(
    language: str,
    name: str,
    *,
    urgency: Urgency = "now",
    due: Due | None = None,
    calls: tuple[str, ...] = (),
    cites: tuple[str, ...] = (),
    **texts: Texts,
) -> Step:
    contacts = contacts_in(language)
    return Step(
        id=name,
        when=ALWAYS,
        urgency=urgency,
        acts=("check",),
        **{key: _in(language, *texts[key]) if key in texts else None for key in ("title", "do", "say", "avoid")},
        due=due,
        calls=tuple(contacts[contact] for contact in calls),
        cites=cites,
    )


def _deadline(step: Step, provisions: dict[str, Provision]) -> Deadline | None:
    if step.due is None:
        return None
    day = date(2026, 12, 5) if step.due.span.unit == "day" else None
    return Deadline(step.due._replace(after="paper-received"), day, provisions["messages"], DAY)


def _cited(step: Step, provisions: dict[str, Provision]) -> tuple[Provision, ...]:
    return (provisions["messages"],) if step.cites else ()


def _finding(language: str, name: str, certainty: Certainty) -> Finding:
    says = {
        "told-others": (
            "他们把你的欠款告诉了不相干的人。",
            "They told people who have nothing to do with it about your debt.",
        ),
        "came-in-quiet-hours": ("他们在晚上 10 点到早上 8 点之间催收。", "They came between 10 pm and 8 am."),
    }
    return Finding(
        id=name, when=ALWAYS, certainty=certainty, says=_in(language, *says[name]), cites=("bank-guideline-2026/hours",)
    )


def _in(language: str, chinese: str, english: str) -> str:
    return english if language == "en" else chinese
