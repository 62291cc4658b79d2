"""The repairs, one function each: text in, edits out.

Docstrings are the manual: what the damage looks like, where it comes from, what is not touched. `chain.RULES` says in
which order they run.

Chinese punctuation, full-width forms and the script of the source are content here, never damage.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from generator.chinese import convert, to_simplified
from generator.clean.edits import Edit
from generator.places import Span
from generator.radicals import LOOK_ALIKES

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Ideographs, as the inside of a regular expression's character class."""

# -- invisible ---------------------------------------------------------------------------------------------------------

_DELETED = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff\ufffc"
)
_ANY_INVISIBLE = re.compile(f"[{_DELETED}\u200c\u200d]")
_INVISIBLE = re.compile(
    f"(?=[{_DELETED}\u200c\u200d])(?:[{_DELETED}]+|(?<![\U0001f000-\U0001faff\u2190-\u2bff\ufe0f])[\u200c\u200d]+)"
)


def invisible(text: str) -> list[Edit]:
    r"""Delete characters that show nothing.

    Looks like: a word that a search does not find, for a zero-width space, a soft hyphen, a direction mark or a control
    character stands in it. Comes from: web editors and PDF text layers. Refuses: white space of any kind, and the
    joiner that holds a compound emoji together.

    >>> invisible("排\u200b班")
    [Edit(start=1, end=2, replacement='', rule='invisible')]
    >>> invisible("a\tb\r\n")
    []
    """
    if not _ANY_INVISIBLE.search(text):
        return []
    return [Edit(m.start(), m.end(), "", "invisible") for m in _INVISIBLE.finditer(text)]


# -- lost byte ---------------------------------------------------------------------------------------------------------

# The mark `?` of the lost byte after an ideograph, a run of two-byte characters, and the one-byte character that puts
# the pairs back in step: its code must be one that GBK allows as a second byte. A pattern that begins with a set of
# characters is many times faster than one that begins with a look behind.
_SHIFTED = re.compile(rf"[?\ufffd](?<=[{HAN}][?\ufffd])([\u00b7-\uffef]{{1,40}})([@-~])")
_TYPICAL = re.compile(r"[\u3000-\u303f\uff01-\uff5e\u2014\u2018-\u201d\u2026]")


@cache
def _words() -> frozenset[str]:
    """Two-character words of working life, Simplified: the evidence for a lost character."""
    lines = (files("generator.clean") / "words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def lost_byte(text: str) -> list[Edit]:
    """Put back a character whose first byte was lost in GBK, where a word list leaves one choice.

    Looks like: a question mark after an ideograph, then a few characters that make no sense, then a stray ASCII sign;
    from there on all is well. Comes from: a converter that met a broken pair of bytes and read all following pairs
    one byte late, until a one-byte character put it back in step. Reading the run one byte earlier brings back
    everything but the first character, of which the second byte is known; it is mended only when exactly one of the
    possible characters makes a word with its neighbour, and when what comes back reads better than what stood there.
    Refuses: everything else, which is reported as `byte-lost`.

    >>> [edit.replacement for edit in lost_byte("早上打?。簷櫯_清單")]
    ['印：櫃臺']
    >>> lost_byte("請說?。簷櫯_清單")
    []
    """
    return [edit for edit, _ in _shifted(text) if edit is not None]


def lost_byte_suspects(text: str) -> Iterator[Span]:
    """Yield the stretches of a repaired text that look shifted by a lost byte."""
    for _, span in _shifted(text):
        yield span


def _shifted(text: str) -> Iterator[tuple[Edit | None, Span]]:
    for match in _SHIFTED.finditer(text):
        span = Span(match.start(), match.end())
        try:
            tail = (match[1] + match[2]).encode("gbk")
        except UnicodeEncodeError:
            continue
        if len(tail) != 2 * len(match[1]) + 1 or not 0x40 <= tail[0] <= 0xFE:
            continue
        try:
            rest = tail[1:].decode("gbk")
        except UnicodeDecodeError:
            continue
        # Evidence that the run is shifted at all: read one byte earlier it is everyday Chinese, and as it stands it
        # is not.
        if _oddness(rest) >= _oddness(match[1] + match[2]):
            continue
        before = to_simplified(text[match.start() - 1])
        after = to_simplified(rest[:1])
        words = _words()
        found = [
            char for char, simple in _with_second_byte(tail[0]) if before + simple in words or simple + after in words
        ]
        if len(found) == 1:
            yield Edit(span.start, span.end, found[0] + rest, "lost-byte"), span
        else:
            yield None, span


@cache
def _with_second_byte(byte: int) -> tuple[tuple[str, str], ...]:
    """Return the characters of GBK that end with a byte, each with its Simplified form."""
    found = []
    for lead in range(0x81, 0xFF):
        try:
            char = bytes((lead, byte)).decode("gbk")
        except UnicodeDecodeError:
            continue
        found.append((char, to_simplified(char)))
    return tuple(found)


def _oddness(text: str) -> float:
    """Return the share of characters that everyday Chinese does not use: outside the first level of GB 2312."""
    odd = 0
    for char in text:
        if _TYPICAL.match(char):
            continue
        try:
            code = to_simplified(char).encode("gb2312")
        except UnicodeEncodeError:
            odd += 1
            continue
        # Level 1, the 3,755 commonest characters, ends with row 55 (lead byte 0xD7).
        odd += len(code) != 2 or not 0xB0 <= code[0] <= 0xD7
    return odd / len(text) if text else 0.0


# -- radicals ----------------------------------------------------------------------------------------------------------

# The blocks they stand in; a class of a thousand single characters would be many times slower.
_LOOK_ALIKE = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]+")


