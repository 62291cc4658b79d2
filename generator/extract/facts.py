"""Finds the typed facts of a requirement: years of experience, degrees, languages and tools, each in its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from generator.figures import figures
from generator.places import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

DegreeLevel = Literal["any", "secondary", "college", "bachelor", "master", "doctor"]


@dataclass(frozen=True, slots=True)
class Years:
    """Years of experience, from `low` to `high`; an end that the text leaves open is None."""

    span: Span
    raw: str
    low: Decimal | None
    high: Decimal | None
    of: str | None
    """The experience that is meant, in the words of the text."""


@dataclass(frozen=True, slots=True)
class Degree:
    """A level of education; `or_above` where a higher one will do too, `preferred` where it is only welcome."""

    span: Span
    raw: str
    level: DegreeLevel
    or_above: bool
    preferred: bool


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """A language, and how well it must be known in the words of the text: a level, a certificate, a use."""

    span: Span
    raw: str
    language: str
    level: str | None


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool by the `name` of the list; `known` is False for a name that only looks like a product."""

    span: Span
    raw: str
    name: str
    known: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """All typed facts of one text, each kind in the order of the text."""

    years: tuple[Years, ...]
    degrees: tuple[Degree, ...]
    languages: tuple[LanguageSkill, ...]
    tools: tuple[Tool, ...]


def facts(text: str) -> Facts:
    """Return the typed facts of a requirement.

    >>> found = facts("本科及以上学历，3年以上门店管理经验，英语流利，熟练使用Excel和SQL")
    >>> [(y.raw, int(y.low), y.of) for y in found.years], [(d.level, d.or_above) for d in found.degrees]
    ([('3年以上', 3, '门店管理经验')], [('bachelor', True)])
    >>> [(s.language, s.level) for s in found.languages], [t.name for t in found.tools]
    ([('english', '流利')], ['Excel', 'SQL'])
    """
    return Facts(years(text), degrees(text), languages(text), tools(text))


# One character for one, so that every place stays.
_FOLD = str.maketrans(
    "於個萬兩歲國學歷經驗資歷無須標準語東臺聽說讀寫為業檢級門韓應屆畢優練習責碩專證書數員擔際關團"
    "隊熟慮溝通簡體單閩蘭運營備從係類",
    "于个万两岁国学历经验资历无须标准语东台听说读写为业检级门韩应届毕优练习责硕专证书数员担际关团"
    "队熟虑沟通简体单闽兰运营备从系类",
)
_CLAUSE = re.compile(r"[^，。；;\n!！]+")
_PREFERRED = re.compile(r"优先|加分|更佳|尤佳|preferred|a plus|advantage|desirable|nice to have|ideally", re.IGNORECASE)

# -- years -------------------------------------------------------------------------------------------------------------

_EXPERIENCE = re.compile(
    r"经验|经历|工作|从业|资历|年资|管理|运营|任职|experience|experienced|working|background|track record",
    re.IGNORECASE,
)
_NO_EXPERIENCE = re.compile(
    r"合同|质保|保修|有效期|成立|历史|注册|试用|岁|学制|服务期|老客|留存|账龄|warranty|contract"
    r"|founded|old\b|guarantee|probation",
    re.IGNORECASE,
)
_UNASKED = re.compile(
    r"(?:工作)?经验不限|无需(?:相关)?(?:工作)?经验|无经验(?:亦|也)?可|(?:工作)?经验不拘|不限经验|no "
    r"(?:prior |previous )?experience (?:is )?(?:required|needed|necessary)",
    re.IGNORECASE,
)


def years(text: str) -> tuple[Years, ...]:
    """Return the years of experience that a text asks for.

    >>> [(y.low, y.high) for y in years("3-5 years of experience in retail; contract of 2 years")]
    [(Decimal('3'), Decimal('5'))]
    """
    folded = text.translate(_FOLD)
    found = []
    for figure in figures(text):
        if figure.unit not in ("year", "month") or figure.change or figure.per:
            continue
        clause = _around(folded, figure.span)
        said = _EXPERIENCE.search(clause) or (figure.unit == "year" and figure.op in (">=", ">"))
        if not said or _NO_EXPERIENCE.search(clause):
            continue
        if figure.unit == "month" and not re.search("经验|experience", clause):
            continue
        scale = 12 if figure.unit == "month" else 1
        low = None if figure.op in ("<", "<=") else figure.value / scale
        high = figure.to / scale if figure.to is not None else figure.value / scale if low is None else None
        of = (
            figure.measures
            if figure.measures and re.search("经[验驗历歷]|资历|資歷|experience", figure.measures)
            else None
        )
        found.append(Years(figure.span, figure.raw, low, high, of))
    # `xp` is the part of `experience` whose letters have no third form.
    for match in _UNASKED.finditer(folded) if "经验" in folded or "xp" in folded.lower() else ():
        span = Span(*match.span())
        found.append(Years(span, span.of(text), None, None, None))
    return tuple(sorted(found, key=lambda y: y.span))


