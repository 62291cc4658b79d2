"""Finds the employer and the role where no title line names them: in the sentences that say who looks for whom."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from generator.segment.lexicon import OWN_TEAM
from generator.segment.names import COLLECTIVE, ROLE_LAST, ROLE_NOUN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = r"[A-Z][\w&'’-]*"
_NAME = rf"(?P<name>{_WORD}(?: (?:{_WORD}|of|the|and|&|for|de)){{0,5}})"
_NO_NAME = re.compile(
    r"(?:the )?(?:city|company|firm|school|college|university|hospital|employer|organi[sz]ation|agency|council|"
    r"department|team|role|position|job|successful candidate|"
    r"candidate|person|post|this|that|it|we|our|us|you|your|they|there|here|what|who|which|each|every|all|no|"
    r"applicants?|candidates?|experience|training|salary|pay|work|overview|"
    r"these|those|benefits?|location|department|accommodation|description|about|why|how|when|where|if|as|at|in|on|"
    r"for|with|and|or|but|is|are|a|an)",
    re.IGNORECASE,
)
_DOES = (
    "(?:makes|builds|helps|provides|serves|runs|operates|designs|develops|delivers|creates|sells|produces|offers|"
    "cares for|teaches|grows|bakes|supplies|employs|has (?:served|been|made|run|grown|helped))"
)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_EN_SURE = (
    re.compile(
        rf"(?:^|[.!?]\s+|\n)(?:The )?{_NAME} (?:is|are) (?:an? |"
        rf"proud to be an? )?(?:\w+ ){{0,3}}?equal[- ]opportunit"
    ),
    re.compile(
        rf"^[#\s]*(?:About|Why(?: join| work (?:at|for))?|Join|Life at|Working (?:at|for)|"
        rf"Who is) {_NAME}\s*[:?!]?\s*$",
        re.MULTILINE,
    ),
    re.compile(rf"\b[Ww]e \({_NAME}[,)]"),
    re.compile(rf"(?:^|[.!?]\s+)At {_NAME},? (?:we|you|our)\b"),
    re.compile(rf"\b(?:to|by|for) (?:join|joining) {_NAME}(?= (?:as|full|part|in|on|at|to|and|team)\b|[,.!])"),
    re.compile(rf"^(?:The )?{_NAME} (?:was|has been) (?:founded|established|set up|built)\b", re.MULTILINE),
    re.compile(rf"^(?:At )?(?:The )?{_NAME} (?:is (?:an?|the|one of|home to|on a)|{_DOES})\b", re.MULTILINE),
)
_SURE = 6
"""How many of these need no second mention of the name."""
_FOOTER = re.compile(
    rf"(?:©|\(c\)|copyright)\s*(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?)?\s*{_NAME}(?=\s*(?:\d{{4}}|\.|\||$|  |All|Privacy|·))",
    re.IGNORECASE | re.MULTILINE,
)
_ZH_NAME = r"(?P<name>[\u4e00-\u9fffA-Za-z0-9·&]{2,16}?)"
_NO_ZH_NAME = re.compile(
    r".{0,4}(?:我们|我司|我院|我校|我店|本[公店院校园企]|该|这|那|其|公司|团队|部门|岗位|职位|企业|集团|学校|医院|"
    r"中心|项目|平台|品牌|门店|总部|工作室|机构|单位|它|他|她|之一)|"
    r"(?:目前|现在|作为|因为|由于|如果|自|从)"
    r".*"
)
_ZH_SURE = (
    re.compile(
        rf"(?:^|[。！？\n])[\s#]*{_ZH_NAME}(?:[（(][^（()）\n]{{1,24}}[)）])?(?:成立于|创立于|创办于|始建于|"
        rf"创建于|诞生于|始创于|建成于|"
        rf"于\s?\d{{4}}年|自?\d{{4}}年(?:成立|创立|创办|建校|建院|开业))"
    ),
    re.compile(
        rf"(?:^|[。！？\n])[\s#]*{_ZH_NAME}(?:[（(][^（()）\n]{{1,24}}[)）])?，?是(?:一[家所个间座]|国内|中国|"
        rf"全球|世界|专注|专业|"
        rf"集[^，。]{{1,12}}于一)"
    ),
    re.compile(
        r"(?:^|[。！？\n])[\s#]*(?P<name>[\u4e00-\u9fffA-Za-z0-9·]{2,24}?(?:公司|集团|酒店|医院|学校|学院|大学|"
        r"幼儿园|中心|银行|书店|餐厅|超市|诊所|图书馆|博物馆|科技|物流|教育|餐饮))"
        r"(?:因|为|现|拟|将|面向|诚邀|诚聘|招[聘募])[^。\n]{0,40}(?:招[聘募收录]|诚聘|聘用)"
    ),
    re.compile(rf"^[#\s【]*(?:关于|走进|认识|加入){_ZH_NAME}[】：:\s]*$", re.MULTILINE),
)


_ROLE_WORD = r"[A-Za-z][\w&/'’-]*"
_LOOKS_FOR = (
    re.compile(
        r"\b(?:looking (?:for|to (?:hire|recruit|appoint))|seek(?:ing)?|recruiting(?: for)?|hiring|appointing|"
        r"(?:arisen|exists|available) for|vacancy for|(?:position|role|post) of|"
        r"opening for|(?:us|team) as|opportunity for)\s+(?:an?|our next|another|two|three|\d+)\s+"
        r"(?:(?:[a-z-]+ed|[a-z]+ent|[a-z]+ic|[a-z]+ate|[a-z]+ing|new|friendly|reliable|passionate|full[- ]time|"
        r"part[- ]time|permanent|temporary|senior|junior),? (?:and )?){0,4}"
        rf"(?P<title>{_ROLE_WORD}(?: (?:{_ROLE_WORD})){{0,5}}?)(?=\s+(?:to|who|for|with|in|at|on|based|and|"
        rf"that)\b|[,.;:!(]|$)",
        re.MULTILINE,
    ),
    re.compile(
        r"(?:诚聘|急聘|寻找|在找|想找|[现拟急诚]?招[聘募录收]?)(?:[一两三四五六七八九十\d]+[名位个]|若干名?|"
        r"多名)?(?P<title>[\u4e00-\u9fffA-Za-z/（）()·]{2,14}?)"
        r"(?:[一两三四五六七八九十\d]+[名位人]|若干名?)?(?=[，。；！、\s]|$)",
        re.MULTILINE,
    ),
)
_OPENING = 600
"""Characters from which on a text does not say any more whom it looks for."""


def find_title(parts: Iterable[str]) -> str | None:
    """Return the role that the first sentences of a posting look for.

    >>> find_title(["We are looking for a reliable Night Porter to join us."])
    'Night Porter'
    >>> find_title(["因扩店，现招聘收银员2名。"])
    '收银员'
    >>> find_title(["We are looking for a passionate person."]) is None
    True
    """
    text = "\n".join(parts)[:_OPENING]
    for pattern in _LOOKS_FOR:
        for match in pattern.finditer(text):
            words = match["title"]
            if ROLE_LAST.search(words) and not COLLECTIVE.fullmatch(words):
                return words
    return None


def own_team(parts: Iterable[str]) -> str | None:
    """Return the name from a sentence that says whose team it is."""
    found = OWN_TEAM.search("\n".join(parts))
    return found["name"] if found else None


def footer_names(text: str) -> tuple[str, ...]:
    """Return the names that the copyright lines of a page give and that its text mentions too."""
    names = (match["name"].strip() for match in islice(_FOOTER.finditer(text), 4))
    return tuple(name for name in names if _is_name(name) and len(re.findall(rf"\b{re.escape(name)}\b", text)) > 1)


def find_employer(parts: Iterable[str], signed: Sequence[str] = ()) -> str | None:
    """Return the name of the employer from the parts of one posting; `signed` are the names in the page's footer.

    >>> find_employer(["Fern Dairy is a farm shop in the hills. Fern Dairy opens at six."])
    'Fern Dairy'
    >>> find_employer(["云杉书屋创立于2012年，有三家店。"])
    '云杉书屋'
    """
    parts = list(parts)
    whole = "\n".join(parts)
    if own := own_team(parts):
        return own
    for rank, pattern in enumerate(_EN_SURE):
        for match in pattern.finditer(whole):
            if _is_name(match["name"]) and (rank < _SURE or _is_known(match["name"], whole)):
                return match["name"]
    for pattern in _ZH_SURE:
        for match in pattern.finditer(whole):
            if not _NO_ZH_NAME.match(match["name"]) and not ROLE_NOUN.search(match["name"]):
                return match["name"]
    return signed[0] if signed else None


def _is_name(name: str) -> bool:
    return (
        _NO_NAME.fullmatch(name) is None
        and _NO_NAME.fullmatch(name.split()[0]) is None
        and ROLE_NOUN.search(name) is None
    )


def _is_known(name: str, text: str) -> bool:
    """Tell whether a name at the start of a sentence is one.

    It has several words, the sentence after it goes on with `we`, or it stands inside sentences too.
    """
    place = text.find(name)
    return (
        " " in name
        or _WE.search(text, place, place + 200) is not None
        or re.search(rf"(?<=[a-z,] ){re.escape(name)}\b", text) is not None
    )
