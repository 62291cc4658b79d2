"""Says what an item is: a requirement, a responsibility, a step or a fact.

Its section decides where the heading says so beyond doubt. Elsewhere the wording is weighed, and what stands around it
counts too: the other entries of its list, the other sentences of its paragraph, the other language of the same item.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.extract.typing_en import english_type, weigh_english
from generator.extract.wording import weigh
from generator.segment.lexicon import EXAMPLE, label_type

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from generator.extract.items import Kept
    from generator.segment.blocks import Language, Section, SectionType, SourceKind

_HABIT = 1.0
"""What a type that the place makes likely counts beside the cues: an entry of a posting is a duty, a sentence not."""
_WEAK = 1.0
"""What a heading such as `职位描述` counts, under which postings put all sorts of things."""
_AROUND = 0.75
"""What the mean of a list or a paragraph counts beside an item's own wording."""
_SURE = 3.0
"""By how much the wording must speak for a fact to outweigh a heading on duties or requirements."""
_WEAK_HEADING = re.compile(
    r"\W*(?:职位|岗位|工作|职务|职缺)(?:描述|详情|介绍|说明|信息|内容/要求)\W*|.*(?:要求.*(?:职责|内容)|(?:职责|内容).*要求).*"
)
_NEED = re.compile(r"需要?(?!求)|必须|应当|应该|要(?!求|点|素)|负责|须")
_OBLIGED = re.compile(
    r"(?:人员|岗位?|员工|主管|经理|[店站班组]长|专员|[员师])(?:都|均|也|还|在.{1,12})?(?:应(?!用|急|对|收|付|届|变|聘)|须|需要?(?!求)|必须|不得|负责)|"
    r"(?:^|[，；。])(?:一律|统一|必须|不得|严禁|禁止|严格|应当?(?!用|急|对|收|付|届|变|聘)|须|务必)"
)
"""What binds the people of whom a page speaks."""
_EXAMPLE = re.compile(r"(?:例如|比如|譬如|举例来说|举个例子)[，,：]")
_NOTES = re.compile(
    r"\W{0,2}(?:目的|目标|适用(?:范围|对象|岗位|人群|于)?|范围|依据|背景|注意(?:事项)?|备注|说明|注|提示|定义|前提|频率|周期|版本|[责带]任人|负责人|带教人|时间|地点|对象)\s*[：】\]]"
)
"""Labels of what a plan says of itself."""
_EXPLAINS = re.compile(
    r"重要性|源[于自]|体现[出了着]|意味着|决定了|离不开|(?:承担|扮演)着?.{0,12}角色|不言而喻|至关重要|不可或缺|(?:既)?是[^，。；]{0,24}的?(?:重要)?(?:载体|保障|体现|核心|基础|关键|环节|桥梁|纽带|灵魂|底线|第一步|生命线)[，。；]?"
)
"""A sentence that says what something is good for, and asks for nothing."""


def types_of(kept: Sequence[Kept], kind: SourceKind) -> list[SectionType]:
    """Return what each statement is, in step with `kept`; the parts of one item are of one type."""
    known: list[SectionType | None] = []
    scores: list[dict[SectionType, float]] = []
    for k in kept:
        known.append(_certain(k.folded, k.block.language, k.block.section, kind, listed=k.block.listed))
        scores.append({} if known[-1] else _scores(k, kind))
    open_ = [i for i, found in enumerate(known) if found is None and kept[i].block.kind == "item"]
    around = _means(open_, scores, (_unit(kept[i]) for i in open_))
    for i in open_:
        # The prose of a page explains and asks by turns, and under a weak heading stands all sorts of things.
        if (kind == "posting" or kept[i].block.listed) and not _is_weak(kept[i].block.section):
            for one, mean in around[i].items():
                scores[i][one] = scores[i].get(one, 0.0) + _AROUND * mean
    joined = _means(open_, scores, ((kept[i].block.posting, kept[i].block.group) for i in open_))
    for i in open_:
        known[i] = _best(joined[i])
    return [found or "fact" for found in known]


