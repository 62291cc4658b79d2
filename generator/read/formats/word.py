"""A Word document (.docx) to the text that it shows: body and notes; headers and footers are left out and told.

The package is read with zipfile and lxml, part by part as a stream of events. The wide-spread readers stop short of
what an editor sees: they leave out tracked insertions, content controls, text boxes or notes, and the numbers of lists,
which a document does not hold as text but as a reference into `numbering.xml`.

Bounds: the sizes that the archive states are added up before anything is read, and no more than what is stated is
unpacked; a document type declaration, which no document needs, is refused, and with it entities.

Sources: ECMA-376 part 1 (17.3 paragraphs and runs, 17.9 numbering, 17.16 fields, 17.18.59 number formats), part 2
(relationships), part 3 (alternate content). Names are compared without their namespace: that reads the transitional
and the strict form alike.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Any

from generator.read.formats import Extracted, Fault, left_out, made_by, unavailable
from generator.read.formats.lines import Lines
from generator.read.formats.word_numbering import Numbering, heading_levels, local, named, outline_level

UNPACKED_LIMIT = 256 * 1024 * 1024
"""Bytes that the members of an archive may say they hold together, pictures too."""
TEXT_LIMIT = 16 * 1024 * 1024
"""Bytes of one part with text."""
TABLE_LIMIT = 8 * 1024 * 1024
"""Bytes of one part that is read as a tree: relationships, styles, numbering."""
MEMBER_LIMIT = 20_000

_RESAVE = "Open it in a word processor and save it as .docx again."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 16


class _RefusedError(Exception):
    """Carries a fault out of the parser's events."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def extract(data: bytes) -> Extracted | Fault:
    """Return the text of a document.

    Faults: `extraction-unavailable`, `file-encrypted`, `file-too-large`, `file-broken`.
    """
    try:
        from lxml import etree  # type: ignore[import-untyped]
    except ImportError:
        return unavailable("lxml")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return Fault("file-encrypted", "The document is protected by a password.", "Save it without one.")
        return Fault("file-broken", "It is a document in the old form of .doc.", _RESAVE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text, around = _read(archive)
    except _RefusedError as refused:
        return refused.fault
    except etree.LxmlError as error:
        return Fault("file-broken", f"A part of the document is no XML: {error}.", _RESAVE)
    # What zipfile is known to raise for damaged archives, beside its own.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        return Fault("file-broken", f"The archive that a .docx is cannot be unpacked: {error}.", _RESAVE)
    if not text:
        text, around = around, ""
    told = list(dict.fromkeys(line for line in around.split("\n") if line))
    warnings = (left_out("headers and footers of the pages", told),) if told else ()
    return Extracted(text, made_by("docx", "lxml") or "docx/lxml", warnings)


def _read(archive: zipfile.ZipFile) -> tuple[str, str]:
    """Return the text of a document, and what its pages have in their margins."""
    members = {info.filename.lower(): info for info in archive.infolist()}
    total = sum(info.file_size for info in archive.infolist())
    if len(archive.infolist()) > MEMBER_LIMIT or total > UNPACKED_LIMIT:
        raise _RefusedError(
            Fault(
                "file-too-large",
                f"Unpacked it would hold {total} bytes in {len(archive.infolist())} members.",
                "Take out the pictures, or split it.",
            )
        )
    package = _Package(archive, members)
    main = next((target for kind, target in package.relations("") if kind == "officedocument"), "word/document.xml")
    if main not in members:
        raise _RefusedError(Fault("file-broken", "The archive holds no Word document.", _RESAVE))
    related = package.relations(main)
    styles = next((package.tree(target) for kind, target in related if kind == "styles"), None)
    numbering = next((package.tree(target) for kind, target in related if kind == "numbering"), None)
    lists = Numbering(numbering, styles)
    levels = heading_levels(styles)
    texts: list[str] = []
    for kinds in (("footnotes", "endnotes"), ("header", "footer")):
        parts = [main] if not texts else []
        parts += [target for wanted in kinds for kind, target in sorted(related) if kind == wanted]
        lines = Lines()
        for name in dict.fromkeys(parts):
            package.stream(name, _Reader(lines, lists, levels))
            lines.end()
        texts.append(lines.text())
    return texts[0], texts[1]


class _Package:
    """The parts of the archive that are asked for, each within its bounds. Names are compared without case."""

    def __init__(self, archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> None:
        self._archive = archive
        self._members = members

    def relations(self, part: str) -> list[tuple[str, str]]:
        """Return what a part refers to inside the archive, as pairs of a kind and a name; `""` is the package."""
        folder, name = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        if tree is None:
            return []
        found = []
        for relation in tree:
            if not isinstance(relation.tag, str) or relation.get("TargetMode", "").lower() == "external":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/").lower()
            found.append((relation.get("Type", "").rpartition("/")[2].lower(), target))
        return found

    def tree(self, name: str) -> Any | None:
        """Return the root element of a small part, or None where there is none."""
        from lxml import etree

        info = self._members.get(name.lower())
        if info is None:
            return None
        data = self._bytes(info, TABLE_LIMIT)
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
        if root.getroottree().docinfo.doctype:
            raise _RefusedError(_declared())
        return root

    def stream(self, name: str, reader: _Reader) -> None:
        """Send the events of a part to `reader`."""
        from lxml import etree

        info = self._members.get(name.lower())
        if info is None:
            return
        data = self._bytes(info, TEXT_LIMIT)
        parser = etree.XMLParser(target=reader, resolve_entities=False, no_network=True, load_dtd=False)
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        parser.close()

    def _bytes(self, info: zipfile.ZipInfo, limit: int) -> bytes:
        if info.flag_bits & 1:
            raise _RefusedError(
                Fault("file-encrypted", "The archive is protected by a password.", "Save it without one.")
            )
        if info.file_size > limit:
            raise _RefusedError(
                Fault("file-too-large", f"Its part {info.filename} holds more than {limit} bytes.", "Split it.")
            )
        with self._archive.open(info) as member:
            return member.read(limit)


def _declared() -> Fault:
    return Fault("file-broken", "A part of it declares a document type, as no word processor does.", _RESAVE)


def _is_off(value: str | None) -> bool:
    return value in ("0", "false", "off")


# -- text ---------------------------------------------------------------------------------------------------------

_GONE = frozenset({"Fallback", "del", "moveFrom", "rubyPr", "sectPr", "tblPr", "tblGrid", "rPrChange", "pPrChange"})
"""Elements that show nothing: the second form of a drawing, tracked deletions, and properties."""
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(slots=True)
class _Paragraph:
    """One open paragraph: its pieces, and what its properties say so far."""

    pieces: list[str] = field(default_factory=list)
    style: str | None = None
    list_id: str | None = None
    level: str | None = None
    outline: str | None = None


class _Reader:
    """The events of one part, as lines."""

    def __init__(self, lines: Lines, lists: Numbering, levels: dict[str, int]) -> None:
        self._lines = lines
        self._lists = lists
        self._levels = levels
        self._gone = 0
        self._path: list[str] = []
        self._open: list[_Paragraph] = []
        self._run_hidden = False
        self._reading: list[str] | None = None
        self._over = 0
        self._above = ""

    def doctype(self, *_: object) -> None:
        """Refuse a document type declaration."""
        raise _RefusedError(_declared())

    def start(self, tag: str, attributes: Any) -> None:
        """Open an element."""
        name = local(tag)
        values = named(attributes) if attributes else {}
        if self._gone or name in _GONE or (name in ("footnote", "endnote") and values.get("type") in _SEPARATORS):
            self._gone += 1
            return
        outer = self._path[-1] if self._path else ""
        self._path.append(name)
        if name == "p":
            self._open.append(_Paragraph())
        elif name == "tr":
            self._lines.row()
        elif name == "tc":
            self._lines.cell()
        elif name == "r":
            self._run_hidden = False
        elif name == "vMerge" and values.get("val") == "restart":
            self._lines.tall()
        elif name == "tblHeader" and not _is_off(values.get("val")):
            self._lines.heads()
        elif self._open:
            self._inside(name, outer, values)

    def _inside(self, name: str, outer: str, values: dict[str, str]) -> None:
        """Open an element of a paragraph."""
        paragraph = self._open[-1]
        value = values.get("val")
        if name == "t":
            self._reading = []
        elif name == "rt":
            self._over += 1
        elif outer == "r":
            self._sign(name, values)
        elif outer == "rPr" and name == "vanish":
            if self._path[-3] == "r":  # elsewhere it hides the mark of the paragraph
                self._run_hidden = not _is_off(value)
        elif outer == "pPr" and name == "pStyle":
            paragraph.style = value
        elif outer == "pPr" and name == "outlineLvl":
            paragraph.outline = value
        elif outer == "numPr" and name == "numId":
            paragraph.list_id = value
        elif outer == "numPr" and name == "ilvl":
            paragraph.level = value

    def _sign(self, name: str, values: dict[str, str]) -> None:
        """Take what stands for a character."""
        sign = _SIGNS.get(name, "")
        if name == "sym" and re.fullmatch("[0-9A-Fa-f]{2,4}", values.get("char", "")):
            code = int(values["char"], 16)
            sign = chr(code) if code >= 0x20 and not 0xD800 <= code <= 0xDFFF else ""
        self._put(sign)

    def _put(self, text: str) -> None:
        if text and self._open and not self._run_hidden:
            self._open[-1].pieces.append(text)

    def end(self, _tag: str) -> None:
        """Close an element."""
        if self._gone:
            self._gone -= 1
            return
        name = self._path.pop()
        if name == "t" and self._reading is not None:
            text = "".join(self._reading)
            self._reading = None
            if self._over:  # what stands above a ruby text comes before it
                self._above += text
            else:
                self._put(text)
        elif name in ("rt", "ruby"):
            self._end_of_ruby(name)
        elif name == "tr":
            self._lines.row_end()
        elif name == "p" and self._open:
            self._paragraph(self._open.pop())

    def _end_of_ruby(self, name: str) -> None:
        """Put what stands above a text behind it, as web pages without ruby do: `务(wù)`."""
        if name == "rt" and self._over:
            self._over -= 1
        elif self._above:
            above, self._above = self._above, ""
            self._put(f"({above})")

    def data(self, text: str) -> None:
        """Take a piece of text."""
        if self._reading is not None and not self._gone:
            self._reading.append(text)

    def comment(self, text: str) -> None:
        """Pass over a comment."""

    def close(self) -> None:
        """End the part."""

    def _paragraph(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.pieces)
        if not text.strip():
            self._lines.blank()
            return
        mark = self._lists.mark(paragraph.style, paragraph.list_id, paragraph.level)
        depth = int(paragraph.level) if paragraph.level and re.fullmatch("[0-8]", paragraph.level) else 0
        self._lines.heading(outline_level(paragraph.outline) or self._levels.get(paragraph.style or "", 0))
        self._lines.mark(mark, depth)
        for line in text.split("\n"):
            self._lines.add(line, verbatim=True)
            self._lines.end()
        self._lines.mark("")
        self._lines.heading(0)
