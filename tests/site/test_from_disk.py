"""The site that `make zip` packs, opened from disk in a real browser: no server, no network."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect
from running import build

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Links(HTMLParser):
    """What a page leads to or loads, and what can be led to on it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, _: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in {"href", "src"} and value:
                self.targets.append(value)
            elif name == "id" and value:
                self.anchors.add(value)


@pytest.fixture(scope="module")
def folder(site: Path) -> Path:
    """The folder, built in the checkout of the site for the web, which stays as it is."""
    done = build(site.parent, "--strict", "--site-dir", "site-from-disk", OFFLINE="true")
    assert done.returncode == 0, done.stderr
    return site.parent / "site-from-disk"


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Links]:
    """Every page by its address; the one for addresses that do not exist is for servers."""
    return {place.as_uri(): Links(place) for place in sorted(folder.rglob("*.html")) if place.name != "404.html"}


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page without a network; it fails the test on an error or a request for anything but a file of the folder."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    faults: list[str] = []

    def check(request: Request) -> None:
        if not request.url.startswith((f"{folder.as_uri()}/", "data:", "blob:")):
            faults.append(f"a request for {request.url}")

    page.on("request", check)
    page.on("requestfailed", lambda request: faults.append(f"not found: {request.url}"))
    page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def test_every_link_leads_to_a_file_of_the_folder_and_to_a_place_on_it(folder, pages):
    assert len(pages) > 15
    lost = []
    for address, links in pages.items():
        for link in links.targets:
            target = urlsplit(urljoin(address, link))
            if target.scheme in {"http", "https"}:
                continue  # a source that the reader may open
            place = Path(unquote(target.path))
            found = place.is_file() and folder in place.parents
            if found and target.fragment and place.suffix == ".html":
                found = unquote(target.fragment) in pages[place.as_uri()].anchors
            if not found:
                lost.append(f"{address}: {link}")
    assert lost == []


def test_the_site_for_the_web_has_no_link_that_needs_the_root_of_a_server(site):
    rooted = {
        f"{place.relative_to(site)}: {link}"
        for place in sorted(site.rglob("*.html"))
        if place.name != "404.html"
        for link in Links(place).targets
        if link.startswith("/")
    }
    assert rooted == set()


def test_the_search_leads_to_a_page(page, folder, dossier):
    person = dossier["people"][0]
    page.goto((folder / "about.html").as_uri())
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(person["name"])
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=15_000)
    page.locator(f".md-search-result__link[href*='/people/{person['entity']}.html']").first.click()
    expect(page.locator("h1").first).to_contain_text(person["name"])
    assert page.url.startswith((folder / f"people/{person['entity']}.html").as_uri())


def test_a_link_to_a_quote_shows_it_and_a_downloads_file_is_there(page, folder, dossier):
    article = max(dossier["articles"], key=lambda article: len(article["quotes"]))
    quote = article["quotes"][-1]
    page.goto(f"{(folder / 'articles' / article['slug']).as_uri()}.html#{quote['id']}")
    expect(page.locator(f"#{quote['id']}").first).to_be_in_viewport()
    page.goto((folder / "quotes.html").as_uri())
    link = page.get_by_role("link", name="JSON", exact=True).evaluate("link => link.href")
    assert link == (folder / "data/dossier.json").as_uri()


def test_the_filter_of_the_quotes_works_and_its_address_can_be_kept(page, folder):
    page.goto((folder / "quotes.html").as_uri())
    count = page.locator("#filter-count")
    everything = count.inner_text()
    page.locator("#filter select[name=kind]").select_option(index=1)
    expect(count).not_to_have_text(everything)
    filtered = count.inner_text()
    page.goto(page.url)
    expect(count).to_have_text(filtered)


def test_the_style_sheets_of_the_theme_and_of_the_dossier_are_in_effect(page, folder, dossier):
    article = max(dossier["articles"], key=lambda article: len(article["quotes"]))
    page.goto(f"{(folder / 'articles' / article['slug']).as_uri()}.html")
    assert page.locator(".md-header").evaluate("header => getComputedStyle(header).position") == "sticky"
    assert page.locator("mark.quote.opens").first.evaluate("mark => getComputedStyle(mark).cursor") == "pointer"
