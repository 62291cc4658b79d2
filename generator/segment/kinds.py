"""What kind of text this is: a posting, a guide or a profile."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.segment.lexicon import GUIDE_SIGNS, GUIDE_TITLE, POSTING_SIGNS, PROFILE_SIGNS
from generator.segment.marks import DOTTED

if TYPE_CHECKING:
    from generator.segment.blocks import SourceKind

_CHAPTER = re.compile(r"(?:^|[。；：”）])\s*(?:[一二三四五]、|（[一二三四五]）|第[一二三四五]章)")


def guess_kind(folded: str) -> SourceKind:
    """Say what kind of text this is, from words that postings, guides and profiles use."""
    sample = folded[:40_000]
    chapters = sum(1 for _ in _CHAPTER.finditer(sample)) + sum(1 for _ in DOTTED.finditer(sample))
    guide = len(GUIDE_SIGNS.findall(sample)) + 3 * chapters + (10 if re.search(r"_第\s*\d+\s*页", sample) else 0)
    title = next((line.strip() for line in sample[:2000].splitlines() if line.strip()), "")
    if len(title) <= 60 and GUIDE_TITLE.search(title):
        guide += 8
    profile = 2 * len(PROFILE_SIGNS.findall(sample))
    posting = 2 * len(POSTING_SIGNS.findall(sample)) + 2
    best = max(guide, profile, posting)
    if best == posting:
        return "posting"
    return "guide" if best == guide else "profile"
