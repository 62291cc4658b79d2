"""The ingest line end to end: coverage, numbers, pairs, types, drafts and ledger files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings

from generator.extract import commented, comments, draft, dump_ledger, ingest
from generator.ledger import Ledger
from generator.read.decode import RawText, read_raw
from generator.read.yaml import dump_yaml
from tests.clean.strategies import damaged

if TYPE_CHECKING:
    from generator.extract import Ingested

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
DIGEST = "sha256:" + "0" * 64
ENGLISH = "Responsibilities\n- Open the shop at six every day.\n- Count the float with a colleague.\n"


def of(text: str, previous: Ledger | None = None, *, quote: bool = False) -> Ingested:
    return ingest(RawText("a.txt", text, "utf-8", DIGEST), "a", previous, quote=quote)


def unaccounted(ingested: Ingested) -> list[int]:
    """Return the places of characters that no statement and no dropped stretch holds, or that two of them hold."""
    text = ingested.raw.text
    owners = [0] * len(text)
    spans = [s.span for s in ingested.ledger.statements] + [d.span for d in ingested.ledger.dropped]
    for start, end in spans:
        for place in range(start, end):
            owners[place] += 1
    return [place for place, char in enumerate(text) if not char.isspace() and owners[place] != 1]


@settings(deadline=None)
@given(damaged)
def test_every_character_is_accounted_for_once(text: str) -> None:
    ingested = of(text, quote=True)
    assert unaccounted(ingested) == []
    numbers = [statement.n for statement in ingested.ledger.statements]
    assert len(set(numbers)) == len(numbers)
    by_number = {statement.n: statement for statement in ingested.ledger.statements}
    for statement in ingested.ledger.statements:
        if statement.pair is not None:
            other = by_number[statement.pair]
            assert other.pair == statement.n
            assert (statement.lang == "en") != (other.lang == "en")
    assert json.loads(json.dumps(ingested.as_json())) == ingested.as_json()
    for posting in ingested.postings:
        for place, item in enumerate(posting.items):
            assert item.under is None or 0 <= item.under < place
            assert (item.pair is None) == (item.zh is None or item.en is None)
            assert item.pair is None or 0 <= item.pair.score <= 1
    assert Ledger.model_validate(yaml.safe_load(dump_ledger(ingested.ledger))) == ingested.ledger


@settings(deadline=None)
@given(damaged)
def test_comments_change_nothing_of_a_draft(text: str) -> None:
    made = draft(of(text))
    shown = commented(dump_yaml(made), comments(of(text)))
    assert yaml.safe_load(shown) == made


@settings(deadline=None)
@given(damaged, damaged)
def test_numbers_are_carried_over_and_never_used_again(one: str, other: str) -> None:
    first = of(one).ledger
    second = of(other, first).ledger
    known = {statement.n: statement.digest for statement in first.statements}
    for statement in second.statements:
        assert known.get(statement.n, statement.digest) == statement.digest
        assert statement.n in known or statement.n >= first.next
    assert second.next >= first.next
    assert of(one, first).ledger == first


def test_a_number_that_was_given_up_stays_given_up() -> None:
    first = of("任职要求\n1、守时\n2、耐心\n").ledger
    second = of("任职要求\n1、守时\n", first).ledger
    third = of("任职要求\n1、守时\n2、细心\n", second).ledger
    assert [s.n for s in first.statements] == [1, 2]
    assert [s.n for s in second.statements] == [1]
    assert [s.n for s in third.statements] == [1, 3]
    assert third.next == 4


def test_a_number_stays_when_only_damage_and_script_change() -> None:
    first = of("岗位职责：\n1、负责门店日常营业，\n2、盘点货品").ledger
    second = of("崗位職責:\n1、負責(zé)門店日常營業,\n2、盤點貨品", first).ledger
    assert [s.digest for s in first.statements] == [s.digest for s in second.statements]
    assert [s.lang for s in second.statements] == ["zh-Hant", "zh-Hant"]


def test_blocks_of_two_languages_are_zipped_by_their_sections() -> None:
    text = ENGLISH + "岗位职责\n1、每天六点开店。\n2、与同事清点零钱。\n"
    items = of(text).postings[0].items
    assert [(item.en, item.zh) for item in items] == [
        ("Open the shop at six every day.", "每天六点开店。"),
        ("Count the float with a colleague.", "与同事清点零钱。"),
    ]


def test_blocks_of_unequal_length_pair_what_says_the_same() -> None:
    items = of(ENGLISH + "岗位职责\n1、与同事清点零钱。\n").postings[0].items
    assert [item.zh for item in items] == [None, "与同事清点零钱。"]


def test_blocks_that_say_different_things_are_reported_and_left() -> None:
    ingested = of(ENGLISH + "岗位职责\n1、维护3家供应商的ERP价格资料。\n")
    assert all(statement.pair is None for statement in ingested.ledger.statements)
    (problem,) = ingested.problems
    assert (str(problem.location), problem.code) == ("a.txt:2:3", "pair-doubtful")
    assert problem.message == "The entries here, 2 in English and 1 in Chinese, do not match in number."


def test_a_doubled_statement_is_dropped() -> None:
    ledger = of("任职要求\n1、能够早起并且守时\n2、能够早起并且守时\n3、耐心").ledger
    assert len(ledger.statements) == 2
    assert "duplicate" in {drop.reason for drop in ledger.dropped}


def test_the_json_contract() -> None:
    text = "晨光书屋-店长\n任职要求:\n1、守时;\n"
    assert of(text).as_json() == {
        "source": "a",
        "kind": "posting",
        "postings": [
            {
                "number": 1,
                "kind": "posting",
                "title": "店长",
                "organisation": "晨光书屋",
                "place": None,
                "items": [
                    {
                        "type": "requirement",
                        "zh": "守时；",
                        "en": None,
                        "span": [16, 19],
                        "section": "任职要求",
                        "lead": None,
                        "statements": [1],
                        "under": None,
                        "pair": None,
                    }
                ],
            }
        ],
        "dropped": [
            {"span": [0, 7], "reason": "heading"},
            {"span": [8, 13], "reason": "heading"},
            {"span": [14, 16], "reason": "list-number"},
        ],
        "repairs": [
            {"span": [12, 13], "rule": "width", "before": ":", "after": "："},
            {"span": [18, 19], "rule": "width", "before": ";", "after": "；"},
        ],
    }


def test_the_draft_is_simplified_and_names_its_statements() -> None:
    made = draft(of("門市店長\n工作內容：\n1、負責排班。\n"))
    assert made == {
        "source": "a",
        "kind": "posting",
        "postings": [
            {
                "posting": 1,
                "title": "门市店长",
                "organisation": None,
                "items": [{"from": ["a#1"], "type": "responsibility", "section": "工作内容", "zh": "负责排班。"}],
            }
        ],
    }


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\u200b", "…", "(((", "1.", "任职要求", "\x00" * 10, "：" * 50, "”" * 50]
)
def test_hostile_little_texts(text: str) -> None:
    assert unaccounted(of(text)) == []


def test_samples_show_every_repair() -> None:
    from generator.clean import RULES

    seen: set[str] = set()
    for path in sorted((ROOT / "samples").glob("*.txt")):
        raw = read_raw(path).raw
        assert raw is not None
        ingested = ingest(raw, path.stem)
        assert unaccounted(ingested) == []
        seen |= {repair.rule for repair in ingested.repairs}
        assert ingested.explain()
    assert seen == {rule.name for rule in RULES}


# -- the real texts ----------------------------------------------------------------------------------------------------

FLOOR = {
    # source: postings, statements (at least, at most), pairs
    "jd-checkout-operations-profile": (1, 44, 56, 0),
    "jd-lazada-postings": (4, 32, 40, 10),
    "jd-operations-centre-guide": (1, 60, 80, 0),
    "keeta-postings": (5, 38, 38, 16),
    "platform-operations-guide": (1, 75, 90, 0),
}
CHROME = (
    "已閱讀",
    "下載本文",
    "版權",
    "溫馨提示",
    "本站",
    "人人文庫",
    "提交評論",
    "0/150",
    "文檔簡介",
    "最新文檔",
    "_第",
)


@pytest.mark.sources
@pytest.mark.skipif(not SOURCES.is_dir(), reason=f"the third-party texts are not at {SOURCES}")
@pytest.mark.parametrize("source", sorted(FLOOR))
def test_floor_on_the_real_texts(source: str) -> None:
    raw = read_raw(SOURCES / f"{source}.txt").raw
    assert raw is not None
    ingested = ingest(raw, source)
    postings, least, most, pairs = FLOOR[source]
    assert unaccounted(ingested) == []
    assert len(ingested.postings) == postings
    assert least <= len(ingested.ledger.statements) <= most
    assert sum(s.pair is not None for s in ingested.ledger.statements) == 2 * pairs
    for posting in ingested.postings:
        for item in posting.items:
            assert not any(chrome in (item.zh or "") for chrome in CHROME)
    assert not ingested.cleaned.suspects


def test_a_lead_in_leads_its_own_section_only() -> None:
    text = "一、收银\n每班要做三件事：\n1、点清备用金；\n2、核对小票；\n二、陈列\n1、补齐缺货；\n2、擦净价签；\n"
    leads = [(item.zh, item.lead) for posting in of(text).postings for item in posting.items]
    assert leads == [
        ("点清备用金；", "每班要做三件事："),
        ("核对小票；", "每班要做三件事："),
        ("补齐缺货；", None),
        ("擦净价签；", None),
    ]


def test_a_lead_in_inside_a_list_leads_its_own_points_only() -> None:
    text = "岗位职责\n每班要做：\n1、三步开店：①开灯；②试机。\n2、打烊。\n"
    items = of(text).postings[0].items
    assert [(item.zh, item.lead, item.under) for item in items] == [
        ("开灯；", "三步开店：", None),
        ("试机。", "三步开店：", None),
        ("打烊。", "每班要做：", None),
    ]


def test_sub_points_know_the_item_that_they_stand_under() -> None:
    text = (
        "岗位职责\n1、管好豆子，保证新鲜。\n  - 核对到货；\n  - 写好台账；\n    ① 每日记；\n    ② 月底合计。\n"
        "2、打烊。\n"
    )
    ingested = of(text)
    items = ingested.postings[0].items
    assert [(item.zh, item.under) for item in items] == [
        ("管好豆子，保证新鲜。", None),
        ("核对到货；", 0),
        ("写好台账；", 0),
        ("每日记；", 2),
        ("月底合计。", 2),
        ("打烊。", None),
    ]
    assert [item["under"] for item in ingested.as_json()["postings"][0]["items"]] == [None, 0, 0, 2, 2, None]
    entries = draft(ingested)["postings"][0]["items"]
    assert [entry.get("under") for entry in entries] == [None, ["a#1"], ["a#1"], ["a#3"], ["a#3"], None]
    assert comments(ingested)[3] == ("under: 写好台账；",)


def test_sub_points_in_two_languages_are_paired_as_one_list() -> None:
    english = (
        "Responsibilities\n1. Open the shop.\n   a) Count the float.\n   b) Test the machine.\n2. Close the shop.\n"
    )
    chinese = "岗位职责\n1、每天开店营业。\n   a) 清点备用金额。\n   b) 测试咖啡机器。\n2、晚上打烊关店。\n"
    items = of(english + chinese).postings[0].items
    assert [(item.en, item.zh, item.under) for item in items] == [
        ("Open the shop.", "每天开店营业。", None),
        ("Count the float.", "清点备用金额。", 0),
        ("Test the machine.", "测试咖啡机器。", 0),
        ("Close the shop.", "晚上打烊关店。", None),
    ]


def test_where_words_may_be_quoted_the_ledger_keeps_them_in_both_scripts() -> None:
    text = "工作內容：\n1、負責(zé)排班;\n2、收银\n3、Excel\n"
    ledger = of(text, quote=True).ledger
    assert [(s.text, s.simplified) for s in ledger.statements] == [
        ("負責排班；", "负责排班；"),
        ("收银", None),
        ("Excel", None),
    ]
    assert Ledger.model_validate(yaml.safe_load(dump_ledger(ledger))) == ledger
    assert {(s.text, s.simplified) for s in of(text).ledger.statements} == {(None, None)}


def test_the_place_of_work_is_what_its_label_says() -> None:
    def place(text: str) -> str | None:
        return of(text).postings[0].place

    tail = "岗位职责：\n1、开店；\n2、打烊。"
    assert place("门店店长\n工作地点：苏州市，近地铁\n" + tail) == "苏州市"
    assert place("門市店長\n上班地點：台南市東區\n" + tail) == "台南市東區"
    assert place("Librarian\nLocation: Cork (on site)\nDuties:\n- Shelve books\n- Help readers") == "Cork"
    assert place("门店店长\n" + tail) is None


def test_a_posting_whole_in_one_language_and_then_in_the_other_is_paired_by_its_sections() -> None:
    english = ENGLISH + "Requirements\n- Two years of work in a coffee shop.\n"
    chinese = "岗位职责\n1、每天六点开店。\n2、与同事清点零钱。\n任职要求\n1、两年咖啡店工作经验。\n"
    items = of(english + chinese).postings[0].items
    assert [(item.en is not None, item.zh is not None) for item in items] == [(True, True)] * 3
    assert [item.type for item in items] == ["responsibility", "responsibility", "requirement"]
