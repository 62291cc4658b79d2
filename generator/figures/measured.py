"""What a figure measures: the words right before or behind it."""

from __future__ import annotations

import re

from generator.figures.words import METRICS

_ZH_RUN = re.compile(r"[a-z\u3400-\u9fff]{1,20}")
"""The words right before a number, read backwards."""
_ZH_DROP = re.compile(
    r"(?:(?P<verb>实现|提升|增长|提高|上升|增加|下降|降低|减少|缩短|流失|贡献|完成|搭建|节省|新增"
    r"|拉升)|达到|达|约|约为|为|是|在|至|到|只|仅|须|"
    r"需|应|要|必须|保持|控制|控制在|不|将近|近|了|的|共|有|设置|高于|即|可|均|实际|累计|目前|标准|于"
    r"|将|从|具备|具有|拥有|需要|提供|超|满|"
    r"内|(?<!提)前|后|时|期间)\Z"
)
_LONGEST_DROP = 3
_ZH_CUT = re.compile(
    r".*(?:淘汰|降低|提升|提高|控制|确保|保证|保障|保持|实现|筛选|将|把|使|对|让|完成|监控|标记|的|在"
    r"|与|和|及|且|并|挽回|达成|带来|要求|如|"
    r"其中|针对|参考|调整|设置|负责|优化|管理|需|须|每月|每周|每天|每日|可|期间|以|从|给|搭建了|为|某"
    r"|因|接受|处理|该|各|同比|环比)(?=..)"
)
_ZH_OBJECT = re.compile(r"(?P<w>[a-z]{2,5}(?![a-z])|(?!的)[\u3400-\u9fff]{2,6})(?=[，。；、”\"’,;.)\n]|\Z)")
# Chinese experience behind a number of years: what they measure, and a sign that they are no years of the calendar.
EXPERIENCE = re.compile(r"[^，。；、,;.\n0-9]{0,24}?(?:经验|经历|资历)")
_EXPERIENCE_EN = re.compile(r"['’]?(?: of| in)?(?: [a-z/&,-]+){0,5}? (?P<w>experience)(?![a-z])")
_EN_BEFORE = re.compile(
    r"(?P<w>(?:[a-z][a-z-]* ){0,3}[a-z][a-z-]*)(?: (?:of|is|was|are|at|to|by|reach(?:es|ed|ing)?|be|stays?|kept"
    r"|falls?|drops?|rises?|"
    r"remains?|stand[s]? at|target of|from))*[ :(]*\Z"
)
_EN_STOP_WORDS = (
    "a about across achieve after before during per through every "
    " an and approximately are as at be between boost bring by cut delist deliver "
    "delivered drive drop "
    "ensure experience for from grew grow handle has have having hold if improve in increase increased its keep lead "
    "least led lift maintain manage managed minimum monitor more must no not of on or our over product products push "
    "raise reach reduce remove reply respond run should than that the they this to under up was we when where whose "
    "will with within work you your is"
)
_EN_STOP = frozenset(_EN_STOP_WORDS.split())
_EN_AFTER = re.compile(
    r" (?:of )?(?P<w>(?:[a-z-]+ ){0,2}(?:rate|ratio|accuracy|growth|share|margin"
    r"|satisfaction|conversion|uptime|coverage|completion))(?![a-z])"
)


def measured(folded: str, floor: int, start: int, end: int, unit: str | None) -> tuple[int, int] | None:
    """Return where the words stand that the figure from `start` to `end` measures, right before or behind it."""
    if unit == "year":
        zh = EXPERIENCE.match(folded, end, end + 40)
        if zh:
            return end + len(zh[0]) - len(zh[0].lstrip("的 、")), zh.end()
        en = _EXPERIENCE_EN.match(folded, end, end + 80)
        if en:
            return en.span("w")
    base = max(floor, start - 40)
    before = folded[base:start].rstrip(" :=")
    run = _ZH_RUN.match(before[::-1])
    if run:
        words = run[0][::-1]
        first = base + len(before) - len(words)
        if words.isascii():
            if words in METRICS:
                return first, first + len(words)
        elif found := _zh_measure(folded, first, words, end):
            return found
    return _en_measure(folded, base, before, end)


def _zh_measure(folded: str, first: int, words: str, end: int) -> tuple[int, int] | None:
    """Return what of the Chinese words from `first` is measured, or, after a verb such as 实现, what stands behind."""
    verb = False
    while (drop := _ZH_DROP.search(words, len(words) - _LONGEST_DROP)) is not None:
        words, verb = words[: drop.start()], verb or bool(drop["verb"])
    if verb:
        behind = _ZH_OBJECT.match(folded, end, end + 8)
        if behind:
            return behind.span("w")
    cut = _ZH_CUT.match(words)
    start = cut.end() if cut else 0
    return (first + start, first + len(words)) if 2 <= len(words) - start <= 12 else None


def _en_measure(folded: str, base: int, before: str, end: int) -> tuple[int, int] | None:
    after = _EN_AFTER.match(folded, end, end + 60)
    if after:
        return after.span("w")
    last = before.rstrip(" :(")[-1:]
    match = _EN_BEFORE.search(before) if "a" <= last <= "z" or last == "-" else None
    if not match:
        return None
    words = [w.span() for w in re.finditer("[^ ]+", match["w"])]
    first = match.start("w")
    while words and match["w"][slice(*words[-1])] in _EN_STOP:
        words.pop()
    kept: list[tuple[int, int]] = []
    for word in reversed(words):
        if match["w"][slice(*word)] in _EN_STOP:
            break
        kept.append(word)
    return (base + first + kept[-1][0], base + first + kept[0][1]) if kept else None
