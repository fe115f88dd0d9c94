"""The files to download: the whole dossier as JSON, all quotes as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from generator.contract import article_object, dossier_object
from generator.model import Annotation, Comparison, Member, Outlet
from generator.remembered import remembered
from generator.render.lookup import Lookup
from generator.render.phrases import excerpt, published_day
from generator.render.reading import once
from generator.render.views import outlet_link, title_of

COLUMNS: Final = (
    "article", "slug", "title", "title_is_ours", "outlet", "published", "published_basis", "quote", "kind", "text",
    "speaker", "speaker_written", "entity", "cue", "said_on", "confidence", "statement", "start", "end",
)  # fmt: skip

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def render_json(comparison: Comparison, outlets: tuple[Outlet, ...]) -> str:
    """The dossier as one JSON object, as `export` prints it."""
    encoded = msgspec.json.encode(dossier_object(comparison, outlets, encode_article))
    return msgspec.json.format(encoded, indent=1).decode() + "\n"


@remembered
def encode_article(annotation: Annotation) -> msgspec.Raw:
    """An article's object, encoded."""
    return msgspec.Raw(msgspec.json.encode(article_object(annotation)))


def render_csv(lookup: Lookup) -> str:
    """All quotes, one a line, in the dossier's order (RFC 4180 with LF, UTF-8)."""
    return render_lines([COLUMNS]) + "".join(quote_lines(lookup, annotation) for annotation in lookup.articles.values())


@once(lambda annotation: annotation.article.seed.id)
def quote_lines(lookup: Lookup, annotation: Annotation) -> str:
    """The lines of an article's quotes."""
    members = [Member(annotation.article.seed.id, quote.id) for quote in annotation.quotes]
    return render_lines([guard(cell) for cell in quote_row(lookup, member)] for member in members)


def render_lines(rows: Iterable[Sequence[str]]) -> str:
    """Rows as lines of CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def quote_row(lookup: Lookup, member: Member) -> tuple[str, ...]:
    """The cells of a quote; empty for what is not known."""
    annotation, quote = lookup.articles[member.article], lookup.quotes[member]
    text, speaker = annotation.article.text, quote.speaker
    published = published_day(annotation.article.published)
    title, ours = title_of(annotation)
    statement = lookup.statement_of.get(member)
    return (
        member.article,
        annotation.article.seed.slug,
        title,
        "yes" if ours else "no",
        outlet_link(annotation).text if annotation.article.outlet else "",
        published.isoformat() if published else "",
        annotation.article.published.basis if annotation.article.published else "",
        quote.id,
        quote.kind,
        excerpt(text, quote.span),
        speaker.name or "" if speaker else "",
        excerpt(text, speaker.span) if speaker and speaker.span else "",
        speaker.entity or "" if speaker else "",
        excerpt(text, quote.cue) if quote.cue else "",
        quote.said_on.isoformat() if quote.said_on else "",
        f"{quote.confidence:.2f}",
        statement.id if statement else "",
        str(quote.span.start),
        str(quote.span.end),
    )


def guard(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell
