"""Rows of tables to lines: a form as `label：value`, any other row with ` | ` between its cells.

A sign that is seen stands between two cells, for white space between ideographs is taken out later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SEPARATOR = " | "
_HAN = re.compile("[\u3400-\u9fff]")
_SPACED_OUT = re.compile("[\u3400-\u9fff](?:\\s+[\u3400-\u9fff]){1,3}")
_NARROW = re.compile("\\s*[\u3400-\u9fff]{1,4}\\s*[：:]?")
_NUMBER = re.compile(r"\d{1,3}[.、]?")
_NO_LABEL = re.compile(r"[，,。；;！!？?|\t%％]|[:：].|[.．]\s|\d\Z|\A\W")
_LABEL_WIDTH = 12
"""Ideographs; two Latin letters take the room of one."""
_LABEL_WORDS = 4
# What the labels of a form end with, Chinese in both scripts.
_FIELD = re.compile(
    r"""[\u3400-\u9fff（）()、/]*?(?:
        名称|名稱|姓名|职位|職位|职务|職務|岗位|崗位|职缺|部门|部門|单位|單位|公司|上级|上級|下级|下級|下属|对象|對象
      | 地点|地點|地址|地区|地區|城市|时间|時間|日期|期限|人数|人數|名额|编号|編號|编制|代码|要求|条件|條件|资格|資格
      | 职责|職責|内容|內容|学历|學歷|专业|專業|科系|经验|經驗|年限|年龄|年齡|性别|性別|语言|語言|语种
      | 薪资|薪資|薪酬|薪水|工资|月薪|年薪|待遇|福利|类别|類別|类型|類型|性质|性質|级别|級別|职级|等级|方式
      | 联系人|电话|邮箱|版本|目的|权限)
    | (?:job|position|role|post)?\ ?(?:title|grade|level|type|id|reference|position|role)|department|team|division
    | location|salary|pay|hours|working\ hours|contract(?:\ type)?|reports\ to|reporting\ to|line\ manager|education
    | experience|languages?|start\ date|closing\ date|company|employer|organi[sz]ation|headcount|benefits""",
    re.VERBOSE | re.IGNORECASE,
)

_SAID = frozenset({"描述", "说明", "說明", "详情", "备注", "備註", "value", "details", "description", "notes"})
"""What heads the column of values."""


def row(cells: Sequence[Sequence[str]], *, heads: bool = False, tall: bool = False) -> list[str]:
    """Return the lines of a row, from the lines of its cells.

    `heads` says that all of them head columns, `tall` that the first one goes on beside the next rows. A short cell
    before one other is its label. A label before several lines or rows stands above them, as a heading does; other rows
    that hold a cell of several lines stay lines, for they lay out a page rather than a table.

    >>> row([["职位"], ["店长"]]), row([["学 历："], ["本科"], ["工作地点"], ["杭州"]])
    (['职位：店长'], ['学历：本科', '工作地点：杭州'])
    >>> row([["Duties"], ["1. Open", "2. Close"]]), row([["预热期"], ["前7天"], ["备货"]])
    (['Duties:', '1. Open', '2. Close'], ['预热期 | 前7天 | 备货'])
    >>> row([["1"], ["每天开门"], ["店长"]])
    ['1. 每天开门 | 店长']
    >>> row([["指标"], ["目标"]], heads=True), row([["职位"], ["店长"]], heads=True)
    (['指标 | 目标'], ['职位：店长'])
    >>> row([["预热期"], ["备货"], ["7天"]], tall=True)
    ['预热期：', '备货：7天']
    >>> row([["岗位", "职责"], ["开门"]])
    ['岗位职责：开门']
    """
    cells = [_unbroken(cell) for cell in cells]
    if len(cells) > 2 and not cells[0]:
        return row(cells[1:], heads=heads)
    if tall and len(cells) > 1 and is_label(cells[0]):
        return [_plain(cells[0][0]) + _colon(cells[0][0]), *row(cells[1:])]
    filled = [list(cell) for cell in cells if cell]
    if heads and not (len(cells) == 2 and len(filled) == 2 and _is_form(*filled)):
        pairs = []
    elif len(filled) == 2 and cells[0]:
        pairs = [filled]
    else:
        pairs = _pairs(filled) if len(filled) == len(cells) else []
    if pairs and all(is_label(label) for label, _ in pairs):
        return [line for label, value in pairs for line in _labelled(label[0], value)]
    if any(len(cell) > 1 for cell in filled):
        return [line for cell in filled for line in cell]
    words = [cell[0] for cell in filled]
    if len(words) > 1 and _NUMBER.fullmatch(words[0]) and not heads and re.match(r"[^\W\d]", words[1]):
        words[:2] = [f"{words[0].rstrip('.、')}. {words[1]}"]
    return [SEPARATOR.join(words)] if words else []


def _unbroken(cell: Sequence[str]) -> list[str]:
    """Return the lines of a cell; a label of a few ideographs that was broken to be narrow is one line."""
    lines = list(cell)
    if 1 < len(lines) <= 4 and all(_NARROW.fullmatch(line) for line in lines) and is_field("".join(lines)):
        return ["".join(lines)]
    return lines


def _is_form(first: list[str], second: list[str]) -> bool:
    """Tell whether two heads are a label and its value: tables in Markdown have no rows but below a head."""
    return is_field(first[0]) and not is_field(second[0]) and _plain(second[0]) not in _SAID


def is_field(label: str) -> bool:
    """Tell whether a text is what forms call their fields.

    >>> is_field("工作地点："), is_field("Job title"), is_field("预热期")
    (True, True, False)
    """
    return _FIELD.fullmatch(_plain(label)) is not None


def _pairs(cells: list[list[str]]) -> list[list[list[str]]]:
    """Return the labels and values of a row that is a form of several columns."""
    pairs = [cells[i : i + 2] for i in range(0, len(cells), 2)]
    is_form = len(cells) % 2 == 0 and all(
        len(label) == 1 and (is_field(label[0]) or label[0].rstrip().endswith(("：", ":"))) for label, _ in pairs
    )
    return pairs if is_form else []


def is_label(cell: Sequence[str]) -> bool:
    """Tell whether a cell names what the next one says."""
    if len(cell) != 1:
        return False
    text = _plain(cell[0])
    width = sum(0.5 if char.isascii() else 1.0 for char in text)
    words = len(text.split())
    return len(text) > 1 and width <= _LABEL_WIDTH and words <= _LABEL_WORDS and not _NO_LABEL.search(text)


def _plain(label: str) -> str:
    """Return a label without its colon and without the spaces that make it as wide as others: `学  历：`."""
    text = label.strip().rstrip("：:").rstrip()
    return "".join(text.split()) if _SPACED_OUT.fullmatch(text) else text


def _labelled(label: str, value: list[str]) -> list[str]:
    text, colon = _plain(label), _colon(label + value[0])
    if len(value) > 1:
        return [text + colon, *value]
    return [f"{text}{colon}{'' if colon == '：' else ' '}{value[0]}"]


def _colon(text: str) -> str:
    return "：" if _HAN.search(text) else ":"
