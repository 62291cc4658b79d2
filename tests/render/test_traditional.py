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
    ("备案[[term:qualification|资质]]", "登錄[[term:qualification|證照]]"),
    ("准备案例", "準備案例"),
    ("设备案例", "設備案例"),
    ("数据采集", "數據蒐集"),
    ("实时采集销售数据", "即時蒐集銷售數據"),
    ("矿产开采集团", "礦產開採集團"),
    ("输出报告", "產出報告"),
    ("分城输出报告", "按城市產出報告"),
    ("运输出货", "運輸出貨"),
    ("传输出错", "傳輸出錯"),
    ("识别用户意图", "辨識用戶意圖"),
    ("视觉识别", "視覺識別"),
    ("认识别的用户", "認識別的用戶"),
    ("定位问题城市", "找出問題城市"),
    ("店铺定位问题", "店鋪定位問題"),
    ("店铺定位", "店鋪定位"),
    ("面向 [[term:b-side|B 端]]", "針對 [[term:b-side|B 端]]"),
    ("面向数据用户", "針對數據用戶"),
    ("页面向数据用户开放", "頁面向數據用戶開放"),
    ("一方面向商家与用户说明", "一方面向商家與用戶說明"),
    ("触点", "接觸點"),
    ("接触点", "接觸點"),
    ("在售商品", "架上商品"),
    ("现在售后更快", "現在售後更快"),
    ("在售 SKU 的比例", "架上 SKU 的比例"),
    ("购买 2 次及以上", "購買 2 次以上"),
    ("以及以上各项", "以及以上各項"),
    ("通过降低成本", "透過降低成本"),
    ("审核通过", "審核通過"),
    ("支付方式", "付款方式"),
    ("支付成功页", "支付成功頁"),
    ("配置支付与物流接口", "串接金流與物流介面"),
    ("活动策划", "活動企劃"),
    ("策划促销", "策劃促銷"),
    ("整理清单", "整理清單"),
    ("同步更新", "同步更新"),
    ("数据支持", "數據支援"),
    ("有数据支持", "有數據佐證"),
    ("入职第一周", "到職第一週"),
    ("投入职务", "投入職務"),
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
