from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from generator.read.decode import decode, read_raw

if TYPE_CHECKING:
    from pathlib import Path

SIMPLIFIED = "岗位职责：\r\n1、负责门店的日常经营；\r\n2、组织员工培训。\r\n"
ONE = "岗位职责：\n1、负责门店一切开门与打烊；\n2、组织一次培训。\n"
JAPANESE = "仕事内容：\n1、お店の開店と閉店の作業をお願いします。\n"
WESTERN = "It’s a “great” job – £30k.\nYou’ll open the café.\n"
TRADITIONAL = "工作內容：\n1、負責門市的日常營運；\n2、安排同仁的教育訓練。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "utf-16", "utf-16-le"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        ("會員日活動", "big5", "big5"),
        ("会员日活动", "gb18030", "gb18030"),
        ("店員職責", "big5", "big5"),
        ("招聘店长", "gb18030", "gb18030"),
        ("plain English", "utf-8", "utf-8"),
        (ONE, "utf-16-le", "utf-16-le"),  # the codes of 一 and 开 hold a zero byte, as Latin letters do
        (ONE, "utf-16-be", "utf-16-be"),
        ("招聘店长", "utf-16-le", "utf-16-le"),
        ("Store manager", "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "utf-32", "utf-32-le"),
        (JAPANESE, "shift_jis", "shift_jis"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (WESTERN, "cp1252", "cp1252"),
        ("Store manager 店长", "gb18030", "gb18030"),
        ("薪资8k–12k，五险一金", "gb18030", "gb18030"),
    ],
)
def test_encodings(text: str, encoding: str, name: str) -> None:
    raw = decode(text.encode(encoding), "a.txt").raw
    assert raw is not None
    assert (raw.text, raw.encoding) == (text, name)


def test_the_digest_is_of_the_bytes() -> None:
    data = "开店".encode("utf-8-sig")
    raw = decode(data, "a.txt").raw
    assert raw is not None
    assert raw.digest == "sha256:" + hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "offset"), [(b"\xff\xff\x00\x01\x02", 0), (b"\xef\xbb\xbfab\xff", 5), (b"abc\x00\xff\xfe\x00d!", 4)]
)
def test_what_is_no_text_is_named_with_its_offset(data: bytes, offset: int) -> None:
    reading = decode(data, "a.txt")
    assert reading.raw is None
    (problem,) = reading.problems
    assert problem.code == "encoding-undecodable"
    assert f"Byte {offset} " in problem.message


LONG = SIMPLIFIED * 10


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LONG.encode("utf-8")[:300] + LONG.encode("utf-8")[301:], "utf-8"),
        (LONG.encode("utf-8")[:-6], "utf-8"),
        (LONG.encode("gb18030")[:301] + LONG.encode("gb18030")[302:], "gb18030"),
        ((TRADITIONAL * 10).encode("big5")[:186] + (TRADITIONAL * 10).encode("big5")[187:], "big5"),
    ],
    ids=["utf-8", "cut", "gb18030", "big5"],
)
def test_a_text_is_read_around_a_lost_byte(data: bytes, encoding: str) -> None:
    reading = decode(data, "a.txt")
    assert reading.raw is not None
    assert reading.raw.encoding == encoding
    assert reading.raw.text.count("\ufffd") in (1, 2)
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("bytes-unreadable", "warning")
    line = reading.raw.text.split("\n")[problem.location.line - 1]
    assert line[problem.location.column - 1] == "\ufffd"


@pytest.mark.parametrize(
    "data",
    [bytes(range(128, 256)) * 8, "매장 관리자를 모집합니다. 매장을 운영하고 재고를 관리합니다.".encode("euc_kr")],
    ids=["bytes", "Korean"],
)
def test_what_reads_as_no_text_is_refused(data: bytes) -> None:
    reading = decode(data, "a.txt")
    assert reading.raw is None
    assert [problem.code for problem in reading.problems] == ["encoding-undecodable"]


PACKED = b"PK\x03\x04" + bytes(40)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40)
ARCHIVED = b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n--x"


@pytest.mark.parametrize(
    ("name", "data", "mend"),
    [
        ("a.txt", PACKED, ".docx"),
        ("a.pdf", PACKED, ".docx"),
        ("a.html", b"%PDF-1.7\n", ".pdf"),
        ("a.docx", b"%PDF-1.7\n", ".pdf"),
        ("a.txt", OLD, ".docx"),
        ("a.docx", b"{\\rtf1 x}", ".docx"),
        ("a.txt", b"\xef\xbb\xbf<!DOCTYPE html><p>x", ".html"),
        ("a.docx", b"<html xmlns:w='x'><p>x", ".html"),
        ("a.html", ARCHIVED, "HTML"),
        ("a.txt", b"From: <Saved by a browser>\r\n" + ARCHIVED, "HTML"),
        ("a.md", b"\x89PNG\r\n\x1a\n", ".txt"),
        ("a.txt", b"\x1f\x8b\x08\x00", ".txt"),
    ],
)
def test_a_file_that_is_not_what_its_name_says(tmp_path: Path, name: str, data: bytes, mend: str) -> None:
    (tmp_path / name).write_bytes(data)
    (problem,) = read_raw(tmp_path / name).problems
    assert problem.code == "file-format"
    assert mend in problem.mend


@pytest.mark.parametrize("text", ["From: the owner\nOpen the shop", "PK 店长", "<htmlx>", "GIF 动图", "%PDF 的用法"])
def test_a_text_that_only_begins_like_another_format(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    raw = read_raw(tmp_path / "a.txt").raw
    assert raw is not None
    assert raw.text == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf"])
def test_an_empty_text_is_a_warning(data: bytes) -> None:
    reading = decode(data, "a.txt")
    assert reading.raw is not None
    assert [problem.code for problem in reading.problems] == ["text-empty"]
    assert reading.problems[0].severity == "warning"


def test_files(tmp_path: Path) -> None:
    good = tmp_path / "a.md"
    good.write_bytes(SIMPLIFIED.encode())
    raw = read_raw(good).raw
    assert raw is not None
    assert raw.text == SIMPLIFIED
    assert raw.path == str(good)
    codes = {
        tmp_path / "none.txt": "file-missing",
        tmp_path / "a.png": "file-format",
        tmp_path / "none.pdf": "file-missing",
    }
    (tmp_path / "folder.txt").mkdir()
    codes[tmp_path / "folder.txt"] = "file-unreadable"
    for path, code in codes.items():
        assert [problem.code for problem in read_raw(path).problems] == [code]
    assert [problem.code for problem in read_raw(good, limit=10).problems] == ["file-too-large"]
