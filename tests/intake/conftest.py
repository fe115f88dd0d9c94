"""A web server on this machine, for what fetching must stand."""

from __future__ import annotations

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from documents import make_page, make_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator


class Site(BaseHTTPRequestHandler):
    """Answers each path in its own way."""

    def do_GET(self) -> None:
        answers = {
            "/article": lambda: self.give(make_page()),
            "/article.pdf": lambda: self.give(make_pdf(), "application/pdf"),
            "/packed": lambda: self.give(gzip.compress(make_page()), packing="gzip"),
            "/bomb": lambda: self.give(gzip.compress(b"a" * 30_000_000), packing="gzip"),
            "/odd-packing": lambda: self.give(make_page(), packing="br"),
            "/latin": lambda: self.give(make_page().decode().encode("cp1252"), "text/html; charset=windows-1252"),
            "/large": lambda: self.give(b"a" * 11_000_000, "text/plain"),
            "/picture": lambda: self.give(b"\\x89PNG", "image/png"),
            "/empty": lambda: self.give(b"<html><body></body></html>"),
            "/moved": lambda: self.lead("/article"),
            "/round": lambda: self.lead("/round"),
            "/to-file": lambda: self.lead("file:///etc/passwd"),
            "/slow": self.drip,
        }
        answer = answers.get(self.path)
        self.send_error(404) if answer is None else answer()

    def give(self, data: bytes, kind: str = "text/html", packing: str | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if packing:
            self.send_header("Content-Encoding", packing)
        self.end_headers()
        try:
            self.wfile.write(data)
        except OSError:  # the other side has had enough, as it should
            self.close_connection = True

    def lead(self, place: str) -> None:
        self.send_response(302)
        self.send_header("Location", place)
        self.end_headers()

    def drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b"word ")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:  # the other side has had enough, as it should
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a running site, without a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
