"""A raw file to characters, by the end of its name: text, web page, Word document or PDF.

The bytes of a text are UTF-8, UTF-16, GB18030 or Big5, told apart by the bytes alone, or else Windows-1252, Shift JIS
or EUC-JP; a web page may name its encoding. Where a few bytes are lost the text is read around them, and that is told.
Offsets everywhere after this point count code points of `RawText.text`. Line ends are left as they are, for a span must
point into the text that the reader has; a byte order mark is a signature of the encoding and no part of the text.
Of the other formats, `RawText.text` is what `generator.read.formats` extracted, with line feeds; of Markdown, what is
seen of it.
"""

from __future__ import annotations

import codecs
import contextlib
import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from charset_normalizer import from_bytes

from generator.places import LineIndex, Location
from generator.problems import Problem

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes. No posting comes near it; a larger file is a mistake or an attack."""

MARKDOWN = frozenset({".md", ".markdown"})
TEXTS = MARKDOWN | {".txt", ".text"}
PAGES = frozenset({".html", ".htm", ".xhtml"})
SUFFIXES = TEXTS | PAGES | {".docx", ".pdf"}

_NEAR = {
    **dict.fromkeys((".doc", ".docm", ".dot", ".dotx", ".odt", ".pages", ".rtf", ".wps"), ".docx"),
    **dict.fromkeys((".mht", ".mhtml", ".webarchive"), ".html (the page alone)"),
}
"""What a format that is not read can be saved as by the program that wrote it."""

_SAMPLE = 64 * 1024
"""Bytes that are looked at to choose between encodings that can all decode the file."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Particles and everyday verbs: any Chinese text of a few dozen characters holds some, and a text decoded by the wrong
# table holds hardly one.
_EVERYDAY_SIMPLIFIED = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年同工能下过子说"
    "产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机"
    "当使点从业本去把性好应开合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心"
    "反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情最立代想已通并提直题党程"
    "展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角"
    "期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器"
    "压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务"
    "具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研"
    "界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响"
    "约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格"
    "养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞"
)
_EVERYDAY_TRADITIONAL = frozenset(
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年同工能下過子說"
    "產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機"
    "當使點從業本去把性好應開合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心"
    "反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情最立代想已通並提直題黨程"
    "展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角"
    "期根論運農指幾九區強放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器"
    "壓志世金增爭濟階油思術極交受聯什認六共權收證改清己美再採轉更單風切打白教速花帶安場身車例真務"
    "具萬每目至達走積示議聲報鬥完類八離華名確才科張信馬節話米整空元況今集溫傳土許步群廣石記需段研"
    "界拉林律叫且究觀越織裝影算低持音眾書布複容兒須際商非驗連斷深難近礦千周委素技備半辦青省列習響"
    "約支般史感勞便團往酸歷市克何除消構府稱太準精值號率族維劃選標寫存候毛親快效斯院查江型眼王按格"
    "養易置派層片始卻專狀育廠京識適屬圓包火住調滿縣局照參紅細引聽該鐵價嚴龍飛"
)
_EVERYDAY = _EVERYDAY_SIMPLIFIED | _EVERYDAY_TRADITIONAL


