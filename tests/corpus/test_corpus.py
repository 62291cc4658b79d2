"""The floors of the labelled texts: reached, and never far below what is reached, so that they only rise."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.corpus.labels import HERE, SOURCES, Wanted, load
from tests.corpus.score import Score, alike, by_ingest, by_lines, score, scores, table

FLOORS: dict[str, dict[str, float]] = yaml.safe_load((HERE / "floors.yaml").read_text("utf-8"))
SLACK = 0.01
"""How far a rate may rise above its floor before the floor must follow."""
FEWEST_TEXTS = 24


def groups_here() -> list[str]:
    return [group for group in FLOORS if group != "sources" or SOURCES.is_dir()]


@pytest.fixture(scope="module")
def reached() -> dict[str, Score]:
    return scores(by_ingest)[1]


@pytest.mark.parametrize("group", groups_here())
def test_every_floor_holds(group: str, reached: dict[str, Score]) -> None:
    rates = reached[group].rates()
    below = {
        name: (rates[name], floor)
        for name, floor in FLOORS[group].items()
        if (rates[name] > floor if name in ("leaked", "lost") else rates[name] < floor)
    }
    assert not below, f"{below}\n{table({group: reached[group]})}\n" + "\n".join(reached[group].worst[:20])


@pytest.mark.parametrize("group", groups_here())
def test_floors_follow_what_is_reached(group: str, reached: dict[str, Score]) -> None:
    rates = reached[group].rates()
    raise_to = {
        name: rates[name]
        for name, floor in FLOORS[group].items()
        if (rates[name] < floor if name in ("leaked", "lost") else rates[name] > floor + SLACK)
    }
    assert not raise_to, f"raise these floors of {group} in floors.yaml: {raise_to}"


def test_a_line_splitter_is_beaten_far(reached: dict[str, Score]) -> None:
    for group, lines in scores(by_lines)[1].items():
        assert reached[group].rates()["f1"] > lines.rates()["f1"] + 0.2


def test_the_texts_cover_every_family_twice() -> None:
    own = [labelled for labelled in load() if labelled.group != "sources"]
    families = {
        group: {labelled.family for labelled in own if labelled.group == group} for group in ("tuned", "held-out")
    }
    assert len(own) >= FEWEST_TEXTS
    assert families["tuned"] == families["held-out"]


def test_every_label_stands_in_its_text() -> None:
    """A figure that must survive is written in the text, and so is what must be dropped."""
    for labelled in load():
        words = "".join(labelled.path.read_text("utf-8-sig").split())
        for snippet in (*labelled.figures, *labelled.chrome):
            assert "".join(snippet.split()) in words, f"{labelled.name}: {snippet}"


def test_the_score_of_what_the_labels_say_is_full() -> None:
    for labelled in load():
        record: dict[str, Any] = {"postings": []}
        for number, (title, organisation) in enumerate(labelled.titles, 1):
            items = [
                {"type": w.type, "zh": w.zh, "en": w.en, "lead": None} for w in labelled.items if w.posting == number
            ]
            record["postings"].append({"title": title, "organisation": organisation, "items": items})
        rates = score(labelled, record).rates()
        assert [rates[name] for name in ("f1", "types", "pairs", "borders", "titles")] == [1.0] * 5, labelled.name
        assert rates["leaked"] == 0, labelled.name


def test_items_agree_language_by_language() -> None:
    one = Wanted("fact", "每天六点开店", "Open at six", 1)
    assert alike(one, Wanted("step", "每天 六点开店", None, 2)) == 1.0
    assert alike(one, Wanted("fact", None, "Close at nine and count", 1)) < 0.9
    assert alike(Wanted("fact", "开店", None, 1), Wanted("fact", None, "Open", 1)) == 0.0
