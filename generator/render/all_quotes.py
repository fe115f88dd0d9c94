"""The page of all quotes, with what its filter reads."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final

from generator.render.escape import Markdown, path
from generator.render.lookup import Lookup
from generator.render.phrases import published_day
from generator.render.views import COLLECTIVE, QuoteView, quote_view, unique

QUOTES_SHOWN: Final = 300
"""Quotes on the page, newest first; the download holds all."""


@dataclass(frozen=True, slots=True)
class QuotesView:
    """All quotes with what can be filtered."""

    quotes: tuple[tuple[QuoteView, Markdown], ...]
    """Each with the attributes that the filter reads."""
    total: int
    speakers: tuple[tuple[Markdown, str], ...]
    outlets: tuple[tuple[Markdown, str], ...]


def view_quotes(lookup: Lookup) -> QuotesView:
    """Make the view of the page of all quotes."""
    days = {
        member: quote.said_on or published_day(lookup.articles[member.article].article.published)
        for member, quote in lookup.quotes.items()
    }
    newest_first = sorted(days, key=lambda member: days[member] or datetime.date.min, reverse=True)
    shown = newest_first[:QUOTES_SHOWN]
    newest = [quote_view(lookup, member) for member in shown]
    speakers = unique([(quote.speaker.key, quote.speaker.link.text) for quote in newest])
    names = {key: COLLECTIVE.get(key, name) for key, name in speakers}
    outlets = unique([(outlet_key(quote), quote.article.outlet.text) for quote in newest])
    return QuotesView(
        quotes=tuple(
            (quote, quote_attributes(quote, days[member])) for member, quote in zip(shown, newest, strict=True)
        ),
        total=len(days),
        speakers=tuple((path(key), name) for key, name in sorted(names.items(), key=lambda item: item[1])),
        outlets=tuple((path(key), name) for key, name in sorted(dict(outlets).items(), key=lambda item: item[1])),
    )


def outlet_key(quote: QuoteView) -> str:
    """The outlet's slug as a value of the filter."""
    href = quote.article.outlet.href
    return href.removeprefix("sources/").removesuffix(".md") if href else "not-known"


def quote_attributes(quote: QuoteView, date: datetime.date | None) -> Markdown:
    """What the filter reads of a quote: slugs and the day only, nothing of the text."""
    return Markdown('data-speaker="{}" data-outlet="{}" data-kind="{}" data-date="{}"').format(
        path(quote.speaker.key), path(outlet_key(quote)), path(quote.kind), path(date.isoformat() if date else "")
    )