def _unit(kept: Kept) -> Hashable:
    """Return what the statement stands in: a list or a paragraph, else the part of the text in its language."""
    block = kept.block
    return block.posting, block.chain, block.language, block.section.title if block.section and not block.chain else ""


def _means(
    places: Sequence[int], scores: Sequence[dict[SectionType, float]], keys: Iterable[Hashable]
) -> dict[int, dict[SectionType, float]]:
    """Return for each place the mean of the scores of all places with its key."""
    members: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, key in zip(places, keys, strict=True):
        members[key].append(place)
    means: dict[int, dict[SectionType, float]] = {}
    for same in members.values():
        sums: defaultdict[SectionType, float] = defaultdict(float)
        for place in same:
            for one, score in scores[place].items():
                sums[one] += score / len(same)
        means |= {place: dict(sums) for place in same}
    return means


def _best(scores: dict[SectionType, float]) -> SectionType:
    return max(scores, key=lambda one: scores[one], default="fact")


def item_type(text: str, language: Language, section: Section | None, kind: SourceKind, *, listed: bool) -> SectionType:
    """Return what an item is by itself; `text` is folded to Simplified, `listed` whether a mark or label set it off.

    >>> item_type("三年以上门店经验", "zh", None, "posting", listed=True)
    'requirement'
    >>> item_type("负责门店排班", "zh", None, "posting", listed=True)
    'responsibility'
    """
    certain = _certain(text, language, section, kind, listed=listed)
    return certain or _best(_weighed(text, language, section, kind, listed=listed))


def _certain(
    text: str, language: Language, section: Section | None, kind: SourceKind, *, listed: bool
) -> SectionType | None:
    """Return what an item is where its label or its section leaves no doubt, None where its wording decides."""
    named = section.type if section else None
    if EXAMPLE.match(text) or _EXAMPLE.match(text):
        return "fact"
    if (labelled := label_type(text)) and (kind == "posting" or named is None):
        return labelled
    if language == "en":
        if named:
            return english_type(text, named, kind, listed=listed, title=section.title if section else "")
        return None
    if named is None:
        return "fact" if kind == "profile" or (kind == "guide" and _NOTES.match(text)) else None
    if named == "fact" or (kind == "guide" and named == "step" and _NOTES.match(text)):
        return "fact"
    if kind != "posting":
        return named if listed or _asks(text, named) else "fact"
    if _is_weak(section):
        return None
    return "fact" if named != "step" and _outweighs(text, named) else named


def _is_weak(section: Section | None) -> bool:
    return section is not None and _WEAK_HEADING.fullmatch(section.title) is not None


def _outweighs(text: str, named: SectionType) -> bool:
    """Tell whether an entry under duties or requirements is pay, benefits or hours that were put among them."""
    sums = weigh(text)
    return sums["fact"] >= _SURE and sums["fact"] >= sums[named] + _SURE


def _asks(text: str, named: SectionType) -> bool:
    """Tell whether a sentence of a guide's prose asks for what its section is on; the rest is explanation."""
    if _EXPLAINS.search(text):
        return False
    if _NEED.search(text) or _OBLIGED.search(text):
        return True
    if named == "step":
        return True
    return weigh(text)[named] >= _ASKS


_ASKS = 2.0
_EXPLAINING = 2.0
"""What a page that explains counts for a fact, in an entry; in a sentence of its prose twice that."""
_OBLIGES = 2.5


def _scores(kept: Kept, kind: SourceKind) -> dict[SectionType, float]:
    block = kept.block
    return _weighed(kept.folded, block.language, block.section, kind, listed=block.listed)


def _weighed(
    text: str, language: Language, section: Section | None, kind: SourceKind, *, listed: bool
) -> dict[SectionType, float]:
    """Return the sums of the cues, with what the place of the item makes likely."""
    if language == "en":
        return weigh_english(text)
    sums = weigh(text)
    named = section.type if section else None
    if kind == "posting":
        sums["responsibility" if listed else "fact"] += _HABIT
    else:
        sums["fact"] += _EXPLAINING if listed else 2 * _EXPLAINING
        sums["responsibility"] += _OBLIGES * (_OBLIGED.search(text) is not None)
    if named:
        sums[named] = sums.get(named, 0.0) + _WEAK
    return sums
