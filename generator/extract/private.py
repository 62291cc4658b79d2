"""Finds what is private in a text: phone numbers, addresses of mail and messengers, names of the persons to contact.

A number is a phone number by its form, or where a label says so; an id of a messenger only behind its name. A messenger
as a channel of work, an order number or the hotline of a company are not private, and neither is a postal address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.places import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

PrivateKind = Literal["phone", "email", "wechat", "whatsapp", "qq", "line", "telegram", "name"]


@dataclass(frozen=True, slots=True, order=True)
class PrivateSpan:
    """A contact detail of a person: `span` is the detail itself, `labelled` begins with the label before it."""

    span: Span
    kind: PrivateKind
    labelled: Span


# One character for one, so that every place stays.
_FOLD = str.maketrans(
    "０１２３４５６７８９＋－＠．：（）　\u00a0–‑‐繫絡聯話電機號線傳諮詢應徵資訊職報員務責負經總師請",
    "0123456789+-@.:()  ---系络联话电机号线传咨询应征资讯职报员务责负经总师请",
)
_SEP = r"(?: ?(?:号码|号|id|ID|Id|账号|no\.?|number))? ?(?::|是|为|->|/)? ?"
_NUMBER = (
    r"(?P<v>\+?(?:\([0-9+]{1,5}\)[ -]?)?[0-9](?:[ -]?[0-9]){6,14}(?:(?:转|#| ?ext\.? "
    r"?)[0-9]{1,5})?)(?![0-9A-Za-z_%]|[ -]?[0-9]|\.[0-9]|[万亿元单件])"
)
_ID = r"(?P<v>@?[A-Za-z0-9][A-Za-z0-9._-]{3,29})"
# Each long pattern begins with a look ahead at what it can begin with: most characters begin none.
_FREE = r"(?=[0-9+(])(?<![0-9A-Za-z_#+.$¥-])"
_OVER = r"(?![0-9A-Za-z_%]|[-.][0-9]|[万亿元单件])"

_PHONES = (
    re.compile(rf"{_FREE}(?:(?:\+|00)?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{{4}}){{2}}{_OVER}"),
    re.compile(rf"{_FREE}(?:\+|00)(?:852|853)[- ]?[2-9][0-9]{{3}}[- ]?[0-9]{{4}}{_OVER}"),
    re.compile(rf"{_FREE}\(852\) ?[2-9][0-9]{{3}}[- ]?[0-9]{{4}}{_OVER}"),
    re.compile(rf"{_FREE}(?:(?:\+|00)886[- ]?9|09)[0-9]{{2}}[- ]?[0-9]{{3}}[- ]?[0-9]{{3}}{_OVER}"),
    re.compile(
        rf"{_FREE}(?:\(0[0-9]{{1,3}}\) ?|0[0-9]{{1,3}}-)[0-9]{{3,4}}[- ]?[0-9]{{4}}(?:(?:-|转|#| "
        rf"ext\.? ?)[0-9]{{1,5}})?{_OVER}"
    ),
    re.compile(rf"{_FREE}\+[1-9][0-9]{{0,2}}(?:[- ]?\([0-9]{{1,4}}\))?(?:[- ]?[0-9]){{6,12}}{_OVER}"),
)
_HOTLINE = re.compile(rf"{_FREE}[48]00(?:[- ]?[0-9]{{3,4}}){{2}}{_OVER}")
_PHONE_LABEL = re.compile(
    r"(?=[联应招报咨面人公办固移电手座致来TtPpMmCc])"
    r"(?:(?:联系|联络|应聘|招聘|报名|咨询|面试|人事|公司|办公|固定|移动|手机)?(?:电话|手机"
    r"|座机)(?:号码|号)?(?:/微信|\(微信同号\)|微信同号)?"
    r"|手机号|联系方式|联络方式|致电|来电|(?<![A-Za-z])(?:[Tt]el|TEL|[Pp]hone(?: [Nn]umber| [Nn]o\.?)?"
    r"|PHONE|[Mm]obile|MOBILE|[Cc]ell"
    r"|[Cc]all(?: us| me)?(?: at| on)?|[Tt]elephone)(?![A-Za-z]))\.? ?:? ?" + _NUMBER
)
_NO_PHONE = re.compile(
    r"(?:订单|單號|单号|编号|編號|编码|編碼|货号|貨號|流水|工号|证号|账户|帳戶|卡号|条码|條碼|SKU|sku"
    r"|ID|id|Id|[Oo]rder|ORDER|NO|No|no"
    r"|[Cc]ode|#|[Rr]ef|REF|税号|单|[Nn]umber)(?:号码|号|號| no)?\.? ?[:#]? ?\Z"
)
_CONTACT_LINE = re.compile(
    r"联系|联络|应聘|应征|报名|招聘|简历|人事|面试|HR|[Cc]ontact|[Aa]pply|[Rr]ecruit|[Rr]esume|CV"
)

_WECHAT = re.compile(
    r"(?=[微加添个VvWw薇])"
    rf"(?<!企业)(?<!企業)(?P<label>(?P<sure>微信号|微信ID|加微信?|添加微信|个人微信|加[vV]"
    rf"|(?<![A-Za-z])(?:VX|vx|Vx|WX|wx|V信|v信))"
    rf"|微信|薇信|(?<![A-Za-z])(?:[Ww]e[Cc]hat|WECHAT|[Ww]eixin)){_SEP}"
    r"(?P<v>[A-Za-z][A-Za-z0-9_-]{4,19}|1[3-9][0-9](?:[- ]?[0-9]{4}){2}|[1-9][0-9]{5,11})(?![A-Za-z0-9_@.])"
)
_MESSENGERS: tuple[tuple[PrivateKind, re.Pattern[str]], ...] = (
    (
        "whatsapp",
        re.compile(rf"(?<![A-Za-z])(?:[Ww]hats[Aa]pp|WHATSAPP|WA)(?:/[A-Za-z]+)?{_SEP}(?:at |on |us at )?{_NUMBER}"),
    ),
    ("whatsapp", re.compile(r"(?:wa\.me/|whatsapp\.com/send\?phone=)(?P<v>\+?[0-9]{7,15})")),
    (
        "qq",
        re.compile(
            rf"(?<![A-Za-z])(?:QQ|qq|Qq"
            rf"|扣扣)(?:/微信)?群?{_SEP}(?P<v>[1-9][0-9]{{4,11}})(?![0-9A-Za-z_%@]|[万亿元单])"
        ),
    ),
    (
        "line",
        re.compile(
            rf"(?<![A-Za-z])(?P<label>LINE|Line|line|赖|賴)(?P<sure> ?(?:ID|Id|id|账号|帳號|官方))? "
            rf"?[:@]? ?(?<=[:@ ]){_ID}"
        ),
    ),
    ("telegram", re.compile(rf"(?<![A-Za-z])(?P<label>Telegram|TELEGRAM|telegram|TG|电报|飞机)(?P<sure>)?{_SEP}{_ID}")),
    ("telegram", re.compile(r"(?<![A-Za-z])t\.me/(?P<v>[A-Za-z][A-Za-z0-9_]{3,31})")),
)
_ALONE = re.compile(r" ?(?:[，。；,;()、|/\n!！\u3400-\u9fff]|\.?(?:\s(?![A-Za-z])|\Z))")

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎"
    "鲁韦昌马苗方俞任袁柳鲍史唐费岑薛雷贺倪汤"
    "滕殷罗毕郝安常乐于傅皮卞齐康伍余顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝臧伏成戴宋庞熊纪舒屈项祝董梁"
    "杜阮蓝闵席季麻强贾路娄江颜郭梅盛林钟徐"
    "邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘丁宣邓洪包左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段巫焦侯全班"
    "仰仲伊宫宁仇甘厉武符刘景詹龙叶司黎白蒲"
    "赖卓屠池乔闻党翟谭贡申冉雍桑桂牛边燕尚温庄晏柴瞿阎连习艾容古易慎廖庾终居衡步都耿满弘匡国文寇"
    "广东欧利师巩关相查后荆红游权盖益桓公"
    "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華謝鄒竇蘇範魯韋馬鮑費賀湯羅畢郝樂傅齊顧黃蕭龐紀項藍閔賈婁顏鍾"
    "駱盧鄧龔陸榮儲靳寧劉葉黎賴喬聞黨譚莊閻連歐"
)
_TITLE = "先生|女士|小姐|太太|老师|老師|经理|經理|主任|主管|总监|總監|店长|店長|总|總|姐|哥|同学|同學|生"
_NAME_LABEL = re.compile(
    r"(?:联系人|联络人|聯絡人|联系 ?人|接洽人|联络窗口|招聘负责人|招聘联系人|人事专员|招聘专员|人事"
    r"|负责人|(?<![A-Za-z])HR(?:BP)?)"
    r"(?P<colon> ?: ?| )?"
    rf"(?P<v>[{_SURNAMES}][\u3400-\u9fff]?[\u3400-\u9fff]?(?:{_TITLE})"
    rf"|[{_SURNAMES}][\u3400-\u9fff]{{1,2}}(?![\u3400-\u9fff])|(?:欧阳|司马|上官|诸葛"
    rf"|歐陽)[\u3400-\u9fff]{{1,2}}(?![\u3400-\u9fff]))"
)
_NAME_CALL = re.compile(
    rf"(?:联系|联络|洽|找|致电|咨询)(?: )?(?P<v>[{_SURNAMES}](?:[\u3400-\u9fff]{{1,2}})?(?:先生|女士"
    rf"|小姐|太太|老师|经理|经理|主任|店长|总))"
)
_NAME_NEAR = re.compile(
    rf"(?<![\u3400-\u9fff])(?P<v>[{_SURNAMES}][\u3400-\u9fff]{{0,2}}(?:先生|女士|小姐|太太|老师|经理"
    rf"|主任|店长))[ :,，(]{{0,2}}\Z"
)
_NAME_AFTER = re.compile(rf"[ ,，(]{{0,2}}(?P<v>[{_SURNAMES}](?:先生|女士|小姐|太太|老师|经理|主任|店长))")
_NAME_EN = re.compile(
    r"(?<![A-Za-z])(?:[Cc]ontact(?: [Pp]erson| [Nn]ame)?|CONTACT(?: PERSON)?|HR(?: [Mm]anager| "
    r"[Cc]ontact)?|[Rr]ecruiter|[Hh]iring [Mm]anager|[Aa]ttn\.?"
    r"|联系人|联络人|Contact Person)(?P<colon> ?: ?| )"
    r"(?P<v>(?:M(?:r|s|rs|iss)\.? )?[A-Z][a-z]+(?:[ -][A-Z](?:[a-z]+|\.)){0,3})(?![A-Za-z])"
)
_NO_NAME_WORDS = (
    "Team Department Dept Us Center Centre Service Services Manager Officer Person Name Details "
    "Information Info Number Email "
    "Phone Support Human Resources Resource Customer Management System Director Business Partner "
    "Partners Generalist Our The "
    "By Via And Page Form Sales Marketing Operations Office Company Group Point Points Tel Mobile "
    "Rate Lead Analytics Policy "
    "Responsible Required Requirements Head List Data Please"
)
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\Z")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,4}[A-Za-z]{2,24}")


def private_spans(text: str) -> tuple[PrivateSpan, ...]:
    """Return the contact details of persons in a text, in order and without overlaps.

    >>> line = "联系人：王小姐 手机13800000000（微信同号） hr@shop.example"
    >>> [(p.kind, p.span.of(line)) for p in private_spans(line)]
    [('name', '王小姐'), ('phone', '13800000000'), ('email', 'hr@shop.example')]
    >>> private_spans("维护企业微信社群，订单号13800000000，客服热线400-800-1234，日均2.5万单")
    ()
    """
    folded = text.translate(_FOLD)
    found = [*_emails(folded), *_messengers(folded), *_phones(folded)]
    found += _names(folded, [p for p in found if p.kind in ("phone", "wechat")])
    ranks = {p: rank for rank, p in reversed(list(enumerate(found)))}
    kept: list[PrivateSpan] = []
    for place in sorted(ranks, key=lambda p: (p.span.start, ranks[p])):
        if not kept or place.span.start >= kept[-1].span.end:
            kept.append(place)
    return tuple(kept)


def _place(kind: PrivateKind, match: re.Match[str]) -> PrivateSpan:
    start, end = match.span("v")
    return PrivateSpan(Span(start, end), kind, Span(match.start(), end))


def _emails(folded: str) -> Iterator[PrivateSpan]:
    at = folded.find("@")
    while at >= 0:
        local = _LOCAL.search(folded[max(0, at - 64) : at])
        domain = _DOMAIN.match(folded, at + 1)
        if local and domain:
            span = Span(at - len(local[0]), domain.end())
            yield PrivateSpan(span, "email", span)
        at = folded.find("@", at + 1)


def _messengers(folded: str) -> Iterator[PrivateSpan]:
    for match in _WECHAT.finditer(folded):
        if _is_id(folded, match):
            yield _place("wechat", match)
    for kind, pattern in _MESSENGERS:
        for match in pattern.finditer(folded):
            if kind in ("whatsapp", "qq") or "sure" not in match.groupdict() or _is_id(folded, match):
                yield _place(kind, match)


def _is_id(folded: str, match: re.Match[str]) -> bool:
    """Tell an id from a word that happens to follow the name of a messenger."""
    value, sure = match["v"], bool(match["sure"])
    if value[0] == "@" or folded[match.start("v") - 1] == "@":
        return True
    if value[0].isdigit() and value.isdigit():
        return sure or len(value) >= 6
    if any(c.isdigit() or c in "_-." for c in value.strip("-.")) and not value.istitle():
        return True
    colon = ":" in folded[match.start() : match.start("v")]
    return (sure or colon) and value.islower() and bool(_ALONE.match(folded, match.end("v")))


def _phones(folded: str) -> Iterator[PrivateSpan]:
    for match in _PHONE_LABEL.finditer(folded):
        if not _HOTLINE.fullmatch(match["v"]) and "-" not in match["v"][:2]:
            yield _place("phone", match)
    for pattern in _PHONES:
        for match in pattern.finditer(folded):
            if not _NO_PHONE.search(folded, max(0, match.start() - 16), match.start()):
                span = Span(*match.span())
                yield PrivateSpan(span, "phone", span)
    for match in _HOTLINE.finditer(folded):
        if _CONTACT_LINE.search(folded, max(0, match.start() - 16), match.start()):
            span = Span(*match.span())
            yield PrivateSpan(span, "phone", span)


def _names(folded: str, numbers: list[PrivateSpan]) -> Iterator[PrivateSpan]:
    for match in _NAME_LABEL.finditer(folded):
        if match["colon"] or match["v"].endswith(("先生", "女士", "小姐", "太太")):
            yield _place("name", match)
    for match in _NAME_CALL.finditer(folded):
        yield _place("name", match)
    for match in _NAME_EN.finditer(folded):
        words = match["v"].replace(".", "").split()
        if not _NO_NAME.intersection(words) and (":" in match["colon"] or words[0] in ("Mr", "Ms", "Mrs", "Miss")):
            yield _place("name", match)
    for number in numbers:
        start = number.labelled.start
        before = _NAME_NEAR.search(folded[max(0, start - 12) : start])
        if before:
            shift = max(0, start - 12)
            span = Span(shift + before.start("v"), shift + before.end("v"))
            yield PrivateSpan(span, "name", span)
        after = _NAME_AFTER.match(folded, number.span.end)
        if after:
            span = Span(*after.span("v"))
            yield PrivateSpan(span, "name", span)
