"""Where a text names terms: cases as data, and the laws that hold for any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.records import Glossary, Term, Text, Traditional
from generator.render.mentions import Lexicon, Mention
from generator.render.traditional import Traditionalizer

if TYPE_CHECKING:
    from generator.model.records import Locale

DATA: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("mentions.yaml").read_text("utf-8"))
TERMS = Glossary.model_validate({"terms": DATA["terms"]}).terms
LEXICON = Lexicon(TERMS, lambda name: name.zh)
LANGUAGES: dict[str, Locale] = {"zh": "zh-Hans", "en": "en"}
SCRAPS = [
    "复盘",
    "品类",
    "券",
    "SKU",
    "sku",
    "s",
    "es",
    "ies",
    "categor",
    "y",
    "reach",
    "触达",
    "B",
    " ",
    "-",
    "端",
    "价",
    "İ",
    "ß",
]
TEXTS = st.lists(st.sampled_from(SCRAPS) | st.characters(codec="utf-8"), max_size=30).map("".join)


def found(zh: str | None, en: str | None, language: Locale, lexicon: Lexicon = LEXICON) -> list[Mention]:
    agreed = None if zh is None or en is None else lexicon.agreed(zh, en)
    return list(lexicon.mentions((en if language == "en" else zh) or "", language, agreed))


def marked(text: str, mentions: list[Mention]) -> str:
    for start, end, _ in reversed(mentions):
        text = f"{text[:start]}‹{text[start:end]}›{text[end:]}"
    return text


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case.get("zh") or case["en"])
def test_cases(case: dict[str, str]) -> None:
    plain = {key: case[key].replace("‹", "").replace("›", "") for key in ("zh", "en") if key in case}
    for key in plain:
        mentions = found(plain.get("zh"), plain.get("en"), LANGUAGES[key])
        assert marked(plain[key], mentions) == case[key]
        if "term" in case:
            assert {mention.name.term for mention in mentions} == {case["term"]}


@given(TEXTS, TEXTS)
def test_names_stand_in_the_text_one_after_another(zh: str, en: str) -> None:
    for language in LANGUAGES.values():
        text = en if language == "en" else zh
        for sister in (zh, en):
            mentions = found(zh if text is zh else sister, en if text is en else sister, language)
            assert all(0 <= start < end <= len(text) for start, end, _ in mentions)
            assert all(one.end <= two.start for one, two in pairwise(mentions))


@given(TEXTS)
def test_what_two_languages_agree_on_both_name(text: str) -> None:
    both = LEXICON.agreed(text, text)
    assert LEXICON.agreed(text, "") == LEXICON.agreed("", text) == frozenset()
    assert {mention.name.term for mention in found(text, text, "en")} <= both


def test_traditional_names_are_found_in_derived_texts() -> None:
    traditional = Traditionalizer(Traditional())
    lexicon = Lexicon(TERMS, lambda name: traditional(name.zh))
    agreed = lexicon.agreed("看库存单位与复盘。", "See stock-keeping units and the review.")
    text = traditional("看库存单位与复盘。")
    assert marked(text, list(lexicon.mentions(text, "zh-Hant", agreed))) == "看‹庫存單位›與‹覆盤›。"


def test_a_glossary_of_any_size_and_names_of_any_length() -> None:
    """The work is bound by the text: a name is at most 80 characters, and none is tried that begins otherwise."""
    empty = Lexicon((), lambda name: name.zh)
    assert found("复盘", None, "zh-Hans", empty) == []
    names = [f"{'a' * length}b" for length in range(1, 200)]
    many = [Term(id=f"t{at}", name=Text(zh="某物", en=name), definition=Text(zh="一")) for at, name in enumerate(names)]
    lexicon = Lexicon(many, lambda name: name.zh)
    assert lexicon.agreed("某物", names[50]) == {"t50"}
    assert lexicon.agreed("某物", names[150]) == frozenset()
    assert lexicon.agreed("某物", "a" * 64_000) == frozenset()