def radical(text: str) -> list[Edit]:
    """Put the ideograph where a radical or a compatibility form stands.

    Looks like: nothing to the eye; `⻚` is not `页`, and no search finds it. Comes from: fonts of PDF files that map
    a glyph to the code of the radical. The table is Unicode's Equivalent_Unified_Ideograph (see
    `generator.radicals`); NFKC would mend hardly any of them and change genuine full-width punctuation.
    Refuses: nothing in the table: radicals have no place in running text.

    >>> radical("一⻚")
    [Edit(start=1, end=2, replacement='页', rule='radical')]
    """
    return [
        Edit(m.start(), m.end(), mended, "radical")
        for m in _LOOK_ALIKE.finditer(text)
        if (mended := m[0].translate(LOOK_ALIKES)) != m[0]
    ]


# -- pinyin ------------------------------------------------------------------------------------------------------------

_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ", "aaaaeeeeiiiioooouuuuüüüünnnm")
_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:i?ang?|i?ong|uang?|ueng?|i?ao|uai|ia|ie|iu|ing?|ai|ei|eng?|er|ou|uan?|ui|un?|uo|üan?|üe|ün?|ue|[aeiouü])"
)
_LETTERS = "[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]"
_GLOSS = re.compile(rf"[(（](?<=[{HAN}][(（]){_LETTERS}{{1,6}}[)）](?:[(（]{_LETTERS}{{1,6}}[)）])*")
_ONE_GLOSS = re.compile(r"[(（]([^()（）]+)[)）]")


def pinyin_gloss(text: str) -> list[Edit]:
    """Delete a pronunciation in parentheses after a character.

    Looks like: one lower-case syllable with a tone mark right after an ideograph, also inside genuine parentheses.
    Comes from: pages that convert to Traditional and print a reading after characters they find hard. Refuses:
    whatever is no pinyin syllable with a tone mark, so abbreviations, units and foreign words in parentheses stay.

    >>> pinyin_gloss("任務(wù)")
    [Edit(start=2, end=6, replacement='', rule='pinyin-gloss')]
    >>> pinyin_gloss("客戶(CRM)、咖啡(café)、平方(m)")
    []
    """
    return [
        Edit(match.start(), match.end(), "", "pinyin-gloss")
        for match in _GLOSS.finditer(text)
        if all(_is_syllable(gloss[1]) for gloss in _ONE_GLOSS.finditer(match[0]))
    ]


def _is_syllable(word: str) -> bool:
    plain = word.translate(_TONES)
    return plain != word and _SYLLABLE.fullmatch(plain) is not None


# -- stray Traditional -------------------------------------------------------------------------------------------------

_STRAY_SHARE = 0.1
"""Below this share of Traditional among the characters that tell the scripts apart, a text counts as Simplified."""


class _Scripts(dict[int, str]):
    """A translate table to `s` (only Simplified writes it), `t` (only Traditional does) and a space for the rest."""

    def __missing__(self, code: int) -> str:
        char, script = chr(code), " "
        if code >= 0x3400:
            if to_simplified(char) != char and not _in_gb2312(char):
                script = "t"
            elif _in_gb2312(char) and convert(char, "s2t") != char:
                script = "s"
        self[code] = script
        return script


_SCRIPTS = _Scripts()


def script_counts(text: str) -> tuple[int, int]:
    """Return how many characters of `text` only Simplified and how many only Traditional writes."""
    scripts = text.translate(_SCRIPTS)
    return scripts.count("s"), scripts.count("t")


