"""Words that tell headings, page chrome and kinds of texts apart.

Chinese stands in Simplified: texts are folded to match. Each list is general to postings and guides; nothing here is
taken from one text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.segment.chinese import chinese_section, is_chinese_heading, plain_words
from generator.segment.english import LABELS_EN, english_section
from generator.segment.notices import CONTACT_HEADINGS, NOTICE_HEADINGS, NOTICE_HEADINGS_EN, STAGES

if TYPE_CHECKING:
    from generator.segment.blocks import SectionType

_ZH_SECTIONS: dict[SectionType, str] = {
    "requirement": "任职要求 任职资格 任职条件 岗位要求 职位要求 应聘要求 招聘要求 应聘条件 招聘条件 能力要求 "
    "技能要求 资格要求 条件要求 "
    "资格条件 基本要求 基本条件 必备条件 必要条件 应征条件 其他条件 素质要求 能力素质 经验要求 "
    "学历要求 加分项 加分条件 优先条件 "
    "优先考虑 我们希望你 我们期待你 我们希望 希望你 期望你 你需要具备 你需要 我们需要你 我们在找 "
    "你的优势 职位资格 专业要求 入职要求 入职条件 申请条件 申请资格 任用条件 报考条件 聘用条件 应聘资格 "
    "招聘资格 资格 要求 条件 我们需要 我们要求 资历要求 "
    "任职标准 候选人要求 胜任力要求 我们期望你 我们希望您 希望您 您需要 你应该 你需要有 加分条件 "
    "加分项目 优先录用 进阶要求",
    "responsibility": "工作职责 岗位职责 职位职责 职责描述 工作内容 岗位描述 岗位内容 职位描述 工作描述 主要职责 "
    "核心职责 职责 职责范围 "
    "主要工作 主要工作内容 你将负责 你的职责 你会负责 你要做的 你的工作 工作说明 职务说明 职务内容 "
    "工作项目 工作任务 岗位任务 职位内容 您将负责 你将会 你要做什么 你会做什么 主要任务 岗位工作内容 工作 任务 "
    "工作职责与内容 工作范围 日常工作 职务描述 职务说明书 岗位分工",
    "fact": "薪资待遇 福利待遇 薪酬福利 薪酬待遇 工作地点 上班地点 工作地址 上班地址 办公地址 公司信息 公司概况 企业简介 企业介绍 单位简介 单位概况 学校简介 医院简介 工作时间 上班时间 工作时段 福利 薪资 "
    "待遇 团队介绍 公司介绍 公司简介 "
    "部门介绍 关于我们 关于公司 职位信息 项目背景 项目成果 我们提供 职位亮点 岗位亮点 汇报对象 "
    "招聘人数 需求人数 结语 前言 引言 导语 总结 背景 "
    "工作待遇 公司福利 职位诱惑 案例 成果 福利制度 薪资福利 薪资范围 休假制度 员工福利 薪酬 工资待遇 "
    "其他说明 补充说明 个人简介 个人概况 个人优势 自我评价 项目经历 项目经验 工作经验 教育背景 "
    "项目结果 我们能给你 你将获得 我们能提供 为什么加入我们 "
    "工作权限 岗位权限 职责权限 权限 考核指标 考核标准 考核办法 考核与奖惩 绩效考核 绩效指标 工作标准 岗位定位 岗位概述 岗位说明 "
    "工作关系 汇报关系 职业发展 发展路径 晋升通道 晋升与待遇 晋升路径 总则 附则 聘用条款 附带福利 薪酬与福利",
    "step": "工作流程 操作流程 操作步骤 实施步骤 作业流程 流程 步骤 执行步骤",
}
_EN_SECTIONS: dict[SectionType, str] = {
    "requirement": "(?:(?:job|key|basic|minimum|preferred|required|desired|essential|additional) )?(?:requirements|"
    "qualifications|skills)"
    "|skills (?:and|&) (?:experience|qualifications)|experience|what we(?:'re| are) looking for|who "
    "you are|what you(?:'ll)? bring|what you(?:'ll)? need"
    "|you have|you are|about you|nice to haves?|bonus points|good to have|preferred|must haves?|education"
    "|desirable(?: criteria| skills)?|essential(?: criteria| skills)?|person specification|your profile|"
    "(?:entry|key) requirements|ideal candidate|the ideal candidate|what you need|what we expect(?: from you)?",
    "responsibility": "(?:(?:job|key|main|core|primary|your|role) )?(?:responsibilities|duties)|(?:key )?(?:duties|"
    "roles?) and responsibilities|what you(?:'ll| will) (?:do|be doing|own)"
    "|your role|the role|job description|role description|day to day|in this role,? you will|you will"
    "|your (?:tasks|mission|impact)|main (?:tasks|accountabilities)|accountabilities|key tasks|the job",
    "fact": "about (?:the )?(?:role|team|us|company|job)|about [A-Z]\\w+|benefits|what we offer|perks|"
    "location|salary|compensation|work location"
    "|(?:team |role |job |company )?(?:overview|introduction|summary)|team and role introduction|"
    "background|results|pay|hours|profile|(?:career |professional )?summary|work experience|"
    "pay and (?:conditions|benefits)|terms(?: and conditions)?|why join us|"
    "what you(?:'ll| will) get|(?:key )?(?:performance indicators|metrics|achievements|results)|how we work",
    "step": "steps|procedure|process|how it works|workflow",
}

NOTICE_WORDS = frozenset(NOTICE_HEADINGS.split())
"""Words of a heading whose lines tell how to apply; an editor drops them."""
_NOTICE_ALONE = frozenset(["投递", "联系", "报名", "应聘", "应征", "怎么来", "如何加入"])
"""Words that only head such lines where they stand alone."""
_NOTICE_EN = re.compile(NOTICE_HEADINGS_EN, re.IGNORECASE)

ZH_HEADINGS: dict[str, SectionType] = {word: kind for kind, words in _ZH_SECTIONS.items() for word in words.split()}
"""Words of a Chinese heading to what its items are."""

_ZH_ANY = "|".join(sorted([*ZH_HEADINGS, *NOTICE_WORDS], key=len, reverse=True))
_EN_ANY = "|".join((*_EN_SECTIONS.values(), NOTICE_HEADINGS_EN))

ZH_HEADING_LINE = re.compile(
    rf"[#\s]*(?:[一二三四五六七八九十]{{1,3}}、|[（(][一二三四五六七八九十]{{1,2}}[)）]|[1-9][、.．]|"
    rf"[■●◆▪•*]+)?\s*[【\[「]?\s*"
    rf"(?P<word>{_ZH_ANY})(?:\s*[（(/|&与和、]*\s*[A-Za-z '’/&|]*[)）]?)?\s*[】\]」]?\s*[：:]?\**\s*"
)
EN_HEADING_LINE = re.compile(rf"[#*\s]*(?P<word>{_EN_ANY})\s*[:：?]?\**\s*", re.IGNORECASE)
EN_HEADING_KINDS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _EN_SECTIONS.items())

# Inside a line a heading must be set off: by what closes a clause before it, and by a colon, a list mark or a space
# after it.
ZH_HEADING_INLINE = re.compile(
    rf"(?:(?<=[。；！？!?”）)…\s])|\A)[【\[《「]?(?P<word>{_ZH_ANY})[】\]》」]?(?:\s*：|(?<=[】\]》」])|(?=\s+\S)|"
    rf"(?=\s*(?:1[、.．/)）]|①|（1）|\(1\)))|(?=\s*\Z))"
)
ZH_GLUED = re.compile(
    r"(?<=[\u4e00-\u9fffA-Za-z\d%])(?:(?P<heading>(?:岗位|职位|任职|工作|应聘|招聘|主要)(?:职责|要求|资格|条件|内容)|(?:薪资|福利|薪酬)(?:待遇|福利))|"
    r"(?:工作|上班|办公)(?:地点|地址|时间)|薪资(?:范围|待遇)|招聘人数|联系(?:方式|电话))\s*："
)
"""A heading or the label of a fact that stands in a line right behind words, without any sign between the two."""
ZH_LABEL_INLINE = re.compile(
    r"(?<=[\u4e00-\u9fffA-Za-z\d%）)][ \u3000])(?:(?:工作|上班|办公|任职)(?:地点|地址|时间|性质)|薪[资酬水](?:范围|待遇)?|月薪|福利(?:待遇)?|招聘人数|学历(?:要求)?|(?:工作)?经验(?:要求)?)\s*："
)
"""The label of a fact inside a line, behind a space."""
ZH_BONUS = re.compile(
    r"(?<=[。；！？\s])(?:具[备有]|有|符合|满足)?(?:以下|下列|如下)(?:任[一意])?(?:条件|经验|经历|情况|情形|技能|背景)?(?:之一)?者?(?:优先|加分|更佳)(?:考虑|录用)?\s*(?:：|(?=\s))"
)
"""A line inside a line that opens what is preferred."""
ZH_BRACKETED = re.compile(r"(?:(?<=[。；！？\s])|\A)【(?P<word>[^】\n，。；：]{2,14})】\s*")
ZH_HEADING_START = re.compile("|".join(sorted((word for word in ZH_HEADINGS if len(word) > 3), key=len, reverse=True)))
ZH_CLOSING_INLINE = re.compile(r"(?<=[。！？…])(?:结语|结束语|总结语|小结)(?=[^，。、的])[：:]?")
EN_HEADING_INLINE = re.compile(
    r"(?:(?<=[.!?;:。；…]\s)|(?<=[\u4e00-\u9fff]\s)|(?<=[。；…])|\A)(?P<word>(?:Team and Role "
    r"Introduction|About the (?:Role|Team|Job)|Job Description"
    r"|(?:Job |Key |Main |Your |Core )?(?:Responsibilities|Duties)|(?:Job |Key |Basic |Minimum |"
    r"Preferred )?(?:Requirements|Qualifications)"
    r"|What [Yy]ou(?:['’]ll| [Ww]ill) [Dd]o|What [Ww]e(?:['’]re| [Aa]re) [Ll]ooking [Ff]or|Who "
    r"[Yy]ou [Aa]re|Nice to [Hh]ave|Benefits))"
    r"(?:\s*[:：]|(?=\s+(?:[A-Z][a-z]|\d{1,2}\s*[./、)]|[•·-]\s))|(?=\s*\Z))"
)


# A heading of no known wording that stands before a colon: what it ends with says that it is one, and what it opens.
ZH_HEADING_SHAPE = re.compile(
    r"[【\[]?(?P<word>[\u4e00-\u9fff、与和及/]{0,8}(?:要求|条件|资格|职责|责任|内容|任务|待遇|福利|说明|制度|流程|步骤|范围|"
    r"优势|简介|介绍|背景|成果|亮点|信息|事项|标准))[】\]]?\s*[：:]\s*"
)
ZH_HEADING_ALONE = re.compile(
    r"(?:[\u4e00-\u9fff、与和及/&]{0,9}(?:要求|条件|资格|职责|责任|工作内容|岗位内容|任务|待遇|福利|制度|流程|步骤|优势|简介|介绍|背景|成果|亮点|"
    r"构成|地址|地点|环境|条款|看重|期待|期望|诱惑|画像|特质)|(?:我们|你|您)?[\u4e00-\u9fff]{0,4}(?:干|做|找|要|给你|得到|收获)(?:些|的)?"
    r"(?:什么|哪些|啥)[\u4e00-\u9fff]{0,4}|(?:我们|你|想)[\u4e00-\u9fff]{0,6}(?:是谁|的人|的你))[：:]?"
)
"""A line of Chinese alone that opens a part, by what it ends with; it says nothing of its own."""
ZH_HEADING_BEFORE_LIST = re.compile(
    r"(?:(?<=[。；！？;\s])|\A)" + ZH_HEADING_SHAPE.pattern + r"(?=(?:1[、.．/)）]|①|（1）|\(1\)|[（(]一[)）]))"
)

_LABELS: dict[SectionType, str] = {
    "fact": r"(?:工作|上班|办公|任职|职位|岗位|用工|雇佣|招聘|办公室|所在|入职|到岗|轮班)?(?:地点|地址|地区|区域|城市|时间|时段|时数|日期|性质|方式|类型|形式|班次|制度|级别|编制)|"
    r"(?:是否|提供|可否|能否)[\u4e00-\u9fff]{2,6}|(?:公司|企业|团队|单位|部门)(?:规模|性质|类型|行业|人数)|所属行业|融资(?:阶段|情况)?|(?:发展|晋升)(?:空间|通道|路径)|"
    r"(?:基本|综合|税前|试用期)?(?:月薪|年薪|时薪|底薪|薪资|薪酬|薪水|工资|收入|待遇|工作待遇)(?:待遇|范围|福利|结构)?|"
    r"(?:招聘|需求|招募|招收)?(?:人数|名额)|(?:员工|公司|薪酬)?福利(?:待遇|制度)?|休假制度|休息制度|base|工作制|汇报给|社会?保险|"
    r"汇报(?:对象|关系|上级)|直[属接]上级|所属部门|部门|职[位务能]类别|岗位类别|管理责任|出差外派|上班时段|可上班日|试用期|"
    r"location|salary|pay|hours|working hours|contract|reports to|start date|department|team|place of work",
    "requirement": r"(?:最低)?学历(?:要求)?|(?:工作)?(?:经历|年资)|(?:工作)?经验(?:要求)?|科系(?:要求)?|专业(?:要求)?|"
    r"语[文言](?:条件|能力|要求)|擅长工具|工作技能|具备(?:证照|驾照)|证照(?:要求)?|年龄(?:要求)?|性别(?:要求)?|"
    r"身份类别|education|languages?|experience",
}
LABELLED = {
    kind: re.compile(rf"[\s【\[]*(?:{words})\s*[：:】\]]\s*(?=\S)", re.IGNORECASE) for kind, words in _LABELS.items()
}
"""Labels of single facts and single requirements: what follows on the line is said with its label."""


_HEADING_MARK = re.compile(
    r"\A(?:第?[一二三四五六七八九十]{1,3}[、章节部篇]|[（(][一二三四五六七八九十]{1,2}[)）]|\d{1,2}(?:\.\d{1,2})?[、.．]?)\s*"
)


def label_type(text: str) -> SectionType | None:
    """Say what a labelled line is by its label, as in `工作地点：…`; None where its label does not say."""
    known = (*LABELLED.items(), *LABELS_EN.items())
    return next((kind for kind, pattern in known if pattern.match(text)), None)


def is_zh_heading(line: str) -> bool:
    """Tell whether a line alone is a Chinese heading: words that are listed here, or put together as headings are."""
    return ZH_HEADING_LINE.fullmatch(line) is not None or is_chinese_heading(line)


def is_notice_heading(text: str, *, hires: bool = True) -> bool:
    """Tell whether a heading opens the part that tells how to apply; in a text that does not hire, whom to ask."""
    plain = _HEADING_MARK.sub("", text.strip(" \t#*【】[]：:"))
    if hires and plain_words(text) in _NOTICE_ALONE:
        return True
    if not hires:
        return plain in CONTACT_HEADINGS.split()
    return plain in NOTICE_WORDS or STAGES.fullmatch(plain) is not None or _NOTICE_EN.fullmatch(plain) is not None


PLAN_TITLE = re.compile(
    r"SOP|方案|预案|计划|流程|规程|操作指引|作业指导|步骤|checklist|runbook|procedure|playbook", re.IGNORECASE
)
"""A title of a plan: whatever its parts are called, what they list is to be done."""
NOT_STEPS = re.compile(
    r"目的|目标|范围|背景|依据|原则|定义|附则|附录|概述|简介|质量控制|质控|考核|奖惩|奖罚|监督|保障|协作关系|purpose|scope|background",
    re.IGNORECASE,
)


def heading_type(text: str) -> SectionType | None:
    """Say what the items under a heading are, from its folded words; None where they do not say."""
    plain = _HEADING_MARK.sub("", text.strip(" \t#*【】[]：:"))
    if plain in ZH_HEADINGS:
        return ZH_HEADINGS[plain]
    if chinese := chinese_section(plain):
        return chinese
    for kind, pattern in EN_HEADING_KINDS:
        if pattern.fullmatch(plain):
            return kind
    if english := english_section(plain):
        return english
    for words, kind in _HEADING_PARTS:
        if words.search(plain):
            return kind
    return None


_HEADING_PARTS: tuple[tuple[re.Pattern[str], SectionType], ...] = (
    (
        re.compile(
            r"定位|薪酬|薪资|福利|待遇|常见问题|概述|简介|背景|意义|概览|认知|业绩|成果|案例|重点工作|introduction|overview|results|"
            r"background",
            re.IGNORECASE,
        ),
        "fact",
    ),
    (
        re.compile(
            r"要求|资格|条件|能力素质|进阶|qualification|requirement|skills",
            re.IGNORECASE,
        ),
        "requirement",
    ),
    (
        re.compile(r"职责|职能|分工|responsibilit|duties", re.IGNORECASE),
        "responsibility",
    ),
    (re.compile(r"流程|步骤|[期段]$|[期段](?=[：:（(])|SOP|阶段|steps|procedure|process|phase", re.IGNORECASE), "step"),
)

# -- kinds, titles, organisations --------------------------------------------------------------------------------------

GUIDE_SIGNS = re.compile(r"本文|指南|手册|全流程|解析|第[一二三四五六七八九十]章|结语|从业者|例如：|比如，|SOP|流程")
GUIDE_TITLE = re.compile(
    r"(?:SOP|方案|手册|指南|指引|流程|制度|规程|规范|标准|办法|说明书|计划书?|细则|攻略|详解|解析|要点|大全|干货|"
    r"入门|怎么[做当干写]|总结|工作职责|岗位职责|职责与.{2,6}|实录|复盘|纪要|"
    r"handbook|guide|manual|playbook|runbook|procedure|checklist|policy|standard)"
    r"[）)》】]?(?:[（(][^）)]{1,20}[）)])?\s*\Z|\A案例",
    re.IGNORECASE,
)
"""What the title of a guide or a plan ends with."""
HIRING_TITLE = re.compile(
    r"招[聘募考]|招工|诚[聘征]|急[聘征招]|征才|招贤|求贤|招人|内推|we(?:'re| are) hiring|is hiring|hiring\b|"
    r"vacanc(?:y|ies)|job opening|"
    r"now recruiting|join our team|wanted",
    re.IGNORECASE,
)
"""A title that hires."""
HIRING_LABEL = re.compile(
    r"\W{0,3}(?:(?:招[聘募收]|需求)?(?:岗位|职位|职务|人数|名额)(?:名称)?|公司(?:名称)?|工作(?:地点|地区|性质|"
    r"时间|待遇)|上班(?:地点|时间|时段)|薪[资酬水](?:待遇|范围|福利)?|月薪|"
    r"待遇|福利(?:待遇)?|薪资福利|学历要求|(?:工作)?经验(?:要求)?|job title|position|company|employer|location|salary|"
    r"job type|employment type|contract(?: type)?|closing date|start date|hours|pay|rate of pay)\s*[:：]",
    re.IGNORECASE,
)
PROFILE_TITLE = re.compile(
    r"(?:个人)?简历|(?:工作|项目|个人|职业)(?:经历|履历|业绩|概况|简介|总结)|求职意向\s*[:：].*|自我介绍|"
    r"curriculum vitae|r[ée]sum[ée]|cv|"
    r"(?:professional|career) (?:summary|profile)|work experience",
    re.IGNORECASE,
)
PROFILE_SIGNS = re.compile(
    r"业绩|搭建了|我的|本人|完成了|带领团队|期间|↑|↓|提升了|背景：|主导了|项目：|实现了|增量|"
    r"主要业绩|典型案例|结果：|做法：|行动：|同比|(?:降|缩短|提高|提升)[到至]|\d{4}年.{0,4}[至—-].{0,10}任"
)
POSTING_SIGNS = re.compile(
    r"任职|岗位要求|职位|招聘|优先|学历|岗位职责|工作职责|本科|底薪|月薪|年薪|月休|双休|五险|包吃|包住|大小周|提成|待遇|加分项|简历|履历|应聘|应征|诚聘|"
    r"responsibilities|requirements|qualifications",
    re.IGNORECASE,
)

OWN_TEAM = re.compile(
    r"(?:隶属于|归属于|[Pp]art of (?:the )?)\s*"
    r"(?P<name>[A-Z][A-Za-z]{1,24}|[\u4e00-\u9fff]{2,10}(?:集团|公司))(?=['’]s\b|[\u4e00-\u9fff])"
)
"""A sentence that says whose team it is."""

# -- where a heading ends that was glued to what follows ---------------------------------------------------------------

HEADING_END = re.compile(
    r"(?:职责|要求|体系|流程|解析|策略|设计|管理|把控|整合|决策|执行|优化|建设|规划|分析|提效|方案|"
    r"机制|标准|指南|概述|简介|背景|意义|运营|推广|维护|"
    r"管控|搭建|能力|技巧|方法|原则|目标|步骤|要点|安排|服务|沟通|合作|协调|监控|评估|报告|创新|培训|"
    r"考核|定位|内容|事故|投诉|异常|处理|故障|应对|准备|检查|盘点|交接|结算|收尾|总结|复盘|实施|筹备|跟进|回访|"
    r"安全|卫生|路径|指标|奖惩|奖罚|权限|关系|发展|晋升|待遇|薪酬|资格|条件|素质|范围|环境|制度|规范|须知|礼仪|纪律|"
    r"者|期|学|线|表|法|论|案)\Z"
)
STRONG_HEADING_END = re.compile(r"(?:职责|要求|流程|步骤|内容|标准|条件|资格)\Z")
HEADING_WORD_AHEAD = re.compile(
    r"职责|要求|体系|流程|解析|策略|设计|管理|指南|概述|审查|审核|与|和|及|、|的|：|到|（|）|”|中的|之|等|岗位|"
    r"工作|全|中[，的]|上[，的]|里[，的]|时[，的]"
)
BODY_START = re.compile(
    r"在|以|为了|为|通过|本|我们|我|需|应|要|随着|作为|对于|对|根据|当|从|首先|负责|每|该|这|如果|"
    r"由于|围绕|优秀|良好|所有|凡|一个|任何|无论|除了|开|请|接到|收到|发现|按照?|确认|核实|若|遇到|一旦|店员|员工|运营人员"
)
SUBJECT_VERB = re.compile(
    r"[\u4e00-\u9fff]{2,10}?(?:是|需|须|要|指|应|作为|直接|不仅|围绕|必须|离不开|有助于|的核心|负责)"
)

EXAMPLE = re.compile(r"(?:例如|比如|举例|示例|案例)：")
NOT_A_LABEL = re.compile(
    r"(?:.*?(?:如|例如|比如|包括|包含|其中|注|即|如下|以下|分为|是|为|有))\Z|(?:https?|www)", re.DOTALL
)
