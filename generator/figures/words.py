"""The words: tables of units, periods and magnitudes, and patterns of what may stand around a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.figures.figure import Op, Period

# One character for one character, so that every place stays: full-width forms, Traditional characters of the words
# below, kinds of dashes and spaces. The case of the Latin letters goes too.
FOLD = str.maketrans(
    "０１２３４５６７８９％＋－．～〜＜＞＝（）：／＄￥–—−‐‑\u2012\u00a0\u3000\u202f≦≧⩽⩾∼〇"
    "於個萬億兩鐘時過內單幣週餘雙點達數歲國薪間萬輛種類條項場張筆組門戶節頁億紅鎮鐵幾無滿"
    "與約將從為報試輪達實現標準處設來後歷經驗層級給領貳參禮錢塊臺縮漲減篩調負責優確對讓監際導帶設參",
    "0123456789%+-.~~<>=():/$¥-----"
    "-   ≤≥≤≥~零"
    "于个万亿两钟时过内单币周余双点达数岁国薪间万辆种类条项场张笔组门户节页亿红镇铁几无满"
    "与约将从为报试轮达实现标准处设来后历经验层级给领二三礼钱块台缩涨减筛调负责优确对让监际导带设参",
) | {i: i + 32 for i in range(65, 91)}

# Words of units, each with the characters that must not follow: 天 is a day, 天猫 is not.
_ZH_UNITS: dict[str | None, str] = {
    "%": "%",
    "percentage-point": "个百分点 百分点",
    "order": "单!品价元独日位一据店车双身项次击件 订单 个订单 笔订单",
    "cny": "元!素旦件年宇数首 块!状 块钱 元人民币 人民币 元整",
    "second": "秒!杀懂变 秒钟",
    "minute": "分钟",
    "hour": "小时!候 个小时 钟头 个钟头",
    "day": "天!猫然气赋使津河 日!均常志本报期系用程 自然日 个自然日 自然天",
    "working-day": "个工作日 工作日 个工作天 工作天",
    "week": "周!年边转末报一二三四五六日 星期!一二三四五六日 个星期 礼拜 个礼拜",
    "month": "个月 月!薪度报均底初末中份供销会饼票",
    "year": "年!级代度底初末薪终货轻龄会报纪产均",
    "person": "人!民均次工群气才力货事脸生性机像格身设天月 个人!信资 名!单称字片义校企牌额次 位!于置数移",
    "times": "次!日月年要元方品新级",
    "ratio": "倍!感增数率",
    "score": "分!析类层钟别之配布销享发拣批级工店期流成为区组城支解段桶部公红数值润母子离步行摊割辨",
    None: "个 家!庭装电居具长族政乡清群人纺 款!式项待额 场!景域地所合内外馆均 条!件款例形理码 项 项目 "
    "篇!幅 件!套 张!力 笔!记试者画 国!家内际外产潮货补企庆王 国家 城!市区乡镇 城市 个城市 省!钱力心 台!湾账风词阶 "
    "辆 套!餐件路装利 种!草子植 类!目型别似 份!额 期!间望待初末限权 轮!播岗班换胎椅廓 批!量发准评 字!节母段体幕符 "
    "岁 门!店槛户票口牌禁 门店 家门店 店!铺长员内外面播庆 间!接隔距夹 所!有以需在属谓 "
    "支!付持撑出线援架 组!织合长建件 "
    "折!扣叠损线现旧页 薪 米!其粉 公里 千米 公斤 斤 克!服隆 吨 平米 平方米 平方 ㎡ 平!台均衡时安稳方 户!外型口 页!面 "
    "美元 美金 港元 港币 新台币 台币 日元 欧元 英镑 新币 季度 个季度 人次 人天 人月 ‰ 度!假 "
    "大!促小型量约会卖众使师学家规概批于类盘屏牌件数码力",
}
_EN_UNITS: dict[str | None, str] = {
    "%": "percent|per cent|pct",
    "percentage-point": "percentage points?|pps?|ppts?",
    "order": "orders?",
    "cny": "yuan|rmb|cny",
    "second": "seconds?|secs?|s",
    "minute": "minutes?|mins?",
    "hour": "hours?|hrs?|h",
    "day": "calendar days?|days?",
    "working-day": "(?:working|business|work) ?days?",
    "week": "weeks?|wks?",
    "month": "months?|mos",
    "year": "years?|yrs?|yoe",
    "person": "people|persons?|staff|employees?|headcount|pax",
    "times": "times?",
    "ratio": "x",
    "score": "points?",
    None: "skus?|kols?|usd|hkd|ntd|twd|sgd|eur|us dollars?|dollars?|quarters?|km|kg|cm|mm|gb|mb|tb|bps|basis points",
}
_LONE = {"h", "s", "x", "pp", "pps"}
"""Latin units that must touch their number."""


def _units() -> tuple[re.Pattern[str], dict[str, str | None]]:
    words: dict[str, str | None] = {}
    patterns: list[tuple[int, str]] = []
    for key, table in _ZH_UNITS.items():
        for entry in table.split():
            word, _, unwanted = entry.partition("!")
            words[word] = key
            patterns.append((len(word), re.escape(word) + (f"(?![{unwanted}])" if unwanted else "")))
    zh = "|".join(p for _, p in sorted(patterns, key=lambda pair: -pair[0]))
    en = []
    for index, (key, table) in enumerate(_EN_UNITS.items()):
        words[f"e{index}"] = key
        loose = "|".join(w for w in table.split("|") if w.replace("?", "") not in _LONE)
        close = "|".join(w for w in table.split("|") if w.replace("?", "") in _LONE)
        parts = ([f"(?:[ -]| {FULL} )?(?:{loose})"] if loose else []) + ([f"(?:{close})"] if close else [])
        en.append(f"(?P<e{index}>(?:{'|'.join(parts)})['’]?(?![a-z]))")
    return re.compile(rf"[ ]?(?P<zh>{zh})|{'|'.join(en)}"), words


# What may stand between a number and an English unit.
FULL = "(?:full|whole|consecutive|solid|calendar|further|additional|more|or more)"

# A unit right behind a number: the group `zh`, or `e0`, `e1` and so on; UNIT_WORDS has the key of each.
UNIT, UNIT_WORDS = _units()

# Most numbers have nothing around them that is looked for here. The sets named SIGNS hold every character that the
# patterns beside them can begin with (those that end at a number: can end with), one space aside; where the next
# character is none of them, the pattern need not be tried. UNIT_SIGNS goes for HALF too.
UNIT_SIGNS = frozenset(word[0] for word in UNIT_WORDS) | set("abcdefghijklmnopqrstuvwxyz-")

# The words of periods.
PERIODS: dict[str, Period] = {
    "分钟": "minute", "小时": "hour", "工作日": "day", "天": "day", "日": "day", "晚": "day",
    "周": "week", "星期": "week", "月": "month", "季度": "quarter", "季": "quarter", "年": "year",
    "minute": "minute", "hour": "hour", "hr": "hour", "working day": "day", "business day": "day", "day": "day",
    "week": "week", "month": "month", "quarter": "quarter", "year": "year",
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    "yearly": "year", "annually": "year",
}  # fmt: skip
# The period behind a unit: 3次/周, 3 times a week.
PER = re.compile(
    r" ?/ ?(?P<slash>分钟|小时|天|日|周|月|季度|季|年|minute|hour|hr|day|week|month|quarter|year)(?![a-z])"
    r"|每(?P<every>小时|天|日|周|月|季度|年)"
    r"| (?:per|an?|each|every) (?P<en>minute|hour|working day|business day|day|week|month|quarter|year)(?![a-z])"
    r"| (?P<adverb>daily|weekly|monthly|hourly|annually|yearly)(?![a-z])"
)
PER_SIGNS = frozenset("/每paedwmhy")
# A period before a number or alone: 每周, every week, 日均. Part of the pattern that finds the numbers.
EVERY = (
    r"每一?个?(?P<every>工作日|分钟|小时|季度|星期|周|月|天|日|年|晚)(?!度|均)|(?P<average>[日周月年])均"
    r"|(?<![a-z])(?:(?:every|each|per|once an?) (?P<once>working day|business day|day|week|month|year|hour|quarter)"
    r"|(?P<adverb>weekly|monthly|hourly|yearly|annually|quarterly|daily"
    r"(?! (?:oper|work|life|routine|busi|manag|task|need|use|run|activit|dut|job))))(?![a-z])"
)
# The unit of a period that stands alone as a figure.
PERIOD_UNITS: dict[str, str | None] = {p: p for p in ("minute", "hour", "day", "week", "month", "year")} | {
    "quarter": None
}

# What a number is multiplied with; MAGNITUDE finds these words behind it.
MAGNITUDES = {
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
    "k": 1000, "w": 10**4, "m": 10**6, "b": 10**9, "mn": 10**6, "bn": 10**9, "mil": 10**6,
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
}  # fmt: skip
MAGNITUDE = re.compile(
    r" ?(?P<zh>[百千]亿|万亿|十亿|[十百千]万|万(?!能|科|达)|亿|千(?![米克瓦卡])|百(?![货分]))"
    r"|(?P<letter>[kwmb])(?![a-z])| ?(?P<en>mn|bn|mil)(?![a-z])|[ -](?P<word>hundred|thousand|million"
    r"|billion)(?![a-z])"
)
MAGNITUDE_SIGNS = frozenset("十百千万亿kwmbht-")
# `+` and its words before the unit; MORE_AFTER behind it.
MORE = re.compile(r" ?\+(?![0-9])|[多余来几](?=[^\x00-\x7f])")
MORE_AFTER = re.compile(r" ?\+(?![0-9a-z])|[多余](?![^\x00-\x7f]{0,1}元|个|项|种|维|样|元|次)")
MORE_SIGNS = frozenset("+多余来几")
# And a half, behind or around a unit: 个半小时, 年半.
HALF = re.compile(r"个半(?P<unit>小时|月|钟头)|(?P<word>年|天|小时|个月)半(?![年天日])")

# Comparators behind a number and its unit.
AFTER = re.compile(
    r" ?(?:\(含\)|\(不含\))? ?(?:及|或|含|或者|和|及其|\(含\)|\(及\)|\(或\))?"
    r"(?:(?P<ge>以上|起步|起(?![来到草点伏诉源因初])|(?<=[个人名次年月天元])或更多)"
    r"|(?P<le>以下|以内|之内|内(?![部容外存涵卷购])|封顶)|左右|上下(?![架游线班午级])|不等)(?: ?\(含\))?"
    r"|,? (?:or|and) (?P<more>more|above|higher|over|greater|longer|up)(?![a-z])"
    r"|,? (?:or|and) (?P<less>less|fewer|below|under|lower|shorter)(?![a-z])"
    r"| (?P<min>min(?:imum)?)(?![a-z])| (?P<max>max(?:imum)?)(?![a-z])"
)
AFTER_SIGNS = frozenset(" (,及或含和以起之内封左上不oam")
_FILLER = r"(?:了|有|需|要|需要|具备|具有|拥有|为|达|达到|在|具)?"
# Comparators before a number; OP finds them at its left edge, with a group `o0`, `o1` and so on for each.
OPS: dict[Op, str] = {
    ">=": r"(?:≥|>=|=>|⩾|不低于|不少于|不小于|不得低于|不得少于|不能低于|至少|最少|最低|起码|(?<![圆美充客不丰未])满"
    rf"|大于等于|大于或等于|高于等于){_FILLER} ?"
    r"|(?<![a-z])(?:at or (?:above|over)|at least|no(?:t)? (?:less|fewer|lower) than|(?:a "
    r")?min(?:imum)?\.?(?: of)?) (?:of )?(?:an? )?",
    "<=": r"(?:≤|<=|=<|不超过|不超|不高于|不大于|不多于|不得超过|不得高于|不能超过|至多|最多|最高|最长|小于等于"
    rf"|小于或等于){_FILLER} ?|(?<![a-z])(?:(?:at or (?:below|under)|at most|no(?:t)? (?:more|greater"
    rf"|higher|longer|later) than"
    r"|not (?:to )?exceed(?:ing)?"
    r"|up to|within|capped at|(?:a )?max(?:imum)?\.?(?: of)?) (?:of )?(?:the )?(?:first |next |last )?)",
    ">": rf"(?:(?<![-=])>|超过|(?<![商京家])超|高于|大于|多于|突破|逾){_FILLER} ?"
    r"|(?<![a-z])(?:more than|greater than|higher than|over|above|exceed(?:s|ed|ing)?|in excess of|longer than) ",
    "<": rf"(?:<|低于|少于|小于|不足|不到|未满|未到){_FILLER} ?"
    r"|(?<![a-z])(?:less than|fewer than|lower than|shorter than|under|below) ",
    "=": r"(?<![<>=!])= ?",
}
OP = re.compile("(?:" + "|".join(f"(?P<o{i}>{p})" for i, p in enumerate(OPS.values())) + r")\Z")
# A `>` that closes markup or quotes a line, and compares nothing.
TAG = re.compile(r"<[a-z/!][^<>]*>\Z|(?:\A|\n)> \Z")

_CURRENCIES: dict[str | None, str] = {
    "cny": r"¥|(?<![a-z])(?:rmb|cny)|人民币",
    None: r"(?<![a-z])(?:hk\$|nt\$|us\$|s\$|rm|hkd|ntd?|twd|usd|sgd|eur)"
    r"|港币|港元|新台币|台币|美元|(?<![a-z])\$|[€£₱฿₫]",
}
# A currency before a number.
CURRENCY = re.compile(rf"(?:(?P<cny>{_CURRENCIES['cny']})|(?P<other>{_CURRENCIES[None]}))[: ]?\Z")
# Words between a comparator and a number that change nothing.
ABOUT = re.compile(
    r"(?:大约|约为|约|将近|接近|(?<![附最])近(?!似)|高达|多达|达到|达|(?<![a-z])(?:about|around"
    r"|approximately|approx\.|some"
    r"|roughly|nearly|almost)) ?\Z"
)
# Arrows, times and plus signs before a number; SIGN is a minus.
MARK = re.compile(
    r"(?:(?P<up>[↑▲])|(?P<down>[↓▼])|(?P<times>(?<![0-9a-z])x|(?<![0-9])×)|(?P<plus>(?<![0-9a-z+])\+)) ?\Z"
)
SIGN = re.compile(r"(?:\A|[ (:\n])-\Z")
# Verbs of rise and fall before a number.
CHANGE = re.compile(
    r"(?:(?P<up>提升|增长|提高|上升|增加|上涨|上浮|(?<!高)涨|(?<!倍)增|扩大|改善)|(?P<down>下降|降低"
    r"|减少|缩短|下滑|下跌|节省|"
    r"节约|降|缩减|立减|压缩))(?:了|幅度?|约|近|:)? ?\Z"
)
CHANGE_EN = re.compile(
    r"(?<![a-z])(?:(?P<up>increas[a-z]*|grew|grow[a-z]*|rose|rais[a-z]+|improv[a-z]+|lift[a-z]*"
    r"|boost[a-z]*|gain[a-z]*|up)"
    r"|(?P<down>decreas[a-z]*|fell|dropp?[a-z]*|reduc[a-z]+|cut|cutting|declin[a-z]+|lower[a-z]*"
    r"|shorten[a-z]*|sav[a-z]+|down))"
    r"(?:(?: [a-z-]+){0,5} by| of| by)? (?:at least |over |up to )?\Z"
)
# What a lead (a currency, a mark, a comparator, a verb of rise or fall) ends with, right before a number; and the last
# words of those in Latin letters that a space parts from it.
LEAD_SIGNS = frozenset(
    ":¥$€£₱฿₫bymdtre.币元↑▲↓▼x×+-约为近达到>=<≥≤⩾于少低码满过超多高长破逾足了有需要备在具"
    "升加涨浮增大善降短滑跌省减缩幅度"
)
_LEAD_WORDS = (
    "rmb cny rm hkd nt ntd twd usd sgd eur x about around approximately approx some roughly nearly almost above over "
    "least than minimum min of an a below under most to within at max maximum the first next last up by"
)
LEAD_WORDS = frozenset(_LEAD_WORDS.split())
_LEAD_STEMS = (
    "exceed increas grew grow rose rais improv lift boost gain decreas fell drop reduc cut declin lower shorten "
    "sav down"
)
LEAD_STEMS = tuple(_LEAD_STEMS.split())
# Nouns of rise and fall behind a number.
CHANGE_AFTER = re.compile(
    r"的?(?P<up>增幅|涨幅)|的(?P<up2>增长|提升)|的?(?P<down>降幅|跌幅)|的(?P<down2>下降|降低)"
    r"|[ -](?:[a-z]+ )?(?:(?P<up3>increase|growth|lift|uplift|improvement|gain)"
    r"|(?P<down3>decrease|drop|reduction|decline))(?![a-z])"
)
_METRICS_WORDS = (
    "asp aov arpu cac cpa cpc cpm cpo ctr cvr dau gmv gpm kpi ltv mau nps otd ppc pv roas roi sla tom top uv wau"
)
# Abbreviations of measures, in small letters.
METRICS = frozenset(_METRICS_WORDS.split())
# What a bare number may stand behind as the value of a measure.
METRIC_BEFORE = re.compile(
    rf"(?<![a-z])team of \Z|(?:[率比值数分量额价度]"
    rf"|(?<![a-z])(?:{'|'.join(sorted(METRICS - {'top', 'kpi', 'sla'}))}))"
    r"(?:目标|指标)?(?::|=|：|为|是|约|达到|达|至|到|提升至|提升到|降至|降到|高达|of|is|at|to| )? ?\Z"
)
# An English plural behind a number that counts it.
NOUN = re.compile(
    r" (?:[a-z][a-z-]+ ){0,2}(?!this|thus|plus|less|does|across|as|is|was|has|its|yes)[a-z]{2,}(?:s|ies|ren)(?![a-z])"
)
# Numbers that are names.
NAMES = {"618", "985", "211", "996", "007", "360", "365", "1688", "12306", "12315", "9001", "14001", "500"}
# Words whose number is a name or a place in an order.
NAMED = re.compile(
    r"(?<![a-z])(?:tier|phase|level|stage|step|chapter|section|part|fortune|office|windows|class|grade"
    r"|version|room|unit|floor|no|"
    r"number|top|page|item|task|group|zone|gate|line|route|type|model|series|jan(?:uary)?"
    r"|feb(?:ruary)?|march|april|may|june|july|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|double|web|iso)\.? ?\Z"
)
# What joins the two ends of a range.
BETWEEN = re.compile(r" ?(?:-{1,2}|~|至|到|(?<= )to(?= )|(?<= )and(?= )) ?(?P<money>(?:hk|nt|us|s)?\$|¥|rmb ?)?")
# Words of pay: a number with k beside them is money.
PAY = re.compile(r"薪|工资|底薪|待遇|月入|salary|pay|wage|compensation")

WAN_YUAN = "萬元"
"""The word of a sum that is written in Traditional characters; its number is in single units all the same."""
