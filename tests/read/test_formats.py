"""Web pages, Word documents and PDF files: what is seen comes out, line by line; what is hostile is refused."""

from __future__ import annotations

import io
import sys
import time
import zipfile
import zlib
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import docx
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract import ingest
from generator.problems import CODES
from generator.read.decode import SUFFIXES, RawText, read_raw
from generator.read.formats import Extracted, Fault, markdown, pdf, webpage, word

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent


def text_of(found: Extracted | Fault) -> str:
    assert isinstance(found, Extracted), found
    return found.text


def code_of(found: Extracted | Fault) -> str:
    assert isinstance(found, Fault), found
    assert CODES[found.code].severity == "error"
    assert found.message.endswith((".", ")")) or ":" in found.message
    assert found.mend
    return found.code


def left_out_of(found: Extracted | Fault) -> list[str]:
    """Return what a file's warnings say was left out."""
    assert isinstance(found, Extracted)
    told = [w.message.rstrip(".").partition(": ")[2] for w in found.warnings if w.code == "page-furniture"]
    return [line for message in told for line in message.split(" / ")]


# -- web pages ----------------------------------------------------------------------------------------------------

PAGES: list[dict[str, Any]] = yaml.safe_load((HERE / "formats" / "pages.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["name"])
def test_pages(case: dict[str, Any]) -> None:
    found = webpage.extract(case["page"])
    assert text_of(found).split("\n")[:-1] == case["lines"]
    assert left_out_of(found) == case.get("left_out", [])


words = st.text(st.sampled_from("开门打烊盘点货架abcXYZ09，。：；%<>&\"'"), min_size=1, max_size=6)
BLOCKS = (
    "p",
    "div",
    "section",
    "h2",
    "blockquote",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "pre",
    "dl",
    "dt",
    "dd",
    "x-y",
)
INLINE = ("b", "i", "a", "span", "font", "em", "code", "u", "button")
UNSEEN = ("script", "style", "noscript", "template", "!--")


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@st.composite
def pages(draw: st.DrawFn, depth: int = 4) -> tuple[str, str]:
    """Return a page and the characters that are seen on it, white space aside."""
    page, seen = "", ""
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.integers(0, 3)) if depth else 0
        if kind == 0:
            word = draw(words)
            page, seen = page + _escape(word) + draw(st.sampled_from(("", " ", "\n"))), seen + word
        elif kind == 1:
            tag = draw(st.sampled_from(UNSEEN))
            hidden = draw(st.text("abc开门 ", max_size=5))
            page += f"<!-- {hidden} -->" if tag == "!--" else f"<{tag}>{hidden}</{tag}>"
        else:
            tag = draw(st.sampled_from(BLOCKS if kind == 2 else INLINE))
            inner, inner_seen = draw(pages(depth - 1))
            closing = f"</{tag}>" if draw(st.integers(0, 5)) else ""  # now and then left open
            if draw(st.integers(0, 9)) == 0 and closing:
                # Spans only: the end of a hidden block that is broken open is a question for a browser.
                page += f"<span hidden>{_escape(draw(words))}</span>"
            page, seen = page + f"<{tag} class=k>{inner}{closing}", seen + inner_seen
    return page, seen


@settings(max_examples=300)
@given(pages())
def test_all_that_is_seen_comes_out_in_order(made: tuple[str, str]) -> None:
    page, seen = made
    text = text_of(webpage.extract(f"<!doctype html><title>t</title><body>{page}"))
    out = "".join(text.split())
    position = 0
    for char in seen:  # list marks and what stands between cells are added, nothing else is
        found = out.find(char, position)
        assert found >= 0, (char, position, text)
        assert not out[position:found].strip("-0123456789.|:：#"), text
        position = found + 1
    assert not out[position:].strip("-0123456789.|:：#")


@given(st.text(max_size=200) | st.text("<>/&;!-\"'= \n\0abptdlir", max_size=200))
def test_no_page_breaks_the_reader(page: str) -> None:
    text_of(webpage.extract(page))


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000 + "开门",
        "<ol><li>" * 50_000 + "开门",
        "<table><tr><td>x<td>" * 20_000 + "开门",
        "".join(f"<font color={n}>" for n in range(20_000)) + "<p>x" * 20_000 + "开门",
        "<!--" * 500_000 + "-->开门",
        "&" * 1_000_000 + "开门",
        "<" * 500_000 + ">开门<p>开门",
    ],
    ids=["blocks", "lists", "tables", "fonts", "comments", "ampersands", "brackets"],
)
def test_hostile_pages_cost_what_their_length_costs(page: str) -> None:
    started = time.process_time()
    assert "开门" in text_of(webpage.extract(page))
    assert time.process_time() - started < 20


