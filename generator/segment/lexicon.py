"""Words that tell headings, page chrome and kinds of texts apart.

Chinese stands in Simplified: texts are folded to match. Each list is general to postings and guides; nothing here is
taken from one text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.segment.blocks import SectionType

_ZH_SECTIONS: dict[SectionType, str] = {
    "requirement": "任职要求 任职资格 任职条件 岗位要求 职位要求 应聘要求 招聘要求 应聘条件 招聘条件 能力要求 "
    "技能要求 资格要求 条件要求 "
    "资格条件 基本要求 基本条件 必备条件 必要条件 应征条件 其他条件 素质要求 能力素质 经验要求 "
    "学历要求 加分项 加分条件 优先条件 "
    "优先考虑 我们希望你 我们期待你 我们希望 希望你 期望你 你需要具备 你需要 我们需要你 我们在找 "
    "你的优势 职位资格 专业要求",
    "responsibility": "工作职责 岗位职责 职位职责 职责描述 工作内容 岗位描述 岗位内容 职位描述 工作描述 主要职责 "
    "核心职责 职责 职责范围 "
    "主要工作 主要工作内容 你将负责 你的职责 你会负责 你要做的 你的工作 工作说明 职务说明 职务内容 "
    "工作项目 工作任务 岗位任务 职位内容",
    "fact": "薪资待遇 福利待遇 薪酬福利 薪酬待遇 工作地点 上班地点 工作时间 上班时间 工作时段 福利 薪资 "
    "待遇 团队介绍 公司介绍 公司简介 "
    "部门介绍 关于我们 关于公司 职位信息 项目背景 项目成果 我们提供 职位亮点 岗位亮点 汇报对象 "
    "招聘人数 需求人数 结语 前言 引言 导语 总结 背景 "
    "工作待遇 公司福利 职位诱惑 案例 成果",
    "step": "工作流程 操作流程 操作步骤 实施步骤 作业流程 流程 步骤 执行步骤",
}
_EN_SECTIONS: dict[SectionType, str] = {
    "requirement": "(?:(?:job|key|basic|minimum|preferred|required|desired|essential|additional) )?(?:requirements|"
    "qualifications|skills)"
    "|skills (?:and|&) (?:experience|qualifications)|experience|what we(?:'re| are) looking for|who "
    "you are|what you(?:'ll)? bring|what you(?:'ll)? need"
    "|you have|you are|about you|nice to haves?|bonus points|good to have|preferred|must haves?|education",
    "responsibility": "(?:(?:job|key|main|core|primary|your|role) )?(?:responsibilities|duties)|(?:key )?(?:duties|"
    "roles?) and responsibilities|what you(?:'ll| will) (?:do|be doing|own)"
    "|your role|the role|job description|role description|day to day|in this role,? you will|you will",
    "fact": "about (?:the )?(?:role|team|us|company|job)|about [A-Z]\\w+|benefits|what we offer|perks|"
    "location|salary|compensation|work location"
    "|(?:team |role |job |company )?(?:overview|introduction|summary)|team and role introduction|"
    "background|results|pay|hours",
    "step": "steps|procedure|process|how it works|workflow",
}

ZH_HEADINGS: dict[str, SectionType] = {word: kind for kind, words in _ZH_SECTIONS.items() for word in words.split()}
"""Words of a Chinese heading to what its items are."""

_ZH_ANY = "|".join(sorted(ZH_HEADINGS, key=len, reverse=True))
_EN_ANY = "|".join(_EN_SECTIONS.values())

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
    rf"(?:(?<=[。；！？!?”）)…\s])|\A)[【\[]?(?P<word>{_ZH_ANY})[】\]]?(?:\s*：|[】\]]|(?=\s+\S)|"
    rf"(?=\s*(?:1[、.．/)）]|①|（1）|\(1\)))|(?=\s*\Z))"
)
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


def heading_type(text: str) -> SectionType | None:
    """Say what the items under a heading are, from its folded words; None where they do not say."""
    plain = text.strip(" \t#*【】[]：:")
    if plain in ZH_HEADINGS:
        return ZH_HEADINGS[plain]
    for kind, pattern in EN_HEADING_KINDS:
        if pattern.fullmatch(plain):
            return kind
    for words, kind in _HEADING_PARTS:
        if words.search(plain):
            return kind
    return None


_HEADING_PARTS: tuple[tuple[re.Pattern[str], SectionType], ...] = (
    (
        re.compile(
            r"整体定位|概述|简介|背景|意义|概览|认知|业绩|成果|案例|重点工作|introduction|overview|results|"
            r"background",
            re.IGNORECASE,
        ),
        "fact",
    ),
    (
        re.compile(r"要求|资格|条件|能力素质|进阶|成长路径|qualification|requirement|skills", re.IGNORECASE),
        "requirement",
    ),
    (re.compile(r"职责|职能|分工|responsibilit|duties", re.IGNORECASE), "responsibility"),
    (re.compile(r"流程|步骤|[期段]$|[期段](?=[：:（(])|SOP|阶段|steps|procedure|process|phase", re.IGNORECASE), "step"),
)

# -- page chrome -------------------------------------------------------------------------------------------------------

PAGE_LABEL = re.compile(r"(?P<title>.{2,80})[_\-—\s]第\s*\d+\s*页")
"""The label a document-sharing site prints under each page image; it gives the document's title away."""

