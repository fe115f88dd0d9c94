"""The built site in a real browser, as a reader meets it."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

THEMES_OWN = {"aria-dialog-name"}
"""Rules of axe that the theme itself breaks: its search dialog has no name."""

LISTS = [
    "", "articles/", "people/", "organisations/", "places/", "topics/", "sources/", "quotes/", "compare/", "timeline/",
    "about/",
]  # fmt: skip


INK = """node => {
  const pen = document.createElement("canvas").getContext("2d");
  for (const style of [getComputedStyle(document.body).backgroundColor, getComputedStyle(node).color]) {
    pen.fillStyle = style;
    pen.fillRect(0, 0, 1, 1);
  }
  return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
}"""
"""Red, green and blue of the letters of a node, on the page."""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served, with a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def kinds(site: Path) -> list[str]:
    """Every list, and the longest page of each other kind."""
    longest = [
        max(site.glob(f"{kind}/*/index.html"), key=lambda place: (place.stat().st_size, place)).parent
        for kind in ("articles", "people", "organisations", "places", "topics", "sources")
    ]
    return [*LISTS, *(f"{place.relative_to(site).as_posix()}/" for place in longest)]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test on an error in its console or a request to another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults: list[str] = []

    def check(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            faults.append(f"a request to another host: {request.url}")

    page.on("request", check)
    page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def test_every_page_opens_without_an_error_or_a_request_to_another_host(page, site, address):
    """The faults are collected by the fixture."""
    paths = [place.relative_to(site).as_posix() for place in sorted(site.rglob("*.html"))]
    assert len(paths) > 15
    for path in paths:
        page.goto(address + path.removesuffix("index.html"))
        expect(page.locator("h1").first).to_be_visible()


def test_search_finds_a_person_and_leads_to_the_hub(page, address, dossier):
    person = dossier["people"][0]
    assert f"people/{person['entity']}/" in results_of(page, address, person["name"])


def test_search_finds_a_quoted_word_and_leads_to_its_article(page, address, dossier):
    words = Counter(
        word for article in dossier["articles"] for word in set(re.findall(r"[a-z]{7,}", article["text"].lower()))
    )
    word, article = min(
        (word, article["slug"])
        for article in dossier["articles"]
        for quote in article["quotes"]
        for piece in quote["quoted"]
        for word in re.findall(r"\b[a-z]{7,}\b", piece["text"])
        if words[word] == 1
    )
    assert f"articles/{article}/" in results_of(page, address, word)


def results_of(page: Page, address: str, query: str) -> set[str]:
    """The pages that the site's search gives, without their anchors."""
    page.goto(address)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(query)
    first = page.locator(".md-search-result__link").first
    expect(first).to_be_visible(timeout=15_000)
    links = page.locator(".md-search-result__link").evaluate_all("links => links.map(link => link.href)")
    return {link.removeprefix(address).partition("#")[0].partition("?")[0] for link in links}


def test_a_quotes_note_opens_by_keyboard_and_names_the_speaker(page, address, dossier):
    article = max(dossier["articles"], key=lambda article: len(article["quotes"]))
    page.goto(f"{address}articles/{article['slug']}/")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.footnote-ref')"):
            break
    note = page.locator(".md-tooltip2--active")
    expect(note).to_be_visible()
    speakers = {
        quote["speaker"]["name"] for quote in article["quotes"] if quote["speaker"] and quote["speaker"]["name"]
    }
    assert any(speaker in note.inner_text() for speaker in speakers)


def test_a_quotes_note_opens_wherever_the_pointer_meets_the_quote_and_does_not_cover_it(page, address, dossier):
    article = max(dossier["articles"], key=lambda article: len(article["quotes"]))
    page.goto(f"{address}articles/{article['slug']}/")
    note = page.locator(".md-tooltip2--active")
    quote = page.locator("mark.quote").nth(1)
    page.evaluate("quote => scrollTo(0, quote.getBoundingClientRect().top + scrollY - 300)", quote.element_handle())
    quote.hover(position={"x": 30, "y": 8})
    expect(note).to_be_visible()
    page.wait_for_timeout(500)  # until it has moved to its place
    marked, shown = quote.bounding_box(), note.locator(".md-tooltip2__inner").bounding_box()
    assert marked["y"] + marked["height"] <= shown["y"] or shown["y"] + shown["height"] <= marked["y"]
    page.mouse.move(2, 2)
    expect(note).to_have_count(0)


def test_a_link_to_furniture_opens_its_fold(page, site, address):
    folds = {
        place.parent.relative_to(site).as_posix(): re.search(r'id="(f\d+)"', place.read_text(encoding="utf-8"))
        for place in sorted(site.glob("articles/*/index.html"))
    }
    path, found = next((path, found) for path, found in folds.items() if found)
    page.goto(f"{address}{path}/#{found[1]}")
    expect(page.locator(f"#{found[1]}")).to_be_visible()


def test_every_quote_has_its_anchor(page, address, dossier):
    for article in dossier["articles"]:
        page.goto(f"{address}articles/{article['slug']}/")
        anchors = page.locator("[id^=q]").evaluate_all("all => all.map(each => each.id)")
        assert [quote["id"] for quote in article["quotes"] if quote["id"] not in anchors] == []


def test_reading_needs_no_script(browser, address, dossier):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for article in dossier["articles"]:
        page.goto(f"{address}articles/{article['slug']}/")
        shown = page.locator("article").inner_text()
        assert all(piece["text"] in shown for quote in article["quotes"][:3] for piece in quote["quoted"])
    context.close()


def test_no_page_is_wider_than_a_telephone(page, address, kinds):
    page.set_viewport_size({"width": 360, "height": 740})
    wide = {}
    for path in kinds:
        page.goto(address + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 360:
            wide[path] = width
    assert wide == {}


def test_every_column_of_the_comparison_stands_on_the_paper(page, address):
    page.set_viewport_size({"width": 720, "height": 1000})
    page.emulate_media(media="print")
    page.goto(address + "compare/")
    edges = page.eval_on_selector_all(".scroll th", "cells => cells.map((cell) => cell.getBoundingClientRect().right)")
    assert edges
    assert max(edges) <= 720


def test_an_address_that_a_finding_rests_on_is_printed(page, address, dossier):
    page.emulate_media(media="print")
    for article in dossier["articles"]:
        page.goto(f"{address}articles/{article['slug']}/")
        printed = page.eval_on_selector_all(
            '#rests-on li > a[href^="http"]', "all => all.map(each => getComputedStyle(each, '::after').content)"
        )
        assert all("http" in each for each in printed)
    assert printed


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_introduces_a_paraphrase_stands_back_behind_it(page, address, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}quotes/")
    inks = [sum(page.locator(f".words .{part}").first.evaluate(INK)) for part in ("lead-in", "clause")]
    assert abs(inks[0] - inks[1]) > 60


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_that_is_ours(page, address, kinds, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    axe = Axe()
    found = {}
    for path in kinds:
        page.goto(address + path)
        rules = {
            f"{violation['id']}: {node['target']}: {node['failureSummary']}"
            for violation in axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
            if violation["id"] not in THEMES_OWN
            for node in violation["nodes"][:3]
        }
        if rules:
            found[path] = sorted(rules)
    assert found == {}
    schemes = {"light": "default", "dark": "slate"}
    assert page.locator("body").get_attribute("data-md-color-scheme") == schemes[scheme]