def test_a_page_reaches_for_nothing() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>a&x;<img src="http://example.invalid/x">b'
    assert "root:" not in text_of(webpage.extract(page))


ZH = "岗位职责：每天清点货架，缺货当天补上。"
HANT = "工作內容：每天清點貨架，缺貨當天補上。"


@pytest.mark.parametrize(
    ("meta", "written", "text", "encoding"),
    [
        ("", "utf-8", ZH, "utf-8"),
        ("", "gb18030", ZH, "gb18030"),
        ("", "utf-16", ZH, "utf-16-le"),
        ("<meta charset=utf-16>", "utf-16", ZH, "utf-16-le"),
        ("<meta charset=utf-16>", "utf-8", ZH, "utf-8"),
        ("<meta charset=gbk>", "utf-8-sig", ZH, "utf-8"),
        ("<meta charset=gb2312>", "gb18030", ZH, "gb18030"),
        ("<meta http-equiv=Content-Type content='text/html; charset=GBK'>", "gbk", ZH, "gb18030"),
        ("<meta charset='big5'>", "big5", HANT, "big5"),
        ("<meta charset=big5-hkscs>", "big5hkscs", HANT + "㗎", "big5hkscs"),
        ("<meta charset=big5>", "big5hkscs", HANT + "㗎", "big5hkscs"),
        ('<?xml version="1.0" encoding="gbk"?>', "gbk", ZH, "gb18030"),
        ("<meta charset=iso-8859-1>", "cp1252", "Café – “open”", "cp1252"),
        ("<meta charset=gbk>", "utf-8", ZH, "utf-8"),  # saved anew by a browser
        ("<meta charset=no-such>", "gb18030", ZH, "gb18030"),
        ("<meta charset=base64>", "gb18030", ZH, "gb18030"),
        ("<meta charset=utf-8>", "gb18030", ZH, "gb18030"),
    ],
)
def test_encodings_of_pages(tmp_path: Path, meta: str, written: str, text: str, encoding: str) -> None:
    file = tmp_path / "a.HTML"
    file.write_bytes(f"{meta}<p>{text}</p>".encode(written))
    reading = read_raw(file)
    assert reading.problems == ()
    assert reading.raw is not None
    assert (reading.raw.text, reading.raw.encoding) == (text + "\n", encoding)


# -- Markdown -----------------------------------------------------------------------------------------------------

