"""The colours keep the contrast that docs/design.md promises, in light and dark; the page tells what is measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOKENS = (ROOT / "overrides" / "assets" / "stylesheets" / "tokens.css").read_text("utf-8")
DESIGN = (ROOT / "docs" / "design.md").read_text("utf-8")
PALETTE = re.compile(r"--hb-([a-z-]+): (#[0-9a-f]{3,8});")
ROW = re.compile(r"^\| `([a-z-]+)` on `([a-z-]+)` \| [^|]+ \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", re.MULTILINE)
TEXT, GRAPHIC = 4.5, 3.0


def palettes() -> tuple[dict[str, str], dict[str, str]]:
    light, _, dark = TOKENS.partition('[data-md-color-scheme="slate"] {')
    return dict(PALETTE.findall(light)), dict(PALETTE.findall(dark.partition("}")[0]))


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2.

    >>> round(contrast("#fff", "#000"), 1)
    21.0
    """
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_both_schemes_name_the_same_colours() -> None:
    light, dark = palettes()
    assert set(light) - {"steps"} == set(dark)  # the steps of the mark are the same in both


@pytest.mark.parametrize(("front", "ground", "promise", "light", "dark"), ROW.findall(DESIGN))
def test_a_pair_keeps_its_promise(front: str, ground: str, promise: str, light: str, dark: str) -> None:
    assert float(promise) in {TEXT, GRAPHIC}
    for palette, told in zip(palettes(), (light, dark), strict=True):
        measured = contrast(palette[front], palette[ground])
        assert measured >= float(promise)
        assert f"{measured:.1f}" == told


def test_the_page_tells_of_every_ground_and_every_colour_of_words() -> None:
    """Each colour of the palette stands in some pair; lines that only part, and a shade, promise nothing."""
    told = {name for row in ROW.findall(DESIGN) for name in row[:2]}
    assert told == set(palettes()[0]) - {"line", "steps"}


def test_sizes_and_spaces_are_told() -> None:
    named = re.findall(r"--hb-(?:text|space)-\w+|--hb-measure|--hb-target|--hb-name-column", TOKENS)
    assert set(named) == set(re.findall(r"`(--hb-[\w-]+)`", DESIGN))
