"""Datelines: where, when and for whom a report was written, before its first sentence.

"BRANNOCK, La. (AP) — …", "TARSK, March 14 /Novapress/. …", "GELLMAR, May 6, 2024 – …" (AP Stylebook, "datelines").
Part of the ground: cleaning reads the day of publication from it, annotation the place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

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


LABELS: Final = frozenset(
    {
        "BREAKING",
        "EXCLUSIVE",
        "UPDATE",
        "UPDATED",
        "WATCH",
        "LIVE",
        "VIDEO",
        "OPINION",
        "ANALYSIS",
        "EDITORIAL",
        "COMMENT",
    }
    | {"NOTE", "WARNING", "CORRECTION", "REVIEW", "EXPLAINER", "FACT CHECK", "BREAKING NEWS", "JUST IN", "PHOTOS"}
)
"""What stands in capitals before a dash and is no place."""

WORD: Final = r"[A-Z][\w.’'-]*"
SHORTEST_PLACE: Final = 4
"""How many letters a place in capitals has at least that nothing but a dash follows; else it may be an abbreviation."""


def find_dateline(article: Article) -> Dateline | None:
    """Find the dateline of an article; `None` where its first paragraph (beside the headline) begins with none."""
    first = next((span for span in article.paragraphs if span != article.headline), None)
    return None if first is None else read_dateline(article.text, first)


def read_dateline(text: str, paragraph: Span) -> Dateline | None:
    """Read the dateline that a paragraph begins with, if any.

    A place in capitals needs a region, a day, an agency's mark or at least a dash behind it; one in mixed case must be
    a single word with a mark or a day.
    """
    found = dateline_pattern().match(text, *paragraph)
    if found is None:
        return None
    place = found["place"]
    if not (found["region"] or found["day"] or found["mark"]) and (
        not place.isupper() or len(place) < SHORTEST_PLACE or place in LABELS
    ):
        return None
    if not place.isupper():
        after = text[found.end("place")]
        if " " in place or not (found["mark"] or (found["day"] and after == ",")):
            return None
    dates = find_full_dates(text, *found.span())
    return Dateline(Span(*found.span()), Span(*found.span("place")), dates[0] if dates else None)


@cache
def _region_and_day() -> tuple[str, str]:
    """Patterns of what may stand behind a dateline’s place: a region with its comma; a day, with or without a year."""
    month = rf"(?:{alternatives(tuple(month.title() for month in month_numbers()))})\.?"
    day = rf"(?:{month} \d{{1,2}}|\d{{1,2}} {month})(?:,? \d{{4}})?"
    return rf", (?!(?:{month}) \d){WORD}(?: {WORD})?", day


@cache
def dateline_pattern() -> re.Pattern[str]:
    """Place, region, day, mark of an agency, and the dash or full stop that ends them."""
    region, day = _region_and_day()
    return re.compile(
        rf"[*_]{{0,2}}(?P<place>{WORD}(?: {WORD}){{0,3}})(?P<region>{region})?"
        rf"(?:,? (?P<day>{day}),?)?(?: ?(?P<mark>\([^()\n]{{2,40}}\)|/[^/\n]{{2,40}}/))?[*_]{{0,2}}"
        r"(?:\.? ?(?:—|–|--|-)|(?<=/)\.?)[*_]{0,2}(?= [A-Z“\"‘])"
    )


def end_of_origin(text: str, place: Span, paragraph: Span) -> int | None:
    """Where a dateline ends that a colon ends ("NEW DELHI, June 5: The court …"), as many Asian outlets write it.

    The colon alone does not tell a place from a speaker ("LAGARDE: We will wait"), so the caller knows it for a place.

    Args:
        text: the article's text.
        place: of the place's name.
        paragraph: its paragraph, or the headline.

    Returns:
        The offset behind the colon; `None` where the place does not open the paragraph or no colon follows.
    """
    if text[paragraph.start : place.start].strip("*_"):
        return None
    found = _colon_pattern().match(text, place.end, paragraph.end)
    return None if found is None else found.end()


@cache
def _colon_pattern() -> re.Pattern[str]:
    """What may stand between a dateline's place and its colon: region, day, mark of an agency."""
    region, day = _region_and_day()
    return re.compile(rf"(?:{region})?(?:,? {day},?)?(?: ?\([^()\n]{{2,40}}\))?[*_]{{0,2}}:[*_]{{0,2}}(?= [A-Z“\"‘])")