MARKED: list[dict[str, str]] = yaml.safe_load((HERE / "formats" / "marked.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", MARKED, ids=lambda case: case["name"])
def test_marked_texts(case: dict[str, str]) -> None:
    found = markdown.extract(case["text"])
    assert found.text == case["shown"]
    assert found.extraction == ("text" if case["text"] == case["shown"] else "md")
    windows = markdown.extract(case["text"].replace("\n", "\r\n"))
    assert windows.text.replace("\r\n", "\n") == case["shown"]


def test_a_marked_text_is_told_in_the_ledger(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("岗位职责\n1. **开门**\n", encoding="gb18030")
    raw = read_raw(tmp_path / "a.md").raw
    assert raw is not None
    assert (raw.text, raw.extraction, raw.encoding) == ("岗位职责\n1. 开门\n", "md", "gb18030")
    (tmp_path / "a.txt").write_text("1. **开门**\n", encoding="utf-8")
    raw = read_raw(tmp_path / "a.txt").raw
    assert raw is not None
    assert (raw.text, raw.extraction) == ("1. **开门**\n", "text")


@given(st.text("*_`[]()<>!~|\\#-=: \n\ra开&;x1", max_size=80))
def test_no_markdown_breaks_the_reader(text: str) -> None:
    markdown.extract(text)


SIGNS = ["*", "_", "`", "[", "<", "!", "~~", "|", "#", "- ", "> ", "<!--", "[a](", "**a", "\\", "&", " "]


@pytest.mark.parametrize("sign", SIGNS)
def test_hostile_markdown_costs_what_its_length_costs(sign: str) -> None:
    """Were it the square of the length, this would not end."""
    for page in (sign * 100_000, "# " + sign * 100_000 + "x", f"a{sign}\n" * 20_000):
        markdown.extract(page)


# -- Word documents -----------------------------------------------------------------------------------------------

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def archive(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def document(body: str, **parts: str) -> bytes:
    """Return a document with this body and these parts (`numbering`, `styles`, `footnotes`, `header`)."""
    relations = "".join(f'<Relationship Id="{n}" Type="{OFFICE}/{n}" Target="{n}.xml"/>' for n in parts)
    members: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships><Relationship Type="{OFFICE}/officeDocument" Target="/word/document.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    members |= {f"word/{name}.xml": f"<w:{name} {W}>{content}</w:{name}>" for name, content in parts.items()}
    return archive(members)


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def lines_of(data: bytes) -> list[str]:
    return text_of(word.extract(data)).split("\n")[:-1]


def written_by_python_docx() -> bytes:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "晨光书屋招聘"
    made.sections[0].footer.paragraphs[0].text = "第1页"
    made.add_heading("岗位职责", 1)
    for text in ("每天开门", "清点货架"):
        made.add_paragraph(text, style="List Number")
    made.add_paragraph("耐心", style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("薪资", "8k"), ("地点", "上海\n北京")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    made.add_paragraph("一\t二")
    made.add_paragraph("")
    made.add_paragraph("完")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_document_of_another_writer() -> None:
    found = word.extract(written_by_python_docx())
    assert left_out_of(found) == ["晨光书屋招聘", "第1页"]
    assert text_of(found).split("\n")[:-1] == [
        "## 岗位职责",
        "1. 每天开门",
        "2. 清点货架",
        "- 耐心",
        "薪资：8k",
        "地点：",
        "上海",
        "北京",
        "一\t二",
        "",
        "完",
    ]


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            f"<w:p>{run('开')}<w:ins>{run('门')}</w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>",
            ["开门"],
        ),
        (f"<w:p><w:moveFrom>{run('x')}</w:moveFrom><w:hyperlink>{run('开')}</w:hyperlink>{run('门')}</w:p>", ["开门"]),
        (f"<w:sdt><w:sdtContent>{paragraph('开门')}</w:sdtContent></w:sdt>{paragraph('打烊')}", ["开门", "打烊"]),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>开门</w:t></w:r></w:p>", ["开门"]),
        ('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>开门</w:t></w:r></w:p>', ["开门"]),
        (paragraph("开门", "<w:rPr><w:vanish/></w:rPr>"), ["开门"]),
        (paragraph("开门", '<w:tabs><w:tab w:pos="1"/></w:tabs>'), ["开门"]),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:tab/><w:t>c</w:t></w:r></w:p>", ["a", "b-\tc"]),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>开</w:t></w:r></w:p>', ["\uf0fc开"]),
        ('<w:p><w:r><w:sym w:char="zz"/><w:sym w:char="D800"/><w:t>开</w:t></w:r></w:p>', ["开"]),
        (
            f"<w:p><w:r><w:ruby><w:rt>{run('wù')}</w:rt><w:rubyBase>{run('務')}</w:rubyBase></w:ruby></w:r></w:p>",
            ["務(wù)"],
        ),
        (
            f"<w:p>{run('旁')}<w:r><w:AlternateContent><w:Choice>{paragraph('框')}</w:Choice>"  # noqa: ISC004
            f"<w:Fallback>{paragraph('框')}</w:Fallback></w:AlternateContent></w:r></w:p>",
            ["框", "旁"],
        ),
        (
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>",
            ["2"],
        ),
    ],
)
def test_what_is_seen_of_a_paragraph(body: str, lines: list[str]) -> None:
    assert lines_of(document(body)) == lines


def level(depth: int, form: str, text: str, more: str = "") -> str:
    counted = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    return f'<w:lvl w:ilvl="{depth}">{counted}{more}<w:lvlText w:val="{text}"/></w:lvl>'


BULLET = "\uf0b7"  # a bullet in the font Symbol


def entry(text: str, number: int | None = 1, depth: int = 0, style: str = "") -> str:
    numbered = "" if number is None else f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, (f'<w:pStyle w:val="{style}"/>' if style else "") + numbered)


