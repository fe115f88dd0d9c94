"""What an article calls itself in place of plain news: "Opinion", "Analysis", "Sponsored content".

Reads    the table `data/own_labels.yml`, and the page text that stands around the article.
Gives    the first place that says so; `None` where nothing does, which does not make a text a report.
Skips    a label among the lines of a menu: it names another part of the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import msgspec

from generator.model import Article, Span
from generator.tables import read_table

MENU: Final = 4
"""Lines of page text above the text from which they may be a menu; those of the article's own are not counted."""
OF_ARTICLE: Final = frozenset(
    {
        "byline",
        "caption",
        "credit",
        "date line",
        "editor's note",
        "photo credit",
        "read time",
        "source line",
        "time stamp",
    }
)
"""Reasons of page text that stands with an article and in no menu."""
LINE: Final = re.compile(r"[^\n]+")
SENTENCE: Final = re.compile(r"[.!?…:][\"'”’)\]]*$")
"""How a paragraph ends that is not just a name or a title above the text."""


class OwnLabels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/own_labels.yml`; the file says what each list holds."""

    labels: tuple[str, ...]
    sentences: tuple[str, ...]


def find_own_label(article: Article) -> Span | None:
    """Find the words by which an article calls itself something else than a report."""
    if article.headline is not None:
        text = article.text
        before_colon = re.compile(rf"({_labels()})\s*[:|]", re.IGNORECASE).match(text, *article.headline)
        if before_colon:
            return Span(*before_colon.span(1))
    above = _lines_above(article)
    if len(above) < MENU:
        for line in above:
            if re.fullmatch(_labels(), article.text[slice(*line)], re.IGNORECASE):
                return line
    return next(_sentences(article), None)


def _lines_above(article: Article) -> list[Span]:
    """The page's lines above the first sentence of the text, trimmed, without those of the article's own."""
    text = article.text
    body = [paragraph for paragraph in article.paragraphs if paragraph != article.headline]
    begins = next((each.start for each in body if SENTENCE.search(text[slice(*each)])), body[0].start if body else 0)
    pieces = [piece for piece in article.furniture if piece.span.start < begins and piece.reason not in OF_ARTICLE]
    return [
        Span(line.start() + len(line[0]) - len(line[0].lstrip()), line.end() - len(line[0]) + len(line[0].rstrip()))
        for piece in pieces
        for line in LINE.finditer(text, *piece.span)
        if line[0].strip()
    ]


def _sentences(article: Article) -> Iterator[Span]:
    """The lines below the text that say whose views it holds."""
    for piece in article.furniture:
        for line in LINE.finditer(article.text, *piece.span):
            for pattern in _table().sentences:
                found = re.search(pattern, line[0], re.IGNORECASE)
                if found:
                    yield Span(line.start() + found.start(), line.start() + found.end())


def _table() -> OwnLabels:
    return read_table("own_labels", OwnLabels)


@cache
def _labels() -> str:
    return "|".join(map(re.escape, sorted(_table().labels, key=len, reverse=True)))