def _in_gb2312(char: str) -> bool:
    try:
        return len(char.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def stray_traditional(text: str) -> list[Edit]:
    """Fold a Traditional character that strayed into a Simplified text.

    Looks like: `戶` for `户` here and there in a text that is Simplified otherwise. Comes from: fonts of PDF files
    and input methods that prefer the other form. Refuses: texts with more than a tenth of Traditional among the
    telling characters (they are Traditional, or both, and keep their script), and characters that the Simplified
    standard GB 2312 lists too, such as `著` and `乾`.

    >>> stray_traditional("开户、销戶、门店经营与员工训练，进货、验收、盘点")
    [Edit(start=4, end=5, replacement='户', rule='stray-traditional')]
    >>> stray_traditional("開戶與銷戶")
    []
    """
    scripts = text.translate(_SCRIPTS)
    simplified, traditional = scripts.count("s"), scripts.count("t")
    if not traditional or traditional > _STRAY_SHARE * (simplified + traditional):
        return []
    edits = []
    place = scripts.find("t")
    while place >= 0:
        folded = to_simplified(text[place])
        if len(folded) == 1 and _in_gb2312(folded):
            edits.append(Edit(place, place + 1, folded, "stray-traditional"))
        place = scripts.find("t", place + 1)
    return edits


# -- punctuation -------------------------------------------------------------------------------------------------------

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_CHINESE = f"{HAN}，。；：？！、（）《》“”‘’【】「」…"
_CONTEXT = re.compile(f"[{_CHINESE}]")
_URL = re.compile(r"(?:https?://|www\.)[!-~]+")
# A sign that may change: a parenthesis, one behind Chinese or behind another sign, one between Latin and Chinese.
_SIGN = re.compile(
    rf"[,;:?!.()](?:(?<=[()])|(?<=[{_CHINESE},;:?!.()][,;:?!.])|(?<=[\w)%+\"'][,;:])(?=[\u3400-\u9fff]))"
)
_PARENTHESES_LIMIT = 400
_PARENTHESES = re.compile(r"[()\n]")
_ANY_HAN = re.compile(f"[{HAN}]")


_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:(?<=[０-９])．[０-９]+)*")


def full_width(text: str) -> list[Edit]:
    """Give full-width letters and digits their ordinary width.

    Looks like: a figure or a Latin word set in full-width forms, which neither a search nor a reader of figures finds.
    Comes from: Chinese input methods. Refuses: full-width punctuation, which is right in Chinese, but for the point of
    a decimal figure.

    >>> full_width("每日８次")
    [Edit(start=2, end=3, replacement='8', rule='full-width')]
    >>> full_width("（是）！")
    []
    """
    return [
        Edit(m.start(), m.end(), unicodedata.normalize("NFKC", m[0]), "full-width") for m in _FULL_WIDTH.finditer(text)
    ]


def width(text: str) -> list[Edit]:
    """Give ASCII punctuation in Chinese text its full width.

    Looks like: a comma, colon, semicolon, question or exclamation mark right after an ideograph or after Chinese
    punctuation; a full stop there that ends a clause; parentheses that follow Chinese and hold Chinese; a comma,
    colon or semicolon between a Latin word, a figure or a closing mark and an ideograph. Comes from: typing with the
    wrong input method, and pages that fold widths. Refuses: figures, ratios, times, addresses, everything between
    Latin letters, parentheses that hold an abbreviation, and a question mark that may be the trace of a lost byte.

    >>> from generator.clean.edits import apply
    >>> apply("早班,8:30到岗(含周末);用SOP,守时", width("早班,8:30到岗(含周末);用SOP,守时"))
    '早班，8:30到岗（含周末）；用SOP，守时'
    >>> width("9.9 yuan, see http://a.cn/?q=1:2 (v1.2)")
    []
    """
    edits: list[Edit] = []
    skip = [(m.start(), m.end()) for m in _URL.finditer(text)]
    suspects = {span.start for _, span in _shifted(text)}  # also those that `lost_byte` mends in its next pass
    partners = _partners(text)
    urls = iter([*skip, (len(text), len(text))])
    url = next(urls)
    changed_at, size = -1, len(text)
    for match in _SIGN.finditer(text):
        place, sign = match.start(), match[0]
        while place >= url[1] and url[1] < size:
            url = next(urls)
        if url[0] <= place < url[1] or place in suspects:
            continue
        after_chinese = place > 0 and (changed_at == place - 1 or _CONTEXT.match(text[place - 1]) is not None)
        following = text[place + 1] if place + 1 < size else "\n"
        if sign in "()":
            wide = place in partners
        elif sign == ".":
            wide = after_chinese and (following.isspace() or _CONTEXT.match(following) is not None) and following != "…"
        elif after_chinese:
            wide = True
        else:
            wide = (
                sign in ",;:"
                and _han(following)
                and place > 0
                and (text[place - 1].isalpha() or text[place - 1] in ")%+\"'")
            )
        if wide:
            edits.append(Edit(place, place + 1, _WIDE[sign], "width"))
            changed_at = place
    return edits


def _han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _partners(text: str) -> set[int]:
    """Return the places of ASCII parentheses that belong together, follow or precede Chinese and hold Chinese.

    A parenthesis that was closed further away than a clause is long is no parenthesis of this clause: the limit also
    keeps the work linear.
    """
    chosen: set[int] = set()
    open_places: list[int] = []
    for match in _PARENTHESES.finditer(text):
        sign, place = match[0], match.start()
        if sign == "(":
            open_places.append(place)
        elif sign == "\n":
            open_places.clear()
        elif open_places:
            start = open_places.pop()
            if place - start <= _PARENTHESES_LIMIT and _ANY_HAN.search(text, start, place):
                chosen.update((start, place))
    return chosen
