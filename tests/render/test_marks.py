"""Terms marked on a page: once in a section, never beside the writer's own link, and never where no text is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model.records import Text
from generator.pipeline import build
from generator.render.localize import Localizer, Shown
from generator.render.marks import Marks, PageMarks, Section, unmarked
from generator.render.sitesource import SiteSource, render_site
from tests.conftest import ROOT, copy_library

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.records import Locale

MENTION = re.compile(r'<a class="hb-mention" href="([^"]*)" data-hb-define="term/([^"]*)">([^<]*)</a>')
LATE = Text(zh="逾期的书。", en="An overdue book.")
LINKED = Text(zh="[[term:overdue|逾期]]的书又逾期。", en="An [[term:overdue]] book, overdue again.")
FAR = Text(zh="书" * 400, en="book " * 200)
SCRAPS = [
    "逾期",
    "overdue",
    "OD",
    "预约",
    "[[term:hold|hold]]",
    "[[term:overdue]]",
    "<b>",
    "&amp;",
    '"',
    "*",
    "`",
    " ",
    "_",
]
TEXTS = st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=12).map("".join).filter(str.strip)


def link(kind: str, record_id: str, label: str) -> Markup:
    return Markup('<a href="{}/{}">{}</a>').format(kind, record_id, label)


class Reader:
    """Reads the texts of one page of the library handbook."""

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer
        self.page = PageMarks(Marks(localizer), lambda kind, i: Markup("{}.html#{}").format(kind, i))

    def shown(self, text: Text, section: Section | None) -> Shown:
        return self._localizer.shown(text, link, section)

    def marks(self, text: Text, section: Section) -> list[str]:
        return [found[1] for found in MENTION.findall(self.shown(text, section).text)]


@pytest.fixture(scope="module")
def localizers(tmp_path_factory: pytest.TempPathFactory) -> dict[Locale, Localizer]:
    content = build.check(copy_library(tmp_path_factory.mktemp("marks"))).content
    assert content is not None
    return {locale: Localizer(content, locale) for locale in ("zh-Hans", "zh-Hant", "en")}


@pytest.fixture
def english(localizers: dict[Locale, Localizer]) -> Reader:
    return Reader(localizers["en"])


@pytest.fixture(scope="module")
def site() -> SiteSource:
    content = build.check(ROOT / "content").content
    assert content is not None
    return render_site(content)


def test_a_term_is_marked_once_in_a_section(english: Reader) -> None:
    section = english.page.section()
    assert english.marks(LATE, section) == ["overdue"]
    assert english.marks(LATE, section) == []
    assert english.marks(FAR, section) == []
    assert english.marks(LATE, section) == []


def test_and_in_the_next_one_a_screenful_later(english: Reader) -> None:
    assert english.marks(LATE, english.page.section()) == ["overdue"]
    assert english.marks(LATE, english.page.section()) == []
    english.shown(FAR, english.page.section())
    assert english.marks(LATE, english.page.section()) == ["overdue"]


def test_an_entry_that_is_looked_up_is_no_part_of_the_reading(english: Reader) -> None:
    assert english.marks(LATE, english.page.entry()) == ["overdue"]
    assert english.marks(LATE, english.page.entry("hold")) == ["overdue"]
    assert english.marks(LATE, english.page.entry("overdue")) == []


def test_where_a_writer_linked_it_it_is_not_marked(english: Reader) -> None:
    section = english.page.section()
    assert english.marks(LINKED, section) == []
    assert english.marks(LATE, section) == []


@pytest.mark.parametrize(
    ("locale", "words", "other"),
    [("zh-Hans", "逾期", "overdue"), ("zh-Hant", "逾期", "overdue"), ("en", "overdue", "逾期")],
)
def test_each_language_by_itself(localizers: dict[Locale, Localizer], locale: Locale, words: str, other: str) -> None:
    reader = Reader(localizers[locale])
    shown = reader.shown(LATE, reader.page.section())
    assert shown.other is not None
    assert [MENTION.findall(part) for part in (shown.text, shown.other)] == [
        [("term.html#overdue", "overdue", words)],
        [("term.html#overdue", "overdue", other)],
    ]


def test_the_same_words_in_both_languages_stand_once(english: Reader) -> None:
    section = english.page.section()
    assert english.shown(Text(zh="OD", en="OD"), section).other is None
    assert english.shown(Text(zh="OD", en="OD"), section).other is None


@given(TEXTS, TEXTS | st.none())
def test_marks_change_no_word(localizers: dict[Locale, Localizer], zh: str, en: str | None) -> None:
    for localizer in localizers.values():
        reader = Reader(localizer)
        plain, marked = (reader.shown(Text(zh=zh, en=en), one) for one in (None, reader.page.section()))
        assert unmarked(marked.text) == plain.text
        assert (marked.other is None) == (plain.other is None)
        assert unmarked(marked.other or "") == (plain.other or "")
        assert marked.text.striptags() == plain.text.striptags()


def test_no_page_marks_a_term_beside_a_link_or_in_a_heading(site: SiteSource) -> None:
    pages = {path: text for path, text in site.files.items() if path.endswith(".md") and MENTION.search(text)}
    kinds = {page["kind"] for page in site.manifest["pages"] if page["path"] in pages}
    assert kinds == {"role", "process", "stage", "case", "metrics", "glossary", "guide"}
    for path, text in pages.items():
        head, body = text.split("---\n", 2)[1:]
        assert "hb-mention" not in head
        for line in body.splitlines():
            assert not (line.startswith("#") and "hb-mention" in line), path
            outside = MENTION.sub("", line)
            for inside in re.findall(r"<(?:a|summary|button|th|h\d)\b[^>]*>(.*?)</(?:a|summary|button|th|h\d)>", line):
                assert "hb-mention" not in inside, path
            assert "hb-mention" not in outside


def test_what_is_no_page_holds_no_mark(site: SiteSource) -> None:
    assert [path for path, text in site.files.items() if "hb-mention" in text and not path.endswith(".md")] == []


def test_no_section_marks_a_term_twice(site: SiteSource) -> None:
    for page in site.manifest["pages"]:
        if page["kind"] in {"role", "stage", "process", "case", "guide"}:
            for section in re.split(r"^## ", site.files[page["path"]], flags=re.MULTILINE):
                other = re.compile(r'<(p|div) class="hb-other[^>]*>.*?</\1>')
                own = [term for _, term, _ in MENTION.findall(other.sub("", section))]
                assert len(own) == len(set(own)), page["path"]


def test_no_entry_of_the_glossary_marks_itself(site: SiteSource) -> None:
    entries = re.findall(r'^<div id="([^"]+)" class="hb-item">(.*)$', site.files["en/glossary.md"], re.MULTILINE)
    assert len(entries) > 1
    assert any(MENTION.search(text) for _, text in entries)
    assert [term for term, text in entries if f'data-hb-define="term/{term}"' in text] == []


def test_a_library_without_terms_has_no_marks(library: Path) -> None:
    (library / "glossary.yaml").write_text("terms: []\n", "utf-8")
    for folder in ("pages", "cases", "roles"):
        for file in (library / folder).iterdir():
            file.write_text(re.sub(r"\[\[term:[^|\]]*\|?([^\]]*)\]\]", r"\1", file.read_text("utf-8")), "utf-8")
    content = build.check(library).content
    assert content is not None
    assert not any("hb-mention" in text for text in render_site(content).files.values())