def test_lists_are_counted_as_word_counts_them() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCountingThousand", "%1、")}'
        f"{level(1, 'decimal', '%1.%2', '<w:isLgl/>')}{level(2, 'decimalEnclosedCircle', '%3')}</w:abstractNum>"
        f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", BULLET)}{level(1, "none", "")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Linked"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
    )
    styles = (
        '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Child"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
        '<w:style w:styleId="Linked"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    body = (
        entry("甲")
        + entry("乙", depth=1)
        + entry("丙", depth=1)
        + entry("丁", depth=2)
        + entry("戊", number=2)
        + entry("己", number=2, depth=1)
        + entry("庚", number=None, style="Child")
        + entry("辛", depth=1)
        + entry("壬", number=3)
        + entry("癸", number=3)
        + entry("子", number=0, style="Base")
        + entry("丑", number=99)
        + entry("寅", number=None, style="Round")
        + entry("卯", number=4)
        + entry("（1）辰")
    )
    lines = lines_of(document(body, numbering=numbering, styles=styles))
    assert "|".join(lines) == (
        "一、 甲|  1.1 乙|  1.2 丙|    ① 丁|- 戊|己|二、 庚|  2.1 辛|一、 壬|二、 癸|子|丑|寅|- 卯|（1）辰"
    )


def test_headings_have_their_level() -> None:
    styles = (
        '<w:style w:styleId="a3"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="own"><w:name w:val="Mine"/><w:basedOn w:val="1"/></w:style>'
        '<w:style w:styleId="o"><w:name w:val="O"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:styleId="round"><w:name w:val="R"/><w:basedOn w:val="round"/></w:style>'
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in (("店长", "a3"), ("职责", "1"), ("要求", "own"), ("学历", "o"), ("大专", "round"))
    ) + paragraph("福利", '<w:outlineLvl w:val="0"/>')
    assert lines_of(document(body, styles=styles)) == ["# 店长", "## 职责", "## 要求", "### 学历", "大专", "## 福利"]


def cell(*texts: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(paragraph, texts))}</w:tc>"


def table(*rows: tuple[str, ...], first: str = "") -> str:
    begin = f"<w:tr><w:trPr>{first}</w:trPr>"
    return (
        "<w:tbl>"
        + "".join(f"{'<w:tr>' if number else begin}{''.join(cells)}</w:tr>" for number, cells in enumerate(rows))
        + "</w:tbl>"
    )


TALL, REST = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            table((cell("职位"), cell("店长"), cell("部门"), cell("门店")), (cell("职责"), cell("1、开门", "2、打烊"))),
            ["职位：店长", "部门：门店", "职责：", "1、开门", "2、打烊"],
        ),
        (
            table((cell("任职", "要求", properties=TALL), cell("三年")), (cell("", properties=REST), cell("早起"))),
            ["任职要求：", "三年", "早起"],
        ),
        (
            table(
                (cell("预热期", properties=TALL), cell("备货"), cell("7天")),
                (cell("", properties=REST), cell("海报"), cell("3天")),
            ),
            ["预热期：", "备货：7天", "海报：3天"],
        ),
        (
            table((cell("阶段"), cell("动作")), (cell("预热"), cell("备货")), first="<w:tblHeader/>"),
            ["阶段 | 动作", "预热：备货"],
        ),
        (
            table((cell("阶段"), cell("动作"), cell("人")), (cell("一"), cell(""), cell("店长"))),
            ["阶段 | 动作 | 人", "一 | 店长"],
        ),
    ],
)
def test_tables_of_a_document(body: str, lines: list[str]) -> None:
    assert lines_of(document(body)) == lines


def test_a_document_of_headers_alone_is_read() -> None:
    found = word.extract(document(paragraph(""), header=paragraph("店长")))
    assert (text_of(found), left_out_of(found)) == ("店长\n", [])


def test_notes_come_after_the_text_and_their_rulers_do_not() -> None:
    notes = f'<w:footnote w:type="separator">{paragraph("x")}</w:footnote><w:footnote>{paragraph("注")}</w:footnote>'
    assert lines_of(document(paragraph("文"), footnotes=notes)) == ["文", "注"]