def _around(folded: str, span: Span) -> str:
    """Return the clause about a span: to the next comma or stop on either side, at most sixty characters."""
    before = re.split(r"[，。；;,\n]", folded[max(0, span.start - 60) : span.start])[-1]
    after = re.split(r"[，。；;\n]|, |\. ", folded[span.end : span.end + 60])[0]
    return before + folded[span.start : span.end] + after


# -- degrees -----------------------------------------------------------------------------------------------------------

_LEVELS: dict[DegreeLevel, str] = {
    "any": r"学历不限|不限学历|学历不拘",
    "secondary": r"高中|中专|职高|技校|中技|高职|初中|中学文凭|香港中学文凭|\bDSE\b|\bHKDSE\b|中五|中六|high "
    r"school(?: diploma)?|secondary (?:school|education)",
    "college": r"大专|专科(?!医|门|店)|副学士|高级文凭|associate(?:'s|’s)? degree|(?:higher )?diploma|college(?= "
    r"degree| diploma| or above)",
    "bachelor": r"(?:统招|全日制|大学)?本科(?!目)|学士|大学(?=及以上|以上|毕业|或以上|学历|程度)|学位"
    r"|bachelor(?:['’]?s)?(?: degree)?|\bB\.?A\.?(?=[/ ]B|\b.{0,12}degree)|\bBSc?\b"
    r"|undergraduate degree|university degree|college degree|degree holder|university graduate",
    "master": r"硕士(?:研究生)?|研究生|\bMBA\b|\bEMBA\b|master(?:['’]s|s)?(?= degree| or above|['’]s| in "
    r"[A-Z])(?:['’]s)?(?: degree)?|\bMSc?\b(?= degree| in)|postgraduate degree",
    "doctor": r"博士|\bPh\.?D\.?|doctorate|doctoral degree",
}
_DEGREES = "|".join(f"(?P<{level}>{words})" for level, words in _LEVELS.items())
# Most characters begin none of them, and are passed over at a glance; so it is with the languages.
_DEGREE = re.compile(f"(?=[不学高中职技初香大专副统全本硕研博a-z])(?:{_DEGREES})", re.IGNORECASE)
_ABOVE = re.compile(
    r"(?:学历|学位|毕业)?(?:\(含\)|（含）)?(?:及|或|含|及其|或者)?(?:以上)(?:学历|学位)?|(?: "
    r"degree)?(?: \([^()]{1,20}\))?,? (?:or|and) (?:above|higher|equivalent or above)"
    r"|\+|学历起|起",
    re.IGNORECASE,
)
_LEAST = re.compile(r"(?:至少|最低|不低于|at least (?:an? )?|minimum(?: of)?:? (?:an? )?)\Z", re.IGNORECASE)
_WORD_AFTER = re.compile(r"(?:学历|学位|毕业|文凭)|(?: of [A-Z][a-z]+)? degree", re.IGNORECASE)


def degrees(text: str) -> tuple[Degree, ...]:
    """Return the levels of education that a text asks for.

    >>> [(d.raw, d.level, d.or_above) for d in degrees("大专及以上学历，硕士优先")]
    [('大专及以上学历', 'college', True), ('硕士', 'master', False)]
    >>> degrees("master data of products; Scrum master; 专科门诊")
    ()
    """
    folded = text.translate(_FOLD)
    found: list[Degree] = []
    for match in _DEGREE.finditer(folded):
        if match.lastgroup == "bachelor" and found and found[-1].span.end >= match.start():
            continue
        start, end = match.span()
        above = _ABOVE.match(folded, end)
        after = above or _WORD_AFTER.match(folded, end)
        least = _LEAST.search(folded, max(0, start - 18), start)
        if after:
            end = after.end()
        if least:
            start = least.start()
        clause = _around(folded, Span(match.start(), end))
        level: DegreeLevel = match.lastgroup  # type: ignore[assignment]
        span = Span(start, end)
        found.append(Degree(span, span.of(text), level, bool(above or least), bool(_PREFERRED.search(clause))))
    return tuple(found)


# -- languages ---------------------------------------------------------------------------------------------------------

