"""What the day of a quote is: the day of speaking or only that of airing or reporting, given or only probable."""

from __future__ import annotations

import datetime
import re
from typing import Final

from generator.full_dates import find_full_dates
from generator.model import Annotation, Quote, Span
from generator.render.phrases import is_inferred
from generator.sentences import split_sentences

ANOTHER_DAY: Final = {
    "aired": re.compile(r"\b(?:aired|airs|airing|broadcast|televised|published|released)\b", re.IGNORECASE),
    "reported": re.compile(r"\b(?:as|was|were|first) reported\b|\breported(?:ly)? by\b|\breports? by\b", re.IGNORECASE),
}
"""Words beside a cue and its day that make the day that of something else than the speaking."""

WEEK: Final = datetime.timedelta(days=7)
NEAR: Final = 30
"""Code points between such a word and the day."""


def other_day(annotation: Annotation, quote: Quote) -> str | None:
    """Say what else happened on the day of a quote: `aired` or `reported`; `None` where it was said on that day.

    The sentence of the cue decides, without what is quoted in it: "she said in a clip that aired Monday".
    """
    if quote.said_on is None or quote.cue is None:
        return None
    start, end = sentence_at(annotation, quote.cue)
    spoken = [other.span for other in annotation.quotes if other.span.start < end and start < other.span.end]
    days = [date.span for date in annotation.dates if date.date == quote.said_on and start <= date.span.start < end]
    for way, pattern in ANOTHER_DAY.items():
        for found in pattern.finditer(annotation.article.text, start, end):
            quoted = any(span.start <= found.start() < span.end for span in spoken)
            if not quoted and any(-NEAR <= date.start - found.end() <= NEAR for date in days):
                return way
    return None


def sentence_at(annotation: Annotation, place: Span) -> Span:
    """The sentence that a place begins in; the place itself outside all paragraphs."""
    text = annotation.article.text
    sentences = (
        sentence
        for paragraph in annotation.article.paragraphs
        if paragraph.start <= place.start < paragraph.end
        for sentence in split_sentences(text, paragraph)
    )
    return next((sentence for sentence in sentences if place.start < sentence.end), place)


def is_carried_over(annotation: Annotation, quote: Quote) -> bool:
    """Whether the text gives the day of a quote, but in no paragraph that the quote or its cue begins in."""
    if quote.said_on is None or quote.corrected:
        return False
    given = [date.span.start for date in annotation.dates if date.date == quote.said_on]
    places = [place.start for place in (quote.span, quote.cue) if place]
    near = [
        paragraph
        for paragraph in annotation.article.paragraphs
        if any(paragraph.start <= place < paragraph.end for place in places)
    ]
    return bool(given and near) and not any(
        paragraph.start <= day < paragraph.end for paragraph in near for day in given
    )


def is_probable(annotation: Annotation, quote: Quote) -> bool:
    """Whether the day of a quote is a conclusion: taken from another paragraph, or counted from a probable day.

    A weekday is the same, counted from any of the days that an editor leaves open, if it comes up once up to the last.
    """
    if is_carried_over(annotation, quote):
        return True
    published, text = annotation.article.published, annotation.article.text
    if quote.said_on is None or published is None or not is_inferred(published):
        return False
    first, last = published.earliest, published.latest
    if published.basis == "editor" and first and last and quote.said_on <= first and last - quote.said_on < WEEK:
        return False
    given = [date.span for date in annotation.dates if date.date == quote.said_on]
    return not any(list(find_full_dates(text, *span)) for span in given)
