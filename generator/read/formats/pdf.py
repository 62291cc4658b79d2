"""A PDF to the text of its pages, in the order and with the line ends that PDFium finds.

PDFium (the reader inside Chromium) is native code, and a PDF of a few kilobytes can unfold to gigabytes in any reader:
so it runs in a process of its own, with bounds on time and memory, and the worst that a file can do is not to be read.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.read.formats import Extracted, Fault, left_out, made_by, unavailable

PAGE_LIMIT = 2_000
CHARACTER_LIMIT = 16 * 1024 * 1024
SECONDS = 60
MEMORY = 2 * 1024 * 1024 * 1024

_WORKER = Path(__file__).with_name("pdf_worker.py")
_RESAVE = "Open it in a PDF reader and print or save it as PDF again."


def extract(data: bytes, *, seconds: int = SECONDS) -> Extracted | Fault:
    """Return the text of a PDF, page after page.

    Faults: `extraction-unavailable`, `file-encrypted`, `file-broken`, `file-too-large`, `extraction-gave-up` (more than
    `seconds`, or more than `MEMORY` bytes). Warning: `text-in-pictures`.
    """
    spec = find_spec("pypdfium2")
    if spec is None or spec.origin is None:
        return unavailable("pypdfium2")
    if b"%PDF-" not in data[:1024]:  # readers look for the signature that far
        return Fault("file-broken", "It is no PDF: it does not begin as one.", _RESAVE)
    bounds = [str(bound) for bound in (PAGE_LIMIT, CHARACTER_LIMIT, seconds, MEMORY)]
    command = [sys.executable, "-I", str(_WORKER), str(Path(spec.origin).parent.parent), *bounds]
    try:
        run = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return _gave_up(f"Reading it took more than {seconds} seconds")
    if b"ImportError" in run.stderr or b"ModuleNotFoundError" in run.stderr:
        return unavailable("pypdfium2")
    try:
        answer: dict[str, Any] = json.loads(run.stdout)
    except ValueError:
        return _gave_up("It took more time or memory than any posting needs, or broke the reader")
    if "fault" in answer:
        return _fault(answer["fault"], answer["detail"])
    pages, pictures, furniture = answer["pages"], answer["pictures"], answer["furniture"]
    warnings = []
    if pictures:
        shown = ", ".join(map(str, pictures[:10])) + (", …" if len(pictures) > 10 else "")
        message = f"Pages that hold a picture and no text: {shown} (of {pages})."
        warnings.append(Fault("text-in-pictures", message, "If the pictures show text, run OCR, or type it."))
    if furniture:
        warnings.append(left_out("what its pages repeat or have in their margins", furniture))
    text = "".join(f"{line}\n" for line in answer["lines"])
    return Extracted(text, made_by("pdf", "pypdfium2") or "pdf/pypdfium2", tuple(warnings))


def _gave_up(what: str) -> Fault:
    return Fault("extraction-gave-up", f"{what}.", _RESAVE)


def _fault(code: str, detail: str) -> Fault:
    if code == "file-encrypted":
        return Fault("file-encrypted", "The PDF is protected by a password.", "Save it without one.")
    if code == "file-too-large":
        return Fault("file-too-large", detail, "Split it.")
    return Fault("file-broken", f"It is damaged or no PDF: {detail}", _RESAVE)
