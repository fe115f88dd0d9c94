"""How the pages put kinds, degrees and days into words. Plain English, neutral about people and outlets."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
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

COUNTED: Final[dict[QuoteKind, str]] = {
    "direct": "direct",
    "mixed": "partly quoted",
    "indirect": "paraphrased",
}

COVERAGE: Final[dict[Coverage, str]] = {
    "in full": "in full",
    "in other words": "in other words",
    "in part": "in part",
    "paraphrased": "paraphrased",
    "missing": "not reported",
    "too early": "published before",
    "date unclear": "not reported; date unclear",
}

CARRIED: Final[dict[Coverage, str]] = {
    **COVERAGE,
    "missing": "not at all",
    "too early": "published before it",
    "date unclear": "perhaps published before it",
}

LINEAGE: Final[dict[LineageRelation, str]] = {
    "copy": "the same text, with few changes",
    "rewrites of one text": "seem to be rewrites of one text",
    "shared quotes": "some of the same words in quotes, otherwise other words",
}

ORIGINS: Final[dict[OriginRelation, str]] = {
    "rewrite": "a rewording of a report by",
    "syndication": "republished from",
    "agency": "agency copy from",
    "quoted report": "refers to reporting by",
    "photo": "a photo from",
}

DRAWS_ON: Final = "draws on reporting by"
"""What a text does with a report that it does not name."""

DAY_OF_OTHERS: Final = "day from another article"

DAYS: Final = (
    "A day is the day of the statement, as far as the texts tell, not that of its printing. A text may give only a "
    "weekday: it is then counted from the day of publication, which may itself be only probable. A text may give a day "
    "once for several statements: it is then taken for those that belong together, and is called probable for those in "
    "other paragraphs. Where a text gives only the day on which words were aired or reported, the entry says so, and "
    "also where the day stands in another article."
)
"""What the days of statements are."""

VERDICTS: Final[dict[HeadlineVerdict, str | None]] = {
    "consistent": "The check found nothing in the text that speaks against the headline.",
    "contradicted": None,
    "unclear": "The check could not compare the headline with the text.",
    "no headline": None,
}
"""What a headline check found; `None` where the head of the page says it."""

HEADLINE_FLAG: Final = "headline to check"

OUTLET_KINDS: Final[dict[str | None, str]] = {
    "state-controlled": "State-controlled media",
    "public": "Public broadcasters",
    "agency": "News agencies",
    "commercial": "Commercial media",
    "aggregator": "Aggregators",
    None: "Kind not known",
}
"""Headings of groups of outlets."""

OUTLET_KIND: Final[dict[str, str]] = {
    "public": "Public broadcaster",
    "agency": "News agency",
    "commercial": "Commercial outlet",
    "aggregator": "Aggregator",
}
"""The same of one outlet, where it reads differently."""


def day(date: datetime.date) -> str:
    """Write a day: `11 February 2025`."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def said_day(date: datetime.date | None, instead: str | None, *, probable: bool = False) -> str | None:
    """Write the day of a quote: `11 February 2025`, `probably 11 February 2025`, or `aired 10 February 2025`.

    Args:
        date: the day that the text gives.
        instead: what happened on that day if not the speaking, from `said.other_day`.
        probable: whether the day rests on a probable day of publication, from `said.is_probable`.
    """
    if date is None:
        return None
    return " ".join([*([instead] if instead else []), *(["probably"] if probable else []), day(date)])


def month(date: datetime.date) -> str:
    """Write a month: `February 2025`."""
    return f"{MONTHS[date.month - 1]} {date.year}"


def day_doubt(instead: str | None, *, probable: bool = False) -> str | None:
    """Say under a day what happened on it if not the speaking, and whether it is only probable; heads statements."""
    likely = f"probably {instead or ''}".rstrip() if probable else instead
    if likely is None:
        return None
    unsaid = "; the text does not say when it was said" if instead else ""
    return f"{likely[0].upper()}{likely[1:]} on this day{unsaid}"


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
    by = "Set by the editor" if published.basis == "editor" else "The editor’s conclusion from the text"
    open_range = ""
    if published.earliest and published.latest and published.earliest != published.latest:
        open_range = f" It may be any day of {day_range(published.earliest, published.latest)}."
    return f"{by}{': ' + published.note if published.note else ''}".rstrip(".") + "." + open_range


def dated(published: Published | None) -> str:
    """Write a publication date for a list: `11 February 2025`, `probably 11 February 2025`, or that it is not known."""
    if published is None or published.date is None:
        return "date not known"
    return f"probably {day(published.date)}" if is_inferred(published) else day(published.date)


def is_inferred(published: Published) -> bool:
    """Whether a publication date is a conclusion: worked out, or with other days left open."""
    return published.basis != "stated" and (published.basis == "inferred" or published.earliest != published.latest)


def publication(published: Published | None) -> str:
    """Write a publication date with what is not certain of it: `probably 11 February 2025 (not stated in the text)`."""
    if published is None or published.date is None or published.basis == "stated":
        return dated(published)
    doubt = "set by the editor" if published.basis == "editor" else "not stated in the text"
    if published.earliest and published.latest and published.earliest != published.latest:
        doubt = f"{doubt}; {day_range(published.earliest, published.latest)} is possible"
    return f"{dated(published)} ({doubt})"


def day_range(first: datetime.date, last: datetime.date) -> str:
    """Write two days: `11–13 February 2025`; the month and the year once where they are the same."""
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{short_day(first)} – {day(last)}"
    return f"{first.day}–{day(last)}"


def short_day(date: datetime.date) -> str:
    """Write a day without its year: `11 February`."""
    return f"{date.day} {MONTHS[date.month - 1]}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Write a number of things: `1 quote`, `2 quotes`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or noun + 's'}"


def times(number: int) -> str:
    """Say how often: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def count_kinds(kinds: Iterable[QuoteKind]) -> str:
    """Count quotes by kind: `2 direct, 1 partly quoted, 4 paraphrased`."""
    found = Counter(kinds)
    return ", ".join(f"{found[kind]:,} {words}" for kind, words in COUNTED.items() if found[kind])


def count_ways(ways: Mapping[Coverage, int]) -> str:
    """Say how articles carry a statement: `1 article in full, 2 in part, 2 not at all`."""
    parts = [(ways[way], words) for way, words in CARRIED.items() if ways.get(way)]
    return ", ".join(
        f"{number if place else count(number, 'article')} {words}" for place, (number, words) in enumerate(parts)
    )


def confidence(value: float) -> str:
    """Put a confidence in [0, 1] into a word; the About page says what each means."""
    if value >= 0.9:
        return "high"
    return "medium" if value >= 0.7 else "low"


def outlet_kind(kind: str | None) -> str:
    """Name a group of outlets."""
    return OUTLET_KINDS.get(kind) or (kind or "").replace("-", " ").capitalize()


def kind_of_outlet(kind: str | None) -> str:
    """Name the kind of one outlet."""
    return OUTLET_KIND.get(kind or "") or outlet_kind(kind)


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