_LANGUAGES: dict[str, str] = {
    "english": r"英语|英文|\bEnglish\b|大学英语|CET-?[46]|英语四级|英语六级|TEM-?[48]|\bTOEIC\b|\bIELTS\b"
    r"|\bTOEFL\b|雅思|托福|托业|多益|四六级",
    "mandarin": r"普通话|国语|中文|华语|\bMandarin\b|\bPutonghua\b|\bChinese\b",
    "cantonese": r"粤语|广东话|广州话|白话|\bCantonese\b",
    "taiwanese": r"台语|闽南语|\bTaiwanese\b",
    "japanese": r"日语|日文|\bJapanese\b|\bJLPT\b",
    "korean": r"韩语|韩文|\bKorean\b|\bTOPIK\b",
    "arabic": r"阿拉伯语|阿语|\bArabic\b",
    "spanish": r"西班牙语|西语|\bSpanish\b",
    "portuguese": r"葡萄牙语|葡语|\bPortuguese\b",
    "french": r"法语|法文|\bFrench\b",
    "german": r"德语|德文|\bGerman\b",
    "russian": r"俄语|俄文|\bRussian\b",
    "thai": r"泰语|泰文|\bThai\b",
    "vietnamese": r"越南语|越南文|\bVietnamese\b",
    "indonesian": r"印尼语|印尼文|\bBahasa(?: Indonesia)?\b|\bIndonesian\b",
    "malay": r"马来语|马来文|\bMalay\b",
    "tagalog": r"菲律宾语|\bTagalog\b|\bFilipino\b",
    "italian": r"意大利语|\bItalian\b",
    "hindi": r"印地语|\bHindi\b",
}
_LANGUAGE_NAMES = "|".join(f"(?P<{name}>{words})" for name, words in _LANGUAGES.items())
_LANGUAGE = re.compile(f"(?=[英大雅托多四普国中华粤广白台闽日韩阿西葡法德俄泰越印马菲意A-Z])(?:{_LANGUAGE_NAMES})")
_SURE = re.compile(
    r"语\Z|普通话|广东话|四级|六级|四六级|CET|TEM|TOEIC|IELTS|TOEFL|JLPT|TOPIK|雅思|托福|托业|多益"
    r"|Mandarin|Putonghua|Cantonese|Bahasa|Tagalog"
)
_LEVEL = re.compile(
    r"(?:可|能)?(?:作为|用作)?工作语言|母语(?:水平|级)?|听说读写(?:能力)?(?:俱佳|流利|熟练|良好|精通)?"
    r"|(?:口语|书面|读写|沟通|表达|听说)?(?:能力)?(?:非常|十分)?(?:流利|流畅|熟练|精通|良好|优秀|标准"
    r"|佳|中等|略懂|精良)"
    r"|(?:[四六八46]|四六|专[四八])级(?:以上|及以上)?|[Nn][1-5](?:以上|及以上)?|(?:TOEIC|IELTS|TOEFL"
    r"|雅思|托福|托业|多益) ?[0-9.]{1,4}(?:分)?(?:以上|\+)?|CET-?[46]|TEM-?[48]"
    r"|\b(?:native|fluent(?:ly)?|fluency|bilingual|proficien(?:t|cy)|business[- ]level|working "
    r"(?:proficiency|knowledge|language)|conversational"
    r"|intermediate|advanced|basic|excellent|good command|strong command|good|strong|mother tongue"
    r"|written and spoken|spoken and written|required|must)\b",
    re.IGNORECASE,
)
_NOT_SPOKEN = re.compile(
    r" ?(?:市场|网站|站|页面|版|商家|客户|搜索|内容|文案|媒体|用户|market|website|site|suppliers?"
    r"|brands?|merchants?|sellers?|customers?|companies|companion|consumers?|cuisine|new year)",
    re.IGNORECASE,
)


def languages(text: str) -> tuple[LanguageSkill, ...]:
    """Return the languages that a text asks for, with the words of their level.

    A name such as `Chinese` counts where a word of level stands in the same clause.

    >>> [(s.language, s.level) for s in languages("Fluent in English and Mandarin; 日语N1优先")]
    [('english', 'Fluent'), ('mandarin', 'Fluent'), ('japanese', 'N1')]
    >>> languages("develop the English market; 中文网站")
    ()
    """
    folded = text.translate(_FOLD)
    if not _LANGUAGE.search(folded):
        return ()
    found: list[LanguageSkill] = []
    for clause in _CLAUSE.finditer(folded):
        found += _spoken(text, folded, clause)
    return tuple(found)


def _spoken(text: str, folded: str, clause: re.Match[str]) -> Iterator[LanguageSkill]:
    names = list(_LANGUAGE.finditer(folded, *clause.span()))
    levels = list(_LEVEL.finditer(folded, *clause.span())) if names else []
    seen: set[str] = set()
    for index, name in enumerate(names):
        language = name.lastgroup or ""
        if language in seen or _NOT_SPOKEN.match(folded, name.end()):
            continue
        until = names[index + 1].start() if index + 1 < len(names) else clause.end()
        own = [level for level in levels if name.start() <= level.start() < until]
        before = [level for level in levels if level.end() <= name.start()]
        level = own[0] if own else before[-1] if before else levels[0] if levels else None
        if level is None and not _SURE.search(name[0]):
            continue
        seen.add(language)
        near = level if level and level in own else None
        span = Span(name.start(), max(name.end(), near.end() if near else 0))
        shown = text[level.start() : level.end()] if level else None
        yield LanguageSkill(span, span.of(text), language, shown)