CHROME_LINE = re.compile(
    r"(?:"
    r"第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|共\s*\d+\s*页|page \d+(?: of \d+)?|"
    r"[-—]\s*\d+\s*[-—]|\d{1,5}\s*/\s*\d{1,5}"
    r"|已阅读\s*\d+\s*页.{0,40}|还剩\s*\d+\s*页.{0,30}|.{0,12}(?:继续|点击|展开)(?:免费)?(?:阅读|"
    r"查看)(?:全文|更多|剩余)?.{0,10}|阅读全文|展开全部|查看更多|加载更多|收起"
    r"|(?:点击|免费|立即|付费|会员)?下载(?:本?文档|全文|原文|附件|资源)?(?:到电脑)?|下载(?:积分|"
    r"券).{0,20}|版权(?:说明|声明|所有|归).{0,200}|文档(?:简介|介绍|信息|标签|格式).{0,60}"
    r"|(?:最新|相关|推荐|热门|猜你喜欢的?|类似)(?:文档|推荐|阅读|文章|资料|资源|下载|搜索|职位|岗位)|"
    r"猜你喜欢|相似职位|为你推荐"
    r"|(?:全部|最新|热门|网友|用户|发表|提交|写)?评论(?:\s*[（(]?\d*[)）]?)?|共\s*\d+\s*条评论|"
    r"登录后.{0,20}|请先登录.{0,20}|(?:登录|注册)(?:\s*/?\s*(?:登录|注册))?"
    r"|(?:举报|收藏|分享|点赞|打印|复制链接|关注|返回顶部|回到顶部|返回首页|首页|上一[页篇].{0,60}|"
    r"下一[页篇].{0,60}|目录|关闭|赞|踩|回复|转发|保存)(?:\s*[（(]?\d*[)）]?)?"
    r"|(?:举报|收藏|分享|点赞|打印|评论|下载)(?:[\s|·•/]+(?:举报|收藏|分享|点赞|打印|评论|下载))+"
    r"|分享到.{0,40}|扫(?:一扫|码).{0,40}|(?:浏览|阅读|下载|收藏)(?:量|次数|"
    r"数)?\s*[:：]?\s*\d+\s*次?|上传(?:时间|者|人).{0,40}|(?:发布|更新|上传)(?:于|时间|"
    r"日期)\s*[:：]?\s*[\d\-/.年月日 :：]+"
    r"|(?:立即|马上|一键)?(?:申请职位|投递简历|投递|应聘|沟通|我要应聘|我要应征|应征)|立即申请|"
    r"投简历.{0,40}|.{0,20}©.{0,80}|copyright.{0,80}|all rights reserved\.?"
    r"|apply (?:now|here|today)[.!]?|share(?: this(?: job| page)?)?|save(?: this)? job|report(?: "
    r"this)? job|sign (?:in|up)|log in|show more|read more|see more|back to top|cookie.{0,60}|"
    r"subscribe.{0,40}"
    r"|.{0,16}(?:本站|网站)(?:所有|的)?(?:资源|文档|内容|文件).{0,120}|字数\s*[:：]\s*\d+|格式\s*[:：]\s*\w+"
    r")\s*[:：]?",
    re.IGNORECASE,
)
CHROME_NOTICE = re.compile(
    r"(?:温馨提示|友情提示|特别提示|提示|免责声明|版权提示|下载须知|注意事项及免责声明)\s*[:：]?"
)
"""A heading of a site's own notes; the list under it is chrome as far as it speaks of files."""
CHROME_NOTE = re.compile(r"本站|下载|上传|侵权|文档|文件|压缩|图纸|附件|网站|本网|版权|登录|会员|浏览器|存储空间")
SEPARATOR = re.compile(r"[-=*_—－~～#]{3,}|[*\s]{5,}|[◆■●]{3,}")

