"""The definitions of a locale, as the script that a page loads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.pipeline import build
from generator.render.localize import Localizer
from generator.render.terms import terms_script

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import records as r


@pytest.mark.parametrize(("locale", "name"), [("zh-Hans", "预约"), ("zh-Hant", "預約"), ("en", "Hold")])
def test_each_locale_has_its_words(library: Path, locale: r.Locale, name: str) -> None:
    assert written(library, locale)["term/hold"][0] == name


def test_terms_and_metrics_as_plain_words(library: Path) -> None:
    definitions = written(library, "en")
    assert set(definitions) == {"term/hold", "term/overdue", "metric/overdue-rate"}
    assert definitions["term/overdue"] == ["Overdue · OD", "Past its date."]
    assert definitions["metric/overdue-rate"] == ["Overdue rate", "Share of lent books that are past their date."]


def test_a_hostile_definition_stays_within_the_script(library: Path) -> None:
    file = library / "glossary.yaml"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("definition: {", "definition: {zh-Hant: '</script><b>[[metric:overdue-rate]]', ", 1), "utf-8"
    )
    content = build.check(library).content
    assert content is not None
    script = terms_script(Localizer(content, "zh-Hant"))
    assert "<" not in script
    assert written(library, "zh-Hant")["term/hold"][1].startswith("</script><b>")


def written(library: Path, locale: r.Locale) -> dict[str, list[str]]:
    content = build.check(library).content
    assert content is not None
    script = terms_script(Localizer(content, locale))
    found: dict[str, list[str]] = json.loads(script.partition(f'["{locale}"] = ')[2].rstrip(";\n"))
    return found
