"""The process in which PDFium reads one PDF: the file on standard input, JSON on standard output.

`python -I pdf_worker.py FOLDER PAGES CHARACTERS SECONDS BYTES`, with the folder that holds pypdfium2 and the bounds,
prints `{"pages": [text, …], "pictures": [page number, …]}` or `{"fault": code, "detail": …}`. Only the standard library
and pypdfium2 are imported here, so a file that breaks the reader breaks nothing else.
"""

from __future__ import annotations

import contextlib
import json
import sys


def main(folder: str, pages: int, characters: int, seconds: int, memory: int) -> None:
    """Read standard input and print what came of it."""
    data = sys.stdin.buffer.read()
    with contextlib.suppress(ImportError, ValueError, OSError):  # other systems have no such bounds
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    sys.path.append(folder)
    print(json.dumps(_read(data, pages, characters)))  # noqa: T201 - this is how it answers


def _read(data: bytes, pages: int, characters: int) -> dict[str, object]:
    import pypdfium2 as pdfium  # type: ignore[import-untyped]

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        protected = getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD or "assword" in str(error)
        return {"fault": "file-encrypted" if protected else "file-broken", "detail": str(error)}
    if len(document) > pages:
        return {"fault": "file-too-large", "detail": f"It has {len(document)} pages, more than {pages}."}
    texts: list[str] = []
    pictures: list[int] = []
    left = characters
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage().get_text_range()
            seen = bool(text.strip()) or not any(page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4))
        except pdfium.PdfiumError as error:
            return {"fault": "file-broken", "detail": f"Page {number + 1}: {error}"}
        left -= len(text)
        if left < 0:
            return {"fault": "file-too-large", "detail": f"It holds more than {characters} characters."}
        texts.append(text)
        if not seen:
            pictures.append(number + 1)
        page.close()
    return {"pages": texts, "pictures": pictures}


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:6]))