def test_the_strict_form_reads_as_the_usual_one() -> None:
    data = document(paragraph("开门"))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        members: dict[str, str | bytes] = {
            name: file.read(name)
            .replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/w")
            .replace(OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
            for name in file.namelist()
        }
    assert lines_of(archive(members)) == ["开门"]


LAUGHS = (
    "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-broken"),
        (b"PK\x03\x04 and no more", "file-broken"),
        (written_by_python_docx()[:-400], "file-broken"),
        (archive({"a.txt": "x"}), "file-broken"),
        (archive({"word/document.xml": "<w:p>"}), "file-broken"),
        (archive({"word/document.xml": f"{LAUGHS}<d>&i;</d>"}), "file-broken"),
        (archive({"word/document.xml": "<d/>", "word/_rels/document.xml.rels": f"{LAUGHS}<d>&i;</d>"}), "file-broken"),
        (archive({"word/document.xml": "<!DOCTYPE d SYSTEM 'file:///etc/passwd'><d/>"}), "file-broken"),
        (archive({"word/document.xml": "<d>" * 100_000}), "file-broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "file-broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file-encrypted"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, code: str) -> None:
    assert code_of(word.extract(data)) == code


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "UNPACKED_LIMIT", 1_000_000)
    bomb = archive({"word/document.xml": "<d/>", **{f"word/media/{n}.png": bytes(200_000) for n in range(6)}})
    assert len(bomb) < 10_000
    assert code_of(word.extract(bomb)) == "file-too-large"
    monkeypatch.setattr(word, "TEXT_LIMIT", 100)
    assert code_of(word.extract(document(paragraph("门" * 100)))) == "file-too-large"
    monkeypatch.setattr(word, "MEMBER_LIMIT", 2)
    assert code_of(word.extract(document(paragraph("门")))) == "file-too-large"


def test_a_size_that_is_a_lie_unpacks_no_more_than_it_says() -> None:
    data = bytearray(archive({"word/document.xml": f"<w:document {W}>{paragraph('门' * 1_000_000)}</w:document>"}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    assert code_of(word.extract(bytes(data))) == "file-broken"


def test_an_encrypted_member_is_told() -> None:
    data = bytearray(archive({"word/document.xml": "<d/>"}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    assert code_of(word.extract(bytes(data))) == "file-encrypted"


@settings(max_examples=200)
@given(st.data())
def test_damage_to_a_document_is_no_traceback(data: st.DataObject) -> None:
    whole = bytearray(document(paragraph("开门"), styles="", numbering=""))
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    found = word.extract(bytes(whole[: data.draw(st.integers(0, len(whole)))]))
    assert isinstance(found, Extracted | Fault)


# -- PDF ----------------------------------------------------------------------------------------------------------

SONG = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000"
    b">>]>>"
)
IMAGE = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    b"/Length 1>>stream\n0\nendstream"
)


def assemble(objects: list[bytes], trailer: bytes = b"") -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        trailer,
        len(out),
    )


def drawn(*contents: bytes, packed: bool = False, trailer: bytes = b"") -> bytes:
    """Return a PDF with a page for each stream of drawing operators; `/F1` is Helvetica, `/F2` Song, `/I` a picture."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(contents), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        SONG,
        IMAGE,
    ]
    for number, content in enumerate(contents):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<</I 5 0 R"
            b">>>>/Contents %d 0 R>>" % (7 + 2 * number)
        )
        stream = zlib.compress(content, 9) if packed else content
        form = b"/Filter/FlateDecode" if packed else b""
        objects.append(b"<</Length %d%b>>stream\n%b\nendstream" % (len(stream), form, stream))
    return assemble(objects, trailer)


def shown(*lines: str) -> bytes:
    """Return the operators that show lines one below the other."""
    steps = [b"0 -16 Td /F2 11 Tf <%b> Tj" % line.encode("utf-16-be").hex().encode() for line in lines]
    return b"BT 40 800 Td " + b" ".join(steps) + b" ET"


def placed(items: list[Any]) -> bytes:
    """Return the operators that draw what stands in `layouts.yaml`."""
    out = []
    for item in items:
        if isinstance(item, list):
            x, y, text, size = [*item, 11][:4]
            font, code = (b"F1", text.encode()) if text.isascii() else (b"F2", text.encode("utf-16-be"))
            out.append(b"BT /%b %d Tf %f %f Td <%b> Tj ET" % (font, size, x, y, code.hex().encode()))
        elif "rule" in item:
            out.append(b"%f %f m %f %f l S" % tuple(item["rule"]))
        else:
            out.append(b"%f %f 4 4 re f" % (item["dot"][0] - 2, item["dot"][1] - 2))
    return b"\n".join(out)


LAYOUTS: list[dict[str, Any]] = yaml.safe_load((HERE / "formats" / "layouts.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", LAYOUTS, ids=lambda case: case["name"])
def test_layouts(case: dict[str, Any]) -> None:
    found = pdf.extract(drawn(*map(placed, case["pages"])))
    assert text_of(found).split("\n")[:-1] == case["lines"]
    assert left_out_of(found) == case.get("left_out", [])


def test_pages_of_a_pdf_follow_one_another() -> None:
    data = drawn(shown("岗位职责：", "1. 每天开门"), b"", shown("2. Open, 盘点"))
    assert text_of(pdf.extract(data)) == "岗位职责：\n1. 每天开门\n2. Open, 盘点\n"


@pytest.mark.parametrize("quarters", range(4))
def test_a_turned_page_is_read_as_it_is_shown(quarters: int) -> None:
    turn = (b"", b"0 1 -1 0 595 0 cm ", b"-1 0 0 -1 595 842 cm ", b"0 -1 1 0 0 842 cm ")[quarters]
    data = drawn(turn + shown("岗位职责：", "1. 每天开门", "2. 打烊"))
    data = data.replace(b"/Type/Page/", b"/Type/Page/Rotate %d/" % (90 * quarters))
    assert text_of(pdf.extract(data)) == "岗位职责：\n1. 每天开门\n2. 打烊\n"


def test_a_watermark_across_the_page_stands_apart() -> None:
    slanted = b"BT 0.7 0.7 -0.7 0.7 100 300 Tm /F1 40 Tf (DRAFT ONLY) Tj ET "
    assert text_of(pdf.extract(drawn(slanted + shown("岗位职责：", "1. 每天开门")))) == (
        "岗位职责：\n1. 每天开门\nDRAFT ONLY\n"
    )


def test_a_scan_is_told() -> None:
    scan = b"500 0 0 800 0 0 cm /I Do"
    found = pdf.extract(drawn(shown("开门"), scan, b"", scan))
    assert isinstance(found, Extracted)
    (warning,) = found.warnings
    assert warning.code == "text-in-pictures"
    assert "2, 4 (of 4)" in warning.message


def test_a_scan_alone_is_an_empty_text_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(drawn(b"500 0 0 800 0 0 cm /I Do"))
    reading = read_raw(tmp_path / "a.pdf")
    assert reading.raw is not None
    assert reading.raw.text == ""
    assert [problem.code for problem in reading.problems] == ["text-in-pictures"]


ENCRYPTED = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%b>/U<%b>/P -4>>/ID[<00><00>]" % (b"00" * 32, b"11" * 32)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-broken"),
        (b"no PDF", "file-broken"),
        (b"%PDF-1.7\n", "file-broken"),
        (drawn(shown("开门"))[:200], "file-broken"),
        (drawn(shown("开门"), trailer=ENCRYPTED), "file-encrypted"),
    ],
)
def test_what_is_no_pdf_is_refused(data: bytes, code: str) -> None:
    assert code_of(pdf.extract(data)) == code


def test_the_bounds_of_a_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    data = drawn(shown("开门"), shown("打烊"))
    monkeypatch.setattr(pdf, "CHARACTER_LIMIT", 3)
    assert code_of(pdf.extract(data)) == "file-too-large"
    monkeypatch.setattr(pdf, "PAGE_LIMIT", 1)
    assert code_of(pdf.extract(data)) == "file-too-large"


def test_a_pdf_that_unfolds_is_stopped() -> None:
    bomb = drawn(b"BT /F1 12 Tf 50 700 Td " + b"(ab) Tj " * 8_000_000 + b"ET", packed=True)
    assert len(bomb) < 200_000
    started = time.monotonic()
    assert code_of(pdf.extract(bomb, seconds=1)) == "extraction-gave-up"
    assert time.monotonic() - started < 15


@pytest.mark.parametrize("seed", range(12))
def test_damage_to_a_pdf_is_no_traceback(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - damage, no secret
    data = bytearray(drawn(shown("开门"), shown("打烊")))
    for _ in range(random.randint(1, 30)):
        data[random.randrange(8, len(data))] = random.randrange(256)
    assert isinstance(pdf.extract(bytes(data), seconds=20), Extracted | Fault)


# -- all formats --------------------------------------------------------------------------------------------------

POSTING = [
    "晨光书屋-店长",
    "岗位职责：",
    "1. 负责门店每日开门与打烊，当班前清点零钱；",
    "2. 每周盘点图书，损耗率控制在3%以内。",
    "任职要求：",
    "- 三年以上零售门店管理经验；",
    "- 乐于与街坊聊天，愿意早起。",
]


def as_html() -> bytes:
    title, duties, *rest = POSTING
    one, two, wants, *traits = (line.lstrip("12.- ") for line in rest)
    return (
        f"<!doctype html><meta charset=utf-8><title>x</title><script>var a='x'</script><h1>{title}</h1>"
        f"<h2>{duties}</h2><ol><li>{one}<li>{two}</ol><h2>{wants}</h2>"
        f"<ul>{''.join(f'<li>{trait}</li>' for trait in traits)}</ul>"
    ).encode()


def as_docx() -> bytes:
    made = docx.Document()
    for line in POSTING:
        style = "List Number" if line[0].isdigit() else "List Bullet" if line[0] == "-" else None
        made.add_paragraph(line.lstrip("12.- "), style=style)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def said(raw: RawText) -> list[Any]:
    """Return what ingest makes of a text, but for the places."""
    return [
        [posting["title"], posting["organisation"], [{**item, "span": None} for item in posting["items"]]]
        for posting in ingest(raw, "a").as_json()["postings"]
    ]


@pytest.mark.parametrize(
    ("suffix", "make", "library"),
    [
        (".html", as_html, "html/lxml"),
        (".Htm", as_html, "html/lxml"),
        (".docx", as_docx, "docx/lxml"),
        (".PDF", lambda: drawn(shown(*POSTING)), "pdf/pypdfium2"),
    ],
)
def test_a_posting_is_the_same_in_each_format(
    tmp_path: Path, suffix: str, make: Callable[[], bytes], library: str
) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_bytes(make())
    reading = read_raw(file)
    assert reading.problems == ()
    raw = reading.raw
    assert raw is not None
    plain = RawText("a.txt", "".join(f"{line}\n" for line in POSTING), "utf-8", raw.digest)
    assert raw.text.replace("# ", "").replace("#", "") == plain.text
    assert said(raw) == said(plain)
    name, _, version = raw.extraction.partition(" ")
    assert name == library
    assert version.replace(".", "").isdecimal()
    assert ingest(raw, "a").ledger.extraction == raw.extraction


@pytest.mark.parametrize(("suffix", "modules"), [(".html", ["lxml"]), (".docx", ["lxml"]), (".pdf", ["pypdfium2"])])
def test_a_library_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, modules: list[str]
) -> None:
    for module in modules:
        monkeypatch.setitem(sys.modules, module, None)
    file = tmp_path / f"a{suffix}"
    file.write_bytes(b"x")
    (problem,) = read_raw(file).problems
    assert problem.code == "extraction-unavailable"
    assert "role-handbook[formats]" in problem.mend


def test_text_needs_no_library() -> None:
    """Reading plain text loads nothing of the optional libraries."""
    import subprocess

    code = "import sys; from generator.read import decode; print({'lxml', 'pypdfium2', 'docx'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("name", "mend"), [("a.doc", ".docx"), ("a.rtf", ".docx"), ("a.mht", ".html"), ("a.png", ".txt"), ("a", ".txt")]
)
def test_other_formats_say_what_to_save_them_as(tmp_path: Path, name: str, mend: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    (problem,) = read_raw(tmp_path / name).problems
    assert problem.code == "file-format"
    assert mend in problem.mend


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_empty_files(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_bytes(b"")
    codes = [problem.code for problem in read_raw(file).problems]
    assert codes == ["file-broken" if suffix in (".docx", ".pdf") else "text-empty"]
