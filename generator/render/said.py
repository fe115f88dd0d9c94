"""Whether the day that a text gives for a quote is the day it was said, or only that of its airing or reporting."""

from __future__ import annotations

import re
from typing import Final

from generator.model import Annotation, Quote

ANOTHER_DAY: Final = {
    "aired": re.compile(r"\b(?:aired|airs|airing|broadcast|televised|published|released)\b", re.IGNORECASE),
    "reported": re.compile(r"\b(?:as|was|were|first) reported\b|\breported(?:ly)? by\b|\breports? by\b", re.IGNORECASE),
}
"""Words beside a cue and its day that make the day that of something else than the speaking."""

SENTENCE_END: Final = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-ZÀ-Þ0-9])|\n")
NEAR: Final = 30
"""Code points between such a word and the day."""


def other_day(annotation: Annotation, quote: Quote) -> str | None:
    """Say what else happened on the day of a quote: `aired` or `reported`; `None` where it was said on that day.

    The sentence of the cue decides, without what is quoted in it: "she said in a clip that aired Monday".
    """
    if quote.said_on is None or quote.cue is None:
        return None
    text = annotation.article.text
    before = [found.end() for found in SENTENCE_END.finditer(text, 0, quote.cue.start)]
    after = SENTENCE_END.search(text, quote.cue.start)
    start, end = before[-1] if before else 0, after.start() + 1 if after else len(text)
    spoken = [other.span for other in annotation.quotes if other.span.start < end and start < other.span.end]
    days = [date.span for date in annotation.dates if date.date == quote.said_on and start <= date.span.start < end]
    for way, pattern in ANOTHER_DAY.items():
        for found in pattern.finditer(text, start, end):
            quoted = any(span.start <= found.start() < span.end for span in spoken)
            if not quoted and any(-NEAR <= date.start - found.end() <= NEAR for date in days):
                return way
    return None
