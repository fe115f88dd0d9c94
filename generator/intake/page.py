"""A web page: the article's text without what stands around it, and what the page's metadata says of it.

Follows  trafilatura for the text (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15/) and htmldate for a day
         that no metadata states; the Open Graph and schema.org names of the day of publication.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any, Final

from generator.errors import DossierError
from generator.intake.taken import Taken

if TYPE_CHECKING:
    from collections.abc import Iterator

STATED: Final = (
    ('//meta[@property="article:published_time"]/@content', "the page's article:published_time"),
    ('//meta[@itemprop="datePublished"]/@content', "the page's datePublished"),
    ('//*[@itemprop="datePublished"]/@datetime', "the page's datePublished"),
    ('//meta[translate(@name, "DC", "dc")="dc.date.issued"]/@content', "the page's DC.date.issued"),
    ('//meta[@name="pubdate" or @name="publishdate" or @name="publish-date"]/@content', "the page's pubdate"),
)
"""Where pages state the day of publication, the surest first."""
LINKED_DATA: Final = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def take_page(data: bytes, shown: str, *, charset: str | None = None, address: str | None = None) -> Taken:
    """Take the article out of a web page.

    Args:
        data: the page.
        shown: what messages call it.
        charset: as the answer's head names it; `None` leaves it to the page.
        address: where it was fetched; `None` for a file, whose canonical address counts then.

    Raises:
        DossierError: there is no article in it.
    """
    import trafilatura

    page = trafilatura.load_html(_decoded(data, charset))
    if page is None:
        raise DossierError(f"{shown}: is no web page; save the article's text as .txt and add that")
    found: Any = trafilatura.bare_extraction(
        page, url=address, include_comments=False, include_tables=False, with_metadata=True
    )
    if found is None or not (found.text or "").strip():
        raise DossierError(f"{shown}: no article is found in the page; save its text as .txt and add that")
    paragraphs = [line for line in found.text.split("\n") if line.strip()]
    title = found.title.strip() if found.title else None
    if title and _key(paragraphs[0]) != _key(title):
        paragraphs.insert(0, title)
    day, note, certain = _published(page, address)
    return Taken(
        text=("\n\n".join(paragraphs) + "\n").encode(),
        ending=".txt",
        title=title,
        address=address or found.url,
        site=found.sitename,
        published=day,
        published_note=note,
        published_certain=certain,
    )


def _decoded(data: bytes, charset: str | None) -> bytes | str:
    if charset is None:
        return data
    try:
        return data.decode(charset, errors="replace")
    except LookupError:  # a charset that nobody knows: the page's own words on it count
        return data


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()


def _published(page: Any, address: str | None) -> tuple[datetime.date | None, str | None, bool]:
    for text, note in _stated(page):
        found = DAY.match(text.strip())
        day = _day(found[0]) if found else None
        if day is not None:
            return day, note, True
    import htmldate

    guess = htmldate.find_date(page, url=address, original_date=True, extensive_search=False)
    return (
        (_day(guess), "a date that htmldate finds in the page or its address", False) if guess else (None, None, True)
    )


def _stated(page: Any) -> Iterator[tuple[str, str]]:
    for path, note in STATED:
        for text in page.xpath(path):
            yield str(text), note
    for script in page.xpath('//script[@type="application/ld+json"]/text()'):
        found = LINKED_DATA.search(str(script))
        if found:
            yield found[1], "the page's datePublished (JSON-LD)"


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:  # such as 2025-02-31
        return None
