"""Says what an item is: a requirement, a responsibility, a step or a fact.

Its section decides; without one, its wording.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.segment.lexicon import EXAMPLE, label_type

if TYPE_CHECKING:
    from generator.segment.blocks import Language, Section, SectionType, SourceKind

_REQUIREMENT = re.compile(
    r"学历|本科|大专|硕士|年以上|年及以上|工作经验|经验者?优先|优先[；。，]?$|具备|熟悉|精通|熟练|"
    r"掌握|能力强|能力佳|善于|良好的|较强的|抗压|责任心|有.{0,12}经验|能接受|相关专业|英语|四六级|"
    r"证书"
    r"|认真负责|细心|耐心|能(?:熬夜|出差|适应|承受|接受|吃苦|独立)|反应快|性格|情绪稳定|形象|身体健康|普通话|吃苦|"
    r"乐于|热爱|年龄|\d岁|证[；。，]?$|职称|毕业"
)
_REQUIREMENT_EN = re.compile(
    r"\b(?:degree|bachelor|master'?s|years?['’]? (?:of )?experience|experience (?:in|with)|"
    r"ability to|able to|proficien\w+|familiar\w*|fluent|fluency|knowledge of|understanding of|"
    r"skills?|preferred|a plus|must have|required|excellent|strong)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"^[^，。；：]{0,14}(?:：)?\s*(?:全面)?(?:负责|参与|制定|协助|建立|搭建|推动|统筹|组织|主导|"
    r"协同|跟进|管理|策划|执行|维护|分析|监控|优化|制订|完成|撰写|输出|梳理|洞察|建设|构建|设计|"
    r"联动|定期|"
    r"配合|协调|收集|整理|处理|培训|对接|开展|落实|提升|挖掘|识别|确保|承担|领导|带领|支持|规划|拓展)"
)
_STEP = re.compile(
    r"^(?:首先|其次|再次|然后|接着|随后|最后|第[一二三四五六]步|接到|收到|发现|确认|核实|检查|登录|打开|点击)|"
    r"\d\s*(?:分钟|小时|天|个?工作日)(?:之?内|前)|按(?:规定|要求|流程)"
)
_NEED = re.compile(r"需要?(?!求)|必须|应当|应该|要(?!求|点|素)|负责|须")
_DUTY_EN = re.compile(
    r"^(?:[A-Z][A-Za-z ]{0,20}: )?(?:develop|lead|work|make|collaborate|operate|capture|manage|"
    r"build|create|design|drive|own|conduct|deliver|analy[sz]e|support|ensure|take|diagnose|gain|"
    r"think|establish|plan|"
    r"run|coordinate|maintain|monitor|prepare|oversee|train|handle|track|report|organi[sz]e|"
    r"provide|identify|implement|execute|define|set|keep|open|order|serve|help|partner|assist|"
    r"perform|review|write|improve|mentor|act|answer|advise|check|clean|communicate|compile|contribute|guide|inspect|"
    r"interpret|liaise|process|receive|reconcile|resolve|respond|schedule|sell|supervise|teach|test|update|welcome|"
    r"based on|responsible|promote)(?:e?s|ing)?\b",
    re.IGNORECASE,
)
_FACT = re.compile(
    r"薪|月薪|五险一金|福利|带薪|双休|补贴|奖金|工作地点|地址|上班时间|招聘人数|人数：|汇报|例如|"
    r"劳健保|团保|社保|公积金|[五六七]险|收入|双休|周休|餐补|绩效奖|"
    r"比如|隶属|团队介绍|元/月|K[-·×]|年终|下午茶|成立于|总部|↑|↓|业绩：|背景：|成果："
)


def item_type(text: str, language: Language, section: Section | None, kind: SourceKind, *, listed: bool) -> SectionType:
    """Return what an item is; `text` is repaired and folded to Simplified, `listed` whether a mark or label set it off.

    >>> item_type("三年以上门店经验", "zh", None, "posting", listed=True)
    'requirement'
    >>> item_type("负责门店排班", "zh", None, "posting", listed=True)
    'responsibility'
    """
    if kind == "posting" and (labelled := label_type(text)):
        return labelled
    named = section.type if section else None
    if named:
        return _type_in_section(text, named, listed=listed or kind == "posting")
    if language == "en":
        if _DUTY_EN.search(text):
            return "responsibility"
        return "requirement" if _REQUIREMENT_EN.search(text) else "fact"
    if kind == "profile" or (kind == "guide" and not listed):
        return "fact"
    if _FACT.search(text):
        return "fact"
    if _DUTY.search(text) and not re.match(r"^[^，。；]*(?:学历|年以上)", text):
        return "responsibility"
    if _REQUIREMENT.search(text):
        return "requirement"
    return "responsibility" if listed and kind == "posting" else "fact"


def _type_in_section(text: str, named: SectionType, *, listed: bool) -> SectionType:
    """Return what an item is under a heading that says so."""
    if named == "fact" or EXAMPLE.match(text):
        return "fact"
    if listed:
        return named
    # Running prose of a guide: a sentence that asks for something belongs to its section, the rest is explanation.
    asks = _NEED.search(text) or (_REQUIREMENT if named == "requirement" else _DUTY).search(text)
    asks = asks or (_STEP.search(text) if named == "step" else None)
    return named if asks else "fact"
