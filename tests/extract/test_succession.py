"""A number whose statement is gone is named with its successor, and never given again."""

from __future__ import annotations

from generator.extract import dump_ledger, ingest, with_retired
from generator.ledger import Ledger
from generator.read.decode import RawText
from generator.read.yaml import parse_yaml

DIGEST = "sha256:" + "0" * 64
FIRST = "岗位职责\n1、每天清点货架；\n2、每周盘点一次；\n3、每月核对账目。\n"


def of(text: str, previous: Ledger | None = None) -> Ledger:
    return with_retired(ingest(RawText("a.txt", text, "utf-8", DIGEST), "a", previous).ledger, previous)


def retired(ledger: Ledger) -> list[tuple[int, int | None]]:
    return [(r.n, r.successor) for r in ledger.retired]


def test_a_reworded_statement_succeeds_the_old_one() -> None:
    second = of(FIRST.replace("每周盘点一次", "每周盘点两次"), of(FIRST))
    assert [s.n for s in second.statements] == [1, 4, 3]
    assert retired(second) == [(2, 4)]


def test_a_successor_that_goes_hands_on() -> None:
    second = of(FIRST.replace("每周盘点一次", "每周盘点两次"), of(FIRST))
    third = of(FIRST.replace("每周盘点一次", "每两周盘点一次"), second)
    assert retired(third) == [(2, 5), (4, 5)]


def test_a_deleted_statement_has_no_successor() -> None:
    second = of(FIRST.replace("2、每周盘点一次；\n", ""), of(FIRST))
    assert retired(second) == [(2, None)]


def test_nothing_is_retired_where_nothing_changed() -> None:
    first = of(FIRST)
    assert of(FIRST, first) == first
    assert "retired" not in dump_ledger(first)


def test_the_file_holds_it() -> None:
    second = of(FIRST.replace("每周盘点一次", "每周盘点两次"), of(FIRST))
    document, problems = parse_yaml(dump_ledger(second), "a.yaml")
    assert not problems
    assert document is not None
    assert Ledger.model_validate(document.data) == second
