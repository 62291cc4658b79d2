"""What is a figure: reads a text from left to right and tells figures from dates, names and marks."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.figures.around import NEAR, WINDOW, Lead, read_lead, read_tail
from generator.figures.figure import Figure
from generator.figures.measured import EXPERIENCE, measured
from generator.figures.numbers import Every, Number, lex, plain
from generator.figures.words import (
    BETWEEN,
    CHANGE_AFTER,
    FOLD,
    METRIC_BEFORE,
    METRICS,
    NAMED,
    NAMES,
    NOUN,
    PAY,
    PERIOD_UNITS,
)
from generator.places import Span

if TYPE_CHECKING:
    from generator.figures.around import Tail
    from generator.figures.figure import Op

_WHOLE_UNITS = {"year", "person", "month", "day", "week", "working-day", "times", None}
_TIME_UNITS = {"second", "minute", "hour", "day", "working-day", "week", "month", "year"}
_LINE_START = re.compile(r"(?:\A|[\n;；。:：]) ?\Z")
_DATE_BEFORE = re.compile(r"(?:在|于|截止|截至|自|从|至|到|今|去|明|约)\Z")
_DATE_AFTER = re.compile(r" ?(?:初|底|末|中旬|上半|下半|第|q[1-4]|春|夏|秋|冬|财|版|双|618)")
_ONE_LEFT = set("同某这那前后上下新有另每第统唯任万逐进当")
_HALF_LEFT = set("多大上下前后另过一对")
_BRIDGE = 9
"""How many characters at most join the two ends of a range: ` to hk$` and the like."""
_ID_SIGNS = "abcdefghijklmnopqrstuvwxyz_#@"
_HOUSE = re.compile(r" ?(?:号|室|楼|栋|幢|弄|座|巷|路|#)(?!长)|@|_|(?:th|st|nd|rd)(?![a-z])")


class _Reader:
    """Reads the figures of one text, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = text.translate(FOLD)
        self.tokens = list(lex(self.folded))
        self.found: list[Figure] = []
        self.floor = 0
        """Where the last token ended: nothing before it belongs to the next figure."""
        self.date_end = 0
        """Where the last date ended."""

    def read(self) -> tuple[Figure, ...]:
        index = 0
        every: Every | None = None
        while index < len(self.tokens):
            token = self.tokens[index]
            index += 1
            if isinstance(token, int):
                self.floor = max(self.floor, token)
                continue
            if token.start < self.floor:
                continue
            if isinstance(token, Every):
                self._emit_every(every)
                every = token
                self.floor = token.end
                continue
            figure, index = self._figure(token, index)
            if figure is None:
                self.floor = max(self.floor, token.end, self.date_end)
                continue
            if every and every.end == figure.span.start and figure.per is None:
                figure = self._join(every, figure)
                every = None
            self._emit_every(every)
            every = None
            self.found.append(figure)
            self.floor = figure.span.end
        self._emit_every(every)
        return tuple(self.found)

    def _emit_every(self, every: Every | None) -> None:
        if every and every.alone:
            raw = self.text[every.start : every.end]
            unit = PERIOD_UNITS[every.period]
            word = raw if unit is None else ""
            self.found.append(Figure(Span(every.start, every.end), raw, "=", Decimal(1), unit=unit, word=word))

    def _join(self, every: Every, figure: Figure) -> Figure:
        unit = "order-per-day" if (figure.unit, every.period) == ("order", "day") else figure.unit
        span = Span(every.start, figure.span.end)
        return replace(figure, span=span, raw=span.of(self.text), per=every.period, unit=unit)

    def _follower(self, index: int, end: int) -> tuple[Number | None, int]:
        """Return the number that follows, past those within the words that end at `end` (the 万 of 12万), and where."""
        while index < len(self.tokens):
            token = self.tokens[index]
            if not isinstance(token, Number):
                break
            if token.start >= end:
                return token, index
            index += 1
        return None, index

    def _figure(self, number: Number, index: int) -> tuple[Figure | None, int]:
        """Return the figure that begins with a number, and the token to go on with; `index` is the one behind it."""
        if number.kind == "hanzi":
            tail = read_tail(self.text, self.folded, number, money=False)  # only digits ask for money
            follower, _ = self._follower(index, tail.end)
            if not tail.has_unit and (follower is None or follower.start - tail.end > _BRIDGE):
                return None, index  # the one in 一定, the ten in 十分
            lead = read_lead(self.text, self.folded, self.floor, number.start)
        else:
            lead = read_lead(self.text, self.folded, self.floor, number.start)
            tail = read_tail(self.text, self.folded, number, money=lead.money)
        follower, at = self._follower(index, tail.end)
        whole = self._without_list_mark(number, tail)
        if whole is not number:
            number, lead = whole, Lead(whole.start)
        other = self._other_end(number, tail, follower, lead)
        if other:
            value, to, last = other
            bare = not tail.has_unit
            if not (bare and self._is_calendar(number, last, value, to)) and self._accepts(
                number, lead, last, ranged=True
            ):
                return self._made(number, lead, last, value, to), at + 1
            self.date_end = last.end
            return None, at + 1
        if not self._accepts(number, lead, tail, ranged=False):
            return None, index
        value = number.value * tail.times
        to_alone = number.to * tail.times if number.to is not None else None
        if tail.half:
            value += Decimal("0.5")
        return self._made(number, lead, tail, value, to_alone), index

    def _without_list_mark(self, number: Number, tail: Tail) -> Number:
        """Return a number without the list mark that ran into it: `2.3年` at the start of a line is three years."""
        if number.kind != "digits" or not tail.has_unit or tail.times != 1 or tail.unit not in _WHOLE_UNITS:
            return number
        whole, dot, rest = self.text[number.start : number.end].partition(".")
        before = self.folded[max(0, number.start - 2) : number.start]
        if dot and len(whole) <= 2 and rest != "5" and rest[:1] != "0" and _LINE_START.search(before):
            return number._replace(start=number.end - len(rest), value=Decimal(rest))
        return number

    def _other_end(
        self, number: Number, tail: Tail, follower: Number | None, lead: Lead
    ) -> tuple[Decimal, Decimal, Tail] | None:
        """Return both ends of a range and what follows it, where this number opens one."""
        if follower is None or number.to is not None or follower.to is not None:
            return None
        if follower.start - tail.end > _BRIDGE:
            return None
        bridge = BETWEEN.match(self.folded, tail.end)
        if not bridge or bridge.end() != follower.start or tail.op not in (None, ">="):
            return None
        words = bridge[0].split()
        if "and" in words and not self.folded[max(0, number.start - 16) : number.start].rstrip("$¥ ").endswith(
            "between"
        ):
            return None
        last = read_tail(self.text, self.folded, follower, money=lead.money)
        if tail.has_unit and (tail.unit, tail.per) != (last.unit, None if tail.per is None else last.per):
            return None
        times = tail.times
        if times == 1 and not tail.has_unit and number.value < follower.value:
            times = last.times
        value, to = number.value * times, follower.value * last.times
        return (value, to, last) if value < to else None

    def _made(self, number: Number, lead: Lead, tail: Tail, value: Decimal, to: Decimal | None) -> Figure:
        start = lead.start
        if to is not None and self.folded.endswith("between ", self.floor, start):
            start -= len("between ")
        op: Op = "between" if to is not None else lead.op or tail.op or (">=" if number.vague else "=")
        unit, word = tail.unit, tail.word
        if lead.money:
            unit, word = lead.unit, lead.word
        elif lead.ratio:
            unit, word = "ratio", "×"
        elif not tail.has_unit and tail.times == 1000 and self._is_pay(number, tail):
            unit, word = "cny", ""
        if unit == "person" and word in ("名", "位") and self.folded[max(0, start - 1) : start] == "前":
            unit = None
        if lead.minus:
            value = -value
        span = Span(start, tail.end)
        change = lead.change
        after = CHANGE_AFTER.match(self.folded, tail.end)
        if after and change is None and unit in ("%", "percentage-point", "ratio"):
            change = "up" if after["up"] or after["up2"] or after["up3"] else "down"
        return Figure(
            span,
            span.of(self.text),
            op,
            plain(value),
            None if to is None else plain(to),
            unit,
            self._measures(start, tail.end, unit),
            change,
            tail.per,
            word if unit is None else "",
        )

    def _is_pay(self, number: Number, tail: Tail) -> bool:
        left = self.folded[max(0, number.start - 16) : number.start]
        right = self.folded[tail.end : tail.end + 8]
        return bool(PAY.search(left) or "薪" in right or tail.per == "month")

    def _measures(self, start: int, end: int, unit: str | None) -> str | None:
        inherited = None
        before = self.text[max(0, start - 1) : start]
        if self.found and before in ("(", "（") and self.found[-1].span.end == start - 1:
            inherited = self.found[-1].measures
        place = None if inherited else measured(self.folded, self.floor, start, end, unit)
        return self.text[slice(*place)] if place else inherited

    # Reasons to refuse ------------------------------------------------------------------------------------------------

    def _accepts(self, number: Number, lead: Lead, tail: Tail, *, ranged: bool) -> bool:
        left = self.folded[max(0, number.start - 1) : number.start]
        if self._is_date(number, lead, tail):
            self.date_end = tail.end
            return False
        if left == "第" or self._is_name(number, lead, tail):
            return False
        if number.kind in ("percent", "twice"):
            return True
        if number.kind == "hanzi":
            return self._accepts_hanzi(number, lead, tail, left)
        if number.kind == "word":
            return self._accepts_word(number, lead, tail)
        if not tail.has_unit and _HOUSE.match(self.folded, tail.end):
            return False
        if tail.has_unit or tail.per:
            return True
        following = self.folded[tail.end : tail.end + 1]
        if following.isalpha() and following.isascii():
            return False
        if tail.times == 1000 and self.folded[tail.end - 1] == "k":
            return ranged or number.value >= 10 or lead.money or lead.op is not None or self._is_pay(number, tail)
        return self._accepts_bare(number, lead, tail, following, ranged=ranged)

    def _accepts_bare(self, number: Number, lead: Lead, tail: Tail, following: str, *, ranged: bool) -> bool:
        if lead.op is not None or lead.money or lead.ratio or tail.times != 1:
            return True
        raw = self.text[number.start : number.end]
        if raw in NAMES or following in ("、", ")", ".", "-", "~"):
            return False
        if tail.op is not None:
            return True
        window = self.folded[max(self.floor, number.start - WINDOW) : number.start]
        if len(raw) <= 6 and METRIC_BEFORE.search(window, len(window) - NEAR):
            return not ranged
        whole = raw.replace(",", "").isdigit() and not (len(raw) == 4 and raw[:2] in ("19", "20")) and len(raw) < 10
        return whole and following == " " and bool(NOUN.match(self.folded, tail.end)) and self._is_count(window)

    def _is_count(self, window: str) -> bool:
        """Tell whether a bare number before an English plural counts it, and is no list mark and no part of a name."""
        return (
            bool(window.strip())
            and not _LINE_START.search(window)
            and not window.rstrip().endswith((".", "•", "-", ")"))
            and not NAMED.search(window)
            and window[-1:] == " "
        )

    def _accepts_hanzi(self, number: Number, lead: Lead, tail: Tail, left: str) -> bool:
        raw = self.folded[number.start : number.end]
        if not tail.has_unit or (tail.unit == "score" and tail.word == "分"):
            return False
        if left in ("周", "双") or self.folded[max(0, number.start - 2) : number.start] in ("星期", "礼拜"):
            return tail.unit in ("times", "hour", "order")
        if raw == "半":
            return tail.unit in _TIME_UNITS and left not in _HALF_LEFT
        compared = lead.op is not None or tail.op is not None or number.vague
        if raw == "一":
            return compared or (tail.unit in _TIME_UNITS and left not in _ONE_LEFT) or tail.half
        if raw in ("百", "千", "万", "亿"):
            return compared or left in ("近", "约", "过")
        return True

    def _accepts_word(self, number: Number, lead: Lead, tail: Tail) -> bool:
        if number.value in (0, 1) and tail.times == 1:
            return tail.has_unit and (tail.unit in _TIME_UNITS or lead.op is not None)
        if tail.has_unit:
            return True
        return number.value >= 2 and bool(NOUN.match(self.folded, tail.end))

    def _is_date(self, number: Number, lead: Lead, tail: Tail) -> bool:
        """Tell a day, a month or a year of the calendar from a length of time."""
        if tail.unit not in ("year", "month", "day"):
            return False
        raw = self.text[number.start : number.end]
        left = self.folded[max(0, number.start - 3) : number.start].rstrip()
        if tail.unit == "month" and tail.word == "月":
            follows = self.folded[tail.end : tail.end + 2]
            since = self.folded[tail.end - 1] == "起"  # 四月起 is since April; what starts at four months is 四个月起
            return (tail.op is None or since) and follows not in ("试用", "实习")
        if tail.unit == "day" and left.endswith(("月", "每月")) and tail.word == "日":
            return True
        if tail.unit != "year" or tail.half:
            return False
        if len(raw) == 4 and raw.isdigit() and raw[:2] in ("19", "20"):
            return lead.op is None
        two = len(raw) == 2 and raw.isdigit() and tail.word == "年" and tail.op is None and 15 <= number.value <= 40
        return two and bool(_DATE_BEFORE.search(left) or _DATE_AFTER.match(self.folded, tail.end))

    def _is_calendar(self, number: Number, tail: Tail, value: Decimal, to: Decimal) -> bool:
        """Tell the years 22-23 from two to three years."""
        if tail.unit != "year" or tail.op or number.kind != "digits" or tail.word not in ("年", ""):
            return False
        near = value >= 15 and to <= 40 and to - value <= 2
        return near and not EXPERIENCE.match(self.text, tail.end, tail.end + 40)

    def _is_name(self, number: Number, lead: Lead, tail: Tail) -> bool:
        """Tell a number that is part of a word, an id or a version from one that counts."""
        if number.kind != "digits":
            return False
        raw = self.text[number.start : number.end]
        window = self.folded[max(0, number.start - 12) : number.start]
        known = (tail.has_unit and tail.unit is not None) or tail.times != 1
        if not (known or tail.has_unit or lead.op or lead.money) and len(raw) >= 7 and "," not in raw:
            return True
        if lead.start < number.start:
            return False
        letters = window[len(window.rstrip(_ID_SIGNS)) :]
        if letters:
            return not (known or letters in METRICS)
        last, before = window[-1:], window[-2:-1]
        joined = last in ("-", ".", "+") and before.isascii() and before.isalnum()
        return (joined or last == "双") and not known


@lru_cache(maxsize=2048)
def figures(text: str) -> tuple[Figure, ...]:
    """Return every figure of a text in Chinese, English or both, in order.

    >>> for f in figures("淘汰动销率<5%的商品，提前1-2个月报名，客服在线3万单/日，增长↑6.98%"):
    ...     print(f.raw, f.op, f.value, f.to, f.unit, f.measures, f.change)
    <5% < 5 None % 动销率 None
    1-2个月 between 1 2 month 提前 None
    3万单/日 = 30000 None order-per-day 客服在线 None
    ↑6.98% = 6.98 None % None up
    >>> [(f.op, f.value, f.unit) for f in figures("at least 5 years, or three years or more in retail")]
    [('>=', Decimal('5'), 'year'), ('>=', Decimal('3'), 'year')]
    >>> figures("2.1 周二开会；双11、618，B2C与5G，2026年11月22日，APP12.0")
    ()
    """
    return _Reader(text).read()