# -- kinds, titles, organisations --------------------------------------------------------------------------------------

GUIDE_SIGNS = re.compile(r"本文|指南|手册|全流程|解析|第[一二三四五六七八九十]章|结语|从业者|例如：|比如，|SOP|流程")
PROFILE_SIGNS = re.compile(r"业绩|搭建了|我的|本人|完成了|带领团队|期间|↑|↓|提升了|背景：|主导了|项目：|实现了|增量")
POSTING_SIGNS = re.compile(
    r"任职|岗位要求|职位|招聘|优先|学历|岗位职责|工作职责|本科|responsibilities|requirements|qualifications",
    re.IGNORECASE,
)

ROLE_NOUN = re.compile(
    r"运营|经理|专员|主管|总监|工程师|助理|顾问|店长|站长|分析师|编辑|设计师|客服|主任|负责人|专家|"
    r"培训师|产品|策划|销售|会计|馆员|组长|岗|实习生|教师|护士"
    r"|manager|specialist|engineer|analyst|lead|officer|assistant|coordinator|director|designer|"
    r"intern|executive|associate|supervisor|barista|librarian",
    re.IGNORECASE,
)
TITLE_LABEL = re.compile(
    r"(?:职位名称|岗位名称|招聘岗位|招聘职位|职位|岗位|职务名称|job title|title|position|"
    r"role)\s*[:：]\s*(?P<title>[^，。；;\n]{2,60})",
    re.IGNORECASE,
)
ORGANISATION_LABEL = re.compile(
    r"(?:公司名称|公司|企业名称|招聘单位|单位名称|雇主|company|employer|organisation|"
    r"organization)\s*[:：]\s*(?P<name>[^，。；;\n]{2,60})",
    re.IGNORECASE,
)
ORGANISATION_HIRES = re.compile(
    r"(?P<name>[^，。；：\s]{2,30}?)(?:诚聘|急聘|招聘|高薪诚聘)[:：]?\s*(?P<title>[^，。；：]{2,30})?"
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
    r"考核|定位|内容|者|期|学|线|表|法|论|案)\Z"
)
HEADING_WORD_AHEAD = re.compile(
    r"职责|要求|体系|流程|解析|策略|设计|管理|指南|概述|与|和|及|、|的|：|到|（|）|”|中的|之|等|岗位|"
    r"工作|全|中[，的]|上[，的]|里[，的]|时[，的]"
)
BODY_START = re.compile(
    r"在|以|为了|为|通过|本|我们|我|需|应|要|随着|作为|对于|对|根据|当|从|首先|负责|每|该|这|如果|"
    r"由于|围绕|优秀|良好|所有|凡|一个|任何|无论|除了|开|请|店员|员工|运营人员"
)
SUBJECT_VERB = re.compile(
    r"[\u4e00-\u9fff]{2,10}?(?:是|需|须|要|指|应|作为|直接|不仅|围绕|必须|离不开|有助于|的核心|负责)"
)

EXAMPLE = re.compile(r"(?:例如|比如|举例|示例|案例)：")
NOT_A_LABEL = re.compile(
    r"(?:.*?(?:如|例如|比如|包括|包含|其中|注|即|如下|以下|分为|是|为|有))\Z|(?:https?|www)", re.DOTALL
)