# -- tools -------------------------------------------------------------------------------------------------------------

_USE = re.compile(
    r"熟练(?:使用|掌握|运用|操作)?|使用|精通|掌握|熟悉|会用|操作|运用|擅长|\b(?:proficien(?:t|cy) "
    r"(?:in|with)|experience (?:in|with|using)|familiar(?:ity)? with|skilled in|knowledge of"
    r"|hands-on with|using|use of|such as|tools like)\b|如|例如|等工具|等软件",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]*(?:[.+#-][A-Za-z0-9+#]+)*(?: (?:Pro|Studio|Ads|Analytics|Cloud"
    r"|Suite|Manager))?(?![A-Za-z0-9])"
)
_CAPITAL = re.compile("[A-Z]")


@dataclass(frozen=True, slots=True)
class _Names:
    """The list of tools, ready to be looked for."""

    start: re.Pattern[str]
    """Where a name can begin."""
    by_first: dict[str, re.Pattern[str]]
    """The patterns of the names by the character that they begin with, lower case, longest name first."""
    every: re.Pattern[str]
    """All of them, for a character with a case of its own, such as the sign of the kelvin."""
    main: dict[str, str]
    """The main name of each name."""
    no_tools: frozenset[str]

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the names of the list in a text, without overlaps."""
        end = 0
        for begin in self.start.finditer(text):
            place = begin.start()
            first = begin[0]
            pattern = self.by_first.get(first.lower()) if first.isascii() else self.every
            match = pattern.match(text, place) if pattern and place >= end else None
            if match:
                end = match.end()
                yield match


@cache
def _tools() -> _Names:
    lines = (files("generator.extract") / "tools.txt").read_text(encoding="utf-8").splitlines()
    main: dict[str, str] = {}
    patterns: list[tuple[str, str]] = []
    for line in lines:
        if line.strip() and line[0] not in "#!":
            head, _, rest = line.partition(":")
            for entry in (head, *filter(None, rest.split(","))):
                name = entry.strip().lstrip("=")
                exact = entry.strip() != name
                main[name if exact else name.casefold()] = head.strip().lstrip("=")
                patterns.append((name, _named(name, exact=exact)))
    patterns.sort(key=lambda pair: -len(pair[0]))
    firsts = sorted({name[0].lower() for name, _ in patterns})
    latin = "".join(re.escape(first) for first in firsts if first.isascii())
    other = "".join(first for first in firsts if not first.isascii())
    return _Names(
        re.compile(rf"(?<![A-Za-z0-9])(?i:[{latin}])|[{other}]"),
        {first: re.compile("|".join(p for n, p in patterns if n[0].lower() == first)) for first in firsts},
        re.compile("|".join(pattern for _, pattern in patterns)),
        main,
        frozenset(word for line in lines if line[:1] == "!" for word in line[1:].split()),
    )


def _named(name: str, *, exact: bool) -> str:
    body = re.escape(name).replace(r"\ ", " ?")
    head = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    foot = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return head + (body if exact else f"(?i:{body})") + foot


def tools(text: str) -> tuple[Tool, ...]:
    """Return the tools that a text names: those of the list, and names like products where it speaks of using them.

    >>> [(t.name, t.known) for t in tools("熟练使用 excel、Power BI 和 Zorbify，关注 GMV")]
    [('Excel', True), ('Power BI', True), ('Zorbify', False)]
    >>> tools("excel in a fast team")
    ()
    """
    names = _tools()
    found: list[Tool] = []
    for match in names.find(text):
        raw = match[0]
        if raw.islower() and raw.isascii() and not _USE.search(text, max(0, match.start() - 30), match.start()):
            continue
        name = names.main.get(raw) or names.main.get(raw.casefold()) or names.main.get(" ".join(raw.casefold().split()))
        found.append(Tool(Span(*match.span()), raw, name or raw, known=True))
    taken = {place for tool in found for place in range(tool.span.start, tool.span.end)}
    for match in _products(text):
        span, raw = Span(*match.span()), match[0]
        plain = len(raw) < 2 or raw in names.no_tools or _LANGUAGE.match(raw)
        if not plain and taken.isdisjoint(range(*match.span())):
            found.append(Tool(span, raw, raw, known=False))
    return tuple(sorted(found, key=lambda tool: tool.span))


def _products(text: str) -> Iterator[re.Match[str]]:
    for clause in _CLAUSE.finditer(text):
        use = _USE.search(text, *clause.span()) if _CAPITAL.search(text, *clause.span()) else None
        if use:
            yield from _PRODUCT.finditer(text, use.end(), min(clause.end(), use.end() + 120))
