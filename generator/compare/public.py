"""Since when something was public, and whether an article that does not carry it can have missed it.

An article that was out before cannot. Days are known as ranges: an editor may leave several days of publication open,
and an article without a date came out, at the earliest, on the last day of which it quotes somebody.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from generator.model import Annotation, Coverage


class Days(NamedTuple):
    """The first and the last day that come into question; `None`: not known."""

    first: datetime.date | None
    last: datetime.date | None


def days_of(annotation: Annotation) -> Days:
    """The days on which an article can have come out."""
    published = annotation.article.published
    first = (published.earliest or published.date) if published else None
    last = (published.latest or published.date) if published else None
    if first is None:
        first = max((quote.said_on for quote in annotation.quotes if quote.said_on), default=None)
    return Days(first, last)


def first_out(carriers: Iterable[Days]) -> Days:
    """The days on which the first of some articles can have come out, as far as their days are known."""
    known = list(carriers)
    return Days(
        min((days.first for days in known if days.first), default=None),
        min((days.last for days in known if days.last), default=None),
    )


def why_absent(article: Days, public: Days) -> Coverage:
    """Tell why an article does not carry what was public since some day: `missing`, `too early` or `date unclear`."""
    if article.last and public.first and article.last < public.first:
        return "too early"
    if article.first and public.last and article.first >= public.last:
        return "missing"
    return "date unclear"
