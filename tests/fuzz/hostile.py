"""Hostile inputs: labelled texts cut, joined, bent and drowned in signs, as characters and as bytes of files.

Every input follows from a `Random` alone, so that a seed replays it.
"""

from __future__ import annotations

import html
import io
import zlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import docx

from generator.chinese import convert
from tests.benchmarks.texts import corpus
from tests.clean.strategies import _PIECES

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_LONGEST = 3000
"""Characters of an input, more or less: laws are checked on many small texts sooner than on few long ones."""

CONTROLS = [
    *"\x00\x07\x08\x0b\x0c\x1b\x1c\x1f\x7f\x85\xa0\xad\u2028\u2029",
    *"\ufeff\ufffc\ufffd\ufffe\uffff\ue000\U0010ffff",
]
TURNS = [*"\u200e\u200f\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2069\u200c\u200d"]
SURROGATES = [*"\ud800\udbff\udc00\udfff"]
MARKS = [
    *("1、", "2、", "3.", "1)", "（1）", "（二）", "①", "⑳", "❿", "第三章", "2.1", "12.12", "a)", "h.", "步骤1："),
    *("Step 2:", "- ", "* ", "• ", "\uf0b7", "★", "####### ", "> ", "```", "| a | b |", "====", "岗位职责："),
    *("任职要求", "How to apply", "Responsibilities", "工作地点：", "联系人：王小姐 13800138000", "备注：", "…"),
    *("......", "hr@shop.example", "微信 wx_shop2026"),
]
NUMBERS = [
    *("9" * 400, "0." + "3" * 300, "1" + ",000" * 80, "一" * 90, "百千万亿" * 40, "1-" * 120, "1、" * 90, "1.1" * 90),
    *("²", "½", "Ⅻ", "٣", "１２", "1e999", "-0", "0x1F", "1_000", "9" * 20 + "年以上", "5%" * 40, "3-5年" * 30),
]
SIGNS = [*"。.?!;；:：、,，()（）“”-–—…*#@/<>|\"'`~^_= \t\n0一a店"]
OPENERS = "（(【[《“「『‘{<"
CLOSERS = {"（": "）", "(": ")", "【": "】", "[": "]", "《": "》", "“": "”"}
ENCODINGS = (
    *("utf-8", "utf-8-sig", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"),
    "shift_jis",
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """One input: characters for `ingest`, or the bytes of a file that ends with `suffix`."""

    body: str | bytes
    suffix: str = ""


def hostile(random: Random) -> Hostile:
    """Return one input: mostly characters, at times a text in some encoding, seldom a page, a document or a PDF."""
    text = _bent(random)
    kind = random.random()
    if kind < 0.80:
        return Hostile(text)
    if kind < 0.92:
        return Hostile(_encoded(random, text), ".txt")
    if kind < 0.96:
        return Hostile(_damaged(random, _page(text).encode("utf-8", "replace")), random.choice((".html", ".xhtml")))
    if kind < 0.99:
        return Hostile(_damaged(random, _document(text)), ".docx")
    return Hostile(_damaged(random, _pdf(text)), ".pdf")


def fragment(random: Random, sample: Hostile) -> str:
    """Return a short stretch to be repeated: of an input, of damage, or a few signs."""
    text = sample.body if isinstance(sample.body, str) else _stretch(random, 400)
    start = random.randint(0, len(text))
    piece = text[start : start + random.choice((1, 2, 4, 8, 20, 60, 200))]
    more = random.choice((random.choice(SIGNS), random.choice(MARKS), random.choice(_PIECES)))
    return random.choice((piece, piece + more, more, more))


# -- characters ----------------------------------------------------------------------------------------------------


@cache
def _texts() -> tuple[str, ...]:
    return tuple(corpus().values())


def _bent(random: Random) -> str:
    """Return a text that went through one to six of the mishaps."""
    text = _stretch(random, _LONGEST)
    for _ in range(random.randint(1, 6)):
        text = random.choice(_MISHAPS)(random, text)[: 2 * _LONGEST]
    return text


def _stretch(random: Random, longest: int) -> str:
    """Return a stretch of one of the texts, or of damage."""
    if random.random() < 0.15:
        return "".join(random.choice(_PIECES) for _ in range(random.randint(1, longest // 8)))
    text = random.choice(_texts())
    start = random.randrange(len(text))
    return text[start : start + random.randint(1, longest)]


def _places(random: Random, text: str) -> tuple[int, int]:
    start, end = sorted((random.randint(0, len(text)), random.randint(0, len(text))))
    return start, end


def _splice(random: Random, text: str) -> str:
    place = random.randint(0, len(text))
    return text[:place] + _stretch(random, 600) + text[place:]


def _doubled(random: Random, text: str) -> str:
    start, end = _places(random, text)
    return text[:end] + text[start:end] * random.randint(1, 3) + text[end:]


def _swapped(random: Random, text: str) -> str:
    a, b = _places(random, text)
    c = random.randint(b, len(text))
    return text[:a] + text[b:c] + text[a:b] + text[c:]


def _cut(random: Random, text: str) -> str:
    start, end = _places(random, text)
    return text[:start] + text[end:] if random.random() < 0.5 else text[start:end]


def _flipped(random: Random, text: str) -> str:
    """Flip bits of the bytes; what is no UTF-8 any more becomes lone surrogates, or the sign of replacement."""
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(random.randint(1, 8)):
        if data:
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(data).decode("utf-8", random.choice(("surrogateescape", "replace", "ignore")))


def _misread(random: Random, text: str) -> str:
    """Read a stretch in another encoding than it was written in."""
    start, end = _places(random, text)
    written, read = random.sample(("utf-8", "gb18030", "big5hkscs", "utf-16-le", "cp1252", "gbk"), 2)
    wrong = text[start:end].encode(written, "ignore")[random.randint(0, 1) :].decode(read, "replace")
    return text[:start] + wrong + text[end:]


def _sown(signs: list[str], most: int) -> Callable[[Random, str], str]:
    """Return a mishap that sows signs into a text."""

    def sow(random: Random, text: str) -> str:
        for _ in range(random.randint(1, most)):
            place = random.randint(0, len(text))
            text = text[:place] + random.choice(signs) + text[place:]
        return text

    return sow


def _run(random: Random, text: str) -> str:
    """Put in one small stretch many times over."""
    start = random.randint(0, len(text))
    piece = random.choice((text[start : start + random.randint(1, 12)], random.choice(_PIECES), random.choice(MARKS)))
    return text[:start] + piece * random.randint(2, 1 + 1200 // max(len(piece), 1)) + text[start:]


def _nested(random: Random, text: str) -> str:
    """Open brackets that are never closed, or closed all at the end."""
    sign = random.choice(OPENERS)
    depth = random.choice((1, 3, 33, 300))
    close = CLOSERS.get(sign, "") if random.random() < 0.5 else ""
    start, end = _places(random, text)
    return text[:start] + sign * depth + text[start:end] + close * depth + text[end:]


def _unbroken(random: Random, text: str) -> str:
    """Take out the line ends, or put in many."""
    if random.random() < 0.5:
        return "".join(text.splitlines())
    return text.replace(random.choice("，。、 "), random.choice(("\n", "\r\n", "\n\n\n", "\u2028", "\r")))


def _rewritten(random: Random, text: str) -> str:
    """Change the script or the case of all of it."""
    return random.choice(
        (
            lambda: convert(text, "s2tw"),
            lambda: text.upper(),
            lambda: "".join(f"{char}(wù)" if "\u4e00" <= char <= "\u9fff" else char for char in text[:400]),
            lambda: text.translate({i: i + 0xFEE0 for i in range(0x21, 0x7F)}),
            lambda: "\u200b".join(text[:500]),
            lambda: html.escape(text),
            lambda: text[::-1],
        )
    )()


_MISHAPS: tuple[Callable[[Random, str], str], ...] = (
    *(_splice, _doubled, _swapped, _cut, _flipped, _misread, _run, _nested, _unbroken, _rewritten),
    _sown(CONTROLS, 6),
    _sown(TURNS, 12),
    _sown(SURROGATES, 3),
    _sown(MARKS, 12),
    _sown(NUMBERS, 2),
    _sown(list(_PIECES), 20),
)


# -- bytes ---------------------------------------------------------------------------------------------------------


def _encoded(random: Random, text: str) -> bytes:
    """Return a text in some encoding, or two halves of it in two."""
    if random.random() < 0.3:
        place = random.randint(0, len(text))
        one, other = random.sample(ENCODINGS, 2)
        return _damaged(random, text[:place].encode(one, "ignore") + text[place:].encode(other, "ignore"))
    return _damaged(random, text.encode(random.choice(ENCODINGS), "ignore"))


def _damaged(random: Random, data: bytes) -> bytes:
    """Cut a file short, flip bits in it, or leave it whole."""
    kind = random.random()
    if kind < 0.3:
        return data[: random.randint(0, len(data))]
    if kind < 0.6 and data:
        bent = bytearray(data)
        for _ in range(random.randint(1, 20)):
            bent[random.randrange(len(bent))] ^= 1 << random.randrange(8)
        return bytes(bent)
    return data


def _page(text: str) -> str:
    tags = ("p", "li", "h2", "td", "div", "b")
    lines = (line if i % 7 == 0 else html.escape(line) for i, line in enumerate(text.splitlines()))
    body = "".join(f"<{tags[i % len(tags)]}>{line}</{tags[i % len(tags)]}>" for i, line in enumerate(lines))
    return f"<!doctype html><meta charset=utf-8><title>{text[:20]}</title><body>{body}"


def _document(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines()[:60]:
        document.add_paragraph(
            "".join(char for char in line if char.isprintable() and not "\ud800" <= char <= "\udfff")
        )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _pdf(text: str) -> bytes:
    """Return a PDF of one page with the Latin words of a text; readers find its objects without a table of them."""
    words = "".join(char if " " <= char <= "~" and char not in "()\\" else " " for char in text[:1500])
    shown = " ".join(f"({words[i : i + 80]}) '" for i in range(0, len(words), 80))
    stream = zlib.compress(f"BT /F 10 Tf 12 TL 40 800 Td {shown} ET".encode())
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 850]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = b"".join(b"%d 0 obj%b endobj\n" % (number, data) for number, data in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF\n"
