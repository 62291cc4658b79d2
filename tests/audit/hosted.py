"""Answers as a static host does: over HTTP/1.1, with text compressed by gzip and files that may be kept."""

from __future__ import annotations

import gzip
from http import HTTPStatus
from pathlib import Path

from tests.site.support.visits import Quiet

_TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".atom", ".txt")


class Host(Quiet):
    """Serves a folder to Lighthouse, which counts what goes over the wire."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 - its name in the library
        """Answer with a text compressed, with all else as it is."""
        file = Path(self.translate_path(self.path))
        if file.suffix not in _TEXT or not file.is_file():
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), 6)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)
