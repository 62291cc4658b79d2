"""Hostile text shows as text: in a heading, in an HTML block, in an attribute, through real Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model.derive import Derived
from generator.model.guides import Guide
from generator.model.overview import Overview
from generator.model.records import Text
from generator.pipeline import build
from generator.read.prose import parse_prose
from generator.render.localize import Localizer
from generator.render.marks import Marks
from generator.render.markup import escape, inline, plain
from generator.render.view import View
from tests.conftest import copy_library

HOSTILE = [
    "<script>alert(1)</script>",
    "</p><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "[x](javascript:alert(1))",
    "![x](y.png)",
    "**bold** _em_ `code` ~~gone~~",
    "{: #stolen-id .c onclick=x }",
    "{ #stolen-id }",
    "C# and F#",
    "a \\* b",
    "&lt;kept&gt; &amp;",
    "| a | b |\n| - | - |",
    "- not a list\n1. nor this",
    "*[HTML]: x",
    "[^1]: x",
    "http://example.invalid <http://example.invalid>",
    "{{ config }} {% raw %}",
    "\u2028line\u2029",
    "]]>",
    "<!-- x",
]


class Reader(HTMLParser):
    """Keeps the text of an element, and every tag and attribute seen."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def read(source: str) -> Reader:
    reader = Reader()
    reader.feed(markdown.markdown(source, extensions=["attr_list", "toc"]))
    reader.close()
    return reader


def shown(text: str) -> str:
    """What a reader may expect to see of a text: its characters, white space folded, controls replaced."""
    text = re.sub(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]", " ", text)
    return " ".join(re.sub(r"[\x00-\x08\x0e-\x1b\x7f-\x9f]", "\ufffd", text).split())


TEXT = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))


@given(TEXT)
def test_in_a_heading(text: str) -> None:
    reader = read(f"## x{escape(text)}x {{ #given }}\n")
    assert " ".join(reader.text.split()) == shown(f"x{text}x")
    assert reader.tags == ["h2"]
    assert reader.attributes == [("id", "given")]


@given(TEXT)
def test_in_the_label_of_a_heading(text: str) -> None:
    """What the contents list calls a heading that stands in two languages."""
    page = markdown.Markdown(extensions=["attr_list", "toc"])
    made = page.convert(f'## <span>x</span> {{ #given data-toc-label="x{escape(text)}x" }}\n')
    assert made == '<h2 id="given"><span>x</span></h2>'
    (token,) = page.toc_tokens  # type: ignore[attr-defined]
    label = Reader()
    label.feed(token["name"])
    label.close()
    assert (" ".join(label.text.split()), label.tags) == (shown(f"x{text}x"), [])


@given(TEXT)
def test_in_a_block(text: str) -> None:
    reader = read(f'<div class="c">\n<p title="{escape(text)}">x{escape(text)}x</p>\n</div>\n')
    assert " ".join(reader.text.split()) == shown(f"x{text}x")
    assert reader.tags == ["div", "p"]
    assert [name for name, _ in reader.attributes] == ["class", "title"]
    assert shown(reader.attributes[1][1] or "") == shown(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_links_are_the_only_markup(text: str) -> None:
    def link(kind: str, record: str, label: str | None) -> Markup:
        return Markup('<a href="{}">{}</a>').format(f"{kind}/{record}", label or record)

    made = inline(f"{text} [[term:hold|<b>]] {text}", link)
    reader = read(f"<p>{made}</p>\n")
    assert reader.tags == ["p", "a"]
    assert reader.attributes == [("href", "term/hold")]
    assert " ".join(reader.text.split()) == shown(f"{text} <b> {text}")


def test_a_text_as_plain_words() -> None:
    assert plain("see [[term:hold]] and [[role:clerk|them]]", lambda kind, i, said: said or f"{kind}:{i}") == (
        "see term:hold and them"
    )


PROSE = (
    [
        f"{mark}{text}"
        for mark in ("", "# ", "## ", "- ", "1. ", "> ", "| a | b |\n|---|---|\n| ", "```\n")
        for text in HOSTILE
    ]
    + [f"[{text}](https://a.b/{text})" for text in HOSTILE]
    + [f"**{text}** *{text}* `{text}` [[term:hold|{text}]]" for text in HOSTILE]
)
PROSE_TAGS = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"}
PROSE_TAGS |= {"div", "pre", "code", "strong", "em", "a"}
PROSE_ATTRIBUTES = {"id", "class", "href", "data-label", "scope", "tabindex", "role", "aria-label", "data-hb-define"}


@pytest.fixture(scope="module")
def localizer(tmp_path_factory: pytest.TempPathFactory) -> Localizer:
    content = build.check(copy_library(tmp_path_factory.mktemp("prose"))).content
    assert content is not None
    return Localizer(content, "zh-Hant")


@pytest.mark.parametrize("text", PROSE)
def test_in_a_page_of_prose(localizer: Localizer, text: str) -> None:
    prose = parse_prose(f"# 第一天\n\n{text}\n", "a.md")
    guide = Guide("first", Text(zh="第一天"), None, prose, prose)
    view = View(localizer, Marks(localizer), Overview(Derived(localizer.content)), "zh-Hant/guides/first.md")
    lines = [f"## {b.markup} {{ #{b.anchor} }}\n" if b.level else f"{b.markup}\n" for b in view.prose(guide)]
    reader = read("\n".join(lines))
    assert set(reader.tags) <= PROSE_TAGS
    assert {name for name, _ in reader.attributes} <= PROSE_ATTRIBUTES
    for name, value in reader.attributes:
        assert name != "href" or (value or "").startswith(("http://", "https://", "#", "../"))
