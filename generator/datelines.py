"""Datelines: where, when and for whom a report was written, before its first sentence.

"BRANNOCK, La. (AP) — …", "TARSK, March 14 /Novapress/. …", "GELLMAR, May 6, 2024 – …" (AP Stylebook, "datelines").
Part of the ground: cleaning reads the day of publication from it, annotation the place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.full_dates import alternatives, find_full_dates, month_numbers
from generator.model import Span

if TYPE_CHECKING:
    from generator.full_dates import FullDate
    from generator.model import Article


class Dateline(NamedTuple):
    """A dateline's parts."""

    span: Span
    """Of the whole, to the sign that ends it."""
    place: Span
    date: FullDate | None
    """`None` where it gives no day or no year."""


def find_dateline(article: Article) -> Dateline | None:
    """Find the dateline of an article; `None` where its first paragraph (beside the headline) begins with none.

    A place in capitals needs a region, a day or an agency's mark behind it; one in mixed case must be a single word.
    """
    first = next((span for span in article.paragraphs if span != article.headline), None)
    if first is None:
        return None
    found = dateline_pattern().match(article.text, *first)
    if found is None or not (found["region"] or found["day"] or found["mark"]):
        return None
    if not found["place"].isupper():
        after = article.text[found.end("place")]
        if " " in found["place"] or not (found["mark"] or (found["day"] and after == ",")):
            return None
    dates = find_full_dates(article.text, *found.span())
    return Dateline(Span(*found.span()), Span(*found.span("place")), dates[0] if dates else None)


@cache
def dateline_pattern() -> re.Pattern[str]:
    """Place, region, day, mark of an agency, and the dash or full stop that ends them."""
    month = rf"(?:{alternatives(tuple(month.title() for month in month_numbers()))})\.?"
    day = rf"(?:{month} \d{{1,2}}|\d{{1,2}} {month})(?:,? \d{{4}})?"
    word = r"[A-Z][\w.’'-]*"
    return re.compile(
        rf"(?P<place>{word}(?: {word}){{0,3}})(?P<region>, (?!(?:{month}) \d){word}(?: {word})?)?"
        rf"(?:,? (?P<day>{day}),?)?(?: ?(?P<mark>\([^()\n]{{2,40}}\)|/[^/\n]{{2,40}}/))?"
        r"(?:\.? ?(?:—|–|--|-)|(?<=/)\.?)(?= [A-Z“\"‘])"
    )
