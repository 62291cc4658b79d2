"""A passage knows where each of its characters stands."""

from __future__ import annotations

from pathlib import Path

from generator.model.load import load_content
from generator.model.passages import HIDDEN, Passages

ROOT = Path(__file__).resolve().parents[2]


def test_each_character_of_a_record_stands_where_its_passage_says() -> None:
    """All but the names of links without a label, which stand where the link begins."""
    content, _ = load_content(ROOT / "content")
    assert content is not None
    lines: dict[str, list[str]] = {}
    looked_at = 0
    for passage in Passages(content):
        for offset in range(0, len(passage.words), 7):
            character = passage.words[offset]
            place = passage.locate(offset)
            if character in {" ", HIDDEN} or place.path.endswith(".md"):
                continue
            rows = lines.setdefault(place.path, (ROOT / place.path).read_text("utf-8").split("\n"))
            found = rows[place.line - 1][place.column - 1]
            assert found == character or (found == "[" and passage.raw != passage.words), place
            looked_at += 1
    assert looked_at > 10_000


def test_of_a_link_the_label_is_read_and_of_code_nothing(library: Path) -> None:
    content, _ = load_content(library)
    assert content is not None
    words = [passage.words for passage in Passages(content)]
    assert "办理借书，逾期率按逾期率核对；见预约单。" in words
    assert "Begin with lending at the Librarian, then read Checkout." in words
    assert f"Type {HIDDEN}." in words


def test_sections_of_other_blocks_are_compared_as_a_whole(library: Path) -> None:
    page = library / "pages" / "first-day.en.md"
    page.write_text(page.read_text("utf-8").replace("- Fetch", "Fetch"), "utf-8")
    content, _ = load_content(library)
    assert content is not None
    pairs = [(zh.words, en.words) for zh, en in Passages(content).pairs()]
    assert ("数字", "Figures") in pairs
    assert any(zh.startswith("上午\n领") and en.startswith("Morning\nFetch") for zh, en in pairs)
