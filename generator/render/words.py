"""How the pages put kinds, degrees and days into words. Plain English, neutral about people and outlets."""

from __future__ import annotations

import datetime
from typing import Final

from generator.model import Coverage, HeadlineVerdict, LineageRelation, OriginRelation, Published, QuoteKind, Span

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

KINDS: Final[dict[QuoteKind, str]] = {
    "direct": "direct quote",
    "mixed": "partly quoted",
    "indirect": "paraphrase",
}

COVERAGE: Final[dict[Coverage, str]] = {
    "in full": "in full",
    "in part": "in part",
    "paraphrased": "paraphrased",
    "missing": "not reported",
    "too early": "published before",
}

LINEAGE: Final[dict[LineageRelation, str]] = {
    "copy": "the same text, with few changes",
    "rewrites of one text": "two rewrites of one text",
    "shared quotes": "the same quotes in separate texts",
}

ORIGINS: Final[dict[OriginRelation, str]] = {
    "rewrite": "a rewording of a report by",
    "syndication": "republished from",
    "agency": "agency copy from",
    "quoted report": "refers to reporting by",
    "photo": "photo from",
}

VERDICTS: Final[dict[HeadlineVerdict, str]] = {
    "consistent": "The headline agrees with the text as far as the check can tell.",
    "contradicted": "Check this headline: the text seems to say otherwise.",
    "unclear": "The check could not compare the headline with the text.",
    "no headline": "The text as we have it carries no headline.",
}

OUTLET_KINDS: Final[dict[str | None, str]] = {
    "state-controlled": "State-controlled media",
    "public": "Public broadcasters",
    "agency": "News agencies",
    "commercial": "Commercial media",
    "aggregator": "Aggregators",
    None: "Kind not known",
}


def day(date: datetime.date) -> str:
    """Write a day: `11 February 2025`."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def published_day(published: Published | None) -> datetime.date | None:
    """The day of publication; `None` where it is not known."""
    return None if published is None else published.date


def date_basis(published: Published | None, text: str) -> str:
    """Say what a publication date rests on.

    Args:
        published: the date; `None` where there is none.
        text: the seed's text.
    """
    if published is None or published.date is None:
        return "Neither the text nor the editor gives a date."
    if published.basis == "stated" and published.span is not None:
        return f"Stated in the text: “{excerpt(text, published.span)}”."
    by = "Set by the editor" if published.basis == "editor" else "Worked out from the text"
    open_range = ""
    if published.earliest and published.latest and published.earliest != published.latest:
        open_range = f" It may be any day from {day(published.earliest)} to {day(published.latest)}."
    return f"{by}{': ' + published.note if published.note else ''}".rstrip(".") + "." + open_range


def date_doubt(published: Published | None) -> str | None:
    """Say in a few words why a publication date may be wrong; `None` for one that the text states."""
    if published is None or published.date is None or published.basis == "stated":
        return None
    if published.earliest and published.latest and published.earliest != published.latest:
        return f"worked out: {day(published.earliest)} to {day(published.latest)}"
    return "set by the editor" if published.basis == "editor" else "worked out"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Write a number of things: `1 quote`, `2 quotes`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or noun + 's'}"


def confidence(value: float) -> str:
    """Put a confidence in [0, 1] into a word; the About page says what each means."""
    if value >= 0.9:
        return "high"
    return "medium" if value >= 0.7 else "low"


def outlet_kind(kind: str | None) -> str:
    """Name a group of outlets."""
    return OUTLET_KINDS.get(kind) or (kind or "").replace("-", " ").capitalize()


def excerpt(text: str, span: Span) -> str:
    """The words of a span."""
    return text[span.start : span.end]


def shortened(words: str, limit: int = 160) -> str:
    """Cut words at a word's end and mark the cut; `limit` is in code points."""
    words = " ".join(words.split())
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(",;:.–— ") + " …"


def listed(words: list[str]) -> str:
    """Join words as a sentence does: `a, b and c`."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
