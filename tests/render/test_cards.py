"""The pictures of shared links: all on the card, whatever is written there, and drawn once."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.pipeline import build
from generator.render import write
from generator.render.cards import SIZE, Card, draw

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.records import Locale

ADDRESS = "https://handbook.example/ops/"
LONG = {
    "words": "Fulfilment experience standards for couriers and stations " * 9,
    "hanzi": "履约体验标准与站点运营，" * 60,
    "one word": "x" * 900,
    "closing marks": "）。" * 400,
    "line breaks": "a\nb\tc \u2028 d " * 80,
    "no glyphs": "\x00\ud800\U0001f9ed\u202e",
    "nothing": "",
}


def opened(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(draw(card))).convert("RGB")


@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_whatever_is_written_stays_on_the_card(locale: Locale, text: str) -> None:
    picture = opened(Card(locale, text, "x", text, text))
    assert picture.size == SIZE == (1200, 630)
    for margin in ((0, 140, 80, 610), (1120, 140, 1200, 610), (0, 600, 1200, 612)):
        assert len(picture.crop(margin).getcolors() or ()) == 1, "something was drawn over the margin"


def test_the_same_card_is_the_same_file_and_another_one_is_not() -> None:
    card = Card("en", "Handbook", "Roles", "Librarian", "Lends books.")
    assert draw(card) == draw(Card("en", "Handbook", "Roles", "Librarian", "Lends books."))
    others = [
        Card("zh-Hans", "Handbook", "Roles", "Librarian", "Lends books."),
        Card("en", "Handbook", "Roles", "Librarian", "Lends."),
        Card("en", "Handbook", "RolesLibrarian", "", "Lends books."),
    ]
    assert len({card.path, *(other.path for other in others)}) == 4


def test_each_locale_has_its_own_forms_of_the_hanzi() -> None:
    simplified, traditional = (opened(Card(locale, "", "", "骨直角", "")) for locale in ("zh-Hans", "zh-Hant"))
    assert simplified.tobytes() != traditional.tobytes()


def test_no_picture_is_drawn_for_a_site_that_may_stand_anywhere(library: Path) -> None:
    build.render(library, library.parent / "site_src")
    assert list((library.parent / "site_src").rglob("*.png")) == []


def test_a_picture_is_drawn_once_mended_and_pruned(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = library.parent / "site_src"
    build.render(library, out, address=ADDRESS)
    cards = {file: file.read_bytes() for file in out.rglob("*.png")}
    drawn: list[Card] = []

    def noted(card: Card) -> bytes:
        drawn.append(card)
        return draw(card)

    monkeypatch.setattr(write, "draw", noted)
    build.render(library, out, address=ADDRESS)
    assert drawn == []
    broken = next(iter(cards))
    broken.write_bytes(b"half")
    role = library / "roles" / "shelver.yaml"
    role.write_text(role.read_text("utf-8").replace("en: Shelver", "en: Page"), "utf-8")
    _, written = build.render(library, out, address=ADDRESS)
    assert written is not None
    assert written.removed == 1
    assert {card.title for card in drawn} >= {"Page"}
    assert len(drawn) == 2
    assert broken.read_bytes() == cards[broken]
    assert len(list(out.rglob("*.png"))) == len(cards)
