from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from generator.read.decode import decode, read_raw

if TYPE_CHECKING:
    from pathlib import Path

SIMPLIFIED = "岗位职责：\r\n1、负责门店的日常经营；\r\n2、组织员工培训。\r\n"
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