@dataclass(frozen=True, slots=True)
class RawText:
    """One text as it was found: `text` without a byte order mark, newlines untranslated.

    `digest` is `sha256:` and the hex digest of the file's bytes. `extraction` names what turned the file into text:
    `text`, `md` where markup was taken off, or format, library and its version (`docx/lxml 6.1`). `encoding` is of the
    bytes; `none` where the format has its own way to hold characters.
    """

    path: str
    text: str
    encoding: str
    digest: str
    extraction: str = "text"


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: its text, unless an error stands in the way, and the problems met."""

    raw: RawText | None
    problems: tuple[Problem, ...] = ()


def read_raw(path: Path | str, *, limit: int = SIZE_LIMIT) -> Reading:
    """Read the raw text at `path`; never raises for what a file holds or for its absence.

    Problems: `file-missing`, `file-unreadable`, `file-too-large` (over `limit` bytes, or over a bound of the format
    when unpacked), `file-format`, `encoding-undecodable`, `extraction-unavailable`, `file-broken`, `file-encrypted`,
    `extraction-gave-up` and, as warnings beside a text, `text-empty`, `text-in-pictures`.
    """
    path = Path(path)

    def refuse(code: str, message: str, mend: str = "") -> Reading:
        return Reading(None, (Problem(Location(str(path)), code, message, mend),))

    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        return refuse(
            "file-format",
            f"`{path.suffix or path.name}` is no format that ingest reads.",
            f"Save it as {_NEAR.get(suffix, '.txt or .md in UTF-8')}.",
        )
    try:
        # One byte more than allowed tells "too large" without trusting the size that a device or a pipe reports.
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        return refuse("file-missing", "There is no such file.", "Correct the path.")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return refuse("file-unreadable", f"The system refuses to read it: {reason}.")
    if len(data) > limit:
        return refuse("file-too-large", f"It holds more than {limit} bytes.", "Split it.")
    if disguise := _disguise(data, suffix):
        return refuse("file-format", f"It holds {disguise[0]}, whatever its name says.", disguise[1])
    if suffix in TEXTS:
        reading = decode(data, str(path))
        return _without_markup(reading) if suffix in MARKDOWN else reading
    return _extract(data, str(path), suffix)


def decode(data: bytes, path: str) -> Reading:
    """Decode the bytes of one text file; `path` only names it in problems."""
    decoded = _decode(data)
    if isinstance(decoded, UnicodeDecodeError):
        return _undecodable(decoded, data, path)
    text, encoding = decoded
    return _reading(RawText(path, text, encoding, _digest(data)), _losses(text, data, encoding, path))


_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", ".pdf"),
    (b"PK\x03\x04", "a packed file, as a Word document is", ".docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document or another file of an office program", ""),
    (b"{\\rtf", "rich text (RTF)", ""),
    (b"\x89PNG\r\n", "a picture", ""),
    (b"\xff\xd8\xff", "a picture", ""),
    (b"GIF8", "a picture", ""),
    (b"\x1f\x8b\x08", "a packed file", ""),
    (b"7z\xbc\xaf\x27\x1c", "a packed file", ""),
    (b"Rar!\x1a\x07", "a packed file", ""),
)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL
)
_ARCHIVED_PAGE = re.compile(rb"(?:^|\n)content-type:\s*multipart/related", re.IGNORECASE)


def _disguise(data: bytes, suffix: str) -> tuple[str, str] | None:
    """Say what a file holds that its name does not say, and how to mend that; None where they agree."""
    head = data[:2048]
    plain = head.removeprefix(codecs.BOM_UTF8).lstrip()
    for signature, what, right in _SIGNATURES:
        # An old or encrypted document under the new name has a message of its own.
        if plain.startswith(signature) and suffix not in (right, ".docx" if signature[0] == 0xD0 else right):
            mend = f"Name it with {right} at its end." if right else _OPEN_AND_SAVE.get(what, "Save its text as .txt.")
            return what, mend
    if suffix not in PAGES and _PAGE.match(head.removeprefix(codecs.BOM_UTF8)):
        return "a web page", "Name it with .html at its end."
    if suffix != ".pdf" and plain[:40].lower().startswith((b"mime-version:", b"from:")) and _ARCHIVED_PAGE.search(head):
        return "an archived web page (MHTML)", "Save the page as HTML alone."
    return None


_OPEN_AND_SAVE = {
    "an old Word document or another file of an office program": "Open it there and save it as .docx.",
    "rich text (RTF)": "Open it in a word processor and save it as .docx.",
}


def _without_markup(reading: Reading) -> Reading:
    """Take the markup off a text that was read as Markdown."""
    from generator.read.formats import markdown

    raw = reading.raw
    if raw is None:
        return reading
    shown = markdown.extract(raw.text)
    return _reading(replace(raw, text=shown.text, extraction=shown.extraction), reading.problems)


def _extract(data: bytes, path: str, suffix: str) -> Reading:
    """Turn the bytes of a web page, a document or a PDF into text."""
    from generator.read.formats import Fault

    encoding = "none"
    lost: tuple[Problem, ...] = ()
    if suffix in PAGES:
        from generator.read.formats import webpage

        decoded = _decode_page(data)
        if isinstance(decoded, UnicodeDecodeError):
            return _undecodable(decoded, data, path)
        page, encoding = decoded
        lost = _losses(page, data, encoding, path)
        found = webpage.extract(page)
    elif suffix == ".docx":
        from generator.read.formats import word

        found = word.extract(data)
    else:
        from generator.read.formats import pdf

        found = pdf.extract(data)
    if isinstance(found, Fault):
        return Reading(None, (Problem(Location(path), found.code, found.message, found.mend),))
    warnings = tuple(Problem(Location(path), w.code, w.message, w.mend) for w in found.warnings)
    return _reading(RawText(path, found.text, encoding, _digest(data), found.extraction), lost + warnings)


def _reading(raw: RawText, problems: tuple[Problem, ...] = ()) -> Reading:
    if not problems and (not raw.text or raw.text.isspace()):
        problems = (Problem(Location(raw.path), "text-empty", "There is no text in it."),)
    return Reading(raw, problems)


def _undecodable(error: UnicodeDecodeError, data: bytes, path: str) -> Reading:
    message = f"Byte {error.start} (0x{data[error.start]:02x}) is no text in {error.encoding}."
    return Reading(None, (Problem(Location(path), "encoding-undecodable", message, "Save it again as UTF-8."),))


def _losses(text: str, data: bytes, encoding: str, path: str) -> tuple[Problem, ...]:
    """Tell the first place at which bytes could not be read, where a text was read around them."""
    if "\ufffd" not in text:
        return ()
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        place = LineIndex(text).location(path, text.index("\ufffd"))
        message = f"Byte {error.start} is no text in {encoding} ({text.count(chr(0xFFFD))} in all); � stands for it."
        return (
            Problem(place, "bytes-unreadable", message, "Compare it with where it came from, or save it as UTF-8."),
        )
    return ()


def _digest(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


_CHARSET = re.compile(
    rb"""<meta[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252"}
"""What browsers read a page as that names an encoding, by Python's name of it."""


def _decode_page(data: bytes) -> tuple[str, str] | UnicodeDecodeError:
    """Decode a web page: by its byte order mark, as it says itself, else by its bytes.

    A browser that saves a page writes it anew in UTF-8 and may leave the old name of its encoding in it: bytes that are
    UTF-8 and hold characters of three bytes or more are believed before that name.
    """
    named = _named_encoding(data)
    if named is None or any(data.startswith(bom) for bom, _ in _BOMS):
        return _decode(data)
    for encoding in dict.fromkeys(("utf-8", named, "big5hkscs" if named == "big5" else named)):
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if encoding == named or any(char >= "\u0800" for char in text):
                return text, encoding
    return _decode(data)


def _named_encoding(data: bytes) -> str | None:
    """Return Python's name of the encoding that a page names near its beginning, where it is one of text."""
    match = _CHARSET.search(data[:_CHARSET_WITHIN])
    if match is None:
        return None
    try:
        found = codecs.lookup((match[1] or match[2]).decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None
    # Bytes in which the name could be read are not UTF-16, whatever it says.
    if not found._is_text_encoding or found.name.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode")):
        return None
    return _SUPERSETS.get(found.name, found.name)


_CHARSET_WITHIN = 4096
"""Bytes. The standard asks for the name within 1,024; pages are saved with a comment before it."""


def _decode(data: bytes) -> tuple[str, str] | UnicodeDecodeError:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data[len(bom) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                # The offset must count from the start of the file, signature included.
                shift = len(bom)
                return UnicodeDecodeError(encoding, data, error.start + shift, error.end + shift, error.reason)
    wide = _utf16_without_bom(data)
    if wide:
        return wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        utf8_error = error
    return _legacy(data) or _around_losses(data) or utf8_error


_LEGACY = ("gb18030", "big5", "cp950", "cp1252", "shift_jis", "euc_jp", "utf-16-le", "utf-16-be")
"""Encodings that are tried, the likelier ones first: of two that read as well, the earlier is meant."""


def _legacy(data: bytes) -> tuple[str, str] | None:
    """Choose the encoding in which a text is most like one: most texts decode in several."""
    if b"\x00" in data[:_SAMPLE]:  # none of them writes NUL: this is a binary file
        return None
    scores: dict[str, float] = {}
    for encoding in _LEGACY:
        if encoding == "cp950" and "big5" in scores:
            continue  # a superset of Big5: only needed where that fails
        with contextlib.suppress(UnicodeDecodeError):
            sample = codecs.getincrementaldecoder(encoding)().decode(data[:_SAMPLE], final=len(data) <= _SAMPLE)
            score = _score(sample, encoding)
            if score > _WORST and _is_text(sample, score):
                scores[encoding] = score
    best = [name for name, score in scores.items() if score == max(scores.values())]
    if len(best) > 1:
        # No everyday word tells them apart: let the statistics of a library decide.
        match = from_bytes(data[:_SAMPLE], cp_isolation=best).best()
        best.sort(key=lambda name: match is None or name != match.encoding)
    for encoding in best + sorted(scores.keys() - set(best), key=lambda name: -scores[name]):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(encoding), encoding
    return None


_FEW = 0.005
"""The share of characters that may be lost before a file is no text."""
_ENOUGH = 50
"""Wide characters that tell an encoding although bytes are lost."""


def _around_losses(data: bytes) -> tuple[str, str] | None:
    """Read a text of which few bytes are lost; U+FFFD stands for them."""
    if b"\x00" in data[:_SAMPLE]:
        return None
    for encoding in ("utf-8", "gb18030", "big5"):
        text = data.decode(encoding, "replace")
        wide = sum(char >= "\u0800" for char in text[:_SAMPLE])
        lost = text.count("\ufffd")
        if wide >= _ENOUGH and lost <= max(3, _FEW * len(text)) and _score(text[:_SAMPLE], encoding) >= _LIKELY:
            return text, encoding
    return None


def _utf16_without_bom(data: bytes) -> tuple[str, str] | None:
    """Decode UTF-16 where one byte order gives text: in the wrong one Latin letters and line ends are far off."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(data) % 2 or len(sample) < 4:
        return None
    if b"\x00" not in sample:
        return None  # no Latin letter and no line end: `_legacy` weighs what it may be
    found: list[tuple[float, str, str]] = []
    for encoding in ("utf-16-le", "utf-16-be"):
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            shown = text[: _SAMPLE // 2]
            if sum(map(_is_plain, shown)) >= 0.97 * len(shown):
                # Read in the wrong order, Latin letters and line ends are rare ideographs.
                found.append((sum(char < "\x80" or char in _EVERYDAY for char in shown), text, encoding))
    return max(found)[1:] if found else None


def _is_plain(char: str) -> bool:
    """Tell whether a character is one of Chinese, Japanese or Western text."""
    return (
        char in "\t\n\r"
        or " " <= char <= "~"
        or "\xa0" <= char <= "\u024f"
        or "\u2000" <= char <= "\u33ff"
        or "\u4e00" <= char <= "\u9fff"
        or "\uff00" <= char <= "\uffef"
    )


_WORST = -0.5
_LIKELY = 0.2
"""What any text of some length scores in the right encoding, and hardly one in a wrong one."""
_SHORT = 12
"""Wide characters below which a text may hold no everyday one."""
_WESTERN = frozenset("‘’“”–—…•€£§©®°·«»")


def _is_text(text: str, score: float) -> bool:
    return score >= _LIKELY or sum(char >= "\x80" for char in text) < _SHORT


def _score(text: str, encoding: str) -> float:
    """Say how much a text looks like one: everyday characters count for it, private and odd ones against it."""
    if encoding == "cp1252":
        return _western_score(text)
    japanese = encoding in ("shift_jis", "euc_jp")
    if japanese and not any("\u3041" <= char <= "\u3093" for char in text):
        return -1.0  # no sentence is without one of these
    if encoding.startswith("utf-16") and not all(map(_is_plain, text)):
        return -1.0
    wide = [char for char in text if char >= "\x80"]
    if not wide:
        return 0.0
    points = 0.0
    for char in wide:
        if char in _EVERYDAY or (japanese and "\u3041" <= char <= "\u30fe"):
            points += 1.0
        elif char in "，。、；：！？（）“”《》·—…　「」【】":
            points += 0.5
        elif not ("\u4e00" <= char <= "\u9fff" or "\u2000" <= char <= "\u33ff" or "\uff00" <= char <= "\uffef"):
            points -= 1.5  # private use, other scripts, rare extensions: the mark of a wrong table
    return points / len(wide)


def _western_score(text: str) -> float:
    """Say how much a text looks Western: signs and accented letters stand alone among plain ones."""
    places = [at for at, char in enumerate(text) if char >= "\x80"]
    if not places:
        return 0.0
    points = -1.0 * sum((char < " " and char not in "\t\n\r") or char == "\x7f" for char in text)
    for at in places:
        alone = text[at - 1 : at] < "\x80" and text[at + 1 : at + 2] < "\x80"
        points += 0.9 if alone and (text[at] in _WESTERN or text[at].isalpha()) else -1.0
    return points / len(places)
