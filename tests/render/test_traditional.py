"""zh-Hant as a Taiwan reader expects it: the conversions known to go wrong, with the real table of corrections."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.load import load_content
from generator.model.records import Correction, Traditional
from generator.render.traditional import Traditionalizer

ROOT = Path(__file__).resolve().parents[2]

# What plain OpenCC gives, or another profile would give, for each: 商傢俱體, 覆盤, 有週期, 考覈, 許可權, 最佳化 …
KNOWN = [
    ("负责商家具体工作", "負責商家具體工作"),
    ("活动复盘", "活動復盤"),
    ("热度有周期", "熱度有周期"),
    ("绩效考核", "績效考核"),
    ("数据权限", "數據權限"),
    ("持续优化", "持續優化"),
    ("数据报表", "數據報表"),
    ("商家运营", "商家營運"),
    ("营销活动", "行銷活動"),
    ("视频素材", "影片素材"),
    ("短视频", "短影音"),
    ("商品信息", "商品資訊"),
    ("商品质量", "商品品質"),
    ("重点项目", "重點專案"),
    ("账号", "帳號"),
    ("电商平台", "電商平台"),
    ("商品生命周期", "商品生命週期"),
    ("干预周期", "干預週期"),
    ("定制度", "訂制度"),
    ("定制能力", "客製能力"),
    ("定义、算法", "定義、算法"),
    ("查看板块", "查看板塊"),
    ("数据看板", "數據儀表板"),
    ("业绩增长", "業績成長"),
    ("强调优惠", "強調優惠"),
    ("用户数据", "用戶數據"),
]


@pytest.fixture(scope="module")
def convert() -> Traditionalizer:
    content, _ = load_content(ROOT / "content")
    assert content is not None
    return Traditionalizer(content.traditional.record)


@pytest.mark.parametrize(("simplified", "traditional"), KNOWN)
def test_known_conversions(convert: Traditionalizer, simplified: str, traditional: str) -> None:
    assert convert(simplified) == traditional


def test_corrections_are_made_once_and_the_longest_first() -> None:
    rules = Traditional(
        corrections=(
            Correction(wrong="運營", right="營運", reason="x"),
            Correction(wrong="運營商", right="電信業者", reason="x"),
            Correction(wrong="營運", right="錯", reason="what a correction gives is not corrected again"),
        )
    )
    assert Traditionalizer(rules)("运营 运营商") == "營運 電信業者"


def test_no_corrections_at_all() -> None:
    assert Traditionalizer(Traditional())("软件") == "軟件"


def test_each_correction_has_work_to_do() -> None:
    """Each entry of the real table changes what OpenCC gives, or keeps a shorter entry from changing it."""
    content, _ = load_content(ROOT / "content")
    assert content is not None
    table = content.traditional.record.corrections
    wrongs = [correction.wrong for correction in table]
    assert len(wrongs) == len(set(wrongs))
    for correction in table:
        shorter = any(other in correction.wrong for other in wrongs if other != correction.wrong)
        assert correction.wrong != correction.right or shorter, correction
