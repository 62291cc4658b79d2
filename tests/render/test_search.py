from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.chinese import to_simplified
from generator.render.search import COLUMNS, SearchRecord, common_sounds, fold_map, name_sounds, search_script

VENDOR = Path(__file__).parents[2] / "overrides" / "assets" / "javascripts" / "vendor"
START = re.compile(
    r'\(window\.handbookSearchData = window\.handbookSearchData \|\| \{\}\)\["(?P<locale>[\w-]+)"\] = (?P<data>.*);\n'
)


def record(title: str = "动销率", section: str = "", text: str = "", aliases: tuple[str, ...] = ()) -> SearchRecord:
    return SearchRecord("metrics/x", "metric", title, section, "", text, aliases)


def read(script: str) -> dict[str, Any]:
    """The data of a script; it must be one line of JSON between a fixed start and end."""
    match = START.fullmatch(script)
    assert match is not None
    data: dict[str, Any] = json.loads(match["data"])
    return data


def pairs(fold: str) -> dict[str, str]:
    return dict(zip(fold[::2], fold[1::2], strict=True))


any_text = st.text(max_size=30)
records = st.lists(st.builds(record, any_text, any_text, any_text, st.tuples(any_text)), max_size=4)


@settings(deadline=None)  # the first call reads a dictionary
@given(records)
def test_every_record_comes_back_as_it_was(given_records: list[SearchRecord]) -> None:
    data = read(search_script("en", given_records, ()))
    back = [dict(zip(data["columns"], row, strict=True)) for row in data["records"]]
    assert back == [
        {column: getattr(one, column) for column in COLUMNS} | {"aliases": list(one.aliases)} for one in given_records
    ]


@settings(deadline=None)
@given(records)
def test_no_text_can_leave_its_string(given_records: list[SearchRecord]) -> None:
    script = search_script("en", given_records, ())
    assert not re.search("[<>\u2028\u2029]", script)
    assert script.count("\n") == 1
    script.encode("utf-8")


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "a\u2028b\u2029c", "<!--", '"]};', "\\", "\ud800"]
)
def test_hostile_text(text: str) -> None:
    script = search_script("zh-Hans", [record(title=text, text=text)], [text])
    assert "</" not in script
    assert "<!--" not in script
    assert read(script)["records"][0][COLUMNS.index("title")] == text


@settings(deadline=None)
@given(records)
def test_the_same_records_give_the_same_text(given_records: list[SearchRecord]) -> None:
    texts = ["運營", "商家", "動銷率"]
    assert search_script("en", given_records, texts) == search_script("en", given_records, list(reversed(texts)))


def test_the_locale_names_the_entry() -> None:
    match = START.fullmatch(search_script("zh-Hant", [], ()))
    assert match is not None
    assert match["locale"] == "zh-Hant"


@settings(deadline=None)
@given(st.text(alphabet="運营營电電商家裏裡里abc 1", max_size=20))
def test_the_fold_map_folds_what_stands_in_the_texts(text: str) -> None:
    fold = pairs(fold_map([text]))
    assert "".join(fold.get(char, char) for char in text) == to_simplified(text)


def test_the_fold_map_knows_the_variants_of_what_stands_in_the_texts_and_little_else() -> None:
    fold = pairs(fold_map(["里"]))
    assert {"裏", "裡"} <= set(fold)
    assert fold["⻚"] == "页"
    assert len(fold) < 60


def test_every_name_has_as_many_syllables_as_hanzi() -> None:
    names = ("A/B测试评估", "动销率 (STR)", "⻚面", "㐀字")
    sounds = name_sounds([record(title=name) for name in names])
    assert {name: len(spelled.split()) for name, spelled in sounds.items()} == dict(
        zip(names, (4, 3, 2, 2), strict=True)
    )


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("银行", "yin2 hang2"),
        ("執行", "zhi2 xing2"),
        ("重点", "zhong4 dian3"),
        ("复购率", "fu4 gou4 lv4"),
        ("差评", "cha4 ping2"),
        ("转化率", "zhuan3 hua4 lv4"),
    ],
)
def test_phrases_decide_the_reading(name: str, spelled: str) -> None:
    assert name_sounds([record(section=name)])[name] == spelled


def test_names_without_hanzi_have_no_sound() -> None:
    assert name_sounds([record(title="GMV", aliases=("gross merchandise value",))]) == {}


def test_only_the_sounds_that_names_have_are_shipped() -> None:
    sounds = common_sounds(frozenset({"dong", "xiao", "lv"}))
    assert {re.sub(r"\d", "", sound) for sound in sounds} == {"dong", "xiao", "lv"}
    assert "懂" in sounds["dong3"]
    data = read(search_script("en", [record(title="Rate")], ()))
    assert data["sounds"] == data["pinyin"] == {}


def test_the_vendored_script_is_the_one_its_table_names() -> None:
    table = (VENDOR / "README.md").read_text(encoding="utf-8")
    for script in VENDOR.glob("*.js"):
        row = next(line for line in table.splitlines() if f"`{script.name}`" in line)
        assert hashlib.sha256(script.read_bytes()).hexdigest() in row
        assert "Permission is hereby granted" in script.read_text(encoding="utf-8")
