"""What kind of text this is: a posting, a guide or a profile."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.segment.chrome import FILE_NAME, PAGE_FACT, PAGE_LABEL
from generator.segment.lexicon import (
    GUIDE_SIGNS,
    GUIDE_TITLE,
    HIRING_LABEL,
    HIRING_TITLE,
    POSTING_SIGNS,
    PROFILE_SIGNS,
    PROFILE_TITLE,
    is_zh_heading,
)
from generator.segment.marks import DOTTED
from generator.segment.notices import is_notice

if TYPE_CHECKING:
    from generator.segment.blocks import SourceKind

_CHAPTER = re.compile(r"(?:^|[。；：”）])\s*(?:[一二三四五]、|（[一二三四五]）|第[一二三四五]章)")
_SHARED = re.compile(r"文档|上传|页数|下载")
_SHARING = re.compile(
    r"(?:相关|最新|推荐|热门)(?:文档|资料)|由(?:用户|会员|网友)(?:上传|分享)|合集下载|文档(?:简介|编号|格式|预览)|"
    r"下载(?:本文档|全文)"
)
_NO_TITLE = re.compile(r"[，。；！？;]|\A\s*(?:\d{1,2}[.、）)]|[•-])")
_MOST_CHAPTERS = 12
"""Points that chapters count for at most in a text that hires: its sections may be numbered too."""
_HEAD_LINES = 6
_SAMPLE = 40_000
_TITLE = 60


def guess_kind(folded: str, text: str | None = None) -> SourceKind:
    """Say what kind of text this is, from words that postings, guides and profiles use.

    `text` is what of the page is not its frame; the frame only tells a document-sharing site.
    """
    sample = (folded if text is None else text)[:_SAMPLE]
    page = [line.strip() for line in folded[:_SAMPLE].splitlines() if line.strip()]
    lines = [line.strip() for line in sample.splitlines() if line.strip()]
    titles = [
        (name["title"] if (name := FILE_NAME.fullmatch(line)) else line)
        for line in [*page[:_HEAD_LINES], *lines[:_HEAD_LINES]]
    ]
    titles = [title for title in titles if len(title) <= _TITLE and not _NO_TITLE.search(title)]
    titles = [title for title in titles if not is_zh_heading(title)]
    chapters = 3 * (sum(1 for _ in _CHAPTER.finditer(sample)) + sum(1 for _ in DOTTED.finditer(sample)))
    hiring = _hiring(lines, titles)
    guide = len(GUIDE_SIGNS.findall(sample)) + (min(chapters, _MOST_CHAPTERS) if hiring else chapters)
    guide += 8 * any(GUIDE_TITLE.search(title) for title in titles) + 10 * _is_shared(page)
    profile = 2 * len(PROFILE_SIGNS.findall(sample)) + 8 * any(PROFILE_TITLE.fullmatch(title) for title in titles)
    posting = 2 * len(POSTING_SIGNS.findall(sample)) + 2 + hiring
    best = max(guide, profile, posting)
    if best == posting:
        return "posting"
    return "guide" if best == guide else "profile"


def _hiring(lines: list[str], titles: list[str]) -> int:
    """Return the points for what only a posting has: a title that hires, labelled facts, lines to the applicant."""
    labels = sum(HIRING_LABEL.match(line) is not None for line in lines if len(line) <= 2 * _TITLE)
    notices = sum(is_notice(line) for line in lines[-8:])
    return 8 * any(HIRING_TITLE.search(title) for title in titles) + 2 * min(labels, 4) + 3 * min(notices, 2)


def _is_shared(lines: list[str]) -> bool:
    """Tell whether the page is that of a site where documents are shared."""
    short = [line for line in lines if len(line) <= 2 * _TITLE]
    return any(
        PAGE_LABEL.fullmatch(line)
        or FILE_NAME.fullmatch(line)
        or _SHARING.search(line)
        or (PAGE_FACT.match(line) and _SHARED.search(line))
        for line in short
    )
