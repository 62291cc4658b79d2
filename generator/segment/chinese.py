"""Chinese headings of sections: what a line opens, told by its wording.

A heading is put together from few words. What stands before its noun says whose or how much, the noun at its end says
what the list holds; so nouns are listed, not headings. The other kind addresses the reader (`你来了做什么`): there the
verb says it. Texts are folded to Simplified. Nothing here is taken from one text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.segment.blocks import SectionType

_BEFORE = (
    "岗位|职位|职务|职缺|工作|任职|应聘|应征|招聘|招募|招工|招录|用人|录用|录取|入职|入园|上岗|报名|报考|聘用|候选人|人选|人员|员工|个人|本岗|该岗|"
    "基本|基础|基础性|必备|必要|必须|核心|主要|重点|关键|具体|日常|常规|其他|其它|其余|更多|详细|特别|相关|额外|通用|综合|整体|全部|各项|"
    "专业|专项|专门|平台|业务|技术|技能|知识|硬性|软性|硬|软|职业|岗|职|学历|经验|资历|能力|素质|证照|语言|身体|年龄|"
    "团队|公司|企业|单位|部门|门店|协作|合作|沟通|管理|行业|从业|教育|项目|上班|办公|作息|品行|道德|学校|医院|品牌|集团|行业|薪酬|薪资|工资|薪水|收入|福利|待遇|奖金|激励|"
    "我们|我方|我司|你|您|你们|大家|咱们|的|与|和|及|以及|、|/|&|或|且|并|之|所|有|无|更|最"
)
_NOUNS: dict[SectionType, str] = {
    "requirement": "要求|条件|资格|资质|能力|技能|素质|素养|经验要求|学历|门槛|画像|特质|胜任力|加分项?|加分项目|优先项|优先条件|优先|必备项|硬指标|任职标准|用人标准|"
    "招聘标准|录用标准|人选|理想人选|理想候选人|知识|操守|品德|品质",
    "responsibility": "职责|责任|职能|内容|任务|分工|工作描述|职责描述|岗位描述|职位描述|日常|日常工作|主要工作|重点工作|职责范围|工作范围|职务说明|职责说明|工作说明|"
    "使命|担当|职责所在|工作项目|内容简介",
    "fact": "薪酬|薪资|工资|薪水|待遇|福利|收入|报酬|薪资构成|薪酬构成|薪资结构|收入构成|构成|结构|奖金|奖励|激励|回报|补贴|地点|地址|时间|时段|工时|班次|作息|休假|假期|环境|性质|"
    "介绍|简介|概况|概述|概览|基本情况|情况|背景|亮点|优势|诱惑|卖点|特色|文化|氛围|经历|履历|简历|经验|人数|名额|编制|岗位及人数|权限|关系|指标|考核|绩效|奖惩|奖罚|发展|晋升|晋升空间|晋升通道|通道|成长|"
    "培训|保障|成果|业绩|结果|荣誉|规模|信息|基本信息|定位|目的|意义|附注|备注|补充|说明|须知|常见问题|时间安排",
    "step": "流程|步骤|程序|计划|安排|时间轴|时间表|实施|操作|工序",
}
_AFTER = r"(?:如下|包括|包含|说明|描述|清单|一览|概要|部分|方面|是)?(?:\s*[（(/|]\s*[A-Za-z][A-Za-z '’/&|]*[)）]?)?"
_ANY_NOUN = "|".join(_NOUNS.values())
_BY_NOUN = tuple(
    (kind, re.compile(rf"(?:{_BEFORE}|{_ANY_NOUN})*?(?:{nouns}){_AFTER}")) for kind, nouns in _NOUNS.items()
)
_MIXED = re.compile("要求.*(?:职责|内容|任务)|(?:职责|内容|任务).*要求")
"""What a person does and what she must be under one heading: there the wording of each item decides."""
_LAST_NOUNS: tuple[tuple[SectionType, str], ...] = (
    ("requirement", "要求|条件|资格|资质|能力|技能|素质|素养|门槛|优先|特质|加分项?"),
    ("responsibility", "职责|责任|职能|任务|分工|工作内容|岗位内容|工作描述|岗位描述|职位描述"),
    ("step", "流程|步骤|程序|工序|操作"),
    (
        "fact",
        "薪酬|薪资|工资|待遇|福利|收入|构成|地点|地址|环境|性质|介绍|简介|概况|概述|概览|情况|背景|亮点|优势|人数|权限|关系|指标|考核|绩效|奖惩|奖罚|晋升|通道|时间|对象|名单|人数|保障|成果|业绩|结果|标准|信息|定位|目的|范围|附注|备注|须知|问题|意义|说明|回报|发展",
    ),
)
_ENDS_WITH = tuple((kind, re.compile(rf".*(?:{nouns})\Z", re.DOTALL)) for kind, nouns in _LAST_NOUNS)
# Headings that speak to the reader. The first group that agrees decides: what is given, what is done, who is sought.
_SAYS: tuple[tuple[SectionType, re.Pattern[str]], ...] = (
    (
        "fact",
        re.compile(
            r"给(?:到)?(?:你|您|大家|员工)|提供|得到|获得|获取|收获|拥有什么|享[有受]|拿到|好处|回报|成长|为(?:什么|何|啥)|凭什么|理由|选择我们|关于|准备|"
            r"我们(?:是(?:谁|做|干|一|怎)|做什么|在做|的(?:故事|团队|产品|使命|愿景|优势))|谁是我们|福利|待遇"
        ),
    ),
    (
        "responsibility",
        re.compile(
            r"[做干忙](?:的|些|点|哪些|什么|啥|活)|负责|职责|承担|参与|一天|日常|你的(?:工作|任务|角色|使命)|(?:需要|要|想|请)(?:你|您)来?做|的事情?\Z|"
            r"(?:你|您)(?:将|会|要)+(?:来?做|是|在)?\Z"
        ),
    ),
    (
        "requirement",
        re.compile(
            r"希望|期[待望]|看重|在找|寻找|[想要]找|需要|要求|适合|欢迎|喜欢|具备|拥有|(?:你|您)(?:是|有|能|应|得|可能|最好|必须|需|懂|会)|"
            r"[什怎]么?样的|这样的|谁(?:可以|能|来)|如果|加分|优先|更好|更佳|最好|锦上添花|理想|的你\Z"
        ),
    ),
)
_SPEAKS = re.compile("[你您谁啥]|我们|大家|什么|关于|加分|优先|更好|更佳|锦上添花")
_SPOKEN = re.compile(
    "(?:[你您谁啥的了呢吗吧来去是有能会要将可想需应得让为给到和与在也都还只更最很就请若做干忙懂？，,/／]|"
    "我们|咱们|大家|公司|团队|这里|这边|这儿|岗位|职位|工作|任务|角色|使命|故事|产品|项目|愿景|一天|日常|每天|平时|主要|具体|典型|"
    "希望|期待|期望|看重|寻找|在找|想找|要找|需要|要求|适合|欢迎|喜欢|具备|拥有|加入|选择|如果|假如|可以|可能|最好|必须|应该|身上|"
    "负责|承担|参与|得到|获得|获取|收获|享有|享受|拿到|提供|准备|带来|学到|成长|回报|好处|理由|保障|支持|福利|待遇|薪酬|收入|惊喜|"
    "什么|怎样|怎么|哪些|什么样|怎样的|这样|那样|这些|以下|下列|如下|一个|一位|一群|人|伙伴|小伙伴|同学|朋友|候选人|应聘者|人才|特质|条件|能力|经验|经历|背景|情况|情形|"
    "团队|部门|企业|品牌|门店|学校|医院|之一|者|优先|考虑|录用|加分|加分项|更好|更佳|锦上添花|为什么|为何|为啥|凭什么|关于|理想|未来|入职|进来|后|事|事情|活儿|活|些|点)+"
)
_SAYS_LITTLE = frozenset(["其他", "其它", "备注", "补充", "更多", "附"])
"""Headings that do not say what their items are."""
_DRESS = " \t\u3000#*_:：【】[]「」『』《》〈〉<>|｜~～=—–-·•●○■◆◇▪►▶➤✓✔★☆※〓!！?？“”\"'/／\\_"
_MARK = re.compile(
    r"\A(?:第?[一二三四五六七八九十]{1,3}(?:[、.．：:章节部篇]|部分|[)）])|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}(?:\.\d{1,2})*[、.．)）]?|[①-⑩]|"
    r"(?:Part|PART|part)\s?\d{1,2})[\s：:.、]*"
)
_PICTOGRAPH = re.compile("[\u2190-\u21ff\u2300-\u2bff\U0001f000-\U0001faff\ufe0f\u200d\u20e3]+")
_BEHIND = re.compile(r"\s*(?:[（(][^（()）]{1,20}[)）]|解析|详解|概览|详述|一览表?|大全|汇总|总览)\Z")
_PAST = re.compile(r"我(?!们)|本人|.{0,6}(?:做|干|踩|走|完成|取得)(?:了|过)(?:的|什么|哪些|啥)")
"""What one person did, or what was done: a profile or a case tells it."""
_PHASE = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}(?:[天周日月季步期]|阶段|个月|课)|(?:阶段|步骤|环节)[一二三四五六七八九十\d]"
)
"""How the title of a phase begins: what it ends with is the name of the phase."""
_HAN = re.compile("[\u4e00-\u9fff]")
_ENTRY = re.compile(r"\s*(?:[-*+•·✅☑✔✓➤◦▪]|\d{1,2}[、.．)）/]|[①-⑳]|[a-hA-H][)）.、])")
"""A list mark of the lowest kind: behind it, such words may be an entry as well."""
_PUNCTUATION = re.compile("[，。；！;!]|[：:].")
_LONGEST = 18


def plain_words(text: str) -> str:
    """Return the words of a heading without its number and what it is dressed with.

    >>> plain_words("📋 【三、招工要求】："), plain_words("（二）你来做什么？")
    ('招工要求', '你来做什么')
    """
    words = _PICTOGRAPH.sub("", text).strip(_DRESS)
    return _MARK.sub("", words, count=1).strip(_DRESS)


def chinese_section(text: str) -> SectionType | None:
    """Say what the items under a Chinese heading are, by its words; None where they do not say.

    >>> [chinese_section(words) for words in ("岗位核心要求", "薪酬构成", "日常工作内容", "装配工序")]
    ['requirement', 'fact', 'responsibility', 'step']
    >>> [chinese_section(words) for words in ("你来了做什么", "我们看重", "在这里你可以收获什么", "海边的书店")]
    ['responsibility', 'requirement', 'fact', None]
    """
    words = _BEHIND.sub("", plain_words(text))
    if not words or len(words) > 2 * _LONGEST or not _HAN.search(words) or _MIXED.search(words) or _PHASE.match(words):
        return None
    if _PAST.match(words):
        return "fact"
    first, joined, _ = words.partition("与")
    if joined and (kind := chinese_section(first)) in ("requirement", "responsibility"):
        return kind  # `岗位职责与工作标准`
    if len(words) <= _LONGEST:
        for kind, pattern in _BY_NOUN:
            if pattern.fullmatch(words):
                return kind
    if len(words) <= _LONGEST and _SPEAKS.search(words) and (spoken := _spoken(words)):
        return spoken
    return next((noun for noun, pattern in _ENDS_WITH if pattern.match(words)), None)


def is_phase(text: str) -> bool:
    """Tell whether a heading names a phase: what it ends with is its subject, not what it holds.

    >>> is_phase("第4周：考核"), is_phase("考核")
    (True, False)
    """
    return _PHASE.match(plain_words(text)) is not None


def is_chinese_heading(line: str) -> bool:
    """Tell whether a line alone is a heading by its words.

    >>> [is_chinese_heading(line) for line in ("💰 工资待遇", "干什么活", "我们希望你是这样的人：", "五险一金，双休")]
    [True, True, True, False]
    >>> [is_chinese_heading(line) for line in ("要求有驾照", "负责日常工作", "完成工作任务")]
    [False, False, False]
    """
    words = plain_words(line)
    if words in _SAYS_LITTLE and not _ENTRY.match(line):
        return True
    if _ENTRY.match(line) or not 2 <= len(words) <= _LONGEST or not _HAN.search(words) or _PUNCTUATION.search(words):
        return False
    # Two ideographs alone may be the last words of a line that a page broke.
    whole = len(words) > 2 or line.rstrip()[-1] in "：:】"
    if whole and any(pattern.fullmatch(words) for _, pattern in _BY_NOUN):
        return True
    return speaks_to_reader(words)


def speaks_to_reader(words: str) -> bool:
    """Tell whether the words of a heading ask or tell the reader what she does, has to be or gets.

    >>> speaks_to_reader("你来了做什么"), speaks_to_reader("门店安全")
    (True, False)
    """
    return (
        len(words) <= _LONGEST
        and _SPEAKS.search(words) is not None
        and _SPOKEN.fullmatch(words) is not None
        and _spoken(words) is not None
    )


def _spoken(words: str) -> SectionType | None:
    return next((kind for kind, pattern in _SAYS if pattern.search(words)), None)
