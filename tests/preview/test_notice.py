"""What the preview shows of a build that went wrong."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from wsgiref.util import setup_testing_defaults

import pytest
from mkdocs.exceptions import Abort, ConfigurationError

from generator.preview.notice import MOST, Notice, attach_notice, collect_notice

LOG = logging.getLogger("mkdocs.hooks.dossier")
PAGE = b"<html><body><p>Ferry</p></body></html>"


class Server:
    """As much of MkDocs' server as is attached to."""

    def __init__(self) -> None:
        self.raises: Exception | None = None
        self.warns: list[str] = []
        self.kind = "text/html"

    def builder(self) -> None:
        for message in self.warns:
            LOG.warning("%s", message)
        if self.raises:
            raise self.raises

    def answer(self, _, start_response):
        start_response("200 OK", [("Content-Type", self.kind), ("Content-Length", str(len(PAGE)))])
        return [PAGE]

    def get_app(self):
        return self.answer

    def set_app(self, app):
        self.app = app

    def page(self) -> str:
        environ: dict[str, object] = {}
        setup_testing_defaults(environ)
        heads: list[tuple[str, str]] = []
        body = b"".join(self.app(environ, lambda _, headers: heads.extend(headers)))
        assert dict(heads)["Content-Length"] == str(len(body))
        return body.decode()


@pytest.fixture
def notice() -> Iterator[Notice]:
    notice = collect_notice()
    yield notice
    logging.getLogger("mkdocs").removeHandler(notice)


@pytest.fixture
def server(notice) -> Server:
    server = Server()
    attach_notice(notice, server)
    return server


def test_a_warning_stands_on_the_page_until_it_is_mended(server):
    server.builder()
    assert server.page() == PAGE.decode()
    server.warns = ["seeds/ferry.yml:2: <b> is no key"]
    server.builder()
    assert "seeds/ferry.yml:2: &lt;b&gt; is no key" in server.page()
    assert server.page().endswith("</details></body></html>")
    server.warns = []
    server.builder()
    assert server.page() == PAGE.decode()


def test_only_what_is_new_is_unfolded_and_stands_first(server):
    server.warns = ["an old one"]
    server.builder()
    assert "<details open" in server.page()
    server.builder()
    assert "<details open" not in server.page()
    server.warns = ["an old one", "a new one"]
    server.builder()
    assert "<details open" in server.page()
    assert "<li>a new one</li><li>an old one</li>" in server.page()


def test_a_long_list_is_cut(server):
    server.warns = [f"mistake {number}" for number in range(MOST + 3)]
    server.builder()
    assert "3 more: see the terminal" in server.page()


@pytest.mark.parametrize("error", [ConfigurationError("no YAML in line 3"), Abort("told before"), ValueError("ours")])
def test_a_build_that_fails_leaves_the_last_site_up(server, error):
    server.raises = error
    server.builder()
    assert "<p>Ferry</p>" in server.page()
    assert "The last good site stays up" in server.page()
    assert ("no YAML in line 3" in server.page()) == isinstance(error, ConfigurationError)


def test_what_is_no_page_is_left_as_it_is(server):
    server.kind, server.warns = "application/json", ["a mistake"]
    server.builder()
    assert server.page() == PAGE.decode()
